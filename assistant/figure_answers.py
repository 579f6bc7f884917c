"""Finds the figures that answer a question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant import phrases
from assistant.asked_unit import AskedUnit, told_in
from assistant.knowledge import FigureEntry, Knowledge, folded_name
from assistant.matching import CLAUSE, NAME, Wanted, coverage, figure_score, wanted_words
from assistant.period import Period, period_of
from assistant.places import foreign_places, located, own_names, split_known
from assistant.question import Aspect, Form, Question
from assistant.ranks import CLOSE, CLOSE_RANKS, of_gaps, of_ranks
from corpus.models import Figure, Kind, Measure, Qualifier
from corpus.sentences import Span
from corpus.units import split_unit
from index.retriever import Hit

_ENOUGH = 0.6  # the score that a figure must reach to be an answer; set on the dev questions
_ENOUGH_NAMED = 0.55  # the same where the question names an indicator, which must be the figure's
_ENOUGH_PLAIN = 0.5  # and where that name is of one indicator only
_SURE = 0.8  # from this score on, the search has nothing to add
_BONUS = (0.12, 0.09, 0.06, 0.03)  # for figures of the passages that the search ranks first
_NEAR = 0.3  # for a figure in the sentence that answers the part of the question before
_SECOND = 0.45  # what the other side of a comparison must reach, where it is of the same thing
_SLIGHT = 0.2  # what a figure of a passage that answers must reach to be the answer itself
_STANDS_OUT = 0.1  # and by how much it must be ahead of the passage's others
_ENOUGH_ALONE = 0.45  # for figures that are ahead of all others by so much:
_AHEAD = 0.15
_SOLID = 0.2  # the weight of a word which they must have in their name
_OTHER_SPAN = 0.1
_MOST = 5  # groups that one answer tells

_DURATIONS = (
    "年",
    "个月",
    "个季度",
    "小时",
    "个小时",
    "天",
    "工作日",
    "个工作日",
    "分钟",
)  # 连续12年 counts years, and answers only who asks how long

# 高新区去年工业总产值: no other zone's
_ZONE = re.compile("高新区|经开区|开发区|综保区|保税区|工业园|新区|街道")

_Key = tuple[str, str | None, int | None, bool, str]

_MEASURES = {
    Aspect.GROWTH: (Measure.GROWTH, Measure.CHANGE),
    Aspect.LEVEL: (Measure.LEVEL,),
    Aspect.SHARE: (Measure.SHARE,),
    Aspect.RANK: (Measure.RANK,),
    Aspect.GAP: (Measure.CHANGE,),
}


@dataclass(frozen=True)
class FigureGroup:
    """Figures of one indicator, scope, year and kind: its level with its growth."""

    figures: tuple[Figure, ...]  # the one asked for first
    score: float


def find_figures(
    question: Question,
    knowledge: Knowledge,
    search: Callable[[], list[Hit]],
    near: tuple[Span, ...] = (),
) -> tuple[FigureGroup, ...]:
    """The figures of a report that answer a question, best group first; empty where none does.

    Args:
        search: finds passages for the question; called only where words alone don't decide.
        near: spans cited for the part of the question before this one: what the same sentence
            says is likelier meant.
    """
    question = located(question, knowledge)
    wanted = wanted_words(question, knowledge)
    if not wanted:
        return ()
    period = period_of(question, knowledge.report)
    if period.years and not period.years & knowledge.years:
        return ()
    asks_duration = phrases.DURATION.search(question.frame) is not None
    unit = None if question.unit is AskedUnit.TIME else question.unit
    foreign = foreign_places(question, knowledge)
    pool = [
        entry
        for entry in knowledge.figures
        if not foreign
        and _in_scope(entry, question, knowledge)
        and _in_period(entry, period, question)
        and (asks_duration or entry.figure.unit not in _DURATIONS)
        and (unit is None or told_in(entry.figure, unit))
        and _of_part_of_year(entry, question)
    ]
    asks_new = phrases.NEW.search(question.frame) is not None
    shared = question.aspect is Aspect.SHARE
    scored = [
        (
            figure_score(entry, wanted, shared)
            - _unlike(entry, asks_new)
            - _of_other_span(entry, question, knowledge)
            + (_NEAR if _beside(entry, near, knowledge) else 0.0),
            entry,
        )
        for entry in pool
    ]
    named = any(word.topic.is_indicator for word in wanted)
    enough = _ENOUGH_NAMED if named else _ENOUGH
    plain = named and all(len(w.topic.terms) == 1 for w in wanted if w.topic.is_indicator)
    if plain:
        enough = _ENOUGH_PLAIN
    if scored and max(score for score, _ in scored) < _SURE:
        scored = _with_search(scored, search())
    short = _short_of_aim(scored, question, enough)
    if short:
        return _grouped(short, question, knowledge)
    if question.form is Form.COMPARISON:
        return _compared(scored, question, knowledge, enough)
    scored = _only_beside(scored, near, knowledge, question) or scored
    sure = [(score, entry) for score, entry in scored if score >= enough]
    scored = sure or _standing_out(scored, question, wanted)
    scored = _done_first(scored, period)
    scored = _in_money(_of_aspect(scored, question, wanted), question)
    if not scored:
        return ()
    best = max(score for score, _ in scored)
    close = CLOSE_RANKS if question.aspect is Aspect.RANK else CLOSE
    rows = [(score, entry) for score, entry in scored if score >= best - close]
    return _grouped(rows, question, knowledge)


def figures_within(question: Question, knowledge: Knowledge, span: Span) -> tuple[FigureGroup, ...]:
    """The figure of a span that a question for a figure means; empty where none stands out."""
    wanted = wanted_words(question, knowledge)
    period = period_of(question, knowledge.report)
    rows = [
        (coverage(wanted, ((entry.name, NAME), (entry.clause, CLAUSE))), entry)
        for entry in knowledge.figures
        if span[0] <= entry.figure.start < span[1]
        and _in_period(entry, period, question)
        and (question.unit is None or told_in(entry.figure, question.unit))
    ]
    rows = _of_aspect(rows, question, wanted)
    groups = _grouped(rows, question, knowledge)
    if len(rows) == 1:
        return groups
    if not groups or (len(groups) > 1 and groups[0].score < groups[1].score + _STANDS_OUT):
        return ()
    return groups[:1] if groups[0].score >= _SLIGHT else ()


def _beside(entry: FigureEntry, near: tuple[Span, ...], knowledge: Knowledge) -> bool:
    """Whether a figure stands in the sentence of one of the spans."""
    text = knowledge.report.text
    for start, end in near:
        first, last = sorted((entry.figure.start, start if entry.figure.start < start else end))
        if not re.search("[。!！?？;；\n]", text[first:last]):
            return True
    return False


def _only_beside(
    scored: list[tuple[float, FigureEntry]],
    near: tuple[Span, ...],
    knowledge: Knowledge,
    question: Question,
) -> list[tuple[float, FigureEntry]]:
    """曝光问题52个,(整改率达100%): the one figure beside in the unit that is asked for."""
    if question.unit is None:
        return []
    beside = [
        entry
        for _, entry in scored
        if _beside(entry, near, knowledge)
        and not any(start <= entry.figure.start < end for start, end in near)
    ]
    return [(1.0, beside[0])] if len(beside) == 1 else []


def _with_search(
    scored: list[tuple[float, FigureEntry]], hits: list[Hit]
) -> list[tuple[float, FigureEntry]]:
    """Scores with what the search says for a figure: its passage stands high for the question."""
    bonus = {
        (hit.passage.start, hit.passage.end): value
        for hit, value in zip(hits, _BONUS, strict=False)
    }
    return [
        (
            score
            + max(
                (
                    value
                    for (start, end), value in bonus.items()
                    if score > 0 and start <= entry.figure.start < end
                ),
                default=0.0,
            ),
            entry,
        )
        for score, entry in scored
    ]


def _unlike(entry: FigureEntry, asks_new: bool) -> float:
    """What is lost where one of question and figure is of what is new, the other of all."""
    is_new = phrases.NEW.search(entry.name) is not None
    return 0.0 if is_new == asks_new else 0.2 if asks_new else 0.04


def _of_part_of_year(entry: FigureEntry, question: Question) -> bool:
    """A figure of the whole year answers nobody who asks for a quarter."""
    return all(
        told.search(entry.clause) is not None
        for asked, told in phrases.PARTS_OF_YEAR
        if asked.search(question.text)
    )


def _of_other_span(entry: FigureEntry, question: Question, knowledge: Knowledge) -> float:
    """What is lost where one of question and figure is of several years, the other of one."""
    before = entry.clause.split(folded_name(entry.figure.text))[0]
    dateless = entry.figure.year is None and knowledge.report.year is not None
    spans = dateless or re.search("累计|年均", before) is not None
    if spans == question.spans_years:
        return 0.0
    return _OTHER_SPAN


def _short_of_aim(
    scored: list[tuple[float, FigureEntry]], question: Question, enough: float
) -> list[tuple[float, FigureEntry]]:
    """低于预期目标(7.4个百分点): the distance from an aim, where it is asked for and given."""
    if not phrases.SHORTFALL.search(question.frame):
        return []
    return [
        (score, entry)
        for score, entry in scored
        if score >= enough
        and entry.figure.measure is Measure.CHANGE
        and re.search("目标|预期|计划", entry.clause.split(folded_name(entry.figure.text))[0])
    ]


def _compared(
    scored: list[tuple[float, FigureEntry]],
    question: Question,
    knowledge: Knowledge,
    enough: float,
) -> tuple[FigureGroup, ...]:
    """The best of what was achieved and the best of what is aimed at, to be compared.

    One side must be sure; the other, of the same unit, may be named less fully: 房屋征收 and
    房屋征收攻坚战.
    """
    sure = [row for row in scored if row[0] >= enough]
    if not sure:
        return ()
    unit = split_unit(max(sure, key=lambda row: row[0])[1].figure.unit)[1]
    found: list[tuple[float, FigureEntry]] = []
    for aimed in (False, True):
        rows = [
            row
            for row in scored
            if (row[1].figure.kind is Kind.TARGET) == aimed
            and row[1].figure.measure is not Measure.RANK
            and (row[0] >= enough or split_unit(row[1].figure.unit)[1] == unit)
        ]
        best = max((score for score, _ in rows), default=0.0)
        found += [row for row in rows if row[0] >= max(_SECOND, best - CLOSE)]
    return _grouped(found, question, knowledge)


def _in_scope(entry: FigureEntry, question: Question, knowledge: Knowledge) -> bool:
    """A figure of a wider place answers only who asks for that place."""
    scope = entry.figure.scope
    if not all(_of_place(entry, place, knowledge) for place in question.places):
        return False
    if scope and _names_own(question, knowledge):
        return scope == "全" + knowledge.report.place[-1:]
    zone = _ZONE.search(question.text)
    if zone and scope and zone[0] not in scope + entry.clause:
        return False
    own = "全" + knowledge.report.place[-1:]
    asked = [name for name in question.wider if name != own]
    compared = question.aspect in (Aspect.SHARE, Aspect.RANK, Aspect.GAP) or any(
        pattern.search(question.frame) for pattern in (phrases.SHARE, phrases.AGAINST_WIDER)
    )
    if asked and not compared:
        return scope in asked or any(name in entry.figure.indicator for name in asked)
    return scope is None or not scope.startswith("全") or scope == own


def _names_own(question: Question, knowledge: Knowledge) -> bool:
    """Whether a question says that it is of the report's own place: 咱们市, 全县, the county's."""
    own = own_names(knowledge)
    kind = knowledge.report.place[-1:]
    told = re.search(f"(?:我们?|咱们?|本|全){kind}", question.text) if kind else None
    return told is not None or any(
        split_known(place, knowledge)[0] in own for place in question.places
    )


def _of_place(entry: FigureEntry, place: str, knowledge: Knowledge) -> bool:
    """Whether a figure is said of a place within the report's own, which the question names."""
    stem, _ = split_known(place, knowledge)
    if not stem or stem in own_names(knowledge):
        return True
    told = (entry.figure.scope or "") + entry.clause
    named = knowledge.places.get(stem, stem)
    return stem in told or re.sub("(?:经开区|高新区|[省市县区州镇乡])$", "", named) in told


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
        counted = phrases.HOW_MANY.search(question.frame) is not None
        return plain if plain or counted else scored
    fitting = [row for row in scored if fits_aspect(row[1].figure, question.aspect)]
    if question.aspect is Aspect.RANK:
        return of_ranks(fitting, question)
    if question.aspect is Aspect.GAP:
        return of_gaps(fitting, question)
    if fitting or question.aspect is not Aspect.GROWTH:
        return fitting
    indicator = any(word.topic.is_indicator for word in wanted)
    return [row for row in scored if indicator and row[1].figure.measure is Measure.LEVEL]


