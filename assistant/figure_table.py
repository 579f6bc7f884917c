"""The figures of reports as a table: chosen by words, kind, year and part; as CSV and Excel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pandas as pd

from assistant.interface import texts
from assistant.models import Language
from corpus.models import Figure, Kind, Part
from corpus.outline import section_at
from corpus.store import Store

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula's beginning


@dataclass(frozen=True)
class Row:
    """A figure with where it stands."""

    figure: Figure
    part: Part
    section: tuple[str, ...]
    clause: str  # what the report says, in its own words


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


def choose_rows(
    rows: list[Row], words: str, kind: Kind | None, year: int | None, part: Part | None
) -> list[Row]:
    """The rows that fit: each word occurs, in any case, in the name, figure, place or clause."""
    wanted = words.lower().split()
    return [
        row
        for row in rows
        if (kind is None or row.figure.kind is kind)
        and (year is None or row.figure.year == year)
        and (part is None or row.part is part)
        and all(word in _searched(row) for word in wanted)
    ]


def years_of(rows: list[Row]) -> list[int]:
    """The years that the figures speak of, the latest first."""
    return sorted({row.figure.year for row in rows if row.figure.year}, reverse=True)


def shown_table(rows: list[Row], language: Language) -> pd.DataFrame:
    """The rows as the page shows them; the last two columns say where a row stands."""
    said = texts(language)
    names = ["indicator", "figure", "measure", "kind", "year", "scope", "part"]
    cells = [
        [
            row.figure.indicator,
            row.figure.text,
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
    return _full_table(rows).to_csv(index=False).encode("utf-8-sig")


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


def _searched(row: Row) -> str:
    figure = row.figure
    return " ".join((figure.indicator, figure.text, figure.scope or "", row.clause)).lower()


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
