"""Chooses which of the reports held a question is about."""

from __future__ import annotations

import re

from assistant.knowledge import Knowledge
from assistant.matching import own_names
from assistant.question import Question


def choose_reports(question: Question, held: list[Knowledge]) -> list[Knowledge]:
    """The reports that a question may be about, the likeliest first.

    Those whose place it names come before others; among them those of the year that it names,
    then the latest. Empty where it names a place that none of them is about or speaks of.
    """
    if len(held) <= 1 and not question.places:
        return held
    named = [one for one in held if _names_own(question, one)]
    if not named and question.places:
        named = [one for one in held if all(_knows(one, place) for place in question.places)]
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


def _names_own(question: Question, knowledge: Knowledge) -> bool:
    own = own_names(knowledge)
    text = question.text.lower().replace(" ", "")
    return any(len(name) > 1 and name != "county" and name in text for name in own if name not in _KINDS)


_KINDS = {"county", "city", "province", "district", "prefecture"}


def _knows(knowledge: Knowledge, place: str) -> bool:
    """Whether a report speaks of a place at all: "鄱阳县", "Poyang County"."""
    if re.match("[\u4e00-\u9fff]", place):
        stem = re.sub(r"(?:自治[州县区]|经开区|高新区|开发区|新区|[省市县区州旗镇乡村])$", "", place)
        return len(stem) < 2 or stem in knowledge.report.text
    spelled = re.sub("[^a-z]", "", " ".join(place.lower().split()[:-1]))
    return spelled in knowledge.places or not spelled
