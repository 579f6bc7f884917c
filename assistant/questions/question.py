"""Understands a question: language, period, what it asks for, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.claims import blanked
from assistant.models import Language
from assistant.number_words import with_digits
from assistant.questions import asking, phrases, place_words, times
from assistant.questions.asked_unit import PHYSICAL, AskedUnit, asked_unit
from assistant.questions.place_names import find_places
from assistant.questions.split_verbs import with_verbs_whole
from assistant.questions.topics import (
    LATIN_WORD,
    Topic,
    find_terms,
    find_topics,
)
from corpus.figures.quantities import find_quantities, fold
from corpus.units import quantities

_CHINESE = re.compile("[\u4e00-\u9fff]")
_MANY = 20
_MEASURED = (AskedUnit.PEOPLE, AskedUnit.LENGTH, AskedUnit.AREA, AskedUnit.WEIGHT)


class Form(StrEnum):
    """What kind of answer a question wants."""

    FIGURE = "figure"  # a quantity
    LIST = "list"  # which measures, which projects
    CLAUSE = "clause"  # who, when, where, whether, why, what is
    COMPARISON = "comparison"  # target against achieved


class Aspect(StrEnum):
    """Which measure of an indicator a question asks for, where it says so."""

    GROWTH = "growth"
    LEVEL = "level"
    SHARE = "share"
    RANK = "rank"
    GAP = "gap"  # by how much it lies above or below a wider place's


@dataclass(frozen=True)
class Question:
    """A question as understood. ``years`` are those it names; relative ones stand apart."""

    text: str
    language: Language
    years: tuple[int, ...]
    relative: tuple[int, ...]  # 0 this year, -1 last year, 1 next year, of the report
    target: bool
    actual: bool
    aspect: Aspect | None
    form: Form
    topics: tuple[Topic, ...]
    places: tuple[str, ...]  # as named: "鄱阳县", "Poyang County"
    wider: tuple[str, ...]  # "全省", "全国"
    unit: AskedUnit | None
    spans_years: bool  # asks of several years together: 五年来, "over the last five years"
    frame: str  # the question with the field's terms blanked: what it asks of them
    denied: str = ""  # what it names only to keep it out: 存栏多少头(不是出栏)

    @property
    def has_topic(self) -> bool:
        """Whether the question says what it is about."""
        return bool(self.topics)

    @property
    def has_period(self) -> bool:
        """Whether the question says which year it is about."""
        return bool(self.years or self.relative)


def language_of(text: str) -> Language:
    """Chinese, unless Latin words outnumber Chinese signs ("What is 地区生产总值?" is English)."""
    words = len(LATIN_WORD.findall(text))
    signs = len(_CHINESE.findall(text))
    return (
        Language.EN if words > 1 and words * 2 >= signs else (Language.ZH if signs else Language.EN)
    )


def understand(text: str, language: Language | None = None) -> Question:
    """Read a question.

    Args:
        text: in Chinese or English.
        language: of the answer; that of the question unless given.
    """
    opened = with_digits(fold(text))
    opened = blanked(opened, [one.span() for one in asking.PREAMBLE.finditer(opened)])
    plain, no_target, no_actual = _without_denied(opened)
    plain, denied = _without_others(with_verbs_whole(plain))
    taken = _Taken(plain)
    years = _years(plain, taken)
    relative = tuple(
        offset
        for offset, pattern in (
            (0, times.THIS_YEAR),
            (-1, times.LAST_YEAR),
            (1, times.NEXT_YEAR),
        )
        if taken.all(pattern)
    )
    beside = phrases.BESIDE_LAST.search(plain) or asking.FROM_THIS_YEAR_TO.search(plain)
    if beside and -1 not in relative:
        relative = (*relative, -1)
    moved = phrases.MOVED_BETWEEN.search(plain)
    if moved and moved["since"] and 0 not in relative:  # what it has become is this year's
        relative = (*relative, 0)
    terms = find_terms(blanked(plain, [one.span() for one in asking.PLAN_END.finditer(plain)]))
    amount = asking.AMOUNT.search(plain)
    if amount:  # what it is the cost of is named before
        said = amount.span(amount.lastgroup or 0)
        taken.spans.append(said)
        terms = [one for one in terms if one.end != said[1]]
    for pattern in place_words.WIDER.values():
        taken.all(pattern)
    taken.spans.extend(one.span("part") for one in asking.BEST_PART.finditer(plain))
    outside = blanked(plain, _apart_from_was(terms))
    outside = blanked(outside, [one.span() for one in asking.NOT_MEANT.finditer(outside)])
    wider = tuple(name for name, pattern in place_words.WIDER.items() if pattern.search(outside))
    ranked = phrases.RANK.search(plain) or phrases.PLACE_NAMED.search(plain)
    ranked = ranked if not asking.FROM_WHERE_TO_WHERE.search(plain) else None
    aspect = Aspect.RANK if ranked else _aspect(outside) or _growing(terms)
    if aspect in (Aspect.RANK, Aspect.GROWTH) and asking.RUN_OF_YEARS.search(plain):
        aspect = None
    if taken.all(asking.AHEAD) or (aspect is Aspect.GROWTH and asking.HOW_LONG.search(plain)):
        aspect = None  # how long does approval take once it is cut
    if denied and aspect in (None, Aspect.LEVEL):
        aspect = _other_aspect(denied) or aspect
    return Question(
        text=text,
        language=language or language_of(text),
        years=years,
        relative=relative,
        target=not no_target and (no_actual or _says_target(plain, outside)),
        actual=not no_actual and (no_target or _says_actual(outside)),
        aspect=aspect,
        form=_form(plain, outside, aspect, terms, _periods(plain, years, relative)),
        topics=find_topics(plain, taken.spans, terms),
        places=find_places(
            blanked(plain, [*taken.spans, *((one.start, one.end) for one in terms)])
        ),
        wider=wider,
        unit=None if aspect in (Aspect.RANK, Aspect.GAP) else _unit(plain, outside, aspect),
        spans_years=any(pattern.search(plain) for pattern in (times.SPAN_OF_YEARS, asking.SINCE)),
        frame=outside,
        denied=denied,
    )


def _apart_from_was(terms: list[Topic]) -> list[tuple[int, int]]:
    """The spans of terms, but for "were" within one that says when: jobs (were) created."""
    spans: list[tuple[int, int]] = []
    for term in terms:
        start = term.start
        for said in re.finditer(r"\b(?:was|were|has been|have been)\b", term.text):
            spans.append((start, term.start + said.start()))
            start = term.start + said.end()
        spans.append((start, term.end))
    return spans


def _periods(plain: str, years: tuple[int, ...], relative: tuple[int, ...]) -> int:
    """How many years a question is about: last year (2021) is one, this year than 2021 are two."""
    held = phrases.WHETHER.search(plain) and (
        phrases.MORE_THAN.search(plain) or phrases.MOVED_BETWEEN.search(plain)
    )
    return len(years) + len(relative) if held else max(len(years), len(relative))


class _Taken:
    """Which characters of a question are already understood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []

    def all(self, pattern: re.Pattern[str]) -> bool:
        found = [match.span() for match in pattern.finditer(self.text)]
        self.spans.extend(found)
        return bool(found)


