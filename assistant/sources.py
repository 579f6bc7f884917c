"""What stands around a citation, as plain data for a source panel."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.models import Citation
from corpus.models import Report, Section
from corpus.outline import section_at

_AROUND = 400  # characters shown before and after, where the section has no nearer border


@dataclass(frozen=True)
class Source:
    """A cited span with its section's text around it; the three texts follow on one another."""

    report: str
    title: str
    path: tuple[str, ...]
    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True)
class OutlineEntry:
    """A line of a report's outline."""

    level: int
    label: str
    start: int


def source_of(report: Report, start: int, end: int) -> Source:
    """The section around a span of a report."""
    section = section_at(report.sections, start)
    first = max(section.start if section else 0, start - _AROUND)
    last = min(section.end if section else len(report.text), end + _AROUND)
    last = max(last, end)
    return Source(
        report=report.id,
        title=report.title,
        path=section.path if section else (),
        start=start,
        end=end,
        before=report.text[first:start],
        quote=report.text[start:end],
        after=report.text[end:last],
    )


def whole_source(report: Report, start: int, end: int) -> Source:
    """The whole report around a span."""
    section = section_at(report.sections, start)
    return Source(
        report=report.id,
        title=report.title,
        path=section.path if section else (),
        start=start,
        end=end,
        before=report.text[:start],
        quote=report.text[start:end],
        after=report.text[end:],
    )


def outline_entries(report: Report, depth: int = 3) -> list[OutlineEntry]:
    """The headings of a report down to a level, for a table of contents."""
    return [
        OutlineEntry(section.level, _label(section), section.start)
        for section in report.sections
        if section.level <= depth and section.heading
    ]


def _label(section: Section) -> str:
    return f"{section.number}{section.heading}"


def citation_label(citation: Citation) -> str:
    """A citation in a line: "[1] 2021年工作回顾 › 工业经济高质突破 (354-378)"."""
    path = " › ".join(citation.section) or citation.report
    return f"[{citation.marker}] {path} ({citation.start}-{citation.end})"
