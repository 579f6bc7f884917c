"""Cuts a sentence into the clauses that its quantities stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.figures.quantities import Quantity
from corpus.figures.words import CIRCUMSTANCE

_PAIRS = {"(": ")", "（": "）", "“": "”", "《": "》", "「": "」", "【": "】", "‘": "’"}
_BORDERS = "，,;；:：。！？!?"
_STRONG = ";；。"
# 总值1782.6亿元(（2024年为1698.3亿元）)，增长5.6%: what is set beside another year's figure
_OTHER_YEAR = r"[(（][^()（）]*(?:\d{4}年|[上去]年)[^()（）\d]*\d[^()（）]*[)）]"
_CIRCUMSTANCE = re.compile(CIRCUMSTANCE)
_ASIDES = re.compile(f"{_OTHER_YEAR}|{CIRCUMSTANCE}")


@dataclass(frozen=True)
class Clause:
    """A stretch between commas, with its quantities.

    ``inside`` is true for the content of a bracket or of a circumstance, ``fresh`` where a
    semicolon or the sentence's beginning stands before it, so that no subject is carried into it.
    """

    start: int
    end: int
    quantities: tuple[Quantity, ...]
    inside: bool
    fresh: bool


def split_clauses(text: str, start: int, end: int, quantities: list[Quantity]) -> list[Clause]:
    """The clauses of a sentence, each bracket that holds a quantity being a clause of its own.

    Args:
        text: the report's text; the sentence is ``text[start:end]``.
        quantities: those of the sentence, in order.

    Returns:
        Clauses in order, a bracket after the one around it: 收入87亿元（同口径增长2.5%）. So is
        a circumstance: 外贸在(对欧出口下降两成)的情况下增长9%.
    """
    spans = _spans(text, start, end, quantities)
    clauses: list[Clause] = []
    for at, (begin, stop, inside, fresh) in enumerate(spans):
        inner = [
            span for other, span in enumerate(spans) if other != at and _within(span, spans[at])
        ]
        own = tuple(
            one
            for one in quantities
            if begin <= one.start < stop
            and not any(nested[0] <= one.start < nested[1] for nested in inner)
        )
        clauses.append(Clause(begin, stop, own, inside, fresh))
    return sorted(clauses, key=lambda one: one.start)


def _within(span: tuple[int, int, bool, bool], other: tuple[int, int, bool, bool]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span[2]


def _spans(
    text: str, start: int, end: int, quantities: list[Quantity]
) -> list[tuple[int, int, bool, bool]]:
    spans: list[tuple[int, int, bool, bool]] = []
    opened: list[tuple[str, int]] = []
    begin, fresh = start, True
    for at in range(start, end):
        char = text[at]
        if opened and char == opened[-1][0]:
            closer, since = opened.pop()
            if closer in ")）" and any(since < one.start < at for one in quantities):
                spans.append((since + 1, at, True, False))
        elif char in _PAIRS:
            opened.append((_PAIRS[char], at))
        elif char in _BORDERS and not opened and not _in_number(text, at):
            if begin < at:
                spans.append((begin, at, False, fresh))
            begin, fresh = at + 1, char in _STRONG
    if begin < end:
        spans.append((begin, end, False, fresh))
    for told in _CIRCUMSTANCE.finditer(text, start, end):
        if any(told.start() < one.start < told.end() for one in quantities):
            spans.append((*told.span("told"), True, False))
    return spans


def _in_number(text: str, at: int) -> bool:
    return text[at] in ",:" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def between(text: str, start: int, end: int) -> str:
    """The text between two positions without bracketed asides and circumstances.

    "(同口径)" says nothing here, nor does 在上年增长15%的基础上.
    """
    kept: list[str] = []
    depth = 0
    for char in without_circumstances(text[start:end]):
        if char in "(（":
            depth += 1
        elif char in ")）":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(char)
    return "".join(kept)


def without_circumstances(text: str) -> str:
    """The text without what only tells under which circumstances the rest of it came about.

    Nor has it another year's figure that a bracket sets beside the one before it.
    """
    return _ASIDES.sub("", text)


def with_closing_mark(text: str, start: int, end: int) -> int:
    """The end of a clause, behind the mark that closes what it opens: 实现“十八连丰”, (4.2万人)."""
    clause = text[start:end]
    pairs = ("“”", "()", "（）")
    opened = any(clause.count(pair[0]) > clause.count(pair[1]) for pair in pairs)
    return end + (opened and text[end : end + 1] in ("”", ")", "）"))
