"""English questions that want a name, give the Chinese of one, or count in words."""

from __future__ import annotations

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Job fairs in 2021: how many positions were on offer?", "5.2万个"),
        # the Chinese in brackets leads, whatever stands before it
        ('How many rural residents were trained as "legal-minded people" (法律明白人)?', "7.8万人"),
        ("Are there more livelihood items (民生实事) this year than last year?", "69件民生实事"),
        ("Does the county have more livelihood projects this year than last year?", "70件"),
        ("Which Shenzhen district has the county paired up with?", "南山区"),
        ("Which market is due to open this year?", "莲塘综合市场"),
        ("Which grocery retailer signed up to put its Jiangxi headquarters here?", "盒马鲜生"),
        ("What county bureau was newly formed to handle government service data?", "组建"),
        ("Why did the opening of Metro Line 4 have to be put off?", "地铁4号线开通运营"),
        # a title by what gives it, a principle in quotation marks, a firm by its name
        ("What national title did the county win for growing grain?", "全国粮食生产先进集体"),
        ("By which principle is industrial land in Xiaolan to be judged?", "亩产论英雄"),
        ("Which shipping giant does the county want to work with on its trains?", "中远海运集团"),
        # what bounds those who are meant, how much longer, where a thing is
        ("Above what turnover should industrial firms have a research centre?", "3亿元以上"),
        ("For how many more years will the land contracts be extended?", "再延长30年"),
        ("The Muyuan pig farm: in what place is it?", "广福牧原"),
        ('What are the "three hundred-percents" in cutting pupils\' burdens?', "学科类转非学科类"),
        ("Why were only three public toilets built last year?", "406座"),
        ("What award did the machine-tool maker Jiateshi CNC (佳时特数控) win?", "一等奖"),
        ("Why did the county slide down the national ranking for tech innovation?", "前移至第37位"),
        (
            "Why is the 2022 goal for transferring rural labor higher than the 2021 result?",
            "10,580",
        ),
    ],
)
def test_the_name_or_count_asked_for_is_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        # a person's name, a bank, a firm that builds, a city abroad: the report names none
        "Who chairs the standing committee of the county people's congress?",
        "Who is the head of the Xiaolan development zone?",
        "Who was appointed to head the newly created SME service bureau?",
        "Which bank manages the industry seed fund?",
        "Which company is building Metro Line 4?",
        "Which foreign city is the county twinned with?",
        "Which carmaker shut its plant?",
        "Which county bureau was abolished?",
        "When was the county founded?",
    ],
)
def test_what_does_not_name_the_kind_asked_for_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT


def test_goods_worth_so_many_dollars_are_no_cargo(ask: Ask) -> None:
    answer = ask("How many dollars' worth of goods did the county export in 2021?")
    assert answer.status is Status.NOT_IN_REPORT
    assert not answer.figures
