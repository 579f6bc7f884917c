"""What a printed page puts around and between a report's paragraphs, where one is pasted as text.

Page numbers, the head that each page repeats and the table of contents are the printer's, not the
report's: they are left out, and a paragraph that a page's end broke is whole again. Footnotes
stand together at the text's end, not within a sentence; no word of them is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile

from corpus.sentences import NOTE
from corpus.wrapping import ENDED

# — 3 — ; - 12 - ; 第 3 页 共 12 页 ; 3 / 12
_PAGE = re.compile(
    r"[-—–－·]+\s*(?P<dashed>\d{1,3})\s*[-—–－·]+|"
    r"第\s*(?P<named>\d{1,3})\s*页(?:[,，/\s(（]*共\s*\d{1,3}\s*页[)）]?)?|"
    r"(?P<of>\d{1,3})\s*[/／]\s*\d{1,3}"
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
# 01 战疫情，稳住基本盘 …………………… 4
_CONTENT = re.compile(r".{2,60}?\s?[….．·]{3,}\s?[-—(（]?\d{1,3}[-—)）]?")
# the same below 目录, where a tab led the number to the page's edge
_LISTED = re.compile(r".{2,60}?(?:[….．·\s]+| \| )[-—(（]?(?P<page>\d{1,3})[-—)）]?")
_CONTENTS = re.compile(r"目\s*[录次]|CONTENTS?", re.IGNORECASE)
RULE = re.compile(r"[—─_－-]{4,}")  # above the footnotes of a page
_HEADING = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:部分|[章节篇]|、)|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,2}[.．、](?!\d)|0\d\s|PART\b|各位代表|[—─]{2})",
    re.IGNORECASE,
)
_HEAD_LIMIT = 40  # characters of the head that each page repeats
_PAGES = 2  # the fewest numbers that are those of pages
_BARE_PAGES = 4  # where they stand alone, without dashes
_REPEATED = 2  # times that a page's head is there at least
_CONTENT_LINES = 3
_BROKEN = 15  # characters of a line that may run on on the next page


def without_print(lines: list[str]) -> list[str]:
    """The lines of a text without what a printer puts between them; as they are where it has none.

    Args:
        lines: none of them blank.
    """
    lines = _without_contents(lines)
    numbers = _page_numbers(lines)
    if not numbers:
        return lines
    heads = _page_heads(lines, numbers)
    dropped = numbers | {at for at, line in enumerate(lines) if line in heads}
    notes = _footnotes(lines)
    kept: list[str] = []
    broken = False
    for at, line in enumerate(lines):
        if at in dropped or at in notes:
            broken = broken or bool(kept)
            continue
        if broken and _runs_on(kept[-1], line):
            kept[-1] += line
        else:
            kept.append(line)
        broken = False
    return kept + [lines[at] for at in sorted(notes - dropped)]


def _without_contents(lines: list[str]) -> list[str]:
    """The lines without a table of contents: at least three that end in dots and a number.

    Below 目录 they need no dots where the numbers only grow.
    """
    listed = {at for at, line in enumerate(lines) if _CONTENT.fullmatch(line)}
    if len(listed) < _CONTENT_LINES:
        listed = set()
    for at, line in enumerate(lines):
        if not _CONTENTS.fullmatch(line):
            continue
        below = [*map(_LISTED.fullmatch, lines[at + 1 :])]
        pages = [int(match["page"]) for match in takewhile(bool, below) if match]
        if len(pages) >= _CONTENT_LINES and pages == sorted(pages):
            listed.update(range(at, at + len(pages) + 1))
        elif at + 1 in listed:
            listed.add(at)
    return [line for at, line in enumerate(lines) if at not in listed]


def _page_numbers(lines: list[str]) -> set[int]:
    """Which lines are the numbers of pages: they count on."""
    numbered = [
        (at, int(match["dashed"] or match["named"] or match["of"]))
        for at, line in enumerate(lines)
        if (match := _PAGE.fullmatch(line))
    ]
    if len(numbered) >= _PAGES and _counts_on([number for _, number in numbered]):
        return {at for at, _ in numbered}
    bare = [(at, int(line)) for at, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line)]
    if len(bare) >= _BARE_PAGES and _counts_on([number for _, number in bare]):
        return {at for at, _ in bare}
    return set()


def _counts_on(numbers: list[int]) -> bool:
    return all(later == one + 1 for one, later in pairwise(numbers))


def _page_heads(lines: list[str], numbers: set[int]) -> set[str]:
    """Short lines that stand beside the numbers of several pages, and hardly anywhere else."""
    beside = Counter(
        lines[near]
        for at in numbers
        for near in (at - 1, at + 1)
        if 0 <= near < len(lines)
        and near not in numbers
        and len(lines[near]) <= _HEAD_LIMIT
        and not lines[near].endswith(("。", "；"))
    )
    found = Counter(lines)
    return {
        line for line, count in beside.items() if count >= _REPEATED and found[line] <= count + 1
    }


def _footnotes(lines: list[str]) -> set[int]:
    """Lines below a rule that begin with a note's sign, the rule among them."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        end = at + 1
        while RULE.fullmatch(line) and end < len(lines) and NOTE.match(lines[end]):
            end += 1
        if end > at + 1:
            found.update(range(at, end))
    return found


def _runs_on(line: str, following: str) -> bool:
    """Whether a paragraph that a page's end broke goes on."""
    return (
        len(line) >= _BROKEN
        and "|" not in line
        and not ENDED.search(line)
        and not _HEADING.match(following)
        and ("。" in line or not _HEADING.match(line))
    )
