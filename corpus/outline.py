"""The section tree of a work report, as such reports are written.

Levels are not fixed: in one report 一、 opens a part, in another it stands below an
unnumbered part heading. So a heading's level follows from the kinds of marks above it.
"""

from __future__ import annotations

import re

from corpus.header import find_years
from corpus.headings import (
    ANNEX,
    ANNEX_RANK,
    ITEM_RANK,
    PART_HEADING,
    PLAN,
    REVIEW,
    UNNUMBERED_RANK,
    Mark,
    headings,
)
from corpus.models import Part, Section
from corpus.periods import opening_period, plan_end, plan_start
from corpus.printed import RULE

_RUN_IN_LEAST = 20  # signs of a text that its heading stands in one line with
_YEARS_AHEAD = re.compile("(?:今后|未来)([三四五六七八九十])年")
_FIVE_YEARS = re.compile('十([一二三四五六七八九])五[”"]?(?:时期|期间|规划)?')
_YEAR_BEFORE = re.compile(r"(20\d\d)\s*[:：—·](?!\d)")
# 疫情防控和一季度情况, told in April: what the year has brought so far
_BEGUN = re.compile(
    "(?:第?一季度|前[一二三四五六]个?月|1-[2-6]月|上半年)(?=[^,，。;；]{0,6}(?:情况|工作|回顾|运行))"
)
_DATED_LINE = re.compile(r"(?m)^(?:(?:刚刚)?过去的?)?[12１２]\d{3}年[，,]")


def outline(text: str, year: int | None) -> tuple[Section, ...]:
    """Find the section tree.

    Args:
        text: canonical text.
        year: the year that the report plans, if known.

    Returns:
        Sections in reading order, parents before children; spans nest.
    """
    marks, turns = headings(text)
    stack: list[Mark] = []
    found: list[tuple[Mark, int, tuple[str, ...], Mark | None]] = []
    for mark in marks:
        while stack and (stack[-1].rank >= mark.rank or _turned(stack[-1], mark, turns)):
            stack.pop()
        parent = stack[-1] if stack else None
        stack.append(mark)
        path = tuple(one.heading for one in stack if one.heading)
        found.append((mark, len(stack), path, parent))
    return _sections(text, year, found, turns)


def _turned(open_mark: Mark, mark: Mark, turns: list[int]) -> bool:
    """Whether the speaker turned away between two marks; a part outlives its turns."""
    heading = open_mark.heading
    outermost = open_mark.rank <= UNNUMBERED_RANK or (
        # （三）五年来，我们改善民生 is no part, whatever its words
        PART_HEADING.search(heading) is not None and (open_mark.rank <= 3 or find_years(heading))
    )
    return (
        not outermost
        and any(open_mark.opens < turn <= mark.start for turn in turns)
        and (mark.rank >= open_mark.rank)
    )


def _sections(
    text: str,
    year: int | None,
    found: list[tuple[Mark, int, tuple[str, ...], Mark | None]],
    turns: list[int],
) -> tuple[Section, ...]:
    sections: list[Section] = []
    periods: dict[int, tuple[Part, int | None]] = {}  # by start of the mark
    latest: tuple[Part, int | None] = (Part.OTHER, None)
    # 2020年，面对…: what an item of a list does not go on with
    dated = [match.start() for match in _DATED_LINE.finditer(text)]
    for at, (mark, level, path, parent) in enumerate(found):
        inherited = periods[parent.start] if parent else latest
        period = _period(mark, level, year, inherited)
        if level == 1 and period == inherited:
            period = opening_period(_below(text, mark), year) or period
        periods[mark.start] = period
        if level == 1:
            latest = period
        following = (later.start for later, deep, _, _ in found[at + 1 :] if deep <= level)
        end = next(following, len(text))
        end -= text[end - 1 : end] == "\n"
        if level > 1:
            ends = turns if mark.rank < ITEM_RANK else turns + dated
            end = min([end, *(turn - 1 for turn in ends if mark.opens < turn <= end)])
        sections.append(
            Section(
                level=level,
                number=mark.number,
                heading=mark.heading,
                path=path,
                part=period[0],
                year=period[1],
                start=mark.start,
                end=end,
            )
        )
    return tuple(sections)


