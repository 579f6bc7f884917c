"""A report that looks back on five years and writes its numbers out, asked in plain words."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.assistant.conftest import REPORTS, open_over


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Over a county's report in chapters, with Chinese numerals."""
    return open_over(tmp_path_factory.mktemp("wusang"), REPORTS / "wusang-2016.md")


@pytest.mark.parametrize(
    ("question", "told", "silent"),
    [
        ("来旅游的人比上一年多了几成？", "31.8%", "35.2%"),
        ("What GDP is the county aiming for by 2020?", "more than 17 billion yuan", "14%"),
        ("How fast is GDP to grow a year by 2020?", "about 12%", "14%"),
        ("城镇化率这五年涨了多少个点？", "十一点四个百分点", "3.4个百分点"),
        ("What was rural income five years ago?", "3,287 yuan", "10%"),
        ("What was rural income five years ago?", "more than doubled (一番多)", "1 doubling"),
    ],
)
def test_written_numbers_answer_and_their_neighbours_do_not(
    county: Assistant, question: str, told: str, silent: str
) -> None:
    text = county.invoke(question).text
    assert told in text
    assert silent not in text


@pytest.mark.parametrize(
    ("question", "told", "silent"),
    [
        ("安全事故死的人五年少了多少？", "27.9%", "41.3%"),
        ("五年里安全事故少了多少？", "41.3%", "27.9%"),
        ("By how much did deaths in work accidents fall over the five years?", "27.9%", "41.3%"),
    ],
)
def test_the_dead_of_accidents_are_not_the_accidents(
    tmp_path_factory: pytest.TempPathFactory, question: str, told: str, silent: str
) -> None:
    prefecture = open_over(tmp_path_factory.mktemp("lanchuan"), REPORTS / "lanchuan-2012.html")
    text = prefecture.invoke(question).text
    assert told in text
    assert silent not in text


def test_what_each_side_of_a_question_tells_is_told_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    prefecture = open_over(tmp_path_factory.mktemp("lanchuan"), REPORTS / "lanchuan-2012.html")
    lines = prefecture.invoke("五年来事故起数和死亡人数各降了多少？").text.split("\n")
    assert len(lines) == 2
