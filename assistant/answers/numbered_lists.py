"""Lists of as many items as a question asks for: 哪十件事, "which five projects"."""

from __future__ import annotations

import re

from assistant.answers.listing import BEFORE_LIST, in_chinese, introduced
from assistant.evidence.knowledge import Knowledge
from assistant.matching.matching import clause_score
from assistant.matching.wanted import Wanted
from assistant.questions.period import Period
from assistant.questions.question import Question
from corpus.header import chinese_number
from corpus.models import Part, Section
from corpus.sentences import Span

_FITS = 0.5  # what a list of the right length must have of the question's words
_SLIGHT = 0.5  # words that weigh no more say only how many things are asked for: 哪五件大事
_CLOSED = 0.3  # and a clause that ends in their number, if it has a word of them behind it
_COUNTED = re.compile(
    r"哪([二三四五六七八九十两]+|\d+)[^，,。?？]{0,2}?(?:件|个|项|大|方面|条|招|类|点|桩|块|家|种|座|所)|"
    r"(?<![第\d])([二三四五六七八九十两]{1,2}|\d{1,2})(?:件|个|项|大|条|块|类|家|种|座|所)(?=[^，,。?？\d]{2,14}"
    r"(?:是哪|是什么|都?有哪|分别[是有叫]|各是|叫什么|都是[什哪]))|"
    # what are Lanping's two leading industries
    r"\b(?:which|what|the|list|name|its|were the|are the|(?!year)[A-Za-z]+['’]s) "
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?!-)",
    re.IGNORECASE,
)
_KINDS = "[大个项件块类家种条座所]"
_ENGLISH = dict(
    zip(
        "two three four five six seven eight nine ten twelve".split(),
        (*range(2, 11), 12),
        strict=True,
    )
)


def number_asked(question: Question) -> int | None:
    """How many items a question wants named: 哪十件事, "which five projects"."""
    match = _COUNTED.search(question.text)
    if not match:
        return None
    figure = (match[1] or match[2] or "").replace("两", "二")
    number = int(figure) if figure.isdigit() else chinese_number(figure) if figure else None
    number = number or _ENGLISH.get((match[3] or "").lower())
    return number if number and number > 1 else None


# 发给了哪几个(项目), "which (projects)", "the names of the (companies)": what is to be named
_KIND = "项目|企业|公司|单位|部门|学校|医院|景区|园区|社区|街道|乡镇|村"
_KINDS_EN = {
    "project": "项目",
    "compan": "企业|公司",
    "firm": "企业|公司",
    "enterprise": "企业|公司",
    "school": "学校",
    "hospital": "医院",
    "village": "村",
    "township": "乡镇",
    "park": "园区",
}
_TO_NAME = re.compile(
    rf"哪(?:[几些]?[个家项座所条]|些)(?P<zh>{_KIND})|"
    rf"\b(?:which|names of(?: the)?)(?: other)? (?P<en>{'|'.join(_KINDS_EN)})",
    re.IGNORECASE,
)


def only_counts(question: Question, text: str) -> bool:
    """Whether a clause tells only how many there are, where each is to be named: 评选5个项目."""
    if re.search("[、和及与:：]", text):
        return False
    number = number_asked(question)
    if number:
        return re.search(rf"(?<![\d.])(?:{number}|{in_chinese(number)}){_KINDS}", text) is not None
    asked = _TO_NAME.search(question.text)
    kind = asked and (asked["zh"] or _KINDS_EN[asked["en"].lower()])
    return kind is not None and re.search(rf"\d[余多]?{_KINDS}(?:{kind})", text) is not None


def counted(
    question: Question, knowledge: Knowledge, period: Period, wanted: tuple[Wanted, ...]
) -> list[Span]:
    """The list of as many items as the question asks for: 哪十件事, 哪五件大事."""
    number = number_asked(question)
    if not number:
        return []
    said = re.compile(rf"(?:{number}|{in_chinese(number)})(?:件|个|项|大|方面|条|类|点)")
    slight = sum(word.weight for word in wanted) <= _SLIGHT
    best: tuple[float, list[Span]] = (0.0, [])
    for entry in knowledge.clauses:
        section = entry.section
        if not period.holds_part(
            section.part if section else Part.OPENING, section.year if section else None
        ):
            continue
        if entry.start != entry.sentence_start or not (
            ":" in entry.text or "：" in entry.text or BEFORE_LIST.search(entry.text)
        ):
            continue
        score = clause_score(entry, wanted)
        if slight and said.search(entry.text):  # 集中力量办好十件民生实事:
            score += _FITS
        if score <= best[0] or score < _FITS:
            continue
        spans = introduced(knowledge, entry)
        if len(spans) == number:
            best = (score, spans)
    titled = _titled(said, number, knowledge, period)
    return best[1] or titled or _closed_by(number, knowledge, period, wanted)


def _titled(said: re.Pattern[str], number: int, knowledge: Knowledge, period: Period) -> list[Span]:
    """The items below a heading that has their number: 附件：2022年十件民生实事."""
    report = knowledge.report
    for section in report.sections:
        if not said.search(section.heading) or not period.holds_part(section.part, section.year):
            continue
        below = [
            one
            for one in report.sections
            if one.level == section.level + 1 and section.start < one.start < section.end
        ]
        if len(below) == number:
            return [(one.start, _line_end(report.text, one)) for one in below]
    return []


def _line_end(text: str, section: Section) -> int:
    end = text.find("\n", section.start)
    return section.end if end < 0 else min(end, section.end)


def _closed_by(
    number: int, knowledge: Knowledge, period: Period, wanted: tuple[Wanted, ...]
) -> list[Span]:
    """A list with its number behind it: 汽车、食品医药、建筑、商贸、陆港经济等五大千亿产业集群."""
    named = rf"(?:{number}|{in_chinese(number)}{'|两' if number == 2 else ''})"
    closed = re.compile(
        rf"(?:[、”》][^。；;，,]{{2,40}}){{{number - 1}}}等?“?{named}{_KINDS}"
        r"(?P<kind>[^，,、。；;]{2,})"
    )
    kinds_asked = [word for word in wanted if not re.match(named, word.topic.text)]
    best: tuple[float, list[Span]] = (0.0, [])
    for entry in knowledge.clauses:
        part, year = (
            (entry.section.part, entry.section.year) if entry.section else (Part.OPENING, None)
        )
        if not period.holds_part(part, year):
            continue
        found = closed.search(entry.text)
        if not found:
            continue
        score = clause_score(entry, wanted)
        if score > max(best[0], _CLOSED) and any(w.stands_in(found["kind"]) for w in kinds_asked):
            best = (score, [(entry.start, entry.end)])
    return best[1]
