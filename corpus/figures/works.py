"""Of which project, road or building a sum or a length is, where its own name does not say."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import indicators
from corpus.figures.clauses import Clause
from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity, find_quantities
from corpus.sentences import after_last

# 总投资85.1亿元(的10个方面69件)民生实事
_SUMS = ("总投资", "投资", "总造价", "总面积", "规模", "总规模")
# 重点项目126个，总投资342亿元，(年度计划投资)71.5亿元
_OF_THE_YEAR = re.compile("年度(?:计划)?(?:完成)?投资|计划(?:完成)?投资")
_ALL_OF_IT = re.compile(
    "(?<=.{4})(?:总投资|总造价)$"
)  # 产业园四期(总投资)58亿元，年内完成投资12亿元
_OF_EACH = (*_SUMS, "里程", "总里程", "全长", "长度")
_TOTALS = ("总投资", "总造价")  # of these, those that a work has but once
_ANOTHER_WORK = re.compile(r"(?<=.{2})[和及与、]总?投资\d.*$")
_COUNTED = re.compile(r"的(?:\d+(?:个|件|项|家|座|条|所)(?:方面)?)+")
_BEGIN = "开工|新建|续建|动工|启动|推进|加快|提速|完成"  # what is done with a work
# (开工建设)总投资6.8亿元的风电场
_VERBS = re.compile(
    f"^(?:{_BEGIN}|设立|实施|推动|抓好|引进|签约|落户|建设)+(?=总?(?:投资|造价|规模))"
)
# 投资12亿元(建设年产2万吨高端铜箔项目), 投入9.8亿元(完善高新区基础设施), 投资3.6亿元(加固病险水库)
_SPENT_ON = re.compile(
    r"(?:用于)?(?:(?:建设|新建|实施|完善|推进|开展|启动)|(?P<verb>改扩建|改造|扩建|改建|加固|升级|修缮|整治))"
    r"(?:(?:年产|年加工|日处理|日供水|占地)[\d.]+万?[\u4e00-\u9fff]{1,3}?的?)?"
    r"(?P<work>[^\d，,。；;、（(]{3,24})"
)
# 中型水库（(总库容)2860万立方米）, 垃圾焚烧发电项目（(日处理)300吨）: what a work is measured by
_OF_A_WORK = re.compile("总?库容|日处理(?:能力|规模|量)?|总?装机(?:容量)?|床位|全长")
# (支持江瑞铜业)投资12亿元建设
_SPENT_BY = re.compile(r"^(?:支持|推动|鼓励|引导)(?P<whose>[^、，,]{2,10})(?=投资$)")
# 加快(沛随高速沛江段、城区至云台山快速通道)建设，完成投资分别不低于14亿元和6.2亿元
_EACH_BEGUN = re.compile(
    # ; 开工建设(G558线青石界改线工程、绕城公路北段)，里程分别为31.2公里、14.6公里
    f"(?:[\n。；;，,]|^)(?:{_BEGIN}|实施|抓好)+(?:建设)?"
    r"(?P<works>(?:[^，,；;。\d\n]|[GSX]\d{1,4}){8,60}?)(?:建设)?[，,]$"
)
# 高于全市平均值（(58微克/立方米)）3微克/立方米: what the bracket gives is the city's
_AVERAGE = re.compile("(?P<of>全[国省市县区州])的?平均(?:水平|值|数)?$")
# 总投资45亿元的抽水蓄能电站(3月)开工建设
_BY_WHEN = re.compile(r"(?:\d+|[一二三四五六七八九十]+)月(?:底|初|份)?$|(?:[上下]半年|年[内底])$")
# 投资6.2亿元的卫浴项目(因用地调整未能)开工, 投资1.8亿元的温泉度假村(国庆前)开业迎客
_WHAT_BECAME = re.compile(
    "(?<=.{3})(?:[因受][\u4e00-\u9fff]{2,}|未能?[\u4e00-\u9fff]*|(?<!准)进入[\u4e00-\u9fff]*|"
    "(?:国庆|春节|五一|中秋|元旦)(?:节?前|期间)[\u4e00-\u9fff]*)$"
)
_WORKS = re.compile("(?:项目|工程|企业|投资)$")
_PROJECTS = re.compile("(?:项目|工程|企业)$")
# 总投资86.2亿元(、全长71.3公里)的高速公路: more of the same work before it is named
_MORE_OF_IT = re.compile(
    r"(?:[、，,][\u4e00-\u9fff]{2,6}?[约近超达]?[\d０-９][\d.０-９．]*[\u4e00-\u9fffA-Za-z]{1,5}?)+(?=的(?!\d))"
)
# 347国道一级公路改造完工，(全长)36.8公里: of what the clause before tells of; so is what follows
# 洞岭高速2014年11月建成通车，(境内里程)48公里
_LENGTH = re.compile("全长|境内(?:里程|长度)|总长度?|线路全长|占地(?:面积)?|总建筑面积")
_DONE = re.compile(
    r"(?:工程|项目)?(?:\d{4}年(?:\d{1,2}月)?)?(?:(?:全线|如期|正式|顺利|基本|全面|主体)*"
    "(?:封顶|合龙|完工|竣工|建成|通车|(?:开工|启动)(?:建设)?|贯通|投用|投产|开放|投入使用|开通|运营))+$"
)
# 开工建设(机场改扩建工程)，总投资42亿元: the one work that the piece before begins with a verb
# ; 启动(云岩谷至白鹭洲旅游公路)建设，全长31.5公里，总投资4.2亿元
_BEGUN = re.compile(
    r"(?:[\n。；;，,]\s?|^)(?:[今本当]?年)?(?:计划|力争|确保|抓紧)?"
    f"(?:{_BEGIN}|实施|建设)(?:建设|实施|推进)?"
    "(?P<work>[^，,；;。、及\\d\n]{4,24}?)(?:建设|施工)?[，,]"
    f"(?:(?:{_LENGTH.pattern})[约近超]?[\\d.]+[^，,；;。\\d\n]{{1,5}}[，,])?$"
)
# 完成(市属国有企业)整合，由23家整合为8家
_MERGED = re.compile(
    "(?:^|[，,；;。\n])(?:[一是——（）()\\d.]{1,4}|全面|基本|加快|积极|全力|稳步)*"
    "(?:完成|推进|推动|实施|深化|启动|开展|抓好)?(?P<thing>[^，,；;。、\\d\n]{3,16}?)"
    "(?:的)?(?:整合|兼并重组|重组|合并|改革|优化|精简|撤并|归并|清理|改制)[，,]由$"
)
# 拟连续几年发行超长期特别国债，专项用于重大项目，今年先发行(1万亿元)
_ISSUED = re.compile(
    r"(?P<verb>发行|投放)(?P<thing>[^，,；;。、\d]{3,16})[，,][^；;。\d]{0,40}?(?P=verb)了?$"
)
# (开工建设)体育中心（投资7.6亿元）
_BUILT = re.compile(f"(?:{_BEGIN}|抓好)*(?:建设|建成|新建)?")


def is_length(name: str) -> bool:
    """Whether a name is but the length or floor space of what was told of before it."""
    return _LENGTH.fullmatch(name) is not None


def of_work(text: str, first: int, clause: Clause, own: Subject) -> Subject:
    """全长 with the road or building that the clause before it tells of.

    Args:
        first: where the sentence begins.
    """
    border = max(text.rfind(mark, 0, clause.start - 1) for mark in "，,；;。\n")
    start = max(border + 1, first)
    done = _DONE.search(text[start : clause.start].rstrip("，, "))
    if not done:
        return _of_begun(text, clause.start, own)
    return _put(own, indicators.whole(text, start, start + done.start()))


def of_project(
    text: str,
    carried: list[Subject],
    clause: Clause,
    last: Quantity,
    until: tuple[int, bool],
    own: Subject,
) -> Subject:
    """总投资(5600万元)的涝区治理工程 → 涝区治理工程总投资: 总投资 alone says not of what.

    Args:
        carried: what the clauses before are about.
        last: the quantity, or the last of its list.
        until: where what it counts ends at the latest, and whether another quantity stands there.
    """
    name = _VERBS.sub("", own.name)
    spent = _spent_on(text, last, own)
    if spent:
        return spent
    if _is_followed(text, last) and name.endswith("总投资"):
        name = "总投资"  # 睿禾电子总投资45亿元的芯片封测基地
    if clause.inside and (name in _SUMS or _OF_A_WORK.fullmatch(name)):
        work = before_bracket(text, clause)
        return _put(own, work) if work else own
    if name not in _SUMS and not _OF_THE_YEAR.fullmatch(name):
        return own
    if not _is_followed(text, last):
        # 实施省重点项目304个、(完成投资)4608亿元
        projects = carried[0] if carried else None
        told = (projects.stem or projects.name) if projects else ""
        of = _ALL_OF_IT.sub("", told)
        if projects and last.unit.endswith("元") and (_PROJECTS.search(of) or of != told):
            return replace(own, name=of + name, scope=projects.scope)
        return _of_done(text, clause.start, own) or _of_begun(text, clause.start, own)
    between = _MORE_OF_IT.match(text, last.end) or _COUNTED.match(text, last.end)
    start = between.end() if between else last.end
    project = (
        indicators.following(text, start, text.find("\n", start), False)
        if between
        else (indicators.following(text, start, *until))
    )
    if not project:
        return own
    # 投资7350万元的6条通乡油路(和投资1540万元的23个退出村硬化路)
    project = replace(project, name=_ANOTHER_WORK.sub("", project.name))
    # the text that the name is from reaches beyond the sum
    named = _WHAT_BECAME.sub("", _BY_WHEN.sub("", project.name))
    return replace(own, name=named + name, end=project.end)


# 梅宁高速梅溪段完成投资4.3亿元，(路基工程)完成36%
_PART = re.compile(
    "(?:路基|路面|桥梁|隧道|主体|土建|桩基|基础|线下|站房)(?:工程|施工)|工程形象进度"
)


def part_of(own: Subject, carried: list[Subject]) -> Subject | None:
    """A part of the work that the sum before it went into, by the work's name; None for no part."""
    whole = carried[0].name if carried else ""
    work = re.sub("(?:累计)?(?:完成)?投资$", "", whole)
    known = _PART.fullmatch(own.name) and work != whole and len(work) >= _WORK
    return replace(own, name=work + own.name, scope=carried[0].scope) if known else None


