"""A report that owns up to what it missed, asked in everyday words."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Status
from assistant.verify import verify
from tests.assistant.conftest import open_text

TEXT = """石桥县政府工作报告
——2019年2月19日在石桥县第十六届人民代表大会第三次会议上
石桥县人民政府县长 李四
各位代表：
一、2018年工作回顾
全年2914户7136人稳定脱贫，资助建档立卡学生5632人次。受疫情影响，生猪出栏32.7万头，下降2.4%。小麦平均亩产478公斤。
站前大道建成通车，由县城到车站的行车时间缩短到12分钟。新增学位5460个。
“十三五”以来累计压减炼铁产能167万吨、炼钢产能213万吨。
二、存在的困难和未完成的指标
在肯定成绩的同时，我们也清醒地看到，有几项指标没有完成：
——固定资产投资。计划增长8%，实际增长4.1%，列全市第15位。
——学校建设。计划新建6所，建成4所。
仍有未脱贫人口1108户2623人，政府债务率为78.6%，城区停车位缺口约4300个。
三、2019年主要目标和重点工作
固定资产投资增长6.5%，新增公共停车位1800个，进京时间由2小时50分缩短到1小时25分。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("missed"), "shiqiao-2019.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("去年的固定资产投资和年初说好的比,差了多少?", {"8%", "4.1%"}),
        ("去年摘掉穷帽子的有多少人?", {"2914户", "7136人"}),
        ("麦子一亩地平均能打多少公斤?", {"478公斤"}),
        ("从县城开车到高铁站要花几分钟?", {"12分钟"}),
        ("猪为啥出栏少了,少了多少?", {"2.4%"}),
        ("城区停车位还缺多少个?", {"约4300个"}),
        ("城区停车难,今年准备新增多少车位?", {"1800个"}),
        ("眼下还有多少人没脱贫?", {"1108户", "2623人"}),
        ("How indebted is the county, in terms of its debt ratio?", {"78.6%"}),
        ("How much crude steel capacity has been shut in the 13th Five-Year Plan?", {"213万吨"}),
        ("How long will the trip to Beijing take?", {"1小时25分"}),
    ],
)
def test_what_is_asked_plainly_is_found(county: Assistant, question: str, told: set[str]) -> None:
    answer = county.invoke(Request(question=question))
    assert {one.reported.text for one in answer.figures} == told


def test_pupils_helped_are_not_all_that_go_to_school(county: Assistant) -> None:
    answer = county.invoke(Request(question="How many pupils are enrolled in schools altogether?"))
    assert answer.status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("去年固定资产投资为什么超额完成了目标?", "报告的说法不同"),
        ("What helped fixed-asset investment beat its 8% goal last year?", "The report says other"),
    ],
)
def test_a_target_that_was_missed_was_not_beaten(
    county: Assistant, question: str, lead: str
) -> None:
    answer = county.invoke(Request(question=question))
    assert answer.text.startswith(lead)
    assert {one.reported.text for one in answer.figures} == {"8%", "4.1%"}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("石桥县去年多出5460个学位。", "supported"),
        ("石桥县2018年固定资产投资增长8%,完成年初计划。", "contradicted"),
    ],
)
def test_claims_of_what_was_added_and_missed(county: Assistant, claim: str, verdict: str) -> None:
    assert verify(claim, county.store).verdict == verdict
