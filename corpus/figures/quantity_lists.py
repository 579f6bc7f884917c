"""Quantities that stand in one list: "156.8亿元、79.3亿元"."""

from __future__ import annotations

import re

from corpus.figures.counted import UNCOUNTED
from corpus.figures.quantities import Quantity

_ASIDE = r"\s*(?:[(（][^)）]*[)）])?\s*"
# 同比分别增加3.1亿元(和减少)2.2亿元: the second moved another way
MOVED_ANEW = re.compile("和(?:增加|减少|增长|下降|提高|降低|上升|回落)(?:了|约)?$")
# "156.8亿元、79.3亿元", "46349元和25444元", "21.5%、翻一番", 每人每月"610元、每人每年5040元"
JOINED = re.compile(
    rf"{_ASIDE}(?:、|和|以及|及|与){_ASIDE}(?:翻|每人每[年月]|每[人户亩年月])?|{MOVED_ANEW.pattern}"
)

# 高炉1座、(40吨)转炉1座: how big the next thing is
_SIZE = re.compile("(?:吨|立方米|平方米|千瓦|兆瓦|千伏)$")
# (8.7公里)、6座车站: how long it is, no length of what is counted
_LENGTH = re.compile("(?:公里|千米|米)$")
_COUNTER = re.compile("[座个处条站家所]$")
_COUNTED_NEXT = re.compile(r"[\u4e00-\u9fff]{1,8}\d")


def listed_together(text: str, quantities: tuple[Quantity, ...]) -> list[list[Quantity]]:
    """Quantities that stand in one list: "156.8亿元、79.3亿元"."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        gap = text[groups[-1][-1].end : quantity.start] if groups else ""
        # 10类32件民生实事
        counts = bool(groups) and not gap and not UNCOUNTED.search(groups[-1][-1].unit)
        joined = counts or JOINED.fullmatch(gap)
        apart = bool(groups) and (
            _sized(text, groups[-1][-1], quantity) or _of_another(text, groups[-1][-1], quantity)
        )
        if groups and joined and not apart:
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def _sized(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity is no more of the list, but the size of what is counted behind it.

    Nor is a count behind a length.
    """
    if _LENGTH.search(before.unit) and _COUNTER.search(quantity.unit):
        return True
    if _SIZE.search(before.unit) or not _SIZE.search(quantity.unit):
        return False
    return _COUNTED_NEXT.match(text, quantity.end) is not None


# 减少贫困人口1.26万人、34个(贫困村出列)
_ANOTHER = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:村|镇|乡|县|项目|企业|景区|园区|基地)")


def _of_another(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity counts what stands behind it, not what the one before it counts."""
    own = quantity.unit in ("个", "家") and before.unit not in ("个", "家")
    return (
        own
        and text[before.end : quantity.start] == "、"
        and _ANOTHER.match(text, quantity.end) is not None
    )
