"""Gives a follow-up that asks something of its own the subject that it lacks.

改造了几座? after a question about pump stations becomes 外洪泵站改造了几座?; it keeps its words,
so that it is understood as the full question would be.
"""

from __future__ import annotations

import re

from assistant.matching.subject import (
    counts,
    has_thing,
    heavy_topics,
    is_empty,
    is_light,
    is_measure,
    joined,
    names_whole,
    only_attributes,
    only_rates,
)
from assistant.models import Language
from assistant.questions import phrases
from assistant.questions.question import Aspect, Form, Question
from assistant.questions.topics import Topic

_IGNORE = re.IGNORECASE
_MOST_OWN = 2  # things that a question names which leans all the same
# 那它占全省多少?, and how many were built?
_LEAD = re.compile(
    r"^\s*(?:那么?(?=[^些个])|然后|还有|另外|其中|(?:and|but|also|then|so|ok|okay|well)\b)[,，\s]*",
    _IGNORE,
)
_TAIL = re.compile(r"[呢啊呀\s?？。!！.]+$")
# 它占全省多少, 其增速, 他是哪个街道的, 这个项目什么时候完工; but not 其中, 其他
_PRONOUN_ZH = re.compile(
    r"[它他她]们?|(?<![尤与极])其(?![中他它余实次])|"
    r"[这那]一?[个些项座条家种类](?:项目|工程|指标|产业|企业|计划)?|"
    r"[这该](?:项目|工程|指标|产业|企业|计划)|这(?=(?:已经?|也|又)?[是相占算比])|后者"
)
# "what did they set": the government
_AGENT = (
    r"(?:set|plan|aim|promise|manage|achieve|expect|want|hope|say|do|build|spend|invest|intend|"
    r"add(?! up)|create|put|give|make|deliver|hit|mention|report)\b"
)
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her)\b", _IGNORE)
# "how much did that grow", "will they open", "which ones", but not "is it true that …", "it takes
# to", "this year"
_PRONOUN_EN = re.compile(
    r"(?<=\bwhich )(?:ones?|of (?:these|those|them))\b|"
    rf"\bthe latter\b|\b(?:it|they(?!.* it\b)|them|he|she|him)\b(?! {_AGENT})"
    r"(?! (?:is |was )?(?:true|correct|right|possible)\b)(?! (?:cost|take)s? to\b)|"
    r"(?<!true )(?<!correct )\b(?:that|those|these)\b(?! (?:the|year)\b)|"
    r"\bthis\b(?! (?:year|report|time|month))",
    _IGNORE,
)
# "How many passengers did it handle?": passengers are what is asked for, not what "it" is
_ASKED_FOR = re.compile(
    r"^\s*(?:and |but |so )?(?:how (?:many|much)|what|which)"
    r"(?: (?!did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)[\w-]+){0,2}",
    _IGNORE,
)
# "Why did the government give up its plan?", "which port made it onto the list?"
_ANTECEDENT = re.compile(
    r"\b(?:county|city|district|province|government|town|mayor|who|anyone)\b|\bmade $", _IGNORE
)
# "How many were built?", "how many this year?": what is counted is left out
_COUNTED = re.compile(
    r"(?<!by )(?<!by about )\bhow (?:many|much)(?: more| new| of (?:them|these|those))?"
    r"(?=\s*(?:$|(?:were|was|are|is|will|did|do|does|have|has|had|would|should|in|this|last|next|"
    r"for|by|per|altogether|so)\b))",
    _IGNORE,
)
# "How much (of it) was exports?": a part that has a name of its own
_PART_EN = re.compile(
    r"(?<=\bhow m\w\w\w) of (?:it|that|this|them|these|those|the total)"
    r"(?= (?:is|was|were|are|will)\b)",
    _IGNORE,
)
# "What percentage was tax?": of what was spoken of
_SHARE_EN = re.compile(
    r"^((?:what|which) (?:share|percent(?:age)?|proportion|fraction))"
    r"(?= (?:is|was|were|are|went|came|goes|comes|will)\b)",
    _IGNORE,
)
# "Was the target met?", but not "the target for exports"
_AIM_EN = re.compile(r"\b(?:targets?|goals?|aims?|objectives?)\b(?! (?:for|of) (?!20))", _IGNORE)
# "what share?", "what is the total?"
_MEASURE_EN = re.compile(
    r"\b(?:growth(?: rate)?|increase|share|rank(?:ing)?|total|number|investment|size|area|revenue|"
    r"output|value|rate|amount|cost)\b(?! of)",
    _IGNORE,
)
_OWN_WORDS_EN = re.compile(
    r"\b(?:how|who|whom|when|where|why|which)\b|^\s*(?:and |but )?(?:did|does|do|is|are|was|were|"
    r"has|have|will|can)\b",
    _IGNORE,
)
# 改造了几座, 还要建什么, 批下来没有; but not 是多少, 多少
_OWN_WORDS_ZH = re.compile(r"(?<!是)(?<!^)(?:多少|几|多[大长高])|什么|哪|啥|没有?[?？]?$")
_HOW_ZH = re.compile("多[大长高久远]")
# 现在有多少, "how many already?": who asks after the new ones asks for all of them
_BY_NOW = re.compile(r"[现已]有|目前有|\balready\b", _IGNORE)
_NEW = re.compile(
    r"^(?:新增|新建|净增|新改建|新认定|新签约|新引进)|\b(?:newly added|newly|new|added) ", _IGNORE
)
# "per capita?", "and per head?": the same, shared out
_PER_HEAD = re.compile(r"per (?:capita|head|person)", _IGNORE)
# 要修几条路?: a thing of one sign is no topic, but a subject
_COUNTED_ZH = re.compile(
    r"(?:多少|几)[条座所家个辆栋块口间][^\W\da-zA-Z了呢吗吧月年的点人](?:$|[?？])"
)
# 什么时候投用?: what follows is what is done, whatever the dictionary says
_PREDICATE = re.compile(
    "(?:什么时候|何时|谁|为什么|为何)(?:能|会|才|要|可以|没能?|未|来|去|在)*"
    "([\u4e00-\u9fff]{2,4})[的了]?$"
)
# 现在有几家?: of the bodies, not of their rate
_COUNTER = re.compile("^(?:那么?)?(?:现在|目前|一共|共)?有(?:多少|几)[家户人名所座条个]")


