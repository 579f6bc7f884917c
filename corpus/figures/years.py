"""Which year a quantity speaks of, or that it is of several years together."""

from __future__ import annotations

import re

from corpus.figures.quantities import fold
from corpus.figures.spans_of_years import OVER_YEARS, WORK_OF_YEARS, own_words
from corpus.figures.time_words import YEARS_LISTED
from corpus.header import chinese_number
from corpus.periods import plan_end

_YEAR = re.compile(
    r"(?P<base>比|较|同|与|由|从|自|以|继)?(?P<digits>\d{4}|[二一][〇零○一二三四五六七八九]{3})\s*年"
    r"(?!代|版)(?:的?[^,，;；。]{0,8}?(?P<since>以来|起))?"
)
# 3.12%（2021年数据）
_DATED = re.compile(r"[(（](?:系|为)?(?P<year>\d{4})年(?:度)?(?:的?数据|数|快报数|统计数)?[)）]")
_YEARS_AHEAD = re.compile("(?:今后|未来)([三四五六七八九十])年")
# 上年为亏损2.3亿元, 由上年的12%提高到, 过去一年，接收退役军人48.6万人; not 比上年,
# 与上年基本持平, 是上年的(2.3倍)
_RELATIVE = re.compile(
    r"(?<![比较同超与])(?:今年|去年|过去的?一年|上年|上一年)"
    # 土地出让收入21.7亿元，不足上年的(六成)
    r"(?!同期|末的|同|的?(?:水平|持平)|的(?:[一二三四五六七八九]成|[\d.]+倍|[一二两三]倍))"
)
# 固定资产投资下降8.6%，(上年为增长14.2%；)社会消费品零售总额318.7亿元: an aside of one value
_ASIDE = re.compile(r"[，,、](?:去年|上年|上一年)则?[为是][^，,；;。]*\d[^，,；;。]*[，,；;]")
_SPAN_OF_YEARS = re.compile(
    r"(?:过去|近|这|[^第个])?[二两三四五六七八九十]年(?:来|间|下来|累计|共(?!重|建))|过去[两三四五]年|五”累计|"
    # 送戏下乡五年(8600场次), 事故起数五年分别下降(46.3%)
    rf"{WORK_OF_YEARS}|[\u4e00-\u9fff]{{2}}(?<!连续)[三五]年(?:分别(?:增长|下降))?$"
)
# 比2020年的(9323亿元)增加4374亿元, 较“十三五”末的(400亿斤)
_BASE_VALUE = re.compile(
    r"[比较](?:(?P<year>\d{4})年|[“\"]?十(?P<plan>[一二三四五六七八九]?)五[”\"]?(?:规划)?(?=期?末|时?期末)|"
    r"(?P<last>上年|去年))(?:期?末|时期末|底|年底|同期)?的$|"
    # 生产总值由“十五”末的(9.6亿元)增加到15.3亿元
    r"[由从][“\"]?十(?P<begin>[一二三四五六七八九]?)五[”\"]?(?:规划)?(?:时期|期)?末的$"
)
# 高新技术企业(由)112户增加到147户, 低保标准(由每人每月)1045元提高到1095元,
# 产量(从全国)第8位、第4位跃居第1位
FROM = re.compile(
    "[由从](?!事|来)(?:(?:目前|现在|现行|原来|年初|期初|此前)的?|每[人户亩]|每?[年月天]|人均|"
    "全[国省市区州]|第.{1,3}[位名][、和])*$"
)
# “十四五”期间，地区生产总值年均增长7%以上: an aim for five years, of the last of them
_PLAN_AHEAD = re.compile(
    '(?:^|[，,；;。：:])[“"]?十([一二三四五六七八九])五[”"]?(?:时期|期间)[，,]'
)
# 2020年到2025年，工业投资占比从(17.9%)提升到35.5%
_FROM_YEAR = re.compile(r"(?P<year>\d{4})\s*年?\s*(?:到|至|[-—~]+)\s*\d{4}\s*年[^；;。]*$")
_PLAN_END = re.compile(
    r"(?<![比较与由从为是于][“\"])(?<![比较与由从为是于])[“\"]?十([一二三四五六七八九]?)五[”\"]?(?:规划)?(?:期?末|时?期末)"
)


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
    if FROM.search(folded):
        # 高新技术企业由(112户)增加到147户: a value of some time before
        span = _FROM_YEAR.search(folded)
        return chinese_number(span["year"]) if span else None
    if period == plan_year and OVER_YEARS.search(own_words(clause)):
        return None
    # 五年累计完成487亿元 is of no one year; an aim for five years together is of the last
    if (_SPAN_OF_YEARS.search(own_words(clause)) and not _is_aimed(period, plan_year)) or (
        _SPAN_OF_YEARS.search(folded) and not _YEAR.search(folded) and period is None
    ):
        return None
    return _named_last(folded, clause, period, plan_year)


