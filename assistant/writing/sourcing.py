"""Chooses the passages that a language model is given for a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assistant.answers.synthesis import subjects
from assistant.evidence.knowledge import Knowledge
from assistant.follow_ups.follow_up import question_parts
from assistant.matching.report_head import header_spans
from assistant.models import Answer, Citation, Status
from assistant.questions.period import period_of
from assistant.questions.question import Form, Question
from assistant.questions.reports import choose_reports
from assistant.questions.understanding import understand
from assistant.writing.prompt import numbered
from assistant.writing.relevance import Relevance
from assistant.writing.writing import Task
from corpus.models import Passage
from index.retriever import Hit

_FEW = 8  # passages given; of the development questions they hold as many answers as 14 did
_MOST = 14  # for a question of many parts
_EACH = 4  # passages for each part of a question

Search = Callable[[Question, Knowledge], list[Hit]]


def open_task(
    question: Question, pool: list[Knowledge], plain: Answer, refusal: Answer, search: Search
) -> Task | None:
    """What a model is to answer and from what; None where code alone must answer.

    That is so where the question is of a place or year that no report speaks of, and where it
    is of the report's head, which is no passage.
    """
    if _is_out_of_reach(question, pool, plain) or any(
        header_spans(question, knowledge.report) for knowledge in pool
    ):
        return None
    parts = tuple(understand(part, question.language) for part in _parts(question))
    found: list[tuple[Knowledge, Passage]] = []
    hits: list[Hit] = []
    for knowledge in pool[:2]:
        if plain.status is Status.ANSWERED:
            found += _cited(plain.citations, knowledge)
        rows = [search(part, knowledge)[:_EACH] for part in parts] if len(parts) > 1 else []
        own = search(question, knowledge)
        rows.append(own)
        found += [(knowledge, hit.passage) for row in rows for hit in row]
        hits += own
    sources = numbered(found, min(_MOST, max(_FEW, _EACH * len(parts))))
    if not sources:
        return None
    relevance = Relevance(parts, sources, tuple(hits), plain)
    return Task(question, sources, relevance, plain, refusal)


def _parts(question: Question) -> list[str]:
    alone = [text for _, text in subjects(question)]
    parts = [part for _, part in question_parts(question.text)]
    return parts or alone or [question.text]


def _is_out_of_reach(question: Question, pool: list[Knowledge], plain: Answer) -> bool:
    if plain.status is Status.ANSWERED:
        return False
    if question.places and not choose_reports(question, pool):
        return True
    if question.form is Form.COMPARISON:
        return False
    periods = [(period_of(question, one.report), one) for one in pool]
    return all(period.years and not period.years & one.years for period, one in periods)


def _cited(citations: Iterable[Citation], knowledge: Knowledge) -> list[tuple[Knowledge, Passage]]:
    return [
        (knowledge, passage)
        for citation in citations
        if citation.report == knowledge.report.id
        for passage in knowledge.passages
        if passage.start < citation.end and citation.start < passage.end
    ]
