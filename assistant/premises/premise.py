"""Opens an answer with what the report says where the question has it wrong.

"Why did retail sales fall by 3%?", 去年建筑业产值已经突破1900亿元,占多大比重?: what is right, and
what the report does not speak of, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answers.figure_groups import DURATIONS, FigureGroup
from assistant.answers.statement import Statement, assemble, merged, quoted
from assistant.answers.wording import wording_in
from assistant.claims import Claimed
from assistant.evidence.knowledge import Knowledge
from assistant.matching.subject import heavy_topics
from assistant.matching.wanted import wanted_words
from assistant.models import Answer, AnsweredFigure, Status
from assistant.premises.another_name import chosen_another, with_another
from assistant.premises.assertions import asserted, clause_of
from assistant.premises.denials import (
    Denial,
    denials,
    entry_of,
    planned_only,
    turned_growth,
)
from assistant.premises.premise_outcomes import of_another_level, otherwise_told
from assistant.premises.premise_sides import moved_the_other_way
from assistant.premises.premise_words import denied_in_words
from assistant.premises.premise_years import in_another_year
from assistant.premises.standing import stands
from assistant.premises.why_not import denies, missed, named_numbers, numbers_of, was_met
from assistant.questions import phrases
from assistant.questions.places import foreign_places
from assistant.questions.question import Question
from assistant.questions.turns import BEHIND
from assistant.questions.understanding import understand
from assistant.verifying.claim_match import names_share
from assistant.verifying.judgement import base_value
from corpus.models import Figure, Kind
from corpus.sentences import Span
from corpus.units import normalise
from index.retriever import Hit

_LONG = 120  # characters of a sentence that is told whole
_KIN = ("measure", "unit", "year", "scope", "kind")
_SAME = 0.5  # the share of a claim's words in the name of a figure that is of the same thing


def corrected(
    question: Question, plain: Answer, knowledge: Knowledge, search: Callable[[], list[Hit]]
) -> Answer:
    """The answer, opened with what the report says where it denies what the question asserts.

    Args:
        question: what was asked.
        plain: the answer that was found for it.
        knowledge: the report that it is of.
        search: passages found for the question.
    """
    put = wording_in(question.language).instead
    instead = (
        denied_in_words(question, knowledge)
        or with_another(question, knowledge)
        or chosen_another(question, knowledge)
        or of_another_level(question, knowledge)
        or moved_the_other_way(question, knowledge)
    )
    if instead:
        return _quoted(question, put, instead, knowledge)
    foreign = foreign_places(question, knowledge)
    if foreign:
        with_them = _told_with(foreign, question, knowledge)
        if with_them is None or plain.status is Status.ANSWERED:
            return plain
        return _quoted(question, put, with_them, knowledge)
    when = in_another_year(question, knowledge) if plain.status is not Status.ANSWERED else None
    if when:
        return _quoted(question, put, when, knowledge)
    found = denials(question, plain, knowledge, search)
    if found:
        return _with_denials(question, plain, knowledge, found)
    if phrases.WHY.search(question.frame) and plain.figures:
        figures = tuple(one.reported for one in plain.figures)
        return (
            _led(plain, plain.figures[0], question)
            if why_denied(question, figures, knowledge)
            else plain
        )
    turned = turned_growth(question, plain)
    if turned:
        return _led(plain, turned, question)
    planned = planned_only(question, knowledge)
    if planned is None:
        return _otherwise(question, plain, knowledge)
    said = wording_in(question.language).otherwise
    opening = _quoted(question, said, (planned.start, planned.end), knowledge)
    told = plain.status is Status.ANSWERED and plain.citations[0].quote not in planned.quote
    return merged(question.text, [opening, plain], plain.notes) if told else opening


def _otherwise(question: Question, plain: Answer, knowledge: Knowledge) -> Answer:
    """The answer, opened with what came of a thing where the question has that wrong."""
    outcome = otherwise_told(question, knowledge)
    if outcome is None or not _in_one_sentence(outcome, plain, knowledge):
        return plain
    put = wording_in(question.language).instead
    # 迈进前20名,(位居第19位): the figures that were found beside it
    whole = (
        min([outcome[0], *(one.start for one in plain.figures)]),
        max([outcome[1], *(one.end for one in plain.figures)]),
    )
    if not plain.figures or whole[1] - whole[0] <= _LONG:
        return _quoted(question, put, whole, knowledge)
    opening = _quoted(question, put, outcome, knowledge)
    return merged(question.text, [opening, plain], plain.notes)


def _told_with(places: tuple[str, ...], question: Question, knowledge: Knowledge) -> Span | None:
    """What is told otherwise of another place by name: 与鄱阳县结对, and not ended."""
    told = otherwise_told(question, knowledge)
    if told is None:
        return None
    text = knowledge.report.text[slice(*told)]
    words = wanted_words(question, knowledge)
    named = all(
        any(word.topic.text in place and word.stands_in(text) for word in words) for place in places
    )
    return told if named else None


def _in_one_sentence(outcome: Span, plain: Answer, knowledge: Knowledge) -> bool:
    """Whether all figures of an answer stand in the sentence that tells it otherwise."""
    whole = next(
        (
            (one.sentence_start, one.sentence_end)
            for one in knowledge.clauses
            if one.sentence_start <= outcome[0] < one.sentence_end
        ),
        outcome,
    )
    return all(whole[0] <= one.start and one.end <= whole[1] for one in plain.figures)


def _quoted(
    question: Question, put: Callable[[str], str], span: Span, knowledge: Knowledge
) -> Answer:
    """The report's own words, put as what it says instead."""
    report = knowledge.report
    inside = (one.figure for one in knowledge.figures)
    shown = tuple(one for one in inside if span[0] <= one.start and one.end <= span[1])
    wording = wording_in(question.language)
    if put is wording.instead and shown and all(one.kind is Kind.TARGET for one in shown):
        put = wording.instead_aim
    else:
        shown = tuple(one for one in shown if one.kind is not Kind.TARGET)
    said = Statement(put(f"“{quoted(report.text[span[0] : span[1]])}”"), (span,), shown)
    return assemble(question.text, question.language, Status.ANSWERED, [(report, said)])


