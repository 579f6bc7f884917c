"""What the words around a quantity make of it: measure and sign, kind, year."""

from __future__ import annotations

import re

from corpus.figures.quantities import Quantity, fold
from corpus.figures.words import GROWTH_HEAD
from corpus.header import chinese_number
from corpus.models import Kind, Measure, Part, Qualifier
from corpus.periods import plan_end

_UP = (
    "增长|增加|增|上升|提高|提升|扩大|高于|快于|高出|超出|多于|净增|增值|前移|前进|跃升|上移|"
    "攀升|提前|改善|升|涨|上涨|翻|高|快|多[花用支]|多|扩增|拓展|正增长|延长|增产|增收"
)
_DOWN = (
    "下降|减少|降低|回落|压减|压缩|缩短|缩减|下滑|收窄|低于|少于|慢于|后移|降|负增长|"
    "削减|调减|跌|下跌|低|少[花用支]|少|慢|减|下调|减产"
)
# "同比增长(8.7%)", "下降了(21.6%)"; with 到 or 至 ("提高至(92.1%)") the quantity is a level.
_MOVE = re.compile(
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?:幅度?)?(?:了|约|近|超|为|分别|均|各|\s)*"
    rf"(?P<to>到|至|达|为)?(?:第)?$"
)
_SHARE = re.compile(
    r"(?:占(?!地(?!区)|用|道|补)[^,，;；]*|(?:贡献|创造|提供|吸纳|解决)了?(?:全[国省市县区州])?(?:[^,，;；]*、)?|比重|占比|份额)(?:约|为|达|达到|超|均|已|分别|"
    r"提高到|提升至|\s)*$"
)
# 在实际工作中力争达到6.5%, 比年初6.5%左右的预期目标: a percentage of an amount is its growth
_AMOUNT = re.compile(r"(?:总值|产值|总额|额|投资|收入|增加值|出口|进口|支出|税收|外资|贷款|存款)$")
_COMPARED = re.compile(
    r"(?:高于|低于|快于|高出|慢于|超出|多于|少于|好于|优于|(?:比|较)[^,，;；]*?(?:高|低|快|慢|"
    r"多|少|提高|降低|提升|上升|下降|增加|净增|减少|扩大|回落))[^,，;；]*$"
)
_BELOW = re.compile("(?:不到|不足)[^,，;；、]{2,12}的$")
_PART_OF = re.compile("(?:支出|收入|总额|总量|资金|财力|工程量|用地|产量)的$")
_PERCENT = ("%", "‰")
# 产业营收保持(20%以上)增长, 实现(5.8%)的较快增长
GROWING = re.compile("的?(?:年均|平均|快速|较快|高速|同比|预期|正)*(?:增长(?!点|极)|增速)")
# PM2.5平均浓度(改善6.5%): what gets better here gets less
_LOWER_IS_BETTER = re.compile("浓度|PM|颗粒物|能耗|降尘|噪声|时限|时间")

_ESTIMATE = re.compile("预计|(?<![于及合出超])预期(?!寿命|目标|性)|有望|初步预测|预估")
# "预计全年地区生产总值增长5.5%,…": said before the subject, it is said of all that follows
_ALL_ESTIMATED = re.compile(
    r"(?:^|[，,:：])[^，,;；。]{0,6}预计(?!实现|完成|达|增|为|可|将|新|突破)[^;；。]*$"
)
_DONE = re.compile("已(?!经?成为)|目前|现有|截至(?!20)|此前|累计已")
# 低于年初(8%左右)的预期目标 ; 未达到年初(4%)的预期 ; 未完成(9200万美元)的年度计划
_AIM_AFTER = re.compile(
    r"\s*的(?:(?:年度|年初|全年|既定)计划|计划(?=[，,。；;]))|\s*的?(?:年度|全年|[省市]定)(?:目标)?任务|\s*的?(?:年度|年初|预期|全年|既定|发展|增长|工作|控制|考核|约束性|目标任务)*目标|\s*的(?:年初|年度)?预期(?=[，。；,;])"
)
_AIM_BEFORE = re.compile(
    # 年初计划增长9%，实际增长7.3%
    # but not 高出年初计划1.4个百分点 ; 原定建设养老服务中心20家，实际建成17家
    r"(?:^|[，,；;。])(?:年初)?原(?:定|计划)[^,，;；。\d]{0,20}$|"
    r"(?<![高超]出)(?<![高低快慢优]于)(?<!超过)年初(?:计划|预期|预计|安排)(?:增长|下降)?$|"
    r"(?:目标(?:值|任务)?|任务)(?:是|为|:|：|定为|设定为|[^,，;；。]{0,10}为)[^,，;；。]{0,12}$"
)

