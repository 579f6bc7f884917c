"""The quantities of English prose with their qualifiers: numbers, ranks, fractions, ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.number_words import NUMBERS, TENS, UNITS, with_digits
from corpus.glossary import load_glossary
from corpus.models import Qualifier
from corpus.sentences import Span
from corpus.units import quantities

_IGNORE = re.IGNORECASE
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {name: at + 1 for at, name in enumerate(_ORDINALS)}
PARTS = {
    name: parts
    for parts, name in enumerate(
        "half third quarter fifth sixth seventh eighth ninth tenth".split(), start=2
    )
}

# In this order: "no more than" holds "more than".
_BEFORE = (
    (
        Qualifier.AT_LEAST,
        r"at least|(?:no|not) (?:less|fewer|lower) than|a minimum of|not below|"
        r"not (?:be )?(?:less|fewer|lower) than",
    ),
    (
        Qualifier.AT_MOST,
        r"(?:no|not)(?: be)? (?:more|longer|higher|greater) than|at most|up to|within|"
        r"under|(?:not|without) exceed(?:ing)?|capped at|a maximum of|no greater than",
    ),
    (
        Qualifier.NEARLY,
        r"nearly|almost|close to|just under|just short of|approaching|just below|"
        r"(?:slightly|a little|just) (?:less than|under|below)|not quite",
    ),
    (
        Qualifier.ABOUT,
        r"about|around|approximately|approx\.|roughly|some|circa|an estimated|"
        r"in the region of|in the order of",
    ),
    (
        Qualifier.MORE_THAN,
        r"(?:(?:just|well|slightly|a little|a bit) )?(?:over|more than|above)|in excess of|"
        r"upwards of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beyond|past|"
        r"greater than|higher than|tops|(?<!the )(?<!in )(?<!of )(?<!its )\btop|pass(?:ed|ing)?",
    ),
    (Qualifier.AT_MOST, r"less than|fewer than|below|lower than"),
)
_AFTER = {
    Qualifier.AT_LEAST: r"or (?:more|above|higher|over|greater|better)|and (?:above|over)|"
    r"at least|plus\b|\+",
    Qualifier.ABOUT: r"or so|or thereabouts|approximately",
    Qualifier.AT_MOST: r"or (?:less|fewer|below|under|lower)|at (?:the )?most",
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(one.title() for one in MONTHS)
_WORD_NUMBER = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(TENS)})(?:[- ](?P<ones>{'|'.join(UNITS[:9])}))?|"
    rf"(?P<small>{'|'.join(sorted(UNITS, key=len, reverse=True))}))(?![\w-]|\s+(?:of the|"
    r"hundred|thousand|million|billion))",
    _IGNORE,
)
_RANK = re.compile(
    r"\b(?:the\s+)?(?:No\.?\s*(?P<no>\d+)|number\s+(?P<num>one|\d+)(?=\s+(?:in|nationwide|"
    r"among|on))|"
    rf"(?P<th>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\b"
    r"(?!\s*-?\s*(?:five|time|phase|batch|session|round|quarter|half|half-year|year plan|"
    r"section|person|line|generation|congress|party|century|tier|of [A-Z]))|"
    r"\b(?P<top>top)(?= (?:of|in) the (?:whole )?(?:province|city|county|country|nation)\b)",
    _IGNORE,
)
_IN_A_ROW = re.compile(
    rf"\b(?P<n>(?P<th>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\s+"
    r"(?:consecutive|straight|successive)\b",
    _IGNORE,
)
_PLACING = re.compile(
    r"\b(?:rank\w*|place[ds]?|placing|came|coming|come|finish\w*|stood|stands?|standing|"
    r"position|spot|moved|"
    r"rose|climb\w*|advanc\w*|jump\w*|won|took|taking|winning|remain\w*|stay\w*|hold\w*|"
    r"held|top|sits?|sat|was|were|is|are|only)\b",
    _IGNORE,
)
_FRONT = re.compile(
    r"\btop\s+(?P<n>\d+|ten|twenty|thirty|fifty)\b(?![.,]\d)(?!\s*(?:%|million|billion|trillion|yuan|"
    r"percent|per cent))(?!\s+(?:counties|industrial|cities|"
    r"\w+\s+counties))",
    _IGNORE,
)
_FRACTION = re.compile(
    rf"\b(?P<top>one|a|an|two|three|four)[\s-]+(?P<part>{'|'.join(PARTS)})s?\b(?=\s*(?:of|"
    r",|\.|$|or|in))|\b(?P<half>half)\s+of\b|"
    r"(?<![\d/.])(?P<t>\d)/(?P<b>\d{1,2})(?![\d/])",
    _IGNORE,
)
_RANGE = re.compile(
    r"(?P<low>\d+(?:\.\d+)?)\s*(?:%|per\s?cent)?\s*(?:-|–|—|to|"
    r"and)\s*(?P<high>\d+(?:\.\d+)?)\s*(?P<unit>%|per\s?cent|percent|percentage points)",
    _IGNORE,
)


# "half a percentage point slower"
_HALF_POINT = re.compile(r"\bhalf an? (?:percentage )?point\b", _IGNORE)


@dataclass(frozen=True)
class English:
    """A quantity in English prose, in base units; its span holds its qualifier."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    written: Decimal | None
    qualifier: Qualifier
    start: int
    end: int
    rank: bool = False
    fraction: bool = False