def why_denied(question: Question, figures: tuple[Figure, ...], knowledge: Knowledge) -> bool:
    """Whether figures deny what a question of why asserts, and nothing in the report bears it."""
    if missed(question, figures) or was_met(question, figures, knowledge.report.text):
        return True
    if not denies(question, figures):
        return False
    claims = asserted(question, knowledge)
    if claims:
        # 80 billion yuan for the 276 projects: that there are so many does not bear the sum out
        units = {normalise(one.value, one.unit)[1] for one in figures if one.value is not None}
        told = [one for one in claims if one.unit in units] or claims
        return not any(
            stands(claim, clause_of(claim, question.text), question, knowledge) for claim in told
        )
    # 城乡居民收入比2.06, which reads as no claim: the clause beside may tell it of five years ago
    names = {one.indicator for one in figures}
    numbers = named_numbers(question)
    return not any(
        name in clause.sentence and number in numbers_of(clause.sentence)  # 8.7 holds no 7
        for clause in knowledge.clauses
        for name in names
        for number in numbers
    )


def _with_denials(
    question: Question, plain: Answer, knowledge: Knowledge, found: list[Denial]
) -> Answer:
    """The answer behind what the report says instead."""
    first = found[0]
    told = _told_already(first, plain, knowledge)
    if told and not first.quote and len(found) == 1:
        return _led(plain, told, question)
    report = knowledge.report
    said = _statements(found, knowledge, question)
    opening = assemble(
        question.text, question.language, Status.ANSWERED, [(report, one) for one in said]
    )
    if plain.status is not Status.ANSWERED or _beside(question, plain, knowledge, first.claim):
        return opening
    spans = [(one.start, one.end) for one in opening.citations]
    if first.quote and all(
        any(a <= one.start and one.end <= b for a, b in spans) for one in plain.citations
    ):
        return opening
    told_figures = {(one.start, one.end) for one in opening.figures}
    if plain.figures and {(one.start, one.end) for one in plain.figures} <= told_figures:
        return opening
    return merged(question.text, [opening, plain], plain.notes)


