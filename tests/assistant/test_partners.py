"""What a report of five years tells of trade, of ways of travelling, and of what was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from assistant.verify import verify
from tests.assistant.conftest import open_text

TEXT = """2022年临川市人民政府工作报告
——2022年1月18日在临川市第五届人民代表大会第一次会议上
临川市人民政府市长 李四
各位代表：
一、2021年工作回顾
2019年12月26日高铁开通运营；机场旅客吞吐量312.6万人次。高铁新城启动建设。
新能源汽车产量31.6万辆，新能源汽车产业链企业213家。清偿拖欠企业账款23.4亿元。
外贸进出口1428.6亿元。对东盟进出口346.2亿元，其中对越南129.5亿元；对欧盟251.7亿元。民营企业进出口1089.4亿元，占76.3%。
五年引进博士1286名，其中去年310名。五年累计交付各类船舶486艘，去年一年就交了118艘。
二、2022年重点工作
规上工业增加值增长7%。
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("partners")
    return open_text(folder, "partners.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("对欧盟进出口多少亿?", ["251.7亿元"]),
        ("对东盟和对欧盟进出口哪个多?", ["346.2亿元", "251.7亿元"]),
        ("进出口一共多少?", ["1428.6亿元"]),
        ("2021年造出多少辆新能源车?", ["31.6万辆"]),  # no 213家
        ("欠企业的账清了多少钱?", ["23.4亿元"]),
        ("2021年引进博士多少名?", ["310名"]),
        ("How many ships were delivered in 2021 alone?", ["118艘"]),
        ("How many electric cars did the city build in 2021?", ["31.6万辆"]),
    ],
)
def test_its_own_figure_is_told(held: Assistant, question: str, values: list[str]) -> None:
    assert [figure.text for figure in held.invoke(question).figures] == values


@pytest.mark.parametrize(
    "question",
    ["How many passengers did the high-speed railway carry in 2021?", "对日本进出口多少?"],
)
def test_another_s_figure_is_not_told(held: Assistant, question: str) -> None:
    assert held.invoke(question).status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Private companies accounted for 76.3% of foreign trade in 2021.", "supported"),
        ("五年来全市一共交付486艘船。", "supported"),
        ("2021年引进博士1286名。", "contradicted"),
    ],
)
def test_a_claim_is_held_against_the_very_figure(held: Assistant, claim: str, verdict: str) -> None:
    assert verify(claim, held.store).verdict == verdict
