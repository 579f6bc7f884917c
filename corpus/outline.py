"""The section tree of a work report, as such reports are written.

Levels are not fixed: in one report 一、 opens a part, in another it stands below an
unnumbered part heading. So a heading's level follows from the kinds of marks above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.header import find_years
from corpus.models import Part, Section
from corpus.periods import plan_end, plan_start
from corpus.rows import is_row

_CHINESE_NUMBER = "[一二三四五六七八九十]{1,3}"
# From outer to inner; the place is the rank that decides what stands under what. A part's
# heading without a number has rank 1.
_MARKS: tuple[re.Pattern[str] | None, ...] = tuple(
    re.compile(pattern) if pattern else None
    for pattern in (
        rf"第{_CHINESE_NUMBER}部分\s*[:：、]?\s*",  # 第一部分 2023年工作回顾
        "",  # 2023年工作回顾
        r"[壹贰叁肆伍陆柒捌玖拾]{1,2}、\s*",  # 叁、2021年政府工作
        rf"{_CHINESE_NUMBER}、\s*",  # 一、持之以恒抓转型
        rf"[（(]{_CHINESE_NUMBER}[）)]\s*",  # (一)产业转型步伐加快。
        r"[▌▍▎▋█■◼◆❖★☆※]\s*",  # ▍坚持项目为王,发展动能不断积蓄。
        r"\d{1,2}\s*[.．、](?!\d)\s*",  # 1.工业经济高质突破。
        r"[（(]\d{1,2}[）)]\s*",  # (1)稳增量
        r"[①-⑳]\s*",  # ①
        r"(?:——|──|--|[●○▪▫◇▲△►▶➤])\s*(?!\s*[12２二]\S{0,3}\d?年)",  # ——办人民满意教育,新建…
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
    "各位代表|[一二三四五]年来|过去[一二三四五]?年|(?:刚刚)?过去的?(?:[一五]年|20[\\d]{2}年)|"
    r"(?:[12１２][\d]{3}|[二一][〇零○一二三四五六七八九]{3})年[，,]?是|在看到|在肯定|回顾|同时[,，]?我们(?:也|清醒)|"
    "我们(?:也|深知|清醒)|(?:为实现|围绕|实现)上述|做好今年|今年政府工作的总体|综合考虑"
)
# 名词解释 ; 附件1 ; 附：名词解释 ; what is added to a report speaks of no period
_ANNEX = re.compile(
    r"[(（]?(?:名词解释|名词注释|有关名词解释|附件|附录|附表|附注|注释|附[：:])[^。，,；;]{0,24}$"
)
# 在肯定成绩的同时，我们也清醒看到，发展还存在不少困难和问题：一是…
_PROBLEMS = re.compile(
    r"(?:在(?:看到|肯定|总结|充分肯定)|同时|我们(?:也|清醒|深知)|回顾|面对成绩|成绩)[^。；;]{0,50}?"
    r"(?:问题|不足|短板|差距|挑战|困难)(?=[：:。，,])"
)
# 助企纾困快速精准。全面落实…: a heading without number, where its neighbours have one too
_BARE = re.compile(r"(?P<heading>[\u4e00-\u9fff“”、]{4,16})。(?=[^\n]{20})")
# 建强创新平台。…二是强化企业主体。…: headings that go on within a paragraph
_INNER = re.compile(
    rf"(?:^|(?<=。))(?P<number>{_CHINESE_NUMBER}是)(?P<heading>[^。，,；;：:\d]{{3,18}})。"
    rf"(?=[^\n]{{15}})(?!{_CHINESE_NUMBER}是)"
)
_YEARS_AHEAD = re.compile("(?:今后|未来)([三四五六七八九十])年")
_FIVE_YEARS = re.compile('十([一二三四五六七八九])五[”"]?(?:时期|期间|规划)?')
_LINE_HEADING_LIMIT = 45  # characters of a heading that has its line for itself
_RUN_IN_LIMIT = 32  # characters of a heading that its text follows on the line
_ADVERBIAL = re.compile("(?:过去)?的?[一三五]年来?")  # what is left of a line that lost its comma
_DATED_LINE = re.compile(r"(?m)^(?:(?:刚刚)?过去的?)?[12１２]\d{3}年[，,]")
_ITEM_RANK = 9  # ——
_ANNEX_RANK = 0
_UNNUMBERED_RANK = 1
_LEAF_RANK = 11


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
    lines = text.split("\n")
    bare = [_BARE.match(line) is not None for line in lines]
    for at, line in enumerate(lines):
        end = start + len(line)
        mark = _mark(line, start)
        problems = _PROBLEMS.match(line)
        if mark:
            marks.append(mark)
        elif problems and len(line) > len(problems[0]) + 1:
            marks.append(_Mark(_LEAF_RANK, "", problems[0], start, end))
            turns.append(start)
        elif _TURN.match(line) and len(line) > 8:
            turns.append(start)
        elif bare[at] and (bare[at - 1 : at] == [True] or bare[at + 1 : at + 2] == [True]):
            marks.append(_Mark(_LEAF_RANK, "", line.split("。", 1)[0], start, end))
        marks.extend(_inner_marks(line, start))
        start = end + 1
    return marks, turns


def _inner_marks(line: str, start: int) -> list[_Mark]:
    """Marks within a paragraph; one that opens it is found as the line's own."""
    found = list(_INNER.finditer(line))
    if len(found) < 2:
        return []
    rank = len(_MARKS) - 1
    end = start + len(line)
    return [
        _Mark(rank, one["number"], one["heading"], start + one.start(), end)
        for one in found
        if one.start()
    ]


