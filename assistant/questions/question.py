"""A question as understood: what kind of answer it wants, of which measure, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.models import Language
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.topics import LATIN_WORD, Topic

_CHINESE = re.compile("[\u4e00-\u9fff]")


class Form(StrEnum):
    """What kind of answer a question wants."""

    FIGURE = "figure"  # a quantity
    LIST = "list"  # which measures, which projects
    CLAUSE = "clause"  # who, when, where, whether, why, what is
    COMPARISON = "comparison"  # target against achieved


class Aspect(StrEnum):
    """Which measure of an indicator a question asks for, where it says so."""

    GROWTH = "growth"
    LEVEL = "level"
    SHARE = "share"
    RANK = "rank"
    GAP = "gap"  # by how much it lies above or below a wider place's


@dataclass(frozen=True)
class Question:
    """A question as understood. ``years`` are those it names; relative ones stand apart."""

    text: str
    language: Language
    years: tuple[int, ...]
    relative: tuple[int, ...]  # 0 this year, -1 last year, 1 next year, of the report
    target: bool
    actual: bool
    aspect: Aspect | None
    form: Form
    topics: tuple[Topic, ...]
    places: tuple[str, ...]  # as named: "鄱阳县", "Poyang County"
    wider: tuple[str, ...]  # "全省", "全国"
    unit: AskedUnit | None
    spans_years: bool  # asks of several years together: 五年来, "over the last five years"
    frame: str  # the question with the field's terms blanked: what it asks of them
    denied: str = ""  # what it names only to keep it out: 存栏多少头(不是出栏)

    @property
    def has_topic(self) -> bool:
        """Whether the question says what it is about."""
        return bool(self.topics)

    @property
    def has_period(self) -> bool:
        """Whether the question says which year it is about."""
        return bool(self.years or self.relative)


def language_of(text: str) -> Language:
    """Chinese, unless Latin words outnumber Chinese signs ("What is 地区生产总值?" is English)."""
    words = len(LATIN_WORD.findall(text))
    signs = len(_CHINESE.findall(text))
    return (
        Language.EN if words > 1 and words * 2 >= signs else (Language.ZH if signs else Language.EN)
    )
