"""Cuts a report into passages: whole sentences of one section, the units of retrieval."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from corpus.models import Passage, Report, Section
from corpus.outline import section_at
from corpus.periods import period_of
from corpus.rows import tables
from corpus.sentences import Span, clauses, sentences

_ENUMERATION = 3  # from so many clauses on, each clause of a long sentence is a passage
_LEAD = re.compile(r"^[^;；。]{4,60}?[:：]")


def passages(report: Report, characters: int) -> tuple[Passage, ...]:
    """Cut a report into passages.

    Args:
        report: with its sections.
        characters: the size to aim at. A single sentence may be longer, unless it is an
            enumeration with semicolons, which is cut clause by clause.

    Returns:
        Passages in reading order. Together they hold every sentence below the headings.
    """
    found: list[Passage] = []
    group: list[Span] = []

    def close() -> None:
        if group:
            lead = heads.get(group[0][0], "")
            found.append(_passage(report, group[0][0], group[-1][1], lead))
            group.clear()

    heads = _table_heads(report.text)
    borders = {section.start for section in report.sections}
    headings = {
        section.start for section in report.sections if _is_line_of_its_own(report, section)
    }
    for start, end in _at_borders(sentences(report.text), sorted(borders)):
        if start in borders:
            close()
        if start in headings:
            continue
        if group and _section(report, group[0][0]) != _section(report, start):
            close()
        parts = clauses(report.text, start, end)
        if end - start > characters and len(parts) >= _ENUMERATION:
            close()
            lead = _LEAD.match(report.text[start:end])
            for at, (clause_start, clause_end) in enumerate(parts):
                introduced = lead[0] if lead and at else ""
                found.append(_passage(report, clause_start, clause_end, introduced))
            continue
        if group and (end - group[0][0] > characters or (start in heads) != (group[0][0] in heads)):
            close()
        group.append((start, end))
    close()
    return tuple(found)


def _at_borders(spans: list[Span], borders: list[int]) -> Iterator[Span]:
    """The spans, cut where a section begins within one (its number stands inside a quote)."""
    for start, end in spans:
        inside = [at for at in borders[bisect_right(borders, start) :] if at < end]
        yield from pairwise([start, *inside, end])


def _table_heads(text: str) -> dict[int, str]:
    """By the start of each row of a table: its heading row, "" for the heading row itself."""
    heads: dict[int, str] = {}
    for start, end in tables(text):
        rows = text[start:end].split("\n")
        for row in rows:
            heads[start] = "" if row is rows[0] else rows[0] + "\n"
            start += len(row) + 1
    return heads


def _section(report: Report, position: int) -> Section | None:
    return section_at(report.sections, position)


def _is_line_of_its_own(report: Report, section: Section) -> bool:
    line = report.text[section.start : section.end].split("\n", 1)[0]
    return line == section.number + section.heading or (
        line.endswith(section.heading)
        and (not re.search("[。；;]", line) and bool(section.heading))
    )


def _passage(report: Report, start: int, end: int, lead: str) -> Passage:
    section = _section(report, start)
    part, year = period_of(report, section, start)
    return Passage(
        id=f"{report.id}:{start}-{end}",
        report=report.id,
        section=section.path if section else (),
        part=part,
        year=year,
        start=start,
        end=end,
        text=report.text[start:end],
        lead=lead,
    )
