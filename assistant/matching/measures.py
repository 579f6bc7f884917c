"""Of the figures of a thing, those of the measure that is asked for: its capacity, not its cost."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry
from assistant.matching.wanted import Wanted
from assistant.questions.asking import LACK

# What names end with, one alternative a measure: 恒晟项目总(投资), 商品房销售(面积)
_MEASURED = re.compile(
    "(?:(?P<capacity>产能|能力|容量|装机(?:规模)?|年产(?![量值]).{2,})|(?P<output>产量)|(?P<value>产值)|"
    "(?P<investment>投资额?)|(?P<area>面积)|(?P<length>里程|长度)|"
    "(?P<price>价格?|售价|房价)|(?P<sales>销售额|销售量|销量))$"
)


def of_measure(pool: list[FigureEntry], wanted: tuple[Wanted, ...]) -> list[FigureEntry]:
    """The figures that are of a measure asked for, or of none: 产能多大 is told by no 总投资."""
    asked = {measure for word in wanted for measure in _meant(word)}
    if not asked:
        return pool
    return [entry for entry in pool if _measured(entry.name) in asked | {""}]


# 多少钱一斤, "price per square metre": what one costs, and no sum that was paid for many
_PRICE = re.compile(
    r"多少[块元]?钱?一(?:[斤吨亩平度套个张头只]|公斤|平米)|均价|单价|\bprices? per\b|"
    r"\bhow much (?:is|was) (?:a|one) ",
    re.IGNORECASE,
)
_PRICED = re.compile("价|标准|工资|补[贴助]|[元块]/")


def of_price(pool: list[FigureEntry], asked: str) -> list[FigureEntry]:
    """The figures of a price, where that of one is asked for: no contract for so many apples."""
    if not _PRICE.search(asked):
        return pool
    return [one for one in pool if _PRICED.search(one.name + one.before + one.figure.text)]


_LACKED = re.compile("缺|短缺|不足")


def of_lack(pool: list[FigureEntry], asked: str) -> list[FigureEntry]:
    """The figures of what is wanting, where that is asked for: no 新增学位 is what is short."""
    if not LACK.search(asked):
        return pool
    return [entry for entry in pool if _LACKED.search(entry.name + entry.before)]


def _meant(word: Wanted) -> set[str]:
    """The measures that a word is for: of capacity, but not of products, of which 总产值 is one."""
    names = [one for one in word.alternatives if not one.isascii()]
    measured = [one for one in map(_measured, names) if one]
    return set(measured) if word.topic.noun and 2 * len(measured) > len(names) else set()


def _measured(name: str) -> str:
    found = _MEASURED.search(name)
    return str(found.lastgroup) if found else ""
