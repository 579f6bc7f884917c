"""Whose figure it is: a park's or a county's within the place, or those of the place around it."""

from __future__ import annotations

from dataclasses import replace

from corpus.figures import words
from corpus.figures.indicators import Subject
from corpus.sentences import Span


def concerned(text: str, clause: Span) -> str | None:
    """The part of the place that a clause without figures is about: 支持云川高新区扩区."""
    match = words.CONCERNED.match(text, *clause)
    itself = words.CONCERNED_ITSELF.match(text, *clause)
    found = (
        (match["scope"] or match["place"])
        if match
        else (itself["scope"] or itself["town"] or itself["part"])
        if itself
        else None
    )
    return None if found and found.startswith("全") else found


def inherited(text: str, clause: Span, scope: str | None) -> str | None:
    """The scope that still holds in a clause: none where it speaks of the whole place again."""
    return None if words.WHOLE_PLACE.search(text[clause[0] : clause[1]]) else scope


def outer(text: str, clause_start: int, name_start: int, place: str) -> str | None:
    """全省, 全市 or 全国 before a name, where that is more than the report's own place."""
    match = words.OUTER.search(text[clause_start:name_start])
    if not match or not place or match["level"] == place[-1:]:
        return None
    return "全" + match["level"]


def foreign(scope: str | None, place: str) -> str | None:
    """A scope, unless it is the report's own place."""
    own = scope and place and (place.endswith(scope) or scope == "全" + place[-1])
    return None if own else scope


def put(names: list[Subject], scope: str | None) -> list[Subject]:
    """The subjects with a scope, where they have none of their own."""
    return [one if one.scope else replace(one, scope=scope) for one in names]