_YEAR = re.compile(
    r"(?P<base>比|较|同|与|由|从|自|以)?(?P<digits>\d{4}|[二一][〇零○一二三四五六七八九]{3})\s*年"
    r"(?!代|版)(?:的?[^,，;；。]{0,8}?(?P<since>以来|起))?"
)
# 3.12%（2021年数据）
_DATED = re.compile(r"[(（](?:系|为)?(?P<year>\d{4})年(?:度)?(?:的?数据|数|快报数|统计数)?[)）]")
_YEARS_AHEAD = re.compile("(?:今后|未来)([三四五六七八九十])年")
# 上年为亏损2.3亿元, 由上年的12%提高到; not 比上年, 与上年基本持平, 是上年的(2.3倍)
_RELATIVE = re.compile(
    r"(?<![比较同超与])(?:今年|去年|上年|上一年)(?!同期|末的|同|的?(?:水平|持平))"
)
_SPAN_OF_YEARS = re.compile(
    r"(?:过去|近|这|[^第个])?[二两三四五六七八九十]年(?:来|间|累计|共(?!重|建))|过去[两三四五]年"
)
# 比2020年的(9323亿元)增加4374亿元, 较“十三五”末的(400亿斤)
_BASE_VALUE = re.compile(
    r"[比较](?:(?P<year>\d{4})年|[“\"]?十(?P<plan>[一二三四五六七八九])五[”\"]?(?:规划)?(?=期?末|时?期末)|"
    r"(?P<last>上年|去年))(?:期?末|时期末|底|年底|同期)?的$"
)
# 高新技术企业(由)112户增加到147户, 低保标准(由每人每月)1045元提高到1095元,
# 产量(从全国)第8位、第4位跃居第1位
_FROM = re.compile(
    "[由从](?!事|来)(?:(?:目前|现在|现行|原来|年初|期初|此前)的?|每[人户亩]|每?[年月天]|人均|"
    "全[国省市区州]|第.{1,3}[位名][、和])*$"
)
# 2020年到2025年，工业投资占比从(17.9%)提升到35.5%
_FROM_YEAR = re.compile(r"(?P<year>\d{4})\s*年?\s*(?:到|至|[-—~]+)\s*\d{4}\s*年[^；;。]*$")
_PLAN_END = re.compile(
    r"(?<![比较与由从][“\"])(?<![比较与由从])[“\"]?十([一二三四五六七八九])五[”\"]?(?:规划)?(?:期?末|时?期末)"
)


def measure_of(before: str, quantity: Quantity, name: str, whole: str) -> tuple[Measure, int]:
    """What a quantity measures, and its sign.

    Args:
        before: the text from the clause's beginning to the quantity, brackets left out.
        name: the clause's own indicator, "" where it has none.
        whole: the indicator, be it the clause's own or carried on.

    Returns:
        The measure, and -1 where the report tells of a decrease by that much, else 1.
    """
    text = fold(before).rstrip(" ")
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
        ratio = text.endswith(("的", "相当于")) and not moved  # 是2017年的(1.5倍)
        return Measure.LEVEL if ratio else Measure.GROWTH, sign
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
    """低于全市平均水平(0.3个), 比全区平均水平高(9.4万元): the quantity is the difference."""
    ends = re.search(r"(?:平均(?:水平)?|高出?|低|多|少|快|慢|全[国省市县区州])(?:约|近|了)?$", text)
    return ends is not None and "目标" not in compared[0]


