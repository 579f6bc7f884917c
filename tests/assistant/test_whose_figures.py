"""Of which firm, town or year a figure is, on a county's report of few lines."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Status
from tests.assistant.conftest import open_text

TEXT = """2024年砚溪县政府工作报告
一、2023年工作回顾
净增规上工业企业13家，总数由2022年的96家增加到109家；江瑞铜业产值突破30亿元，恒昱电子6条生产线全部投产。
白芒镇、枫渡镇分别建成笋用林基地8600亩、5200亩。县域经济综合考评由全省第41位上升到第27位。
全年接待游客382万人次，实现旅游综合收入31.7亿元；云门竹海景区成功创建国家4A级旅游景区。
实施重点项目126个，完成投资92.8亿元，占年度计划的97.3%。一般公共预算收入下降1.9%。
城乡低保标准分别提高到每人每月885元、660元。全县16家规上工业企业停产半停产。
全年实现地区生产总值128.6亿元，增长3.6%。经济开发区实现营业收入86.2亿元，增长9.1%。
二、2024年工作安排
到2025年规上工业企业总数达到140家。新改建农村公路95公里。安排重点项目138个，总投资426亿元。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("county"), "yanxi-2024.txt", TEXT)


@pytest.mark.parametrize(
    "question",
    [
        "恒昱电子去年产值多少？",
        "How many tourists visited the Yunmen bamboo scenic area itself last year?",
    ],
)
def test_what_is_told_of_another_is_no_answer(county: Assistant, question: str) -> None:
    answer = county.invoke(Request(question=question, report="yanxi-2024"))
    assert answer.status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("江瑞铜业去年产值多少？", "30亿元", "—"),
        ("枫渡镇搞了多大面积的笋用林？", "5200亩", "8600亩"),
        ("县域经济考评现在全省排第几？", "第27位", "第41位"),
        ("去年重点项目投资跟年度计划比，完成了没有？", "97.3%", "426亿元"),
        ("今年要修多少公里乡村公路？", "95公里", "—"),
        (
            "How many industrial firms above designated size were there at the end of 2023, "
            "compared with 2022?",
            "109",
            "140",
        ),
        (
            "How many industrial enterprises above designated size have stopped production?",
            "16",
            "109",
        ),
        ("What is the monthly rural subsistence allowance now?", "660", "885"),
        ("What happened to general public budget revenue in 2023, up or down?", "1.9%", "—"),
    ],
)
def test_its_own_is_told(county: Assistant, question: str, told: str, not_told: str) -> None:
    answer = county.invoke(Request(question=question, report="yanxi-2024"))
    assert told in answer.text
    assert not_told not in answer.text


def test_the_economy_is_no_economic_zone(county: Assistant) -> None:
    """经济开发区 has the kind of zone for a name, of which 经济总量 says nothing."""
    answer = county.invoke(Request(question="去年经济总量到底有多大？", report="yanxi-2024"))
    assert answer.figures[0].text == "128.6亿元"
