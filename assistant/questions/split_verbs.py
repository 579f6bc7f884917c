"""Verbs with the question between them and their object: 减了多少负, "of its GDP does it spend"."""

from __future__ import annotations

import re

from corpus.glossary import load_glossary

# 给企业减了多少负, 减轻了多少负担: a verb and its object, with the question between
_SPLIT_VERB = re.compile(
    r"([\u4e00-\u9fff]{2}(?=了多少[\u4e00-\u9fff]{2})|[\u4e00-\u9fff])(了多少)"
    r"([\u4e00-\u9fff]{1,2})(?<!了多少钱)(?=[?？,，。]|$)"
)
# How much of its GDP (does the city) spend on R&D: what is spent on it, with who does between
_SPENDS = re.compile(
    r"\b(?P<of>(?:how much|what (?:share|percentage|proportion|part)) of (?:the|its|their) [\w ]{2,24}?)"
    r" (?:does|do|did|will|is) (?:[\w'’-]+ ){1,4}?(?P<verb>spen[dt]|put|invest|devote)(?:ing)?\b",
    re.IGNORECASE,
)
_DONE = {"spend": "spent", "invest": "invested", "devote": "devoted"}


def with_verbs_whole(text: str) -> str:
    """The text with a verb that the field knows put together again: 减负了多少."""
    text = _SPENDS.sub(lambda m: f"{m['of']} {_DONE.get(m['verb'], m['verb'])}", text)
    return _SPLIT_VERB.sub(
        lambda m: f"{m[1]}{m[3]}{m[2]}" if load_glossary().knows(m[1] + m[3]) else m[0], text
    )
