"""Chooses which of the reports held a question is about."""

from __future__ import annotations

from pypinyin import lazy_pinyin

from assistant.knowledge import Knowledge
from assistant.matching import KINDS, own_names, split_place
from assistant.question import Question


def choose_reports(question: Question, held: list[Knowledge]) -> list[Knowledge]:
    """The reports that a question may be about, the likeliest first.

    Those whose place it names come before others; among them those of the year that it names,
    then the latest. Empty where it names a place that none of them is about or speaks of.
    """
    if len(held) <= 1 and not question.places:
        return held
    foreign = [one for one in held if foreign_places(question, one)]
    named = [one for one in held if one not in foreign and _names_own(question, one)]
    if not named and question.places:
        named = [
            one for one in held if all(_knows(one, place) for place in foreign_places(question, one))
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


def _latin(name: str) -> str:
    return "".join(lazy_pinyin(name))


def foreign_places(question: Question, knowledge: Knowledge) -> tuple[str, ...]:
    """Places that a question names and that are not the report's own, nor within it.

    Nanchang City is not Nanchang County: a name with another kind of place is another place.
    """
    own = own_names(knowledge)
    kind = next((name for name in own if name in KINDS), "")
    found: list[str] = []
    for place in question.places:
        stem, of = split_place(place)
        if stem in own and of in (kind, ""):
            continue
        if any(stem and stem in _latin(scope) or stem in scope for scope in knowledge.scopes):
            continue
        found.append(place)
    return tuple(found)


def _names_own(question: Question, knowledge: Knowledge) -> bool:
    own = own_names(knowledge) - KINDS
    text = question.text.lower().replace(" ", "")
    return any(len(name) > 1 and name in text for name in own)


def _knows(knowledge: Knowledge, place: str) -> bool:
    """Whether a report speaks of a place at all: "鄱阳县", "Poyang County"."""
    stem, _ = split_place(place)
    return not stem or stem in knowledge.report.text or stem in knowledge.places
