"""Understands a question: language, period, what it asks for, and of what."""

from __future__ import annotations

import re

from assistant.claims import blanked
from assistant.models import Language
from assistant.number_words import with_digits
from assistant.questions import asking, phrases, place_words, places_asked, times
from assistant.questions.asked_unit import ENGLISH_UNIT, PHYSICAL, AskedUnit, asked_unit
from assistant.questions.aspects import aspect_asked, other_aspect
from assistant.questions.forms import form_of, says_actual, says_target
from assistant.questions.pieces import idle_opening
from assistant.questions.place_names import find_places
from assistant.questions.question import Aspect, Question, language_of
from assistant.questions.split_verbs import with_verbs_whole
from assistant.questions.terms import find_terms
from assistant.questions.topics import Topic, find_topics
from corpus.figures.quantities import fold

# what was the investment in fixed assets: it may be told by its growth alone
_INVESTMENT = re.compile(
    r"what (?:was|is|were) (?!.*\b(?:total|planned|agreed|combined|approved|annual)\b)"
    r"(?:\S+ ){0,5}investment\b(?! \w+ed\b)",
    re.IGNORECASE,
)
_MEASURED = (AskedUnit.PEOPLE, AskedUnit.LENGTH, AskedUnit.AREA, AskedUnit.WEIGHT)


def understand(text: str, language: Language | None = None) -> Question:
    """Read a question.

    Args:
        text: in Chinese or English.
        language: of the answer; that of the question unless given.
    """
    opened = with_digits(fold(text))
    opened = blanked(opened, [one.span() for one in asking.PREAMBLE.finditer(opened)])
    opened = blanked(opened, idle_opening(opened))
    plain, no_target, no_actual = _without_denied(opened)
    plain, denied = _without_others(with_verbs_whole(plain))
    taken = _Taken(plain)
    years = _years(plain, taken)
    relative = _relative(plain, taken)
    parts = [one.span("part") for one in places_asked.BEST_PART.finditer(plain)]
    terms = _terms(blanked(plain, parts), taken)
    for pattern in place_words.WIDER.values():
        taken.all(pattern)
    taken.spans.extend(parts)
    if parts:
        taken.all(places_asked.OUTRUNS)
    # 比去年(多发多少): by how much it is more, no name
    taken.spans.extend(one.span("zh") for one in asking.OVER_LAST.finditer(plain) if one["zh"])
    outside = blanked(plain, _apart_from_was(terms))
    outside = blanked(outside, [one.span() for one in asking.NOT_MEANT.finditer(outside)])
    wider = tuple(name for name, pattern in place_words.WIDER.items() if pattern.search(outside))
    ahead = taken.all(asking.AHEAD)
    aspect = None if ahead else aspect_asked(plain, outside, terms)
    if denied and aspect in (None, Aspect.LEVEL):
        aspect = other_aspect(denied) or aspect
    return Question(
        text=text,
        language=language or language_of(text),
        years=years,
        relative=relative,
        target=not no_target
        and (no_actual or says_target(plain, outside))
        and not (aspect is Aspect.GAP and phrases.FELL_SHORT.search(outside)),
        actual=not no_actual and (no_target or says_actual(outside)),
        aspect=aspect,
        form=form_of(plain, outside, aspect, terms, _periods(plain, years, relative)),
        topics=find_topics(plain, taken.spans, terms),
        places=find_places(
            blanked(plain, [*taken.spans, *((one.start, one.end) for one in terms)])
        ),
        wider=wider,
        unit=None if aspect in (Aspect.RANK, Aspect.GAP) else _unit(plain, outside, aspect),
        spans_years=any(pattern.search(plain) for pattern in (times.SPAN_OF_YEARS, asking.SINCE)),
        frame=outside,
        denied=denied,
    )


def _relative(plain: str, taken: _Taken) -> tuple[int, ...]:
    """The years named by the report's own; what a thing has become, or "beside last year", too."""
    named = (
        (0, times.THIS_YEAR),
        (-1, times.LAST_YEAR),
        (-2, times.EDITION_BEFORE),
        (1, times.NEXT_YEAR),
    )
    relative = tuple(offset for offset, pattern in named if taken.all(pattern))
    beside = phrases.BESIDE_LAST.search(plain) or asking.FROM_THIS_YEAR_TO.search(plain)
    if beside and -1 not in relative:
        relative = (*relative, -1)
    moved = phrases.MOVED_BETWEEN.search(plain)
    if moved and moved["since"] and 0 not in relative:  # what it has become is this year's
        relative = (*relative, 0)
    return relative


