"""Reads the text of a Word document, with the numbers that Word puts before list items."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cn2an
import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from corpus.rows import table_lines

_CHINESE_FORMATS = (
    "chineseCounting chineseCountingThousand japaneseCounting ideographTraditional "
    "taiwaneseCounting taiwaneseCountingThousand chineseLegalSimplified"
).split()


def docx_text(path: Path) -> str:
    """The text of a document's body: paragraphs, a line each, and tables by rows.

    Numbers that stand in the document as settings only (numbered lists, numbered headings)
    are written out; bullets are not.
    """
    document = docx.Document(str(path))
    numbering = _Numbering(document)
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            number = numbering.next(block) if block.text.strip() else ""
            lines.append(number + block.text)
        elif isinstance(block, Table):
            lines.extend(table_lines([list(_cells(row)) for row in block.rows]))
    return "\n".join(lines)


def _cells(row: Any) -> Iterator[str]:
    """Texts of a row's cells by grid column; a merged cell's text in its first column only."""
    for cell in row._tr.tc_lst:
        merge = cell.tcPr.find(qn("w:vMerge")) if cell.tcPr is not None else None
        continued = merge is not None and merge.get(qn("w:val")) != "restart"
        text = "\n".join(Paragraph(p, None).text for p in cell.p_lst)  # type: ignore[arg-type]
        yield "" if continued else text
        yield from [""] * (cell.grid_span - 1)


class _Numbering:
    """Counts the numbered paragraphs of a document as Word does."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        if not any(rel.reltype.endswith("/numbering") for rel in document.part.rels.values()):
            return
        root = document.part.numbering_part.element
        for one in root.findall(qn("w:abstractNum")):
            levels = {int(lvl.get(qn("w:ilvl"))): _level(lvl) for lvl in one.findall(qn("w:lvl"))}
            self._levels[one.get(qn("w:abstractNumId"))] = levels
        for one in root.findall(qn("w:num")):
            target = one.find(qn("w:abstractNumId"))
            self._abstract[one.get(qn("w:numId"))] = target.get(qn("w:val"))

    def next(self, paragraph: Paragraph) -> str:
        """The number before a paragraph with the space after it; "" where it has none."""
        number, depth = _numbered(paragraph)
        family = self._abstract.get(number, "")
        levels = self._levels.get(family, {})
        if depth not in levels:
            return ""
        kind, pattern, start = levels[depth]
        key = (family, depth)
        self._counts[key] = self._counts[key] + 1 if key in self._counts else start
        for deeper in [one for one in self._counts if one[0] == family and one[1] > depth]:
            del self._counts[deeper]
        if kind in ("bullet", "none"):
            return ""

        def count(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            value = self._counts.get((family, at), levels[at][2] if at in levels else 1)
            return _written(value, levels[at][0] if at in levels else "decimal")

        label = re.sub(r"%([1-9])", count, pattern)
        return label + (" " if label[-1:] in ".．" or label[-1:].isdecimal() else "")


def _level(element: Any) -> tuple[str, str, int]:
    def value(name: str, default: str) -> str:
        found = element.find(qn(name))
        return default if found is None else str(found.get(qn("w:val")))

    return value("w:numFmt", "decimal"), value("w:lvlText", ""), int(value("w:start", "1"))


def _numbered(paragraph: Paragraph) -> tuple[str, int]:
    """Which numbering a paragraph follows, by itself or by its style, and how deep."""
    properties: list[Any] = [paragraph._p.pPr]
    style: Any = paragraph.style
    while style is not None:
        properties.append(style.element.pPr)
        style = style.base_style
    depth: int | None = None
    for one in properties:
        if one is None or one.numPr is None:
            continue
        if depth is None and one.numPr.ilvl is not None:
            depth = one.numPr.ilvl.val
        if one.numPr.numId is not None:
            return str(one.numPr.numId.val), depth or 0
    return "", 0


def _written(value: int, kind: str) -> str:
    if kind in _CHINESE_FORMATS and 0 < value < 100:
        return str(cn2an.an2cn(value)).replace("一十", "十", 1)
    if kind.startswith("decimalEnclosedCircle") and 0 < value <= 20:
        return chr(0x245F + value)
    if kind == "upperLetter" and 0 < value <= 26:
        return chr(64 + value)
    return str(value)
