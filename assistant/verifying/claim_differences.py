"""By how much one thing is more than another, where a report gives both and a claim the rest.

今年新增8200人,比去年多(490人); 农村快了(1.3个百分点); "the provincial figure of (2.5 percent)".
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answers.statement import cite
from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.models import Language
from assistant.verifying import explanations_en, explanations_zh
from assistant.verifying.claim_sides import SIDES, leading_side, sides_in
from assistant.verifying.judgement import base_value, compare
from assistant.verifying.verification import Check, Slip, Verdict
from corpus.models import Figure, Kind, Measure, Qualifier

# 比(去年)多490人, "more than it made (last year)"
_THAN_LAST = re.compile(
    r"[比较]\s*(?:去年|上年|前一年|上一年)|"
    r"\b(?:than|from|on)\b[^,;.]*\b(?:last year|the previous year|the year before|"
    r"a year earlier)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"[多高增快升]|\b(?:more|higher|above|up|faster|increase|additional|extra)\b", re.IGNORECASE
)
_LESS = re.compile(r"[少低减慢降]|\b(?:fewer|less|lower|below|down|slower)\b", re.IGNORECASE)
_INCOME = re.compile(r"收入|\b(?:incomes?|earn\w*|to spend|better off|take home)\b", re.IGNORECASE)
_PACE = re.compile(
    r"增速|增幅|增长|[快慢]|\b(?:gr[eo]w\w*|growth|pace|faster|slower|ris(?:e|ing)|rose)\b", re.I
)

Pair = tuple[FigureEntry, FigureEntry, Decimal]


def differences_checked(
    claims: list[Claimed], checks: list[Check], knowledge: Knowledge
) -> list[Check]:
    """The checks; a difference that no figure gives is held against two that do."""
    found = list(checks)
    for at, claim in enumerate(claims):
        told = checks[at].verdict is not Verdict.NOT_IN_REPORT
        if claim.value is None or (told and not _is_gap(claim)):
            continue
        earlier = [
            check.reported
            for one, check in zip(claims[:at], found[:at], strict=True)
            if one.sentence == claim.sentence
            and check.reported
            and check.verdict is Verdict.SUPPORTED
        ]
        pair = _town_and_country(claim, knowledge)
        if not told:
            pair = (
                pair
                or _since_last_year(claim, earlier, knowledge)
                or _beside_wider(claim, earlier, knowledge)
            )
        if pair:
            found[at] = _judged(claim, checks[at], pair, knowledge)
    return found


# "(over 20,000 yuan) a year more than villagers"
_GAP = re.compile(
    r"\s*(?:yuan\s+)?(?:an? year\s+|annually\s+|on average\s+)?"
    r"(?:more|less|higher|lower|above|below|ahead|behind)\b",
    re.IGNORECASE,
)


def _is_gap(claim: Claimed) -> bool:
    """Whether an amount is what one of town and country has more than the other, no level."""
    return claim.unit == "元" and _GAP.match(_behind(claim)) is not None


def _judged(claim: Claimed, check: Check, pair: Pair, knowledge: Knowledge) -> Check:
    one, other, value = pair
    assert claim.value is not None
    slip = compare(claim.value, claim.qualifier, abs(value)) if value >= 0 else Slip.DIRECTION
    wording = explanations_zh if claim.language is Language.ZH else explanations_en
    figure = other.figure
    return check.model_copy(
        update={
            "verdict": Verdict.CONTRADICTED if slip else Verdict.SUPPORTED,
            "slip": slip,
            "reported": figure,
            "citation": cite(knowledge.report, (figure.clause_start, figure.clause_end), 1),
            "explanation": wording.compared(one.figure, figure, slip),
        }
    )


def _sign(claim: Claimed) -> int:
    """Whether a claim tells of more, 1, or of less, -1; 0 where it tells of neither or both."""
    told = claim.frame.replace(claim.text, " ")
    up, down = _MORE.search(told) is not None, _LESS.search(told) is not None
    return up - down


def _since_last_year(claim: Claimed, earlier: list[Figure], knowledge: Knowledge) -> Pair | None:
    """今年新增城镇就业8200人,比去年多(490人): what was told before, less that of last year."""
    if not earlier or not _THAN_LAST.search(claim.frame + _behind(claim)) or not _sign(claim):
        return None
    last = earlier[-1]
    points = claim.unit == "百分点" and last.unit == "%"
    own = base_value(last)
    if own[0] is None or (own[1] != claim.unit and not points) or last.year is None:
        return None
    held = {entry.figure.start: entry for entry in knowledge.figures}
    before = [
        entry
        for entry in knowledge.figures
        if entry.figure.year == last.year - 1
        and entry.figure.measure is last.measure
        and entry.figure.scope == last.scope
        and entry.figure.unit == last.unit
        and entry.figure.kind is not Kind.TARGET
        and entry.figure.qualifier is Qualifier.EXACT
        and _akin(entry, held[last.start])
    ]
    values = {base_value(entry.figure)[0] for entry in before}
    value = next(iter(values), None)
    if len(values) != 1 or value is None:
        return None
    return held[last.start], before[0], (own[0] - value) * _sign(claim)


def _behind(claim: Claimed) -> str:
    """What the sentence says right behind a figure: "(490) more than it created last year"."""
    at = claim.sentence.find(claim.text)
    return re.split("[,;.]", claim.sentence[at + len(claim.text) :])[0] if at >= 0 else ""


def _akin(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether two figures are of one indicator: the same name or the same term of the field."""
    terms = [{term.zh for term, _, _ in entry.terms} for entry in (one, other)]
    return one.name == other.name or bool(terms[0] and terms[0] == terms[1])


