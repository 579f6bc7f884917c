"""Who asks for the report as a whole is answered by its outline and its list of aims."""

from __future__ import annotations

import pathlib

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Status
from tests.assistant.conftest import REPORTS, SHIPPED, open_over

NANCHANG, QINGYAN, DAICHUAN, LANPU = (
    "nanchang-county-2022",
    "qingyan-2023",
    "daichuan-2022",
    "lanpu-2023",
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    names = ("qingyan-2023.docx", "daichuan-2022.txt", "lanpu-2023.md")
    others = (REPORTS / name for name in names)
    return open_over(tmp_path_factory.mktemp("overview"), SHIPPED, *others)


def asked(reports: Assistant, question: str, report: str) -> Answer:
    return reports.invoke(Request(question=question, report=report))


@pytest.mark.parametrize(
    ("report", "question", "first", "count"),
    [
        (NANCHANG, "去年主要成绩有哪些?", "持之以恒抓转型、促升级,现代产业体系加速构建", 4),
        (NANCHANG, "What were the main achievements last year?", "持之以恒抓转型", 4),
        (QINGYAN, "区里去年干了啥?", "顶压前行稳增长，经济大盘企稳回升", 5),
        (DAICHUAN, "2021年的主要成绩", "着力稳增长", 6),  # those of five years stand before
        (NANCHANG, "今年的重点工作是什么?", "聚焦推动经济总量新跨越", 5),
        (LANPU, "priorities for this year", "聚力项目攻坚", 4),
    ],
)
def test_achievements_and_tasks_are_the_headings_of_their_part(
    reports: Assistant, report: str, question: str, first: str, count: int
) -> None:
    answer = asked(reports, question, report)
    assert len(answer.citations) == count
    assert answer.citations[0].quote.startswith(first)


@pytest.mark.parametrize(
    ("report", "figures"),
    [
        (NANCHANG, ["7.5%以上", "6%左右", "9%左右"]),
        (DAICHUAN, ["7.5%左右"]),
        (LANPU, ["6%以上", "100亿元", "7%左右"]),  # rows of a table
    ],
)
def test_the_year_s_aims_are_told_one_by_one(
    reports: Assistant, report: str, figures: list[str]
) -> None:
    for question in ("今年的主要目标是什么?", "What are the main targets for this year?"):
        answer = asked(reports, question, report)
        assert [one.text for one in answer.figures[: len(figures)]] == figures
        assert {one.kind for one in answer.figures} == {"target"}


def test_a_summary_has_what_was_done_what_is_aimed_at_and_what_is_planned(
    reports: Assistant,
) -> None:
    for question in ("总结一下这份报告的主要内容", "Summarize the report, please."):
        said = asked(reports, question, QINGYAN).text
        places = [said.index(one) for one in ("经济大盘企稳回升", "6%-6.5%", "扩大有效需求")]
        assert places == sorted(places)


@pytest.mark.parametrize(
    "question",
    [
        "2020年主要成绩有哪些?",
        "今后五年的主要目标是什么?",
        "2021年的主要目标",
        "main targets for 2023",
    ],
)
def test_a_time_that_the_report_is_not_of_is_refused(reports: Assistant, question: str) -> None:
    assert asked(reports, question, NANCHANG).status is Status.NOT_IN_REPORT


def test_who_names_a_matter_is_not_told_all_others(reports: Assistant) -> None:
    quotes = [one.quote for one in asked(reports, "今年教育方面做什么?", NANCHANG).citations]
    assert quotes
    assert all("教育" in one or "学" in one for one in quotes)
    assert not any("党史学习教育" in one for one in quotes)


MISSED = """政府工作报告
——2019年1月10日在岚溪县第十届人民代表大会第四次会议上
县长 周敬
各位代表:
一、2018年工作回顾
一年来,县十届人大三次会议确定的主要任务总体完成。
受订单减少拖累,外贸进出口总额4820万美元,同比下降5.7%,没有完成年初增长6%的目标。
县中医院新院区建成投用,客运枢纽因用地手续滞后未能如期开工。
二、2019年工作安排
今年的主要预期目标是:地区生产总值增长8%左右;固定资产投资增长10%以上。
"""


@pytest.mark.parametrize(
    "question",
    [
        "哪些目标没完成?",
        "去年有哪些指标没达标",
        "去年承诺的事哪些没办成",
        "What did the county miss last year?",
        "Were all of last year's targets met?",
    ],
)
def test_what_was_missed_is_told_by_what_the_report_admits(
    question: str, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "lanxi-2019.txt"
    path.write_text(MISSED, encoding="utf-8")
    answer = open_over(tmp_path / "home", path).invoke(question)
    assert answer.status is Status.ANSWERED
    quotes = " ".join(one.quote for one in answer.citations)
    assert "没有完成年初增长6%的目标" in quotes
    assert "未能如期开工" in quotes
    assert "10%以上" not in quotes  # no aims of the year to come


@pytest.mark.parametrize(
    "question", ["去年哪些目标没完成?", "Did the county meet all its targets?"]
)
def test_where_all_was_met_the_report_says_so(reports: Assistant, question: str) -> None:
    answer = asked(reports, question, NANCHANG)
    assert [one.quote for one in answer.citations] == [
        "全面完成了县十六届人大六次会议提出的主要目标任务"
    ]
