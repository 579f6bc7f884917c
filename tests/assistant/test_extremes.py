"""Which place comes first or last, where the report gives a figure of each."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from tests.assistant.conftest import open_text

TEXT = """2023年芷陵市政府工作报告
一、2022年工作回顾
全市地区生产总值2386.7亿元，增长4.6%。分县区看，石牌市完成地区生产总值486.3亿元，增长5.9%；渌南县362.4亿元，增长5.4%；永垌县167.2亿元，增长3.0%，低于全市1.6个百分点。
河口镇、白沙镇两个镇茶园面积分别达5.3万亩、4.1万亩。高新区工业总产值530亿元，增长12%。
迎峰度夏期间最高用电负荷三次刷新纪录，8月18日达到412.6万千瓦，较上年峰值增长9.8%。
城镇新增就业4.63万人，完成省定目标的115.8%。粮食总产量312.5万吨。
部分指标没有达到年初预期，地区生产总值年初定的是7%以上，实际低了不少。
二、2023年工作安排
地区生产总值增长6.5%左右。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("extremes"), "zhiling-2023.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("去年哪个县的生产总值增长最慢", "永垌县地区生产总值增长3.0%", "石牌市"),
        ("Which county's GDP grew fastest last year?", "石牌市 rose by 5.9%", "永垌"),
        ("哪个县生产总值增长最快,哪个最慢", "石牌市地区生产总值增长5.9%", "4.6%"),
        ("Which county had the smallest GDP last year?", "16.72 billion yuan", "石牌市"),
    ],
)
def test_the_first_or_the_last_of_those_listed(
    city: Assistant, question: str, told: str, not_told: str
) -> None:
    answer = city.invoke(Request(question=question))
    assert told in answer.text
    assert not_told not in answer.text
    assert answer.text.startswith(("在报告列出数字的各地中", "Of the places that the report lists"))


@pytest.mark.parametrize("question", ["哪个镇的工业总产值最高", "哪个镇茶园面积最大"])
def test_a_zone_or_two_towns_tell_no_first(city: Assistant, question: str) -> None:
    answer = city.invoke(Request(question=question))
    assert not answer.figures


def test_a_peak_on_a_day_is_of_what_broke_the_record(city: Assistant) -> None:
    answer = city.invoke(Request(question="去年夏天用电负荷最高到多少?"))
    assert "412.6万千瓦" in answer.text
    answer = city.invoke(Request(question="2022年GDP年初目标是多少,实际增长多少?"))
    assert "7%以上" in answer.text
    assert "4.6%" in answer.text
    assert "6.5%" not in answer.text
    compared = "How did 2022 GDP growth compare with the target set at the start of that year?"
    answer = city.invoke(Request(question=compared))
    assert "7% or above" in answer.text
    assert "6.5%" not in answer.text
