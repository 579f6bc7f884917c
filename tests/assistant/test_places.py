"""Whose figures a question asks for: places with several signs in their names, and others."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Status
from corpus.store import Store
from index.retriever import open_index
from tests.assistant.conftest import REPORTS, Ask, open_over


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    names = ("huaizhou-2025.txt", "qingtuo-2023.txt", "qingcao-2026.md")
    return open_over(tmp_path_factory.mktemp("places"), *(REPORTS / name for name in names))


def asked(places: Assistant, question: str, report: str) -> Answer:
    return places.invoke(Request(question=question, report=report))


def told(answer: Answer) -> set[str]:
    return {figure.text for figure in answer.figures}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("淮州市2024年GDP总量是多少？", "682.4亿元"),  # 淮州 is no 州
        ("2024年淮州的税收收入有多少？", "27.4亿元"),
        ("淮州市2024年固定资产投资实现年初目标了吗？", "10%左右"),
        ("How large was outstanding bank lending in Huaizhou in 2024?", "713.9亿元"),
    ],
)
def test_a_city_whose_name_ends_like_a_prefecture(
    places: Assistant, question: str, text: str
) -> None:
    assert text in told(asked(places, question, "huaizhou-2025"))


@pytest.mark.parametrize("name", ["青漕", "青漕区", "吴澄市青漕区"])
def test_a_district_named_with_its_city(places: Assistant, name: str) -> None:
    assert "1148.5亿元" in told(asked(places, f"{name}去年进出口总额有多少？", "qingcao-2026"))
    city = asked(places, "吴澄市去年进出口总额有多少？", "qingcao-2026")
    assert city.status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many national 'little giant' firms does the district now have?", "58家"),
        ("How much of GDP went into research and development in 2025?", "4.62%"),
    ],
)
def test_a_class_of_firms_and_a_share_are_the_district_s(
    places: Assistant, question: str, text: str
) -> None:
    assert text in told(asked(places, question, "qingcao-2026"))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("过去五年清沱自治县地区生产总值的年均增速是多少？", "6.7%"),
        ("2022年清沱自治县万元GDP能耗降幅是多少？", "3.1%"),
        ("空气优良天数", "347天"),
        ("How many traditional Chinese villages does Qingtuo have?", "34个"),
    ],
)
def test_an_autonomous_county_by_its_short_name(
    places: Assistant, question: str, text: str
) -> None:
    assert text in told(asked(places, question, "qingtuo-2023"))


@pytest.mark.parametrize(
    "question",
    [
        "What was Hefei's GDP growth rate in 2024?",
        "天津2024年GDP是多少？",
        "How much did Huaizhou trade with the United States in 2024?",
        "What was the value of Huaizhou's exports in 2024?",  # imports and exports are given
        "2024年四季度GDP增长多少？",
        "2024年规上工业企业利润总额是多少？",
    ],
)
def test_what_is_said_of_more_or_of_others_is_no_answer(places: Assistant, question: str) -> None:
    answer = asked(places, question, "huaizhou-2025")
    assert answer.status is Status.NOT_IN_REPORT
    assert not answer.figures


def test_each_of_several_indicators_is_told(places: Assistant) -> None:
    answer = asked(places, "城里人和农民收入2024年各是多少？", "huaizhou-2025")
    assert {"44860元", "24310元"} <= told(answer)


TINGCHUAN = "tingchuan-2024"


@pytest.mark.parametrize(
    "question", ["2023年GDP增长多少?", "By how much did GDP grow in 2023 in real terms?"]
)
def test_the_whole_place_is_meant_where_no_part_is_named(ask: Ask, question: str) -> None:
    assert [one.text for one in ask(question, report=TINGCHUAN).figures] == ["6.3%"]


def test_each_county_of_a_list_has_its_own_figure(ask: Ask) -> None:
    answer = ask("石埠县2023年地区生产总值增长多少?", report=TINGCHUAN)
    assert [(one.scope, one.text) for one in answer.figures] == [("石埠县", "7.4%")]


def test_a_list_keeps_the_year_that_introduces_it(ask: Ask) -> None:
    told = ask("到2027年人均预期寿命的目标是多少岁?", report=TINGCHUAN).figures
    assert [one.text for one in told] == ["79.5岁"]
    told = ask("汀北港集装箱吞吐量2024年的目标是多少标箱?", report=TINGCHUAN).figures
    assert [one.text for one in told] == ["18万标箱"]


@pytest.mark.parametrize(
    ("question", "figure", "words"),
    [
        ("GDP近两年平均增速多少?", "5.5%", "两年平均增长5.5%"),
        ("What was the two-year average growth of retail sales?", "6.1%", "6.1% a year on average"),
    ],
)
def test_an_average_of_years_is_no_year_s(ask: Ask, question: str, figure: str, words: str) -> None:
    answer = ask(question, report=TINGCHUAN)
    assert [one.text for one in answer.figures] == [figure]
    assert words in answer.text


def test_new_ones_are_not_all(ask: Ask) -> None:
    told = ask("高新技术企业有多少家?", report=TINGCHUAN).figures
    assert [one.text for one in told] == ["695家"]
    told = ask("How many 5G base stations have been built in total?", report=TINGCHUAN).figures
    assert [one.text for one in told] == ["8640个"]


def test_a_place_in_a_list_is_no_rate(ask: Ask) -> None:
    answer = ask("What was the urbanisation rate in 2021?")
    assert answer.status is Status.NOT_IN_REPORT


def test_a_report_without_a_place_in_its_title_answers_for_its_own_whole(tmp_path: Path) -> None:
    text = (
        "2018政府工作报告\n2017年是本届政府任期的第一年。圆满完成了市五届人大一次会议确定的"
        "目标任务，生产总值增长8.1%。\n新增股份制企业600家、上市企业11家，上市企业总数52家。\n"
    )
    source = tmp_path / "nameless-2018.txt"
    source.write_text(text, encoding="utf-8")
    store = Store(tmp_path / "home")
    store.add(source)
    own = Assistant(store, open_index(store))
    for question, told in (
        ("全市一共有几家上市公司？", "52"),
        ("How many listed firms does the city have altogether?", "52"),
        ("2017年咱们经济涨了百分之几？", "8.1%"),
    ):
        answer = asked(own, question, "nameless-2018")
        assert answer.status is Status.ANSWERED, question
        assert told in answer.text, question
