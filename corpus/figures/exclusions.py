"""Numbers that are no quantities: names, dates, document and section numbers."""

from __future__ import annotations

import re

from corpus.glossary import load_glossary
from corpus.sentences import Span

# Each pattern with the sentence that it is for. They are tried on folded text.
_NAMES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # 兑现“惠农20条”奖补资金 ; a quote of more than a few words is prose, its figures count
        r"“[^“”。，,；;]{1,18}”|‘[^‘’。，,；;]{1,18}’|「[^「」]{1,18}」|\"[^\"\n。，,]{1,18}\"",
        r"《[^《》]*》",  # 《南昌县国土空间总体规划(2021—2035年)》
        r"〔\d{4}〕\s*\d+号|\[\d{4}\]\s*\d+号",  # 国发〔2021〕5号
        r"\d{4}\s*年?\s*[-—–~至到]+\s*\d{4}\s*年",  # 2021—2023年
        r"\d{4}\s*年\s*(?:\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?",  # 2022年2月12日
        r"(?<![\d.])\d{1,2}\s*月(?:\s*\d{1,2}\s*日|底|末|份|初|中旬)?",  # 12月31日前
        r"\d{4}(?=上半年|下半年|年)",  # 2021上半年
        r"(?<=\d时)\d{1,2}分",  # 8时30分
        r"第\s*[\d一二三四五六七八九十百]+\s*(?:届|次|批|期|代|轮|季度|产业|条|号|部分|版|个|"
        r"方阵|章|步)",
        r"(?<=届)[一二三四五六七八九十]+次",  # 十二届十一次全会
        r"\d+(?:\+[A-Za-z\d]+)+",  # 3+3+N
        r"[A-Za-z]+[-+]?\d+(?:\.\d+)?",  # PM2.5
        # 三次产业结构调整为8.5:44.2:47.3, not 城乡居民收入比缩小到1.98:1
        r"(?!\d\.\d+:1(?![\d:.]))(?<![\d.])\d+(?:\.\d+)?:\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)*",
        r"\d+(?:\.\d+)?[万亿千百]?[吨亩米元兆千伏瓦位人]+级",  # 5个2000吨级件杂货泊位
        r"\d+万?(?:千伏|伏|兆(?!瓦)|周年|号线?|国道|省道|县道|高速|强(?![\u4e00-\u9fff]?化)|"
        r"版)",  # 105国道
        r"\d+万人才(?!\d)",  # 10万人才来昌留昌创业就业
        r"\d+\s*(?:分钟|小时)[^,，。;；\d]{0,6}圈",  # 15分钟医疗圈
        r"(?<!\d)1?\d年一贯制",  # 12年一贯制学校
        r"(?<=再延长)\d+年",  # 第二轮土地承包到期后再延长30年
        r"\d+个100%",
        # 地区生产总值接连跨过900亿元、1000亿元两道关口: on the way, in no year that is told
        r"(?<=跨过|迈上|迈过|跨越|突破|跃上|站上)(?<!分别..)(?:\d+亿元?[、和])+\d+亿元?"
        r"(?=[两三四五六][道个](?:整数)?(?:关口|台阶|大关))",
        r"(?:\d0|[一二三四五六七八九]十)年代",  # 上世纪八十年代建成的预制板房
        r"(?<=[建军党国])一百年|一百年(?=奋斗目标)",  # 打好实现建军一百年奋斗目标攻坚战
        # 增速居全省16个市州第3位, 税收总额在8个街道中居首: among how many
        r"(?:(?<=全[国省市州盟])\d+个?[县市区州盟旗地]{1,3}|(?<=在)\d+个(?:街道|乡镇|[县市区]{1,3}))"
        r"(?=(?:当?中)?(?:[稳位]?居|[位名]?列|排名?|升至)?"
        r"(?:第|前[\d一二三四五六七八九十列茅]|首(?=位|[,，。;；])))",
        # 在全省65个省级开发区(综合考核)中列第7位
        r"(?<=全[国省市州盟])\d+个(?=[^，,。;；\d]{2,10}(?:考核|评价|评比|测评|排名)中)",
        r"\d+个(?:[乡县]?镇|乡|县|区|街道|村|社区)(?=分别)",  # 在河川、塬头2个镇分别建设冷库
        r"\d+\s*[-—–~至到]+\s*\d+周?岁(?=[\u4e00-\u9fff])",  # 0—6岁残疾儿童
        # 粮食产量创20年新高, 工业用电增速为近五年来最高: a record, not how long
        r"(?<=[创是为近])\d{1,3}\s*年(?=以?来?(?:同期)?(?:的?(?:历史)?(?:新[高低]|最[高低好佳快优])))",
        r"附[件表录注]\s*\d{1,2}(?!\d)",  # 附件3 above 名词解释
        r"\d+人制",  # 3人制篮球场
        r"\d[\d.]*(?:公里|米)(?=范围)",  # 关停退养岑水沿岸500米范围内规模养殖场63家
        r"(?<=(?<!提)前)\d{1,2}个月",  # 空气质量优良天数今年前11个月为318天
        r"双\s*\d+\s*条",  # 出台股改新政和上市新政双10条
        r"(?<=用)\d{1,2}\s*年|\d{1,2}\s*年(?=内|期|时间|左右的时间)",  # 3年内引进高层次人才300名
    )
)
# 5G基站, 3A级景区, 100MW级储能; but 算力160Eflops, 产能55GWh
_LETTERED = re.compile(r"\d+(?:\.\d+)?(?P<letters>[A-Za-z]+)(?![A-Za-z])(?P<class>级)?")
# "实现“十八连丰”" is a count of years in a row, though in quotes.
_IN_A_ROW = re.compile(r"[一二三四五六七八九十\d]{1,4}连[丰增升冠涨优胜降快]")
# "500万元以上固定资产投资", "年营收3亿元以上的工业企业", "60岁以上老年人" name a class; what
# follows "以上" is its noun, or how many: 10亿元以上4个, 十亿元以上工业项目. "投入5亿元以上用于"
# goes on with a verb.
_WRITTEN = r"(?:\d[\d.]*|(?<![第百千万点])[一二两三四五六七八九十][一二三四五六七八九十百千]*)"
_CLASS = re.compile(
    rf"{_WRITTEN}\s*[万亿千百]*(?:元|亩|吨|户|岁|周岁|平方米|平方公里|公里|米|千瓦|兆瓦|人)"
    r"(?:及)?以[上下](?=的(?!目标|水平|增长|增速)|[\u4e00-\u9fff]|\d+[个家户名项宗])(?![用并和及推支改建或等脱受])"
)
# 产值超50亿元的工业企业, 村级集体经济收入超过20万元的村, 投资超10亿元的制造业项目, 投资5亿元的重大
# 项目; but a named one's own sum: 投资12亿元的华信锂电池项目
_OF_CLASS = r"(?=[\u4e00-\u9fff]{0,8}(?:村|企业|项目|园区|楼宇|户|乡镇|街道|产业|集群))"
_SUM = rf"{_WRITTEN}[万亿千百]*元"
_CLASS_OF = re.compile(
    rf"(?:收入|产值|营收|税收)(?:超过?|达到?|突破|在|低于|不足)?{_SUM}(?:以上)?的{_OF_CLASS}|"
    rf"(?<!总)投资(?:超过?|达到?|突破|在|低于|不足){_SUM}(?:以上)?的{_OF_CLASS}|"
    rf"(?<!总)投资{_SUM}(?:以上的{_OF_CLASS}|的(?=(?:工业|产业|制造业|重大|重点)*项目|[\u4e00-\u9fff]{{2,8}}项目\d))|"
    # 销售收入超10亿元企业, 新增过十亿元企业3家
    rf"(?:(?:收入|产值|营收|税收|投资)(?:超过?|突破)|(?<!超)过){_SUM}(?=企业|项目|园区|村|户)"
)


def excluded_spans(folded: str) -> list[Span]:
    """Spans whose digits are no quantities.

    Args:
        folded: a report's text from `corpus.figures.quantities.fold`.
    """
    spans: list[Span] = []
    for pattern in _NAMES:
        for match in pattern.finditer(folded):
            if not _IN_A_ROW.search(match[0]):
                spans.append(match.span())
    spans.extend(
        match.span()
        for match in _LETTERED.finditer(folded)
        if match["class"] or not load_glossary().unit(match["letters"])
    )
    for pattern in (_CLASS, _CLASS_OF):
        spans.extend(match.span() for match in pattern.finditer(folded))
    return merged(spans)


def merged(spans: list[Span]) -> list[Span]:
    """Spans in order, with those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
