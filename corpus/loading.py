"""Reads the text of a file, whatever its format and encoding."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from charset_normalizer import from_bytes
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from pypdf.errors import PyPdfError

from corpus.models import CorpusError

_BLOCKS = "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header footer pre".split()
_SIZE_LIMIT = 50 * 1024 * 1024  # bytes
_PROSE_LINE = 25  # characters; a PDF line at least so long may run on in the next


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
    return decode(path.read_bytes(), str(path))


def _read_markdown(path: Path) -> str:
    return _html_text(MarkdownIt("commonmark").render(_escape_ordered(_read_plain(path))))


def _escape_ordered(text: str) -> str:
    """Keep "1." at the head of a line as text: Markdown would turn it into a list's number."""
    kept = re.sub(r"(?m)^(\s*\d+)([.)])(?=\s)", r"\1\\\2", text)
    # A line end is a line end in these files, though Markdown folds it into a space.
    return re.sub(r"(?<=\S)\n(?=\S)", "\n\n", kept)


def _read_html(path: Path) -> str:
    data = path.read_bytes()
    declared = re.search(rb"charset=[\"']?\s*([\w-]+)", data[:2048])
    name = declared[1].decode("ascii", "ignore").lower() if declared else ""
    try:
        text = data.decode("gb18030" if name.startswith("gb") else name or "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = decode(data, str(path))
    return _html_text(text)


def _html_text(html: str) -> str:
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(["script", "style", "noscript", "template", "head", "nav", "iframe", "button"]):
        tag.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        comment.extract()  # doctype, comments, CDATA
    for words in soup.find_all(string=True):
        # Line ends in the source are spaces to a browser, and nothing between Chinese signs.
        words.replace_with(re.sub(r"\s*\n\s*", "", str(words)))
    for tag in soup(_BLOCKS):
        tag.insert_before("\n")
        tag.insert_after("\n")
    for tag in soup(["td", "th"]):
        tag.insert_after(" ")
    return soup.get_text()


def _read_pdf(path: Path) -> str:
    try:
        reader = pypdf.PdfReader(path)
    except PyPdfError as error:
        raise CorpusError(f"{path}: is no readable PDF ({error})") from error
    if reader.is_encrypted and not reader.decrypt(""):
        raise CorpusError(f"{path}: the PDF is encrypted; save it without a password")
    pages = [page.extract_text() or "" for page in reader.pages]
    if not "".join(pages).strip():
        raise CorpusError(f"{path}: the PDF holds pictures only; run text recognition on it first")
    return join_lines([line for page in pages for line in _page_lines(page)])


def _page_lines(page: str) -> list[str]:
    lines = [line.strip() for line in page.split("\n")]
    return [line for line in lines if line and not re.fullmatch(r"[-—–\s]*\d{1,4}[-—–\s]*", line)]


def join_lines(lines: list[str]) -> str:
    """Put the lines of a printed page together again to paragraphs.

    A line that reaches the page's right edge and ends no sentence runs on in the next.
    """
    width = sorted(len(line) for line in lines)[len(lines) * 9 // 10] if lines else 0
    joined = ""
    for line in lines:
        joined += line
        full = len(line) >= max(_PROSE_LINE, width - 3)
        joined += "" if full and not line.endswith(("。", "！", "!")) else "\n"
    return joined


def _read_docx(path: Path) -> str:
    document = docx.Document(str(path))
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines.extend(" ".join(cell.text for cell in row.cells) for row in block.rows)
    return "\n".join(lines)


READERS: dict[str, Callable[[Path], str]] = {
    ".txt": _read_plain,
    ".md": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}
