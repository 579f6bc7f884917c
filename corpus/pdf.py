"""Reads a PDF: paragraphs and tables, put together again from the lines of its pages.

What a printer adds is left out: the head that every page repeats, page numbers, raised numbers of
notes. A paragraph that goes on begins at the left edge, a new one is indented, where any are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from corpus.canonical import SALUTATION
from corpus.layout import SMALL, Line, page_lines, put_together
from corpus.models import CorpusError
from corpus.rows import table_lines
from corpus.sentences import NOTE
from corpus.wrapping import ENDED, NUMBERED

_PAGE_NUMBER = re.compile(r"[-—–－·\s]*\d{1,4}[-—–－·\s]*")
_UNBROKEN = re.compile(r"[“（(]?[\w.,:∶%‰/-]+", re.ASCII)  # 19.4:33.8:46.8
_SAID_AT = re.compile("会议?上[）)]?$")  # （2021年1月19日在第五次会议上）
_LEADER = re.compile(r"[….．·]{3,}\s*\d{1,3}$")  # to a page's number, in a table of contents
_TABLE_HEAD = re.compile("序号|(?:主要)?(?:指标|项目|名称|内容|类别)(?:名称)?|(?:指标|项目).{0,4}")
_TABLE_ROWS = 3
_EDGE = 2  # lines at the top and at the foot of a page that may be its head
_INDENTED_SHARE = 0.1  # of the longer lines, where paragraphs are indented


def pdf_text(path: Path) -> str:
    """Read a PDF's text: paragraphs, one a line, and rows of tables.

    Raises:
        CorpusError: a damaged or encrypted file, or one that holds pictures only.
    """
    try:
        reader = pypdf.PdfReader(path)
    except PyPdfError as error:
        raise CorpusError(f"{path}: is no readable PDF ({error})") from error
    if reader.is_encrypted and not reader.decrypt(""):
        raise CorpusError(f"{path}: the PDF is encrypted; save it without a password")
    pages = [page_lines(page) for page in reader.pages]
    if not any(pages):
        raise CorpusError(f"{path}: the PDF holds pictures only; run text recognition on it first")
    size = _usual_size(pages)
    body: list[Line] = []
    notes: list[Line] = []
    for lines in _without_heads(pages):
        at = _footnotes_at(lines, size)
        body.extend(_at_edge(lines[:at]))
        notes.extend(_at_edge(lines[at:]))
    return "\n".join(_paragraphs(_with_tables(body)) + _as_notes(notes))


def _usual_size(pages: list[list[Line]]) -> float:
    sizes = Counter[float]()
    for line in (line for lines in pages for line in lines):
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda one: sizes[one])


def _without_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what stands at the same place on many, and without their numbers."""
    seen = Counter[tuple[str, int]]()
    for lines in pages:
        seen.update({_place(line) for line in _edges(lines)})
    often = max(2, len(pages) // 3)
    kept: list[list[Line]] = []
    for lines in pages:
        heads = {
            id(line)
            for line in _edges(lines)
            if seen[_place(line)] >= (often + ("#" in _place(line)[0]))
            or _PAGE_NUMBER.fullmatch(line.text)
        }
        kept.append([line for line in lines if line.text and id(line) not in heads])
    return kept


def _edges(lines: list[Line]) -> list[Line]:
    """The lines at the top and at the foot of a page; no rows of a table."""
    ranked = sorted(lines, key=lambda line: line.y)
    return [line for line in ranked[:_EDGE] + ranked[-_EDGE:] if line.text and len(line.cells) < 4]


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y / 3)


def _footnotes_at(lines: list[Line], size: float) -> int:
    """Where a page's footnotes begin: lines in small type, the first with a note's sign."""
    at = len(lines)
    while at and lines[at - 1].size < SMALL * size:
        at -= 1
    while at < len(lines) and not (lines[at].note or NOTE.match(lines[at].text)):
        at += 1
    return at


def _at_edge(lines: list[Line]) -> list[Line]:
    """The lines with the page's left edge: where the longer ones begin."""
    longer = [line.cells[0].x for line in lines if len(line.text) >= 15]
    left = min(longer or [line.cells[0].x for line in lines], default=0.0)
    return [replace(line, left=left) for line in lines]


