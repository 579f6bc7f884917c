"""Finds passages by their words: BM25 over what a Chinese tokenizer cuts them into."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Collection, Sequence
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


def question_words(question: str, vocabulary: Collection[str]) -> list[str]:
    """The words to look for; everyday and English ones also as those of the vocabulary."""
    from corpus.glossary import load_glossary, names

    found = list(words(question))
    for match in load_glossary().find(question):
        for name in names(match.terms):
            found.extend(one for one in words(name) if one in vocabulary)
    for said in load_glossary().everyday(question):
        found.extend(one for word in said.words for one in words(word) if word in vocabulary)
    if _LATIN.search(question):
        from index.translation import chinese_terms

        for term in chinese_terms(question, vocabulary):
            found.extend(words(term))
    return list(dict.fromkeys(found))


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
        """A score for each text; 0 where it has no word of the question."""
        wanted = [w for w in question_words(question, self.vocabulary) if w in self.vocabulary]
        if not wanted:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(wanted), dtype=np.float32)
