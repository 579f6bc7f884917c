"""The content words of a question: terms of the field, everyday words, names, places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from assistant.claims import blanked
from assistant.questions import asking, phrases, place_words, times
from assistant.questions.asked_unit import ENGLISH_UNIT
from assistant.questions.english_filler import ENGLISH_FILLER
from assistant.questions.place_names import chinese_places
from assistant.questions.tagging import tagger
from corpus.glossary import Term, load_glossary
from corpus.sentences import Span

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


# 多少人来云川(旅游), 有几万人次到咱们这儿(玩): who comes to see a place is its tourist
_VISITS = re.compile(
    r"(?:人|人次|游客)(?:前?来|到|去|上)[^,，。；;?？多几]{0,8}?"
    r"(?P<visit>旅游|旅行|游玩|观光|玩)(?![业收])|"
    r"(?:前?来|到)[^,，。；;?？多几]{0,8}?(?P<seen>旅游|旅行|游玩|观光|玩)的?(?=(?:一共|总共)?有?多少(?:游客|人|万人))"
)


def _with_visits(text: str, found: list[Topic]) -> list[Topic]:
    """The terms, those who come to see the place being its tourists: 多少人来云川旅游."""
    visitors = load_glossary().by_zh("接待游客")
    for visit in _VISITS.finditer(text):
        start, end = visit.span("visit" if visit["visit"] else "seen")
        said = Topic(text[start:end], (visitors,), start, end) if visitors else None
        found = _instead(found, said) if said else found
    return found


def _instead(found: list[Topic], topic: Topic) -> list[Topic]:
    """The topics with another in place of those that it overlaps."""
    return [*(o for o in found if o.end <= topic.start or o.start >= topic.end), topic]


# 农民一年(能)挣多少, 城里人每年赚多少, 农村人均能挣多少: their income
_EARNS = re.compile(
    r"(?P<who>农民|农户|村民|乡下人|农村人(?!均)|农村居民|农村(?!居|人(?!均))|城镇(?!居)|城里人|城镇居民|市民|居民|老百姓)们?"
    r"(?:平均|人均|每人|一年|每年|去年|今年|能|可以|大概|大约|到底|下来)*(?:挣|赚|收入)(?=到?了?(?:有|是)?多少)"
)


def _with_earnings(text: str, found: list[Topic]) -> list[Topic]:
    """The terms, what people earn being the income that is named by them."""
    for earns in _EARNS.finditer(text):
        terms = _indicator_named(earns["who"] + "收入") or _indicator_named(
            earns["who"] + "人均收入"
        )
        found = _instead(found, Topic(earns[0], terms, *earns.span())) if terms else found
    return found


# 17年经济(打算)增长多少, 砺港经济(在全省)排第几: the economy's growth and its place are those of
# what economies are measured by; 数字经济 and the like are others
_ECONOMY_GROWS = re.compile(
    r"(?:^|(?<=[年月市省县区州旗国内的，,]))经济(?=[^,，。;；?？总社]{0,8}?(?:增长|增速|增幅|涨))|"
    r"(?<![字营域洋台环楼部间空村游雪发红民体放低型际色业口济])经济"
    r"(?=(?:总量|规模|实力|体量)?(?:在[^,，。;；?？]{1,10}?)?(?:排|位[列居]|第几|老几|是第几))"
)


# "How many (rural residents) were trained?": people are counted, and not what they earn
_COUNTED = re.compile(r"\bhow many (?:\w+ ){0,3}(?:resident|people|farmer|villager)s?$", re.I)
# 农村居民(人均可支配收入), 农民(收入): whose income it is
_THEIR_INCOME = re.compile("(?:人均)?年?(?:可支配|纯)?收入$|人均$")


def _as_people(text: str, topic: Topic) -> Topic:
    """Counted people by what reports call them, where their name means their income."""
    own = topic.is_indicator and all(one.zh.endswith("收入") for one in topic.terms)
    if not own or not _COUNTED.search(text[: topic.end]):
        return topic
    names = [name for one in topic.terms for name in (one.zh, *one.zh_aliases)]
    words = tuple(dict.fromkeys(_THEIR_INCOME.sub("", name) for name in names))
    return replace(topic, terms=(), words=words)


def _with_economy(text: str, found: list[Topic]) -> list[Topic]:
    gdp = load_glossary().by_zh("地区生产总值")
    for said in _ECONOMY_GROWS.finditer(text) if gdp else ():
        apart = all(one.end <= said.start() or one.start >= said.end() for one in found)
        found = [*found, Topic(said[0], (gdp,), *said.span())] if gdp and apart else found
    return found


def find_terms(text: str) -> list[Topic]:
    """The field's terms in a text, also with a 的 within: 城里人的收入."""
    kept = [at for at, sign in enumerate(text) if sign != "的"]
    found = [
        Topic(text[start:end], match.terms, start, end)
        for match in load_glossary().find("".join(text[at] for at in kept))
        for start, end in [(kept[match.start], kept[match.end - 1] + 1)]
    ]
    found = _with_earnings(text, _with_shared_head(text, _with_visits(text, found)))
    found = _with_economy(text, found)
    said = [(one.start, one.end) for one in load_glossary().everyday(text)]
    # with the sign before it: 自治县 is longer there than as a term
    said += [(one.start() - 1, one.end()) for one in place_words.AUTONOMOUS.finditer(text)]
    return [
        _as_people(text, _narrowed(topic, found))
        for topic in _of_owner(text, found)
        # "came into (service)" is of no services
        if topic.is_indicator
        or not any(
            a <= topic.start and topic.end <= b and b - a > topic.end - topic.start for a, b in said
        )
    ]


