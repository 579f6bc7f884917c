"""Lists in a report: what a colon introduces, what stands under a heading, what is owned up to."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.wanted import Wanted
from assistant.questions.period import Period
from assistant.questions.question import Question
from corpus.header import chinese_number
from corpus.models import Kind, Report, Section
from corpus.outline import section_at
from corpus.sentences import Span

MOST = 12  # items that are told of a list which the report gives as one
_LINES = 1500  # characters
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
    lambda n: f"{in_chinese(n)}是",
    lambda n: rf"[（(]{n}[）)]",
    lambda n: rf"{n}[.．、](?!\d)",
    lambda n: f"第{in_chinese(n)}[，,、]",
    lambda n: chr(ord("①") + n - 1),
)
# 重点抓好以下五方面工作:, and with a full stop where headings follow
BEFORE_LIST = re.compile(
    r"[:：]$|(?:以下|如下|下列)[^，,。]{0,16}。$|[一二三四五六七八九十\d]+个?方面[的]?工作。$"
)

# 要实现“五个新跨越”：, and twelve headings of one level, the last seven of another matter
_ANNOUNCED = re.compile(r"([二三四五六七八九十]{1,2})(?:个|项|大|方面)[^，,。；;:：]{0,12}[:：]")


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
    # what it owns up to is told to who asks for that alone: 主导产业链条不长 lists no industries
    own = re.search("[:：]", report.text[entry.start : entry.end])
    failings = _OWNS_UP.search(report.text[entry.sentence_start : entry.end])
    if len(siblings) > 1 and own and not failings:
        return siblings[:MOST]
    if not BEFORE_LIST.search(report.text[entry.start : entry.end]):
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


def in_chinese(number: int) -> str:
    """A number up to 29 in Chinese numerals."""
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
