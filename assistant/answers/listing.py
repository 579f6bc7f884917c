"""Lists in a report: what a colon introduces, what stands under a heading, what is owned up to."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.matching import clause_score
from assistant.matching.wanted import Wanted
from assistant.questions.period import Period
from assistant.questions.question import Question
from corpus.header import chinese_number
from corpus.models import Kind, Part, Report, Section
from corpus.outline import section_at
from corpus.sentences import Span

MOST = 12  # items that are told of a list which the report gives as one
_LINES = 1500  # characters
_FITS = 0.5  # what a list of the right length must have of the question's words
_SLIGHT = 0.5  # words that weigh no more say only how many things are asked for: 哪五件大事
_CLOSED = 0.3  # and a clause that ends in their number, if it has a word of them behind it
_BLOCKS = 0.2  # the weight of a word that asks for other than the report's own failings

# 承认有哪些短板和不足, "what shortcomings does it admit"
_FAILING = re.compile(
    r"不足|短板|问题|困难|短处|没(?:有)?做好|软肋|薄弱|差距|挑战|毛病|弱项|\b(?:shortcomings?|weakness(?:es)?|"
    r"wrong|problems?|difficult(?:y|ies)|challenges?|deficienc(?:y|ies)|failings?)\b",
    re.IGNORECASE,
)
_ADMITTING = re.compile(
    r"承认|坦承|存在|面临|自己|[没未](?:有|能)?(?:解决|办好|做好|搞好|处理)|指出|认识|反思|看到|\b(?:admit\w*|own\w*|acknowledg\w*|conced\w*|face\w*|"
    r"accounts?|went|exist\w*|list\w*|see[ns]?|itself|remain\w*|still)\b",
    re.IGNORECASE,
)
# 我们也清醒看到存在的困难和问题: what the report says before its own
_OWNS_UP = re.compile(
    r"(?:清醒|也看到|也要看到|认识到|必须看到|还存在|仍存在|依然存在|还面临|仍面临)[^。；;\n]{0,60}?"
    r"(?:不足|问题|短板|困难|差距|挑战|矛盾)"
)
_ITEM = re.compile(
    r"(?=(?:其?[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十][,，是]))|(?<=[；;。])"
)
# 对此,我们将采取有力措施: no item any more
_AFTER = re.compile(
    r"\s*(?:对此|对于这些|针对这些|这些问题|我们(?:将|要|必须|一定)|下一步|各位代表)"
)

_NUMBERS = 20  # items, at most
_NUMBERED: tuple[Callable[[int], str], ...] = (
    lambda n: f"{_in_chinese(n)}是",
    lambda n: rf"[（(]{n}[）)]",
    lambda n: rf"{n}[.．、](?!\d)",
    lambda n: f"第{_in_chinese(n)}[，,、]",
    lambda n: chr(ord("①") + n - 1),
)
# 重点抓好以下五方面工作:, and with a full stop where headings follow
_BEFORE_LIST = re.compile(
    r"[:：]$|(?:以下|如下|下列)[^，,。]{0,16}。$|[一二三四五六七八九十\d]+个?方面[的]?工作。$"
)

# 要实现“五个新跨越”：, and twelve headings of one level, the last seven of another matter
_ANNOUNCED = re.compile(r"([二三四五六七八九十]{1,2})(?:个|项|大|方面)[^，,。；;:：]{0,12}[:：]")

_COUNTED = re.compile(
    r"哪([二三四五六七八九十两]+|\d+)[^，,。?？]{0,2}?(?:件|个|项|大|方面|条|招|类|点|桩|块|家|种|座|所)|"
    r"(?<![第\d])([二三四五六七八九十两]{1,2}|\d{1,2})(?:件|个|项|大|条|块|类|家|种|座|所)(?=[^，,。?？\d]{2,14}"
    r"(?:是哪|是什么|都?有哪|分别[是有叫]|各是|叫什么|都是[什哪]))|"
    r"\b(?:which|what|the|list|name|its|were the|are the) "
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


def introduced(knowledge: Knowledge, entry: ClauseEntry) -> list[Span]:
    """What a clause that ends with a colon introduces: the headings after it, or its clauses.

    "今年重点抓好以下五方面工作:" is followed by five sections; "存在一些短板和不足:对比…;对照…"
    by the clauses of its own sentence.
    """
    report = knowledge.report
    items = enumerated(report.text, entry.sentence_end)
    if items:
        return items[:MOST]
    siblings = [
        (other.start, other.end)
        for other in knowledge.clauses
        if other.sentence_start == entry.sentence_start
    ]
    if len(siblings) > 1 and re.search("[:：]", report.text[entry.start : entry.end]):
        return siblings[:MOST]
    if not _BEFORE_LIST.search(report.text[entry.start : entry.end]):
        return []
    lines = _lines_after(report, entry)
    if len(lines) > 1:
        return lines[:MOST]
    following = [s for s in report.sections if s.start >= entry.end]
    if not following or not re.fullmatch(r"\s*", report.text[entry.end : following[0].start]):
        return []
    headings = _headings(report, following)
    said = _ANNOUNCED.search(report.text[entry.start : entry.end])
    number = chinese_number(said[1]) if said else None
    return headings[:number] if number and 1 < number < len(headings) else headings


def enumerated(text: str, start: int) -> list[Span]:
    """The numbered items that a sentence goes over into: 办好为民实事。一是…。二是…。十是…。

    Args:
        start: the sentence's end; the items are of the same paragraph.
    """
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    styles = (s for s in _NUMBERED if re.compile(rf"\s*{s(1)}").match(text, start, end))
    style = next(styles, None)
    if style is None:
        return []
    marks = [start]
    while len(marks) < _NUMBERS:
        number = rf"(?<=[。；;])\s*{style(len(marks) + 1)}"
        following = re.compile(number).search(text, marks[-1] + 1, end)
        if not following:
            break
        marks.append(following.start())
    last = re.compile("[。！]").search(text, marks[-1], end)
    found = list(pairwise([*marks, last.end() if last else end]))
    return found if len(found) > 1 else []


def named_items(
    knowledge: Knowledge, entry: ClauseEntry, items: list[Span], wanted: tuple[Wanted, ...]
) -> list[Span]:
    """Of a list's items those of what the question names: 出口的预期指标 is one of ten.

    All of them where no item has an indicator that the question names, or where what introduces
    the list has it.
    """
    before = re.split("[:：]", entry.text)[0]
    named = [word for word in wanted if word.topic.is_indicator and not word.stands_in(before)]
    text = knowledge.report.text
    own = [
        (start, end)
        for start, end in items
        if any(word.stands_in(folded_name(text[start:end])) for word in named)
    ]
    return own or items


def _headings(report: Report, sections: list[Section]) -> list[Span]:
    """The headings of the first section's level, up to one of a higher level."""
    found: list[Span] = []
    for section in sections:
        if section.level < sections[0].level:
            break
        if section.level == sections[0].level and section.heading:
            found.append(heading_span(report, section))
    return found[:MOST]


