"""The words that a report may have for a word of a question: other names, translations, parts."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.evidence.knowledge import Knowledge
from assistant.evidence.names import folded_name
from assistant.evidence.spelling import spellings
from assistant.questions.terms import find_terms
from assistant.questions.topics import Topic, find_topics
from index.lexical import words
from index.translation import chinese_terms, is_ordinary

_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# 五大千亿产业集群, 百亿级企业: round numbers, by their name
_ROUND = {10**6: ("百万",), 10**7: ("千万",), 10**9: ("十亿",), 10**10: ("百亿",),
          10**11: ("千亿",), 10**12: ("万亿",)}  # fmt: skip
_ENGLISH_PART = re.compile(r"[A-Za-z][A-Za-z'’-]*")


# 棚户区改造, which reports tell of as 改造棚户区2100套, too
_DONE_TO = re.compile("^(?P<what>.{3,})(?P<verb>改造|整治|治理|修复)$")


def alternatives_of(topic: Topic, knowledge: Knowledge) -> tuple[str, ...]:
    """What a report may write for a word of a question, the likeliest first."""
    if topic.terms:
        names = [name for term in topic.terms for name in (term.zh, *term.zh_aliases)]
        turned = (_DONE_TO.sub(r"\g<verb>\g<what>", name) for name in names)
        return tuple(dict.fromkeys(folded_name(name) for name in (*names, *turned)))
    if topic.words:
        return tuple(dict.fromkeys(folded_name(word) for word in (topic.text, *topic.words)))
    if re.match(r"\d+(?:,|.*[a-z]$)", topic.text):
        return _as_written(topic.text)
    if re.match("[A-Za-z]", topic.text):
        sound = re.sub("[^a-z]", "", topic.text.lower())
        spelled = re.search("[a-z]['’][a-z]", topic.text) is not None and is_name(topic.text)
        translated = [] if spelled else chinese_terms(topic.text, knowledge.vocabulary)
        found = [_sounding(knowledge.places[sound], sound)] if sound in knowledge.places else []
        if topic.text[0].isupper() and not found and not is_ordinary(topic.text.lower()):
            found = list(knowledge.spelled.get(sound, ()))
        folded = [folded_name(word) for word in translated]
        return tuple(dict.fromkeys([*found, *folded, topic.text]))
    return (folded_name(topic.text),)


def _sounding(place: str, sound: str) -> str:
    """The part of a place's name that sounds so: 江西 of 依托江西省 for Jiangxi."""
    stem = place[:-1] if len(place) > 2 else place
    cuts = (stem[at:] for at in range(len(stem) - 1))
    return next((one for one in cuts if sound in spellings(one)), stem)


# Poyang (Lake), Yunyan (Valley), Wanghai (Road), Mohe (Township): what ends such a name
_FEATURES = {"lake": ("湖",), "river": ("江", "河", "水", "溪"), "valley": ("谷",),
             "islet": ("洲", "岛"), "island": ("岛", "洲"), "mountain": ("山", "岭"),
             "bay": ("湾",), "gorge": ("峡",), "road": ("路", "大道"), "avenue": ("大道", "路"),
             "street": ("街", "路"), "bridge": ("桥", "大桥"), "village": ("村",), "town": ("镇",),
             "township": ("乡", "镇"), "reservoir": ("水库",), "temple": ("寺",)}  # fmt: skip


def feature_names(topic: Topic, names: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """What the report calls a lake or hill of which an English question spells the name: 鄱阳湖.

    Args:
        topic: the word for what it is.
        names: the Chinese for the name before it, which may have that sign already: 湘江.
    """
    signs = _FEATURES.get(topic.text.lower(), ()) if topic.text[:1].isupper() else ()
    whole = (
        name if name.endswith(sign) else name + sign
        for name in names
        for sign in signs
        if not name.isascii()
    )
    return tuple(dict.fromkeys(one for one in whole if knowledge.holds(one)))


def short_feature_names(topic: Topic, after: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The rivers and lakes whose name has one sign before that for what they are: Xiang River.

    Args:
        topic: the name, in Latin letters.
        after: what follows it in the question.
    """
    what = re.match(r" ([A-Z][a-z]+)", after) if topic.text[:1].isupper() else None
    signs = _FEATURES.get(what[1].lower(), ()) if what else ()
    sounds = ((topic.text.lower() + spellings(sign)[0], sign) for sign in signs)
    found = (
        one for sound, sign in sounds for one in knowledge.spelled.get(sound, ()) if one[1:] == sign
    )
    return tuple(found)


def _as_written(number: str) -> tuple[str, ...]:
    """A number as Chinese writes it: 300,000 is 30万, "100 billion" 1000亿 and 千亿."""
    said, *scale = re.split("[ -]", number.lower())
    value = Decimal(said.replace(",", "")) * _SCALES[scale[0] if scale else ""]
    parts = ((value / 10**8, "亿"), (value / 10**4, "万"), (value, ""))
    return (*_ROUND.get(int(value), ()), *(f"{one.normalize():f}{mark}" for one, mark in parts))


def is_name(word: str) -> bool:
    """Whether an English question's word is a name: Yaowan, but not Bridge."""
    plain = re.sub("['’-]", "", word)  # Chang'an
    return word[0].isupper() and plain.isalpha() and not is_ordinary(word.lower())


def held_parts(topic: Topic, knowledge: Knowledge) -> list[Topic]:
    """A word that the report has not, in shorter ones that it has: 人均收入 as 人均 and 收入."""
    if topic.text.isascii():
        return _english_parts(topic, knowledge)
    plain = not topic.terms and not topic.words
    if not plain or len(topic.text) < 4 or knowledge.holds(folded_name(topic.text)):
        return [topic]
    parts = [word for word in words(topic.text) if len(word) > 1 and word != topic.text]
    if "".join(parts) != topic.text or not any(knowledge.holds(word) for word in parts):
        return [topic]
    found: list[Topic] = []
    at = topic.start
    for word in parts:
        found.append(Topic(word, (), at, at + len(word), topic.noun))
        at += len(word)
    return found


_ORIGIN = re.compile(r"(?:foreign|overseas|inbound|outbound|international)\b", re.IGNORECASE)


def _english_parts(topic: Topic, knowledge: Knowledge) -> list[Topic]:
    """A term of several English words that the report has not, in those that it has.

    "kilometres of rural roads" are roads where the report builds none anew. An indicator is never
    taken apart: online retail sales are no retail sales. Each word must have its own in the report.
    """
    parts = list(_ENGLISH_PART.finditer(topic.text))
    if len(parts) < 2 or topic.is_indicator or not (topic.terms or topic.words):
        return [topic]
    if any(term.zh.startswith("中国") for term in topic.terms) or _ORIGIN.match(topic.text):
        return [topic]  # China Telecom: a name; foreign tourists: no tourists beside 外资
    if any(knowledge.holds(one) for one in alternatives_of(topic, knowledge)):
        return [topic]
    for cut in parts[1:]:
        first, last = topic.text[: cut.start()].rstrip(), topic.text[cut.start() :]
        found = [*_read(first, topic.start), *_read(last, topic.start + cut.start())]
        if found and all(
            not one.is_indicator
            and any(knowledge.holds(name) for name in alternatives_of(one, knowledge))
            for one in found
        ):
            return found
    return [topic]


def _read(text: str, at: int) -> list[Topic]:
    """The topics of a stretch of a question that begins at a position."""
    return [
        Topic(one.text, one.terms, at + one.start, at + one.end, one.noun, one.words, one.owner)
        for one in find_topics(text, [], find_terms(text))
    ]