def english_quantities(text: str) -> list[English]:
    """All quantities of an English text, in order, none overlapping."""
    text = with_digits(text)
    found: list[English] = []
    for one in (
        *_ranges(text),
        *_fractions(text),
        *_in_a_row(text),
        *_ranks(text),
        *_plain(text),
        *_worded(text),
    ):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(_qualified(text, one))
    return sorted(found, key=lambda one: one.start)


def _named(text: str) -> list[Span]:
    """Names that hold a number: "top 100 counties", "12345 hotline", "PM2.5"."""
    return [
        (m.start, m.end)
        for m in load_glossary().find(text)
        if re.search(r"\d", m.alias) and m.alias[:1].isascii()
    ]


# "rose from (82.5% to 91.2%)": two figures, not a range; but "a growth of from 5 to 6%"
_MOVED_FROM = re.compile(
    r"\b(?:rose|risen|rising|grew|grown|growing|up|climb\w*|jump\w*|increas\w+|improv\w+|rais\w+|"
    r"lift\w*|went|gone|fell|fallen|falling|drop\w*|declin\w+|decreas\w+|reduc\w+|cut|down|"
    r"lower\w*|narrow\w*|moved|changed)\s+(?:\w+\s+){0,3}from\s+$",
    _IGNORE,
)


