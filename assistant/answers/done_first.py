"""What was achieved before what is aimed at, and of places the one reached."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry
from assistant.matching.ranks import CLOSE
from assistant.questions.period import Period
from assistant.questions.question import Aspect, Question
from corpus.models import Kind, Measure

_CLOSE_PLACES = 0.15
# 一共种了多少亩: nothing that is only planned
_ALL_DONE = re.compile("(?:一共|总共|累计)[^,，。?？要将会]{1,4}了多少")


# 由(23家)整合为8家: what there was before, which no one asks for who asks how many are left
_START = re.compile(r"[由从](?:全[国省市县区州])?$")


def _reached(scored: list[tuple[float, FigureEntry]]) -> list[tuple[float, FigureEntry]]:
    """Of places without the first, where the last fits too: 由全省第41位上升到(第27位)."""
    last = [r for r in scored if r[1].figure.measure is not Measure.RANK or not _is_start(r[1])]
    best = max(score for score, _ in scored)
    return last if any(score >= best - CLOSE for score, _ in last) else scored


def _is_start(entry: FigureEntry) -> bool:
    return _START.search(entry.before) is not None


def done_first(
    scored: list[tuple[float, FigureEntry]], period: Period, question: Question
) -> list[tuple[float, FigureEntry]]:
    """What was achieved, where no target is asked for and both fit; of places the one reached."""
    if scored and not period.years:
        scored = _reached(scored)
    if period.kind is not None or len(period.years) > 1 or not scored:
        return scored
    best, close = max(score for score, _ in scored), CLOSE
    done = [row for row in scored if row[1].figure.kind is not Kind.TARGET]
    done = [row for row in done if not _is_start(row[1])]
    if _ALL_DONE.search(question.text):
        return done
    if question.aspect is Aspect.RANK:
        close, done = _CLOSE_PLACES, [r for r in done if r[1].figure.measure is Measure.RANK]
    first = max(scored, key=lambda row: row[0])[1]
    fuller = first.figure.kind is Kind.TARGET and question.aspect is not Aspect.RANK
    # 煤化工、建材三大产业产值, of which the aim says but 三大产业产值
    fits = any(
        score >= best - close or (fuller and entry.name.endswith(first.name))
        for score, entry in done
    )
    return done if fits else scored
