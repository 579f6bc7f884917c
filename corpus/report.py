"""From raw text or a file to a Report: the one way in."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from corpus.canonical import body_lines, normalize_characters
from corpus.header import read_header, split_metadata
from corpus.loading import read_text
from corpus.models import CorpusError, Report
from corpus.outline import outline
from corpus.printed import without_print
from corpus.wrapping import relaid, unwrapped

_ID = re.compile(r"[\w][\w.-]{0,79}", re.UNICODE)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_MINIMUM = 40  # Chinese characters; less is no report


def parse_report(raw: str, identifier: str, source: str = "") -> Report:
    """Make a Report of raw text.

    Args:
        raw: decoded text, page chrome and all.
        identifier: the report's id: letters, digits, ``-``, ``_``, ``.``; at most 80.
        source: name of the file that it came from.

    Raises:
        CorpusError: the id is malformed, or the text is no report in Chinese.
    """
    if not _ID.fullmatch(identifier):
        raise CorpusError(
            f"report id {identifier!r} is not usable: take letters, digits, '-', '_' or '.', "
            "at most 80, beginning with a letter or digit"
        )
    normalized = normalize_characters(raw)
    plain = without_print(relaid(normalized.split("\n"))) if normalized else []
    metadata, lines = split_metadata(plain)
    lines = unwrapped(body_lines("\n".join(lines)))
    text = "\n".join(lines)
    if len(_CHINESE.findall(text)) < _MINIMUM:
        raise CorpusError(
            f"{source or identifier}: holds fewer than {_MINIMUM} Chinese characters, so it is no "
            "report; check that the file is the report itself and not a scan or a link to it"
        )
    return Report(
        id=identifier,
        metadata=metadata,
        source=source,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        **_read(lines, metadata, source),
    )


def reread(report: Report) -> Report:
    """The report with its head and sections read anew from its text, as code of today does."""
    return report.model_copy(update=_read(report.text.split("\n"), report.metadata, report.source))


def _read(lines: list[str], metadata: dict[str, str], source: str) -> dict[str, Any]:
    """What a report's lines say of it: title, place, year, date, speaker, and its sections."""
    header = read_header(lines, metadata, Path(source).stem)
    return {
        "title": header.title,
        "place": header.place,
        "year": header.year,
        "date": header.date,
        "speaker": header.speaker,
        "sections": outline("\n".join(lines), header.year),
    }


def load_report(path: Path | str, identifier: str | None = None) -> Report:
    """Read a report from a .txt, .md, .html, .pdf or .docx file.

    Args:
        path: the file.
        identifier: the report's id; the file's name without ending unless given.

    Raises:
        CorpusError: the file can't be read, or holds no report; says which and why.
    """
    path = Path(path)
    default = re.sub(r"[^\w.-]+", "-", path.stem).strip("-._") or "report"
    return parse_report(read_text(path), identifier or default[:80], path.name)
