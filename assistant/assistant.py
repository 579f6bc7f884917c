"""The assistant: a question in, a cited answer out, as a LangChain Runnable."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answers.beside import NOTHING_NEAR, Near
from assistant.answers.bundled import by_bundle
from assistant.answers.clause_answers import find_quotes, names_unheld
from assistant.answers.extremes import among_listed
from assistant.answers.figure_answers import find_figures
from assistant.answers.figure_comparison import aim_not_given
from assistant.answers.figure_groups import FigureGroup
from assistant.answers.grounding import GroundingError, check_answer
from assistant.answers.how_often import quotes_counting
from assistant.answers.kinds import wants_name
from assistant.answers.numbered_lists import number_asked, only_counts
from assistant.answers.occurrences import did_not_happen
from assistant.answers.overview import overview
from assistant.answers.parts import by_parts
from assistant.answers.refusal import refuse
from assistant.answers.sides import by_side
from assistant.answers.statement import answered
from assistant.answers.synthesis import by_subject, comparison
from assistant.answers.unharmed import unharmed
from assistant.answers.within import figures_within
from assistant.answers.wording import wording_in
from assistant.evidence.knowledge import Knowledge, prepare
from assistant.follow_ups.follow_up import resolve
from assistant.matching.asked import Asked, asked_of, asks_year
from assistant.matching.quoted_names import listed_under
from assistant.matching.quotes import Quote
from assistant.matching.report_head import header_spans
from assistant.models import Answer, Language, Status, Turn
from assistant.premises.premise import corrected, why_denied
from assistant.premises.premise_sides import other_way_round
from assistant.questions import asking, phrases, times
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.places import located
from assistant.questions.question import Form, Question, language_of
from assistant.questions.reports import choose_reports
from assistant.questions.understanding import understand
from assistant.writing.sourcing import open_task
from assistant.writing.writing import Task, Writer, open_writer
from corpus.models import CorpusError, Frozen
from corpus.settings import get_settings
from corpus.store import Store, open_store
from index.retriever import Hit, Index, Mode, open_index

_LOG = logging.getLogger(__name__)
_DEPTH = 12  # passages that an answer may be taken from
_PLAIN = 0.8  # the score of a figure that answers who asks for a target of no known indicator
_LONGEST = 2000  # characters of a question


class Request(Frozen):
    """What can be asked: a question, perhaps of one report, in a language, after other turns."""

    question: str
    report: str | None = None
    language: Language | None = None
    history: tuple[Turn, ...] = ()


class Assistant(Runnable[str | dict[str, Any] | Request, Answer]):
    """Answers questions from the reports of a store, each sentence with its citation.

    Input is a question, or a dict with the fields of `Request`. ``stream`` yields the answer
    as it grows, a sentence at a time; each is grounded before it is shown.
    """

    def __init__(
        self,
        store: Store,
        index: Index,
        mode: Mode = Mode.HYBRID,
        writer: Writer | None = None,
    ) -> None:
        """Take what to answer from.

        Args:
            store: the reports.
            index: over them.
            mode: what passages are searched by.
            writer: the language model that writes the answers; extractive ones without it.
        """
        self.store = store
        self.index = index
        self.mode = mode
        self.writer = writer

    def invoke(
        self,
        input: str | dict[str, Any] | Request,
        config: RunnableConfig | None = None,
        **kwargs: Any,
    ) -> Answer:
        """Answer one question.

        Raises:
            CorpusError: an empty or overlong question, an unknown report, or no report at all.
        """
        return list(self.stream(input, config, **kwargs))[-1]

    def stream(
        self,
        input: str | dict[str, Any] | Request,
        config: RunnableConfig | None = None,  # noqa: ARG002, part of the interface
        **kwargs: Any,  # noqa: ARG002
    ) -> Iterator[Answer]:
        """Answer one question, sentence by sentence; the last answer is the whole one.

        Raises:
            CorpusError: as `invoke`.
        """
        started = time.perf_counter()
        for answer in self._answers(_request(input)):
            yield answer.model_copy(update={"elapsed_ms": _milliseconds(started)})

    async def astream(
        self,
        input: str | dict[str, Any] | Request,
        config: RunnableConfig | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[Answer]:
        """`stream` for those who may not be blocked; each step runs in a thread."""
        answers = self.stream(input, config, **kwargs)
        while (answer := await asyncio.to_thread(next, answers, None)) is not None:
            yield answer

    def search(self, input: str | dict[str, Any] | Request, k: int = 10) -> list[Hit]:
        """The passages that an answer is sought in, best first.

        They are searched for the question as its conversation completes it ("And for rural
        residents?").

        Args:
            input: as for `invoke`.
            k: how many at most.

        Raises:
            CorpusError: as `invoke`.
        """
        request = _request(input)
        _, question = _understood(request)
        return self._search(question, self._choose(question, request.report)[0], k)

    def _answers(self, request: Request) -> Iterator[Answer]:
        """The answer as it grows, each sentence held to its citations."""
        resolved, question = _understood(request)
        pool = self._choose(question, request.report)
        told = {"question": request.question, "resolved": resolved}
        changes = told if resolved != request.question else {}
        plain = self._extract(question, pool)
        task = self._task(question, pool, plain) if self.writer else None
        if self.writer is None or task is None:
            lines = plain.text.split("\n")
            for count in range(1, len(lines)):
                shown = {**changes, "text": "\n".join(lines[:count])}
                yield plain.model_copy(update=shown)
            yield plain.model_copy(update=changes)
            return
        for answer in self.writer.write(task):
            yield answer.model_copy(update=changes)

    def _extract(self, question: Question, pool: list[Knowledge]) -> Answer:
        """The answer that needs no language model."""
        answer = (
            by_parts(question, pool, lambda one, near: self._compose(one, pool, near))
            or by_bundle(question, lambda one: self._compose(one, pool))
            or by_side(question, lambda one: self._compose(one, pool))
            or by_subject(question, lambda one: self._compose(one, pool))
            or other_way_round(question, lambda one: self._compose(one, pool))
            or comparison(question, pool)
            or self._compose(question, pool)
        )
        answer = among_listed(question, answer, pool)
        return _grounded(self._corrected(question, answer, pool), question, pool)

    def _corrected(self, question: Question, answer: Answer, pool: list[Knowledge]) -> Answer:
        """The answer, opened with what the report says where the question has it wrong."""
        cited = {citation.report for citation in answer.citations}
        knowledge = next((one for one in pool if one.report.id in cited), pool[0])
        return corrected(question, answer, knowledge, self._searching(question, knowledge))

    def _task(self, question: Question, pool: list[Knowledge], plain: Answer) -> Task | None:
        refusal = plain
        if plain.status is Status.ANSWERED:
            refusal = refuse(question, pool[0], self._search(question, pool[0]))
        return open_task(question, pool, plain, refusal, self._search)

    def _choose(self, question: Question, report: str | None) -> list[Knowledge]:
        held = (report,) if report else self.store.ids()
        if not held:
            raise CorpusError("no report is held; add one with: python -m corpus add FILE")
        prepared = [prepare(self.store, identifier) for identifier in held]
        chosen = choose_reports(question, prepared)
        return chosen or prepared[:1]

    def _compose(
        self, question: Question, pool: list[Knowledge], near: Near = NOTHING_NEAR
    ) -> Answer:
        """The first report that answers does; a place that none speaks of is refused."""
        foreign = not choose_reports(question, pool) and all(
            located(question, one).places for one in pool
        )
        moment = times.TOO_NEAR.search(question.text)
        for knowledge in pool:
            if foreign or (moment and not knowledge.holds(moment[0])):
                break
            answer = self._from_report(question, knowledge, near)
            if answer:
                return answer
        knowledge = pool[0]
        return refuse(question, knowledge, self._search(question, knowledge))

    def _from_report(self, question: Question, knowledge: Knowledge, near: Near) -> Answer | None:
        report = knowledge.report
        wording = wording_in(question.language)
        heads = header_spans(question, report)
        if heads:
            said = [wording.header_statement(report, span) for span in heads]
            return answered(question, report, said)
        whole = overview(question, knowledge)
        if whole:
            return answered(question, report, whole)
        listed = (
            listed_under(question, knowledge)
            or did_not_happen(question, knowledge)
            or unharmed(question, knowledge)
        )
        if listed:
            return answered(question, report, [wording.quote_statement(report, "", listed, True)])
        search = self._searching(question, knowledge)
        asked = asked_of(question)
        if asked is Asked.WHY:
            return self._reason(question, knowledge, search)
        if asking.RECORD.search(question.text) and question.unit in (None, AskedUnit.TIME):
            quotes = find_quotes(question, knowledge, search())
            if quotes and question.form is Form.FIGURE:
                return _quote_answer(question, knowledge, quotes)
        aimed = question.form is Form.CLAUSE and asking.AIM_ASKED.search(question.text) is not None
        if aimed or question.form in (Form.FIGURE, Form.COMPARISON):
            groups = find_figures(question, knowledge, search, near)
            if groups and (question.form is not Form.CLAUSE or groups[0].score >= _PLAIN):
                return _figure_answer(question, knowledge, groups)
        quotes = find_quotes(question, knowledge, search())
        quotes = quotes or quotes_counting(question, knowledge, search())
        if quotes and (question.form is Form.FIGURE or phrases.bare(question.frame)):
            groups = figures_within(question, knowledge, quotes[0].span)
            if groups:
                return _figure_answer(question, knowledge, groups)
        if quotes:
            return _quote_answer(question, knowledge, quotes)
        plain = question.form in (Form.LIST, Form.CLAUSE) and not number_asked(question)
        plain = plain and not (wants_name(question) or asking.HOW_TAKEN.search(question.text))
        plain = plain and not names_unheld(question, knowledge)
        if plain and (asked is None or asks_year(question)):
            groups = find_figures(question, knowledge, search)
            named = question.form is not Form.LIST or not any(
                only_counts(question, report.text[one.clause_start : one.clause_end])
                for group in groups
                for one in group.figures
            )
            return _figure_answer(question, knowledge, groups) if groups and named else None
        return None

    def _reason(
        self, question: Question, knowledge: Knowledge, search: Callable[[], list[Hit]]
    ) -> Answer | None:
        """The report's reason; else the figures, where they show that the question is wrong."""
        clause = replace(question, form=Form.CLAUSE)
        quotes = find_quotes(clause, knowledge, search())
        if quotes:
            # 为什么减产,减了多少: the figure with its reason
            asks = phrases.HOW_MANY.search(question.frame)
            groups = figures_within(question, knowledge, quotes[0].span) if asks else ()
            return _quote_answer(question, knowledge, quotes, groups)
        groups = find_figures(question, knowledge, search)
        figures = tuple(one for group in groups for one in group.figures)
        if groups and why_denied(question, figures, knowledge):
            return _figure_answer(question, knowledge, groups)
        return None

    def _searching(self, question: Question, knowledge: Knowledge) -> Callable[[], list[Hit]]:
        """The search for a question, done once and only where it is called for."""
        return cache(lambda: self._search(question, knowledge))

    def _search(self, question: Question, knowledge: Knowledge, depth: int = _DEPTH) -> list[Hit]:
        return self.index.search(question.text, depth, self.mode, report=knowledge.report.id)


def open_assistant(store: Store | None = None) -> Assistant:
    """The assistant over a store: that of the settings unless given.

    Raises:
        CorpusError: the embedding model can't be loaded.
    """
    store = store or open_store()
    return Assistant(store, open_index(store), writer=open_writer(get_settings()))


def _grounded(answer: Answer, question: Question, pool: list[Knowledge]) -> Answer:
    """The answer where every sentence holds; else the reader is told nothing rather than that."""
    try:
        return check_answer(answer, {one.report.id: one.report for one in pool})
    except GroundingError:
        if get_settings().strict:
            raise
        _LOG.exception("an answer was withheld; please report this question: %s", question.text)
        return refuse(question, pool[0], [])


def _figure_answer(
    question: Question, knowledge: Knowledge, groups: tuple[FigureGroup, ...]
) -> Answer:
    wording = wording_in(question.language)
    report = knowledge.report
    said = [wording.figure_statement(report, group) for group in groups]
    answer = answered(question, report, said)
    year = aim_not_given(question, groups)
    return answer.model_copy(update={"notes": (wording.no_aim(year),)}) if year else answer


def _quote_answer(
    question: Question,
    knowledge: Knowledge,
    quotes: tuple[Quote, ...],
    groups: tuple[FigureGroup, ...] = (),
) -> Answer:
    wording = wording_in(question.language)
    report = knowledge.report
    said = [
        wording.quote_statement(report, quote.heading, quote.span, at == 0)
        for at, quote in enumerate(quotes)
    ]
    said += [wording.figure_statement(report, group) for group in groups]
    return answered(question, report, said)


def _request(given: str | dict[str, Any] | Request) -> Request:
    if isinstance(given, Request):
        request = given
    elif isinstance(given, str):
        request = Request(question=given)
    else:
        request = Request.model_validate(given)
    if not request.question.strip():
        raise CorpusError("the question is empty; ask something, in Chinese or English")
    if len(request.question) > _LONGEST:
        raise CorpusError(
            f"the question has {len(request.question)} characters; {_LONGEST} are the most"
        )
    return request


def _understood(request: Request) -> tuple[str, Question]:
    """What is asked with its conversation, as a text and as understood."""
    resolved = resolve(request.question, request.history)
    return resolved, understand(resolved, request.language or _language(request))


def _language(request: Request) -> Language | None:
    """That of a follow-up itself: its full form may hold words of the turn before, in another."""
    words = re.findall(r"[A-Za-z]+|[\u4e00-\u9fff]", request.question)
    return language_of(request.question) if request.history and len(words) > 1 else None


def _milliseconds(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
