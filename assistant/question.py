"""Understands a question: language, period, what it asks for, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant import phrases
from assistant.asked_unit import AskedUnit, asked_unit
from assistant.models import Language
from assistant.tagging import tagger
from corpus.figures.quantities import find_quantities, fold
from corpus.glossary import Term, load_glossary
from corpus.header import chinese_number
from corpus.units import quantities

_CHINESE = re.compile("[\u4e00-\u9fff]")
_MANY = 20
# 什么是“一主两优”: quoted words are one name
_QUOTED = re.compile("[“「『\"']([\u4e00-\u9fff+\\d]{2,16})[”」』\"']")
_QUOTED_EN = re.compile("[\"“'‘](?=[A-Z])[A-Za-z ,'’-]{3,60}[\"”'’](?![a-z])")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’.-]*")


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
class Topic:
    """A content word of a question, or a term of the field, with its span."""

    text: str
    terms: tuple[Term, ...]  # of the glossary; several where a name is of several indicators
    start: int
    end: int
    noun: bool = True  # verbs and adjectives tell less of what is asked
    words: tuple[str, ...] = ()  # of reports, for an everyday one: earn, 收入
    owner: bool = False  # whose a thing is: "Hefei's GDP"

    @property
    def is_indicator(self) -> bool:
        """Whether the field knows it as an indicator."""
        return any(term.kind == "indicator" for term in self.terms)


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
    words = len(_LATIN_WORD.findall(text))
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
    plain = fold(text)
    taken = _Taken(plain)
    years = _years(plain, taken)
    relative = tuple(
        offset
        for offset, pattern in (
            (0, phrases.THIS_YEAR),
            (-1, phrases.LAST_YEAR),
            (1, phrases.NEXT_YEAR),
        )
        if taken.all(pattern)
    )
    terms = _terms(plain)
    for pattern in phrases.WIDER.values():
        taken.all(pattern)
    outside = _without(plain, [(topic.start, topic.end) for topic in terms])
    wider = tuple(name for name, pattern in phrases.WIDER.items() if pattern.search(outside))
    ranked = phrases.RANK.search(plain) or phrases.PLACE_NAMED.search(plain)
    aspect = Aspect.RANK if ranked else _aspect(outside)
    return Question(
        text=text,
        language=language or language_of(text),
        years=years,
        relative=relative,
        target=phrases.TARGET.search(outside) is not None,
        actual=_says_actual(outside),
        aspect=aspect,
        form=_form(outside, aspect, terms, max(len(years), len(relative))),
        topics=_topics(plain, taken, terms),
        places=_places(_without(plain, [*taken.spans, *((one.start, one.end) for one in terms)])),
        wider=wider,
        unit=None if aspect in (Aspect.RANK, Aspect.GAP) else _unit(plain, outside),
        spans_years=phrases.SPAN_OF_YEARS.search(plain) is not None,
        frame=outside,
    )


class _Taken:
    """Which characters of a question are already understood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []

    def all(self, pattern: re.Pattern[str]) -> bool:
        found = [match.span() for match in pattern.finditer(self.text)]
        self.spans.extend(found)
        return bool(found)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with some spans blanked, offsets kept."""
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def _years(text: str, taken: _Taken) -> tuple[int, ...]:
    found = [
        int(match[1])
        for match in phrases.YEAR.finditer(text)
        if not re.search(
            r"(?:不是|而非|并非|\bnot|rather than)(?: in| for| of| the)*\s*$", text[: match.start()]
        )
        and not _is_base(text, match)
    ]
    found += [
        year for match in phrases.CHINESE_YEAR.finditer(text) if (year := chinese_number(match[1]))
    ]
    taken.all(phrases.YEAR)
    taken.all(phrases.CHINESE_YEAR)
    return tuple(dict.fromkeys(found))


def _is_base(text: str, year: re.Match[str]) -> bool:
    """Whether a year is only what is compared with: 恢复到2019年的几成, "than in 2019"."""
    return (
        re.search(
            r"(?:恢复到|相当于|相较于?|较|比)(?:疫情前)?(?:的)?\s*$|"
            r"\b(?:than in|compared (?:with|to)|relative to|back to)\s*$",
            text[: year.start()],
        )
        is not None
        or re.match(r"(?:的?水平|同期)|(?:'s)? levels?\b", text[year.end() :]) is not None
    )


def _aspect(text: str) -> Aspect | None:
    """The measure asked for; none where several are asked for together."""
    if phrases.GAP.search(text) and not phrases.RANK.search(text):
        return Aspect.GAP
    several = [
        pattern.search(text) is not None
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


def _unit(plain: str, outside: str) -> AskedUnit | None:
    """The unit asked for, by the frame; some also by a term: what did it cost, how many farmers"""
    by_term = asked_unit(plain)
    if by_term is AskedUnit.PEOPLE:
        return by_term
    return asked_unit(outside) or (by_term if by_term is AskedUnit.MONEY else None)


def _says_actual(outside: str) -> bool:
    """Whether what was achieved is asked for; a target that "was set" is a target still."""
    if phrases.AIM.search(outside):
        return phrases.DONE.search(outside) is not None
    if phrases.ACTUAL.search(outside):
        return True
    if phrases.TARGET.search(outside):
        return False
    return any(pattern.search(outside) for pattern in (phrases.DONE_TO, phrases.NOW))


def _form(outside: str, aspect: Aspect | None, terms: list[Topic], years: int) -> Form:
    aimed = phrases.AIM.search(outside) is not None
    asks_why = phrases.WHY.search(outside) is not None
    if (phrases.COMPARE.search(outside) and not asks_why) or (
        (aimed or phrases.MORE_THAN.search(outside))
        and (years > 1 or _says_actual(outside))
        and (years > 1 or _is_quantity(outside, terms))
    ):
        return Form.COMPARISON
    if phrases.names_several(outside):
        return Form.LIST
    counted = asked_unit(outside) not in (None, AskedUnit.TIME)
    if phrases.HOW_MANY.search(outside) or aspect is Aspect.RANK or counted:
        return Form.FIGURE
    if phrases.WHETHER.search(outside) and phrases.AGAINST_WIDER.search(outside):
        return Form.CLAUSE
    if any(pattern.search(outside) for pattern in (phrases.WHO, phrases.WHEN, phrases.WHERE)):
        return Form.CLAUSE
    indicator = any(topic.is_indicator for topic in terms)
    if aspect is Aspect.GAP or (aspect in (Aspect.GROWTH, Aspect.SHARE) and indicator):
        return Form.FIGURE
    if phrases.LIST.search(outside):
        return Form.LIST
    if phrases.OPEN.search(outside) and not indicator:
        return Form.FIGURE if aspect else Form.LIST
    if _states_quantity(outside):
        return Form.FIGURE
    if phrases.WHY.search(outside) or phrases.WHETHER.search(outside):
        return Form.FIGURE if indicator else Form.CLAUSE
    return Form.FIGURE if indicator or aspect else Form.CLAUSE


def _states_quantity(outside: str) -> bool:
    """Whether a question gives a figure to be confirmed: 听说民生实事还是69件?"""
    units = [one.unit for one in find_quantities(outside)]
    if any(unit not in ("年", "月", "日", "") for unit in units):
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


def _terms(text: str) -> list[Topic]:
    """The field's terms in a text, also with a 的 within: 城里人的收入."""
    kept = [at for at, sign in enumerate(text) if sign != "的"]
    return [
        Topic(text[start:end], match.terms, start, end)
        for match in load_glossary().find("".join(text[at] for at in kept))
        for start, end in [(kept[match.start], kept[match.end - 1] + 1)]
    ]


