"""The passages that a sentence cites: what they hold of it, and which of their spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.claims import blanked
from assistant.evidence.knowledge import ClauseEntry, FigureEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.wanted import Wanted, wanted_words
from assistant.models import Language
from assistant.quantities_en import english_quantities
from assistant.questions import place_words
from assistant.questions.understanding import understand
from assistant.verifying import statement_check
from assistant.writing.guard_reasons import Reason
from assistant.writing.prompt import Source
from corpus.figures.quantities import find_quantities, fold
from corpus.models import Figure, Part
from corpus.sentences import Span

# What share of a sentence's words, by weight, the cited passages must hold. Less where its
# figures hold already, and in English, whose words are translated one by one.
_ENOUGH = {
    (Language.ZH, False): 0.6,
    (Language.ZH, True): 0.35,
    (Language.EN, False): 0.45,
    (Language.EN, True): 0.2,
}
_LIGHT = 1.0  # words that weigh less in all say nothing beyond the figures
_GAIN = 0.12  # a clause that holds so much more of the sentence is cited too
_CLAUSES = 3  # of one passage, cited for one sentence
_YEAR = re.compile(r"(?<!\d)((?:19[5-9]|20\d)\d)(?=\s*年|\D|$)")
# What frames a figure without saying of what it is
_SAYS_LITTLE = re.compile(
    r"[\d.,%]+[万亿]?|[万亿]?元|上年|去年|今年|全年|同比|分别|其中|此外|此次|目前|接近|约为|方面|两者|二者|前者|后者|上述|全县|该县|"
    r"(?:compared|previous|earlier|meanwhile|additionally|respectively|county|county's|remain(?:s|ed)|due|scheduled|"
    r"slated|planned|section|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)",
    re.IGNORECASE,
)
_STRONG_DONE = re.compile(
    r"已经|已(?!纳入)|(?<![为除解])了(?!解)|建成投[产用]|"
    r"\b(?:has|have|had|was|were)\b(?! to\b)|\b(?:achieved|accomplished|finished)\b",
    re.IGNORECASE,
)
_STRONG_AIM = re.compile(
    r"计划|拟|力争|争取|目标是|将(?=[会要在新建完实推继])|\b(?:will|plans? to|aims? to|intends? to|"
    r"is to|are to|targets?)\b",
    re.IGNORECASE,
)
# An aim of the year that has gone by: "both missed their targets"
_OLD_AIM = re.compile(
    r"\b(?:miss\w*|met|meet\w*|below|above|short of|exceed\w*|beat\w*|beyond)\s+(?:[a-z]+\s+){0,3}?"
    r"targets?\b",
    re.IGNORECASE,
)
_ANY_NOT = re.compile("[不未无没非否零禁]|取消|停止|杜绝|防止")
# "the largest in the province" for 居全省首位
_SUPERLATIVE = re.compile("largest|biggest|highest|most|top|best|leading|first", re.IGNORECASE)
_FIRST_PLACE = re.compile("首位|第一|第1|最大|最高|最多|榜首|居首|之首")
# Among what something is placed: "the most in the province" where the report says 全市首位
_WIDE = {"全国": "国", "全省": "省", "全市": "市"}
# 稳居全省第一, 全国百强: the best of a place must be told of that place, not only near its name
_BEST = r"首|第一|第1(?!\d)|最|榜|强|前|领先|先进|优秀"
_NO_DENIAL = re.compile("不过|不仅|不但|不只|不断|不同于")  # has 不 and denies nothing
_DENIED = re.compile("没有|没能|未能|尚未|未(?=[完实达通获建成])|不足|不够")


@dataclass(frozen=True)
class Evidence:
    """The sources that one sentence cites, at least one."""

    sources: tuple[Source, ...]

    @cached_property
    def text(self) -> str:
        """All that the cited passages say, with what they stand under."""
        parts: list[str] = []
        for source in self.sources:
            report, passage = source.knowledge.report, source.passage
            parts += [source.text, *passage.section, report.title, report.place]
            parts.append("".join(report.metadata.values()))
        return fold("\n".join(parts))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the cited passages speak of."""
        found: set[int | None] = set()
        for source in self.sources:
            found.add(source.passage.year or source.knowledge.report.year)
            found |= {entry.figure.year for entry in source.entries}
            found |= {int(one) for one in _YEAR.findall(fold(source.text))}
        return frozenset(year for year in found if year)

    def by_report(self) -> list[tuple[Knowledge, tuple[FigureEntry, ...]]]:
        """Each report that is cited, with the cited figures."""
        rows: list[tuple[Knowledge, tuple[FigureEntry, ...]]] = []
        for knowledge in dict.fromkeys(source.knowledge.report.id for source in self.sources):
            own = [one for one in self.sources if one.knowledge.report.id == knowledge]
            entries = tuple(entry for source in own for entry in source.entries)
            rows.append((own[0].knowledge, entries))
        return rows

    def number_of(self, knowledge: Knowledge, figure: Figure) -> int:
        """The number of the source that a figure stands in."""
        return next(
            source.number
            for source in self.sources
            if source.knowledge.report.id == knowledge.report.id
            and source.passage.start <= figure.start < source.passage.end
        )

    def quoted(self, pattern: re.Pattern[str], text: str) -> list[Span]:
        """Spans of a text that are the cited passages' own words, in quotation marks."""
        return [
            m.span() for m in pattern.finditer(text) if fold(m[1]).strip("。;；,，") in self.text
        ]


