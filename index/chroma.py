"""Passages, vectors and metadata in Chroma, in a folder or on a server.

A client of an embedded Chroma does not see what another process writes after it was opened, and
mixes old vectors with new rows. So a collection is opened for each piece of work and closed after
it, and searches work on what they have read (see index.snapshot), not through a standing client.
"""

from __future__ import annotations

import hashlib
import json
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.api.client import Client
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings

from corpus.models import CorpusError, Part, Passage
from index.embeddings import Vectors

_T = TypeVar("_T")
_CHUNK = 500  # rows in a request: below SQLite's limit of variables and servers' of bytes
_CONNECT_SECONDS = 5.0
# Clients of one folder share state within a process.
_LOCK = RLock()


@dataclass(frozen=True)
class Place:
    """Where Chroma runs: a folder, or a server's address where one is set."""

    folder: Path
    url: str | None

    def __str__(self) -> str:
        return self.url or str(self.folder)

    @property
    def key(self) -> str:
        """Tells apart places that one home has used."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:8] if self.url else "embedded"


@dataclass(frozen=True)
class Row:
    """A passage with its vector and its id in the collection."""

    id: str
    passage: Passage
    vector: Vectors


class Rows:
    """An open collection."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def ids(self) -> list[str]:
        """Ids of all rows, also of those that no manifest lists."""
        return list(self._collection.get(include=[])["ids"])

    def read(self, ids: Sequence[str]) -> dict[str, Row]:
        """The rows with these ids, as far as they are there."""
        found: dict[str, Row] = {}
        for chunk in _chunks(ids):
            got = self._collection.get(ids=chunk, include=["embeddings", "documents", "metadatas"])
            vectors = np.asarray(got["embeddings"], dtype=np.float32)
            documents, metadatas = got["documents"] or [], got["metadatas"] or []
            for at, identifier in enumerate(got["ids"]):
                passage = _passage(documents[at], dict(metadatas[at]))
                found[identifier] = Row(identifier, passage, vectors[at])
        return found

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows, or put them in the place of those with their ids."""
        for chunk in _chunks(rows):
            self._collection.upsert(
                ids=[row.id for row in chunk],
                embeddings=np.stack([row.vector for row in chunk]),
                documents=[row.passage.text for row in chunk],
                metadatas=[_metadata(row.passage) for row in chunk],
            )

    def delete(self, ids: Sequence[str]) -> None:
        """Let go of rows."""
        for chunk in _chunks(ids):
            self._collection.delete(ids=chunk)


@contextmanager
def open_rows(place: Place, name: str, remembers: dict[str, str | int]) -> Iterator[Rows]:
    """Open a collection, made where it is missing.

    Args:
        place: where Chroma runs.
        name: of the collection.
        remembers: what the collection's metadata says of its vectors.

    Raises:
        CorpusError: the server's address is malformed, or nothing answers there.
    """
    with _LOCK:
        try:
            client = _client(place)
            try:
                yield Rows(
                    client.get_or_create_collection(
                        name,
                        metadata=cast(Any, remembers),
                        embedding_function=None,
                        # Rows stay in SQLite, whose writes are whole or not at all; a graph file
                        # that is written now and then could be left in half by a killed process.
                        configuration={
                            "hnsw": {"space": "cosine", "sync_threshold": 1_000_000_000}
                        },
                    )
                )
            finally:
                client.close()
        except httpx.HTTPError as error:
            raise _unreachable(place, str(error)) from error


def _client(place: Place) -> Client:
    settings = Settings(anonymized_telemetry=False)
    if place.url is None:
        place.folder.mkdir(parents=True, exist_ok=True)
        return cast(Client, chromadb.PersistentClient(str(place.folder), settings=settings))
    try:
        address = urlsplit(place.url)
        host, secure = address.hostname, address.scheme == "https"
        port = address.port or (443 if secure else 8000)
    except ValueError:
        host = None
    if not host or address.scheme not in ("http", "https"):
        raise CorpusError(
            f"WENJU_CHROMA_URL is {place.url!r}; write it like http://localhost:8000, or unset it"
        )
    try:
        # Chroma's own client would wait without limit.
        socket.create_connection((host, port), timeout=_CONNECT_SECONDS).close()
        return cast(
            Client, chromadb.HttpClient(host=host, port=port, ssl=secure, settings=settings)
        )
    except (OSError, ValueError) as error:
        raise _unreachable(place, str(error)) from error


def _unreachable(place: Place, reason: str) -> CorpusError:
    return CorpusError(
        f"no Chroma server answers at {place.url} ({reason}); start it with `chroma run`, or "
        "unset WENJU_CHROMA_URL to use the embedded one"
    )


def _chunks(items: Sequence[_T]) -> Iterator[list[_T]]:
    for start in range(0, len(items), _CHUNK):
        yield list(items[start : start + _CHUNK])


def _metadata(passage: Passage) -> dict[str, str | int]:
    values: dict[str, str | int] = {
        "passage": passage.id,
        "report": passage.report,
        "part": passage.part.value,
        "section": json.dumps(passage.section, ensure_ascii=False),
        "start": passage.start,
        "end": passage.end,
        "lead": passage.lead,
    }
    # Chroma has no null.
    return values if passage.year is None else {**values, "year": passage.year}


def _passage(text: str, metadata: dict[str, Any]) -> Passage:
    return Passage(
        id=metadata["passage"],
        report=metadata["report"],
        section=tuple(json.loads(metadata["section"])),
        part=Part(metadata["part"]),
        year=metadata.get("year"),
        start=metadata["start"],
        end=metadata["end"],
        text=text,
        lead=metadata["lead"],
    )
