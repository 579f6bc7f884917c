"""A report with annexes: a table of indicators, the year's ten matters, an explanation of words."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Status
from tests.assistant.conftest import open_text

TEXT = """2018年青泽区政府工作报告
——2018年1月11日在青泽区第六届人民代表大会第三次会议上
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议，并请区政协委员和其他列席人员提出意见。
一、2017年工作回顾
过去一年，全区地区生产总值达到312.5亿元，增长7.9%，五年年均增长8.4%。总长860米的望湖大桥于9月建成通车。
2013年以来累计脱贫2114户6872人，年末剩余建档立卡贫困人口206户577人。全面推行“三证合一”登记制度。
二、2018年工作安排
今年的主要预期目标是：地区生产总值增长8%左右，到2020年突破400亿元。强化创新驱动，全社会研发经费支出占地区生产总值的比重提高到1.9%。
附件1
青泽区2018年主要指标表
指标 | 单位 | 上年实际 | 增长（%） | 本年目标
地区生产总值 | 亿元 | 312.5 | 7.9 | 增长8%左右
人口自然增长率 | ‰ | 6.12 | — | 7‰以内
附件2
2018年青泽区十件民生实事
1．新建公办幼儿园4所，新增学位1080个。牵头单位：区教育局。
2．改造老旧小区9个，惠及居民2310户。牵头单位：区住房和城乡建设局。
附件3
名词解释
1．“三证合一”：指将营业执照、组织机构代码证和税务登记证合并为一张营业执照。
2．河长：指负责组织领导相应河湖管理和保护的党政负责人。
"""


@pytest.fixture(scope="module")
def annexed(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("annexed"), "qingze-2018.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        # a rate of growth that is a level
        ("2017年人口自然增长率多少？", {"6.12"}),
        ("What was the natural growth rate of the population in 2017?", {"6.12"}),
        # the matters of an annex are those of the year in its title
        ("今年要改造几个老旧小区？", {"9个"}),
        # growth in an average year, and none of one year beside it
        ("What was average yearly GDP growth over the five years?", {"8.4%"}),
        # those left, though what went is named too
        ("还剩多少贫困人口没脱贫？", {"206户", "577人"}),
        ("What is the 2018 target for R&D as a share of GDP?", {"1.9%"}),
        ("2020年经济规模要达到多少？", {"400亿元"}),
    ],
)
def test_figures_of_annexes(annexed: Assistant, question: str, texts: set[str]) -> None:
    answer = annexed.invoke(Request(question=question))
    assert any(one.text.strip("突破") in texts for one in answer.figures), answer.text
    assert {one.text.strip("突破") for one in answer.figures} <= texts | {"8%左右"}, answer.text


def test_what_a_bridge_cost_is_not_how_long_it_is(annexed: Assistant) -> None:
    assert annexed.invoke(Request(question="望湖大桥造价多少？")).status is Status.NOT_IN_REPORT


@pytest.mark.parametrize("question", ["三证合一合的是哪几个证？", "三证合一是什么意思？"])
def test_an_explanation_of_words_is_reached(annexed: Assistant, question: str) -> None:
    answer = annexed.invoke(Request(question=question))
    assert "组织机构代码证" in answer.text


def test_what_came_about_since_a_year_is_told_so_once(annexed: Assistant) -> None:
    answer = annexed.invoke(Request(question="2013年以来脱贫了多少人？"))
    assert "6872人" in answer.text
    assert answer.text.count("以来") == 1


HEADED = TEXT.replace(
    "二、2018年工作安排", "二、2018年工作安排\n（一）突出办好10件民生实事"
).replace(
    "强化创新驱动", "推进城乡环卫一体化运营，健全网格化巡查机制。\n（二）加快创新\n强化创新驱动"
)


def test_a_number_of_a_heading_is_told_beside_no_quote_without_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    held = open_text(tmp_path_factory.mktemp("headed"), "qingze-2018.txt", HEADED)
    answer = held.invoke(Request(question="环卫一体化怎么推进？"))
    assert answer.status is Status.ANSWERED
    assert "环卫一体化" in answer.text
    assert "10件" not in answer.text
