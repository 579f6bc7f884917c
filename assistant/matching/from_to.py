"""A value with the one that it moved from: 由112户增加到147户."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.questions import phrases
from assistant.questions.question import Form, Question
from corpus.models import Measure

# 五年前后对比, 从多少提高到多少, 是不是越来越高, "then and now": both ends of what moved are
# asked for
_BEFORE_AND_AFTER = re.compile(
    r"前后|变化|变了|(?:改革|压缩|提升|改造|上升|前移|进位|跃升)[以之]?前(?!后)|(?:从|由)(?:20\d\d年的?|[去上]年的?)?(?:多少|几)|原来|原先|当初|[年以之]前(?![沿景])|"
    r"翻了?[一两]?番|越来越|逐年|一年比一年|是不是[^,，。?？]{0,3}[升降涨跌提变][了高低]?|"
    r"\b(?:doubled|tripled|before and after|then and now|from (?:what|how (?:many|much))|used to|"
    r"before (?:the (?:reform|change|cut)s?|"
    r"(?:it|they|that|this) (?:moved|rose|climbed|jumped|advanced|fell|dropped|changed|improved))|"
    r"(?:move[ds]?|climb(?:ed)?|r[io]se|jump(?:ed)?|advanced?) up? ?from(?= *[?]|$)|"
    r"what (?:was|were) (?:it|they) before|"
    r"how (?:did|has|have|much (?:did|has|have)) .{2,60} (?:change|moved?)d?|before that|"
    r"to begin with|"
    r"(?:two|three|four|five|six|ten|\d{1,2}|some|several) years (?:ago|earlier|before))\b",
    re.IGNORECASE,
)
_Row = tuple[float, FigureEntry]


def with_ends(rows: list[_Row], question: Question, knowledge: Knowledge) -> list[_Row]:
    """Both ends of a move for who asks of the change; for others only what it came to.

    A value of some time before that has no year is never told alone: 最低标准(从98元)提高到178元;
    what it is to become is told beside what it is.
    """
    both = _asks_both(rows, question)
    told = {entry.figure.start: score for score, entry in rows}
    found: list[_Row] = []
    for score, entry in rows:
        moved = knowledge.moves.get(entry.figure.start)
        base = knowledge.bases.get(entry.figure.start)
        dateless = entry.figure.year is None
        if moved and moved[1].figure.kind is not entry.figure.kind:
            if dateless and not question.has_period and moved[1].figure.start not in told:
                found.append((score, moved[1]))  # 扣除标准由1000元提高到1500元, this year's aim
        elif moved:
            end = moved[1]
            if end.figure.start not in told and (dateless or (both and _in_years(end, question))):
                found.append((score, end))
            wanted = both or entry.figure.year in question.years
            if not wanted and (dateless or end.figure.start in told):
                continue
        found.append((score, entry))
        if base and both and base.figure.start not in told and _in_years(base, question):
            found.append((score, base))
    return found


# from how many in 2020 (to how many now): the end is of no year that is named
_TO_NOW = re.compile(
    r"\b(?:to (?:what|how (?:many|much))|now|today)\b|到(?:了?(?:现在|如今|目前|多少|几))",
    re.IGNORECASE,
)


def _in_years(entry: FigureEntry, question: Question) -> bool:
    year = entry.figure.year
    named = not question.years or year is None or year in question.years
    return named or _TO_NOW.search(question.text) is not None


def _asks_both(rows: list[_Row], question: Question) -> bool:
    """Whether a question is of a change, and no growth by so much is its answer."""
    if question.target:
        return False
    if _BEFORE_AND_AFTER.search(question.text) or question.form is Form.COMPARISON:
        return True
    grown = any(entry.figure.measure in (Measure.GROWTH, Measure.CHANGE) for _, entry in rows)
    return phrases.GROWTH.search(question.frame) is not None and not grown