def statement_fault(
    text: str, language: Language, evidence: Evidence, has_figures: bool
) -> Reason | None:
    """Whether a sentence denies what is said, or tells of plans as done or the reverse."""
    held = "".join(source.text for source in evidence.sources)
    if language is Language.EN and any(
        place_words.WIDER[key].search(text) and not _is_told_of(sign, text, held)
        for key, sign in _WIDE.items()
        if not key.endswith(evidence.sources[0].knowledge.report.place[-1:] or "?")
    ):
        return Reason.UNHELD
    if _is_denial(text) and not _ANY_NOT.search(held):
        return Reason.DENIED
    if has_figures:
        return None
    parts = {source.passage.part for source in evidence.sources}
    if parts == {Part.PLAN} and _STRONG_DONE.search(text) and not _STRONG_AIM.search(text):
        return Reason.KIND
    if (
        parts == {Part.REVIEW}
        and _STRONG_AIM.search(_OLD_AIM.sub("", text))
        and not statement_check._AIMED.search(held)
    ):
        return Reason.KIND
    return None


def _is_told_of(place: str, text: str, held: str) -> bool:
    """Whether passages say of a wider place what a sentence does: "the largest in China"."""
    if not _SUPERLATIVE.search(text):
        return re.search(place, held) is not None
    near = "[^，,。；;]{0,20}"
    return re.search(f"{place}{near}(?:{_BEST})|(?:{_BEST}){near}{place}", held) is not None


def covering_spans(
    text: str,
    language: Language,
    evidence: Evidence,
    figures: list[tuple[int, Figure]],
) -> dict[int, tuple[Span, ...]] | None:
    """The spans of each source that hold a sentence; None where too little of it is held."""
    spans: dict[int, list[Span]] = {}
    for number, figure in figures:
        spans.setdefault(number, []).append((figure.clause_start, figure.clause_end))
    merged = {number: _merged(rows) for number, rows in spans.items()}
    wanted = _words(text, language, evidence.sources[0].knowledge)
    total = sum(word.weight for word in wanted)
    whole = folded_name(evidence.text)
    held = sum(word.weight for word in wanted if _in(word, whole))
    light = bool(figures) and total < _LIGHT
    if total and not light and held / total < _ENOUGH[language, bool(figures)]:
        return None
    if not total and not figures:
        return None
    told = {
        word
        for source in evidence.sources
        for start, end in merged.get(source.number, ())
        for word in wanted
        if _in(word, folded_name(source.knowledge.report.text[start:end]))
    }
    _add_clauses(merged, wanted, told, evidence, total)
    if not merged:
        return None
    if _denies(text, merged, evidence) or (not figures and _reversed(text, merged, evidence)):
        return None
    return {number: tuple(rows) for number, rows in merged.items()}


def _is_denial(text: str) -> bool:
    return statement_check._NOT.search(_NO_DENIAL.sub("", text)) is not None


def _said(merged: dict[int, list[Span]], evidence: Evidence) -> str:
    return "".join(
        source.knowledge.report.text[start:end]
        for source in evidence.sources
        for start, end in merged.get(source.number, ())
    )


def _denies(text: str, merged: dict[int, list[Span]], evidence: Evidence) -> bool:
    """Whether a sentence denies something where its spans deny nothing."""
    spans = [(one.start, one.end) for one in find_quantities(text)]
    spans += [(one.start, one.end) for one in english_quantities(text)]
    plain = blanked(text, spans)
    if not _is_denial(plain):
        return False
    return not _ANY_NOT.search(_said(merged, evidence))


def _reversed(text: str, merged: dict[int, list[Span]], evidence: Evidence) -> bool:
    """Whether the spans deny what the sentence says, or tell of the other direction."""
    said = _said(merged, evidence)
    denied = _DENIED.search(said) is not None and not (
        _is_denial(text) or _DENIED.search(text) or re.search("不|短板|弱|lack|insuffic", text)
    )
    return (denied and len(said) < 60) or statement_check._turned(text, said)


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _words(text: str, language: Language, knowledge: Knowledge) -> tuple[Wanted, ...]:
    """The words of a sentence that say something."""
    spans = [(one.start, one.end) for one in find_quantities(text)]
    if language is Language.EN:
        spans = [m.span() for m in re.finditer("[(（][^()（）]*[)）]", text)]
        spans += [(one.start, one.end) for one in english_quantities(text)]
    found = wanted_words(understand(blanked(text, spans), language), knowledge)
    return tuple(one for one in found if not _SAYS_LITTLE.fullmatch(one.topic.text))


def _in(word: Wanted, text: str) -> bool:
    if any(one and one in text for one in word.alternatives):
        return True
    first = _SUPERLATIVE.fullmatch(word.topic.text)
    return first is not None and _FIRST_PLACE.search(text) is not None


def _add_clauses(
    merged: dict[int, list[Span]],
    wanted: tuple[Wanted, ...],
    told: set[Wanted],
    evidence: Evidence,
    total: float,
) -> None:
    """Add the clauses that hold words of the sentence which the figures' spans don't."""
    for _ in range(_CLAUSES * len(evidence.sources)):
        best: tuple[float, int, ClauseEntry, set[Wanted]] | None = None
        for source in evidence.sources:
            for entry in _clauses_of(source):
                if any(a < entry.end and entry.start < b for a, b in merged.get(source.number, ())):
                    continue
                new = {word for word in wanted if word not in told and _in(word, entry.text)}
                gain = sum(word.weight for word in new)
                if new and (best is None or gain > best[0]):
                    best = (gain, source.number, entry, new)
        if best is None or (merged and best[0] < _GAIN * total):
            return
        rows = merged.setdefault(best[1], [])
        if len(rows) >= _CLAUSES:
            return
        rows.append((best[2].start, best[2].end))
        told |= best[3]


def _clauses_of(source: Source) -> list[ClauseEntry]:
    passage = source.passage
    return [
        entry
        for entry in source.knowledge.clauses
        if passage.start <= entry.start and entry.end <= passage.end
    ]
