"""Puts a follow-up together anew from what two questions say: period, kind, measure, topic."""

from __future__ import annotations

import re

from assistant.follow_ups.completion import subject_for
from assistant.follow_ups.elsewhere import placed
from assistant.follow_ups.substitution import substitute
from assistant.matching.subject import counts, subject_of
from assistant.models import Language
from assistant.questions import asking, phrases
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.question import Aspect, Form, Question

_ASPECT_ZH = {
    Aspect.GROWTH: "增长",
    Aspect.SHARE: "占比",
    Aspect.RANK: "排名",
    Aspect.LEVEL: "总量",
}
_ASPECT_EN = {
    Aspect.GROWTH: "growth",
    Aspect.SHARE: "share",
    Aspect.RANK: "rank",
    Aspect.LEVEL: "total value",
}
_UNIT_ZH = {
    AskedUnit.MONEY: "是多少钱",
    AskedUnit.YUAN: "是多少元",
    AskedUnit.DOLLARS: "是多少美元",
    AskedUnit.PERCENT: "是百分之多少",
    AskedUnit.COUNT: "是多少个",
    AskedUnit.TIME: "是多少天",
    AskedUnit.LENGTH: "是多少公里",
}
_UNIT_EN = {
    AskedUnit.MONEY: "How much money",
    AskedUnit.YUAN: "How many yuan",
    AskedUnit.DOLLARS: "How many dollars",
    AskedUnit.PERCENT: "What percentage",
    AskedUnit.COUNT: "How many",
    AskedUnit.TIME: "How long",
}
_RELATIVE_ZH = {0: "今年", -1: "去年", 1: "明年"}
_RELATIVE_EN = {0: "this year", -1: "last year", 1: "next year"}
_WIDER_EN = {
    "全国": "nationwide",
    "全省": "province-wide",
    "全市": "city-wide",
    "全县": "county-wide",
    "全区": "district-wide",
}
# Did last year's growth come in above that? 去年实际超过了吗?: the aim against the result
_AGAINST = re.compile(
    r"超过|达到|[高低多少快慢]于|赶上|不如|比[它这那]|"
    r"\b(?:above|below|over|under|beyond|than|short of|exceed\w*|surpass\w*|top(?:ped)?|match\w*|"
    r"beat)\s+(?:that|it|this)\b",
    re.IGNORECASE,
)
# "How much did exports grow?", "and what is planned?": the aim, not measures
_PLANNED = re.compile(
    r"\bwhat (?:is|was|are|has been) (?:planned|the plan)\b|什么(?:计划|打算)", re.IGNORECASE
)


def in_slots(asked: Question, previous: Question, lacks: bool) -> str:
    """Puts a question together from the slots of two, where the follow-up only fills some."""
    period = asked if asked.has_period else previous
    says_kind = asked.target or asked.actual
    target, actual = (
        (asked.target, asked.actual)
        if says_kind
        else ((False, False) if asked.has_period else (previous.target, previous.actual))
    )
    if says_kind and not asked.has_period and (asked.target != previous.target):
        period = asked  # the target is another year's than what was achieved
    aspect = asked.aspect or previous.aspect
    form = asked.form if asked.has_topic or asked.form is not Form.CLAUSE else previous.form
    figure = previous.form is Form.FIGURE and _PLANNED.search(asked.text)
    if lacks and (figure or not phrases.LIST.search(asked.text)):
        form = previous.form
    if previous.form is Form.LIST and asked.form is not Form.FIGURE and not asked.aspect:
        form = Form.FIGURE if phrases.AIM.search(asked.text) else Form.LIST
    topic = subject_of(previous) if lacks else placed(substitute(asked, previous), asked, previous)
    wider = asked.wider or (() if asked.places or asked.has_topic else previous.wider)
    if lacks and wider:
        english = asked.language is Language.EN
        topic = f"{topic} {_WIDER_EN[wider[0]]}" if english else f"{wider[0]}{topic}"
    unit = asked.unit or (previous.unit if lacks and aspect in (None, Aspect.LEVEL) else None)
    if asked.language is Language.ZH:
        full = _chinese(_period_zh(period), topic, target, actual, aspect, form)
        return full.replace("是多少", _UNIT_ZH[unit]) if unit in _UNIT_ZH else full
    if lacks and counts(previous) and not (actual or asked.aspect or asked.unit):
        return f"How many {topic}{' are planned' if target else ''}{_when(_period_en(period))}?"
    full = _english(_period_en(period), topic, target, actual, aspect, form)
    return re.sub("^What", _UNIT_EN.get(unit, "What"), full) if unit else full


