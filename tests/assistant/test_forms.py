"""What kind of answer a question wants: its unit, its ranking, its time, the kind not meant."""

from __future__ import annotations

import pytest

from assistant.models import Status
from assistant.questions.understanding import understand
from corpus.models import Kind
from tests.assistant.conftest import Ask

YUNCHUAN, QINGYAN, NANCHANG = "yunchuan-2024", "qingyan-2023", "nanchang-county-2022"

# A rank is that of the ranking asked for, by whatever word for a ranking

RANKS = [
    (
        NANCHANG,
        "How did the county rank in the provincial business environment assessment?",
        "全省第二",
    ),
    (
        NANCHANG,
        "Where did the county finish in the 2021 survey of how safe the public feels?",
        "49",
    ),
    (NANCHANG, "Where did the county finish in Jiangxi's survey of how safe people feel?", "49"),
    (NANCHANG, "工业百强县评比拿了第几名", "第36位"),
    (YUNCHUAN, "营商环境考核全省排第几", "第3位"),
    (QINGYAN, "How did the district do in the provincial business environment ranking?", "第三"),
]


@pytest.mark.parametrize(("report", "question", "told"), RANKS)
def test_a_rank_is_of_the_ranking_asked_for(
    ask: Ask, report: str, question: str, told: str
) -> None:
    assert told in ask(question, report=report).text


@pytest.mark.parametrize(
    "question",
    [
        "How was the county placed in the digital economy ranking?",
        "在数字经济百强县市中排第几?",
        "What exact position does Xiaolan hold among national-level economic development zones?",
    ],
)
def test_no_rank_of_another_ranking_is_told(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


# Another place is seen wherever the question names it


@pytest.mark.parametrize(
    ("report", "question"),
    [
        (NANCHANG, "报告里有没有提到进贤县2021年的地区生产总值?"),
        (NANCHANG, "我想知道安义县去年的GDP"),
        (NANCHANG, "报告写了云川市的工业投资吗?"),
        (YUNCHUAN, "报告有没有说南昌县的GDP是多少?"),
    ],
)
def test_another_place_behind_a_verb_of_saying_is_seen(
    ask: Ask, report: str, question: str
) -> None:
    answer = ask(question, report=report)
    assert answer.status is Status.NOT_IN_REPORT
    assert not answer.figures


def test_the_own_place_behind_a_verb_of_saying_is_no_other(ask: Ask) -> None:
    assert "1195.6亿元" in ask("报告里有没有提到南昌县2021年的地区生产总值?").text


# The unit that a question names holds

UNITS = [
    ("审批喊了很多年,报告这次承诺把项目全流程审批压缩到多少个工作日?", "70个工作日以内"),
    ("How many working days is the approval process to be cut to?", "70个工作日以内"),
    ("企业开办时间,报告说要压缩到几个小时?", "2个小时"),
]


@pytest.mark.parametrize(("question", "text"), UNITS)
def test_a_time_is_told_in_the_unit_asked_for(ask: Ask, question: str, text: str) -> None:
    (figure,) = ask(question).figures
    assert figure.text == text
    assert figure.kind is Kind.TARGET


@pytest.mark.parametrize(
    "question",
    [
        "报告里有没有写2021年全县出口总额的金额,到底是多少亿元?",
        "Does the report give the county's exports, and how many yuan were they?",
        "报告里有没有公布2021年高考一本上线的具体人数?",
        "报告有没有给出信访总量的具体件数?",
        "有没有公布农村人居环境整治的具体投资金额?",
    ],
)
def test_no_figure_of_another_unit_and_no_sentence_without_one(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


# When: a time for the thing itself; the head only for the report's own


def test_when_needs_a_time_for_that_thing(ask: Ask) -> None:
    assert ask("九龙大桥预计哪一年建成通车?").status is Status.NOT_IN_REPORT
    assert "上半年" in ask("南外环拖了这么久,报告有没有说什么时候全线通车?").text
    assert "今年投入运行" in ask("报告里说莲塘综合市场什么时候投入运行?").text
    assert "6月底前" in ask("妇幼保健院新院什么时候启用?", report=YUNCHUAN).text


def test_the_head_answers_what_is_asked_of_the_report(ask: Ask) -> None:
    for question in (
        "报告是什么时候、在什么会上作的?",
        "Who gave the Nanchang County government work report and on what date?",
    ):
        assert "2022年2月12日" in ask(question).text


# The kind that a question says is not meant


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("我要的是完成数而不是目标:农村居民人均年可支配收入2021年增长了多少?", {"10.1%"}),
        ("How fast did exports actually grow, not the target but the result?", {"12%"}),
        ("I want the actual GDP growth, not the planned one.", {"8.7%"}),
        ("规上工业增加值2022年的目标是多少?不要实际完成数", {"9%左右"}),
    ],
)
def test_the_kind_not_meant_is_left_out(ask: Ask, question: str, texts: set[str]) -> None:
    assert {figure.text for figure in ask(question).figures} == texts


# One item of an enumeration, or all


def test_one_target_of_many_is_told_alone(ask: Ask) -> None:
    (citation,) = ask("今年出口的预期指标是怎么定的?").citations
    assert citation.quote.startswith("出口实现量稳质升")
    (figure,) = ask("今年城镇新增就业的预期目标是怎么定的?", report=YUNCHUAN).figures
    assert figure.text == "5万人以上"


@pytest.mark.parametrize(
    ("report", "question"),
    [(NANCHANG, "今年经济社会发展的主要预期目标是什么?"), (YUNCHUAN, "今年主要预期目标有哪些?")],
)
def test_all_targets_are_told_where_none_is_named(ask: Ask, report: str, question: str) -> None:
    assert len(ask(question, report=report).citations) >= 10


def test_who_is_told_by_the_subject_of_what_is_asked(ask: Ask) -> None:
    assert "百胜智能" in ask("去年谁在深交所上市了?").text
    assert "佳时特数控" in ask("谁获得了全省科学技术进步奖一等奖?").text
    assert ask("去年谁在北交所上市了?").status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    "question",
    [
        "2022年市场主体数量希望增加多大比例?",
        "市场主体的规模今年要扩大多大幅度?",
        "By what proportion should the number of market entities increase in 2022?",
    ],
)
def test_by_what_proportion_is_growth(ask: Ask, question: str) -> None:
    (figure,) = ask(question).figures
    assert figure.text == "25%以上"
    assert figure.kind is Kind.TARGET


def test_a_caption_is_told_with_the_sentence_that_it_stands_over(ask: Ask) -> None:
    assert "路演" in ask("项目“前期长”这个难题打算怎么破解?").text
    assert "盒马鲜生江西总部" in ask("总部经济方面有哪些项目签约落户?").text


def test_what_kinds_of_is_a_list_in_english_too(ask: Ask) -> None:
    answer = ask("What approaches to attracting investment will be used in 2022?")
    assert "产业链招商" in answer.text


def test_the_second_part_of_a_question_on_one_work_stays_with_it(ask: Ask) -> None:
    answer = ask("为打造智能工厂、智能车间,县里每年投入多少钱,连续投几年?")
    assert [one.text for one in answer.figures] == ["3000万元"]


def test_several_years_in_english_are_one_span() -> None:
    for said in (
        "Average yearly GDP growth over 2011-2015?",
        "What was average GDP growth between 2011 and 2015?",
        "What was the average annual GDP growth during the 12th Five-Year Plan?",
    ):
        question = understand(said)
        assert question.spans_years
        assert [topic.text for topic in question.topics] == ["GDP"]
