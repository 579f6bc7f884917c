"""What the words beside a figure say of it: its base, its whole, its rank, its verb."""

from __future__ import annotations

import re

from assistant.matching.funds import PLAIN_SUM
from assistant.matching.ranks import ranked_by
from corpus.figures.aims import RATE_OF_AIM
from corpus.figures.quantities import IN_A_ROW, fold, in_a_row
from corpus.figures.spans_of_years import OVER_YEARS, SINCE
from corpus.figures.words import GIVING
from corpus.models import Figure, Kind, Measure, Report
from corpus.outline import section_at
from corpus.periods import told_part_of_year
from corpus.sentences import Span

# 两年平均增长(5.5%)
# and of a list's further items: 年均分别增长4.5%、(3%); not PM2.5年均浓度下降(5%)
_AVERAGED = re.compile(
    r"([两二三四五六七八九十]年平均|年均(?!浓度|值|气温))(?:分别[^,，;；。]*|[^,，;；。、]*)$"
)
# 比全区平均水平高(9.4万元), 低于全市平均水平(0.3个): a difference from another place, no move
_DIFFERENCE = re.compile(
    r"(?:高于|低于|优于|好于|多于|少于|高出|超出|超过(?=[^,，;；\d]{0,6}(?:计划|目标|任务))|(?:比|较)全?[^,，;；]*(?:平均|水平)[^,，;；]*[高低多少])"
    r"[^,，;；]*$"
)


def averaged(report: Report, figure: Figure) -> str:
    """The words that make a growth that of an average year: 年均增长6.4%, 两年平均增长5.5%."""
    said = _AVERAGED.search(report.text[figure.clause_start : figure.start])
    return said[1] if said and figure.measure is Measure.GROWTH else ""


# 增长6.5%左右，力争(7%): what is hoped for beyond the aim, said as the report says it
_HOPED = re.compile("(?:力争|争取|力求|冲刺)[^,，;；。\\d]{0,8}$")


def hoped(report: Report, figure: Figure) -> str:
    """What a report says before a target beyond another: 力争, 力争增长; "" of any other figure."""
    said = _HOPED.search(report.text[figure.clause_start : figure.start])
    return said[0] if said and figure.kind is Kind.TARGET else ""


# 进出口增速居全国(第3位), 贷款余额居中部(第1位), 排在全省县域(第7位), 列全市各县（区）(第2位):
# among whom a place is held
_AMONG = re.compile(
    "(?P<among>(?:全[国省市县区州](?:县域|(?:各|同类|所有|\\d+个)?[县市区州盟旗]{1,3}(?:[(（][^)）]{1,6}[)）])?)?|世界|全球|"
    "(?:[东中西]|中西|东北)部(?:地区)?|长三角|"
    # 增速居景原市8个县(市、区)(第2位)
    "(?:(?![居列位速幅量排增])[\u4e00-\u9fff]){2,4}[省市州盟](?:各|\\d+个)[县市区州盟旗]{1,3}(?:[(（][^)）]{1,6}[)）])?)中?)(?:排名?)?$"
)


_LISTED_IN = re.compile(
    "(?P<among>全[国省市县区州])(?!.*全[国省市县区州])"
)  # 在全省营商环境评价中列(第9位)


def ranked_among(report: Report, figure: Figure) -> str:
    """The wider place within which a rank is held, "" where its clause names none."""
    before = report.text[figure.clause_start : figure.start]
    said = _AMONG.search(before)
    if not said and not _LISTED_IN.search(figure.indicator):
        said = _LISTED_IN.search(re.sub("“[^”]*”", "", before))  # no other list's name
    return said["among"] if said and figure.measure is Measure.RANK else ""


def rank_is_of(report: Report, figure: Figure) -> str:
    """What of its indicator a rank is of, "" where its clause does not say: 增速."""
    by = ranked_by(report.text[figure.clause_start : figure.start])
    return by if figure.measure is Measure.RANK and by not in figure.indicator else ""


# PM2.5平均浓度(较2020年)下降21.6%; not 比2022年增长6.2% of 2023, which goes unsaid
_BASE = re.compile(
    r"(?:比|较|对比|相比于?)(?P<base>(?:(?P<year>20\d\d)年|[“\"]?十[二三四五]五[”\"]?(?:时期|期间|规划)?|"
    r"[三四五十]年前|疫情前|历史)[^,，;；。\d高低多少快慢]{0,4}?)"
    r"[^,，;；。\d]{0,4}(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|压减|回落|缩小|翻)[^,，;；。]*$"
)


