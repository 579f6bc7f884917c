"""Quantities in other units and in English, in exact decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus.glossary import load_glossary

_OR_ANOTHER = re.compile("[（(][^()（）]*[)）]$")  # 头（只、口）: counted as the first of them
_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_ENGLISH_SCALES = {
    "trillion": Decimal(10) ** 12,
    "trn": Decimal(10) ** 12,
    "billion": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "million": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "thousand": Decimal(1000),
}
# What money may be called before its number: "RMB 119.56 billion", "US$1.65 billion", "¥1.2bn"
_CURRENCIES = {
    "RMB": "元",
    "CNY": "元",
    "¥": "元",
    "￥": "元",
    "US$": "美元",
    "USD": "美元",
    "$": "美元",
}
_WORDS = {
    "percent": "%",
    "per cent": "%",
    "%": "%",
    "percentage points": "百分点",
    "percentage point": "百分点",
    "pp": "百分点",
    "yuan": "元",
    "rmb": "元",
    "renminbi": "元",
    "us dollars": "美元",
    "u.s. dollars": "美元",
    "dollars": "美元",
    "usd": "美元",
    "km": "公里",
    "kg": "公斤",
    "catties": "斤",
    "kw": "千瓦",
    "mw": "兆瓦",
    "kwh": "千瓦时",
    "square metres": "平方米",
    "cubic metres": "立方米",
    "kilometres": "公里",
    "sq km": "平方公里",
    "tons": "吨",
    "people": "人",
    "persons": "人",
    "hours": "小时",
    "business days": "工作日",
    "workdays": "工作日",
}


@dataclass(frozen=True)
class EnglishQuantity:
    """A quantity in English text, in base units."""

    value: Decimal
    unit: str  # Chinese base unit: 元, %, 平方米; "" for a bare count
    start: int
    end: int
    text: str


def split_unit(unit: str) -> tuple[Decimal, str]:
    """The multiple in front of a unit, and the unit: 亿元 is (100000000, 元)."""
    glossary = load_glossary()
    unit = _OR_ANOTHER.sub("", unit)
    if glossary.unit(unit):
        return Decimal(1), unit
    for name in sorted(glossary.multiples, key=len, reverse=True):
        if unit.startswith(name):
            return glossary.multiples[name], unit[len(name) :]
    return Decimal(1), unit


def normalise(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A quantity in base units: 1195.6 亿元 is (119560000000, 元).

    Args:
        value: exact.
        unit: as a report writes it; one that the glossary does not know stays as it is.
    """
    multiple, plain = split_unit(unit)
    known = load_glossary().unit(plain)
    number = value * multiple * (known.factor if known else 1)
    return _tidy(number), known.base if known else plain


def english_quantity(value: Decimal, unit: str) -> str:
    """A quantity for English readers, no digit lost: 1195.6 亿元 is "119.56 billion yuan"."""
    number, base = normalise(value, unit)
    known = load_glossary().unit(base)
    shown = _english_number(number)
    if base in ("%", "‰"):
        return f"{shown}{base}"
    word = (known.singular if abs(number) == 1 else known.plural) if known else base
    return f"{shown} {word}".strip()


def _english_number(number: Decimal) -> str:
    for size, name in _SCALES:
        if abs(number) >= size:
            return f"{_tidy(number / size):,} {name}"
    return f"{number:,}"


def _tidy(number: Decimal) -> Decimal:
    """Without zeros behind the point, and without an exponent."""
    if number == number.to_integral_value():
        return Decimal(int(number))
    return number.normalize()


@lru_cache(maxsize=1)
def _english_grammar() -> tuple[re.Pattern[str], dict[str, tuple[str, Decimal]]]:
    """The pattern of a quantity, and of each word for a unit the base unit and the factor to it."""
    words: dict[str, tuple[str, Decimal]] = {}
    for word, zh in _WORDS.items():
        known = load_glossary().unit(zh)
        words[word] = (known.base, known.factor) if known else (zh, Decimal(1))
    for unit in load_glossary().units:
        for name in (unit.singular, unit.plural):
            if name:
                for spelled in (name.lower(), name.lower().replace("meter", "metre")):
                    words.setdefault(spelled, (unit.base, unit.factor))
    units = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    money = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
    scales = "|".join(sorted(_ENGLISH_SCALES, key=len, reverse=True))
    return (
        re.compile(
            rf"(?P<money>{money})?\s*(?<![\d.A-Za-z])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
            rf"\s*-?(?P<scale>(?:{scales})(?![a-z]))?\s*-?(?:(?P<unit>{units})(?![a-z]))?",
            re.IGNORECASE,
        ),
        words,
    )


def quantities(text: str) -> list[EnglishQuantity]:
    """Quantities in English text, in order: "119.56 billion yuan", "RMB 1.2bn", "8.7 percent"."""
    pattern, words = _english_grammar()
    found: list[EnglishQuantity] = []
    for match in pattern.finditer(text):
        if re.match("[\u4e00-\u9fff]", text[match.end() : match.end() + 1] or " "):
            continue  # 1195.6亿元: Chinese, however English the text around it
        value = Decimal(match["number"].replace(",", ""))
        value *= _ENGLISH_SCALES[match["scale"].lower()] if match["scale"] else 1
        unit, factor = words[match["unit"].lower()] if match["unit"] else ("", Decimal(1))
        value *= factor
        if match["money"]:
            unit = _CURRENCIES.get(match["money"].upper(), unit)
        start = match.start("money") if match["money"] else match.start("number")
        end = len(text[: match.end()].rstrip())
        found.append(EnglishQuantity(_tidy(value), unit, start, end, text[start:end]))
    return found
