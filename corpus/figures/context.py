"""What a sentence hands on from clause to clause, and what a clause gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity
from corpus.models import Report, Section


@dataclass
class Context:
    """What one sentence hands on from clause to clause."""

    report: Report
    section: Section | None
    start: int
    heading_end: int
    carried: list[Subject] = field(default_factory=list)
    previous: list[Subject] = field(default_factory=list)  # carried up to the last semicolon
    items: list[Subject] = field(default_factory=list)  # of a list that is carried as one
    scope: str | None = None  # whose figures the sentence gives since it named a part of the place
    counted: str | None = None  # the places that a clause counts and then speaks of
    named: list[Subject] = field(default_factory=list)  # in order, one for each level given
    opened: Subject | None = None  # what the clause just before tells of, without a figure


@dataclass(frozen=True)
class Said:
    """A quantity with its subject, and where the text about it begins."""

    quantity: Quantity
    subject: Subject | None
    since: int
    until: int
    lead: int  # where the first quantity of its list begins
