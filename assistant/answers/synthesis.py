"""Answers over several matters at once: one by one, or achieved beside aimed at, row by row."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answers.figure_groups import FigureGroup
from assistant.answers.overview import asks_missed
from assistant.answers.statement import Statement, assemble, merged, with_lines
from assistant.answers.wording import wording_in
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.models import Answer, Language, Status
from assistant.questions import phrases
from assistant.questions.question import Aspect, Form, Question
from assistant.questions.topics import Topic
from assistant.questions.understanding import understand
from corpus.models import Kind

# What stands between the matters of a list: "教育、医疗和养老", "education, health care and jobs"
_BETWEEN = re.compile(
    r"\s*(?:[、,，/]\s*(?:and\b|和|以及)?|和|与|及|以及|\band\b|&)\s*", re.IGNORECASE
)
_LINES = 3  # of each matter
_ROWS = 12  # of a comparison

Compose = Callable[[Question], Answer]


def subjects(question: Question) -> list[tuple[str, str]]:
    """Each matter of a list in a question with the question asked of it alone.

    "2022年在教育、医疗、养老方面各有什么安排?" asks of three. Empty where it asks of one.
    """
    if question.form not in (Form.LIST, Form.CLAUSE):
        return []
    chain = _longest_chain(question)
    if len(chain) < 2:
        return []
    start, end = chain[0].start, chain[-1].end
    text = question.text
    return [(topic.text, text[:start] + topic.text + text[end:]) for topic in chain]


def _longest_chain(question: Question) -> list[Topic]:
    best: list[Topic] = []
    chain: list[Topic] = []
    for topic in question.topics:
        joined = chain and _BETWEEN.fullmatch(question.text[chain[-1].end : topic.start])
        chain = [*chain, topic] if joined else [topic]
        if len(chain) > len(best):
            best = chain
    return best


def by_subject(question: Question, compose: Compose) -> Answer | None:
    """The answers on each matter, short, one after another; None where the question has but one.

    Args:
        question: what is asked.
        compose: answers one question.
    """
    told: dict[str, Answer] = {}
    missing: list[str] = []
    for name, text in subjects(question):
        answer = compose(understand(text, question.language))
        if answer.status is not Status.ANSWERED:
            missing.append(name)
        elif not any(_says_the_same(answer, one) for one in told.values()):
            told[name] = answer
    if len(told) < 2:
        return None
    answered = [_titled(_shortened(answer), name) for name, answer in told.items()]
    note = wording_in(question.language).unanswered(missing) if missing else ""
    return merged(question.text, answered, (note,) if note else ())


def _says_the_same(answer: Answer, other: Answer) -> bool:
    """Whether most of what an answer cites is cited by another: 短板和不足 are one matter."""
    cited = {(one.start, one.end) for one in other.citations}
    again = sum((one.start, one.end) in cited for one in answer.citations)
    return again * 2 >= len(answer.citations)


def _shortened(answer: Answer) -> Answer:
    """The first lines of an answer with what they cite."""
    return with_lines(answer, answer.text.split("\n")[:_LINES])


def _titled(answer: Answer, name: str) -> Answer:
    sign = ":" if answer.language is Language.ZH else ": "
    title = name if answer.language is Language.ZH else name[:1].upper() + name[1:]
    return answer.model_copy(update={"text": f"{title}{sign}{answer.text}"})


def comparison(question: Question, pool: list[Knowledge]) -> Answer | None:
    """Achieved beside aimed at, an indicator a line, where a question compares without naming any.

    "compare 2021 results with 2022 targets". None where it names an indicator, or where a
    report has no indicator of which it gives both.
    """
    named = [topic for topic in question.topics if not _is_general(topic)]
    missed = phrases.SHORTFALL.search(question.frame)  # 增长离目标差多少 is of one aim
    grown = question.aspect is Aspect.GROWTH  # of nothing named: the economy's alone
    if question.form is not Form.COMPARISON or named or question.places or missed or grown:
        return None
    for knowledge in pool:
        if asks_missed(question, knowledge.report):
            return None  # 去年有哪些指标没达标: no aims of the year to come
        pairs = [pair for pair in _pairs(knowledge) if _in_years(pair, question)]
        if len(pairs) >= 2:
            rows = [(knowledge.report, _row(knowledge, pair, question)) for pair in pairs[:_ROWS]]
            return assemble(question.text, question.language, Status.ANSWERED, rows)
    return None


def _is_general(topic: Topic) -> bool:
    """Whether a topic names no matter of its own: 指标, results, economy."""
    return bool(topic.terms) and all(term.kind in ("general", "body") for term in topic.terms)


def _in_years(pair: tuple[FigureEntry, FigureEntry], question: Question) -> bool:
    years = {entry.figure.year for entry in pair}
    return not question.years or set(question.years) <= years


def _pairs(knowledge: Knowledge) -> list[tuple[FigureEntry, FigureEntry]]:
    """What was achieved with what is aimed at, of one indicator and measure, as aims follow."""
    found: list[tuple[FigureEntry, FigureEntry]] = []
    for aim in knowledge.figures:
        target = aim.figure
        if target.kind is not Kind.TARGET or not target.year or not aim.terms or target.scope:
            continue
        done = next(
            (
                entry
                for entry in knowledge.figures
                if entry.figure.kind is not Kind.TARGET
                and entry.figure.year == target.year - 1
                and entry.figure.measure is target.measure
                and not entry.figure.scope
                and _same(entry, aim)
            ),
            None,
        )
        if done:
            found.append((done, aim))
    return found


def _same(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether two figures are of one indicator: by name, or by the field's term at its end."""
    if one.name == other.name:
        return True
    if not one.terms or not other.terms:
        return False
    first, second = one.terms[-1], other.terms[-1]
    whole = first[2] == len(one.name) and second[2] == len(other.name)
    return whole and first[0] == second[0] and first[1] <= 1 and second[1] <= 1


def _row(
    knowledge: Knowledge, pair: tuple[FigureEntry, FigureEntry], question: Question
) -> Statement:
    """One line: "2021年地区生产总值增长8.7%;2022年地区生产总值的增长目标是7.5%以上"."""
    wording = wording_in(question.language)
    sides = [
        wording.figure_statement(knowledge.report, FigureGroup((entry.figure,), 1.0))
        for entry in pair
    ]
    sign = ";" if question.language is Language.ZH else "; "
    second = sides[1].text
    if question.language is Language.EN:
        second = second[:1].lower() + second[1:]
    return Statement(
        f"{sides[0].text}{sign}{second}",
        (*sides[0].spans, *sides[1].spans),
        (*sides[0].figures, *sides[1].figures),
    )