# 规上工业企业(一共赚了多少)利润, 服务业企业(去年完成了多少亿元的)营业收入, 农民(去年)人均收入
_HOW_MUCH = re.compile(
    r"(?:[^,，。;；?？、和与]{0,8}多少(?:[万亿]*元)?的?|的?(?:\d{4}年|[去今上]年)度?的?)"
    r"(?P<what>[\u4e00-\u9fff]{2,7})"
)


def _indicator_named(name: str) -> tuple[Term, ...]:
    """The terms that a name as a whole is of, where one is an indicator; else ()."""
    whole = next((o for o in load_glossary().find(name) if o.end - o.start == len(name)), None)
    found = whole.terms if whole else ()
    return found if any(term.kind == "indicator" for term in found) else ()


_AND = re.compile("[和与及、]|以及")


def _with_shared_head(text: str, found: list[Topic]) -> list[Topic]:
    """基本养老和医保的参保率 as two rates: what the last of several has is the first one's too."""
    ordered = sorted(found, key=lambda topic: topic.start)
    whole = {}
    for first, last in pairwise(ordered):
        joined = _AND.fullmatch(text, first.end, last.start)
        if not joined or first.is_indicator or not first.terms or not last.is_indicator:
            continue
        for size in range(len(last.text) - 1, 1, -1):
            name = first.text + last.text[-size:].lstrip("的")
            if terms := _indicator_named(name):
                whole[first] = Topic(first.text, terms, first.start, first.end)
                break
    return [whole.get(topic, topic) for topic in found]


def _of_owner(text: str, found: list[Topic]) -> list[Topic]:
    """What somebody has so much of as the one indicator that both name: 规上工业企业利润."""
    for owner in found:
        asked = _HOW_MUCH.match(text, owner.end)
        for size in range(len(asked["what"]) if asked else 0, 1, -1):
            start = asked.start("what") if asked else 0
            name = owner.text + text[start : start + size]
            if terms := _indicator_named(name):
                end = start + size
                begin = start if "多少" in text[owner.end : start] else owner.start
                own = Topic(text[begin:end], terms, begin, end)
                rest = [t for t in found if t is not owner and not start <= t.start < own.end]
                return [*rest, own]
    return found


