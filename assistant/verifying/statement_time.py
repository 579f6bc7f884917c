"""When a statement without figures says that something was, held against a sentence's time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.models import Language
from assistant.quantities_en import MONTHS
from assistant.verifying.claims_en_time import years_in
from assistant.verifying.claims_zh_time import years as years_zh
from assistant.verifying.verification import Slip
from corpus.header import chinese_number
from corpus.models import Section

# 9月28日, 九月底, 11月
_ZH = re.compile(
    r"(?P<month>1[0-2]|(?<!\d)[1-9]|十[一二]?|[一二三四五六七八九])月"
    r"(?:份|(?P<day>\d{1,2})[日号]|(?P<part>[上中下]旬|初|中|底|末))?"
)
# "late September", "September 28", "28 September", "the end of June"
_EN = re.compile(
    r"(?:\b(?P<part>early|mid|late|(?:the )?(?:end|beginning|middle) of)[- ])?"
    r"(?:\b(?P<before>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b(?:\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!,\d{3}))?"
)
_PARTS = (
    (re.compile("初|上旬|early|beginning"), range(1, 11)),
    (re.compile("中|mid"), range(11, 21)),
    (re.compile("底|末|下旬|late|end"), range(21, 32)),
)
_SO_LONG = re.compile(
    "[一二两三四五六七八九十]年(?:来|工作|间|时间|回顾|发展)"
)  # a part on five years


@dataclass(frozen=True)
class Moment:
    """A month, with the days that it may have been."""

    month: int
    days: range


@dataclass(frozen=True)
class Time:
    """All that a text says of when."""

    years: frozenset[int]
    moments: tuple[Moment, ...]


def _moment(match: re.Match[str]) -> Moment:
    said = match["month"]
    if said.isdigit():
        month = int(said)
    else:
        month = chinese_number(said) or MONTHS.index(said[:3].lower()) + 1
    fields = match.groupdict()
    day = fields["day"] or fields.get("before")
    if day:
        return Moment(month, range(int(day), int(day) + 1))
    part = fields["part"] or ""
    days = next((days for words, days in _PARTS if part and words.search(part)), range(1, 32))
    return Moment(month, days)


def time_of(text: str, language: Language, plan: int | None) -> tuple[Time, str]:
    """When a text says that something was, and the text without it.

    Args:
        plan: the year that the report plans, which 今年 is.
    """
    pattern = _ZH if language is Language.ZH else _EN
    matches = list(pattern.finditer(text))
    named = years_zh(text, plan) if language is Language.ZH else years_in(text, plan)
    rest = pattern.sub(lambda one: " " * len(one[0]), text)
    return Time(frozenset(year for _, year in named), tuple(map(_moment, matches))), rest


def time_fits(said: Time, held: str, section: Section | None, plan: int | None) -> Slip | bool:
    """Whether a sentence tells of the same time; the slip where it tells of another.

    Args:
        held: the stretch of the sentence that holds the statement's words.
    """
    told, _ = time_of(held, Language.ZH, plan)
    open_years = False
    if said.years and not said.years & told.years:
        if told.years:
            return Slip.YEAR
        if section is None or section.year is None:
            open_years = True
        elif section.year not in said.years:
            return Slip.YEAR
        else:
            open_years = any(_SO_LONG.search(name) for name in section.path)
    for one in said.moments:
        same = [other for other in told.moments if other.month == one.month]
        if not told.moments:
            return False
        if not any(set(one.days) & set(other.days) for other in same):
            return Slip.YEAR
        if not any(set(other.days) <= set(one.days) for other in same):
            return False  # 9月28日, where the report gives the month alone
    return not open_years
