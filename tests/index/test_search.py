"""Searches of the shipped report and of small ones."""

from __future__ import annotations

import pytest
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough

from corpus.models import CorpusError, Part, Report
from index.lexical import LexicalIndex, words
from index.retriever import Index, Mode, WenjuRetriever, open_index
from tests.index.conftest import NORTH, SOUTH, MakeHome


@pytest.mark.parametrize("mode", list(Mode))
def test_the_target_is_found_whatever_the_search_goes_by(shipped: Index, mode: Mode) -> None:
    hits = shipped.search("2022年地区生产总值增长目标是多少?", 3, mode)
    assert any("地区生产总值增长7.5%以上" in hit.passage.text for hit in hits)
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("mode", list(Mode))
def test_an_english_question_finds_the_chinese_passage(shipped: Index, mode: Mode) -> None:
    hits = shipped.search("What is the GDP growth target for 2022?", 5, mode)
    assert any("地区生产总值增长7.5%以上" in hit.passage.text for hit in hits)


def test_a_hit_is_the_report_verbatim(shipped: Index, report: Report) -> None:
    for hit in shipped.search("老旧小区改造", 20):
        assert hit.passage.text == report.text[hit.passage.start : hit.passage.end]


def test_filters_by_report_part_and_year(make_home: MakeHome) -> None:
    index = open_index(make_home(north=NORTH, south=SOUTH))
    everything = index.search("主要目标", 100)
    assert {hit.passage.report for hit in everything} == {"north", "south"}
    north = index.search("港口货物吞吐量", 100, report="north")
    assert {hit.passage.report for hit in north} == {"north"}
    plans = index.search("港口货物吞吐量", 100, part=Part.PLAN)
    assert {hit.passage.part for hit in plans} == {Part.PLAN}
    assert {hit.passage.report for hit in plans} == {"north", "south"}
    assert "1.3亿吨" in plans[0].passage.text
    of_2023 = index.search("工作", 100, year=2023)
    assert {(hit.passage.report, hit.passage.part) for hit in of_2023} == {
        ("north", Part.REVIEW),
        ("south", Part.OPENING),
        ("south", Part.PLAN),
    }
    assert index.search("工作", year=1999) == []


def test_k_bounds_the_hits_and_none_comes_twice(shipped: Index) -> None:
    assert len(shipped.search("工业", 1)) == 1
    every = shipped.search("工业", 1000)
    assert len({hit.passage.id for hit in every}) == len(every) == shipped.status().passages


def test_a_word_with_many_translations_counts_no_more_than_one_with_few() -> None:
    index = LexicalIndex(
        ["漂亮、美观、美好、优美、美妙、好看、秀丽、秀美。", "建成美丽的桥梁一座。", "其他工作。"]
    )
    scores = index.scores("Where is the most beautiful bridge?")
    assert scores[1] > scores[0] > scores[2] == 0


def test_words_that_no_passage_has_find_nothing_by_words(shipped: Index) -> None:
    assert shipped.search("xylophone", mode="lexical") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"query": "  "}, "empty"),
        ({"query": "工业", "k": 0}, "at least 1"),
        ({"query": "工业", "report": "elsewhere"}, "no report 'elsewhere'; held are: nanchang"),
        ({"query": "工业", "mode": "magic"}, "there are hybrid, dense, lexical"),
    ],
)
def test_bad_input_is_told(shipped: Index, arguments: dict[str, object], message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        shipped.search(**arguments)  # type: ignore[arg-type]


def test_an_index_of_no_report_finds_nothing(make_home: MakeHome) -> None:
    index = open_index(make_home())
    assert index.search("工业") == []
    assert index.status().up_to_date


def test_width_and_case_are_one_to_the_words() -> None:
    assert words("ＧＤＰ增长８．７％") == words("gdp增长8.7%")
    assert "8.7" in words("增长8.7%")


def test_words_of_the_field_stay_whole_and_can_be_found_by_their_parts() -> None:
    assert {"地区生产总值", "地区", "总值"} <= set(words("地区生产总值实现1195.6亿元"))


def test_retriever_in_a_chain(shipped: Index, report: Report) -> None:
    retriever = WenjuRetriever(index=shipped, k=2, part=Part.PLAN)
    chain = (
        {"context": retriever, "question": RunnablePassthrough()}
        | ChatPromptTemplate.from_template("{context}\n{question}")
        | RunnableLambda(lambda prompt: prompt.to_string())
    )
    assert "7.5%以上" in chain.invoke("地区生产总值增长目标")
    found = retriever.invoke("地区生产总值增长目标")
    assert len(found) == 2
    for document in found:
        start, end = document.metadata["start"], document.metadata["end"]
        assert document.page_content == report.text[start:end]
        assert document.metadata["part"] == "plan"
        assert document.metadata["year"] == 2022
        assert document.metadata["report"] == report.id
        assert document.metadata["section"][0] == "2022年工作安排"


@pytest.mark.parametrize(
    ("said", "written"),
    [("去年社零做到多少", "社会消费品零售总额完成"), ("医保参保率", "医疗保险参保率分别")],
)
def test_a_term_is_found_by_its_other_names(shipped: Index, said: str, written: str) -> None:
    hits = shipped.search(said, k=3, mode=Mode.LEXICAL)
    assert any(written in hit.passage.text for hit in hits)
