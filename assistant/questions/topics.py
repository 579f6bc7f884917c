"""The content words of a question: terms of the field, everyday words, names, places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from assistant.claims import blanked
from assistant.questions import asking, phrases, place_words, times
from assistant.questions.asked_unit import ENGLISH_UNIT
from assistant.questions.english_filler import ENGLISH_FILLER
from assistant.questions.harms import DIED, harms_told
from assistant.questions.place_names import chinese_places
from assistant.questions.tagging import SHORT_EMPTY, tagged
from corpus.glossary import Term, load_glossary
from corpus.sentences import Span
from index.lexical import tokenizer

_CHINESE = re.compile("[\u4e00-\u9fff]")
# 什么是“一主两优”: quoted words are one name
_QUOTED = re.compile("[“「『\"']([\u4e00-\u9fff+·\\d]{2,16})[”」』\"']")
_QUOTED_EN = re.compile("[\"“'‘](?=[A-Z])[A-Za-z ,'’-]{3,60}[\"”'’](?![a-z])")
# 69 projects, 12345热线, 30万元, "300,000 yuan", "a 3 billion yuan fund"
_NUMBER = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?[万亿]?(?![\d.]|,\d))"
    r"(?:[ -](?:thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
# "Do officials expect …": whose report it is
_WHO_EXPECTS = re.compile(
    r"\b(?:officials|authorities|leaders|planners|policymakers|administration|leadership|bosses)\b"
    r"(?= (?:\w+ly )?(?:expect|hope|want|plan|aim|intend|sa[iy]|predict|forecast|promis|think|"
    r"believ|bank|foresee|project|promise|mean|wish))",
    re.IGNORECASE,
)
# "five years", "five-year": how long, no count of what is asked about
_NUMBER_OF_YEARS = re.compile(
    r"\b(?:(?:whole|entire|full) )*(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
    r"[- ]years?\b(?!-old| old)",
    re.IGNORECASE,
)
_COUNTRIES = {"US": "美国", "U.S": "美国"}  # trade with the US, but "tell us"
# 地铁(5号线), "(Line 5)", "Metro Line (5)", where the metro is a term of its own
_LINE = re.compile(
    r"(?P<zh>\d{1,2})号线|(?<!metro )(?<!subway )(?<!rail )\blines? (?:no\. ?)?(?P<en>\d{1,2})\b|"
    r"(?<=metro line )(?P<metro>\d{1,2})\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")  # ranked 9th: a number
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’.-]*")


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

    @cached_property
    def is_indicator(self) -> bool:
        """Whether the field knows it as an indicator."""
        return any(term.kind == "indicator" for term in self.terms)


_INCOME = ("income", "incomes", "earnings")
_ACCIDENTS, _DEAD = "生产安全事故起数", "死亡人数"  # of the glossary
_OF_ALL = "全社会"  # 全社会用电量
_GROUP = 6  # signs of what a group of people has, after its name: 人均可支配收入


def _of_group(topic: Topic, others: list[Topic]) -> Topic:
    """Everybody's income as that of the group which another word names: … lifted out of poverty.

    Or of what else is known to have an income: what income should village (collectives) reach. So
    is what all use that of the sector which is named: how much electricity did industry use.
    """
    if len(topic.terms) != 1 or not topic.is_indicator:
        return topic
    whole = topic.terms[0].zh
    plain = whole.removeprefix("居民").removeprefix(_OF_ALL)
    if plain == whole or (len(plain) < _GROUP and not whole.startswith(_OF_ALL)):
        return topic
    said = {
        name
        for one in others
        if not one.is_indicator
        for name in (one.text, *one.words, *(term.zh for term in one.terms))
    }
    own = tuple(
        term
        for term in load_glossary().terms
        if term.zh.endswith(plain) and term.zh[: -len(plain)].removesuffix("居民") in said
    )
    if not own and topic.text.lower() in _INCOME:
        terms = map(load_glossary().by_zh, (f"{name}收入" for name in said))
        own = tuple(term for term in terms if term and term.kind == "indicator")
    return replace(topic, terms=own) if own else topic


def _of_dead(topic: Topic, others: list[Topic], text: str) -> Topic:
    """Accidents as those who died in them, where these are asked for: how many died in accidents.

    Who names both, or asks of accidents alone, is asked of as said.
    """
    dead = load_glossary().by_zh(_DEAD)
    counts = len(topic.terms) == 1 and topic.terms[0].zh == _ACCIDENTS
    if not (dead and counts) or DIED not in harms_told(text):
        return topic
    return topic if any(dead in one.terms for one in others) else replace(topic, terms=(dead,))


def find_topics(text: str, taken: list[Span], terms: list[Topic]) -> tuple[Topic, ...]:
    """Terms of the field, and what other content words are left between them.

    Args:
        text: the question.
        taken: spans that are understood already: years, wider places.
        terms: from `find_terms`.
    """
    topics = [one for one in terms if _means_something(one) and not _said_again(one, terms)]
    spans = taken + [(one.start, one.end) for one in terms]
    rest = blanked(text, spans)
    rest = _without(rest, ENGLISH_UNIT, _WHO_EXPECTS, _NUMBER_OF_YEARS, phrases.WHAT_HELPED)
    chinese = rest
    for pattern in (
        phrases.WHEN,  # first: 哪一天 is no 哪一, which asks for a list
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
        phrases.WHERE,
    ):
        spans_of = [match.span() for match in pattern.finditer(chinese)]
        chinese = blanked(chinese, [(a, b) for a, b in spans_of if _CHINESE.search(chinese[a:b])])
    for match in _QUOTED.finditer(text):
        if phrases.FILLER.fullmatch(match[1]) or times.FIVE_YEARS.fullmatch(match[1]):
            continue  # “十四五”时期 is a time
        topics = [one for one in topics if one.end <= match.start() or one.start >= match.end()]
        topics.append(Topic(match[1], (), match.start(1), match.end(1)))
        chinese = blanked(chinese, [match.span()])
    for match in _LINE.finditer(text):  # one name, which reports write in Chinese
        start, end = match.span()
        topics = [one for one in topics if one.end <= start or one.start >= end]
        number = match[match.lastgroup or 0]
        topics.append(Topic(match[0], (), start, end, words=(f"{number}号线",)))
        rest, chinese = blanked(rest, [match.span()]), blanked(chinese, [match.span()])
    everyday = _everyday(rest, chinese)
    topics.extend(everyday)
    rest = blanked(rest, [(one.start, one.end) for one in everyday])
    chinese = blanked(chinese, [(one.start, one.end) for one in everyday])
    for match in chinese_places(chinese):  # one word, whatever it is made of
        topics.append(Topic(match[1], (), match.start(1), match.end(1)))
        chinese = blanked(chinese, [match.span(1)])
    for match in re.finditer("[\u4e00-\u9fff]+", chinese):
        topics.extend(_chinese_words(match[0], match.start()))
    rest = _without(rest, asking.RUN_OF_YEARS, place_words.AUTONOMOUS, _ORDINAL)
    topics += [*_english_words(rest, text), *_numbers(rest)]
    topics = [_of_dead(_of_group(one, topics), topics, text) for one in topics]
    return tuple(sorted(topics, key=lambda one: one.start))


def _without(text: str, *patterns: re.Pattern[str]) -> str:
    return blanked(text, [one.span() for pattern in patterns for one in pattern.finditer(text)])


def _english_words(rest: str, text: str) -> list[Topic]:
    """The English words that are left of a question's text and say what is asked about."""
    found: list[Topic] = []
    names = [match.span() for match in _QUOTED_EN.finditer(text)]
    for match in LATIN_WORD.finditer(rest):
        country = load_glossary().by_zh(_COUNTRIES.get(match[0].rstrip("."), ""))
        if country:
            found.append(Topic(match[0], (country,), *match.span()))
            continue
        # A quoted name is a translation, however it is written: the "Five Goods" parks
        within = any(start < match.start() < end for start, end in names)
        word = re.sub("['’]s$", "", match[0].rstrip(".'’-"))
        if word.lower() not in ENGLISH_FILLER and len(word) > 1:
            word = word.lower() if within else word
            owner = word[0].isupper() and word != match[0]
            found.append(Topic(word, (), match.start(), match.start() + len(word), owner=owner))
    return found