def _without_denied(text: str) -> tuple[str, bool, bool]:
    """The text without the kind that it says is not meant: "the result, not the target".

    Returns:
        The text with that blanked, and whether it is the target, or what was achieved.
    """
    found = []
    for pattern in (asking.NOT_TARGET, asking.NOT_ACTUAL):
        spans = [match.span() for match in pattern.finditer(text)]
        text = blanked(text, spans)
        found.append(bool(spans))
    return text, found[0], found[1]


def _without_others(text: str) -> tuple[str, str]:
    """The text without the things that it says are not meant, and these."""
    found = list(asking.NOT_THING.finditer(text))
    told = (one["zh"] or one["en"] for one in found)
    return blanked(text, [one.span() for one in found]), ",".join(told)


def _other_aspect(denied: str) -> Aspect | None:
    """The measure that is meant where the other is not: 出口多少(不是增速), "not the total"."""
    if phrases.GROWTH.search(denied):
        return Aspect.LEVEL
    total = re.fullmatch(
        r"绝对[值额]|总[量额值]|(?:the )?(?:total|amount|value|size)", denied.strip()
    )
    return Aspect.GROWTH if total else None


def _years(text: str, taken: _Taken) -> tuple[int, ...]:
    """The years that are asked for; what names them is taken."""
    found = times.years_named(text)
    for named in (asking.PLAN_END, times.ENGLISH_PLAN, times.YEAR, times.CHINESE_YEAR):
        taken.all(named)
    return found