# 比(年初)定的目标差几个百分点: the aim of that very year
_OF_YEAR = re.compile(
    r"年初|原定|当初|\b(?:originally|at the (?:start|beginning|outset))\b", re.IGNORECASE
)


def weighed(asked: Question, previous: Question) -> str | None:
    """A follow-up that holds aim and result of one thing against each other, in full.

    比去年高还是低? after a target; "did it meet the target?" after what was achieved.
    """
    text, topic = asked.text, subject_for(asked, previous)
    if not asked.target and not previous.target:
        return None
    met = asking.is_met(text)
    other = asked.target != previous.target and (asked.actual or previous.actual or asked.target)
    if not met and asked.form is not Form.COMPARISON and not (other and _AGAINST.search(text)):
        return None
    growth = Aspect.GROWTH in (asked.aspect, previous.aspect)
    of_year = met or _OF_YEAR.search(text)
    period = (asked if asked.has_period else previous) if of_year else None
    if asked.language is Language.ZH:
        when = period_in(period, Language.ZH) if period else ""
        told = f"{when}{topic}{'增长' if growth else ''}的目标"
        return f"{told}完成了吗?" if met else f"{told}与实际完成对比"
    topic = f"{topic} growth" if growth and "growth" not in topic else topic
    when = _when(_period_en(period)) if period else ""
    return (
        f"Was the target for {topic}{when} met?"
        if met
        else f"Compare the target for {topic} with the actual figure"
    )


def period_in(question: Question, language: Language) -> str:
    """The period of a question as it is said within another."""
    return _period_zh(question) if language is Language.ZH else _when(_period_en(question)).strip()


def measures_for(topic: str, question: Question) -> str:
    """How?, after a question of an aim: what is done for it."""
    return _english(_period_en(question), topic, question.target, False, None, Form.LIST)


def _period_zh(question: Question) -> str:
    years = [f"{year}年" for year in question.years]
    return "".join([*years, *(_RELATIVE_ZH[offset] for offset in question.relative)])


def _period_en(question: Question) -> str:
    years = [str(year) for year in question.years]
    return " ".join([*years, *(_RELATIVE_EN[offset] for offset in question.relative)])


def _when(period: str) -> str:
    if not period:
        return ""
    return f" {period}" if period.startswith(("this", "last", "next")) else f" in {period}"


def _chinese(
    period: str, topic: str, target: bool, actual: bool, aspect: Aspect | None, form: Form
) -> str:
    if form is Form.LIST:
        return f"{period}{topic}方面{'计划' if target else ''}有哪些安排?"
    done = "实际" if actual and not target else ""
    said = _ASPECT_ZH.get(aspect, "") if aspect else ""
    return f"{period}{topic}{done}{said}{'目标' if target else ''}是多少?"


def _english(
    period: str, topic: str, target: bool, actual: bool, aspect: Aspect | None, form: Form
) -> str:
    when = _when(period)
    if form is Form.LIST:
        return f"Which measures {'are planned for' if target else 'concern'} {topic}{when}?"
    said = f" {_ASPECT_EN[aspect]}" if aspect in _ASPECT_EN else ""
    if target:
        return f"What is the target for {topic}{said}{when}?"
    return f"What {'was' if actual else 'is'} the figure for {topic}{said}{when}?"