def _numbers(rest: str) -> list[Topic]:
    """The numbers that are left; those of a name are nouns: 12345热线, not 1900亿."""
    found: list[Topic] = []
    for match in _NUMBER.finditer(rest):
        named = re.match(r"\s*(?:号|届|批|期|条例|国道|省道)", rest[match.end() :]) is not None
        # 7710个就业岗位 are so many, and no name
        counted = re.match(r"[余多]?[万亿]*[个家件项人名户座所条场张头]", rest[match.end() :])
        name = named or (len(match[0]) > 3 and match[0].isdigit() and not counted)
        found.append(Topic(match[0], (), match.start(), match.end(), noun=name))
    return found


def _everyday(rest: str, chinese: str) -> list[Topic]:
    """Everyday words that reports have others for; English ones unless they say nothing."""
    found: list[Topic] = []
    for match in load_glossary().everyday(rest):
        text = rest[match.start : match.end]
        told = chinese[match.start : match.end] == text if _CHINESE.search(text) else True
        if told and text.lower() not in ENGLISH_FILLER:
            found.append(Topic(text, (), match.start, match.end, words=match.words))
    return found


@lru_cache(maxsize=1)
def _asked_quantity() -> re.Pattern[str]:
    """多少亿元, 几个, 1900亿元, 20个: the unit is no topic."""
    units = "|".join(
        re.escape(unit.zh) for unit in sorted(load_glossary().units, key=lambda unit: -len(unit.zh))
    )
    return re.compile(
        f"(?:多少|几)个?[万亿千百]*(?:{units})|(?<=\\d)[余多]?(?:[万亿千百]+(?:{units})|[个家件项所座条](?!目))"
    )


