"""Lets a language model write an answer and shows of it what holds against the report."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from assistant.answers.grounding import check_written
from assistant.answers.statement import cite
from assistant.models import Answer, AnsweredFigure, Citation, Dropped, Language, Status
from assistant.questions.question import Question
from assistant.writing import notes
from assistant.writing.guard import Guard, Held, Rejected
from assistant.writing.guard_reasons import Reason, told
from assistant.writing.llm import Failure, ModelError, Usage, open_model, written
from assistant.writing.prompt import NOT_IN_REPORT, Source, first_messages, repair_messages
from assistant.writing.relevance import Relevance
from assistant.writing.spoken import MARKER, spoken
from corpus.models import Figure
from corpus.sentences import Span
from corpus.settings import Settings

_LOG = logging.getLogger(__name__)
_MOST = 16  # sentences that are read of one answer
_LOST = 6  # sentences that fail from the first on; a model that far off finds no way back
_REPAIRS = 4  # sentences of one answer that the model may put right
# "报告没有说明这一点", "The report does not mention it"
_SAYS_NOTHING = re.compile(
    rf"{NOT_IN_REPORT}|(?:报告|段落|材料|文中|资料)[^,，。]{{0,8}}(?:没有|未|并未|无)[^,，。]{{0,6}}(?:说明|提及|提到|"
    r"提供|涉及|给出|包含|记载|相关)|无法(?:回答|确定|得知)|\b(?:reports?|passages?|texts?|it)\b[^.,]{0,30}"
    r"\b(?:does not|do not|doesn't|don't|did not|never)\b[^.,]{0,12}\b(?:say|mention|give|provide|"
    r"state|contain|specify|hold|cover|include)|\b(?:not in|no information|cannot answer|"
    r"can't answer|unable to answer)\b",
    re.IGNORECASE,
)
_STOP = {Language.ZH: "。", Language.EN: "."}


@dataclass
class _Draft:
    """The sentences of an answer in the model's order, with what the guard says of each."""

    sentences: list[tuple[str, Held | Rejected]] = field(default_factory=list)
    refused: bool = False
    first_ms: float = 0.0

    @property
    def held(self) -> list[Held]:
        return [one for _, one in self.sentences if isinstance(one, Held)]

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        return tuple(
            Dropped(text=text, reason=one.reason)
            for text, one in self.sentences
            if isinstance(one, Rejected)
        )


@dataclass(frozen=True)
class Task:
    """What is to be answered, from what, and what is shown where the model fails.

    ``plain`` is the extractive answer, ``refusal`` that the report doesn't say.
    """

    question: Question
    sources: tuple[Source, ...]
    relevance: Relevance
    plain: Answer
    refusal: Answer


