"""Whether a report gives, anywhere, the value that a question asserts.

Before an answer denies a figure, the whole report is looked through for the value: one that
stands near the question's words is what the asker has read, be it of another year, holder or
name than the figure that would deny it.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from functools import lru_cache

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge, ReportNumber
from assistant.evidence.names import folded_name
from assistant.matching.wanted import Wanted, wanted_words
from assistant.questions import phrases
from assistant.questions.period import period_of
from assistant.questions.places import own_names
from assistant.questions.question import Question
from assistant.questions.turns import turned
from assistant.questions.understanding import understand
from assistant.verifying.claim_match import same_indicator
from assistant.verifying.judgement import base_value, is_count, kind_fits
from corpus.models import Figure, Measure

_SHARED = 0.5  # the share of a claim's words that must stand about the value
_LEAST = 0.3
_WHOLE_NAME = 4  # signs of a list's name by which it is known from another
# 已突破, 达到了, "have reached"
_DONE = re.compile(
    r"已|了|\b(?:was|were|has|have|had|reached|exceeded|passed|did|now that)\b", re.IGNORECASE
)
# 各类审批时限平均, "all approvals on average": of the whole, not of a part
_OF_ALL = re.compile(
    r"各[类项]|所有|全部|总体|整体|平均|\b(?:overall|all|average|in total)\b", re.IGNORECASE
)
_NEAR = Decimal("0.05")  # how far a rounded value may be off, as a share


_MEASURED = ("元", "%")


def stands(
    claim: Claimed,
    said: str,
    question: Question,
    knowledge: Knowledge,
    instead: FigureEntry | None = None,
) -> bool:
    """Whether the report gives a claim's value of something that shares the claim's words.

    Args:
        claim: what the question asserts.
        said: the stretch of the question that asserts it.
        question: what was asked.
        knowledge: the report that it is of.
        instead: the figure that would deny it; what has as many of the words may be meant too.
    """
    words = [
        one
        for one in wanted_words(understand(said, question.language), knowledge)
        if not one.topic.text[0].isdigit() and one.alternatives
    ]
    enough = _SHARED
    if instead is not None:
        enough = min(enough, max(_LEAST, _shared(words, instead.name + instead.stretch)))
    return any(
        _alike(claim, one)
        and (one.entry is None or _agrees(claim, one.entry, question, knowledge))
        and _shared(words, one.near) >= enough
        and not (one.entry and instead and _another(words, one.entry, instead, said))
        for one in knowledge.numbers
    )


def _alike(claim: Claimed, one: ReportNumber) -> bool:
    """Whether the numbers are one, in whatever unit of counting, exactly or rounded."""
    ranked = claim.measure is Measure.RANK
    if ranked != one.rank:
        return False
    counted = is_count(claim.unit) and (one.entry is None or is_count(one.unit))
    if not ranked and claim.unit[:1] != one.unit[:1] and (not counted or one.unit in _MEASURED):
        return False
    said = {number for number in (claim.value, claim.low, claim.high) if number is not None}
    return any(number == one.value or _rounded(number, one.value) for number in said)


@lru_cache(maxsize=65536)
def _rounded(said: Decimal, told: Decimal) -> bool:
    """Whether a number is the other with fewer digits: 1790 for 1796.9, 38.6 for 38.64."""
    digits = len(said.normalize().as_tuple().digits)
    if not told or digits < 2 or abs(said - told) > abs(told) * _NEAR:
        return False
    place = Decimal(1).scaleb(told.adjusted() - digits + 1)
    return any(
        (told / place).to_integral_value(mode) * place == said
        for mode in (ROUND_HALF_UP, ROUND_DOWN, ROUND_UP)
    )


def _agrees(claim: Claimed, entry: FigureEntry, question: Question, knowledge: Knowledge) -> bool:
    """Whether a figure is of the direction, time and holder that the question says, if any."""
    figure = entry.figure
    if claim.sign and _sign(figure) and claim.sign != _sign(figure):
        return False
    if timed(claim, question):
        years = period_of(question, knowledge.report).years | {claim.year} - {None}
        if years and figure.year is not None and figure.year not in years:
            return False
    if turned(claim, entry):
        return False  # 跌出前20名: 迈进前20名
    if phrases.IN_ALL.search(claim.frame) and phrases.NEW.search(figure.indicator):
        return False  # 总共只有73家: 新增73家
    if done(claim) and not kind_fits(claim.kind, figure.kind, claim.firm):
        return False
    if not claim.places or not is_place(claim, knowledge):
        return True
    if figure.scope:
        return any(figure.scope in one or one in figure.scope for one in claim.places)
    own = own_names(knowledge)
    return any(one in own or one.rstrip("市县区省州") in own for one in claim.places)


def timed(claim: Claimed, question: Question) -> bool:
    """Whether the question says of what time a figure is, or that it is reached."""
    return claim.year is not None or question.has_period or done(claim)


def done(claim: Claimed) -> bool:
    """Whether the question says that a figure is reached, not only aimed at."""
    return claim.firm or _DONE.search(claim.frame) is not None


def is_place(claim: Claimed, knowledge: Knowledge) -> bool:
    """Whether what a claim takes for a place is one that the report gives figures of."""
    return any(one in knowledge.scopes or one in own_names(knowledge) for one in claim.places)


def _another(words: list[Wanted], entry: FigureEntry, instead: FigureEntry, said: str) -> bool:
    """Whether a figure is of another indicator of the field, and what denies of the very one.

    Rural incomes' 8.3%, which is the growth of urban ones told in the same breath; the second
    place 开发区类, where 涉农县区类 is what is named.
    """
    ranked = instead.figure.measure is Measure.RANK and len(instead.name) >= _WHOLE_NAME
    if ranked and instead.name in folded_name(said) and entry.name not in folded_name(said):
        return True
    asked = tuple(term for word in words if word.topic.is_indicator for term in word.topic.terms)
    return (
        bool(entry.terms)
        and same_indicator(instead, asked) == 1.0
        and not same_indicator(entry, asked)
    )


def said_of_all(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether the value is that of a part only, told in one breath with the whole's.

    各类审批时限平均只缩短22%: 审批时限平均压缩35%,工程项目全流程审批时限缩短22%.
    """
    if not _OF_ALL.search(claim.frame):
        return False
    holders = [
        one
        for one in knowledge.figures
        if base_value(one.figure) == (claim.value, claim.unit)
        and one.figure.measure is claim.measure
    ]
    return bool(holders) and all(
        one.sentence == entry.sentence
        and one.name != entry.name
        and one.name.endswith(entry.name)
        and one.name.removesuffix(entry.name) not in folded_name(claim.sentence)
        and not _OF_ALL.search(one.clause)
        for one in holders
    )


def _sign(figure: Figure) -> int:
    if figure.measure not in (Measure.GROWTH, Measure.CHANGE) or figure.value is None:
        return 0
    return -1 if figure.value < 0 else 1


def _shared(words: list[Wanted], near: str) -> float:
    """The weighted share of words that stand about a value; all, where there are none."""
    total = sum(word.weight for word in words)
    if not total:
        return 1.0
    return sum(word.weight for word in words if word.stands_in(near)) / total
