"""Town set against country: which of the two a text says to be ahead."""

from __future__ import annotations

import re
from itertools import pairwise

SIDES = ("城镇", "农村")
_WORDS = {
    "城镇": r"城镇|城里人?|城市居民|市民|\b(?:urban|town|towns?people|townsfolk|city dwellers|"
    r"city residents|city people)\b",
    "农村": r"农村|农民|村民|乡村|\b(?:rural|countryside|villagers?|village|farmers?|"
    r"country people)\b",
}
_SIDE = re.compile("|".join(f"(?P<s{at}>{_WORDS[side]})" for at, side in enumerate(SIDES)), re.I)
# 农民(跑赢了)城里人, 农村(快于)城镇, "villagers' incomes rose more slowly (than) those of …"
_AHEAD = re.compile(
    r"[快高多大优]于|跑赢|超过|领先|胜过|比[^,，]*[快高多]|[快高多][了出]?|"
    r"\b(?:faster|quicker|higher|more(?! slowly)|larger|ahead of|outpac\w+|outstrip\w*|exceed\w*|"
    r"above)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[慢低少小]于|跑输|不及|落后|比[^,，]*[慢低少]|[慢低少][了出]?|"
    r"\b(?:slower|more slowly|lower|less|smaller|behind|below|trail\w*|lag\w*)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[快慢高低多少大小优]于|跑赢|跑输|超过|不及|落后于?|领先于?|比|"
    r"\b(?:than|ahead of|behind|outpac\w+|outstrip\w*|exceed\w*|above|below|trail\w*)\b",
    re.IGNORECASE,
)


def sides_in(text: str) -> set[str]:
    """Which of town and country a text names."""
    return {_side(match) for match in _SIDE.finditer(text)}


def _side(match: re.Match[str]) -> str:
    return next(side for at, side in enumerate(SIDES) if match[f"s{at}"])


def leading_side(sentence: str, frame: str, amount: str = "") -> tuple[str, int]:
    """The side that a sentence tells of, and whether it is ahead, 1, or behind, -1.

    Args:
        frame: the clause that tells of it.
        amount: the quantity, whose "less than" is no comparison.
    """
    plain = sentence.replace(amount, " ") if amount else sentence
    whole = frame + " " + plain[plain.find(frame) + len(frame) :] if frame in plain else frame
    sign = _sign(whole) or _sign(plain)
    first = _set_against(plain)
    near = [_side(match) for match in _SIDE.finditer(frame)]
    return (first, sign) if first else (near[-1], sign) if near else ("", 0)


def _sign(text: str) -> int:
    return (_AHEAD.search(text) is not None) - (_BEHIND.search(text) is not None)


def _set_against(text: str) -> str:
    """The side that a text sets against the other, "" for none: 农民 of 农民跑赢城里人."""
    for one, two in pairwise(_SIDE.finditer(text)):
        if _side(one) != _side(two) and _BETWEEN.search(text, one.end(), two.start()):
            return _side(one)
    return ""


def sides_turned(said: str, told: str) -> bool:
    """Whether a text says that the one is ahead where a report has the other: 农村快于城镇."""
    one, two = _set_against(said), _set_against(told)
    signs = _sign(said), _sign(told)
    if not (one and two and all(signs)):
        return False
    return (one == two) != (signs[0] == signs[1])