def _percentage(text: str, name: str, moved: bool, whole: str) -> Measure:
    if GROWTH_HEAD.search(name) or re.search(r"(?:增速|增幅|(?<!自然)增长率)[^,，]{0,8}$", text):
        return Measure.GROWTH
    if re.search(r"相当于[^,，]{1,12}的$", text):
        return Measure.SHARE  # 农民人均纯收入只相当于全国的(62.7%)
    if moved:
        return Measure.GROWTH
    if _SHARE.search(text) or re.search(r"(?:比重|占比|份额|占[^,，]*比例)$", name or whole):
        return Measure.SHARE
    of_base = text.endswith("的") and re.search(
        r"年(?:同期)?的$|投资的$|目标的$|计划的$|水平的$", text
    )
    if GROWTH_HEAD.search(whole):
        return Measure.GROWTH  # 工业投资增速放缓，仅为(2.1%)
    if _PART_OF.search(text) and not of_base:
        return Measure.SHARE  # 一般公共预算支出的(78.5%)用于民生
    return Measure.GROWTH if _AMOUNT.search(whole) and not of_base else Measure.LEVEL


def qualifier_of(quantity: Quantity, before: str) -> Qualifier:
    """How a quantity is bounded, where the bound stands some words before it.

    人均地区生产总值不到全国平均水平的(九成)
    """
    if quantity.qualifier is Qualifier.EXACT and _BELOW.search(before):
        return Qualifier.AT_MOST
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
    if _AIM_AFTER.match(after) or _AIM_BEFORE.search(clause):
        return Kind.TARGET
    if part is Part.PLAN:
        past = year is not None and plan_year is not None and year < plan_year
        past = past or _FROM.search(fold(sentence)) is not None  # 由(3家)增加到4家
        return Kind.ACTUAL if past or _DONE.search(clause) else Kind.TARGET
    if year is not None and period is not None and year > period and part is Part.REVIEW:
        return Kind.TARGET
    expected = _ESTIMATE.search(clause) or _ALL_ESTIMATED.search(sentence)
    return Kind.ESTIMATE if expected else Kind.ACTUAL


def year_of(
    sentence: str, clause: str, period: int | None, plan_year: int | None, after: str = ""
) -> int | None:
    """The year that a quantity speaks of.

    Args:
        sentence: the text from the sentence's beginning to the quantity.
        clause: the part of it from the clause's beginning.
        period: the year that the section speaks of.
        plan_year: the year that the report plans.
        after: what follows the quantity; "（2021年数据）" there overrides everything.

    Returns:
        The year named last before the quantity, unless it is only compared with; else the
        section's. None for a figure of several years together.
    """
    dated = _DATED.match(fold(after))
    if dated:
        return chinese_number(dated["year"])
    folded = fold(sentence)
    if _FROM.search(folded):
        # 高新技术企业由(112户)增加到147户: a value of some time before
        span = _FROM_YEAR.search(folded)
        return chinese_number(span["year"]) if span else None
    aimed = period is not None and plan_year is not None and period >= plan_year
    # 五年累计完成487亿元 is of no one year; an aim for five years together is of the last
    if (_SPAN_OF_YEARS.search(fold(clause)) and not aimed) or (
        _SPAN_OF_YEARS.search(folded) and not _YEAR.search(folded) and period is None
    ):
        return None
    year, at = period, -1
    ahead = _YEARS_AHEAD.search(folded)
    if ahead and plan_year:
        year, at = plan_year + "零一二三四五六七八九十".index(ahead[1]) - 1, ahead.start()
    for match in _YEAR.finditer(folded):
        found = chinese_number(match["digits"])
        passed = _passed(folded, match.start())
        if (
            found
            and 1949 <= found <= 2100
            and not (passed or _only_compared(folded, match, clause))
        ):
            year, at = found, match.start()
    for match in _PLAN_END.finditer(folded):
        if match.start() > at:
            year, at = plan_end(match[1]), match.start()
    for match in _RELATIVE.finditer(folded):
        if match.start() > at and plan_year and not _is_base(folded, match):
            # 去年 is the year before the speech, 上年 the one before that told of
            last = (period or plan_year) - 1 if match[0] != "去年" else plan_year - 1
            now = plan_year if period and period > plan_year else period
            year, at = now if match[0] == "今年" else last, match.start()
    return year


