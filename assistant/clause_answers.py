"""Finds the report's own words that answer a question which asks for no figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant import phrases
from assistant.knowledge import ClauseEntry, Knowledge, folded_name
from assistant.matching import Wanted, clause_score, wanted_words
from assistant.period import Period, period_of
from assistant.places import foreign_places, speaks_of
from assistant.question import Aspect, Form, Question
from corpus.models import Part, Report
from corpus.outline import section_at
from corpus.sentences import Span
from index.retriever import Hit

# What share of the question's words a clause must cover; less where the search found it too.
# Set on the dev questions.
_ENOUGH = 0.6
_ENOUGH_FOUND = 0.38
_FOUND = 3  # passages from the top that count as found
_LIST_CLOSE = 0.12  # items of a list may cover so much less than the best one
_LIST_MOST = 6
_INTRODUCES = 0.13  # "存在一些问题:一是…" before what only has the words
_INTRODUCED = 12
_LIST_LINES = 1500  # characters
_LIST_HITS = 6  # passages that the items of a list may come from, beside the best one's section
_LONG = 90  # characters; a longer sentence is quoted in part where a part says it all
_LEADING = re.compile(r"^(?:[—\d.、(（)）一二三四五六七八九十\s]+|是|全年|今年|全[省市县区])+")
_MARK = re.compile("[，,；;]")


@dataclass(frozen=True)
class Quote:
    """A span of a report that answers, with the heading it stands under."""

    span: Span
    heading: str
    score: float


def find_quotes(question: Question, knowledge: Knowledge, hits: list[Hit]) -> tuple[Quote, ...]:
    """The clauses that answer a question, best first; several for a list, else one.

    Args:
        hits: passages found for the question, best first.
    """
    report = knowledge.report
    if any(not speaks_of(knowledge, place) for place in foreign_places(question, knowledge)):
        return ()
    wanted = wanted_words(question, knowledge)
    period = period_of(question, report)
    if not wanted or (period.years and not period.years & knowledge.years):
        return ()
    ranked = _ranked(knowledge, question, period, wanted, hits)
    if not ranked:
        return ()
    if question.form is not Form.LIST:
        return (_quote(report, ranked[0], wanted),)
    best, first = ranked[0]
    items = _introduced(knowledge, first)
    if items:
        return tuple(Quote(span, "", best) for span in items)
    found = [(hit.passage.start, hit.passage.end) for hit in hits[:_LIST_HITS]]
    chosen = [
        (score, entry)
        for score, entry in ranked
        if score >= best - _LIST_CLOSE and (entry.section == first.section or _inside(entry, found))
    ][:_LIST_MOST]
    chosen.sort(key=lambda row: row[1].start)
    return tuple(_quote(report, row, wanted) for row in chosen)


def _introduced(knowledge: Knowledge, entry: ClauseEntry) -> list[Span]:
    """What a clause that ends with a colon introduces: the headings after it, or its clauses.

    "今年重点抓好以下五方面工作:" is followed by five sections; "存在一些短板和不足:对比…;对照…"
    by the clauses of its own sentence.
    """
    report = knowledge.report
    siblings = [
        (other.start, other.end)
        for other in knowledge.clauses
        if other.sentence_start == entry.sentence_start
    ]
    if len(siblings) > 1 and re.search("[:：]", report.text[entry.start : entry.end]):
        return siblings[:_INTRODUCED]
    if not report.text[entry.start : entry.end].endswith((":", "：")):
        return []
    lines = _lines_after(report, entry.end)
    if len(lines) > 1:
        return lines[:_INTRODUCED]
    following = [s for s in report.sections if s.start >= entry.end]
    if not following or not re.fullmatch(r"\s*", report.text[entry.end : following[0].start]):
        return []
    level = following[0].level
    found: list[Span] = []
    for section in following:
        if section.level < level:
            break
        if section.level == level and section.heading:
            start = report.text.index(section.heading, section.start)
            found.append((start, start + len(section.heading)))
    return found[:_INTRODUCED]


def _lines_after(report: Report, position: int) -> list[Span]:
    """The lines of a list after a colon: "…以下实事：" and a line for each, ended by ；."""
    found: list[Span] = []
    for match in re.finditer(r"[^\n]+", report.text[position : position + _LIST_LINES]):
        start, end = position + match.start(), position + match.end()
        if section_at(report.sections, start) != section_at(report.sections, position - 1):
            break
        found.append((start, end))
        if not match[0].rstrip().endswith(("；", ";")):
            break
    return found


def _inside(entry: ClauseEntry, passages: list[Span]) -> bool:
    return any(start <= entry.start and entry.end <= end for start, end in passages)


def _about(entry: ClauseEntry, wanted: tuple[Wanted, ...], question: Question) -> bool:
    """Whether a clause is about the indicators that are asked for, not only names them.

    Who asks for a figure that the report does not give is told what it says of the indicator
    instead, where that is the clause's subject: "出口实现量稳质升".
    """
    indicators = [word.alternatives for word in wanted if word.topic.is_indicator]
    named = all(any(one in entry.text for one in names) for names in indicators)
    if question.form is not Form.FIGURE or not named:
        return named or question.form is Form.LIST
    if question.aspect is Aspect.RANK:
        return phrases.PLACED.search(entry.text) is not None
    if not question.target or question.wider:
        return False
    subject = _LEADING.sub("", entry.text)
    return any(subject.startswith(one) for names in indicators for one in names)


def _ranked(
    knowledge: Knowledge,
    question: Question,
    period: Period,
    wanted: tuple[Wanted, ...],
    hits: list[Hit],
) -> list[tuple[float, ClauseEntry]]:
    """Clauses by how much of the question they cover; the search's order decides between equals."""
    found: list[tuple[float, float, ClauseEntry]] = []
    places = {(hit.passage.start, hit.passage.end): 1 / (10 + hit.rank) for hit in hits}
    top = [(hit.passage.start, hit.passage.end) for hit in hits[:_FOUND]]
    dated = phrases.WHEN.search(question.frame) and question.form is Form.CLAUSE
    if question.form is Form.FIGURE and question.target and question.aspect is not Aspect.RANK:
        # 出口实现量稳质升: an aim without a figure is told by the indicator's name alone.
        wanted = tuple(word for word in wanted if word.topic.is_indicator) or wanted
    against = phrases.AGAINST_WIDER.search(question.frame) and question.form is Form.CLAUSE
    against = against and bool(question.wider)
    for entry in knowledge.clauses:
        part = entry.section.part if entry.section else Part.OPENING
        year = entry.section.year if entry.section else None
        if not period.holds_part(part, year):
            continue
        if against and not any(name in entry.text for name in question.wider):
            continue
        if _is_heading(entry) and question.form is not Form.LIST:
            continue
        if dated and not phrases.SAYS_WHEN.search(entry.text):
            continue
        score = clause_score(entry, wanted)
        enough = _ENOUGH_FOUND if _inside(entry, top) else _ENOUGH
        if score < enough or not _about(entry, wanted, question):
            continue
        if question.form is Form.LIST:
            score += _listing(entry)
        bonus = max(
            (value for (a, b), value in places.items() if a <= entry.start and entry.end <= b),
            default=0.0,
        )
        found.append((score, bonus, entry))
    found.sort(key=lambda row: (-(row[0] + row[1]), row[2].start))
    return [(score, entry) for score, _, entry in found]