_GROUP = 6  # signs of what a group of people has, after its name: 人均可支配收入


def _of_group(topic: Topic, others: list[Topic]) -> Topic:
    """Everybody's income as that of the group which another word names: … lifted out of poverty."""
    if len(topic.terms) != 1 or not topic.is_indicator:
        return topic
    plain = topic.terms[0].zh.removeprefix("居民")
    if len(plain) < _GROUP or plain == topic.terms[0].zh:
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
    return replace(topic, terms=own) if own else topic


def _narrowed(topic: Topic, others: list[Topic]) -> Topic:
    """A term of several meanings with that which another word has too: pigs … slaughtered."""
    if len(topic.terms) < 2:
        return topic
    for other in others:
        common = tuple(term for term in topic.terms if term in other.terms)
        if other is not topic and common and len(common) < len(topic.terms):
            return replace(topic, terms=common)
    return topic


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
    everyday = _everyday(rest, chinese)
    topics.extend(everyday)
    rest = blanked(rest, [(one.start, one.end) for one in everyday])
    chinese = blanked(chinese, [(one.start, one.end) for one in everyday])
    for match in chinese_places(chinese):  # one word, whatever it is made of
        topics.append(Topic(match[1], (), match.start(1), match.end(1)))
        chinese = blanked(chinese, [match.span(1)])
    for match in re.finditer("[\u4e00-\u9fff]+", chinese):
        topics.extend(_chinese_words(match[0], match.start()))
    rest = _without(rest, asking.RUN_OF_YEARS, place_words.AUTONOMOUS)
    topics += [*_english_words(rest, text), *_numbers(rest)]
    topics = [_of_group(one, topics) for one in topics]
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
        name = named or (len(match[0]) > 3 and match[0].isdigit())
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


def is_base(topic: Topic, text: str) -> bool:
    """Whether a term only tells what a percentage is of: "R&D spending exceeded 3% of GDP"."""
    before, after = text[: topic.start], text[topic.end :]
    of = re.search(r"\d\s*(?:%|per ?cent)\s+of\s+(?:(?:the|its|total)\s+)*$", before, re.IGNORECASE)
    share = re.search(r"占\s*$", before) and re.match(
        r"(?:的?比[重例])?[^,，;；。?？]{0,4}?\d[\d.]*%", after
    )
    return bool(topic.is_indicator and (of or share))


def _chinese_words(text: str, offset: int) -> list[Topic]:
    found: list[Topic] = []
    at = 0
    for word, flag in tagger().cut(text):
        start = offset + at
        at += len(word)
        short = len(word) == 1 and not (flag == "n" and word not in _SHORT_EMPTY)
        if not short and not flag.startswith(_EMPTY) and not _SO_MANY.fullmatch(word):
            noun = _is_noun(flag) or _NOUN.search(word) is not None
            words = load_glossary().said_of(word) if len(word) == 1 else ()
            found.append(Topic(word, (), start, start + len(word), noun, words))
    return found


# Nouns of one sign that stand in any question; others, as 路 and 电, tell what it is about
_SHORT_EMPTY = frozenset(
    "人事年月日时家个元钱县市区省州镇乡村国地度数量值额率名位次点块头条方面项件中上下里内"
)

_SO_MANY = re.compile("[一二三四五六七八九十两]{1,2}[大件项]")  # 三大|攻坚战: how many

# Pronouns, adverbs, prepositions, conjunctions and particles, as jieba names them
_EMPTY = ("r", "d", "p", "c", "u", "y", "e")


# 不利因素, which the tagger takes for a verb
_NOUN = re.compile("(?<=.{2})(?:因素|问题|困难|优势|政策|措施|项目|工程|体系|平台)$")


def _is_noun(flag: str) -> bool:
    """Whether a part of speech, as jieba names them, can name what is asked about."""
    return flag.startswith(("n", "j", "vn", "an", "eng", "x", "t", "s"))
