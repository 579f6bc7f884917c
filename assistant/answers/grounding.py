"""Holds an answer to its citations: the last step before anybody sees it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from assistant.answers.statement import with_unit
from assistant.models import Answer, AnsweredFigure, Citation, Language, Status
from assistant.questions.times import YEAR
from corpus.figures.aims import OF_AIM
from corpus.figures.quantities import find_quantities, fold
from corpus.glossary import load_glossary
from corpus.models import Kind, Report
from corpus.units import normalise, quantities

_MARKER = re.compile(r"\[(\d+)\]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_AIMED = re.compile(r"目标|\btargets?\b")


class GroundingError(AssertionError):
    """A sentence says what its citations do not hold: a bug, never a user's mistake."""


def check_answer(answer: Answer, reports: Mapping[str, Report]) -> Answer:
    """Hold every sentence of an answer to what it cites.

    Args:
        answer: with one sentence a line.
        reports: those that it cites, by id.

    Returns:
        The same answer.

    Raises:
        GroundingError: a citation that is no exact span, a sentence without a citation, a
            number that stands in no cited span of its sentence, or a target given as achieved.
    """
    by_marker = {citation.marker: citation for citation in answer.citations}
    for citation in answer.citations:
        check_citation(citation, reports[citation.report])
    if answer.status is Status.ANSWERED and not answer.text.strip():
        raise GroundingError("an answer without a sentence")
    for line in filter(None, answer.text.split("\n")):
        markers = [int(number) for number in _MARKER.findall(line)]
        unknown = set(markers) - set(by_marker)
        if unknown:
            raise GroundingError(f"marker {unknown} cites nothing: {line}")
        if not markers and answer.status is Status.ANSWERED:
            raise GroundingError(f"a sentence without a citation: {line}")
        cited = [by_marker[marker] for marker in markers]
        if answer.status is Status.ANSWERED:
            figures = [one for one in answer.figures if one.citation in markers]
            _check_numbers(line, cited, figures, reports)
            _check_kind(line, figures)
    for figure in answer.figures:
        held = by_marker.get(figure.citation)
        if held is None or not (held.start <= figure.start and figure.end <= held.end):
            raise GroundingError(f"figure {figure.text} does not stand in its citation")
    return answer


def check_written(answer: Answer, reports: Mapping[str, Report]) -> Answer:
    """Hold an answer that a language model wrote, and the guard has read, to its form.

    What its sentences say the guard has compared already, in whatever units and words.

    Raises:
        GroundingError: a citation that is no exact span, a sentence without a citation, or a
            figure outside its citation.
    """
    by_marker = {citation.marker: citation for citation in answer.citations}
    for citation in answer.citations:
        check_citation(citation, reports[citation.report])
    for line in answer.text.split("\n"):
        markers = {int(number) for number in _MARKER.findall(line)}
        if not markers or markers - set(by_marker):
            raise GroundingError(f"a sentence without a citation of its own: {line}")
    for figure in answer.figures:
        held = by_marker.get(figure.citation)
        if held is None or not (held.start <= figure.start and figure.end <= held.end):
            raise GroundingError(f"figure {figure.text} does not stand in its citation")
    return answer


def check_citation(citation: Citation, report: Report) -> None:
    """Raise GroundingError where a quote is not the report's text at its offsets."""
    if report.text[citation.start : citation.end] != citation.quote or not citation.quote:
        raise GroundingError(
            f"citation [{citation.marker}] is not the text of {report.id} "
            f"from {citation.start} to {citation.end}"
        )


def ungrounded_numbers(line: str, quotes: list[str], years: frozenset[int]) -> list[str]:
    """Numbers of a sentence that stand in none of the quotes.

    A number stands in a quote as written, or as the same quantity in other units: 119.56
    billion yuan is 1195.6亿元.

    Args:
        line: the sentence, markers and all.
        quotes: the cited text.
        years: that the cited passages speak of; they need not stand in the quotes.
    """
    bare = _without_names(fold(_MARKER.sub("", line)), quotes)
    written = {_plain(n) for quote in quotes for n in _NUMBER.findall(fold(quote))}
    held = {
        value
        for quote in quotes
        for one in find_quantities(quote)
        for number in (one.value, one.low, one.high)
        if number is not None
        for value in (normalise(abs(number), one.unit)[0], abs(number))
    }
    said: list[tuple[str, int, int, Decimal]] = [
        (one.text, one.start, one.end, normalise(abs(one.value), one.unit)[0])
        for one in quantities(bare)
    ]
    wrong: list[str] = []
    for match in _NUMBER.finditer(bare):
        number = _plain(match[0])
        year = YEAR.match(bare, match.start())
        if number in written or (year and int(number) in years):
            continue
        same = [v for _, a, b, v in said if a <= match.start() and match.end() <= b]
        if Decimal(number) in held or any(value in held for value in same):
            continue
        wrong.append(match[0])
    return wrong


