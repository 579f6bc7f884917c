"""The lines of a PDF's page, by where its signs stand and how large they are.

A PDF holds signs at places, not text. What a reader's eye tells apart is told apart here: a raised
note number from the figure beside it (黄标车⁷ 2863辆), the cells of a row, lines spread to a width.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import Any

from corpus.raised import power_of

_NOTE_NUMBER = re.compile(r"[\[〔（(]?(\d{1,2})[\]〕）)]?|[①-⑳]")
_SPREAD_SPACE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")  # 年 度 in a spread line
_WIDE = "“”‘’…—·"
_CELL_GAP = 0.8  # of a sign's height: space that keeps cells apart
_SPREAD = 1.6  # the widest gap in a line that is spread to the page's width
_LINE_OFF = 0.5  # how far off the base line a sign of the line may stand
_ROW_OFF = 0.75  # how far below the last line of a cell the next cell's may stand
_ROW_LIMIT = 8  # lines of a cell; what stands farther up is another column or a page's head
SMALL = 0.88  # of the size about it: a note's number; of the body's: a footnote


@dataclass(frozen=True)
class Piece:
    """Signs that stand together: x to the right, y downwards, as the text runs."""

    text: str
    x: float
    right: float
    y: float
    size: float
    spaced: bool = False  # a space stands before it


@dataclass(frozen=True)
class Line:
    """A line of a page, or a row of a table with its cells' lines put together."""

    cells: tuple[Piece, ...]
    note: str = ""  # the raised number that opens it
    left: float = 0.0  # the page's left edge
    breaks: bool = False  # a table's row, or for another reason no part of a paragraph

    @property
    def text(self) -> str:
        """Its words; cells with a space between."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def x(self) -> float:
        """How far from the page's left edge it begins."""
        return self.cells[0].x - self.left

    @property
    def right(self) -> float:
        """How far from the page's left edge it ends."""
        return self.cells[-1].right - self.left

    @property
    def y(self) -> float:
        """Its base line, or its first cell's."""
        return self.cells[0].y

    @property
    def size(self) -> float:
        """How large its signs are."""
        return self.cells[0].size


def page_lines(page: Any) -> list[Line]:
    """The lines of a page of pypdf's, in the file's order; a table's rows with all their lines."""
    return [_line(row) for row in _rows(_fragments(_pieces(page)))]


def _pieces(page: Any) -> list[Piece]:
    found: list[Piece] = []
    space = False
    place = (0.0, 0.0)

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        nonlocal space, place
        bare = text.strip()
        if not bare:
            space = space or bool(text)
            return
        a = tm[0] * cm[0] + tm[1] * cm[2]
        b = tm[0] * cm[1] + tm[1] * cm[3]
        scale = hypot(a, b) or 1.0
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        along, across = (x * a + y * b) / scale, (x * b - y * a) / scale
        height = abs(size) * scale
        if found and (along, across) == place:  # shown without a new place: it follows the last
            along = found[-1].right
        else:
            place = (along, across)
        width = sum(1 if _is_wide(sign) else 0.5 for sign in bare) * height
        spaced = space or text[0] in " \u00a0"
        found.append(Piece(bare, along, along + width, across, height, spaced))
        space = text[-1].isspace()

    page.extract_text(visitor_text=visit)
    return found


def _is_wide(sign: str) -> bool:
    return sign > "\u2e7f" or sign in _WIDE


