"""How well a stretch of a report fits a question: which of the question's words it covers."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import ClauseEntry, FigureEntry
from assistant.evidence.names import folded_name
from assistant.matching.report_words import is_name
from assistant.matching.wanted import FAINT, Wanted, is_number
from assistant.questions.tagging import is_coined, is_known_place
from corpus.figures.words import GIVING
from corpus.models import Measure
from index.translation import is_ordinary

# How much a word counts by where it stands; the closer to the figure the more.
_ELSEWHERE = 0.1
_TELLS = 0.6
TELLS_MUCH = 0.8  # the weight of a word that tells one matter from another
_NEAR_LAYERS = 4  # name, scope, clause and stretch
_EVERYDAY = 0.85  # 工资 is not quite 收入
_LIMIT = re.compile(r"\d[\d.]*[万亿]?[元人亩吨%]?以[上下]$")  # 达到(30万元以上)
_SHORT = 2  # characters of a name that many things share: 人口
_WHOLE = 8  # characters of a name that is no short form: 研发经费投入占GDP比重
NAME, CLAUSE, STRETCH, SENTENCE, PATH = 1.0, 0.85, 0.6, 0.5, 0.4


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
    if shared and _OF_GDP.search(entry.name):
        wanted = tuple(word for word in wanted if not _is_gdp(word)) or wanted
    indicators = _heads([word for word in wanted if word.topic.is_indicator])
    limit = _named_limit(entry, wanted)
    partner = _partner(entry, wanted)
    exact = [_same_indicator(entry, word, limit, partner) for word in indicators]
    if shared and len(indicators) > 1 and all(word.stands_in(entry.name) for word in indicators):
        exact = [0.95] * len(exact)
    if shared and entry.figure.measure in (Measure.SHARE, Measure.CHANGE):
        exact = [one or 0.9 * _is_side(entry, w) for one, w in zip(exact, indicators, strict=True)]
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
    if wanted and not any(_is_whole(word, entry.name) for word in wanted):
        return 0.0
    if _narrower(rest, layers[:-1]) or _names_another(rest, layers):
        return 0.0
    if _is_example(entry.name, wanted):
        return 0.0
    if not (shared and indicators) and _of_another_thing(indicators, rest, layers):
        return 0.0
    named = sum(w.weight * score for w, score in zip(indicators, exact, strict=True))
    covered = (named + coverage(rest, layers) * sum(w.weight for w in rest)) / total
    return 0.75 * covered + 0.25 * _precision(entry, wanted) - _ELSEWHERE * _elsewhere(rest, layers)


def _is_whole(word: Wanted, name: str) -> bool:
    """Whether a word names what is asked for; a sign alone does at a figure's name's end.

    几条路: 乡镇公路建设, but no 团结路小区; 多少电: 用电量, but no 电力线路.
    """
    if len(word.topic.text) > 1:
        return True
    named = any(len(one) > 1 and one in name for one in word.alternatives)
    return named or re.search(f"{re.escape(word.topic.text)}{_HANDLED}$", name) is not None


# 公路建设, 用电量, 公路里程
_HANDLED = (
    "(?:产[量能值]|总?[量数额]|里程|面积|工程|项目|建设|改造|[升提]级|养护|存栏|出栏|养殖|种植)*"
)
# 教师、医生(等)专业技术人才: of these, whoever they are; not 五大类等级
_AND_SUCH = re.compile("(?<=.{2})(?<![高同平中初])等(?=[\u4e00-\u9fff]{2})(?![级次待于同])")


def _is_example(name: str, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a figure's name has what is asked for as but an example of what it counts."""
    such = _AND_SUCH.search(name)
    return (
        such is not None
        and any(word.stands_in(name[: such.start()]) for word in wanted)
        and not any(word.stands_in(name[such.end() :]) for word in wanted)
    )


# 第三产业增加值占比: of GDP, which need not be said
_OF_GDP = re.compile("增加值(?:的|所)?(?:占比|比重)$")


def _is_gdp(word: Wanted) -> bool:
    return any(term.zh == "地区生产总值" for term in word.topic.terms)


def _elsewhere(rest: tuple[Wanted, ...], layers: tuple[tuple[str, float], ...]) -> int:
    """How many words the report has, but not near the figure: it may well be of another thing."""
    return sum(
        word.held
        and word.weight >= _TELLS
        and (not word.topic.text.isascii() or bool(word.topic.terms))
        and not _best_layer(word, layers)
        for word in rest
    )


def _of_another_thing(
    indicators: list[Wanted], rest: tuple[Wanted, ...], layers: tuple[tuple[str, float], ...]
) -> bool:
    """Whether a figure has only what is measured, and the report tells elsewhere of what of.

    How much consumer spending (the vouchers) generated; 装配式建筑的(产值), where 建筑业总产值
    follows in the sentence.
    """
    measured = any(
        all(term.kind == "general" for term in word.topic.terms) and word.stands_in(layers[0][0])
        for word in rest
        if word.topic.terms
    )
    if not indicators and not measured:
        return False
    near = layers if indicators else layers[:_NEAR_LAYERS]
    return any(
        word.held
        and word.weight >= TELLS_MUCH
        and any(term.kind not in ("general", "body", "region") for term in word.topic.terms)
        and not _best_layer(word, near)
        for word in rest
    )


def is_far(word: Wanted, entry: FigureEntry) -> bool:
    """Whether the report tells only elsewhere of a thing asked of: beds (of the welfare home)."""
    thing = any(term.kind in ("policy", "place") for term in word.topic.terms)
    heavy = word.held and word.weight >= TELLS_MUCH
    return thing and heavy and not word.stands_in(entry.sentence)


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
        (not word.held or word.topic.owner) and _is_capital(word) and not _best_layer(word, layers)
        for word in rest
    )


