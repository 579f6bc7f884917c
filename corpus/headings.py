"""The headings of a report, line by line: their marks, words and places.

Which stands below which is the outline's matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.header import chinese_number, find_years
from corpus.printed import RULE
from corpus.rows import is_row
from corpus.sentences import NOTE

_CHINESE_NUMBER = "[一二三四五六七八九十]{1,3}"
# From outer to inner; the place is the rank that decides what stands under what. A part's
# heading without a number has rank 1.
_MARKS: tuple[re.Pattern[str] | None, ...] = tuple(
    re.compile(pattern) if pattern else None
    for pattern in (
        # 第一部分 2023年工作回顾 ; 第一章 ; PART 1
        rf"第{_CHINESE_NUMBER}(?:部分|[章篇])\s*[:：、]?\s*|(?i:(?:part|chapter)\s*(?:\d{{1,2}}|[IVX]{{1,4}})\b)"
        r"\s*[:：.、]?\s*",
        "",  # 2023年工作回顾
        r"[壹贰叁肆伍陆柒捌玖拾]{1,2}、\s*",  # 叁、2021年政府工作
        # 一、持之以恒抓转型 ; 第一节 ; 01 战疫情，稳住基本盘
        rf"{_CHINESE_NUMBER}、\s*|第{_CHINESE_NUMBER}节\s*[:：、]?\s*|0\d\s+(?=[\u4e00-\u9fff“][^。；;]{{3,30}}$)",
        rf"[（(]{_CHINESE_NUMBER}[）)]\s*",  # (一)产业转型步伐加快。
        r"[▌▍▎▋█■◼□◆❖★☆※◎◉◈✦✧]\s*",  # ▍坚持项目为王,发展动能不断积蓄。
        r"\d{1,2}\s*[.．、](?!\d)\s*",  # 1.工业经济高质突破。
        r"[（(]\d{1,2}[）)]\s*",  # (1)稳增量
        r"[①-⑳]\s*",  # ①
        r"(?:——|──|--|[●○▪▫◇▲△►▶➤])\s*(?!\s*[12２二]\S{0,3}\d?年)",  # ——办人民满意教育,新建…
        # 一是滚动实施重点项目 ; 其一，家底厚了。 ; 第一件，新建公办幼儿园八所
        rf"{_CHINESE_NUMBER}是(?:要)?|其{_CHINESE_NUMBER}[，,、]|第{_CHINESE_NUMBER}[件项条]?[，,、:：]",
    )
)
REVIEW = re.compile(
    "回顾|总结|过去|一年来|五年来|工作情况|主要成[就绩]|发展成就|完成情况|"
    # 二、存在的困难和未完成的指标; not 着力解决存在的突出问题
    "^(?:当前|目前|工作中|发展中)?存在的[^,，。]{0,6}?(?:困难|问题|不足|短板)"
)
PLAN = re.compile(
    "安排|打算|目标|任务|重点工作|总体要求|总体思路|今后|未来|建议|部署|计划|要求|工作重点|举措|主要工作"
)
PART_HEADING = re.compile(rf"(?:{REVIEW.pattern}|{PLAN.pattern}|政府(?:自身|系统)?(?:自身)?建设)")
# The speaker turns from one thing to the next; what follows no longer belongs to the
# numbered section before it.
_TURN = re.compile(
    "各位代表|[一二三四五]年来|过去[一二三四五]?年|(?:刚刚)?过去的?(?:[一五]年|20[\\d]{2}年)|"
    r"(?:[12１２][\d]{3}|[二一][〇零○一二三四五六七八九]{3})年[，,]?是|在看到|在肯定|回顾|同时[,，]?我们(?:也|清醒)|"
    "我们(?:也|深知|清醒)|(?:为实现|围绕|实现)上述|做好今年|今年政府工作的总体|综合考虑"
)
# 名词解释 ; 附件1 ; 附：名词解释 ; what is added to a report speaks of no period
ANNEX = re.compile(
    r"[(（]?(?:名词解释|名词注释|有关名词解释|附件|附录|附表|附注|注释|附[：:]|附$)[^。，,；;]{0,24}$"
)
_ANNEX_NUMBER = re.compile(r"附[件录表]?\s*[\d一二三四五六七八九十]{0,2}[:：]?")  # its title below
# 在肯定成绩的同时，我们也清醒看到，发展还存在不少困难和问题：一是…
_PROBLEMS = re.compile(
    r"(?:在(?:看到|肯定|总结|充分肯定)|同时|我们(?:也|清醒|深知)|回顾|面对成绩|成绩)[^。；;]{0,50}?"
    r"(?:问题|不足|短板|差距|挑战|困难)(?=[：:。，,])"
)
# 助企纾困快速精准。全面落实…: a heading without number, where its neighbours have one too;
# 2023年预期目标。; 综合。 is one where several stand in a row
_BARE = re.compile(r"(?P<heading>(?:\d{4}年)?[\u4e00-\u9fff“”、]{2,16})。(?=[^\n]{20})")
_BARE_LEAST = 4  # signs of one that needs but one neighbour
# 坚持稳字当头抓运行，经济大盘稳中有进。预计全年…: the same in two halves, in every paragraph
_BARE_PAIR = re.compile(
    r"(?P<heading>[\u4e00-\u9fff“”、]{3,14}，(?!是)[\u4e00-\u9fff“”、]{4,14})。(?=[^\n]{40})"
)
# 表1 2020年主要指标完成情况及2021年预期目标
_CAPTION = re.compile(r"[图表]\s*[\d一二三四五六七八九十]")
# 【去年工作回眸】, or with its text behind it on the line
_BRACKETED = re.compile(r"[【〖](?P<heading>[^】〗]{2,30})[】〗](?=$|\s*[\u4e00-\u9fff\d“])")
# 建强创新平台。…二是强化企业主体。…: headings that go on within a paragraph
_INNER = re.compile(
    rf"(?:^|(?<=。))(?P<number>{_CHINESE_NUMBER}是)(?P<heading>[^。，,；;：:\d]{{3,18}})。"
    rf"(?=[^\n]{{15}})(?!{_CHINESE_NUMBER}是)"
)
# 1.稳就业：开展职业技能培训3.5万人次。2.教育：新改扩建幼儿园10所: the same with figures
_INNER_NUMBERED = re.compile(
    r"(?:^|(?<=[。；;]))(?P<number>(?P<count>\d{1,2})[.．、])\s*(?!\d)"
    r"(?P<heading>[^。，,；;：:\d]{2,18})[。：:](?=[^\n]{10})"
)
# （四）办好人民满意的大学和医院。支持…。（五）建设共同富裕的和美海湾。坚持…: a line break lost
_INNER_BRACKETED = re.compile(
    rf"(?:^|(?<=。))(?P<number>[（(](?P<count>{_CHINESE_NUMBER})[）)])\s*"
    r"(?P<heading>[^。，,；;：:\d]{2,30})。(?=[^\n]{15})"
)
# What may open such a paragraph: any （四）, where the line break was lost, but only 1. itself,
# for 3.5 is a number too.
_ANY_NUMBER = range(1, 100)
_FIRST_NUMBER = range(1, 2)
_LINE_HEADING_LIMIT = 45  # characters of a heading that has its line for itself
_RUN_IN_LIMIT = 32  # characters of a heading that its text follows on the line
_ADVERBIAL = re.compile("(?:过去)?的?[一三五]年来?")  # what is left of a line that lost its comma
ITEM_RANK = 9  # ——
ANNEX_RANK = 0
UNNUMBERED_RANK = 1
_SIGN_RANK = 5  # ▍, and what has no sign at all
_BRACKET_RANK = 4  # （一）
_NUMBER_RANK = 6  # 1.
_WORDED_RANK = 10  # 一是
_LEAF_RANK = 11
_PARTS = (0, 1, 2, 3)
_PROSE = 30  # characters of a paragraph below a heading
_SEVERAL = 3
# 扩投资、促消费，把内需潜力激发出来: no sentence, no figure, no name of a person or office
_ALONE = re.compile(r"[\u4e00-\u9fff“”《》、，]{6,40}(?<!表)(?<!清单)(?<!工作报告)")
_ENDS = re.compile("[；：:]$")


@dataclass(frozen=True)
class Mark:
    """A heading with its number or sign, and the rank that decides what stands under what."""

    rank: int
    number: str
    heading: str
    start: int
    line_end: int

    @property
    def opens(self) -> int:
        """Where a turn would still open what stands below, not close it.

        二、存在的困难 with its line for itself has 在肯定成绩的同时 for its first words.
        """
        titled = self.heading and self.rank < ITEM_RANK
        alone = titled and self.line_end - self.start <= len(self.number + self.heading) + 1
        return self.line_end + 1 if alone else self.start


def headings(text: str) -> tuple[list[Mark], list[int]]:
    """The headings of a text in reading order, and where the speaker turns to another thing.

    Args:
        text: canonical text.
    """
    marks: list[Mark] = []
    turns: list[int] = []
    start = 0
    lines = text.split("\n")
    bare = _bare(lines)
    alone = _alone(lines)
    bracketed = _bracketed_rank(lines)
    for at, line in enumerate(lines):
        end = start + len(line)
        mark = _mark(line, start, bracketed)
        if mark and marks and mark.start < marks[-1].line_end:
            mark = None  # the title of the part above it
        if RULE.fullmatch(line):  # footnotes stand below it, else it is an ornament
            noted = NOTE.match("".join(lines[at + 1 : at + 2]))
            mark = Mark(ANNEX_RANK, line, "", start, end) if noted else None
        if mark and mark.rank == ANNEX_RANK and mark.number == line.strip():
            mark = _titled_below(mark, lines[at + 1 : at + 2])
        problems = _PROBLEMS.match(line)
        if mark:
            marks.append(mark)
        elif problems and len(line) > len(problems[0]) + 1:
            marks.append(Mark(_LEAF_RANK, "", problems[0], start, end))
            turns.append(start)
        elif at in alone:
            marks.append(Mark(_SIGN_RANK, "", line, start, end))
        elif _TURN.match(line) and len(line) > 8:
            turns.append(start)
        elif at in bare:
            marks.append(Mark(_LEAF_RANK, "", line.split("。", 1)[0], start, end))
        marks.extend(_inner_marks(line, start))
        start = end + 1
    return _within_numbered(marks), turns


def _bare(lines: list[str]) -> set[int]:
    """Which lines open with a heading without number: those whose neighbours do too."""
    told = [_BARE.match(line) for line in lines]
    pairs = [_BARE_PAIR.match(line) is not None for line in lines]
    found: set[int] = set()
    for opens, group in groupby(enumerate(told), key=lambda row: row[1] is not None):
        run = list(group)
        short = any(one and len(one["heading"]) < _BARE_LEAST for _, one in run)
        if opens and len(run) >= (_SEVERAL if short else 2):
            found.update(at for at, _ in run)
    for at in range(len(lines) - _SEVERAL + 1):
        if all(pairs[at : at + _SEVERAL]):
            found.update(range(at, at + _SEVERAL))
    return found


def _within_numbered(marks: list[Mark]) -> list[Mark]:
    """A heading without number stands within a numbered part where the numbers go on behind it.

    二、今后五年的总体思路和奋斗目标 ; 今后五年的主要奋斗目标 ; 三、2017年重点工作: only where
    numbers open the report, else its parts may count their sections on.
    """
    found = list(marks)
    open_part: Mark | None = None
    between: list[int] = []
    for at, mark in enumerate(marks):
        if mark.rank == UNNUMBERED_RANK and open_part:
            between.append(at)
        elif mark.rank in _PARTS and (open_part or mark.rank > UNNUMBERED_RANK):
            if open_part and _follows(mark, open_part):
                for one in between:
                    found[one] = replace(marks[one], rank=_SIGN_RANK)
            open_part, between = mark, []
        elif mark.rank == UNNUMBERED_RANK:
            return found
    return found


def _follows(mark: Mark, before: Mark) -> bool:
    one, other = (re.search(_CHINESE_NUMBER, mark.number) for mark in (before, mark))
    if not (one and other and mark.rank == before.rank):
        return False
    return chinese_number(other[0]) == (chinese_number(one[0]) or 0) + 1


def _titled_below(mark: Mark, below: list[str]) -> Mark:
    """A part whose number has a line for itself, with its title from the line below it."""
    title = below[0] if below and len(below[0]) <= _LINE_HEADING_LIMIT else ""
    if not title or re.search("[。；;！!]$", title):
        return mark
    return replace(mark, heading=title, line_end=mark.line_end + 1 + len(title))


def _alone(lines: list[str]) -> set[int]:
    """Which lines are headings without number or sign: short ones between whole paragraphs.

    扩投资、促消费，把内需潜力激发出来, where there are several such lines in the report.
    """
    prose = [len(line) >= _PROSE and re.search("[。：:]$", line) is not None for line in lines]
    found = {
        at
        for at, line in enumerate(lines[1:-1], start=1)
        if _ALONE.fullmatch(line)
        and prose[at + 1]
        and (
            prose[at - 1] or _mark(lines[at - 1], 0, UNNUMBERED_RANK) or _ENDS.search(lines[at - 1])
        )
        and any(prose[:at])
    }
    return found if len(found) >= _SEVERAL else set()


def _bracketed_rank(lines: list[str]) -> int:
    """The rank of 【去年工作回眸】: a part's, unless parts or numbers stand above the first."""
    for line in lines:
        if _BRACKETED.match(line):
            return UNNUMBERED_RANK
        mark = _mark(line, 0, _SIGN_RANK)
        if mark and mark.rank in _PARTS:
            return _SIGN_RANK
    return _SIGN_RANK


