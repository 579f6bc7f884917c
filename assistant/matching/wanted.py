"""The words of a question as a report may have them, each with how much it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from wordfreq import zipf_frequency

from assistant.evidence.knowledge import Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.quoted_names import as_topic, quoted_names, report_name
from assistant.matching.report_words import (
    alternatives_of,
    feature_names,
    held_parts,
    is_name,
    short_feature_names,
)
from assistant.models import Language
from assistant.questions import asking, phrases, places_asked, times
from assistant.questions.places import own_names, own_zone_spans
from assistant.questions.question import Aspect, Question
from assistant.questions.terms import find_terms
from assistant.questions.topics import Topic
from corpus.glossary import load_glossary, names
from corpus.sentences import Span
from index.translation import is_noun

FAINT = 0.25  # what a verb weighs that the report has
_MISSING = 0.5
_UNHELD = 0.1  # 掏, 弄完: a verb that the report has not
_SIGN = 0.6  # 路, 电: a noun of one sign, which stands within many words
_MISSING_ZH = 0.5
_VERB = 0.35  # "attract", "recruited": what is done says less than what it is done to
_RANKING = 0.2  # 评价, "assessment": what ranks is called one thing or another
_COMMON = 6.3  # Zipf frequency of the hundred commonest words
# 脱贫群众(2021年的)人均可支配收入, 该县(的)GDP, "youth( )unemployment", schools (with) tap water
_BETWEEN = re.compile(r"(?:\d{4}年度?|去年|今年|上年)?的?| (?:(?:have|has|with) )?")
# revenue (from the) land sales, people visited (the) museum
_AFTER = re.compile(
    r" (?:(?:from|in|of|by|for|on|during|at|among|with|through)(?: the| its| all)?|the) ",
    re.IGNORECASE,
)
# 油菜籽(产量), "rapeseed output": what such words measure stands before them
_MEASURE = re.compile("总?(?:产量|产值|销量|销售额|面积|里程|价格|人数|户数)")
# 市民热线诉求, 老百姓收入: all the people narrow nothing, nor any work: the scheme's total cost
_NARROWS_NOTHING = re.compile(
    "市民|群众|老?百姓|公众|大家|people|locals|citizens|scheme|project|programme|works",
    re.IGNORECASE,
)
# 公司加个体户这些(经营主体), 企业和个体户之类的(市场主体): but examples of what is asked for
_EXAMPLES = re.compile(
    r"[^，,。？?；;、有是]{2,14}(?:[、，][^，,。？?；;、]{2,8}){0,3}(?:这些|这类|之类的?|这样的)"
)
# (城里停车难,)今年新增多少车位: why somebody asks, but not of what is still lacking
_MOTIVE = re.compile(
    r"[^,，。?？\d]{2,10}(?:[看停上出就入办住乘打用]\S[难贵]|紧张|不够用?|拥堵|太[少慢挤])[,，]"
    r"(?=[^,，]*(?:多少|几|哪))(?![^,，]*[缺差])"
)
# (在全国同类园区里)排第几: what it is one of, which any ranking is among
_OF_ITS_KIND = re.compile("同[类级](?:园区|城市|开发区|[高经]\\S区|城区|县市区?|[县市区])")
_STANDARD = "标准"
_NO_PART = "的了在和与是有不这那几多每各个条些要为年月日"  # signs that are no part of a noun
_LATIN = re.compile("[A-Za-z]{3}")
_NAMED = 4  # signs of a thing's own name
_TOTAL = re.compile("总[量额和值]|总规模|规模|体量")


@dataclass(frozen=True)
class Wanted:
    """A word of the question with the Chinese words that stand for it in a report."""

    topic: Topic
    alternatives: tuple[str, ...]
    weight: float
    held: bool  # whether the report has it anywhere
    whose: bool = False  # by an indicator's name: 脱贫群众(人均可支配收入), revenue from land
    apart: tuple[str, ...] = ()  # where it stands within a word of another matter: 路, 思路

    def stands_in(self, text: str) -> bool:
        """Whether a text has the word, by any of the report's names for it."""
        for compound in self.apart:
            text = text.replace(compound, "")
        return any(one in text for one in self.alternatives)


