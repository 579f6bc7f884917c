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
        ("Why were only three public toilets built last year?", "406座"),
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
