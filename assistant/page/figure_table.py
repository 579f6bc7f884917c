"""The figures of reports as a table: chosen, put in order; as CSV and Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import Any

import pandas as pd

from assistant.answers.english_figures import english_cell
from assistant.models import Language
from assistant.page.interface import texts
from corpus.glossary import load_glossary
from corpus.models import Figure, Kind, Part
from corpus.outline import section_at
from corpus.store import Store
from corpus.units import split_unit

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula's beginning


@dataclass(frozen=True)
class Row:
    """A figure with where it stands."""

    figure: Figure
    part: Part
    section: tuple[str, ...]
    clause: str  # what the report says, in its own words


class Order(StrEnum):
    """What rows are put in order by."""

    REPORT = "report"  # as they stand in it
    INDICATOR = "indicator"
    VALUE = "value"  # the greatest first, units apart
    YEAR = "year"  # the latest first


@dataclass(frozen=True)
class Choice:
    """Which rows are wanted, and in which order."""

    words: str = ""  # each occurs, in any case, in the name, figure, place or clause
    kind: Kind | None = None
    year: int | None = None
    part: Part | None = None
    order: Order = Order.REPORT


def table_rows(store: Store, reports: Iterable[str]) -> list[Row]:
    """All figures of some reports, in reading order.

    Raises:
        CorpusError: a report is not held.
    """
    rows: list[Row] = []
    for identifier in reports:
        report = store.get(identifier)
        for figure in store.figures(identifier):
            section = section_at(report.sections, figure.start)
            part = section.part if section else Part.OPENING
            clause = report.text[figure.clause_start : figure.clause_end].replace("\n", " ")
            rows.append(Row(figure, part, section.path if section else (), clause))
    return rows


def choose_rows(rows: list[Row], choice: Choice) -> list[Row]:
    """The rows that fit a choice, in its order."""
    wanted = choice.words.lower().split()
    chosen = [
        row
        for row in rows
        if (choice.kind is None or row.figure.kind is choice.kind)
        and (choice.year is None or row.figure.year == choice.year)
        and (choice.part is None or row.part is choice.part)
        and all(word in _searched(row) for word in wanted)
    ]
    key = _ORDERS[choice.order]
    return sorted(chosen, key=key) if key else chosen


def years_of(rows: list[Row]) -> list[int]:
    """The years that the figures speak of, the latest first."""
    return sorted({row.figure.year for row in rows if row.figure.year}, reverse=True)


def shown_table(rows: list[Row], language: Language) -> pd.DataFrame:
    """The rows as the page shows them; the last two columns say where a row stands."""
    said = texts(language)
    names = ["indicator", "figure", "measure", "kind", "year", "scope", "part"]
    cells = [
        [
            _name(row.figure, language),
            english_cell(row.figure) if language is Language.EN else row.figure.text,
            said[f"measure_{row.figure.measure.value}"],
            said[f"kind_{row.figure.kind.value}"],
            str(row.figure.year or ""),
            row.figure.scope or "",
            said[f"part_{row.part.value}"],
            f"{row.figure.start}–{row.figure.end}",
            row.figure.report,
        ]
        for row in rows
    ]
    headers = [said[name] for name in (*names, "position", "report")]
    return pd.DataFrame(cells, columns=headers)


def csv_table(rows: list[Row]) -> bytes:
    """The rows as CSV in UTF-8 with a byte order mark, which Excel needs to read Chinese."""
    return str(_full_table(rows).to_csv(index=False)).encode("utf-8-sig")


def excel_table(rows: list[Row]) -> bytes:
    """The rows as an Excel file."""
    written = BytesIO()
    with pd.ExcelWriter(written, engine="openpyxl") as writer:
        _full_table(rows).to_excel(writer, sheet_name="figures", index=False)
        sheet = writer.sheets["figures"]
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
        for letter, width in (("A", 24), ("B", 28), ("K", 14), ("M", 16), ("Q", 40), ("R", 60)):
            sheet.column_dimensions[letter].width = width
    return written.getvalue()


def _name(figure: Figure, language: Language) -> str:
    """The indicator's name, in English with the report's own name behind where it is known."""
    english = load_glossary().english(figure.indicator) if language is Language.EN else None
    return f"{english} ({figure.indicator})" if english else figure.indicator


def _searched(row: Row) -> str:
    figure = row.figure
    names = (_name(figure, Language.EN), figure.indicator, figure.scope or "")
    return " ".join((*names, figure.text, english_cell(figure), row.clause)).lower()


def _by_value(row: Row) -> tuple[str, Decimal]:
    figure = row.figure
    multiple, unit = split_unit(figure.unit)
    value = figure.value if figure.value is not None else figure.high
    return unit, -multiple * (value or Decimal(0))


_ORDERS: dict[Order, Callable[[Row], Any] | None] = {
    Order.REPORT: None,
    Order.INDICATOR: lambda row: row.figure.indicator,
    Order.VALUE: _by_value,
    Order.YEAR: lambda row: -(row.figure.year or 0),
}


def _full_table(rows: list[Row]) -> pd.DataFrame:
    """Every field of the figures under its name, then part, section and clause."""
    names = list(Figure.model_fields)
    records: list[dict[str, Any]] = []
    for row in rows:
        record = row.figure.model_dump(mode="json")
        record |= {"part": row.part.value, "section": " › ".join(row.section)}
        record["clause"] = row.clause
        records.append({key: _safe(value) for key, value in record.items()})
    return pd.DataFrame(records, columns=[*names, "part", "section", "clause"])


def _safe(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, made a text again by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