def base_of(report: Report, figure: Figure) -> str:
    """What a growth or change is against, "" where it is the year before: 2020年, “十三五”末."""
    if figure.measure not in (Measure.GROWTH, Measure.CHANGE):
        return ""
    said = _BASE.search(fold(report.text[figure.clause_start : figure.start]))
    if said is None or (said["year"] and figure.year and int(said["year"]) == figure.year - 1):
        return ""
    return report.text[figure.clause_start : figure.start][slice(*said.span("base"))]


# 接待游客318.6万人次、旅游收入27.9亿元，分别恢复到2019年的82%和(77%)
_RESTORED = re.compile(r"恢复[到至]了?((?:20\d\d|上)年(?:同期|水平)?)的?(?:\d[\d.]*%[、和])*$")


def restored_to(report: Report, figure: Figure) -> str:
    """The year of which a percentage tells how much is reached again: 2019年; "" elsewhere."""
    said = _RESTORED.search(report.text[figure.clause_start : figure.start])
    return said[1] if said and figure.unit == "%" else ""


def rate_of_aim(report: Report, figure: Figure) -> str:
    """What a percentage is of, where that is an aim: 完成年度目标的; "" elsewhere."""
    said = RATE_OF_AIM.search(report.text, figure.clause_start, figure.start)
    return said[0] if said and figure.unit == "%" else ""


_OF_WHOLE = re.compile("(?:占|贡献)(?!.*(?:占|贡献)).*$")  # 占全市比重(12.6%), the last of them


def share_of(report: Report, figure: Figure) -> str:
    """What a share is of, where its name does not say: 占全省的; "" of any other figure."""
    said = _OF_WHOLE.search(report.text[figure.clause_start : figure.start])
    if said is None or figure.measure is not Measure.SHARE or said[0][:1] in figure.indicator:
        return ""
    return said[0]


_OF_ANOTHER = re.compile(r"相当于[^,，]{1,12}的$")  # 只相当于全国的(62.7%)


_GIVES = re.compile(f"(?<=.{{2}})(?:{GIVING})了?[^,，]{{2,}}$")  # 民营经济贡献出口


def is_comparison(report: Report, figure: Figure) -> bool:
    """Whether a figure is against another's, or a change in rank or points: told by quoting."""
    before = report.text[figure.clause_start : figure.start]
    share = figure.measure is Measure.SHARE
    if share and (_OF_ANOTHER.search(before) or _GIVES.search(figure.indicator)):
        return True
    return figure.measure is Measure.CHANGE and (
        figure.unit.endswith(("百分点", "位", "名")) or _DIFFERENCE.search(before) is not None
    )


def since(report: Report, figure: Figure) -> str:
    """The year that a figure adds up from, "" for none: (2014)年以来累计脱贫."""
    said = SINCE.search(fold(report.text[figure.clause_start : figure.start]))
    return said["year"] if said and figure.year is None else ""


def part_of_its_year(report: Report, figure: Figure) -> str:
    """The quarter or half that a figure is of, "" for a whole year or where its name says so."""
    text = report.text
    opens = max(text.rfind(stop, 0, figure.clause_start) for stop in "。！!\n") + 1
    part = told_part_of_year(text[opens : figure.start], text[figure.clause_start : figure.start])
    return "" if part in figure.indicator else part


# 提高到每人每月(900元), 每人每月补助(2200元): of whom and how long a sum is
_EACH = re.compile(
    "(?P<each>每(?:人|户|亩|名|生)(?:每[年月天日])?|每[年月天])"
    "(?:补助|补贴|发放|给予|奖励|领取|缴纳|缴费|约|近|超|达到?|不低于|最低|为)*$"
)


def each_of(report: Report, figure: Figure) -> str:
    """Of whom and how long a sum of money is, "" where nothing is said: 每人每月."""
    said = _EACH.search(report.text[figure.clause_start : figure.start])
    plain = figure.unit.endswith("元") and "/" not in figure.text and "每" not in figure.indicator
    return said["each"] if said and plain and figure.measure is Measure.LEVEL else ""


def over_years(report: Report, figure: Figure) -> str:
    """The words that spread a target over several years, "" for one of a year: 分三年."""
    said = OVER_YEARS.search(report.text[figure.clause_start : figure.start])
    return said[0] if said and figure.kind is Kind.TARGET and figure.year is None else ""


