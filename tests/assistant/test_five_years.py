"""A report at a term's end: five years told beside the last, five to come beside the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask, open_text

TEXT = """2022年苍屏市人民政府工作报告
——2022年1月10日在苍屏市第十届人民代表大会第一次会议上
苍屏市人民政府市长 张三
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议，并请各位政协委员和列席会议的同志提出意见。
一、过去五年和2021年工作回顾
过去五年，综合实力明显增强。地区生产总值由2016年的142.6亿元增加到2021年的231.8亿元，年均增长7.9%。
五年教育支出累计96.4亿元，城市污水处理率由81.5%提高到95.2%。
2021年，地区生产总值增长8.6%，全年教育支出21.3亿元，关闭烟花爆竹企业14家。苍北高速于2019年6月建成通车，苍屏经开区2018年升格为国家级开发区。
城乡居民收入比由2.41∶1缩小到2.12∶1，农村低保标准由每人每年2900元提高到5300元。粮食播种面积连续五年稳定在88万亩以上。全年粮食播种面积88.6万亩。
粮食总产量52.4万吨，受春季干旱影响比上年减少0.9万吨。
在肯定成绩的同时，我们也清醒地看到，发展中还存在不少困难和问题：
一是经济下行压力较大。农村居民人均可支配收入只相当于全国的83.5%。地区生产总值、财政收入增速分别比年度预期目标低0.4个和1.2个百分点。
二、今后五年的总体思路和奋斗目标
今后五年的总体思路是：坚持稳中求进，加快绿色发展。
今后五年的主要奋斗目标
经济总量迈上新台阶。地区生产总值年均增长7%左右，到2026年突破320亿元。
城乡建设呈现新面貌。建成区面积控制在41平方公里以内。
三、2022年重点工作
2022年经济社会发展的主要预期目标是：地区生产总值增长7.5%左右，居民消费价格涨幅控制在3%以内。
附件1
2022年苍屏市民生实事
序号 | 实事内容 | 牵头部门
1 | 新建公办幼儿园7所，新增学位1890个 | 市教育局
2 | 新建城区公共停车位2600个 | 市城市管理局
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("term")), "term.txt", TEXT)
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        # of all the years together, not of the last
        ("What was the average annual growth of GDP during the past five years?", ["7.9%"]),
        ("五年教育支出总共多少？", ["96.4亿元"]),
        ("2021年教育支出是多少？", ["21.3亿元"]),
        # how far from the aim is no growth
        ("2021年GDP增长多少？", ["8.6%"]),
        # of the years to come, not of the next
        ("What is average GDP growth meant to be in the next five years?", ["7%左右"]),
        ("今后五年建成区面积最多到多少？", ["41平方公里以内"]),
        ("How big may the built-up area become over the coming five years?", ["41平方公里以内"]),
        # a year by its last signs
        ("22年经济预计增长多少？", ["7.5%左右"]),
        # what a cell of a table tells
        ("2022年要新建多少个城区公共停车位？", ["2600个"]),
    ],
)
def test_the_span_that_is_asked_for(ask: Ask, question: str, figures: list[str]) -> None:
    answer = ask(question)
    assert [figure.text for figure in answer.figures] == figures, answer.text


@pytest.mark.parametrize(
    "question",
    ["How many fireworks companies are still operating?", "还在生产的烟花爆竹企业有多少家？"],
)
def test_what_was_closed_is_not_what_still_runs(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("苍北高速是2017年通车的吧？", "2019年6月建成通车"),
        ("苍屏经开区2020年升的国家级，对吗？", "2018年升格"),
        ("The Cangbei Expressway opened in 2017, right?", "2019年6月"),
    ],
)
def test_another_year_is_set_right(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


def test_the_year_s_own_level_is_told_before_what_it_stood_above(ask: Ask) -> None:
    assert [one.text for one in ask("2021年粮食播种面积多少？").figures] == ["88.6万亩"]


def test_a_standard_a_year_is_no_average_of_years(ask: Ask) -> None:
    assert [one.year for one in ask("2021年农村低保标准是多少？").figures][-1] == 2021


def test_a_share_of_another_s_is_no_growth(ask: Ask) -> None:
    text = ask("农村居民人均可支配收入是多少？").text
    assert "增长83.5%" not in text


def test_the_ratio_of_incomes_is_found_by_everyday_words(ask: Ask) -> None:
    assert "2.12∶1" in ask("城里人和农村人的收入差距是几比一？").text