def _fragments(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces in their order in the file, those together that stand on a line without a gap.

    A line that is spread to the page's width has gaps all over; no cell ends at one.
    """
    lines: list[list[Piece]] = []
    for piece in pieces:
        last = lines[-1][-1] if lines else None
        off = _LINE_OFF * max(piece.size, last.size) if last else 0.0
        if last and abs(piece.y - last.y) < off and piece.x > last.right - last.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    found: list[list[Piece]] = []
    for line in lines:
        gaps = [other.x - one.right for one, other in pairwise(line)]
        spread = sorted(gaps)[len(gaps) // 4] if len(gaps) > 3 else 0.0
        least = min(2.5 * spread, _SPREAD * line[0].size)
        found.append([line[0]])
        for piece, gap in zip(line[1:], gaps, strict=True):
            if gap > max(_CELL_GAP * piece.size, least):
                found.append([piece])
            else:
                found[-1].append(piece)
    return found


def _rows(fragments: list[list[Piece]]) -> list[list[list[Piece]]]:
    """Fragments that stand beside each other, together.

    A row's cells come one after the other: a fragment that stands higher than the one before
    it is beside all since that height.
    """
    rows: list[list[list[Piece]]] = []
    for fragment in fragments:
        start = _first_beside(rows, fragment[0])
        rows[start:] = [[*(one for row in rows[start:] for one in row), fragment]]
    return rows


def _first_beside(rows: list[list[list[Piece]]], piece: Piece) -> int:
    """The first of the rows, up to the last one, that a piece stands beside."""
    start, size = len(rows), piece.size
    if not rows or not -_ROW_LIMIT < (piece.y - _foot(rows[-1])) / size < _ROW_OFF:
        return start
    start -= 1
    while start and piece.y < _top(rows[start]) - _LINE_OFF * size:
        if not -_ROW_LIMIT < (piece.y - _foot(rows[start - 1])) / size < _ROW_OFF + 0.15:
            return start
        start -= 1
    # the lines of the cell before it, which reach higher than it does
    while 0 < start < len(rows) - 1 and len(rows[start - 1]) == len(rows[start]) == 1:
        pitch = _top(rows[start + 1]) - _top(rows[start])
        if abs(_top(rows[start]) - _top(rows[start - 1]) - pitch) > 0.1 * size:
            break
        start -= 1
    return start


def _foot(row: list[list[Piece]]) -> float:
    return max(one[0].y for one in row)


def _top(row: list[list[Piece]]) -> float:
    return min(one[0].y for one in row)


def _line(row: list[list[Piece]]) -> Line:
    """A row's fragments as cells: those below each other are lines of one."""
    cells: list[Piece] = []
    note = ""
    for fragment in sorted(row, key=lambda one: (one[0].x, one[0].y)):
        number, piece = _without_note_numbers(fragment)
        if not cells and number:
            note = number
        if piece is None:
            continue
        last = cells[-1] if cells else None
        if last and piece.x < last.right:
            cells[-1] = _below(*sorted((last, piece), key=lambda one: one.y))
        else:
            cells.append(piece)
    return Line(tuple(cells), note) if cells else Line((Piece("", 0, 0, 0, 0),))


def _below(one: Piece, other: Piece) -> Piece:
    x, right = min(one.x, other.x), max(one.right, other.right)
    return replace(one, text=put_together(one.text, other.text), x=x, right=right, y=other.y)


def put_together(one: str, other: str) -> str:
    """Two lines of a text as one: words keep a space between them, Chinese has none."""
    words = (one[-1:] + other[:1]).isascii() and one[-1:].isalpha() and other[:1].isalpha()
    return f"{one} {other}" if words else one + other


def _without_note_numbers(fragment: list[Piece]) -> tuple[str, Piece | None]:
    """A fragment as one piece without raised numbers of notes, and the one that opens it."""
    sizes = Counter[float]()
    for piece in fragment:
        sizes[piece.size] += len(piece.text)
    size = max(sizes, key=lambda one: (sizes[one], one))
    base = next(piece.y for piece in fragment if piece.size == size)
    gaps = sorted(other.x - one.right for one, other in pairwise(fragment))
    spread = bool(gaps) and gaps[len(gaps) // 2] > 0.1 * size
    opening, text = "", ""
    kept: list[Piece] = []
    for piece in fragment:
        raised = piece.size < 0.95 * size and base - piece.y > 0.15 * size
        number = _NOTE_NUMBER.fullmatch(piece.text) if raised else None
        if number and power_of(text, piece.text):
            text += power_of(text, piece.text)
        elif number:
            opening = opening or ("" if kept else number[1] or piece.text)
        else:
            signs = _SPREAD_SPACE.sub("", piece.text) if spread else piece.text
            text += (" " if _is_word_gap(kept, piece) else "") + signs
            kept.append(piece)
    if not kept:
        return opening, None
    return opening, Piece(text, fragment[0].x, fragment[-1].right, base, size)


def _is_word_gap(kept: list[Piece], piece: Piece) -> bool:
    """Whether a space between two pieces is the text's own; Chinese is spread without any."""
    ends = kept[-1].text[-1] + piece.text[0] if kept else ""
    return piece.spaced and bool(ends) and all(one.isascii() for one in ends)
