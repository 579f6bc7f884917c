"""A finished build, read into memory: what searches work on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.models import Part, Passage
from index.build import Location
from index.chroma import open_rows
from index.embeddings import Vectors
from index.lexical import LexicalIndex
from index.manifest import Manifest, read_manifest

_ATTEMPTS = 3
Mask = npt.NDArray[np.bool_]


class RowsMissing(Exception):
    """Chroma lacks rows that the manifest lists."""


@dataclass(frozen=True)
class Snapshot:
    """The passages of one manifest, in its order, with what finds them.

    ``vectors`` has a row for each passage. All of them are compared with a question: for the
    thousands of passages that reports come to, that is exact and takes less than a millisecond.
    """

    manifest: Manifest
    passages: tuple[Passage, ...]
    vectors: Vectors
    lexical: LexicalIndex
    reports: npt.NDArray[np.str_]
    parts: npt.NDArray[np.str_]
    years: npt.NDArray[np.int64]  # -1 where a passage has none

    def mask(
        self, reports: frozenset[str], report: str | None, part: Part | None, year: int | None
    ) -> Mask:
        """Which passages a search may find.

        Args:
            reports: those still held.
            report: only this one's.
            part: only this half's.
            year: only those that speak of it.
        """
        chosen = np.ones(len(self.passages), dtype=bool)
        if not reports.issuperset(self.manifest.reports):
            chosen &= np.isin(self.reports, sorted(reports))
        if report is not None:
            chosen &= self.reports == report
        if part is not None:
            chosen &= self.parts == part.value
        if year is not None:
            chosen &= self.years == year
        return chosen


def load_snapshot(location: Location) -> Snapshot:
    """Read the last finished build.

    Raises:
        RowsMissing: there is no manifest, or Chroma lacks rows of it.
        CorpusError: the Chroma server does not answer.
    """
    for _ in range(_ATTEMPTS):
        manifest = read_manifest(location.manifest)
        if manifest is None:
            break
        # A build that ends meanwhile takes away rows of the former manifest: read the new one.
        with open_rows(location.place, location.collection, location.remembers) as rows:
            found = rows.read(manifest.rows)
        if len(found) == len(manifest.rows):
            ordered = [found[row] for row in manifest.rows]
            passages = tuple(row.passage for row in ordered)
            empty = np.empty((0, manifest.dimension), dtype=np.float32)
            return Snapshot(
                manifest=manifest,
                passages=passages,
                vectors=np.stack([row.vector for row in ordered]) if ordered else empty,
                lexical=LexicalIndex([searched_text(passage) for passage in passages]),
                reports=np.array([passage.report for passage in passages], dtype=np.str_),
                parts=np.array([passage.part.value for passage in passages], dtype=np.str_),
                years=np.array([passage.year or -1 for passage in passages], dtype=np.int64),
            )
    raise RowsMissing(location.collection)


def searched_text(passage: Passage) -> str:
    """What is searched by words: the whole section path, what introduces it, and the text."""
    return "\n".join([*passage.section, passage.lead + passage.text])
