"""Sentences in English around figures and quotes. Chinese names stand beside the English."""

from __future__ import annotations

import re

from assistant.answers.english_figures import english_value
from assistant.answers.figure_groups import FigureGroup, group_start
from assistant.answers.figure_words import (
    DEEDS,
    averaged,
    base_of,
    deed_span,
    each_of,
    headed_by,
    hoped,
    is_comparison,
    over_years,
    part_of_its_year,
    rank_is_of,
    ranked_among,
    rate_of_aim,
    restored_to,
    run_of_years,
    share_of,
    since,
    verb_of,
)
from assistant.answers.statement import Statement, named_part, quoted, with_unit
from corpus.glossary import load_glossary
from corpus.models import Figure, Kind, Measure, Qualifier, Report
from corpus.sentences import Span
from corpus.units import split_unit

_ARTICLE = re.compile(
    r"(?:percentage|number|value|proportion|share|place|total number|time|consumer price)\b"
)
_WIDER = {
    "全国": "nationwide",
    "全省": "in the province",
    "全市": "in the city",
    "世界": "in the world",
    "全球": "in the world",
    "东部": "in eastern China",
    "中部": "in central China",
    "西部": "in western China",
    "中西部": "in central and western China",
    "东北部": "in northeastern China",
    "长三角": "in the Yangtze River Delta",
}

# 实现“十八连丰”: what came so many times, one after the other
_IN_A_ROW = {
    "连丰": "good harvests",
    "连增": "increases",
    "连升": "rises",
    "连涨": "rises",
    "连降": "falls",
    "连冠": "first places",
    "连胜": "wins",
    "连优": "top ratings",
}
_PARTS = {
    "一季度": "the first quarter",
    "第一季度": "the first quarter",
    "二季度": "the second quarter",
    "第二季度": "the second quarter",
    "三季度": "the third quarter",
    "第三季度": "the third quarter",
    "四季度": "the fourth quarter",
    "第四季度": "the fourth quarter",
    "前两季度": "the first two quarters",
    "前三季度": "the first three quarters",
    "上半年": "the first half",
    "下半年": "the second half",
}


_YEARS = {"两": "two", "三": "three", "四": "four", "五": "five"}
_EACH = {
    "每人": "a person",
    "每名": "a person",
    "每户": "a household",
    "每亩": "a mu",
    "每生": "a student",
    "每年": "a year",
    "每月": "a month",
    "每天": "a day",
    "每日": "a day",
}


def figure_statement(report: Report, group: FigureGroup) -> Statement:
    """A sentence for a group: "In 2021, GDP (地区生产总值) was 119.56 billion yuan …"."""
    first, *rest = group.figures
    deed = deed_span(report, first)
    if deed:
        return Statement(_told(report, first, deed), (deed,), (first,))
    start = group_start(group)
    end = max(figure.clause_end for figure in group.figures)
    text = _said(report, first)
    heading = headed_by(report, first)
    text = f"Under “{heading}”, {text[:1].lower()}{text[1:]}" if heading else text
    shown = [first]
    for figure in rest:
        grown = figure.measure is Measure.GROWTH and first.measure is Measure.LEVEL
        if hoped(report, figure):
            growth = "growth of " if grown else ""
            text += f", with {growth}{_value(report, figure)} hoped for"
            shown.append(figure)
        elif grown:
            text += f", {_grown(figure)}{_yearly(report, figure)}{_against(report, figure)}"
            shown.append(figure)
        elif figure.measure in (Measure.LEVEL, Measure.SHARE):
            text += f", at {_value(report, figure)}"
            shown.append(figure)
    if group.before:
        when = f"in {group.before.year}" if group.before.year else "before"
        text += f", against {_value(report, group.before)} {when}"
        shown.append(group.before)
        start = min(start, group.before.clause_start)
        end = max(end, group.before.end)
    return Statement(text, ((start, end),), tuple(shown))


def _told(report: Report, figure: Figure, span: Span) -> str:
    run = run_of_years(report, figure)
    if run:
        of = f"For {figure.year}, of" if figure.year else "Of"
        said = quoted(report.text[slice(*run)])
        return f"{of} {_named(figure)} the report says “{said}” ({english_value(figure)})"
    target = "the targets of " if figure.kind is Kind.TARGET else ""
    when = f"For {target}{figure.year} the" if figure.year else "The"
    return f"{when} report says “{quoted(report.text[slice(*span)])}” ({english_value(figure)})"


