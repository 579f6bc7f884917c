"""Finds the figures of a report: quantities with what they are said of.

A sentence is read clause by clause. A clause names its subject before the quantity
("地区生产总值实现1195.6亿元"), after it ("新建30座装配式公厕") or not at all ("同比增长8.7%"): then
the subject is carried on from the clause before. Where a clause gives several quantities to
several names ("分别"), they are paired in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.figures import indicators, words
from corpus.figures.aims import AIM_AFTER
from corpus.figures.attributes import GROWING, kind_of, measure_of, qualifier_of
from corpus.figures.carried import carry
from corpus.figures.clauses import (
    Clause,
    between,
    split_clauses,
    with_closing_mark,
    without_circumstances,
)
from corpus.figures.closing import closed, reopened
from corpus.figures.context import Context, Said
from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity, find_quantities, fold
from corpus.figures.quantity_lists import JOINED, MOVED_ANEW
from corpus.figures.reading import read_clause
from corpus.figures.scopes import foreign, goes_on
from corpus.figures.spans_of_years import OVER_YEARS, SINCE, of_years
from corpus.figures.tables import table_figures
from corpus.figures.years import base_said_before, base_year, each_year, year_of
from corpus.models import Figure, Kind, Measure, Part, Qualifier, Report, Section
from corpus.outline import section_at
from corpus.periods import introduction, period_of
from corpus.rows import cells, tables
from corpus.sentences import Span, sentences

_IMPROVED = re.compile("(?:提升|提高|改善|扩大|延长)$")
_LEAD = 14  # characters
# 高新技术企业净增(168家)，达到695家: so many are new, not all that there are
_GROWN_BY = re.compile("(?P<new>[新净]增)(?:了|约|近|超)?$")
# 全市地区生产总值1186.4亿元。(分地区看，)新河区287.3亿元: of each place what was told of all
_BY_PLACE = re.compile(r"\s*(?:分|按)(?:地区|区域|[县市区旗州盟]{1,3}|乡镇|镇街)[来]?看[，,]")
_ON_TOP = re.compile("的?基础上")  # 新增9家(的基础上)，再培育10家


def extract_figures(report: Report) -> tuple[Figure, ...]:
    """Every quantity of a report as a Figure, in document order."""
    copy = closed(report)
    return _extract(report) if copy is None else reopened(_extract(copy), report)


def _extract(report: Report) -> tuple[Figure, ...]:
    found: list[Figure] = []
    spans = tables(report.text)
    told: list[Span] = []  # cells that say something by themselves
    for span in spans:
        figures = [*table_figures(report, span, section_at(report.sections, span[0]))]
        told.extend(_told_cells(report.text, span, figures))
        found.extend(figures)
    in_prose = (
        one
        for one in find_quantities(report.text)
        if not any(start <= one.start < end for start, end in spans)
        or any(start <= one.start < end for start, end in told)
    )
    quantities = _shared(report.text, tuple(in_prose))
    at = 0
    last: list[Figure] = []
    for start, end in _spoken(report.text, spans, told):
        own: list[Quantity] = []
        while at < len(quantities) and quantities[at].start < end:
            if quantities[at].start >= start:
                own.append(quantities[at])
            at += 1
        if own:
            last = _sentence_figures(report, start, end, own, last)
            found.extend(last)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _told_cells(text: str, table: Span, figures: list[Figure]) -> Iterator[Span]:
    """The cells of rows whose numbers stand under no heading.

    3 | 为6.5万名老年人免费体检 | 市卫生局: a task and who is charged with it.
    """
    start = table[0]
    for line in text[slice(*table)].split("\n"):
        end = start + len(line)
        if not any(start <= one.start < end for one in figures):
            yield from ((start + one, start + other) for one, other in cells(line) if one < other)
        start = end + 1


def _spoken(text: str, spans: list[Span], told: list[Span]) -> list[Span]:
    """The sentences of a text, those of a table's cells each by itself."""
    prose = [
        one for one in sentences(text) if not any(start <= one[0] < end for start, end in spans)
    ]
    return sorted([*prose, *(one for cell in told for one in sentences(text, *cell))])


