"""Which figure of the cited passages a sentence's figure states, if any."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.wanted import wanted_words
from assistant.models import Language
from assistant.questions import phrases
from assistant.questions.places import own_names, split_place
from assistant.questions.understanding import understand
from assistant.verifying.claim_match import fits
from assistant.verifying.claim_scope import claim_scope, figure_scope
from assistant.verifying.judgement import comparable, slips
from assistant.verifying.verification import Slip
from assistant.writing.guard_direction import called_an_aim, direction_differs, whole_differs
from corpus.models import Figure, Kind, Measure

_ENOUGH = 0.4  # how well a claim's words must fit the figure; set on the good model's sentences
_ENOUGH_ALONE = 0.3  # the same where no other cited figure is of its kind
_MARGIN = 0.1  # another figure that fits so much better is what the sentence speaks of
_FITS = 0.7  # what fits so well beside the figures told already has no rival elsewhere
_PHRASE = 0.6  # how well a count fits that stands with its noun in the passage: 10个方面
_WRONG = {Slip.VALUE, Slip.UNIT}
_BESIDE = {Slip.QUALIFIER, Slip.INDICATOR}
_AIM = re.compile(
    r"将|计划|目标|力争|争取|拟|确保|要(?!求|素)|预期|\b(?:will|plans?|planned|aims?|aiming|targets?|"
    r"goals?|intends?|to be|is to|are to|seeks?|by the end of)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"预计|预估|估计|有望|约|\b(?:expect\w*|estimat\w+|project(?:ed|ion\w*)|forecast\w*|"
    r"preliminar\w+)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"已|了(?!解)|实际|\b(?:was|were|has|have|had|grew|rose|fell|reached|achieved|introduced|"
    r"attracted|completed|built|added|created|signed|invested)\b",
    re.IGNORECASE,
)
_PURE_AIM = re.compile(
    r"将|计划(?!投资)|目标|力争|争取|拟|\b(?:will|plans? to|aims?|targets?|goals?|intends?)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"增(?!加值)|升|涨|高(?![新标速铁质技端等校层价效中])|快|同比|降|减|缩|跌|回落|\b(?:growth|gr[eo]w\w*|ris\w+|rose|increas\w+|up|"
    r"climb\w*|gain\w*|expan\w+|fell|fall\w*|drop\w*|declin\w+|decreas\w+|down|more than|"
    r"higher|faster|lower|less|reduc\w+|cut|year[- ]on[- ]year|jump\w*|surg\w+|than)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?:达到?了?|到了?|\breached|\bhit|\bstood at)\s*$", re.IGNORECASE)
# 由168亿元增加到, "from 91,000 yuan to"
_FROM = re.compile(
    r"(?:由|从)(?:19|20)?\d{0,2}年?的?$|\bfrom\s*(?:RMB|US|[$¥])?\s*$", re.IGNORECASE
)
_SHARE = re.compile("占|比重|份额|\bshare\b|\bproportion\b", re.IGNORECASE)
_NEW = re.compile(phrases.NEW.pattern + r"|\badds?\b|\bmore\b|\bextra\b|建|增|开通|引进|设立", re.I)
_TOTAL = re.compile(r"总|共|累计|达|\btotal|\ball\b|\bthere are\b|\bhas\b|\bhave\b", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """What stands around a claim.

    ``sentence`` and ``stretch`` (of it, from the figure before to the figure after) are as
    written; ``before`` is the sentence before, ``question`` what was asked.
    """

    sentence: str
    stretch: str
    before: str
    question: str
    evidence: str
    told: tuple[Figure, ...] = ()  # the figures of the sentence so far


def stated_figure(
    claim: Claimed, cited: tuple[FigureEntry, ...], knowledge: Knowledge, context: Context
) -> FigureEntry | Slip | None:
    """The cited figure that a claim states.

    It must be right in value, unit, bound, measure, year, kind and scope, and no figure of the
    report that would make the claim wrong may fit its words better.

    Returns:
        The figure; else what is wrong with the closest one; None where none is close.
    """
    right = [
        (entry, _faults(claim, entry, knowledge, context))
        for entry in cited
        if comparable(claim, entry.figure)
    ]
    candidates = [entry for entry, wrong in right if not wrong]
    worst: Slip | None = None
    for subject in _subjects(claim, context, knowledge):
        scores = _scores(claim, subject, knowledge, context)
        for entry in sorted(candidates, key=lambda one: -scores.get(id(one), 0.0)):
            score = scores.get(id(entry), 0.0)
            alone = not [o for o, _ in right if o is not entry and o.name != entry.name]
            if score < (_ENOUGH_ALONE if alone else _ENOUGH):
                continue
            if _rivals(claim, entry, score, scores, knowledge, context):
                worst = Slip.INDICATOR
                continue
            return entry
    if candidates:
        return worst or Slip.INDICATOR
    return _closest_slip(right, _scores(claim, claim.subject, knowledge, context))


def _closest_slip(
    right: list[tuple[FigureEntry, set[Slip]]], scores: dict[int, float]
) -> Slip | None:
    fitting = [row for row in right if scores.get(id(row[0]), 0.0) >= _ENOUGH]
    for entry, wrong in sorted(fitting, key=lambda r: (len(r[1]), -scores.get(id(r[0]), 0.0))):
        del entry
        return next((slip for slip in Slip if slip in wrong), None)
    return None


def _faults(
    claim: Claimed, entry: FigureEntry, knowledge: Knowledge, context: Context
) -> set[Slip]:
    """What a claim gets wrong if it means this figure, as the whole sentence tells it."""
    wrong = set(slips(claim, entry, knowledge, slipped=False))
    if Slip.KIND in wrong and _kind_told(claim, entry, context):
        wrong.discard(Slip.KIND)
    if entry.figure.kind is Kind.ESTIMATE and not _expected_told(entry, context):
        wrong.add(Slip.KIND)
    if Slip.YEAR in wrong and _base_told(claim, entry, knowledge, context):
        wrong.discard(Slip.YEAR)
    if Slip.SCOPE in wrong and _scope_told(claim, entry, knowledge, context):
        wrong.discard(Slip.SCOPE)
    if called_an_aim(claim, context.sentence, entry):
        wrong.add(Slip.KIND)
    if direction_differs(claim, context.sentence, entry, knowledge):
        wrong.add(Slip.DIRECTION)
    if not wrong and (
        not _measure_told(claim, entry, knowledge, context)
        or whole_differs(claim, context.sentence, entry, knowledge)
    ):
        wrong.add(Slip.MEASURE)
    return wrong


def _expected_told(entry: FigureEntry, context: Context) -> bool:
    """Whether it is told that a figure is expected only.

    What compares it may be told plainly, as the report does, or a sentence later:
    预计达3412亿元,增长6.1%,增速高于全省平均1.2个百分点
    """
    if _EXPECTED.search(context.sentence):
        return True
    if entry.figure.measure not in (Measure.CHANGE, Measure.RANK, Measure.SHARE):
        return False
    return not _EXPECTED.search(entry.clause) or _EXPECTED.search(context.before) is not None


def _base_told(claim: Claimed, entry: FigureEntry, knowledge: Knowledge, context: Context) -> bool:
    """Whether a figure that no year is given for is told as what it was that something rose from.

    由168亿元增加到218.6亿元; "from 91,000 yuan to 126,000 yuan"
    """
    start = entry.figure.start
    return (
        entry.figure.year is None
        and claim.year is None
        and _FROM.search(knowledge.report.text[max(0, start - 12) : start]) is not None
        and _FROM.search(context.sentence[: claim.start]) is not None
    )


def _measure_told(
    claim: Claimed, entry: FigureEntry, knowledge: Knowledge, context: Context
) -> bool:
    """Whether a percentage is told as what it is: growth as growth, a share as a share."""
    if entry.figure.unit not in ("%", "‰", "倍") or claim.measure is Measure.RANK:
        return True
    after = context.sentence[claim.end :]
    text = knowledge.report.text[max(0, entry.figure.start - 8) : entry.figure.start]
    shared = _SHARE.search(re.split("[,，;；]", context.sentence[: claim.start])[-1])
    if entry.figure.measure in (Measure.GROWTH, Measure.CHANGE):
        if shared or re.match(r"\s*of (?:the|its|all|total)\b", after):
            return False
        near = re.split("[,，;；]", after)[0]
        if _REACHED.search(context.sentence[: claim.start]) and not _REACHED.search(text):
            own = re.split("[,，;；]", context.sentence[: claim.start])[-1]
            return _GROWTH.search(f"{own} | {near}") is not None
        told = f"{context.before}{context.sentence[: claim.start]} | {near}"
        return _GROWTH.search(told) is not None
    return claim.measure is not Measure.GROWTH


def _kind_told(claim: Claimed, entry: FigureEntry, context: Context) -> bool:
    """Whether the sentence as a whole tells a target as one, or what was done as done.

    "planned investment" may be of projects that are signed already.
    """
    kind = entry.figure.kind
    if kind is Kind.TARGET:
        return (
            claim.kind is Kind.ACTUAL
            and _AIM.search(context.sentence) is not None
            and _DONE.search(context.stretch) is None
        )
    return (
        kind is Kind.ACTUAL
        and claim.kind is Kind.TARGET
        and _PURE_AIM.search(context.sentence) is None
        and _DONE.search(context.sentence) is not None
    )


def _scope_told(claim: Claimed, entry: FigureEntry, knowledge: Knowledge, context: Context) -> bool:
    """Whether whose figure it is, or among whom it is ranked, is told around the claim."""
    scope = figure_scope(entry, knowledge)
    said = claim_scope(claim, knowledge, own_names(knowledge))
    if said is not None and not said.startswith("全") and not _is_known(said, context.evidence):
        said = None  # a name that the evidence lacks is found by `unknown_names`
    if said is not None and said != scope and said not in entry.sentence:
        return False
    around = context.sentence + context.before + context.question
    named = (
        scope is None
        or said == scope
        or scope in around
        or any(
            place == scope and len(name) > 3 and name in around.lower()
            for name, place in knowledge.places.items()
        )
        or scope.startswith("全" + knowledge.report.place[-1:])
        or scope.endswith("本级")
    )
    text = knowledge.report.text
    near = re.split("[,，;；。\n]", text[max(0, entry.figure.start - 60) : entry.figure.start])[-1]
    own = re.findall("全[国省市]", near)
    if own:
        return named and (not claim.wider or own[-1] in claim.wider) and bool(claim.wider)
    wide = all(
        re.search({"全国": "全国|国家|中国", "全省": "全省", "全市": "全市"}[one], entry.sentence)
        for one in claim.wider
    )
    return named and wide


def _is_known(place: str, evidence: str) -> bool:
    stem, _ = split_place(place) if not place.startswith("全") else (place, "")
    return bool(stem) and (stem in evidence or place in evidence)


def _subjects(claim: Claimed, context: Context, knowledge: Knowledge) -> list[str]:
    """What the claim may be of: its own words, or those before it where it has none to speak of."""
    if not _is_thin(claim, knowledge):
        return [claim.subject]
    around = (context.before, context.question)
    return [claim.subject, *(f"{text} {claim.subject}" for text in around if text)]


def _is_thin(claim: Claimed, knowledge: Knowledge) -> bool:
    """Whether a claim names nothing of its own: 总量, 两者, "it"."""
    question = understand(claim.subject, claim.language)
    if any(topic.is_indicator for topic in question.topics):
        return False
    told = [
        word
        for word in wanted_words(question, knowledge)
        if len(word.topic.text) > 2
        and not re.fullmatch("[的总共量数额其中两者均]+", word.topic.text)
    ]
    return not told


def _scores(
    claim: Claimed, subject: str, knowledge: Knowledge, context: Context
) -> dict[int, float]:
    """How well each figure's name fits, 0 to 1, by the identity of its entry."""
    scope = claim_scope(claim, knowledge, own_names(knowledge))
    leave = tuple(filter(None, (*claim.places, scope or "")))
    rows: dict[int, float] = {}
    shorter = re.sub(r"\s+of (?:the )?(?:GDP|total|province\S*|city\S*|county\S*)\b.*", "", subject)
    for one in dict.fromkeys((subject, shorter)):
        for fit in fits(replace(claim, subject=one), knowledge, leave):
            rows[id(fit.entry)] = max(rows.get(id(fit.entry), 0.0), fit.score)
    for entry in _shares_of_gdp(claim, shorter, knowledge, context):
        rows[id(entry)] = max(rows.get(id(entry), 0.0), 0.9)
    for entry in _in_list(context.stretch, knowledge):
        rows[id(entry)] = max(rows.get(id(entry), 0.0), _ENOUGH)
    runs = [folded_name(run) for run in _names_in(context.stretch, claim.language)]
    chinese = claim.language is Language.ZH
    own = re.sub("[\u4e00-\u9fff、()（）]+", " ", subject)
    named = [
        tuple(folded_name(name) for term in topic.terms for name in (term.zh, *term.zh_aliases))
        for topic in understand(own, claim.language).topics
        if topic.is_indicator and not chinese
    ]
    said = folded_name(subject).replace("的", "")
    for entry in knowledge.figures:
        name = entry.name.replace("的", "")
        # The Chinese name decides, unless the English one is another indicator's.
        other = any(not any(one in entry.name for one in names) for names in named)
        spelled = any(run in name or name in run or run in entry.clause for run in runs)
        whole = chinese and len(name) >= 4 and name in said
        if other and runs:
            rows.pop(id(entry), None)
        elif whole or spelled:
            rows[id(entry)] = 1.0
        elif _with_noun(claim, entry, context):
            rows[id(entry)] = max(rows.get(id(entry), 0.0), _PHRASE)
    return rows