def _is_aimed(period: int | None, plan_year: int | None) -> bool:
    """Whether a section speaks of the year that the report plans, or of one after it."""
    return period is not None and plan_year is not None and period >= plan_year


def _named_last(folded: str, clause: str, period: int | None, plan_year: int | None) -> int | None:
    """The last year that a sentence names and does not but compare with; the section's if none."""
    year, at = period, -1
    aimed = _is_aimed(period, plan_year)
    ahead = _YEARS_AHEAD.search(folded)
    if ahead and plan_year and (aimed or not _goes_on(folded, ahead.end())):
        year, at = plan_year + "零一二三四五六七八九十".index(ahead[1]) - 1, ahead.start()
    for match in _YEAR.finditer(folded):
        found = chinese_number(match["digits"])
        past = found is not None and period is not None and found < period
        passed = _passed(folded, match.span(), aimed, past)
        passed = passed or (period is not None and _is_event(folded, match.span(), aimed, past))
        later = not aimed and period is not None and found is not None and found > period
        passed = passed or (later and _goes_on(folded, match.end()))
        if (
            found
            and 1949 <= found <= 2100
            and not (passed or _only_compared(folded, match, clause))
        ):
            year, at = found, match.start()
    for match in _PLAN_END.finditer(folded):
        if match.start() > at:
            year, at = plan_end(match[1]), match.start()
    during = _PLAN_AHEAD.search(folded)
    during = during if during and aimed and during.start() > at else None
    if during and plan_end(during[1]) > (plan_year or 0):
        year, at = plan_end(during[1]), during.start()
    for match in _RELATIVE.finditer(folded):
        # “三公”经费去年支出2870万元；全年安排审计项目(38个): an aside within what is planned
        opens = re.search("(?:^|[：:])$", folded[: match.start()]) is not None
        if aimed and not opens and match[0] != "今年" and _goes_on(folded, match.end()):
            continue
        aside = _ASIDE.match(folded, match.start() - 1) is not None
        if match.start() > at and plan_year and not (aside or _is_base(folded, match)):
            # 去年 is the year before the speech, 上年 the one before that told of
            spoken = match[0].startswith(("去年", "过去"))
            last = plan_year - 1 if spoken else (period or plan_year) - 1
            now = plan_year if period and period > plan_year else period
            year, at = now if match[0] == "今年" else last, match.start()
    return year


def _goes_on(folded: str, at: int) -> bool:
    """Whether what was reached is told on after a time to come.

    今后三年仍有约3600个缺口；持证率只有(68%)
    """
    return re.search("[；;]", folded[at:]) is not None


# 2014、2015、2016年分别减贫(1.68万人、1.85万人和1.42万人)
_EACH_YEAR = re.compile(rf"(?P<years>{YEARS_LISTED}\d{{4}}年)分别")
_IN_ALL = re.compile("(?:共计?|合计|总计)$")


