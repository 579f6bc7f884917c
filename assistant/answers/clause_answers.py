"""Finds the report's own words that answer a question which asks for no figure."""

from __future__ import annotations

import re

from assistant.answers.clause_ranking import inside, rank_clauses
from assistant.answers.definitions import definition
from assistant.answers.events import event_of, is_unheld
from assistant.answers.kinds import FIRM_NAMED, asks_firm, without_kind_named
from assistant.answers.listing import (
    admitted,
    enumerated,
    introduced,
    is_heading,
    named_items,
    under_heading,
)
from assistant.answers.named_works import named_works
from assistant.answers.naming import naming_several
from assistant.answers.numbered_lists import counted, only_counts
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.matching.asked import Asked, asked_of, without_kind
from assistant.matching.matching import names_unknown
from assistant.matching.quotes import Quote, quote, told_once
from assistant.matching.subject import heavy_topics
from assistant.matching.wanted import Wanted, wanted_words
from assistant.questions import asking, phrases
from assistant.questions.period import Period, period_of
from assistant.questions.places import foreign_places, located, speaks_of
from assistant.questions.question import Form, Question
from index.retriever import Hit

_LIST_CLOSE = 0.12  # items of a list may cover so much less than the best one
_LIST_MOST = 6
_ONE_CLOSE = 0.04  # the same where one thing is asked for
_HEAVY = 0.5  # the weight of words that every item of a list must share with the best
_TELLS = 0.3  # the weight of a word that says of what
_SHARED = 0.6  # and how much of the weight of such words
_LIST_HITS = 6  # passages that the items of a list may come from, beside the best one's section
# "Which company listed in Shenzhen?": one, though asked with which
_WHICH_ONE = re.compile(
    r"\bwhich (?:(?!\w+s\b)\w+ ){1,3}?(?:did|does|was|is|has|will|went|got|won|came|\w+ed)\b",
    re.IGNORECASE,
)


def find_quotes(question: Question, knowledge: Knowledge, hits: list[Hit]) -> tuple[Quote, ...]:
    """The clauses that answer a question, best first; several for a list, else one.

    Args:
        hits: passages found for the question, best first.
    """
    report = knowledge.report
    question = located(question, knowledge)
    if any(not speaks_of(knowledge, place) for place in foreign_places(question, knowledge)):
        return ()
    wanted = without_kind(asked_of(question), wanted_words(question, knowledge))
    wanted = without_kind_named(question, wanted)
    period = period_of(question, report)
    if (
        not wanted
        or _only_done(question, wanted)
        or (period.years and not period.years & knowledge.years)
    ):
        return ()
    unknown = question.form is Form.FIGURE and names_unknown(wanted)
    event = event_of(question, wanted)
    if unknown or _asks_unheld(question, wanted) or (event and is_unheld(event)):
        return ()
    meaning = definition(question, knowledge, wanted)
    if meaning:
        return (Quote(meaning, "", 1.0),)
    if question.form is Form.LIST:
        lists = (admitted, counted, named_works)
        told = (read(question, knowledge, period, wanted) for read in lists)
        whole = next((spans for spans in told if spans), None)
        if whole:
            return tuple(Quote(span, "", 1.0) for span in whole)
    if question.form is Form.CLAUSE and asked_of(question) is None and not _whether(question):
        whole = admitted(question, knowledge, period, wanted)
        if whole:  # what shortcomings does the report admit to
            return tuple(Quote(span, "", 1.0) for span in whole)
    wanted, ranked = _ranked(knowledge, question, period, wanted, hits)
    if not ranked or (question.form is Form.LIST and only_counts(question, ranked[0][1].text)):
        return ()
    if question.form is not Form.LIST:
        return (quote(report, ranked[0], wanted),)
    if _WHICH_ONE.search(question.text):
        ranked = [row for row in ranked if row[0] >= ranked[0][0] - _ONE_CLOSE]
    return _list(knowledge, ranked, wanted, hits)


def _ranked(
    knowledge: Knowledge,
    question: Question,
    period: Period,
    wanted: tuple[Wanted, ...],
    hits: list[Hit],
) -> tuple[tuple[Wanted, ...], list[tuple[float, ClauseEntry]]]:
    """The clauses that answer, best first, with the words by which they do."""
    ranked = rank_clauses(knowledge, question, period, wanted, hits)
    if not ranked and question.form is Form.LIST:
        wanted, ranked = naming_several(knowledge, question, period, wanted, hits)
    if asks_firm(question):  # what else is said must tell which firm it is
        ranked = [row for row in ranked if all(word.stands_in(row[1].text) for word in wanted)]
        ranked = [row for row in ranked if FIRM_NAMED.search(row[1].text)] or ranked
    return wanted, ranked


# "When was the county (founded)?": a verb, which any clause may have of another thing
_VERB = re.compile(r"[a-z]+ed|born|built|begun|set up")


