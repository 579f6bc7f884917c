"""Golden figure tables, made by reading a report, and the score of an extractor against them.

``python -m evals.golden`` prints the scores of all tables, ``--misses`` each difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.table import Table

from corpus.command import run
from corpus.figures import extract_figures
from corpus.models import CorpusError, Figure, Kind, Measure, Number, Qualifier
from corpus.report import load_report
from corpus.settings import ROOT
from corpus.store import SHIPPED

REPORTS = (SHIPPED, ROOT / "tests" / "reports")
"""Folders that hold the reports of the tables."""

GOLDEN = Path(__file__).parent / "golden"
"""One table a report, named after the report's id."""

FIELDS = ("indicator", "kind", "year", "qualifier", "measure", "scope")
"""What is compared once a figure is found; the rest is what it is found by."""

# A name's wording may differ from the report's in these without naming another thing.
_IDLE = str.maketrans("", "", " 的“”‘’\"'　")


class GoldenFigure(BaseModel):
    """One figure as a reader lists it. Fields as in Figure, and other fair names of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    indicator: str
    value: Number | None
    low: Number | None
    high: Number | None
    unit: str
    qualifier: Qualifier
    measure: Measure
    kind: Kind
    year: int | None
    scope: str | None
    text: str
    start: int
    end: int
    also: tuple[str, ...] = ()  # names that a careful reader may give it as well


class Miss(BaseModel):
    """One difference between a golden figure and the extracted one it was matched with."""

    model_config = ConfigDict(frozen=True)

    field: str
    start: int
    text: str
    golden: str
    found: str


class Scores(BaseModel):
    """How an extractor's figures compare with a golden table. All shares run from 0 to 1."""

    model_config = ConfigDict(frozen=True)

    golden: int  # rows of the table
    found: int  # figures of the extractor
    matched: int
    fields: dict[str, float]  # share of the matched figures with the field right
    strict_indicator: float  # as `fields["indicator"]`, by the table's first name, verbatim
    exact_span: float  # share of the matched figures with the very same span
    misses: tuple[Miss, ...]
    missed: tuple[GoldenFigure, ...]  # that the extractor doesn't have
    invented: tuple[Figure, ...]  # that the table doesn't have

    @property
    def recall(self) -> float:
        """Share of the golden figures found; 1 where there are none."""
        return _share(self.matched, self.golden)

    @property
    def precision(self) -> float:
        """Share of the extractor's figures that the table has; 1 where there are none."""
        return _share(self.matched, self.found)


