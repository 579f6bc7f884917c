"""Scores of a system's answers and retrieval against questions with known evidence.

Retrieval: Success@k (hit rate) and reciprocal rank, computed by ir-measures. Citations:
precision is the share of citations that overlap evidence, recall the share of answerable
questions that are answered with a citation of evidence. Refusal is a classification of the
questions into those that the report answers and those that it does not; precision, recall
and F1 as usual.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

import ir_measures
from ir_measures import RR, Success

from assistant.answers.grounding import language_fits
from assistant.models import Answer, AnsweredFigure, Status
from corpus.models import Measure
from corpus.sentences import Span
from corpus.store import Store
from corpus.units import normalise
from evals.dataset import ExpectedFigure, Question
from evals.systems import Retrieved, System

_PLACES = {"名", "位"}  # 第二名, 第2位


@dataclass(frozen=True)
class Outcome:
    """One question as a system dealt with it."""

    question: Question
    answer: Answer
    retrieved: tuple[Retrieved, ...]
    figure_right: bool | None  # None where the question asks for no figure
    wrong_figures: int
    answer_right: bool
    citations_right: int
    refused: bool


@dataclass(frozen=True)
class Scores:
    """What is reported of a group of questions. Rates are 0 to 1; None where none applies."""

    questions: int
    figure_accuracy: float | None
    wrong_figures: int
    answer_accuracy: float
    hit_at_1: float | None
    hit_at_3: float | None
    hit_at_5: float | None
    mrr: float | None
    citation_precision: float | None
    citation_recall: float | None
    refusal_precision: float | None
    refusal_recall: float | None
    refusal_f1: float | None
    language: float
    median_ms: float
    p95_ms: float
    written: float | None  # the share that a language model wrote; None where none was asked
    dropped: int  # sentences of a language model that were not shown
    tokens: float  # read and written by a language model, a question
    first_sentence_ms: float | None  # median, of what a language model wrote

    def as_row(self) -> dict[str, float | int | None]:
        """Field by field, for tables and JSON."""
        return asdict(self)


def judge(system: System, store: Store, question: Question) -> Outcome:
    """Ask a system one question and hold what it says against what is known."""
    answer = system.ask(question)
    spans = evidence_spans(store, question)
    refused = answer.status is Status.NOT_IN_REPORT
    figures = answer.figures
    matched = [any(same_figure(f, e) for f in figures) for e in question.figures]
    right = None if not question.figures else all(matched) and bool(matched)
    return Outcome(
        question=question,
        answer=answer,
        retrieved=tuple(system.retrieve(question)),
        figure_right=right,
        wrong_figures=_wrong_figures(question, figures, spans),
        answer_right=refused
        if not question.answers
        else not refused and says_any(answer, question),
        citations_right=sum(
            any(_overlap((c.start, c.end), s) for s in spans) for c in answer.citations
        ),
        refused=refused,
    )


def evidence_spans(store: Store, question: Question) -> list[Span]:
    """Where the evidence of a question stands in its report, every time that it occurs."""
    if not question.report:
        return []
    text = store.get(question.report).text
    return [
        match.span()
        for evidence in question.evidence
        for match in re.finditer(re.escape(evidence), text)
    ]


def same_figure(figure: AnsweredFigure, expected: ExpectedFigure) -> bool:
    """Equal value, unit and, where the question gives one, qualifier.

    A question may give a fall without its sign ("cut by 210 million": 2.1), not a rise for one
    (-2.1 is what fell); a rank is counted in 名 as in 位. Of a range it may give either end.
    """
    known, base = normalise(Decimal(str(expected.value)), expected.unit)
    ranked = figure.measure is Measure.RANK and {figure.unit, expected.unit} <= _PLACES
    ends = (figure.value, figure.low, figure.high)
    told = [normalise(one, figure.unit) for one in ends if one is not None]
    same = any((unit == base or ranked) and known in (value, abs(value)) for value, unit in told)
    return same and expected.qualifier in (None, figure.qualifier.value)


def _wrong_figures(question: Question, figures: Sequence[AnsweredFigure], spans: list[Span]) -> int:
    """Figures shown that are not asked for and do not stand beside the evidence."""
    return sum(
        not any(same_figure(figure, expected) for expected in question.figures)
        and not any(a - 60 <= figure.start < b + 60 for a, b in spans)
        for figure in figures
    )


def says_any(answer: Answer, question: Question) -> bool:
    """Whether an answer has one of the accepted strings, spaces, width and commas aside."""
    text = _plain(re.sub(r"\[\d+\]", "", answer.text))
    return any(_plain(one) in text for one in question.answers)


def _plain(text: str) -> str:
    return re.sub(r"[\s,,，。]", "", unicodedata.normalize("NFKC", text)).casefold()


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _holds(passage: Retrieved, spans: list[Span]) -> bool:
    return any(
        (passage.start <= a and b <= passage.end) or (a <= passage.start and passage.end <= b)
        for a, b in spans
    )


def score(system: System, store: Store, outcomes: Sequence[Outcome]) -> Scores:
    """The scores of a group of questions, at least one."""
    answerable = [one for one in outcomes if one.question.answers]
    refusable = [one for one in outcomes if not one.question.answers]
    refused = [one for one in outcomes if one.refused]
    with_figures = [one for one in outcomes if one.figure_right is not None]
    cited = [one for one in answerable if not one.refused]
    citations = sum(len(one.answer.citations) for one in cited)
    right = len([one for one in refused if not one.question.answers])
    precision = _rate(right, len(refused))
    recall = _rate(right, len(refusable))
    times = sorted(one.answer.elapsed_ms for one in outcomes)
    retrieval = _retrieval(system, store, answerable)
    written = [one.answer for one in outcomes if one.answer.answered_by.startswith("llm:")]
    firsts = [one.first_sentence_ms for one in written if one.first_sentence_ms]
    tokens = sum(one.answer.tokens for one in outcomes)
    return Scores(
        questions=len(outcomes),
        figure_accuracy=_rate(
            sum(one.figure_right is True for one in with_figures), len(with_figures)
        ),
        wrong_figures=sum(one.wrong_figures for one in outcomes),
        answer_accuracy=sum(one.answer_right for one in outcomes) / len(outcomes),
        hit_at_1=retrieval[0],
        hit_at_3=retrieval[1],
        hit_at_5=retrieval[2],
        mrr=retrieval[3],
        citation_precision=_rate(sum(one.citations_right for one in cited), citations),
        citation_recall=_rate(
            sum(one.citations_right > 0 and not one.refused for one in answerable), len(answerable)
        ),
        refusal_precision=precision,
        refusal_recall=recall,
        refusal_f1=_f1(precision, recall),
        language=sum(language_fits(one.answer) for one in outcomes) / len(outcomes),
        median_ms=statistics.median(times),
        p95_ms=times[min(len(times) - 1, int(len(times) * 0.95))],
        written=_rate(len(written), len(outcomes)) if tokens or written else None,
        dropped=sum(len(one.answer.dropped) for one in outcomes),
        tokens=tokens / len(outcomes),
        first_sentence_ms=statistics.median(firsts) if firsts else None,
    )


def _retrieval(
    system: System, store: Store, outcomes: Sequence[Outcome]
) -> tuple[float | None, float | None, float | None, float | None]:
    measures = [Success @ 1, Success @ 3, Success @ 5, RR]
    qrels: list[ir_measures.Qrel] = []
    run: list[ir_measures.ScoredDoc] = []
    for one in outcomes:
        if not one.question.report or one.question.history:
            continue
        spans = evidence_spans(store, one.question)
        held = [s for s in system.stretches(one.question.report) if _holds(s, spans)]
        qrels += [ir_measures.Qrel(one.question.id, s.id, 1) for s in held] or [
            ir_measures.Qrel(one.question.id, "none", 1)
        ]
        run += [
            ir_measures.ScoredDoc(one.question.id, found.id, float(len(one.retrieved) - at))
            for at, found in enumerate(one.retrieved)
        ]
    if not qrels:
        return None, None, None, None
    found = ir_measures.calc_aggregate(measures, qrels, run)
    return found[Success @ 1], found[Success @ 3], found[Success @ 5], found[RR]


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1(precision: float | None, recall: float | None) -> float | None:
    if precision is None or recall is None or not precision + recall:
        return None if recall is None else 0.0
    return 2 * precision * recall / (precision + recall)


def grouped(
    outcomes: Sequence[Outcome], key: Callable[[Question], str]
) -> dict[str, list[Outcome]]:
    """Outcomes by a property of their question, in order of first appearance."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(key(one.question), []).append(one)
    return groups
