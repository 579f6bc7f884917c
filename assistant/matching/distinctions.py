"""What sets a thing apart from others like it, which a figure must share to be an answer.

A zone's exports are not the county's, leading enterprises of the province are not those of the
city, and of 3,022 patents 3,022 is not how many were of one sort.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.funds import asks_money
from assistant.matching.matching import TELLS_MUCH
from assistant.matching.report_words import is_name
from assistant.matching.wanted import Wanted, wanted_words
from assistant.matching.wholes import in_all, is_new, of_a_year, of_one_kind
from assistant.questions import times
from assistant.questions.question import Question
from assistant.questions.understanding import understand
from corpus.glossary import Term, load_glossary
from corpus.models import Report
from corpus.units import normalise

# 省级以上龙头企业, "provincial-level", "at the national level"
_LEVELS = {
    "国": r"国家级|\b(?:national|state)[- ]level\b|\bat (?:the )?national level\b",
    "省": r"省级|\bprovincial[- ]level\b|\bat (?:the )?provincial level\b",
    "市": r"市级|\b(?:municipal|city)[- ]level\b|\bat (?:the )?(?:municipal|city) level\b",
    "县": r"县级(?!市)|\bcounty[- ]level\b(?! cit)|\bat (?:the )?county level\b",
}
# 高铁客运量 is not 机场旅客吞吐量
_WAYS = {
    "rail": r"铁路|高铁|动车|火车|\b(?:rail(?:ways?|roads?)?|trains)\b",
    "air": r"机场|民航|航空|\b(?:airports?|flights?|airlines?)\b",
    "road": r"公路|高速(?!铁)|\b(?:highways?|expressways?|motorways?)\b",
}
# 城镇居民收入, urban residents; 农村居民收入, "rural people"
_SIDES = {
    "城镇": r"城镇|\burban\b",
    "农村": r"农村居民|农民|\brural (?:residents?|people|households?|incomes?)\b",
}
_QUOTED = re.compile('[“「『"‘]([^”」』"’]{2,20})[”」』"’]')
# "Of the 18 stations, how many …", 那5个项目, 18个派出所中有几个: the number is known already
_GIVEN = re.compile(
    r"\bof the (?P<of>\d[\d,]*(?:\.\d+)?)\b(?: (?P<scale>million|billion)\b)?(?P<yuan> yuan)?|"
    r"那(?P<those>\d[\d.]*)(?P<times>[万亿]?)[个家所座项条名件]|"
    # 老旧小区去年改造9个,今年改几个
    r"(?:去年|上年)[^,，?？\d多几]{1,14}(?P<past>\d[\d.]*)(?P<more>[万亿]?)[个家所座项条名件]?[,，]"
    r"(?=(?:那?今年|明年)[^比较差多]{0,8}(?:几|多少))(?!.*[比较差])|"
    r"(?P<all>\d[\d.]*)(?P<many>[万亿]?)[余多]?(?:[个家所座项条名件元吨亩人]|(?P<jin>斤))"
    r"[^,，]{1,12}[中里][,，]?(?=.*(?:多少|几))",
    re.IGNORECASE,
)


# "How much profit did …", "what total profit did …": what is asked for
_NO_THING = (
    "are|is|was|were|did|do|does|will|would|has|have|had|can|of|money|cash|funding|in|went|goes|"
    "it|they|the|this|that|each|"
    "shorter|longer|higher|lower|larger|smaller|bigger|more|less|faster|slower|quicker|better|worse|"
    "cheaper|further|cleaner|greater"
)
_HOW_MUCH = re.compile(
    r"\b(?:how much|what (?:total|overall|combined)) "
    rf"(?P<thing>(?!(?:{_NO_THING})\b)[a-z-]+(?: (?!(?:{_NO_THING})\b)[a-z-]+){{0,3}})",
    re.IGNORECASE,
)
_EARNED = re.compile("产值|利润|利税|税收|纳税|营业收入")
# "How many of the projects were new roads", "how many km of the new road are tunnels", "of the
# jobs added, how many were in towns", "how many foreign tourists were among the visitors",
# 授权专利中有多少是发明专利, 276个项目中,工业项目有多少个: those of one sort
_SOME_OF = re.compile(
    r"\bhow (?:many|much)(?: [\w-]+){0,2} of (?:the|its|these|those) [^,?]{3,50}? "
    r"(?:are|were|is|was|have|had|will be) (?:(?:spent|used|invested) (?:on|for|in) )?"
    r"(?P<sort>[^,?]+)|"
    r"\bhow many (?P<some>[^,?]{3,40}?) (?:are|were|is|was) (?:among|included in)\b|"
    r"\bof (?:the|its|all|these|those) [^,?]{3,50}, how (?:many|much)(?: [\w-]+){0,2}? "
    r"(?:are|were|is|was|have|had|will be|came from|went (?:to|into)) (?P<kind>[^,?]+)|"
    r"[中里][头面边]?[,，]?有?(?:多少|几)[个家件项名人]?是?(?P<part>[\u4e00-\u9fff]{2,10})|"
    r"\d[^,，]{2,14}[中里][头面边]?[,，]?(?P<share>[\u4e00-\u9fff]{2,10}?)(?:有|占|是)(?:多少|几)",
    re.IGNORECASE,
)

# 还剩多少贫困人口, "how many are left", 还在生产的煤矿: not those that went, 减少贫困人口1.86万人
_LEFT = re.compile(
    r"还剩|剩下|剩余|[尚还]有多少|(?:还|仍)在?(?:运[行营转]|生产|营业|开[着工]?|使用|经营)|"
    r"\b(?:(?:are|is) (?:still )?left|remain(?:ing|s)?|still (?:in|open|running|working|operat\w+|"
    r"active|standing|producing))\b",
    re.IGNORECASE,
)
_WENT = re.compile(
    "(?:累计|共|已|全部)*(?:减少|减贫|脱贫|退出|化解|消除|淘汰|关[停闭]|摘帽|拆除|取缔|停产|报废)"
)

# 未办结的(学校建设、农村生活污水处理2件): no count of what was treated
_UNDONE = re.compile("未[^的]{1,4}的")
_SAYS_UNDONE = re.compile(
    r"未|没|不|剩|还[有差]|欠|\b(?:not|un\w+|remain\w*|left|still|yet|outstanding|pending)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Denied:
    """What a question names only to keep it out: indicators, or else the words for it."""

    terms: frozenset[Term] = frozenset()
    words: tuple[Wanted, ...] = ()


@dataclass(frozen=True)
class Distinctions:
    """What a question says that sets its thing apart, in terms of one report."""

    owners: tuple[Wanted, ...]  # bodies and places, by names spelled by their sound
    things: tuple[Wanted, ...]  # how much of what
    industries: tuple[Wanted, ...]
    levels: frozenset[str]
    ways: frozenset[str]  # by rail, by air, by road
    names: tuple[str, ...]  # in quotes, and the report has them
    given: frozenset[Decimal]  # numbers of all of which it asks for some
    sides: frozenset[str]  # of towns and country the one that is named
    whole: bool  # how many there are in all, not how many came new
    left: bool  # how many are left, not how many went
    undone: bool  # what is not done yet
    named: tuple[Wanted, ...]  # nouns that the report has: of which thing a sum is asked
    denied: Denied  # what it says is not meant
    firm: str  # the text of a question that may name a firm, "" where it asks for one
    works: tuple[Wanted, ...]  # what money is asked for: a school, a line of policy
    terms: frozenset[Term]  # of the field that it names


def distinctions(
    question: Question, knowledge: Knowledge, wanted: tuple[Wanted, ...]
) -> Distinctions:
    """What a question says that sets its thing apart.

    Args:
        wanted: the question's words in the words of the report.
    """
    said = (match[1] for match in _QUOTED.finditer(question.text))
    quoted = (folded_name(name) for name in said if not times.FIVE_YEARS.match(name))
    return Distinctions(
        owners=tuple(
            word
            for word in wanted
            if word.held
            and is_name(word.topic.text)
            and word.topic.text.lower() in knowledge.spelled
        ),
        things=_things(question, wanted),
        industries=tuple(w for w in wanted if any(t.kind == "industry" for t in w.topic.terms)),
        levels=_named(_LEVELS, question.text),
        ways=_named(_WAYS, question.text),
        names=tuple(name for name in quoted if knowledge.holds(name)),
        given=frozenset(_number(match) for match in _GIVEN.finditer(question.text)),
        sides=_sides(question.text),
        whole=in_all(question.text),
        left=_LEFT.search(question.text) is not None,
        undone=_SAYS_UNDONE.search(question.text) is not None,
        named=tuple(w for w in wanted if w.held and w.topic.noun and not w.topic.is_indicator),
        denied=_denied(question, knowledge, wanted),
        firm="" if _ASKS_WHICH.search(question.text) else question.text,
        works=tuple(w for w in wanted if _is_work(w) and asks_money(question)),
        terms=frozenset(term for word in wanted for term in word.topic.terms),
    )


def is_set_apart(entry: FigureEntry, asked: Distinctions, report: Report) -> bool:
    """Whether a figure is of another thing than the question for all that the words are alike."""
    return (
        _of_another_owner(entry, asked.owners, report.text)
        or _of_another_measure(entry, asked.things)
        or _of_another_industry(entry, asked.industries)
        or _of_another_kind(entry, asked.levels, _LEVELS)
        or _of_another_kind(entry, asked.ways, _WAYS)
        or _of_another_name(entry, asked.names)
        or _of_other_side(entry, asked.sides)
        or _is_given(entry, asked.given)
        or _of_another_work(entry, asked.named)
        or _of_another_firm(entry, asked.firm, asked.owners)
        or any(_only_later(entry, word) for word in (*asked.owners, *asked.works))
        or (asked.whole and (is_new(entry) or of_one_kind(entry, asked.named, asked.terms)))
        or of_a_year(entry, asked.terms)
        or (asked.left and _WENT.match(entry.name) is not None)
        or (not asked.undone and _UNDONE.match(entry.name) is not None)
        or _is_kept_out(entry, asked.denied)
    )


def _denied(question: Question, knowledge: Knowledge, wanted: tuple[Wanted, ...]) -> Denied:
    """What a question keeps out, but for what it asks for too: pigs, not those slaughtered."""
    if not question.denied:
        return Denied()
    others = wanted_words(understand(question.denied, question.language), knowledge)
    meant = {term for word in wanted for term in word.topic.terms}
    kept_out = {term for word in others for term in word.topic.terms}
    terms = kept_out if kept_out < meant else kept_out - meant
    asked = {name for word in wanted for name in word.alternatives}
    # town dwellers, as opposed to all residents: 居民 stands in what is asked for, too
    own = [name for w in wanted if w.topic.is_indicator for name in w.alternatives]
    plain = (
        w
        for w in others
        if not (w.topic.is_indicator or asked & set(w.alternatives) or any(map(w.stands_in, own)))
    )
    return Denied(frozenset(term for term in terms if term.kind == "indicator"), tuple(plain))


def _is_kept_out(entry: FigureEntry, denied: Denied) -> bool:
    if denied.terms:
        return any(term in denied.terms for term, _, _ in entry.terms)
    return bool(denied.words) and all(word.stands_in(entry.name) for word in denied.words)


def _of_another_owner(entry: FigureEntry, owners: tuple[Wanted, ...], text: str) -> bool:
    """Whether the question names what the report speaks of, but not where the figure is told."""
    if not owners:
        return False
    start = text.rfind("\n", 0, entry.figure.start) + 1
    # 向塘国际陆港加快建设。全年开行班列940列: what a sentence begins with, the next goes on about
    opened = re.findall("(?:^|。)([^。，,、]*)", text[start : entry.figure.start])
    told = folded_name("\n".join(opened)) + entry.sentence + entry.path
    return any(not word.stands_in(told) for word in owners)


@lru_cache(maxsize=4096)
def _names_industry(name: str) -> bool:
    terms = (term for match in load_glossary().find(name) for term in match.terms)
    return any(term.kind == "industry" for term in terms)


def _of_another_industry(entry: FigureEntry, industries: tuple[Wanted, ...]) -> bool:
    """Whether the question names an industry, and the figure is of another or of none."""
    if not industries or any(word.stands_in(entry.name) for word in industries):
        return False
    told = entry.sentence + entry.path
    return _names_industry(entry.name) or not any(word.stands_in(told) for word in industries)


def _named(kinds: dict[str, str], text: str) -> frozenset[str]:
    """Which of several kinds a text names, each told by a pattern."""
    return frozenset(key for key, said in kinds.items() if re.search(said, text, re.IGNORECASE))


def _of_another_kind(entry: FigureEntry, asked: frozenset[str], kinds: dict[str, str]) -> bool:
    told = _named(kinds, entry.name) if asked else frozenset()
    return bool(told) and not asked & told


def _of_another_name(entry: FigureEntry, quoted: tuple[str, ...]) -> bool:
    """Whether the question quotes a name that does not stand where the figure does."""
    told = entry.name + (entry.figure.scope or "") + entry.sentence + entry.path
    return any(name not in told for name in quoted)


def _things(question: Question, wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """What "how much" stands before (profit), or what sort of a whole "how many of" asks for.

    A measure of money is asked for by its name alone: 产值能有多少.
    """
    money = tuple(word for word in wanted if any(map(_EARNED.fullmatch, word.alternatives)))
    if money:
        return money
    much = _HOW_MUCH.search(question.text)
    asked = much or _SOME_OF.search(question.text)
    if not asked:
        return ()
    start, end = asked.span(asked.lastgroup or 0)
    named = [w for w in wanted if start <= w.topic.start < end and w.topic.noun]
    # foreign tourists among the visitors: of the same thing, foreign ones
    others = {w.alternatives for w in wanted if w not in named}
    before = "" if much else question.text[:start]  # 重点项目中,工业(项目): 项目 is of both
    return tuple(
        w for w in named if much or (w.alternatives not in others and w.topic.text not in before)
    )


def _of_another_measure(entry: FigureEntry, things: tuple[Wanted, ...]) -> bool:
    """Whether the question says how much of what it asks for, and the figure's words have none."""
    told = entry.name + entry.stretch
    return bool(things) and not any(word.stands_in(told) for word in things)


