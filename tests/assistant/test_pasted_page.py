"""A report pasted from a page: parts by number, ▍ headings, a table kept apart by wide spaces.

Its table gives what was promised beside what came of it, so that targets and results of one year
stand next to those of the next.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Answer, Status
from tests.assistant.conftest import REPORTS, Ask, open_over


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_over(Path(tmp_path_factory.mktemp("page")), REPORTS / "zhangyang-2019.txt")
    return lambda question: held.invoke(question)


def told(answer: Answer) -> list[str]:
    return [figure.text for figure in answer.figures]


FIGURES = [
    # what began long ago is of no one year
    ("2014年到现在一共有多少人脱了贫?", ["14286户", "43917人"]),
    ("2018年财政收入是多少?", ["14.72亿元", "6.8%"]),  # not 46倍 since 1994
    # promised and done
    ("城区公共停车位年初定了多少个,最后建了多少个?", ["1500个", "1520个"]),
    (
        "新一年计划修多少公里四好农村路?",
        ["300公里", "300公里"],
    ),  # not what was promised for last year
    ("地区生产总值今年的增长目标?", ["8%左右"]),
    ("What is this year's GDP growth goal?", ["8%左右"]),
    # both ends of what moved
    ("企业开办时间改革前要几天,现在几天?", ["15个工作日", "3个工作日"]),
    ("How much has the poverty rate come down, from what to what?", ["3.9%", "1.2%"]),
    # of what a length, a sum, a standard is
    ("How long is the upgraded section of National Highway 347?", ["36.8公里"]),
    ("漳阳体育中心投资多少?", ["7.6亿元"]),
    ("农村低保标准是多少?", ["5040元"]),
    ("规上工业企业的利润增长了多少?", ["13.6%"]),
    ("市民热线办了多少件诉求?", ["18652件"]),
    ("老百姓平均能活多少岁?", ["77.9岁"]),
]


@pytest.mark.parametrize(("question", "figures"), FIGURES)
def test_the_figure_asked_for_and_no_other(ask: Ask, question: str, figures: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert set(told(answer)) == set(figures)


@pytest.mark.parametrize(
    "question",
    [
        "2018年油菜籽产量多少万吨?",  # other outputs are given
        "文峰大桥总投资多少钱?",  # that of the stadium beside it is
        "How many foreign tourists were among last year's visitors?",  # all visitors are
        "What was consumer price inflation in 2018?",  # only the aim for 2019 is
        "2016年以来累计脱贫多少人?",  # 2014年以来 is
        "How much of the 29.4 million yuan in tourism income was from tickets?",
        "漳阳经济开发区去年交了多少税?",  # its revenue is given
    ],
)
def test_what_stands_beside_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_IN_REPORT, answer.text


def test_a_yearly_mean_is_no_yearly_fall(ask: Ask) -> None:
    answer = ask("PM2.5浓度的目标是多少?")
    assert told(answer) == ["5%以上"]
    assert "年均下降" not in answer.text


def test_a_target_missed_is_told_beside_the_result(ask: Ask) -> None:
    assert set(told(ask("2018年外贸出口目标完成了吗?"))) >= {"8640万美元", "9200万美元"}


def test_what_adds_up_is_told_with_the_year_that_it_began(ask: Ask) -> None:
    answer = ask("2014年以来累计脱贫多少人?")
    assert answer.text.startswith("2014年以来脱贫")
    assert answer.citations[0].quote.startswith("２０１４年以来")


def test_failings_are_told_by_any_name(ask: Ask) -> None:
    text = ask("市长讲了哪些没解决好的问题?").text
    assert "财政收支矛盾突出" in text
    assert "少数干部担当不够" in text


def test_who_gave_the_report_and_as_what(ask: Ask) -> None:
    assert "市人民政府市长 陶学军" in ask("这个报告是谁作的,什么职务?").text
