"""Finds the quantities of a text: number, unit and the words that bound it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import cn2an

from corpus.figures.aims import AIM_AFTER
from corpus.figures.exclusions import excluded_spans
from corpus.figures.quantity_grammar import AFTER, BEFORE, NUMBER, alternatives, grammar
from corpus.models import Qualifier

_FOLD = str.maketrans("０１２３４５６７８９．％－–～：∶／", "0123456789.%-—~::/")
IN_A_ROW = "连续"


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
    for kind, pattern in grammar():
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
        _qualifier(groups["before"], BEFORE)
        or _qualifier(groups["after"], AFTER)
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
        rf"^[^\d]{{0,8}}?(?P<all>(?P<before>{alternatives(BEFORE)})?\s*(?P<number>-?{NUMBER})"
        rf"(?:\s*[-—~至]+\s*(?P<high>{NUMBER}))?\s*(?P<after>{alternatives(AFTER)})?)\s*$"
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
    if folded.endswith("每", 0, match.start()):
        return True  # 最低收购价每(50公斤)提高2元: what the price is one of
    if quantity.unit == "人" and following in "才均大":
        return following != "" and not folded.startswith("大关", match.end())
    if quantity.unit == "分" and following in "之别类":
        return following != ""
    if quantity.unit == "方" and following in "面案式":  # 从5方面提出了指标
        return following != ""
    # Few, written out: "十项措施", "十个方面" are turns of phrase, "十余项" is a count and "十亿元"
    # a sum.
    groups = match.groupdict()
    written = "" if groups.get("multiple") else groups.get("number") or ""
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


# 涨幅2.1%，低于(3%左右)的预期目标: how what was reached before stands to the aim, whose own bound
# is told behind it; but 实现产值突破100亿元的目标
_BEYOND = re.compile("低于|超过?|超出|突破|不足")
_STOPS = tuple(",;、，；")


def _quantity(kind: str, match: re.Match[str]) -> Quantity | None:
    groups = {name: group or "" for name, group in match.groupdict().items()}
    unit = groups["unit"]
    start = match.start()
    if (
        _BEYOND.fullmatch(bound := groups.get("before", ""))
        and match.string[start - 1 : start] in _STOPS
        and AIM_AFTER.match(match.string, match.end())
    ):
        groups["before"] = ""
        start += len(bound)
    qualifier = (
        _qualifier(groups.get("before", ""), BEFORE)
        or _qualifier(groups.get("after", ""), AFTER)
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
        elif kind in _SAID_SHORT and not _SAID_SHORT[kind].search(match.string, 0, match.start()):
            return None
        elif kind == "duration":
            value, unit = 60 * Decimal(groups["hours"]) + Decimal(groups["number"]), "分钟"
        elif kind == "half":
            value, unit = _read(groups["number"]) + Decimal("0.5"), unit.replace("月", "个月")
        elif kind in ("plain", *_SAID_SHORT):
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
        value, low, high, unit or ("位" if rank else ""), qualifier, start, match.end(), rank
    )


# GDP去年不到(1000亿), 只安排投(500亿), but not 用户超1亿
_MONEY = re.compile(
    r"(?:(?:GDP|总值|产值|总量|收入|投资|税收?|[总零售贷存余成交]额|支出|营收|利润|资金|出口|进口|外贸|债务?)"
    r"[^,，。;；、\d]{0,8}|[投花拨]了?)$",
    re.IGNORECASE,
)
# 脱贫人口务工规模(超过3300万)
_PEOPLE = re.compile(
    r"(?:人口|人员|劳动力|用户|人数)(?:务工|就业)?(?:规模|总数|总量|数量|数)?[^,，。;；、\d]{0,4}$"
)
_SAID_SHORT = {"money": _MONEY, "people": _PEOPLE}


def _range(groups: dict[str, str]) -> tuple[Decimal, Decimal, str]:
    low = Decimal(groups["low"].replace(",", ""))
    high = Decimal(groups["high"].replace(",", ""))
    unit = groups["multiple"] + groups["unit"]
    own = groups["lowmultiple"] + groups["lowunit"]
    if own and own not in (unit, groups["multiple"], groups["unit"]):
        raise ValueError(f"{own} to {unit}")
    return low, high, unit


def _fraction(groups: dict[str, str]) -> tuple[Decimal, str]:
    if groups["bottom"] == "百":  # 百分之百
        return Decimal(100) if groups["top"] == "百" else _read(groups["top"]), "%"
    return _read(groups["top"]) / _read(groups["bottom"]), ""


def _read(number: str) -> Decimal:
    """A number in digits or Chinese numerals; 首 (位) is the first."""
    if number == "首":
        return Decimal(1)
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
