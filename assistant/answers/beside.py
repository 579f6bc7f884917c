"""What stands beside an answer: the figures of its sentence, for a question's other parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answers.figure_groups import FigureGroup, group_start, grouped
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.matching.matching import CLAUSE, NAME, coverage
from assistant.matching.subject import is_attribute
from assistant.matching.wanted import Wanted, wanted_words
from assistant.models import Answer
from assistant.questions import phrases
from assistant.questions.asked_unit import PHYSICAL, AskedUnit, told_in
from assistant.questions.period import period_of
from assistant.questions.question import Aspect, Question
from corpus.models import Kind, Measure
from corpus.sentences import Span, after_last

_SURE = 0.8  # a figure elsewhere that fits a part so well is what the part names by itself
_TELLS = 0.5  # the weight of a word that a figure's own piece must have
_NAMES = 0.3  # the weight of one that names something
_NEARLY = 0.75  # how much of the weight of such words its sentence must have
_BORDER = "[。!！?？;；\n]"
# and how big is it, of what size, 规模多大: whatever a thing is measured in
_SIZE = re.compile(
    r"\bhow (?:big|large)\b|"
    r"\bwhat(?:['’]s| is| was| will be)?(?: the)?(?: [a-z]+)? (?:size|capacity|scale)\b|"
    r"多大|(?:规模|容量|装机|产能|体量)(?:是|有|为)?多少",
    re.IGNORECASE,
)
_SIZES = re.compile("(?:千瓦|兆瓦|千伏安|床|张|箱|车位|人次|个泊位)$")


@dataclass(frozen=True)
class Near:
    """Where the parts of a question before were answered.

    ``told`` holds where the figures start that they were answered with.
    """

    spans: tuple[Span, ...] = ()
    told: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.spans)


NOTHING_NEAR = Near()


def near_to(answers: list[Answer]) -> Near:
    """Where answers stand in their reports."""
    return Near(
        tuple((one.start, one.end) for answer in answers for one in answer.citations),
        frozenset(figure.start for answer in answers for figure in answer.figures),
    )


def is_beside(entry: FigureEntry, near: Near, knowledge: Knowledge) -> bool:
    """Whether a figure stands in one of the spans, or in the sentence of one."""
    text = knowledge.report.text
    for start, end in near.spans:
        within = start <= entry.figure.start < end  # a quote ends with its sentence's stop
        first, last = sorted((entry.figure.start, start if entry.figure.start < start else end))
        if within or not re.search(_BORDER, text[first:last]):
            return True
    return False


def only_beside(
    scored: list[tuple[float, FigureEntry]],
    near: Near,
    knowledge: Knowledge,
    question: Question,
) -> list[tuple[float, FigureEntry]]:
    """曝光问题52个,(整改率达100%): the one figure beside in the unit that is asked for.

    Not where another fits what the part names by itself: how many beds were added.
    """
    if question.unit is None:
        return []
    rows = [(score, entry, is_beside(entry, near, knowledge)) for score, entry in scored]
    if any(s >= _SURE and not by and told_in(e.figure, question.unit) for s, e, by in rows):
        return []
    beside = [entry for _, entry, by in rows if by and entry.figure.start not in near.told]
    return [(1.0, beside[0])] if len(beside) == 1 else []


def figures_beside(
    part: Question, question: Question, near: Near, knowledge: Knowledge
) -> tuple[FigureGroup, ...]:
    """The figure of an answer's sentence that another part of the question asks for.

    "How many homes were done up, for how much?": the second part may be no question by itself,
    and what it names may have other words in the report. Empty where several figures fit, or
    none, or where none has the words of the part that the report uses. A part with no such words
    is told a side of the same thing, not what has a name of its own: 涝区治理工程总投资.

    Args:
        part: understood from the words of the part alone.
        question: the whole, with all of its parts.
        near: where the other parts were answered.
    """
    words = wanted_words(part, knowledge)
    if any(_is_unknown(word) for word in words):
        return ()
    wanted = _telling(words)
    period = period_of(part, knowledge.report)
    dated = part.has_period or part.target
    others = [entry for entry in knowledge.figures if entry.figure.start in near.told]
    of_same = {entry.name for entry in others}
    kinds = {entry.figure.kind is Kind.TARGET for entry in others} | {question.target}
    said = _telling(wanted_words(question, knowledge))
    rows = [
        (_fit(entry, wanted), entry)
        for entry in knowledge.figures
        if entry.figure.start not in near.told
        and is_beside(entry, near, knowledge)
        and _is_asked(entry, part, wanted)
        and _has_words(entry, wanted)
        and (bool(wanted) or entry.name in of_same or _is_side(entry, said))
        and (not dated or period.holds(entry.figure))
        and (entry.figure.kind is Kind.TARGET) in (kinds if others else (True, False))
    ]
    best = max((score for score, _ in rows), default=0.0)
    chosen = [row for row in rows if row[0] == best]
    return grouped(chosen, part, knowledge) if len(chosen) == 1 else ()


def _is_unknown(word: Wanted) -> bool:
    """Whether a Chinese word names what the report never speaks of; English has others for it."""
    return not word.held and not word.topic.text.isascii() and word.weight >= _NAMES


def _telling(words: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The words that tell what is asked for: how many (km of line) were built."""
    return tuple(word for word in words if word.weight >= _TELLS and word.held)


