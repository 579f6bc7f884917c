"""A follow-up in which only the place changes: the question before is asked of that place.

The place need not be one that the dictionary knows: whether the report speaks of it, and gives
what is asked, is for the answer to find out.
"""

from __future__ import annotations

import re

from assistant.matching.subject import subject_of
from assistant.models import Language
from assistant.questions.places import KINDS
from assistant.questions.question import Form, Question
from index.translation import is_ordinary

# "And Xiaolan?", "and for the Xiaolan zone?", "What about Shibu County's?"
_ONLY_PLACE_EN = re.compile(
    r"^\s*(?:(?i:and|but|so|ok(?:ay)?|then|what about|how about)[,\s]+)*"
    r"(?:(?i:for|in|at|of)\s+)?(?:(?i:the)\s+)?"
    r"(?P<place>[A-Z][\w-]+(?:\s+(?:[A-Z][\w-]+|zone|county|city|district|town|province|area))*)"
    r"(?:['’]s?)?\s*[?.!]*$"
)
# 小蓝经开区呢?: zones are terms of the field, and so no places to a question
_ONLY_ZONE_ZH = re.compile(
    "^(?:那么?)?([一-鿿]{2,6}(?:经开区|高新区|开发区|综保区|保税区|新区|街道))的?呢?[?？]?$"
)
_KIND_WORDS = KINDS | {"zone", "town", "area", "economic", "development", "new", "high-tech"}
# 望渡市(2023年GDP): a place before its year, whatever its signs mean by themselves
_HEAD_ZH = re.compile(
    "^(?:请问)?((?:全|[\u4e00-\u9fff]{2,4}?)[市县区州旗])(?=的|\\d{4}年|[今去]年)"
)
_NAME_EN = re.compile(
    r"(?:(?<=\bin )|(?<=\bfor )|(?<=\bof )|(?<=\bat )|(?<=\bdid )|(?<=\bdoes )|(?<=\bwill )|"
    r"(?<=\bhas )|\b(?=[A-Z][a-z]+['’]s ))([A-Z][a-z]+)(?: (?:Economic|Development|Zone|Area))*"
)


def elsewhere(asked: Question, previous: Question) -> str | None:
    """The question before asked of the place that a follow-up names and nothing else.

    Returns:
        None where the follow-up names or asks anything besides.
    """
    others = (asked.has_period, asked.target, asked.actual, asked.aspect, asked.unit, asked.wider)
    if any(others) or asked.form is Form.LIST or asked.language is not previous.language:
        return None
    place = _place(asked)
    if not place:
        return None
    own = _place_in(previous)
    if own:
        start, end = own
        return f"{previous.text[:start]}{place}{previous.text[end:]}"
    if asked.language is Language.EN:
        return f"{previous.text.rstrip('?. ')} in {place}?"
    subject = subject_of(previous)
    if previous.text.count(subject) != 1:
        return f"{place}{previous.text}"
    return previous.text.replace(subject, f"{place}{subject}")


def placed(topic: str, asked: Question, previous: Question) -> str:
    """A topic in the place of the question before: 人均GDP after 石埠县's GDP is of 石埠县."""
    if asked.places or asked.wider or not previous.places or previous.places[0] in topic:
        return topic
    place = previous.places[0]
    return f"{place}{topic}" if asked.language is Language.ZH else f"{topic} of {place}"


def topic_elsewhere(asked: Question, previous: Question) -> str:
    """The topic of the question before in another place: 那进贤县2022年呢?"""
    place, subject = asked.places[0], subject_of(previous)
    for one in previous.places:
        subject = re.sub(rf"{re.escape(one)}(?:'s)?\s*的?", "", subject)
    if not subject:
        return place
    return f"{place}{subject}" if asked.language is Language.ZH else f"{subject} of {place}"


def _place(asked: Question) -> str:
    """The place that is all that a follow-up names."""
    if asked.language is Language.ZH:
        zone = _ONLY_ZONE_ZH.match(asked.text)
        if zone:
            return zone[1]
        only = all(any(one.text in place for place in asked.places) for one in asked.topics)
        return asked.places[0] if asked.places and asked.topics and only else ""
    found = _ONLY_PLACE_EN.match(asked.text)
    if not found or any(one.is_indicator for one in asked.topics):
        return ""
    words = [one for one in found["place"].split() if one.lower() not in _KIND_WORDS]
    named = all(not one.isupper() and not is_ordinary(one.lower()) for one in words)
    return found["place"] if words and named else ""


def _place_in(previous: Question) -> tuple[int, int] | None:
    """Where the question before names the place that it is of."""
    for place in previous.places:
        start = previous.text.find(place)
        if start >= 0:
            return start, start + len(place)
    if previous.language is Language.ZH:
        head = _HEAD_ZH.match(previous.text)
        return head.span(1) if head else None
    for found in _NAME_EN.finditer(previous.text):
        if not is_ordinary(found[1].lower()):
            return found.span()
    return None