def _with_tables(lines: list[Line]) -> list[Line]:
    """The lines, rows that follow each other with their cells in columns as a table's."""
    found: list[Line] = []
    for celled, group in groupby(_worded(lines), key=_is_row):
        rows = list(group)
        columns = _columns(rows) if celled and len(rows) >= _TABLE_ROWS else []
        if len(columns) < 2:
            found.extend(rows)
            continue
        texts = [_by_column(row, columns) for row in rows]
        if len(columns) == 2 and all(re.fullmatch(r"\d{1,3}", row[1]) for row in texts):
            written = [f"{name} …… {number}" for name, number in texts]  # a table of contents
        else:
            again = [row for row in texts[1:] if row != texts[0]]  # its head, once more a page on
            written = table_lines([texts[0], *again])
        found.extend(Line((replace(rows[0].cells[0], text=one),), breaks=True) for one in written)
    return found


def _worded(lines: list[Line]) -> list[Line]:
    """The lines, those below a heading row with as many words as that has in cells as it is.

    指标 单位 2022年完成
    地区生产总值 亿元 1286.4
    """
    found: list[Line] = []
    width = 0
    for line in lines:
        words = line.text.split()
        if len(line.cells) == 1 and len(words) > 1 and _TABLE_HEAD.fullmatch(words[0]):
            width = len(words)
        width = width if len(words) == width else 0
        if width and len(line.cells) == 1:
            cell = line.cells[0]
            places = (cell.x + at * cell.size for at in range(width))
            found.append(
                replace(
                    line,
                    cells=tuple(
                        replace(cell, text=word, x=x, right=x + cell.size / 2)
                        for word, x in zip(words, places, strict=True)
                    ),
                )
            )
        else:
            found.append(line)
    return found


def _is_row(line: Line) -> bool:
    return len(line.cells) > 1 and not _LEADER.search(line.text)


def _columns(rows: list[Line]) -> list[tuple[float, float]]:
    """From where to where the columns of a table reach, by its rows with the usual cells."""
    usual = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    spans = sorted(
        (cell.x, cell.right) for row in rows if len(row.cells) == usual for cell in row.cells
    )
    columns = [spans[0]]
    for start, end in spans[1:]:
        if start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _by_column(row: Line, columns: list[tuple[float, float]]) -> list[str]:
    texts = [""] * len(columns)
    for cell in row.cells:
        middle = (cell.x + cell.right) / 2
        at = min(range(len(columns)), key=lambda one: _off(middle, columns[one]))
        texts[at] = f"{texts[at]} {cell.text}".strip()
    return texts


def _off(middle: float, column: tuple[float, float]) -> float:
    return max(column[0] - middle, middle - column[1], 0.0)


def _paragraphs(lines: list[Line]) -> list[str]:
    """The lines put together again to paragraphs."""
    if not lines:
        return []
    rights = sorted(line.right for line in lines if not line.breaks) or [0.0]
    width = rights[len(rights) * 9 // 10]
    longer = [line for line in lines if len(line.text) >= 15 and not line.breaks]
    indented = sum(line.size < line.x < 4 * line.size for line in longer)
    by_indent = indented >= len(longer) * _INDENTED_SHARE
    joined = [lines[0].text]
    for above, line in pairwise(lines):
        if _runs_on(above, line, width, by_indent=by_indent):
            joined[-1] = put_together(joined[-1], line.text)
        else:
            joined.append(line.text)
    return joined


def _runs_on(above: Line, line: Line, width: float, *, by_indent: bool) -> bool:
    """Whether a line goes on with the sentence or the paragraph of the one above it."""
    size = line.size
    if above.breaks or line.breaks or line.note or SALUTATION.fullmatch(line.text):
        return False
    if abs(above.size - size) > 0.1 * size or line.x > 0.7 * size or _LEADER.search(above.text):
        return False
    stopped = ENDED.search(above.text) is not None
    if stopped and not ENDED.search(line.text) and width - line.right > 3 * size:
        return False  # a heading: what ends a paragraph ends a sentence
    unbroken = _UNBROKEN.match(line.text)  # what found no room on the line above
    missing = (width - above.right) / size - (len(unbroken[0]) / 2 if unbroken else 0)
    if not by_indent or NUMBERED.match(line.text):
        return missing < 3 and not stopped and not _SAID_AT.search(above.text)
    return missing < 2.5


def _as_notes(lines: list[Line]) -> list[str]:
    """Footnotes as they stand in a text: below a rule, each with its sign."""
    if not lines:
        return []
    notes = _paragraphs(lines)
    numbers = iter([line.note for line in lines if line.note])
    signed = [
        note if NOTE.match(note) else chr(0x245F + min(20, int(next(numbers, "1") or 1))) + note
        for note in notes
    ]
    return ["————————", *signed]
