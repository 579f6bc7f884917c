"""What the words around a quantity make of it: measure and sign, bound, kind."""

from __future__ import annotations

import re

from corpus.figures.aims import AIM_AFTER, AIM_BEFORE, BEFORE_RATED_AIM, RATE_AFTER_AIM, RATE_OF_AIM
from corpus.figures.quantities import Quantity, fold
from corpus.figures.words import GIVING, GROWTH_HEAD, HEAD_NOUN, OWN_VERB, REDUCES
from corpus.figures.years import FROM
from corpus.models import Kind, Measure, Part, Qualifier

_UP = (
    "增长|增加|增|上升|提高|(?<!改造)提升|上调|扩大|高于|快于|高出|超出|多于|净增|增值|前移|前进|跃升|上移|"
    "攀升|提前|改善|回升|(?<!造提)升|涨|上涨|翻|(?<!最)高|(?<!最)快|多[花用支收产]|(?<!最)多|扩增|拓展|正增长|延长|增产|增收"
)
_DOWN = (
    "下降|减少|降低|回落|压减|压缩|缩短|缩减|下滑|收窄|低于|少于|慢于|后移|降|负增长|"
    "削减|调减|压降|精[简减]|跌|下跌|(?<!最)低|少[花用支收产]|(?<!最)少|慢|减|下调|减产|砍"
)
# "同比增长(8.7%)", "下降了(21.6%)"; with 到 or 至 ("提高至(92.1%)") the quantity is a level.
_MOVE = re.compile(
    rf"(?<!最)(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?:幅度?)?(?:了|约|近|超|为|分别|均|各|\s)*"
    rf"(?P<to>到|至|达|为)?(?:第)?$"
)
_SHARE = re.compile(
    # 占财政收入的(62%), 贡献了(62%)的税收、(85%)的就业, 贡献税收的41%、出口的(72%)
    r"(?:占(?!地(?!区)|用|道|补)[^,，;；]*|"
    rf"(?:{GIVING})了?(?:(?:全[国省市县区州])?(?:[^,，;；]*[、和])?|[^,，;；]*的)|"
    r"比重|占比|份额)(?:约|为|达|达到|超|均|已|分别|提高到|提升至|\s)*$"
)
# 在实际工作中力争达到6.5%, 比年初6.5%左右的预期目标: a percentage of an amount is its growth
_AMOUNT = re.compile(
    r"(?:总值|产值|总额|额|投资|收入|增加值|出口|进口|支出|税收|外资|贷款|存款|"
    r"消费价格(?:指数|总?水平)?|CPI)$"
)
_COMPARED = re.compile(
    r"(?:高于|低于|快于|高出|慢于|超出|超过(?=[^,，;；\d]{0,6}(?:计划|目标|任务))|多于|少于|好于|优于|(?:比|较)[^,，;；]*?(?:高|低|快|慢|"
    r"多|少|提高|降低|提升|上升|下降|增加|净增|减少|扩大|回落))[^,，;；]*$"
)
_BELOW = re.compile("(?:不到|不足)[^,，;；、]{2,12}的$")
_PART_OF = re.compile("(?:支出|收入|总额|总量|资金|财力|工程量|用地|产量)的$")
_PERCENT = ("%", "‰")
# 产业营收保持(20%以上)增长, 实现(5.8%)的较快增长
GROWING = re.compile("的?(?:年均|平均|快速|较快|高速|同比|预期|正)*(?:增长(?!点|极)|增速)")
# PM2.5平均浓度(改善6.5%): what gets better here gets less
_LOWER_IS_BETTER = re.compile("浓度|PM|颗粒物|能耗|降尘|噪声|时限|时间")

# and a prospect: 全部达产后年产值可达(60亿元)
_ESTIMATE = re.compile(
    "预计|(?<![于及合出超])预期(?!寿命|目标|性)|有望|初步预测|预估|"
    "(?<![认许])可(?:达到?|实现|形成|新增|带动)[^,，;；。\\d]{0,8}$"
)
# "预计全年地区生产总值增长5.5%,…": said before the subject, it is said of all that follows; so is
# "预计2021年,…;…" of all the sentence
_ALL_ESTIMATED = re.compile(
    r"(?:^|[，,:：])[^，,;；。]{0,6}预计(?!实现|完成|达|增|为|可|将|新|突破)[^;；。]*$|"
    r"^预计(?:全年|\d{4}年)[，,][^。]*$"
)
# 预计实现地区生产总值102.7亿元，增长9.3%；工业增加值(33.4亿元)，增长11.8%: what has no verb of
# its own is what the first member's verb is of
_EXPECTED = re.compile(
    r"(?:^|[:：])(?:初步[核统][算计][，,])?(?:\d{4}年)?[^，,;；。\d]{0,4}预计[^。]*$"
)
_MEMBER = re.compile(
    r"(?:其中[：:，,]?)?(?:\d+[万亿]?元以上)?(?P<name>[^\d，,；;]+?)(?:约|近|超过?|突破)?(?=\d|$)"
)
_OF_THE_SAME = re.compile(
    r"(?:[两三四五]年|年均)*(?:同比|同口径|比|较|与|占|分别|增长|下降|增加|减少|提高|增速|增幅)"
)
_VERB_OPENS = re.compile("完成|实现|接待|争取|安排|签约|发放|发展|已|全部|带动|投入|建设|使用")
_DONE = re.compile("已(?!经?成为)|目前|现有|截至(?!20)|此前|累计已")


