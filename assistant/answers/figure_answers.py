"""Finds the figures that answer a question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answers.beside import NOTHING_NEAR, Near, is_beside, only_beside, with_names
from assistant.answers.done_first import done_first
from assistant.answers.extremes import of_extremes
from assistant.answers.figure_comparison import figures_compared
from assistant.answers.figure_groups import (
    DURATIONS,
    FigureGroup,
    done_to,
    exact_first,
    grouped,
    in_money,
    latest,
    of_aspect,
    of_both,
)
from assistant.answers.own_names import named_better, under_own_name
from assistant.answers.standing_out import SOLID, of_fullest_name, standing_out
from assistant.answers.told_near import of_its_matter, where_said
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name, key_of
from assistant.matching.counted import by_itself, counted_first
from assistant.matching.distinctions import distinctions, is_set_apart
from assistant.matching.figure_scope import (
    in_period,
    in_scope,
    of_average,
    of_class,
    of_part_of_year,
    of_ranking,
    of_ratio,
    of_run,
    of_since,
    of_whole_year,
    of_zone,
    zones_named,
)
from assistant.matching.from_to import with_ends
from assistant.matching.funds import by_purpose, of_its_own, of_the_counted, things_beside
from assistant.matching.matching import figure_score, names_unknown
from assistant.matching.measures import of_lack, of_measure, of_price
from assistant.matching.numbered import is_of_another, numbers_of
from assistant.matching.quoted_names import in_quotation_marks
from assistant.matching.ranks import CLOSE, CLOSE_RANKS, of_everything
from assistant.matching.wanted import Wanted, wanted_words
from assistant.questions import asking, phrases, places_asked, times
from assistant.questions.asked_unit import AskedUnit, names_time, told_in, told_in_own
from assistant.questions.harms import harms_told, of_harm
from assistant.questions.period import Period, period_of
from assistant.questions.places import foreign_places, located
from assistant.questions.question import Aspect, Form, Question
from assistant.questions.topics import is_base
from corpus.models import Kind, Measure
from index.retriever import Hit

_ENOUGH = 0.6  # the score that a figure must reach to be an answer; set on the dev questions
_ENOUGH_NAMED = 0.55  # the same where the question names an indicator, which must be the figure's
_ENOUGH_PLAIN = 0.5  # and where that name is of one indicator only
_SURE = 0.8  # from this score on, the search has nothing to add
_BONUS = (0.12, 0.09, 0.06, 0.03)  # for figures of the passages that the search ranks first
_NEAR = 0.3  # for a figure in the sentence that answers the part of the question before
_TELLS = 0.4  # the weight of a word of a quoted name that must be the figure's own
_OTHER_SPAN = 0.1
# 新建农民体育健身路径50条,小型综合体育场(10个): new too, but not 新增企业73家,总数达(412家)
_GOES_ON = re.compile(
    r"(?:新建|新增|新设立?|新开通)[^,，。]{1,16}?\d[\d.]*[^,，]{0,4}[,，、][^,，总共累计达数]*$"
)
_TIME = re.compile("(?:天数|时间|时限|时长|用时|耗时|工期|期限|年限|周期|车程)$")
_OF_WHOLE = re.compile("(?:占比|比重|比例|强度)$")
_MOVES = frozenset({Measure.CHANGE, Measure.GROWTH})
_OF_RATES = re.compile(
    r"(?:目标|预期|指标)[^,，。?？]{0,6}比|[增涨]速|[增涨降]幅|增长率|"
    r"\b(?:targets?|goals?)\b.*\bthan\b|\bthan\b.*\b(?:growth|rate|rise|increase)\b",
    re.IGNORECASE,
)
_STEADY = re.compile("(?:稳定|保持|维持)在$")  # 粮食总产量稳定在(550亿斤): in each of the years


def find_figures(
    question: Question,
    knowledge: Knowledge,
    search: Callable[[], list[Hit]],
    near: Near = NOTHING_NEAR,
) -> tuple[FigureGroup, ...]:
    """The figures of a report that answer a question, best group first; empty where none does.

    Args:
        search: finds passages for the question; called only where words alone don't decide.
        near: where the parts of the question before this one were answered: what the same
            sentence says is likelier meant.
    """
    rise = _rise_told(question, knowledge, search, near)
    rise = rise or _told_against(question, knowledge, search, near)
    found = rise or _found(question, knowledge, search, near)
    own = under_own_name(question, knowledge, found)
    named = _found(*own, lambda: [], near) if own else ()
    return named if named and named_better(named, found) else found


def _told_against(
    question: Question, knowledge: Knowledge, search: Callable[[], list[Hit]], near: Near
) -> tuple[FigureGroup, ...]:
    """What is told as so much of an earlier year's, for who compares: 恢复到2019年的84%、79%."""
    planned = knowledge.report.year
    if question.form is not Form.COMPARISON or len(question.years) != 1 or question.relative:
        return ()
    year = question.years[0]
    if planned is None or year >= planned - 1:
        return ()
    of = re.compile(rf"{year}年(?:同期|末|底)?(?:水平)?的(?:[\d.]+[%倍][、和])*$")
    told = tuple(entry for entry in knowledge.figures if of.search(entry.before))
    asked = replace(question, form=Form.FIGURE, years=(), aspect=None, actual=False)
    return _found(asked, knowledge.narrowed(told), search, near) if told else ()


