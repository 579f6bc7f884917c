"""Reads the text of a Word document as Word shows it: with the numbers that it puts before list
items, its footnotes, and changes that are tracked taken as made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cn2an
import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from corpus.raised import read_raised
from corpus.rows import table_lines

_CHINESE_FORMATS = (
    "chineseCounting chineseCountingThousand japaneseCounting ideographTraditional "
    "taiwaneseCounting taiwaneseCountingThousand chineseLegalSimplified"
).split()


# Content controls, and what tracked changes put in: blocks and text stand inside them
_WRAPPERS = tuple(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml")))
# What tracked changes took out, text boxes, a paragraph's settings
_UNREAD = tuple(map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr", "w:sdtPr")))
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NOTES_RULE = "————"
_NOTE_SIGNS = [chr(code) for code in range(0x2460, 0x2474)]  # ① to ⑳


def docx_text(path: Path) -> str:
    """The text of a document's body: paragraphs, a line each, tables by rows, then the footnotes.

    Numbers that stand in the document as settings only (numbered lists, numbered headings)
    are written out; bullets are not.
    """
    document = docx.Document(str(path))
    numbering = _Numbering(document)
    notes = _Notes(document)
    lines: list[str] = []
    for block in _blocks(document.element.body):
        if block.tag == qn("w:p"):
            paragraph = Paragraph(block, document)
            text = notes.text(block)
            lines.append((numbering.next(paragraph) if text.strip() else "") + text)
        else:
            lines.extend(table_lines([list(_cells(row, notes)) for row in block.tr_lst]))
    return "\n".join(lines + notes.lines())


def _blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables below an element, also those in content controls."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _cells(row: Any, notes: _Notes) -> Iterator[str]:
    """Texts of a row's cells by grid column; a merged cell's text in its first column only."""
    for cell in row.tc_lst:
        merge = cell.tcPr.find(qn("w:vMerge")) if cell.tcPr is not None else None
        continued = merge is not None and merge.get(qn("w:val")) != "restart"
        text = "\n".join(notes.text(p) for p in _blocks(cell) if p.tag == qn("w:p"))
        yield "" if continued else text
        yield from [""] * (cell.grid_span - 1)


class _Notes:
    """The footnotes of a document; each has a sign, as on a printed page, in the text too."""

    def __init__(self, document: Document) -> None:
        parts = [one.target_part for one in document.part.rels.values() if not one.is_external]
        named = [one for one in parts if str(one.partname).endswith("footnotes.xml")]
        roots = [parse_xml(one.blob) for one in named]
        self._notes = {one.get(qn("w:id")): one for root in roots for one in root}
        self._signs: dict[str, str] = {}
        # signs that the report's own notes have are left to them
        typed = self._read(document.element.body)
        self._free = [sign for sign in _NOTE_SIGNS if sign not in typed]

    def text(self, paragraph: Any) -> str:
        """A paragraph's text as Word shows it, each footnote's sign where the text refers to it."""
        for one in paragraph.iter(qn("w:footnoteReference")):
            name = one.get(qn("w:id"))
            if name in self._notes and name not in self._signs and self._free:
                self._signs[name] = self._free.pop(0)
        return self._read(paragraph)

    def lines(self) -> list[str]:
        """The footnotes that the text refers to, below a rule."""
        notes = [
            sign + "".join(self._read(p) for p in _blocks(self._notes[name])).strip()
            for name, sign in self._signs.items()
        ]
        return [_NOTES_RULE, *notes] if notes else []

    def _read(self, element: Any) -> str:
        if element.tag == qn("w:t"):
            return element.text or ""
        if element.tag == qn("w:footnoteReference"):
            return self._signs.get(element.get(qn("w:id")), "")
        if element.tag in _BREAKS:  # a page ends anywhere
            return "" if element.get(qn("w:type")) == "page" else _BREAKS[element.tag]
        text = ""
        for child in element:
            if child.tag not in _UNREAD:
                told = self._read(child)
                text += read_raised(text, told) if _is_raised(child) else told
        return text


def _is_raised(run: Any) -> bool:
    """Whether a run of a paragraph is set as superscript by itself."""
    setting = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") if run.tag == qn("w:r") else None
    marked = run.find(qn("w:footnoteReference")) if setting is not None else None
    return setting is not None and marked is None and setting.get(qn("w:val")) == "superscript"


class _Numbering:
    """Counts the numbered paragraphs of a document as Word does."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}  # a list that begins anew, until it did
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
            for over in one.findall(qn("w:lvlOverride")):
                start = over.find(qn("w:startOverride"))
                if start is not None:
                    key = (one.get(qn("w:numId")), int(over.get(qn("w:ilvl"))))
                    self._restarts[key] = int(start.get(qn("w:val")))

    def next(self, paragraph: Paragraph) -> str:
        """The number before a paragraph with the space after it; "" where it has none."""
        number, depth = _numbered(paragraph)
        family = self._abstract.get(number, "")
        levels = self._levels.get(family, {})
        if depth not in levels:
            return ""
        kind, pattern, start = levels[depth]
        key = (family, depth)
        if (number, depth) in self._restarts:
            start = self._restarts.pop((number, depth))
            self._counts.pop(key, None)
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
