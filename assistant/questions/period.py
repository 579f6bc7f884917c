"""Holds a question's period against a report's: target and achieved are never confused."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.questions import phrases, times
from assistant.questions.question import Question
from corpus.models import Figure, Kind, Part, Report
from corpus.periods import plan_start


@dataclass(frozen=True)
class Period:
    """Which years and which kind a question is about, in terms of one report.

    ``years`` is empty where the question names none; ``kind`` is None where it leaves open
    whether the target or what was achieved is meant. ``together`` is set where the years are
    meant as one span ("average growth over 2021–2025"), which figures of no one year are of.
    ``planned`` is the year that the report plans: a target that begins with it and goes on for
    some years (分三年改造18个) answers who asks for that year.
    """

    years: frozenset[int]
    kind: Kind | None
    together: bool = False
    planned: int | None = None

    def holds(self, figure: Figure) -> bool:
        """Whether a figure is of the period, and of the kind, that is asked for."""
        begun = self.planned in self.years and figure.kind is Kind.TARGET
        spanned = (self.together or begun) and figure.year is None
        if self.years and figure.year not in self.years and not spanned:
            return False
        if self.kind is None:
            return True
        return (figure.kind is Kind.TARGET) == (self.kind is Kind.TARGET)

    def holds_part(self, part: Part, year: int | None) -> bool:
        """Whether a passage may speak of the period."""
        if self.kind is Kind.TARGET and part is Part.REVIEW:
            return False
        if self.kind is Kind.ACTUAL and part is Part.PLAN:
            return False
        return not self.years or year is None or year in self.years or part is Part.OPENING


def period_of(question: Question, report: Report) -> Period:
    """The period of a question in terms of a report."""
    years = set(question.years)
    if report.year and question.relative:
        aimed = question.target and (not question.actual or -1 in question.relative)
        this = this_year(report, report.year, question.text, aimed)
        years |= {this + offset for offset in question.relative}
    kind = None
    starts = [plan_start(match["plan"]) for match in times.FIVE_YEARS.finditer(question.text)]
    if starts and report.year and min(starts) >= report.year:
        kind = Kind.TARGET  # of a plan that only begins nothing is achieved
    elif question.target and not question.actual:
        kind = Kind.TARGET
    elif question.actual and not question.target:
        kind = Kind.ACTUAL
    if times.YEARS_AHEAD.search(question.text) and not years and not question.actual:
        # 今后五年, said in 2022, end with 2026, where a part of the report is of them
        last = max((one.year or 0 for one in report.sections), default=0)
        ends = {last} if report.year and last > report.year else set[int]()
        return Period(frozenset(ends), Kind.TARGET, together=True)
    ranged = len(question.years) > 1 or times.FROM_TO.search(question.text) is not None
    return Period(frozenset(years), kind, question.spans_years and ranged, report.year)


def this_year(report: Report, planned: int, text: str, aimed: bool) -> int:
    """The year that "this year" is in what is said of a report.

    Most reports are given at the beginning of the year that they plan, which "this year" is.
    Where one was given at the end of the year before, that is "this year", and the one planned
    "next year"; but what is aimed at "this year" is of the year planned, and "last year", said
    alone, of the one looked back on, since the report tells of none before it.

    Args:
        planned: the year that the report plans.
        text: the question or the statement.
        aimed: whether it is of what is aimed at.
    """
    if report.date is None or report.date.year != planned - 1:
        return planned
    if times.NEXT_YEAR.search(text):
        return planned - 1
    if times.THIS_YEAR.search(text):
        return planned if aimed or times.COMING_YEAR.search(text) else planned - 1
    before = any(section.year == planned - 2 for section in report.sections)
    return planned - 1 if before else planned


def year_of_statement(report: Report, text: str) -> int | None:
    """The year that "this year" is in a statement on a report; the planned one without such words.

    目前 dates a figure by the year that is planned.
    """
    if report.year is None or phrases.NOW.search(text) or not times.RELATIVE.search(text):
        return report.year
    return this_year(report, report.year, text, phrases.TARGET.search(text) is not None)
