"""Which figures count a part only where all that there is is asked for."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import FigureEntry
from assistant.evidence.names import folded_name
from assistant.matching.wanted import Wanted
from assistant.questions import phrases
from corpus.glossary import Term, load_glossary


def in_all(text: str) -> bool:
    """Whether all that there are is asked for: teachers in total, of whom 187 were recruited."""
    return phrases.IN_ALL.search(text) is not None and phrases.NEW.search(text) is None


# (培育规上企业)11家,(总数达到)86家
_CAME = re.compile("(?:培育|认定|引进|发展|入库|升规|净增)[^,，;；]*$")
_THEN_ALL = re.compile("[,，](?:企业)?(?:总数|总量|累计)")


def is_new(entry: FigureEntry) -> bool:
    """Whether a figure counts what came new; 新增企业12家,总数达156家 tells of all beside it.

    So does 培育企业11家,总数达到86家, whose verb is no part of the name.
    """
    told = entry.name + entry.before[-12:]
    if phrases.IN_ALL.search(told):
        return False
    if phrases.NEW.search(entry.name):
        return True
    came, _, then = entry.stretch.partition(folded_name(entry.figure.text))
    return _CAME.search(came) is not None and _THEN_ALL.match(then) is not None


# (年内完成投资)42亿元, (年度计划投资)465亿元: what goes in within a year is no work's 总投资
_WITHIN_A_YEAR = re.compile("(?:完成|年度计划|年度|当年|年内)投资额?$")


def of_a_year(entry: FigureEntry, asked: frozenset[Term]) -> bool:
    """Whether a sum is of one year where it is asked what a work costs in all."""
    total = any(term.zh == "总投资" for term in asked)
    return total and _WITHIN_A_YEAR.search(entry.name) is not None


_INCOME = ("收入", "支出")


def of_one_kind(entry: FigureEntry, named: tuple[Wanted, ...], terms: frozenset[Term]) -> bool:
    """Whether a figure is of one kind of what is asked for in all: electric cars, not all cars.

    A kind that the field has a word for (新能源), which the question has not.

    Args:
        entry: the figure.
        named: the question's nouns that the report has.
        terms: of the field that the question names.
    """
    asked = {one for word in named for one in word.alternatives}
    for thing in load_glossary().find(entry.name):
        if terms.intersection(thing.terms):
            continue  # the metro's length, where just that is asked for
        told = entry.name[thing.start : thing.end]
        # of words as long as one another the last: 村级(集体)经济总(收入) is an income
        of = max(
            (w for w in asked if w in told), key=lambda w: (len(w), told.find(w), w), default=""
        )
        kind = told[: told.find(of)] if of and told not in asked else ""
        if told.endswith(_INCOME) and not of.endswith(_INCOME):
            continue  # of (村级)集体经济总收入, which is no kind of the economy
        if load_glossary().by_zh(kind) and not any(one in kind for one in asked):
            return True
    return False