def _shared(text: str, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """What one of a list says for all of it.

    分别突破1000亿元、500亿元: the bound before the first.
    高于全国、全省3.7个和1.9个百分点: the unit behind the last.
    """
    found: list[Quantity] = []
    for one in _with_last_unit(text, quantities):
        before = found[-1] if found else None
        if before is None or not JOINED.fullmatch(text[before.end : one.start]):
            found.append(one)
            continue
        bound = (
            before.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST)
            and text[before.start : before.end].startswith(("突破", "超", "不"))
            and one.qualifier is Qualifier.EXACT
            and one.unit[-1:] == before.unit[-1:]
        )
        found.append(replace(one, qualifier=before.qualifier) if bound else one)
    return tuple(found)


def _with_last_unit(text: str, quantities: tuple[Quantity, ...]) -> list[Quantity]:
    found: list[Quantity] = []
    for one in reversed(quantities):
        after = found[-1] if found else None
        shares = after and one.unit == "个" and after.unit == "个百分点"
        if after and shares and JOINED.fullmatch(text[one.end : after.start]):
            one = replace(one, unit=after.unit)
        found.append(one)
    return found[::-1]


def _sentence_figures(
    report: Report, start: int, end: int, own: list[Quantity], last: list[Figure]
) -> list[Figure]:
    """The figures of a sentence; ``last`` are those of the one before."""
    section = section_at(report.sections, start)
    begin = _after_heading(section, start, end)
    context = Context(report, section, start, begin)
    if last and _BY_PLACE.match(report.text, begin):
        context.carried = [Subject(last[0].indicator, begin, begin, report.place)]
    read: list[tuple[Clause, Said]] = []
    for clause in split_clauses(report.text, begin, end, own):
        if clause.fresh:
            context.previous = context.carried or context.previous
            context.carried, context.items = [], []
            context.scope = goes_on(report.text, begin, clause.start, context.scope)
        carried = context.carried
        if clause.inside:
            context.carried = _said_before(clause, [said for _, said in read]) or carried
        if clause.quantities:
            read.extend((clause, said) for said in read_clause(context, clause))
        else:
            carry(context, clause)
        if clause.inside:
            context.carried = carried
    return [
        _figure(context, clause, _named_above(context, _named_later(report.text, said, read[at:])))
        for at, (clause, said) in enumerate(read)
    ]


def _said_before(bracket: Clause, read: list[Said]) -> list[Subject]:
    """What a bracket goes on about: 收入87亿元(（增长5%）)、支出96亿元(（增长6%）)."""
    before = [one for one in read if one.quantity.end < bracket.start]
    before.sort(key=lambda one: one.quantity.start)
    group = [one for one in before if before[-1].until == one.until][-len(bracket.quantities) :]
    if len(group) < len(bracket.quantities):
        group = before[-1:]
    return [one.subject for one in group if one.subject]


def _named_later(text: str, said: Said, later: list[tuple[Clause, Said]]) -> Said:
    """在去年新增9家的基础上，再培育国家级“小巨人”企业10家以上: the name comes with the next."""
    if said.subject or not _ON_TOP.match(text, said.quantity.end):
        return said
    unit = said.quantity.unit
    named = (one.subject for _, one in later if one.subject and one.quantity.unit == unit)
    return replace(said, subject=next(named, None) if unit not in ("%", "") else None)


_IN_MONEY = re.compile("(?:收入|支出|投资|产值|增加值|总值|[总贸]额)$")


def _named_above(context: Context, said: Said) -> Said:
    """——固定资产投资。计划增长8%，实际增长4.1%: what its item is headed with."""
    section, text = context.section, context.report.text
    if said.subject or section is None or not _in_item(text, section, said.lead):
        return said
    at = text.find(section.heading, section.start, context.start + 1)
    heading = section.heading if at >= 0 and len(section.heading) >= 2 else ""
    named = indicators.opening(text, at, at + len(heading)) if heading else None
    head = words.HEAD_NOUN.search(heading) is not None and not re.search("[,，]", heading)
    whole = named is not None and named.name == heading
    if _IN_MONEY.search(heading) and not said.quantity.unit.endswith(("元", "%", "百分点", "位")):
        return said  # 财政收入。完成12亿元，惠及20万人
    return replace(said, subject=Subject(heading, at, at + len(heading))) if whole or head else said