def _mark(line: str, start: int) -> _Mark | None:
    if is_row(line):
        return None
    end = start + len(line)
    for rank, pattern in enumerate(_MARKS):
        match = pattern.match(line) if pattern else None
        if match:
            heading = _heading(line[match.end() :], run_on=rank >= _ITEM_RANK)
            return _Mark(rank, match[0].strip(), heading, start, end)
    if _ANNEX.match(line):
        return _Mark(_ANNEX_RANK, "", line, start, end)
    alone = len(line) <= 30 and not re.search(r"[。！？；，,;:：!?]|工作报告$|(?:表|清单)$", line)
    if (
        alone
        and not _ADVERBIAL.fullmatch(line)
        and _PART_HEADING.search(line)
        and (find_years(line) or len(line) <= 20)
    ):
        return _Mark(_UNNUMBERED_RANK, "", line, start, end)
    return None


def _heading(rest: str, run_on: bool) -> str:
    """The heading after a number: up to its full stop, else the whole of a short line.

    Where the stop is missing and the text runs on, no rule can say where the heading ends,
    and it is left empty. After —— and 一是 the first comma ends it, unless a short sentence
    without figures does ("——这五年，是民生福祉增进最多的五年。").
    """
    stop = re.search("[。：:]", rest)
    if run_on and (not stop or re.search(r"\d|[；;]", rest[: stop.start()]) or len(rest) < 40):
        stop = re.search("[。：:，,]", rest)
    if run_on and stop and stop.start() > _RUN_IN_LIMIT:
        stop = re.search("[，,]", rest)
    if stop and stop.start() <= _RUN_IN_LIMIT:
        head = rest[: stop.start()]
        if stop.end() == len(rest) and re.search(r"\d+(?![\d年])", head):
            return ""  # 10.新建新能源汽车充电桩1800个。: an item of a list
        # A comma inside is fine ("抓转型、促升级,现代产业…"); a semicolon means prose.
        return head if not re.search("[；;]", head) else ""
    if len(rest) <= _LINE_HEADING_LIMIT and not re.search("[。；;]", rest):
        return rest
    return ""


def _turned(open_mark: _Mark, mark: _Mark, turns: list[int]) -> bool:
    """Whether the speaker turned away between two marks; a part outlives its turns."""
    heading = open_mark.heading
    outermost = open_mark.rank <= _UNNUMBERED_RANK or (
        # （三）五年来，我们改善民生 is no part, whatever its words
        _PART_HEADING.search(heading) is not None and (open_mark.rank <= 3 or find_years(heading))
    )
    return (
        not outermost
        and any(open_mark.start < turn <= mark.start for turn in turns)
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
    # 2020年，面对…: what an item of a list does not go on with
    dated = [match.start() for match in _DATED_LINE.finditer(text)]
    for at, (mark, level, path, parent) in enumerate(found):
        inherited = periods[parent.start] if parent else latest
        period = _period(mark, level, year, inherited)
        periods[mark.start] = period
        if level == 1:
            latest = period
        following = (later.start for later, deep, _, _ in found[at + 1 :] if deep <= level)
        end = next(following, len(text))
        end -= text[end - 1 : end] == "\n"
        if level > 1:
            ends = turns if mark.rank < _ITEM_RANK else turns + dated
            end = min([end, *(turn - 1 for turn in ends if mark.start < turn <= end)])
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
    if mark.rank == _ANNEX_RANK and _ANNEX.match(mark.heading):
        return Part.OTHER, None
    years = find_years(mark.heading)
    review = _REVIEW.search(mark.heading)
    plan = None if review else _PLAN.search(mark.heading)
    if plan and years and year and max(years) < year:
        review, plan = plan, None  # 一、2022年主要工作, told in 2023
    if not (review or plan) or (level > 1 and not years):
        if level == 1 and inherited[0] is Part.REVIEW and "建设" in mark.heading:
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
