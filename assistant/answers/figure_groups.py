"""Figures put together as they are told: of the measure asked for, a level with its growth."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name, key_of
from assistant.matching.figure_scope import is_on_earlier, of_part_of_year
from assistant.matching.ranks import of_gaps, of_ranks
from assistant.matching.wanted import Wanted
from assistant.questions import asking, phrases, places_asked
from assistant.questions.question import Aspect, Form, Question
from corpus.figures.quantities import fold
from corpus.models import Figure, Kind, Measure, Qualifier
from corpus.sentences import after_last

_MOST = 5  # groups that one answer tells
DURATIONS = (
    "年",
    "个月",
    "个季度",
    "小时",
    "个小时",
    "天",
    "工作日",
    "个工作日",
    "分钟",
    "秒",
)  # 连续12年 counts years, and answers only who asks how long
_TIMES = re.compile(r"倍|翻|\b(?:times|fold|doubled?|tripled?|multiple)\b", re.IGNORECASE)
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
    before: Figure | None = None  # what the first moved from, where that is asked for too
    named_from: int | None = None  # where its sentence names what is asked of, before its clauses


def group_start(group: FigureGroup) -> int:
    """Where the citation of a group begins, so that it holds whose the figures are."""
    starts = [figure.clause_start for figure in group.figures]
    return min(starts if group.named_from is None else [*starts, group.named_from])


def grouped(
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
    found = _level_alone(_told_once(found), question)
    shown = _with_before(found, knowledge)[:_MOST]
    return tuple(_with_numbers(group, knowledge.report.text) for group in shown)


_NUMBER = re.compile(r"\d[\d.]*")
_FARTHEST = 160  # characters before a clause where its sentence gives what its name has


def _with_numbers(group: FigureGroup, text: str) -> FigureGroup:
    """The group with where its sentence has the numbers of its name, if its clauses have not.

    实施500万元以上项目126个、(总投资89.5亿元): the total is of the projects above 5 million.
    """
    start, end = group_start(group), max(one.clause_end for one in group.figures)
    own = fold(text[start:end])
    opens = after_last("。！!？?\n", text, start, max(0, start - _FARTHEST))
    before = fold(text[opens:start])
    names = {one.indicator for one in group.figures}
    numbers = {one for name in names for one in _NUMBER.findall(fold(name)) if one not in own}
    found = [before.rfind(one) for one in numbers if one in before]
    if not found:
        return group
    return replace(group, named_from=opens + after_last(",，、；;：:", before, min(found)))


def _level_alone(groups: list[FigureGroup], question: Question) -> list[FigureGroup]:
    """How much it is, without how it grew where only another sentence says so."""
    if question.form is not Form.FIGURE or question.aspect or phrases.GROWTH.search(question.frame):
        return groups
    if not phrases.HOW_MANY.search(question.frame):
        return groups
    levels = {
        _of(group) for group in groups if any(f.measure is Measure.LEVEL for f in group.figures)
    }
    return [
        group
        for group in groups
        if group.figures[0].measure is not Measure.GROWTH or _of(group) not in levels
    ]


def _of(group: FigureGroup) -> tuple[str, str | None, int | None, bool]:
    first = group.figures[0]
    return key_of(first.indicator), first.scope, first.year, first.kind is Kind.TARGET


def _with_before(groups: list[FigureGroup], knowledge: Knowledge) -> list[FigureGroup]:
    """What something moved from in one sentence with what it came to."""
    firsts = {group.figures[0].start for group in groups}
    moved = [
        replace(group, before=base.figure)
        if (base := knowledge.bases.get(group.figures[0].start)) and base.figure.start in firsts
        else group
        for group in groups
    ]
    told = {group.before.start for group in moved if group.before}
    return [group for group in moved if group.figures[0].start not in told]


def _told_once(groups: list[FigureGroup]) -> list[FigureGroup]:
    """Without what a table or another sentence says again: the same of the same."""
    said: set[tuple[object, ...]] = set()
    found: list[FigureGroup] = []
    for group in groups:
        if _said(group.figures[0]) not in said:
            found.append(group)
        said |= {_said(figure) for figure in group.figures}
    return found


def _said(figure: Figure) -> tuple[object, ...]:
    """What a figure says, wherever it stands and however fully its indicator is named."""
    value = figure.value if figure.value is not None else figure.low
    name = re.sub("总值|总额|总产值|全社会", "", folded_name(figure.indicator))
    return (name[-4:], figure.scope, figure.year, value, figure.unit, figure.measure)


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
    if all(figure.unit in DURATIONS for figure in figures):
        return tuple(figures)  # for how long it has been first, not how much it is
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
            and entry.figure.unit not in DURATIONS
            and not is_on_earlier(entry, question)
            and of_part_of_year(entry, question)
        ]
    if not _TIMES.search(question.frame):  # 是2011年的3.3倍 says nothing without that
        own = [one for one in figures if one.unit != "倍" or one.measure is not Measure.LEVEL]
        figures = own or figures
    return tuple(sorted(figures, key=lambda figure: _order(figure, question)))


def fits_aspect(figure: Figure, aspect: Aspect) -> bool:
    """Whether a figure is of the measure that is asked for."""
    percentage = figure.unit in ("%", "‰") and figure.measure is Measure.LEVEL
    return figure.measure in _MEASURES[aspect] or (aspect is Aspect.SHARE and percentage)


# 增速比年度预期目标低(0.2个百分点), 增速低于年初目标(0.8个百分点): how far from an aim, no growth
_FROM_AIM = re.compile(
    "[比较于离距][^,，;；。]{0,8}(?:目标|计划)[^,，;；。\\d]{0,2}[低高差少多快慢]|"
    "[高低快慢多少]于[^,，;；。]{0,8}(?:目标|计划)值?$"
)
_PLACES = ("位", "名")
_FROM_WIDER = re.compile(
    "[比较于][^,，;；。]{0,4}(?:全[国省市州区县]|平均)[^,，;；。\\d]{0,8}[低高差少多快慢]出?$|"
    "[高低快慢多少]于[^,，;；。]{0,4}(?:全[国省市州区县]|平均)[^,，;；。\\d]{0,8}$"
)
# 减少(贫困人口13万人), 新增(床位1100余张), (让利)群众5000万元: by how many, told as how many; with
# how one asks for it
_MOVED_BY = (
    (
        re.compile("减少|压减|削减|淘汰|化解"),
        re.compile(
            r"减少|压减|削减|淘汰|化解|少了|\b(?:cut|resolv|defus|pa(?:y|id) (?:off|down))", re.I
        ),
    ),
    (re.compile("新增|净增|增加|增设"), re.compile("[多增添]了")),
    (
        re.compile(
            "让利|[为给][^,，]{0,10}(?:减负|减免|节[省约])|减负|节[省约]|(?:减轻|降低)[^,，]*(?:负担|成本)"
        ),
        re.compile(r"省[下了]|节[省约]|少[花掏付]|\bsav(?:e|ed|ing)\b", re.IGNORECASE),
    ),
)


def of_aspect(
    scored: list[tuple[float, FigureEntry]], question: Question, wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """Only the measure that is asked for; where growth is not given, the level may be told."""
    if asking.RANKS_MOVED.search(question.text):
        return [row for row in scored if _is_move_of_rank(row[1].figure)]
    if question.aspect is None:
        plain = [row for row in scored if row[1].figure.measure is not Measure.RANK]
        # 增速高于年初目标0.6个百分点, where how much it came to is told as well
        beside = [Measure.CHANGE]
        if not phrases.SHARE.search(question.frame):
            beside.append(Measure.SHARE)  # 我区占比仅为22.7%
        own = [
            row
            for row in plain
            if row[1].figure.measure not in beside and not is_on_earlier(row[1], question)
        ]
        level = any(row[1].figure.measure is Measure.LEVEL for row in own)
        plain = own if level and question.form is Form.FIGURE else plain
        counted = phrases.HOW_MANY.search(question.frame) is not None
        return plain if plain or counted or question.form is Form.FIGURE else scored
    fitting = [
        row
        for row in scored
        if fits_aspect(row[1].figure, question.aspect)
        and (not _FROM_AIM.search(row[1].before) or phrases.SHORTFALL.search(question.frame))
        and not is_on_earlier(row[1], question)
    ]
    if question.aspect is Aspect.RANK:
        return of_ranks(fitting, question)
    if question.aspect is Aspect.GAP:
        return of_gaps(fitting, question)
    if asking.POINTS_MOVED.search(question.text) and phrases.SHARE.search(question.frame):
        return [row for row in fitting if row[1].figure.measure is Measure.CHANGE]
    if fitting or question.aspect is not Aspect.GROWTH:
        # 增速居第5位、较上年前移(6位): by how many places is no growth, where that is told; nor is
        # 城镇化率比全省平均水平低(3.4个百分点)
        grown = [
            row
            for row in fitting
            if row[1].figure.unit not in _PLACES
            and not (question.aspect is Aspect.GROWTH and _FROM_WIDER.search(row[1].before))
        ]
        return grown or fitting
    for told, asked in _MOVED_BY:
        done = [row for row in scored if told.match(row[1].name)]
        if done and asked.search(question.text):
            return done
    if asking.RATE.search(question.text):
        return []
    indicator = any(word.topic.is_indicator for word in wanted)
    levels = (Measure.LEVEL, Measure.SHARE)
    return [row for row in scored if indicator and row[1].figure.measure in levels]


def _is_move_of_rank(figure: Figure) -> bool:
    return figure.measure is Measure.CHANGE and figure.unit in _PLACES


def in_money(
    scored: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Who asks what something is worth is told money, and of growth only beside it."""
    if not phrases.MONEY.search(question.frame):
        return scored
    money = [row for row in scored if row[1].figure.unit.endswith("元")]
    return money if money or question.aspect is Aspect.LEVEL else scored


