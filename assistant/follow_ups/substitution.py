"""What a follow-up puts in the place of something in the turn before."""

from __future__ import annotations

import re

from assistant.follow_ups.elsewhere import topic_elsewhere
from assistant.matching.subject import has_thing, heavy_topics, only_rates, subject_of
from assistant.models import Language
from assistant.questions import phrases
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.question import Question
from assistant.questions.topics import Topic
from assistant.questions.understanding import understand
from corpus.glossary import load_glossary, names
from corpus.header import chinese_number

_IGNORE = re.IGNORECASE
_SHARED = 6  # characters that two indicators end with, where one is the other's sibling
_ITEM_LENGTH = 24
_LISTED = re.compile(r"(?:哪些|哪几.|什么|\b(?:which|what))\s*$", _IGNORE)
# 交通上呢? after 存在哪些问题: its problems
_SHORTCOMING = re.compile(
    "(?:问题|短板|不足|困难|挑战|薄弱环节|[和与、])+|"
    "(?:problem|shortcoming|weakness|weaknesse|difficult(?:y|ie)|challenge)s?",
    _IGNORE,
)
# 农村呢? after 城市低保标准, "people in the villages?" after "city residents' income": one of a
# pair takes the other's place
_TOWN = re.compile(
    r"城镇|城市|城区|城里人?|\b(?:(?:urban|city|town) (?:residents|dwellers|people|folk)|"
    r"townspeople|people in (?:the )?(?:cities|towns?|city))\b",
    _IGNORE,
)
_COUNTRY = re.compile(
    r"农村|乡村|农民|\b(?:(?:rural|country|village) (?:residents|dwellers|people|folk)|villagers|"
    r"farmers|peasants|people in (?:the )?(?:villages?|countryside))\b",
    _IGNORE,
)
_PAIR_EN = {_TOWN: "urban residents", _COUNTRY: "rural residents"}
# "and for innovation?" after "where is it in the top 100 for industry?"
_OF_OTHER = re.compile(
    r"^(?:and|but|so|what about|how about)?,?\s*(?P<of>for|in|of|among|from|by|on)\s+"
    r"(?P<what>[^?？.]+)[?？.]*$",
    _IGNORE,
)
# what a road is long and a field wide, the next may be too
_SIZES = (AskedUnit.LENGTH, AskedUnit.AREA, AskedUnit.WEIGHT, AskedUnit.VOLUME)
# 不是全省,是我们市的; 我问的是农村居民
_CORRECTED_ZH = (
    re.compile(
        r"^(?:我(?:问|说|指)的)?不是(?P<no>[^,，是]+?)[,，。;；\s]*(?:而是|我?要?问?的?是|是)(?P<yes>.+)$"
    ),
    re.compile(
        r"^(?:不对?[,，]\s*)?(?:我(?:想|要)?(?:问|说|指)的?是|我是(?:问|说|指))(?P<no>)(?P<yes>.+)$"
    ),
)
# "not the city, the county"; "I meant rural residents"
_CORRECTED_EN = (
    re.compile(
        r"^(?:no[,.]?\s+)?not (?P<no>[^,;]+?)(?:[,;]\s*(?:but\s+)?|\s+but\s+)"
        r"(?:i mean(?:t)?\s+)?(?P<yes>.+)$",
        _IGNORE,
    ),
    re.compile(
        r"^(?:no[,.]?\s+|sorry[,.]?\s+)?i (?:mean|meant|am asking about|was asking about|"
        r"was asking for)(?P<no>)\s+(?P<yes>.+)$",
        _IGNORE,
    ),
)
# 我们市的, 县里的, "the county's": the report's own place, which needs no name
_OWN_PLACE = re.compile(
    r"(?:我们?|本|咱们?)?[省市县区州](?:里|级|内|本级)?(?:的)?|"
    r"(?:the|our|this) (?:county|city|district|province)(?:'s)?",
    _IGNORE,
)
# 第二条具体怎么做?, "tell me more about the third one"
_NTH_ZH = re.compile(r"第([一二三四五六七八九十\d]{1,2})(?:条|项|个|点|方面|件)")
_NTH_EN = re.compile(
    r"\bthe (first|second|third|fourth|fifth|sixth|last)(?: (?:one|point|item|measure|step|of "
    r"(?:these|those|them)))?\b",
    _IGNORE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def substitute(asked: Question, previous: Question) -> str:
    """The topic of a follow-up that has one, with what it shares with the one before.

    农村 after 城镇居民人均可支配收入 is 农村居民人均可支配收入, 电子信息 after 新能源电池产业产值
    is 电子信息产值.
    """
    topic = _topic(asked)
    if asked.places and all(any(one.text in p for p in asked.places) for one in asked.topics):
        return topic_elsewhere(asked, previous)
    if any(one.is_indicator for one in asked.topics):
        of = asked.language is previous.language and has_thing(previous) and only_rates(asked)
        return _joined(topic, subject_of(previous), asked.language) if of else topic
    sibling = _sibling(asked, previous)
    if sibling:
        return sibling
    same = asked.language is previous.language
    before = subject_of(previous)
    if same and _SHORTCOMING.fullmatch(before):
        return _joined(before, topic, asked.language)
    for own, other in ((_COUNTRY, _TOWN), (_TOWN, _COUNTRY)):
        if own.fullmatch(topic) and other.search(before):
            said = topic if asked.language is Language.ZH else _PAIR_EN[own]
            return other.sub(said, before, count=1)
    measured = _measured(previous)
    return _joined(measured.text, topic, asked.language) if measured and same else topic


def _joined(measure: str, thing: str, language: Language) -> str:
    """A measure of a thing as one name: 12345热线满意率, "share of exports"."""
    return f"{thing}{measure}" if language is Language.ZH else f"{measure} of {thing}"


def replaced(asked: Question, previous: Question) -> str | None:
    """The question before in its own words with another topic, where only that changes."""
    others = (asked.has_period, asked.target, asked.actual, asked.aspect, asked.unit, asked.wider)
    if any(others) or asked.language is not previous.language:
        return None
    swapped = _of_other(asked, previous)
    if swapped:
        return swapped
    before, topic = subject_of(previous), substitute(asked, previous)
    if previous.text.count(before) != 1:
        return None
    listed = _LISTED.search(previous.text[: previous.text.index(before)]) is not None
    if listed and not _SHORTCOMING.fullmatch(before):
        return None  # GDP呢? after 有哪些荣誉
    sized = previous.unit in _SIZES and not any(one.is_indicator for one in asked.topics)
    if previous.unit and not sized and not re.search("(?:[a-z]s|people)$", topic):
        return None  # 多少列 of trains is no measure of what they carry
    return previous.text.replace(before, topic)


def _of_other(asked: Question, previous: Question) -> str | None:
    """The question before of another thing, put behind the same preposition."""
    found = _OF_OTHER.match(asked.text)
    if not found:
        return None
    before = [
        one
        for one in heavy_topics(previous)
        if re.search(rf"\b{found['of']} (?:the )?$", previous.text[: one.start], _IGNORE)
    ]
    if len(before) != 1:
        return None
    return f"{previous.text[: before[0].start]}{found['what']}{previous.text[before[0].end :]}"


def _measured(previous: Question) -> Topic | None:
    """The indicator that the question before asks of something named: 营业收入 of a zone."""
    nouns = [one for one in heavy_topics(previous) if one.text not in previous.places]
    indicators = [one for one in nouns if one.is_indicator]
    if len(nouns) < 2 or len(indicators) != 1:
        return None
    measured = indicators[0]
    if previous.language is Language.ZH:
        return measured if measured is nouns[-1] else None
    of = re.match(r"\s*(?:of|in|at|for)\b", previous.text[measured.end :])
    return measured if measured is nouns[0] and of else None


def _topic(question: Question) -> str:
    """The words of a question from its first topic to its last."""
    first, last = question.topics[0], question.topics[-1]
    told = question.text[first.start : last.end]
    if not phrases.ASKS.search(told):
        return told
    return ("" if question.language is Language.ZH else " ").join(
        topic.text for topic in question.topics
    )


def _sibling(asked: Question, previous: Question) -> str | None:
    """The indicator that differs from the one before by the asked word: "农村的呢?", "and rural?"

    农村 after 城镇居民人均可支配收入 means 农村居民人均可支配收入, if the field has such a term.
    """
    said = [name for topic in asked.topics for name in (topic.text, *names(topic.terms))]
    for topic in previous.topics:
        for term in topic.terms:
            for other in load_glossary().terms:
                shared = other.zh[-_SHARED:] == term.zh[-_SHARED:]
                if shared and other != term and any(other.zh.startswith(one) for one in said):
                    return other.zh if asked.language is Language.ZH else other.en
    return None


def correction(text: str, before: str) -> tuple[str, str] | None:
    """What a turn corrects: the question before without what was not meant, and what was.

    Args:
        text: 不是全省,是我们市的
        before: the question before, in full.

    Returns:
        The question before, changed where that can be done in its words, and what is meant, as
        far as that is still to be put in; None where nothing is corrected.
    """
    plain = text.strip().rstrip("。.!！?？")
    for pattern in (*_CORRECTED_ZH, *_CORRECTED_EN):
        found = pattern.match(plain)
        if not found:
            continue
        no, yes = found["no"].strip(), re.sub("的$", "", found["yes"].strip())
        if no and no.casefold() in before.casefold() and not _another_indicator(yes, before):
            own = re.search("[市县区]", yes) if _OWN_PLACE.fullmatch(yes) else None
            changed = re.sub(re.escape(no), f"全{own[0]}" if own else yes, before, flags=_IGNORE)
            return re.sub(r"\s{2,}", " ", changed), ""
        return before, "" if _OWN_PLACE.fullmatch(yes) else yes
    return None


def _another_indicator(meant: str, before: str) -> bool:
    """Whether what is meant names an indicator by itself: 全县的建筑业总产值 after 经开区…."""
    return any(one.is_indicator and one.text not in before for one in understand(meant).topics)


def named_item(text: str, answer: str) -> str | None:
    """A question about the second of what was listed, with what that is: 第二条具体怎么做?

    Args:
        text: the question.
        answer: the answer before, a sentence with its markers an item.
    """
    found = _NTH_ZH.search(text) or _NTH_EN.search(text)
    items = [one for one in re.split(r"(?:\s*\[\d+\])+[。.]?", answer) if one.strip()]
    if not found or len(items) < 2:
        return None
    number = _number(found[1], len(items))
    if not 0 < number <= len(items):
        return None
    quoted = re.search("“([^”]+)", items[number - 1])
    said = re.split("[,，;；。:：]", quoted[1] if quoted else items[number - 1])[0]
    rest = f"{text[: found.start()]}{said[:_ITEM_LENGTH]}{text[found.end() :]}"
    return re.sub(r"^(?:那么?|其中)", "", rest)


def _number(said: str, items: int) -> int:
    if said.lower() == "last":
        return items
    if said.lower() in _ORDINALS:
        return _ORDINALS.index(said.lower()) + 1
    return int(said) if said.isdigit() else chinese_number(said) or 0
