"""What is said before a question: passed over where it tells nothing of what is asked."""

from __future__ import annotations

import pytest

from assistant.models import Answer, Status
from assistant.questions.pieces import idle_opening
from tests.assistant.conftest import Ask

TOLD = [
    ("The government boasts about its finances. How much total fiscal revenue came in?", "156.8"),
    ("大家都说办事快了。审批时限平均压缩了多少?", "35%"),
    (
        "Construction is a big business here. What was the total output of the building industry "
        "in 2021?",
        "1796.9",
    ),
    ("I am interested in factory-made building components: how many are made a year?", "126"),
    ("I'm curious about petitions: did they go up or down?", "21.6%"),
    ("去年财政收入很漂亮。今年一般公共预算收入打算增长多少?", "6%左右"),
]


@pytest.mark.parametrize(("question", "told"), TOLD)
def test_a_statement_before_a_question_blocks_no_answer(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "A new bridge crosses the Gan. How long is the bridge?",  # which one is said before
        "The zone in Xiaolan grew. How fast did industrial output grow?",
        "They built 9 of them. How many public toilets were built?",
        "Farmers earn little. How much did their income grow?",
    ],
)
def test_what_tells_one_thing_from_another_is_kept(question: str) -> None:
    assert idle_opening(question) == []


UNTOLD = [
    # held against what is not given
    "By how many patents does the 2022 target exceed the number granted in 2021?",
    "What place in the top 100 counties did the county have in the edition before the latest?",
    "What exact rank does the Xiaolan zone hold among all national-level development zones?",
    "What was the yuan value of the county's exports in 2021?",
    "How many hospital beds are there per thousand residents?",
    "What's the average waiting time for a hospital bed?",
]


@pytest.mark.parametrize("question", UNTOLD)
def test_no_other_figure_is_told(ask: Ask, question: str) -> None:
    answer: Answer = ask(question)
    assert answer.status is Status.NOT_IN_REPORT


def test_both_years_are_told_where_one_is_held_against_the_other(ask: Ask) -> None:
    fairs = "How many recruitment fairs were held in 2021, and are more of them planned for 2022?"
    assert {"42场", "50场"} == {one.text for one in ask(fairs).figures}
    houses = "Will more or fewer square metres of houses be expropriated in future than in 2021?"
    told = {one.text for one in ask(houses).figures}
    assert told == {"150万平方米", "180万平方米"}
