"""What the assistant says of real reports, and what it refuses to say."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answers.grounding import GroundingError, check_answer
from assistant.assistant import Assistant
from assistant.models import Answer, Language, Status
from corpus.models import CorpusError, Kind, Qualifier
from corpus.store import Store
from tests.assistant.conftest import Ask


def shown(answer: Answer) -> set[tuple[str, str]]:
    return {(figure.text, figure.kind.value) for figure in answer.figures}


# A target next to an actual, in both languages

TARGETS = [
    ("2022年地区生产总值增长目标是多少?", "7.5%以上"),
    ("what is the 2022 GDP growth target?", "7.5%以上"),
    ("今年固投打算增长多少", "8.5%左右"),
    ("How fast should retail sales grow this year?", "11%以上"),
    ("今年要新建多少公厕", "30座"),
    ("research and development spending as a share of GDP: what is aimed for?", "超3%"),
]
ACTUALS = [
    ("2021年GDP增速", "8.7%"),
    ("How much did GDP grow in 2021?", "8.7%"),
    ("去年社零涨了多少", "19.9%"),
    ("What was the value of retail sales in 2021?", "376亿元"),
    ("去年新建了多少公厕", "406座"),
    ("How many people got new urban jobs last year?", "7710人"),
]


@pytest.mark.parametrize(("question", "text"), TARGETS)
def test_a_target_is_told_as_a_target(ask: Ask, question: str, text: str) -> None:
    answer = ask(question)
    assert (text, "target") in shown(answer)
    assert all(figure.kind is Kind.TARGET for figure in answer.figures)
    assert "目标" in answer.text or "target" in answer.text


@pytest.mark.parametrize(("question", "text"), ACTUALS)
def test_what_was_reached_is_told_as_reached(ask: Ask, question: str, text: str) -> None:
    answer = ask(question)
    assert text in {figure.text for figure in answer.figures}
    assert all(figure.kind is not Kind.TARGET for figure in answer.figures)
    assert "目标" not in answer.text
    assert "target" not in answer.text


def test_the_qualifier_is_kept(ask: Ask) -> None:
    above = ask("2022年GDP增长目标?").figures[0]
    about = ask("2022年一般公共预算收入目标?").figures[0]
    assert (above.qualifier, about.qualifier) == (Qualifier.AT_LEAST, Qualifier.ABOUT)
    assert "about 6%" in ask("What is the 2022 budget revenue target?").text


# What the report does not say

UNANSWERED = [
    "2023年GDP目标是多少?",
    "2021年GDP增长目标是多少?",
    "鄱阳县2021年GDP是多少?",
    "南昌市2021年GDP是多少?",
    "全县常住人口是多少?",
    "县长的电话是多少?",
    "今天天气怎么样?",
    "规上工业增加值是多少亿元?",
    "实际利用外资多少亿美元?",
    "全社会研发投入2021年占GDP多少?",
    "去年粮食产量多少万吨?",
    "What is the GDP target for 2023?",
    "What was Poyang County's GDP?",
    "What is the youth unemployment rate?",
    "How many yuan was industrial value added?",
    "What GDP growth target had been set for 2021?",
    "Who won the World Cup?",
    "What is the mayor's email address?",
]


@pytest.mark.parametrize("question", UNANSWERED)
def test_what_the_report_does_not_say_is_refused(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_IN_REPORT
    assert answer.figures == ()
    assert ("没有" in answer.text) == (answer.language is Language.ZH)


# Two that fit, several asked for, several measures


def test_a_name_of_two_indicators_gets_both_told_apart(ask: Ask) -> None:
    answer = ask("What was fiscal revenue in 2021?")
    names = {figure.indicator for figure in answer.figures}
    assert names == {"财政总收入", "地方一般公共预算收入"}


def test_a_list_of_indicators_gets_each(ask: Ask) -> None:
    answer = ask("规上工业增加值、固投、社零今年目标分别是多少?")
    assert {figure.text for figure in answer.figures} == {"9%左右", "8.5%左右", "11%以上"}


def test_target_and_outturn_are_told_together(ask: Ask) -> None:
    answer = ask("建筑业总产值去年实绩多少?今年要冲到多少?")
    assert {("1796.9亿元", "actual"), ("突破1900亿元", "target")} <= shown(answer)


def test_a_part_without_an_answer_is_named(ask: Ask) -> None:
    answer = ask("2021年GDP是多少?2023年GDP目标是多少?")
    assert answer.status is Status.ANSWERED
    assert any("2023" in note for note in answer.notes)


def test_the_place_of_a_figure_is_kept(ask: Ask) -> None:
    answer = ask("小蓝经开区去年营收多少?")
    assert answer.figures[0].scope == "小蓝经开区"
    assert "小蓝经开区" in answer.text
    assert ask("高新区去年营收多少?").status is Status.NOT_IN_REPORT


def test_what_is_to_be_passed_is_more_than_that(ask: Ask) -> None:
    answer = ask("What is the 2022 target for construction output?")
    assert "more than 190 billion yuan (突破1900亿元)" in answer.text


def test_things_counted_are_told_with_what_became_of_them(ask: Ask) -> None:
    """4,712 people lifted out of poverty found jobs; how many were lifted out it does not say."""
    for question in ("How many people moved out of poverty?", "去年脱贫了多少人?"):
        assert "“4712名脱贫群众实现就业”" in ask(question).text
    assert "27个公建配套项目全面竣工" in ask("去年完成了多少个公建配套项目?").text


# Words: who, when, where, which


def test_who_gave_the_report_and_when(ask: Ask) -> None:
    answer = ask("Who delivered this report, and on what date?")
    quotes = [citation.quote for citation in answer.citations]
    assert any("贾彧超" in quote for quote in quotes)
    assert any("2022年2月12日" in quote for quote in quotes)


def test_another_office_than_the_speaker_s_is_not_his(ask: Ask) -> None:
    assert "贾彧超" in ask("县长叫什么名字?").text
    assert "贾彧超" in ask("Who heads the county government?").text
    assert "贾彧超" not in ask("Who runs the government service hall?").text
    assert ask("省长是谁?").status is Status.NOT_IN_REPORT
    assert "2022年2月12日" in ask("人代会是哪天开的?").text
    assert "2022年2月12日" in ask("2022年南昌县政府工作报告是哪一天作的?").text
    assert "第二次会议" in ask("报告是在县人代会第一次会议上作的,对吗?").text


def test_measures_are_a_list_of_the_reports_own_clauses(ask: Ask) -> None:
    answer = ask("报告承认有哪些短板和不足?")
    assert len(answer.citations) >= 3
    assert "交通体系建设还不够完善" in answer.text


def test_an_aim_without_a_figure_is_quoted(ask: Ask) -> None:
    assert "出口实现量稳质升" in ask("今年出口的目标是什么?").text


def test_english_answers_have_an_english_frame_and_both_units(ask: Ask) -> None:
    answer = ask("How big was the economy in 2021?")
    assert "119.56 billion yuan (1195.6亿元)" in answer.text
    assert "GDP (地区生产总值)" in answer.text
    assert answer.language is Language.EN


# Follow-ups

FOLLOW_UPS = [
    (("2022年GDP增长目标是多少?",), "那2021年呢?", "8.7%"),
    (("What is the 2022 GDP growth target?",), "and the target for retail sales?", "11%以上"),
    (("2021年建筑业总产值多少?",), "它占全省多少?", "1/5"),
    (("城镇居民人均可支配收入去年是多少?",), "农村的呢?", "25444元"),
    (("What did urban residents earn in 2021?",), "What about rural residents?", "25444元"),
]


@pytest.mark.parametrize(("before", "question", "text"), FOLLOW_UPS)
def test_a_follow_up_takes_what_it_leaves_open(
    ask: Ask, before: tuple[str, ...], question: str, text: str
) -> None:
    answer = ask(question, *before)
    assert text in {figure.text for figure in answer.figures}
    assert answer.resolved


def test_a_new_subject_keeps_nothing(ask: Ask) -> None:
    answer = ask("报告是谁作的?", "2022年GDP增长目标是多少?")
    assert answer.resolved == ""
    assert "贾彧超" in answer.text


# Other places, years and layouts

OTHERS = [
    ("2024年GDP增长目标是多少?", "yunchuan-2024", "6%左右"),
    ("What was GDP in 2023?", "yunchuan-2024", "3412亿元"),
    ("城镇调查失业率今年控制在多少以内?", "yunchuan-2024", "5.5%以内"),
    ("社会消费品零售总额去年多少?", "qingyan-2023", "318.9亿元"),
    ("What is the 2023 GDP growth target?", "qingyan-2023", "6%-6.5%"),
    ("How much did exports grow in 2023?", "yunchuan-2024", "1.2%"),
]


@pytest.mark.parametrize(("question", "report", "text"), OTHERS)
def test_another_report_answers_the_same_way(
    ask: Ask, question: str, report: str, text: str
) -> None:
    assert text in {figure.text for figure in ask(question, report=report).figures}


def test_the_report_of_the_place_that_is_named_answers(ask: Ask) -> None:
    assert ask("云川市2023年GDP多少?", report=None).citations[0].report == "yunchuan-2024"
    assert ask("南昌县2021年GDP多少?", report=None).citations[0].report == "nanchang-county-2022"


# Grounding


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(
        alphabet=st.sampled_from(
            "GDP地区生产总值去年今目标增长多少是?小蓝经开元%亿2021 how much rank"
        ),
        min_size=1,
        max_size=40,
    )
)
def test_whatever_is_asked_every_sentence_holds(assistant: Assistant, question: str) -> None:
    if not question.strip():
        return
    answer = assistant.invoke(question)  # raises where a sentence is not grounded
    texts = {one.id: one.text for one in assistant.store.reports()}
    for citation in answer.citations:
        assert texts[citation.report][citation.start : citation.end] == citation.quote
    markers = {citation.marker for citation in answer.citations}
    assert all(figure.citation in markers for figure in answer.figures)


def test_an_invented_figure_is_a_bug_that_raises(ask: Ask, held: Store) -> None:
    answer = ask("2022年GDP增长目标是多少?")
    report = held.get("nanchang-county-2022")
    wrong = answer.model_copy(update={"text": answer.text.replace("7.5%", "8.5%")})
    with pytest.raises(GroundingError, match=r"8\.5"):
        check_answer(wrong, {report.id: report})
    swapped = answer.model_copy(update={"text": answer.text.replace("目标", "实绩")})
    with pytest.raises(GroundingError, match="target"):
        check_answer(swapped, {report.id: report})


@pytest.mark.parametrize("question", ["", "   ", "GDP" * 1000])
def test_bad_input_is_one_clear_sentence(assistant: Assistant, question: str) -> None:
    with pytest.raises(CorpusError):
        assistant.invoke(question)


def test_batch_and_stream_agree_with_invoke(assistant: Assistant) -> None:
    question = "2021年财政收入多少?"
    (one,) = assistant.batch([question])
    *_, last = assistant.stream(question)
    assert one.text == last.text == assistant.invoke(question).text


def test_a_unit_is_told_once(ask: Ask) -> None:
    told = ask("学位新增多少").text  # 1.2万余个: the qualifier stands within
    assert "1.2万余个" in told
    assert "个万个" not in told


def test_a_comparison_is_of_one_indicator(ask: Ask) -> None:
    answer = ask("Was the retail target for 2022 higher than the 2021 growth?")
    assert {"11%以上", "19.9%"} <= {figure.text for figure in answer.figures}
    assert all("零售" in figure.indicator for figure in answer.figures)


def test_a_rank_in_the_province_is_none_in_the_country(ask: Ask) -> None:
    assert ask("小蓝经开区排全国第几?").status is Status.NOT_IN_REPORT


def test_who_asks_whether_an_aim_was_met_is_told_nothing_of_other_matters(ask: Ask) -> None:
    assert ask("Has the city met its jobs target?").status is Status.NOT_IN_REPORT
    assert "主要目标任务" in ask("2021年的目标任务完成了吗?").text


def test_things_planned_are_told_as_targets_in_english(ask: Ask) -> None:
    answer = ask("How many township hospitals get new buildings in 2022?")
    assert answer.text.startswith("For the targets of 2022")


@pytest.mark.parametrize(
    "question",
    ["新冠死了多少人?", "How many people died of Covid?", "How many Covid cases were there?"],
)
def test_no_vaccinations_for_the_dead_or_the_sick(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


def test_a_caption_and_its_sentence_are_told_once(ask: Ask) -> None:
    answer = ask("Which industries are the priority this year?")
    quotes = [citation.quote for citation in answer.citations]
    assert len(quotes) > 1
    assert not any(a in b for a in quotes for b in quotes if a is not b)


def test_level_and_growth_are_told_where_both_are_asked_of_several(ask: Ask) -> None:
    text = ask("营业收入和工业总产值各多少,分别涨了多少").text
    assert all(one in text for one in ("1585亿元", "15.5%", "1530亿元", "14.2%"))


def test_a_place_among_the_first_is_a_rank(ask: Ask) -> None:
    assert "第19位" in ask("Is Nanchang County in the national top 20?").text


def test_so_many_years_in_a_row_are_counted(ask: Ask) -> None:
    answer = ask("How many years in a row has grain had a bumper harvest?")
    assert "18 good harvests in a row (十八连丰)" in answer.text


def test_a_title_within_a_paragraph_tells_what_is_counted(ask: Ask) -> None:
    assert "121个" in ask("去年招商引进了多少重大项目").text