# 体育中心(投资), 湖滨路(全长)
_OF_WORK = re.compile("(?<=.{4})(?:总?投资|总造价|全长|总长度?|占地面积|总建筑面积)$")


def _of_another_work(entry: FigureEntry, named: tuple[Wanted, ...]) -> bool:
    """Whether a sum or length is of a work that has no word of what the question names."""
    head = _OF_WORK.search(entry.name)
    longer = head and any(
        start < head.start() and end == len(entry.name) for _, start, end in entry.terms
    )
    if any(entry.name in word.alternatives for word in named):
        return False  # 中央预算内投资, by its own name
    work = entry.name[: head.start()] if head and not longer else ""  # no 固定资产投资
    return bool(work and named) and not any(word.stands_in(work) for word in named)


# (江瑞铜业)产值: a firm's own, where no term of the field is
_OF_FIRM = re.compile(
    "(?P<firm>.{2,}(?:公司|集团|股份|科技|电子|生物|医药|医疗|新材|重工|机械|食品|实业|控股|"
    "[铜铝钢铁矿酒乳纸药牧茶瓷]业))(?:营业收入|销售收入|主营业务收入|产值|总产值|利润|税收|出口额|销售额)$"
)
_ASKS_WHICH = re.compile(
    r"哪[家个些]|谁|什么企业|\b(?:which|who|whose|what (?:company|firm))\b", re.IGNORECASE
)