def _found(
    question: Question, knowledge: Knowledge, search: Callable[[], list[Hit]], near: Near
) -> tuple[FigureGroup, ...]:
    question = located(question, knowledge)
    wanted = wanted_words(question, knowledge)
    faint = all(word.weight <= SOLID for word in wanted)
    if not wanted or (faint and question.unit is None and question.aspect is not Aspect.RANK):
        return ()  # 企业减了多少负: who is asked of, and nothing of what
    period = period_of(question, knowledge.report)
    if period.years and not period.years & knowledge.years:
        return ()
    pool = _candidates(question, knowledge, period, wanted)
    wanted, shared = _with_base(question, wanted, pool)
    wanted = things_beside(wanted, pool, question, shared)
    scored = of_whole_year(_scored(pool, question, knowledge, wanted, shared, near), question)
    scored = by_purpose(_of_whole(scored, wanted, knowledge, question), question, wanted, knowledge)
    named = any(word.topic.is_indicator for word in wanted)
    enough = _ENOUGH_NAMED if named else _ENOUGH
    plain = named and all(len(w.topic.terms) == 1 for w in wanted if w.topic.is_indicator)
    if plain:
        enough = _ENOUGH_PLAIN
    if question.aspect is Aspect.RANK:
        scored = of_everything(scored)  # which list is meant is not for the search to say
    if scored and max(score for score, _ in scored) < _SURE:
        scored = _with_search(scored, search())
    if question.form is Form.COMPARISON:
        return figures_compared(scored, question, knowledge, enough, wanted)
    scored = only_beside(scored, near, knowledge, question) or scored
    kinds = {term.kind for word in wanted for term in word.topic.terms}
    if near and not question.has_period and kinds <= {"general", "body"}:
        # 今年建几所学校,能收多少孩子: no other school's, where nothing more is named
        scored = [row for row in scored if is_beside(row[1], near, knowledge)]
    all_scored = scored
    sure = [(score, entry) for score, entry in scored if score >= enough]
    scored = of_its_matter(sure, wanted) or standing_out(scored, question, wanted)
    scored = counted_first(done_first(scored, period, question), all_scored, question, wanted)
    scored = in_money(of_aspect(scored, question, wanted), question)
    if not scored:
        return ()
    best = max(score for score, _ in scored)
    close = CLOSE_RANKS if question.aspect is Aspect.RANK else CLOSE
    rows = [(score, entry) for score, entry in scored if score >= best - close]
    rows = of_extremes(rows, question, knowledge)
    rows = of_both(done_to(_of_span(rows, question, knowledge), question), question)
    rows = of_fullest_name(where_said(rows, wanted), wanted)
    rows = exact_first(by_itself(rows, wanted), knowledge.report.text)
    groups = grouped(with_ends(latest(rows, question), question, knowledge), question, knowledge)
    return with_names(groups, wanted, knowledge)


