"""What a follow-up takes from the turn before, and what it leaves there."""

from __future__ import annotations

import pytest

from assistant.follow_ups.follow_up import resolve
from assistant.models import Status, Turn
from tests.assistant.conftest import Ask

YUNCHUAN, QINGYAN = "yunchuan-2024", "qingyan-2023"


def full(question: str, *before: str, answer: str = "…") -> str:
    turns = [
        turn
        for one in before
        for turn in (Turn(role="user", content=one), Turn(role="assistant", content=answer))
    ]
    return resolve(question, tuple(turns))


# Own words about what the question before was about

SUBJECTS = [
    (("外洪泵站更新改造今年的任务是什么?",), "去年改造了几座?", None, "7座"),
    (("高标准农田去年建成多少?", "外洪泵站呢?"), "今年要改造几座?", None, "33座"),
    (("今年安排了多少场招聘活动?",), "去年办了几场?", None, "42场"),
    (("How many pigs were sold?", "2021年新增规上工业企业多少家?"), "总数呢", None, "412家"),
    (("去年12345热线办结了多少件诉求?",), "满意率呢?", None, "95%"),
    (("How many 12345 hotline requests?",), "And the satisfaction rate?", None, "95%"),
    (("2022年县道要升级多少公里?",), "农村公路养护工程呢?", None, "150公里"),
    (
        ("By what percent did city residents' income go up?",),
        "What about villagers?",
        None,
        "25444",
    ),
    (
        ("How much did services add to the economy in 2021?",),
        "How fast did it grow?",
        None,
        "10.4%",
    ),
    (
        ("Where is the county in the national top 100 for industry?",),
        "and for innovation?",
        None,
        "第37位",
    ),
    (("全市常住人口城镇化率是多少?",), "占比提高了几个点?它", YUNCHUAN, "0.9个百分点"),
    (("市属国有企业资产负债率是多少?",), "有几家?", YUNCHUAN, "8家"),
    (("民生支出多少亿元?",), "占一般公共预算支出的比重呢?", YUNCHUAN, "81.2%"),
    (("地铁3号线青岩段什么时候试运营?",), "有几座车站?", QINGYAN, "7座"),
    (("How many elevators were added in 2022?",), "How many will be added?", QINGYAN, "200部"),
    (("How many parking spaces were added in 2022?",), "and this year?", QINGYAN, "5000个"),
    (("What is the PM2.5 level?",), "And its 2027 target?", QINGYAN, "25微克/立方米以下"),
    (
        ("How much did foreign investment fall?",),
        "What target did they set?",
        YUNCHUAN,
        "2.2亿美元",
    ),
    (
        ("What is the target for total imports and exports?",),
        "And the year before?",
        QINGYAN,
        "12.8%",
    ),
]


@pytest.mark.parametrize(("before", "question", "report", "text"), SUBJECTS)
def test_a_question_without_a_subject_is_about_the_one_before(
    ask: Ask, before: tuple[str, ...], question: str, report: str | None, text: str
) -> None:
    answer = ask(question, *before, report=report or "nanchang-county-2022")
    assert any(text in figure.text for figure in answer.figures), answer.resolved


def test_when_and_who_are_asked_of_the_thing_not_of_its_measure(ask: Ask) -> None:
    before = "恒芯半导体封测基地总投资多少?"
    assert "6月底前" in ask("什么时候投产?", before, report=QINGYAN).text
    before = "区中医院新院区新增床位多少张?"
    assert "区卫生健康局" in ask("哪个部门牵头?", before, report=QINGYAN).text


# One thing in the place of another

SLOTS = [
    ("城市低保标准提高到多少?", "那农村的呢?", "农村低保标准"),
    ("小蓝经开区营业收入多少?", "工业总产值呢?", "小蓝经开区工业总产值"),
    ("新能源电池产业营业收入多少?", "电子信息呢?", "电子信息营业收入"),
    ("2021年GDP是多少?", "那进贤县呢?", "2021年进贤县GDP"),
    ("2021年GDP是多少?", "再前一年呢?", "2020年GDP"),
    ("What was the GDP in 2021?", "and the year before that?", "GDP in 2020"),
    ("How many 5G base stations were built?", "What about public toilets?", "public toilets were"),
]


@pytest.mark.parametrize(("before", "question", "held"), SLOTS)
def test_what_is_named_takes_the_place_of_its_like(before: str, question: str, held: str) -> None:
    assert held in full(question, before)


def test_a_correction_changes_only_what_was_meant_otherwise() -> None:
    assert full("不是全省,是我们市的", "全省经济总量是多少?") == "全市经济总量是多少?"
    told = full("Not industrial, fixed-asset investment", "What was industrial investment in 2021?")
    assert "fixed-asset investment" in told
    assert "2021" in told
    assert "农村居民" in full("我问的是农村居民", "城镇居民人均可支配收入是多少?")


def test_the_second_of_a_list_is_what_the_answer_listed() -> None:
    answer = "报告指出:“扩大有效投资,抓项目”[1]。\n报告还提到:“促进消费,发放消费券”[2]。"
    assert full("第二条具体怎么做?", "有哪些措施?", answer=answer) == "促进消费具体怎么做?"
    assert "第九条" in full("第九条具体怎么做?", "有哪些措施?", answer=answer)


# The question before, changed in one thing