_WORK = 4  # signs of a work's name


def of_each(
    text: str, start: int, count: int, names: list[Subject], named: list[Subject]
) -> list[Subject]:
    """A sum for each of the works before it: 加快A路、B桥建设，(投资)分别达14亿元和6.2亿元.

    Args:
        start: where the clause begins.
        count: how many sums there are.
        named: what the sentence named so far: 2GWh储能电芯项目、10万吨尾气利用项目，(总投资)分别为…
    """
    if count < 2 or len(names) != 1 or names[0].name not in _OF_EACH:
        return names
    works = named[-count:]
    if len(works) == count and all(_PROJECTS.search(one.name) for one in works):
        return [replace(names[0], name=one.name + names[0].name) for one in works]
    before = max(text.rfind("\n", 0, start), 0)
    begun = _EACH_BEGUN.search(text[before:start])
    listed = re.split("[、和及]", begun["works"]) if begun else []
    if len(listed) != count:
        return names
    return [replace(names[0], name=one + names[0].name) for one in listed]


def _spent_on(text: str, last: Quantity, own: Subject) -> Subject | None:
    """A sum with the work that it is spent on: 投资4.7亿元(实施排水防涝工程)."""
    by = _SPENT_BY.match(own.name)
    sum_name = own.name[by.end() :] if by else own.name
    spent = _SPENT_ON.match(text, last.end) if last.unit.endswith("元") else None
    if not spent or sum_name not in (*_SUMS, "投入"):
        return None
    work = indicators.following(text, spent.start("work"), spent.end("work"), False)
    if not work:
        return None
    name = (by["whose"] if by else "") + (spent["verb"] or "") + work.name + sum_name
    return replace(own, name=name, end=spent.end("work"))


