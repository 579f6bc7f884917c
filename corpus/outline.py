"""The section tree of a work report, as such reports are written.

Levels are not fixed: in one report 一、 opens a part, in another it stands below an
unnumbered part heading. So a heading's level follows from the kinds of marks above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.header import find_years
from corpus.models import Part, Section

_CHINESE_NUMBER = "[一二三四五六七八九十]{1,3}"
# From outer to inner; the index is the rank that decides what stands under what.
_MARKS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第{_CHINESE_NUMBER}部分\s*[:：、]?\s*",  # 第一部分 2023年工作回顾
        rf"{_CHINESE_NUMBER}、\s*",  # 一、持之以恒抓转型
        rf"[（(]{_CHINESE_NUMBER}[）)]\s*",  # (一)产业转型步伐加快。
        r"\d{1,2}\s*[.．、](?!\d)\s*",  # 1.工业经济高质突破。
        r"[（(]\d{1,2}[）)]\s*",  # (1)稳增量
        r"[①-⑳]\s*",  # ①
        r"(?:——|──|--)\s*(?!\s*[12２二]\S{0,3}\d?年)",  # ——办人民满意教育,新建…
        rf"{_CHINESE_NUMBER}是(?:要)?",  # 一是滚动实施重点项目
    )
)
_REVIEW = re.compile("回顾|总结|过去|一年来|五年来|工作情况|主要成[就绩]|发展成就|完成情况")
_PLAN = re.compile(
    "安排|打算|目标|任务|重点工作|总体要求|总体思路|今后|未来|建议|部署|计划|要求|工作重点|举措|主要工作"
)
_PART_HEADING = re.compile(
    rf"(?:{_REVIEW.pattern}|{_PLAN.pattern}|政府(?:自身|系统)?(?:自身)?建设)"
)
# The speaker turns from one thing to the next; what follows no longer belongs to the
# numbered section before it.
_TURN = re.compile(
    "各位代表|[一二三四五]年来|过去[一二三四五]?年|在看到|在肯定|回顾|同时[,，]?我们(?:也|清醒)|"
    "我们(?:也|深知|清醒)|(?:为实现|围绕|实现)上述|做好今年|今年政府工作的总体|综合考虑"
)
_LINE_HEADING_LIMIT = 45  # characters of a heading that has its line for itself
_RUN_IN_LIMIT = 32  # characters of a heading that its text follows on the line


@dataclass(frozen=True)
class _Mark:
    rank: int
    number: str
    heading: str
    start: int
    line_end: int


def outline(text: str, year: int | None) -> tuple[Section, ...]:
    """Find the section tree.

    Args:
        text: canonical text.
        year: the year that the report plans, if known.

    Returns:
        Sections in reading order, parents before children; spans nest.
    """
    marks, turns = _scan(text)
    stack: list[_Mark] = []
    found: list[tuple[_Mark, int, tuple[str, ...], _Mark | None]] = []
    for mark in marks:
        while stack and (stack[-1].rank >= mark.rank or _turned(stack[-1], mark, turns)):
            stack.pop()
        parent = stack[-1] if stack else None
        stack.append(mark)
        path = tuple(one.heading for one in stack if one.heading)
        found.append((mark, len(stack), path, parent))
    return _sections(text, year, found, turns)


def _scan(text: str) -> tuple[list[_Mark], list[int]]:
    marks: list[_Mark] = []
    turns: list[int] = []
    start = 0
    for line in text.split("\n"):
        mark = _mark(line, start)
        if mark:
            marks.append(mark)
        elif _TURN.match(line) and len(line) > 8:
            turns.append(start)
        start += len(line) + 1
    return marks, turns


def _mark(line: str, start: int) -> _Mark | None:
    end = start + len(line)
    for rank, pattern in enumerate(_MARKS, start=1):
        match = pattern.match(line)
        if match:
            heading = _heading(line[match.end() :], run_on=rank >= 7)
            return _Mark(rank, match[0].strip(), heading, start, end)
    alone = len(line) <= 30 and not re.search(r"[。！？；，,;:：!?]|工作报告$", line)
    if alone and _PART_HEADING.search(line) and (find_years(line) or len(line) <= 20):
        return _Mark(0, "", line, start, end)
    return None


def _heading(rest: str, run_on: bool) -> str:
    """The heading after a number: up to its full stop, else the whole of a short line.

    Where the stop is missing and the text runs on, no rule can say where the heading ends,
    and it is left empty. After —— and 一是 the first comma ends it.
    """
    stop = re.search("[。：:，,]" if run_on else "[。：:]", rest)
    if stop and stop.start() <= _RUN_IN_LIMIT:
        head = rest[: stop.start()]
        # A comma inside is fine ("抓转型、促升级,现代产业…"); a semicolon means prose.
        return head if not re.search("[；;]", head) else ""
    if len(rest) <= _LINE_HEADING_LIMIT and not re.search("[。；;]", rest):
        return rest
    return ""


def _turned(open_mark: _Mark, mark: _Mark, turns: list[int]) -> bool:
    """Whether the speaker turned away between two marks; a part outlives its turns."""
    outermost = open_mark.rank == 0 or _PART_HEADING.search(open_mark.heading) is not None
    return (
        not outermost
        and any(open_mark.start < turn < mark.start for turn in turns)
        and (mark.rank >= open_mark.rank)
    )


def _sections(
    text: str,
    year: int | None,
    found: list[tuple[_Mark, int, tuple[str, ...], _Mark | None]],
    turns: list[int],
) -> tuple[Section, ...]:
    sections: list[Section] = []
    periods: dict[int, tuple[Part, int | None]] = {}  # by start of the mark
    latest: tuple[Part, int | None] = (Part.OTHER, None)
    for at, (mark, level, path, parent) in enumerate(found):
        inherited = periods[parent.start] if parent else latest
        period = _period(mark, level, year, inherited)
        periods[mark.start] = period
        if level == 1:
            latest = period
        following = (later.start for later, deep, _, _ in found[at + 1 :] if deep <= level)
        end = next(following, len(text) + 1) - 1
        if level > 1:
            end = min([end, *(turn - 1 for turn in turns if mark.start < turn <= end)])
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


def _period(
    mark: _Mark, level: int, year: int | None, inherited: tuple[Part, int | None]
) -> tuple[Part, int | None]:
    """Which part a section belongs to, and the year that it speaks of.

    A heading says so by a year or by words; below the first level it needs both, since
    "目标" and "任务" are also everyday words.
    """
    years = find_years(mark.heading)
    review = _REVIEW.search(mark.heading)
    plan = None if review else _PLAN.search(mark.heading)
    if not (review or plan) or (level > 1 and not years):
        if level == 1 and inherited[0] is Part.REVIEW and "建设" in mark.heading:
            return Part.PLAN, year  # 加强政府自身建设 closes a report, and speaks of what comes
        return inherited
    if review:
        return Part.REVIEW, max(years) if years else (year - 1 if year else None)
    return Part.PLAN, years[0] if years else year


def section_at(sections: tuple[Section, ...], position: int) -> Section | None:
    """The innermost section that holds a position, None before the first heading."""
    inner: Section | None = None
    for section in sections:
        if section.start > position:
            break
        if position < section.end:
            inner = section
    return inner
