"""What one name bundles: 城乡居民收入, 存贷款余额, the quarters of a year, a rate of each."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import place_words, words
from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity
from corpus.sentences import Span

# 城乡居民人均可支配收入分别增长6%和8% ; 本外币存贷款余额分别为1642亿元、1875亿元
# 一二三产增加值分别增长3.5%、6%、5% ; 三次产业增加值分别完成108.3亿元、162.5亿元和141.8亿元
SEVERAL_IN_ONE = {
    "城乡": ("城镇", "农村"),
    "存贷款": ("存款", "贷款"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
}
_THREE_SECTORS = re.compile("第?一、?二、?三次?产业?|三次产业(?=增加值)")


_PARTS = ("一季度", "二季度", "三季度", "四季度")
_SUMS = ("一季度", "上半年", "前三季度", "一至四季度")  # 累计: of the year so far


def each_in_one(subject: Subject, count: int) -> list[Subject]:
    """Each of several that one name stands for: 城乡居民收入, 存贷款余额; else the one."""
    when = words.QUARTERS.match(subject.name)
    if when and count == "一二三四".index(when["last"]) + 1:
        rest = subject.name[when.end() :]
        parts = _SUMS if when["sum"] else _PARTS
        return [replace(subject, name=part + rest) for part in parts[:count]]
    name = _THREE_SECTORS.sub("一二三产业", subject.name)
    for several, each in SEVERAL_IN_ONE.items():
        if several in name and len(each) == count:
            return [replace(subject, name=name.replace(several, one)) for one in each]
    return [subject]


# 育儿补贴按二孩(、三孩分别每年3000元、6000元发放)
_BY_KIND = re.compile("(?P<what>.{2,}(?:补贴|补助|津贴|奖励|标准|待遇|价格|费))按(?P<kind>.{2,6})")


def by_kind(names: list[Subject]) -> list[Subject]:
    """育儿补贴按二孩, 三孩 → 二孩育儿补贴, 三孩育儿补贴: each kind's own."""
    found = _BY_KIND.fullmatch(names[0].name) if len(names) > 1 else None
    if not found:
        return names
    first, *rest = names
    kinds = [replace(first, name=found["kind"]), *rest]
    return [replace(one, name=one.name + found["what"]) for one in kinds]


_RATE = re.compile("[办满完合整][\u4e00-\u9fff]{1,2}[率度]")


def of_each_before(
    subject: Subject, named: list[Subject], count: int, said: tuple[str, str]
) -> list[Subject]:
    """What is told of each of those named just before; else the one.

    办理建议287件、提案342件，满意率分别为98.6%和99.1%; 发放消费券3600万元、购车补贴9200万元，
    分别拉动消费2.7亿元、7.8亿元.

    Args:
        subject: what is told of each.
        named: what the sentence named so far.
        count: how many figures it has.
        said: what opens a clause before its name, if it does, and stands behind the name.
    """
    if _RATE.fullmatch(subject.name) and "分别" in said[1]:
        named = [one for one in named if not _RATE.fullmatch(one.name)]
    elif not said[0].startswith("分别"):
        return [subject]
    last = named[-count:]
    if len(last) < count:
        return [subject]
    return [replace(subject, name=one.name + subject.name) for one in last]


_OF_RESIDENTS = re.compile("(?<=居民)(?:人均)?.{2,}$")
# (脱贫人口)务工规模3278万人，人均纯收入14342元: whose income
_WHO = re.compile(
    "(?P<who>(?!常住|户籍|参保|全[国省市县区州])[\u4e00-\u9fff]{2,8}?(?:人口|农户|职工|农民工?|人员|群众|居民|家庭|户))"
    "(?:务工|就业)?(?:规模|总[数量]|数量?|人数)?"
)
_EARNED = re.compile("(?:人均|户均|月均)(?:纯|可支配|月)?(?:收入|工资)")
_REVENUE = re.compile("(?<=预算|财政)收入$")


