"""Command line: ``python -m evals.claims``: scores the check of claims beside a naive peer."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from pydantic import ConfigDict, Field, ValidationError
from rich.console import Console
from rich.table import Table
from tqdm import tqdm

from assistant.verify import verify
from assistant.verifying.verification import Slip, Verdict
from corpus.command import run
from corpus.lines import numbered_lines
from corpus.models import CorpusError, Frozen
from corpus.settings import ROOT
from corpus.store import Store, open_store

CLAIMS = ROOT / "evals" / "claims" / "heldout.jsonl"
"""Claims that no rule was written against: only their score is looked at."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
app = typer.Typer(add_completion=False, help="Scores the check of claims.")


class LabelledClaim(Frozen):
    """A claim about a report with the verdict that a reader of the report gives."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    claim: str = Field(min_length=1)
    language: Literal["zh", "en"]
    verdict: Verdict
    slip: Slip | None = None  # the one thing that a contradicted claim gets wrong
    report: str | None = None


class Judged(Frozen):
    """What a system says of a claim."""

    claim: LabelledClaim
    verdict: Verdict
    slips: tuple[Slip, ...]
    seconds: float


System = Callable[[LabelledClaim, Store], tuple[Verdict, tuple[Slip, ...]]]


def load_claims(path: Path) -> tuple[LabelledClaim, ...]:
    """Read a file of claims, a JSON object a line.

    Raises:
        CorpusError: the file can't be read, or a line is no claim; names file and line.
    """
    found: list[LabelledClaim] = []
    for number, line in numbered_lines(path):
        try:
            found.append(LabelledClaim.model_validate_json(line))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(str(part) for part in first["loc"])
            raise CorpusError(f"{path}, line {number}: {field}: {first['msg']}") from error
    return tuple(found)


def check_figures(claim: LabelledClaim, store: Store) -> tuple[Verdict, tuple[Slip, ...]]:
    """The system under test."""
    found = verify(claim.claim, store, claim.report)
    return found.verdict, tuple(check.slip for check in found.checks if check.slip)


def find_numbers(claim: LabelledClaim, store: Store) -> tuple[Verdict, tuple[Slip, ...]]:
    """The naive peer: supported where each number of the claim stands somewhere in a report."""
    held = (claim.report,) if claim.report else store.ids()
    numbers = _NUMBER.findall(claim.claim)
    for identifier in held:
        text = store.get(identifier).text
        if all(re.search(rf"(?<![\d.]){re.escape(one)}(?![\d.])", text) for one in numbers):
            return Verdict.SUPPORTED, ()
    return Verdict.NOT_IN_REPORT, ()


SYSTEMS: dict[str, System] = {"wenju": check_figures, "number-match": find_numbers}


def judge(
    system: System, claims: Iterable[LabelledClaim], store: Store, name: str = ""
) -> list[Judged]:
    """What a system says of each claim, and how long it took."""
    found: list[Judged] = []
    for claim in tqdm(list(claims), desc=name, unit="claim", disable=not name):
        begin = time.perf_counter()
        verdict, slips = system(claim, store)
        seconds = time.perf_counter() - begin
        found.append(Judged(claim=claim, verdict=verdict, slips=slips, seconds=seconds))
    return found


def score(judged: list[Judged]) -> dict[str, float | int | None]:
    """Accuracy, precision and recall by verdict, false "supported", and slips named right.

    Shares run from 0 to 1 and are None where nothing was to be shared; ``false_supported`` is a
    count: the claims said to be supported that are not.
    """
    scores: dict[str, float | int | None] = {
        "claims": len(judged),
        "accuracy": _share(sum(one.verdict is one.claim.verdict for one in judged), len(judged)),
    }
    for verdict in Verdict:
        said = [one for one in judged if one.verdict is verdict]
        true = [one for one in judged if one.claim.verdict is verdict]
        both = sum(one.claim.verdict is verdict for one in said)
        scores[f"{verdict.value}_precision"] = _share(both, len(said))
        scores[f"{verdict.value}_recall"] = _share(both, len(true))
    scores["false_supported"] = sum(
        one.verdict is Verdict.SUPPORTED is not one.claim.verdict for one in judged
    )
    slipped = [one for one in judged if one.claim.slip]
    scores["slip_named"] = _share(sum(one.claim.slip in one.slips for one in slipped), len(slipped))
    scores["slowest_ms"] = round(max((one.seconds for one in judged), default=0.0) * 1000)
    return scores


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def score_systems(path: Path, store: Store, progress: bool = False) -> dict[str, dict[str, Any]]:
    """The scores of all systems on a file of claims: all together, and by language."""
    claims = load_claims(path)
    if not claims:
        raise CorpusError(f"{path}: holds no claim")
    found: dict[str, dict[str, Any]] = {}
    for name, system in SYSTEMS.items():
        judged = judge(system, claims, store, name if progress else "")
        groups = {"all": judged}
        for language in ("zh", "en"):
            groups[language] = [one for one in judged if one.claim.language == language]
        found[name] = {group: score(rows) for group, rows in groups.items() if rows}
    return found


@app.command()
def main(
    claims: Annotated[Path, typer.Option(help="A file of claims.")] = CLAIMS,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also list what went wrong; not on held-out claims.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The scores as JSON.")] = False,
) -> None:
    """Score the check of claims on a file of claims with their verdicts."""
    store = open_store()
    scores = score_systems(claims, store, progress=not as_json)
    if as_json:
        print(json.dumps(scores, ensure_ascii=False))
        return
    _print(scores)
    if misses:
        for one in judge(check_figures, load_claims(claims), store):
            if one.verdict is not one.claim.verdict or one.claim.slip not in (None, *one.slips):
                said = ", ".join(one.slips)
                print(f"{one.claim.id} [{one.claim.verdict} {one.claim.slip or ''}]", end=" ")
                print(f"→ {one.verdict} {said}: {one.claim.claim}")


def _print(scores: dict[str, dict[str, Any]]) -> None:
    groups = list(next(iter(scores.values())))
    table = Table(title="claims", title_justify="left")
    table.add_column("")
    for name in scores:
        for group in groups:
            table.add_column(f"{name}\n{group}", justify="right")
    for field in scores[next(iter(scores))]["all"]:
        row = [scores[name][group][field] for name in scores for group in groups]
        table.add_row(field, *(f"{v:.3f}" if isinstance(v, float) else str(v) for v in row))
    Console().print(table)


if __name__ == "__main__":
    run(app)