def load_golden(report: str, folder: Path = GOLDEN) -> tuple[GoldenFigure, ...]:
    """The golden table of a report, in document order.

    Args:
        report: a report's id, the stem of the table's name.
        folder: where the tables stand.

    Raises:
        FileNotFoundError: no table of this report.
        pydantic.ValidationError: a row isn't a golden figure.
    """
    lines = (folder / f"{report}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line, parse_float=Decimal) for line in lines if line.strip())
    return tuple(GoldenFigure.model_validate(row) for row in rows)


def score(golden: Sequence[GoldenFigure], found: Sequence[Figure]) -> Scores:
    """Score an extractor field by field.

    A figure matches a golden row of the same value (or range) and unit whose span it
    overlaps; each row and each figure matches once. Where several rows share a span
    ("办复率和满意率均达到100%"), the pair with the same indicator is taken.

    Args:
        golden: the table of one report.
        found: what the extractor found in the same canonical text.
    """
    pairs = _match(golden, found)
    matched_rows = {row for row, _ in pairs}
    matched_figures = {figure for _, figure in pairs}
    misses = tuple(
        miss for row, figure in sorted(pairs) for miss in _misses(golden[row], found[figure])
    )
    wrong = {field: sum(miss.field == field for miss in misses) for field in FIELDS}
    both = [(golden[row], found[figure]) for row, figure in pairs]
    return Scores(
        golden=len(golden),
        found=len(found),
        matched=len(pairs),
        fields={field: _share(len(pairs) - wrong[field], len(pairs)) for field in FIELDS},
        strict_indicator=_share(sum(g.indicator == f.indicator for g, f in both), len(both)),
        exact_span=_share(sum((g.start, g.end) == (f.start, f.end) for g, f in both), len(both)),
        misses=misses,
        missed=tuple(row for at, row in enumerate(golden) if at not in matched_rows),
        invented=tuple(one for at, one in enumerate(found) if at not in matched_figures),
    )


def shares(scores: Scores) -> dict[str, float]:
    """Each share by its name, as it is printed."""
    return {
        "recall": scores.recall,
        "precision": scores.precision,
        **scores.fields,
        "indicator (strict)": scores.strict_indicator,
        "exact span": scores.exact_span,
    }


def describe(scores: Scores) -> str:
    """The scores and each difference as lines of text, for a reader who looks for the cause."""
    lines = [f"{scores.golden} golden, {scores.found} found, {scores.matched} matched"]
    lines += [f"{name:20}{value:.3f}" for name, value in shares(scores).items()]
    lines += [f"missed   {row.start} {row.text} {row.indicator}" for row in scores.missed]
    lines += [f"invented {one.start} {one.text} {one.indicator}" for one in scores.invented]
    lines += [
        f"{miss.field:9}{miss.start} {miss.text}: {miss.golden} <> {miss.found}"
        for miss in scores.misses
    ]
    return "\n".join(lines)


def same_indicator(golden: GoldenFigure, name: str) -> bool:
    """Whether a name is one of a golden figure's, but for 的, spaces and quotes."""
    return name.translate(_IDLE) in {one.translate(_IDLE) for one in _names(golden)}


def _names(golden: GoldenFigure) -> Iterable[str]:
    return (golden.indicator, *golden.also)


def _match(golden: Sequence[GoldenFigure], found: Sequence[Figure]) -> list[tuple[int, int]]:
    candidates = [
        (not same_indicator(row, figure.indicator), at_row, at_figure)
        for at_row, row in enumerate(golden)
        for at_figure, figure in enumerate(found)
        if _same_quantity(row, figure)
    ]
    pairs: list[tuple[int, int]] = []
    rows: set[int] = set()
    figures: set[int] = set()
    for _, row, figure in sorted(candidates):
        if row not in rows and figure not in figures:
            pairs.append((row, figure))
            rows.add(row)
            figures.add(figure)
    return pairs


def _same_quantity(golden: GoldenFigure, figure: Figure) -> bool:
    overlap = golden.start < figure.end and figure.start < golden.end
    same = (golden.value, golden.low, golden.high) == (figure.value, figure.low, figure.high)
    return overlap and same and golden.unit == figure.unit


def _misses(golden: GoldenFigure, figure: Figure) -> list[Miss]:
    wrong = [] if same_indicator(golden, figure.indicator) else ["indicator"]
    others = (field for field in FIELDS if field != "indicator")
    wrong += [field for field in others if getattr(golden, field) != getattr(figure, field)]
    return [
        Miss(
            field=field,
            start=golden.start,
            text=golden.text,
            golden=str(getattr(golden, field)),
            found=str(getattr(figure, field)),
        )
        for field in wrong
    ]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def score_report(identifier: str) -> Scores:
    """Extract a report's figures anew and score them.

    Raises:
        CorpusError: there is no golden table, or no report, of this id.
    """
    files = [file for folder in REPORTS for file in folder.glob(f"{identifier}.*")]
    report = next((file for file in files if file.suffix != ".toml"), None)
    if report is None or not (GOLDEN / f"{identifier}.jsonl").is_file():
        held = ", ".join(sorted(path.stem for path in GOLDEN.glob("*.jsonl")))
        raise CorpusError(f"no golden table with its report for {identifier!r}; there are: {held}")
    return score(load_golden(identifier), extract_figures(load_report(report, identifier)))


app = typer.Typer(add_completion=False, help="Scores the extraction of figures.")


@app.command()
def main(
    reports: Annotated[list[str] | None, typer.Argument(help="Ids; all unless given.")] = None,
    misses: Annotated[bool, typer.Option(help="Print each difference.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The shares as JSON.")] = False,
) -> None:
    """Score the extractor against the golden tables, field by field."""
    names = reports or sorted(path.stem for path in GOLDEN.glob("*.jsonl"))
    found = {name: score_report(name) for name in names}
    if as_json:
        print(json.dumps({name: shares(one) for name, one in found.items()}, ensure_ascii=False))
        return
    table = Table("", *found)
    table.add_row("figures in the table", *(str(one.golden) for one in found.values()))
    for field in shares(next(iter(found.values()))):
        table.add_row(field, *(f"{shares(one)[field]:.3f}" for one in found.values()))
    Console().print(table)
    if misses:
        for name, one in found.items():
            print(f"{name}: {describe(one)}")


if __name__ == "__main__":
    run(app)
