"""How a table stands in the canonical text: a row a line, its cells kept apart by " | ".

A cell may be empty ("a | | c"), so that the columns of all rows of a table fall together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.sentences import Span

SEPARATOR = " | "
SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_PROSE = re.compile("[，。；！？|]")
_ROWS, _CELLS = 3, 3  # the fewest that are a table where only spaces keep the cells apart
_CELL_LIMIT = 120  # characters; longer cells are prose that a table only places on a page


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines that a table's rows become.

    Args:
        rows: texts of the cells; all rows of the same number of cells, a merged cell's text in
            the first of the cells that it covers.

    Returns:
        A line for each row; a row with one cell of text only (a caption, a note) is that text,
        and so is each cell of a table that only lays out a page.
    """
    cleaned = [[_one_line(cell) for cell in row] for row in rows]
    used = [at for at in range(max(map(len, cleaned), default=0)) if _column_used(cleaned, at)]
    longest = max((len(cell) for row in cleaned for cell in row), default=0)
    layout = len(used) < 2 or longest > _CELL_LIMIT * 2
    lines: list[str] = []
    for at, row in enumerate(cleaned):
        filled = [cell for cell in row if cell]
        if layout:
            lines.extend(cell.strip() for cell in rows[at] if cell.strip())
        elif len(filled) == 1 and len(filled[0]) > 12:
            lines.append(filled[0])
        elif filled:
            lines.append(SEPARATOR.join(row[at] if at < len(row) else "" for at in used))
    return lines


def spaced_tables(lines: Sequence[str]) -> list[str]:
    """The lines of a text, a table's rows among them with their cells kept apart as ours are.

    A table pasted into a text keeps its cells apart by tabs or spaces ("1　新增学位　3000个"):
    three lines or more, without a sentence's marks, of as many cells each.

    Args:
        lines: as they stand in the file, none of them blank.
    """
    rows = [SPACES.split(line.strip()) for line in lines]
    found = list(lines)
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and _as_wide(lines, rows, start, at):
            continue
        if at - start >= _ROWS and _is_wide(lines[start], rows[start]):
            found[start:at] = [SEPARATOR.join(row) for row in rows[start:at]]
        start = at
    return found


def _as_wide(lines: Sequence[str], rows: list[list[str]], one: int, other: int) -> bool:
    return len(rows[one]) == len(rows[other]) and _is_wide(lines[other], rows[other])


def _is_wide(line: str, row: list[str]) -> bool:
    fewest = 2 if "\t" in line.strip() else _CELLS
    return len(row) >= fewest and not _PROSE.search(line)


def _column_used(rows: Sequence[Sequence[str]], at: int) -> bool:
    return any(at < len(row) and row[at] for row in rows)


def _one_line(cell: str) -> str:
    return re.sub(r"\s*\n\s*", "", cell.strip()).replace("|", "｜")


def is_row(line: str) -> bool:
    """Whether a line of the canonical text is a row of a table."""
    return "|" in line and len(cells(line)) >= 2


def cells(line: str) -> list[Span]:
    """The spans of a row's cells, without the space around them; an empty cell's is empty."""
    spans: list[Span] = []
    start = 0
    for at, char in enumerate([*line, "|"]):
        if char != "|":
            continue
        begin, end = start, at
        while begin < end and line[begin] == " ":
            begin += 1
        while end > begin and line[end - 1] == " ":
            end -= 1
        spans.append((begin, end))
        start = at + 1
    return spans


def tables(text: str) -> list[Span]:
    """Spans of the tables of a text: rows that follow each other, as many cells in each."""
    found: list[Span] = []
    start, begin, width, count = 0, 0, 0, 0
    for line in [*text.split("\n"), ""]:
        wide = len(cells(line)) if is_row(line) else 0
        if wide != width:
            if width and count > 1:
                found.append((begin, start - 1))
            begin, width, count = start, wide, 0
        count += 1
        start += len(line) + 1
    return found
