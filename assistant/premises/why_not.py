"""Whether figures, or their numbers, deny what a question of why takes for granted."""

from __future__ import annotations

import re
from unicodedata import normalize

from assistant.number_words import NUMBERS
from assistant.questions import asking
from assistant.questions.question import Question
from assistant.questions.turns import FELL
from corpus.models import Figure, Kind, Measure, Qualifier

_IGNORE = re.IGNORECASE
# 为什么下降, 为什么只定5%: what a question of why takes for granted
_DOWN = re.compile(
    rf"{FELL.pattern}|减少|降|跌|少|压减|\b(?:fewer|less|down|lower|cut|worse\w*|shr[iau]nk|"
    r"contract(?:ed)?(?= (?:in|last|this|by)\b|\?))\b",
    _IGNORE,
)
_UP = re.compile(
    r"增长|上升|上涨|涨|增加|多了|多出|\b(?:r[io]se(?:n)?|up|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|more|doubl\w+|doubles?|triple[ds]?|surg\w+|soar\w*)\b",
    _IGNORE,
)
_GAVE_UP = re.compile(
    r"放弃|取消|\b(?:give up|gave up|abandon\w*|drop(?:ped)? its plan)\b", _IGNORE
)
_BEAT = re.compile(
    r"(?:超额|提前|超过|超出|突破|完成|达到)[^,，。？?]{0,12}(?:目标|任务|计划)|"
    r"\b(?:beat|exceed(?:ed)?|surpass(?:ed)?|overshoot|overshot|top(?:ped)?|meet|met|reach(?:ed)?)\b"
    r".{0,30}\b(?:goal|target|plan)\b",
    _IGNORE,
)
# 为什么没有完成目标: what the figures bear out
_UNBEATEN = re.compile(
    r"没|未|不|\b(?:not|never|fail\w*|unable|miss\w*|short of|instead of)\b|n['’]t\b", _IGNORE
)
_OF_AIM = re.compile("完成[^,，。；;]{0,10}(?:目标|计划|任务)的?$")
_LONGEST_AIM = 15  # signs of what it matches at most
_WHOLE = 100  # percent of an aim
_NUMBER = re.compile(r"(?<![\d.A-Za-z])\d+(?:\.\d+)?(?![\d.])")


def denies(question: Question, figures: tuple[Figure, ...]) -> bool:
    """Whether figures show that what a question of why takes for granted is not so.

    "Why did retail sales fall in 2021?" where they rose; 为什么只定5% where it is 7.5%.
    """
    text = normalize("NFKC", question.text)  # １０．３％
    years = {str(year) for year in question.years}
    said = [one for one in _NUMBER.finditer(text) if one[0] not in years]
    named = {float(one[0]) for one in said}
    few = asking.ONLY_SO_MANY.search(text)
    if few and not said:
        named = {float(NUMBERS[few["number"].lower()])}
        said = [few]
    told = {
        abs(float(one.value))
        for one in figures
        if one.value is not None and any(_same_kind(text, number, one) for number in said)
    }
    if named and told and not named & told:
        return True
    moved = [one for one in figures if one.measure in (Measure.GROWTH, Measure.CHANGE)]
    falls = [one for one in moved if one.value is not None and _falls(one)]
    if _GAVE_UP.search(text):
        return bool(moved)
    if _DOWN.search(text):
        return bool(moved) and not falls
    return _UP.search(text) is not None and bool(falls)


def beats(question: Question) -> bool:
    """Whether a question has a target beaten: 为什么超额完成, but not 为什么没有完成."""
    beat = _BEAT.search(question.text)
    return beat is not None and not _UNBEATEN.search(question.text[: beat.end()])


def missed(question: Question, figures: tuple[Figure, ...]) -> bool:
    """Whether a question has a target beaten of which the figures fell short: 为什么超额完成."""
    return beats(question) and any(_fell_short(aim, one) for aim, one in _with_aims(figures))


def was_met(question: Question, figures: tuple[Figure, ...], text: str) -> bool:
    """Whether a question has a target missed that the figures reached: 为什么没完成目标.

    Args:
        text: the report's, by which 104% is of an aim: 完成年度目标的104%.
    """
    if not asking.AIM_MISSED.search(question.text):
        return False
    pairs = _with_aims(figures)
    if pairs:
        return not any(_fell_short(aim, one) for aim, one in pairs)
    return any(
        one.unit == "%"
        and one.value is not None
        and one.value >= _WHOLE
        and _OF_AIM.search(text, max(0, one.start - _LONGEST_AIM), one.start) is not None
        for one in figures
    )


def _with_aims(figures: tuple[Figure, ...]) -> list[tuple[Figure, Figure]]:
    """Each aim with what came of it."""
    return [
        (aim, one)
        for aim in figures
        for one in figures
        if aim.kind is Kind.TARGET
        and one.kind is not Kind.TARGET
        and None not in (aim.value, one.value)
        and (one.indicator, one.year, one.unit, one.measure)
        == (aim.indicator, aim.year, aim.unit, aim.measure)
    ]


def _fell_short(aim: Figure, came: Figure) -> bool:
    if aim.value is None or came.value is None:
        return False
    at_most = aim.qualifier is Qualifier.AT_MOST
    return came.value > aim.value if at_most else came.value < aim.value


def named_numbers(question: Question) -> set[str]:
    """The numbers of a question that are no years, as it writes them."""
    return numbers_of(question.text) - {str(year) for year in question.years}


def numbers_of(text: str) -> set[str]:
    """The numbers of a text, each whole, as it writes them."""
    return set(_NUMBER.findall(normalize("NFKC", text)))


def _same_kind(text: str, number: re.Match[str], figure: Figure) -> bool:
    """Whether a number of a question may be of what a figure is: a percentage, a rank, 亿元."""
    after = text[number.end() :].lstrip()
    ranked = text[: number.start()].rstrip().endswith(("第", "前", "top"))
    ranked = ranked or re.match("[位名]|st|nd|rd|th", after) is not None
    if ranked or figure.measure is Measure.RANK:
        return ranked and figure.measure is Measure.RANK
    percent = re.match("%|per ?cent|percent", after, _IGNORE) is not None
    if percent or figure.unit == "%":
        return percent and figure.unit == "%"
    if re.search("[\u4e00-\u9fff]", after[:1]):
        return after[:1] == figure.unit[:1] or (after[:1] in "万亿" and figure.unit[:1] in "万亿")
    return True


def _falls(figure: Figure) -> bool:
    return figure.value is not None and (
        figure.value < 0 or re.search("[减降]", figure.text) is not None
    )
