"""What the assistant returns: an Answer with its Citations and Figures."""

from __future__ import annotations

from enum import StrEnum

from corpus.models import Figure, Frozen


class Language(StrEnum):
    """The languages of questions and answers."""

    ZH = "zh"
    EN = "en"


class Status(StrEnum):
    """Whether the report answers the question."""

    ANSWERED = "answered"
    NOT_IN_REPORT = "not_in_report"


class Citation(Frozen):
    """A span of a report that holds what a sentence says."""

    marker: int  # [1] in the answer's text
    report: str
    section: tuple[str, ...]
    start: int
    end: int
    quote: str  # the canonical text from start to end


class AnsweredFigure(Figure):
    """A figure that answers the question, with the marker of the citation that holds it."""

    citation: int

    @property
    def reported(self) -> Figure:
        """The report's figure, without the marker."""
        return Figure(**self.model_dump(exclude={"citation"}))


class Dropped(Frozen):
    """A sentence that a language model wrote and nobody was shown, with why."""

    text: str
    reason: str


class Answer(Frozen):
    """An answer, each sentence of which bears the markers of its citations."""

    question: str
    language: Language
    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[AnsweredFigure, ...] = ()  # best first
    answered_by: str = "extractive"
    elapsed_ms: float = 0.0
    resolved: str = ""  # the question in full, where it followed up on another
    notes: tuple[str, ...] = ()  # what a reader should know of how the answer came about
    dropped: tuple[Dropped, ...] = ()  # what a language model wrote and the report doesn't hold
    tokens: int = 0  # that the language model read and wrote, as its server counts them
    first_sentence_ms: float = 0.0  # until the first sentence of a language model could be shown


class Turn(Frozen):
    """One message of a conversation."""

    role: str  # "user" or "assistant"
    content: str
