"""Which way a question says that a figure moved, held against how the report tells it."""

from __future__ import annotations

import re

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry
from assistant.evidence.names import folded_name
from corpus.models import Measure

_IGNORE = re.IGNORECASE
# What a question says of a move: "slid to 45th", 下降到了92.1%, "how big was the drop"
FELL = re.compile(
    r"下降|下滑|缩水|走低|少了|变[差坏少小低短慢]|(?:越来越|一年比一年)[低少小短差]|少[花用支]|滑落|滑到|回落|[降跌掉退减]了?[到至]|后退|缩短|压缩|跌|萎缩|恶化|"
    r"\b(?:f[ae]ll(?:en)?(?! short)|dropp?(?:ed|s)?|declin\w+|slip(?:ped)?|slid(?:e|den)?|sank|"
    r"sunk|slump\w*|decreas\w+|shr[aiu]nk|worsen\w*|deteriorat\w+|tumbl\w+|plung\w+|contract(?:ed|ion))\b",
    _IGNORE,
)
ROSE = re.compile(
    r"提高|上升|上涨|提升|回升|[升增走]高|多了|变[好多大高长快]|(?:越来越|一年比一年)[高多大长]|多[花用支]|增[至到]|升[至到]|涨了?|增[长加]了|前移|跃[升居]|攀升|进位|扩大到|延长|"
    r"\b(?:r[io]se(?:n)?|climb\w*|improv\w+|jump\w*|advanc\w+|increas\w+|gr[eo]w|soar\w*|"
    r"surg\w+)\b",
    _IGNORE,
)
NOT = re.compile(r"不|没|未|\bnot?\b|n't\b|n’t\b", _IGNORE)
_REPORT_FELL = re.compile("下降|下滑|回落|[降减跌]|后移|退|压缩|缩短")
_REPORT_ROSE = re.compile("提高|上升|上涨|提升|[升增]|前移|跃|攀|进位|扩大|迈[进入]|跻身")
MOVES = re.compile(
    "|".join(one.pattern for one in (FELL, ROSE, _REPORT_FELL, _REPORT_ROSE)), _IGNORE
)
# 涨还是跌, "rise or fall"
EITHER = re.compile(r"还是|或|\bor\b", _IGNORE)


# The words right behind a place that tell how far it moved: 列第63位(、前移7位)
BEHIND = re.compile(r"[、，,][^，,；;。]{0,6}?[\u4e00-\u9fff]{2}\d+[位名]")


def _behind(entry: FigureEntry) -> str:
    after = entry.sentence.partition(folded_name(entry.figure.text))[2]
    moved = BEHIND.match(after)
    return moved[0] if moved else ""


def turned(claim: Claimed, entry: FigureEntry) -> bool:
    """Whether the value holds but moved the other way: "slid to 49th" for 前移至第49位."""
    figure = entry.figure
    if figure.measure not in (Measure.LEVEL, Measure.RANK, Measure.SHARE):
        return False
    if NOT.search(claim.frame):
        return False
    fell, rose = FELL.search(claim.frame), ROSE.search(claim.frame)
    told = entry.before
    if figure.measure is Measure.RANK:  # 列第63位、前移7位
        told += _behind(entry)
    down, up = _REPORT_FELL.search(told), _REPORT_ROSE.search(told)
    return bool((fell and not rose and up and not down) or (rose and not fell and down and not up))