# 力争产值突破110亿元 below 做强光电信息产业: what every industry has is told with whose it is
_OF_INDUSTRY = re.compile("(?:工业|总)*(?:产值|营业收入|营收|主营业务收入|销售收入|利润)(?:总?额)?")
_INDUSTRY = re.compile("产业|业$|经济|制造|园区|集群")


def headed_by(report: Report, figure: Figure) -> str:
    """The heading that says which industry a bare output or revenue is of; "" where none does."""
    if figure.scope or not _OF_INDUSTRY.fullmatch(figure.indicator):
        return ""
    section = section_at(report.sections, figure.start)
    heading = section.heading if section else ""
    return heading if _INDUSTRY.search(heading) and len(heading) <= _HEADING else ""


# 投入8000余万元(改造升级乡镇敬老院16个)
_PURPOSE = re.compile(r"[\u4e00-\u9fff“](?<![的和及与左以])[^，,；;。！!\n]{3,60}")
# (4712名脱贫群众)实现就业, (7条高速公路)建成通车; not 43个“智慧平安小区”(建设), 4家开发区(之一)
_DEED = re.compile(
    r"(?!等|建设|及|之一|中|和|与|运营|的)[^，,。；;、：:（）()\d\n]{2,20}(?=[，,。；;：:\n])"
)


_RUN = re.compile(rf"{IN_A_ROW}[^，,。；;：:\n]*")
_RUN_LONGEST = 30  # signs behind the years
_HEADING = 24  # signs of a heading that is a name and no sentence


def run_of_years(report: Report, figure: Figure) -> Span | None:
    """Where the report says how long something went on: 粮食产量(连续6年增产); None elsewhere."""
    if not in_a_row(report.text, figure.start):
        return None
    run = _RUN.match(report.text, figure.start - len(IN_A_ROW), figure.end + _RUN_LONGEST)
    return run.span() if run else None


def deed_span(report: Report, figure: Figure) -> Span | None:
    """The clause that says what things counted did or what became of them; None without one.

    Of 4712名脱贫群众实现就业 the count is not one of all people lifted out of poverty, and of
    粮食产量连续6年增产 the years are no output. What a sum is for follows it, where nothing else
    names it: 投入8000余万元改造升级乡镇敬老院16个.
    """
    text = report.text
    run = run_of_years(report, figure)
    if run:
        return figure.clause_start, run[1]
    purpose = _PURPOSE.match(text, figure.end)
    if purpose and figure.measure is Measure.LEVEL and PLAIN_SUM.fullmatch(figure.indicator):
        return figure.clause_start, purpose.end()
    noun = figure.end + text.startswith("的", figure.end)
    if figure.measure is not Measure.LEVEL or not text.startswith(figure.indicator, noun):
        return None
    deed = _DEED.match(text, noun + len(figure.indicator))
    return (figure.clause_start, deed.end()) if deed else None


# (培育)规上企业11家 is not how many there are, (发放)高龄津贴1280万元: verbs that the indicator's
# name leaves out, and a reader misses
DEEDS = {
    "培育": "fostered",
    "引进": "brought in",
    "认定": "recognized",
    "淘汰": "phased out",
    "关停": "shut down",
    "清退": "removed",
    "查处": "dealt with",
    "拆除": "pulled down",
    "修复": "restored",
    "维修": "repaired",
    "改造": "renovated",
    "整治": "put in order",
    "化解": "resolved",
    "培训": "trained",
    "招聘": "recruited",
    "招录": "recruited",
    "发放": "paid out",
    "举办": "held",
    "举行": "held",
    "组织": "organized",
    "开展": "carried out",
    "转移": "moved",
    "安置": "placed",
    "救助": "helped",
    "帮扶": "helped",
    "办理": "handled",
    "办结": "completed",
    "开行": "run",
    "接待": "received",
    "建成": "completed",
    "实施": "carried out",
    "开工": "started",
    "签约": "signed",
    "落户": "settled",
    "创建": "created",
    "排查": "checked",
}


def verb_of(report: Report, figure: Figure) -> str:
    """The verb right before an indicator that says what was done with it; "" without one."""
    text = report.text[figure.clause_start : figure.start]
    named = text.find(figure.indicator)
    told = figure.measure is Measure.LEVEL and not figure.scope
    return text[:named] if told and named > 0 and text[:named] in DEEDS else ""