def _aspect(text: str) -> Aspect | None:
    """The measure asked for; none where several are asked for together, or for how long."""
    if phrases.ON_YEAR.search(text):
        return Aspect.GROWTH
    if phrases.GAP.search(text) and not phrases.RANK.search(text):
        return Aspect.GAP
    text = asking.ONCE_CHANGED.sub("", text)
    if asking.CHANGE.search(text) or asking.POINTS_MOVED.search(text):
        return Aspect.GROWTH
    told = asking.SHARE_REACHES.sub("", text)
    several = [
        pattern.search(told) is not None
        for pattern in (phrases.GROWTH, phrases.COUNT, phrases.SHARE)
    ]
    if sum(several) > 1 or phrases.LEVEL_AND_GROWTH.search(text):
        return None
    for aspect, pattern in (
        (Aspect.RANK, phrases.RANK),
        (Aspect.SHARE, phrases.SHARE),
        (Aspect.GROWTH, phrases.GROWTH),
        (Aspect.LEVEL, phrases.LEVEL),
    ):
        if pattern.search(text):
            return aspect
    return None


def _growing(terms: list[Topic]) -> Aspect | None:
    """Growth where a name says it: "economic growth", but no rate of natural growth."""
    grows = any(phrases.GROWTH.search(one.text) and "增长" not in one.terms[0].zh for one in terms)
    return Aspect.GROWTH if grows else None


def _unit(plain: str, outside: str, aspect: Aspect | None) -> AskedUnit | None:
    """The unit asked for, by the frame; some also by a term: what did it cost, how many farmers.

    A goal for investment, or the growth of floor space sold, is as likely told in percent.
    """
    by_term = asked_unit(plain)
    if aspect is Aspect.GROWTH and not phrases.COUNT.search(plain):
        return asked_unit(outside)
    if by_term in _MEASURED:  # how many kilometres of rural road, a term of its own
        return by_term
    told = asked_unit(outside)
    if by_term in PHYSICAL and told in (None, AskedUnit.COUNT):
        return by_term  # "kilometres of county roads" may be a term whole
    if by_term is AskedUnit.TIME and told is AskedUnit.LENGTH:
        return by_term  # 企业开办时间(压到多长), whose term says that it is a time
    aim = "investment" in plain.lower() and phrases.TARGET.search(outside)
    return told or (by_term if by_term is AskedUnit.MONEY and not aim else None)


def _says_target(plain: str, outside: str) -> bool:
    """Whether a target is asked for; 预期指标 is a term of the field that says so itself.

    What a work will cost in total is none: reports tell it of what is under way, too. Nor is
    the plan that a work was ahead of: 比原计划早了多久.
    """
    if asking.AMOUNT.search(plain) and asking.IN_TOTAL.search(plain):
        return False
    outside = asking.AHEAD.sub("", outside)
    return any(
        pattern.search(text) is not None
        for pattern, text in ((phrases.TARGET, outside), (asking.AIM_TERM, plain))
    )


def _says_actual(outside: str) -> bool:
    """Whether what was achieved is asked for; a target that "was set" is a target still."""
    if phrases.AIM.search(outside):
        return phrases.DONE.search(outside) is not None
    if asking.ARRANGED.search(outside):
        return False
    if phrases.ACTUAL.search(outside):
        return True
    if phrases.TARGET.search(outside):
        return False
    return any(pattern.search(outside) for pattern in (phrases.DONE_TO, phrases.NOW))