def each_year(clause: str, starts: list[int], at: int) -> int | None:
    """The year of one of several quantities that are told of one year each; None if it is not.

    Args:
        clause: its text.
        starts: where in it its quantities start.
        at: where this one does.
    """
    folded = fold(clause)
    listed = _EACH_YEAR.search(folded)
    if not listed:
        return None
    told = [one for one in starts if one >= listed.end()]
    if any(FROM.search(folded[:one]) for one in told):
        return None  # 分别由3家、5家增加到6家、8家
    # 分别脱贫3200人和1500人共(4700人)
    told = [one for one in told if not _IN_ALL.search(folded[:one])]
    years = re.findall(r"\d{4}", listed["years"])
    if at not in told or len(told) != len(years):
        return None
    return int(years[told.index(at)])


def base_year(before: str, plan_year: int | None) -> int | None:
    """The year of a value that another is compared with; None where it is no such value.

    Args:
        before: the text from the clause's beginning to the quantity.
        plan_year: the year that the report plans.
    """
    match = _BASE_VALUE.search(fold(before))
    if not match:
        return None
    if match["last"]:
        return plan_year - 2 if plan_year else None
    if match["year"]:
        return chinese_number(match["year"])
    return plan_end(match["plan"] or match["begin"] or "")


# What became of a thing in a past year: 升格为省级高新区, 获评粮食生产先进县, 创成国家5A级景区
_BECAME = (
    "被?(?:升格|升级|获[批评]|评为|列[为入]|纳入|入选|创成|挂牌|设立|组建|更名|撤[县市])|"
    "荣?获(?=[国省市])"
)
# 2015年底(并网发电，)累计上网电量; not 2020年底(贫困人口全部脱贫，)贫困发生率降至0.3%
_COMPLETED = (
    "(?:正式|全面|全线|顺利|如期)?(?:并网|投产|投运|投用|投入|通车|通航|通水|通气|建成|竣工|完工|启用|开通|"
    "开园|开业|开馆|落成)"
)
_HAPPENED = f"[底末初]?(?={_BECAME})|[底末初](?={_COMPLETED})"
# 到2025年底…，, 力争2023年(创成国家5A级景区，): what follows is of that year
_TOWARDS = re.compile("(?P<aim>力争|争取|确保)$|(?:[到至]|截止|规划|计划)[于在]?$")
# 2020年9月(启用，); not what goes on about that year: 当年实现工业总产值735亿元
# 经济开发区2018年(升格为省级高新区，)在全省评价中列第19位
_EVENT = re.compile(
    rf"(?:(?P<month>\d{{1,2}}月)(?:\d{{1,2}}日|[底初末份])?|{_HAPPENED})"
    r"(?:[^，,；;。\d]|\d(?=A级)){2,}[，,；;](?!.*[当同]年)"
)
# 2024年12月26日高铁(开通运营，至省会58分钟；)机场旅客吞吐量312.6万人次
# 2013年(获评粮食生产先进县；)蔬菜种植16.4万亩
_DAY = re.compile(
    rf"(?:(?P<month>\d{{1,2}}月)(?:\d{{1,2}}日)?(?![底初末份])|(?={_BECAME}))"
    r"[^，,；;。\d]{2,}[，,；;]"
)
# ，而2020年这一数字(仅为78.2万标箱，)在全国排名第19位 ; ——2020年，我们全年只造了1.7万辆；
_BESIDE = re.compile(r"[，,]?[^，,；;。\d]*[仅只才][^，,；;。\d]*\d[^，,；;。]*[，,；;]")
# 由2010年的298.6亿元增加到2015年的512.8亿元。预算收入由(21.4亿元)增加到43.9亿元
_FIRST_BASE = re.compile(r"[由从](?P<year>\d{4})年[底末]?的?[^。；;]*?\d[^。；;]*?[到至]")


