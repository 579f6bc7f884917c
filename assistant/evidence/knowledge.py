"""What the assistant holds of each report in a form that questions are compared with quickly."""

from __future__ import annotations

import math
import re
from collections import Counter
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from pypinyin import lazy_pinyin

from assistant.evidence.instructions import sound_spans
from assistant.evidence.measure_names import measure_name
from assistant.evidence.names import folded_name, indicator_terms
from assistant.evidence.place_stems import place_stem
from assistant.evidence.spelling import spellings
from assistant.evidence.titles import paths_over
from corpus.figures.clauses import between, without_circumstances
from corpus.figures.quantities import fold
from corpus.glossary import Term
from corpus.models import Figure, Measure, Passage, Report, Section
from corpus.outline import section_at
from corpus.periods import told_part_of_year
from corpus.sentences import Span, clauses, noted
from corpus.store import Store
from corpus.units import normalise

_PLACE_IN_TEXT = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:经开区|高新区|开发区|新区|[省市县区州旗镇乡])"
)

_MULTIPLES = {"": Decimal(1), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10) ** 4}
_MULTIPLES |= {"亿": Decimal(10) ** 8, "万亿": Decimal(10) ** 12}
# 首家产值突破200亿元的企业: a number that is no figure of anything is one that may be meant
_WRITTEN = re.compile(
    r"(?P<rank>第)?(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?P<multiple>万亿|[百千万亿])?(?P<unit>.?)"
)
# 分别从2020年的645元/月、4318元/年(提高到2025年的)801元/月、7226元/年
# 从全省第8位(跃居)第3位
_MOVED = re.compile("[^，,；;。\n]*?[\u4e00-\u9fff](?:到|至|为|(?<=跃)居)[^，,；;。\n]*")
_MOVED_FROM = re.compile("[从由][^，,；;。\n]*$")
# 达到1369亿元(，较“十三五”末的)932亿元增加437亿元
_MOVED_SINCE = re.compile("[，,、(（]?[比较][^，,；;。\n]{2,14}的")
_CAPTION = re.compile(r"[图表]\s?\d{1,2}(?!\d)[\s:：]")  # 图2 2020年三大主导产业产值: no sentence
_SEVERAL_PLACES = 3  # so many tell that all are listed
_NEAR = 40  # characters before the first of a list that moved
# 县本级投入1550万元,(支持原城纪等市场主体开展各类促消费活动): what a sum is for
_PURPOSE = re.compile(r"[,，](?:重点|专项|主要)?(?:用于|支持|扶持|资助|补助|奖励)[^,，。;；]*")


@dataclass(frozen=True)
class FigureEntry:
    """A figure with the texts that a question is compared with, from the closest outwards."""

    figure: Figure
    name: str  # the indicator, spelled as terms are
    clause: str
    stretch: str  # from semicolon to semicolon
    sentence: str
    path: str
    terms: tuple[tuple[Term, int, int], ...]  # indicators of the glossary within the name

    @cached_property
    def surroundings(self) -> str:
        """All that the figure stands in, a line each: a word that is not here is nowhere near."""
        around = (self.name, self.figure.scope or "", self.clause, self.sentence, self.path)
        return "\n".join(around)

    @property
    def before(self) -> str:
        """What the clause says before the quantity: "增速居全省" of 增速居全省第3位."""
        return self.clause.split(folded_name(self.figure.text))[0]

    @cached_property
    def part_of_year(self) -> str:
        """The quarter, half or months that the figure is of; "" for none."""
        before = self.sentence.partition(folded_name(self.figure.text))[0]
        return told_part_of_year(self.name, "") or told_part_of_year(before, self.before)


@dataclass(frozen=True)
class ReportNumber:
    """A number that the report gives, with the texts it stands in."""

    value: Decimal
    unit: str
    rank: bool
    near: str  # its clause, or what stands between its semicolons
    entry: FigureEntry | None  # None where it is no figure of an indicator


@dataclass(frozen=True)
class ClauseEntry:
    """A clause of a report with what it stands in."""

    report: str
    start: int
    end: int
    text: str
    sentence: str
    sentence_start: int
    sentence_end: int
    path: str
    section: Section | None

    @property
    def heading(self) -> str:
        """The innermost heading that it stands under, "" for none."""
        return self.section.path[-1] if self.section and self.section.path else ""


