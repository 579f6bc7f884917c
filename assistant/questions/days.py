"""The day that a question names an event by."""

from __future__ import annotations

import re

from assistant.quantities_en import MONTHS

_IGNORE = re.IGNORECASE
# "the July 24 flood", 8月9日: reports write “8·09”
_DAY = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])(?:月|[·.])(?P<d>[0-3]?\d)日?|"
    r"\b(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? (?P<day>[0-3]?\d)\b|"
    r"\b(?P<first>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?"
    r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b",
    _IGNORE,
)


def day_named(text: str) -> re.Pattern[str] | None:
    """How reports write the day that a question names an event by: 8·09, 8月9日."""
    found = _DAY.search(text)
    if found is None:
        return None
    name = found["name"] or found["month"]
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(found["m"])
    day = int(found["day"] or found["first"] or found["d"])
    return re.compile(rf"(?<!\d)0?{month}(?:[·•.．]|月)0?{day}(?!\d)")
