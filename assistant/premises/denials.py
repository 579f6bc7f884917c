"""Finds what a question takes for granted and the report says otherwise.

Each figure that a question asserts is checked as a claim is; where that finds nothing, the
report is asked for the figure. What it does not speak of is denied by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answers.figure_answers import find_figures
from assistant.answers.figure_groups import DURATIONS
from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.matching.funds import asks_money
from assistant.models import Answer, AnsweredFigure, Citation, Language
from assistant.premises.assertions import BOUNDS, BREAK, asserted, clause_of
from assistant.premises.standing import done, is_place, said_of_all, stands, timed
from assistant.questions import phrases
from assistant.questions.period import period_of
from assistant.questions.question import Aspect, Question, language_of
from assistant.questions.turns import EITHER, FELL, MOVES, NOT, ROSE, turned
from assistant.questions.understanding import understand
from assistant.verify import check_claim
from assistant.verifying.claim_match import fits
from assistant.verifying.judgement import base_value, slips
from assistant.verifying.statement_check import check_statement
from assistant.verifying.verification import Check, Slip, Verdict
from corpus.glossary import TermMatch, load_glossary
from corpus.models import Figure, Kind, Measure, Qualifier
from corpus.units import normalise
from index.retriever import Hit

_IGNORE = re.IGNORECASE
_MEANT = 0.7  # how well a figure's name must fit what a question says of its number
# 增速下滑: the pace fell, which the growth itself does not deny
_PACE = re.compile(r"增速|增幅|涨幅|降幅|增长率|\b(?:growth|pace|rate)\b", _IGNORE)
# Growth by a name that is of a fall: 降幅, 减免税费
_NAMED_FALL = re.compile("减|降|缩|流失|亏")


# "slid to 73rd — right?": who asks to confirm is told that it is not, not only what it is
_RIGHT = re.compile(r"\bright\?\s*$|(?:对吧|是吧|没错吧)[?？]?\s*$", _IGNORE)


@dataclass(frozen=True)
class Denial:
    """A figure that the report gives instead. ``quote`` where its own words tell it best."""

    entry: FigureEntry
    claim: Claimed
    quote: bool = False
    whose: bool = False  # it is of another than the question says
    turned: bool = False  # the value is right, but moved the other way
    whole: bool = False  # the value is of a part, or among others, than the question says


def denials(
    question: Question, plain: Answer, knowledge: Knowledge, search: Callable[[], list[Hit]]
) -> list[Denial]:
    """What the report gives instead of the figures that a question asserts.

    Args:
        question: what was asked.
        plain: the answer that was found for it.
        knowledge: the report that it is of.
        search: passages found for the question.
    """
    found: list[Denial] = []
    claims = asserted(question, knowledge)
    given = {(one.value, one.unit) for one in claims}
    entries = [entry_of(knowledge, one.reported) for one in plain.figures]
    for claim in claims:
        check = check_claim(claim, knowledge)
        denial = None
        # the cement industry's output up 6.4%: what was found for the whole question tells it best
        own = next((one for one in entries if _grew_otherwise(claim, one)), None)
        if own:
            denial = Denial(own, claim, turned=True)
        elif check.verdict is Verdict.CONTRADICTED:
            denial = _denial(claim, check, question, knowledge)
        elif check.verdict is Verdict.SUPPORTED and check.reported:
            entry = entry_of(knowledge, check.reported)
            denial = Denial(entry, claim, quote=True, turned=True) if turned(claim, entry) else None
        elif _RIGHT.search(question.text) or not any(
            _comparable(claim, one) for one in plain.figures
        ):
            denial = _by_asking(claim, question, knowledge, search)
        if denial is None or denial.entry in [one.entry for one in found]:
            continue
        if not (denial.turned or denial.whole) and stands(
            claim, clause_of(claim, question.text), question, knowledge, denial.entry
        ):
            continue
        figure = denial.entry.figure
        # 由4条增加到15条: the 4 of 4条 denies no 15
        if len(claims) > 1 and base_value(figure) in given - {(claim.value, claim.unit)}:
            continue
        found.append(denial)
        if not denial.quote and not phrases.WHETHER.search(question.frame):
            told = {(one.start, one.end) for one in plain.figures}
            found.extend(
                one
                for one in _aimed_or_reached(claim, denial, knowledge)
                if (one.entry.figure.start, one.entry.figure.end) not in told
            )
    return found


def _grew_otherwise(claim: Claimed, entry: FigureEntry) -> bool:
    """Whether a figure is the very growth that is asserted, the other way: up for 下降6.4%."""
    measures = {entry.figure.measure, claim.measure}
    same = base_value(entry.figure) == (claim.value, claim.unit) and measures == {Measure.GROWTH}
    fell = (entry.figure.value or 0) < 0
    return same and fell and claim.sign > 0 and FELL.search(claim.frame) is None


def _aimed_or_reached(claim: Claimed, denial: Denial, knowledge: Knowledge) -> list[Denial]:
    """What an aim that was taken for reached came to, and the aim itself beside what was reached.

    Already 8200家? 7800家 was reached, and 8200家 is what is aimed at.
    """
    told = denial.entry.figure
    aimed = told.kind is Kind.TARGET
    if not done(claim) or told.kind not in (Kind.TARGET, Kind.ACTUAL):
        return []
    value, unit = base_value(told)
    wanted = Kind.ACTUAL if aimed else Kind.TARGET
    others = [
        one
        for one in knowledge.figures
        if _of_the_same(one, denial.entry)
        and (one.figure.scope, one.figure.measure) == (told.scope, told.measure)
        and base_value(one.figure)[1] == unit
        and one.figure.kind is wanted
        and claim.value == (value if aimed else base_value(one.figure)[0])
    ]
    return [Denial(others[0], claim)] if len(others) == 1 else []


def _of_the_same(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether two figures are of one thing, however named: 建筑业(总)产值, (医疗)床位."""
    if one.name == other.name:
        return True
    terms, others = (
        [[term for term in thing.terms if term.kind != "general"] for thing in _things(entry)]
        for entry in (one, other)
    )
    new, also_new = (bool(phrases.NEW.search(entry.name)) for entry in (one, other))
    return bool(terms) and terms == others and new == also_new


