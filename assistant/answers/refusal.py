"""Says that a report does not hold the answer, and what comes closest."""

from __future__ import annotations

from assistant.answers.statement import Statement, assemble
from assistant.answers.wording import wording_in
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.wanted import wanted_words
from assistant.models import Answer, Language, Status
from assistant.questions.period import period_of
from assistant.questions.question import Question
from assistant.questions.topics import Topic
from corpus.models import Kind
from corpus.sentences import sentences
from index.retriever import Hit


def refuse(question: Question, knowledge: Knowledge, hits: list[Hit]) -> Answer:
    """An answer of status ``not_in_report``. It shows no figure and may cite one passage.

    It names what is missing only where that is true by itself: who asks for the GDP of a quarter
    is not told that the report gives no GDP.
    """
    wording = wording_in(question.language)
    what = _missing(question, knowledge)
    span = _nearest(question, knowledge, hits)
    statement = Statement(wording.not_in_report(what, span is not None), (span,) if span else ())
    return assemble(
        question.text, question.language, Status.NOT_IN_REPORT, [(knowledge.report, statement)]
    )


def _missing(question: Question, knowledge: Knowledge) -> str:
    """The indicators, the target or the years of a question that the report has nothing of."""
    period = period_of(question, knowledge.report)
    held = [entry for entry in knowledge.figures if period.holds(entry.figure)]
    topics = [topic for topic in question.topics if topic.is_indicator]
    gone = [topic for topic in topics if not any(_is_of(entry, topic) for entry in held)]
    if len(gone) < len(topics) or (not topics and held):
        return ""
    names = tuple(dict.fromkeys(_name(topic, question) for topic in gone))
    target = period.kind is Kind.TARGET
    what: str = wording_in(question.language).missing(tuple(sorted(period.years)), names, target)
    return what


def _is_of(entry: FigureEntry, topic: Topic) -> bool:
    """Whether a figure is of an indicator, or of a kind of it."""
    names = (name for term in topic.terms for name in (term.zh, *term.zh_aliases))
    return any(folded_name(name) in entry.name for name in names)


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