def of_the_same(names: list[Subject], carried: list[Subject]) -> list[Subject]:
    """The names in full that say but in what they differ from the one before.

    城镇居民人均可支配收入增长5.5%、(农村居民)增长7.5%: their income too. 一般公共预算收入20万亿元；
    (支出)26万亿元: of the same budget.
    """
    if not carried:
        return names
    before, own = carried[0].name, names[-1].name
    of = _OF_RESIDENTS.search(before)
    if of and own.endswith("居民"):
        return [*names[:-1], replace(names[-1], name=own + of[0])]
    who = _WHO.fullmatch(before) if _EARNED.fullmatch(own) else None
    budget = _REVENUE.search(before) if own == "支出" else None
    full = before[: budget.start()] + own if budget else who["who"] + own if who else own
    scope = names[-1].scope if full == own else carried[0].scope
    return [*names[:-1], replace(names[-1], name=full, scope=scope)]


# 国家助学贷款额度，(本专科生)提高到1.6万元: what is set for each kind of people or firms
_PRICED = re.compile(
    "(?:上调|下调|提高|降低|调整|统一|完善)?"
    "(?!.*(?:达到|符合|通过|执行|按照|列入|落实|健全|压减|发放|兑现|扩大|降低|提高|完善|享受|领取|惠及))"
    "(?P<head>[\u4e00-\u9fff（）“”]{4,24}"
    "(?:标准|额度|比例|定额|收购价|养老金|税率|利率|津贴|补贴|补助|待遇))$"
)
_PRICES = ("元", "%", "‰", "百分点", "基点")  # in which such things are told
# (种粮补贴)共400亿元，播种面积17.75亿亩: no land of a sum of money; nor has (新建标准厂房)a 总产值
_PAID = re.compile("(?:补贴|补助|资金|贷款|保费|奖补|价格?|厂房)$")


def is_paid(head: str, carried: list[Subject]) -> bool:
    """Whether a head such as 播种面积 or 总产量 stands behind money or a building, without one."""
    return words.PRODUCED.fullmatch(head) is not None and bool(_PAID.search(carried[0].name))


def priced_head(text: str, span: Span) -> Subject | None:
    """What a clause names for what it is set at: 退休人员基本养老金，总体上调3.8%; else None."""
    head = _PRICED.fullmatch(text, *span)
    return Subject(head["head"], *head.span("head"), stem=head["head"]) if head else None


def priced(names: list[Subject], carried: list[Subject], unit: str) -> list[Subject]:
    """国家助学贷款额度，(本专科生)提高到1.6万元，(研究生)2万元: of each kind what is set for it.

    [] where what is carried on is no such thing, or the names are whole by themselves.
    """
    stem = carried[0].stem if len(carried) == 1 else ""
    if (
        not unit.endswith(_PRICES)
        or not _PRICED.fullmatch(stem)
        or any(words.HEAD_NOUN.search(one.name) and not one.name.endswith("企业") for one in names)
    ):
        return []
    return [replace(one, name=one.name + stem, stem=stem) for one in names]


# 对东盟(进出口)346.2亿元
_TRADED = re.compile("对.{2,}?(?P<measure>(?:进出口|出口|进口|贸易)(?:总?额)?)")
_PARTNER = re.compile(
    "对(?![口外接标上下内企困])[\u4e00-\u9fff“”]{1,12}(?<!企业)(?<!项目)(?<!资金)"
)
_KIND_OF_TRADE = re.compile("贸易|出口|进口|企业|产品|电商|方式")  # no partner


def of_partners(names: list[Subject], named: list[Subject], unit: str) -> list[Subject]:
    """对东盟进出口346.2亿元；(对欧盟)251.7亿元: trade with each, once the sentence said so."""
    money = unit.endswith(("元", "%", "个百分点"))
    if len(names) != 1 or not money or not _PARTNER.fullmatch(names[0].name):
        return names
    said = [one for one in map(_TRADED.fullmatch, (each.name for each in named)) if one]
    if not said or _TRADED.fullmatch(names[0].name):
        return names
    return [replace(names[0], name=names[0].name + said[-1]["measure"])]


_PHYSICAL = re.compile("(?:亩|公顷|公里|平方米|吨|千瓦)$")
_SECTOR = re.compile("[\u4e00-\u9fff]{1,4}(?<![企产行])业|第[一二三]产业")
_KIND_OF = re.compile("(?:新增|净增|新)?(?P<of>[“”\u4e00-\u9fffA-Za-z+]*(?:企业|单位|项目))")