_ABILITY = re.compile("(?:产能|能力)$")  # 整车项目年产能, no number of things


def _named(figure: Figure, verb: str = "") -> str:
    """The indicator in English with the Chinese name beside, or the Chinese name in quotes."""
    english = load_glossary().english(figure.indicator)
    said = verb + figure.indicator
    english = f"{english} {DEEDS[verb]}" if english and verb else english
    return f"{english} ({said})" if english else f"“{quoted(said)}”"


def english_name(figure: Figure, verb: str = "") -> str:
    """The indicator as `_named`, with what tells that things are counted, and whose they are."""
    name = _named(figure, verb)
    _, plain = split_unit(figure.unit)
    unit = load_glossary().unit(plain)
    counted = figure.measure is Measure.LEVEL and unit is not None and not unit.plural
    if counted and "number of" not in name and not _ABILITY.search(figure.indicator):
        name = f"the number of {name}"
    if _ARTICLE.match(name):
        name = f"the {name}"
    return f"{name} of {figure.scope}" if figure.scope else name


def _said(report: Report, figure: Figure) -> str:
    name = english_name(figure, verb_of(report, figure))
    begun = since(report, figure)
    when = f"Since {begun}, " if begun else "Over the period, "
    when = f"In {figure.year}, " if figure.year else when
    part = part_of_its_year(report, figure)
    if part:
        when = f"In {_PARTS.get(part, part)} of {figure.year or 'the year'}, "
    if is_comparison(report, figure):
        clause = report.text[figure.clause_start : figure.clause_end]
        aim = "the target for " if figure.kind is Kind.TARGET else ""
        said = f"the report says “{quoted(clause)}” ({english_value(figure)})"
        return f"{when}for {aim}{name} {said}"
    value = _value(report, figure)
    yearly = _yearly(report, figure)
    if figure.kind is Kind.TARGET:
        year = f"{figure.year} " if figure.year else ""
        growth = " growth" if figure.measure is Measure.GROWTH else ""
        growth += yearly
        if figure.value is not None and figure.value < 0:
            growth = " reduction"
        if figure.measure is Measure.CHANGE and not growth:  # 最低标准提高20元: no 20 yuan in all
            value = f"an increase of {value}"
        over = over_years(report, figure)
        years = next((word for sign, word in _YEARS.items() if sign in over), "some")
        spread = f" over {years} years ({over})" if over else ""
        return f"The {year}target for {name}{growth}{spread} is {value}"
    expected = "was expected to " if figure.kind is Kind.ESTIMATE else ""
    if figure.measure in (Measure.GROWTH, Measure.CHANGE):
        moved = _moved(figure, value, bool(expected))
        return f"{when}{name} {expected}{moved}{yearly}{_against(report, figure)}"
    if figure.unit in _IN_A_ROW:
        return f"{when}{name} saw {figure.value} {_IN_A_ROW[figure.unit]} in a row ({figure.text})"
    if figure.measure is Measure.RANK:
        by = {"增速": " growth", "增幅": " growth"}.get(rank_is_of(report, figure), "")
        return f"{when}the place in {name}{by} was {value}"
    if share_of(report, figure).startswith("占"):
        return f"{when}{name} {expected}{'make' if expected else 'made'} up {value}"
    return f"{when}{name} {expected}{'come' if expected else 'came'} to {value}"


def _moved(figure: Figure, value: str, infinitive: bool) -> str:
    if figure.unit == "番":
        return f"{_doubled(figure, infinitive)} ({figure.text})"
    down = figure.value is not None and figure.value < 0
    moved = ("fall" if down else "rise") if infinitive else ("fell" if down else "rose")
    return f"{moved} by {value}"


def _grown(figure: Figure) -> str:
    if figure.unit == "番":
        return f"having {_doubled(figure, False)} ({figure.text})"
    down = figure.value is not None and figure.value < 0
    return f"{'down' if down else 'up'} {english_value(figure)}"