def _means_something(topic: Topic) -> bool:
    """English words such as "growth" or "rate" stand in the glossary, but name no topic."""
    return topic.text.lower() not in ENGLISH_FILLER and not (phrases.FILLER.fullmatch(topic.text))


def _said_again(topic: Topic, terms: list[Topic]) -> bool:
    """Whether it is short for what was named before: tourism revenue … with the actual revenue."""
    name = topic.text.lower()
    return any(
        one.start < topic.start and one.text != topic.text and one.text.lower().endswith(name)
        for one in terms
    )


# 3% of (GDP), "the ratio of R&D spending to (GDP)", "the share of taxes in (budget revenue)"
_SHARE_OF = re.compile(
    r"(?:\d\s*(?:%|per ?cent)\s+of|"
    r"\b(?:share|ratio|proportion|percentage) of [^,?]{3,40} (?:in|to|of))"
    r"\s+(?:(?:the|its|total)\s+)*$",
    re.IGNORECASE,
)


def is_base(topic: Topic, text: str) -> bool:
    """Whether a term only tells what a percentage is of: "R&D spending exceeded 3% of GDP"."""
    before, after = text[: topic.start], text[topic.end :]
    of = _SHARE_OF.search(before)
    share = re.search(r"占\s*$", before) and re.match(
        r"(?:的?比[重例])?[^,，;；。?？]{0,4}?\d[\d.]*%", after
    )
    return bool(topic.is_indicator and (of or share))


def _chinese_words(text: str, offset: int) -> list[Topic]:
    found: list[Topic] = []
    at = 0
    for word, flag in tagged(text):
        start = offset + at
        at += len(word)
        short = len(word) == 1 and not (flag == "n" and word not in SHORT_EMPTY)
        short = short or _is_joined(word)
        if not short and not flag.startswith(_EMPTY) and not _SO_MANY.fullmatch(word):
            noun = _is_noun(flag) or _NOUN.search(word) is not None
            words = load_glossary().said_of(word) if len(word) == 1 else ()
            found.append(Topic(word, (), start, start + len(word), noun, words))
    return found


_WITHIN = "省市县区州镇乡村家手"
_COMMON_WORD = 100  # times that the dictionary of words counts one


def _is_joined(word: str) -> bool:
    """Whether two signs that say nothing alone were taken for a word: (每月)能领, (在)镇里."""
    if len(word) != 2:
        return False
    if word[0] == "能":
        times_counted: int = tokenizer().FREQ.get(word, 0)
        return times_counted <= _COMMON_WORD
    return word[1] == "里" and word[0] in _WITHIN


_SO_MANY = re.compile("[一二三四五六七八九十两]{1,2}[大件项]")  # 三大|攻坚战: how many

# Pronouns, adverbs, prepositions, conjunctions and particles, as jieba names them
_EMPTY = ("r", "d", "p", "c", "u", "y", "e")


# 不利因素, which the tagger takes for a verb
_NOUN = re.compile("(?<=.{2})(?:因素|问题|困难|优势|政策|措施|项目|工程|体系|平台)$")


def _is_noun(flag: str) -> bool:
    """Whether a part of speech, as jieba names them, can name what is asked about."""
    return flag.startswith(("n", "j", "vn", "an", "eng", "x", "t", "s"))
