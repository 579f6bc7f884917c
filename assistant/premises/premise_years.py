"""What a question puts in a year of its own, and the report tells of another: 2012年升格的吧?"""

from __future__ import annotations

import re

from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.matching.wanted import Wanted, wanted_words
from assistant.premises.premise_words import CONFIRMS
from assistant.questions import phrases
from assistant.questions.question import Question
from corpus.models import Part
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_TELLING = 0.3  # the weight of a word that the clause must have
_SUBJECT = 0.8  # that of one of them, or of two together
# 是2020年开通的吧: that it opened is taken for granted, only the year is asked
_CLEFT = re.compile(
    r"是在?(?:19|20)\d\d年[^,，?？]{2,}的[吧吗对是?？,，]|\b(?:was|is) it in (?:19|20)\d\d that\b",
    _IGNORE,
)
# 2014年升格, 2018年6月下闸蓄水; not 比2020年, 2015年的12户, 由2011年的
_HAPPENED = re.compile(r"(?<![比较由从自至到\d])(?P<year>(?:19|20)\d\d)年(?!来|以来|的|底前|度)")


def in_another_year(question: Question, knowledge: Knowledge) -> Span | None:
    """The clause that tells when the very thing was or will be; None for none, or for several.

    岐山开发区是2012年升格的吧? where it says 2014年升格为省级开发区.

    Args:
        question: what was asked; the report was found not to tell it of that year.
        knowledge: the report that it is of.
    """
    asked = set(question.years)
    given = CONFIRMS.search(question.text) or phrases.WHY.search(question.text)
    if len(asked) != 1 or not given:
        return None
    words = tuple(word for word in wanted_words(question, knowledge) if word.weight >= _TELLING)
    held = [word for word in words if word.held]
    if sum(word.weight for word in held) < _SUBJECT or len(held) < len(words) - 1:
        return None
    rows = [one for one in knowledge.clauses if _is_of(one, held)]
    told = {one: _years(one) for one in rows}
    if any(asked & years for years in told.values()):
        return None
    dated = [one for one, years in told.items() if years]
    if not dated and _CLEFT.search(question.text):  # told of the year that is looked back on
        dated = [one for one in rows if one.section and one.section.part is Part.REVIEW]
    return (dated[0].start, dated[0].end) if len(dated) == 1 else None


def _is_of(entry: ClauseEntry, words: list[Wanted]) -> bool:
    return entry.section is not None and all(word.stands_in(entry.text) for word in words)


def _years(entry: ClauseEntry) -> set[int]:
    return {int(one["year"]) for one in _HAPPENED.finditer(entry.text)}
