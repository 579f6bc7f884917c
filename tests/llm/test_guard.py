"""What may be shown of what a model writes: true sentences, in whatever wording, and no lie."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

import pytest

from assistant.guard import Guard, Held
from assistant.knowledge import Knowledge, prepare
from assistant.models import Language
from assistant.prompt import Source
from assistant.question import language_of
from assistant.spoken import MARKER, spoken
from corpus.models import Passage
from tests.conftest import SHIPPED
from tests.llm.conftest import good_answers, good_model
from tests.llm.lies import lies
from tests.llm.server import Asked, Reply

_ANCHOR = re.compile(r"\[@([^\]]+)\]")
_LIES_EACH = 7  # every so manieth lie of a sentence is tried; all were while it was written


@dataclass(frozen=True)
class Case:
    """A true answer with the passages that it cites."""

    question: str
    text: str
    sources: tuple[Source, ...]

    @property
    def guard(self) -> Guard:
        return Guard(self.question, language_of(self.question), self.sources)


def cases(knowledge: Knowledge) -> list[Case]:
    found: list[Case] = []
    for one in good_answers():
        passages: list[Passage] = []
        for anchor in _ANCHOR.findall(one.answer):
            passage = next(p for p in knowledge.passages if anchor in p.lead + p.text)
            if passage not in passages:
                passages.append(passage)
        sources = tuple(Source(at, knowledge, p) for at, p in enumerate(passages, 1))
        text = _ANCHOR.sub(
            lambda m, given=passages: (
                f"[{next(at for at, p in enumerate(given, 1) if m[1] in p.lead + p.text)}]"
            ),
            one.answer,
        )
        found.append(Case(one.question, text, sources))
    return found


@pytest.fixture(scope="module")
def knowledge(store):
    return prepare(store, SHIPPED)


def test_true_sentences_are_shown_and_lies_made_of_them_are_not(knowledge):
    shown = dropped = 0
    passed: list[str] = []
    tried: Counter[str] = Counter()
    for case in cases(knowledge):
        guard, before = case.guard, ""
        for number, sentence in enumerate(spoken([case.text])):
            if not isinstance(guard.check(sentence, before), Held):
                dropped += 1
                continue
            shown += 1
            for kind, lie in islice(lies(sentence), number % 3, None, _LIES_EACH):
                tried[kind] += 1
                if isinstance(guard.check(lie, before), Held):
                    passed.append(f"{kind}: {lie}")
            before = MARKER.sub("", sentence)
    assert shown + dropped > 100
    assert shown / (shown + dropped) >= 0.95
    assert tried.total() > 150
    assert passed == []


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年全县地区生产总值约为1.2千亿元",
        "2021年全县地区生产总值达一千一百九十五点六亿元",
        "2021年GDP增长百分之八点七",
    ],
)
def test_other_ways_to_write_a_chinese_figure(knowledge, sentence):
    assert isinstance(first(knowledge, "地区生产总值实现1195.6").check(sentence + "[1]"), Held)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2021 GDP was 1,195.6 hundred million yuan",
        "GDP reached RMB 119.56bn in 2021",
        "GDP came to nearly 120 billion yuan in 2021",
        "In 2021 GDP was about 1.2 hundred billion yuan",
        "GDP was 119.56 billion yuan (1195.6亿元) in 2021",
        "GDP rose 8.7 per cent in 2021",
        "GDP grew by eight point seven percent in 2021",
    ],
)
def test_other_ways_to_write_an_english_figure(knowledge, sentence):
    assert isinstance(english(knowledge, "地区生产总值实现1195.6").check(sentence + " [1]"), Held)


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年全县地区生产总值达一千三百亿元",
        "2021年GDP增长百分之九",
        "2021年GDP翻了一番",
        "2021年GDP占全省三分之一",
        "2021年GDP没有达到1195.6亿元",
        "2021年鄱阳县GDP为1195.6亿元",
        "县财政局称2021年GDP为1195.6亿元",
    ],
)
def test_other_ways_to_lie_in_chinese(knowledge, sentence):
    assert not isinstance(first(knowledge, "地区生产总值实现1195.6").check(sentence + "[1]"), Held)


@pytest.mark.parametrize(
    "sentence",
    [
        "GDP doubled in 2021",
        "GDP was one hundred and thirty billion yuan in 2021",
        "GDP was 119.56 billion yuan (1300亿元) in 2021",
        "GDP was a third of the province's in 2021",
        "GDP did not reach 119.56 billion yuan in 2021",
        "GDP of Shanghai was 119.56 billion yuan in 2021",
        "Thousands of firms made GDP rise 8.7% in 2021",
    ],
)
def test_other_ways_to_lie_in_english(knowledge, sentence):
    guard = english(knowledge, "地区生产总值实现1195.6")
    assert not isinstance(guard.check(sentence + " [1]"), Held)


def first(knowledge: Knowledge, anchor: str, language: Language = Language.ZH) -> Guard:
    passage = next(p for p in knowledge.passages if anchor in p.text)
    return Guard("GDP?", language, (Source(1, knowledge, passage),))


def english(knowledge: Knowledge, anchor: str) -> Guard:
    return first(knowledge, anchor, Language.EN)


def test_a_sentence_that_fails_is_put_right_once_with_the_reason(play):
    question = "2021年GDP有多少亿?"

    def learns(asked: Asked) -> Reply:
        number = asked.number_of("地区生产总值实现1195.6")
        value = "1195.6" if asked.is_repair else "1595.6"
        return Reply(f"2021年全县地区生产总值为{value}亿元[{number}]。")

    assistant = play(learns)
    answer = assistant.invoke(question)
    assert answer.answered_by == "llm:scripted"
    assert "1195.6亿元" in answer.text
    assert answer.dropped == ()
    assert "1595.6亿元" in assistant.server.asked[1].messages[-1]["content"]


def test_what_is_dropped_is_told_with_its_reason(play):
    def half_lies(asked: Asked) -> Reply:
        good = good_model(asked).text
        return Reply(good if asked.is_repair else good + "2021年GDP为1300亿元[1]。")

    answer = play(half_lies).invoke("2021年南昌县地区生产总值是多少?增长了多少?")
    assert answer.answered_by == "llm:scripted"
    assert "1300" not in answer.text
    assert [one.text for one in answer.dropped] == ["2021年GDP为1300亿元[1]"]
    assert "1300亿元" in answer.dropped[0].reason
    assert answer.notes
