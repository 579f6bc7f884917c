"""Whatever the model's server does, the reader gets an answer, soon, and no traceback."""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from assistant.writing.writing import open_writer
from corpus.settings import Settings
from tests.llm.conftest import good_model
from tests.llm.server import Reply

QUESTION = "2021年GDP有多少亿?"
ENGLISH = "How big was the economy in 2021?"
PLAIN = "1195.6亿元"


def is_plain(answer):
    assert answer.answered_by == "extractive"
    assert answer.status is Status.ANSWERED
    assert PLAIN in answer.text
    assert answer.notes
    return answer


def test_a_good_model_writes_the_answer_with_narrow_citations(play):
    answer = play(good_model).invoke("2021年南昌县地区生产总值是多少?增长了多少?")
    assert answer.answered_by == "llm:scripted"
    assert answer.text.split("\n")[0] == "2021年,全县地区生产总值达到1195.6亿元,同比增长8.7% [1]。"
    assert answer.citations[0].quote == "地区生产总值实现1195.6亿元,同比增长8.7%"
    assert {figure.text for figure in answer.figures} == {"1195.6亿元", "8.7%"}
    assert answer.notes == ()
    assert answer.tokens > 100
    assert answer.first_sentence_ms > 0


def test_sentences_appear_as_each_passes(play):
    slow = lambda asked: Reply(good_model(asked).text, pause=0.02)  # noqa: E731
    started = time.monotonic()
    seen = [
        (answer.text.count("\n") + 1, time.monotonic() - started)
        for answer in play(slow).stream("2021年南昌县地区生产总值是多少?增长了多少?")
    ]
    assert [count for count, _ in seen] == [1, 2, 2]
    assert seen[0][1] < seen[-1][1]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=401),
        Reply(status=402),
        Reply(status=404),
        Reply(status=429),
        Reply(status=500),
        Reply(status=503),
        Reply(raw="<html>gateway</html>"),
        Reply(raw="{}"),
        Reply(raw=""),
        Reply(raw='{"choices": []}'),
        Reply(""),
        Reply("   \n\n "),
        Reply("2021年全县GDP接近1200亿元[1]。", cut=2),
        Reply("2021年全县GDP接近1200亿元[1]。" * 3, cut=6),
        Reply("lorem ipsum dolor sit amet. " * 30),
        Reply("。。。。。。"),
        Reply("\x00\x01\ufffd[[[[]]]](((" * 50),
        Reply("[1][2][3]"),
        Reply("<think>GDP是多少呢</think>"),
        Reply("啊" * 5000),
    ],
    ids=[str(n) for n in range(20)],
)
def test_a_broken_server_costs_only_the_model(play, reply):
    answer = is_plain(play(lambda _: reply).invoke(QUESTION))
    assert all(len(note) < 80 for note in answer.notes)


def test_a_server_that_is_down_is_noticed_at_once(store, index):
    settings = Settings(llm_base_url="http://127.0.0.1:9/v1", llm_model="gone")
    started = time.monotonic()
    answer = is_plain(Assistant(store, index, writer=open_writer(settings)).invoke(QUESTION))
    assert time.monotonic() - started < 5
    assert "无法连接" in answer.notes[0]


@pytest.mark.parametrize(
    "reply",
    [
        Reply("2021年全县GDP接近1200亿元[1]。", wait=60),
        Reply("2021年全县GDP接近1200亿元[1]。", pings=60),
        Reply("2021年全县GDP接近1200亿元[1]。", pause=60),
    ],
    ids=["hangs", "only sends signs of life", "trickles"],
)
def test_a_slow_server_is_waited_for_no_longer_than_set(play, reply):
    assistant = play(lambda _: reply, llm_timeout=0.7)
    started = time.monotonic()
    answer = is_plain(assistant.invoke(QUESTION))
    assert time.monotonic() - started < 3
    assert "限定时间" in answer.notes[0]


@pytest.mark.parametrize("reply", [Reply("啊", wait=30), Reply("啊" * 90, pause=0.2)])
def test_a_server_that_is_given_up_sees_the_connection_close(play, reply):
    assistant = play(lambda _: reply, llm_timeout=0.5)
    assistant.invoke(QUESTION)
    assert assistant.server.left.wait(2)


def test_what_an_answer_that_is_cut_short_cost_is_counted(play):
    answer = play(lambda _: Reply("2021年GDP为1300亿元[1]。" * 20)).invoke(QUESTION)
    assert answer.answered_by == "extractive"
    assert answer.tokens > 10


def test_a_reader_who_leaves_ends_the_request(play):
    slow = lambda asked: Reply(good_model(asked).text, pause=0.1)  # noqa: E731
    assistant = play(slow)
    shown = assistant.stream("2021年南昌县地区生产总值是多少?增长了多少?")
    next(shown)
    shown.close()
    assert assistant.server.left.wait(2)


def test_the_note_is_in_the_language_of_the_question(play):
    answer = play(lambda _: Reply(status=500)).invoke(ENGLISH)
    assert answer.answered_by == "extractive"
    assert "language model" in answer.notes[0]


def test_no_secret_is_logged(play, caplog):
    caplog.set_level(logging.DEBUG)
    assistant = play(lambda _: Reply(status=401), llm_api_key="sk-very-secret")
    assistant.invoke(QUESTION)
    assert assistant.server.asked[0].headers["authorization"] == "Bearer sk-very-secret"
    assert "very-secret" not in caplog.text


def test_the_key_of_another_service_is_not_sent(play, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another")
    assistant = play(lambda _: Reply(status=401))
    assistant.invoke(QUESTION)
    assert "sk-of-another" not in assistant.server.asked[0].headers["authorization"]


def test_without_an_endpoint_answers_are_extractive():
    assert open_writer(Settings()) is None
    assert open_writer(Settings(llm_model="x")) is None


async def stream_of(assistant, question):
    return [answer async for answer in assistant.astream(question)]


def test_it_streams_to_those_who_may_not_be_blocked(play):
    stream = stream_of(play(good_model), "2021年南昌县地区生产总值是多少?增长了多少?")
    with ThreadPoolExecutor(1) as apart:  # the browser tests' event loop runs in this one
        seen = apart.submit(asyncio.run, stream).result()
    assert seen[-1].answered_by == "llm:scripted"
    assert len(seen) == 3


def test_it_answers_batches(play):
    answers = play(good_model).batch([QUESTION, ENGLISH])
    assert [answer.answered_by for answer in answers] == ["llm:scripted"] * 2