def fits_aspect(figure: Figure, aspect: Aspect) -> bool:
    """Whether a figure is of the measure that is asked for."""
    percentage = figure.unit in ("%", "‰") and figure.measure is Measure.LEVEL
    return figure.measure in _MEASURES[aspect] or (aspect is Aspect.SHARE and percentage)


def _standing_out(
    scored: list[tuple[float, FigureEntry]], question: Question, wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """The figures of one subject that fit much better than all others, if not well."""
    fitting = sorted(_of_aspect(scored, question, wanted), key=lambda row: -row[0])
    if not fitting or fitting[0][0] < _ENOUGH_ALONE:
        return []
    best, first = fitting[0]
    if not any(w.weight >= _SOLID and _stands_in(first.name, w) for w in wanted):
        return []
    own = [row for row in fitting if row[1].name == first.name and row[0] >= best - CLOSE]
    others = [score for score, entry in fitting if entry.name != first.name]
    return own if not others or best - others[0] >= _AHEAD else []


def _stands_in(text: str, word: Wanted) -> bool:
    return any(one in text for one in word.alternatives)


def _done_first(
    scored: list[tuple[float, FigureEntry]], period: Period
) -> list[tuple[float, FigureEntry]]:
    """What was achieved, where no target is asked for and both fit."""
    if period.kind is not None or len(period.years) > 1 or not scored:
        return scored
    best = max(score for score, _ in scored)
    done = [row for row in scored if row[1].figure.kind is not Kind.TARGET]
    return done if any(score >= best - CLOSE for score, _ in done) else scored


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
    groups: dict[_Key, list[tuple[float, Figure]]] = {}
    for score, entry in near:
        groups.setdefault(_key(entry), []).append((score, entry.figure))
    found = [
        FigureGroup(
            _complete(key, [figure for _, figure in rows], question, knowledge),
            max(score for score, _ in rows),
        )
        for key, rows in groups.items()
    ]
    found.sort(key=lambda group: (-round(group.score, 3), group.figures[0].start))
    return tuple(_told_once(found)[:_MOST])


def _told_once(groups: list[FigureGroup]) -> list[FigureGroup]:
    """Without what a table or another sentence says again: the same of the same."""
    found: dict[tuple[object, ...], FigureGroup] = {}
    for group in groups:
        first = group.figures[0]
        value = first.value if first.value is not None else first.low
        name = re.sub("总值|总额|总产值|全社会", "", folded_name(first.indicator))
        told = (name[-4:], first.scope, first.year, value, first.unit, first.measure)
        found.setdefault(told, group)
    return list(found.values())


def _key(entry: FigureEntry) -> _Key:
    """One subject said of in one sentence: figures of it belong together."""
    figure = entry.figure
    target = figure.kind is Kind.TARGET
    place = f"{figure.start}" if figure.measure is Measure.RANK else entry.sentence
    return (figure.indicator, figure.scope, figure.year, target, place)


def _order(figure: Figure, question: Question) -> tuple[int, bool, int]:
    preferred = _MEASURES.get(question.aspect, ()) if question.aspect else ()
    rank = [Measure.LEVEL, Measure.GROWTH, Measure.CHANGE, Measure.SHARE, Measure.RANK]
    inexact = figure.measure is Measure.RANK and figure.qualifier is not Qualifier.EXACT
    order = 0 if figure.measure in preferred else 1 + rank.index(figure.measure)
    return (order, inexact, figure.start)


def _complete(
    key: _Key, figures: list[Figure], question: Question, knowledge: Knowledge
) -> tuple[Figure, ...]:
    """The one asked for first; a level with its growth, where nothing else was asked for."""
    aspect = question.aspect
    if aspect is None or aspect is Aspect.LEVEL:
        wanted = [Measure.LEVEL, Measure.GROWTH]
        if phrases.SHARE.search(question.frame):
            wanted.append(Measure.SHARE)
        figures = figures + [
            entry.figure
            for entry in knowledge.figures
            if entry.figure.measure in wanted
            and _key(entry) == key
            and entry.figure not in figures
            and entry.figure.unit not in _DURATIONS
        ]
    return tuple(sorted(figures, key=lambda figure: _order(figure, question)))