def _town_and_country(claim: Claimed, knowledge: Knowledge) -> Pair | None:
    """农村增速快了(1.3个百分点): the incomes of the two, or by how much they grew."""
    if not _INCOME.search(claim.sentence) or len(sides_in(claim.sentence)) < len(SIDES):
        return None
    points = claim.unit == "百分点" and _PACE.search(claim.sentence) is not None
    if not points and claim.unit != "元":
        return None
    leader, sign = leading_side(claim.sentence, claim.frame.replace(claim.text, " "), claim.text)
    if not leader or not sign:
        return None
    measure = Measure.GROWTH if points else Measure.LEVEL
    found: dict[str, FigureEntry] = {}
    for side in SIDES:
        rows = [entry for entry in knowledge.figures if _income_of(entry, side, measure, claim)]
        if len({entry.figure.value for entry in rows}) != 1:
            return None
        found[side] = rows[0]
    one, other = found[leader], found[next(side for side in SIDES if side != leader)]
    values = base_value(one.figure)[0], base_value(other.figure)[0]
    if one.figure.year != other.figure.year or values[0] is None or values[1] is None:
        return None
    return one, other, (values[0] - values[1]) * sign


def _income_of(entry: FigureEntry, side: str, measure: Measure, claim: Claimed) -> bool:
    figure = entry.figure
    return (
        entry.name.startswith(side)
        and entry.name.endswith("可支配收入")
        and figure.measure is measure
        and figure.scope is None
        and (figure.kind is Kind.TARGET) == (claim.kind is Kind.TARGET)
        and figure.year is not None
        and claim.year in (None, figure.year)
    )


def _beside_wider(claim: Claimed, earlier: list[Figure], knowledge: Knowledge) -> Pair | None:
    """2.1%, "behind the provincial figure of (2.5%)", where it is 低于全省0.4个百分点."""
    if len(claim.wider) != 1 or claim.unit != "%" or not earlier:
        return None
    held = {entry.figure.start: entry for entry in knowledge.figures}
    own = held[earlier[-1].start]
    value = base_value(own.figure)[0]
    for entry in knowledge.figures:
        gap, unit = base_value(entry.figure)
        told = knowledge.report.text[entry.figure.clause_start : entry.figure.start]
        how = re.search(rf"([高低快慢])(?:于|出){claim.wider[0]}(?:平均)?(?:水平)?$", told)
        same = _akin(entry, own) and entry.figure.year in (None, own.figure.year)
        if unit == "百分点" and how and same and gap is not None and value is not None:
            return own, entry, value - gap if how[1] in "高快" else value + gap
    return None
