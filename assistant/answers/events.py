"""An event that a question opens with before what it asks: "After the strike, what …".

What a report says of the event's place or firm alone is no answer: the clause must tell of what
is asked, and an event that the report does not know is not answered about at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.evidence.knowledge import ClauseEntry
from assistant.matching.wanted import Wanted
from assistant.questions.question import Question

_HEAVY = 0.5  # the weight of words that say which event
# 裁员之后怎么安置, "after the merger", "since they went to a four-day week"; no span of years
_EVENT = re.compile(
    r"^[^,，。?？\d]{2,20}?(?:之后|以后|后)(?!来)[,，]?|"
    r"\b(?:after|since|following|now that) "
    r"(?!\d|\w+ (?:years|months|days)\b|(?:the )?(?:\d|start\b|beginning\b))[^,;?]+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Event:
    """What a question opens with, and what it asks, each by its words."""

    words: tuple[Wanted, ...]
    asked: tuple[Wanted, ...]


def event_of(question: Question, wanted: tuple[Wanted, ...]) -> Event | None:
    """The event that a question names by any word; None where it names none."""
    found = _EVENT.search(question.text)
    if not found:
        return None
    words = tuple(w for w in wanted if found.start() <= w.topic.start < found.end())
    return Event(words, tuple(w for w in wanted if w not in words)) if words else None


def is_unheld(event: Event) -> bool:
    """Whether a report knows nothing of an event, or nothing of what is asked after it."""
    if any(not word.held and word.weight >= _HEAVY for word in event.words):
        return True
    return bool(event.asked) and not any(word.held for word in event.asked)


def tells_what_followed(entry: ClauseEntry, event: Event) -> bool:
    """Whether a clause has a word of what is asked; where nothing is, all that says which event."""
    if event.asked:
        return any(word.stands_in(entry.text) for word in event.asked)
    return all(word.stands_in(entry.text) for word in event.words if word.held)
