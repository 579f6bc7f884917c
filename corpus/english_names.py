"""How English names are compared: by stems, whichever way round, without what adds nothing."""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Za-z0-9]+(?:\.\d+)?(?:&[A-Za-z])?")
_PLACES = ("county", "city", "district", "province", "town", "township", "region")
# What stands between the words of a name and adds nothing: jobs (were) created in (the) city
SILENT = frozenset({"the", "a", "an", "was", "were", "is", "are", "be", "been", "has", "have"})
# Prepositions by which one noun is another's: income of, from, for, in the villages
_LINKS = frozenset({"of", "from", "for", "in", "at", "by", "on", "among", "within"})
_OF = "of"
# Verbs at the end of a name that tell how it moved: investment (grew)
_MOVES = frozenset({"grow", "rise", "fall", "expand", "shrink", "or"})
_BRITISH = (
    ("isation", "ization"),
    ("centre", "center"),
    ("metre", "meter"),
    ("theatre", "theater"),
    ("fibre", "fiber"),
    ("labour", "labor"),
    ("honour", "honor"),
    ("neighbour", "neighbor"),
    ("favour", "favor"),
    ("colour", "color"),
    ("harbour", "harbor"),
    ("programme", "program"),
    ("licence", "license"),
    ("defence", "defense"),
    ("specialit", "specialt"),
    ("travell", "travel"),
)
# modernise, subsidised, utilising, fertiliser
_ISE = re.compile("(?<=al|an|ar|at|er|gn|ic|id|il|im|it|on|or|rd|rn|ut)is(?=(?:e[drs]?|ers|ing)$)")


def is_possessive(text: str, word: re.Match[str]) -> bool:
    """The s of "sector's": a term is found across it."""
    return word[0].lower() == "s" and text[word.start() - 1 : word.start()] in ("'", "’")


def is_owner(text: str, word: re.Match[str]) -> bool:
    """The county of "the county's economy", which is no 县域经济 but the county's GDP."""
    return word[0].lower() in _PLACES and text[word.end() : word.end() + 2] in ("'s", "’s")


def stem_of(word: str) -> str:
    """A word in lower case without plural, in American spelling."""
    word = word.lower()
    for british, american in _BRITISH:
        word = word.replace(british, american)
    word = _ISE.sub("iz", word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def lookup_key(stems: tuple[str, ...]) -> tuple[str, ...]:
    """An English name as it is looked up: without articles and "was" within, prepositions alike.

    One before it stays: the public are people, public is much else.
    """
    rest = (_OF if one in _LINKS else one for one in stems[1:] if one not in SILENT)
    return (*stems[:1], *rest)


def turned_around(key: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The same name the other way round: village collective income, income of village collective"""
    if key[0] in SILENT:
        return []
    if key.count(_OF) == 1:
        at = key.index(_OF)
        return [(*key[at + 1 :], *key[:at])] if 0 < at < len(key) - 1 else []
    return [] if _OF in key else [(*key[at:], _OF, *key[:at]) for at in range(1, len(key))]


def base_forms(word: str) -> tuple[str, ...]:
    """What a regular verb's form may be of: planned, plan; merged, merge; tidied, tidy."""
    if word.endswith("ied") and len(word) > 4:
        return (f"{word[:-3]}y",)
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            root = word.removesuffix(ending)
            single = root[:-1] if root[-1] == root[-2] else root
            return (root, f"{root}e", single)
    return ()


def stems_of(name: str) -> tuple[str, ...]:
    """The stems of a name's words."""
    words = (word for word in WORD.finditer(name) if not is_possessive(name, word))
    return tuple(stem_of(word[0]) for word in words)


def without_verb(stems: list[str]) -> int:
    """How many words of a name are left without the verb at its end: investment (rose or fell).

    "How much grain did farmers grow" is asked for whole.
    """
    size = len(stems)
    while size > 1 and stems[size - 1] in _MOVES and "did" not in stems:
        size -= 1
    return size
