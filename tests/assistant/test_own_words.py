"""Answers in the report's own words: lists, who, when, where, why, and what a name means."""

from __future__ import annotations

import pytest

from assistant.models import Answer, Status
from tests.assistant.conftest import Ask

YUNCHUAN, QINGYAN, NANCHANG = "yunchuan-2024", "qingyan-2023", "nanchang-county-2022"


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


# What stands under a heading or after a colon, item by item

LISTS = [
    (YUNCHUAN, "促消费活市场具体怎么做？", ["云品惠购", "临江老街", "云川马拉松"]),
    (QINGYAN, "壮大先进制造业要怎么干", ["工业技改项目120个"]),
    (NANCHANG, "县里引人才今年有啥动作", ["50场招聘活动"]),
    (QINGYAN, "What ten livelihood projects are promised for 2023?", ["8600个", "1800个"]),
    (NANCHANG, "今年政府说要抓哪五件大事？", ["推动经济总量新跨越", "提升幸福指数新高度"]),
    (YUNCHUAN, "今年重点抓哪八个方面的工作？", ["扩大有效需求", "防范化解风险"]),
    (NANCHANG, "南昌县的三大主导产业是哪几个?", ["汽车及新能源汽车、绿色食品、生物医药"]),
]


@pytest.mark.parametrize(("report", "question", "told"), LISTS)
def test_a_list_is_told_item_by_item(ask: Ask, report: str, question: str, told: list[str]) -> None:
    answer = ask(question, report=report)
    assert answer.status is Status.ANSWERED
    assert all(one in answer.text for one in told)
    assert all(len(quote) > 7 for quote in quotes(answer)), "a bare heading says nothing"


def test_what_came_into_service_is_no_service(ask: Ask) -> None:
    assert "110千伏黄马变电站" in ask("Which substation went into service last year?").text


def test_a_list_has_as_many_items_as_the_report_gives(ask: Ask) -> None:
    assert len(ask("今年重点抓哪八个方面的工作？", report=YUNCHUAN).citations) == 8
    ten = ask("What ten livelihood projects are promised for 2023?", report=QINGYAN)
    assert len(ten.citations) == 10


@pytest.mark.parametrize(
    ("report", "question", "count"),
    [
        (YUNCHUAN, "报告自己说有哪些困难和问题？", 5),
        (QINGYAN, "区政府承认了哪些短板？", 5),
        (QINGYAN, "What shortcomings does the district own up to?", 5),
        (NANCHANG, "What shortcomings does the county own up to?", 4),
        (NANCHANG, "What went wrong in 2021, by the county's own account?", 4),
    ],
)
def test_failings_are_told_one_by_one(ask: Ask, report: str, question: str, count: int) -> None:
    answer = ask(question, report=report)
    assert len(answer.citations) == count
    assert "对此" not in answer.text


def test_of_the_failings_only_those_of_the_subject(ask: Ask) -> None:
    question = "What problems does the report admit in people's livelihoods?"
    (quote,) = quotes(ask(question, report=YUNCHUAN))
    assert quote.startswith("四是民生领域还有短板")


# Who, when, where and why

NAMED = [
    (YUNCHUAN, "云川实验室和谁一起建的？", "江南理工大学、中澜集团共建"),
    (QINGYAN, "中医院新院区这件事归谁牵头", "由区卫生健康局牵头"),
    (NANCHANG, "Who acts as the project chief for key projects?", "挂点项目县区领导"),
    (YUNCHUAN, "妇幼保健院新院去年为什么没开起来", "因地质条件变更设计"),
    (YUNCHUAN, "夜间消费集聚区打算建在哪儿？", "临江老街、东岭里"),
    (NANCHANG, "百胜智能在哪里上市？", "深交所"),
    (YUNCHUAN, "市第七中学东校区什么时候开学", "9月开学"),
    (YUNCHUAN, "综保区批下来没有？", "力争云川综合保税区年内获批"),
]


@pytest.mark.parametrize(("report", "question", "told"), NAMED)
def test_the_clause_that_names_it_is_told(ask: Ask, report: str, question: str, told: str) -> None:
    answer = ask(question, report=report)
    assert told in answer.text
    assert len(answer.citations) == 1


