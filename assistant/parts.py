"""What must hold between the answers to the parts of one question."""

from __future__ import annotations

import re

from assistant.models import Answer
from assistant.question import Form, Question

_BESIDE = 120  # characters between what is told of one work
# 大楼总投资多少(,设多少张床位), "how much will it cost (and how long is it)": of one work
_OF_A_WORK = re.compile(
    r"总?投资|投入|每年投|占地|面积|全长|多长|多大|"
    r"\bcosts?\b|\binvestment\b|\bhow (?:big|long|large)\b",
    re.IGNORECASE,
)


def of_the_same(first: str, part: Question) -> bool:
    """Whether a part without an indicator of its own goes on about the work of the first part."""
    return _OF_A_WORK.search(first) is not None and not any(
        topic.is_indicator for topic in part.topics
    )


def is_near(answer: Answer, others: list[Answer]) -> bool:
    """Whether an answer stands beside another, within the same few sentences."""
    spans = [(one.start, one.end) for other in others for one in other.citations]
    return any(
        start - _BESIDE <= one.start and one.end <= end + _BESIDE
        for one in answer.citations
        for start, end in spans
    )


def strays(answer: Answer, asked: Question) -> bool:
    """Whether a part that names no indicator is told figures of several: they are not its own."""
    names = {(one.indicator, one.scope) for one in answer.figures}
    return len(names) > 1 and asked.form is not Form.COMPARISON and len(asked.topics) < 2


def repeats(answer: Answer, other: Answer) -> bool:
    """Whether an answer says only what another says already."""
    if answer.figures or other.figures:
        told = {(one.start, one.end) for one in other.figures}
        return all((one.start, one.end) in told for one in answer.figures)
    return answer.citations == other.citations