def base_year(before: str, plan_year: int | None) -> int | None:
    """The year of a value that another is compared with; None where it is no such value.

    Args:
        before: the text from the clause's beginning to the quantity.
        plan_year: the year that the report plans.
    """
    match = _BASE_VALUE.search(fold(before))
    if match and match["plan"]:
        return plan_end(match["plan"])
    if match and match["year"]:
        return chinese_number(match["year"])
    return plan_year - 2 if match and plan_year else None


# 由2010年的298.6亿元增加到2015年的512.8亿元。预算收入由(21.4亿元)增加到43.9亿元
_FIRST_BASE = re.compile(r"[由从](?P<year>\d{4})年[底末]?的?[^。；;]*?\d[^。；;]*?[到至]")


def base_said_before(paragraph: str, sentence: str) -> int | None:
    """The year that a paragraph gave for the first of several values which things moved from.

    Args:
        paragraph: its text up to the quantity.
        sentence: the text from the sentence's beginning to the quantity.
    """
    if not _FROM.search(fold(sentence)):
        return None
    said = [match["year"] for match in _FIRST_BASE.finditer(fold(paragraph))]
    return chinese_number(said[-1]) if said else None


def _is_base(folded: str, match: re.Match[str]) -> bool:
    """Whether 上年 is but a base: 由上年的12%提高到(15%), 仅为上年的(78%)."""
    before, after = folded[: match.start()], folded[match.end() :]
    if before.endswith(("由", "从")):  # and what follows after a comma is not of last year
        return re.search("[到至为]", after) is not None
    return re.search("[是为有于到占达]$", before) is not None and after.startswith("的")


def _passed(folded: str, at: int) -> bool:
    """Whether a year is of one figure only, and the sentence went on with another matter.

    总产值达2400亿元、2027年突破4000亿元；盘活低效用地(2000亩)
    """
    listed = re.search("、(?:力争|确保)?到?$", folded[:at])
    return listed is not None and re.search("[；;]", folded[at:]) is not None


def _only_compared(folded: str, match: re.Match[str], clause: str) -> bool:
    """Whether a year is a base or describes a thing, so that the figure is not of that year."""
    before, after = folded[: match.start()], folded[match.end() :]
    if match["since"] or match["base"] in ("比", "较", "同", "与", "自", "以"):
        return True
    if re.match(
        r"远景|(?:底|末|初)?(?:以前|之前|前|以后|后)?(?:建成|建设|建造|出台|确定|下达|成立)", after
    ):
        return True  # 全面完成2000年底前建成的老旧小区改造, 考虑实现2035年远景目标
    if re.search("(?:恢复到|恢复至|相当于|达到|占|为|是)$", before) and re.match(
        "(?:同期)?的", after
    ):
        return True  # 恢复到2019年的(118%), 是2017年的(1.5倍)
    if match["base"] not in ("由", "从"):
        return False
    elsewhere = match.start() < len(folded) - len(clause)
    # 由2020年的35%提高到(42%)
    return elsewhere or re.search(r"(?:到|至|为)\S{0,6}$", after) is not None


