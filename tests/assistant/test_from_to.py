"""What moved from one value to another: both ends where the move is asked for, else the later."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.assistant.conftest import REPORTS, open_over


@pytest.fixture(scope="module")
def chengyang(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Over a page with formal numerals, run-in headings and a table of indicators."""
    return open_over(tmp_path_factory.mktemp("chengyang"), REPORTS / "chengyang-2021.html")


BOTH_ENDS = [
    ("城镇化率五年前后各是多少?", ("46.9%", "55.3%")),
    ("How did the share of children in public kindergartens change?", ("38.5", "51.3")),
    ("人均预期寿命前后变化是多少?", ("75.8岁", "77.4岁")),
]


@pytest.mark.parametrize(("question", "told"), BOTH_ENDS)
def test_who_asks_of_a_move_is_told_both_ends(
    chengyang: Assistant, question: str, told: tuple[str, str]
) -> None:
    text = chengyang.invoke(question).text
    assert all(one in text for one in told)


@pytest.mark.parametrize(
    ("question", "told", "silent"),
    [
        ("2020年常住人口城镇化率是多少?", "55.3%", "46.9"),
        ("What was life expectancy in 2020?", "77.4", "75.8"),
        ("高新技术企业有多少家?", "238家", "42家"),
    ],
)
def test_who_asks_for_a_value_is_told_what_it_came_to(
    chengyang: Assistant, question: str, told: str, silent: str
) -> None:
    text = chengyang.invoke(question).text
    assert told in text
    assert silent not in text


def test_what_was_planned_stands_beside_what_came_of_it(chengyang: Assistant) -> None:
    text = chengyang.invoke("2020年固定资产投资增速,年初定的和实际完成的各是多少?").text
    assert "10.5%左右" in text
    assert "8.6%" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("农村低保每人每月多少钱?", "470元"),
        ("今年城市低保标准提高到多少?", "765元"),
        ("What revenue is the electronics industry to reach by 2025?", "120 billion"),
        ("今年规上工业营业收入的目标是多少?", "1850亿元"),
        ("经开区今年营业收入的目标是多少?", "800亿元"),
        ("营商环境在全省排第几?", "第七位"),
        ("Who delivered the report?", "陆则明"),
        ("2020年社零增速原计划是多少?", "11%左右"),
    ],
)
def test_a_report_with_formal_numerals_and_a_table_is_read_as_any(
    chengyang: Assistant, question: str, told: str
) -> None:
    assert told in chengyang.invoke(question).text
