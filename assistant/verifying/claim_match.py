"""How well a figure of the report fits what a claim's figure is said to be of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name, indicator_terms, key_of
from assistant.matching.wanted import Wanted, wanted_words
from assistant.models import Language
from assistant.questions import phrases
from assistant.questions.places import own_names
from assistant.questions.question import Aspect
from assistant.questions.topics import Topic
from assistant.questions.understanding import understand
from assistant.verifying.claims_en_words import topics_of
from corpus.glossary import Term, load_glossary
from corpus.models import Measure

# How much a word counts by where it stands; the closer to the figure the more.
_NAME, _CLAUSE, _SENTENCE, _PATH = 1.0, 0.9, 0.65, 0.5
_WHOLLY = 0.999  # all words of both names are one another's: 细颗粒物(PM2.5)平均浓度
_ADDED = re.compile(r"新增|净增|\bnewly added\b", re.IGNORECASE)
_NEW = 0.07  # what it costs if of one what is new is counted, of the other all
_LIGHT = re.compile(
    r"新增|新建|新引进|新设立|新开通|净增|增加|建设|项目|工程|完成|总数|总量|总额|数量|总|全|年度|年|累计|办理|办结|组织|开展|提供|举办|"
    r"发放|兑现|培育|引进|调处|接种|盘活|让利|筹集|打造|惠及|开行|放映|接待|境内外|改造|升级|提升|整治|优化|新|等|的|、|和|及|所有|各类|市级|省级|县级|排名|评比|地方|约|额|量|数"
)
_TAIL = re.compile(
    r"(?:(?:测评|评价|评比|考核)?(?:排名|位次|名次)|测评|总量|总额|总数|总值|规模|完成额|增长|增速|[增涨降]幅|数|量|额|率|年|增长目标)?"
)
_WHOLE = re.compile("总数|总里程|总量|总计|累计达")


@dataclass(frozen=True)
class Fit:
    """A figure of the report with how well its name fits, 0 to 1."""

    entry: FigureEntry
    score: float
    forward: float  # the share of the claim's words that stand around the figure
    exact: bool  # the claim gives its very name
    named: bool  # the claim gives its very name, or a term of the field for it
    slipped: bool  # it is of something near: new for all, urban residents for residents


def fits(claim: Claimed, knowledge: Knowledge, leave: tuple[str, ...]) -> list[Fit]:
    """Figures that a claim's words may mean, best first.

    Args:
        leave: names of places, which are judged apart from the indicator.
    """
    wanted = _wanted(claim, knowledge, leave)
    said = key_of(claim.subject)
    found: list[Fit] = []
    for entry in knowledge.figures:
        head, base = _ratio(entry)
        if not _base_fits(claim, entry, base):
            continue
        same = bool(said) and said == key_of(head.name)
        forward = 1.0 if same else _forward(head, wanted)
        if forward <= 0:
            continue
        slipped = _new_differs(entry, claim)
        less = _NEW if slipped else 0.0
        if same:
            found.append(Fit(entry, 1.0 - less, forward, True, True, slipped))
            continue
        backward = _backward(head, wanted, claim, knowledge)
        slipped = slipped or _is_kind_of(head, wanted)
        named = any(
            word.topic.is_indicator and same_indicator(head, word.topic.terms) == 1.0
            for word in wanted
        )
        score = 0.6 * forward + 0.4 * backward - less
        whole = named and score > _WHOLLY and claim.language is Language.ZH
        found.append(Fit(entry, score, forward, whole, named, slipped))
    return sorted(found, key=lambda fit: -fit.score)


def _ratio(entry: FigureEntry) -> tuple[FigureEntry, str]:
    """Of a ratio what stands above the line, and the name of the whole: 研发投入占GDP比重."""
    return _parted(entry) if "占" in entry.name else (entry, "")


@lru_cache(maxsize=4096)
def _parted(entry: FigureEntry) -> tuple[FigureEntry, str]:
    match = re.fullmatch(r"(.{2,}?)占(?!地(?!区))(.+?)的?(?:比重|比例|份额|比)?", entry.name)
    if match is None:
        return entry, ""
    return replace(entry, name=match[1], terms=indicator_terms(match[1])), (
        "" if match[2] == "比" else match[2]  # 税收收入占比: the whole has no name
    )


# 海洋生产总值1318亿元,占地区生产总值的30.7%,较上年提高(1.4个百分点): the share did
_SHARE_MOVED = re.compile(r"占(?P<whole>[^\d,，;；。]{2,})\d[\d.]*%[,，](?:较|比)[^,，;；。\d]*$")


def _base_fits(claim: Claimed, entry: FigureEntry, base: str) -> bool:
    """Whether both are ratios to the same whole, or none is one.

    The report may name the whole in the figure's clause only (…78.8亿元,占GDP比重达2.31%), or the
    claim not at all. The whole province, city, … is judged apart.
    """
    if not claim.base:
        return not base or claim.measure in (Measure.SHARE, None)
    if entry.name.endswith("强度"):  # 研发经费投入强度 is told of what is produced
        return True
    moved = _SHARE_MOVED.search(entry.sentence.partition(folded_name(entry.figure.text))[0])
    if not base and entry.figure.measure is not Measure.SHARE and not moved:
        return False
    whole = base or (moved["whole"] if moved else entry.clause)
    if re.match("全[国省市县区]", claim.base) or re.match("全[国省市县区]", base):
        return True
    one = {term.zh for match in load_glossary().find(claim.base) for term in match.terms}
    two = {term.zh for match in load_glossary().find(whole) for term in match.terms}
    return bool(one & two) or key_of(claim.base) in key_of(whole)


def _is_kind_of(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a figure is only of a kind of what the claim names: urban residents' income.

    Names of the field tell: the figure's is a longer one that ends in the claim's.
    """
    asked = {term.zh for word in wanted if word.topic.is_indicator for term in word.topic.terms}
    own = {term.zh for term, _, _ in entry.terms}
    if any(word.topic.is_indicator and _made_up(entry.name, word, wanted) for word in wanted):
        return False
    if entry.figure.unit == "%":
        own |= {name.removesuffix("强度") for name in own}
    return bool(asked) and bool(own) and not asked & own and not _spelled_same(entry, wanted)