def _after_heading(section: Section | None, start: int, end: int) -> int:
    """Where the prose begins: a number at the head of a sentence is no part of it."""
    if section is None or section.start != start:
        return start
    return min(end, start + len(section.number))


def _figure(context: Context, clause: Clause, said: Said) -> Figure:
    report, quantity = context.report, said.quantity
    text = report.text
    anew = MOVED_ANEW.search(text, said.lead, quantity.start)
    before = between(text, clause.start, quantity.start if anew else said.lead)
    subject = said.subject
    own = subject.name if subject and subject.start >= clause.start else ""
    told = _indicator(context, clause, subject)
    measure, sign = measure_of(before, quantity, own, told)
    if subject and subject.start >= quantity.end:
        measure = _of_what_follows(measure, quantity, before)
    if measure is Measure.LEVEL and quantity.unit == "%" and GROWING.match(text, quantity.end):
        measure = Measure.GROWTH
    since = min(said.since, subject.start) if subject else clause.start
    part, period, year = _when(context, said, before, measure)
    starts = [one.start - clause.start for one in clause.quantities]
    year = each_year(text[clause.start : clause.end], starts, quantity.start - clause.start) or year
    kind = kind_of(
        part,
        year,
        (period, report.year),
        text[context.start : quantity.start],
        text[min(since, clause.start) : quantity.start],
        text[quantity.end : quantity.end + 24],
    )
    name = _name(told, own, before, measure)
    without = words.WITHOUT.search(text[context.start : said.lead])
    if without and without["name"] not in name:
        name = f"{without['name']}的{name}"
        since = min(since, context.start + without.start())
    clause_start = _clause_start(text, clause, since) if subject else clause.start
    said_so_far = fold(text[context.start : quantity.start]) if year is None else ""
    # 2014年以来，累计脱贫; 分三年共重建、改造18个乡镇派出所
    begun = SINCE.search(said_so_far) or OVER_YEARS.search(said_so_far)
    if begun and clause_start - context.start - begun.end() <= _LEAD:
        clause_start = min(clause_start, context.start + begun.start())
    clause_start = min(clause_start, quantity.start)
    clause_start += len(text[clause_start : quantity.start]) - len(
        text[clause_start : quantity.start].lstrip()
    )
    clause_end = max(said.until, quantity.end, subject.end if subject else 0)
    aim = AIM_AFTER.match(text, quantity.end)
    if kind is Kind.TARGET and aim:  # 未完成年初增长8%(的目标): what makes it one
        clause_end = max(clause_end, aim.end())
    return Figure(
        report=report.id,
        indicator=name,
        value=None if quantity.value is None else quantity.value * sign,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        qualifier=qualifier_of(quantity, before, text[quantity.start : quantity.end]),
        measure=measure,
        kind=kind,
        year=year,
        scope=_whose(subject, quantity, report.place),
        text=text[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        clause_start=clause_start,
        clause_end=with_closing_mark(text, clause_start, clause_end),
    )


def _whose(subject: Subject | None, quantity: Quantity, place: str) -> str | None:
    """Whose a figure is; a place held in 全省营商环境评价 is the report's own place's."""
    scope = foreign(subject.scope, place) if subject else None
    placed = quantity.rank or quantity.unit in ("位", "名次")
    return None if scope and placed and scope.startswith("全") else scope


def _when(
    context: Context, said: Said, before: str, measure: Measure
) -> tuple[Part, int | None, int | None]:
    """The part that a figure is said in, the year of that part, and the figure's own."""
    report, quantity, section = context.report, said.quantity, context.section
    text = report.text
    above = introduction(report, section) if section else ""
    part, period = _period(context, said, above)
    base = base_year(before, report.year)
    if base:
        return part, period, base
    sentence = without_circumstances(text[context.start : said.lead])
    year = year_of(sentence, before, period, report.year, text[quantity.end : quantity.end + 16])
    paragraph = text[text.rfind("\n", 0, said.lead) + 1 : said.lead]
    ahead = year is not None and period is not None and year > period
    heading = section.path[-1] if section and section.path else ""
    frames = (heading, re.split("[。，,：:]", above, maxsplit=1)[0])
    own = (text[quantity.start : quantity.end], measure in (Measure.GROWTH, Measure.CHANGE))
    if (
        part is not Part.PLAN
        and not ahead
        and of_years(frames, paragraph, sentence, before, own, period)
    ):
        year = None
    return part, period, base_said_before(paragraph, sentence) if year is None else year


# 年产(15万辆)整车项目, 日处理(300吨)的生活垃圾焚烧发电项目: what it can make or take in
_CAPACITY = re.compile("(?P<each>[年日])(?P<what>产|加工|处理|屠宰|供水)$")
_MAKES = re.compile("(?:项目|生产线|工厂|基地|处理厂|水厂|产业园|装置|工程)(?:复产|扩建|二期)?$")


def _name(name: str, own: str, before: str, measure: Measure) -> str:
    """The indicator without what the measure says by itself, and with what is new of it.

    Args:
        name: what the quantity is said of.
        own: the clause's own name, "" where it has none.
        before: the text from the clause's beginning to the quantity.
    """
    grown = _GROWN_BY.search(before)
    if grown and own and measure is Measure.LEVEL:
        new = words.NEW_HEAD.match(name) or name.startswith(grown["new"])
        name = name if new else grown["new"] + name
    if words.SHORT_OF.fullmatch(before):
        return name + "与计划的差距"
    if measure is Measure.GROWTH:
        name = words.REDUCES.sub("", name)
    if measure is Measure.GROWTH and not own and re.search("同比|增长", before):
        name = words.RATIO.sub("", name)
    plain = words.ECONOMY.sub("经济总量", words.GROWTH_OF.sub("", name))
    able = _CAPACITY.search(before) if measure is Measure.LEVEL else None
    if able and _MAKES.search(plain):
        able_to = "产能" if able["what"] == "产" else able["what"] + "能力"
        plain += able["each"] + able_to
    return plain if len(plain) >= 2 else name


def _of_what_follows(measure: Measure, quantity: Quantity, before: str) -> Measure:
    """提升(40所)高中办学能力 counts what is improved; (80%)的行政村通了快递 is a share of them."""
    if measure is Measure.CHANGE and _IMPROVED.search(before):
        return Measure.LEVEL
    return Measure.SHARE if quantity.unit == "%" else measure


def _period(context: Context, said: Said, above: str) -> tuple[Part, int | None]:
    """The part and year that a figure is said in; ``above`` introduces the list it may be in."""
    report, section = context.report, context.section
    part, year = period_of(report, section, context.start)
    if section and _in_item(report.text, section, said.lead):
        year = _aimed_year(above, year, report.year)
    return part, year


def _in_item(text: str, section: Section, at: int) -> bool:
    """Whether a place is in the item's own paragraph, not in what follows a list's last item."""
    head, *after = text[section.start : at].split("\n")
    return len(after) <= (1 if head.strip().endswith(section.heading) else 0)


def _aimed_year(above: str, period: int | None, plan_year: int | None) -> int | None:
    """The year of a list's items: 到2027年要实现“五个新跨越”： before ——经济实力实现新跨越。…"""
    asked = re.search("[^。！]*[：:]$", above)
    year = year_of(asked[0], asked[0], period, plan_year) if asked else None
    return year if year and period and year > period else period


def _indicator(context: Context, clause: Clause, subject: Subject | None) -> str:
    if subject:
        return subject.name
    text = context.report.text
    rest = text[clause.start : clause.quantities[0].start].strip(" 、,，")
    if len(rest) >= 2:
        return rest
    return context.section.heading if context.section and context.section.heading else "—"


def _clause_start(text: str, clause: Clause, since: int) -> int:
    """Where the quote begins: with the clause, verb and all, unless much stands before the name."""
    near = 0 <= since - clause.start <= _LEAD
    between_them = text[clause.start : since]
    if not near or re.search(r"[、。\d]", between_them):
        return since
    return clause.start
