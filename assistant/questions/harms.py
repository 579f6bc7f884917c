"""What harm a question asks of, and how a report tells of it."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry

DIED = "死亡|伤亡|遇难|病亡"
# 死了几个人, "how many were injured", "how many Covid cases": how each is asked and told
_HARMS = (
    (
        r"死(?!角|板|循环)|丧生|遇难|牺牲|去世|病亡|"
        r"\b(?:die[ds]?|deaths?|dead|kill(?:ed|s)?|fatalit\w+|perish\w*|drown\w*)\b",
        DIED,
    ),
    (r"受伤|伤了|\b(?:injur\w+|hurt|wounded)\b", "受伤|伤亡"),
    (r"伤亡|\bcasualt\w+", "伤亡"),
    (r"失踪|\bmissing\b", "失踪"),
    (r"感染|确诊|病例|\binfect\w+|\bcovid(?:-19)? cases\b", "感染|确诊|病例|阳性"),
)


def harms_told(text: str) -> tuple[str, ...]:
    """For each harm that a question names, the words by which reports tell of it."""
    return tuple(told for asked, told in _HARMS if re.search(asked, text, re.IGNORECASE))


def of_harm(pool: list[FigureEntry], told: tuple[str, ...]) -> list[FigureEntry]:
    """The figures that count each harm asked for: no vaccinations for the dead.

    事故起数、死亡人数分别下降41.3%和27.9%: where a clause names the harm for one of its figures,
    the others are of something else.

    Args:
        told: the words of each harm, from `harms_told`.
    """
    for words in told:
        named = {one.clause for one in pool if re.search(words, one.name)}
        pool = [
            one
            for one in pool
            if re.search(words, one.name if one.clause in named else one.name + one.clause)
        ]
    return pool
