"""The figures of a claim or article with what each is said to be. Offsets refer to the claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.models import Language
from corpus.models import Kind, Measure, Qualifier


@dataclass(frozen=True)
class Claimed:
    """One figure of a claim. What the claim leaves open is None, 0 or empty."""

    text: str  # the quantity with its qualifier
    start: int
    end: int
    language: Language
    subject: str  # the claim's words for what it is of
    base: str  # of a ratio, the words for the whole: 地区生产总值, "GDP"
    frame: str  # the clause that it stands in
    value: Decimal | None  # in base units, without sign; None for a range
    low: Decimal | None
    high: Decimal | None
    unit: str  # base unit; "" for a bare count
    written: Decimal | None  # the number as written, without multiple
    qualifier: Qualifier
    measure: Measure | None
    sign: int  # 1 up, -1 down, 0 not said
    kind: Kind | None
    firm: bool  # whether it says outright that it was reached: 已, "actually"
    year: int | None
    places: tuple[str, ...]  # whose figure it is, where the claim names a place
    wider: tuple[str, ...]  # 全国, 全省, 全市: among what it is ranked or shared
    context: str  # the words around it that tell whether what it counts is new
    sentence: str


@dataclass(frozen=True)
class Carried:
    """What a sentence or paragraph hands on to the next."""

    year: int | None = None
    aimed: bool = False  # it told of aims, so what follows may too


@dataclass(frozen=True)
class Line:
    """A paragraph of a claim, with its offset."""

    text: str
    start: int


_ITEM = re.compile(
    r"\s*(?:[-*+•·●○▪◆■–—>|]|\d{1,2}[.、)）]|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,2}、)"
)
_ENDS = re.compile(r"[。！？.!?][”’\"')）]*\s*$")


def leads(line: Line) -> bool:
    """Whether a line introduces those below it: a heading, or one that ends with a colon."""
    text = line.text.strip().strip("*_# ")
    return text.endswith((":", "：")) or (len(text) <= 40 and not _ENDS.search(text))


def is_item(line: Line) -> bool:
    """Whether a line is one of a list: "- …", "1. …", "（一）…", a row of a table."""
    return _ITEM.match(line.text) is not None


def lines(text: str) -> list[Line]:
    """The paragraphs of a text that say anything."""
    return [Line(one[0], one.start()) for one in re.finditer(r"[^\n]+", text) if one[0].strip()]


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with some spans made blank; offsets stay."""
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)
