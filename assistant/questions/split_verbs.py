"""Verbs with the question between them and their object: 减了多少负, "of its GDP does it spend"."""

from __future__ import annotations

import re

from corpus.glossary import load_glossary

# 给企业减了多少负, 减轻了多少负担: a verb and its object, with the question between
_SPLIT_VERB = re.compile(
    r"([\u4e00-\u9fff]{2}(?=了多少[\u4e00-\u9fff]{2})|[\u4e00-\u9fff])(了多少)"
    r"([\u4e00-\u9fff]{1,2})(?<!了多少钱)(?=[?？,，。]|$)"
)
# How much of its GDP (does the city) spend on R&D: a share of it, with who spends between
_SPENDS = re.compile(
    r"\b(?:how much|what (?:share|percentage|proportion|part)) of (?:the|its|their) "
    r"(?:GDP|economy|economic output) (?:does|do|did|will|is) (?:[\w'’-]+ ){1,4}?"
    r"(?P<verb>spend|put|invest|devote)(?:ing)?\b",
    re.IGNORECASE,
)
_DONE = {"spend": "spent", "invest": "invested", "devote": "devoted", "put": "put"}


def with_verbs_whole(text: str) -> str:
    """The text with a verb that the field knows put together again: 减负了多少."""
    text = _SPENDS.sub(lambda m: f"what share of GDP {_DONE[m['verb'].lower()]}", text)
    return _SPLIT_VERB.sub(_whole, text)


def _whole(split: re.Match[str]) -> str:
    for verb in (split[1], split[1][-1]):  # 一(年运)了多少旅客: 年 is no part of it
        if load_glossary().knows(verb + split[3]):
            return f"{split[1]}{split[3]}{split[2]}"
    return split[0]
