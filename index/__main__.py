"""Command line: ``python -m index build|search|status``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.command import run
from corpus.lines import numbered_lines
from corpus.models import CorpusError
from corpus.store import open_store
from index.retriever import Hit, Index, Mode, open_index

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Finds passages.")
Json = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]


class Query(BaseModel):
    """A line of a batch."""

    model_config = ConfigDict(frozen=True)

    id: str | int
    query: str


@app.command("build")
def build_index(
    rebuild: Annotated[bool, typer.Option(help="Embed all texts anew.")] = False,
) -> None:
    """Bring the index up to date with the corpus; only what changed is embedded."""
    built = open_index(open_store()).build(rebuild=rebuild)
    print(
        f"{built.reports} reports, {built.passages} passages: {built.embedded} texts embedded, "
        f"{built.reused} passages as they were, {built.removed} rows removed"
    )


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(help="A question, or words.")] = None,
    batch: Annotated[Path | None, typer.Option(help='A file with {"id", "query"} a line.')] = None,
    k: Annotated[int, typer.Option("-k", help="Passages at most.")] = 10,
    mode: Annotated[Mode, typer.Option(help="What to go by.")] = Mode.HYBRID,
    report: Annotated[str | None, typer.Option(help="Only this report's passages.")] = None,
    as_json: Json = False,
) -> None:
    """Find passages, best first."""
    if (query is None) == (batch is None):
        raise CorpusError("give a query, or a file of them with --batch, and not both")
    if k < 1:
        raise CorpusError(f"-k is {k}; ask for at least 1 passage")
    # Read before the model is loaded, so that a bad line is told at once.
    queries = list(_queries(batch)) if batch else []
    index = open_index(open_store())
    if query is not None:
        for hit in index.search(query, k, mode, report):
            _print(_row(hit), as_json)
    for one in queries:
        _print_results(one, index, k, mode, report, as_json)


@app.command()
def status(as_json: Json = False) -> None:
    """Tell what the index holds and whether it is up to date."""
    held = open_index(open_store()).status().model_dump(mode="json")
    if as_json:
        print(json.dumps(held, ensure_ascii=False))
    else:
        for name, value in held.items():
            print(f"{name.replace('_', ' ')}: {value}")


def _queries(path: Path) -> Iterator[Query]:
    for number, line in numbered_lines(path):
        try:
            one = Query.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise CorpusError(
                f"{path}, line {number}: {where + ': ' if where else ''}{first['msg']}; write "
                'each line as {"id": "1", "query": "…"}'
            ) from error
        if not one.query.strip():
            raise CorpusError(f"{path}, line {number}: the query is empty")
        yield one


def _print_results(
    one: Query, index: Index, k: int, mode: Mode, report: str | None, as_json: bool
) -> None:
    rows = [_row(hit) for hit in index.search(one.query, k, mode, report)]
    if as_json:
        print(json.dumps({"id": one.id, "results": rows}, ensure_ascii=False))
    else:
        print(f"# {one.id}: {one.query}")
        for row in rows:
            _print(row, as_json)
    sys.stdout.flush()


def _row(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": hit.score,
        "report": passage.report,
        "section": list(passage.section),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _print(row: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print(json.dumps(row, ensure_ascii=False))
    else:
        path = " › ".join(row["section"])
        print(f"{row['rank']:2}  {row['score']:.4f}  {row['report']}  {path}")
        print(f"    {' '.join(row['text'].split())}")


if __name__ == "__main__":
    run(app)