def _inner_marks(line: str, start: int) -> list[Mark]:
    """Marks within a paragraph; one that opens it is found as the line's own."""
    worded = list(_INNER.finditer(line))
    if len(worded) > 1:
        rank, found = _WORDED_RANK, worded
    elif bracketed := _counted_on(line, _INNER_BRACKETED, _ANY_NUMBER):
        rank, found = _BRACKET_RANK, bracketed
    else:
        rank, found = _NUMBER_RANK, _counted_on(line, _INNER_NUMBERED, _FIRST_NUMBER)
    end = start + len(line)
    return [
        Mark(rank, one["number"], one["heading"], start + one.start(), end)
        for one in found
        if one.start()
    ]


def _counted_on(line: str, numbered: re.Pattern[str], opening: range) -> list[re.Match[str]]:
    """The numbered headings of a paragraph whose numbers go on from the one that opens it."""
    found: list[re.Match[str]] = []
    at = 0
    for one in numbered.finditer(line):
        count = chinese_number(one["count"]) or 0
        if count == at + 1 or (not found and count in opening):
            found.append(one)
            at = count
    return found if found and found[0].start() == 0 else []


def _mark(line: str, start: int, bracketed: int) -> Mark | None:
    if is_row(line):
        return None
    end = start + len(line)
    sign = _BRACKETED.match(line)
    if sign:
        return Mark(bracketed, "", sign["heading"], start, end)
    for rank, pattern in enumerate(_MARKS):
        match = pattern.match(line) if pattern else None
        if match:
            heading = _heading(line[match.end() :], run_on=rank >= ITEM_RANK)
            return Mark(rank, match[0].strip(), heading, start, end)
    if ANNEX.match(line):
        numbered = _ANNEX_NUMBER.fullmatch(line)
        return Mark(ANNEX_RANK, line if numbered else "", line, start, end)
    if _CAPTION.match(line):
        return None
    alone = len(line) <= 30 and not re.search(r"[。！？；，,;:：!?]|工作报告$|(?:表|清单)$", line)
    if (
        alone
        and not _ADVERBIAL.fullmatch(line)
        and PART_HEADING.search(line)
        and (find_years(line) or len(line) <= 20)
    ):
        return Mark(UNNUMBERED_RANK, "", line, start, end)
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
        if run_on and re.search(r"\d", head):
            return ""  # ——地区生产总值完成612.4亿元，增长5.1%: an item, not what stands below
        if stop.end() == len(rest) and re.search(r"\d+(?![\d年])", head):
            return ""  # 10.新建新能源汽车充电桩1800个。: an item of a list
        # A comma inside is fine ("抓转型、促升级,现代产业…"); a semicolon means prose.
        return head if not re.search("[；;]", head) else ""
    if len(rest) <= _LINE_HEADING_LIMIT and not re.search("[。；;]", rest):
        return "" if run_on and re.search(r"\d", rest) else rest
    return ""
