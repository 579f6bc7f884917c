"""Clauses that name several things of the kind that a question wants named: which cities."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.clause_ranking import rank_clauses
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.matching.wanted import Wanted
from assistant.questions.period import Period
from assistant.questions.question import Question
from index.retriever import Hit

_HEAVY = 0.5  # the weight of words that every such clause must have in its sentence
# in which (cities), 哪几个(乡镇): what the things are that are to be named
_TO_NAME = re.compile(
    r"\b(?:which|what) (?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?"
    r"(?P<en>(?:[a-z-]+ )?(?:cities|towns|townships|villages|streets|roads|rivers|fields|areas|"
    r"sectors|industries|places|sites|products|crops|regions|districts|communities|trades|subjects|themes))\b|"
    r"哪[几些]?[个条家项些类]?(?P<zh>乡镇|城市|行业|领域|地方|街道|路段|河流|河|村|片区|产品|产业|方面|地区|学科)",
    re.IGNORECASE,
)
_ENUMERATES = re.compile("[\u4e00-\u9fff”》](?:、|(?<!饱)和|及|与)[\u4e00-\u9fff“《]")


def naming_several(
    knowledge: Knowledge,
    question: Question,
    period: Period,
    wanted: tuple[Wanted, ...],
    hits: list[Hit],
) -> tuple[tuple[Wanted, ...], list[tuple[float, ClauseEntry]]]:
    """The clauses that name several things, which they need not call what the question does.

    In which cities? 派驻上海、深圳、新加坡3支招商小分队. All else that is asked of must be told.

    Args:
        period: that is asked for.
        wanted: the question's words in those of the report.
        hits: passages found for the question, best first.

    Returns:
        The words without those for the kind of thing, and the clauses with how well each fits.
    """
    kind = _TO_NAME.search(question.text)
    if not kind:
        return wanted, []
    start, end = kind.span(kind.lastgroup or 0)
    rest = tuple(one for one in wanted if not start <= one.topic.start < end)
    heavy = [one for one in rest if one.weight >= _HEAVY]
    if not heavy or not all(one.held for one in heavy):
        return wanted, []
    asked = replace(
        question,
        topics=tuple(one for one in question.topics if not start <= one.start < end),
    )
    ranked = [
        row
        for row in rank_clauses(knowledge, asked, period, rest, hits)
        if _ENUMERATES.search(row[1].text) and all(one.stands_in(row[1].sentence) for one in heavy)
    ]
    return rest, ranked
