"""Plain questions on a short report: what is an example only, what moved back, what is in total."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import open_text

REPORT = """青溪县政府工作报告
——2025年1月16日在青溪县第十七届人民代表大会第五次会议上
青溪县人民政府县长 李明
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
全年社会消费品零售总额86.4亿元、增长4.6%，比预期目标低0.9个百分点。连续第4年入列全国综合实力百强县，位次升至第37位。
东湾来县挂职党政干部4人、教师医生等专业技术人才41人。国有企业由11户整合重组为5户，资产总额达132.5亿元。
江溪高速青溪段42.6公里完成年度投资23.8亿元，17座隧道贯通11座。青山抽水蓄能电站总装机120万千瓦、总投资81.6亿元。
茶园面积稳定在21.6万亩，综合产值23.5亿元。接待游客612.4万人次；过夜游客98.6万人次。
PM2.5年均浓度19微克/立方米，下降5%。每千人口拥有3岁以下婴幼儿托位3.7个。
二、2025年工作安排
做强茶产业。改造低产茶园1.5万亩，建设标准化茶园3个，综合产值力争达到27亿元。
力争接待游客突破680万人次，过夜游客达到115万人次。社会消费品零售总额增长6%。PM2.5浓度控制在18微克/立方米以下。
深化省级东西部协作，东湾市澄江区安排财政援助资金5300万元。扶持企业流片补贴最高1000万元。
"""


@pytest.fixture(scope="module")
def qingxi(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("qingxi"), "qingxi-2025.txt", REPORT)


TOLD = [
    ("Did retail sales meet the goal in 2024, and by how much did they miss it?", ("0.9",), "2025"),
    ("Did retail sales meet the goal in 2024?", ("4.6%", "0.9"), "2025"),
    ("Why did state-owned companies grow from 5 to 11?", ("11户整合重组为5户",), ""),
    ("How much will the Qingshan pumped-storage scheme cost in total?", ("81.6",), "23.8"),
    ("Where does the county stand in the national top-100 list?", ("37",), ""),
    ("PM2.5全年平均多少？", ("19微克",), "18微克"),
    ("What is the tea industry's output value supposed to reach this year?", ("27亿元",), ""),
    ("去年来了多少游客，今年的目标又定到多少？", ("612.4万", "680万"), ""),
    ("企业流片最多能补多少钱？", ("最高1000万元",), ""),
    ("澄江区今年安排多少财政援助资金？", ("5300万元",), ""),
]


@pytest.mark.parametrize(("question", "told", "silent"), TOLD)
def test_what_is_asked_is_told(
    qingxi: Assistant, question: str, told: tuple[str, ...], silent: str
) -> None:
    text = qingxi.invoke(question).text
    assert all(one in text for one in told)
    assert not silent or silent not in text


@pytest.mark.parametrize(
    "question",
    [
        "How many teachers work in the county?",
        "去年全县出生了多少孩子？",
        "江溪高速将来过路费怎么收？",
    ],
)
def test_what_stands_near_is_no_answer(qingxi: Assistant, question: str) -> None:
    assert qingxi.invoke(question).status is Status.NOT_IN_REPORT