UNNAMED = [
    (QINGYAN, "谁来运营社区食堂？"),
    (QINGYAN, "Who pays for the parking spaces?"),
    (NANCHANG, "谁来负责总投资362亿元的项目？"),
    (NANCHANG, "Who is responsible for the GDP of Nanchang County?"),
    (QINGYAN, "Where will the charging piles be built?"),
    (YUNCHUAN, "市博物馆新馆建在哪里？"),
    (NANCHANG, "今年的老旧小区改造什么时候完成？"),
    (QINGYAN, "中医院新院区什么时候建成"),
    (QINGYAN, "实际利用外资为什么下降？"),
    (YUNCHUAN, "PM2.5为什么没达标？"),
    (NANCHANG, "Why were so many patents granted in 2021?"),
    (YUNCHUAN, "Why will so few affordable rental homes be provided?"),
]


@pytest.mark.parametrize(("report", "question"), UNNAMED)
def test_what_the_report_does_not_name_is_not_made_up_for(
    ask: Ask, report: str, question: str
) -> None:
    answer = ask(question, report=report)
    assert answer.status is Status.NOT_IN_REPORT
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2021年南昌县GDP为什么下降了?", "8.7%"),
        ("今年GDP增长目标为什么只定5%?", "7.5%以上"),
        ("Why did petitions (letters and visits) go up in 2021?", "21.6%"),
    ],
)
def test_a_why_that_takes_for_granted_what_is_not_so_is_told_the_figure(
    ask: Ask, question: str, told: str
) -> None:
    assert told in ask(question).text


# What a name means

MEANINGS = [
    ("“一主两优”说的是哪几个产业", "以高端装备、生物医药为优势产业"),
    ("什么是“标准地”？", "带着投资强度"),
    ("无废城市指的是什么", "固体废物"),
    ('What does "一主两优" mean?', "以高端装备、生物医药为优势产业"),
]


@pytest.mark.parametrize(("question", "told"), MEANINGS)
def test_a_name_is_told_as_the_report_explains_it(ask: Ask, question: str, told: str) -> None:
    (quote,) = quotes(ask(question, report=QINGYAN))
    assert told in quote


def test_who_asks_what_is_done_is_not_told_what_the_name_means(ask: Ask) -> None:
    (quote,) = quotes(ask("“无废城市”今年怎么建？", report=QINGYAN))
    assert quote.endswith("建设“无废城市”。")


def test_who_asks_in_which_month_is_told_the_date(ask: Ask) -> None:
    answer = ask("我们这边高铁哪个月通？", report="yunchuan-2024")
    assert "9月底" in answer.text


def test_the_size_of_a_fund_and_a_shared_head_are_told(ask: Ask) -> None:
    assert "30亿元" in ask("产业引导母基金有多大规模?").text
    both = ask("基本养老和医保的参保率各是多少?").text
    assert "90%" in both
    assert "97.1%" in both


def test_roads_are_not_told_in_schools(ask: Ask) -> None:
    assert "所" not in ask("去年一年修了几条路?").text


# Words of one sign

SIGNS = [
    (NANCHANG, "去年出栏多少猪", ["60.4万头"]),
    (NANCHANG, "去年产了多少粮", ["十八连丰"]),
    # no homes of 团结路, no power lines
    (NANCHANG, "今年修几条路", []),
    (NANCHANG, "去年用了多少电", []),
]


@pytest.mark.parametrize(("report", "question", "told"), SIGNS)
def test_a_sign_alone_names_a_thing_and_no_part_of_a_name(
    ask: Ask, report: str, question: str, told: list[str]
) -> None:
    assert [one.text for one in ask(question, report=report).figures] == told


def test_what_is_put_into_a_thing_is_its_investment(ask: Ask) -> None:
    answer = ask("2022年重大重点项目这一年打算投多少钱？")
    assert [one.text for one in answer.figures] == ["500亿元左右"]


def test_how_much_earlier_is_no_thing(ask: Ask) -> None:
    assert "提前一年" in ask("口岸二期铁路专用线比原计划早了多长时间通车？").text
