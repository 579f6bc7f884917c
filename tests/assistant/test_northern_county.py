"""A county's report that words its figures as deeds, and tells of the largest of several alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assistant.conftest import Ask, open_text

TEXT = """青塬县2023年政府工作报告
——2023年2月21日在青塬县第十七届人民代表大会第三次会议上
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2022年工作回顾
全年产原煤436万吨，外送电煤212万吨。巩固提升帮扶车间43个，吸纳就业1627人。
11个安置点配套产业实现全覆盖，最大的和安社区建成服装加工、手工地毯2个帮扶车间，就近就业268人。
县城集中供热普及率由86.3%提高到93.7%。
二、2023年工作安排
在南川、北峪、塬头3个镇分别建设1.5万吨、1万吨、8000吨气调冷库。县城集中供热普及率达到96%。
继续办好民生实事：1.更新新能源公交车20辆；2.改造农村危房85户。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("northern")), "county.txt", TEXT)
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("How much raw coal did the county produce last year?", ["436万吨"], []),
        ("去年帮扶车间有几个?", ["43个"], ["2个"]),
        ("和安社区建了几个帮扶车间?", ["2个"], ["43个"]),
        ("集中供热普及率今年要从多少提到多少?", ["93.7%", "96%"], []),
        (
            "Whose planned controlled-atmosphere cold store is larger, Nanchuan's or Yuantou's?",
            ["1.5万吨", "8000吨"],
            ["1万吨"],
        ),
        ("今年新能源公交车更新多少辆?", ["20辆"], ["1."]),
    ],
)
def test_a_deed_or_a_part_has_its_own_figure(
    ask: Ask, question: str, told: list[str], untold: list[str]
) -> None:
    text = ask(question).text
    assert all(one in text for one in told), text
    assert not any(one in text.replace("1.5万吨", "") for one in untold), text