def heading_span(report: Report, section: Section) -> Span:
    """Where a section's heading stands, without its number."""
    start = report.text.index(section.heading, section.start)
    return start, start + len(section.heading)


def _lines_after(report: Report, entry: ClauseEntry) -> list[Span]:
    """The lines of a list after a colon: "…以下实事：" and a line for each, ended by ；.

    A numbered line may have become a section without a heading.
    """
    found: list[Span] = []
    for match in re.finditer(r"[^\n]+", report.text[entry.end : entry.end + _LINES]):
        start, end = entry.end + match.start(), entry.end + match.end()
        section = section_at(report.sections, start)
        if section != entry.section and (section is None or section.heading):
            break
        found.append((start, end))
        if not match[0].rstrip().endswith(("；", ";")):
            break
    return found


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
        return re.search(rf"(?<![\d.])(?:{number}|{_in_chinese(number)}){_KINDS}", text) is not None
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
    said = re.compile(rf"(?:{number}|{_in_chinese(number)})(?:件|个|项|大|方面|条|类|点)")
    slight = sum(word.weight for word in wanted) <= _SLIGHT
    best: tuple[float, list[Span]] = (0.0, [])
    for entry in knowledge.clauses:
        section = entry.section
        if not period.holds_part(
            section.part if section else Part.OPENING, section.year if section else None
        ):
            continue
        if entry.start != entry.sentence_start or not (
            ":" in entry.text or "：" in entry.text or _BEFORE_LIST.search(entry.text)
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
    named = rf"(?:{number}|{_in_chinese(number)}{'|两' if number == 2 else ''})"
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


def _in_chinese(number: int) -> str:
    tens = "" if number < 10 else "十" if number < 20 else "二十"
    return tens + ("" if tens and number % 10 == 0 else "〇一二三四五六七八九"[number % 10])


def admitted(
    question: Question, knowledge: Knowledge, period: Period, wanted: tuple[Wanted, ...]
) -> list[Span]:
    """The failings that a report owns up to, each by itself, where a question asks for them."""
    if not _FAILING.search(question.text) or period.kind is Kind.TARGET:
        return []
    said = [
        range(*match.span())
        for pattern in (_FAILING, _ADMITTING)
        for match in pattern.finditer(question.text)
    ]
    other = [
        word
        for word in wanted
        if word.weight >= _BLOCKS and not any(word.topic.start in span for span in said)
    ]
    text = knowledge.report.text
    found = _OWNS_UP.search(text)
    if not found:
        return []
    items = _items(text, found.end())
    if other:
        items = [(a, b) for a, b in items if all(_names(word, text[a:b]) for word in other)]
    return items[:MOST]


def _names(word: Wanted, item: str) -> bool:
    """Whether a failing is of what is asked; "the economy" is no GDP there, but 经济."""
    economy = word.topic.is_indicator and re.search("econom|经济", word.topic.text, re.IGNORECASE)
    return "经济" in item if economy else word.stands_in(item)


def _items(text: str, position: int) -> list[Span]:
    """一是…；二是…。: the items from a position on, over line ends where they go on."""
    found: list[Span] = []
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        colon = re.compile("[:：。]").search(text, position, end) if not found else None
        start = colon.end() if colon else position
        borders = [start, *(m.start() for m in _ITEM.finditer(text, start, end)), end]
        for a, b in pairwise(borders):
            if _AFTER.match(text, a, b):
                return found
            if re.search("[\u4e00-\u9fff]{4}", text[a:b]):
                found.append((a, b))
        more = re.compile(r"\n\s*(?:[一二三四五六七八九十]是|[（(]?\d{1,2}[.．、)）])").match(
            text, end
        )
        if found and not more:
            return found
        position = end + 1
    return found


def under_heading(knowledge: Knowledge, heading: ClauseEntry) -> list[Span]:
    """What stands under a heading: the headings below it, else its clauses."""
    section = heading.section
    if section is None:
        return []
    report = knowledge.report
    below = [
        one
        for one in report.sections
        if one.start > section.start and one.end <= section.end and one.level > section.level
    ]
    if below and below[0].heading and not _is_catchword(heading):
        return _headings(report, below)
    found: list[Span] = []
    for one in knowledge.clauses:
        if one.start < heading.end or one.end > section.end:
            continue
        if is_heading(one):
            break
        found.append((one.start, one.end))
    return found[:MOST]


def is_heading(entry: ClauseEntry) -> bool:
    """Whether a clause is only the heading over others, and so says nothing itself."""
    section = entry.section
    if section is None:
        return False
    named = bool(section.heading) and (
        entry.text.strip("。,，").endswith(folded_name(section.heading))
        and (len(entry.text) <= len(section.number) + len(section.heading) + 1)
    )
    return named or _is_catchword(entry)


def _is_catchword(entry: ClauseEntry) -> bool:
    """引人才。 before the sentences that tell how."""
    return re.fullmatch("[\u4e00-\u9fff]{2,7}。", entry.text) is not None
