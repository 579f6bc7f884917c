"""Whose figure it is: a park's or a county's within the place, or those of the place around it."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import indicators, place_words, words
from corpus.figures.indicators import Subject
from corpus.sentences import Span

_LISTED_PLACE = (
    # but no 工业强市, 灌区, 示范区, 革命老区
    r"(?!我|全|各|该|本|所|每|贫困|偏远|[一二三四五六七八九十]+个|[\u4e00-\u9fff]{2}城市)"
    rf"(?:{place_words.AUTONOMOUS}|[\u4e00-\u9fff]{{1,5}}?"
    r"(?:(?<!强)县|(?<![城都上强超夜集])市|旗|"
    r"(?<=..)(?<![地社小园景校城市灾片库辖商牧矿强灌林老街护范心验能胜贸])区))(?![县市区域级])"
)
# (支持)云川高新区(扩区), 澜溪县(打造县域经济强县): the figures that follow are theirs
_CONCERNED = re.compile(
    # 支持白岩镇轻工产业园、谷脚乡新型建材集聚区差异化发展，(产值分别达14亿元、9亿元)
    rf"(?:支持|推动|指导|引导|鼓励)(?:{place_words.SCOPE.pattern}(?P<more>(?:[、和][\u4e00-\u9fff]{{2,12}}?"
    r"(?:[经高]开区|新区|集聚区|示范区|试验区|片区|[工产]业园区?|物流园|科技园|化工园))*)|"
    r"(?<=支持|推动|指导)(?P<place>[\u4e00-\u9fff]{2,3}?(?:县|市|区))"
    r"(?=打造|建设|创建|做|扩|争|加快|建|发展|实施|在))"
)
# 青岩高新区力争创成国家级高新区，(营业收入突破1500亿元)
_CONCERNED_ITSELF = re.compile(
    # 临溆经开区2020年11月获批国家级经开区，(当年实现工业总产值735亿元);
    # 综合保税区(一期)5月通过验收、9月封关运作，(去年进出口212.9亿元);
    # 综合保税区二期③于11月6日通过验收，(全年进出口额38.9亿元); 望潮街道依托金融街，(税收总额居首)
    rf"(?:{place_words.SCOPE.pattern}|(?P<town>{place_words.TOWN}))(?:[(（]?[一二三]期[)）]?)?[①-⑳]?"
    r"(?=于?(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?(?:[^,，、;；\d]{2,10}、\d{1,2}月)?)?"
    r"(?:力争|争创|创成|加快|依托|立足|成功|获批|晋升|升级|打造|持续|全面|率先|(?P<opened>封关|挂牌|揭牌|投运|通过验收)))|"
    # 莫日格旗(尽快走出负增长，地区生产总值增长4%以上); 安河县、柳源县(巩固“产粮大县”地位，…)
    rf"(?P<places>{_LISTED_PLACE}(?:[、和]{_LISTED_PLACE})*)(?=要|尽快|加快|突出|聚焦|提升(?!改造)|发展|把|围绕|打造|做[强大优]|"
    r"着力|巩固|坚持|立足|受(?!益|理|到?表彰)|依托|发挥|争当|当好|分别建设|力争|抢抓|紧盯)|"
    # 11个安置点实现全覆盖，最大的(福安社区)建成2个帮扶车间
    r"(?:其中)?最[大高多好早]的(?P<part>[\u4e00-\u9fff]{2,8}?(?:社区|安置[点区]|合作社|园区|企业|公司|[村镇]))"
    r"(?=建成|建有|实现|完成|达|拥有|有)"
)
# what goes on with no subject of its own is still of it: 封关运行，(完成)进出口23.7亿元
_ITS_OWN = re.compile(
    "[，,](?:(?:去年|今年|首年|当年|全年)(?!全[国省市县区州旗]|我[省市县区州旗])|完成|实现)"
)
# the figures of the whole place again, after those of a part of it
_WHOLE_PLACE = re.compile(
    rf"(?:^(?:去年|今年|当年|全年)?|其中|带动)(?:全[国省市县区州旗]|{place_words.OWN_PLACE.pattern})"
)
# 全省(地区生产总值), 2023年全省(地区生产总值): the figure is the province's
_OUTER = re.compile(
    r"(?:^|[，,。；;：:、]|年|预计|实现|带动|推动|其中|在)全(?P<level>[国省市县区州旗])的?$"
)


def concerned(text: str, clause: Span) -> str | None:
    """The part of the place that a clause without figures is about: 支持云川高新区扩区."""
    match = _CONCERNED.match(text, *clause)
    itself = _CONCERNED_ITSELF.match(text, *clause)
    if itself and itself["opened"] and not _ITS_OWN.match(text, clause[1]):
        itself = None  # 综合保税区封关运作，(中欧班列)开行132列
    found = (
        (match["scope"] and match["scope"] + match["more"].replace("和", "、")) or match["place"]
        if match
        else (itself["scope"] or itself["town"] or itself["places"] or itself["part"])
        if itself
        else None
    )
    return None if found and found.startswith("全") else found


def inherited(text: str, clause: Span, scope: str | None) -> str | None:
    """The scope that still holds in a clause: none where it speaks of the whole place again."""
    return None if _WHOLE_PLACE.search(text[clause[0] : clause[1]]) else scope


# 柳塘街道改造老旧小区14个；(建成)社区食堂5家: still the sub-district's, by no subject of its own
_DONE_THERE = re.compile(
    "(?:累计|还|又|并|共|同时|再)?(?:新建|建成|改造|盘活|新增|完成|实施|培育|引进|打造|整治|拆除|修复|举办|开展|推进|"
    "建设|兑现|发放|清理|化解|亩均)"
)


def goes_on(text: str, sentence: int, clause: int, scope: str | None) -> str | None:
    """The part of the place that a sentence opens with and a clause behind a semicolon is still of.

    Args:
        sentence: where the sentence begins.
        clause: where the clause begins.
        scope: of the clause before.
    """
    if scope is None:
        return None
    opens = re.compile(rf"[—\s]*{re.escape(scope)}").match(text, sentence)
    done = _DONE_THERE.match(text, clause)
    # 两镇粮食播种面积5.2万亩；(建成)高标准农田: what was measured there, not what was done
    alike = opens and (_DONE_THERE.match(text, opens.end()) or (done and done[0].endswith("亩均")))
    return scope if done and alike else None


def outer(text: str, clause_start: int, name_start: int, place: str) -> str | None:
    """全省, 全市 or 全国 before a name, where that is more than the report's own place."""
    match = _OUTER.search(text[clause_start:name_start])
    if not match or not place or match["level"] == place[-1:]:
        return None
    return "全" + match["level"]


