"""The field's terms in a question: those named, and those that it means in everyday words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.questions import place_words
from assistant.questions.topics import Topic
from corpus.glossary import Term, load_glossary

# 多少人来云川(旅游), 有几万人次到咱们这儿(玩), 来(旅游)的人: who comes to see a place is its
# tourist
_VISITS = re.compile(
    r"(?:人|人次|游客)(?:前?来|到|去|上)[^,，。；;?？多几]{0,8}?"
    r"(?P<visit>旅游|旅行|游玩|观光|玩)(?![业收])|"
    r"来[^,，。；;?？多几]{0,8}?(?P<came>旅游|旅行|游玩|观光|玩)的(?:人|客人?)(?![均花消]|带来)|"
    r"(?:前?来|到)[^,，。；;?？多几]{0,8}?(?P<seen>旅游|旅行|游玩|观光|玩)的?(?=(?:一共|总共)?有?多少(?:游客|人|万人))"
)


def _with_visits(text: str, found: list[Topic]) -> list[Topic]:
    """The terms, those who come to see the place being its tourists: 多少人来云川旅游."""
    visitors = load_glossary().by_zh("接待游客")
    for visit in _VISITS.finditer(text):
        start, end = visit.span(visit.lastgroup or 0)
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


# how much income did (tourism bring in), how much revenue was (brought in by tourism): it is that
# of what brings it, and no household's or treasury's
_BROUGHT_IN = re.compile(
    r"\b(?:income|revenue|earning|receipt|taking)s?"
    r" (?:did|does|do|has|have|will|that|is|was|were)(?: been)?(?: (?:the|its|local))* $",
    re.IGNORECASE,
)


def _with_what_brings(text: str, found: list[Topic]) -> list[Topic]:
    """The terms, "income" being that of what brings it, which is an indicator of income itself."""
    for source in found:
        brought = _BROUGHT_IN.search(text, 0, source.start)
        if brought and source.is_indicator and all("收入" in one.zh for one in source.terms):
            start = brought.start()
            whole = Topic(text[start : source.end], source.terms, start, source.end)
            found = _instead(found, whole)
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


# a government's own finances are no 金融, nor is (Liuhe) town all the towns
_NO_TERM = re.compile(
    r"\b(?:[Ff]inances|(?!The|Which|What|Each|Every|In)[A-Z][a-z]+ [Tt]own(?:ship)?)$"
)


def find_terms(text: str) -> list[Topic]:
    """The field's terms in a text, also with a 的 within: 城里人的收入."""
    kept = [at for at, sign in enumerate(text) if sign != "的"]
    found = [
        Topic(text[start:end], match.terms, start, end)
        for match in load_glossary().find("".join(text[at] for at in kept))
        for start, end in [(kept[match.start], kept[match.end - 1] + 1)]
        if not _NO_TERM.search(text, 0, end)
    ]
    found = _with_earnings(text, _with_shared_head(text, _with_visits(text, found)))
    found = _with_economy(text, _with_what_brings(text, found))
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


# "output of (larger industrial firms)", "(such firms')  profits": what firms make, by its own name
_MADE_BY = {
    "增加值": re.compile(r"(?:output|production|value[- ]added)(?: growth)?", re.IGNORECASE),
    "利润": re.compile(r"(?:profits?|earnings)(?: growth)?", re.IGNORECASE),
    "营业收入": re.compile(r"(?:revenues?|turnover)(?: growth)?", re.IGNORECASE),
}
_BY = r"\s+(?:of|by|at|from|made by|earned by)\s+(?:the |its |all |local )*$"


def _made_by_firms(text: str, owner: Topic) -> Topic | None:
    """What firms make or earn as the indicator that both name in English; None where not so."""
    for what, said in _MADE_BY.items():
        before = re.search(rf"\b{said.pattern}{_BY}", text[: owner.start], re.IGNORECASE)
        after = re.match(rf"['’]s?\s+{said.pattern}\b", text[owner.end :], re.IGNORECASE)
        names = (term.zh + what for term in owner.terms if term.zh.endswith("企业"))
        terms = next(filter(None, map(_indicator_named, names)), ()) if before or after else ()
        if terms:
            start = before.start() if before else owner.start
            end = owner.end + (after.end() if after else 0)
            return Topic(text[start:end], terms, start, end)
    return None


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
        if made := _made_by_firms(text, owner):
            return _instead(found, made)
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


def _narrowed(topic: Topic, others: list[Topic]) -> Topic:
    """A term of several meanings with that which another word has too: pigs … slaughtered."""
    if len(topic.terms) < 2:
        return topic
    for other in others:
        common = tuple(term for term in topic.terms if term in other.terms)
        if other is not topic and common and len(common) < len(topic.terms):
            return replace(topic, terms=common)
    return topic