def _below(text: str, mark: Mark) -> str:
    """How the text below a heading begins: on its own line, where it runs in (综合。2022年，…)."""
    heading = text.find(mark.heading, mark.start, mark.line_end)
    run_in = text[heading + len(mark.heading) : mark.line_end] if mark.heading else ""
    if run_in.startswith("。") and len(run_in) > _RUN_IN_LEAST:
        return run_in[1:]
    return text[mark.line_end :].lstrip("\n")


def _period(
    mark: Mark, level: int, year: int | None, inherited: tuple[Part, int | None]
) -> tuple[Part, int | None]:
    """Which part a section belongs to, and the year that it speaks of.

    A heading says so by a year or by words; below the first level it needs both, since
    "目标" and "任务" are also everyday words.
    """
    if mark.rank == ANNEX_RANK and (RULE.fullmatch(mark.number) or ANNEX.match(mark.heading)):
        return _annexed(mark.heading, year)
    years = _years_of(mark.heading)
    if _BEGUN.search(mark.heading) and level == 1 and not years and year:
        return Part.REVIEW, year
    review = REVIEW.search(mark.heading)
    plan = None if review else PLAN.search(mark.heading)
    if plan and years and year and max(years) < year:
        review, plan = plan, None  # 一、2022年主要工作, told in 2023
    if not (review or plan) or (level > 1 and not years):
        closing = level == 1 and mark.rank < ITEM_RANK and "建设" in mark.heading
        if closing and inherited[0] is Part.REVIEW:
            return Part.PLAN, year  # 加强政府自身建设 closes a report, and speaks of what comes
        coming = _coming_years(mark.heading, year)
        if level == 1 and coming and not years:
            return Part.PLAN, coming
        if level == 1 and years and year:
            # 三、关于2011年工作
            return (Part.PLAN if years[-1] >= year else Part.REVIEW), years[-1]
        return inherited
    if review:
        return Part.REVIEW, max(years) if years else (year - 1 if year else None)
    ahead = _YEARS_AHEAD.search(mark.heading)
    if ahead and year and not years:
        # 今后五年, said in 2023, are the years 2023 to 2027
        return Part.PLAN, year + "零一二三四五六七八九十".index(ahead[1]) - 1
    span = _FIVE_YEARS.search(mark.heading)
    if span and not years:
        # “十四五”时期的奋斗目标 are for its last year, 2025
        return Part.PLAN, plan_end(span[1])
    return Part.PLAN, years[0] if years else year


# 附件：2022年十件民生实事 is to be done; 附件：2021年民生实事完成情况 was
_TO_DO = re.compile("实事|项目|工程|计划|任务|目标|清单")
_DONE = re.compile("(?:完成|落实|执行|进展|办理|实施)情况|回顾|总结")


def _annexed(heading: str, year: int | None) -> tuple[Part, int | None]:
    """The period of an annex whose title says what it lists; none for notes and tables."""
    years = _years_of(heading)
    told = years[-1] if years else year
    if _DONE.search(heading):
        before = year - 1 if year and not years else told
        return Part.REVIEW, before
    if _TO_DO.search(heading) and told:
        return (Part.REVIEW if year and told < year else Part.PLAN), told
    return Part.OTHER, None


def _years_of(heading: str) -> list[int]:
    """The years that a heading names; also before a colon: 2021：开局之年怎么干."""
    before = _YEAR_BEFORE.match(heading)
    return [int(before[1])] if before else find_years(heading)


def _coming_years(heading: str, year: int | None) -> int | None:
    """The last of five years that begin with the plan's: “十五五”时期发展的总体考虑, in 2026."""
    span = _FIVE_YEARS.search(heading)
    return plan_end(span[1]) if span and year and plan_start(span[1]) >= year else None


def section_at(sections: tuple[Section, ...], position: int) -> Section | None:
    """The innermost section that holds a position, None before the first heading."""
    inner: Section | None = None
    for section in sections:
        if section.start > position:
            break
        if position < section.end:
            inner = section
    return inner
