"""The types that every other part passes along: Report, Section, Passage, Figure.

All offsets count Unicode code points in ``Report.text``, the canonical text, and
all spans are half open: ``text[start:end]``.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer


class CorpusError(ValueError):
    """Bad input: the message says what is wrong, where, and what to do about it."""


class Part(StrEnum):
    """Which half of a work report a section belongs to."""

    OPENING = "opening"  # title, speaker, salutation: before the first part
    REVIEW = "review"  # what was achieved, 2021年工作回顾
    PLAN = "plan"  # what is planned, 2022年工作安排
    OTHER = "other"  # a part that speaks of no period


class Qualifier(StrEnum):
    """How the report bounds a quantity."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # 以上, 不少于, 超, 突破
    ABOUT = "about"  # 左右, 约
    AT_MOST = "at_most"  # 以内
    NEARLY = "nearly"  # 近
    MORE_THAN = "more_than"  # 余, 多


class Measure(StrEnum):
    """What a quantity measures of its indicator."""

    LEVEL = "level"  # 1195.6亿元
    GROWTH = "growth"  # 增长8.7%
    CHANGE = "change"  # 减少2.1亿元, 高于…0.5个百分点
    SHARE = "share"  # 占…80%
    RANK = "rank"  # 第19位


class Kind(StrEnum):
    """Whether a quantity was reached, is expected for a year not yet closed, or is aimed at."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"  # 预计
    TARGET = "target"


class Frozen(BaseModel):
    """Base of all values that are passed between packages."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_json_number, when_used="json")]
"""An exact decimal; a plain number in JSON."""


class Section(Frozen):
    """A heading and what stands under it, down to the next heading of its level or above."""

    level: int  # 1 is a part
    number: str  # as the report writes it: "一、", "1.", "——", "" where it has none
    heading: str  # verbatim, without number
    path: tuple[str, ...]  # headings from the part down to this section, its own last
    part: Part
    year: int | None  # the year that the part speaks of
    start: int  # where the heading begins
    end: int  # where the last descendant ends


class Report(Frozen):
    """One report: its canonical text, what its header says, and its section tree."""

    id: str
    title: str
    place: str  # "南昌县"; "" where the text does not say
    year: int | None  # the year in the title, which the plan is for
    date: datetime.date | None  # the day of delivery
    speaker: str
    metadata: dict[str, str]  # header fields of the page: 索引号, 发布机构, …
    source: str  # file name that it was read from
    sha256: str  # of the canonical text
    text: str
    sections: tuple[Section, ...]  # in reading order, parents before children


class Passage(Frozen):
    """Whole sentences of one section, the unit of retrieval. Never crosses a section border."""

    id: str  # "<report id>:<start>-<end>"
    report: str
    section: tuple[str, ...]  # path
    part: Part
    year: int | None
    start: int
    end: int
    text: str  # report.text[start:end]
    lead: str = ""  # what introduces the clauses of a long enumeration, where this is one of them


class Figure(Frozen):
    """One quantity of a report with what it is said of. Fields as in the JSON contract."""

    report: str
    indicator: str  # as the report names it, without scope or year
    value: Number | None  # in `unit`; None for a range
    low: Number | None
    high: Number | None
    unit: str  # as the report writes it: "亿元", "%", "个百分点", "万人次"
    qualifier: Qualifier
    measure: Measure
    kind: Kind
    year: int | None
    scope: str | None  # whose figure it is where not the report's own place
    text: str  # the exact span of the quantity, qualifier included
    start: int
    end: int
    clause_start: int  # smallest verbatim span that holds the indicator's name and the quantity
    clause_end: int
