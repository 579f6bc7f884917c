"""What signs set above the line stand for: the power of a unit, or the number of a note."""

from __future__ import annotations

import re

_METRE = re.compile(r"(?:^|[^A-Za-z])[kcdm]?m$")  # km²: a raised number that is no note's
# ⁷, [7], (7), ⑦, *: as notes are numbered
_NOTE = re.compile(r"\s*[\[［〔【(（]?\s*(?:\d{1,2}|[①-⑳*＊])\s*[\]］〕】)）]?\s*")
_POWERS = {"2": "²", "3": "³"}


def power_of(before: str, raised: str) -> str:
    """The power that raised signs are of a unit before them: m² of m and 2; "" for none."""
    is_unit = _METRE.search(before.rstrip()) is not None
    return _POWERS.get(raised.strip(), "") if is_unit else ""


def read_raised(before: str, raised: str) -> str:
    """What raised signs are read as: a unit keeps its power, a note's number is left out.

    黄标车⁷2863辆 would else read 72863辆. A number that opens a line is that of the note itself.

    Args:
        before: the text up to them, of the same line.
        raised: the raised signs.
    """
    power = power_of(before, raised)
    is_note = before.strip() and not before.rstrip()[-1].isascii() and _NOTE.fullmatch(raised)
    return power or ("" if is_note else raised)