def _told_already(denial: Denial, plain: Answer, knowledge: Knowledge) -> AnsweredFigure | None:
    """The figure of the answer that says what the denial would, of the same thing."""
    reported = denial.entry.figure
    for one in plain.figures:
        same = (one.start, one.end) == (reported.start, reported.end)
        alike = all(
            getattr(one, name) == getattr(reported, name)
            for name in ("measure", "indicator", "year", "scope", "kind")
        )
        # 满意率100% of another matter denies no more than the answer's own 100%
        equal = all(
            getattr(one, name) == getattr(reported, name)
            for name in ("measure", "value", "unit", "year", "kind")
        )
        # 代表建议满意率100%, 12345热线群众满意率95%: the answer's was sought by the whole question
        kin = all(getattr(one, name) == getattr(reported, name) for name in _KIN) and (
            one.indicator.endswith(reported.indicator) or reported.indicator.endswith(one.indicator)
        )
        if same or alike or (equal and one.value is not None):
            return one
        if kin and base_value(one.reported) != (denial.claim.value, denial.claim.unit):
            return one
    asked = [one for one in plain.figures if one.measure is reported.measure]
    if denial.claim.year is None or reported.year == denial.claim.year:
        return None
    for one in asked:
        entry = entry_of(knowledge, one.reported)
        if one.year == denial.claim.year and names_share(denial.claim, entry, knowledge) >= _SAME:
            return one
    return None


def _beside(question: Question, plain: Answer, knowledge: Knowledge, claim: Claimed) -> bool:
    """Whether an answer in figures is of other things, and the question asks of no other."""
    if not plain.figures:
        return False
    rest = question.text.replace(clause_of(claim, question.text), " ")
    if heavy_topics(understand(rest, question.language)):
        return False
    entries = [entry_of(knowledge, one.reported) for one in plain.figures]
    return all(names_share(claim, entry, knowledge) < _SAME for entry in entries)


def _statements(found: list[Denial], knowledge: Knowledge, question: Question) -> list[Statement]:
    """One sentence for each thing that is denied, a level with its growth in one."""
    wording = wording_in(question.language)
    report = knowledge.report
    said: list[Statement] = []
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for one in found:
        figure = one.entry.figure
        if one.quote:
            span = _span(one, knowledge)
            if any(a <= span[0] and span[1] <= b for one in said for a, b in one.spans):
                continue
            words = f"“{quoted(report.text[span[0] : span[1]])}”"
            said.append(Statement(words, (span,), _of_one(figure, span, knowledge)))
        else:
            key = (figure.indicator, figure.scope, figure.year, figure.kind, one.entry.sentence)
            groups.setdefault(key, []).append(figure)
    for figures in groups.values():
        said.append(wording.figure_statement(report, FigureGroup(tuple(figures), 1.0)))
    first = said[0]
    return [Statement(wording.otherwise(first.text), first.spans, first.figures), *said[1:]]


def _of_one(figure: Figure, span: Span, knowledge: Knowledge) -> tuple[Figure, ...]:
    """A figure with the others of its thing in the same words: 支出1460万元，同比下降22.3%.

    None for a target, which the words around a quote would have to call one.
    """
    if figure.kind is Kind.TARGET:
        return ()
    return tuple(
        one.figure
        for one in knowledge.figures
        if span[0] <= one.figure.start
        and one.figure.end <= span[1]
        and (one.figure.indicator, one.figure.scope, one.figure.kind)
        == (figure.indicator, figure.scope, figure.kind)
    )


def _span(denial: Denial, knowledge: Knowledge) -> Span:
    """The clause that tells it; the sentence where it is of another than the question says."""
    figure = denial.entry.figure
    span = (figure.clause_start, figure.clause_end)
    if not denial.whose:
        text = knowledge.report.text
        moved = BEHIND.match(text, figure.end)
        if figure.unit in DURATIONS:  # 连续12年(稳居全省第一)
            moved = re.compile("[^,，;；。\n]*").match(text, figure.end)
        return span[0], max(span[1], moved.end() if moved else 0)
    whole = next(
        (
            (one.sentence_start, one.sentence_end)
            for one in knowledge.clauses
            if one.sentence_start <= figure.start < one.sentence_end
        ),
        span,
    )
    return whole if whole[1] - whole[0] <= _LONG else span


def _led(plain: Answer, figure: AnsweredFigure, question: Question) -> Answer:
    """The answer with the sentence of a figure in front, as what the report says instead."""
    rows = plain.text.split("\n")
    mark = f"[{figure.citation}]"
    row = next((one for one in rows if mark in one and figure.text.strip() in one), rows[0])
    rest = [one for one in rows if one is not row]
    text = "\n".join([wording_in(question.language).otherwise(row), *rest])
    return plain.model_copy(update={"text": text})
