"""How often, how long or from what size on: told by a clause where no figure holds it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.clause_answers import find_quotes
from assistant.evidence.knowledge import Knowledge
from assistant.matching.quotes import Quote
from assistant.matching.wanted import wanted_words
from assistant.questions import asking
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.question import Form, Question
from index.retriever import Hit

_HEAVY = 0.5  # the weight of words that the clause must have
# "How many times was the ratio cut?": 两次降低, which no figure holds
_HOW_OFTEN = re.compile(r"\bhow many times\b|(?:多少|几)次", re.IGNORECASE)
_SO_OFTEN = re.compile(r"[一二两三四五六七八九十\d]次(?!产业|会议|全会|分配|代表|创业|供水)")
# "How long will contracts be extended?": 再延长30年, but no 2023年
_SO_LONG = re.compile(r"(?<!\d)\d{1,2}(?:年|个月|天|个?小时)(?![代底末初前来内])")
# "Above what turnover?": 年营收3亿元以上的企业
_SO_MUCH = re.compile(r"\d[\d.]*[万亿]?\S{0,4}?以[上下内]")
_NEARLY_ALL = 0.85


def quotes_counting(question: Question, knowledge: Knowledge, hits: list[Hit]) -> tuple[Quote, ...]:
    """The clause with nearly all that is asked and how often, how long or from what size on."""
    if question.form is not Form.FIGURE or question.aspect is not None:
        return ()
    often = _HOW_OFTEN.search(question.text)
    bound = asking.THRESHOLD.search(question.text)
    long = question.unit is AskedUnit.TIME and asking.HOW_LONG.search(question.text)
    if not (often or bound or long):
        return ()
    told = _SO_OFTEN if often else _SO_MUCH if bound else _SO_LONG
    wanted = [w for w in wanted_words(question, knowledge) if w.weight >= _HEAVY]
    text = knowledge.report.text
    return tuple(
        quote
        for quote in find_quotes(replace(question, form=Form.CLAUSE), knowledge, hits)
        if quote.score >= _NEARLY_ALL
        and wanted
        and all(word.stands_in(text[slice(*quote.span)]) for word in wanted)
        and told.search(text[slice(*quote.span)])
    )
