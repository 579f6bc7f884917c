"""Figures that fit a question weakly, but so much better than all others that one is meant."""

from __future__ import annotations

import re

from assistant.answers.figure_groups import of_aspect
from assistant.evidence.knowledge import FigureEntry
from assistant.matching.funds import is_for
from assistant.matching.matching import is_far
from assistant.matching.ranks import CLOSE
from assistant.matching.wanted import Wanted
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.question import Question
from corpus.models import Measure

_ENOUGH_ALONE = 0.45  # for figures that are ahead of all others by so much:
_AHEAD = 0.15
SOLID = 0.2  # the weight of a word which they must have in their name


def standing_out(
    scored: list[tuple[float, FigureEntry]], question: Question, wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """The figures of one subject that fit much better than all others, if not well."""
    fitting = sorted(of_aspect(scored, question, wanted), key=lambda row: -row[0])
    if not fitting or fitting[0][0] < _ENOUGH_ALONE:
        return []
    best, first = fitting[0]
    in_name = [w for w in wanted if w.weight >= SOLID and w.stands_in(first.name)]
    named = bool(in_name)
    if any(is_far(word, first) for word in wanted) or _lacks_more(wanted, in_name):
        return []
    if not named and not is_for(first, question, wanted):
        return []
    if question.unit is AskedUnit.COUNT and not _is_counted(first, wanted):
        return []
    own = [row for row in fitting if row[1].name == first.name and row[0] >= best - CLOSE]
    others = [score for score, entry in fitting if _is_another(entry, first)]
    return own if not others or best - others[0] >= _AHEAD else []


def _lacks_more(wanted: tuple[Wanted, ...], in_name: list[Wanted]) -> bool:
    """Whether what a report has not weighs more than what a figure is called by.

    省会二手房均价: no figure is one because the capital is in its name. An English word may
    but lack its translation ("harm's way").
    """
    lacking = sum(
        one.weight
        for one in wanted
        if one.topic.noun and not one.held and not one.topic.text.isascii()
    )
    return bool(in_name) and lacking > sum(one.weight for one in in_name)


def _is_counted(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a thing asked of is what is counted: no homes in 加装住宅电梯80部."""
    name = re.sub("(?:项目|工程|建设|总?数|个数)$", "", entry.name)
    return any(name.endswith(one) for word in wanted for one in word.alternatives if one)


def _is_another(entry: FigureEntry, first: FigureEntry) -> bool:
    """Whether a figure is of another thing: 总投资 in another sentence is of another project."""
    if entry.name != first.name:
        return True
    same = (entry.figure.kind, entry.figure.year) == (first.figure.kind, first.figure.year)
    return same and entry.sentence != first.sentence


_LEVEL = re.compile("(?:国家|省|市|县|区)(?:重点|级)?")


def of_fullest_name(
    rows: list[tuple[float, FigureEntry]], wanted: tuple[Wanted, ...]
) -> list[tuple[float, FigureEntry]]:
    """Without those whose name has less of the question than another's of the same measure.

    Asked for the approval time of projects: 工程项目全流程审批时限, not 审批时限 of all things. Of
    lists that rank only terms of the field count: 科技创新百强县市, not 新型城镇化百强县市.
    """

    def told(entry: FigureEntry) -> set[int]:
        ranked = entry.figure.measure is Measure.RANK
        return {
            word.topic.start
            for word in wanted
            if word.stands_in(entry.name) and (word.topic.terms or not ranked)
        }

    named = [told(entry) for _, entry in rows]
    fuller = [
        any(
            own < other and entry.figure.measure is of.figure.measure
            for other, (_, of) in zip(named, rows, strict=True)
        )
        for own, (_, entry) in zip(named, rows, strict=True)
    ]
    kept = [row for row, less in zip(rows, fuller, strict=True) if not less]
    names = {entry.name for _, entry in kept}
    # 省重大重点项目 beside 重大重点项目: those of one level, which the question does not name
    return [
        row
        for row in kept
        if not ((level := _LEVEL.match(row[1].name)) and row[1].name[level.end() :] in names)
    ]
