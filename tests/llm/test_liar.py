"""Over hundreds of answers a lying model shows the reader none of its lies."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from assistant.writing.spoken import spoken
from tests.llm.conftest import good_answers, good_model
from tests.llm.lies import lies
from tests.llm.server import Asked, Reply

GOOD = {one.question: one for one in good_answers()}


def liar(turn: int) -> Callable[[Asked], Reply]:
    """A model that makes a lie of each sentence of a good answer, another one each turn."""

    def behaviour(asked: Asked) -> Reply:
        if asked.is_repair:
            return Reply("NOT_IN_REPORT")
        told = []
        for sentence in spoken([GOOD[asked.question].written(asked)]):
            found = [lie for _, lie in lies(sentence)]
            told += [found[turn * 7 % len(found)]] if found else []
        chinese = re.search("[\u4e00-\u9fff]", asked.question)
        return Reply(("。" if chinese else ". ").join([*told, ""]))

    return behaviour


def lied(play: Callable[..., Assistant], turns: range) -> int:
    """How many answers were given; fails where one is a lie's."""
    answers = 0
    for turn in turns:
        assistant = play(liar(turn))
        for question in GOOD:
            *before, last = assistant.stream(question)
            answers += 1
            by_model = last.answered_by != "extractive" and last.status is Status.ANSWERED
            assert not by_model, last.text
            assert not any(one.answered_by != "extractive" for one in before)
    return answers


def test_no_lie_is_shown(play):
    assert lied(play, range(1)) > 70


@pytest.mark.real_server
def test_no_lie_is_shown_in_five_hundred_answers(play):
    assert lied(play, range(1, 8)) > 500


def test_a_good_model_is_shown(play):
    assistant = play(good_model)
    answers = [assistant.invoke(question) for question in GOOD]
    dropped = sum(len(one.dropped) for one in answers)
    sentences = sum(one.text.count("\n") + 1 for one in answers if one.answered_by != "extractive")
    assert dropped / (sentences + dropped) <= 0.05
    assert sum(one.answered_by != "extractive" for one in answers) >= 0.9 * len(answers)