# 以旧换新补贴(拉动)了多少(消费)?: what is done, and to what
_DOES = re.compile(
    r"(?P<verb>[\u4e00-\u9fff]{2})了?多少(?:[万亿]*[元吨人家个])?的?(?P<noun>[\u4e00-\u9fff]{2,6})[?？]?$"
)


def done_to(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Of close figures the one that is named by what is asked: 拉动消费, not the 补贴."""
    asked = _DOES.search(question.text)
    if not asked:
        return rows
    name = re.compile(f"{asked['verb']}.{{0,6}}{asked['noun']}")
    own = [row for row in rows if name.search(row[1].name)]
    return own or rows


_EACH = re.compile(r"\beach\b(?! (?:year|month|day))|各(?=自|[是有多为]|几)|分别", re.IGNORECASE)


def of_both(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """城乡居民收入谁增得快: of the towns' and the country's each, not of all residents.

    Nor of the whole place where each of its parts is asked for: how large is each?
    """
    places = {row[1].figure.scope for row in rows if row[1].figure.scope}
    each = _EACH.search(question.text) or places_asked.BEST_PART.search(question.text)
    if len(places) > 1 and each:
        return [row for row in rows if row[1].figure.scope]
    if "城乡" not in question.text or not phrases.OF_EACH.search(question.frame):
        return rows
    own = [row for row in rows if re.search("城镇|农村", row[1].name)]
    both = {side for side in ("城镇", "农村") if any(side in row[1].name for row in own)}
    return own if len(both) > 1 else rows


# 连续五年稳定在18万吨以上
_STANDS = re.compile(r"(?:连续[\d一二三四五六七八九十]+年|稳定|保持|维持)[^,，;；]{0,6}[在到]?$")


def exact_first(
    rows: list[tuple[float, FigureEntry]], text: str
) -> list[tuple[float, FigureEntry]]:
    """Without what a level only stood above for years, where the year's own is told: 18.6万吨.

    Args:
        text: the report's, which the figures' offsets are of.
    """

    def of(entry: FigureEntry) -> tuple[object, ...]:
        figure = entry.figure
        return key_of(figure.indicator), figure.scope, figure.year, figure.measure

    exact = {of(entry) for _, entry in rows if entry.figure.qualifier is Qualifier.EXACT}
    return [
        row
        for row in rows
        if of(row[1]) not in exact
        or row[1].figure.qualifier is not Qualifier.AT_LEAST
        or not _STANDS.search(text[max(0, row[1].figure.start - 12) : row[1].figure.start])
    ]


def latest(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Of what one thing came to in several years the last, where no year is asked for.

    A table gives 2020's beside last year's.
    """
    if question.has_period or question.spans_years or question.form is not Form.FIGURE:
        return rows

    def of(entry: FigureEntry) -> tuple[object, ...] | None:
        figure = entry.figure
        told = figure.kind is not Kind.TARGET and figure.year is not None
        return (key_of(figure.indicator), figure.scope, figure.measure) if told else None

    last: dict[tuple[object, ...], int] = {}
    for _, entry in rows:
        if (key := of(entry)) is not None:
            last[key] = max(last.get(key, 0), entry.figure.year or 0)
    return [row for row in rows if (key := of(row[1])) is None or row[1].figure.year == last[key]]
