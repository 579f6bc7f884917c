"""The question files against the report that they ask about, and the errors of loading one."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.models import CorpusError
from corpus.report import load_report
from corpus.settings import ROOT
from evals.dataset import Question, load_questions
from tests.conftest import SHIPPED

FOLDER = ROOT / "evals" / "questions"
SINGLE = ("dev", "heldout")
CONVERSATIONS = ("conversations_dev", "conversations_heldout")
FILES = {name: load_questions(FOLDER / f"{name}.jsonl") for name in (*SINGLE, *CONVERSATIONS)}
TYPES = (
    "figure",  # a level reached
    "growth",
    "target",
    "rank",
    "list",  # which measures, projects, honours
    "fact",  # who, when, where, how many
    "comparison",  # target against achieved
    "false_premise",  # asks why something happened that did not
    "follow_up",  # means something only after its history
    "unanswerable",  # the report does not say
)
DIGITS = "零一二三四五六七八九十"
LINE: dict[str, Any] = {
    "id": "d001",
    "question": "2022 GDP目标",
    "language": "zh",
    "type": "target",
    "answers": ["7.5%以上"],
    "figures": [{"value": 7.5, "unit": "%", "qualifier": "at_least"}],
    "evidence": ["地区生产总值增长7.5%以上"],
}


@pytest.fixture(scope="module")
def text() -> str:
    return text_of(SHIPPED)


def numbers(span: str) -> set[Decimal]:
    """What a span writes as numbers: 1,195.6, 第二, 1/5."""
    found = {Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", span)}
    found |= {Decimal(DIGITS.index(one)) for one in re.findall(f"第([{DIGITS}])", span)}
    for part, whole in re.findall(r"(\d+)/(\d+)", span):
        found.add(Decimal(part) / Decimal(whole))
    return found


@pytest.mark.parametrize("name", FILES)
def test_evidence_stands_in_the_report(name: str, text: str) -> None:
    lost = [(one.id, span) for one in FILES[name] for span in one.evidence if span not in text]
    assert not lost


@cache
def text_of(report: str) -> str:
    """The text of a report of the sets, shipped or of the tests, by its id."""
    folders = (ROOT / "corpus" / "reports", ROOT / "tests" / "reports")
    (path,) = (one for folder in folders for one in folder.glob(f"{report}.*") if is_report(one))
    return load_report(path).text


def is_report(path: Path) -> bool:
    return path.suffix in {".txt", ".md", ".html", ".docx", ".pdf"}


LATER = sorted(path.stem for path in FOLDER.glob("*.jsonl") if path.stem not in FILES)


@pytest.mark.parametrize("name", LATER)
def test_evidence_of_the_later_sets_stands_in_their_reports(name: str) -> None:
    questions = load_questions(FOLDER / f"{name}.jsonl")
    assert len({one.id for one in questions}) == len(questions)
    lost = [
        (q.id, s) for q in questions for s in q.evidence if s not in text_of(q.report or SHIPPED)
    ]
    assert not lost


@pytest.mark.parametrize("name", FILES)
def test_figures_stand_in_evidence(name: str) -> None:
    lost = [
        (one.id, figure.value)
        for one in FILES[name]
        for figure in one.figures
        if not any(abs(figure.value) in numbers(span) for span in one.evidence)
    ]
    assert not lost


@pytest.mark.parametrize("name", FILES)
def test_chinese_answers_with_figures_quote_the_evidence(name: str) -> None:
    lost = [
        one.id
        for one in FILES[name]
        if one.figures
        and not any(answer in span for answer in one.answers for span in one.evidence)
    ]
    assert not lost


@pytest.mark.parametrize("name", FILES)
def test_answers_and_evidence_go_together(name: str) -> None:
    assert not [one.id for one in FILES[name] if one.answerable != bool(one.evidence)]
    assert not [one.id for one in FILES[name] if one.answerable and one.type == "unanswerable"]


@pytest.mark.parametrize("name", FILES)
def test_names_its_report(name: str) -> None:
    assert {one.report for one in FILES[name]} == {"nanchang-county-2022"}


@pytest.mark.parametrize("name", FILES)
def test_half_chinese_half_english(name: str) -> None:
    languages = Counter(one.language for one in FILES[name])
    assert abs(languages["zh"] - languages["en"]) <= 2


@pytest.mark.parametrize("name", FILES)
def test_language_is_that_of_the_question(name: str) -> None:
    """A Chinese name may stand in an English question, but not make most of it."""
    for one in FILES[name]:
        chinese = len(re.findall("[\u4e00-\u9fff]", one.question))
        words = len(re.findall("[A-Za-z]+", one.question))
        assert (chinese > words) == (one.language == "zh"), one.id


@pytest.mark.parametrize("name", SINGLE)
def test_each_type_in_both_languages(name: str) -> None:
    held = {(one.type, one.language) for one in FILES[name]}
    assert held == set(itertools.product(TYPES, ("zh", "en")))


@pytest.mark.parametrize("name", SINGLE)
def test_a_fifth_has_no_answer_in_the_report(name: str) -> None:
    assert sum(not one.answerable for one in FILES[name]) * 5 >= len(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_follow_ups_and_only_they_have_a_history(name: str) -> None:
    for one in FILES[name]:
        roles = [turn["role"] for turn in one.history]
        assert roles == ["user", "assistant"] * (len(roles) // 2), one.id
        assert bool(roles) or one.type != "follow_up", one.id


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_conversations_say_what_their_last_turn_means(name: str) -> None:
    for one in FILES[name]:
        assert one.history, one.id
        assert one.resolved, one.id
        assert one.resolved != one.question, one.id


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    folder = ROOT / "tests" / "reports"
    paths = (*folder.iterdir(), ROOT / "corpus" / "reports" / "nanchang-county-2022.txt")
    return {path.stem: load_report(path, path.stem).text for path in paths}


def test_conversations_over_several_reports_are_fair(texts: dict[str, str]) -> None:
    held = load_questions(FOLDER / "conversations_more.jsonl")
    assert len({one.report for one in held}) >= 3
    languages = Counter(one.language for one in held)
    assert abs(languages["zh"] - languages["en"]) <= 2
    for one in held:
        assert one.report is not None
        assert all(span in texts[one.report] for span in one.evidence), one.id
        assert one.answerable == bool(one.evidence) == (one.type != "unanswerable"), one.id
        assert one.history, one.id
        assert one.resolved, one.id
        for figure in one.figures:
            assert any(abs(figure.value) in numbers(span) for span in one.evidence), one.id


def test_enough_questions_and_a_third_held_out() -> None:
    total = sum(len(FILES[name]) for name in SINGLE)
    assert total >= 160
    assert 0.3 <= len(FILES["heldout"]) / total <= 0.4


def test_enough_conversations_and_a_third_held_out() -> None:
    total = sum(len(FILES[name]) for name in CONVERSATIONS)
    assert total >= 60
    assert 0.3 <= len(FILES["conversations_heldout"]) / total <= 0.4


def test_no_question_and_no_id_twice() -> None:
    held = list(itertools.chain.from_iterable(FILES.values()))
    asked = Counter(
        "\n".join([*(turn["content"] for turn in one.history), one.question]).casefold().rstrip("?")
        for one in held
    )
    ids = Counter(one.id for one in held)
    assert not [key for key, times in [*asked.items(), *ids.items()] if times > 1]


def written(folder: Path, *lines: str) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_loads_a_line(tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps(LINE, ensure_ascii=False), "", "")
    (question,) = load_questions(path)
    assert isinstance(question, Question)
    assert question.figures[0].value == Decimal("7.5")
    assert question.history == ()
    assert question.answerable


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: "),
        (json.dumps(LINE | {"language": "fr"}), "line 2: language: "),
        (json.dumps(LINE | {"id": "x", "figures": [{"value": "many", "unit": "%"}]}), "figures.0"),
        (
            json.dumps(LINE | {"id": "x", "answers": [], "evidence": []}),
            "has figures but no answers",
        ),
        (json.dumps({key: LINE[key] for key in LINE if key != "answers"}), "answers: "),
        (json.dumps(LINE), "the id d001 stands on line 1 already"),
        (
            json.dumps(LINE | {"id": "x", "history": [{"role": "judge", "content": "?"}]}),
            "history.0",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = written(tmp_path, json.dumps(LINE), line)
    with pytest.raises(CorpusError, match=r"questions\.jsonl, line 2") as raised:
        load_questions(path)
    assert said in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none\.jsonl: can't be read"):
        load_questions(tmp_path / "none.jsonl")
