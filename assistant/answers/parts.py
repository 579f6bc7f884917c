"""Answers a question of several parts part by part: how many homes, and for how much?"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answers.beside import NOTHING_NEAR, Near, figures_beside, near_to
from assistant.answers.extremes import asks_both_ends
from assistant.answers.sides import by_side
from assistant.answers.statement import MARKER, answered, merged, with_lines
from assistant.answers.wording import wording_in
from assistant.evidence.knowledge import Knowledge
from assistant.follow_ups.completion import points_back
from assistant.follow_ups.follow_up import question_parts
from assistant.matching.report_head import header_spans
from assistant.models import Answer, Status
from assistant.questions.question import Form, Question
from assistant.questions.understanding import understand

Compose = Callable[[Question, Near], Answer]

_BESIDE = 120  # characters between what is told of one work
# 大楼总投资多少(,设多少张床位), "how much will it cost (and how long is it)": of one work
_OF_A_WORK = re.compile(
    r"总?投资|投入|每年投|占地|面积|全长|多长|多大|"
    r"\bcosts?\b|\binvestment\b|\bhow (?:big|long|large)\b",
    re.IGNORECASE,
)


def by_parts(question: Question, pool: list[Knowledge], compose: Compose) -> Answer | None:
    """The answers to the parts of a question, one after another.

    None where the question has but one part, or where no part has an answer.

    Args:
        question: what is asked.
        pool: the reports that may answer.
        compose: answers one part, told where the parts before it were answered.
    """
    parts = question_parts(question.text)
    if (
        len(parts) < 2
        or asks_both_ends(question.text)
        or any(header_spans(question, one.report) for one in pool)
    ):
        return None
    told = _with_beside(_each(parts, question, compose), parts, question, pool)
    if not told:
        return None
    missing = [said for at, (said, _) in enumerate(parts) if at not in told]
    names = [said.strip(" ,，;；。.?？").removeprefix("and ") for said in missing]
    note = wording_in(question.language).unanswered(names) if names else ""
    return merged(question.text, _once([told[at] for at in sorted(told)]), (note,) if note else ())


def _each(parts: list[tuple[str, str]], question: Question, compose: Compose) -> dict[int, Answer]:
    """The answers to the parts that have one, each by its place."""
    told: dict[int, Answer] = {}
    for at, (said, part) in enumerate(parts):
        asked = understand(part, question.language)
        before = list(told.values())
        answer = by_side(asked, lambda one: compose(one, NOTHING_NEAR))
        answer = answer or compose(asked, near_to(before))
        alone = asked if said == part else understand(said, question.language)
        if answer.status is not Status.ANSWERED and said != part and _names_anew(alone, parts[0]):
            asked, answer = alone, compose(alone, near_to(before))
        goes_on = said == part and at > 0 and _of_the_same(parts[0][1], asked)
        # what was output, (and what is it to be in 2022): of an indicator's other year
        other_year = alone.has_period and any(topic.is_indicator for topic in asked.topics)
        goes_on = goes_on or (at > 0 and points_back(alone) and not other_year)
        apart = goes_on and not _is_near(answer, before)
        if answer.status is Status.ANSWERED and not apart and not _strays(answer, asked):
            told[at] = answer
    return told


def _names_anew(part: Question, first: tuple[str, str]) -> bool:
    """Whether a part is whole by itself: 还有多少人没脱贫?(2019年计划让其中多少人脱贫)."""
    named = any(topic.text in first[0] for topic in part.topics)
    return named and part.has_period


def _with_beside(
    told: dict[int, Answer],
    parts: list[tuple[str, str]],
    question: Question,
    pool: list[Knowledge],
) -> dict[int, Answer]:
    """The answers with what stands beside one, for a part that has none of its own near it."""
    found = dict(told)
    for at, (said, _) in enumerate(parts):
        own = found.get(at)
        others = [one for place, one in found.items() if place != at]
        part = understand(said, question.language)
        again = own is not None and any(_repeats(own, one) for one in others)
        if own and own.figures and _is_near(own, others) and not again:
            continue
        beside = _beside(part, question, others, pool)
        if beside:
            found[at] = beside
    return found


def _beside(
    part: Question, question: Question, others: list[Answer], pool: list[Knowledge]
) -> Answer | None:
    """What stands in the sentences of the other parts' answers and fits a part."""
    cited = {citation.report for one in others for citation in one.citations}
    for knowledge in pool:
        if knowledge.report.id in cited:
            groups = figures_beside(part, question, near_to(others), knowledge)
            if groups:
                wording = wording_in(part.language)
                said = [wording.figure_statement(knowledge.report, one) for one in groups]
                return answered(part, knowledge.report, said)
    return None


def _of_the_same(first: str, part: Question) -> bool:
    """Whether a part without an indicator of its own goes on about the work of the first part."""
    return _OF_A_WORK.search(first) is not None and not any(
        topic.is_indicator for topic in part.topics
    )


def _is_near(answer: Answer, others: list[Answer]) -> bool:
    """Whether an answer stands beside another, within the same few sentences."""
    spans = [(one.start, one.end) for other in others for one in other.citations]
    return any(
        start - _BESIDE <= one.start and one.end <= end + _BESIDE
        for one in answer.citations
        for start, end in spans
    )


def _strays(answer: Answer, asked: Question) -> bool:
    """Whether a part that names no indicator is told figures of several: they are not its own.

    Unless all are of what it names: 来了多少游客 is told of 接待游客 and 过夜游客.
    """
    names = {(one.indicator, one.scope) for one in answer.figures}
    if any(all(topic.text in name for name, _ in names) for topic in asked.topics):
        return False
    named = len(asked.topics) > 1 or any(topic.is_indicator for topic in asked.topics)
    return len(names) > 1 and asked.form is not Form.COMPARISON and not named


def _repeats(answer: Answer, other: Answer) -> bool:
    """Whether an answer says only what another says already."""
    if answer.figures:
        told = {(one.start, one.end) for one in other.figures}
        return all((one.start, one.end) in told for one in answer.figures)
    return all(
        any(two.start <= one.start and one.end <= two.end for two in other.citations)
        for one in answer.citations
    )


def _once(answers: list[Answer]) -> list[Answer]:
    """Answers without those, and without the lines, that say only what one before says."""
    kept: list[Answer] = []
    said: set[str] = set()
    for answer in answers:
        if any(_repeats(answer, one) for one in kept):
            continue
        lines = {line: MARKER.sub("", line) for line in answer.text.split("\n")}
        fresh = [line for line, words in lines.items() if words not in said]
        said |= set(lines.values())
        if fresh:
            kept.append(answer if fresh == list(lines) else with_lines(answer, fresh))
    return kept