def _shares_of_gdp(
    claim: Claimed, subject: str, knowledge: Knowledge, context: Context
) -> list[FigureEntry]:
    """Figures such as 研发投入占地区生产总值比重 for "R&D spending … to more than 3% of GDP"."""
    if not re.match(r"\s*of (?:the )?(?:\S+'s )?GDP\b", context.sentence[claim.end :]):
        return []
    names = [
        folded_name(name)
        for topic in understand(subject, claim.language).topics
        for term in topic.terms
        for name in (term.zh, *term.zh_aliases)
    ]
    return [
        entry
        for entry in knowledge.figures
        if "占" in entry.name and any(entry.name.startswith(f"{name}占") for name in names)
    ]


def _in_list(stretch: str, knowledge: Knowledge) -> list[FigureEntry]:
    """The ranks in a list that English names by its length: "among China's top 100 districts"."""
    found = re.search(r"\btop (\d+)\b", stretch)
    if found is None:
        return []
    name = {"100": "百强", "1000": "千强"}.get(found[1], f"{found[1]}强")
    listed = [
        entry
        for entry in knowledge.figures
        if name in entry.name and entry.figure.measure is Measure.RANK
    ]
    return listed if len({entry.name for entry in listed}) == 1 else []


def _names_in(stretch: str, language: Language) -> Iterable[str]:
    """Chinese names in English text, which say more exactly what it is of."""
    if language is Language.ZH:
        return ()
    return [run for run in re.findall("[\u4e00-\u9fff、]{3,}", stretch) if not run.startswith("全")]


