"""The figure of a clause that answers: what the clause tells of in numbers."""

from __future__ import annotations

from assistant.answers.figure_groups import FigureGroup, grouped, of_aspect
from assistant.evidence.knowledge import Knowledge
from assistant.matching.figure_scope import in_period
from assistant.matching.matching import CLAUSE, NAME, coverage
from assistant.matching.wanted import wanted_words
from assistant.questions.asked_unit import told_in
from assistant.questions.period import period_of
from assistant.questions.question import Form, Question
from corpus.sentences import Span

_SLIGHT = 0.2  # what a figure of a passage that answers must reach to be the answer itself
_STANDS_OUT = 0.1  # and by how much it must be ahead of the passage's others


def figures_within(question: Question, knowledge: Knowledge, span: Span) -> tuple[FigureGroup, ...]:
    """The figure of a span that a question for a figure means; empty where none stands out."""
    wanted = wanted_words(question, knowledge)
    period = period_of(question, knowledge.report)
    rows = [
        (coverage(wanted, ((entry.name, NAME), (entry.clause, CLAUSE))), entry)
        for entry in knowledge.figures
        if span[0] <= entry.figure.start < span[1]
        and in_period(entry, period, question)
        and (question.unit is None or told_in(entry.figure, question.unit))
    ]
    rows = of_aspect(rows, question, wanted)
    if question.form is not Form.FIGURE:  # 评上5A景区了吧: no figure beside it answers
        rows = [row for row in rows if any(word.stands_in(row[1].name) for word in wanted)]
    groups = grouped(rows, question, knowledge)
    if len(rows) == 1:
        return groups if rows[0][0] > 0 else ()
    if not groups or (len(groups) > 1 and groups[0].score < groups[1].score + _STANDS_OUT):
        return ()
    return groups[:1] if groups[0].score >= _SLIGHT else ()