def _terms(plain: str, taken: _Taken) -> list[Topic]:
    """The field's terms in a question, but for the word that asks for the cost of them."""
    no_terms = [asking.PLAN_END, ENGLISH_UNIT]  # "square metres" are of no square
    if phrases.WHEN.search(plain):
        no_terms.append(asking.OPENS)  # when does the expressway open to traffic: of no length
    spans = [one.span() for pattern in no_terms for one in pattern.finditer(plain)]
    terms = find_terms(blanked(plain, spans))
    amount = asking.AMOUNT.search(plain)
    if not amount:
        return terms
    said = amount.span(amount.lastgroup or 0)  # what it is the cost of is named before
    taken.spans.append(said)
    return [one for one in terms if one.end != said[1]]


def _apart_from_was(terms: list[Topic]) -> list[tuple[int, int]]:
    """The spans of terms, but for "were" within one that says when: jobs (were) created."""
    spans: list[tuple[int, int]] = []
    for term in terms:
        start = term.start
        for said in re.finditer(r"\b(?:was|were|has been|have been)\b", term.text):
            spans.append((start, term.start + said.start()))
            start = term.start + said.end()
        spans.append((start, term.end))
    return spans


def _periods(plain: str, years: tuple[int, ...], relative: tuple[int, ...]) -> int:
    """How many years a question is about: last year (2021) is one, this year than 2021 are two."""
    held = phrases.WHETHER.search(plain) and (
        phrases.MORE_THAN.search(plain) or phrases.MOVED_BETWEEN.search(plain)
    )
    held = held or phrases.AND_MORE.search(plain)
    return len(years) + len(relative) if held else max(len(years), len(relative))


class _Taken:
    """Which characters of a question are already understood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []

    def all(self, pattern: re.Pattern[str]) -> bool:
        found = [match.span() for match in pattern.finditer(self.text)]
        self.spans.extend(found)
        return bool(found)


def _without_denied(text: str) -> tuple[str, bool, bool]:
    """The text without the kind that it says is not meant: "the result, not the target".

    Returns:
        The text with that blanked, and whether it is the target, or what was achieved.
    """
    found = []
    for pattern in (asking.NOT_TARGET, asking.NOT_ACTUAL):
        spans = [match.span() for match in pattern.finditer(text)]
        text = blanked(text, spans)
        found.append(bool(spans))
    return text, found[0], found[1]


def _without_others(text: str) -> tuple[str, str]:
    """The text without the things that it says are not meant, and these."""
    found = list(asking.NOT_THING.finditer(text))
    told = (one["zh"] or one["en"] for one in found)
    return blanked(text, [one.span() for one in found]), ",".join(told)


def _years(text: str, taken: _Taken) -> tuple[int, ...]:
    """The years that are asked for; what names them is taken."""
    found = times.years_named(text)
    for named in (asking.PLAN_END, times.ENGLISH_PLAN, times.YEAR, times.CHINESE_YEAR):
        taken.all(named)
    return found


def _unit(plain: str, outside: str, aspect: Aspect | None) -> AskedUnit | None:
    """The unit asked for, by the frame; some also by a term: what did it cost, how many farmers.

    A goal for investment, or the growth of floor space sold, is as likely told in percent.
    """
    by_term = asked_unit(plain)
    if aspect is Aspect.GROWTH and not phrases.COUNT.search(plain):
        return asked_unit(outside)
    if by_term in _MEASURED:  # how many kilometres of rural road, a term of its own
        return by_term
    told = asked_unit(outside)
    if by_term in PHYSICAL and told in (None, AskedUnit.COUNT):
        return by_term  # "kilometres of county roads" may be a term whole
    if by_term is AskedUnit.TIME and told in (AskedUnit.LENGTH, AskedUnit.COUNT):
        return by_term  # 企业开办时间(压到多长), whose term says so; how many (days of good air)
    aim = "investment" in plain.lower() and phrases.TARGET.search(outside)
    aim = aim or _INVESTMENT.match(plain)
    money = (AskedUnit.MONEY, AskedUnit.YUAN, AskedUnit.DOLLARS)  # "the yuan value of exports"
    return told or (by_term if by_term in money and not aim else None)