def wanted_words(question: Question, knowledge: Knowledge) -> tuple[Wanted, ...]:
    """The question's topics in the words of a report.

    The report's own place is left out: all that it says is said of it.
    """
    own = own_names(knowledge)
    found: list[Wanted] = []
    ranked = question.aspect is Aspect.RANK
    quoted = _quoted(question, knowledge)
    found.extend(quoted)
    apart_from = _set_apart(question, knowledge, quoted)
    for asked in _subjects(question):
        topic = _as_rate(_with_sign_before(asked, question, knowledge), question, knowledge)
        if any(start <= topic.start < end for start, end in apart_from):
            continue
        if ranked and asking.RANK_VERB.fullmatch(topic.text):
            continue
        if ranked and asking.RANKING.fullmatch(topic.text):
            found.append(Wanted(topic, asking.RANKINGS, _RANKING, True))
            continue
        if _is_zone_again(topic, question):
            continue
        if topic.text.lower() in own or folded_name(topic.text) in own or _is_government(topic):
            continue
        if _is_gloss(topic, question):
            topic = replace(topic, noun=True)
        for part in held_parts(topic, knowledge):
            found.append(_wanted(part, found[-1:], question, knowledge))
    found.extend(_by_verb(question, found))
    # Nor a number alone names anything, "is 7.5% the growth achieved?", nor 标准是多少
    if all(is_number(word.topic) or word.topic.text == _STANDARD for word in found):
        return ()
    named = [
        word.topic
        for word in found
        if word.topic.is_indicator or _MEASURE.fullmatch(word.topic.text)
    ]
    whose = [_is_whose(word, named, question) for word in found]
    for at, (word, after) in reversed(list(enumerate(pairwise(found)))):
        beside = not question.text[word.topic.end : after.topic.start].strip()
        if word.topic.noun and beside and not word.topic.terms:
            # (鼎昱)科技投资, (bamboo) product exports: whose is a name of two words
            whose[at] = whose[at] or whose[at + 1]
    return tuple(replace(word, whose=own) for word, own in zip(found, whose, strict=True))


def _set_apart(question: Question, knowledge: Knowledge, quoted: list[Wanted]) -> list[Span]:
    """Where a question has words that are wanted no more: the own zone, a motive."""
    spans = own_zone_spans(question.text, knowledge)
    for one in quoted:
        told = _IN_BRACKETS.match(question.text, one.topic.end)
        spans.append((one.topic.start, told.end() if told else one.topic.end))
    spans += _glossed_spans(question, knowledge)
    if question.aspect is Aspect.RANK:
        spans += [one.span() for one in _OF_ITS_KIND.finditer(question.text)]
    motive = _MOTIVE.match(question.text)
    if motive and any(one.start >= motive.end() and one.noun for one in question.topics):
        spans.append(motive.span())
    return spans


def _wanted(part: Topic, last: list[Wanted], question: Question, knowledge: Knowledge) -> Wanted:
    """A word with what the report has for it, which a name right before it may settle."""
    alternatives = alternatives_of(part, knowledge)
    if last and question.text[last[0].topic.end : part.start] == " ":
        alternatives = feature_names(part, last[0].alternatives, knowledge) or alternatives
    held = any(knowledge.holds(one) for one in alternatives)
    if not held and part.text.isascii():
        short = short_feature_names(part, question.text[part.end :], knowledge)
        alternatives, held = short or alternatives, bool(short)
    weight = _weight(part, alternatives, knowledge, held)
    compounds = load_glossary().compounds(alternatives)
    apart = tuple(one for one in compounds if one not in question.text)
    return Wanted(part, alternatives, weight, held, apart=apart)


# 砚溪经开区(园区)营收: the zone again, which has its own name before
_ZONE = re.compile("经开区|高新区|开发区|集中区|保税区|产业园|工业园|科技园")


def _is_zone_again(topic: Topic, question: Question) -> bool:
    named = _ZONE.search(question.text, 0, topic.start)
    return topic.text == "园区" and named is not None


# The verb has one sign, and the figure's name two.
_SHORT_VERBS = (
    # 重大项目打算(投)多少钱
    (re.compile("(?<![\u4e00-\u9fff]投)投(?:了|入)?(?=多少|多大|几)"), ("投资", "投入")),
    # 今年茶叶(收)了多少吨
    (re.compile("[产收]了?(?=多少万?[吨斤担公])"), ("产量", "总产")),
    # 一共(关)了多少家矿
    (re.compile("关[了掉停闭]*(?=多少|几)"), ("关闭", "关停", "退出", "淘汰")),
)


def _by_verb(question: Question, found: list[Wanted]) -> list[Wanted]:
    """投资 or 产量, where it is asked how much is put into or got from a thing that is named."""
    if not found or any(word.topic.is_indicator for word in found):
        return []
    verbs = ((pattern.search(question.text), names) for pattern, names in _SHORT_VERBS)
    return [Wanted(Topic(v[0], (), *v.span()), names, _VERB, True) for v, names in verbs if v]


def _with_sign_before(topic: Topic, question: Question, knowledge: Knowledge) -> Topic:
    """A noun of one sign with the sign before it, where the report has the two: 干茶."""
    pair = question.text[max(0, topic.start - 1) : topic.end]
    if len(topic.text) > 1 or len(pair) < 2 or pair[0] in _NO_PART or not knowledge.holds(pair):
        return topic
    return replace(topic, text=pair, start=topic.start - 1)


