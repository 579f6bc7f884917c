"""The figures of two sides that a question holds against each other: the aim and the result."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.figure_groups import FigureGroup, fits_aspect, grouped
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.matching.from_to import with_ends
from assistant.matching.funds import asks_money
from assistant.matching.ranks import CLOSE, of_gaps
from assistant.matching.wanted import Wanted
from assistant.questions import asking, phrases
from assistant.questions.period import period_of
from assistant.questions.places import own_whole
from assistant.questions.question import Aspect, Question
from corpus.models import Kind, Measure
from corpus.units import split_unit

_NEAR_BEST = 0.15
_TAIL = 6  # signs of a name that tell of what it is without those before them
_SECOND = 0.45  # what the other side of a comparison must reach, where it is of the same thing


def figures_compared(
    scored: list[tuple[float, FigureEntry]],
    question: Question,
    knowledge: Knowledge,
    enough: float,
    wanted: tuple[Wanted, ...],
) -> tuple[FigureGroup, ...]:
    """The best of what was achieved and the best of what is aimed at, to be compared.

    One side must be sure; the other, of the same unit, may be named less fully: 房屋征收 and
    房屋征收攻坚战, “152”项目 and 新引进“152”项目.
    """
    scored = _to_compare(scored, question, knowledge)
    gaps = of_gaps([row for row in scored if row[1].figure.measure is Measure.CHANGE], question)
    beyond = set(question.wider) - {own_whole(knowledge)} and not question.target
    if beyond and any(score >= enough for score, _ in gaps):
        # 涨幅跟全市平均比怎么样: 均高于全市平均水平0.5个百分点
        scored, question = gaps, replace(question, aspect=Aspect.GAP)
    sure = [row for row in scored if row[0] >= enough]
    if not sure:
        return ()
    first = max(sure, key=lambda row: row[0])[1]
    if question.aspect is Aspect.GROWTH and _levels_only(sure, question):
        question = replace(question, aspect=None)
    found = _both_sides(scored, first, question, enough, wanted)
    sides = {_is_done(row[1]) for row in found}
    fits = question.aspect and any(fits_aspect(e.figure, question.aspect) for _, e in found)
    named_so = any(word.topic.is_indicator for word in wanted)
    if question.aspect and not fits and not named_so and len(sides) < 2:
        return ()  # growth of what is not named: no count of something instead
    apart = len(question.years) + len(question.relative) > 1 and question.target
    if len(sides) < 2 and apart and phrases.GAP.search(question.frame):
        return ()  # by how many does the 2022 target exceed what came in 2021: of neither alone
    found = _of_one_name(found)
    short = _short_of_aim(sure, question)
    if short:
        found = _of_distance(found, short)
    rows = with_ends(_comparable(found, question, knowledge), question, knowledge)
    rows = [row for row in rows if row not in short]
    gap = replace(question, aspect=Aspect.GAP)  # how far off alone, not the level over again
    return (*grouped(rows, question, knowledge), *grouped(short, gap, knowledge))


def _levels_only(rows: list[tuple[float, FigureEntry]], question: Question) -> bool:
    """Whether a side of two years is told as a level alone, so that levels are to be compared.

    Will more visitors come than this year: 370万人次 is aimed at, 318万人次 came, 24% more.
    """
    if len(question.years) + len(question.relative) < 2:
        return False
    sides = [
        [one.figure.measure for _, one in rows if _is_done(one) == done] for done in (True, False)
    ]
    return all(Measure.LEVEL in side for side in sides) and not all(
        Measure.GROWTH in side for side in sides
    )


# Is this year's target higher than the target for 2024, 今年的目标比去年的目标高吗
_TWO_AIMS = re.compile(
    r"\b(?:targets?|goals?)\b.*\b(?:targets?|goals?)\b|目标.*(?:目标|定的)", re.IGNORECASE
)


def _to_compare(
    scored: list[tuple[float, FigureEntry]], question: Question, knowledge: Knowledge
) -> list[tuple[float, FigureEntry]]:
    """The figures of the times, and of what was reached or aimed at, that are to be compared."""
    if asking.SAID_AND_DONE.search(question.text):
        # promised and done within one year: not what is promised for the next
        years = _both([row for row in scored if row[0] >= _SECOND])
        scored = [
            row for row in scored if ({row[1].figure.year} == years if years else _is_done(row[1]))
        ]
    beyond = set(question.wider) - {own_whole(knowledge)}  # "does the county have more"
    if beyond and not question.target:  # 跟全市比谁快 is of what was reached
        scored = [row for row in scored if _is_done(row[1])]
    if _with_past(question, knowledge):
        scored = [row for row in scored if _is_done(row[1])] or scored
    asked = period_of(question, knowledge.report).years  # "this year's", beside that of 2021
    that_year = asks_if_met(question) or asking.SET_THAT_YEAR.search(question.text)
    if that_year and asked:  # of no other year's aim
        scored = [row for row in scored if row[1].figure.year in asked]
    if len(asked) > 1 and _TWO_AIMS.search(question.text):
        aims = [row for row in scored if row[0] >= _SECOND and not _is_done(row[1])]
        if asked <= {row[1].figure.year for row in aims}:
            return [row for row in aims if row[1].figure.year in asked]
    if question.years and not question.target:  # 2023 beside 2022: no aim of a year to come
        scored = [row for row in scored if _is_done(row[1]) or _until(row[1], max(asked))]
    return scored


def _both_sides(
    scored: list[tuple[float, FigureEntry]],
    first: FigureEntry,
    question: Question,
    enough: float,
    wanted: tuple[Wanted, ...],
) -> list[tuple[float, FigureEntry]]:
    """The best of what was reached and of what is aimed at, of the same thing as the first."""
    unit = _unit(first)
    named = [word for word in wanted if word.stands_in(first.name)]
    money = asks_money(question)  # 筹集资金(87.7亿元)投入民生实事 is named by what it is for
    sides: list[list[tuple[float, FigureEntry]]] = []
    for aimed in (False, True):
        rows = [
            row
            for row in scored
            if (row[1].figure.kind is Kind.TARGET) == aimed
            and row[1].figure.measure is not Measure.RANK
            and (
                not named
                or any(word.stands_in(row[1].name) for word in named)
                or (money and row[0] >= enough)
            )
            and (row[0] >= enough or _unit(row[1]) == unit)
        ]
        rows = _of_measure(rows, question)
        best = max((score for score, _ in rows), default=0.0)
        near = [row for row in rows if row[0] >= max(_SECOND, best - CLOSE)]
        # 农村公路安全生命防护工程, 安全生命防护工程: the same, unlike 农村公路养护工程
        same = [row for row in rows if _is_tail(row[1].name, first.name)]
        near = same if same and not any(one.name == first.name for _, one in near) else near
        sides.append(near or [row for row in rows if first.name in row[1].name])
    # 规模以上工业增加值 has an aim and a result, 工业增加值 of which it is a part but a result
    whole = _of_one_name([*sides[0], *sides[1]])
    if len(whole) < len(sides[0]) + len(sides[1]):
        return whole
    return [row for side in sides for row in _widest(side)]


def _is_tail(one: str, other: str) -> bool:
    """Whether one of two names ends with the other, and that says what it is."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _TAIL and long.endswith(short)


