"""Where in a report something stands: references that links carry, and the report line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from assistant.models import Citation
from corpus.models import CorpusError, Report, Section
from corpus.outline import section_at

_REFERENCE = re.compile(r"#?read=([^:]+):(\d+):(\d+)")


@dataclass(frozen=True)
class Reference:
    """A span of a report, as a link names it: ``#read=ID:START:END``."""

    report: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"#read={quote(self.report, safe='')}:{self.start}:{self.end}"


@dataclass(frozen=True)
class Line:
    """A line of a report with the headings that begin in it."""

    start: int
    end: int
    headings: tuple[tuple[int, int, int], ...]  # start, end, level
    near: bool  # in the section that is read

    @property
    def level(self) -> int:
        """The level of the heading that the line is, 0 where it is prose."""
        for start, end, level in self.headings:
            if (start, end) == (self.start, self.end):
                return level
        return 0


def reference_of(citation: Citation) -> Reference:
    """The span that a citation quotes."""
    return Reference(citation.report, citation.start, citation.end)


def parse_reference(text: str) -> Reference:
    """Read a link's reference.

    Raises:
        CorpusError: it is none.
    """
    match = _REFERENCE.fullmatch(text)
    if not match:
        raise CorpusError(f"{text[:80]!r} names no place in a report")
    return Reference(unquote(match[1]), int(match[2]), int(match[3]))


def section_path(report: Report, position: int) -> tuple[str, ...]:
    """The headings above a position, from the part down."""
    section = section_at(report.sections, position)
    return section.path if section else ()


def report_lines(report: Report, position: int) -> list[Line]:
    """The lines of a report that hold any text, those around a position told apart."""
    first, last = _surrounding(report, position)
    lines: list[Line] = []
    at = 0
    for text in report.text.split("\n"):
        start, end = at, at + len(text)
        at = end + 1
        if not text.strip():
            continue
        headings = tuple(
            (one.start, _heading_end(report, one, end), one.level)
            for one in report.sections
            if start <= one.start < end
        )
        near = start < last and first < end
        lines.append(Line(start, end, headings, near))
    return lines


def outline_entries(report: Report) -> list[tuple[int, str, int]]:
    """A table of contents: level, label and start of each section that has a name."""
    return [
        (one.level, f"{one.number}{one.heading}", one.start)
        for one in report.sections
        if one.heading
    ]


def _surrounding(report: Report, position: int) -> tuple[int, int]:
    """The innermost section's own text around a position, without what its subsections say."""
    section = section_at(report.sections, position)
    if section is None:
        return 0, 0
    inner = [one.start for one in report.sections if section.start < one.start < section.end]
    before = [start for start in inner if start <= position]
    after = [start for start in inner if start > position]
    return max(before, default=section.start), min(after, default=section.end)


def _heading_end(report: Report, section: Section, line_end: int) -> int:
    """Where a heading ends, spaces between number and heading included."""
    at = report.text.find(section.heading, section.start, line_end) if section.heading else -1
    if at < 0:
        return min(section.start + len(section.number), line_end)
    return at + len(section.heading)