# 磷石膏(利用)到什么比例, 垃圾(处理)达到百分之几: a rate
_TO_RATE = re.compile(
    r"率?(?:要|想)?达?[到至](?:了?(?:什么|多[大高少]的?)(?:比例|比重)|百分之[几多])"
)


def _as_rate(topic: Topic, question: Question, knowledge: Knowledge) -> Topic:
    """What is done to a share that is asked for, as reports name it: 利用率."""
    rate = f"{topic.text}率"
    asked = not topic.terms and _TO_RATE.match(question.text, topic.end)
    return replace(topic, text=rate, noun=True) if asked and knowledge.holds(rate) else topic


def _is_whose(word: Wanted, named: list[Topic], question: Question) -> bool:
    """Whether a word stands before one of the indicators' names, or in English right after it."""
    start, end = word.topic.start, word.topic.end
    if times.FIVE_YEARS.fullmatch(word.topic.text.strip('“”"')):
        return False  # “十四五”(技改投资): when, not whose
    if _NARROWS_NOTHING.fullmatch(word.topic.text):
        return False
    # (财政)一般公共预算收入, (招商引资)到位资金: the indicator's name is no other with it
    if any(word.topic.text + one.text in names(one.terms) for one in named):
        return False
    return any(
        (end <= one.start and _BETWEEN.fullmatch(question.text, end, one.start) is not None)
        or (one.end <= start and _AFTER.fullmatch(question.text, one.end, start) is not None)
        for one in named
    )


def _quoted(question: Question, knowledge: Knowledge) -> list[Wanted]:
    """The names of an English question that the report has: "20 Measures", “惠农20条”."""
    named = [(span, report_name(question, span, knowledge)) for span in quoted_names(question)]
    named += [
        ((one.start("name"), one.start("name") + len(one["name"].rstrip())), folded_name(one["zh"]))
        for one in _NAME_GLOSSED.finditer(question.text)
        if knowledge.holds(folded_name(one["zh"]))
        and not find_terms(one["zh"])
        and not any(word.lower() in knowledge.spelled for word in one["name"].split())
    ]
    return [
        Wanted(as_topic(question, span), (name,), knowledge.weight((name,)), True)
        for span, name in named
        if name
    ]


# the "Caiyuan Credit Link" (finance-and-industrial-park) loans: what a name means
_IN_BRACKETS = re.compile(r"[\"”'’]?\s?\([^)]{3,60}\)")
# the machine-tool maker Jiateshi CNC (佳时特数控): a name that its sound does not lead to, and what
# it is told to be
_NAME_GLOSSED = re.compile(
    r"(?P<name>(?:\bthe (?:(?!(?:of|in|for|at|by|from|to|with)\b)[a-z-]+ ){1,3})?"
    r"(?:\b[A-Z][\w&.-]{0,24}(?: |(?=[(（]))){1,5})[(（](?P<zh>[\u4e00-\u9fff·]{2,20})[)）]"
)
# so-called "legal-minded people" (法律明白人), livelihood items (民生实事): a name and its Chinese
_GLOSS = re.compile(
    r"(?P<name>[\"“][^\"”]{3,60}[\"”])?\s?[(（][“\"]?(?P<zh>[\u4e00-\u9fff·]{2,20})[”\"]?[)）]"
)


def _glossed_spans(question: Question, knowledge: Knowledge) -> list[Span]:
    """Where an English question has words for which it gives the report's own Chinese behind."""
    if question.language is not Language.EN:
        return []
    found: list[Span] = []
    for gloss in _GLOSS.finditer(question.text):
        terms = (term for t in question.topics if t.text == gloss["zh"] for term in t.terms)
        if not any(knowledge.holds(folded_name(one)) for one in (gloss["zh"], *names(terms))):
            continue
        end = gloss.end("name") if gloss["name"] else gloss.start()
        found += [gloss.span("name")] if gloss["name"] else []
        # not of 岭溪股份, of which the place is no word: "Shares" tells as much
        whole = gloss["name"] or any(t.text == gloss["zh"] for t in question.topics)
        for topic in reversed(question.topics):
            if whole and topic.end == end:
                found.append((topic.start, topic.end))
                joined = _JOINED.search(question.text, 0, topic.start)
                end = joined.start() if joined else end
    return found


_JOINED = re.compile(r"(?:,? and |, )$")  # (hospitality, cars and) trips (三公经费)


