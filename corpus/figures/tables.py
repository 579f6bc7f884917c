"""Figures of indicator tables: a row names the indicator, a column what is said of it.

指标名称 | 单位 | 2022年预计完成 | 增长（%） | 2023年预期目标
地区生产总值 | 亿元 | 862.7 | 4.6 | 增长6%-6.5%
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.figures.attributes import measure_of
from corpus.figures.quantities import Quantity, find_quantities, fold, qualified_number
from corpus.header import find_years
from corpus.models import Figure, Kind, Measure, Part, Report, Section
from corpus.rows import cells
from corpus.sentences import Span

_NAME = re.compile("指标|项目|名称|内容|类别")
_UNIT = re.compile("单位")
_ORDER = re.compile(r"序号|编号|^\s*No\.?\s*$", re.IGNORECASE)
_REMARK = re.compile("备注|说明|责任|牵头|属性")
# 增长（%）, 营业收入（亿元）, 同比±%
_BRACKETED = re.compile(r"[(（][^()（）\d]*?([^()（）\d、,，]+?)[)）]\s*$")
_MEASURES = (
    (re.compile("排名|位次|名次"), Measure.RANK),
    (re.compile("占比|比重|份额"), Measure.SHARE),
    (re.compile("增长|增速|增幅|同比|环比|涨幅|[±+]"), Measure.GROWTH),
    (re.compile("增减|变化|提高|降低"), Measure.CHANGE),
)
# 2022年预计完成 is an estimate, 2023年预期目标 a target, 2023年计划完成 too
_KINDS = (
    (re.compile("预计"), Kind.ESTIMATE),
    (re.compile("目标|计划|预期|任务|安排"), Kind.TARGET),
    (re.compile("实际|完成|实绩|现状|基期"), Kind.ACTUAL),
)
_INDENT = re.compile(
    r"^(?:#|其中[:：]|[-—·]|\d{1,2}[.、](?!\d)|[(（]?[一二三四五六七八九十]+[)）、])\s*"
)


@dataclass(frozen=True)
class _Column:
    """What a column's heading says of its cells."""

    measure: Measure | None
    unit: str
    kind: Kind
    year: int | None
    stated: bool  # the heading, or the one before it, names year or kind


@dataclass(frozen=True)
class _Row:
    """A row's span in the text, its cells, and what the row says of itself."""

    start: int
    end: int
    cells: tuple[Span, ...]


def table_figures(report: Report, span: Span, section: Section | None) -> Iterator[Figure]:
    """The figures of one table, in document order.

    Args:
        span: from `tables`.
        section: that the table stands in; its period holds where a column names none.
    """
    text = report.text
    rows = _rows(text, span)
    heads = _head_rows(text, rows)
    names = _headings(text, rows[:heads])
    if not heads or len(rows) == heads:
        return
    name_at, unit_at = _label_columns(names)
    columns = _columns(report, section, names)
    parent = ""
    for row in rows[heads:]:
        label = _cell(text, row, name_at)
        indicator, own_unit = _named(label)
        if not indicator:
            continue
        unit = (_cell(text, row, unit_at) if unit_at is not None else "") or own_unit
        if indicator in ("其中", "增长", "增速", "同比增长") and parent:
            indicator = parent
        parent = indicator
        for at, cell in enumerate(row.cells):
            skipped = at <= name_at or at == unit_at or _REMARK.search(names[at])
            if not skipped and cell[0] < cell[1]:
                yield from _cell_figures(report, row, cell, indicator, unit, columns[at])


def _rows(text: str, span: Span) -> list[_Row]:
    rows: list[_Row] = []
    start = span[0]
    for line in text[span[0] : span[1]].split("\n"):
        inner = tuple((start + a, start + b) for a, b in cells(line))
        rows.append(_Row(start, start + len(line), inner))
        start += len(line) + 1
    return rows


def _cell(text: str, row: _Row, at: int) -> str:
    start, end = row.cells[at]
    return text[start:end]


def _head_rows(text: str, rows: list[_Row]) -> int:
    """How many rows at the top are headings: those before the first with a bare number."""
    for at, row in enumerate(rows):
        values = [text[start:end] for start, end in row.cells[1:]]
        if any(_is_value(value) for value in values):
            return at
    return len(rows)


def _is_value(cell: str) -> bool:
    folded = fold(cell)
    year = re.fullmatch(r"\d{4}年?.*", folded)
    return bool(re.search(r"\d", folded)) and not year and not re.search(r"20\d\d年", folded)


def _headings(text: str, heads: list[_Row]) -> list[str]:
    """Each column's heading, put together from all heading rows."""
    if not heads:
        return []
    names = [""] * len(heads[0].cells)
    for depth, row in enumerate(heads):
        left = ""
        for at in range(len(names)):
            words = _cell(text, row, at)
            # A heading above several columns stands in the first of them.
            spread = depth < len(heads) - 1 and not words and at > 0
            left = left if spread else words
            names[at] += left if spread and _cell(text, heads[-1], at) else words
    return names