def _form(plain: str, outside: str, aspect: Aspect | None, terms: list[Topic], years: int) -> Form:
    missed = phrases.AIM.search(plain) and phrases.SHORTFALL.search(outside)  # 离目标差多少
    held = aspect is not Aspect.RANK or years > 1
    if missed or (held and _compares(outside, terms, years)):
        return Form.COMPARISON
    if phrases.names_several(outside):
        return Form.LIST
    told = any(one.search(outside) for one in (asking.STANDARD, asking.AHEAD))
    named = told or any(map(_is_structure, terms))
    if aspect is not Aspect.RANK and named:
        return Form.CLAUSE
    indicator = any(topic.is_indicator for topic in terms)
    aim = indicator and any(one.search(plain) for one in (asking.AIM_SET, asking.BEST_PART))
    if aim or aspect is Aspect.RANK or _asks_number(plain, outside):
        return Form.FIGURE
    if asking.MAIN_AIMS.search(plain) or asking.FAILINGS.search(plain):
        return Form.LIST
    if phrases.WHETHER.search(outside) and phrases.AGAINST_WIDER.search(outside):
        return Form.CLAUSE
    if any(pattern.search(outside) for pattern in (phrases.WHO, phrases.WHEN, phrases.WHERE)):
        level = indicator and asking.LEVEL_WHERE.search(outside)
        return Form.FIGURE if level else Form.CLAUSE
    if aspect is Aspect.GAP or (aspect in (Aspect.GROWTH, Aspect.SHARE) and indicator):
        return Form.FIGURE
    if phrases.LIST.search(outside):
        return Form.FIGURE if indicator and asking.FARED.search(outside) else Form.LIST
    measured = indicator or any(map(_is_measured, terms))
    if phrases.OPEN.search(outside) and not measured:
        return Form.FIGURE if aspect else Form.LIST
    if _states_quantity(outside):
        return Form.FIGURE
    if phrases.WHY.search(outside) or phrases.WHETHER.search(outside):
        return Form.FIGURE if indicator else Form.CLAUSE
    return Form.FIGURE if measured or aspect else Form.CLAUSE


def _is_measured(topic: Topic) -> bool:
    """What was the (output value) of the sector: a figure, whatever it is of."""
    return any(term.zh.endswith(("值", "收入", "利润", "产能")) for term in topic.terms)


def _is_structure(topic: Topic) -> bool:
    """三次产业结构调整为9.8:42.6:47.6: several numbers together, which no figure holds."""
    return any(term.zh.endswith("结构") for term in topic.terms)


def _compares(outside: str, terms: list[Topic], years: int) -> bool:
    """Whether a question holds two figures against each other."""
    if phrases.COMPARE.search(outside) and not phrases.WHY.search(outside):
        return True
    each = (asking.SAID_AND_DONE, asking.FROM_WHERE_TO_WHERE, asking.FROM_THIS_YEAR_TO)
    if any(one.search(outside) for one in each):
        return True
    each_year = (phrases.EXCEEDS, phrases.MOVED_BETWEEN, phrases.WHICH_YEAR)
    beside = any(one.search(outside) for one in each_year)
    if years > 1 and beside:
        return True
    # 年初定的和实际完成的各是多少, "what was achieved in 2025 and what is planned for 2026"
    of_each = years > 1 or phrases.OF_EACH.search(outside)
    if of_each and phrases.TARGET.search(outside) and phrases.DONE.search(outside):
        return True
    more = phrases.AIM.search(outside) or phrases.MORE_THAN.search(outside)
    if not more:
        return False
    return years > 1 or (_says_actual(outside) and _is_quantity(outside, terms))


def _asks_number(plain: str, outside: str) -> bool:
    """Whether a question asks how many, for a unit, or for the exact number."""
    counted = asked_unit(outside) not in (None, AskedUnit.TIME)
    counted = counted or asking.AMOUNT.search(plain) is not None
    exact = any(one.search(plain) for one in (asking.EXACT, asking.TO_REACH, asking.CHANGE))
    return phrases.HOW_MANY.search(outside) is not None or counted or exact


def _states_quantity(outside: str) -> bool:
    """Whether a question gives a figure to be confirmed: 听说民生实事还是69件?"""
    units = [one.unit for one in find_quantities(outside)]
    if any(unit not in ("年", "月", "日", "") for unit in units):
        return True
    if phrases.WHY.search(outside) and asking.ONLY_SO_MANY.search(outside):
        return True
    # "150 trains" is to be confirmed, "Line 4" is a name
    return any(
        one.unit or (one.value >= _MANY and not 1900 < one.value < 2100)
        for one in quantities(outside)
    )


def _is_quantity(outside: str, terms: list[Topic]) -> bool:
    return any(topic.is_indicator for topic in terms) or (
        phrases.HOW_MANY.search(outside) is not None
    )