def _topics(text: str, taken: _Taken, terms: list[Topic]) -> tuple[Topic, ...]:
    """Terms of the field, and what other content words are left between them."""
    topics = [one for one in terms if _means_something(one)]
    spans = taken.spans + [(one.start, one.end) for one in terms]
    rest = _without(text, spans)
    chinese = rest
    for pattern in (
        _asked_quantity(),
        phrases.FILLER,
        phrases.TARGET,
        phrases.ACTUAL,
        phrases.GROWTH,
        phrases.RANK,
        phrases.SHARE,
        phrases.HOW_MANY,
        phrases.LIST,
        phrases.WHO,
        phrases.WHEN,
        phrases.WHERE,
    ):
        spans_of = [match.span() for match in pattern.finditer(chinese)]
        chinese = _without(chinese, [(a, b) for a, b in spans_of if _CHINESE.search(chinese[a:b])])
    for match in _QUOTED.finditer(text):
        topics = [one for one in topics if one.end <= match.start() or one.start >= match.end()]
        topics.append(Topic(match[1], (), match.start(1), match.end(1)))
        chinese = _without(chinese, [match.span()])
    everyday = _everyday(rest, chinese)
    topics.extend(everyday)
    rest = _without(rest, [(one.start, one.end) for one in everyday])
    chinese = _without(chinese, [(one.start, one.end) for one in everyday])
    for match in _chinese_places(chinese):  # one word, whatever it is made of
        topics.append(Topic(match[1], (), match.start(1), match.end(1)))
        chinese = _without(chinese, [match.span(1)])
    for match in re.finditer("[\u4e00-\u9fff]+", chinese):
        topics.extend(_chinese_words(match[0], match.start()))
    names = [match.span() for match in _QUOTED_EN.finditer(text)]
    for match in _LATIN_WORD.finditer(rest):
        # A quoted name is a translation, however it is written: the "Five Goods" parks
        within = any(start < match.start() < end for start, end in names)
        word = re.sub("['’]s$", "", match[0].rstrip(".'’-"))
        if word.lower() not in phrases.ENGLISH_FILLER and len(word) > 1:
            word = word.lower() if within else word
            owner = word[0].isupper() and word != match[0]
            topics.append(Topic(word, (), match.start(), match.start() + len(word), owner=owner))
    for match in re.finditer(r"(?<![\d.])\d+(?:\.\d+)?[万亿]?(?![\d.])", rest):
        named = re.match(r"\s*(?:号|届|批|期|条例|国道|省道)", rest[match.end() :]) is not None
        name = named or len(match[0]) > 3  # 12345热线
        topics.append(Topic(match[0], (), match.start(), match.end(), noun=name))
    return tuple(sorted(topics, key=lambda one: one.start))


