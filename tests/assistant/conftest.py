"""The assistant over the shipped report, and over three more of other places, years and layouts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Turn
from corpus.settings import ROOT
from corpus.store import Store
from index.retriever import open_index

REPORTS = ROOT / "tests" / "reports"
SHIPPED = ROOT / "corpus" / "reports" / "nanchang-county-2022.txt"
Ask = Callable[..., Answer]


def open_over(folder: Path, *files: Path) -> Assistant:
    """An assistant over some reports, which are stored in a new folder."""
    store = Store(folder)
    for file in files:
        store.add(file)
    return Assistant(store, open_index(store))


def open_text(folder: Path, name: str, text: str) -> Assistant:
    """An assistant over one report, of which only the text is given."""
    (folder / name).write_text(text, encoding="utf-8")
    return open_over(folder / "store", folder / name)


def open_each(folder: Path, *names: str) -> dict[str, Assistant]:
    """An assistant over each of some reports of the tests, by its id."""
    return {name.split(".")[0]: open_over(folder / name, REPORTS / name) for name in names}


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("three"))
    store.add(SHIPPED)
    store.add(REPORTS / "yunchuan-2024.html")
    store.add(REPORTS / "qingyan-2023.docx")
    store.add(REPORTS / "tingchuan-2024.txt")
    return store


@pytest.fixture(scope="session")
def assistant(held: Store) -> Assistant:
    return Assistant(held, open_index(held))


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Ask:
    """Ask the shipped report, or another by its id; ``before`` are the questions before."""

    def asking(question: str, *before: str, report: str | None = "nanchang-county-2022") -> Answer:
        history = tuple(
            turn
            for one in before
            for turn in (Turn(role="user", content=one), Turn(role="assistant", content="…"))
        )
        return assistant.invoke(Request(question=question, report=report, history=history))

    return asking