# 低于(3%)的预期目标, 高于(5%)的年度目标: beside what it stands, no move by that much
_BESIDE = re.compile("(?:[高低快慢多少]于|超过?|超出)$")


def measure_of(before: str, quantity: Quantity, name: str, whole: str) -> tuple[Measure, int]:
    """What a quantity measures, and its sign.

    Args:
        before: the text from the clause's beginning to the quantity, brackets left out.
        name: the clause's own indicator, "" where it has none.
        whole: the indicator, be it the clause's own or carried on.

    Returns:
        The measure, and -1 where the report tells of a decrease by that much, else 1.
    """
    text = _BESIDE.sub("", fold(before).rstrip(" "))
    move = _MOVE.search(text)
    moved = move is not None and not (move["to"] and move["to"] != "为")
    sign = -1 if moved and move is not None and move["down"] else 1
    if moved and move is not None and move["up"] == "改善" and _LOWER_IS_BETTER.search(whole):
        sign = -1
    if quantity.rank:
        return Measure.RANK, 1
    if quantity.unit.endswith("百分点"):
        compared = _COMPARED.search(text)
        lower = compared and re.search(rf"{_DOWN}", compared[0]) and not moved
        return Measure.CHANGE, -1 if lower else sign
    if quantity.unit in ("番", "倍"):
        # 是2017年的(1.5倍), 五年间增至(2.38倍)
        ratio = (text.endswith(("的", "相当于")) or move is not None) and not moved
        return Measure.LEVEL if ratio else Measure.GROWTH, sign
    if quantity.unit == "%" and quantity.value and RATE_OF_AIM.search(text):
        return (Measure.SHARE if quantity.value < 100 else Measure.LEVEL), 1
    if quantity.unit == "%" and REDUCES.match(name) and not move:
        return Measure.GROWTH, -1
    if quantity.unit in _PERCENT or (quantity.unit == "成" and moved):
        return _percentage(text, name, moved, whole), sign
    compared = _COMPARED.search(text)
    if compared and quantity.unit and _difference(text, compared):
        return Measure.CHANGE, -1 if re.search("[低少慢]", compared[0]) else 1
    if _SHARE.search(text) and quantity.unit in ("", "成"):
        return Measure.SHARE, 1
    if moved and move is not None and (move.start() > 0 or not name):
        adjacent = re.search(rf"(?:{_DOWN}|{_UP})(?:了|约|近|超|\s)*$", text)
        # 新增规上企业(66户) are so many, 比上年净增(612人) so many more
        if adjacent and (compared or not text.endswith(("新增", "净增"))):
            return Measure.CHANGE, sign
    # 占全省(1/5) ; not 城乡居民收入比缩小到(1.75)以内, not 恢复到2019年的(七成)
    part = quantity.unit == "成" and not re.search("(?:年(?:同期)?|水平)的$", text)
    part = part or (not quantity.unit and quantity.value is not None and quantity.value < 1)
    return (Measure.SHARE if part else Measure.LEVEL), 1


def _difference(text: str, compared: re.Match[str]) -> bool:
    """Whether the quantity is the difference: 低于全市平均水平(0.3个), 比全区平均水平高(9.4万元).

    So it is in 超过年初计划(25万套).
    """
    if re.search("超[过出][^,，;；]{0,6}(?:计划|目标|任务)$", text):
        return True
    ends = re.search(
        r"(?:平均(?:水平|值|数)?|高出?|低|多出?|少|快|慢|全[国省市县区州])(?:约|近|了)?$", text
    )
    return ends is not None and "目标" not in compared[0]


