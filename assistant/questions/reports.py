"""Chooses which of the reports held a question is about."""

from __future__ import annotations

from assistant.evidence.knowledge import Knowledge
from assistant.questions.places import KINDS, foreign_places, own_names, speaks_of
from assistant.questions.question import Question


def choose_reports(question: Question, held: list[Knowledge]) -> list[Knowledge]:
    """The reports that a question may be about, the likeliest first.

    Those whose place it names come before others; among them those of the year that it names,
    then the latest. Empty where it names a place that none of them is about or speaks of.
    """
    if len(held) <= 1 and not question.places:
        return held
    foreign = [one for one in held if foreign_places(question, one)]
    named = [one for one in held if one not in foreign and names_own(question, one)]
    if not named and question.places:
        named = [
            one
            for one in held
            if all(speaks_of(one, place) for place in foreign_places(question, one))
        ]
        if not named:
            return []
    pool = named or held
    years = set(question.years)
    covering = [one for one in pool if not years or years & one.years] or pool
    return sorted(covering, key=lambda one: (-_fit(question, one), -(one.report.year or 0)))


def _fit(question: Question, knowledge: Knowledge) -> int:
    """2 where the report plans or reviews the very year asked for, as target or achieved."""
    year = knowledge.report.year
    if not year or not question.years:
        return 0
    if question.target:
        return 2 if year in question.years else 0
    return 2 if year - 1 in question.years else 1 if year in question.years else 0


def names_own(question: Question, knowledge: Knowledge) -> bool:
    """Whether a question names the place that a report is of."""
    own = own_names(knowledge) - KINDS
    text = question.text.lower().replace(" ", "")
    return any(len(name) > 1 and name in text for name in own)