def _is_capital(word: Wanted) -> bool:
    """Whether an English word is a name by its capital: Hunan, Foxconn."""
    plain = not word.topic.terms and not word.topic.words and word.topic.start > 0
    name = plain and re.match("[A-Z][a-z]", word.topic.text) is not None
    return name and not is_ordinary(word.topic.text.lower())


def names_unknown(wanted: tuple[Wanted, ...]) -> bool:
    """Whether a question names a place or body that the report never does: GDP's rank in Hunan."""
    return any(
        not word.held and (_is_town(word) or _is_capital(word) or _is_coined(word))
        for word in wanted
    )


def _is_coined(word: Wanted) -> bool:
    plain = not word.topic.terms and not word.topic.words
    return plain and not word.topic.text.isascii() and is_coined(word.topic.text)


def _narrower(rest: tuple[Wanted, ...], layers: tuple[tuple[str, float], ...]) -> bool:
    """Whether the question asks for less than the indicator: youth unemployment, 年轻人失业率.

    So it does where the word before the indicator's name is a noun that the figure's sentence
    has not.
    """
    return any(
        word.topic.noun
        and word.whose
        and word.weight > FAINT
        and not _best_layer(word, layers)
        and not (_is_latin(word) and _shares_a_sign(word, layers[0][0]))
        for word in rest
    )


_MEASURED = frozenset("总额值量率数")  # 总产值 (product) is not near 出口总额


def _shares_a_sign(word: Wanted, name: str) -> bool:
    """Whether a translation is near a name: 城区 (urban) and 城镇调查失业率."""
    return any((set(one) & set(name)) - _MEASURED for one in word.alternatives)


def _is_latin(word: Wanted) -> bool:
    return word.topic.text.isascii()


def _is_side(entry: FigureEntry, word: Wanted) -> bool:
    """Whether a share is of what is asked for: (民生支出)占(一般公共预算支出)的78%."""
    part, parted, whole = entry.clause.rpartition("占")
    given = _GIVEN.search(entry.name)  # 民营经济贡献(出口)的72%
    part, whole = (entry.name[: given.start()], given["what"]) if given else (part, whole)
    if entry.name.endswith("占比"):  # 其中税收收入6.4亿元，占比64.9%
        part, whole = entry.name.removesuffix("占比"), ""
    return bool(parted or given) and any(
        whole.startswith(one) or part.endswith(one) for one in word.alternatives
    )


_GIVEN = re.compile(f"(?:{GIVING})了?(?P<what>.{{2,}})$")


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
    given = (word for word in wanted if is_number(word.topic))
    return found[0] if found and any(word.stands_in(found[0]) for word in given) else ""


def _partner(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> str:
    """Whose trade a figure is of, where the question names them too: (对欧盟)进出口."""
    if not entry.name.startswith("对"):
        return ""
    before = entry.name[: min((start for _, start, _ in entry.terms if start), default=0)]
    return before if any(word.stands_in(before) for word in wanted) else ""


def _same_indicator(entry: FigureEntry, word: Wanted, limit: str = "", partner: str = "") -> float:
    """1 where the figure's indicator is the term, 0.9 where it is a kind of it, else 0.

    Args:
        limit: at the name's end, for who asks how many are beyond it.
        partner: at its beginning, for who asks of trade with them.
    """
    terms = word.topic.terms
    placed = entry.figure.measure is Measure.RANK
    if placed and _in_list(entry, word):
        return 0.9
    placed = placed or entry.before.endswith("连续")  # 财政总收入、税收总量连续12年居第一: of each
    best = 0.0
    for term, start, end in entry.terms:
        after = entry.name[end:].removesuffix(limit)
        if placed:
            if entry.name[:start].endswith("占"):
                continue  # 研发经费投入占(地区生产总值)比重 ranks no GDP
            best = max([best, *(0.9 for asked in terms if asked.zh == term.zh)])
            continue
        if after and not _adds_nothing(after, entry.figure.measure):
            continue
        if _OF_OTHER.search(entry.name[len(partner) : start]) or _is_others(
            entry.name[:end], start, term.zh
        ):
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


# R&D占(GDP)比重, 民营经济贡献(出口): a share, and no figure of what it is of
_OF_OTHER = re.compile(f"[占比对]|{GIVING}")
_AFTER_NAME = re.compile(
    r"(?:总量|总额|总数|总值|规模|完成额|攻坚战?|行动|任务|工程|工作|项目|面积|吞吐量|数|量|额|率|年)?"
)


def _adds_nothing(after: str, measure: Measure) -> bool:
    """Whether what follows an indicator's name leaves it the same: 债务余额(总量)."""
    if measure is Measure.CHANGE:
        after = after.removesuffix("强度")  # 研发投入强度低于全省平均水平0.9个百分点
    return _AFTER_NAME.fullmatch(after) is not None


_OF_ALL = re.compile("(?:年末|期末|新增|净增|累计|全[国省市县区州]|社会|户籍|总|的)*")


def _is_others(name: str, start: int, whole: str) -> bool:
    """Whether a short name has another word before it than the whole name: 受益(人口), 常住人口."""
    short = name[start:]
    cut = whole != short and whole.endswith(short)
    return cut and len(short) == _SHORT and not _OF_ALL.fullmatch(name[:start])


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
    left = re.sub("新增|新建|产业|总|的|年|、|等", "", left)
    return 1 - len(left) / max(1, len(entry.name))


def clause_score(entry: ClauseEntry, wanted: tuple[Wanted, ...]) -> float:
    """How well a clause fits a question's words, 0 to 1."""
    return coverage(wanted, ((entry.text, NAME), (entry.sentence, 0.7), (entry.path, 0.6)))
