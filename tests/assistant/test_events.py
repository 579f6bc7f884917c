"""Questions that open with an event: what came after it, where the report knows of it."""

from __future__ import annotations

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask

NEVER_HAPPENED = [
    "After the strike at the Jiangling factory in 2021, what compensation did workers get?",
    "菜鸟网络裁员之后,县里怎么安置那些员工?",
    "Has efficiency improved since county civil servants went to a four-day week?",
    "What happened after the merger of the two hospitals?",
    "地震之后学校怎么重建的?",
]


@pytest.mark.parametrize("question", NEVER_HAPPENED)
def test_nothing_is_told_of_an_event_that_the_report_does_not_know(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("疫情之后旅游业怎么恢复", "全域旅游示范区"),
        (
            "After failing the National Civilised City re-inspection, what remedies are there?",
            "顺利通过全国文明城市复检",
        ),
    ],
)
def test_what_came_after_what_it_knows_is_told(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).text
