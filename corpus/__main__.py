"""Command line: ``python -m corpus add|list|remove|text|outline|figures``."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from tqdm import tqdm

from corpus.command import run
from corpus.loading import READERS
from corpus.models import CorpusError, Figure, Report
from corpus.store import Store, open_store

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Holds reports.")
Json = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]


class Format(StrEnum):
    """How the figures are printed."""

    table = "table"
    csv = "csv"
    json = "json"


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders of reports.")],
    identifier: Annotated[str | None, typer.Option("--id", help="Id of the one report.")] = None,
    as_json: Json = False,
) -> None:
    """Add reports: .txt, .md, .html, .pdf, .docx files, or folders of them."""
    files, failures = _files(paths)
    if identifier and len(files) > 1:
        raise CorpusError("--id names one report, but several files were given; add them singly")
    store = open_store()
    for path in tqdm(files, desc="reading", unit="report", disable=len(files) < 2):
        try:
            report = store.add(path, identifier)
        except CorpusError as error:
            failures.append(str(error))
            continue
        _print(summary(store, report), as_json, lambda row: "  ".join(f"{v}" for v in row.values()))
    if failures:
        raise CorpusError("; ".join(failures))


@app.command("list")
def list_reports(as_json: Json = False) -> None:
    """List the reports held."""
    store = open_store()
    for report in store.reports():
        _print(summary(store, report), as_json, lambda row: "  ".join(f"{v}" for v in row.values()))


@app.command()
def remove(identifier: str) -> None:
    """Remove a report; its passages leave the index with the next build, and no search finds it."""
    open_store().remove(identifier)


@app.command()
def text(identifier: str) -> None:
    """Print a report's canonical text."""
    sys.stdout.write(open_store().get(identifier).text + "\n")


@app.command()
def outline(identifier: str, as_json: Json = False) -> None:
    """Print a report's section tree."""
    for section in open_store().get(identifier).sections:
        row = section.model_dump(mode="json")
        _print(row, as_json, lambda row: "  " * (row["level"] - 1) + row["number"] + row["heading"])


@app.command("figures")
def list_figures(
    report: Annotated[str | None, typer.Option(help="Only this report's.")] = None,
    form: Annotated[Format, typer.Option("--format")] = Format.table,
) -> None:
    """Print every figure found."""
    store = open_store()
    found = [one for held in ([report] if report else store.ids()) for one in store.figures(held)]
    WRITERS[form](found)


def summary(store: Store, report: Report) -> dict[str, Any]:
    """A report in a line, as the contract has it."""
    return {
        "report": report.id,
        "title": report.title,
        "year": report.year,
        "place": report.place,
        "characters": len(report.text),
        "passages": len(store.passages(report.id)),
        "figures": len(store.figures(report.id)),
    }


def _files(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    files: list[Path] = []
    failures: list[str] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in READERS)
            files.extend(inside)
            if not inside:
                failures.append(f"{path}: the folder holds no {', '.join(sorted(READERS))} file")
        else:
            files.append(path)
    return files, failures


def _print(row: dict[str, Any], as_json: bool, line: Callable[[dict[str, Any]], str]) -> None:
    print(json.dumps(row, ensure_ascii=False) if as_json else line(row))


def _rows(figures: list[Figure]) -> list[dict[str, Any]]:
    return [figure.model_dump(mode="json") for figure in figures]


def _write_json(figures: list[Figure]) -> None:
    for row in _rows(figures):
        print(json.dumps(row, ensure_ascii=False))


def _write_csv(figures: list[Figure]) -> None:
    writer = csv.DictWriter(sys.stdout, fieldnames=list(Figure.model_fields))
    writer.writeheader()
    writer.writerows(_rows(figures))


def _write_table(figures: list[Figure]) -> None:
    shown = ("indicator", "text", "measure", "kind", "year", "scope", "start")
    table = Table(*shown)
    for row in _rows(figures):
        table.add_row(*("" if row[name] is None else str(row[name]) for name in shown))
    Console().print(table)


WRITERS = {Format.table: _write_table, Format.csv: _write_csv, Format.json: _write_json}

if __name__ == "__main__":
    run(app)
