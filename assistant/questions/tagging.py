"""Parts of speech: which words of a question name things, and which tell what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import jieba.posseg

from assistant.questions import phrases
from index.lexical import tokenizer
from index.translation import is_noun, is_ordinary


@lru_cache(maxsize=1)
def tagger() -> jieba.posseg.POSTokenizer:
    """The tagger of Chinese words, which knows the field's terms."""
    return jieba.posseg.POSTokenizer(tokenizer())


# Nouns of one sign that stand in any question; others, as 路 and 电, tell what it is about
SHORT_EMPTY = frozenset(
    "人事年月日时家个元钱县市区省州镇乡村国地度数量值额率名位次点块头条方面项件中上下里内"
)
# (恒晟)光伏, 鼎昱科技: signs that make a word with others only, and so name something together
_PIECE = ("nr", "ns", "nz", "ng", "g", "j", "x", "zg")


def tagged(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text with their parts of speech, a name that no dictionary has as one."""
    run = ""
    for word, flag in tagger().cut(text):
        if _is_piece(word, flag):
            run += word
            continue
        if run:
            yield run, "nz" if len(run) > 1 else "x"
            run = ""
        yield word, flag
    if run:
        yield run, "nz" if len(run) > 1 else "x"


@lru_cache(maxsize=8192)
def is_coined(word: str) -> bool:
    """Whether a Chinese word is a name that no dictionary has: 恒晟."""
    return len(word) > 1 and all(_is_piece(one, flag) for one, flag in tagger().cut(word))


def _is_piece(word: str, flag: str) -> bool:
    return len(word) == 1 and flag in _PIECE and word not in SHORT_EMPTY


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
