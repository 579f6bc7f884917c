"""What a check of a claim returns: a Verification with one Check for each figure."""

from __future__ import annotations

from enum import StrEnum

from assistant.models import Citation, Language
from corpus.models import Figure, Frozen


class Verdict(StrEnum):
    """How a claim stands to the report."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_IN_REPORT = "not_in_report"


class Slip(StrEnum):
    """What a contradicted claim gets wrong."""

    VALUE = "value"
    UNIT = "unit"
    YEAR = "year"
    KIND = "kind"  # a target told as reached, or the reverse
    INDICATOR = "indicator"
    SCOPE = "scope"  # of another place, or among another place's
    DIRECTION = "direction"
    QUALIFIER = "qualifier"
    MEASURE = "measure"  # a level told as growth, or the reverse


class Check(Frozen):
    """One figure of a claim, or the claim itself where it has none, held against the report."""

    text: str  # the span of the claim from start to end
    start: int
    end: int
    indicator: str  # what the claim says that the figure is of
    verdict: Verdict
    slip: Slip | None
    reported: Figure | None
    citation: Citation | None
    explanation: str  # one sentence in the claim's language


class Verification(Frozen):
    """A claim or article with the checks of its figures, in order."""

    claim: str
    language: Language
    verdict: Verdict
    checks: tuple[Check, ...]


def overall(checks: tuple[Check, ...]) -> Verdict:
    """The verdict on the whole: contradicted if any is, else not in the report if any is."""
    verdicts = {check.verdict for check in checks}
    for verdict in (Verdict.CONTRADICTED, Verdict.NOT_IN_REPORT):
        if verdict in verdicts:
            return verdict
    return Verdict.SUPPORTED if checks else Verdict.NOT_IN_REPORT
