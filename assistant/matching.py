"""How well a stretch of a report fits a question: which of the question's words it covers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from wordfreq import zipf_frequency

from assistant import asking, phrases
from assistant.knowledge import ClauseEntry, FigureEntry, Knowledge, folded_name
from assistant.places import own_names
from assistant.question import Aspect, Question
from assistant.quoted_names import as_topic, quoted_names, report_name
from assistant.report_words import alternatives_of, held_parts, is_name
from assistant.tagging import is_known_place
from assistant.topics import Topic
from corpus.glossary import load_glossary
from corpus.models import Measure
from index.translation import is_noun, is_ordinary

# How much a word counts by where it stands; the closer to the figure the more.
_FAINT = 0.25
_MISSING = 0.5
_ELSEWHERE = 0.1
_TELLS = 0.6
_EVERYDAY = 0.85  # 工资 is not quite 收入
_UNHELD = 0.1  # 掏, 弄完: a verb that the report has not
_SIGN = 0.6  # 路, 电: a noun of one sign, which stands within many words
_MISSING_ZH = 0.5
_VERB = 0.35  # "attract", "recruited": what is done says less than what it is done to
_LIMIT = re.compile(r"\d[\d.]*[万亿]?[元人亩吨%]?以[上下]$")  # 达到(30万元以上)
_RANKING = 0.2  # 评价, "assessment": what ranks is called one thing or another
_WHOLE = 8  # characters of a name that is no short form: 研发经费投入占GDP比重
_COMMON = 6.3  # Zipf frequency of the hundred commonest words
NAME, CLAUSE, STRETCH, SENTENCE, PATH = 1.0, 0.85, 0.6, 0.5, 0.4


@dataclass(frozen=True)
class Wanted:
    """A word of the question with the Chinese words that stand for it in a report."""

    topic: Topic
    alternatives: tuple[str, ...]
    weight: float
    held: bool  # whether the report has it anywhere
    whose: bool = False  # stands before an indicator's name: 脱贫群众(人均可支配收入)

    def stands_in(self, text: str) -> bool:
        """Whether a text has the word, by any of the report's names for it."""
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
    for topic in question.topics or _economy(question):
        if any(one.topic.start <= topic.start < one.topic.end for one in quoted):
            continue
        if ranked and asking.RANK_VERB.fullmatch(topic.text):
            continue
        if ranked and asking.RANKING.fullmatch(topic.text):
            found.append(Wanted(topic, asking.RANKINGS, _RANKING, True))
            continue
        if topic.text.lower() in own or folded_name(topic.text) in own or _is_government(topic):
            continue
        for part in held_parts(topic, knowledge):
            alternatives = alternatives_of(part, knowledge)
            held = any(knowledge.holds(one) for one in alternatives)
            weight = _weight(part, alternatives, knowledge, held)
            found.append(Wanted(part, alternatives, weight, held))
    # A number alone names nothing: "is 7.5% the growth achieved?"
    if all(_is_number(word.topic) for word in found):
        return ()
    starts = [word.topic.start for word in found if word.topic.is_indicator]
    return tuple(replace(word, whose=_is_whose(word, starts, question)) for word in found)


# 脱贫群众(2021年的)人均可支配收入, 该县(的)GDP, "youth( )unemployment"
_BETWEEN = re.compile(r"(?:\d{4}年度?|去年|今年|上年)?的?| ")


def _is_whose(word: Wanted, starts: list[int], question: Question) -> bool:
    """Whether a word stands before an indicator's name, at one of the starts."""
    end = word.topic.end
    return any(
        end <= start and _BETWEEN.fullmatch(question.text, end, start) is not None
        for start in starts
    )


def _quoted(question: Question, knowledge: Knowledge) -> list[Wanted]:
    """The quoted names of an English question that the report has: "20 Measures", “惠农20条”."""
    named = [(span, report_name(question, span, knowledge)) for span in quoted_names(question)]
    return [
        Wanted(as_topic(question, span), (name,), knowledge.weight((name,)), True)
        for span, name in named
        if name
    ]


def _is_number(topic: Topic) -> bool:
    """Whether a word is a number alone, not a name that begins with one: 5G基站, 4A景区."""
    return topic.text[0].isdigit() and not topic.terms


def _economy(question: Question) -> tuple[Topic, ...]:
    """比全国快了几个点: growth of nothing named is the economy's."""
    term = load_glossary().by_zh("地区生产总值")
    pattern = {Aspect.GROWTH: phrases.GROWTH, Aspect.GAP: phrases.GAP}.get(
        question.aspect or Aspect.LEVEL
    )
    found = pattern.search(question.frame) if pattern else None
    return (Topic(found[0], (term,), *found.span()),) if term and found else ()


