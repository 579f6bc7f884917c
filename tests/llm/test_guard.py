"""What may be shown of what a model writes: true sentences, in whatever wording, and no lie."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest

from assistant.evidence.knowledge import Knowledge, prepare
from assistant.models import Language
from assistant.questions.question import language_of
from assistant.writing.guard import Guard, Held
from assistant.writing.prompt import Source
from assistant.writing.spoken import MARKER, spoken
from corpus.models import Passage
from corpus.store import Store
from tests.conftest import SHIPPED
from tests.llm.conftest import GoodAnswer, good_answers, good_model
from tests.llm.lies import lies
from tests.llm.server import Asked, Reply

REPORTS = Path(__file__).parent.parent / "reports"
ELSEWHERE = (YUNCHUAN, QINGYAN) = ("yunchuan-2024.html", "qingyan-2023.docx")
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


def cases(knowledge: Knowledge, answers: list[GoodAnswer]) -> list[Case]:
    found: list[Case] = []
    for one in answers:
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


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """Reports that the guard was not made on, by the names of their files."""
    other = Store(tmp_path_factory.mktemp("elsewhere"))
    return {name: prepare(other, other.add(REPORTS / name).id) for name in ELSEWHERE}


@dataclass
class Judged:
    """What the guard made of true sentences, and of lies made of them."""

    shown: int = 0
    dropped: list[str] = field(default_factory=list)
    tried: int = 0
    passed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.shown / (self.shown + len(self.dropped))


def judged(cases: list[Case]) -> Judged:
    found = Judged()
    for case in cases:
        guard, before = case.guard, ""
        for number, sentence in enumerate(spoken([case.text])):
            if not isinstance(guard.check(sentence, before), Held):
                found.dropped.append(sentence)
                continue
            found.shown += 1
            for kind, lie in islice(lies(sentence), number % 3, None, _LIES_EACH):
                found.tried += 1
                if isinstance(guard.check(lie, before), Held):
                    found.passed.append(f"{kind}: {lie}")
            before = MARKER.sub("", sentence)
    return found


def test_true_sentences_are_shown_and_lies_made_of_them_are_not(knowledge):
    found = judged(cases(knowledge, good_answers()))
    assert found.shown > 100
    assert found.share >= 0.95, found.dropped
    assert found.tried > 150
    assert found.passed == []


@pytest.mark.parametrize("name", ELSEWHERE)
def test_so_it_is_with_reports_that_it_was_not_made_on(elsewhere, name):
    found = judged(cases(elsewhere[name], good_answers(name)))
    assert found.shown > 50
    assert found.share >= 0.95, found.dropped
    assert found.tried > 80
    assert found.passed == []


@pytest.mark.parametrize(
    ("name", "anchor", "lie"),
    [
        (YUNCHUAN, "研发经费投入78.8", "2023年研发经费投入预计占财政总收入的比重达到2.31%"),
        (YUNCHUAN, "营业总收入突破1100", "2023年云川高新区营业总收入突破1100亿元,达到12.5%"),
        (YUNCHUAN, "平均浓度降至34", "2023年PM2.5平均浓度提高到34微克/立方米"),
        (YUNCHUAN, "平均浓度降至34", "The average PM2.5 concentration rose to 34 micrograms per "
         "cubic meter in 2023"),
        (YUNCHUAN, "净增92家", "The number of high-tech enterprises fell by a net 92 in 2023"),
        (YUNCHUAN, "9月底", "The railway (云江高铁) will be completed in June 2024"),
        (YUNCHUAN, "进出口总额412.7", "2023年全国进出口总额为412.7亿元"),
        (QINGYAN, "完成投资287.4", "The district secured 2.26 billion yuan in special bonds, the "
         "most in the country"),
        (QINGYAN, "占全区六成", "2022年青岩高新区工业总产值为735亿元,占全区六成"),
        (QINGYAN, "地区生产总值862.7亿元", "2022年地区生产总值预计862.7亿元,目标是增长4.6%"),
    ],
)  # fmt: skip
def test_words_around_a_right_figure_may_lie_too(elsewhere, name, anchor, lie):
    passage = next(p for p in elsewhere[name].passages if anchor in p.lead + p.text)
    guard = Guard("", language_of(lie), (Source(1, elsewhere[name], passage),))
    assert not isinstance(guard.check(f"{lie}[1]"), Held)


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
