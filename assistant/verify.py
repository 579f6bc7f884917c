"""Checks each figure of a claim or a whole article against the reports."""

from __future__ import annotations

from dataclasses import dataclass

from assistant import explanations_en, explanations_zh
from assistant.claim_match import Fit, fits
from assistant.claims import Claimed, lines
from assistant.claims_en import read_english
from assistant.claims_zh import read_chinese
from assistant.judgement import base_value, claim_scope, comparable, slips
from assistant.knowledge import FigureEntry, Knowledge, prepare
from assistant.models import Language
from assistant.places import own_names
from assistant.question import language_of, understand
from assistant.reports import choose_reports
from assistant.statement import cite
from assistant.statement_check import check_statement
from assistant.verification import Check, Slip, Verdict, Verification, overall
from corpus.models import CorpusError, Figure, Measure, Qualifier
from corpus.store import Store

_ENOUGH = 0.7  # the score at which a claim may mean a figure; set on the dev claims
_SURE = 0.78  # the score at which it may be said to be right or wrong about it
_CLOSE = 0.06  # figures so near to the best are what the claim may mean too
_LONGEST = 50_000  # characters of a text
# How bad a slip is: of two figures a claim is held against the one that it fits better.
_WEIGHT = {
    Slip.VALUE: 6,
    Slip.UNIT: 5,
    Slip.MEASURE: 5,
    Slip.YEAR: 4,
    Slip.KIND: 4,
    Slip.SCOPE: 4,
    Slip.INDICATOR: 3,
    Slip.DIRECTION: 3,
    Slip.QUALIFIER: 2,
}


@dataclass(frozen=True)
class _Finding:
    """A figure that a claim may mean, with what the claim then gets wrong."""

    fit: Fit
    wrong: list[Slip]

    @property
    def cost(self) -> float:
        return sum(_WEIGHT[slip] for slip in self.wrong) - self.fit.score

    @property
    def figure(self) -> Figure:
        return self.fit.entry.figure


def verify(text: str, store: Store, report: str | None = None) -> Verification:
    """Check each figure of a claim, or of a whole article; a claim without figures as one.

    Args:
        text: in Chinese or English.
        store: the reports held.
        report: the id of the only one to check against.

    Raises:
        CorpusError: an empty or overlong text, an unknown report, or no report at all.
    """
    if not text.strip():
        raise CorpusError("the claim is empty; give a sentence or an article")
    if len(text) > _LONGEST:
        raise CorpusError(f"the text has {len(text)} characters; {_LONGEST} are the most")
    pool = _pool(text, store, report)
    return verify_against(text, pool)


def _pool(text: str, store: Store, report: str | None) -> list[Knowledge]:
    """The reports to check against: those of the place that the text names, likeliest first."""
    held = (report,) if report else store.ids()
    if not held:
        raise CorpusError("no report is held; add one with: python -m corpus add FILE")
    prepared = [prepare(store, identifier) for identifier in held]
    if len(prepared) == 1:
        return prepared
    chosen = choose_reports(understand(text[:2000]), prepared)
    if not chosen:
        return prepared
    return [one for one in chosen if one.report.place == chosen[0].report.place]


def verify_against(text: str, pool: list[Knowledge]) -> Verification:
    """Check a text against prepared reports, the likeliest first."""
    language = language_of(text)
    checks: list[Check] = []
    for line in lines(text):
        claimed = _read(line, pool[0])
        checks.extend(_best([_check(one, knowledge) for knowledge in pool]) for one in claimed)
    if not checks:
        checks = [_best([check_statement(text, language, knowledge) for knowledge in pool])]
    found = tuple(sorted(checks, key=lambda check: check.start))
    return Verification(claim=text, language=language, verdict=overall(found), checks=found)


def _best(checks: list[Check]) -> Check:
    """What the likeliest report says, unless another supports it or says anything at all."""
    order = {Verdict.SUPPORTED: 0, Verdict.CONTRADICTED: 1, Verdict.NOT_IN_REPORT: 2}
    return min(checks, key=lambda check: order[check.verdict])