def _with_past(question: Question, knowledge: Knowledge) -> bool:
    """跟2020年比,从多少家到了多少家: what was reached since then, and nothing that is aimed at."""
    planned = knowledge.report.year
    return (
        not question.target
        and not question.relative
        and bool(question.years)
        and planned is not None
        and max(question.years) < planned
    )


# 高于年初预期目标(1.3个百分点); but of the nation: 高于预期目标，增速比全国快(0.8个百分点)
_FROM_AIM = re.compile("(?:目标|预期|计划)(?!.*(?:全[国省市县]|平均))")


def _short_of_aim(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """低于预期目标(7.4个百分点): the distance from an aim, where it is asked for and given.

    It tells as well whether the aim was met.
    """
    # is this year's target above what last year achieved: of two years, and no distance of one
    met = asks_if_met(question) and len(question.years) + len(question.relative) < 2
    if not phrases.SHORTFALL.search(question.frame) and not met:
        return []
    return [
        (score, entry)
        for score, entry in rows
        if entry.figure.measure is Measure.CHANGE and _FROM_AIM.search(entry.before)
    ]


def _of_distance(
    rows: list[tuple[float, FigureEntry]], short: list[tuple[float, FigureEntry]]
) -> list[tuple[float, FigureEntry]]:
    """Of two sides those that a distance between them is told of: its indicator, of its year."""
    told = {(one.name, one.figure.year) for _, one in short}
    units = {"%", *(_unit(one)[:1] for _, one in short)}  # 265万套（间）, 超过年初计划25万套
    return [
        row
        for row in rows
        if (row[1].name, row[1].figure.year) in told and _unit(row[1])[:1] in units
    ]


def _of_one_name(rows: list[tuple[float, FigureEntry]]) -> list[tuple[float, FigureEntry]]:
    """Where one name among the best has both sides, only its: what was promised beside what came.

    Not 公厕166座 beside 农村“厕所革命”, of which a table gives the aim and the result.
    """
    best = max((score for score, _ in rows), default=0.0)
    sides: dict[str, set[bool]] = {}
    for score, entry in rows:
        if score >= best - _NEAR_BEST:
            sides.setdefault(entry.name, set()).add(_is_done(entry))
    whole = {name for name, kinds in sides.items() if len(kinds) > 1}
    return [row for row in rows if row[1].name in whole] if whole else rows


def _of_measure(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Growth or a share where it is asked for, and no points of a change where a side has more.

    6.1%, not that it is 0.4个百分点 faster.
    """
    if question.aspect is Aspect.GAP:
        return rows
    own = [row for row in rows if row[1].figure.measure is not Measure.CHANGE]
    if question.aspect in (Aspect.GROWTH, Aspect.SHARE):  # 上线率53.6%, not 上线1874人
        fit = [row for row in own if fits_aspect(row[1].figure, question.aspect)]
        own = fit if any(score >= _SECOND for score, _ in fit) else own
    return own if any(score >= _SECOND for score, _ in own) else rows


def _widest(rows: list[tuple[float, FigureEntry]]) -> list[tuple[float, FigureEntry]]:
    """Without the narrower of what one name is of: (省)重大重点项目, 重大重点项目(总投资)."""
    best = max(rows, key=lambda row: row[0], default=(0.0, None))[1]
    if best is None:
        return []
    return [row for row in rows if row[1].name == best.name or best.name not in row[1].name]


def _comparable(
    rows: list[tuple[float, FigureEntry]], question: Question, knowledge: Knowledge
) -> list[tuple[float, FigureEntry]]:
    """What both sides of a comparison tell in one unit, where they do; else all.

    Where the one year that is asked about has both sides, no other year's are told; nor is
    another year's target told to who asks whether that of the year was met.
    """
    met = asks_if_met(question)
    rows = _latest_aims(rows, question)
    years = set(period_of(question, knowledge.report).years) or _both(rows)
    if met and not years:
        years = {max((row[1].figure.year or 0 for row in rows if _is_done(row[1])), default=0)}
    named = [row for row in rows if {row[1].figure.year} == years]
    if named and (met or {row[1].figure.year for row in named} == _both(named)):
        rows = named
    kept = rows
    if question.aspect is not None:
        kept = [row for row in rows if fits_aspect(row[1].figure, question.aspect)]
        if len({row[1].figure.kind is Kind.TARGET for row in kept}) < 2:
            return rows
    sides = [
        {_unit(row[1]) for row in kept if (row[1].figure.kind is Kind.TARGET) == aimed}
        for aimed in (False, True)
    ]
    shared = sides[0] & sides[1]
    return [row for row in kept if _unit(row[1]) in shared] if shared else kept


def _latest_aims(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Of the aims of several years the last, where two years are held against each other.

    Is this year's goal higher than what came in 2019: not what was aimed at for 2019, too.
    """
    aims = {entry.figure.year or 0 for _, entry in rows if not _is_done(entry)}
    if len(question.years) + len(question.relative) < 2 or len(aims) < 2:
        return rows
    if not any(_is_done(row[1]) for row in rows):
        return rows  # the aims themselves are held against each other
    return [row for row in rows if _is_done(row[1]) or (row[1].figure.year or 0) == max(aims)]


def asks_if_met(question: Question) -> bool:
    """Whether it is asked if a target was met."""
    aim = phrases.AIM.search(question.text) or asking.YEARS_PLAN.search(question.text)
    missed = asking.AIM_MISSED.search(question.text) is not None
    met = asking.is_met(question.text) or asking.is_beaten(question.text)
    return aim is not None and (met or missed)


def aim_not_given(question: Question, groups: tuple[FigureGroup, ...]) -> int | None:
    """The year of the results told to who asks whether its target was met, if no target is.

    None for any other question. Groups are those found for it.
    """
    figures = [figure for group in groups for figure in group.figures]
    years = {figure.year for figure in figures}
    told = any(one.kind is Kind.TARGET or one.measure is Measure.CHANGE for one in figures)
    if not asks_if_met(question) or told:  # 增速超出年初目标0.3个百分点 tells it too
        return None
    return years.pop() if len(years) == 1 else None


def _until(entry: FigureEntry, year: int) -> bool:
    return (entry.figure.year or year) <= year


def _is_done(entry: FigureEntry) -> bool:
    return entry.figure.kind is not Kind.TARGET


def _both(rows: list[tuple[float, FigureEntry]]) -> set[int]:
    """The last year that was both aimed at and achieved, if any."""
    aimed = {row[1].figure.year for row in rows if row[1].figure.kind is Kind.TARGET}
    done = {row[1].figure.year for row in rows if row[1].figure.kind is not Kind.TARGET}
    return {max(year for year in aimed & done if year)} if aimed & done - {None} else set()


def _unit(entry: FigureEntry) -> str:
    return split_unit(entry.figure.unit)[1]