# 五年来, 这五年, 五年城镇新增就业累计, “十四五”规划实施三年来: what is added up there is of
# all these years
_FRAME = re.compile(
    r"(?<![第十])[两二三四五六七八九十]年(?:来|间|[^,，;；。\d]{0,12}累计|共(?!重|建))|"
    r"(?:过去|近|这|以来的)[两三四五]年"
    r"|“十[二三四五六七]五”(?:以来|期间|时期)"
)
# 2014年以来，累计脱贫…, 自1994年撤县设市以来，…年均增长
SINCE = re.compile(r"[自从]?(?P<year>\d{4})年[^,，;；。\d]{0,10}?以来")
_ADDED = re.compile(
    "年均|累计|平均每年|始终|一直|(?<!每人)每年|[两三四五六七八九十]年(?:间|来)?(?:提高|下降|增长|增加|减少|降低|上升)"
)
# 年均增长6.4%, 年均分别增长, 两年平均增长(5.5%), 较“十三五”时期下降(67.5%); not 年均浓度
_AVERAGED = re.compile(
    "[两二三四五六七八九十]年平均|[比较同]“十[一二三四五六]五”(?:时期|期间)|年均(?=分别|增|提高|下降|降低|减少|递增|完成|实现|新增|投入|上升|$)"
)
# 刚刚过去的2025年，…, 2025年是…: a paragraph of one year, among those of several
_YEAR_OPENS = re.compile(
    r"(?:(?:刚刚)?过去的?)?(?:\d{4}年(?!以来|起|[到至—~-])|一年)|(?:过去)?一年来|去年|今年"
)
_OWN_YEAR = re.compile(r"\d{4}年|今年|去年|全年")
_REACHED = re.compile(
    "年(?!均)[产发交销吞加接][\u4e00-\u9fff]{0,3}[量额]|[大小高低加少升降长短展][到至]|达到?|突破|超过|提高到|增加到|增至|提高至|降至|降到|占|率|为"
)


def several_years(text: str) -> bool:
    """Whether a heading, or what introduces a list, is of several years: “十四五”时期工作回顾."""
    return _FRAME.search(text) is not None and not _OWN_YEAR.search(fold(text))


def of_years(
    frames: tuple[str, ...],
    text: str,
    sentence: str,
    clause: str,
    said: tuple[str, bool],
    period: int | None,
) -> bool:
    """Whether a quantity adds up, or averages, several years.

    Args:
        frames: headings of the section, and what introduces the list that it is an item of.
        text: the paragraph from its beginning to the quantity.
        sentence: the text from the sentence's beginning to the quantity.
        clause: the part of it from the clause's beginning.
        said: the quantity's text, and whether it is a growth or a change.
        period: the year that the section speaks of.
    """
    if _AVERAGED.search(clause):
        return True
    since = SINCE.search(fold(sentence))
    long_since = since is not None and period is not None and int(since["year"]) < period
    sentence = re.split("[；;]", SINCE.sub("", fold(sentence)))[-1]
    # ——这五年，是…的五年。 ; not 2022年及过去五年工作回顾
    framed = not _YEAR_OPENS.match(fold(text)) and any(several_years(one) for one in frames)
    # 过去五年，是极不平凡的五年。…, 五年来，…: what the paragraph opens with holds in all of it
    framed = framed or re.search(rf"(?:^|。)(?:{_FRAME.pattern})", text) is not None
    framed = framed or long_since
    if not framed and not _FRAME.search(text):
        return False
    if _OWN_YEAR.search(fold(sentence)) and not _ADDED.search(clause):
        return False
    if _ADDED.search(clause):
        return True
    quantity, moved = said
    if framed and (moved or not _REACHED.search(clause + quantity)):
        return True
    if clause.startswith(("占", "是")) and _ADDED.search(sentence):
        return True  # 累计达1056亿元，占一般公共预算支出的(72%)
    return _ADDED.search(sentence) is not None and not _REACHED.search(clause)
