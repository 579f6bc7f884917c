"""When an English claim's figure is for, and whether it is told as reached or as aimed at."""

from __future__ import annotations

import re

from assistant.claims import blanked
from assistant.quantities_en import English
from assistant.verifying.claims_en_words import DONE, EXPECTED, IGNORE, INFINITIVE, TARGET, YEAR
from corpus.glossary import load_glossary
from corpus.models import Kind
from corpus.sentences import Span

# "86.27 billion yuan in 2022": the year that goes with a figure and no other
_RIGHT_BEHIND = re.compile(
    r"\s*(?:yuan|RMB)?\s*(?:\(|(?:back\s+)?(?:in|for|by|during)\s+(?:the end of\s+)?)\s*", IGNORE
)
# "from 57.51 billion yuan in 2017 to (86.27 billion yuan)": the year is of what went before
_SINCE = re.compile(r"\bfrom\b[^;]{3,60}?\bin (?:19|20)\d\d to\s+(?:about |nearly )?$", IGNORE)
# Measured against an aim, a figure is none itself: "up 6.1%, missing its growth target",
# "113.5% of the annual plan"
_AGAINST = re.compile(
    r"\b(?:beat|beating|met|meeting|exceed\w*|missing|missed|above|below|of)\s+(?:its|the|"
    r"their|a)?\s*(?:\w+\s+)?(?:target|goal|plan)\w*(?! (?:of|at) )",
    IGNORE,
)
_NOW = re.compile(r"\b(?:now|currently|at present|today|so far)\b", IGNORE)
_AIM = re.compile(r"\b(?:target|goal|aim|objective)s?\b", IGNORE)


def years_in(text: str, plan: int | None) -> list[Span]:
    """The years that a text names, with where; those that only compare are left out.

    Args:
        text: a sentence.
        plan: the year that the report plans, which "this year" is.
    """
    found: list[Span] = []
    for match in YEAR.finditer(text):
        if match["base"] and not re.match(r"(?:against|over)\s+the", match["base"], IGNORE):
            continue
        if match["year"]:
            found.append((match.start("year"), int(match["year"])))
        elif plan:
            step = -1 if match["last"] else 1 if match["next"] else 0
            found.append((match.start(), plan + step))
    return found


def year_of(text: str, years: list[Span], piece: Span, group: list[English]) -> int | None:
    """The year right behind a figure, else one in its stretch, else the last before, or the next.

    A year behind an aim is the aim's: "averaged 28, and the county wants it below 27 this year".
    """
    last = group[-1].end
    since = _SINCE.search(text, 0, group[0].start)
    if since:
        years = [one for one in years if not since.start() <= one[0] < since.end()]
    behind = [year for at, year in years if at >= last and _RIGHT_BEHIND.fullmatch(text, last, at)]
    inside = [year for at, year in years if piece[0] <= at < group[0].start]
    after = [year for at, year in years if last <= at < piece[1]]
    before = [year for at, year in years if at < group[0].start]
    later = [year for at, year in years if at >= piece[1] and not TARGET.search(text, last, at)]
    if _NOW.search(text, *piece):
        later = []  # "now has 109, against 96 in 2022"
    for row in (behind[:1], inside[-1:], after[:1], before[-1:], later[:1]):
        if row:
            return row[0]
    return None


def without_terms(text: str) -> str:
    """The text with terms of the field made blank: their words tell of no time and no move."""
    return blanked(text, [(m.start, m.end) for m in load_glossary().find(text)])


def said_kind(text: str) -> Kind | None:
    """Whether a stretch tells of a target, an estimate or a fact; None where it leaves it open."""
    plain = _AGAINST.sub("", without_terms(text))
    if EXPECTED.search(plain) and not _AIM.search(plain):
        return Kind.ESTIMATE
    if TARGET.search(plain) or (INFINITIVE.search(" " + plain) and not DONE.search(plain)):
        return Kind.TARGET
    return Kind.ACTUAL if DONE.search(plain) or _NOW.search(plain) else None
