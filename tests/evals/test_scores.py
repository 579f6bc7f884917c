"""When a figure of an answer is the one that a question expects."""

from __future__ import annotations

import pytest

from assistant.models import AnsweredFigure
from corpus.figures import extract_figures
from corpus.report import load_report
from corpus.settings import ROOT
from evals.dataset import ExpectedFigure
from evals.scores import same_figure


@pytest.fixture(scope="module")
def figures() -> dict[str, AnsweredFigure]:
    """The shipped report's figures by their text."""
    found = extract_figures(load_report(ROOT / "corpus" / "reports" / "nanchang-county-2022.txt"))
    return {one.text: AnsweredFigure(**one.model_dump(), citation=1) for one in found}


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "same"),
    [
        ("7.5%以上", 7.5, "%", "at_least", True),
        ("7.5%以上", 7.5, "%", None, True),
        ("7.5%以上", 7.5, "%", "exact", False),
        ("7.5%以上", 7.5, "亿元", None, False),
        ("1195.6亿元", 119560000000, "元", "exact", True),
        ("2.1亿元", -2.1, "亿元", "exact", True),  # 压减2.1亿元
        ("2.1亿元", 2.1, "亿元", "exact", True),  # how much was cut
        ("8.7%", -8.7, "%", None, False),  # what rose did not fall
        ("第二名", 2, "位", "exact", True),
        ("2家", 2, "位", None, False),
    ],
)
def test_same_figure(
    figures: dict[str, AnsweredFigure],
    text: str,
    value: float,
    unit: str,
    qualifier: str | None,
    same: bool,
) -> None:
    expected = ExpectedFigure(value=value, unit=unit, qualifier=qualifier)
    assert same_figure(figures[text], expected) is same