def _things(entry: FigureEntry) -> tuple[TermMatch, ...]:
    return load_glossary().find(entry.name)


def entry_of(knowledge: Knowledge, figure: Figure) -> FigureEntry:
    """The entry of a figure of the report."""
    return next(one for one in knowledge.figures if one.figure == figure)


def _denial(
    claim: Claimed, check: Check, question: Question, knowledge: Knowledge
) -> Denial | None:
    """What the report gives, where the check found it to be of the very thing asserted."""
    figure = check.reported
    if figure is None or check.slip is None or check.slip in (Slip.UNIT, Slip.MEASURE):
        return None
    entry = _exact_place(entry_of(knowledge, figure), knowledge)
    figure = entry.figure
    same = base_value(figure) == (claim.value, claim.unit)
    if check.slip is Slip.SCOPE:
        own = _place_among(claim, entry, knowledge)
        if own:
            return Denial(own, claim, whole=True)
        named = is_place(claim, knowledge) and not (
            figure.scope and figure.scope in claim.sentence  # A、B分别完成…: each has its own
        )
        whose = named and any("全" not in one for one in claim.places)
        if not whose and same and turned(claim, entry):
            return Denial(entry, claim, quote=True, turned=True)
        return Denial(entry, claim, quote=True, whose=True) if whose else None
    if check.slip is Slip.QUALIFIER:
        short = claim.value is not None and (base_value(figure)[0] or 0) < claim.value
        return Denial(entry, claim) if short and _reaches(claim) else None
    if check.slip is Slip.INDICATOR and not same and said_of_all(claim, entry, knowledge):
        return Denial(entry, claim, quote=True, whole=True)
    if check.slip is Slip.INDICATOR and (same or _stands(claim, knowledge)):
        return None
    if (
        check.slip in (Slip.KIND, Slip.YEAR)
        and same
        and claim.year is None
        and (not timed(claim, question) or period_of(question, knowledge.report).holds(figure))
    ):
        return None  # 那30座新公厕,今年建在哪里?: its time is said elsewhere, or not at all
    counted = not claim.unit and base_value(figure)[0] == claim.value
    aimed = check.slip in (Slip.KIND, Slip.YEAR)
    if aimed and counted and claim.year in (None, figure.year) and asks_money(question):
        return None  # "planned investment of the 121 projects": the sum was planned
    if check.slip is Slip.DIRECTION and not MOVES.search(claim.frame):
        return None  # 比重3.8个百分点: which way is not said
    if check.slip is Slip.YEAR and same and f"{claim.year}年" in entry.sentence:
        return None  # 是2017年的4.1倍
    # 增产了2.6%: 减产百分之二点六, in the report's own verb and beside its level
    turned_zh = check.slip is Slip.DIRECTION and claim.language is Language.ZH
    turned_zh = turned_zh and "分别" not in entry.clause
    return Denial(entry, claim, quote=turned_zh or claim.unit in (*DURATIONS, "百分点"))


