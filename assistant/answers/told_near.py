"""Of like figures those told where more of the question's words stand."""

from __future__ import annotations

from assistant.evidence.knowledge import FigureEntry
from assistant.matching.matching import TELLS_MUCH
from assistant.matching.wanted import Wanted
from corpus.models import Measure


def where_said(
    rows: list[tuple[float, FigureEntry]], wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """Of like figures those told where more of the question is: 满意率 after 12345热线."""
    told = [_told_near(entry.stretch, wanted) for _, entry in rows]
    near = [row for row, own in zip(rows, told, strict=True) if not any(own < one for one in told)]
    if any(entry.figure.measure is Measure.LEVEL for _, entry in near):
        return near
    # 城镇、农村居民人均可支配收入分别为38216元、16482元: by a name that is put together
    most = max((len(one) for one in told), default=0)
    levels = [row for row in rows if row[1].figure.measure is Measure.LEVEL]
    named = [row for row in levels if len(_told_near(row[1].name, wanted)) >= most]
    return [*named, *near] if named else near


def of_its_matter(
    rows: list[tuple[float, FigureEntry]], wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """Of each sentence's figures those between whose semicolons the telling words stand.

    办理代表建议68件,满意率达到100%;办理(政协提案)120件,委员满意率达到98%
    """
    telling = tuple(word for word in wanted if word.held and word.weight >= TELLS_MUCH)
    return [
        row
        for row in rows
        if not any(
            _told_near(row[1].stretch, telling) < _told_near(other.stretch, telling)
            for _, other in rows
            if other.sentence == row[1].sentence
        )
    ]


def _told_near(text: str, words: tuple[Wanted, ...]) -> set[int]:
    """Which words stand in a text, as between the semicolons around a figure, by where asked."""
    return {word.topic.start for word in words if word.stands_in(text)}
