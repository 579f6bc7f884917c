"""Which of several places comes first or last, where the report gives a figure of each."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answers.wording import wording_in
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.models import Answer
from assistant.questions import places_asked
from assistant.questions.question import Question
from assistant.questions.turns import FELL

# 哪个县增长最快, "which county grew fastest"
_MOST = re.compile(
    r"最[快高大多好强]|第一|领跑|领先|\b(?:fastest|highest|largest|biggest|most|best|top|first)\b",
    re.IGNORECASE,
)
# 哪个县最慢, "and which grew slowest"
_LEAST = re.compile(
    r"最[慢低小少差弱]|\b(?:slowest|lowest|smallest|least|fewest|worst)\b", re.IGNORECASE
)


def of_extremes(
    rows: list[tuple[float, FigureEntry]], question: Question, knowledge: Knowledge
) -> list[tuple[float, FigureEntry]]:
    """Of figures given place by place the highest or the lowest, as the question asks for.

    As they are, where one stands elsewhere too: the report may say itself who leads.
    """
    if not rows or not _asks(question):
        return rows
    by_place = knowledge.told_by_place
    score, first = max(rows, key=lambda row: row[0])
    alike = [entry for _, entry in rows if entry.figure.measure is first.figure.measure]
    if any(entry.figure.start not in by_place for entry in alike):
        return rows
    listed = by_place[first.figure.start]
    ends = _ends([entry.figure.value or Decimal(0) for entry in listed], question.text)
    return [(score, entry) for entry in listed if entry.figure.value in ends]


def first_or_last(answers: list[Answer], text: str) -> list[Answer]:
    """Of the answers to each of several those of the highest or lowest, if these are asked for.

    "fell most" may be either end: all of them, as where no end is asked for.
    """
    ends = _ends([one.figures[0].value or Decimal(0) for one in answers], text)
    told = [one for one in answers if one.figures[0].value in ends]
    return told if told and not FELL.search(text) else answers


def _ends(values: list[Decimal], text: str) -> set[Decimal]:
    return {end(values) for end, said in ((max, _MOST), (min, _LEAST)) if said.search(text)}


def among_listed(question: Question, answer: Answer, pool: list[Knowledge]) -> Answer:
    """The answer, which says that it is one of the places whose figures the report gives."""
    if not answer.figures or not _asks(question):
        return answer
    starts = {start for knowledge in pool for start in knowledge.told_by_place}
    if any(one.start not in starts for one in answer.figures):
        return answer
    text = wording_in(question.language).among_listed(answer.text)
    return answer.model_copy(update={"text": text})


def asks_both_ends(text: str) -> bool:
    """Whether one question is of the first and the last: 哪个县增长最快,哪个最慢."""
    both = _MOST.search(text) and _LEAST.search(text)
    return bool(both and places_asked.BEST_PART.search(text))


def _asks(question: Question) -> bool:
    """Whether the first or last of the parts is asked for; "fell most" may be either end."""
    text = question.text
    ends = _MOST.search(text) or _LEAST.search(text)
    return bool(ends and places_asked.BEST_PART.search(text)) and not FELL.search(text)
