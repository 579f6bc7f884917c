"""Numbers as a language model may write them, brought into the forms that claims are read in."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.number_words import NUMBERS
from assistant.quantities_en import PARTS
from corpus.figures.quantities import fold
from corpus.glossary import load_glossary
from corpus.header import chinese_number

_IGNORE = re.IGNORECASE
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9,
           "trillion": 10**12}  # fmt: skip
_SMALL = "|".join(sorted(NUMBERS, key=len, reverse=True))
# "four hundred and six", "seventy-three", "one hundred and twenty billion"
_WORDED = re.compile(
    rf"\b(?:an?\s+(?=hundred|thousand|million|billion)|(?:{_SMALL}))(?:(?:[\s-]+|\s+and\s+)(?:{_SMALL}|"
    rf"{'|'.join(_SCALES)}))*\b",
    _IGNORE,
)
# "eight point seven percent"
_POINT = re.compile(
    rf"\b(?P<whole>(?:{_SMALL})(?:-(?:{_SMALL}))?|zero) point (?P<part>(?:(?:{_SMALL}|zero)\s?)+)",
    _IGNORE,
)
# "1.2 hundred billion"
_STACKED = re.compile(
    r"(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s+(?P<first>hundred|thousand)\s+(?P<second>thousand|"
    r"million|billion|trillion)",
    _IGNORE,
)
# "1.2 hundred"
_HUNDRED = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s+hundred\b", _IGNORE)
_CHINESE_COUNT = re.compile(
    r"(?<![第十百千万亿两零一二三四五六七八九\d])(?P<number>[一两二三四五六七八九]?十[一二三四五六七八九]?|"
    r"[一两二三四五六七八九](?:百|千|万)[零一二两三四五六七八九十百千]*|[两二三四五六七八九])"
    r"(?!分之)(?P<unit>[\u4e00-\u9fff]{1,3})"
)
# 一千一百九十五点六亿元, 三百万人: before a multiple or a unit
_CHINESE_LONG = re.compile(
    r"(?<![第\d一二两三四五六七八九十百千零])(?P<number>[一二两三四五六七八九十百千零]*[十百千][一二两三四五六七八九十百千零]*"
    r"(?:点[零一二三四五六七八九]+)?|[一二两三四五六七八九](?:点[零一二三四五六七八九]+))(?=[万亿]|元|个百分点)"
)
_PARTS = re.compile("(?P<bottom>[二三四五六七八九十]+)分之(?P<top>[一二两三四五六七八九十]+)")
_ENGLISH_PART = re.compile(
    rf"\b(?P<top>one|an?|two|three|four)[\s-]+(?P<part>{'|'.join(PARTS)})s?\b", _IGNORE
)


def plain_numbers(text: str, evidence: str) -> str:
    """The text with numbers in digits: "four hundred and six" is 406, "三家" is 3家.

    Chinese turns of phrase such as 三大 and 十四五 stay as they are, since they count no unit,
    and so does what the evidence has word for word: 三年行动.
    """
    plain = fold(text)
    plain = _POINT.sub(_pointed, plain)
    plain = _WORDED.sub(_worded, plain)
    plain = _STACKED.sub(_stacked, plain)
    plain = _HUNDRED.sub(lambda m: f"{_shown(Decimal(m['number']) * 100)}", plain)
    plain = _CHINESE_LONG.sub(lambda m: _long(m, evidence), plain)
    return _CHINESE_COUNT.sub(lambda m: m[0] if m[0] in evidence else _chinese(m), plain)


def parts_as_percent(text: str) -> str:
    """The text with fractions as percentages: 四分之一 is 25%, "a quarter" is 25%."""
    plain = _PARTS.sub(
        lambda m: _percent(
            chinese_number(m["top"].replace("两", "二")), chinese_number(m["bottom"])
        ),
        text,
    )
    return _ENGLISH_PART.sub(
        lambda m: _percent(NUMBERS.get(m["top"].lower(), 1), PARTS[m["part"].lower()]),
        plain,
    )


def _percent(top: int | None, bottom: int | None) -> str:
    if not top or not bottom or top >= bottom:
        return ""
    share = Decimal(top * 100) / Decimal(bottom)
    return f"{_shown(share.quantize(Decimal('0.1')))}%"


def _pointed(match: re.Match[str]) -> str:
    digits = {**NUMBERS, "zero": 0}
    whole = sum(digits[one] for one in match["whole"].lower().split("-"))
    part = [digits[one] for one in match["part"].lower().split()]
    if any(one > 9 for one in part):
        return match[0]
    tail = " " if match[0].endswith(" ") else ""
    return f"{whole}.{''.join(map(str, part))}{tail}"


def _worded(match: re.Match[str]) -> str:
    words = re.findall("[a-z]+", match[0].lower())
    names = [word for word in words if word not in ("and", "a", "an")]
    if not any(word in _SCALES for word in names):
        return match[0]  # below a hundred, which claims are read with
    total = group = 0
    large = ""
    for at, word in enumerate(names):
        if word in NUMBERS:
            group += NUMBERS[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif at == len(names) - 1 and word != "thousand":
            large = " " + word
        else:
            total, group = total + (group or 1) * _SCALES[word], 0
    return f"{total + group}{large}"


def _stacked(match: re.Match[str]) -> str:
    number = Decimal(match["number"].replace(",", "")) * _SCALES[match["first"].lower()]
    return f"{_shown(number)} {match['second']}"


def _chinese(match: re.Match[str]) -> str:
    glossary = load_glossary()
    unit = next(
        (match["unit"][:size] for size in (3, 2, 1) if glossary.unit(match["unit"][:size])), None
    )
    number = chinese_number(match["number"].replace("两", "二"))
    if unit is None or number is None:
        return match[0]
    return f"{number}{match['unit']}"


def _long(match: re.Match[str], evidence: str) -> str:
    following = match.string[match.end() : match.end() + 2]
    if match[0] + following in evidence:
        return match[0]
    whole, _, part = match["number"].replace("两", "二").partition("点")
    number = chinese_number(whole)
    if number is None:
        return match[0]
    digits = "".join(str(chinese_number(digit) or 0) for digit in part)
    return f"{number}.{digits}" if digits else str(number)


def _shown(number: Decimal) -> str:
    plain = number.normalize()
    return f"{plain:f}"
