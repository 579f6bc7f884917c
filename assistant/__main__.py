"""Command line: ``python -m assistant ask|verify``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from tqdm import tqdm

from assistant.assistant import Request, open_assistant
from assistant.models import Answer, Language
from assistant.verify import verify
from assistant.verifying.verification import Verdict, Verification
from corpus.command import run
from corpus.lines import numbered_lines
from corpus.loading import read_text
from corpus.models import CorpusError
from corpus.store import open_store

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Asks the reports.")
Json = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]
Batch = Annotated[Path | None, typer.Option(help="A file of JSON, one object a line.")]


@app.callback()
def main() -> None:
    """Asks the reports."""


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="In Chinese or English.")] = None,
    report: Annotated[str | None, typer.Option(help="Ask only this report.")] = None,
    language: Annotated[Language | None, typer.Option(help="Of the answer.")] = None,
    batch: Batch = None,
    as_json: Json = False,
) -> None:
    """Answer a question, or a file of them, from the reports."""
    if (question is None) == (batch is None):
        raise CorpusError("give either a question or --batch FILE")
    assistant = open_assistant()
    if report:
        assistant.store.get(report)
    if question is not None:
        asked = Request(question=question, report=report, language=language)
        _print(assistant.invoke(asked), as_json)
        return
    assert batch is not None
    rows = list(_rows(batch, "question"))
    for row in tqdm(rows, desc="asking", unit="question", disable=len(rows) < 2):
        asked = _request(batch, row, report, language)
        answer = assistant.invoke(asked).model_dump(mode="json")
        print(json.dumps({"id": row["id"], "answer": answer}, ensure_ascii=False), flush=True)


@app.command("verify")
def verify_command(
    claim: Annotated[str | None, typer.Argument(help="A claim, in Chinese or English.")] = None,
    file: Annotated[
        Path | None, typer.Option(help="An article: .txt, .md, .html, .pdf or .docx.")
    ] = None,
    report: Annotated[str | None, typer.Option(help="Check against this report only.")] = None,
    batch: Batch = None,
    as_json: Json = False,
) -> None:
    """Check each figure of a claim, of an article, or of a file of claims against the reports."""
    if sum(one is not None for one in (claim, file, batch)) != 1:
        raise CorpusError("give a claim, --file PATH or --batch FILE, and only one of them")
    store = open_store()
    if report:
        store.get(report)
    if batch is None:
        text = claim if claim is not None else read_text(file or Path())
        _print_verification(verify(text, store, report), as_json)
        return
    rows = list(_rows(batch, "claim"))
    for row in tqdm(rows, desc="checking", unit="claim", disable=len(rows) < 2):
        try:
            found = verify(row["claim"], store, row.get("report") or report)
        except CorpusError as error:
            raise CorpusError(f"{batch}, id {row['id']}: {error}") from error
        line = {"id": row["id"], "verification": found.model_dump(mode="json")}
        print(json.dumps(line, ensure_ascii=False), flush=True)


_MARKS = {
    Verdict.SUPPORTED: ("✓", "green"),
    Verdict.CONTRADICTED: ("✗", "red"),
    Verdict.NOT_IN_REPORT: ("?", "yellow"),
}


def _print_verification(found: Verification, as_json: bool) -> None:
    """Each figure with its verdict, what to know of it, and the report's words."""
    if as_json:
        print(json.dumps(found.model_dump(mode="json"), ensure_ascii=False))
        return
    console = Console(highlight=False)
    counts = Counter(check.verdict for check in found.checks)
    told = ", ".join(f"{counts[one]} {one.value}" for one in Verdict if counts[one])
    console.print(Text(f"{found.verdict.value} ({told})", style="bold"))
    for check in found.checks:
        sign, style = _MARKS[check.verdict]
        name = f"  {check.indicator}" if check.indicator else ""
        console.print(Text.assemble((f"{sign} ", style), (check.text, "bold"), name))
        console.print(Padding(Text(check.explanation), (0, 0, 0, 4)))
        if check.citation:
            one = check.citation
            place = f"{one.report} {one.start}-{one.end} · {' › '.join(one.section)}"
            console.print(Padding(Text(f"{place}\n“{one.quote}”", style="dim"), (0, 0, 0, 4)))


def _print(answer: Answer, as_json: bool) -> None:
    if as_json:
        print(json.dumps(answer.model_dump(mode="json"), ensure_ascii=False))
        return
    print(answer.text)
    for citation in answer.citations:
        print(f"  [{citation.marker}] {citation.report} · {' › '.join(citation.section)}")
        print(f"      {citation.start}-{citation.end}: {citation.quote}")


def _rows(path: Path, field: str) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines.

    Raises:
        CorpusError: names the file and line that is malformed.
    """
    for number, line in numbered_lines(path):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise CorpusError(f"{path}, line {number}: is no JSON ({error.msg})") from error
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get(field), str):
            raise CorpusError(f'{path}, line {number}: needs "id" and a string "{field}"')
        yield row


def _request(
    path: Path, row: dict[str, Any], report: str | None, language: Language | None
) -> Request:
    try:
        return Request(
            question=row["question"],
            report=row.get("report") or report,
            language=row.get("language") or language,
            history=tuple(row.get("history") or ()),
        )
    except ValidationError as error:
        raise CorpusError(f"{path}, id {row['id']}: {error.errors()[0]['msg']}") from error


if __name__ == "__main__":
    run(app)
