"""Reads the text of a file, whatever its format and encoding."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from charset_normalizer import from_bytes
from markdown_it import MarkdownIt

from corpus.models import CorpusError
from corpus.pdf import pdf_text
from corpus.rows import table_lines
from corpus.web import html_text
from corpus.word import docx_text

_SIZE_LIMIT = 50 * 1024 * 1024  # bytes
_TABLE_ROWS = 3  # lines with tabs; fewer may be tabs that only align


def read_text(path: Path) -> str:
    """Read a file's text: paragraphs, one a line.

    Raises:
        CorpusError: no such file, an ending that is not supported, a damaged, encrypted,
            binary or empty file, a PDF that holds pictures only.
    """
    reader = READERS.get(path.suffix.lower())
    if not path.is_file():
        raise CorpusError(f"{path}: no such file")
    if reader is None:
        raise CorpusError(
            f"{path}: files ending in {path.suffix or '(nothing)'} are not supported; "
            f"convert it to one of {', '.join(sorted(READERS))}"
        )
    if path.stat().st_size > _SIZE_LIMIT:
        raise CorpusError(f"{path}: larger than 50 MiB; a report is smaller, split the file")
    try:
        text = reader(path)
    except CorpusError:
        raise
    except Exception as error:  # what the format libraries raise on damaged files is open
        raise CorpusError(
            f"{path}: can't be read as {path.suffix[1:].upper()} ({error}); is it damaged, or "
            "does its ending not fit its content?"
        ) from error
    if not text.strip():
        raise CorpusError(f"{path}: holds no text; is it empty, or a scan without a text layer?")
    return text


def decode(data: bytes, name: str) -> str:
    """Decode bytes as UTF-8, UTF-16 or GB18030, whichever they are.

    Raises:
        CorpusError: the bytes are no text in any of these.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if data[:4] in (b"%PDF", b"PK\x03\x04") or data[:4] == b"\xd0\xcf\x11\xe0":
        raise CorpusError(f"{name}: is a PDF or office file under a text file's name; rename it")
    # UTF-8 is self-checking; GB18030 takes almost anything, so it comes after, and only
    # where the library that looks at letter frequencies does not disagree.
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    best = from_bytes(data, cp_isolation=["gb18030", "utf_16_le", "utf_16_be"]).best()
    if best is not None and b"\x00" in data[:200]:
        return _strict(data, best.encoding, name)
    text = _strict(data, "gb18030", name)
    if "\x00" in text:
        raise CorpusError(f"{name}: is a binary file, not text")
    return text


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{name}: is no text in UTF-8, UTF-16 or GB18030 (byte {error.start}); save it as UTF-8"
        ) from error


def _read_plain(path: Path) -> str:
    return _tabbed(decode(path.read_bytes(), str(path)))


def _tabbed(text: str) -> str:
    """Lines that follow each other with the same number of tabs inside are rows of a table."""
    lines = text.splitlines()
    found: list[str] = []
    at = 0
    while at < len(lines):
        tabs = lines[at].strip().count("\t")
        end = at + 1
        while tabs and end < len(lines) and lines[end].strip().count("\t") == tabs:
            end += 1
        rows = [line.strip().split("\t") for line in lines[at:end]]
        found.extend(table_lines(rows) if end - at >= _TABLE_ROWS else lines[at:end])
        at = end
    return "\n".join(found)


def _read_markdown(path: Path) -> str:
    head, text = _front_matter(decode(path.read_bytes(), str(path)))
    body = MarkdownIt("commonmark").enable("table").render(_escape_ordered(text))
    return head + html_text(body)


def _front_matter(text: str) -> tuple[str, str]:
    """The title that stands in a file's front matter, as a line, and the text after it."""
    matter = re.match(r"\s*---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", text, re.DOTALL)
    if not matter:
        return "", text
    title = re.search(r"(?m)^(?:title|标题)\s*[:：]\s*[\"'“]?(.+?)[\"'”]?\s*$", matter[1])
    return (title[1] + "\n" if title else ""), text[matter.end() :]


def _escape_ordered(text: str) -> str:
    """Keep "1." at the head of a line as text: Markdown would turn it into a list's number."""
    kept = re.sub(r"(?m)^(\s*\d+)([.)])(?=\s)", r"\1\\\2", text)
    # A line end is a line end in these files, though Markdown folds it into a space.
    return re.sub(r"(?<=[^\s|])[ \t]*\n(?=[^\s|])", "\n\n", kept)


def _read_html(path: Path) -> str:
    data = path.read_bytes()
    declared = re.search(rb"charset=[\"']?\s*([\w-]+)", data[:2048])
    name = declared[1].decode("ascii", "ignore").lower() if declared else ""
    try:
        text = data.decode("gb18030" if name.startswith("gb") else name or "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = decode(data, str(path))
    return html_text(text)


READERS: dict[str, Callable[[Path], str]] = {
    ".txt": _read_plain,
    ".md": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": pdf_text,
    ".docx": docx_text,
}
