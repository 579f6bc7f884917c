"""The grammar of quantities: how reports write a number with its unit and what bounds it."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.figures.words import PEOPLE
from corpus.glossary import load_glossary
from corpus.models import Qualifier

CHINESE_DIGITS = "零〇一二两三四五六七八九"

BEFORE = {
    Qualifier.AT_LEAST: (
        "≥",
        ">",
        "超过",
        "超出",
        "首破",
        "超",
        "逾",
        "突破",
        "不会少于",
        "不会低于",
        "不少于",
        "不低于",
        "不小于",
        "至少",
    ),
    Qualifier.ABOUT: ("大约", "约为", "约"),
    Qualifier.NEARLY: ("接近", "将近", "近"),
    Qualifier.AT_MOST: (
        "≤",
        "<",
        "不会超过",
        "不会高于",
        "不超过",
        "不高于",
        "不多于",
        "不大于",
        "至多",
        "最高",
        "最多",
        "低于",
        "不足",
    ),
}
AFTER = {
    Qualifier.AT_LEAST: ("及以上", "以上", "起"),
    Qualifier.ABOUT: ("左右", "上下"),
    Qualifier.AT_MOST: ("及以内", "及以下", "以内", "之内", "以下"),
    Qualifier.MORE_THAN: ("余", "多"),
}


def alternatives(table: dict[Qualifier, tuple[str, ...]]) -> str:
    """The words of a table as one pattern, the longer first."""
    words = sorted((word for row in table.values() for word in row), key=len, reverse=True)
    return "|".join(words)


NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_MULTIPLE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百"
# 二十三, 两千, 三百五十; not the bare 千 of 千家万户
_CHINESE_MULTIPLE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万"
_CHINESE_NUMBER = (
    r"(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|"
    r"[一二两三四五六七八九][百千万亿][零一二三四五六七八九十百千万]*)"
)


_COUNTERS = "个|家|项|件|座|条|所|位|名|栋|场|张|处|户|批次|部|辆|艘|列|种|类"


@lru_cache(maxsize=1)
def grammar() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of quantities, each with its pattern; what an earlier one takes is taken."""
    units = sorted((unit.zh for unit in load_glossary().units), key=len, reverse=True)
    # 160Eflops, 55GWh: Latin units are written in capitals or not, and are no part of a word
    latin = [one for one in units if one.isascii() and one != "%"]
    others = [re.escape(one) for one in units if one not in latin]
    letters = [f"(?i:{re.escape(one)})(?![A-Za-z\\d])" for one in latin]
    # 264.7万头（只、口）, 7000套（间）: by each of which it is counted
    several = "|".join(others)
    also = f"(?:[(（](?:{several})(?:、(?:{several}))*[)）])?"
    unit = f"(?P<unit>(?:{'|'.join(letters + others)}){also})"
    # 低保标准801元/月, 日处理污水10万吨/日, 1500元/人·年: for how long, and for each of whom
    rate = "(?:/(?:人[·.]?)?(?:[月年天日时秒]|小时|分钟)(?:[·.]?人)?)?"
    # 投资强度不低于每亩400万元
    each = "(?:每[亩人户年月天日](?:每[年月天])?)?"
    # 约18个, not 签约18个, 节约1.2亿元
    before = f"(?:(?<![签履契合预条节])(?P<before>{alternatives(BEFORE)}){each}\\s*)?"
    after = f"(?P<after>{alternatives(AFTER)})?"
    number = (
        rf"(?P<number>-?{NUMBER})\s*(?P<more>[余多])?\s*(?P<multiple>{_MULTIPLE})?(?P<more2>"
        r"[余多])?"
    )
    rules = (
        # 5%—6% ; 3—5个 ; 1000至1200亿元 ; 5.5%到6%
        (
            "range",
            rf"(?<![A-Za-z\d.+:-]){before}(?<![A-Za-z\d.+:-])(?P<low>{NUMBER})\s*(?P<lowmult"
            rf"iple>{_MULTIPLE})?"
            rf"(?P<lowunit>%|‰|个百分点|亿元|万元|元)?\s*(?:[-—~]+|至|到)\s*"
            rf"(?P<high>{NUMBER})\s*(?P<multiple>{_MULTIPLE})?\s*{unit}{rate}{after}",
        ),
        # 位居全省第49位 ; 勇夺涉农县区类第一名
        ("rank", r"第\s*(?P<number>\d+|[一二三四五六七八九十]{1,3})\s*(?P<unit>位|名)"),
        # 历史性地迈进前20名 ; 跻身全国前十位
        ("front", r"前\s*(?P<number>\d+|[一二三四五六七八九十]{1,3})\s*(?P<unit>位|名)"),
        # 增幅均居全市前三
        (
            "front",
            r"(?<=[省国市区县列居入进])前(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>)"
            r"(?=[,，。;；、)）]|$)",
        ),
        # 在全省营商环境评价中排名全市第一,全省第二 ; 居全国第5、东部第2; not 其中第一、二、三产业
        (
            "rank",
            r"(?<=[省国市区县列居名均为中组类部])第(?P<number>[一二三四五六七八九十]|\d{1,3})"
            r"(?P<unit>)(?=[,，。;；、)）]|$)(?!、[二2][、和])",
        ),
        # 增速居全省第三和第一: a list of them
        (
            "rank",
            r"(?<=[省国市区县列居名均为中组类])第(?P<number>[一二三四五六七八九十])(?P<unit>)"
            r"(?=[和、]第[一二三四五六七八九十](?:[,，。;；、)）]|$))",
        ),
        (
            "rank",
            r"(?<=第[一二三四五六七八九十][和、])第(?P<number>[一二三四五六七八九十])(?P<unit>)"
            r"(?=[,，。;；、)）]|$)",
        ),
        # 总产值超过1.3万亿元，稳居全国首位; 总量稳居全省县(市、区)首位;
        # not 与全市首位的江源区相差210亿元
        (
            "rank",
            r"(?:(?<=[省国市区县州居列名界])|(?<=[市区旗][)）]))(?P<number>首)(?P<unit>位)(?=[,，。;；、)）]|$)",
        ),
        # 进京时间由2小时50分缩短到1小时25分: one time, in minutes
        (
            "duration",
            rf"{before}(?<![A-Za-z\d.+:/第])(?P<hours>\d{{1,2}})\s*小时\s*"
            rf"(?P<number>[1-5]?\d)\s*(?P<unit>分钟?)(?!\d){after}",
        ),
        # 孕产妇死亡率降至12.4/10万
        (
            "plain",
            rf"{before}(?<![A-Za-z\d.+:/第]){number}(?P<unit>/(?:10|十)万){after}",
        ),
        # 占全省1/5
        ("fraction", rf"{before}(?<![\d/])(?P<top>\d+)/(?P<bottom>\d+)(?![\d/])(?P<unit>){after}"),
        # 占全市的三分之一 ; 百分之八点五
        (
            "fraction",
            rf"{before}(?P<bottom>[一二三四五六七八九十百]+)分之"
            rf"(?P<top>[{CHINESE_DIGITS}十百点]+)(?P<unit>){after}",
        ),
        # 粮食生产实现“十八连丰”
        ("chinese", r"(?P<number>\d+|[一二三四五六七八九十]{1,3})(?P<unit>连[丰增升冠涨优胜降快])"),
        # 连续七年刷新“破百亿”速度
        (
            "chinese",
            r"(?<=连续)(?P<number>[一二两三四五六七八九十]{1,3})\s*(?P<unit>年|个季度|"
            r"个月)(?!每年)",
        ),
        # 经济总量翻一番, 翻了一番多
        ("chinese", r"(?:(?<=翻)|(?<=翻了))(?P<number>[一两二三四])(?P<unit>番)(?P<after>多)?"),
        # 增长两倍
        (
            "chinese",
            r"(?<=[长加高大为升的])(?:了)?(?P<number>[一两二三四五六七八九十])(?P<unit>倍)" + after,
        ),
        # 民营企业占比超九成 ; 恢复到2019年的七成左右 ; 占全区六成以上 ; 材料压减四成
        (
            "chinese",
            r"(?:(?P<before>超过|超|逾|接近|近|约|不足)|(?<=[占达到的长降升加涨少减低短缩砍])|"
            r"(?=[一两二三四五六七八九]成(?:以上|左右|以内|多)))"
            r"(?P<number>[一两二三四五六七八九])(?P<unit>成)(?P<after>以上|左右|以内|多)?"
            r"(?![为立员效果本功])",
        ),
        # 50亿元以上项目两个 ; 较上年前移三位: few, written out, but at the end of a clause
        (
            "few",
            r"(?<=[\u4e00-\u9fff”])(?<![第这那每各前后另同哪几一二两三四五六七八九十百])"
            rf"(?P<number>[两三四五六七八九十])(?P<unit>{_COUNTERS})(?=[,，。;；、)）]|$)",
        ),
        # 四十四点三亿元 ; 提高十一点四个百分点
        (
            "decimal",
            rf"{before}(?<![\d第十百千万两点{CHINESE_DIGITS}])"
            rf"(?P<number>(?:{_CHINESE_NUMBER}|[零〇一二三四五六七八九])点[{CHINESE_DIGITS}]{{1,3}})"
            rf"(?P<multiple>{_CHINESE_MULTIPLE})?(?P<more>[余多])?{unit}{after}",
        ),
        # 两千余家企业 ; 二十三个项目 ; 突破一百七十亿元
        (
            "chinese",
            rf"{before}(?<![\d第十百千万两点{CHINESE_DIGITS}])(?P<number>{_CHINESE_NUMBER})"
            rf"(?P<more>[余多])?(?P<multiple>{_CHINESE_MULTIPLE})?{unit}{after}",
        ),
        # 城乡居民收入比由2.10缩小至2.04 ; 由上年的2.52缩小到2.45 ; 缩小到1.75以内
        (
            "ratio",
            r"(?:(?<=[由到至为])|(?<=[由从][上去]年的)|(?<=[由从]\d{4}年的)|(?<=[指系]数))(?P<number>\d{1,3}\.\d+)(?P<unit>)(?::1(?![\d:.]))?"
            r"(?P<after>以内|以下|左右)?(?=[,，。;；、)）缩降提扩增调]|$)",
        ),
        # 31.74万建档立卡贫困人口: people need no counter
        (
            "plain",
            rf"{before}(?<![A-Za-z\d.+:/第])(?P<number>{NUMBER})\s*(?P<more>[余多])?"
            rf"(?P<multiple>万亿|万|亿)(?P<more2>[余多])?(?P<unit>)(?![余多]?[名人户个家件元])"
            r"(?=[\u4e00-\u9fff]{0,8}?"
            # 迈上5万亿台阶: nor does a mark that is passed
            rf"(?:{PEOPLE})|台阶|大关)",
        ),
        # 产值突破1900亿，…: money, said short
        (
            "money",
            rf"{before}(?<![A-Za-z\d.+:/第]){number}(?<=亿)(?P<unit>)(?=了?[吧吗]?(?:[,，。;；?？!！]|$))",
        ),
        # 脱贫人口务工规模超过3300万，…: people, said short
        (
            "people",
            rf"{before}(?<![A-Za-z\d.+:/第]){number}(?<=[万亿])(?P<unit>)(?=[,，。;；]|$)",
        ),
        # 由4个半小时缩短到2小时: half of one more
        (
            "half",
            rf"{before}(?<![A-Za-z\d.+:/第])(?P<number>\d+|[一两三四五六七八九])个半"
            rf"(?P<unit>小时|月){after}",
        ),
        # 投入8000余万元 ; 约16.5亿美元 ; 25%以上 ; -3.2%
        ("plain", rf"{before}(?<![A-Za-z\d.+:/第]){number}\s*{unit}{rate}{after}"),
    )
    return tuple((kind, re.compile(pattern)) for kind, pattern in rules)