def _is_gloss(topic: Topic, question: Question) -> bool:
    """Whether a word is the Chinese for a name of an English question: the "Ten" (十百千万)."""
    before = question.text[: topic.start].rstrip("“\"'‘ ")
    return not topic.text.isascii() and before.endswith(("(", "（")) and bool(_LATIN.search(before))


def is_number(topic: Topic) -> bool:
    """Whether a word is a number alone, not a name that begins with one: 5G基站, 4A景区."""
    return topic.text[0].isdigit() and not topic.terms


def _subjects(question: Question) -> tuple[Topic, ...]:
    """The question's topics; 经济涨了百分之几 asks for GDP, as growth of nothing named does,
    in a quarter too.

    GDP总量 is GDP: a word for the whole says nothing more beside an indicator.
    """
    plain = all(
        (topic.text == "经济" and not topic.terms) or times.part_of_year(topic.text)
        for topic in question.topics
    )
    if plain:
        return _economy(question) or question.topics
    named = any(topic.is_indicator for topic in question.topics)
    examples = _EXAMPLES.search(question.text) if named else None
    if examples:
        question = replace(
            question,
            topics=tuple(
                t
                for t in question.topics
                if t.is_indicator or not examples.start() <= t.start < examples.end()
            ),
        )
    # 产业引导母基金多大规模: a name beside it is what it is the size of
    of_thing = any(
        len(t.text) >= _NAMED and not _TOTAL.fullmatch(t.text) and t.terms for t in question.topics
    )
    return tuple(
        t for t in question.topics if not ((named or of_thing) and _TOTAL.fullmatch(t.text))
    )


def _economy(question: Question) -> tuple[Topic, ...]:
    """比全国快了几个点: growth of nothing named is the economy's."""
    term = load_glossary().by_zh("地区生产总值")
    pattern = {Aspect.GROWTH: phrases.GROWTH, Aspect.GAP: phrases.GAP}.get(
        question.aspect or Aspect.LEVEL
    )
    found = pattern.search(question.frame) if pattern else None
    if pattern and not found and places_asked.BEST_PART.search(question.frame):
        found = places_asked.OUTRUNS.search(question.frame)  # 六个县里谁跑得最快
    return (Topic(found[0], (term,), *found.span()),) if term and found else ()


def _is_government(topic: Topic) -> bool:
    """县政府, the county government, its head: all that a report says, it or he says of itself."""
    return (
        re.fullmatch(
            r"[省市县区州旗镇乡]?(?:人民)?政府|[省市县区州盟旗]长|总理|"
            r"(?:county|city|district|provincial|local)? ?government|"
            r"(?:county|city|district) (?:head|mayor|magistrate)|mayor|governor|premier",
            topic.text.lower(),
        )
        is not None
    )


def _weight(topic: Topic, alternatives: tuple[str, ...], knowledge: Knowledge, held: bool) -> float:
    """How much a word tells of what is asked.

    Terms and nouns by how rare they are; verbs little; of English words those that the report
    has no word for little too, unless a capital makes them names.
    """
    rarity = knowledge.weight(alternatives or (topic.text,))
    if topic.terms:
        common = all(term.kind in ("general", "body") for term in topic.terms)
        return 0.5 * rarity if common else rarity
    if re.match("[A-Za-z]", topic.text):
        known = any(one in knowledge.vocabulary for one in alternatives)
        if not known and topic.start and topic.text[0].isupper():
            return rarity
        if held and is_name(topic.text):  # a name spelled by its sound: Yaowan, 姚湾
            return rarity
        if not held and re.search("[a-z]{3}ly$", topic.text) and not is_noun(topic.text):
            return _UNHELD  # slowly: how a thing is done
        # A word that Chinese has words for, none of them in the report, tells what is missing.
        noun = is_noun(topic.text.split()[-1])
        told = rarity if noun else min(rarity, _VERB)
        missing = _MISSING if noun else FAINT
        return (told if known else missing) * _telling(topic.text.lower())
    if not topic.noun:
        return FAINT if held else _UNHELD
    if len(topic.text) == 1:
        return _SIGN * rarity
    return rarity if held else _MISSING_ZH * _telling_zh(topic.text)


@lru_cache(maxsize=8192)
def _telling(word: str) -> float:
    """How much an English word tells, 0.1 to 1: the commoner it is, the less.

    From its Zipf frequency (log10 of uses in a billion words, wordfreq's estimate): "put" (5.7)
    tells little of what is asked, "toilets" (3.7) much.
    """
    return max(0.1, min(1.0, (_COMMON - zipf_frequency(word, "en")) / 2))


@lru_cache(maxsize=8192)
def _telling_zh(word: str) -> float:
    """The same of a Chinese word, whose commonest have Zipf frequencies about as high."""
    return max(0.1, min(1.0, (_COMMON - zipf_frequency(word, "zh")) / 2))
