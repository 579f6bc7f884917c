"""The kind of unit that a question asks for: who asks for tons is not told a percentage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.figures.words import PEOPLE
from corpus.glossary import load_glossary
from corpus.models import Figure, Measure
from corpus.units import split_unit


class AskedUnit(StrEnum):
    """Kinds of units that answers are told in."""

    YUAN = "yuan"
    DOLLARS = "dollars"
    MONEY = "money"  # of any currency
    PERCENT = "percent"
    PEOPLE = "people"
    COUNT = "count"  # things or people
    WEIGHT = "weight"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    TIME = "time"


_IGNORE = re.IGNORECASE
# "the average waiting time"
_WAIT = (
    r"\b(?:maximum|longest|average|shortest) "
    r"(?:(?:waiting|response|travel|journey) )?(?:time|wait)\b"
)
_ASKED: tuple[tuple[AskedUnit, re.Pattern[str]], ...] = (
    # 货值多少亿美元 ; how many US dollars
    (
        AskedUnit.DOLLARS,
        re.compile(
            r"(?:多少|几)[个]?[万亿]*美[元金]|美[元金](?:是|有)?多少|"
            r"\bhow (?:many|much)\b.{0,20}\bdollars?\b|\bin (?:us )?dollars\b|\bUSD\b|"
            r"\bdollar (?:value|amount|figure|total)\b",
            _IGNORE,
        ),
    ),
    # 完成多少亿元 ; how many yuan is that ; "the yuan value of exports"
    (
        AskedUnit.YUAN,
        re.compile(
            r"(?:多少|几)[个]?[万亿]*(?:元|人民币|块)|[折合]人民币(?:有|是)?多少|"
            r"\bhow (?:many|much)\b.{0,20}\b(?:yuan|rmb)\b|"
            r"\bin (?:yuan|rmb)\b|\b(?:yuan|rmb) (?:value|amount|figure|total)\b",
            _IGNORE,
        ),
    ),
    # 投了多少钱 ; 新房均价多少一平 ; how much money was invested ; what did it cost ; chip in
    (
        AskedUnit.MONEY,
        re.compile(
            r"多少(?:个?[万亿])?(?:(?:帮扶|补助|扶持|奖励|救助)?钱|资金|经费|工资|欠薪|房租|租金|贷款|存款|债务?|税款?|外资|[\u4e00-\u9fff]{0,2}(?:补贴|津贴))|(?:造价|花费|成本)(?:是|有|要)?多|(?:均价|单价|售价|房价|价格|价钱)[^,，。;；?？涨跌增降]{0,4}多少|多少一(?:平|斤|公斤|吨|亩|套|度)|金额(?:是|有|多|[,，]?(?:到底|究竟)|\s*[?？]?$)|[投花拿](?:了|入|出)?多少(?![家个件项户])|[挣赚](?:到|了)?多少|几个亿|[投花]的钱|"
            # 掏了多少扶贫钱, 自筹多少扶贫资金
            r"(?:[掏花拨投拿]了?出?|自筹)多少[\u4e00-\u9fff]{0,4}(?:钱|资金|\s+[?？])|"
            # 重点项目今年完成投资多少, no number of projects
            r"(?:完成|计划|总|协议|到位)投资额?(?:是|有|了|要|为|达到?)?多少(?![个家项户万千百]*[个家项户])|"
            r"\bhow much (?:(?:more|extra|additional|new|public|total|government) )?"
            r"(?:money|funding|cash)\b|\bhow much (?:[\w-]+ ){0,2}(?:subsidy|allowance|grant)\b|"
            # how much investment do the projects add up to, not "how much investment grew"
            r"\bhow much (?:[\w-]+ ){0,2}investment (?:do|does|did|will|is|was|were|has|have)\b"
            r"(?!.{0,40}\b(?:gr[eo]w|r[io]se|increase|fall|drop|change))|"
            r"\bhow much (?:is|are|was|were|do|does|did|will|would|should|can|could|has|have) "
            r"(?:[\w'-]+ ){1,5}?sav(?:e|ed|ing)\b|"
            r"\bhow much (?:do|does|did|will|can|could) [^,?]{2,50}\bearn\b|"
            r"\bprices? per\b|"
            r"\bwhat (?:is|was|are|were) the (?:average |selling |sale )?price of\b|"
            r"\bhow much in (?:(?:[\w-]+ ){0,2}(?:and|or) )?[\w-]*\s*"
            r"(?:was|were|has|have|is|are|will)\b.{0,12}\b(?:paid|handed|given|granted|disbursed)\b|"
            r"(?:^\s*|\bwhat (?:is|was|are|were|will be) the (?:[\w-]+ ){0,2})"
            r"(?:planned |agreed |contracted |annual )+investment\b|\binvestment planned\b|"
            r"\b(?:for|at|worth) how much\b(?! (?:longer|time))|\bhow much value\b|"
            r"\bhow much (?:will|would|do|does|did|must|should) [^,?]{0,40}\b"
            r"(?:(?:chip(?:ped)?|pitch(?:ed)?) in|subsidi[sz]e|pay)\b|"
            r"\bcompare the (?:money|funding|funds|spending)\b|"
            r"\b(?:total|combined|overall|more|less) (?:money|funding|funds|spending|cash)\b|"
            # 投到民生实事的钱比去年多吗 ; 今年的钱比去年多吗
            r"年的钱[^,，。;；?？]{0,8}[多少](?:[了吗还]|[?？]|$)|"
            r"[花投用拿出筹][入到在了]?[^,，。;；?？多几]{0,10}的?(?:钱|资金)[^,，。;；?？]{0,8}[多少](?:[了吗还]|[?？]|$)|"
            r"\b(?:what|how much) (?:does|do|did|will|would|has|have) .{2,50}\bcost\b|"
            r"\b(?:does|do|did|is|was|what is) the (?:money|funding|budget|sum)\b|"
            r"\bwhat (?:sum|budget)\b|\bwhat (?:was|is|were|will be) the (?:total )?value of\b|"
            r"\bhow much (?:(?:did|does|will) .{0,30}|(?:is|are|was|were) .{3,60}\bto )\bcost\b|"
            r"\bwhat(?:['’]s| is| was| will be) the (?:[\w-]+ ){0,2}(?:cost|price tag|bill)"
            r" (?:of|for)\b|"
            r"\bhow much\b.{0,50}\b(?:go(?:es|ing|ne)?|went|put|pour(?:ed)?|plough(?:ed)?|"
            r"pump(?:ed)?|channel+ed|sank|sunk|funnel+ed) (?:[\w-]+ ){0,2}?(?:into|towards?)\b"
            r"(?! (?:use|operation|service|production|practice|effect|force)\b)(?<!back into)|"
            r"\bhow much (?!(?:\w+ )?(?:\w*land|forest) (?:was|were|is|are|has|have|will)\b)"
            r".{0,24}\b(?:invest(?:ed)?|spent|spend|paid|raised|put in|set aside)\b|"
            r"\bwhat\b.{0,20}\binvestment\b|"
            # what did they spend on roads, but not "what did they spend the money on"
            r"\bwhat (?:did|does|do|will|would|has|have) (?:[\w'-]+ ){1,4}?"
            r"(?:spen[dt]|pay|paid|invest(?:ed)?)\b(?! (?:the|its|this|that) (?:money|funds?|sum))"
            r"(?! (?:[\w'-]+ ){0,3}?(?:on|in|for|into)[?!. ]*$)",
            _IGNORE,
        ),
    ),
    # 去年百分之多少 ; by what percentage ; 增速多少
    (
        AskedUnit.PERCENT,
        re.compile(
            r"百分之[几多]|百分比|多少个?百分点|几个(?:百分)?点|几成|"
            r"\b(?:what|which) (?:percent(?:age)?|proportion|share|fraction)\b|"
            r"\bhow many (?:percent(?:age points)?|per cent|pct)\b|\bwhat %|"
            # how much of the budget is spent, in percent
            r"\b(?:in|as a) percent(?:age)?(?: terms)?(?=\s*[?.,]|$)|\bin per cent\b",
            _IGNORE,
        ),
    ),
    # How long is the expressway: the road itself, not how long it takes
    (
        AskedUnit.LENGTH,
        re.compile(
            r"\bhow long (?:is|are|was|were|will)\b(?!.{0,60}\b(?:tak(?:e|es|ing)|wait|"
            r"journey|trip|ride|drive|time|period|process)\b).{0,40}\b(?:roads?|\w*ways?|bridges?|"
            r"tunnels?|lines?|routes?|pipelines?|dykes?|embankments?|canals?|rivers?|coastline|"
            r"shoreline|metro|avenue|street|tracks?|corridor|trails?|network)\b",
            _IGNORE,
        ),
    ),
    # 压缩到多少个工作日 ; how many hours ; what's the average waiting time
    (
        AskedUnit.TIME,
        re.compile(
            r"(?:多少|几)个?(?:天|小时|工作日|月|分钟|秒|年)|多久|多长时间|"
            r"(?<![年一同期])时[间长](?:[要是有为共需会能]|压[缩减]?|缩短|控制|降低?)*[到至在成]?了?多长|"
            r"\bhow (?:many|much) (?:(?:consecutive|straight|successive|more|extra|further) )?"
            r"(?:hours|days|months|years|minutes|"
            r"working days|business days|time)|\bhow long\b|"
            rf"{_WAIT}",
            _IGNORE,
        ),
    ),
    # 粮食多少万吨 ; how many tonnes, but not how many 2,000-tonne berths
    (
        AskedUnit.WEIGHT,
        re.compile(
            r"(?:多少|几)[万亿]*(?:公斤|斤|吨)|\bin (?:units of )?"
            r"(?:10,000 |ten thousand |thousand |million )?(?:tonn?es?|tons?)\b|"
            r"\bhow many\b.{0,14}(?<!\d-)\b(?:tons?|tonnes?|kg|jin)\b",
            _IGNORE,
        ),
    ),
    # 年产多少立方米 ; how many cubic metres
    (
        AskedUnit.VOLUME,
        re.compile(r"(?:多少|几)[万亿]*立方米|(?<!per )\bcubic met(?:er|re)s?\b", _IGNORE),
    ),
    # 建了多少公里 ; how many kilometres ; what length of pipes
    (
        AskedUnit.LENGTH,
        re.compile(
            r"(?:多少|几)[万亿]*(?:公里|千米|米(?!²))|多长(?!时间)|"
            r"(?<!square )\bkilomet(?:er|re)s\b|"
            r"\bhow many\b.{0,14}(?<!square )(?<!cubic )\b(?:km|met(?:er|re)s)\b|"
            r"\b(?:what|the|total|combined) length\b",
            _IGNORE,
        ),
    ),
    # 征收多少万平方米 ; how many square metres, mu, hectares
    (
        AskedUnit.AREA,
        re.compile(
            r"(?:多少|几)[万亿]*(?:平方公里|平方米|亩|公顷|平米|平)|多大面积|面积(?:是|有|多)|"
            r"\bhow much (?:\w+ )?(?:\w*land|forest) (?:was|were|is|are|has|have|will)\b|"
            r"\bfloor (?:area|space)\b|\b(?:what|how much) area\b|"
            r"\bhow many\b.{0,14}(?<!\d-)\b(?:square|sq|mu|hectares?|acres?)\b",
            _IGNORE,
        ),
    ),
    # 转移了多少人 ; how many residents
    (
        AskedUnit.PEOPLE,
        re.compile(
            r"(?:多少|几)[万亿千]?(?:人(?![均大口才])|名|位(?!次))|(?:人数|人)(?:是|有)?多少|"
            r"多少(?:职工|员工|工人|教师|老师|医生|护士|党员|干部|民警|警察)(?:[呢啊]|[?？,，]|$)|的?具体?的?人数(?:是|[?？]|$)|"
            r"\bhow many\b(?: (?!(?:did|do|does|ha[sd]|have|were|are|will|can)\b)\w+){0,2}? "
            r"(?:people|persons|residents|inhabitants|visitors|tourists|"
            r"travell?ers|passengers|workers|employees|farmers|villagers|herders|"
            r"graduates|teachers|doctors|nurses|patients|officials|experts|jobseekers|"
            r"professionals|volunteers|veterans|deputies)\b"
            r"(?!'|’| (?:proposals|places|beds|schools|homes|households|cent\w+|suggestions))",
            _IGNORE,
        ),
    ),
    # 新增多少家 ; how many beds
    (
        AskedUnit.COUNT,
        re.compile(
            r"(?<=的)(?:具体)?(?:件数|户数|个数|家数)(?:是|[?？]|$)|(?<=具体)(?:件数|户数|个数|家数)|"
            r"(?:多少|几)[万亿]?(?:[个家户件项条座所张头名位台辆列人场次批支艘只套间根块处册门类种颗枚幅尊笔款首眼孔桶顶趟班口宗例]"
            r"|企业|项目|岗位|学校|床位)(?!月|小时|工作日|季度|百分点|点|亿|分点|元)|"
            r"\bhow many\b(?! (?:percent|per cent|yuan|rmb|dollars|tons|tonnes|km|kilomet|square"
            r"|mu\b|hectares|hours|days|months|years|working|business|times|points|billion|million))",
            _IGNORE,
        ),
    ),
)
_BASES = {
    "元": AskedUnit.YUAN,
    "美元": AskedUnit.DOLLARS,
    "公里": AskedUnit.LENGTH,
    "米": AskedUnit.LENGTH,
    "平方米": AskedUnit.AREA,
    "立方米": AskedUnit.VOLUME,
    "平方公里": AskedUnit.AREA,
    "亩": AskedUnit.AREA,
    "公顷": AskedUnit.AREA,
    "吨": AskedUnit.WEIGHT,
    "斤": AskedUnit.WEIGHT,
    "公斤": AskedUnit.WEIGHT,
    "年": AskedUnit.TIME,
    "个月": AskedUnit.TIME,
    "个季度": AskedUnit.TIME,
    "天": AskedUnit.TIME,
    "日": AskedUnit.TIME,
    "小时": AskedUnit.TIME,
    "个小时": AskedUnit.TIME,
    "个工作日": AskedUnit.TIME,
    "工作日": AskedUnit.TIME,
    "分钟": AskedUnit.TIME,
    "秒": AskedUnit.TIME,
}


def asked_unit(frame: str) -> AskedUnit | None:
    """The kind of unit that a question asks for; None where it leaves that open.

    Args:
        frame: the question without the field's terms, as `Question.frame`.
    """
    frame = _TO_SO_MANY.sub("", frame)
    return next((unit for unit, pattern in _ASKED if pattern.search(frame)), None)


# 每千, 每10万, 每百万: to so many of whom or what
SO_MANY = r"每\d*[十百]?[百千万]"
# (每千人)有多少张床位: beds
_TO_SO_MANY = re.compile(rf"{SO_MANY}个?人(?:口|里面?|当?中)?")


PHYSICAL = frozenset({AskedUnit.LENGTH, AskedUnit.AREA, AskedUnit.WEIGHT, AskedUnit.VOLUME})
# "how many million cubic metres of": the unit, and no word of what is asked about
ENGLISH_UNIT = re.compile(
    r"\b(?:(?:cubic|square|sq) (?:kilo)?met(?:er|re)s?|(?<!per )mu|working days|business days|"
    r"percentage points)\b(?= (?:of|do|did|does|has|have|is|are|was|were|will|should)\b|[ ?]*$)|"
    # worth in US dollars
    r"\b(?:(?:US|U\.S\.|American) )?dollars\b",
    _IGNORE,
)
# 压缩到多少个工作日 ; to how many hours: a unit of time by its name, not "how long"
_TIME_NAMED = re.compile(
    r"(?<![这近前过今来下后])(?:多少|几)个?(?:天|小时|工作日|月|分钟|秒)|多少年|"
    r"\bhow many (?:(?:working|business|calendar) )?(?:hours|days|months|years|minutes)\b|"
    r"(?:[等要办花需用]|最多|最长|最快|最短).{0,4}(?:多久|多长时间)|(?:多久|多长时间).{0,6}(?:办|拿到|批|完成)|"
    r"\bhow long\b.{0,80}\b(?:tak(?:e|es|ing)|wait(?:ing)?|process(?:ing)?|approv\w+|procedure)\b|"
    rf"{_WAIT}",
    _IGNORE,
)


# 造船完工量多少载重吨, "how many GWh", "in micrograms": a unit of its own that none of the kinds
# above is for
_OWN_UNITS = re.compile(
    r"(?:多少|几)[个]?[十百千]?[万亿]?(?P<unit>载重吨|总吨|标准?箱|千瓦时|度电|千瓦|兆瓦|亩次|艘次|架次|辆次|列次|列(?!车)|"
    r"户次|家次|批次|剂次|公斤|岁|微克|例(?!子))|"
    r"\b(?:how many|in) (?P<latin>[GMTk]Wh?|[EPT]flops|micrograms?|deadweight tons|dwt)\b"
)


# 几条路: no 8所 of schools; 几户: no 260台 of lifts; 个, 家 and 处 go with anything
_CLASSIFIERS = "条座所辆套艘架台"
_CLASSIFIED = re.compile("(?:多少|几)(?P<own>[条座所辆套艘架户])(?!次)")
# no 213家 of their makers
_VEHICLES = {
    "辆": ("辆", "台", "部", "标台"),
    "艘": ("艘", "条", "只"),
    "架": ("架", "台"),
}

# 提高了几个百分点, "how many percentage points": what moved, not what it came to
_POINTS = re.compile(r"(?:几|多少)个?百分点|\bhow many (?:percentage )?points\b", re.IGNORECASE)


# 茶叶产值有多少: nothing in mu, tons or numbers of things
_WORTH = re.compile(
    r"(?:产值|营收|营业收入|利润|税收)[^,，。;；?？]{0,4}多少(?![家个户人名件项])|\boutput value\b",
    _IGNORE,
)
# 去年卖了多少钱的酒: nothing that was invested or lent
_SOLD = re.compile(
    r"卖(?:了|出|掉)*[^,，。;；?？]{0,6}(?:多少|几)|\bhow much\b.{0,40}\b(?:sell|sold|in sales)\b"
)
_SPENT = re.compile("(?:投资|投入|资金|贷款|补贴|补助|债券)$")
# How much did the county put into promotions: nothing that was sold, made or earned
_PUT_IN = re.compile(
    r"\bhow much (?:money |funding |capital )?(?:did|does|do|has|have|had|will|was|were|is|are)\b"
    r"[^,;?]{0,50}?\b(?:put|pour(?:ed)?|invest(?:ed)?|plough(?:ed)?|pump(?:ed)?) in(?:to)?\b"
    r"(?! (?:place|operation|service|use|effect|force)\b)",
    _IGNORE,
)
_EARNED = re.compile("(?:零售总?额|销售总?额|产值|增加值|生产总值|收入|利润|交易额)$")
_NO_MONEY = frozenset({AskedUnit.COUNT, AskedUnit.PEOPLE, *PHYSICAL})


@dataclass(frozen=True)
class _OwnUnit:
    """What a question says of the unit that it wants, beside its kind."""

    points: bool
    worth: bool
    sold: bool
    put_in: bool
    classifier: str
    base: str  # of a unit named by itself


@lru_cache(maxsize=64)
def _own_unit(text: str) -> _OwnUnit:
    """Read once for a question: each figure of a report is held against it."""
    classified = _CLASSIFIED.search(text)
    asked = _OWN_UNITS.search(text)
    named = (asked["unit"] or asked["latin"]).removesuffix("电") if asked else ""
    if named.startswith("microgram") or named == "微克":
        named = "μg/m³"
    if named.lower() in ("deadweight tons", "dwt"):
        named = "载重吨"
    unit = load_glossary().unit(named) if named else None
    return _OwnUnit(
        points=_POINTS.search(text) is not None,
        worth=_WORTH.search(text) is not None,
        sold=_SOLD.search(text) is not None,
        put_in=_PUT_IN.search(text) is not None,
        classifier=classified["own"] if classified else "",
        base=unit.base if unit else named,
    )


def told_in_own(figure: Figure, text: str) -> bool:
    """Whether a figure is in the unit that a question names after how many, where it names one."""
    asked = _own_unit(text)
    if asked.points and figure.measure is Measure.LEVEL and figure.unit == "%":
        return False
    if asked.worth and any(told_in(figure, kind) for kind in _NO_MONEY):
        return False
    if asked.sold and _SPENT.search(figure.indicator):
        return False
    if asked.put_in and _EARNED.search(figure.indicator):
        return False
    if asked.classifier and not _counted_by(asked.classifier, split_unit(figure.unit)[1]):
        return False
    if not asked.base:
        return True
    known = load_glossary().unit(split_unit(figure.unit)[1])
    return (known.base if known else split_unit(figure.unit)[1]) == asked.base


def _counted_by(asked: str, unit: str) -> bool:
    """Whether what is counted by one classifier may be counted by another, too."""
    if asked in _VEHICLES:
        return unit in _VEHICLES[asked]
    return unit == asked or not unit or unit not in _CLASSIFIERS


# 农民工就近就业(33万), but 居民收入(突破5万大关)
_PEOPLE = re.compile(f"(?:{PEOPLE})(?!.*(?:收入|支出|产值|价格|[额值]$))")


def names_time(frame: str) -> bool:
    """Whether a question names the unit of time that it wants; "how long" may be of a road."""
    return _TIME_NAMED.search(frame) is not None


def told_in(figure: Figure, asked: AskedUnit) -> bool:
    """Whether a figure is in the kind of unit that is asked for."""
    if figure.measure is Measure.RANK:
        return False
    _, plain = split_unit(figure.unit)
    known = load_glossary().unit(plain)
    base = known.base if known else plain
    kind = _BASES.get(base) or _BASES.get(plain)
    if kind is None and base.endswith("元"):
        kind = AskedUnit.DOLLARS
    if kind is None:
        share = base in ("%", "‰", "百分点", "", "成", "倍", "番")
        kind = AskedUnit.PERCENT if share else AskedUnit.COUNT
    if plain.startswith("连"):  # 十八连丰: so many years, and so many times
        return asked in (AskedUnit.TIME, AskedUnit.COUNT)
    if asked is AskedUnit.PEOPLE and not plain:
        return _PEOPLE.search(figure.indicator) is not None  # 18.74万农村贫困人口
    if asked is AskedUnit.PEOPLE:
        return re.search("[人名位]|人次", base) is not None
    if asked is AskedUnit.COUNT and not plain and figure.unit:
        return True  # 惠及1100多万(学生): a number of what stands behind it
    if asked is AskedUnit.COUNT and kind is AskedUnit.VOLUME:
        return True  # how many building parts came off the line: 126万立方米
    if asked is AskedUnit.MONEY:
        return kind in (AskedUnit.YUAN, AskedUnit.DOLLARS)
    return kind is asked
