"""Questions for money, and names of lists: what is asked for is told, and nothing beside it."""

from __future__ import annotations

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask

# A question for money is told a sum, whatever else the question names

SUMS = [
    ("县本级拿出多少钱支持市场主体搞促消费活动?", "1550万元"),
    (
        "What is the annual investment planned for rural sewage treatment facilities and their "
        "pipe networks?",
        "1亿元",
    ),
    ("How much extra funding has been newly arranged for people's livelihood in 2022?", "2.6亿元"),
    (
        "How much are patients expected to save once county-level public hospitals remove "
        "mark-ups on drugs and medical consumables?",
        "5000万元",
    ),
    (
        "How much money per year will go into upgraded smart factories, workshops and production "
        "lines over the next three years?",
        "3000万元",
    ),
    (
        "What was the total planned investment of the 121 major projects the county attracted "
        "last year?",
        "685亿元",
    ),
    ("How much investment do the newly attracted major projects add up to?", "685亿元"),
    ("县级公立医院取消药品加成,能给老百姓省下多少钱?", "5000万元"),
    ("236个重大重点项目总投资多少钱?", "2098亿元"),
    ("去年在县本级的日常开销上省下了多少钱?", "2.1亿元"),
    (
        "How much in awards and subsidies was paid out under the "
        '"20 Measures Benefiting Agriculture"?',
        "7000余万元",
    ),
]


@pytest.mark.parametrize(("question", "told"), SUMS)
def test_who_asks_for_money_is_told_the_sum(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert [one.text for one in answer.figures] == [told]
    assert "otherwise" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "百胜智能在深交所上市募集了多少资金?",
        "What will the Jiulong Bridge cost to build?",
        "全省营商环境评价排第一的是哪个县?",
        "Which county ranks first in the province in the business environment assessment?",
    ],
)
def test_a_sum_or_a_county_that_is_not_given_is_not_made_of_others(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


# A rank or a rate is that of the fullest name; a year or a limit may be part of the name

NAMED = [
    (
        "Which position did Nanchang County get on the 2021 list of China's top 100 future "
        "investment hotspots?",
        "第28位",
    ),
    ("在“2021年中国未来投资热点百佳县市”中南昌县排第几?", "第28位"),
    (
        "What place does the county hold in the national ranking of top 100 counties and cities "
        "for scientific and technological innovation?",
        "第37位",
    ),
    (
        "By what percentage was the approval time for the whole process of construction projects "
        "shortened in 2021?",
        "22%",
    ),
    (
        "2022 target for fixed-asset investment (projects of 5 million yuan and above)?",
        "8.5%左右",
    ),
    ("多大比例的行政村集体经营性年收入要达到30万元以上?", "80%"),
]


@pytest.mark.parametrize(("question", "told"), NAMED)
def test_a_figure_is_of_the_fullest_name(ask: Ask, question: str, told: str) -> None:
    assert ask(question).figures[0].text == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            'What are the "four major programmes" for raising farmers\' skills and incomes?',
            "现代青年农场主培育",
        ),
        ("提高农民致富能力的“四大工程”是哪些?", "一村一名大学生"),
        ("“双减”工作中率先实现的“三个100%”分别指什么?", "学科类转非学科类"),
    ],
)
def test_a_name_for_several_is_told_with_what_it_stands_for(
    ask: Ask, question: str, told: str
) -> None:
    answer = ask(question)
    assert told in answer.text
    assert not answer.figures


@pytest.mark.parametrize("question", ["华为在县里投资了多少?", "How much did Baidu invest?"])
def test_the_year_s_total_is_no_sum_of_one_named_among_others(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT
