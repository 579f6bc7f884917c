"""A figure of another thing than the one asked for is no answer, however alike the words."""

from __future__ import annotations

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask

YUNCHUAN, NANCHANG = "yunchuan-2024", "nanchang-county-2022"

OF_ANOTHER = [
    # a zone's is not the whole place's, and the other way round
    (NANCHANG, "小蓝经开区的固定资产投资增长了多少?"),
    (NANCHANG, "What was Xiaolan zone's export growth in 2021?"),
    (YUNCHUAN, "古桥经开区的社会消费品零售总额是多少?"),
    (YUNCHUAN, "云川高新区的进出口总额是多少?"),
    # of another level
    (NANCHANG, "省级龙头企业有多少家?"),
    (NANCHANG, "How many county-level leading agricultural enterprises are there?"),
    # the number of all, where some of them are asked for
    (NANCHANG, "121个新引进重大项目中有几个已经开工?"),
    (NANCHANG, "Of the 121 new major projects, how many are foreign-funded?"),
    (NANCHANG, "授权专利里有多少件是发明专利?"),
    (NANCHANG, "276个县区重大重点项目中,工业项目有多少个?"),
    # of another work than the question's first part
    (NANCHANG, "县中医院中西医结合大楼总投资多少,设多少张床位?"),
    (NANCHANG, "How many of the patents granted were for designs?"),
    # of another industry
    (YUNCHUAN, "What 2024 revenue target is set for the textile industry?"),
    # how many there are, where the report tells how many came new
    (NANCHANG, "全县一共有多少座公厕?"),
    # of the country, where the towns are asked for
    (NANCHANG, "城镇低保标准是多少?"),
    # of a part, where the whole's is asked for
    (YUNCHUAN, "全市一季度工业投资是多少亿元?"),
    # of a narrower group
    (NANCHANG, "残疾人2021年的人均可支配收入是多少?"),
    # what it came to, where the move is asked for
    (NANCHANG, "空气质量优良率提升了多少个百分点?"),
    (NANCHANG, "By how many percentage points did the air quality rate improve?"),
    # of something else
    (NANCHANG, "How much profit did the county's industry make?"),
    (YUNCHUAN, "What overall profit did industrial firms above the designated size earn?"),
    (NANCHANG, "哪年哪月能建成外洪泵站更新改造工程?"),
    # imports are no foreign trade of all kinds, a place in a league no worth
    (NANCHANG, "What was the value of imported goods in 2021?"),
    (NANCHANG, "How much value does farming add to the county economy?"),
    # a part of the whole, of which the report has only the whole
    (NANCHANG, "税收占财政总收入的百分之几?"),
    (NANCHANG, "地方财政收入里,税收占百分之多少?"),
    (NANCHANG, "How much of fiscal revenue came from taxes?"),
    # of another province
    (NANCHANG, "地方一般公共预算收入在湖南排第几?"),
    (NANCHANG, "What was the county's fiscal revenue ranked in Guangdong?"),
    # what others were lent
    (NANCHANG, "How much did the county borrow last year?"),
    # a grade is named, not the indicator's figure
    (NANCHANG, "空气质量要达到哪级标准?"),
]


@pytest.mark.parametrize(("report", "question"), OF_ANOTHER)
def test_a_figure_of_another_thing_is_not_told(ask: Ask, report: str, question: str) -> None:
    assert ask(question, report=report).figures == ()


@pytest.mark.parametrize(
    "question",
    ["三次产业结构是多少?", "去年三产结构啥样?", "What is the structure of the economy?"],
)
def test_a_structure_is_told_by_its_clause_not_by_one_figure(ask: Ask, question: str) -> None:
    answer = ask(question, report=YUNCHUAN)
    assert "9.8∶42.6∶47.6" in answer.text
    assert answer.figures == ()


OF_ITS_OWN = [
    (NANCHANG, "小蓝经开区2021年营业收入是多少?", "1585亿元"),
    (NANCHANG, "How much revenue did Xiaolan zone make in 2021?", "158.5 billion"),
    (NANCHANG, "市级以上龙头企业有多少家?", "101家"),
    (YUNCHUAN, "城镇调查失业率是多少?", "5.3%"),
    # how many were built in a year, all told; what was expected of a year is no target
    (NANCHANG, "去年一共建了多少座公厕?", "406座"),
    (NANCHANG, "How much is Xiaolan zone expected to have made in revenue in 2021?", "1585亿元"),
    (NANCHANG, "Annual investment planned for major key projects in 2022", "500亿元左右"),
    # what is named only to keep it out
    (NANCHANG, "全县现在养着多少头生猪?不算卖掉的,也不是出栏的", "36.1万头"),
    (NANCHANG, "Pigs in 2021, not those slaughtered", "361,000"),
    (NANCHANG, "小蓝经开区的工业总产值(不是营业收入)是多少?", "1530亿元"),
    (
        YUNCHUAN,
        "Growth of electricity used by industry, as opposed to all electricity used",
        "9.4%",
    ),
    # of several listed together the one that is meant
    (NANCHANG, "外贸班列的货物价值涨了多少?", "30.5%"),
    # the report's own province
    (NANCHANG, "How many years running was fiscal revenue the highest in Jiangxi?", "12 years"),
    (NANCHANG, "财政总收入连续几年江西省第一?", "连续12年"),
    (YUNCHUAN, "How much of the budget revenue comes from taxes?", "71.3%"),
    # last year's is given
    (NANCHANG, "新农村提升点去年完成500个,今年完成几个?", "300个左右"),
    # a verb with its object behind the question
    (NANCHANG, "政府帮企业减了多少负?", "63.5亿元"),
    # what a percentage is of
    (YUNCHUAN, "2023年旅游收入是多少?", "342亿元，恢复到2019年的108%"),
    (YUNCHUAN, "What was tourism revenue in 2023?", "at 108% of its 2019 level"),
]
KEPT_OUT = [
    (NANCHANG, "Fiscal revenue in 2021, not general public budget revenue?", "7.93"),
    (NANCHANG, "去年城镇居民的收入是多少,不要农村的", "25444"),
    (NANCHANG, "去年生猪有多少头(不是存栏)?", "36.1"),
]


@pytest.mark.parametrize(("report", "question", "other"), KEPT_OUT)
def test_what_is_named_to_keep_it_out_is_not_told(
    ask: Ask, report: str, question: str, other: str
) -> None:
    answer = ask(question, report=report)
    assert answer.figures
    assert other not in answer.text


def test_a_standard_is_told_by_its_name(ask: Ask) -> None:
    for question in ("空气质量要保持什么标准?", "Which air quality standard is to be maintained?"):
        assert "国家二级标准" in ask(question).text


def test_the_head_of_the_government_is_no_subject(ask: Ask) -> None:
    """All that a report says, he says of his own government."""
    assert "人大代表" in ask("县长感谢了哪些人?").text


@pytest.mark.parametrize(("report", "question", "told"), OF_ITS_OWN)
def test_its_own_figure_is_told(ask: Ask, report: str, question: str, told: str) -> None:
    assert told in ask(question, report=report).text


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("2023年GDP目标是多少?", "2023年地区生产总值的目标"),
        ("What was GDP in 2019?", "GDP for 2019"),
        ("2021年常住人口是多少?", "2021年常住人口"),
    ],
)
def test_a_refusal_names_what_the_report_has_nothing_of(
    ask: Ask, question: str, named: str
) -> None:
    assert named in ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "2021年一季度地区生产总值增长多少?",
        "What was the county's GDP growth in the first quarter of 2021?",
        "去年地区生产总值增长8.7%,今年的目标为什么只定7.5%以上?",
        "鄱阳县2021年GDP是多少?",
    ],
)
def test_a_refusal_does_not_deny_what_the_report_gives(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_IN_REPORT
    assert "生产总值" not in answer.text
    assert "GDP" not in answer.text