def _of_done(text: str, start: int, own: Subject) -> Subject | None:
    """A sum of the one work that the clause before tells of: 枢纽站主体封顶，完成(投资)1.15亿元."""
    border = max(text.rfind(mark, 0, start - 1) for mark in "，,；;。：:\n")
    before = text[border + 1 : start].rstrip("，, ")
    done = _DONE.search(before)
    if not done or re.search(r"[、等\d]", before) or not own.name.endswith("投资"):
        return None
    work = indicators.whole(text, border + 1, border + 1 + done.start())
    return _put(own, work) if work else None


def is_of_another(text: str, carried: list[Subject], own: Subject, quantity: Quantity) -> bool:
    """Whether a head is not of what is carried on.

    地方财政收入增长46倍，城区(面积)扩大近6倍; 总投资26亿元的产业园完工，(总投资)18.5亿元的加工城;
    污水处理厂改造工程6月投运，园区(产值)达130亿元
    """
    if carried and own.scope and own.name.endswith("产值") and _WORKS.search(carried[0].name):
        return True
    if own.name in _SUMS and _is_followed(text, quantity):
        return True
    measured = bool(carried) and carried[0].name.endswith(("收入", "额", "总值", "产值"))
    return measured and own.scope is not None and own.name.endswith(("面积", "人口"))