def _only_done(question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether it is asked when or by whom a thing was done, and nothing of which thing."""
    return asked_of(question) in (Asked.WHEN, Asked.WHERE, Asked.WHO) and all(
        not word.topic.terms and _VERB.fullmatch(word.topic.text) for word in wanted
    )


# "What's the backlog of the shipyards?", but whatever has a name or a model
_WHAT_OF = re.compile(
    r"^what(?:'s|’s| is| was| are| were) the "
    r"(?!(?:\w+ )?(?:name|model|title|brand|type|kind|theme|slogan|date|time|place|location|venue|"
    r"purpose|aim|goal|point|reason|cause|result|outcome|status|progress|role|use)s?\b)"
    r"(?!model name\b)(?P<what>[a-z]+(?: [a-z]+)?) (?:of|at|for) ",
    re.IGNORECASE,
)


def _asks_unheld(question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether the very thing asked for is nowhere in the report, whatever it says of its owner."""
    head = _WHAT.match(question.text)  # a thing that the field has names for
    if head and any(
        word.topic.terms and word.topic.end == head.end() and not word.held for word in wanted
    ):
        return True
    heavy = heavy_topics(question)
    named = [w for w in wanted if any(w.topic.start <= one.start < w.topic.end for one in heavy)]
    plain = question.form is Form.CLAUSE and asked_of(question) is None
    if plain and named and not any(word.held for word in named):
        return True  # were the owners paid: what of all that others were is another matter
    if any(word.held for word in wanted) and all(
        not word.held or _HAPPENS.fullmatch(word.topic.text) for word in wanted
    ):
        return True  # did any strikes occur: what of all that did not is another matter
    asked, taken = _WHAT_OF.match(question.text), asking.HOW_TAKEN.search(question.text)
    start, end = asked.span("what") if asked else (0, 0)
    if taken:
        start, end = taken.start() - 1, taken.start()
    words = [word for word in wanted if word.topic.start < end and start < word.topic.end]
    return bool(words) and not any(word.held for word in words)


def names_unheld(question: Question, knowledge: Knowledge) -> bool:
    """Whether a list or a description is asked for of a matter that the report never names.

    财政体制怎么调整, where it has 财政自给率 and no 体制.
    """
    return question.form is Form.LIST and any(
        not word.held and word.weight >= _TELLS and word.topic.noun
        for word in wanted_words(question, knowledge)
    )


_HAPPENS = re.compile("发生|出现|occur(?:red)?|happen(?:ed)?", re.IGNORECASE)
# What is the mayor's mobile (phone number)?
_WHAT = re.compile(
    r"^what(?:'s|’s| is| was| are| were) [^,?.]*?"
    r"(?= (?:of|for|in|at|on|during|to|by|from|with) |\W*$)",
    re.IGNORECASE,
)


def _whether(question: Question) -> bool:
    return phrases.WHETHER.search(question.frame) is not None


def _list(
    knowledge: Knowledge,
    ranked: list[tuple[float, ClauseEntry]],
    wanted: tuple[Wanted, ...],
    hits: list[Hit],
) -> tuple[Quote, ...]:
    """What the best clause introduces or stands over, else the clauses that are as good."""
    best, first = ranked[0]
    text = knowledge.report.text
    opens = (  # 办好实事。一是…。十是…。 before what concludes: 一桩桩实事让群众得到实惠
        entry
        for _, entry in ranked
        if entry.section == first.section
        and _shares(entry, first, wanted)
        and enumerated(text, entry.sentence_end)
    )
    first = next(opens, first)
    heading = first.heading
    items = named_items(knowledge, first, introduced(knowledge, first), wanted)
    if not items and is_heading(first):
        items = under_heading(knowledge, first)[:_LIST_MOST]
    if items:
        return tuple(Quote(span, heading, best) for span in items)
    found = [(hit.passage.start, hit.passage.end) for hit in hits[:_LIST_HITS]]
    chosen = [
        (score, entry)
        for score, entry in ranked
        if score >= best - _LIST_CLOSE
        and not is_heading(entry)
        and (entry.section == first.section or inside(entry, found))
        and _shares(entry, first, wanted)
    ][:_LIST_MOST]
    chosen.sort(key=lambda row: row[1].start)
    return told_once(quote(knowledge.report, row, wanted, at_least=2) for row in chosen)


def _shares(entry: ClauseEntry, first: ClauseEntry, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a clause has the words that make the best one an answer, not only a common one."""
    heavy = [word for word in wanted if word.weight >= _HEAVY and word.stands_in(first.sentence)]
    held = sum(
        word.weight
        for word in heavy
        if word.stands_in(entry.text if word.stands_in(first.text) else entry.sentence)
    )
    return held >= _SHARED * sum(word.weight for word in heavy)
