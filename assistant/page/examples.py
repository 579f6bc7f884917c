"""Example questions, made from what a report holds."""

from __future__ import annotations

from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.models import Language
from corpus.glossary import load_glossary
from corpus.models import Figure, Kind, Measure, Part
from corpus.outline import section_at

_HEADING = 12  # characters; a longer heading makes no question
_FORMS = {
    Language.ZH: {
        (Kind.TARGET, Measure.GROWTH): "{year}年{name}增长目标是多少？",
        (Kind.TARGET, Measure.LEVEL): "{year}年{name}目标是多少？",
        (Kind.ACTUAL, Measure.LEVEL): "{year}年{name}是多少？",
    },
    Language.EN: {
        (Kind.TARGET, Measure.GROWTH): "What is the {year} growth target for {name}?",
        (Kind.TARGET, Measure.LEVEL): "What is the {year} target for {name}?",
        (Kind.ACTUAL, Measure.LEVEL): "What was {name} in {year}?",
    },
}


def example_questions(knowledge: Knowledge, first: Language, each: int = 4) -> list[str]:
    """Questions in both languages that the report answers, about its headline figures.

    Args:
        knowledge: the report.
        first: the language whose questions come first.
        each: how many at most in it; the other language has half as many.
    """
    asked = {
        language: [_question(language, figure, name) for figure, name in _told(knowledge, language)]
        for language in Language
    }
    topic = _topic(knowledge)
    if topic:
        asked[Language.ZH].insert(2, topic)
    second = Language.EN if first is Language.ZH else Language.ZH
    # The second language starts from another figure, so that the two show more of the report.
    return [*asked[first][:each], *asked[second][2 : 2 + each // 2]]


def _question(language: Language, figure: Figure, name: str) -> str:
    return _FORMS[language][figure.kind, figure.measure].format(year=figure.year, name=name)


def _told(knowledge: Knowledge, language: Language) -> list[tuple[Figure, str]]:
    """Figures of indicators that the glossary knows: targets and achieved ones in turn."""
    found: dict[tuple[str, Kind], tuple[Figure, str]] = {}
    for entry in knowledge.figures:
        figure = entry.figure
        term = load_glossary().by_zh(figure.indicator)
        form = (figure.kind, figure.measure) in _FORMS[language]
        if term and term.kind == "indicator" and form and not figure.scope and _sound(entry):
            name = term.zh if language is Language.ZH else term.en
            found.setdefault((term.zh, figure.kind), (figure, name))
    targets = [one for (_, kind), one in found.items() if kind is Kind.TARGET]
    actuals = [one for (_, kind), one in found.items() if kind is Kind.ACTUAL]
    mixed: list[tuple[Figure, str]] = []
    for at in range(max(len(targets), len(actuals))):
        mixed += targets[at : at + 1]
        # Another indicator than the target's beside it, where there is one.
        mixed += actuals[at + 1 : at + 2]
    return mixed


def _sound(entry: FigureEntry) -> bool:
    return entry.figure.year is not None and entry.figure.value is not None


def _topic(knowledge: Knowledge) -> str | None:
    """A question about what a short heading of the plan speaks of."""
    report = knowledge.report
    for section in report.sections:
        planned = section.part is Part.PLAN and section.year == report.year
        leaf = section_at(report.sections, section.start) == section
        if planned and leaf and section.level > 2 and 4 <= len(section.heading) <= _HEADING:
            return f"{report.year}年在“{section.heading}”方面有哪些举措？"
    return None