def _is_followed(text: str, quantity: Quantity) -> bool:
    more = _MORE_OF_IT.match(text, quantity.end)
    return text.startswith("的", more.end() if more else quantity.end)


def measured(text: str, start: int, quantity: Quantity, work: Subject) -> Subject:
    """全长71.3公里的(高速公路) is that road's 全长, and no count of roads.

    Args:
        start: where the text before the quantity begins.
    """
    name = text[start : quantity.start].strip("、，, 约近超达")
    return replace(work, name=work.name + name, start=start) if is_length(name) else work


_PHASE = re.compile("[一二三四五]期(?:工程|项目)?")


def before_bracket(text: str, clause: Clause) -> Subject | None:
    """What a bracket tells of, where no figure stands before it: 开工建设体育中心（(投资)7.6亿元）.

    None where one does: 收入87亿元（(增长5%)）.
    """
    bracket = max(text.rfind(mark, 0, clause.start + 1) for mark in "（(")
    border = after_last("，,、；;。：:）)\n", text, bracket)
    built = _BUILT.match(text, border, bracket)
    begin = built.end() if built else border
    if find_quantities(text[begin:bracket]):
        return None
    whole = indicators.whole(text, begin, bracket)
    if whole and whole.scope and _PHASE.fullmatch(whole.name):  # 汽车产业园二期（总投资168亿元）
        return replace(whole, name=whole.scope + whole.name, scope=None)
    average = _AVERAGE.search(text, begin, bracket) if whole and not whole.scope else None
    return replace(whole, scope=average["of"]) if whole and average else whole


def told_before(text: str, start: int, end: int) -> Subject | None:
    """What is merged or issued where only the numbers follow: 完成国有企业整合，由(23家)整合为8家.

    Args:
        start: where the sentence begins.
        end: where the first number does.
    """
    found = _MERGED.search(text[start:end]) or _ISSUED.search(text[start:end])
    return (
        indicators.whole(text, start + found.start("thing"), start + found.end("thing"))
        if found
        else None
    )


def _of_begun(text: str, start: int, own: Subject) -> Subject:
    """A sum or length of the work begun before it: 开工建设机场改扩建工程，(总投资)42亿元."""
    before = max(text.rfind("\n", 0, start), 0)
    begun = _BEGUN.search(text[before:start])
    # 开工建设海上风电二期项目，年内完成(投资)30亿元
    whole = own.name in _TOTALS or is_length(own.name)
    if not begun or not (whole or (own.name == "投资" and _PROJECTS.search(begun["work"]))):
        return own
    return _put(
        own, indicators.whole(text, before + begun.start("work"), before + begun.end("work"))
    )


def _put(own: Subject, work: Subject | None) -> Subject:
    return replace(own, name=work.name + own.name, start=work.start) if work else own
