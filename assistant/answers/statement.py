"""A sentence of an answer before it has its markers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.models import Answer, AnsweredFigure, Citation, Language, Status
from assistant.questions.question import Question
from corpus.figures.quantities import fold
from corpus.models import Figure, Report
from corpus.outline import section_at
from corpus.sentences import Span


@dataclass(frozen=True)
class Statement:
    """A sentence without its stop, the spans that hold it, and the figures that it states."""

    text: str
    spans: tuple[Span, ...]
    figures: tuple[Figure, ...] = ()


MARKER = re.compile(r"\[(\d+)\]")
_NESTED = str.maketrans("“”", "‘’")


_BARE_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d年)\d[\d.]*")


_NEXT_ITEM = re.compile(r"\s*(?:[2-9]|1\d)[.．、](?!\d)")


def named_part(heading: str, words: str) -> str:
    """A heading to name beside a quote; "" where it has a number that the quote does not hold.

    突出抓好10件民生实事: no span that is cited holds the 10. 7.饮水 is not of 1.稳就业.
    """
    if _NEXT_ITEM.match(words):
        return ""
    told = set(_BARE_NUMBER.findall(words))
    return heading if told.issuperset(_BARE_NUMBER.findall(heading)) else ""


def quoted(text: str) -> str:
    """A report's words on one line, ready for “quotes”: those within become ‘single’ ones."""
    return re.sub(r"\s*\n\s*", " ", text).strip(" 。；;,，—").translate(_NESTED)


_STOP = {Language.ZH: "。", Language.EN: "."}


def cite(report: Report, span: Span, marker: int) -> Citation:
    """The citation of a span of a report."""
    start, end = span
    section = section_at(report.sections, start)
    return Citation(
        marker=marker,
        report=report.id,
        section=section.path if section else (),
        start=start,
        end=end,
        quote=report.text[start:end],
    )


def assemble(
    question: str,
    language: Language,
    status: Status,
    statements: list[tuple[Report, Statement]],
) -> Answer:
    """Number the citations and put the statements together to an answer."""
    citations: list[Citation] = []
    markers: dict[tuple[str, Span], int] = {}
    lines: list[str] = []
    figures: list[AnsweredFigure] = []
    for report, statement in statements:
        shown: list[int] = []
        for span in statement.spans:
            key = (report.id, span)
            if key not in markers:
                markers[key] = len(markers) + 1
                citations.append(cite(report, span, markers[key]))
            shown.append(markers[key])
        for figure in statement.figures:
            held = next(
                m for m, span in zip(shown, statement.spans, strict=True) if holds(span, figure)
            )
            figures.append(AnsweredFigure(**figure.model_dump(), citation=held))
        marks = "".join(f"[{marker}]" for marker in dict.fromkeys(shown))
        space = " " if language is Language.EN and marks else ""
        lines.append(f"{statement.text}{space}{marks}{_STOP[language]}")
    return Answer(
        question=question,
        language=language,
        status=status,
        text="\n".join(lines),
        citations=tuple(citations),
        figures=tuple(figures) if status is Status.ANSWERED else (),
    )


def answered(question: Question, report: Report, said: list[Statement]) -> Answer:
    """An answer that a report gives."""
    rows = [(report, statement) for statement in said]
    return assemble(question.text, question.language, Status.ANSWERED, rows)


def with_lines(answer: Answer, lines: list[str]) -> Answer:
    """An answer with only some of its lines, and what they cite, numbered from 1 again."""
    text = "\n".join(lines)
    number = {old: new for new, old in enumerate(sorted(markers(text)), start=1)}
    return answer.model_copy(
        update={
            "text": MARKER.sub(lambda one: f"[{number[int(one[1])]}]", text),
            "citations": tuple(
                one.model_copy(update={"marker": number[one.marker]})
                for one in answer.citations
                if one.marker in number
            ),
            "figures": tuple(
                one.model_copy(update={"citation": number[one.citation]})
                for one in answer.figures
                if one.citation in number
            ),
        }
    )


def markers(text: str) -> set[int]:
    """The citations that a text has the markers of."""
    return {int(number) for number in MARKER.findall(text)}


def merged(question: str, answers: list[Answer], notes: tuple[str, ...]) -> Answer:
    """Several answers as one, their citations numbered through; one span has one number.

    What two of them say is said once.
    """
    lines: list[str] = []
    citations: dict[tuple[str, int, int], Citation] = {}
    figures: list[AnsweredFigure] = []
    for answer in answers:
        numbers: dict[int, int] = {}
        for one in answer.citations:
            place = (one.report, one.start, one.end)
            held = citations.setdefault(
                place, one.model_copy(update={"marker": len(citations) + 1})
            )
            numbers[one.marker] = held.marker
        told = _renumbered(answer.text, numbers).split("\n")
        lines += [line for line in told if line not in lines]
        own = [one.model_copy(update={"citation": numbers[one.citation]}) for one in answer.figures]
        figures += [one for one in own if one not in figures]
    return answers[0].model_copy(
        update={
            "question": question,
            "text": "\n".join(lines),
            "citations": tuple(citations.values()),
            "figures": tuple(figures),
            "notes": notes,
        }
    )


def _renumbered(text: str, numbers: dict[int, int]) -> str:
    # 国发[2024]5号, which a quote may hold, is no marker
    return MARKER.sub(lambda match: f"[{numbers.get(int(match[1]), match[1])}]", text)


def holds(span: Span, figure: Figure) -> bool:
    """Whether a span holds a figure's quantity."""
    return span[0] <= figure.start and figure.end <= span[1]


_BOUND = re.compile("(?:以上|以下|以内|左右)?$")


def with_unit(figure: Figure) -> str:
    """The quantity as the report writes it, with the unit that a table gives apart from it.

    7,000以上 in a column of 万吨 is 7,000万吨以上; 0.2个 in 0.2个和1.5个百分点 is 0.2个百分点.
    """
    written = re.sub("[余多来几]", "", fold(figure.text))  # 1.2万(余)个
    if figure.unit in written or "分之" in written:  # 百分之十四点一
        return figure.text
    bound = _BOUND.search(figure.text)
    at = bound.start() if bound else len(figure.text)
    unit = figure.unit
    if len(unit) > 1 and figure.text[:at].endswith(unit[0]):
        unit = unit[1:]
    return f"{figure.text[:at]}{unit}{figure.text[at:]}"