def leaves_out(asked: Question, previous: Question) -> bool:
    """Whether a question names no subject, so that it can only be that of the one before."""
    return (
        _lacks_subject(asked)
        or (only_rates(asked) and has_own_words(asked))
        or (only_attributes(asked) and has_thing(previous))
    )


def _lacks_subject(question: Question) -> bool:
    """Whether a question has no topic, or in words of its own only what is done: 改造了几座?"""
    if not question.has_topic:
        return not _COUNTED_ZH.search(question.text)
    if _COUNTED_ZH.search(question.text) or re.search("[,，;；]", question.text):
        return False
    predicate = _PREDICATE.search(_TAIL.sub("", question.text))
    start = predicate.start(1) if predicate else len(question.text)
    own = question.language is Language.EN or has_own_words(question)
    own = own or all(is_empty(one) for one in question.topics)
    return own and all(
        is_light(one, question.text) or one.start >= start for one in question.topics
    )


def asks_all(text: str) -> bool:
    """Whether a follow-up is about all there are, not about those of a year: 总数呢?"""
    return any(one.search(text) is not None for one in (phrases.IN_ALL, _BY_NOW))


def points_back(question: Question) -> bool:
    """Whether a pronoun stands for what the question before was about.

    So it does only where the question names nothing before the pronoun that it may stand for.
    """
    text, heavy = question.text, heavy_topics(question)
    if len(heavy) > _MOST_OWN:
        return False
    if question.language is Language.ZH:
        found = _PRONOUN_ZH.search(_TAIL.sub("", text))
        return found is not None and not any(one.start < found.start() for one in heavy)
    found = _PRONOUN_EN.search(text) or _POSSESSIVE.search(text)
    if not found:
        return False
    asked = _ASKED_FOR.match(text)
    start = asked.end() if asked else 0
    named = any(start <= one.start < found.start() for one in heavy)
    return not named and not _ANTECEDENT.search(text[start : found.start()])


def has_own_words(question: Question) -> bool:
    """Whether a question asks something of its own, rather than only filling slots."""
    text = question.text
    if points_back(question) or asks_all(text) or names_whole(text):
        return True
    if question.language is Language.EN:
        return _OWN_WORDS_EN.search(text) is not None
    asks = (phrases.WHO, phrases.WHEN, phrases.WHERE, phrases.WHY, phrases.WHETHER, phrases.LIST)
    return question.aspect in (Aspect.RANK, Aspect.GAP) or any(
        pattern.search(text) for pattern in (*asks, _OWN_WORDS_ZH)
    )


def completed(asked: Question, previous: Question, period: str) -> str:
    """A follow-up with the subject of the question before.

    Args:
        asked: lacks a subject.
        previous: has one.
        period: that of the question before, where the follow-up is about it too; else empty.
    """
    subject = subject_for(asked, previous)
    text = _TAIL.sub("", _LEAD.sub("", asked.text))
    if asked.language is Language.ZH:
        plans = previous.target and not (asked.target or asked.actual or asked.aspect)
        if period and plans and asked.form is Form.FIGURE:
            text = f"计划{text}"
        return _completed_zh(text, subject, period)
    if asks_all(text) and counts(previous):
        return f"How many {subject} are there in total?"
    if _PART_EN.search(text) and any(one.is_indicator for one in heavy_topics(asked)):
        return _sentence(_PART_EN.sub("", text), period)
    if _SHARE_EN.match(text):
        return _sentence(_SHARE_EN.sub(rf"\1 of the {subject}", text), period)
    if names_whole(asked.text):
        return f"What is {subject} as {re.sub('^as ', '', text)}{' ' + period if period else ''}?"
    return _sentence(_completed_en(text, subject), period)


