"""Turns texts into vectors with any sentence-transformers model, as LangChain ``Embeddings``."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from langchain_core.embeddings import Embeddings

from corpus.models import CorpusError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]

BUNDLED = "bundled"
_BATCH = 32
_PROBE = "地区生产总值增长8.7% GDP grew by 8.7%"
_LOADING = Lock()


class SentenceEmbeddings(Embeddings):
    """Embeds questions and passages, each with the prompt that the model's configuration has.

    Vectors have length 1, so that a dot product is the cosine.

    Args:
        name: how the model is called in messages and in the index.
        model: any ``SentenceTransformer``.
    """

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.name = name
        self.model = model
        probe = self.encode_documents([_PROBE])[0]
        self.dimension = int(probe.shape[0])
        # A folder may be trained anew under its old name; what it makes of a text tells.
        self.fingerprint = hashlib.sha256(np.round(probe, 2).tobytes()).hexdigest()[:8]

    def encode_documents(self, texts: list[str]) -> Vectors:
        """A row for each text, in order; the model sorts its batches by length."""
        rows = self.model.encode_document(
            texts, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)

    def encode_query(self, text: str) -> Vectors:
        """The vector of a question."""
        row = self.model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(row, dtype=np.float32)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's name for ``encode_documents``, in plain lists."""
        return self.encode_documents(texts).tolist() if texts else []

    def embed_query(self, text: str) -> list[float]:
        """LangChain's name for ``encode_query``, in a plain list."""
        return [float(value) for value in self.encode_query(text)]


def load_embeddings(name: str) -> SentenceEmbeddings:
    """The embeddings that a setting names, loaded once in a process.

    Args:
        name: ``bundled``, or the name or folder of a sentence-transformers model.

    Raises:
        CorpusError: the model can't be loaded; the message says why and what to do.
    """
    with _LOADING:
        return _load(name)


@lru_cache(maxsize=4)
def _load(name: str) -> SentenceEmbeddings:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    if name == BUNDLED:
        from index.bundled import bundled_model

        return SentenceEmbeddings(name, bundled_model())
    from sentence_transformers import SentenceTransformer

    # Only the model's own files know what they raise when one is missing or broken.
    try:
        return SentenceEmbeddings(name, SentenceTransformer(name))
    except Exception as error:
        what = "folder" if Path(name).exists() else "name, and no such folder is here"
        reason = " ".join(str(error).split())[:200]
        raise CorpusError(
            f"embedding model {name!r} (a {what}) can't be loaded: {type(error).__name__}: "
            f"{reason}; set WENJU_EMBEDDING_MODEL to a sentence-transformers folder, "
            f"or to {BUNDLED}"
        ) from error
