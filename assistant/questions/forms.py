"""Which form of answer a question wants, and whether it asks for a target or what was achieved."""

from __future__ import annotations

import re

from assistant.questions import asking, phrases, places_asked, times
from assistant.questions.asked_unit import AskedUnit, asked_unit
from assistant.questions.question import Aspect, Form
from assistant.questions.topics import Topic
from corpus.figures.quantities import find_quantities
from corpus.units import quantities

_MANY = 20
_BARE_SUM = re.compile(r"\d[\d.]*[万亿](?=[,，。?？吗吧呢]|$)")  # 加起来才36.2亿,是不是少了


def form_of(
    plain: str, outside: str, aspect: Aspect | None, terms: list[Topic], years: int
) -> Form:
    """The form of answer that a question wants.

    Args:
        plain: the question.
        outside: the same with the field's ``terms`` blanked.
        aspect: the measure that it asks for.
        years: how many years it is about.
    """
    missed = phrases.AIM.search(plain) and phrases.SHORTFALL.search(outside)  # 离目标差多少
    held = aspect is not Aspect.RANK or years > 1
    if missed or (held and _compares(outside, terms, years)):
        return Form.COMPARISON
    outruns = places_asked.asks_who_outran(plain, outside)
    if phrases.names_several(outside) and not outruns:
        return Form.LIST
    told = any(one.search(outside) for one in (asking.STANDARD, asking.AHEAD))
    named = told or any(map(_is_structure, terms))
    if aspect is not Aspect.RANK and named:
        return Form.CLAUSE
    indicator = any(topic.is_indicator for topic in terms)
    aim = indicator and any(one.search(plain) for one in (asking.AIM_SET, places_asked.BEST_PART))
    if outruns or aim or aspect is Aspect.RANK or _asks_number(plain, outside):
        return Form.FIGURE
    if asking.MAIN_AIMS.search(plain) or asking.FAILINGS.search(plain):
        return Form.LIST
    if phrases.WHETHER.search(outside) and phrases.AGAINST_WIDER.search(outside):
        return Form.CLAUSE
    if any(pattern.search(outside) for pattern in (phrases.WHO, phrases.WHEN, phrases.WHERE)):
        level = indicator and any(
            one.search(outside) for one in (asking.LEVEL_WHERE, asking.STOOD_AT)
        )
        return Form.FIGURE if level else Form.CLAUSE
    if aspect is Aspect.GAP or (aspect in (Aspect.GROWTH, Aspect.SHARE) and indicator):
        return Form.FIGURE
    if phrases.LIST.search(outside):  # how did profits do, or change
        moved = indicator or aspect is Aspect.GROWTH
        return Form.FIGURE if moved and asking.FARED.search(outside) else Form.LIST
    measured = indicator or any(map(_is_measured, terms))
    if phrases.OPEN.search(outside) and not measured:
        return Form.FIGURE if aspect else Form.LIST
    if _states_quantity(outside):
        return Form.FIGURE
    if phrases.WHY.search(outside) or phrases.WHETHER.search(outside):
        return Form.FIGURE if indicator else Form.CLAUSE
    return Form.FIGURE if measured or aspect else Form.CLAUSE


def says_target(plain: str, outside: str) -> bool:
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


def says_actual(outside: str) -> bool:
    """Whether what was achieved is asked for; a target that "was set" is a target still."""
    if phrases.AIM.search(outside):
        return phrases.DONE.search(outside) is not None
    if asking.ARRANGED.search(outside):
        return False
    if phrases.ACTUAL.search(outside):
        return True
    if phrases.TARGET.search(outside):
        return False
    dated = times.YEAR.search(outside) or times.THIS_YEAR.search(outside)
    if phrases.THERE_ARE.search(outside) and not dated:
        return True
    return any(pattern.search(outside) for pattern in (phrases.DONE_TO, phrases.NOW))


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
    each_year = (
        phrases.EXCEEDS,
        phrases.MOVED_BETWEEN,
        phrases.WHICH_YEAR,
        phrases.AND_MORE,
    )
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
    if phrases.AIM.search(outside) and asking.is_beaten(outside) and _is_quantity(outside, terms):
        return True  # 工业投资超过目标了吗: what was reached, beside what was aimed at
    # "Will more houses be built than in 2021?": of what is to come, and of that year
    ahead = phrases.MORE_THAN.search(outside) and phrases.TARGET.search(outside)
    return years > 1 or bool(
        (ahead and asking.THAN_YEAR.search(outside))
        or (says_actual(outside) and _is_quantity(outside, terms))
    )


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
    if _BARE_SUM.search(outside):
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