def _without_names(line: str, quotes: list[str]) -> str:
    """The line without English names of terms that the quotes have in Chinese.

    A number in such a name is no figure: "COVID-19 vaccine" is 新冠疫苗.
    """
    for quote in quotes:
        for match in load_glossary().find(quote):
            for term in match.terms:
                if _NUMBER.search(term.en):
                    line = re.sub(re.escape(term.en), "", line, flags=re.IGNORECASE)
    return line


def _plain(number: str) -> str:
    return number.replace(",", "")


def _check_numbers(
    line: str,
    cited: list[Citation],
    figures: list[AnsweredFigure],
    reports: Mapping[str, Report],
) -> None:
    """Hold a sentence's numbers to its quotes, and to what its figures have from beyond them.

    A cell of a table has its unit from the heading, a name may lack what it shares with the one
    before: 每千人口医师数3.9人、(医疗卫生机构床位)7.6张.
    """
    years = frozenset(
        year for citation in cited for year in years_of(reports[citation.report], citation.start)
    )
    years |= frozenset(int(match[1]) for match in YEAR.finditer(fold(line)))
    bare = [one for one in figures if with_unit(one) != one.text]
    told = [with_unit(one) for one in bare] + [one.indicator for one in figures]
    quotes = [citation.quote for citation in cited]
    wrong = ungrounded_numbers(_without_names(line, told), [*quotes, *told[: len(bare)]], years)
    if wrong:
        raise GroundingError(f"{', '.join(wrong)} stands in no cited span: {line}")


def years_of(report: Report, position: int) -> frozenset[int]:
    """The years that a place in a report speaks of: its part's, and the report's own."""
    years = {s.year for s in report.sections if s.start <= position < s.end}
    years.add(report.year)
    return frozenset(year for year in years if year)


# 目标是1500元(,此前为1000元); "is 1,500 yuan(, against 1,000 yuan before)"
_SIDES = re.compile(r"[;；]|[,，](?=(?:\d{4}年|此前)为)|, (?=against )")


def _check_kind(line: str, figures: list[AnsweredFigure]) -> None:
    """A sentence with a figure says "target" exactly where the figure is one.

    Where a sentence sets what is aimed at beside what was achieved, a semicolon is between them,
    or the words that tell of what was before.
    """
    outside = re.sub(rf"“[^”]*”|{OF_AIM}(?=\d)", "", line)  # 完成年度目标的104% is no target
    for figure in figures:
        shown = next((one for one in (figure.text, with_unit(figure)) if _shows(line, one)), None)
        if shown is None:
            continue
        sides = [side for side in _SIDES.split(outside) if _shows(side, shown)]
        frame = sides[0] if len(sides) == 1 else outside
        for name in (load_glossary().english(figure.indicator), figure.indicator):
            frame = frame.replace(name, "") if name else frame  # "main expected targets"
        if (figure.kind is Kind.TARGET) != (_AIMED.search(frame) is not None):
            raise GroundingError(f"{figure.text} is {figure.kind.value}, not so told: {line}")


def _shows(line: str, text: str) -> bool:
    """Whether a line has a figure's text as a number of its own: a table's 4 is not in 4.65万人."""
    return re.search(rf"(?<![\d.]){re.escape(text)}(?!\.?\d)", line) is not None


def language_fits(answer: Answer) -> bool:
    """Whether the frame of an answer is in its language."""
    chinese = re.search("[\u4e00-\u9fff]", re.sub("“[^”]*”|\\([^)]*\\)", "", answer.text))
    return (chinese is not None) == (answer.language is Language.ZH)
