"""Turns a question that leans on the turn before into a full one, without a language model.

A question has slots: period, target or achieved, measure, topic. What a follow-up leaves open
is taken from the question before, unless taking it would be wrong: a new year does not keep
the old year's "target", and a new subject with a question of its own keeps nothing.
"""

from __future__ import annotations

import re

from assistant import phrases
from assistant.asked_unit import AskedUnit
from assistant.models import Language, Turn
from assistant.question import Aspect, Form, Question, understand
from corpus.glossary import load_glossary, names

# "有多少个,年度计划投多少钱", "how many … and how much …"
_BETWEEN = re.compile(
    r"[,，;；?？]\s*|、(?=[^、]{0,8}(?:多少|几[个家所条]))|\s+and\s+(?=how|what|which|who|when)",
    re.IGNORECASE,
)
_SHARED = 6  # characters that two indicators end with, where one is the other's sibling
_SHORT = 12  # Chinese signs, or 4 English words: so short a question without a cue leans too
_WORDS = 4
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
}
_UNIT_EN = {
    AskedUnit.MONEY: " How much money?",
    AskedUnit.YUAN: " How many yuan?",
    AskedUnit.DOLLARS: " How many dollars?",
    AskedUnit.PERCENT: " What percentage?",
    AskedUnit.COUNT: " How many?",
    AskedUnit.TIME: " How long?",
}
_RELATIVE_ZH = {0: "今年", -1: "去年", 1: "明年"}
_RELATIVE_EN = {0: "this year", -1: "last year", 1: "next year"}


def resolve(question: str, history: tuple[Turn, ...]) -> str:
    """The question in full.

    Args:
        question: as asked.
        history: the turns before, oldest first.

    Returns:
        The question itself where it stands alone, or where nothing before it helps.
    """
    before = ""
    for turn in history:
        if turn.role == "user" and turn.content.strip():
            before = _resolved(turn.content, before)
    return _resolved(question, before)


def question_parts(text: str) -> list[str]:
    """A question of several parts as full questions: "…有多少个,投多少钱?" gives two.

    Each part takes what it leaves open from the one before, as a follow-up does.
    """
    pieces = [one.strip() for one in _BETWEEN.split(text) if one.strip()]
    if not all(phrases.ASKS.search(one) for one in pieces):
        return []
    parts: list[str] = []
    for piece in pieces:
        parts.append(_resolved(piece, parts[-1] if parts else ""))
    return parts if all(understand(part).has_topic for part in parts) else []


def _resolved(text: str, before: str) -> str:
    if not before:
        return text
    asked, previous = understand(text), understand(before)
    if not _leans(asked) or not previous.has_topic:
        return text
    return _in_full(asked, previous)


def _leans(asked: Question) -> bool:
    """Whether a question needs the one before."""
    text = asked.text
    if phrases.SPEAKER.search(text) or phrases.DELIVERED.search(text):
        return False
    if not asked.has_topic:
        return True
    own = asked.form in (Form.LIST, Form.CLAUSE) and (
        phrases.LIST.search(text) or phrases.WHO.search(text) or phrases.WHERE.search(text)
    )
    cue = phrases.FOLLOW_UP.search(re.sub(r"(?i)\bdoes it say\b", "", text)) is not None
    if own:
        return False
    if cue:
        return True
    words = len(re.findall("[A-Za-z]+", text))
    short = words <= _WORDS if asked.language is Language.EN else len(text) <= _SHORT
    return short and not asked.has_period and asked.form is not Form.FIGURE


def _in_full(asked: Question, previous: Question) -> str:
    if asked.form is Form.COMPARISON and not asked.has_topic:
        return _comparison(asked, _topic(previous))
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
    if not asked.has_topic and not phrases.LIST.search(asked.text):
        form = previous.form
    if previous.form is Form.LIST and asked.form is not Form.FIGURE and not asked.aspect:
        form = Form.LIST
    topic = (_sibling(asked, previous) or _topic(asked)) if asked.has_topic else _topic(previous)
    if not asked.has_topic and asked.wider:
        topic = f"{asked.wider[0]}{topic}"
    if asked.language is Language.ZH:
        full = _chinese(_period_zh(period), topic, target, actual, aspect, form)
        return full.replace(
            "是多少", _UNIT_ZH.get(asked.unit, "是多少") if asked.unit else "是多少"
        )
    full = _english(_period_en(period), topic, target, actual, aspect, form)
    return full + _UNIT_EN.get(asked.unit, "") if asked.unit else full


def _comparison(asked: Question, topic: str) -> str:
    """比去年高还是低? after a target: the target against what was achieved."""
    if asked.language is Language.ZH:
        return f"{topic}的目标与实际完成对比"
    return f"Compare the target for {topic} with the actual figure"


def _sibling(asked: Question, previous: Question) -> str | None:
    """The indicator that differs from the one before by the asked word: "农村的呢?", "and rural?"

    农村 after 城镇居民人均可支配收入 means 农村居民人均可支配收入, if the field has such a term.
    """
    if any(topic.is_indicator for topic in asked.topics):
        return None
    said = [name for topic in asked.topics for name in (topic.text, *names(topic.terms))]
    for topic in previous.topics:
        for term in topic.terms:
            for other in load_glossary().terms:
                shared = other.zh[-_SHARED:] == term.zh[-_SHARED:]
                if shared and other != term and any(other.zh.startswith(one) for one in said):
                    return other.zh if asked.language is Language.ZH else other.en
    return None


def _topic(question: Question) -> str:
    """The words of the question from its first topic to its last."""
    first, last = question.topics[0], question.topics[-1]
    told = question.text[first.start : last.end]
    if not phrases.ASKS.search(told):
        return told
    return ("" if question.language is Language.ZH else " ").join(
        topic.text for topic in question.topics
    )


def _period_zh(question: Question) -> str:
    years = [f"{year}年" for year in question.years]
    return "".join([*years, *(_RELATIVE_ZH[offset] for offset in question.relative)])


def _period_en(question: Question) -> str:
    years = [str(year) for year in question.years]
    return " ".join([*years, *(_RELATIVE_EN[offset] for offset in question.relative)])


def _chinese(
    period: str, topic: str, target: bool, actual: bool, aspect: Aspect | None, form: Form
) -> str:
    if form is Form.LIST:
        return f"{period}{topic}方面{'计划' if target else ''}有哪些安排?"
    done = "实际" if actual and not target else ""
    said = _ASPECT_ZH[aspect] if aspect else ""
    return f"{period}{topic}{done}{said}{'目标' if target else ''}是多少?"


def _english(
    period: str, topic: str, target: bool, actual: bool, aspect: Aspect | None, form: Form
) -> str:
    when = (
        f" in {period}"
        if period and not period.startswith(("this", "last", "next"))
        else (f" {period}" if period else "")
    )
    if form is Form.LIST:
        return f"Which measures {'are planned for' if target else 'concern'} {topic}{when}?"
    said = f" {_ASPECT_EN[aspect]}" if aspect else ""
    if target:
        return f"What is the target for {topic}{said}{when}?"
    return f"What {'was' if actual else 'is'} the figure for {topic}{said}{when}?"