def _rise_told(
    question: Question, knowledge: Knowledge, search: Callable[[], list[Hit]], near: Near
) -> tuple[FigureGroup, ...]:
    """How much more than last year, where the report gives that itself: 比上年增加1.1万亿元."""
    over = asking.OVER_LAST.search(question.text)
    if over is None:
        return ()
    base = min((-1, *question.relative)) if len(question.relative) > 1 else -1  # 比前年
    rise = replace(
        question,
        form=Form.FIGURE,
        aspect=Aspect.GROWTH,
        # 比去年多发多少: this year, where no other is named
        relative=tuple(one for one in question.relative if one != base)
        or ((0,) if "去年" in over[0] and not question.has_period else ()),
        years=tuple(one for one in question.years if str(one) not in over[0]),
        topics=tuple(one for one in question.topics if not phrases.EXCEEDS.fullmatch(one.text)),
    )
    # 比去年增产多少吨: what is told of the year looked back on, where none of this year is
    looked_back = replace(rise, relative=question.relative)
    # 今年目标比去年增速低多少: of two rates, by how many points, not what one of them is
    kinds = {Measure.CHANGE} if _OF_RATES.search(question.text) else _MOVES
    for asked in (rise, looked_back) if looked_back != rise else (rise,):
        groups = _found(asked, knowledge, search, near)
        moved = [g for g in groups if g.figures[0].measure in kinds]
        if moved:
            return tuple(moved)
    return ()


def _candidates(
    question: Question, knowledge: Knowledge, period: Period, wanted: tuple[Wanted, ...]
) -> list[FigureEntry]:
    """The figures of the place, time, unit and ranking that are asked for."""
    unknown = names_unknown(wanted) or _quotes_unknown(question, wanted)
    if unknown or foreign_places(question, knowledge):
        return []
    asks_duration = phrases.DURATION.search(question.frame) is not None
    timed = question.unit is not AskedUnit.TIME or names_time(question.frame)
    unit = question.unit if timed else None
    zones = zones_named(question, knowledge)
    apart = distinctions(question, knowledge, wanted)
    numbered = numbers_of(question.text)
    pool = [
        entry
        for entry in knowledge.figures
        if in_period(entry, period, question)
        and not is_of_another(entry.stretch, numbered)
        and in_scope(entry, question, knowledge)
        and of_zone(entry, zones)
        and (asks_duration or entry.figure.unit not in DURATIONS or _is_of_time(entry))
        and (unit is None or told_in(entry.figure, unit))
        and told_in_own(entry.figure, question.text)
        and of_part_of_year(entry, question)
        and of_run(entry, question)
        and of_since(entry, question)
        and of_average(entry, question)
        and of_ratio(entry, question, wanted)
        and of_class(entry, question)
        and of_ranking(entry, question, wanted)
        and not is_set_apart(entry, apart, knowledge.report)
    ]
    pool = of_lack(of_harm(pool, harms_told(question.text)), question.text)
    pool = of_price(pool, question.text)
    return of_measure(of_its_own(of_the_counted(pool, question), wanted), wanted)


