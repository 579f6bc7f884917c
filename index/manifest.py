"""Which rows of a collection make up the index: written last, and whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pydantic import ValidationError

from corpus.models import Frozen

Stamp = tuple[int, int]
"""When a report's file was last written, in nanoseconds, and its size in bytes."""


class HeldReport(Frozen):
    """The rows of one report, in reading order, and the state of its file that they are of."""

    stamp: Stamp
    rows: tuple[str, ...]


class Manifest(Frozen):
    """A finished build. Rows that it does not list are not part of the index."""

    model: str
    dimension: int
    passage_characters: int
    code: str  # hash of the code that cuts passages
    reports: dict[str, HeldReport]

    @property
    def rows(self) -> tuple[str, ...]:
        """Ids of all rows, by report, in reading order."""
        return tuple(row for held in self.reports.values() for row in held.rows)


def read_manifest(path: Path) -> Manifest | None:
    """The manifest; None where there is none that this version can read."""
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Put a manifest in the place of the former one in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(manifest.model_dump_json())
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
