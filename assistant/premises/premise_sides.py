"""What a question takes to stand the other way round than the report gives it.

为什么农村居民收入增速比城镇居民慢? where it is the faster one; 为什么从5户增加到11户? where there
were 11 and 5 are left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from assistant.answers.sides import by_side
from assistant.answers.wording import wording_in
from assistant.evidence.knowledge import Knowledge
from assistant.matching.wanted import wanted_words
from assistant.models import Answer, AnsweredFigure
from assistant.questions import phrases
from assistant.questions.question import Form, Question
from assistant.questions.understanding import understand
from corpus.models import Kind
from corpus.sentences import Span
from corpus.units import normalise

_IGNORE = re.IGNORECASE
# 为什么…反而, "why did": without them the question is of the two figures
_WHY = re.compile(
    rf"{phrases.WHY.pattern}|反而|反倒|(?<=\bwhy )(?:did|does|do|was|were|is|are|has|have)\b",
    _IGNORE,
)
_MORE = re.compile(
    r"[高快多大优]于|超过|比[^,，。?？]*[高快多大]|\b(?:faster|higher|more|larger|bigger|better|greater|"
    r"quicker|exceed\w*|outpac\w*|outstrip\w*|surpass\w*)\b(?! slow)",
    _IGNORE,
)
_LESS = re.compile(
    r"[低慢少小]于|比[^,，。?？]*[低慢少小]|\b(?:slower|slowly|lower|less|fewer|smaller|worse)\b",
    _IGNORE,
)


# from 5 to 11, 由5户增加到11户, 从2.45扩大到2.52
_FROM_TO = re.compile(
    r"\bfrom (?P<base>\d[\d,]*(?:\.\d+)?)(?!\.\d)[^.?!\d]{0,24}? to (?P<end>\d[\d,]*(?:\.\d+)?)|"
    r"[由从](?P<base_zh>\d+(?:\.\d+)?)(?![.\d])[^,，。?？\d]{0,12}?[到至为](?P<end_zh>\d+(?:\.\d+)?)",
    _IGNORE,
)
_NAMED = 0.5  # the weight of a word that says what moved


def moved_the_other_way(question: Question, knowledge: Knowledge) -> Span | None:
    """Where the report tells that what a question has going from one number to another went back.

    Did state-owned companies grow from 5 to 11? 国有企业由11户整合重组为5户
    """
    said = _FROM_TO.search(question.text)
    if not said:
        return None
    ends = [Decimal(one.replace(",", "")) for one in said.groups() if one]
    turned = [
        (base, end)
        for base, end in knowledge.moves.values()
        if [end.figure.value, base.figure.value] == ends
    ]
    wanted = [one for one in wanted_words(question, knowledge) if one.weight >= _NAMED]
    for base, end in turned:
        if wanted and all(one.stands_in(end.clause) for one in wanted):
            return min(base.figure.clause_start, end.figure.clause_start), end.figure.end
    return None


def other_way_round(question: Question, compose: Callable[[Question], Answer]) -> Answer | None:
    """The figures of both, told as what the report says otherwise; None where it does not.

    Args:
        question: what is asked.
        compose: answers one question.
    """
    more, less = _MORE.search(question.text), _LESS.search(question.text)
    said = more or less
    if not phrases.WHY.search(question.text) or said is None or (more and less):
        return None
    plain = understand(_WHY.sub("", question.text), question.language)
    answer = by_side(plain, compose)
    sides = answer.figures if answer else ()
    if answer is None and plain.form is Form.COMPARISON:
        answer = compose(plain)
        sides = _aim_and_result(answer, question.text[: said.start()])
    if answer is None or len(sides) != 2:
        return None
    values = [one.value for one in sides]
    units = {one.unit for one in sides}
    if None in values or len(units) != 1:
        return None
    first, second = (normalise(Decimal(one.value or 0), one.unit)[0] for one in sides)
    if first == second or (first > second) == bool(more):
        return None
    told = wording_in(question.language).otherwise(answer.text)
    return answer.model_copy(update={"question": question.text, "text": told})


def _aim_and_result(answer: Answer, first: str) -> tuple[AnsweredFigure, ...]:
    """An aim and what was reached, that which a question names first in front."""
    aims = [one for one in answer.figures if one.kind is Kind.TARGET]
    done = [one for one in answer.figures if one.kind is not Kind.TARGET]
    if len(aims) != 1 or len(done) != 1:
        return ()
    return (*aims, *done) if phrases.AIM.search(first) else (*done, *aims)
