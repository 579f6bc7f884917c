"""Which of a report's ranks, or of its distances to other places, a question means."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry
from assistant.questions import phrases, places_asked
from assistant.questions.question import Question
from corpus.header import chinese_number
from corpus.models import Qualifier

CLOSE = 0.06  # figures so near to the best are told too, told apart
CLOSE_RANKS = 0.15  # the same county stands in many lists, each with a name of its own
# 总量、增速分别居全省第4位和第3位
_LISTED = re.compile("(总量|规模|增速|增幅)、(总量|规模|增速|增幅)(?:分别)?(?:居|列|位)")
# 增长8.2%，高于全市0.6个百分点，(增速)列全市各县（区）第2位: the pace is ranked, not the size
_RANKED_BY = re.compile(
    r"(?P<by>增速|增幅|总量|规模)(?:继续|首次|稳|跃升?至?|均|分别|连续[^,，;；]{0,4})*(?:位?[居列]|排名?|在)?"
    r"(?:[^,，;；\d]|\d+个){0,16}$"
)
_OF_GROWTH = ("增速", "增幅")

# 排第一的, 首位, "ranks first"
_NTH = re.compile(
    r"第(?:([一二三四五六七八九十]+)|(\d+))|\b(first|second|third|top(?![ -]\d))\b|"
    r"首位|榜首|最[高好大快强]|\b(?:best|highest|fastest|largest)\b",
    re.IGNORECASE,
)
_NTH_EN = {"first": 1, "second": 2, "third": 3, "top": 1}


def of_everything(rows: list[tuple[float, FigureEntry]]) -> list[tuple[float, FigureEntry]]:
    """百强县 without a field is the list of 县域综合发展; others are of industry or science."""
    best = max((score for score, _ in rows), default=0.0)
    whole = [row for row in rows if "综合" in row[1].name and row[0] >= best - CLOSE_RANKS]
    named = [row for row in rows if row[0] > max((s for s, _ in whole), default=0.0) + CLOSE]
    return whole if whole and not named else rows


def _of_growth_or_total(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """社零增速居第3位 or 总量居第4位: the rank of what is asked for."""
    growth = phrases.OF_GROWTH.search(question.frame) is not None
    total = phrases.OF_TOTAL.search(question.frame) is not None
    if growth == total:
        return rows
    by = {row[1].figure.start: ranked_by(row[1].before) for row in rows}
    fitting = [row for row in rows if (by[row[1].figure.start] in _OF_GROWTH) == growth]
    fitting = fitting if growth else [row for row in fitting if by[row[1].figure.start]] or fitting
    return fitting or [row for row in rows if not by[row[1].figure.start]]


def ranked_by(before: str) -> str:
    """What of an indicator a rank is of: 增速, 总量; "" where the words before it don't say."""
    listed = _LISTED.search(before)
    if listed:  # 总量、增速分别居全省第4位和(第3位)
        return listed[2] if re.search("[和、]$", before) else listed[1]
    said = _RANKED_BY.search(before)
    return said["by"] if said else ""


def of_gaps(
    scored: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Of what lies above or below others, that against the place which is asked for."""
    wider = question.wider
    against = [row for row in scored if any(name in row[1].clause for name in wider)]
    return against or ([] if wider else scored)


def _within(entry: FigureEntry, place: str) -> bool:
    """Whether a rank is within a place: 全省(第4位), also 全省88个县（市）第4位和(第3位)."""
    among = r"(?:\d+个[^,，、\d]{1,10}?)?(?:第[^,，、和]{1,4}[和、])*"
    listed = place + among + re.escape(entry.figure.text)
    return re.search(listed, entry.clause) is not None


def is_elsewhere(sentence: str, wider: tuple[str, ...]) -> bool:
    """Whether a sentence tells of a rank in the province, where one in the country is asked for."""
    told = re.search("全[省市]", sentence)
    return "全国" in wider and told is not None and "全国" not in sentence


def _is_place_named(entry: FigureEntry, question: Question) -> bool:
    """Whether the report's own place is the one asked for: which county came (first)."""
    value = entry.figure.value
    named = _NTH.search(question.text)
    if named is None or value is None:
        return False
    said = chinese_number(named[1]) if named[1] else None
    number = said or (int(named[2]) if named[2] else _NTH_EN.get((named[3] or "").lower(), 1))
    return value == number


def of_ranks(
    scored: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Of ranks in one list the exact one, and that within the place that is asked for."""
    within = [row for row in scored if any(_within(row[1], place) for place in question.wider)]
    if places_asked.WHICH_PLACE.search(question.text):
        scored = within = [row for row in within or scored if _is_place_named(row[1], question)]
    scored = [row for row in scored if not is_elsewhere(row[1].sentence, question.wider)]
    rows = _of_growth_or_total(of_everything(within or scored), question)
    exact = {row[1].name for row in rows if row[1].figure.qualifier is Qualifier.EXACT}
    return [
        row
        for row in rows
        if row[1].figure.qualifier is Qualifier.EXACT or row[1].name not in exact
    ]
