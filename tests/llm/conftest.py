"""An assistant whose answers a scripted server writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.writing.writing import open_writer
from corpus.settings import Settings
from corpus.store import Store
from index.retriever import Index, open_index
from tests.llm.server import Asked, Behaviour, Reply, ScriptedServer

GOOD = Path(__file__).parent / "good.jsonl"
GOOD_ELSEWHERE = Path(__file__).parent / "good_elsewhere.jsonl"
_ANCHOR = re.compile(r"\[@([^\]]+)\]")


@dataclass(frozen=True)
class GoodAnswer:
    """What a good model writes; an anchor [@text] stands for the passage that has the text."""

    question: str
    answer: str

    def written(self, asked: Asked) -> str:
        """Its sentences, less those whose passage the model isn't given."""
        told = _ANCHOR.sub(lambda match: f"[{asked.number_of(match[1])}]", self.answer)
        parts = re.findall(r".*?(?:。|\.(?: |$))", told)
        return "".join(part for part in parts if "[98]" not in part) or "NOT_IN_REPORT"


def good_answers(report: str | None = None) -> list[GoodAnswer]:
    """Those on the shipped report, or on another one, by the name of its file."""
    path = GOOD if report is None else GOOD_ELSEWHERE
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        GoodAnswer(row["question"], row["answer"]) for row in rows if row.get("report") == report
    ]


def good_model(asked: Asked) -> Reply:
    """Answers as the file says; what it is asked to put right it can't put better."""
    if asked.is_repair:
        return Reply("NOT_IN_REPORT")
    found = next(one for one in good_answers() if one.question == asked.question)
    return Reply(found.written(asked))


@pytest.fixture(scope="session")
def index(store: Store) -> Index:
    return open_index(store)


Play = Callable[..., Assistant]


@pytest.fixture
def play(store: Store, index: Index) -> Iterator[Play]:
    """An assistant over the shipped report with a model of some behaviour."""
    with ExitStack() as stack:

        def start(behaviour: Behaviour, **settings: object) -> Assistant:
            server = stack.enter_context(ScriptedServer(behaviour))
            fields = {"llm_base_url": server.base_url, "llm_model": "scripted", **settings}
            assistant = Assistant(store, index, writer=open_writer(Settings(**fields)))  # type: ignore[arg-type]
            assistant.server = server  # type: ignore[attr-defined]
            return assistant

        yield start
