"""Files that hold one thing a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.models import CorpusError


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that hold anything, each with its number from 1.

    Raises:
        CorpusError: it can't be read as UTF-8 text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: can't be read as UTF-8 text ({error})") from error
    for number, line in enumerate(text.split("\n"), start=1):  # JSON may hold other line ends
        if line.strip():
            yield number, line