def shared_out(asked: Question, previous: Question, period: str) -> str:
    """What was asked before, for each person: "and per capita?"; "" for any other follow-up."""
    said = _PER_HEAD.fullmatch(_TAIL.sub("", _LEAD.sub("", asked.text)).strip())
    return _sentence(f"{subject_for(asked, previous)} per capita", period) if said else ""


def of_the_report(asked: Question) -> str:
    """A follow-up to a question of who gave the report, where and when, asked of the report."""
    text = _TAIL.sub("", _LEAD.sub("", asked.text))
    named = "报告" in text or re.search(r"\b(?:report|speech|address)\b", text, _IGNORE)
    if named or not any(one.search(text) for one in (phrases.WHO, phrases.WHEN, phrases.WHERE)):
        return asked.text
    if asked.language is Language.ZH:
        told = f"报告{_PRONOUN_ZH.sub('', text, count=1)}"
        return f"{told}{'' if re.search('[作做]', told) else '作的'}?"
    said = re.sub(r"\b(?:it|that|this)\b", "the report", text, count=1, flags=_IGNORE)
    return _sentence(said if said != text else f"{text} was the report delivered", "")


def dated(asked: Question, period: str) -> str:
    """A follow-up with a subject of its own, in the period of the question before."""
    text = _TAIL.sub("", _LEAD.sub("", asked.text))
    return f"{period}{text}?" if asked.language is Language.ZH else _sentence(text, period)


def _sentence(text: str, period: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{' ' + period if period else ''}?"


_DID = re.compile("[\u4e00-\u9fff]了")  # 烤烟(种了)多少亩，2010年又打算种多少


def subject_for(asked: Question, previous: Question) -> str:
    """What the question before was about, as far as the follow-up can ask after it."""
    text = asked.text
    heavy = heavy_topics(previous)
    done = any(is_light(one, text) for one in asked.topics)
    everything = asks_all(text)
    if done or everything or only_attributes(asked) or _COUNTED.search(text):
        topics = heavy or list(previous.topics)
    else:
        # keeps 新增 where the follow-up has no verb of its own, but no quantity: 突破1900亿元
        said = [
            one
            for one in previous.topics
            if (one.noun or not one.text[0].isdigit()) and not _DID.fullmatch(one.text)
        ]
        topics = said or list(previous.topics)
    if len(topics) > 1 and is_measure(topics[-1]) and _asks_of_thing(asked):
        topics = topics[:-1]
    elif any(one.is_indicator for one in heavy_topics(asked)):  # its output, after its revenue
        topics = [one for one in topics if not is_measure(one)] or topics
    subject = joined(previous, topics)
    if everything:
        subject = _NEW.sub("", subject)
    if asked.language is not previous.language:
        subject = _translated(asked.language, topics) or subject
    return subject


def _asks_of_thing(asked: Question) -> bool:
    """Whether a question is of a thing, not of what was measured of it: when, who, 有几家."""
    asks = [_COUNTER, phrases.WHO, phrases.WHEN, phrases.WHERE]
    if not phrases.AIM.search(asked.text):
        asks.append(phrases.WHETHER)
    said = any(pattern.search(asked.text) for pattern in asks)
    return only_attributes(asked) or (said and asked.aspect is not Aspect.RANK)


def _translated(language: Language, topics: list[Topic]) -> str:
    """The subject in the other language, if the field has its terms."""
    if not all(one.terms for one in topics):
        return ""
    if language is Language.EN:
        return " ".join(one.terms[0].en for one in topics)
    return "".join(one.terms[0].zh for one in topics)


def _completed_zh(text: str, subject: str, period: str) -> str:
    pronoun = _PRONOUN_ZH.search(text)
    start, end = pronoun.span() if pronoun else (0, 0)
    told = f"{text[:start]}{subject}{text[end:]}"
    asks = phrases.ASKS.search(re.sub("占比|增速|增幅", "", told)) or _HOW_ZH.search(told)
    return f"{period}{told}{'' if asks else '是多少'}?"


def _completed_en(text: str, subject: str) -> str:
    for pattern, form in (
        (_POSSESSIVE, "{the}{subject}"),
        (_PRONOUN_EN, "{the}{subject}"),
        (_COUNTED, "{found} {subject}"),
        (_AIM_EN, "{found} for {subject}"),
        (_MEASURE_EN, "{found} of {subject}"),
    ):
        found = pattern.search(text)
        if found:
            the = "" if re.match("[A-Z][a-z]+['’]s |the ", subject) else "the "
            said = form.format(found=found[0], subject=subject, the=the)
            return f"{text[: found.start()]}{said}{text[found.end() :]}"
    bare = re.fullmatch(r"(?i)why(?: not| so \w+)?", text)
    return f"{text}{'' if bare else ' for'} {subject}"
