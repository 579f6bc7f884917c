"""Finds the quantities of a text: number, unit and the words that bound it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import cn2an

from corpus.figures.exclusions import excluded_spans
from corpus.figures.words import PEOPLE
from corpus.glossary import load_glossary
from corpus.models import Qualifier

_FOLD = str.maketrans("０１２３４５６７８９．％－–～：∶／", "0123456789.%-—~::/")
_CHINESE_DIGITS = "零〇一二两三四五六七八九"
IN_A_ROW = "连续"

_BEFORE = {
    Qualifier.AT_LEAST: (
        "≥",
        ">",
        "超过",
        "超出",
        "首破",
        "超",
        "逾",
        "突破",
        "不少于",
        "不低于",
        "不小于",
        "至少",
    ),
    Qualifier.ABOUT: ("大约", "约为", "约"),
    Qualifier.NEARLY: ("接近", "将近", "近"),
    Qualifier.AT_MOST: ("≤", "<", "不超过", "不高于", "不多于", "不大于", "至多", "低于", "不足"),
}
_AFTER = {
    Qualifier.AT_LEAST: ("及以上", "以上", "起"),
    Qualifier.ABOUT: ("左右", "上下"),
    Qualifier.AT_MOST: ("及以内", "及以下", "以内", "之内", "以下"),
    Qualifier.MORE_THAN: ("余", "多"),
}


def _alternatives(table: dict[Qualifier, tuple[str, ...]]) -> str:
    words = sorted((word for row in table.values() for word in row), key=len, reverse=True)
    return "|".join(words)


def _qualifier(word: str, table: dict[Qualifier, tuple[str, ...]]) -> Qualifier | None:
    return next((one for one, words in table.items() if word in words), None)


@dataclass(frozen=True)
class Quantity:
    """A number with its unit as it stands in a text. A range has low and high, and no value."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: Qualifier
    start: int  # of the span with its qualifier
    end: int
    rank: bool = False


def fold(text: str) -> str:
    """Full-width digits and signs as plain ones; the length, and so all offsets, stay."""
    return text.translate(_FOLD)


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_MULTIPLE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百"
# 二十三, 两千, 三百五十; not the bare 千 of 千家万户
_CHINESE_MULTIPLE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万"
_CHINESE_NUMBER = (
    r"(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|"
    r"[一二两三四五六七八九][百千万亿][零一二三四五六七八九十百千万]*)"
)


_COUNTERS = "个|家|项|件|座|条|所|位|名|栋|场|张|处|户|批次|部|辆|艘|列|种|类"


