"""An event that a question opens with before what it asks: "After the strike, what …".

What a report says of the event's place or firm alone is no answer: the clause must tell of what
is asked, and an event that the report does not know is not answered about at all.
"""

from __future__ import annotations

import re

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


def is_unheld_event(question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a question is of what came after something that the report does not know."""
    event, main = _parted(question, wanted)
    if any(not word.held and word.weight >= _HEAVY for word in event):
        return True
    return bool(event and main) and not any(word.held for word in main)


def tells_what_followed(entry: ClauseEntry, question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a clause has a word of what is asked, or all that says which event, if that is all.

    True of any clause where the question names no event.
    """
    event, main = _parted(question, wanted)
    if not event:
        return True
    if main:
        return any(word.stands_in(entry.text) for word in main)
    return all(word.stands_in(entry.text) for word in event if word.held)


def _parted(
    question: Question, wanted: tuple[Wanted, ...]
) -> tuple[tuple[Wanted, ...], tuple[Wanted, ...]]:
    """The words of the event and those of what is asked; no event: none of either."""
    found = _EVENT.search(question.text)
    if not found:
        return (), ()
    event = tuple(w for w in wanted if found.start() <= w.topic.start < found.end())
    return event, tuple(w for w in wanted if w not in event)
