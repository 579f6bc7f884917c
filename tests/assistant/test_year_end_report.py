"""A report given in December of the year that it reviews: what "this year" and "next year" are."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from assistant.verify import verify
from assistant.verifying.verification import Verdict
from tests.assistant.conftest import Ask, open_text

TEXT = """临川市泮溪区2025年政府工作报告
——2024年12月26日在临川市泮溪区第九届人民代表大会第五次会议上
泮溪区人民政府区长 张三
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议，并请区政协委员提出意见。
一、2024年工作回顾
2024年，地区生产总值612.4亿元，增长5.8%。固定资产投资下降2.4%，未达到年初增长5%的预期。
净增“四上”企业88家，其中工业、建筑业、服务业分别为17家、9家、62家。受主要企业订单转移影响，进出口总额19.6亿元，下降7.3%。新增外贸实绩企业23家。
发放“乐购泮溪”消费券3600万元，以旧换新补贴9200万元，分别拉动消费2.7亿元、7.8亿元。举办首届泮溪马拉松，吸引1.2万名选手参赛。
总投资32亿元的泓芯半导体基地竣工投产，总投资20亿元的华岳医疗器械产业园于9月18日开工建设。
高新技术企业由2020年的83家增加到217家。商务楼宇总面积达186万平方米，平均入驻率81.3%。
二、2025年工作安排
2025年，主要预期目标是：地区生产总值增长6%左右；固定资产投资增长4%；城镇调查失业率控制在5.5%以内。
加快华岳医疗器械产业园建设，确保泓芯半导体二期上半年开工。高新技术企业达到240家。平台公司由3家压减至1家。
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(Path(tmp_path_factory.mktemp("december")), "december.txt", TEXT)


@pytest.fixture(scope="module")
def ask(held: Assistant) -> Ask:
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("今年GDP是多少？", "2024年地区生产总值为612.4亿元"),
        ("今年GDP增长目标是多少？", "2025年地区生产总值的增长目标是6%左右"),
        ("明年城镇调查失业率要压在多少以内？", "2025年城镇调查失业率的目标是5.5%以内"),
        ("去年GDP增长了多少？", "2024年地区生产总值增长5.8%"),
        ("How much did GDP grow this year?", "In 2024, GDP (地区生产总值) rose by 5.8%"),
        ("What is next year's GDP growth target?", "The 2025 target"),
        ("新的一年GDP目标增长多少？", "2025年"),
    ],
)
def test_this_year_is_that_of_the_speech(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert told in answer.text
    assert "\n" not in answer.text


@pytest.mark.parametrize(
    "claim",
    [
        "今年地区生产总值612.4亿元，增长5.8%。",
        "明年地区生产总值增长6%左右。",
        "This year GDP grew by 5.8%.",
    ],
)
def test_a_claim_of_this_year_is_held_against_it(held: Assistant, claim: str) -> None:
    assert verify(claim, held.store).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("固投今年是涨还是跌，幅度多大？", ["2.4%"]),
        ("高新技术企业跟2020年比，从多少家到了多少家？", ["217家", "83家"]),
        ('Of the newly added "four-above" firms, how many were construction companies?', ["9家"]),
        ("消费券和以旧换新补贴哪个拉动的消费多？", ["2.7亿元", "7.8亿元"]),
        ("平台公司今年不是已经砍到只剩1家了吗？", ["1家"]),
        ("What average occupancy rate for office buildings was reached?", ["81.3%"]),
    ],
)
def test_no_other_figure_is_told(ask: Ask, question: str, values: list[str]) -> None:
    answer = ask(question)
    assert sorted(one.text for one in answer.figures) == sorted(values)


def test_what_is_planned_is_not_done(ask: Ask) -> None:
    assert "2025年平台公司的目标是1家" in ask("平台公司今年不是已经砍到只剩1家了吗？").text


def test_a_date_is_of_the_thing_asked_of(ask: Ask) -> None:
    assert "9月18日" in ask("华岳医疗那个产业园哪天动工的？").text


def test_a_fall_with_its_reason_is_no_error(ask: Ask) -> None:
    answer = ask("Why did foreign trade shrink this year?")
    assert answer.status is Status.ANSWERED
    assert "订单转移" in answer.text
    assert "does not say so" not in answer.text


def test_what_was_held_was_not_called_off(ask: Ask) -> None:
    assert "举办首届泮溪马拉松" in ask("Why was the marathon called off this year?").text
