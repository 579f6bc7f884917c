"""Checks each figure of a claim or a whole article against the reports."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.answers.statement import cite
from assistant.claims import Carried, Claimed, Line, is_item, leads, lines
from assistant.evidence.knowledge import FigureEntry, Knowledge, prepare
from assistant.evidence.names import folded_name
from assistant.models import Language
from assistant.questions.period import year_of_statement
from assistant.questions.places import own_names
from assistant.questions.question import language_of
from assistant.questions.reports import choose_reports, names_own
from assistant.questions.understanding import understand
from assistant.verifying import explanations_en, explanations_zh
from assistant.verifying.claim_differences import differences_checked
from assistant.verifying.claim_match import Fit, composed, fits, names_head, names_share, touches
from assistant.verifying.claim_moves import moved_by, moves_checked
from assistant.verifying.claim_otherwise import told_otherwise
from assistant.verifying.claim_scope import claim_scope
from assistant.verifying.claims_en import read_english
from assistant.verifying.claims_en_words import topics_of
from assistant.verifying.claims_zh import own_words, read_chinese
from assistant.verifying.judgement import (
    base_value,
    claimed_value,
    comparable,
    slips,
)
from assistant.verifying.statement_check import check_statement
from assistant.verifying.verification import Check, Slip, Verdict, Verification, overall
from corpus.models import CorpusError, Figure, Kind, Measure, Qualifier
from corpus.store import Store

_ENOUGH = 0.7  # the score at which a claim may mean a figure; set on the dev claims
_SURE = 0.78  # the score at which it may be said to be right or wrong about it
_FAINT = 0.5  # what fits less isn't looked at
_ALL, _MOST = 0.9, 0.65  # shares of a claim's words that stand around a figure
_AKIN = 0.15  # names so much worse than the best may be of the same indicator
_CLOSE = 0.03  # figures so near to the best are what the claim may mean too
_TELLING = 4  # signs of a name that tell an indicator
_LONGEST = 50_000  # characters of a text
# How bad a slip is: of two figures a claim is held against the one that it fits better.
_WEIGHT = {
    Slip.VALUE: 6,
    Slip.UNIT: 5,
    Slip.MEASURE: 5,
    Slip.KIND: 4.5,
    Slip.YEAR: 4,
    Slip.SCOPE: 4,
    Slip.INDICATOR: 3,
    Slip.DIRECTION: 3,
    Slip.QUALIFIER: 2,
}
_FAR = 3
_HELD = {Slip.VALUE, Slip.UNIT, Slip.QUALIFIER, Slip.MEASURE}


@dataclass(frozen=True)
class _Finding:
    """A figure that a claim may mean, with what the claim then gets wrong."""

    fit: Fit
    wrong: list[Slip]

    @property
    def cost(self) -> float:
        return sum(_WEIGHT[slip] for slip in self.wrong) - self.fit.score

    @property
    def figure(self) -> Figure:
        return self.fit.entry.figure


def verify(text: str, store: Store, report: str | None = None) -> Verification:
    """Check each figure of a claim, or of a whole article; a claim without figures as one.

    Args:
        text: in Chinese or English.
        store: the reports held.
        report: the id of the only one to check against.

    Raises:
        CorpusError: an empty or overlong text, an unknown report, or no report at all.
    """
    if not text.strip():
        raise CorpusError("the claim is empty; give a sentence or an article")
    if len(text) > _LONGEST:
        raise CorpusError(f"the text has {len(text)} characters; {_LONGEST} are the most")
    pool = _pool(text, store, report)
    return verify_against(text, pool)


def _pool(text: str, store: Store, report: str | None) -> list[Knowledge]:
    """The reports to check against: those of the place that the text names, likeliest first."""
    held = (report,) if report else store.ids()
    if not held:
        raise CorpusError("no report is held; add one with: python -m corpus add FILE")
    prepared = [prepare(store, identifier) for identifier in held]
    if len(prepared) == 1:
        return prepared
    asked = understand(text[:2000])
    chosen = choose_reports(asked, prepared)
    if not chosen:
        return prepared
    if not names_own(asked, chosen[0]):
        return chosen
    return [one for one in chosen if one.report.place == chosen[0].report.place]


def verify_against(text: str, pool: list[Knowledge]) -> Verification:
    """Check a text against prepared reports, the likeliest first."""
    language = language_of(text)
    checks: list[Check] = []
    carried, before = Carried(), None
    for line in lines(text):
        listed = before is not None and (leads(before) or is_item(line))
        claimed, carried = _read(line, pool[0], carried if listed else Carried())
        before = line
        found = [_best([check_claim(one, knowledge) for knowledge in pool]) for one in claimed]
        if len(pool) == 1:
            found = differences_checked(claimed, found, pool[0])
        checks.extend(moves_checked(text, sorted(found, key=lambda check: check.start)))
    if not checks:
        checks = [_best([check_statement(text, language, knowledge) for knowledge in pool])]
    ordered = tuple(sorted(checks, key=lambda check: check.start))
    return Verification(claim=text, language=language, verdict=overall(ordered), checks=ordered)


def _best(checks: list[Check]) -> Check:
    """What the likeliest report says, unless another supports it or says anything at all."""
    order = {Verdict.SUPPORTED: 0, Verdict.CONTRADICTED: 1, Verdict.NOT_IN_REPORT: 2}
    return min(checks, key=lambda check: order[check.verdict])


def _read(line: Line, knowledge: Knowledge, carried: Carried) -> tuple[list[Claimed], Carried]:
    return read_claims(line, knowledge, language_of(line.text), carried)


def check_claim(claim: Claimed, knowledge: Knowledge) -> Check:
    """One figure of a claim against one report."""
    scope = claim_scope(claim, knowledge, own_names(knowledge))
    found = fits(claim, knowledge, tuple(filter(None, (*claim.places, scope or ""))))
    findings = [
        _Finding(fit, slips(claim, fit.entry, knowledge, fit.slipped))
        for fit in found
        if fit.forward >= _FAINT and comparable(claim, fit.entry.figure)
    ]
    elsewhere = _elsewhere(claim, knowledge)
    findings = _anchored(claim, findings, found, knowledge)
    best = max((one.fit.score for one in findings), default=0.0)
    near = [one for one in findings if one.fit.score >= max(_ENOUGH, best - _CLOSE)]
    near = [one for one in near if one.fit.exact and one.figure.measure is claim.measure] or near
    said = folded_name(claim.subject)
    # 群众满意率 before 满意率, where the claim says both
    near.sort(key=lambda one: (one.cost, -_said_of(one.fit.entry.name, said), one.figure.start))
    if near and near[0].wrong and (by := moved_by(claim, found, knowledge)):
        return _moved(claim, knowledge, *by)
    if near:
        return _judged(claim, near[0], _twin(findings, best), elsewhere, knowledge)
    if by := moved_by(claim, found, knowledge):
        return _moved(claim, knowledge, *by)
    known = found and found[0].score >= _ENOUGH
    slip = _else_slip(claim, elsewhere, knowledge) if elsewhere and not known else None
    if slip:
        return _result(claim, knowledge, Verdict.CONTRADICTED, slip, elsewhere)
    return _result(claim, knowledge, Verdict.NOT_IN_REPORT, None, None)


def _moved(
    claim: Claimed, knowledge: Knowledge, base: FigureEntry, end: FigureEntry, slip: Slip | None
) -> Check:
    """The check of by how much something moved, by the two values that the report gives."""
    verdict = Verdict.CONTRADICTED if slip else Verdict.SUPPORTED
    check = _result(claim, knowledge, verdict, slip, end)
    wording = explanations_zh if claim.language is Language.ZH else explanations_en
    begin = min(base.figure.clause_start, end.figure.clause_start)
    span = (begin, max(base.figure.clause_end, end.figure.clause_end))
    told = wording.moved_by(base.figure, end.figure, slip)
    return check.model_copy(
        update={"explanation": told, "citation": cite(knowledge.report, span, 1)}
    )


def _said_of(name: str, said: str) -> int:
    """How many signs of a claim are a figure's name: none where it does not have all of it."""
    return len(name) if name in said else 0