def _doubled(figure: Figure, infinitive: bool) -> str:
    """翻一番 is twice as much, 翻两番 four times."""
    times = int(figure.value or 1)
    moved = {1: "double", 2: "quadruple"}.get(times, "double")
    moved += "" if infinitive else "d"
    moved += "" if times in (1, 2) else f" {times} times over"
    return moved if figure.qualifier is Qualifier.EXACT else f"more than {moved}"


def _yearly(report: Report, figure: Figure) -> str:
    return " a year on average" if averaged(report, figure) else ""


def _against(report: Report, figure: Figure) -> str:
    base = base_of(report, figure)
    return f" against {base[:4] if base[0].isdigit() else base}" if base else ""


def _value(report: Report, figure: Figure) -> str:
    """The quantity for an English reader, with the report's own wording beside."""
    if figure.measure is Measure.RANK:
        among = ranked_among(report, figure)
        wider = _WIDER.get(among.removesuffix("地区"), "")
        shown = f"{among}{figure.text}"
        top = "among the top " if figure.qualifier is Qualifier.AT_MOST else "No. "
        return f"{top}{figure.value}{' ' + wider if wider else ''} ({shown})"
    if whole := share_of(report, figure):
        return f"{english_value(figure)} ({whole}{figure.text})"
    if base := restored_to(report, figure):
        level = f"its {base[:4]} level" if base[0].isdigit() else "the level of the year before"
        return f"{english_value(figure)} of {level} (恢复到{base}的{figure.text})"
    if aim := rate_of_aim(report, figure):
        return f"{english_value(figure)} of the aim ({aim}{figure.text})"
    plain = english_value(figure)
    each = each_of(report, figure)
    spoken = plain + "".join(f" {told}" for said, told in _EACH.items() if said in each)
    return spoken if spoken == figure.text else f"{spoken} ({each}{with_unit(figure)})"


def quote_statement(report: Report, heading: str, span: tuple[int, int], first: bool) -> Statement:
    """One sentence that gives the report's own words."""
    words = quoted(report.text[span[0] : span[1]])
    heading = named_part(heading, words)
    where = f"Under “{quoted(heading)}”, the" if heading and first else "The"
    return Statement(f"{where} report {'says' if first else 'also says'}: “{words}”", (span,))


def otherwise(said: str) -> str:
    """A sentence of what the report says, as what denies the question."""
    return f"The report says otherwise: {said[:1].lower()}{said[1:]}"


def among_listed(said: str) -> str:
    """Sentences of the first or the last of the places of which the report gives figures."""
    return f"Of the places that the report lists: {said[:1].lower()}{said[1:]}"


def instead(said: str) -> str:
    """A sentence of what the report says where it neither says nor denies what is asked."""
    return f"The report does not say so; what it says is: {said}"


def instead_aim(said: str) -> str:
    """The same of a stretch that gives targets."""
    return f"The report does not say so; the target that it sets is: {said}"


def header_statement(report: Report, span: tuple[int, int]) -> Statement:
    """One sentence that gives a line of the report's head: who, when and where."""
    words = quoted(report.text[span[0] : span[1]])
    return Statement(f"The head of the report reads: “{words}”", (span,))


def not_in_report(what: str, nearest: bool) -> str:
    """That the report does not say."""
    closest = "; the closest passage is cited here" if nearest else ""
    return (
        f"The report does not give {what}{closest}"
        if what
        else f"The report does not say this{closest}"
    )


def missing(years: tuple[int, ...], names: tuple[str, ...], target: bool) -> str:
    """What a refusal names: "any 2023 target for GDP"."""
    when = " or ".join(str(year) for year in years)
    named = ", ".join(names)
    if target:
        return f"any {when + ' ' if when else ''}target" + (f" for {named}" if named else "")
    if named:
        return f"{named}" + (f" for {when}" if when else "")
    return f"anything on {when}" if when else ""


def unanswered(parts: list[str]) -> str:
    """A note on the parts of a question that the report does not answer."""
    return "The report does not say: " + "; ".join(parts)


def no_aim(year: int) -> str:
    """A note to who asks whether a year's target was met, which the report doesn't give."""
    return f"The report does not give the {year} target itself"