def _quotes_unknown(question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a name in quotation marks has a word of which the report tells nothing.

    All loans answer nobody who asks for the "oyster loans".
    """
    return any(
        not word.held
        and word.weight >= _TELLS
        and in_quotation_marks(question.text, word.topic.start)
        for word in wanted
    )


def _scored(
    pool: list[FigureEntry],
    question: Question,
    knowledge: Knowledge,
    wanted: tuple[Wanted, ...],
    shared: bool,
    near: Near,
) -> list[tuple[float, FigureEntry]]:
    """The figures with how well each fits the question, by its words and what it is of."""
    in_all = phrases.IN_ALL.search(question.frame) is not None
    compared = question.form is Form.COMPARISON  # what is to be built new and what was built
    asks_new = phrases.NEW.search(question.frame) is not None and not (in_all or compared)
    asks_all = in_all or phrases.OF_TOTAL.search(question.frame) is not None
    return [
        (
            figure_score(entry, wanted, shared)
            - _unlike(entry, asks_new, asks_all)
            - _of_other_span(entry, question, knowledge)
            + (_NEAR if is_beside(entry, near, knowledge) else 0.0),
            entry,
        )
        for entry in pool
    ]


def _with_base(
    question: Question, wanted: tuple[Wanted, ...], pool: list[FigureEntry]
) -> tuple[tuple[Wanted, ...], bool]:
    """What is asked for, and whether as a share of something: "R&D spending beat 3% of GDP".

    Where no figure is of both, what the percentage is of is no subject of its own.
    """
    share = question.aspect is Aspect.SHARE or (
        question.aspect in (None, Aspect.GROWTH)
        and phrases.SHARE.search(question.frame) is not None
    )
    rest = tuple(word for word in wanted if not is_base(word.topic, question.text))
    if share or len(rest) == len(wanted) or not any(word.topic.is_indicator for word in rest):
        return wanted, share
    if any(_OF_WHOLE.search(term.zh) for word in rest for term in word.topic.terms):
        return rest, True  # the share of taxes in budget revenue, which has a name of its own
    both = any(figure_score(entry, wanted, True) >= _ENOUGH_PLAIN for entry in pool)
    return (wanted, True) if both else (rest, False)


def _is_of_time(entry: FigureEntry) -> bool:
    """Whether an indicator is a time itself: 空气质量优良天数."""
    return _TIME.search(entry.name) is not None


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


def _unlike(entry: FigureEntry, asks_new: bool, asks_all: bool) -> float:
    """What is lost where one of question and figure is of what is new, the other of all."""
    is_new = phrases.NEW.search(entry.name) is not None
    if (
        asks_new
        and not is_new
        and _GOES_ON.search(entry.stretch.split(folded_name(entry.figure.text))[0])
    ):
        return 0.06
    return 0.0 if is_new == asks_new else 0.2 if asks_new or asks_all else 0.06


def _of_other_span(entry: FigureEntry, question: Question, knowledge: Knowledge) -> float:
    """What is lost where one of question and figure is of several years, the other of one."""
    before = entry.before
    dateless = entry.figure.year is None and knowledge.report.year is not None
    if question.spans_years and re.search("[由从][^,，。;；]*[增提升扩跃降减压]", entry.clause):
        return 0.0  # 由35家增加到68家 tells of both ends
    undated = not question.has_period or question.form is Form.COMPARISON
    steady = undated and _STEADY.search(before) is not None
    told = f"累计|{asking.AVERAGE_YEAR}|^[两三四五]年(?![级制])"  # 三年改造老旧小区(120个以上)
    spans = dateless or re.search(told, before) is not None
    return 0.0 if (dateless and steady) or spans == question.spans_years else _OTHER_SPAN


def _of_span(
    rows: list[tuple[float, FigureEntry]], question: Question, knowledge: Knowledge
) -> list[tuple[float, FigureEntry]]:
    """Of several years together, where the report tells of them: 五年民生支出, not the last's."""
    if not question.spans_years or question.has_period or question.form is Form.COMPARISON:
        return rows
    own = [row for row in rows if not _of_other_span(row[1], question, knowledge)]
    if any(row[1].figure.year is None for row in own):
        return own
    # what came new in one of the years is not what came in all of them
    several = times.YEARS_TOGETHER.search(question.text)
    return [row for row in rows if not (several and phrases.NEW.search(row[1].name))]


def _of_whole(
    scored: list[tuple[float, FigureEntry]],
    wanted: tuple[Wanted, ...],
    knowledge: Knowledge,
    question: Question,
) -> list[tuple[float, FigureEntry]]:
    """Without the figures of a part, where the whole has one of that name and none was named.

    What a zone invested is not what the whole did, of which only the growth is given. Nor is
    what 楚宁市江夏湖区 made that of 楚宁市, where the city's stands, too.
    """
    scored = _without_parts(scored, wanted)
    own = {_told_of(entry) for entry in knowledge.figures if not entry.figure.scope}
    return [
        (score, entry)
        for score, entry in scored
        if not entry.figure.scope
        or _told_of(entry) not in own
        or places_asked.BEST_PART.search(question.text)
        or any(word.stands_in(entry.figure.scope) for word in wanted)
    ]


def _without_parts(
    scored: list[tuple[float, FigureEntry]], wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """Without the places within another whose figure is among them, unless they are named."""
    scopes = {entry.figure.scope for score, entry in scored if entry.figure.scope and score > 0}

    def is_within(scope: str) -> bool:
        rest = (scope[len(one) :] for one in scopes if one != scope and scope.startswith(one))
        return any(not any(word.stands_in(part) for word in wanted) for part in rest)

    return [row for row in scored if not (row[1].figure.scope and is_within(row[1].figure.scope))]


def _told_of(entry: FigureEntry) -> tuple[str, int | None, bool]:
    """What a figure measures, when, and whether it is aimed at: the port may have the only aim."""
    figure = entry.figure
    return key_of(entry.name), figure.year, figure.kind is Kind.TARGET
