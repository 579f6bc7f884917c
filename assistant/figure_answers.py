"""Finds the figures that answer a question."""

from __future__ import annotations

from dataclasses import dataclass

from assistant import phrases
from assistant.knowledge import FigureEntry, Knowledge
from assistant.matching import Wanted, figure_score, wanted_words
from assistant.period import Period, period_of
from assistant.places import foreign_places
from assistant.question import Aspect, Form, Question
from corpus.models import Figure, Kind, Measure, Qualifier

_ENOUGH = 0.62  # the score that a figure must reach to be an answer; set on the dev questions
_ENOUGH_NAMED = 0.55  # the same where the question names an indicator, which must be the figure's
_CLOSE = 0.06  # figures so near to the best are told too, told apart
_CLOSE_RANKS = 0.15  # the same county stands in many lists, each with a name of its own
_MOST = 5  # groups that one answer tells

_DURATIONS = ("年", "个月", "个季度")  # 连续12年 counts years, and answers only who asks how long

_MEASURES = {
    Aspect.GROWTH: (Measure.GROWTH, Measure.CHANGE),
    Aspect.LEVEL: (Measure.LEVEL,),
    Aspect.SHARE: (Measure.SHARE,),
    Aspect.RANK: (Measure.RANK,),
}


@dataclass(frozen=True)
class FigureGroup:
    """Figures of one indicator, scope, year and kind: its level with its growth."""

    figures: tuple[Figure, ...]  # the one asked for first
    score: float


def find_figures(question: Question, knowledge: Knowledge) -> tuple[FigureGroup, ...]:
    """The figures of a report that answer a question, best group first; empty where none does."""
    wanted = wanted_words(question, knowledge)
    if not wanted:
        return ()
    period = period_of(question, knowledge.report)
    if period.years and not period.years & knowledge.years:
        return ()
    asks_duration = phrases.DURATION.search(question.frame) is not None
    foreign = foreign_places(question, knowledge)
    pool = [
        entry
        for entry in knowledge.figures
        if not foreign
        and _in_scope(entry, question, knowledge)
        and _in_period(entry, period, question)
        and (asks_duration or entry.figure.unit not in _DURATIONS)
    ]
    asks_new = phrases.NEW.search(question.frame) is not None
    scored = [
        (figure_score(entry, wanted) - _unlike(entry, asks_new), entry) for entry in pool
    ]
    named = any(word.topic.is_indicator for word in wanted)
    enough = _ENOUGH_NAMED if named else _ENOUGH
    scored = [(score, entry) for score, entry in scored if score >= enough]
    scored = _in_money(_of_aspect(scored, question, wanted), question)
    if not scored:
        return ()
    best = max(score for score, _ in scored)
    close = _CLOSE_RANKS if question.aspect is Aspect.RANK else _CLOSE
    near = [(score, entry) for score, entry in scored if score >= best - close]
    return _grouped(near, question, knowledge)


def _unlike(entry: FigureEntry, asks_new: bool) -> float:
    """What is lost where one of question and figure is of what is new, the other of all."""
    is_new = phrases.NEW.search(entry.name) is not None
    return 0.0 if is_new == asks_new else 0.1 if asks_new else 0.04


def _in_scope(entry: FigureEntry, question: Question, knowledge: Knowledge) -> bool:
    """A figure of a wider place answers only who asks for that place."""
    scope = entry.figure.scope
    own = "全" + knowledge.report.place[-1:]
    asked = [name for name in question.wider if name != own]
    compared = question.aspect in (Aspect.SHARE, Aspect.RANK) or phrases.SHARE.search(question.frame)
    if asked and not compared:
        return scope in asked or any(name in entry.figure.indicator for name in asked)
    return scope is None or not scope.startswith("全") or scope == own


def _in_period(entry: FigureEntry, period: Period, question: Question) -> bool:
    if question.form is Form.COMPARISON:
        return True
    return period.holds(entry.figure)


def _of_aspect(
    scored: list[tuple[float, FigureEntry]], question: Question, wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """Only the measure that is asked for; where growth is not given, the level may be told."""
    if question.aspect is None:
        plain = [row for row in scored if row[1].figure.measure is not Measure.RANK]
        return plain or scored
    fitting = [row for row in scored if _fits(row[1].figure, question.aspect)]
    if fitting or question.aspect is not Aspect.GROWTH:
        return fitting
    indicator = any(word.topic.is_indicator for word in wanted)
    return [row for row in scored if indicator and row[1].figure.measure is Measure.LEVEL]


def _fits(figure: Figure, aspect: Aspect) -> bool:
    percentage = figure.unit in ("%", "‰") and figure.measure is Measure.LEVEL
    return figure.measure in _MEASURES[aspect] or (aspect is Aspect.SHARE and percentage)


def _in_money(
    scored: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Who asks what something is worth is told money, and of growth only beside it."""
    if not phrases.MONEY.search(question.frame):
        return scored
    money = [row for row in scored if row[1].figure.unit.endswith("元")]
    return money if money or question.aspect is Aspect.LEVEL else scored


def _grouped(
    near: list[tuple[float, FigureEntry]], question: Question, knowledge: Knowledge
) -> tuple[FigureGroup, ...]:
    """Groups in order of score; those of the kind asked for, and level before growth."""
    groups: dict[tuple[str, str | None, int | None, bool, int], list[tuple[float, Figure]]] = {}
    for score, entry in near:
        figure = entry.figure
        key = _key(figure)
        groups.setdefault(key, []).append((score, figure))
    found = [
        FigureGroup(
            tuple(figure for _, figure in sorted(rows, key=lambda row: _order(row[1], question))),
            max(score for score, _ in rows),
        )
        for rows in groups.values()
    ]
    found = [_with_growth(group, question, knowledge) for group in found]
    found.sort(key=lambda group: (-round(group.score, 3), group.figures[0].start))
    return tuple(found[:_MOST])


def _key(figure: Figure) -> tuple[str, str | None, int | None, bool, int]:
    """One subject said of in one place: figures of it belong together."""
    target = figure.kind is Kind.TARGET
    return (figure.indicator, figure.scope, figure.year, target, figure.clause_start)


def _order(figure: Figure, question: Question) -> tuple[int, bool, int]:
    preferred = _MEASURES.get(question.aspect, ()) if question.aspect else ()
    rank = [Measure.LEVEL, Measure.GROWTH, Measure.CHANGE, Measure.SHARE, Measure.RANK]
    inexact = figure.measure is Measure.RANK and figure.qualifier is not Qualifier.EXACT
    order = 0 if figure.measure in preferred else 1 + rank.index(figure.measure)
    return (order, inexact, figure.start)


def _with_growth(group: FigureGroup, question: Question, knowledge: Knowledge) -> FigureGroup:
    """Adds the growth of a level, where the report gives it and nothing else was asked for."""
    first = group.figures[0]
    if question.aspect not in (None, Aspect.LEVEL) or first.measure is not Measure.LEVEL:
        return group
    if len(group.figures) > 1:
        return group
    added = [Measure.GROWTH]
    if phrases.SHARE.search(question.frame):
        added.append(Measure.SHARE)
    also = [
        entry.figure
        for entry in knowledge.figures
        if entry.figure.measure in added and _key(entry.figure) == _key(first)
    ]
    return FigureGroup((*group.figures, *also), group.score)