@dataclass(frozen=True)
class Knowledge:
    """One report, prepared."""

    report: Report
    figures: tuple[FigureEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    passages: tuple[Passage, ...]

    def narrowed(self, figures: tuple[FigureEntry, ...]) -> Knowledge:
        """The same report with only some of its figures to be compared with."""
        one = copy(self)  # with what is worked out already, which is of the whole report
        object.__setattr__(one, "figures", figures)
        return one

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the report's parts and figures speak of."""
        years = {section.year for section in self.report.sections}
        years |= {entry.figure.year for entry in self.figures}
        years |= {self.report.year, self.report.year - 1 if self.report.year else None}
        return frozenset(year for year in years if year)

    @cached_property
    def numbers(self) -> tuple[ReportNumber, ...]:
        """Every number that the report gives."""
        return tuple(_numbers(self))

    @cached_property
    def moves(self) -> dict[int, tuple[FigureEntry, FigureEntry]]:
        """What moved from one value to another, by where the first stands: 由112户增加到147户."""
        found: dict[int, tuple[FigureEntry, FigureEntry]] = {}
        last: dict[tuple[str, str | None, str], FigureEntry] = {}
        text = self.report.text
        for entry in self.figures:
            figure = entry.figure
            key = (figure.indicator, figure.scope, figure.unit)
            base = last.get(key)
            if base and _MOVED_SINCE.fullmatch(text, base.figure.end, figure.start):
                found[figure.start] = (entry, base)
                continue
            if base and _MOVED.fullmatch(text, base.figure.end, figure.start):
                begin = base.figure.start
                if _MOVED_FROM.search(text[max(0, begin - _NEAR) : begin]):
                    found[begin] = (base, entry)
            last[key] = entry
        return found

    @cached_property
    def bases(self) -> dict[int, FigureEntry]:
        """What a value moved from, by where the value that it came to stands."""
        return {end.figure.start: base for base, end in self.moves.values()}

    @cached_property
    def scopes(self) -> frozenset[str]:
        """Places below or above the report's own that figures are given for."""
        return frozenset(e.figure.scope for e in self.figures if e.figure.scope)

    @cached_property
    def told_by_place(self) -> dict[int, tuple[FigureEntry, ...]]:
        """The figures that a sentence gives of three places or more, by where each stands."""
        rows: dict[tuple[object, ...], list[FigureEntry]] = {}
        for one in self.figures:
            figure = one.figure
            if figure.scope and not figure.scope.startswith("全") and figure.value is not None:
                key = (one.sentence, figure.indicator, figure.measure, figure.unit, figure.year)
                rows.setdefault((*key, figure.kind), []).append(one)
        return {
            one.figure.start: tuple(row)
            for row in rows.values()
            if len({one.figure.scope for one in row}) >= _SEVERAL_PLACES
            for one in row
        }

    @cached_property
    def places(self) -> dict[str, str]:
        """Places that the text names, by their Latin spelling: "poyang" → "鄱阳县"."""
        found = Counter(match[0] for match in _PLACE_IN_TEXT.finditer(self.report.text))
        parts = (part for scope in self.scopes for part in scope.split("、"))
        names = [self.report.place, *parts, *found]
        spelled: dict[str, str] = {}
        for name in names:
            stem = place_stem(name)
            for size in range(2, len(stem) + 1):
                for sound in spellings(stem[-size:]):
                    spelled.setdefault(sound, name)
        return spelled

    @cached_property
    def spelled(self) -> dict[str, tuple[str, ...]]:
        """What the text has for a name in Latin letters: "xiangtang" → 向塘."""
        found: dict[str, dict[str, None]] = {}
        for run in re.findall("[\u4e00-\u9fff]{2,}", self.report.text):
            sounds = lazy_pinyin(run)
            for size in (2, 3, 4):
                for at in range(len(run) - size + 1):
                    key = "".join(sounds[at : at + size])
                    found.setdefault(key, {})[run[at : at + size]] = None
        return {sound: tuple(names)[:4] for sound, names in found.items()}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that occur in the report."""
        from index.lexical import words

        return frozenset(word for passage in self.passages for word in words(passage.text))

    def weight(self, alternatives: tuple[str, ...]) -> float:
        """How much a word tells: its inverse document frequency over the passages, 0.3 to 1.

        The formula is BM25's idf, scaled; a word that no passage has weighs most.
        """
        if alternatives not in self._weights:
            total = max(1, len(self._texts))
            held = sum(any(one in text for one in alternatives) for text in self._texts)
            idf = math.log(1 + (total - held + 0.5) / (held + 0.5))
            told = max(0.3, min(1.0, idf / math.log(1 + (total + 0.5) / 1.5)))
            self._weights[alternatives] = told
        return self._weights[alternatives]

    def holds(self, word: str) -> bool:
        """Whether any passage has the word."""
        return word in self._joined

    @cached_property
    def _weights(self) -> dict[tuple[str, ...], float]:
        return {}  # of the words asked for so far

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self._texts)

    @cached_property
    def _texts(self) -> list[str]:
        return [folded_name("".join(p.section) + p.text) for p in self.passages]


def prepare(store: Store, identifier: str) -> Knowledge:
    """Prepare a report of the store. Done anew only where the report has changed."""
    report = store.get(identifier)
    return _prepared(report.sha256, _Source(store, report))


@dataclass(frozen=True, eq=False)
class _Source:
    """Carries what `_prepared` reads without being part of its cache's key."""

    store: Store
    report: Report

    def __hash__(self) -> int:
        return hash(self.report.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and other.report.id == self.report.id


@lru_cache(maxsize=64)
def _prepared(_sha256: str, source: _Source) -> Knowledge:
    report = source.report
    text = report.text
    spans = sound_spans(text)  # what gives orders to a language model is no evidence
    paths = paths_over(report, spans)
    entries: list[FigureEntry] = []
    at = 0
    for figure in source.store.figures(report.id):
        while at + 1 < len(spans) and spans[at][1] <= figure.start:
            at += 1
        if not spans[at][0] <= figure.start < spans[at][1]:
            continue
        start = figure.start
        name = measure_name(folded_name(figure.indicator), figure, text)
        about = noted(text, figure.start)
        entries.append(
            FigureEntry(
                figure=figure,
                name=name,
                clause=_plain(
                    text, start, figure.clause_start, _clause_end(text, figure, spans[at])
                ),
                stretch=folded_name(about) + _plain(text, start, *_stretch(text, spans[at], start)),
                sentence=folded_name(about + text[spans[at][0] : spans[at][1]]),
                path=folded_name(paths[spans[at][0]]),
                terms=indicator_terms(name),
            )
        )
    found = tuple(_clause_entries(report, spans, paths))
    return Knowledge(report, tuple(entries), found, source.store.passages(report.id))


def _plain(text: str, at: int, start: int, end: int) -> str:
    """A figure's surroundings but for the circumstances, whose words are of other figures."""
    return folded_name(without_circumstances(text[start:at]) + without_circumstances(text[at:end]))


def _clause_end(text: str, figure: Figure, sentence: Span) -> int:
    """Where a figure's clause ends, with what a sum is for: 拿出1550万元,(支持促消费活动)."""
    last = max(figure.clause_end, sentence[1])
    after = re.compile("[^,，。;；、]*").match(text, figure.clause_end, last)
    end = after.end() if after else figure.clause_end
    sum_ends_it = figure.unit.endswith("元") and figure.end == end
    purpose = _PURPOSE.match(text, end, last) if sum_ends_it else None
    return purpose.end() if purpose else end


def _stretch(text: str, sentence: Span, position: int) -> Span:
    """The part of a sentence between semicolons that holds a position."""
    start, end = sentence
    borders = [match.end() for match in re.finditer("[;；]", text[start:end])]
    before = max((start + one for one in borders if start + one <= position), default=start)
    after = min((start + one for one in borders if start + one > position), default=end)
    return before, after


def _clause_entries(report: Report, spans: list[Span], paths: dict[int, str]) -> list[ClauseEntry]:
    entries: list[ClauseEntry] = []
    for start, end in spans:
        if _CAPTION.match(report.text, start, end):
            continue
        section = section_at(report.sections, start)
        parts = clauses(report.text, start, end)
        for begin, stop in parts if len(parts) >= 3 else [(start, end)]:
            entries.append(
                ClauseEntry(
                    report=report.id,
                    start=begin,
                    end=stop,
                    text=folded_name(between(report.text, begin, stop)),
                    sentence=folded_name(report.text[start:end]),
                    sentence_start=start,
                    sentence_end=end,
                    path=folded_name(paths[start]),
                    section=section,
                )
            )
    return entries


def _numbers(knowledge: Knowledge) -> list[ReportNumber]:
    """Every number of a report: those of its figures, and what stands beside them."""
    found: list[ReportNumber] = []
    told: set[int] = set()
    for entry in knowledge.figures:
        figure = entry.figure
        told.update(range(figure.start, figure.end))
        near = entry.name + (figure.scope or "") + entry.stretch
        for number in (figure.value, figure.low, figure.high):
            if number is not None:
                value, unit = normalise(abs(number), figure.unit)
                found.append(ReportNumber(value, unit, figure.measure is Measure.RANK, near, entry))
    for clause in knowledge.clauses:
        near = folded_name(clause.sentence) + clause.path
        for match in _WRITTEN.finditer(fold(knowledge.report.text[clause.start : clause.end])):
            if clause.start + match.start("number") not in told:
                value = Decimal(match["number"]) * _MULTIPLES[match["multiple"] or ""]
                unit = "%" if match["unit"] in ("%", "％") else match["unit"]
                found.append(ReportNumber(value, unit, bool(match["rank"]), near, None))
    return found
