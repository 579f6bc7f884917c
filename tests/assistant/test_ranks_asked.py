"""Ranks and times by the words that people ask for them with, on the shipped report."""

from __future__ import annotations

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("全国工业百强县排到多少位了", "第36位"),
        ("全国县域经济百强里南昌县排第几?", "第19位"),
        ("National green development top 100 - which place?", "No. 53"),
        ("2022年企业开办时间要压到多长?", "2个小时"),
    ],
)
def test_a_rank_or_a_time_is_told(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("全国新型城镇化质量百强县市的排名去年为什么往后掉了?", "前移至第32位"),
        (
            "Why did the second-phase dedicated railway line at the Xiangtang port open a year "
            "late?",
            "提前一年",
        ),
        (
            "Why was the main structure of Nanchang South Railway Station still not finished at "
            "the end of 2021?",
            "南昌南站主体结构完工",
        ),
    ],
)
def test_what_did_not_slip_is_not_taken_to_have(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text
    assert "没有这样说" in answer.text or "does not say so" in answer.text


def test_money_put_in_is_nothing_that_was_sold(ask: Ask) -> None:
    answer = ask(
        "How much money did the county government itself put into promotions to get shoppers "
        "spending in 2021?"
    )
    assert "376亿元" not in answer.text
    assert not any(one.indicator.endswith("零售总额") for one in answer.figures)


def test_a_place_that_was_kept_was_not_taken(ask: Ask) -> None:
    answer = ask("Which county pushed Nanchang County out of first place in Jiangxi by GDP?")
    assert "稳居全省县(市、区)首位" in answer.text
    assert "does not say so" in answer.text