class Writer:
    """A language model that writes answers, within time limits."""

    def __init__(
        self, model: BaseChatModel, name: str, first_within: float, all_within: float
    ) -> None:
        """Take a chat model.

        Args:
            model: any of LangChain's.
            name: what answers are said to be written by.
            first_within: seconds until the first sentence that holds.
            all_within: seconds until the last.
        """
        self._model = model
        self.name = name
        self._first_within = first_within
        self._all_within = max(first_within, all_within)

    def write(self, task: Task) -> Iterator[Answer]:
        """The answer as it grows; the last one is whole. Never raises for the model's sake."""
        started = time.monotonic()
        until = [started + self._first_within]
        last = started + self._all_within
        usage = Usage()
        draft = _Draft()
        asked = first_messages(task.question.text, task.question.language, task.sources)
        guard = Guard(task.question.text, task.question.language, task.sources)
        try:
            for sentence in spoken(written(self._model, asked, usage, until)):
                if len(draft.sentences) >= (_MOST if draft.held else _LOST):
                    break
                self._take(sentence, draft, guard, task)
                if draft.held and task.relevance.useful(draft.held):
                    if not draft.first_ms:
                        draft.first_ms = round((time.monotonic() - started) * 1000, 1)
                    until[0] = last
                    yield self._answer(task, draft, usage)
            if not draft.sentences and not draft.refused:
                raise ModelError(Failure.EMPTY)
        except ModelError as error:
            _LOG.warning("language model %s: %s", self.name, error)
            yield self._plain(task, draft, usage, notes.failed(error.failure, _language(task)))
            return
        self._repair(task, draft, guard, asked, usage, until)
        if not draft.first_ms and draft.held:
            draft.first_ms = round((time.monotonic() - started) * 1000, 1)
        for one in draft.dropped:
            _LOG.info("dropped: %s (%s)", one.text, one.reason)
        yield self._final(task, draft, usage)

    def _take(self, sentence: str, draft: _Draft, guard: Guard, task: Task) -> None:
        """Judge one sentence and add it to the draft."""
        if _SAYS_NOTHING.search(sentence):
            draft.refused = True
            return
        before = MARKER.sub("", draft.held[-1].text) if draft.held else ""
        found = guard.check(sentence, before)
        draft.sentences.append((sentence, self._in_period(found, task)))

    def _in_period(self, found: Held | Rejected, task: Task) -> Held | Rejected:
        """A sentence that names no year is read as speaking of the time that was asked for."""
        if isinstance(found, Held) and not task.relevance.in_period(found):
            return Rejected(told(Reason.BESIDE, _language(task)))
        return found

    def _repair(
        self,
        task: Task,
        draft: _Draft,
        guard: Guard,
        asked: list[BaseMessage],
        usage: Usage,
        until: list[float],
    ) -> None:
        """Have the model put sentences right that don't hold, each once."""
        failed = [at for at, (_, one) in enumerate(draft.sentences) if isinstance(one, Rejected)]
        for at in failed[:_REPAIRS]:
            sentence, found = draft.sentences[at]
            assert isinstance(found, Rejected)
            messages = repair_messages(asked, sentence, found.reason, _language(task))
            try:
                again = next(spoken(written(self._model, messages, usage, until)), "")
            except ModelError as error:
                _LOG.warning("language model %s, repairing: %s", self.name, error)
                return
            if not again or _SAYS_NOTHING.search(again):
                continue
            held = [one for _, one in draft.sentences[:at] if isinstance(one, Held)]
            before = MARKER.sub("", held[-1].text) if held else ""
            fixed = self._in_period(guard.check(again, before), task)
            if isinstance(fixed, Held):
                _LOG.info("repaired: %s (%s) is now: %s", sentence, found.reason, again)
                draft.sentences[at] = (again, fixed)

    def _final(self, task: Task, draft: _Draft, usage: Usage) -> Answer:
        language = _language(task)
        if draft.held and task.relevance.useful(draft.held):
            answer = self._answer(task, draft, usage)
            if not draft.dropped:
                return answer
            note = notes.some_dropped(len(draft.dropped), language)
            return answer.model_copy(update={"notes": (note,)})
        if draft.held or (draft.refused and task.plain.figures):
            return self._plain(task, draft, usage, notes.beside(language))
        if draft.refused and not draft.dropped:
            return self._stamped(task.refusal, draft, usage)
        return self._plain(task, draft, usage, notes.unheld(language))

    def _plain(self, task: Task, draft: _Draft, usage: Usage, note: str) -> Answer:
        """The extractive answer, with why it is shown."""
        plain = task.plain
        return plain.model_copy(
            update={
                "notes": (*plain.notes, note),
                "dropped": draft.dropped,
                "tokens": usage.tokens,
            }
        )

    def _stamped(self, answer: Answer, draft: _Draft, usage: Usage) -> Answer:
        return answer.model_copy(
            update={
                "answered_by": f"llm:{self.name}",
                "dropped": draft.dropped,
                "tokens": usage.tokens,
                "first_sentence_ms": draft.first_ms,
            }
        )

    def _answer(self, task: Task, draft: _Draft, usage: Usage) -> Answer:
        """The sentences that hold, their citations narrowed and numbered anew."""
        sources = {source.number: source for source in task.sources}
        numbering = _Numbering(sources)
        language = _language(task)
        lines = [numbering.line(one) + _STOP[language] for one in draft.held]
        answer = Answer(
            question=task.plain.question,
            language=language,
            status=Status.ANSWERED,
            text="\n".join(lines),
            citations=tuple(numbering.citations),
            figures=numbering.figures(task.relevance.figures(draft.held)),
        )
        reports = {one.knowledge.report.id: one.knowledge.report for one in task.sources}
        return self._stamped(check_written(answer, reports), draft, usage)


def open_writer(settings: Settings, name: str | None = None) -> Writer | None:
    """The writer of the settings, or another model of the same server; None where none is set."""
    model = open_model(settings, name)
    called = name or settings.llm_model
    if model is None or called is None:
        return None
    return Writer(model, called, settings.llm_timeout, settings.llm_total_timeout)


class _Numbering:
    """Gives citations their markers in order of appearance."""

    def __init__(self, sources: dict[int, Source]) -> None:
        self._sources = sources
        self.citations: list[Citation] = []
        self._markers: dict[tuple[str, Span], int] = {}

    def line(self, held: Held) -> str:
        """A sentence with new markers; those of sources that hold nothing of it are left out."""
        shown: set[int] = set()

        def renumbered(match: re.Match[str]) -> str:
            number = int(match[1])
            new = [self._marker(number, span) for span in held.spans.get(number, ())]
            fresh = [one for one in new if one not in shown]
            shown.update(fresh)
            return "".join(f"[{one}]" for one in fresh)

        text = re.sub(r"\[(\d+)\]", renumbered, held.text)
        marks = re.search(r"(?:\[\d+\])+$", text)
        if marks and re.search(r"[A-Za-z\d%)]$", text[: marks.start()].rstrip()):
            text = f"{text[: marks.start()].rstrip()} {marks[0]}"
        return text

    def _marker(self, number: int, span: Span) -> int:
        report = self._sources[number].knowledge.report
        key = (report.id, span)
        if key not in self._markers:
            self._markers[key] = len(self._markers) + 1
            self.citations.append(cite(report, span, self._markers[key]))
        return self._markers[key]

    def figures(self, stated: list[Figure]) -> tuple[AnsweredFigure, ...]:
        """Figures with the marker of the citation that holds them."""
        found: list[AnsweredFigure] = []
        for figure in dict.fromkeys(stated):
            held = next(
                one
                for one in self.citations
                if one.report == figure.report
                and one.start <= figure.start
                and figure.end <= one.end
            )
            found.append(AnsweredFigure(**figure.model_dump(), citation=held.marker))
        return tuple(found)


def _language(task: Task) -> Language:
    return task.question.language