def _exact_place(entry: FigureEntry, knowledge: Knowledge) -> FigureEntry:
    """迈进前20名，(位居第19位): the place itself, where a sentence tells the front too."""
    if entry.figure.measure is not Measure.RANK or entry.figure.qualifier is Qualifier.EXACT:
        return entry
    exact = (
        one
        for one in knowledge.figures
        if (one.name, one.sentence) == (entry.name, entry.sentence)
        and one.figure.measure is Measure.RANK
        and one.figure.qualifier is Qualifier.EXACT
    )
    return next(exact, entry)


def _place_among(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> FigureEntry | None:
    """The place among those that a claim names: of 全市第一,全省第二, second in the city."""
    among = (
        one
        for one in knowledge.figures
        if (one.name, one.sentence) == (entry.name, entry.sentence)
        and one.figure.measure is entry.figure.measure is Measure.RANK
        and one.before.endswith(claim.wider or ("\n",))
        and base_value(one.figure)[0] != claim.value
    )
    return next(among, None)


# 突破了1200亿元, "topped 120 billion"
_REACHES = re.compile(
    r"突破|超过?|迈过|跨过|达到了?|\b(?:topp?ed|exceed\w*|pass(?:ed)?|surpass\w*)"
)


def _reaches(claim: Claimed) -> bool:
    return claim.qualifier in BOUNDS or _REACHES.search(claim.frame) is not None


def _stands(claim: Claimed, knowledge: Knowledge) -> bool:
    """Whether some figure of what the claim names has its very value."""
    return any(
        fit.score >= _MEANT
        and not fit.slipped
        and base_value(fit.entry.figure) == (claim.value, claim.unit)
        for fit in fits(claim, knowledge, claim.places)
    )


def _told_of(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether another figure of the same thing has the value: first in the city, second beyond."""
    return any(
        one.name == entry.name
        and one.figure.measure is entry.figure.measure
        and base_value(one.figure) == (claim.value, claim.unit)
        for one in knowledge.figures
    )


def _by_asking(
    claim: Claimed, question: Question, knowledge: Knowledge, search: Callable[[], list[Hit]]
) -> Denial | None:
    """What the report gives where one asks for the figure that the question asserts."""
    neutral = understand(_neutral(claim, question), question.language)
    if not neutral.has_topic:
        return None
    for group in find_figures(neutral, knowledge, search)[:1]:
        for figure in group.figures:
            entry = entry_of(knowledge, figure)
            if not _comparable(claim, figure):
                continue
            wrong = set(slips(claim, entry, knowledge, False))
            if not (claim.wider or claim.places):
                wrong -= {Slip.SCOPE}  # "slip to 49th", in the province or not
            if wrong & {Slip.SCOPE, Slip.YEAR, Slip.MEASURE}:
                return None
            if Slip.VALUE in wrong and _told_of(claim, entry, knowledge):
                return None
            if wrong & {Slip.VALUE, Slip.DIRECTION}:
                return Denial(entry, claim, quote=claim.unit in (*DURATIONS, "百分点"))
            return Denial(entry, claim, quote=True, turned=True) if turned(claim, entry) else None
    return None


def _comparable(claim: Claimed, figure: Figure) -> bool:
    """Whether a figure is of the kind that a claim gives: a rank, growth, yuan."""
    if claim.measure is not figure.measure and (
        {claim.measure, figure.measure} & {Measure.RANK, Measure.GROWTH, Measure.CHANGE}
    ):
        return False
    return normalise(abs(figure.value or figure.low or 0), figure.unit)[1] == claim.unit  # type: ignore[arg-type]


# "So", "I read that", "Is it true that": says nothing of what is asked
_OPENING = re.compile(
    r"^\s*(?:(?:so|but|and|well|now that|since|given that|is it (?:true|right|correct) that|"
    r"(?:i|we) (?:read|heard|thought|hear|understand)(?: that)?|"
    r"(?:the report|the \w+|they|people|some) (?:says?|claims?|states?|sets?)(?: that)?)\b[,\s]*)+",
    _IGNORE,
)


_WHY_DID = re.compile(r"\bwhy\b(?:\s+(?:did|does|do|was|were|is|are|has|have)\b)?", _IGNORE)


def _neutral(claim: Claimed, question: Question) -> str:
    """The question for the figure that a claim gives."""
    years = [*question.years]
    if claim.language is Language.EN:
        subject = FELL.sub(" ", ROSE.sub(" ", _WHY_DID.sub(" ", claim.subject)))
        subject = re.sub(r"\s+(?:to|by|at)\s+(?=in\b|of\b|$|[.?!])", " ", _OPENING.sub("", subject))
        subject = subject.strip(" .?!,")
        asked = "rank" if claim.measure is Measure.RANK else "figure"
        if claim.measure is Measure.GROWTH:
            asked = "growth"
        when = f" in {years[0]}" if years and str(years[0]) not in subject else ""
        return f"What was the {asked} of {subject}{when}?"
    when = f"{years[0]}年" if years else ""
    wider = "".join(one for one in claim.wider if one not in claim.subject)
    if claim.measure is Measure.RANK:
        return f"{when}{claim.subject}{wider}排第几?"
    if claim.unit in DURATIONS:
        return f"{when}{claim.subject}连续多少{claim.unit}?"
    moved = claim.measure is Measure.GROWTH or claim.unit == "百分点"
    asked = "比上年下降多少" if moved else "是多少"
    return f"{when}{claim.subject}{asked}?"


def turned_growth(question: Question, plain: Answer) -> AnsweredFigure | None:
    """The growth told of, where the question takes for granted that it went the other way.

    "How big was the drop in revenue?", 出口上涨了多少?
    """
    growth = next((one for one in plain.figures if one.measure is Measure.GROWTH), None)
    frame = question.frame
    if _PACE.search(question.text) or question.aspect is Aspect.RANK:
        return None
    if growth is None or growth.value is None or growth.kind is Kind.TARGET:
        return None
    if EITHER.search(frame) or NOT.search(frame) or _NAMED_FALL.search(growth.indicator):
        return None
    fell, rose = FELL.search(frame), ROSE.search(frame) or "增长" in frame
    if fell and not rose and growth.value > 0:
        return growth
    return growth if rose and not fell and growth.value < 0 else None


def planned_only(question: Question, knowledge: Knowledge) -> Citation | None:
    """Where the report only plans what the question says is done: 南外环去年已全线通车,…"""
    for piece in BREAK.split(question.text):
        said = _ZH_OPENING.sub("", _OPENING.sub("", piece)).strip()
        said = _TAG.sub("", said)
        language = language_of(said)
        if phrases.ASKS.search(said) or not _DONE.search(said) or NOT.search(said):
            continue
        check = check_statement(said, language, knowledge)
        if check.verdict is Verdict.CONTRADICTED and check.slip in (Slip.KIND, Slip.YEAR):
            return check.citation
    return None


# What a clause must say to tell of a thing done
_DONE = re.compile(
    r"已|全部|了$|投入|建成|开通|\b(?:was|were|has|have|had|opened|completed)\b", _IGNORE
)
_ZH_OPENING = re.compile("^(?:听说|据说|有人说|既然|报告(?:里|中)?(?:说|称|写))[,，:：]?")
_TAG = re.compile(r"(?:是吗|对吗|对吧|属实吗|真的吗|是真的吗|对不对|真的假的|吧|吗)\s*$")
