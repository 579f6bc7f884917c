"""Holds each sentence of a language model to the passages that it cites, before it is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.claims import Claimed, Line, blanked
from assistant.evidence.instructions import gives_orders
from assistant.evidence.knowledge import FigureEntry
from assistant.models import Language
from assistant.quantities_en import english_quantities
from assistant.questions.question import language_of
from assistant.verify import read_claims
from assistant.verifying.verification import Slip
from assistant.writing.guard_evidence import Evidence, covering_spans, statement_fault
from assistant.writing.guard_match import Context, stated_figure
from assistant.writing.guard_names import unknown_names
from assistant.writing.guard_numbers import is_stretch_of_years, loose_numbers
from assistant.writing.guard_reasons import Reason, told
from assistant.writing.prompt import Source
from assistant.writing.said_numbers import parts_as_percent, plain_numbers
from assistant.writing.spoken import MARKER
from corpus.figures.quantities import Quantity, find_quantities
from corpus.models import Figure, Qualifier
from corpus.sentences import Span
from corpus.units import english_quantity, normalise

_LINK = re.compile(r"https?:|www\.|\b[\w-]+\.(?:com|cn|org|net)/|<[a-z/!]|\]\(", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"「]([^”\"」]{6,})[”\"」]")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]|“[^”]*”")


@dataclass(frozen=True)
class Held:
    """A sentence that holds, with the spans that hold it by the number of their source."""

    text: str  # with the model's markers
    spans: dict[int, tuple[Span, ...]]
    figures: tuple[tuple[int, Figure], ...]  # each with the number of its source


@dataclass(frozen=True)
class Rejected:
    """Why a sentence does not hold."""

    reason: str


class Guard:
    """Judges sentences of one answer, in order: a sentence may lean on the one before it."""

    def __init__(self, question: str, language: Language, sources: tuple[Source, ...]) -> None:
        self._question = question
        self._language = language
        self._sources = {source.number: source for source in sources}

    def check(self, sentence: str, before: str = "") -> Held | Rejected:
        """Hold a sentence to what it cites.

        Args:
            sentence: with markers, without stop.
            before: the sentence before it that holds, without markers; "" for none.
        """
        numbers = list(dict.fromkeys(int(n) for m in MARKER.findall(sentence) for n in
                                     re.findall(r"\d+", m)))  # fmt: skip
        if not numbers:
            return self._no(Reason.NO_MARKER)
        unknown = [n for n in numbers if n not in self._sources]
        if unknown:
            return self._no(Reason.UNKNOWN_MARKER, ", ".join(map(str, unknown)))
        bare = MARKER.sub("", sentence).strip()
        evidence = Evidence(tuple(self._sources[n] for n in numbers))
        fault = self._plain_fault(bare, evidence)
        if fault:
            return fault
        quoteless = blanked(bare, evidence.quoted(_QUOTED, bare))
        found = self._figures(quoteless, before, evidence)
        if isinstance(found, Rejected):
            return found
        # What the question names may be spoken of, but no figure may be given to it.
        names = unknown_names(bare, self._language, evidence.text, "") if found else []
        if names:
            return self._no(Reason.NAME, ", ".join(names[:3]))
        wrong = statement_fault(quoteless, self._language, evidence, bool(found))
        if wrong:
            return self._no(wrong)
        spans = covering_spans(bare, self._language, evidence, found)
        if spans is None:
            return self._no(Reason.UNHELD)
        return Held(sentence, spans, tuple(found))

    def _no(self, reason: Reason | Slip, what: str = "") -> Rejected:
        return Rejected(told(reason, self._language, what))

    def _plain_fault(self, bare: str, evidence: Evidence) -> Rejected | None:
        """What can be seen without reading figures: language, links, names."""
        outside = _BRACKETED.sub(" ", bare)
        if re.search("[\u4e00-\u9fffA-Za-z]", outside) and (
            language_of(outside) is not self._language and language_of(bare) is not self._language
        ):
            return self._no(Reason.LANGUAGE)
        if _LINK.search(bare) or gives_orders(bare):
            return self._no(Reason.ORDER)
        names = unknown_names(bare, self._language, evidence.text, self._question)
        return self._no(Reason.NAME, ", ".join(names[:3])) if names else None

    def _figures(
        self, text: str, before: str, evidence: Evidence
    ) -> list[tuple[int, Figure]] | Rejected:
        """The figures that a sentence states, if all its numbers hold."""
        plain = plain_numbers(text, evidence.text)
        if self._language is Language.EN:
            plain = _in_english(plain)
        variants = list(dict.fromkeys((plain, parts_as_percent(plain))))
        first: Rejected | None = None
        for variant in variants:
            found = self._read(variant, before, evidence)
            if not isinstance(found, Rejected):
                return found
            first = first or found
        assert first
        return first

    def _read(
        self, text: str, before: str, evidence: Evidence
    ) -> list[tuple[int, Figure]] | Rejected:
        leads = [f"{before}{'。' if self._language is Language.ZH else '. '}" if before else ""]
        fault: Rejected | None = None
        for lead in dict.fromkeys([*leads, ""]):
            claims = [
                replace(one, start=one.start - len(lead), end=one.end - len(lead))
                for one in read_claims(
                    Line(lead + text, 0), evidence.sources[0].knowledge, self._language
                )[0]
                if one.start >= len(lead)
            ]
            checked = self._claims(claims, text, before, evidence)
            if not isinstance(checked, Rejected):
                return checked
            fault = fault or checked
        assert fault
        return fault

    def _claims(
        self, claims: list[Claimed], text: str, before: str, evidence: Evidence
    ) -> list[tuple[int, Figure]] | Rejected:
        found: list[tuple[int, Figure]] = []
        for at, claim in enumerate(claims):
            if is_stretch_of_years(claim, text, evidence.text):
                continue
            since = claims[at - 1].end if at else 0
            until = claims[at + 1].start if at + 1 < len(claims) else len(text)
            told = tuple(figure for _, figure in found)
            stretch = text[since:until]
            context = Context(text, stretch, before, self._question, evidence.text, told)
            held = self._claim(claim, evidence, context)
            if isinstance(held, Rejected):
                return held
            found.append(held)
        covered = [(claim.start, claim.end) for claim in claims]
        wrong, years = loose_numbers(text, self._language, covered, evidence.text, evidence.years)
        if wrong:
            return self._no(Reason.NUMBER, ", ".join(wrong[:3]))
        return self._no(Reason.YEAR, ", ".join(years[:3])) if years else found

    def _claim(
        self, claim: Claimed, evidence: Evidence, context: Context
    ) -> tuple[int, Figure] | Rejected:
        slip: Slip | None = None
        for knowledge, cited in evidence.by_report():
            found = stated_figure(claim, cited, knowledge, context)
            if isinstance(found, FigureEntry):
                return evidence.number_of(knowledge, found.figure), found.figure
            slip = slip or found
        return self._no(slip or Reason.FIGURE, claim.text)


def _in_english(text: str) -> str:
    """Quantities in Chinese within an English sentence in English: (1195.6亿元), 第19位.

    One in brackets that repeats the quantity before it is blanked, since it says nothing new.
    """
    for one in reversed(find_quantities(text)):
        if not re.search("[\u4e00-\u9fff]", text[one.start : one.end]):
            continue
        if _repeats(text, one):
            text = blanked(text, [(one.start, one.end)])
            continue
        if one.rank:
            english = f"No. {one.value}" if one.qualifier is Qualifier.EXACT else f"top {one.value}"
        elif one.value is None:
            english = f"{one.low} to {english_quantity(one.high or one.low, one.unit)}"  # type: ignore[arg-type]
        else:
            english = _bounded(english_quantity(one.value, one.unit), one.qualifier)
        text = text[: one.start] + english + text[one.end :]
    return text


def _repeats(text: str, one: Quantity) -> bool:
    """Whether a quantity in brackets is the one before them: "119.56 billion yuan (1195.6亿元)"."""
    opening = re.search(r"\s*[(（][^()（）]{0,12}$", text[: one.start])
    if opening is None or one.value is None:
        return False
    before = [q for q in english_quantities(text[: opening.start()]) if q.end == opening.start()]
    if not before or before[-1].value is None:
        return False
    same = normalise(abs(one.value), one.unit)[0]
    return before[-1].value in (same, one.value) and before[-1].qualifier is one.qualifier


_BOUNDS = {
    Qualifier.AT_LEAST: "at least {}",
    Qualifier.ABOUT: "about {}",
    Qualifier.AT_MOST: "no more than {}",
    Qualifier.NEARLY: "nearly {}",
    Qualifier.MORE_THAN: "more than {}",
    Qualifier.EXACT: "{}",
}


def _bounded(quantity: str, qualifier: Qualifier) -> str:
    return _BOUNDS[qualifier].format(quantity)
