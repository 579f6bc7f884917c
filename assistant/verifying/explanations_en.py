"""One plain English sentence for what a check found."""

from __future__ import annotations

from assistant.answers.english_figures import english_value
from assistant.claims import Claimed
from assistant.verifying.verification import Slip
from corpus.glossary import load_glossary
from corpus.models import Figure, Kind, Measure

_KINDS = {Kind.ACTUAL: "a result achieved", Kind.ESTIMATE: "an estimate", Kind.TARGET: "a target"}


def _name(figure: Figure) -> str:
    english = load_glossary().english(figure.indicator)
    name = f"{english} ({figure.indicator})" if english else f"“{figure.indicator}”"
    return f"{name} of {figure.scope}" if figure.scope else name


def _quantity(figure: Figure) -> str:
    text = figure.text.strip()
    if figure.value is None or figure.measure is Measure.RANK or not figure.unit:
        return text
    shown = english_value(figure)
    return shown if shown == text else f"{shown} ({text})"


def stated(figure: Figure) -> str:
    """What the report says: "growth of 8.7% in GDP (地区生产总值) in 2021"."""
    name, quantity = _name(figure), _quantity(figure)
    down = figure.value is not None and figure.value < 0
    said = {
        Measure.GROWTH: f"{'a fall' if down else 'growth'} of {quantity} in {name}",
        Measure.CHANGE: f"a {'fall or gap' if down else 'rise or gap'} of {quantity} in {name}",
        Measure.SHARE: f"a share of {quantity} for {name}",
        Measure.RANK: f"rank {quantity} for {name}",
        Measure.LEVEL: f"{quantity} for {name}",
    }[figure.measure]
    if figure.kind is Kind.TARGET:
        return f"a {figure.year or ''} target of {said}".replace("  ", " ")
    year = f" in {figure.year}" if figure.year else ""
    return f"{'an estimate of ' if figure.kind is Kind.ESTIMATE else ''}{said}{year}"


def supported(figure: Figure, rounded: bool) -> str:
    """The report says the same."""
    if rounded:
        return f"The report gives {stated(figure)}, which this rounds fairly."
    return f"The report gives {stated(figure)}."


def contradicted(slip: Slip, claim: Claimed, figure: Figure) -> str:
    """What the claim gets wrong, and what the report says instead."""
    said = claim.text.strip()
    right = stated(figure)
    if slip is Slip.VALUE:
        return f"Wrong value: the report gives {right}, not “{said}”."
    if slip is Slip.UNIT:
        return f"Wrong unit or order of magnitude: the report gives {right}, not “{said}”."
    if slip is Slip.YEAR:
        own = figure.year or "another period"
        other = f", not {claim.year}" if claim.year else ""
        return f"Wrong year: the figure is for {own}{other}; the report gives {right}."
    if slip is Slip.KIND:
        given = _KINDS[figure.kind]
        return (
            f"Wrong kind: this is {given}, not {_KINDS[claim.kind or Kind.ACTUAL]}; the report "
            f"gives {right}."
        )
    if slip is Slip.INDICATOR:
        return f"Wrong indicator: in the report this is {_name(figure)}; it gives {right}."
    if slip is Slip.SCOPE:
        whose = figure.scope or "the report's own place"
        return f"Wrong place or comparison: the figure is of {whose}; the report gives {right}."
    if slip is Slip.DIRECTION:
        return f"Wrong direction: the report gives {right}."
    if slip is Slip.QUALIFIER:
        return (
            f"Wrong qualifier: the report says “{figure.text.strip()}”, not “{said}”; it gives "
            f"{right}."
        )
    return (
        f"Wrong measure: the report gives {right}; level, growth, share and rank are not the same."
    )


def moved(base: Figure, end: Figure) -> str:
    """That a move is told the wrong way round."""
    return f"Wrong direction: the report gives {_from_to(base, end)}."


def moved_by(base: Figure, end: Figure, slip: Slip | None) -> str:
    """That something moved by as much as a claim says, or not so much."""
    head = _HEADS[slip] if slip else "This follows from two figures of the report"
    return f"{head}: it gives {_from_to(base, end)}."


def compared(one: Figure, other: Figure, slip: Slip | None) -> str:
    """That one figure differs from another by as much as a claim says, or not so much."""
    head = f"{_HEADS[slip]}" if slip else "This follows from two figures of the report"
    return f"{head}: it gives {stated(one)}, and {stated(other)}."


def _from_to(base: Figure, end: Figure) -> str:
    return f"{_quantity(base)}, then {_quantity(end)} for {_name(end)}"


_HEADS = {
    Slip.VALUE: "Wrong value",
    Slip.UNIT: "Wrong unit",
    Slip.YEAR: "Wrong year",
    Slip.KIND: "Wrong kind",
    Slip.INDICATOR: "Wrong indicator",
    Slip.SCOPE: "Wrong place or comparison",
    Slip.DIRECTION: "Wrong direction",
    Slip.QUALIFIER: "Wrong qualifier",
    Slip.MEASURE: "Wrong measure",
}


def mistaken(slip: Slip, figure: Figure, other: Figure) -> str:
    """That the claim's value is told of `other`, and what the report gives for what it names."""
    kind = f", {_KINDS[other.kind]}" if slip is Slip.KIND else ""
    return (
        f"{_HEADS[slip]}: “{other.text.strip()}” is in the report {stated(other)}{kind}; "
        f"what it gives here is {stated(figure)}."
    )


def missing(claim: Claimed, nearest: Figure | None) -> str:
    """The report does not say, and what comes closest."""
    if nearest:
        return (
            "The report does not give this for the period or measure named; the closest is "
            f"{stated(nearest)}."
        )
    return f"The report gives no figure that corresponds to “{claim.text.strip()}”."


_TOLD = {
    Slip.SCOPE: "Wrong place, level or market: the report says this of another, as quoted.",
    Slip.DIRECTION: "The report says the opposite, as quoted.",
    Slip.YEAR: "Wrong year: the report says this of another year, as quoted.",
    Slip.KIND: "Wrong kind: what the report plans and what it reports as done are not the same; "
    "see the quote.",
}


def statement(found: bool, slip: Slip | None) -> str:
    """On a claim without figures."""
    if slip:
        return _TOLD[slip]
    return "The report says so." if found else "No passage of the report says all of this."