def _spelled_same(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> bool:
    return any(word.topic.is_indicator and entry.name in word.alternatives for word in wanted)


def names_share(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> float:
    """The share of the claim's words that the very name of a figure holds, 0 to 1."""
    wanted = _wanted(claim, knowledge, ())
    total = sum(word.weight for word in wanted)
    held = sum(w.weight for w in wanted if any(one and one in entry.name for one in w.alternatives))
    return held / total if total else 0.0


def names_head(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether a claim names, by a term of the field, what a ratio is one of: 服务业增加值占比."""
    head, _ = _ratio(entry)
    asked = [word for word in _wanted(claim, knowledge, ()) if word.topic.is_indicator]
    return any(same_indicator(head, word.topic.terms) == 1.0 for word in asked)


def touches(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether any word of the claim stands about a figure."""
    near = entry.name + entry.clause
    return any(
        len(one) > 1 and one in near
        for word in _wanted(claim, knowledge, ())
        for one in word.alternatives
    )


def composed(claim: Claimed, entry: FigureEntry) -> bool:
    """Whether a figure's name is the claim's with what stands before it: 新能源电池…,出口增长."""
    said = folded_name(claim.subject)
    head = entry.name.removesuffix(said) if said else ""
    return len(head) > 1 and head != entry.name and head in folded_name(claim.sentence)


def _wanted(claim: Claimed, knowledge: Knowledge, leave: tuple[str, ...]) -> tuple[Wanted, ...]:
    question = understand(claim.subject, claim.language)
    kept = question.topics
    if claim.language is Language.EN:
        named = set(topics_of(claim.subject))
        kept = tuple(one for one in kept if one.text in named)
    kept = tuple(
        one
        for one in kept
        if not re.fullmatch(r"[\d.,%]+[万亿]?|[万亿]?元|以上|左右|第.|同比|增长|亿|万", one.text)
        and not any(_part_of(one, place, knowledge) for place in leave)
        and re.sub(r"['’]s$", "", one.text.lower()) not in own_names(knowledge)
    )
    # came second in the appraisal: what ranks is called one thing or another
    aspect = Aspect.RANK if claim.measure is Measure.RANK else question.aspect
    return wanted_words(replace(question, topics=kept, aspect=aspect), knowledge)


def _part_of(topic: Topic, place: str, knowledge: Knowledge) -> bool:
    """Whether a word is part of a place's name: "Xiaolan" and "Zone" of 小蓝经开区."""
    word = topic.text
    if knowledge.places.get(re.sub("['’]s$", "", word.lower())) == place:
        return True
    if word.lower().replace("'s", "") in place.lower() or place in word:
        return True
    return any(
        term.kind == "place" and any(name in place for name in (term.zh, *term.zh_aliases))
        for term in topic.terms
    )


def _forward(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> float:
    """The share of the claim's words that the figure's surroundings hold."""
    total = held = 0.0
    named = False
    for word in wanted:
        weight = word.weight
        value = _held(word.alternatives, entry)
        if value == _NAME and _within_other(entry.name, word, wanted):
            value *= 0.5
        if word.topic.is_indicator:
            same = same_indicator(entry, word.topic.terms) or _made_up(entry.name, word, wanted)
            if not same and value < _CLAUSE:
                return 0.0
            value = same or value * 0.7
            named = named or same > 0
        elif word.topic.terms and not value:
            return 0.0  # a term of the field that the report says nowhere near
        total += weight
        held += weight * value
    if any(word.topic.is_indicator for word in wanted) and not named:
        return 0.0
    return held / total if total else 0.0


def _made_up(name: str, word: Wanted, wanted: tuple[Wanted, ...]) -> float:
    """1 where a name is two words of the claim: private companies, foreign trade."""
    others = {one for other in wanted if other is not word for one in other.alternatives}
    ends = (one for one in word.alternatives if one and name.endswith(one))
    return float(any(name[: -len(one)] in others for one in ends))


@lru_cache(maxsize=8192)
def _terms_in(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (match.alias, frozenset(term.zh for term in match.terms))
        for match in load_glossary().find(name)
    )


def _within_other(name: str, word: Wanted, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a name holds the word only within another term: 百强县 in 工业百强县.

    Unless the claim's words make up that term: industrial, enterprises, above designated size.
    """
    asked = {term.zh for term in word.topic.terms}
    held = _terms_in(name)
    if not asked or word.topic.is_indicator or any(asked & terms for _, terms in held):
        return False
    for alias, _ in held:
        if any(one in alias for one in word.alternatives):
            rest = alias
            for one in sorted((a for w in wanted for a in w.alternatives), key=len, reverse=True):
                rest = rest.replace(one, "") if one else rest
            rest = _LIGHT.sub("", rest).replace("产业", "")
            if len(rest) > 1:
                return True
    return False


def _held(alternatives: tuple[str, ...], entry: FigureEntry) -> float:
    """What it counts that one of the words stands near a figure: the closer the more, 0 to 1."""
    if not any(one and one in entry.surroundings for one in alternatives):
        return 0.0
    layers = (
        (entry.name, _NAME),
        (entry.figure.scope or "", _NAME),
        (entry.clause, _CLAUSE),
        (entry.sentence, _SENTENCE),
        (entry.path, _PATH),
    )
    for text, value in layers:
        if any(one and one in text for one in alternatives):
            return value
    return 0.0


def same_indicator(entry: FigureEntry, asked: tuple[Term, ...]) -> float:
    """1 where the figure is of one of the terms, less where it is of a kind of it, else 0."""
    wanted = {term.zh for term in asked}
    best = 0.0
    for term, start, end in entry.terms:
        if not _TAIL.fullmatch(entry.name[end:]) or re.search("占|比|对", entry.name[:start]):
            continue
        ratio = entry.figure.unit == "%" and term.zh.removesuffix("强度") in wanted
        if term.zh in wanted or ratio:  # 2.1% of what is produced for R&D is its intensity
            best = max(best, 1.0 if not _LIGHT.sub("", entry.name[:start]) else 0.85)
        elif any(entry.name[:end].endswith(name) for name in wanted):
            best = max(best, 0.8)
    names = [folded_name(name) for term in asked for name in (term.zh, *term.zh_aliases)]
    own = re.sub("(?:总数|总量|数量)$", "", entry.name)
    if entry.name in names or own in names:
        return 1.0
    if not best and not entry.terms and any(len(n) >= 3 and own.endswith(n) for n in names):
        return 0.85
    return best


@lru_cache(maxsize=4096)
def _pieces(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """A name in terms, each with its names, and other words."""
    from index.lexical import words

    found: list[tuple[str, frozenset[str]]] = []
    rest = name
    for match in load_glossary().find(name):
        aliases = {a for term in match.terms for a in (term.zh, *term.zh_aliases)}
        found.append((match.alias, frozenset(folded_name(a) for a in aliases)))
        rest = rest.replace(match.alias, " ", 1)
    for part in _LIGHT.sub(" ", rest).split():
        cut = [word for word in words(part) if len(word) > 1] or [part]
        found.extend((word, frozenset((word,))) for word in cut)
    return tuple(found)


def _backward(
    entry: FigureEntry, wanted: tuple[Wanted, ...], claim: Claimed, knowledge: Knowledge
) -> float:
    """The share of the figure's name that the claim's words cover."""
    said = folded_name(claim.subject + claim.frame)
    alternatives = [one for word in wanted for one in word.alternatives if len(one) > 1]
    total = held = 0.0
    for word, names in _pieces(entry.name):
        weight = _weight(knowledge, word)
        total += weight
        covered = any(name in said for name in names) or any(
            one in names or one in word or word in one for one in alternatives
        )
        held += weight if covered else 0.0
    return held / total if total else 1.0


_weights: dict[tuple[str, str], float] = {}


def _weight(knowledge: Knowledge, word: str) -> float:
    key = (knowledge.report.sha256, word)
    if key not in _weights:
        _weights[key] = knowledge.weight((word,))
    return _weights[key]


_SAYS_NEW = re.compile(
    phrases.NEW.pattern
    + r"|建成|增加|多[了出](?=\d)|引进|net increase|净[增多]|attracted|drew|recruited|signed",
    re.IGNORECASE,
)
_SAYS_WHOLE = re.compile(r"总(?!产值|投资|里程|面积)|\btotal\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _has(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text has a pattern: of a claim, every figure of a report asks so."""
    return pattern.search(text) is not None


def _new_differs(entry: FigureEntry, claim: Claimed) -> bool:
    is_new = _has(phrases.NEW, entry.figure.indicator)
    said = claim.measure is Measure.CHANGE or _has(_SAYS_NEW, claim.context)
    whole = _has(_SAYS_WHOLE, claim.subject)
    if not is_new and _has(_ADDED, claim.subject) and _ADDED.search(entry.stretch):
        return True  # 新增安排2.6亿元,共筹集资金(87.7亿元): what is added stands beside it
    if said and not is_new:
        return _WHOLE.search(entry.name) is not None and not whole
    return is_new and (not said or whole)
