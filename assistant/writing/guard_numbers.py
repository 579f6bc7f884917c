"""Holds every number of a sentence that no checked figure covers to the evidence."""

from __future__ import annotations

import re

from assistant.claims import Claimed
from assistant.models import Language
from assistant.number_words import NUMBERS
from assistant.quantities_en import ORDINALS
from corpus.figures.quantities import fold
from corpus.glossary import load_glossary
from corpus.header import chinese_number
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_YEAR = re.compile(r"(?<![\d.])(?<!\d,)(?:19[5-9]\d|20\d\d)(?![\d%]|,\d|\.\d)")
_CHINESE_DIGITS = re.compile("[〇零一二两三四五六七八九十百千]+")
_CHINESE_LARGE = re.compile(
    "[一二两三四五六七八九十百千零]{2,}[万亿]?|[一二两三四五六七八九十百千][万亿]"
)
_CHINESE_YEAR = re.compile("[二一][〇零○一二三四五六七八九]{3}(?=年)")
_CHINESE_YEARS = re.compile("([一二三四五六七八九十]+)年(?=来|间|里|累计|以来|,|，)")
# What counts without a number that can be read: 翻番, 过半, 上千
_VAGUE_ZH = re.compile(
    "翻了?[一两三]?番|翻倍|[一过近超大]半|成倍|[数几上近超逾][十百千万亿]+|十几|几十|[一二三四五六七八九]成(?!为|立)|"
    "(?<![\\d.])[十百千万]+亿|倍增|半数"
)
_VAGUE_EN = re.compile(
    r"\b(?:doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl\w+|halv(?:ed|es|ing)|twice|thrice|"
    r"\w+fold|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|majority|"
    r"two-thirds|(?:third|quarter|fifth)s?(?= of))\b",
    _IGNORE,
)
_WORDS_EN = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted([*NUMBERS, *ORDINALS], key=len, reverse=True))})(?![\w-])",
    _IGNORE,
)
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = re.compile(
    rf"\b(?:{'|'.join(one.title() for one in _MONTHS if one not in ('may', 'march'))})\b|"
    r"(?<=\b(?:in|of|by|on|to) )(?:May|March)\b"
)
_FIRST = re.compile("首|第一|率先|一")


def loose_numbers(
    text: str, language: Language, covered: list[Span], evidence: str, years: frozenset[int]
) -> tuple[list[str], list[str]]:
    """Numbers that stand neither in a checked figure nor in the evidence.

    Args:
        text: a sentence without markers, numbers in digits.
        covered: spans of figures that hold.
        evidence: the cited passages.
        years: that the cited passages speak of.

    Returns:
        The numbers, and the years, as written.
    """
    plain = fold(text)
    held = fold(evidence)
    named = [(m.start, m.end) for m in load_glossary().find(plain) if re.search(r"\d", m.alias)]
    open_years = [m for m in _YEAR.finditer(plain) if not _in(m.span(), covered)]
    wrong_years = [m[0] for m in open_years if int(m[0]) not in years]
    wrong_years += [
        m[0]
        for m in _CHINESE_YEAR.finditer(plain)
        if not _in(m.span(), covered) and chinese_number(m[0]) not in years
    ]
    done = [*covered, *named, *(m.span() for m in open_years)]
    wrong = [
        m[0]
        for m in _DIGITS.finditer(plain)
        if not _in(m.span(), done) and not _is_name(plain, m, held, language)
    ]
    vague = _VAGUE_ZH if language is Language.ZH else _VAGUE_EN
    wrong += [
        m[0]
        for m in vague.finditer(plain)
        if not _in(m.span(), covered)
        and (not _says_vague(m[0], held) or _loses_bound(m, plain, held))
    ]
    if language is Language.ZH:
        wrong += [
            m[0]
            for m in _CHINESE_LARGE.finditer(plain)
            if not _in(m.span(), covered) and m[0] not in held
        ]
    if language is Language.EN:
        wrong += _wrong_months(plain, held)
        known = _evidence_numbers(held)
        for match in _WORDS_EN.finditer(plain):
            low = match[0].lower()
            value = NUMBERS.get(low) or ORDINALS.get(low, 0)
            if low == "one" or _in(match.span(), covered) or value in known:
                continue
            if low == "first" and _FIRST.search(held):
                continue
            wrong.append(match[0])
    return wrong, wrong_years


def _wrong_months(text: str, evidence: str) -> list[str]:
    """Months that the evidence does not name: "by the end of September" for 9月底."""
    months = {int(one) for one in re.findall(r"(?<!\d)(1?\d)(?:\s*[—-]\s*1?\d)?月", evidence)}
    months |= {int(one) for one in re.findall(r"\d月?\s*(?:[—-]|至|到)\s*(1?\d)月", evidence)}
    return [m[0] for m in _MONTH.finditer(text) if _MONTHS.index(m[0].lower()) + 1 not in months]


def is_stretch_of_years(claim: Claimed, text: str, evidence: str) -> bool:
    """Whether a number of years only says over what time, as the evidence does: 五年来."""
    if claim.unit not in ("年", "years") or claim.value is None:
        return False
    if re.match("来|间|里|累计|以来", text[claim.end :]) is None:
        return False
    told = [chinese_number(one) or 0 for one in _CHINESE_YEARS.findall(fold(evidence))]
    return int(claim.value) in told


def _in(span: Span, spans: list[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in spans)


def _is_name(text: str, match: re.Match[str], evidence: str, language: Language) -> bool:
    """Whether a number is part of a name that the evidence has: 4号线, "Line 4", 5G."""
    start, end = match.span()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if language is Language.ZH or re.match("[\u4e00-\u9fff]", after) or before[-1:] in "“第":
        around = {before[-1:] + match[0] + after[:1], match[0] + after}
        return any(len(one) > len(match[0]) + 1 and one in evidence for one in around)
    if re.search(r"\btop\s$", text[:start]) and int(match[0].replace(",", "")) in _lists(evidence):
        return True
    beside = (
        re.search(r"(?:[A-Z][\w-]*|No\.|-)\s?$", text[max(0, start - 20) : start]) is not None
        or re.match(r"[A-Za-z+-]|\s?kV\b", text[end:]) is not None
    )
    whole = re.search(rf"(?<![\d.]){re.escape(match[0])}(?![\d.])", evidence)
    return beside and whole is not None


def _loses_bound(match: re.Match[str], text: str, evidence: str) -> bool:
    """Whether the evidence always puts a bound behind it that the text leaves out: 六成以上."""
    given = re.findall(re.escape(match[0]) + "(以上|以内|左右|多)?", evidence)
    return bool(given) and all(given) and not text[match.end() :].startswith(tuple(given))


def _says_vague(word: str, evidence: str) -> bool:
    if word in evidence:
        return True
    low = word.lower()
    if low.startswith(("doubl", "twice")):
        return re.search("翻番|翻一番|翻倍|倍增|两倍|2倍", evidence) is not None
    return low == "half" and "半" in evidence


def _lists(evidence: str) -> frozenset[int]:
    """How many the lists hold that something is placed in: 百强县, 500强."""
    found = re.findall("([一二三四五六七八九十百千]+|\\d+)强", evidence)
    return frozenset(chinese_number(one) or 0 for one in found)


def _evidence_numbers(evidence: str) -> frozenset[int]:
    found = {int(m) for m in re.findall(r"(?<![\d.])\d{1,6}(?![\d.])", evidence)}
    for word in _CHINESE_DIGITS.findall(evidence):
        number = chinese_number(word.replace("两", "二"))
        if number is not None:
            found.add(number)
    return frozenset(found)