def _label_columns(names: list[str]) -> tuple[int, int | None]:
    unit = next((at for at, name in enumerate(names) if _UNIT.search(name) and len(name) < 8), None)
    found = (at for at, name in enumerate(names) if _NAME.search(name))
    first = 1 if _ORDER.search(names[0]) else 0
    name = max((at for at in found if unit is None or at < unit), default=first)
    return (name if name < len(names) - 1 else first), unit


def _columns(report: Report, section: Section | None, names: list[str]) -> list[_Column]:
    """A column that names neither year nor kind speaks of those of the column before it."""
    columns: list[_Column] = []
    for name in names:
        years = find_years(fold(name)) or [int(year) for year in re.findall("20\\d\\d", fold(name))]
        kind = next((kind for pattern, kind in _KINDS if pattern.search(name)), None)
        before = columns[-1] if columns else None
        if before and before.stated and not years and kind is None:
            year, kind = before.year, before.kind
        else:
            year = years[-1] if years else _period(report, section, kind)
        stated = bool(years or kind)
        if kind is None:
            kind = Kind.TARGET if year and report.year and year >= report.year else Kind.ACTUAL
        bracketed = _BRACKETED.search(name)
        unit = bracketed[1] if bracketed else "%" if re.search("[±%]", name) else ""
        measure = next((measure for pattern, measure in _MEASURES if pattern.search(name)), None)
        columns.append(_Column(measure, unit, kind, year, stated))
    return columns


def _period(report: Report, section: Section | None, kind: Kind | None) -> int | None:
    in_review = section is not None and section.part is Part.REVIEW
    if report.year is None:
        return None
    return report.year if kind is Kind.TARGET and not in_review else report.year - 1


def _named(label: str) -> tuple[str, str]:
    """An indicator and the unit in brackets behind it: 地区生产总值（亿元）."""
    name = _INDENT.sub("", label.strip())
    bracketed = _BRACKETED.search(name)
    unit = ""
    if bracketed and find_quantities("1" + bracketed[1]):
        name, unit = name[: bracketed.start()], bracketed[1]
    return name.replace(" ", "").strip(":：、，"), unit


def _cell_figures(
    report: Report, row: _Row, cell: Span, indicator: str, unit: str, column: _Column
) -> Iterator[Figure]:
    """The quantities of a cell: "增长6%左右" says all by itself, "4.6" what its column says."""
    text = report.text
    start, end = cell
    bracket = re.search(r"[(（]", text[start:end])
    stop = start + bracket.start() if bracket and bracket.start() else end
    own = [one for one in find_quantities(text[start:stop]) if one.value is not None or one.low]
    if own:
        for one in own:
            measure, sign = measure_of(text[start : start + one.start], one, indicator, indicator)
            if measure is Measure.LEVEL and column.measure and one.unit == (column.unit or "%"):
                measure = column.measure
            yield _figure(report, row, start, one, indicator, column, measure, sign)
        return
    number = qualified_number(text[start:stop], _unit(unit, column))
    if number:
        own_rank = re.search("排名|位次|名次", indicator) and number.unit == "位"
        measure = Measure.RANK if own_rank else column.measure or _level(number, indicator)
        yield _figure(report, row, start, number, indicator, column, measure, 1)


def _unit(row_unit: str, column: _Column) -> str:
    if column.measure is Measure.RANK:
        return "位"
    if column.measure in (Measure.GROWTH, Measure.SHARE, Measure.CHANGE):
        return column.unit or "%"
    return row_unit or column.unit


def _level(number: Quantity, indicator: str) -> Measure:
    share = number.unit == "%" and re.search("(?:占比|比重|比例|份额)$", indicator)
    growth = number.unit == "%" and re.search("(?:增速|增幅|增长率|涨幅|增长)$", indicator)
    return Measure.SHARE if share else Measure.GROWTH if growth else Measure.LEVEL


def _figure(
    report: Report,
    row: _Row,
    offset: int,
    one: Quantity,
    indicator: str,
    column: _Column,
    measure: Measure,
    sign: int,
) -> Figure:
    start, end = offset + one.start, offset + one.end
    value: Decimal | None = None if one.value is None else one.value * sign
    return Figure(
        report=report.id,
        indicator=re.sub(r"(?<=.{2})(?:增速|增幅|(?<!自然)增长率)$", "", indicator),
        value=value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        qualifier=one.qualifier,
        measure=measure,
        kind=column.kind,
        year=column.year,
        scope=None,
        text=report.text[start:end],
        start=start,
        end=end,
        clause_start=row.start,
        clause_end=row.end,
    )
