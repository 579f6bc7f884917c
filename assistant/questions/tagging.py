"""Parts of speech: which words of a question name things, and which tell what is done."""

from __future__ import annotations

import re
from functools import lru_cache

import jieba.posseg

from assistant.questions import phrases
from index.lexical import tokenizer
from index.translation import is_noun, is_ordinary


@lru_cache(maxsize=1)
def tagger() -> jieba.posseg.POSTokenizer:
    """The tagger of Chinese words, which knows the field's terms."""
    return jieba.posseg.POSTokenizer(tokenizer())


@lru_cache(maxsize=8192)
def is_verbal(word: str) -> bool:
    """Whether a word tells what is done: 改造, 引进, "built", "handled"."""
    if not word.isascii():
        return all(flag.startswith("v") for _, flag in tagger().cut(word))
    if re.search("[a-z]ed$", word) or phrases.DONE_TO.fullmatch(word):
        return True
    return not re.search(" |ing$", word) and is_ordinary(word) and not is_noun(word)


_NEWLY_BUILT = "新建"


@lru_cache(maxsize=8192)
def is_known_place(word: str) -> bool:
    """Whether the dictionary knows a Chinese word as a place's name: 天津, 合肥.

    新建 is a district too, but in a report what is newly built.
    """
    tokens = list(tagger().cut(word))
    return len(tokens) == 1 and tokens[0].flag == "ns" and word != _NEWLY_BUILT
