"""Figures that a question names just as the report does, whatever the words of the name mean."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.figure_groups import FigureGroup
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name, key_of
from assistant.models import Language
from assistant.questions import places_asked
from assistant.questions.question import Aspect, Question
from assistant.questions.topics import Topic
from assistant.questions.understanding import understand
from corpus.models import Figure

_SHORT = 4  # signs of a name that says by itself what it is of
_NAMELESS = "此项"  # what stands for the name, while the rest of the question is read


def under_own_name(
    question: Question, knowledge: Knowledge, found: tuple[FigureGroup, ...]
) -> tuple[Question, Knowledge] | None:
    """The question with the report's own name in it as one word, and the figures of that name.

    安排救灾资金是多少: in the name 安排 is no plan, nor asks 资金 of 审计查出问题资金整改率 for
    money. None where the question has no such name, or what was found is told by it already.

    Args:
        found: the figures that the question's words lead to.
    """
    which = places_asked.WHICH_PLACE.search(question.text) or question.aspect is Aspect.RANK
    if which or question.language is not Language.ZH:
        return None  # 全省营商环境评价排第一的是哪个县: none of ours
    text = folded_name(question.text)
    names = {one.name for one in knowledge.figures if len(one.name) >= _SHORT and one.name in text}
    if not names:
        return None
    name = max(names, key=len)
    told: tuple[FigureEntry, ...] = tuple(one for one in knowledge.figures if one.name == name)
    if all(_is_told(one.figure, found) for one in told):
        return None
    at = text.index(name)
    rest = text[:at] + _NAMELESS + text[at + len(name) :]
    asked = understand(rest, question.language)
    others = tuple(one for one in asked.topics if one.start >= at + len(_NAMELESS) or one.end <= at)
    topic = Topic(name, (), at, at + len(_NAMELESS))
    return replace(asked, topics=(topic, *others)), knowledge.narrowed(told)


def named_better(named: tuple[FigureGroup, ...], found: tuple[FigureGroup, ...]) -> bool:
    """Whether the figures of the very name answer, and not those that its words lead to.

    外贸航线 are no foreign trade; but 实际到位内资 has 到位内资 in its name, and is as good.
    """
    if not found:
        return True
    own, other = named[0].figures[0], found[0].figures[0]
    return (own.year, own.kind) == (other.year, other.kind) and not _is_told(own, found)


def _is_told(figure: Figure, found: tuple[FigureGroup, ...]) -> bool:
    """Whether some figures that were found have the name of another in theirs."""
    name = key_of(folded_name(figure.indicator))
    return any(
        name in key_of(folded_name(one.indicator)) for group in found for one in group.figures
    )