def parts_of(
    names: list[Subject], carried: list[Subject], measure: str, unit: str
) -> list[Subject]:
    """Parts of a sum, said of what it is of: 营业收入1850亿元,其中(古桥经开区)800亿元.

    Args:
        names: of the parts.
        carried: what the sum is of.
        measure: the end of its name, where it is one that somebody has.
        unit: of the parts.
    """
    kinds = _of_kinds(names, carried, unit)
    if kinds or len(names) > 1 or len(carried) != 1 or words.HEAD_NOUN.search(names[0].name):
        return kinds or names
    part = names[0].name
    if words.HELD.search(carried[0].name) and not words.RELATIVE.search(unit):
        # 学位2750个,其中(新校区)1500个、(东校区)620个
        whole = carried[0].stem if words.HELD.search(carried[0].stem) else carried[0].name
        return [replace(names[0], name=part + whole, stem=whole)]
    traded = _TRADED.fullmatch(carried[0].name)
    if traded and unit.endswith("元") and not _KIND_OF_TRADE.search(part):
        # 对欧盟进出口251.7亿元，其中(德国)63.8亿元
        return [replace(names[0], name="对" + part.removeprefix("对") + traded["measure"])]
    zone = place_words.SCOPE.fullmatch(part) or place_words.PLACE.fullmatch(part)
    counted = unit in ("个", "家")
    # 建设高标准农田8.5万亩，其中(赤宁县)5万亩
    told_of_all = not counted and words.HEAD_NOUN.search(carried[0].name)
    if zone and (told_of_all or _PHYSICAL.search(unit)):
        return [replace(names[0], name=carried[0].name, scope=part)]
    money = measure and unit.endswith("元")
    return [replace(names[0], name=part + measure)] if money else names


def _of_kinds(names: list[Subject], carried: list[Subject], unit: str) -> list[Subject]:
    """Sectors as kinds of what is counted by sector: of 净增“四上”企业88家，其中工业、建筑业分别为
    17家、9家 it is 工业“四上”企业 that are new; [] where they are none."""
    of = _KIND_OF.fullmatch(carried[0].name) if len(carried) == 1 else None
    counts = unit in ("家", "户", "个") and all(_SECTOR.fullmatch(one.name) for one in names)
    if not of or not counts:
        return []
    new = carried[0].name[: of.start("of")]
    return [replace(one, name=new + one.name + of["of"]) for one in names]


# (民营经济贡献)税收的41%、(出口的)72%、城镇就业的83%: a share of each
_GIVES_OF = re.compile(
    rf"(?P<gives>[^,，;；、。\d]{{2,14}}(?:{words.GIVING})了?)(?:全[国省市县区州])?"
    r"[^,，;；、。\d]{2,10}的(?:\d[\d.]*%|[近超]?[一二三四五六七八九]成)(?:[、和以及][^,，;；。]*)?$"
)


def of_giver(names: list[Subject], text: str, before: Span, first: Quantity) -> list[Subject]:
    """The names with who gives what they are a share of, where a list's first item says it.

    Args:
        before: from the clause's beginning to the names.
        first: the quantity that they stand before.
    """
    share = first.unit in ("%", "成") and text[first.start - 1] == "的"
    giving = _GIVES_OF.search(text[slice(*before)]) if share else None
    if not giving:
        return names
    own = giving["gives"] + names[0].name
    return [replace(names[0], name=own, start=before[0] + giving.start())]


_LIMIT = re.compile(r"(?:\d[\d.]*[十百千]?[万亿]*|[十百千]?[万亿])元以上的?")
_OF_LIMIT = re.compile("(?:(?:工业|制造业|产业)?项目|(?:工业)?企业)$")


def of_limit(own: Subject, told: list[Subject]) -> Subject | None:
    """新签约亿元以上项目32个，其中(10亿元以上)6个 → 新签约10亿元以上项目: of how much money each.

    Args:
        own: what stands before the quantity.
        told: what was named before, the last first.

    Returns:
        None where it is no limit, or nothing was told that has a size.
    """
    of = next((one for one in told if _OF_LIMIT.search(one.name)), None)
    if not of or not _LIMIT.fullmatch(own.name):
        return None
    limit = own.name.removesuffix("的")
    name, changed = _LIMIT.subn(limit, of.name)
    name = name if changed else _OF_LIMIT.sub(rf"{limit}\g<0>", name)
    return replace(of, name=name, stem=of.stem or of.name)  # 开工41个: of all, whatever its size