def _fit(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> float:
    return coverage(wanted, ((entry.name, NAME), (entry.clause, CLAUSE)))


def _is_side(entry: FigureEntry, said: tuple[Wanted, ...]) -> bool:
    """Whether a figure is of what the question names: by its name, or as a side of it."""
    return is_attribute(entry.name) or any(word.stands_in(entry.name) for word in said)


def _has_words(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a figure's sentence has the words of a part, or nearly all: "plant" says little.

    An indicator stands in its own clause: 居民收入增长8%左右；出口实现量稳质升 tells of no exports.
    """
    if any(word.topic.is_indicator and not word.stands_in(entry.clause) for word in wanted):
        return False
    return not wanted or coverage(wanted, ((entry.sentence, 1.0),)) >= _NEARLY


def _is_asked(entry: FigureEntry, part: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a figure is of the kind that a part asks for; without a kind, by its name."""
    figure = entry.figure
    if part.unit is not None:
        return told_in(figure, part.unit) and figure.measure is not Measure.RANK
    if part.aspect is Aspect.GROWTH:
        return figure.measure in (Measure.GROWTH, Measure.CHANGE)
    if part.aspect is Aspect.RANK:
        return figure.measure is Measure.RANK
    if part.aspect is Aspect.SHARE:
        return told_in(figure, AskedUnit.PERCENT)
    if _SIZE.search(part.text):
        sized = any(told_in(figure, kind) for kind in PHYSICAL)
        return sized or _SIZES.search(figure.unit) is not None
    asks = phrases.HOW_MANY.search(part.frame) or phrases.WHETHER.search(part.frame)
    return bool(asks) and any(word.stands_in(entry.name) for word in wanted)


_OF_NAME = 0.6  # the weight of a word that tells whose a figure is
_LEAD = re.compile("[^，,；;。]*$")
_FARTHEST = 80  # signs from a thing's name to what is told of it


def with_names(
    groups: tuple[FigureGroup, ...], wanted: tuple[Wanted, ...], knowledge: Knowledge
) -> tuple[FigureGroup, ...]:
    """The groups with where their sentence names what is asked of, if not in their clauses.

    投资6.5亿元的(润泽水泥)熟料线技改完成，日产能由4500吨提高到6000吨
    """
    names = [
        w for w in wanted if w.weight >= _OF_NAME and w.topic.noun and not w.topic.is_indicator
    ]
    return tuple(_with_owner(_with_name(group, names, knowledge), knowledge) for group in groups)


def _with_owner(group: FigureGroup, knowledge: Knowledge) -> FigureGroup:
    """The group with where its sentence names whose it is: (柳塘街道)改造小区14个；建成食堂5家."""
    text, start = knowledge.report.text, group_start(group)
    scope = group.figures[0].scope
    end = max(one.clause_end for one in group.figures)
    if text.startswith("其中", start):  # of what the clause before tells
        since = after_last("。！!？?\n；;", text, start)
        return replace(group, named_from=since) if start - since <= _FARTHEST else group
    if not scope or scope in text[start:end]:
        return group
    opens = after_last("。！!？?\n", text, start)
    at = text.rfind(scope, max(opens, start - _FARTHEST), start)
    return group if at < 0 else replace(group, named_from=at)


def _with_name(group: FigureGroup, names: list[Wanted], knowledge: Knowledge) -> FigureGroup:
    text, start = knowledge.report.text, group_start(group)
    own = text[start : max(one.clause_end for one in group.figures)] + (
        group.figures[0].indicator + (group.figures[0].scope or "")
    )
    opens = after_last("。！!？?\n；;", text, start)
    before = text[max(opens, start - _FARTHEST) : start]
    found = [
        before.rfind(one)
        for word in names
        if not word.stands_in(own)
        for one in word.alternatives
        if one and one in before
    ]
    if not found:
        return group
    lead = _LEAD.search(before[: min(found)])
    at = start - len(before) + (lead.start() if lead else 0)
    at += len(text[at:start]) - len(text[at:start].lstrip())
    return replace(group, named_from=at)
