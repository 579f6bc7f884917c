"""A figure's value in English, with its bound."""

from __future__ import annotations

import re

from corpus.figures.quantities import fold
from corpus.models import Figure, Measure, Qualifier
from corpus.units import english_quantity

_BEFORE = {
    Qualifier.ABOUT: "about ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.AT_MOST: "no more than ",
}
_PASSED = re.compile("超|逾|突破|首破|>")  # (突破)1300万吨: more, not as much or more


def english_value(figure: Figure) -> str:
    """The value without its sign: 7.5%以上 is "7.5% or above", 超6500亿元 "more than …"."""
    if not figure.unit and "/" in figure.text:
        return figure.text  # 1/5
    if figure.value is None:
        assert figure.low is not None
        assert figure.high is not None
        low, high = (english_quantity(one, figure.unit) for one in (figure.low, figure.high))
        shown = f"{low} to {high}"
    else:
        shown = english_quantity(abs(figure.value), figure.unit)
    if figure.qualifier is Qualifier.AT_LEAST:
        return f"more than {shown}" if _PASSED.match(fold(figure.text)) else f"{shown} or above"
    return _BEFORE.get(figure.qualifier, "") + shown


def english_cell(figure: Figure) -> str:
    """The same for a table, where a rank or a bare number stays as the report has it."""
    if figure.measure is Measure.RANK or not figure.unit:
        return figure.text
    down = figure.value is not None and figure.value < 0
    return f"{'−' if down else ''}{english_value(figure)}"
