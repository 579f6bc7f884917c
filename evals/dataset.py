"""Question files: what is asked of a report, and what a right answer holds."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, Field, ValidationError
from typing_extensions import TypedDict

from corpus.models import CorpusError, Frozen, Number, Qualifier


class HistoryTurn(TypedDict):
    """One message of the conversation before a question."""

    role: Literal["user", "assistant"]
    content: str


class ExpectedFigure(Frozen):
    """A figure that answers, with the value and unit that the report writes.

    Down is negative, but what was cut may be given without the sign.
    """

    model_config = ConfigDict(extra="ignore")

    value: Number
    unit: str
    qualifier: Qualifier | None = None  # None: any will do


class Question(Frozen):
    """One line of a question file. Fields beyond these are left aside, as notes."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    language: Literal["zh", "en"]
    type: str = Field(min_length=1)  # what scores are grouped by: figure, growth, target, …
    answers: tuple[str, ...]  # accepted strings, any of them; empty: the report does not say
    figures: tuple[ExpectedFigure, ...]
    evidence: tuple[str, ...]  # exact spans of the canonical text, any of which supports
    history: tuple[HistoryTurn, ...] = ()
    report: str | None = None
    resolved: str | None = None  # what a follow-up means, standing alone

    @property
    def answerable(self) -> bool:
        """Whether the report answers it."""
        return bool(self.answers)


def load_questions(path: Path) -> tuple[Question, ...]:
    """Read a question file: a JSON object a line, empty lines aside.

    Args:
        path: the file, UTF-8.

    Raises:
        CorpusError: the file can't be read, a line is no question, or an id comes twice;
            names the file and the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise CorpusError(f"{path}: can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: is not UTF-8; save it as UTF-8") from error
    seen: dict[str, int] = {}
    questions: list[Question] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        question = _question(line, f"{path}, line {number}")
        if question.id in seen:
            raise CorpusError(
                f"{path}, line {number}: the id {question.id} stands on line "
                f"{seen[question.id]} already; give each question its own"
            )
        seen[question.id] = number
        questions.append(question)
    return tuple(questions)


def _question(line: str, where: str) -> Question:
    try:
        question = Question.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise CorpusError(f"{where}: {field + ': ' if field else ''}{first['msg']}") from error
    if question.figures and not question.answers:
        raise CorpusError(f"{where}: has figures but no answers; list the accepted strings")
    return question
