"""What moved from one value to another: claims of the move, and of by how much."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.verifying import explanations_en, explanations_zh
from assistant.verifying.claim_match import Fit
from assistant.verifying.judgement import base_value, compare, kind_fits, spans_years
from assistant.verifying.verification import Check, Slip, Verdict
from corpus.models import Figure, Measure, Qualifier
from corpus.outline import section_at

# 由74家(增加到)312家, "from 82.5% (to) 91.2%"
_FROM = re.compile(r"(?:由|从|\bfrom\s)[^,，。;；]{0,16}$", re.IGNORECASE)
_TO = re.compile(r"[^,，。;；\d]{0,8}(?:到|至|为)了?|\s*(?:in \d{4} )?to\s*", re.IGNORECASE)
_UP = re.compile(r"[增升提扩涨]|\b(?:rose|grew|up|climbed|increased|improved|jumped)\b", re.I)
_DOWN = re.compile(r"[降减落缩]|\b(?:fell|dropped|declined|decreased|reduced|cut|shrank)\b", re.I)
_NEAR = 40  # signs before a move in which its verb stands


def moves_checked(text: str, checks: list[Check]) -> list[Check]:
    """The checks of a text; a move that is told the wrong way round is contradicted.

    Both its ends may be right: 由312家减少到74家, where they were 74 and became 312.
    """
    found = list(checks)
    for at, (one, two) in enumerate(pairwise(checks)):
        before = text[: one.start].rstrip() + " "
        joined = _TO.fullmatch(text[one.end : two.start])
        if joined and _FROM.search(before) and _reversed(text, one, two):
            found[at + 1] = _turned(two, one.reported, two.reported)
    return found


def _reversed(text: str, one: Check, two: Check) -> bool:
    begin, end = one.reported, two.reported
    right = one.verdict is Verdict.SUPPORTED is two.verdict
    if not right or begin is None or end is None or begin.indicator != end.indicator:
        return False
    if begin.clause_start == end.clause_start and begin.start > end.start:
        return True
    if begin.year and end.year and begin.year > end.year:
        return True
    if begin.measure is Measure.RANK or begin.value is None or end.value is None:
        return False
    told = text[max(0, one.start - _NEAR) : one.start] + text[one.end : two.start]
    up, down = _UP.search(told) is not None, _DOWN.search(told) is not None
    return up != down and (abs(end.value) > abs(begin.value)) != up


def _turned(check: Check, begin: Figure | None, end: Figure | None) -> Check:
    assert begin
    assert end
    chinese = re.search("[\u4e00-\u9fff]", check.text + check.indicator) is not None
    wording = explanations_zh if chinese else explanations_en
    first, last = sorted((begin, end), key=lambda one: (one.year or 0, one.start))
    return check.model_copy(
        update={
            "verdict": Verdict.CONTRADICTED,
            "slip": Slip.DIRECTION,
            "explanation": wording.moved(first, last),
        }
    )


def moved_by(
    claim: Claimed, found: list[Fit], knowledge: Knowledge
) -> tuple[FigureEntry, FigureEntry, Slip | None] | None:
    """The two values between which something moved by as much as a claim says, or not so much.

    城镇化率提高了8.6个百分点, where the report has it 由51.8%提高到60.4%.
    """
    if claim.measure not in (Measure.CHANGE, Measure.GROWTH) or claim.value is None:
        return None
    for fit in found:
        pair = knowledge.moves.get(fit.entry.figure.start)
        if pair and fit.named and _timed(claim, pair, knowledge):
            moved = _moved(claim, *pair)
            if moved is None:
                continue
            about = claim.unit == "番" and claim.qualifier is Qualifier.EXACT  # 4.2 times as much
            bound = Qualifier.ABOUT if about else claim.qualifier
            slip = compare(claim.value, bound, abs(moved))
            if claim.sign and moved and (moved > 0) != (claim.sign > 0):
                slip = Slip.DIRECTION
            return (*pair, slip)
    return None


def _moved(claim: Claimed, base: FigureEntry, end: FigureEntry) -> Decimal | None:
    """By how much, in the claim's unit; None where it counts in another."""
    (begin, unit), (last, own) = base_value(base.figure), base_value(end.figure)
    if begin is None or last is None or unit != own:
        return None
    if base.figure.measure is Measure.RANK:
        return begin - last if claim.unit == "位" else None
    if claim.unit == "番":  # 翻两番: four times as much
        times = last / begin if begin else Decimal(0)
        doubled = Decimal(0)
        while times >= 2:
            times, doubled = times / 2, doubled + 1
        return doubled + (times - 1) if doubled else None
    if claim.unit == ("百分点" if unit == "%" else unit):
        return last - begin
    return None


def _timed(claim: Claimed, pair: tuple[FigureEntry, FigureEntry], knowledge: Knowledge) -> bool:
    """Whether a claim speaks of the time over which something moved: a year, or several."""
    base, end = (entry.figure for entry in pair)
    if claim.year not in (None, end.year) or not kind_fits(claim.kind, end.kind, claim.firm):
        return False
    section = section_at(knowledge.report.sections, end.start)
    path = " ".join(section.path) if section else ""
    apart = base.year and end.year and end.year - base.year
    told = knowledge.report.text[base.clause_start : base.start]
    long = apart > 1 if apart else spans_years(path) or spans_years(told)
    return bool(long) == spans_years(claim.sentence)