@lru_cache(maxsize=1)
def _grammar() -> tuple[tuple[str, re.Pattern[str]], ...]:
    units = sorted((unit.zh for unit in load_glossary().units), key=len, reverse=True)
    # 160Eflops, 55GWh: Latin units are written in capitals or not, and are no part of a word
    latin = [one for one in units if one.isascii() and one != "%"]
    others = [re.escape(one) for one in units if one not in latin]
    letters = [f"(?i:{re.escape(one)})(?![A-Za-z\\d])" for one in latin]
    unit = f"(?P<unit>{'|'.join(letters + others)})"
    # 低保标准801元/月, 日处理污水10万吨/日, 1500元/人·年: for how long, and for each of whom
    rate = "(?:/(?:人[·.]?)?(?:[月年天日时秒]|小时|分钟)(?:[·.]?人)?)?"
    # 投资强度不低于每亩400万元
    each = "(?:每[亩人户年月天日](?:每[年月天])?)?"
    before = f"(?:(?P<before>{_alternatives(_BEFORE)}){each}\\s*)?"
    after = f"(?P<after>{_alternatives(_AFTER)})?"
    number = (
        rf"(?P<number>-?{_NUMBER})\s*(?P<more>[余多])?\s*(?P<multiple>{_MULTIPLE})?(?P<more2>"
        r"[余多])?"
    )
    rules = (
        # 5%—6% ; 3—5个 ; 1000至1200亿元 ; 5.5%到6%
        (
            "range",
            rf"(?<![A-Za-z\d.+:-]){before}(?<![A-Za-z\d.+:-])(?P<low>{_NUMBER})\s*(?P<lowmult"
            rf"iple>{_MULTIPLE})?"
            rf"(?P<lowunit>%|‰|个百分点|亿元|万元|元)?\s*(?:[-—~]+|至|到)\s*"
            rf"(?P<high>{_NUMBER})\s*(?P<multiple>{_MULTIPLE})?\s*{unit}{rate}{after}",
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
        # 在全省营商环境评价中排名全市第一,全省第二 ; 居全国第5、东部第2
        (
            "rank",
            r"(?<=[省国市区县列居名均为中组类部])第(?P<number>[一二三四五六七八九十]|\d{1,3})"
            r"(?P<unit>)(?=[,，。;；、)）]|$)",
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
            rf"(?P<top>[{_CHINESE_DIGITS}十百点]+)(?P<unit>){after}",
        ),
        # 粮食生产实现“十八连丰”
        ("chinese", r"(?P<number>\d+|[一二三四五六七八九十]{1,3})(?P<unit>连[丰增升冠涨优胜降快])"),
        # 连续七年刷新“破百亿”速度
        (
            "chinese",
            r"(?<=连续)(?P<number>[一二两三四五六七八九十]{1,3})\s*(?P<unit>年|个季度|"
            r"个月)(?!每年)",
        ),
        # 经济总量翻一番
        ("chinese", r"(?<=翻)(?:了)?(?P<number>[一两二三四])(?P<unit>番)(?P<after>多)?"),
        # 增长两倍
        (
            "chinese",
            r"(?<=[长加高大为升的])(?:了)?(?P<number>[一两二三四五六七八九十])(?P<unit>倍)" + after,
        ),
        # 民营企业占比超九成 ; 恢复到2019年的七成左右 ; 占全区六成以上
        (
            "chinese",
            r"(?:(?P<before>超过|超|逾|接近|近|约|不足)|(?<=[占达到的长降升加涨少])|"
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
            rf"{before}(?<![\d第十百千万两点{_CHINESE_DIGITS}])"
            rf"(?P<number>(?:{_CHINESE_NUMBER}|[零〇一二三四五六七八九])点[{_CHINESE_DIGITS}]{{1,3}})"
            rf"(?P<multiple>{_CHINESE_MULTIPLE})?(?P<more>[余多])?{unit}{after}",
        ),
        # 两千余家企业 ; 二十三个项目
        (
            "chinese",
            rf"{before}(?<![\d第十百千万两点{_CHINESE_DIGITS}])(?P<number>{_CHINESE_NUMBER})"
            rf"(?P<more>[余多])?{unit}{after}",
        ),
        # 城乡居民收入比由2.10缩小至2.04 ; 缩小到1.75以内
        (
            "ratio",
            r"(?:(?<=[由到至为])|(?<=[指系]数))(?P<number>\d{1,3}\.\d+)(?P<unit>)(?::1(?![\d:.]))?"
            r"(?P<after>以内|以下|左右)?(?=[,，。;；、)）缩降提扩增调]|$)",
        ),
        # 31.74万建档立卡贫困人口: people need no counter
        (
            "plain",
            rf"{before}(?<![A-Za-z\d.+:/第])(?P<number>{_NUMBER})\s*(?P<more>[余多])?"
            rf"(?P<multiple>万亿|万|亿)(?P<more2>[余多])?(?P<unit>)(?![名人户个家件])(?=[\u4e00-\u9fff]{{0,8}}?"
            # 迈上5万亿台阶: nor does a mark that is passed
            rf"(?:{PEOPLE})|台阶|大关)",
        ),
        # 产值突破1900亿，…: money, said short
        (
            "money",
            rf"{before}(?<![A-Za-z\d.+:/第]){number}(?<=亿)(?P<unit>)(?=了?[吧吗]?(?:[,，。;；?？!！]|$))",
        ),
        # 投入8000余万元 ; 约16.5亿美元 ; 25%以上 ; -3.2%
        ("plain", rf"{before}(?<![A-Za-z\d.+:/第]){number}\s*{unit}{rate}{after}"),
    )
    return tuple((kind, re.compile(pattern)) for kind, pattern in rules)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text, in order, none overlapping.

    Args:
        text: any text; offsets of the result refer to it.
    """
    folded = fold(text)
    barred = excluded_spans(folded)
    starts = [start for start, _ in barred]
    found: list[Quantity] = []
    taken: list[bool] = [False] * len(text)
    for kind, pattern in _grammar():
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(taken[start:end]) or _is_barred(match, barred, starts):
                continue
            quantity = _quantity(kind, match)
            if quantity and (kind == "few" or not _is_name(folded, match, quantity)):
                found.append(quantity)
                taken[start:end] = [True] * (end - start)
    found.extend(one for last in tuple(found) for one in _listed(folded, last))
    return tuple(sorted(found, key=lambda one: one.start))


def _listed(folded: str, last: Quantity) -> list[Quantity]:
    """The numbers before a list's last, which bears the unit: 1.0、0.8、0.3个百分点."""
    if last.value is None or not _SHARED_UNIT.search(last.unit):
        return []
    match = _NUMBERS_BEFORE.search(folded, max(0, last.start - 40), last.start)
    if not match:
        return []
    return [
        Quantity(Decimal(one[0]), None, None, last.unit, Qualifier.EXACT, *one.span())
        for one in re.compile(r"\d+(?:\.\d+)?").finditer(folded, *match.span())
    ]


def qualified_number(cell: str, unit: str) -> Quantity | None:
    """The number of a table's cell whose unit stands elsewhere: "27以内", "-4.3", "6—6.5".

    Args:
        cell: the cell's text.
        unit: the unit that its row or column names.

    Returns:
        The quantity with its span in the cell; None where the cell holds no single number.
    """
    match = _bare_number().search(fold(cell))
    if not match:
        return None
    groups = {name: group or "" for name, group in match.groupdict().items()}
    qualifier = (
        _qualifier(groups["before"], _BEFORE)
        or _qualifier(groups["after"], _AFTER)
        or Qualifier.EXACT
    )
    first = Decimal(groups["number"].replace(",", ""))
    high = Decimal(groups["high"].replace(",", "")) if groups["high"] else None
    if high is not None and first >= high:
        return None
    value, low = (first, None) if high is None else (None, first)
    span = match.span("all")
    return Quantity(value, low, high, unit, qualifier, *span, unit == "位")


@lru_cache(maxsize=1)
def _bare_number() -> re.Pattern[str]:
    return re.compile(
        rf"^[^\d]{{0,8}}?(?P<all>(?P<before>{_alternatives(_BEFORE)})?\s*(?P<number>-?{_NUMBER})"
        rf"(?:\s*[-—~至]+\s*(?P<high>{_NUMBER}))?\s*(?P<after>{_alternatives(_AFTER)})?)\s*$"
    )


def _is_barred(match: re.Match[str], barred: list[tuple[int, int]], starts: list[int]) -> bool:
    names = match.groupdict()
    group = next(name for name in ("number", "low", "top") if names.get(name))
    for position in {match.start(group), match.end("unit") - 1, match.start()}:
        at = bisect_right(starts, position) - 1
        if at >= 0 and position < barred[at][1]:
            return True
    return False


# 高于全国、全省、全市(1.0、0.8、)0.3个百分点
_NUMBERS_BEFORE = re.compile(r"(?<=[^\s\d.、])(?:\d+(?:\.\d+)?[、和])+$")
_SHARED_UNIT = re.compile("百分点$|%$|元$|^倍$")


def _is_name(folded: str, match: re.Match[str], quantity: Quantity) -> bool:
    """What looks like a quantity and is none, by what stands around it."""
    following = folded[match.end() : match.end() + 1]
    if quantity.unit == "年" and quantity.value and 1900 < quantity.value < 2100:
        return True
    if quantity.unit == "人" and following in "才均大":
        return following != "" and not folded.startswith("大关", match.end())
    if quantity.unit == "分" and following in "之别类":
        return following != ""
    # Few, written out: "十项措施", "十个方面" are turns of phrase, "十余项" is a count.
    written = match.groupdict().get("number") or ""
    small = quantity.value is not None and quantity.value <= 10
    plain_count = quantity.qualifier is Qualifier.EXACT and quantity.unit not in ("倍", "番", "成")
    run = "连" in quantity.unit or in_a_row(folded, match.start())
    return bool(
        re.fullmatch("[一二两三四五六七八九十]+", written)
        and small
        and plain_count
        and not run
        and not quantity.rank
    )


def in_a_row(text: str, start: int) -> bool:
    """Whether the quantity at a position counts how often something went on: 连续(6年)增产."""
    return text.endswith(IN_A_ROW, 0, start)


def _quantity(kind: str, match: re.Match[str]) -> Quantity | None:
    groups = {name: group or "" for name, group in match.groupdict().items()}
    unit = groups["unit"]
    qualifier = (
        _qualifier(groups.get("before", ""), _BEFORE)
        or _qualifier(groups.get("after", ""), _AFTER)
        or (Qualifier.MORE_THAN if groups.get("more") or groups.get("more2") else None)
        or Qualifier.EXACT
    )
    value = low = high = None
    try:
        if kind == "range":
            low, high, unit = _range(groups)
            if low >= high:
                return None
        elif kind == "fraction":
            value, unit = _fraction(groups)
        elif kind == "money" and not _MONEY.search(match.string, 0, match.start()):
            return None
        elif kind in ("plain", "money"):
            value = Decimal(groups["number"].replace(",", ""))
            unit = groups["multiple"] + ("元" if kind == "money" else unit)
        else:
            value = _read(groups["number"])
            unit = groups.get("multiple", "") + unit
    except (ArithmeticError, ValueError):
        return None
    rank = kind in ("rank", "front")
    if kind == "front":
        qualifier = Qualifier.AT_MOST
    return Quantity(
        value, low, high, unit or ("位" if rank else ""), qualifier, *match.span(), rank
    )


# GDP去年不到(1000亿), 只安排投(500亿), but not 用户超1亿
_MONEY = re.compile(
    r"(?:(?:GDP|总值|产值|总量|收入|投资|税收?|[总零售贷存余成交]额|支出|营收|利润|资金|出口|进口|外贸|债务?)"
    r"[^,，。;；、\d]{0,8}|[投花拨]了?)$",
    re.IGNORECASE,
)


def _range(groups: dict[str, str]) -> tuple[Decimal, Decimal, str]:
    low = Decimal(groups["low"].replace(",", ""))
    high = Decimal(groups["high"].replace(",", ""))
    unit = groups["multiple"] + groups["unit"]
    own = groups["lowmultiple"] + groups["lowunit"]
    if own and own not in (unit, groups["multiple"], groups["unit"]):
        raise ValueError(f"{own} to {unit}")
    return low, high, unit


def _fraction(groups: dict[str, str]) -> tuple[Decimal, str]:
    if groups["bottom"] == "百":
        return _read(groups["top"]), "%"
    return _read(groups["top"]) / _read(groups["bottom"]), ""


def _read(number: str) -> Decimal:
    """A number in digits or Chinese numerals."""
    if number[0].isdigit():
        return Decimal(number)
    plain = number.replace("两", "二").replace("〇", "零")
    if "点" in plain:
        whole, _, part = plain.partition("点")
        digits = "".join(str(int(_read(digit))) for digit in part)
        return _read(whole) + Decimal(f"0.{digits}")
    if plain == "零":
        return Decimal(0)
    return Decimal(str(cn2an.cn2an(plain, "smart")))
