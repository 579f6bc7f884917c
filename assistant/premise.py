"""What a question takes for granted, held against the report before it is answered.

"Why did retail sales fall by 3%?", 去年建筑业产值已经突破1900亿元,占多大比重?: each figure that a
question asserts is checked as a claim is. Where the report says otherwise the answer opens with
what it says. What is right, and what the report does not speak of, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from assistant import phrases, wording_en, wording_zh
from assistant.claim_match import fits, names_share
from assistant.claims import Claimed, lines
from assistant.figure_answers import find_figures
from assistant.figure_groups import DURATIONS, FigureGroup
from assistant.judgement import base_value, slips
from assistant.knowledge import FigureEntry, Knowledge
from assistant.models import Answer, AnsweredFigure, Language, Status
from assistant.period import period_of
from assistant.places import foreign_places
from assistant.question import Question, language_of, understand
from assistant.statement import Statement, assemble, merged, quoted
from assistant.subject import heavy_topics
from assistant.verification import Check, Slip, Verdict
from assistant.verify import check_claim, read_claims
from corpus.models import Figure, Kind, Measure, Qualifier
from corpus.sentences import Span
from corpus.units import normalise
from index.retriever import Hit

_IGNORE = re.IGNORECASE
_LONG = 120  # characters of a sentence that is told whole
_MEANT = 0.7  # how well a figure's name must fit what a question says of its number
_SAME = 0.5  # the share of a claim's words in the name of a figure that is of the same thing
_ANY = re.compile(
    r"\d|[一二两三四五六七八九十]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|"
    r"third|half|\w+th)\b",
    _IGNORE,
)
# 是8.7%还是9.7%, "8% or 8.5%": nothing is asserted
_CHOICE = re.compile(
    r"\d[^,，。?？]*(?:还是|或者?|\bor\b)\s*(?!more|above|so\b)[^,，。?？]*\d", _IGNORE
)
_IN_A_ROW = re.compile(r"连续|\b(?:consecutive|straight|in a row|running)\b", _IGNORE)
_QUOTES = "'\"‘’“”"
_BOUNDS = (
    Qualifier.AT_LEAST,
    Qualifier.AT_MOST,
    Qualifier.MORE_THAN,
    Qualifier.NEARLY,
)
# What a question says of a move: "slid to 45th", 下降到了92.1%, "how big was the drop"
_FELL = re.compile(
    r"下降|下滑|滑落|滑到|回落|[降跌掉退减]了?[到至]|后退|跌|萎缩|恶化|"
    r"\b(?:f[ae]ll(?:en)?|dropp?(?:ed|s)?|declin\w+|slip(?:ped)?|slid(?:e|den)?|sank|sunk|"
    r"slump\w*|decreas\w+|shr[aiu]nk|worsen\w*|deteriorat\w+|tumbl\w+|plung\w+|contract(?:ed|ion))\b",
    _IGNORE,
)
_ROSE = re.compile(
    r"提高|上升|上涨|提升|增[至到]|升[至到]|涨了?|增[长加]了|前移|跃[升居]|攀升|进位|扩大到|"
    r"\b(?:r[io]se(?:n)?|climb\w*|improv\w+|jump\w*|advanc\w+|increas\w+|gr[eo]w|soar\w*|"
    r"surg\w+)\b",
    _IGNORE,
)
_NOT = re.compile(r"不|没|未|\bnot?\b|n't\b|n’t\b", _IGNORE)
_REPORT_FELL = re.compile("下降|下滑|回落|[降减跌]|后移|退")
_REPORT_ROSE = re.compile("提高|上升|上涨|提升|[升增]|前移|跃|攀|进位|扩大")
# 涨还是跌, "rise or fall"
_EITHER = re.compile(r"还是|或|\bor\b", _IGNORE)
# Growth by a name that is of a fall: 降幅, 减免税费
_NAMED_FALL = re.compile("减|降|缩|流失|亏")


@dataclass(frozen=True)
class _Denial:
    """What the report gives instead. ``quote`` where its own words tell it best."""

    entry: FigureEntry
    claim: Claimed
    quote: bool = False


def corrected(
    question: Question, plain: Answer, knowledge: Knowledge, search: Callable[[], list[Hit]]
) -> Answer:
    """The answer, opened with what the report says where it denies what the question asserts.

    Args:
        question: what was asked.
        plain: the answer that was found for it.
        knowledge: the report that it is of.
        search: passages found for the question.
    """
    if foreign_places(question, knowledge):
        return plain
    denials = _denials(question, plain, knowledge, search)
    if denials:
        return _with_denials(question, plain, knowledge, denials)
    turned = _turned_growth(question, plain)
    return _led(plain, turned, question) if turned else plain


def _denials(
    question: Question, plain: Answer, knowledge: Knowledge, search: Callable[[], list[Hit]]
) -> list[_Denial]:
    found: list[_Denial] = []
    for claim in _asserted(question, knowledge):
        check = check_claim(claim, knowledge)
        denial = None
        if check.verdict is Verdict.CONTRADICTED:
            denial = _denial(claim, check, question, knowledge)
        elif check.verdict is Verdict.SUPPORTED and check.reported:
            entry = _entry(knowledge, check.reported)
            denial = _Denial(entry, claim, quote=True) if _turned(claim, entry) else None
        elif not any(_comparable(claim, one) for one in plain.figures):
            denial = _by_asking(claim, question, knowledge, search)
        if denial and denial.entry not in [one.entry for one in found]:
            found.append(denial)
    return found


def _asserted(question: Question, knowledge: Knowledge) -> list[Claimed]:
    """The figures that a question gives as facts; none that it asks for or lets choose from."""
    text = question.text
    if not _ANY.search(phrases.YEAR.sub("", text)) or _CHOICE.search(text):
        return []
    language = language_of(text)
    read = [one for line in lines(text) for one in read_claims(line, knowledge, language)[0]]
    return [one for one in read if _is_asserted(one, text)]


def _is_asserted(claim: Claimed, text: str) -> bool:
    before, after = text[: claim.start].rstrip(), text[claim.end :].lstrip()
    if before[-1:] in _QUOTES and before and after[:1] in _QUOTES:
        return False  # '152' is a name
    if claim.unit in DURATIONS and not _IN_A_ROW.search(claim.frame):
        return False
    # "which towns took in over 5 million yuan?" filters, it asserts nothing
    asks = phrases.ASKS.search(phrases.WHY.sub("", _clause_of(claim, text)))
    return not (claim.qualifier in _BOUNDS and asks and not phrases.WHETHER.search(text))


_BREAK = re.compile(r"[,，](?!\d{3})|[;；。?？!！]|\.(?=\s|$)|\s[—–-]\s")


def _clause_of(claim: Claimed, text: str) -> str:
    before = _BREAK.split(text[: claim.start])[-1]
    return before + _BREAK.split(text[claim.start :])[0]


def _entry(knowledge: Knowledge, figure: Figure) -> FigureEntry:
    return next(one for one in knowledge.figures if one.figure == figure)


def _denial(
    claim: Claimed, check: Check, question: Question, knowledge: Knowledge
) -> _Denial | None:
    """What the report gives, where the check found it to be of the very thing asserted."""
    figure = check.reported
    if figure is None or check.slip is None or check.slip in (Slip.UNIT, Slip.MEASURE):
        return None
    entry = _entry(knowledge, figure)
    same = base_value(figure) == (claim.value, claim.unit)
    if check.slip is Slip.SCOPE:
        whose = any("全" not in one for one in claim.places)
        return _Denial(entry, claim, quote=True) if whose else None
    if check.slip is Slip.QUALIFIER:
        short = claim.value is not None and (base_value(figure)[0] or 0) < claim.value
        return _Denial(entry, claim) if short and _reaches(claim) else None
    if check.slip is Slip.INDICATOR and (same or _stands(claim, knowledge)):
        return None
    if same and claim.year is None and period_of(question, knowledge.report).holds(figure):
        return None  # 那30座新公厕,今年建在哪里?: its time is said elsewhere
    return _Denial(entry, claim, quote=claim.unit in (*DURATIONS, "百分点"))


# 突破了1200亿元, "topped 120 billion"
_REACHES = re.compile(
    r"突破|超过?|迈过|跨过|达到了?|\b(?:topp?ed|exceed\w*|pass(?:ed)?|surpass\w*)"
)


def _reaches(claim: Claimed) -> bool:
    return claim.qualifier in _BOUNDS or _REACHES.search(claim.frame) is not None


def _stands(claim: Claimed, knowledge: Knowledge) -> bool:
    """Whether some figure of what the claim names has its very value."""
    return any(
        fit.score >= _MEANT
        and not fit.slipped
        and base_value(fit.entry.figure) == (claim.value, claim.unit)
        for fit in fits(claim, knowledge, claim.places)
    )


def _turned(claim: Claimed, entry: FigureEntry) -> bool:
    """Whether the value holds but moved the other way: "slid to 49th" for 前移至第49位."""
    figure = entry.figure
    if figure.measure not in (Measure.LEVEL, Measure.RANK, Measure.SHARE):
        return False
    if _NOT.search(claim.frame):
        return False
    fell, rose = _FELL.search(claim.frame), _ROSE.search(claim.frame)
    down, up = _REPORT_FELL.search(entry.before), _REPORT_ROSE.search(entry.before)
    return bool((fell and not rose and up and not down) or (rose and not fell and down and not up))


def _by_asking(
    claim: Claimed, question: Question, knowledge: Knowledge, search: Callable[[], list[Hit]]
) -> _Denial | None:
    """What the report gives where one asks for the figure that the question asserts."""
    neutral = understand(_neutral(claim, question), question.language)
    if not neutral.has_topic:
        return None
    for group in find_figures(neutral, knowledge, search)[:1]:
        for figure in group.figures:
            entry = _entry(knowledge, figure)
            if not _comparable(claim, figure):
                continue
            wrong = set(slips(claim, entry, knowledge, False))
            if wrong & {Slip.SCOPE, Slip.YEAR, Slip.MEASURE}:
                return None
            if wrong & {Slip.VALUE, Slip.DIRECTION}:
                return _Denial(entry, claim, quote=claim.unit in (*DURATIONS, "百分点"))
            return _Denial(entry, claim, quote=True) if _turned(claim, entry) else None
    return None


def _comparable(claim: Claimed, figure: Figure) -> bool:
    """Whether a figure is of the kind that a claim gives: a rank, growth, yuan."""
    if claim.measure is not figure.measure and (
        {claim.measure, figure.measure} & {Measure.RANK, Measure.GROWTH, Measure.CHANGE}
    ):
        return False
    return normalise(abs(figure.value or figure.low or 0), figure.unit)[1] == claim.unit  # type: ignore[arg-type]


def _neutral(claim: Claimed, question: Question) -> str:
    """The question for the figure that a claim gives."""
    years = [*question.years]
    if claim.language is Language.EN:
        subject = _FELL.sub(" ", _ROSE.sub(" ", phrases.WHY.sub(" ", claim.subject)))
        subject = re.sub(r"\s+(?:to|by|at)\s+(?=in|of|$)", " ", subject)
        asked = "rank" if claim.measure is Measure.RANK else "figure"
        if claim.measure is Measure.GROWTH:
            asked = "growth"
        when = f" in {years[0]}" if years and str(years[0]) not in subject else ""
        return f"What was the {asked} of {subject.strip()}{when}?"
    when = f"{years[0]}年" if years else ""
    wider = "".join(claim.wider)
    if claim.measure is Measure.RANK:
        return f"{when}{claim.subject}{wider}排第几?"
    if claim.unit in DURATIONS:
        return f"{when}{claim.subject}连续多少{claim.unit}?"
    moved = claim.measure is Measure.GROWTH or claim.unit == "百分点"
    asked = "比上年下降多少" if moved else "是多少"
    return f"{when}{claim.subject}{asked}?"


def _turned_growth(question: Question, plain: Answer) -> AnsweredFigure | None:
    """The growth told of, where the question takes for granted that it went the other way.

    "How big was the drop in revenue?", 出口上涨了多少?
    """
    growth = next((one for one in plain.figures if one.measure is Measure.GROWTH), None)
    frame = question.frame
    if growth is None or growth.value is None or growth.kind is Kind.TARGET:
        return None
    if _EITHER.search(frame) or _NOT.search(frame) or _NAMED_FALL.search(growth.indicator):
        return None
    fell, rose = _FELL.search(frame), _ROSE.search(frame)
    if fell and not rose and growth.value > 0:
        return growth
    return growth if rose and not fell and growth.value < 0 else None


def _with_denials(
    question: Question, plain: Answer, knowledge: Knowledge, denials: list[_Denial]
) -> Answer:
    """The answer behind what the report says instead."""
    first = denials[0]
    told = _told_already(first, plain, knowledge)
    if told and not first.quote:
        return _led(plain, told, question)
    report = knowledge.report
    said = _statements(denials, knowledge, question)
    opening = assemble(
        question.text, question.language, Status.ANSWERED, [(report, one) for one in said]
    )
    if plain.status is not Status.ANSWERED or _beside(question, plain, knowledge, first.claim):
        return opening
    rest = plain
    if {(one.start, one.end) for one in plain.figures} <= {
        (one.start, one.end) for one in opening.figures
    } and plain.figures:
        return opening
    return merged(question.text, [opening, rest], plain.notes)


def _told_already(denial: _Denial, plain: Answer, knowledge: Knowledge) -> AnsweredFigure | None:
    """The figure of the answer that says what the denial would, of the same thing."""
    reported = denial.entry.figure
    for one in plain.figures:
        same = (one.start, one.end) == (reported.start, reported.end)
        alike = all(
            getattr(one, name) == getattr(reported, name)
            for name in ("measure", "indicator", "year", "scope", "kind")
        )
        if same or alike:
            return one
    asked = [one for one in plain.figures if one.measure is reported.measure]
    if denial.claim.year is None or reported.year == denial.claim.year:
        return None
    for one in asked:
        entry = _entry(knowledge, Figure(**one.model_dump(exclude={"citation"})))
        if one.year == denial.claim.year and names_share(denial.claim, entry, knowledge) >= _SAME:
            return one
    return None


def _beside(question: Question, plain: Answer, knowledge: Knowledge, claim: Claimed) -> bool:
    """Whether an answer in figures is of other things, and the question asks of no other."""
    if not plain.figures:
        return False
    rest = question.text.replace(_clause_of(claim, question.text), " ")
    if heavy_topics(understand(rest, question.language)):
        return False
    entries = [
        _entry(knowledge, Figure(**one.model_dump(exclude={"citation"}))) for one in plain.figures
    ]
    return all(names_share(claim, entry, knowledge) < _SAME for entry in entries)


def _statements(
    denials: list[_Denial], knowledge: Knowledge, question: Question
) -> list[Statement]:
    """One sentence for each thing that is denied, a level with its growth in one."""
    wording = _wording(question)
    report = knowledge.report
    said: list[Statement] = []
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for one in denials:
        figure = one.entry.figure
        if one.quote:
            span = _span(one, knowledge)
            words = f"“{quoted(report.text[span[0] : span[1]])}”"
            shown = () if figure.kind is Kind.TARGET else (figure,)
            said.append(Statement(words, (span,), shown))
        else:
            key = (figure.indicator, figure.scope, figure.year, figure.kind, one.entry.sentence)
            groups.setdefault(key, []).append(figure)
    for figures in groups.values():
        said.append(wording.figure_statement(report, FigureGroup(tuple(figures), 1.0)))
    first = said[0]
    return [Statement(wording.otherwise(first.text), first.spans, first.figures), *said[1:]]


def _span(denial: _Denial, knowledge: Knowledge) -> Span:
    """The clause that tells it; the sentence where it is of another than the question says."""
    figure = denial.entry.figure
    span = (figure.clause_start, figure.clause_end)
    if not denial.claim.places:
        return span
    whole = next(
        (
            (one.sentence_start, one.sentence_end)
            for one in knowledge.clauses
            if one.sentence_start <= figure.start < one.sentence_end
        ),
        span,
    )
    return whole if whole[1] - whole[0] <= _LONG else span


def _led(plain: Answer, figure: AnsweredFigure, question: Question) -> Answer:
    """The answer with the sentence of a figure in front, as what the report says instead."""
    rows = plain.text.split("\n")
    mark = f"[{figure.citation}]"
    row = next((one for one in rows if mark in one and figure.text.strip() in one), rows[0])
    rest = [one for one in rows if one is not row]
    text = "\n".join([_wording(question).otherwise(row), *rest])
    return plain.model_copy(update={"text": text})


def _wording(question: Question) -> ModuleType:
    return wording_zh if question.language is Language.ZH else wording_en