def _with_noun(claim: Claimed, entry: FigureEntry, context: Context) -> bool:
    """Whether the quantity stands with the same noun in the report: 10个方面."""
    if claim.language is Language.EN:
        return False
    noun = re.search(re.escape(claim.text) + "([\u4e00-\u9fff]{2})", context.sentence)
    return noun is not None and entry.figure.text + noun[1] in entry.sentence + entry.clause


def _rivals(
    claim: Claimed,
    entry: FigureEntry,
    score: float,
    scores: dict[int, float],
    knowledge: Knowledge,
    context: Context,
) -> bool:
    """Whether the claim's words mean another figure, by which it is wrong, or a total as new."""
    figure = entry.figure
    is_new = phrases.NEW.search(figure.indicator) is not None
    told_new = phrases.NEW.search(claim.frame) and not _TOTAL.search(claim.frame)
    if not is_new and told_new and "总" in entry.name:
        return True
    if is_new and score < 1.0 and not _NEW.search(context.sentence):
        return True
    beside = score >= _FITS and any(
        _in_one_sentence(figure, one, knowledge) for one in context.told
    )
    for other in knowledge.figures:
        if beside and not _in_one_sentence(figure, other.figure, knowledge):
            continue
        if scores.get(id(other), 0.0) <= score + _MARGIN or not comparable(claim, other.figure):
            continue
        wrong = _faults(claim, other, knowledge, context)
        if wrong & _WRONG and not wrong - _WRONG - _BESIDE:
            return True
    return False


def _in_one_sentence(one: Figure, two: Figure, knowledge: Knowledge) -> bool:
    first, last = sorted((one.start, two.start))
    return one.report == two.report and "。" not in knowledge.report.text[first:last]
