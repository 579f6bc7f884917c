"""Which measure of an indicator a question asks for: its growth, level, share, rank or gap."""

from __future__ import annotations

import re

from assistant.questions import asking, phrases, places_asked
from assistant.questions.question import Aspect
from assistant.questions.topics import Topic


def aspect_asked(plain: str, outside: str, terms: list[Topic]) -> Aspect | None:
    """The measure that a question asks for; none where it asks how long, or for several years.

    Args:
        plain: the question.
        outside: the same with the field's ``terms`` blanked.
    """
    if places_asked.asks_who_outran(plain, outside):
        return Aspect.GROWTH
    ranked = phrases.RANK.search(plain) or phrases.PLACE_NAMED.search(plain)
    if ranked and asking.FROM_WHERE_TO_WHERE.search(plain):
        ranked = None
    if asking.STOOD_AT.search(outside):
        return None
    aspect = Aspect.RANK if ranked else _aspect(outside) or _growing(terms)
    if aspect in (Aspect.RANK, Aspect.GROWTH) and asking.RUN_OF_YEARS.search(plain):
        return None
    if aspect is Aspect.GROWTH and asking.HOW_LONG.search(plain):
        return None  # how long does approval take once it is cut
    return aspect


def _aspect(text: str) -> Aspect | None:
    """The measure asked for; none where several are asked for together, or for how long."""
    if phrases.ON_YEAR.search(text):
        return Aspect.GROWTH
    if phrases.GAP.search(text) and not phrases.RANK.search(text):
        return Aspect.GAP
    text = asking.ONCE_CHANGED.sub("", text)
    if asking.CHANGE.search(text) or asking.POINTS_MOVED.search(text):
        return Aspect.GROWTH
    told = asking.SHARE_REACHES.sub("", text)
    several = [
        pattern.search(told) is not None
        for pattern in (phrases.GROWTH, phrases.COUNT, phrases.SHARE)
    ]
    if sum(several) > 1 or phrases.LEVEL_AND_GROWTH.search(text):
        return None
    for aspect, pattern in (
        (Aspect.RANK, phrases.RANK),
        (Aspect.SHARE, phrases.SHARE),
        (Aspect.GROWTH, phrases.GROWTH),
        (Aspect.LEVEL, phrases.LEVEL),
    ):
        if pattern.search(text):
            return aspect
    return None


def _growing(terms: list[Topic]) -> Aspect | None:
    """Growth where a name says it: "economic growth", but no rate of natural growth."""
    grows = any(phrases.GROWTH.search(one.text) and "增长" not in one.terms[0].zh for one in terms)
    return Aspect.GROWTH if grows else None


def other_aspect(denied: str) -> Aspect | None:
    """The measure that is meant where the other is not: 出口多少(不是增速), "not the total"."""
    if phrases.GROWTH.search(denied):
        return Aspect.LEVEL
    total = re.fullmatch(
        r"绝对[值额]|总[量额值]|(?:the )?(?:total|amount|value|size)", denied.strip()
    )
    return Aspect.GROWTH if total else None