def foreign(scope: str | None, place: str) -> str | None:
    """A scope, unless it is the report's own place."""
    own = scope and place and (place.endswith(scope) or scope == "全" + place[-1])
    return None if own else scope


_TOWN = re.compile(place_words.TOWN)


def of_town(names: list[Subject], scope: str | None) -> list[Subject]:
    """The names with the town that the first opens with as its scope, where another was told of.

    龙池镇龙虾交易额突破18亿元，(马头铺镇蔬菜基地)扩至2.6万亩.
    """
    town = _TOWN.match(names[0].name) if scope and not names[0].scope else None
    if not town or len(names[0].name) < town.end() + 2:
        return names
    return [replace(names[0], name=names[0].name[town.end() :], scope=town[0]), *names[1:]]


def put(names: list[Subject], scope: str | None) -> list[Subject]:
    """The subjects with a scope, where they have none of their own."""
    return [one if one.scope else replace(one, scope=scope) for one in names]


def of_places(
    names: list[Subject],
    carried: list[Subject],
    named: list[Subject],
    unit: str,
    within: bool,
) -> list[Subject]:
    """What was told of another place, of each of the names, where all of them are places.

    Args:
        within: whether they are part of it: 新增学位4万个，其中(港城区、临港新区)分别新增1.1万个.
    """
    if not carried or not (carried[0].scope or within) or any(one.scope for one in names):
        return []
    places = [one.name for one in names]
    of = list({one.name: one for one in carried}.values())[: 1 if places[1:] else None]
    if all(map(place_words.PLACE_ALONE.fullmatch, places)):
        # 扎兰岭区总量246.5亿元，(满都口市)168.9亿元: of what the total is of
        return [replace(one, name=one.stem or one.name, scope=to) for to in places for one in of]
    # 省会云州地区生产总值1.1万亿元，(江浦)6215亿元: by their bare names all of them
    totals = [
        one for one in named if place_words.BARE_PLACE.fullmatch(one.scope or "") and _is_sum(one)
    ]
    bare = unit.endswith("元") and all(
        place_words.BARE_PLACE.fullmatch(one) and not _is_told(one) for one in places
    )
    return [replace(totals[-1], scope=to) for to in places] if totals and bare else []


def _is_sum(subject: Subject) -> bool:
    return subject.name.endswith(("生产总值", "经济总量"))


def _is_told(name: str) -> bool:
    """Whether a name is one of the field's, or a head such as 增速."""
    return words.BARE_HEAD.search(name) is not None or indicators.is_term(name)
