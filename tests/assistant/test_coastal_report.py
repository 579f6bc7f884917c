"""A coastal city's report in a clerk's own words, with what is to be done in an annex."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from corpus.models import Kind
from tests.assistant.conftest import REPORTS, open_over


@pytest.fixture(scope="module")
def ligang(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("ligang"), REPORTS / "ligang-2022.md")


@pytest.mark.parametrize(
    "question", ["十件民生实事是哪些?", "What are the ten livelihood projects?"]
)
def test_all_items_of_an_annex_are_told(ligang: Assistant, question: str) -> None:
    answer = ligang.invoke(question)
    assert len(answer.citations) == 10
    assert answer.citations[4].quote.startswith("5.开通学生定制公交线路22条")


def test_what_an_annex_lists_is_to_be_done(ligang: Assistant) -> None:
    answer = ligang.invoke("今年要新开几所幼儿园?")
    assert [(one.text, one.kind, one.year) for one in answer.figures] == [
        ("9所", Kind.TARGET, 2022)
    ]
    assert ligang.invoke("去年新开了几所幼儿园?").status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("研发投入占比多少?", "3.46%"),  # 全社会研发投入占生产总值的3.46%
        ("流动人口多少?", "39.4万人"),
        ("砺港经济在全省排第几?", "全省县域第7位"),
        ("今年一般性支出要怎么办?", "一般性支出再砍5%"),
        ("How many registered migrants does the city have?", "394,000"),
    ],
)
def test_everyday_questions_find_the_clerk_s_words(
    ligang: Assistant, question: str, said: str
) -> None:
    answer = ligang.invoke(question)
    assert said in answer.text + " ".join(one.quote for one in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "How many homes for young workers are planned?",  # no 加装住宅电梯80部
        "What's the backlog of the shipyards?",
    ],
)
def test_a_word_in_another_thing_s_name_is_no_answer(ligang: Assistant, question: str) -> None:
    assert ligang.invoke(question).status is Status.NOT_IN_REPORT
