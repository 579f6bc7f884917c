"""Paragraphs put together again, where a text's lines break within sentences.

Pages, printers and mail programs set text to a width; a copied text keeps the breaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from corpus.canonical import ONE_LINE

ENDED = re.compile("[。！？!?：:；;”」』）)】》…|]$")
_STOPPED = re.compile("[。！？!?]$")
_RUNNING = re.compile("[，。；、,;]")  # a sentence, not a heading that has its line for itself
NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}(?:部分|、)|[(（][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,2}[.．、](?!\d)|各位代表)"
)
_FEW_LINES = 12  # of a text that has lost its line ends
# Where a line opens: at each space between Chinese signs; before 各位代表: ; after a sentence,
# before 一、 （一） 1. or ——; between a heading and the first below it
# (…加速构建1.工业经济高质突破。); about a part's name (2021年工作回顾)
_PART_OPENS = re.compile(
    r"(?<=[\u4e00-\u9fff。！:：])(?<![省市县区州旗盟镇乡]长) +(?=[\u4e00-\u9fff（(\d—“])|"
    r"(?=各位代表[:：!！])|(?<=各位代表[:：!！])|"
    r"(?<=[。！；;])(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|"
    r"\d{1,2}[.．、](?!\d)|——)|"
    r"(?<=[\u4e00-\u9fff])(?=\d{1,2}[.．](?!\d)[\u4e00-\u9fff]{4,20}。)|"
    r"(?<=[。！])(?=20\d\d年[^，,。；]{0,8}(?:工作)?(?:回顾|安排|打算|任务)(?![，,。]))|"
    r"(?<=工作回顾)(?=20\d\d年|过去|一年|各位)|(?<=工作安排)(?=20\d\d年|今年|各位)|"
    r"(?<=次会议上)(?=[\u4e00-\u9fff]{2,20}[省市县区州旗盟镇乡]长)|(?<=政府工作报告)(?=——)"
)
_BROKEN_SHARE = 0.4  # of the lines of prose, that end within a sentence
_SET_SHARE = 0.5  # of longer lines, that are of one width where all is set to it
_SET_LINES = 20  # the fewest that show a width
_SET_OFF = 3  # how much shorter such a line may be: an indent, a sign that may not open a line
_SET_LEAST = 20  # characters of a longer line
_WRAPPED = 2  # lines in a row that end within a sentence, and are of one width
_WRAP_LEAST = 24  # characters of such a line
_CUT_LEAST = 60  # characters of a line of prose that is no heading
_WRAP_OFF = 4  # how much longer or shorter it may be: a sign may not open a line


def unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs put together again.

    Args:
        lines: of the report.

    Returns:
        The lines as they are, unless many break within sentences. Where all are set to one width,
        each line of that width goes on in the next; else each that ends within a sentence does,
        unless the next begins with a number as headings do.
    """
    for measure in (len, _columns):
        width = _set_width(lines, measure)
        if width:
            return _joined_at(lines, width, measure)
    prose = [
        line for line in lines if len(line) >= 20 and "|" not in line and re.search("[，,]", line)
    ]
    broken = sum(not ENDED.search(line) for line in prose)
    if len(prose) < 5 or broken < len(prose) * _BROKEN_SHARE:
        return _with_wrapped_joined(lines)
    width = sorted(len(line) for line in prose)[len(prose) // 2]
    joined: list[str] = []
    for line in lines:
        above = NUMBERED.sub("", joined[-1], count=1) if joined else ""
        # （一）聚焦产业升级，实体经济量质齐升: a heading, where the line had room for more
        heading = joined and len(above) < min(len(joined[-1]), width - 3) and "。" not in above
        runs_on = not heading and _RUNNING.search(above) and not ENDED.search(above)
        if runs_on and not NUMBERED.match(line):
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def relaid(lines: list[str]) -> list[str]:
    """A report that stands all on one line, a paragraph a line again; other texts as they are.

    A page copied through a spreadsheet or a form loses its line ends: spaces stand for them, or
    nothing. Then salutations, headings by number and the names of parts open lines.
    """
    if not lines or max(map(len, lines)) < ONE_LINE or len(lines) > _FEW_LINES:
        return lines
    spread: list[str] = []
    for line in lines:
        parted = _PART_OPENS.sub("\n", line) if len(line) >= ONE_LINE else line
        spread.extend(one.strip() for one in parted.split("\n") if one.strip())
    return spread


def _columns(line: str) -> int:
    """How wide a line is where a Chinese sign is as wide as two letters."""
    return sum(2 if sign > "\u2e7f" or sign in "“”‘’…—" else 1 for sign in line)


def _set_width(lines: list[str], measure: Callable[[str], int]) -> int:
    """The width that all of a text is set to; 0 for none."""
    widths = [measure(line) for line in lines if len(line) >= _SET_LEAST and "|" not in line]
    if len(widths) < _SET_LINES:
        return 0
    widest = max(Counter(widths).most_common(3), key=lambda row: (row[1], row[0]))[0]
    near = sum(widest - 1 <= width <= widest + 1 for width in widths)
    longer = sum(width > widest + 2 for width in widths)
    return widest if near >= len(widths) * _SET_SHARE and not longer else 0


def _joined_at(lines: list[str], width: int, measure: Callable[[str], int]) -> list[str]:
    return _joined(
        lines,
        {
            at
            for at, (line, following) in enumerate(pairwise(lines))
            if measure(line) >= width - _SET_OFF
            and not _STOPPED.search(line)
            and not NUMBERED.match(following)
            and "|" not in following
        },
    )


def _joined(lines: list[str], broken: set[int]) -> list[str]:
    """The lines, each that goes on in the next put together with it."""
    joined: list[str] = []
    for at, line in enumerate(lines):
        if at - 1 in broken:
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _with_wrapped_joined(lines: list[str]) -> list[str]:
    """The lines, those of a stretch that is set to one width put together again.

    A page may have one section pasted with its lines broken at 40 characters, often within a
    word, and the others whole.
    """
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) - 1 and _is_broken(lines[end], len(lines[at])):
            end += 1
        if end > at:
            runs.append((at, end))
        at = end + 1
    widths = {len(lines[start]) for start, end in runs if end - start >= _WRAPPED}
    wrapped = [run for run in runs if any(_is_broken(lines[run[0]], width) for width in widths)]
    broken = {one for start, end in wrapped for one in range(start, end)}
    broken |= {at for at, pair in enumerate(pairwise(lines)) if _is_cut(*pair)}
    return _joined(lines, broken)


def _is_cut(line: str, following: str) -> bool:
    """Whether a long line ends within the sentence that the next one ends: …位列, 第4名。"""
    return (
        len(line) >= _CUT_LEAST
        and not ENDED.search(line)
        and not NUMBERED.match(following)
        and "|" not in line
        and following.endswith("。")
        and _RUNNING.search(line) is not None
    )


def _is_broken(line: str, width: int) -> bool:
    """Whether a line of about this width ends within a sentence."""
    return (
        len(line) >= _WRAP_LEAST
        and abs(len(line) - width) <= _WRAP_OFF
        and not ENDED.search(line)
        and not NUMBERED.match(line)
        and "|" not in line
        and _RUNNING.search(line) is not None
    )
