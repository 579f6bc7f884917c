"""Of what a statement tells something, where a sentence tells of several things."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.questions.tagging import tagger
from corpus.models import Kind, Measure
from corpus.sentences import Span

# 工业总产值(高于)营业收入; not 高于全省平均, which is no figure of the report's own
_MORE = re.compile("[高多快大]于|超过|多过|胜过|反超")
_LESS = re.compile("[低少慢小]于|不及|不如|少过")
_AGAINST = re.compile(f"(?:{_MORE.pattern})|(?:{_LESS.pattern})")
_DEED = re.compile(
    "上市|挂牌|登陆|建成|投产|竣工|完工|开工|落户|签约|通车|运营|入选|获评|获批|荣获|认定|授牌|开通"
)


def order_of(text: str, years: frozenset[int], knowledge: Knowledge) -> tuple[bool, Span] | None:
    """Whether one figure is above or below another as a statement says, and where both stand.

    None where it compares no two figures, or says more. Both must be named as the report names
    them, stand in one sentence and be of one time, place and unit.

    Args:
        years: those that the statement speaks of.
    """
    how = _AGAINST.search(text)
    if how is None or re.search("[,，;；]", text):
        return None
    one, two = (folded_name(part) for part in (text[: how.start()], text[how.end() :]))
    for first in _named(one, text, knowledge):
        for second in _named(two, text, knowledge):
            begin, end = first.figure, second.figure
            same = (begin.year, begin.scope, begin.unit) == (end.year, end.scope, end.unit)
            same = same and first.sentence == second.sentence
            timed = not years or begin.year in years
            if same and timed and begin.value and end.value and begin.value != end.value:
                span = (
                    min(begin.clause_start, end.clause_start),
                    max(begin.clause_end, end.clause_end),
                )
                return (begin.value > end.value) == (sign_of(text) > 0), span
    return None


def sign_of(text: str) -> int:
    """Whether a text sets one thing above another, 1, or below, -1; 0 where it compares none."""
    how = _AGAINST.search(text)
    if how is None:
        return 0
    return 1 if _MORE.fullmatch(how[0]) else -1


def _named(part: str, text: str, knowledge: Knowledge) -> list[FigureEntry]:
    """The levels that have come about and that a part of a statement names, the best first."""
    found = [
        entry
        for entry in knowledge.figures
        if entry.figure.measure is Measure.LEVEL
        and entry.figure.kind is not Kind.TARGET
        and len(entry.name) >= _SHORTEST
        and entry.name in part
        and (entry.figure.scope is None or entry.figure.scope in text)
    ]
    return sorted(found, key=lambda one: (one.figure.scope is None, -len(one.name)))


_SHORTEST = 3


def of_another(held: str, subject: tuple[str, ...], deeds: list[re.Pattern[str]]) -> bool:
    """Whether a list of what several did tells a deed of another than the one a statement names.

    Of 恒澜新材料项目建成投产,睿禾电子在科创板上市 the first is not what went public.

    Args:
        held: the stretch of the sentence.
        subject: what the statement's first name may be called.
        deeds: how its deed may be told.
    """
    pieces = re.split("[,，;；]", held)
    own = [at for at, one in enumerate(pieces) if any(name in one for name in subject if name)]
    done = [at for at, one in enumerate(pieces) if any(deed.search(one) for deed in deeds)]
    if not own or not done or set(own) & set(done) or max(own) >= min(done):
        return False
    return _DEED.search(pieces[own[-1]]) is not None and _has_subject(pieces[done[0]])


_NO_NAME = frozenset("vpdcurmb")


def _has_subject(piece: str) -> bool:
    """Whether a piece begins with a name of its own: (睿禾电子)在科创板上市; not 并投入使用."""
    deed = _DEED.search(piece)
    first = next(iter(tagger().cut(piece)), None)
    return bool(deed and deed.start() > 1 and first and first.flag[:1] not in _NO_NAME)
