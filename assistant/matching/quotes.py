"""How much of a clause is quoted as an answer, and what of several quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.evidence.knowledge import ClauseEntry
from assistant.matching.wanted import Wanted
from corpus.models import Report
from corpus.sentences import Span

_LONG = 90  # characters; a longer sentence is quoted in part where a part says it all
_MARK = re.compile("[，,；;]")
_CAPTION = 18  # characters of a sentence that only names what the next one tells
_SENTENCE = re.compile(r"[^\n。！]{20,}[。！]")


@dataclass(frozen=True)
class Quote:
    """A span of a report that answers, with the heading it stands under."""

    span: Span
    heading: str
    score: float


def quote(
    report: Report,
    row: tuple[float, ClauseEntry],
    wanted: tuple[Wanted, ...],
    at_least: int = 1,
) -> Quote:
    """What is quoted of a clause.

    Args:
        row: the clause with how well it fits.
        wanted: the question's words.
        at_least: how many stretches must have any of them for a part to be quoted alone.
    """
    score, entry = row
    span = _with_what_follows(report.text, entry)
    span = span or _essential(report.text, entry, wanted, at_least)
    return Quote(span, entry.heading, score)


def _with_what_follows(text: str, entry: ClauseEntry) -> Span | None:
    """A sentence that is but a caption, with the one that it stands over; None for another.

    破解“前期长”难题。(开展项目前期手续全程“路演”…): the first alone says nothing of how.
    """
    whole = (entry.start, entry.end) == (entry.sentence_start, entry.sentence_end)
    said = text[entry.start : entry.end]
    if not whole or len(said) > _CAPTION or re.search(r"\d|[，,；;：:]", said):
        return None
    following = _SENTENCE.match(text, entry.end)
    return (entry.start, following.end()) if following else None


def _essential(text: str, entry: ClauseEntry, wanted: tuple[Wanted, ...], at_least: int) -> Span:
    """The clause, or of a long one the stretch between commas that has all its words.

    A clause is told whole where fewer than ``at_least`` pieces have any: what is listed may
    stand after the piece that names it.
    """
    start, end = entry.start, entry.end
    if start == (entry.section.start if entry.section else -1) and entry.section:
        start += len(entry.section.number)
    if end - start <= _LONG:
        return start, end
    borders = [start, *(m.end() for m in _MARK.finditer(text, start, end)), end]
    pieces = list(pairwise(borders))
    hit = [
        at for at, (a, b) in enumerate(pieces) if any(word.stands_in(text[a:b]) for word in wanted)
    ]
    if len(hit) < at_least:
        return start, end
    first, last = hit[0], hit[-1]
    return pieces[first][0], pieces[last][1]


def told_once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes but those that stand within another: a caption brings its next sentence along."""
    found = tuple({quote.span: quote for quote in quotes}.values())
    return tuple(
        one
        for one in found
        if not any(
            other is not one and other.span[0] <= one.span[0] and one.span[1] <= other.span[1]
            for other in found
        )
    )
