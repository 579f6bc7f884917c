"""Example questions, made from what a report holds."""

from __future__ import annotations

from assistant.knowledge import Knowledge
from corpus.glossary import load_glossary
from corpus.models import Figure, Kind, Measure

_EACH = 3


def example_questions(knowledge: Knowledge) -> list[str]:
    """A few questions in both languages that the report answers, the headline figures first."""
    targets = _known(knowledge, Kind.TARGET)
    actuals = _known(knowledge, Kind.ACTUAL)
    found: list[str] = []
    for figure, english in targets[:2]:
        growth = "增长" if figure.measure is Measure.GROWTH else ""
        found.append(f"{figure.year}年{figure.indicator}{growth}目标是多少?")
        said = " growth" if growth else ""
        found.append(f"What is the {figure.year} target for {english}{said}?")
    for figure, english in actuals[1:_EACH]:
        found.append(f"{figure.year}年{figure.indicator}是多少?")
        found.append(f"What was {english} in {figure.year}?")
    return found


def _known(knowledge: Knowledge, kind: Kind) -> list[tuple[Figure, str]]:
    """Figures of indicators that the glossary knows, one for each, in the report's order."""
    found: dict[str, tuple[Figure, str]] = {}
    for entry in knowledge.figures:
        figure = entry.figure
        term = load_glossary().by_zh(figure.indicator)
        told = figure.measure in (Measure.LEVEL, Measure.GROWTH)
        if figure.kind is kind and term and term.kind == "indicator" and told and not figure.scope:
            found.setdefault(term.zh, (figure, term.en))
    return list(found.values())