def _listing(entry: ClauseEntry) -> float:
    """What a clause gains as an answer to which: one that introduces what is asked for most."""
    if _is_heading(entry):
        return -_INTRODUCES
    return _INTRODUCES if re.search("[:：](?!“)|：$", entry.sentence) else 0.0


def _is_heading(entry: ClauseEntry) -> bool:
    """Whether a clause is only the heading over others, and so says nothing itself."""
    section = entry.section
    return (
        section is not None
        and entry.text.strip("。,，").endswith(folded_name(section.heading))
        and (len(entry.text) <= len(section.number) + len(section.heading) + 1)
    )


def _quote(report: Report, row: tuple[float, ClauseEntry], wanted: tuple[Wanted, ...]) -> Quote:
    score, entry = row
    heading = entry.section.path[-1] if entry.section and entry.section.path else ""
    return Quote(_essential(report.text, entry, wanted), heading, score)


def _essential(text: str, entry: ClauseEntry, wanted: tuple[Wanted, ...]) -> Span:
    """The clause, or of a long one the stretch between commas that has all its words."""
    start, end = entry.start, entry.end
    if start == (entry.section.start if entry.section else -1) and entry.section:
        start += len(entry.section.number)
    if end - start <= _LONG:
        return start, end
    borders = [start, *(m.end() for m in _MARK.finditer(text, start, end)), end]
    pieces = list(pairwise(borders))
    hit = [
        at
        for at, (a, b) in enumerate(pieces)
        if any(one in text[a:b] for word in wanted for one in word.alternatives)
    ]
    if not hit:
        return start, end
    first, last = hit[0], hit[-1]
    return pieces[first][0], pieces[last][1]


def header_spans(question: Question, report: Report) -> tuple[Span, ...]:
    """Where the report's head says who gave it, when and where, if that is asked."""
    body = min((s.start for s in report.sections), default=len(report.text))
    head = report.text[: max(body, 1)]
    found: list[Span | None] = []
    if phrases.SPEAKER.search(question.text) and report.speaker:
        found.append(_line_with(head, report.speaker[0]))
    if phrases.DELIVERED.search(question.text) and report.date:
        match = re.search(
            r"[^\n]*\d{4}\s*年[^\n]*月[^\n]*日[^\n]*(?:\n[^\n。]{0,20}会议上[^\n]*)?", head
        )
        found.append(match.span() if match else None)
    return tuple(dict.fromkeys(span for span in found if span))


def _line_with(head: str, sign: str) -> Span | None:
    for match in re.finditer("[^\n]+", head):
        if sign in match[0] and re.search("[省市县区州旗镇乡]长|主席|主任", match[0]):
            return match.span()
    return None
