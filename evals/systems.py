"""The systems that are compared: ours with each way of retrieval, and the plain tutorial."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import chromadb
from chromadb.config import Settings as ChromaSettings
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Citation, Status, Turn
from assistant.questions.question import language_of
from assistant.writing.writing import Writer, open_writer
from corpus.models import CorpusError
from corpus.settings import get_settings
from corpus.store import Store
from evals.dataset import Question
from index.retriever import Index, Mode, open_index

MODEL = "llm:"  # before the name of a model that the server of the settings has
DEPTH = 5  # passages that retrieval is scored on


@dataclass(frozen=True)
class Retrieved:
    """A stretch of a report that a system retrieved."""

    id: str
    report: str
    start: int
    end: int


class System(Protocol):
    """What is scored: retrieval and answers."""

    name: str

    def ask(self, question: Question) -> Answer:
        """The answer to a question."""

    def retrieve(self, question: Question) -> list[Retrieved]:
        """The passages for a question, best first, `DEPTH` at most."""

    def stretches(self, report: str) -> list[Retrieved]:
        """All that could be retrieved from a report."""


class OurSystem:
    """The assistant, its retrieval by one mode, its answers extractive or a model's."""

    def __init__(
        self, store: Store, index: Index, mode: Mode, writer: Writer | None = None
    ) -> None:
        self.name = f"{MODEL}{writer.name}" if writer else mode.value
        self._store = store
        self._assistant = Assistant(store, index, mode, writer)

    def ask(self, question: Question) -> Answer:
        """The assistant's answer."""
        return self._assistant.invoke(_request(question))

    def retrieve(self, question: Question) -> list[Retrieved]:
        """The passages that the assistant searches, a follow-up's for what it means."""
        hits = self._assistant.search(_request(question), DEPTH)
        return [
            Retrieved(hit.passage.id, hit.passage.report, hit.passage.start, hit.passage.end)
            for hit in hits
        ]

    def stretches(self, report: str) -> list[Retrieved]:
        """The report's passages."""
        return [
            Retrieved(one.id, one.report, one.start, one.end)
            for one in self._store.passages(report)
        ]


class TutorialSystem:
    """What LangChain's tutorial builds: chunks of 500, Chroma, top 4, the best one the answer."""

    name = "langchain-tutorial"

    def __init__(self, store: Store, index: Index) -> None:
        self._store = store
        splitter = RecursiveCharacterTextSplitter(
            chunk_size=500, chunk_overlap=50, add_start_index=True
        )
        self._chunks: list[Document] = []
        for report in store.reports():
            document = Document(page_content=report.text, metadata={"report": report.id})
            self._chunks += splitter.split_documents([document])
        client = chromadb.EphemeralClient(ChromaSettings(anonymized_telemetry=False))
        self._chroma = Chroma(
            client=client, collection_name="tutorial", embedding_function=index.embeddings
        )
        self._chroma.add_documents(self._chunks)

    def ask(self, question: Question) -> Answer:
        """The best chunk, whatever was asked."""
        started = time.perf_counter()
        best = self.retrieve(question)[0]
        text = self._store.get(best.report).text[best.start : best.end]
        citation = Citation(
            marker=1, report=best.report, section=(), start=best.start, end=best.end, quote=text
        )
        return Answer(
            question=question.question,
            language=language_of(question.question),
            status=Status.ANSWERED,
            text=f"{text}[1]",
            citations=(citation,),
            answered_by="tutorial",
            elapsed_ms=(time.perf_counter() - started) * 1000,
        )

    def retrieve(self, question: Question) -> list[Retrieved]:
        """The four nearest chunks."""
        found = self._chroma.similarity_search(
            question.question, k=4, filter={"report": question.report} if question.report else None
        )
        return [_retrieved(document) for document in found]

    def stretches(self, report: str) -> list[Retrieved]:
        """The report's chunks."""
        return [_retrieved(one) for one in self._chunks if one.metadata["report"] == report]


def _request(question: Question) -> Request:
    turns = tuple(Turn.model_validate(turn) for turn in question.history)
    return Request(question=question.question, report=question.report, history=turns)


def _retrieved(document: Document) -> Retrieved:
    start = int(document.metadata["start_index"])
    report = str(document.metadata["report"])
    end = start + len(document.page_content)
    return Retrieved(f"{report}:{start}-{end}", report, start, end)


def open_systems(names: list[str], store: Store) -> list[System]:
    """The systems of these names, over the reports of a store.

    Raises:
        CorpusError: a name that there is no system of.
    """
    index = open_index(store)
    index.ensure_current()
    makers: dict[str, Callable[[], System]] = {
        mode.value: (lambda mode=mode: OurSystem(store, index, mode))  # type: ignore[misc]
        for mode in Mode
    }
    makers[TutorialSystem.name] = lambda: TutorialSystem(store, index)
    for name in names:
        if name.startswith(MODEL):
            writer = _writer(name.removeprefix(MODEL))
            makers[name] = lambda writer=writer: OurSystem(  # type: ignore[misc]
                store, index, Mode.HYBRID, writer
            )
    unknown = [name for name in names if name not in makers]
    if unknown:
        raise CorpusError(
            f"no system {', '.join(unknown)}; there are {', '.join(makers)}, {MODEL}NAME"
        )
    return [makers[name]() for name in names]


def _writer(name: str) -> Writer:
    writer = open_writer(get_settings(), name) if name else None
    if writer is None:
        raise CorpusError(
            f"{MODEL}NAME needs a model's name and WENJU_LLM_BASE_URL, the server that has it"
        )
    return writer
