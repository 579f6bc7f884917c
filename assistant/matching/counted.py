"""The thing that "how many" counts: a figure of another thing in the sentence is no answer."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry
from assistant.matching.wanted import Wanted
from assistant.questions.question import Question

# "How many job openings did the recruitment events offer?": openings, not events
_COUNTED = re.compile(
    r"\bhow many (?P<thing>.{2,60}?)(?=\s+(?:did|do|does|was|were|is|are|will|would|should|has|"
    r"have|had|can|must|in|of|on|for|at|to|under|by|with|that|which|from|the|got|get|\w+ed)\b|[?,]|$)|"
    # 招聘会提供了多少岗位
    r"(?:多少|几)[个名家场项条处座]?(?P<zh>(?!钱|[万亿]?元)[\u4e00-\u9fff]{2,8})(?=[,，?？呢吗啊]|$)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:did|do|does|will|would|has|have|had|can)\s+(?:the\s+|its\s+)?$", re.IGNORECASE
)
_GAVE = re.compile(
    "(?:一共|总共|共|能|要|会)?(?:提供|带来|创造|吸引|引进|发放|培训|服务|收到|办理)了?(?:多少|几)"
)
_BELOW = 0.15  # a figure of the thing counted may fit so much less than the best of another
_FITS = 0.5  # and must fit so well itself
_TELLING = 0.5  # the weight of a word that names another thing

Scored = list[tuple[float, FigureEntry]]


def counted_first(
    fitting: Scored, scored: Scored, question: Question, wanted: tuple[Wanted, ...]
) -> Scored:
    """Only figures of the thing that is counted, where the report gives one that fits.

    Args:
        fitting: the figures that fit.
        scored: all figures, which one of the thing itself may be among.
    """
    things = _counted(question, wanted)
    if not things or not fitting:
        return fitting
    of_it = [row for row in fitting if any(one.stands_in(row[1].name) for one in things)]
    if of_it:
        return of_it
    best = max(score for score, _ in fitting)
    near = [
        row
        for row in scored
        if row[0] >= max(_FITS, best - _BELOW) and any(one.stands_in(row[1].name) for one in things)
    ]
    names = {entry.name for _, entry in near}
    if names:
        return near if len(names) == 1 else []
    others = [one for one in wanted if one.held and _is_doer(one, question.text)]
    return [row for row in fitting if not _counts_another(row[1], things, others)]


def _is_doer(word: Wanted, asked: str) -> bool:
    """Whether a word is what gives the things counted: did (recruitment events) offer."""
    start, end = word.topic.start, word.topic.end
    return _DOES.search(asked, 0, start) is not None or _GAVE.match(asked, end) is not None


def _counts_another(entry: FigureEntry, things: list[Wanted], others: list[Wanted]) -> bool:
    """Whether what is counted is another thing that the question names: no jobs in 招聘会42场."""
    return not any(one.stands_in(entry.clause) for one in things) and any(
        one.weight >= _TELLING and entry.name.endswith(one.alternatives) for one in others
    )


def _counted(question: Question, wanted: tuple[Wanted, ...]) -> list[Wanted]:
    """The nouns that "how many" stands before, where the report has words for them all."""
    match = _COUNTED.search(question.text)
    if not match:
        return []
    start, end = match.span(match.lastgroup or 0)
    found: list[Wanted] = []
    for part in re.finditer(r"(?:(?! and | or |, ).)+", question.text[start:end]):
        first, last = start + part.start(), start + part.end()
        within = [one for one in wanted if first <= one.topic.start and one.topic.end <= last]
        found += within[-1:]
    return found if all(one.held for one in found) else []


_JOINT = re.compile("[和与及、]")


def by_itself(
    rows: list[tuple[float, FigureEntry]], wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """Without what counts a thing with others, where it has a number of its own.

    个体工商户1.14亿户, not 服务业小微企业和个体工商户86万户.
    """
    named = {name for word in wanted for name in word.alternatives}
    if not any(entry.figure.indicator in named for _, entry in rows):
        return rows
    return [
        row
        for row in rows
        if row[1].figure.indicator in named or not _JOINT.search(row[1].figure.indicator)
    ]