def _everyday(rest: str, chinese: str) -> list[Topic]:
    """Everyday words that reports have others for; English ones unless they say nothing."""
    found: list[Topic] = []
    for match in load_glossary().everyday(rest):
        text = rest[match.start : match.end]
        told = chinese[match.start : match.end] == text if _CHINESE.search(text) else True
        if told and text.lower() not in phrases.ENGLISH_FILLER:
            found.append(Topic(text, (), match.start, match.end, words=match.words))
    return found


@lru_cache(maxsize=1)
def _asked_quantity() -> re.Pattern[str]:
    """多少亿元, 几个: the unit asked for is no topic."""
    units = "|".join(
        re.escape(unit.zh) for unit in sorted(load_glossary().units, key=lambda unit: -len(unit.zh))
    )
    return re.compile(f"(?:多少|几)个?[万亿千百]*(?:{units})")


def _means_something(topic: Topic) -> bool:
    """English words such as "growth" or "rate" stand in the glossary, but name no topic."""
    return topic.text.lower() not in phrases.ENGLISH_FILLER and not (
        phrases.FILLER.fullmatch(topic.text)
    )


def _chinese_words(text: str, offset: int) -> list[Topic]:
    found: list[Topic] = []
    at = 0
    for word, flag in tagger().cut(text):
        start = offset + at
        at += len(word)
        short = len(word) == 1 and not (flag == "n" and word not in _SHORT_EMPTY)
        if not short and not flag.startswith(_EMPTY):
            found.append(Topic(word, (), start, start + len(word), _is_noun(flag)))
    return found


# Nouns of one sign that stand in any question; others, as 路 and 电, tell what it is about
_SHORT_EMPTY = frozenset(
    "人事年月日时家个元钱县市区省州镇乡村国地度数量值额率名位次点块头条方面项件中上下里内"
)


# Pronouns, adverbs, prepositions, conjunctions and particles, as jieba names them
_EMPTY = ("r", "d", "p", "c", "u", "y", "e")


def _is_noun(flag: str) -> bool:
    """Whether a part of speech, as jieba names them, can name what is asked about."""
    return flag.startswith(("n", "j", "vn", "an", "eng", "x", "t", "s"))


def _is_name(place: str) -> bool:
    """Whether it is named so, rather than told: 给群众省(钱) has verbs in it."""
    tokens = list(tagger().cut(place))
    return len(tokens) == 1 or not any(flag.startswith(("v", "p", *_EMPTY)) for _, flag in tokens)


def _chinese_places(text: str) -> list[re.Match[str]]:
    return [
        match
        for match in phrases.CHINESE_PLACE.finditer(text)
        if not re.match("[哪几每多城乡县市省区全我本该各咱你您这那]", match[1])
        and _is_name(match[1])
    ]


def _places(text: str) -> tuple[str, ...]:
    found = [match[1] for match in _chinese_places(text)]
    found += [f"{match[1].strip()} {match[2]}" for match in phrases.ENGLISH_PLACE.finditer(text)]
    return tuple(dict.fromkeys(found))
