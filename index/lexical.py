"""Finds passages by their words: BM25 over what a Chinese tokenizer cuts them into."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import bm25s
import jieba
import numpy as np
import numpy.typing as npt

from corpus.settings import get_settings

# Words of a question that say nothing of its topic. A passage that happens to have one
# ("一是…") would otherwise gain by it, since they are rare in reports.
_STOPWORDS = frozenset(
    {
        *("的", "了", "是", "在", "和", "与", "及", "或", "也", "都", "就", "有", "吗", "呢", "啊"),
        *("多少", "什么", "哪些", "哪个", "哪", "谁", "几", "如何", "怎么", "怎样", "为什么"),
        *("请问", "多", "少", "一下"),
    }
)
# The package logs each step for debugging, to whoever listens to the root logger.
logging.getLogger("bm25s").setLevel(logging.WARNING)
_WORD = re.compile(r"\w")  # "亿元", "8.7": not "、", "。"
_LATIN = re.compile(r"[A-Za-z]{2}")  # "GDP增长目标", "What is the target?"

Scores = npt.NDArray[np.float32]


@lru_cache(maxsize=1)
def tokenizer() -> jieba.Tokenizer:
    """A tokenizer of our own with the field's terms; the package's shared one stays as it is."""
    from corpus.glossary import load_glossary

    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    # Its cache is unmarshalled on loading: not from a folder that others may write to.
    folder = get_settings().home / "cache"
    folder.mkdir(parents=True, exist_ok=True)
    cutter.tmp_dir = str(folder)
    for term in load_glossary().terms:
        for word in (term.zh, *term.zh_aliases):
            cutter.add_word(_folded(word))
    return cutter


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, with the shorter words inside long ones.

    Width and case are folded: "GDP", "ＧＤＰ" and "gdp" are one word.
    """
    return tuple(
        word.rstrip("%")  # the tokenizer leaves it at the number: "8.7%"
        for word in tokenizer().cut_for_search(_folded(text))
        if _WORD.search(word) and word not in _STOPWORDS
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


# How much the words of the field weigh beside a question's other words, chosen on 1,500 questions
# of fifteen dev sets: an English name against a single dictionary word, and what a Chinese name
# is also called against the name itself, which the question already has.
_ENGLISH_NAME = 2.0
_ENGLISH_PHRASE = 1.5
_OTHER_NAMES = 0.7


@dataclass(frozen=True)
class Concept:
    """One thing to look for: the ways in which a report may say it, each in words."""

    ways: tuple[tuple[str, ...], ...]
    weight: float = 1.0


def question_concepts(question: str, vocabulary: Collection[str]) -> list[Concept]:
    """What to look for: a question's words, and the ways in which the reports may say them.

    Args:
        question: in Chinese or English, or mixed.
        vocabulary: the words that occur in the corpus; no others are given.
    """
    from corpus.glossary import load_glossary, names

    glossary = load_glossary()
    rest = list(question)
    found: list[Concept] = []

    def take(start: int, end: int, ways: Sequence[str], weight: float) -> None:
        if question[start].isascii():
            rest[start:end] = " " * (end - start)
            found.append(_concept((question[start:end], *ways), vocabulary, weight))
        else:
            found.append(_concept(ways, vocabulary, _OTHER_NAMES))

    for match in glossary.find(question):
        take(match.start, match.end, names(match.terms), _ENGLISH_NAME)
    for said in glossary.everyday("".join(rest)):
        take(said.start, said.end, said.words, _ENGLISH_PHRASE)
    left = "".join(rest)
    if _LATIN.search(left):
        from index.translation import word_translations

        found.extend(_concept(ways, vocabulary) for ways in word_translations(left, vocabulary))
    found.extend(_concept((word,), vocabulary) for word in words(left))
    return [one for one in dict.fromkeys(found) if one.ways]


def _concept(ways: Sequence[str], vocabulary: Collection[str], weight: float = 1.0) -> Concept:
    cut = (tuple(dict.fromkeys(w for w in words(way) if w in vocabulary)) for way in ways)
    return Concept(tuple(dict.fromkeys(way for way in cut if way)), weight)


class LexicalIndex:
    """BM25 (Lucene's variant, k1 = 1.5, b = 0.75) over texts, held in memory.

    Args:
        texts: what to search, at least one with a word in it.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        tokens = [list(words(text)) for text in texts]
        self.vocabulary = frozenset(word for text in tokens for word in text)
        self._size = len(tokens)
        self._bm25 = bm25s.BM25()
        if self.vocabulary:
            self._bm25.index(tokens, show_progress=False)

    def scores(self, question: str) -> Scores:
        """A score for each text; 0 where it has no word of the question.

        The ways of one concept are joined by their Euclidean norm, between the best of them and
        their sum: translations of one word are synonyms (Pirkola, SIGIR 1998), and a word with ten
        of them is not asked for ten times as much.
        """
        total = np.zeros(self._size, dtype=np.float32)
        for concept in question_concepts(question, self.vocabulary):
            ways = [self._bm25.get_scores(list(way)) for way in concept.ways]
            total += concept.weight * np.linalg.norm(ways, axis=0)
        return total
