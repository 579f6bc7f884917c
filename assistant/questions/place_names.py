"""Names of places in a question, by what kind of place they say they are."""

from __future__ import annotations

import re

from wordfreq import zipf_frequency

from assistant.claims import blanked
from assistant.questions import phrases, place_words
from assistant.questions.tagging import tagger

# Parts of speech that name nothing: pronouns, adverbs, prepositions, verbs
_RARE = 3.5  # the Zipf frequency below which a verb may as well be a name
_NO_NAME = ("r", "d", "p", "c", "u", "y", "e", "v")


def _is_name(place: str) -> bool:
    """Whether it is named so, rather than told: 给群众省(钱) has verbs in it, 启明市 a rare one."""
    tokens = list(tagger().cut(place))
    return len(tokens) == 1 or not any(
        flag.startswith(_NO_NAME) and not (flag[0] == "v" and zipf_frequency(word, "zh") < _RARE)
        for word, flag in tokens
    )


# 哪个县, 全市, 同类县, 20个省级园区: no name
_NO_PLACE = re.compile(
    "[哪几每多城乡县市省区全我本该各咱你您这那个]|同类|同级|兄弟|周边|其[他它余]|建成区|.{2,3}五(?:期间|时期)"
)


# "Which (Shenzhen district) was it paired with?": asks for one there, and names none
_ASKS_WHICH = re.compile(r"\b(?:which|what)\s+$", re.IGNORECASE)


def chinese_places(text: str) -> list[re.Match[str]]:
    """The names of places in Chinese, as the first group of each match."""
    return [
        match
        for match in place_words.CHINESE_PLACE.finditer(text)
        if not _NO_PLACE.match(match[1]) and _is_name(match[1])
    ]


_OWNER = re.compile(r"^.*['’]s\s+")  # (Shenzhen's) Longgang District


def find_places(text: str) -> tuple[str, ...]:
    """Names of places in a text without its terms, each once: 淮州市, "Poyang County"."""
    plain = [match.span() for match in phrases.FILLER.finditer(text)]
    found = [match[1] for match in chinese_places(text)]
    # 我想知道进贤县的: with what says nothing blanked, more names stand by themselves
    found += [
        match[1]
        for match in chinese_places(blanked(text, plain))
        if not any(match[1] in one or one in match[1] for one in found)
    ]
    found += [
        f"{_OWNER.sub('', match[1].strip())} {match[2]}"
        for match in place_words.ENGLISH_PLACE.finditer(text)
        if not _ASKS_WHICH.search(text[: match.start()])
    ]
    return tuple(dict.fromkeys(found))