def _of_another_firm(entry: FigureEntry, text: str, owners: tuple[Wanted, ...]) -> bool:
    """Whether a figure is a firm's, and the question has no two signs of the firm's name."""
    own = _OF_FIRM.search(entry.name)
    if not own or not text or load_glossary().by_zh(own["firm"]):
        return False
    if text.isascii():
        return bool(owners) and not any(word.stands_in(own["firm"]) for word in owners)
    return not any(own["firm"][at : at + 2] in text for at in range(len(own["firm"]) - 1))


def _is_work(word: Wanted) -> bool:
    kinds = {term.kind for term in word.topic.terms}
    return word.held and word.weight >= TELLS_MUCH and bool(kinds & {"place", "policy"})


def _only_later(entry: FigureEntry, word: Wanted) -> bool:
    """Whether a name comes up only after other figures: 接待游客382万人次，收入31亿元；(景区)."""
    quantity = folded_name(entry.figure.text)
    before, found, after = entry.sentence.partition(quantity)
    around = (entry.name, entry.figure.scope or "", entry.clause, entry.path, before)
    if not found or any(word.stands_in(one) for one in around) or not word.stands_in(after):
        return False
    ahead = after[: min(after.find(one) for one in word.alternatives if one in after)]
    return re.search(r"[,，;；].*\d", ahead) is not None


def _is_given(entry: FigureEntry, given: frozenset[Decimal]) -> bool:
    """Whether the question gives the value itself, as that of all of which it asks for some."""
    value = entry.figure.value
    return (
        bool(given) and value is not None and normalise(abs(value), entry.figure.unit)[0] in given
    )


def _sides(text: str) -> frozenset[str]:
    """Which of towns and country a question names, where it names one of them."""
    named = _named(_SIDES, text)
    return named if len(named) == 1 else frozenset()


def _of_other_side(entry: FigureEntry, sides: frozenset[str]) -> bool:
    """Whether a figure's name has the country where the towns are asked for, or the reverse."""
    told = _sides(entry.name) if sides else frozenset()
    return bool(told) and told != sides


def _number(match: re.Match[str]) -> Decimal:
    said = match["of"] or match["those"] or match["past"] or match["all"]
    times = match["times"] or match["more"] or match["many"] or ""
    unit = match["jin"] or ("元" if match["yuan"] else "个")
    scale = {"million": 10**6, "billion": 10**9}.get((match["scale"] or "").lower(), 1)
    return normalise(Decimal(said.replace(",", "").strip(".")) * scale, f"{times}{unit}")[0]
