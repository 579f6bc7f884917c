"""Things that their number tells apart: 地铁8号线, the second festival, phase three."""

from __future__ import annotations

import re

from corpus.header import chinese_number

_ZH = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_NTH = rf"{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)"
_HELD = (
    "festivals?|games|fairs?|expos?|exhibitions?|conferences?|forums?|marathons?|summits?|"
    "contests?|competitions?|carnivals?|editions?"
)
# 地铁8号线, "Line 8"; 第二届咖啡节, "the second coffee festival"; 产业园四期, "phase IV"; 第三批
_KINDS = {
    "line": (rf"(?P<a>{_ZH})号线", r"\blines? (?:no\. ?)?(?P<b>\d{1,2})\b"),
    "edition": (
        rf"第(?P<a>{_ZH})届(?!人|委|[省市县区])|(?P<first>首届)",
        rf"\b(?P<b>{_NTH})\b(?: (?!year|quarter)[\w-]+){{0,3}}? (?:{_HELD})\b",
    ),
    "phase": (
        rf"第?(?P<a>{_ZH})期(?=[^间末货限望待刊年初中内满]|$)",
        rf"\bphase (?P<b>\d|{'|'.join((*_CARDINALS, *_ROMAN))})\b|\b(?P<c>{_NTH})[ -]phase\b",
    ),
    "batch": (rf"第(?P<a>{_ZH})批|(?P<first>首批)", rf"\b(?P<b>{_NTH}) batch\b"),
    # 县第二中学, 一中, "No. 2 Middle School"
    "school": (
        rf"第?(?P<a>{_ZH})(?:高级|初级|实验|完全)*中(?:学|(?=[^央国心小大]|$))|第(?P<c>{_ZH})(?:实验)?小学",
        r"\bno\. ?(?P<b>\d{1,2}) (?:[\w-]+ ){0,2}(?:middle|high|primary|secondary|senior|school)\b",
    ),
}
_ALWAYS_NAMED = "school"  # what the county's pupils are is no one school's
_PATTERNS = {
    kind: tuple(re.compile(one, re.IGNORECASE) for one in both) for kind, both in _KINDS.items()
}
_COMPARED = re.compile("[比较](?:首届|上一?届|第.{1,3}届)")  # 第二届…，分别比首届多68个
Numbered = tuple[str, int]


def numbers_of(text: str) -> frozenset[Numbered]:
    """The numbered things that a text names, each as its kind and its number."""
    return frozenset(
        (kind, number)
        for kind, patterns in _PATTERNS.items()
        for pattern in patterns
        for match in pattern.finditer(text)
        if (number := _number(match))
    )


def is_of_another(text: str, asked: frozenset[Numbered]) -> bool:
    """Whether a text tells of another of the kind than those asked for: 5号线 for line 8."""
    told = numbers_of(_COMPARED.sub("", text)) if asked else frozenset()
    kinds = {_ALWAYS_NAMED, *(kind for kind, _ in told)}
    return any(
        kind in kinds and told.isdisjoint(one for one in asked if one[0] == kind)
        for kind, _ in asked
    )


def _number(match: re.Match[str]) -> int | None:
    groups = {name: said.lower() for name, said in match.groupdict().items() if said}
    if "first" in groups:
        return 1
    said = next(iter(groups.values()))
    for row in (_ORDINALS, _CARDINALS, _ROMAN):
        if said in row:
            return row.index(said) + 1
    digits = re.match(r"\d+", said)
    return int(digits[0]) if digits else chinese_number(said)
