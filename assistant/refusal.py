"""Says that a report does not hold the answer, and what comes closest."""

from __future__ import annotations

from assistant.knowledge import Knowledge
from assistant.matching import wanted_words
from assistant.models import Answer, Language, Status
from assistant.period import period_of
from assistant.question import Question
from assistant.statement import Statement, assemble
from assistant.topics import Topic
from assistant.wording import wording_in
from corpus.models import Kind
from corpus.sentences import sentences
from index.retriever import Hit


def refuse(question: Question, knowledge: Knowledge, hits: list[Hit]) -> Answer:
    """An answer of status ``not_in_report``. It shows no figure and may cite one passage."""
    wording = wording_in(question.language)
    period = period_of(question, knowledge.report)
    names = tuple(_name(topic, question) for topic in question.topics if topic.is_indicator)
    what = wording.missing(
        tuple(sorted(period.years)), tuple(dict.fromkeys(names)), period.kind is Kind.TARGET
    )
    span = _nearest(question, knowledge, hits)
    statement = Statement(wording.not_in_report(what, span is not None), (span,) if span else ())
    return assemble(
        question.text, question.language, Status.NOT_IN_REPORT, [(knowledge.report, statement)]
    )


def _name(topic: Topic, question: Question) -> str:
    term = topic.terms[0]
    return term.zh if question.language is Language.ZH else term.en


def _nearest(question: Question, knowledge: Knowledge, hits: list[Hit]) -> tuple[int, int] | None:
    """The sentence of the best passage that shares a word with the question, if there is one."""
    words = [w for w in wanted_words(question, knowledge) if w.weight > 0.5]
    text = knowledge.report.text
    for hit in hits[:3]:
        if hit.passage.report != knowledge.report.id:
            continue
        for start, end in sentences(text, hit.passage.start, hit.passage.end):
            if any(word.stands_in(text[start:end]) for word in words):
                return start, end
    return None