def _percentage(text: str, name: str, moved: bool, whole: str) -> Measure:
    if GROWTH_HEAD.search(name) or re.search(
        r"(?:增速|增幅|(?<!自然)增长率|增长(?:预期|主要预期)?目标)[^,，]{0,8}$", text
    ):
        return Measure.GROWTH
    if re.search(r"相当于[^,，]{1,12}的$", text):
        return Measure.SHARE  # 农民人均纯收入只相当于全国的(62.7%)
    if moved:
        return Measure.GROWTH
    if _SHARE.search(text) or re.search(r"(?:比重|占比|份额|贡献率|占[^,，]*比例)$", name or whole):
        return Measure.SHARE
    of_base = text.endswith("的") and re.search(
        r"年(?:同期)?的$|投资的$|目标的$|计划的$|水平的$", text
    )
    if GROWTH_HEAD.search(whole):
        return Measure.GROWTH  # 工业投资增速放缓，仅为(2.1%)
    if _PART_OF.search(text) and not of_base:
        return Measure.SHARE  # 一般公共预算支出的(78.5%)用于民生
    return Measure.GROWTH if _AMOUNT.search(whole) and not of_base else Measure.LEVEL


# 单日接待游客最高(12万人次): reached, where 补贴最高1000元 is a cap
_PEAK = re.compile("最[高多]")


# 大约占全区经济总量的(22%)
_ABOUT_A_SHARE = re.compile("(?:大约|(?<![预节条契合公制])约|大概|大致)占[^,，;；\\d]{2,20}的$")


def qualifier_of(quantity: Quantity, before: str, written: str) -> Qualifier:
    """How a quantity is bounded, where the bound stands some words before it.

    人均地区生产总值不到全国平均水平的(九成)

    Args:
        before: the text from the clause's beginning to the quantity.
        written: the quantity itself, with the bound that it may begin with.
    """
    if quantity.qualifier is Qualifier.EXACT and _BELOW.search(before):
        return Qualifier.AT_MOST
    if quantity.qualifier is Qualifier.EXACT and _ABOUT_A_SHARE.search(before):
        return Qualifier.ABOUT
    peak = quantity.qualifier is Qualifier.AT_MOST and _PEAK.match(written)
    if peak and not quantity.unit.endswith("元"):
        return Qualifier.EXACT
    return quantity.qualifier


def kind_of(
    part: Part,
    year: int | None,
    years: tuple[int | None, int | None],
    sentence: str,
    clause: str,
    after: str,
) -> Kind:
    """Whether a quantity was reached, is expected, or is aimed at.

    Args:
        part: of the section.
        year: that the quantity speaks of.
        years: the year that the part speaks of, and the one that the report plans.
        sentence: the text from the sentence's beginning to the quantity.
        clause: the text from the subject to the quantity.
        after: what follows the quantity.
    """
    period, plan_year = years
    of_rate = BEFORE_RATED_AIM.search(clause) and RATE_AFTER_AIM.match(after)
    if AIM_AFTER.match(after) or AIM_BEFORE.search(clause) or of_rate:
        return Kind.TARGET
    if part is Part.PLAN:
        past = year is not None and plan_year is not None and year < plan_year
        past = past or FROM.search(fold(sentence)) is not None  # 由(3家)增加到4家
        return Kind.ACTUAL if past or _DONE.search(clause) else Kind.TARGET
    if year is not None and period is not None and year > period and part is Part.REVIEW:
        return Kind.TARGET
    expected = _ESTIMATE.search(clause) or _ALL_ESTIMATED.search(sentence)
    return Kind.ESTIMATE if expected or _in_expected_list(sentence) else Kind.ACTUAL


def _in_expected_list(sentence: str) -> bool:
    """Whether the text to a quantity goes on with what a 预计 at a list's head is said of."""
    expected = _EXPECTED.search(fold(sentence))
    if not expected:
        return False
    pieces = [one for one in re.split("[，,；;]", expected[0]) if not _OF_THE_SAME.match(one)]
    # 预计实现…；一般公共预算收入完成61.38亿元；社会消费品零售总额(318.9亿元): told anew
    if not pieces or any(not _leaves_verb(one) for one in pieces[1:-1]):
        return False
    return "预计" in pieces[-1] or _has_no_verb(pieces[-1])


def _leaves_verb(piece: str) -> bool:
    """Whether a list's member leaves the verb at its head to hold: by its growth, or without."""
    grows = _MOVE.search(re.split(r"\d", piece)[0])
    return piece.startswith("其中") or grows is not None or _has_no_verb(piece)


def _has_no_verb(piece: str) -> bool:
    """Whether a piece is a name with its number and no more: 工业增加值33.4亿元."""
    named = _MEMBER.match(piece)
    if not named or _VERB_OPENS.match(named["name"]) or OWN_VERB.search(named["name"]):
        return False
    return HEAD_NOUN.search(named["name"]) is not None