CHANGED = [
    (
        "And for Xiaolan?",
        "What was Nanchang County's GDP in 2021?",
        "What was Xiaolan's GDP in 2021?",
    ),
    ("青沅县呢?", "望渡市2023年GDP增速多少?", "青沅县2023年GDP增速多少?"),
    ("人均的呢?", "石埠县2023年GDP是多少?", "2023年石埠县人均地区生产总值是多少?"),
    ("交通上呢?", "报告自己承认存在哪些问题?", "报告自己承认存在哪些交通问题?"),
    ("饮用水源地水质呢?", "2021年空气质量优良率是多少?", "2021年饮用水源地水质是多少?"),
    ("还有别的吗?", "2024年有哪些稳就业的措施?", "2024年有哪些稳就业的措施?"),
    ("好的,那增速呢?", "2023年GDP多少?", "2023年GDP增长是多少?"),
    ("满意率多少?", "2023年办理人大代表建议多少件?", "2023年办理人大代表建议满意率多少?"),
    (
        "How much of it was exports?",
        "What was foreign trade in 2023?",
        "How much was exports in 2023?",
    ),
    (
        "Did it meet the target?",
        "How many urban jobs were added in 2023?",
        "Was the target for urban jobs in 2023 met?",
    ),
    (
        "Who is building it?",
        "How much was invested in Line 3?",
        "Who is building the Line 3?",
    ),
    ("他是哪天作的?", "这份报告是谁作的?", "报告是哪天作的?"),
    ("And when?", "Who delivered the report?", "When was the report delivered?"),
]


@pytest.mark.parametrize(("question", "before", "told"), CHANGED)
def test_only_what_is_named_changes(question: str, before: str, told: str) -> None:
    assert full(question, before) == told


def test_another_year_asks_all_that_was_asked() -> None:
    told = full("换成2022年呢?", "2021年的民生实事有多少件、投了多少钱?")
    assert told.count("2022年民生实事") == 2
    assert "多少钱" in told


def test_the_year_that_a_rise_is_on_is_not_the_year_asked() -> None:
    told = full("What's the percentage rise on 2020?", "How many patents were granted in 2021?")
    assert "growth in 2021" in told
    assert "2020" not in told


def test_the_growth_that_follows_and_is_asked_for() -> None:
    assert "growth" in full("And the growth rate?", "What was total retail sales in 2023?")


def test_an_aim_and_a_result_are_weighed_whichever_was_asked_first() -> None:
    told = full("Did last year's actual growth come in above that?", "2022年GDP预期增长多少?")
    assert told.startswith("Compare the target for")
    assert "目标与实际" in full("去年实际超过了吗?", "2022年GDP预期增长多少?")
    assert "目标" not in full("跟2022年比呢?", "2023年GDP多少?")


def test_a_zone_is_not_told_the_figures_of_the_whole(ask: Ask) -> None:
    for question, before in (
        ("And for Xiaolan?", "What was Nanchang County's GDP in 2021?"),
        ("小蓝经开区呢?", "2021年GDP是多少?"),
    ):
        answer = ask(question, before, report="nanchang-county-2022")
        assert answer.status is Status.NOT_IN_REPORT, answer.resolved
    assert "1585亿元" in ask("小蓝经开区营业收入呢?", "2021年GDP是多少?").text


# What stands alone

ALONE = [
    ("GDP增长多少?", "今年要修几条路?"),
    ("GDP增长多少?", "社保卡发了多少张?"),
    ("2021年GDP是多少?", "谁负责重点项目?"),
    ("GDP增长多少?", "社区食堂有多少家,它们由谁运营?"),
    ("How much did exports grow?", "Why did the government give up its plan to cut spending?"),
    ("How much did exports grow?", "Is it true that petition volume rose by 21.6%?"),
    ("Which metro line opened?", "What share of callers said they were satisfied?"),
]


@pytest.mark.parametrize(("before", "question"), ALONE)
def test_what_stands_alone_takes_nothing(before: str, question: str) -> None:
    assert full(question, before) == question


def test_a_subject_that_the_report_lacks_is_not_swapped_for_the_one_before(ask: Ask) -> None:
    for question, before in (
        ("And the divorce rate?", "What was the total grain output?"),
        ("社保卡呢?", "2021年引进了多少重大项目?"),
    ):
        answer = ask(question, before, report=YUNCHUAN)
        assert answer.status is Status.NOT_IN_REPORT, answer.resolved


def test_by_how_much_it_lies_above_the_country_is_answered(ask: Ask) -> None:
    answer = ask("比全国高多少?", "规模以上工业增加值增长多少?", report=YUNCHUAN)
    assert "3.7个" in answer.text


def test_a_follow_up_is_answered_in_its_own_language(ask: Ask) -> None:
    answer = ask("What is the target for 2023?", "新能源电池产业产值是多少?", report=QINGYAN)
    assert answer.language == "en"
    answer = ask("今年还要建几家?", "How many community canteens were built?", report=QINGYAN)
    assert answer.language == "zh"
    assert "15家" in answer.text


def test_per_capita_of_what_was_asked_before(ask: Ask) -> None:
    answer = ask("per capita?", "What was the county's GDP in 2021?")
    assert answer.resolved == "GDP per capita in 2021?"
    assert answer.status is Status.NOT_IN_REPORT


def test_what_it_costs_in_all_is_of_the_year_before(ask: Ask) -> None:
    answer = ask("总共投多少钱?", "今年要办多少件民生实事?")
    assert "87.7亿元" in answer.text
    assert "85.1亿元" not in answer.text