def _inside(start: int, end: int, spans: list[Span]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _ranges(text: str) -> list[English]:
    found: list[English] = []
    for match in _RANGE.finditer(text):
        low, high = Decimal(match["low"]), Decimal(match["high"])
        between = re.search(r"\bbetween\s*$", text[: match.start()], _IGNORE)
        moved = match[0].count(" to ") and _MOVED_FROM.search(text[: match.start()])
        if low < high and not moved and (between or not match[0].count(" and ")):
            unit = "百分点" if "point" in match["unit"] else "%"
            found.append(
                English(None, low, high, unit, None, Qualifier.EXACT, match.start(), match.end())
            )
    return found


def _fractions(text: str) -> list[English]:
    half = Decimal("0.5")
    found = [
        English(half, None, None, "百分点", half, Qualifier.EXACT, *match.span())
        for match in _HALF_POINT.finditer(text)
    ]
    for match in _FRACTION.finditer(text):
        if match["t"]:
            top, bottom = int(match["t"]), int(match["b"])
        elif match["half"]:
            top, bottom = 1, 2
        else:
            top = {"a": 1, "an": 1}.get(match["top"].lower(), NUMBERS.get(match["top"].lower(), 1))
            bottom = PARTS[match["part"].lower()]
        if 0 < top < bottom:
            end = match.end("half") if match["half"] else match.end()
            value = Decimal(top) / Decimal(bottom)
            found.append(
                English(value, None, None, "", value, Qualifier.EXACT, match.start(), end,
                        fraction=True)
            )  # fmt: skip
    return found


def _ranks(text: str) -> list[English]:
    found: list[English] = []
    named = _named(text)
    for match in _FRONT.finditer(text):
        number = match["n"].lower()
        value = Decimal(number) if number.isdigit() else Decimal(NUMBERS.get(number, 10))
        if not _inside(*match.span(), named):
            found.append(
                English(value, None, None, "位", value, Qualifier.AT_MOST, *match.span(), rank=True)
            )
    for match in _RANK.finditer(text):
        digits = match["no"] or match["th"] or match["num"]
        word = "first" if match["top"] else match["word"]
        value = Decimal(ORDINALS[word.lower()] if word else NUMBERS.get(digits, 0) or int(digits))
        placing = _PLACING.search(text[max(0, match.start() - 45) : match.start()])
        after = re.match(
            r"\s*(?:place|(?:in|of)\b|among|nationwide|nationally|spot|,|\.|$)",
            text[match.end() :],
            _IGNORE,
        )
        if word and not (placing and after):
            continue
        if not _inside(*match.span(), named) and (match["no"] or match["num"] or placing or after):
            found.append(
                English(value, None, None, "位", value, Qualifier.EXACT, *match.span(), rank=True)
            )
    return found


def _plain(text: str) -> list[English]:
    named = _named(text)
    found: list[English] = []
    for one in quantities(text):
        before, after = text[: one.start], text[one.end :]
        bare = not one.unit
        year = bare and re.fullmatch(r"(?:19|20)\d\d", one.text)
        counted = re.match(r"\s+(?:[a-z-]+\s+){0,3}[a-z]+s\b", after)
        if year and (
            not counted
            or re.search(
                r"\b(?:in|of|for|by|since|from|the|during|than|and|to|until)\s*$", before, _IGNORE
            )
        ):
            continue
        if year and re.match(
            r"\s+(?:targets?|goals?|plans?|was|were|is|report|government|will|the)\b|'s|"
            r"\s*[-–—]\s*20\d\d|[,.]",
            after,
        ):
            continue
        if re.search(rf"(?:{_MONTH})[a-z]*\.?\s*$", before) or (
            bare and re.match(rf"\s*(?:{_MONTH})", after)
        ):
            continue
        if bare and (
            re.match(
                r"[A-Za-z]|\s*(?:st|nd|rd|th)\b|-(?:year|day|hour|minute|step|km|point)|[/:]\d|\.\d",
                after,
            )
            or re.search(
                r"[A-Za-z][-+]?$|[/:.]$|\b(?:No\.?|number|section|article|line|highway|route|phase|"
                r"page|chapter|version|top)\s*$|\[\s*$",
                before,
                _IGNORE,
            )
        ):
            continue
        if _inside(one.start, one.end, named) or _is_age(before, after):
            continue
        if bare and _is_time(before, after):
            continue
        digits = re.search(r"\d[\d,.]*\d|\d", one.text)
        if digits is None:
            continue
        number = Decimal(digits[0].replace(",", ""))
        found.append(
            English(one.value, None, None, one.unit, number, Qualifier.EXACT, one.start, one.end)
        )
    return found


# "over five years", "in the past 3 years"; but not "for 12 years in a row"
_TIME = re.compile(
    r"[\s-]+(?:years?|decades?|months)\b(?!\s+(?:in a row|running|straight))", _IGNORE
)
_TIME_BEFORE = re.compile(
    r"\b(?:over|in|for|within|during|past|last|previous|next|coming|every|first|the)\s+(?:just\s+)?$",
    _IGNORE,
)


def _is_time(before: str, after: str) -> bool:
    if re.match(r"[\s-]+(?:years?|decades?|months)\s+(?:ago|earlier|before)\b", after, _IGNORE):
        return True
    return _TIME.match(after) is not None and _TIME_BEFORE.search(before) is not None


def _is_age(before: str, after: str) -> bool:
    """Whether a number is somebody's age: "people aged 60 and above", "the over-60s"."""
    return (
        re.search(r"\b(?:aged?|ages|over the age of|under the age of)\s*$", before, _IGNORE)
        is not None
        or re.match(r"[\s-]*(?:years? (?:old|of age)|year-olds?)\b", after, _IGNORE) is not None
    )


def _in_a_row(text: str) -> list[English]:
    """How often something came in a row: "its 18th consecutive bumper harvest"."""
    found: list[English] = []
    for match in _IN_A_ROW.finditer(text):
        value = Decimal(match["th"] or ORDINALS.get((match["word"] or "").lower(), 0))
        found.append(
            English(value, None, None, "", value, Qualifier.EXACT, match.start(), match.end("n"))
        )
    return found


def _worded(text: str) -> list[English]:
    """Counts written out before what they count: "three listed companies"."""
    found: list[English] = []
    for match in _WORD_NUMBER.finditer(text):
        small = (match["small"] or "").lower()
        value = NUMBERS[small] if small else NUMBERS[match["tens"].lower()]
        if match["ones"]:
            value += NUMBERS[match["ones"].lower()]
        noun = re.match(
            r"\s+(?:[A-Za-z“\"'][\w“”\"'’-]*\s+){0,5}?[A-Za-z-]+s\b", text[match.end() :]
        )
        pointed = re.search(
            r"\b(?:the|these|those|all|other|last|past|next|or|every)\s+$",
            text[: match.start()],
            _IGNORE,
        )
        hours = re.match(
            r"\s+(?P<u>hours|percentage points|years (?:in a row|running|straight)|"
            r"consecutive years|straight years)",
            text[match.end() :],
        )
        if _is_time(text[: match.start()], text[match.end() :]):
            continue
        if value == 1 or pointed or not noun or _inside(*match.span(), _named(text)):
            continue
        unit, end = "", match.end()
        if hours:
            unit = {"hours": "小时", "percentage points": "百分点"}.get(hours["u"], "年")
            end += hours.end()
        number = Decimal(value)
        found.append(English(number, None, None, unit, number, Qualifier.EXACT, match.start(), end))
    return found


def _qualified(text: str, one: English) -> English:
    """With the qualifier that stands beside it, and its span widened to hold it."""
    if one.qualifier is not Qualifier.EXACT:
        return one
    for qualifier, words in _BEFORE:
        match = re.search(
            rf"\b(?:{words})\s+(?:an?\s+)?(?:(?:another|further|additional)\s+)?$",
            text[: one.start],
            _IGNORE,
        )
        climbed = match and match[0].lower().startswith("up to")  # "moved up to 19th"
        if match and not (one.rank and (climbed or qualifier is not Qualifier.AT_MOST)):
            return replace(one, qualifier=qualifier, start=match.start())
    for qualifier, words in _AFTER.items():
        match = re.match(rf"\s*(?:yuan\s+)?,?\s*(?:{words})", text[one.end :], _IGNORE)
        if match:
            return replace(one, qualifier=qualifier, end=one.end + match.end())
    return one
