"""A coal city's report: three sectors in one list, shares, and what is asked of another thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask, open_text

TEXT = """砚岭市2024年政府工作报告
——2024年1月9日在砚岭市第五届人民代表大会第四次会议上
砚岭市人民政府市长 韩致远
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员提出意见。
一、2023年工作回顾
初步核算，第一产业增加值182.7亿元、第二产业增加值438.5亿元、第三产业增加值465.2亿元，分别增长6.1%、7.6%、6.4%，三次产业结构调整为16.8∶40.4∶42.8。规模以上工业增加值增长9.2%，社会消费品零售总额324.6亿元、增长9.5%。规上工业增加值增速居全省第5位、较上年前移6位。
民间投资止跌回升，增长7.4%；西砚铁路累计完成投资47.3亿元，占概算总投资的65.9%。全社会研发投入强度达到1.42%，较上年提高0.15个百分点。
市属国有企业资产总额682亿元，全年实现利润3.15亿元，同比扭亏为盈。外贸进出口总额28.9亿元，下降4.6%，其中出口17.3亿元、逆势增长12.1%。
市人民医院新院区投入使用，每千人口医疗卫生机构床位数达到7.8张。
煤电铝等传统产业占规上工业增加值的比重仍达68.5%；社会消费品零售总额增速低于年初预期目标0.5个百分点。
二、2024年工作安排
原煤产量稳定在1500万吨左右，社会消费品零售总额增长8.5%左右。清理拖欠企业账款，年内清偿率不低于80%。力争铝产业链产值突破200亿元。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("coal")), "yanling.txt", TEXT)
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Which of the three sectors grew the fastest in 2023, and at what rate?", {"7.6%"}),
        ("三次产业中谁增速最慢？", {"6.1%"}),
        ("How fast did the three sectors grow?", {"6.1%", "7.6%", "6.4%"}),
        ("How fast did output of larger industrial firms grow in 2023?", {"9.2%"}),
        ("Growth of private investment in 2023?", {"7.4%"}),
        ("What share of the economy goes to R&D?", {"1.42%"}),
        (
            "How much of the Xi-Yan railway's (西砚铁路) total budget has been spent, in percent?",
            {"65.9%"},
        ),
        ("How dependent is industry on coal, power and aluminium — what share is it?", {"68.5%"}),
        ("政府拖欠企业的钱今年要还掉多大比例？", {"不低于80%"}),
        ("Why did exports shrink in 2023?", {"12.1%"}),
    ],
)
def test_the_figure_of_the_thing_asked_of_is_told(
    ask: Ask, question: str, figures: set[str]
) -> None:
    assert {one.text for one in ask(question).figures} == figures


@pytest.mark.parametrize(
    "question",
    ["How many beds does the new campus of the people's hospital have?", "新院区有多少张床位？"],
)
def test_beds_per_thousand_people_are_no_hospitals_beds(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


def test_a_target_that_was_missed_was_not_beaten(ask: Ask) -> None:
    answer = ask("How did retail sales growth manage to beat the target set for 2023?")
    assert "低于年初预期目标0.5个百分点" in answer.text
    assert "8.5%" not in answer.text


def test_who_gives_the_report_is_in_its_head(ask: Ask) -> None:
    assert "韩致远" in ask("Who is the mayor giving this report?").text
    assert "三次产业结构调整为16.8∶40.4∶42.8" in ask("三次产业结构是多少？").text
