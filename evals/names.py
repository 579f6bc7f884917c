"""Whether indicators are found by their usual names: ``python -m evals.names``.

Each name of a curated list is asked for in every report that gives the indicator's figure of the
last year, so that no report's own wording is preferred.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.assistant import Assistant
from assistant.evidence.knowledge import Knowledge, prepare
from assistant.evidence.names import folded_name
from assistant.models import Language
from corpus.command import run
from corpus.glossary import load_glossary
from corpus.models import CorpusError, Frozen, Kind
from corpus.settings import ROOT
from corpus.store import open_store
from index.retriever import Mode, open_index

NAMES = ROOT / "evals" / "usual_names.jsonl"


class UsualNames(Frozen):
    """An indicator of the glossary with what people ask for it by, in one language."""

    indicator: str
    language: Language
    names: tuple[str, ...]


class Asked(Frozen):
    """A name asked for in a report, and whether a figure of the indicator was shown."""

    report: str
    indicator: str
    language: Language
    question: str
    found: bool


def load_names() -> list[UsualNames]:
    """The curated list."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return [UsualNames.model_validate_json(line) for line in lines]


def ask_names(assistant: Assistant, report: str, names: list[UsualNames]) -> Iterator[Asked]:
    """Ask for last year's figures of a report by each name of the indicators that it gives.

    Args:
        assistant: over a store with the report.
        report: its id.
        names: what to ask for.

    Raises:
        CorpusError: the report is not held.
    """
    knowledge = prepare(assistant.store, report)
    year = knowledge.report.year
    if year is None:
        return
    for usual in names:
        starts = _given(knowledge, usual.indicator, year - 1)
        for name in usual.names if starts else ():
            question = _question(name, usual.language, year - 1)
            answer = assistant.invoke({"question": question, "report": report})
            yield Asked(
                report=report,
                indicator=usual.indicator,
                language=usual.language,
                question=question,
                found=any(figure.start in starts for figure in answer.figures),
            )


def _given(knowledge: Knowledge, indicator: str, year: int) -> set[int]:
    """Where the report gives the indicator's figures of a year, of the whole place."""
    term = load_glossary().by_zh(indicator)
    spelled = {indicator, *(term.zh_aliases if term else ())}
    names = {folded_name(one) for one in spelled}
    return {
        entry.figure.start
        for entry in knowledge.figures
        if entry.name in names
        and entry.figure.year == year
        and entry.figure.scope is None
        and entry.figure.kind is not Kind.TARGET
    }


def _question(name: str, language: Language, year: int) -> str:
    if language is Language.ZH:
        return f"{year}年{name}？"
    asked = name.rstrip("?") if name.endswith("?") else f"What was the {name}"
    return f"{asked} in {year}?"


app = typer.Typer(add_completion=False, help="Asks for indicators by their usual names.")


@app.command()
def main(
    misses: Annotated[bool, typer.Option(help="Print each name that found nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The shares as JSON.")] = False,
) -> None:
    """Print the share of names that find the figure, over all reports held, by language."""
    store = open_store()
    if not store.ids():
        raise CorpusError("no report is held; add one with: python -m corpus add FILE")
    assistant, names = Assistant(store, open_index(store), Mode.LEXICAL), load_names()
    reports = track(store.ids(), "asking", console=Console(stderr=True), transient=True)
    rows = [row for report in reports for row in ask_names(assistant, report, names)]
    shares = {
        language.value: {
            "asked": len(own),
            "found": sum(row.found for row in own) / len(own) if own else None,
        }
        for language in Language
        for own in [[row for row in rows if row.language is language]]
    }
    if as_json:
        print(json.dumps(shares))
        return
    table = Table("", "asked", "found")
    for language, share in shares.items():
        found = share["found"]
        table.add_row(language, str(share["asked"]), "–" if found is None else f"{found:.3f}")
    Console().print(table)
    for row in rows if misses else ():
        if not row.found:
            print(f"{row.report}: {row.question} ({row.indicator})")


if __name__ == "__main__":
    run(app)