def base_said_before(paragraph: str, sentence: str) -> int | None:
    """The year that a paragraph gave for the first of several values which things moved from.

    Args:
        paragraph: its text up to the quantity.
        sentence: the text from the sentence's beginning to the quantity.
    """
    if not FROM.search(fold(sentence)):
        return None
    said = [match["year"] for match in _FIRST_BASE.finditer(fold(paragraph))]
    return chinese_number(said[-1]) if said else None


def _is_base(folded: str, match: re.Match[str]) -> bool:
    """Whether 上年 is but a base: 由上年的12%提高到(15%), 仅为上年的(78%)."""
    before, after = folded[: match.start()], folded[match.end() :]
    if before.endswith(("由", "从")):  # and what follows after a comma is not of last year
        return re.search("[到至为]", after) is not None
    return re.search("[是为有于到占达]$", before) is not None and after.startswith("的")


def _passed(folded: str, span: tuple[int, int], aimed: bool, past: bool) -> bool:
    """Whether a year is of one figure or event only, and the sentence went on with another matter.

    总产值达2400亿元、2027年突破4000亿元；盘活低效用地(2000亩)
    """
    before, after = folded[: span[0]], folded[span[1] :]
    if re.search("(?:而|—)$", before) and _BESIDE.match(after):
        return True
    if re.search("[；;]", after) is None:
        return False
    # 支持大学2027年前取得授予资格，…；(三甲医院达到8家): the day of one aim
    within = aimed and re.match("[底末]?以?之?前", after)
    within = within and re.search("[^，,；;。：:到至]$", before)
    day = _DAY.match(after)
    of_day = day is not None and (
        day["month"] is not None or _is_over(before, after, aimed=aimed, past=past)
    )
    return bool(of_day or within or re.search("、(?:力争|确保)?到?$", before))


def _is_event(folded: str, span: tuple[int, int], aimed: bool, past: bool) -> bool:
    """Whether a year is the day of what was told before: 新院区2020年9月启用，参保率(95%)."""
    before, after = folded[: span[0]], folded[span[1] :]
    event = _EVENT.match(after)
    if event is None or re.search("(?:^|[，,；;。：:])$", before):
        return False
    return _is_over(before, after, aimed=aimed, past=past or event["month"] is not None)


def _is_over(before: str, after: str, *, aimed: bool, past: bool) -> bool:
    """Whether what came about in a year leaves what is told next to the section's year.

    So it does if it is ``past``, before that year. What is aimed at holds until the sentence goes
    on with another matter: 力争2024年创成国家5A级景区，年接待游客(600万人次)；林业总产值42亿元
    """
    towards = _TOWARDS.search(before)
    goes_on = _goes_on(after, 0)
    if towards:
        return goes_on and towards["aim"] is not None
    return past or (aimed and goes_on)


def _only_compared(folded: str, match: re.Match[str], clause: str) -> bool:
    """Whether a year is a base or describes a thing, so that the figure is not of that year."""
    before, after = folded[: match.start()], folded[match.end() :]
    if match["since"] or match["base"] in ("比", "较", "同", "与", "自", "以", "继"):
        return True
    if re.match(
        r"远景|(?:底|末|初)?(?:以前|之前|前|以后|后)?(?:建成|建设|建造|出台|确定|下达|成立)", after
    ):
        return True  # 全面完成2000年底前建成的老旧小区改造, 考虑实现2035年远景目标
    if re.search("(?:恢复到|恢复至|相当于|达到|占|为|是)$", before) and re.match(
        "[底末]?(?:同期)?的", after
    ):
        return True  # 恢复到2019年的(118%), 分别是2017年末的(1.5倍)
    if re.search("[高低多少超]出?于?$", before):
        return True  # 占比达71.8%，高出2011年(5.3个百分点)
    if match["base"] not in ("由", "从"):
        return False
    elsewhere = match.start() < len(folded) - len(clause)
    # 由2020年的35%提高到(42%)
    return elsewhere or re.search(r"(?:到|至|为)\S{0,6}$", after) is not None
