"""The parts of a question, each told its own."""

from __future__ import annotations

import pytest

from assistant.answers.statement import _renumbered
from assistant.models import Answer
from tests.assistant.conftest import Ask

NANCHANG = "nanchang-county-2022"


def figures(answer: Answer) -> list[str]:
    return [figure.text for figure in answer.figures]


@pytest.mark.parametrize(
    "question",
    ["出口增长多少,今年目标是多少?", "How much did exports grow and what is this year's goal?"],
)
def test_no_neighbour_s_figure_is_told_of_an_indicator(ask: Ask, question: str) -> None:
    """居民收入增长8%左右；出口实现量稳质升: the report has no figure for the aim of exports."""
    answer = ask(question, report=NANCHANG)
    assert figures(answer) == ["12%"]
    assert "出口实现量稳质升" in [one.quote.rstrip("；;") for one in answer.citations]


def test_a_span_cited_twice_has_one_number(ask: Ask) -> None:
    answer = ask("城里人和农村人收入差多少", report=NANCHANG)
    assert set(figures(answer)) >= {"46349元", "25444元"}
    assert [one.marker for one in answer.citations] == [1]


def test_a_report_s_own_brackets_are_no_markers() -> None:
    assert _renumbered("“国发[2024]5号” [1]", {1: 3}) == "“国发[2024]5号” [3]"


def test_dates_with_dots_are_no_numbers_that_moved(ask: Ask) -> None:
    assert ask("从2021.1.1到2021.12.31签约了多少项目?", report=NANCHANG).text