def _is_government(topic: Topic) -> bool:
    """县政府, the county government: all that a report says, it says of its government."""
    return (
        re.fullmatch(
            r"[省市县区州旗镇乡]?(?:人民)?政府|"
            r"(?:county|city|district|provincial|local)? ?government",
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
        # A word that Chinese has words for, none of them in the report, tells what is missing.
        noun = is_noun(topic.text.split()[-1])
        told = rarity if noun else min(rarity, _VERB)
        missing = _MISSING if noun else _FAINT
        return (told if known else missing) * _telling(topic.text.lower())
    if not topic.noun:
        return _FAINT if held else _UNHELD
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


def coverage(wanted: tuple[Wanted, ...], layers: tuple[tuple[str, float], ...]) -> float:
    """The weighted share of the question's words that stand in the layers, 0 to 1.

    Args:
        wanted: from `wanted_words`.
        layers: texts from the closest outwards, each with what a word in it counts.
    """
    total = sum(word.weight for word in wanted)
    if not total:
        return 0.0
    return sum(word.weight * _best_layer(word, layers) for word in wanted) / total


def _best_layer(word: Wanted, layers: tuple[tuple[str, float], ...]) -> float:
    for text, value in layers:
        if word.stands_in(text):
            return _EVERYDAY * value if word.topic.words else value
    return 0.0


def figure_score(entry: FigureEntry, wanted: tuple[Wanted, ...], shared: bool = False) -> float:
    """How well a figure fits a question's words, 0 to 1.

    Three parts of four are coverage of the question by the figure's surroundings, one is
    coverage of the indicator's name by the question: 工业投资 is not asked for by "投资".
    An indicator that the question names must be the figure's own.

    Args:
        shared: a share is asked for, which is of all the indicators together: 研发投入占GDP.
    """
    indicators = _heads([word for word in wanted if word.topic.is_indicator])
    limit = _named_limit(entry, wanted)
    exact = [_same_indicator(entry, word, limit) for word in indicators]
    if shared and len(indicators) > 1 and all(word.stands_in(entry.name) for word in indicators):
        exact = [0.95] * len(exact)
    if shared and entry.figure.measure is Measure.SHARE:
        exact = [one or 0.9 * _is_whole(entry, w) for one, w in zip(exact, indicators, strict=True)]
    if indicators and not any(exact):
        return 0.0
    if shared and not all(_mentions(entry, word) for word in indicators):
        return 0.0
    rest = tuple(word for word in wanted if word not in indicators)
    if not shared:  # of several that are asked for, a figure is of one
        indicators, exact = _closest(indicators, exact)
    layers = (
        (entry.name, NAME),
        (entry.figure.scope or "", NAME),
        (entry.clause, CLAUSE),
        (entry.stretch, STRETCH),
        (entry.sentence, SENTENCE),
        (entry.path, PATH),
    )
    total = sum(word.weight for word in (*indicators, *rest))
    if not total:
        return 0.0
    if _narrower(rest, layers[:-1]) or _names_another(rest, layers):
        return 0.0
    named = sum(w.weight * score for w, score in zip(indicators, exact, strict=True))
    covered = (named + coverage(rest, layers) * sum(w.weight for w in rest)) / total
    return 0.75 * covered + 0.25 * _precision(entry, wanted) - _ELSEWHERE * _elsewhere(rest, layers)


def _elsewhere(rest: tuple[Wanted, ...], layers: tuple[tuple[str, float], ...]) -> int:
    """How many words the report has, but not near the figure: it may well be of another thing."""
    return sum(
        word.held
        and word.weight >= _TELLS
        and (not word.topic.text.isascii() or bool(word.topic.terms))
        and not _best_layer(word, layers)
        for word in rest
    )


def _heads(indicators: list[Wanted]) -> list[Wanted]:
    """Without those that only tell whose another is: 规上工业企业(利润总额)."""
    starts = {word.topic.start for word in indicators}
    return [
        word for word in indicators if word.topic.text.isascii() or word.topic.end not in starts
    ]


def _is_other(word: Wanted, layers: tuple[tuple[str, float], ...]) -> bool:
    """Whether a word is a name that neither the figure's name nor its place has."""
    plain = not word.topic.terms and not word.topic.words
    named = plain and word.held and word.topic.start > 0 and is_name(word.topic.text)
    return named and not any(word.stands_in(text) for text, _ in layers[:2])


def _is_town(word: Wanted) -> bool:
    """Whether a word is a well-known place, or a country: 天津, Hefei, Japan."""
    text = word.topic.text
    if any(term.kind == "region" for term in word.topic.terms):
        return True
    if word.topic.terms or word.topic.words or (text.isascii() and not text[0].isupper()):
        return False
    names = [one for one in word.alternatives if not one.isascii()]
    known = [is_known_place(one) for one in names]
    return any(known) if text.isascii() else bool(known) and all(known)


def _names_another(rest: tuple[Wanted, ...], layers: tuple[tuple[str, float], ...]) -> bool:
    """Whether the question names a body or place that the report never does, or not here."""
    if any(_is_town(word) and not _best_layer(word, layers) for word in rest):
        return True
    scope = layers[1][0]  # a zone's or town's own figure is not another's: 古桥经开区, Lanyang
    if scope and not scope.startswith("全") and any(_is_other(word, layers) for word in rest):
        return True
    return any(
        word.topic.start > 0
        and (not word.held or word.topic.owner)
        and re.match("[A-Z][a-z]", word.topic.text) is not None
        and not word.topic.terms
        and not word.topic.words
        and not is_ordinary(word.topic.text.lower())
        and not _best_layer(word, layers)
        for word in rest
    )


def _narrower(rest: tuple[Wanted, ...], layers: tuple[tuple[str, float], ...]) -> bool:
    """Whether the question asks for less than the indicator: youth unemployment, 年轻人失业率.

    So it does where the word before the indicator's name is a noun that the figure's sentence
    has not.
    """
    return any(
        word.topic.noun
        and word.whose
        and word.weight > _FAINT
        and not _best_layer(word, layers)
        and not (_is_latin(word) and _shares_a_sign(word, layers[0][0]))
        for word in rest
    )


def _shares_a_sign(word: Wanted, name: str) -> bool:
    """Whether a translation is near a name: 城区 (urban) and 城镇调查失业率."""
    return any(set(one) & set(name) for one in word.alternatives)


def _is_latin(word: Wanted) -> bool:
    return word.topic.text.isascii()


def _is_whole(entry: FigureEntry, word: Wanted) -> bool:
    """Whether a share is of what is asked for: 民生支出占(一般公共预算支出)的78%."""
    _, parted, whole = entry.clause.rpartition("占")
    return bool(parted) and any(whole.startswith(one) for one in word.alternatives)


def _mentions(entry: FigureEntry, word: Wanted) -> bool:
    return word.stands_in(entry.name) or word.stands_in(entry.stretch)


def _closest(indicators: list[Wanted], exact: list[float]) -> tuple[list[Wanted], list[float]]:
    if not indicators:
        return [], []
    at = max(range(len(exact)), key=exact.__getitem__)
    return [indicators[at]], [exact[at]]


def _named_limit(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> str:
    """The limit in an indicator's name that the question gives too: 年收入(30万元以上) of 80%."""
    found = _LIMIT.search(entry.name)
    given = (word for word in wanted if _is_number(word.topic))
    return found[0] if found and any(word.stands_in(found[0]) for word in given) else ""


def _same_indicator(entry: FigureEntry, word: Wanted, limit: str = "") -> float:
    """1 where the figure's indicator is the term, 0.9 where it is a kind of it, else 0.

    Args:
        limit: at the name's end, for who asks how many are beyond it.
    """
    terms = word.topic.terms
    if entry.figure.measure is Measure.RANK and _in_list(entry, word):
        return 0.9
    best = 0.0
    for term, start, end in entry.terms:
        after = entry.name[end:].removesuffix(limit)
        if entry.figure.measure is Measure.RANK:
            if entry.name[:start].endswith("占"):
                continue  # 研发经费投入占(地区生产总值)比重 ranks no GDP
            best = max([best, *(0.9 for asked in terms if asked.zh == term.zh)])
            continue
        if after and not re.fullmatch(
            r"(?:总量|总额|总数|总值|规模|完成额|攻坚战?|行动|任务|工程|工作|项目|面积|吞吐量|数|量|额|率|年)?",
            after,
        ):
            continue
        if re.search("占|比|对", entry.name[:start]):
            continue
        for asked in terms:
            if term.zh == asked.zh:
                best = max(best, 1.0 if not entry.name[:start] else 0.95)
            elif any(_is_kind(one, asked.zh) for one in (term.zh, entry.name[:end])):
                best = max(best, 0.9)
    if not entry.terms or best == 0.0:
        # 登记失业率 is another indicator than 调查失业率, though 失业率 may be short for both.
        names = [one for one in word.alternatives if not entry.terms or len(one) >= _WHOLE]
        if any(folded_name(name) == entry.name for name in names):
            return 1.0
        if any(entry.name.endswith(folded_name(name)) for name in names if len(name) >= 3):
            return 0.85
    return best


def _is_kind(name: str, asked: str) -> bool:
    """Whether a name is of a kind of what is asked for: 工业投资 of 投资.

    But not 进出口总额 of exports, nor 人均地区生产总值 of GDP.
    """
    before = name.removesuffix(asked)
    return name.endswith(asked) and not before.endswith(("进", "人均", "户均", "亩均"))


def _in_list(entry: FigureEntry, word: Wanted) -> bool:
    """Whether a list that ranks is about the indicator: 城镇化率, 新型城镇化质量百强县市."""
    stems = (re.sub("(?:总额|总量|总值|增加值|[率量值额])$", "", one) for one in word.alternatives)
    name = re.sub("占.*?(?:比重|比例)", "", entry.name)  # 占地区生产总值比重 ranks no GDP
    return any(len(stem) >= 3 and stem in name for stem in stems)


def _precision(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> float:
    left = entry.name
    spelled = [one for word in wanted for one in word.alternatives if one]
    for one in sorted(spelled, key=len, reverse=True):
        left = left.replace(one, "")
    left = re.sub("新增|新建|总|的|年|、|等", "", left)
    return 1 - len(left) / max(1, len(entry.name))


def clause_score(entry: ClauseEntry, wanted: tuple[Wanted, ...]) -> float:
    """How well a clause fits a question's words, 0 to 1."""
    return coverage(wanted, ((entry.text, NAME), (entry.sentence, 0.7), (entry.path, 0.6)))