def _else_slip(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> Slip | None:
    """What is wrong with a claim whose value only a figure of something else has.

    93.4亿元 of 全县规上工业主营业务收入 is the zone's 主营业务收入; growth by 45.6% is a share.
    """
    said, figure = folded_name(claim.subject), entry.figure
    if claim.language is Language.ZH and figure.scope and not claim.places:
        same = figure.measure is claim.measure and figure.scope[-3:] not in claim.sentence
        if same and said.endswith(entry.name) and len(entry.name) >= _TELLING:
            return Slip.SCOPE
    ratio = figure.measure is Measure.SHARE and claim.measure is Measure.GROWTH
    if ratio and names_head(claim, entry, knowledge):
        return Slip.MEASURE
    return Slip.INDICATOR if _of_else(claim, entry, knowledge) else None


def _of_else(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether what the claim names is surely something else than a figure that has its value."""
    if claim.language is Language.ZH:
        # "规上工业总产值1206.5亿元，五年前为594亿元": of what the sentence names before
        return entry.name not in folded_name(claim.sentence)
    terms = any(topic.terms for topic in understand(claim.subject, Language.EN).topics)
    return terms and not touches(claim, entry, knowledge)


def _anchored(
    claim: Claimed, findings: list[_Finding], found: list[Fit], knowledge: Knowledge
) -> list[_Finding]:
    """A figure that alone has the claim's value is meant, though its name fits but loosely.

    All that the claim names must stand around it, or most of it where the value is telling and
    no other figure's name fits, of whatever unit (`found`).
    """
    alike = [one for one in findings if not {Slip.VALUE, Slip.UNIT} & set(one.wrong)]
    alike.sort(key=lambda one: one.cost)
    best = max((one.fit.forward for one in findings), default=0.0)
    names = {one.fit.entry.name for one in alike}
    sure = any(fit.score >= _SURE for fit in found if fit.entry.name not in names)
    if len(names) != 1 or alike[0].fit.score >= _SURE:
        return findings
    fit = alike[0].fit
    enough = _MOST if not _round(claim) else max(_ALL, best)
    if not sure and fit.forward >= enough and not _sibling(claim, alike[0], findings, knowledge):
        meant = _Finding(replace(fit, score=_SURE), alike[0].wrong)
        return [meant, *(one for one in findings if one is not alike[0])]
    return findings


def _sibling(
    claim: Claimed, meant: _Finding, findings: list[_Finding], knowledge: Knowledge
) -> bool:
    """Whether another figure of the same list is rather what the claim names.

    高端装备、生物医药产业分别增长8.4%、15.2%: all words of both stand around each.
    """
    own = names_share(claim, meant.fit.entry, knowledge)
    return any(
        one.figure.clause_start == meant.figure.clause_start
        and one.figure.measure is meant.figure.measure
        and one.fit.entry.name != meant.fit.entry.name
        and names_share(claim, one.fit.entry, knowledge) > own
        for one in findings
    )


def _twin(findings: list[_Finding], best: float) -> _Finding | None:
    """The figure of the same indicator that has the claim's number, whatever else is wrong.

    One with the very value comes before one that only is written with the same digits.
    """
    alike = [
        one
        for one in findings
        if one.fit.score >= max(_SURE, best - _AKIN) and Slip.VALUE not in one.wrong and one.wrong
    ]
    return min(alike, key=lambda one: (bool(_HELD & set(one.wrong)), one.cost), default=None)


def _judged(
    claim: Claimed,
    best: _Finding,
    twin: _Finding | None,
    elsewhere: FigureEntry | None,
    knowledge: Knowledge,
) -> Check:
    """The verdict on a claim that means an indicator of the report.

    Args:
        twin: the same indicator's figure that has the claim's value, whatever else is wrong.
        elsewhere: another indicator's figure that has it.
    """
    figure, wrong = best.figure, best.wrong
    entry = best.fit.entry
    sure = best.fit.score >= _SURE
    otherwise = told_otherwise(claim, entry) if not wrong and sure else None
    if otherwise:
        return _result(claim, knowledge, Verdict.CONTRADICTED, otherwise, entry)
    if not wrong and sure:
        return _result(claim, knowledge, Verdict.SUPPORTED, None, entry)
    if not sure and (Slip.VALUE in wrong or not wrong):
        return _result(claim, knowledge, Verdict.NOT_IN_REPORT, None, None, entry)
    if Slip.VALUE in wrong:
        other = {Slip.YEAR, Slip.SCOPE, Slip.MEASURE, Slip.INDICATOR} & set(wrong)
        aimed = Slip.KIND in wrong and claim.year is None and _aim_differs(claim, figure)
        if twin and (not other or not _HELD & set(twin.wrong)):
            slip = max(twin.wrong, key=lambda slip: _WEIGHT[slip])
            return _result(claim, knowledge, Verdict.CONTRADICTED, slip, entry, twin.fit.entry)
        strange = {Slip.YEAR, Slip.SCOPE} & set(wrong) or not (
            best.fit.named or best.fit.forward >= _ALL
        )
        if elsewhere and elsewhere is not entry and not _round(claim) and not strange:
            if composed(claim, elsewhere):  # battery sales rose …, exports (58.3%)
                return _result(claim, knowledge, Verdict.NOT_IN_REPORT, None, None, elsewhere)
            return _result(claim, knowledge, Verdict.CONTRADICTED, Slip.INDICATOR, entry, elsewhere)
        if other or aimed or (not best.fit.named and _far(claim, best)):
            return _result(claim, knowledge, Verdict.NOT_IN_REPORT, None, None, entry)
    worst = max(wrong, key=lambda slip: _WEIGHT[slip])
    return _result(claim, knowledge, Verdict.CONTRADICTED, worst, entry)


def _aim_differs(claim: Claimed, figure: Figure) -> bool:
    return (claim.kind is Kind.TARGET) != (figure.kind is Kind.TARGET)


def _far(claim: Claimed, best: _Finding) -> bool:
    """Whether a value is so far off that another thing must be meant: 12 libraries for 650,000.

    A sum of money for what both call by one term of the field is not: a new parent fund.
    """
    said, reported = claim.value, base_value(best.figure)[0]
    if not said or not reported:
        return False
    terms = any(one.terms for one in understand(claim.subject, claim.language).topics)
    if terms and claim.unit == "元" and best.fit.score >= 1.0:
        return False
    return max(said, reported) / min(said, reported) > _FAR


def _round(claim: Claimed) -> bool:
    """Whether so many things may have the value that it tells nothing: 8%, 50, 100."""
    if claim.value is None or claim.measure is Measure.RANK:
        return True
    return len(claim.value.normalize().as_tuple().digits) < 3


def _elsewhere(claim: Claimed, knowledge: Knowledge) -> FigureEntry | None:
    """The figure of the one indicator that has the claim's value and unit, where that tells."""
    if _round(claim) or claim.qualifier is not Qualifier.EXACT:
        return None
    same = [
        entry
        for entry in knowledge.figures
        if base_value(entry.figure) == (claim.value, claim.unit)
    ]
    return same[0] if len({entry.name for entry in same}) == 1 else None


def _result(
    claim: Claimed,
    knowledge: Knowledge,
    verdict: Verdict,
    slip: Slip | None,
    entry: FigureEntry | None,
    other: FigureEntry | None = None,
) -> Check:
    """The check, with its citation; ``other`` is what comes closest, or what the value is of."""
    wording = explanations_zh if claim.language is Language.ZH else explanations_en
    figure = entry.figure if entry else None
    beside = other.figure if other else None
    if figure is None:
        told = wording.missing(claim, beside)
    elif verdict is Verdict.SUPPORTED:
        told = wording.supported(figure, base_value(figure)[0] != claimed_value(claim)[0])
    elif slip and beside:
        told = wording.mistaken(slip, figure, beside)
    else:
        assert slip
        told = wording.contradicted(slip, claim, figure)
    shown = figure or beside
    span = (shown.clause_start, shown.clause_end) if shown else None
    return Check(
        text=claim.text,
        start=claim.start,
        end=claim.end,
        indicator=_indicator(claim),
        verdict=verdict,
        slip=slip,
        reported=figure,
        citation=cite(knowledge.report, span, 1) if span else None,
        explanation=told,
    )


def _indicator(claim: Claimed) -> str:
    """What the claim says that the figure is of, in its own words."""
    if claim.language is Language.ZH:
        return claim.subject
    return ", ".join(dict.fromkeys(topics_of(claim.subject))) or claim.subject.strip(" ,.;:")


def read_claims(
    line: Line, knowledge: Knowledge, language: Language, carried: Carried | None = None
) -> tuple[list[Claimed], Carried]:
    """The figures of a paragraph, its language known, with what the next paragraph takes over."""
    report = knowledge.report
    before = carried or Carried()
    year = year_of_statement(report, line.text)
    if language is Language.EN:
        return read_english(line, own_names(knowledge), year, before)
    return read_chinese(line, own_words(report), year, before)
