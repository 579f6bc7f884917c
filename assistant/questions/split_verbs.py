"""Chinese verbs with the question between them and their object: 减了多少负."""

from __future__ import annotations

import re

from corpus.glossary import load_glossary

# 给企业减了多少负, 减轻了多少负担: a verb and its object, with the question between
_SPLIT_VERB = re.compile(
    r"([\u4e00-\u9fff]{2}(?=了多少[\u4e00-\u9fff]{2})|[\u4e00-\u9fff])(了多少)"
    r"([\u4e00-\u9fff]{1,2})(?<!了多少钱)(?=[?？,，。]|$)"
)


def with_verbs_whole(text: str) -> str:
    """The text with a verb that the field knows put together again: 减负了多少."""
    return _SPLIT_VERB.sub(
        lambda m: f"{m[1]}{m[3]}{m[2]}" if load_glossary().knows(m[1] + m[3]) else m[0], text
    )
