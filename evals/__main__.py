"""Command line: ``python -m evals``: scores systems on questions, side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from tqdm import tqdm

from corpus.command import run
from corpus.models import CorpusError
from corpus.settings import ROOT
from corpus.store import open_store
from evals.dataset import load_questions
from evals.scores import Outcome, grouped, judge, score
from evals.systems import open_systems

QUESTIONS = ROOT / "evals" / "questions" / "heldout.jsonl"
SYSTEMS = "hybrid,dense,lexical,langchain-tutorial"
app = typer.Typer(add_completion=False, help="Scores systems on questions.")


@app.command()
def main(
    questions: Annotated[Path, typer.Option(help="A file of questions.")] = QUESTIONS,
    systems: Annotated[str, typer.Option(help="Names, with commas between.")] = SYSTEMS,
    out: Annotated[Path, typer.Option(help="Folder for scores and answers.")] = Path("out"),
    as_json: Annotated[bool, typer.Option("--json", help="The scores as JSON.")] = False,
) -> None:
    """Score systems on a question file; write scores.json and answers.jsonl."""
    asked = load_questions(questions)
    if not asked:
        raise CorpusError(f"{questions}: holds no question")
    store = open_store()
    unknown = {one.report for one in asked if one.report} - set(store.ids())
    if unknown:
        raise CorpusError(
            f"{questions}: asks about {', '.join(sorted(unknown))}, which is not held"
        )
    out.mkdir(parents=True, exist_ok=True)
    scores: dict[str, dict[str, Any]] = {}
    with (out / "answers.jsonl").open("w", encoding="utf-8") as file:
        for system in open_systems([name.strip() for name in systems.split(",")], store):
            bar = tqdm(asked, desc=system.name, unit="question")
            outcomes = [judge(system, store, question) for question in bar]
            for one in outcomes:
                file.write(json.dumps(_row(system.name, one), ensure_ascii=False) + "\n")
            groups = {"all": list(outcomes)}
            groups |= grouped(outcomes, lambda question: question.language)
            groups |= grouped(outcomes, lambda question: question.type)
            scores[system.name] = {
                name: score(system, store, rows).as_row() for name, rows in groups.items()
            }
    (out / "scores.json").write_text(json.dumps(scores, indent=1), encoding="utf-8")
    if as_json:
        print(json.dumps(scores, ensure_ascii=False))
    else:
        _print(scores)


def _row(system: str, one: Outcome) -> dict[str, Any]:
    return {
        "system": system,
        "id": one.question.id,
        "type": one.question.type,
        "figure_right": one.figure_right,
        "wrong_figures": one.wrong_figures,
        "answer_right": one.answer_right,
        "citations_right": one.citations_right,
        "answer": one.answer.model_dump(mode="json"),
    }


def _print(scores: dict[str, dict[str, Any]]) -> None:
    console = Console()
    for group in next(iter(scores.values())):
        table = Table(title=group, title_justify="left")
        table.add_column("")
        for name in scores:
            table.add_column(name, justify="right")
        for field in next(iter(scores.values()))[group]:
            table.add_row(field, *(_shown(scores[name][group].get(field)) for name in scores))
        console.print(table)


def _shown(value: float | int | None) -> str:
    if value is None:
        return "–"
    return (
        str(value) if isinstance(value, int) else f"{value:.3f}" if value <= 1 else f"{value:.1f}"
    )


if __name__ == "__main__":
    run(app)
