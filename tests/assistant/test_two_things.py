"""Questions that ask two things at once, and figures of two years or sides held together."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Answer, Status
from tests.assistant.conftest import Ask, open_text

TEXT = """2021年溪桥县政府工作报告
——2021年1月12日在溪桥县第十七届人民代表大会第六次会议上
县长 李四
各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、2020年工作回顾
2020年，全县生产总值完成186.4亿元，增长3.9%，高出年初计划0.4个百分点。生产总值总量居全市六个县区第2位，占全市比重为12.6%。
一般公共预算收入9.8亿元，扣除减税因素后增长4.1%，自然口径下降1.7%。PM2.5年均浓度为38微克/立方米，但未达到36微克/立方米的控制目标。
投入6000余万元改造乡镇敬老院12个。办结12345热线诉求3.2万件，群众满意率达96%。发放“乐购溪桥”消费券900万元，拉动消费1.1亿元。
新增投入1.3亿元建设农村电网，新建电力线路210公里。新建供水管网55公里。组织招聘活动31场。改造老旧小区9个。
完成5座泵站更新改造和总投资4800万元的河道治理工程。原定建设养老服务中心20家，实际建成17家。
城市污水处理厂日处理能力由4万吨提高到6万吨。
二、2021年工作安排
今年生产总值增长6.5%，接待游客90万人次，旅游收入6.2亿元。开展40场招聘活动。
开工建设溪桥机场改扩建工程，总投资18亿元，计划2023年建成。推动总投资45亿元的青石抽水蓄能电站3月开工建设，装机容量120万千瓦。
完成县属国有企业整合，由11家整合为4家。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("two")), "two.txt", TEXT)
    return lambda question: held.invoke(question)


def _told(answer: Answer) -> list[str]:
    return [figure.text for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Old people's homes in the townships: how many done up, for how much?",
         ["12个", "6000余万元"]),
        ("12345 hotline in 2020: how many requests closed, and were people happy?",
         ["3.2万件", "96%"]),
        ("去年发了多少消费券，带起来多少消费？", ["900万元", "1.1亿元"]),
        ("What was put into the rural power grid in 2020, and how many km of line were built?",
         ["210公里"]),
        ("What are the 2021 goals for visitors and tourism earnings?", ["90万人次", "6.2亿元"]),
        ("More job fairs this year than last?", ["31场", "40场"]),
        ("养老服务中心当初说建几家，最后建成几家？", ["20家", "17家"]),
        ("污水厂扩容前后，一天各能处理多少吨？", ["6万吨", "4万吨"]),
        ("Did 2020 economic growth beat or miss the plan set at the start of the year, "
         "and by how much?", ["0.4个百分点"]),
    ],
)  # fmt: skip
def test_both_are_told(ask: Ask, question: str, told: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert set(told) <= set(_told(answer))


def test_a_part_that_asks_for_no_number_by_its_words_is_told_the_clause(ask: Ask) -> None:
    text = ask("What's the price tag and capacity of the Qingshi (青石) pumped-storage plant?").text
    assert "45亿元" in text
    assert "120万千瓦" in text


def test_what_has_a_name_of_its_own_is_no_side_of_what_stands_beside_it(ask: Ask) -> None:
    """The works in the rivers stand in the stations' sentence, and cost what they cost."""
    assert "4800万元" not in _told(ask("泵站改造了几座？花了多少钱？"))


def test_a_sum_without_a_name_is_told_with_what_it_is_for(ask: Ask) -> None:
    answer = ask("乡镇敬老院改造花了多少钱？")
    assert _told(answer) == ["6000余万元"]
    assert answer.citations[0].quote.startswith("投入6000余万元改造乡镇敬老院")


def test_a_work_begun_names_its_sum(ask: Ask) -> None:
    answer = ask("How much will the airport expansion cost?")
    assert _told(answer) == ["18亿元"]
    assert "机场改扩建工程总投资" in answer.figures[0].indicator


def test_how_many_are_left_is_not_how_many_there_were(ask: Ask) -> None:
    assert _told(ask("县属国企整合后剩几家？")) == ["4家"]


def test_an_aim_missed_is_an_aim_of_the_indicator(ask: Ask) -> None:
    answer = ask("PM2.5去年控制目标是多少？")
    assert _told(answer) == ["36微克/立方米"]
    assert answer.figures[0].kind.value == "target"


def test_markers_are_numbered_through(ask: Ask) -> None:
    answer = ask("PM2.5去年不是已经达标了吗,比控制目标还低多少?")
    assert [one.marker for one in answer.citations] == [1, 2]
