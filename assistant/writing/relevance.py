"""Whether sentences that hold are an answer to what was asked, and which figures answer it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.figure_answers import find_figures
from assistant.answers.figure_groups import fits_aspect
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.matching import coverage
from assistant.matching.wanted import wanted_words
from assistant.models import Answer, Status
from assistant.questions.period import period_of
from assistant.questions.question import Form, Question
from assistant.writing.guard import Held
from assistant.writing.prompt import Source
from corpus.models import Figure
from corpus.outline import section_at
from index.retriever import Hit

_NEAR = 0.6  # what share of them a figure's sentence must hold
_TOPICAL = 0.5  # what share of a question's words the cited passages must hold where search failed
# What tells of which time a sentence speaks
_DATED = re.compile(
    r"(?:19|20)\d\d|[二一][〇零一二三四五六七八九]{3}年|去年|今年|上年|目标|计划|力争|"
    r"\b(?:target|plan|aim|goal|this year|last year)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Relevance:
    """Holds sentences against a question. ``questions`` are its parts, or only itself."""

    questions: tuple[Question, ...]
    sources: tuple[Source, ...]
    hits: tuple[Hit, ...]
    plain: Answer

    def in_period(self, held: Held) -> bool:
        """Whether a sentence that names no time fits the time that was asked for."""
        if _DATED.search(held.text) or len(self.questions) != 1:
            return True
        question = self.questions[0]
        if question.form is Form.COMPARISON:
            return True
        sources = {source.number: source for source in self.sources}
        for number, figure in held.figures:
            if not period_of(question, sources[number].knowledge.report).holds(figure):
                return False
        for number, spans in held.spans.items():
            report = sources[number].knowledge.report
            period = period_of(question, report)
            for start, _ in spans:
                section = section_at(report.sections, start)
                if section and not period.holds_part(section.part, section.year):
                    return False
        return True

    def useful(self, held: list[Held]) -> bool:
        """Whether sentences answer the question, as far as code can tell."""
        refused = self.plain.status is Status.NOT_IN_REPORT
        asks_figure = all(q.form in (Form.FIGURE, Form.COMPARISON) for q in self.questions)
        if asks_figure and (refused or self.plain.figures):
            return bool(self._answering(held))
        return not refused or self._topical(held)

    def figures(self, held: list[Held]) -> list[Figure]:
        """The figures of the sentences that answer, best first."""
        answering = self._answering(held)
        stated = [figure for one in held for _, figure in one.figures]
        if any(q.form in (Form.FIGURE, Form.COMPARISON) for q in self.questions):
            return [figure for figure in answering if figure in stated]
        return stated

    def _answering(self, held: list[Held]) -> list[Figure]:
        """Those that the extractive rules would answer with, had the report no others."""
        found: list[Figure] = []
        for knowledge, figures in self._stated(held):
            entries = tuple(entry for entry in knowledge.figures if entry.figure in figures)
            for question in self.questions:
                groups = find_figures(question, knowledge.narrowed(entries), lambda: [*self.hits])
                found += [figure for group in groups for figure in group.figures]
        return list(dict.fromkeys(found)) or self._near(held)

    def _near(self, held: list[Held]) -> list[Figure]:
        """Figures of the time and measure asked for, in clauses that hold the question's words.

        Only where the extractive rules find none in the whole report: a model reads better.
        """
        if self.plain.figures:
            return []
        found: list[Figure] = []
        for knowledge, figures in self._stated(held):
            for entry in knowledge.figures:
                if entry.figure in figures and any(
                    _is_near(entry, question, knowledge) for question in self.questions
                ):
                    found.append(entry.figure)
        return found

    def _stated(self, held: list[Held]) -> list[tuple[Knowledge, list[Figure]]]:
        reports = {source.knowledge.report.id: source.knowledge for source in self.sources}
        figures = [figure for one in held for _, figure in one.figures]
        return [
            (knowledge, [figure for figure in figures if figure.report == name])
            for name, knowledge in reports.items()
        ]

    def _topical(self, held: list[Held]) -> bool:
        """Whether the passages cited hold most of what the question asks about."""
        sources = {source.number: source for source in self.sources}
        cited = {number for one in held for number in one.spans}
        text = folded_name(
            "".join(
                sources[number].passage.text + "".join(sources[number].passage.section)
                for number in cited
            )
        )
        for question in self.questions:
            wanted = wanted_words(question, self.sources[0].knowledge)
            total = sum(word.weight for word in wanted)
            got = sum(w.weight for w in wanted if any(a in text for a in w.alternatives))
            if total and got / total >= _TOPICAL:
                return True
        return False


def _is_near(entry: FigureEntry, question: Question, knowledge: Knowledge) -> bool:
    if not period_of(question, knowledge.report).holds(entry.figure):
        return False
    if question.aspect is not None and not fits_aspect(entry.figure, question.aspect):
        return False
    if (
        question.wider
        and (entry.figure.scope or "").startswith("全")
        and (entry.figure.scope not in question.wider)
    ):
        return False
    wanted = wanted_words(question, knowledge)
    around = entry.clause + entry.sentence + entry.path
    named = [word for word in wanted if word.topic.is_indicator]
    if not all(word.stands_in(around) for word in named):
        return False
    return coverage(wanted, ((around, 1.0),)) >= _NEAR
