"""What one name bundles: 城乡居民收入, 存贷款余额, the quarters of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import words
from corpus.figures.indicators import Subject

# 城乡居民人均可支配收入分别增长6%和8% ; 本外币存贷款余额分别为1642亿元、1875亿元
# 一二三产增加值分别增长3.5%、6%、5%
_SEVERAL_IN_ONE = {
    "城乡": ("城镇", "农村"),
    "存贷款": ("存款", "贷款"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
}
_THREE_SECTORS = re.compile("第?一、?二、?三次?产业?")


_PARTS = ("一季度", "二季度", "三季度", "四季度")
_SUMS = ("一季度", "上半年", "前三季度", "一至四季度")  # 累计: of the year so far


def each_in_one(subject: Subject, count: int) -> list[Subject]:
    """Each of several that one name stands for: 城乡居民收入, 存贷款余额; else the one."""
    when = words.QUARTERS.match(subject.name)
    if when and count == "一二三四".index(when["last"]) + 1:
        rest = subject.name[when.end() :]
        parts = _SUMS if when["sum"] else _PARTS
        return [replace(subject, name=part + rest) for part in parts[:count]]
    name = _THREE_SECTORS.sub("一二三产业", subject.name)
    for several, each in _SEVERAL_IN_ONE.items():
        if several in name and len(each) == count:
            return [replace(subject, name=name.replace(several, one)) for one in each]
    return [subject]
