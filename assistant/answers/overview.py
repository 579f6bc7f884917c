"""What a report is about on the whole: what was achieved, aimed at and planned, by its headings.

Who asks for the main achievements, the year's targets or a summary names nothing that could be
searched for; a report's own outline answers.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import groupby

from assistant.answers.figure_groups import FigureGroup
from assistant.answers.listing import heading_span
from assistant.answers.statement import Statement
from assistant.answers.wording import wording_in
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.evidence.place_stems import place_stem
from assistant.questions.period import Period, period_of
from assistant.questions.question import Question
from corpus.figures.spans_of_years import several_years
from corpus.models import Kind, Part, Report, Section
from corpus.periods import introduction, number_style
from corpus.rows import is_row
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_FEWEST = 2  # headings that make an outline
_NAMED = 0.75  # of a list's sections must have a heading, else their list is none
_MOST = 14  # that are told of one part


class _Sought(StrEnum):
    MISSED = "missed"
    SUMMARY = "summary"
    DONE = "done"
    AIMS = "aims"
    TASKS = "tasks"


# The first that a question has says what it seeks; with it, nothing else may be asked for.
_SOUGHT = {
    # 哪些目标没完成, 目标都完成了吗, "which targets were missed", "what did it fail to do"
    _Sought.MISSED: re.compile(
        r"没有?(?:能|按期|按时)?(?:完成|达标|达到?|实现|兑现|[做办干][完到成好])|"
        r"未(?:能|按期|按时)?(?:完成|达标|达到?|实现|兑现)|落空|不达标|不及预期|低于(?:预期|目标)|"
        r"\b(?:miss(?:ed|es)?|f[ae]ll(?:en)? short|fail(?:ed|s|ing)?|unmet|"
        r"not (?:met|reached|achieved|completed|delivered)|behind (?:target|plan|schedule)|"
        r"(?:did ?n[o']t|n't) (?:meet|reach|achieve|finish|complete|deliver))\b|"
        r"(?:完成|实现|达成)了?(?:吗|么|没)|^(?:were|was|did|have|has)\b(?=.*\b(?:targets?|goals?|aims?)\b)",
        _IGNORE,
    ),
    # 总结一下这份报告, 报告主要讲了什么, "what is the report about"
    _Sought.SUMMARY: re.compile(
        r"总结|概括|概述|概况|摘要|要点|主要内容|[讲说写]了?些?(?:什么|啥|哪些)|\bsummar\w+|\boverview\b|"
        r"\b(?:key|main) (?:points?|takeaways?)\b|\bgist\b|\btl;?dr\b|"
        r"\bwhat (?:does|did|is|was) (?:the|this) (?:work )?report (?:say|about|cover|contain)|"
        r"\bwhat's in (?:the|this) (?:work )?report",
        _IGNORE,
    ),
    # 去年主要成绩有哪些, 县里去年干了啥, "main achievements"
    _Sought.DONE: re.compile(
        r"成绩|成就|成效|成果|亮点|回顾|[做干办]了?些?(?:什么|啥|哪些)|(?:做|干|办|完成)了?哪些(?:事|工作)|"
        r"\bachiev\w+|\baccomplish\w+|\bhighlights?\b|\bsuccesses\b|"
        r"\bwhat (?:did|has) (?:the \w+ ?\w*|it|they|we) (?:do|done)\b",
        _IGNORE,
    ),
    # 今年主要预期目标是什么, "main targets for 2022"
    _Sought.AIMS: re.compile(r"目标|\b(?:goals?|targets?|aims?|objectives?)\b", _IGNORE),
    # 今年的重点工作, "this year's priorities"
    _Sought.TASKS: re.compile(
        r"任务|重点|工作|安排|打算|计划|举措|要[做干抓]|\b(?:priorit\w+|tasks?|plans?|planned|agenda|work|"
        r"focus|measures|what will (?:the \w+ ?\w*|it|they|we) do)\b",
        _IGNORE,
    ),
}
# What such a question has besides: whose, when, and words of asking
_BESIDES = re.compile(
    r"[\d\s,，.。?？!！、:：\"“”'’]+|[年度的了呢吗吧呀个些件项是有请问]|今|去|上|本|明|全|初|承认|坦承|坦言|我们?|咱们?|他们?|"
    r"[省市县区州旗镇乡](?:政府|里)?|政府|报告|工作|主要|重点|总体|整体|经济社会|发展|方面|哪|几|什么|啥|都|"
    r"一下|简单|简要|帮|给|介绍|说说|谈谈|列出|列举|如何|怎么样|怎样|情况|里头?|中|提到|预期|取得|做|干|办|"
    r"完成|定|这|份|在|过|一|要|将|会|准备|事|[任指]标|项|吗|没|承诺|许诺|答应|兑现|"
    r"\b(?:what|which|were|was|are|is|will|be|the|this|last|past|next|coming|year'?s?|main|major|key|"
    r"chief|biggest|most|important|top|of|for|in|on|its?|their|our|county|city|district|"
    r"province|prefecture|region|government'?s?|report'?s?|work|does|did|do|has|have|had|to|and|me|a|an|"
    r"give|tell|list|please|can|you|quick|short|brief|set|it|they|we|about|from|by|say|economic|"
    r"social|development|expected|overall|general|out|there|s|all|any|deliver|meet|reach|"
    r"achieve|finish|completed?|indicators?|met|reached|hit|every|one)\b",
    _IGNORE,
)


_ITS_NAME = re.compile(r"\d{4}年(?:政府)?(?:工作)?报告")


def overview(question: Question, knowledge: Knowledge) -> list[Statement]:
    """What answers who asks for a report as a whole or one of its parts; empty for all else.

    Returns:
        A statement for each heading or aim that is told.
    """
    sought = _sought(question, knowledge.report)
    if sought is None:
        return []
    period = period_of(question, knowledge.report)
    if sought is _Sought.SUMMARY or (sought is _Sought.MISSED and _ITS_NAME.search(question.text)):
        period = Period(frozenset(), None)  # 2022年政府工作报告 is the report's name
    if period.years and not period.years & knowledge.years:
        return []
    if sought is _Sought.MISSED:
        return _missed(question, knowledge, period)
    told: list[Statement] = []
    if sought in (_Sought.SUMMARY, _Sought.DONE) and period.kind is not Kind.TARGET:
        told += _of_headings(question, knowledge, period, Part.REVIEW)
    if sought in (_Sought.SUMMARY, _Sought.AIMS):
        told += _aims(question, knowledge, period)
    tasks = sought in (_Sought.SUMMARY, _Sought.TASKS) or (sought is _Sought.AIMS and not told)
    return told + (_of_headings(question, knowledge, period, Part.PLAN) if tasks else [])


def asks_missed(question: Question, report: Report) -> bool:
    """Whether a question asks which aims of all were missed, and names none of them."""
    return _sought(question, report) is _Sought.MISSED


def _sought(question: Question, report: Report) -> _Sought | None:
    """What a question seeks of the report as a whole; None where it names anything else."""
    text = rest = question.text
    for name in (report.place, place_stem(report.place), *question.places):
        text = rest = text.replace(name, " ") if name else text
    for pattern in (*_SOUGHT.values(), _BESIDES):
        rest = pattern.sub(" ", rest)
    if rest.strip():
        return None
    return next((sought for sought, pattern in _SOUGHT.items() if pattern.search(text)), None)


def _of_headings(
    question: Question, knowledge: Knowledge, period: Period, part: Part
) -> list[Statement]:
    """The headings of each part of the report of that kind and time."""
    report = knowledge.report
    parts = [
        one
        for one in report.sections
        if one.level == 1
        and one.part is part
        and (
            one.year in period.years
            if period.years
            else part is Part.REVIEW or _is_next(one, report)
        )
    ]
    found: list[Statement] = []
    for one in parts:
        spans = _headings_below(report, one, bool(period.years))
        if len(spans) >= _FEWEST:
            found += _quoted(question, report, one.heading, spans)
    alone = [heading_span(report, one) for one in parts if one.heading]
    if not found and len(alone) >= _FEWEST:  # the parts' own headings are all there is
        found += _quoted(question, report, "", alone[:_MOST])
    return found


def _is_next(section: Section, report: Report) -> bool:
    """Whether a part is of the year that the report plans, not of five to come."""
    return section.year is None or section.year == report.year


def _headings_below(report: Report, part: Section, of_year: bool) -> list[Span]:
    """The headings of the longest list of sections right below a part.

    Of several lists, as of one year and of five, those of the year where one is asked for.
    """
    below = [
        one
        for one in report.sections
        if one.level == part.level + 1 and part.start <= one.start < part.end and one.number
    ]
    lists = [list(row) for _, row in groupby(below, key=lambda one: number_style(one.number))]
    if of_year:
        lists = [row for row in lists if not _of_several(report, row[0])] or lists
    best = max(lists, key=lambda row: sum(one.end - one.start for one in row), default=[])
    named = [one for one in best if one.heading]
    if len(named) < _NAMED * len(best):
        return []
    return [heading_span(report, one) for one in named[:_MOST]]


def _of_several(report: Report, first: Section) -> bool:
    return several_years(first.heading) or several_years(introduction(report, first))


# 没有完成年初增长6%的目标, 未能如期开工, 低于预期目标, 个别指标与预期目标有差距
_UNMET = re.compile(
    "(?:没有|没|未能|尚未|未)(?:完成|达到|实现)[^,，。;；]{0,16}(?:目标|预期|计划|任务|进度)|"
    "(?:低于|未达|不及)[^,，。;；]{0,8}(?:预期|目标)|"
    "(?:目标|任务|指标)[^,，。;；]{0,10}(?:没有|未能?|尚未)[^,，。;；]{0,4}(?:完成|达到|实现|达标)|"
    "(?:目标|任务|指标|预期)[^,，。;；]{0,6}(?:(?:有|存在)[^,，。;；]{0,4}差距|相差|还差)|未能?(?:如期|按期|按时)"
)


# 全面完成了县十六届人大六次会议提出的主要目标任务
_ALL_MET = re.compile(
    "(?:全面|圆满|较好|顺利|如期|胜利|基本|超额)(?:地)?(?:完成|实现)[^,，。;；]{0,40}(?:目标|任务)"
)


def _missed(question: Question, knowledge: Knowledge, period: Period) -> list[Statement]:
    """What the report admits was not reached, or not in time; else that all was."""
    told = [
        entry
        for entry in knowledge.clauses
        if entry.section is not None
        and entry.section.part is not Part.PLAN
        and (not period.years or entry.section.year in period.years)
    ]
    spans = [(entry.start, entry.end) for entry in told if _UNMET.search(entry.text)]
    if not spans:
        text = knowledge.report.text
        met = (_ALL_MET.search(text, entry.start, entry.end) for entry in told)
        spans = [next((match.span() for match in met if match), (0, 0))]
    return _quoted(question, knowledge.report, "", [span for span in spans if any(span)][:_MOST])


# 经济社会发展主要预期目标是:, 主要预期目标建议为：, 今年发展的主要目标：
_AIMS = re.compile(
    r"(?:预期|主要|发展|奋斗)[目指]标[^。；;，,]{0,8}[:：]|(?:预期|主要|发展)[目指]标[^。；;，,]{0,6}[是为]"
)


def _aims(question: Question, knowledge: Knowledge, period: Period) -> list[Statement]:
    """The aims that the plan lists in one sentence, item by item."""
    years = period.years or {knowledge.report.year}
    first = next(
        (
            entry
            for entry in knowledge.clauses
            if entry.section is not None
            and entry.section.part is Part.PLAN
            and entry.section.year in years
            and _AIMS.search(entry.sentence)
        ),
        None,
    )
    if first is None:
        return []
    return _told(question, knowledge, first.heading, _aims_from(knowledge, first)[:_MOST])


def _told(
    question: Question, knowledge: Knowledge, heading: str, spans: list[Span]
) -> list[Statement]:
    """The aims with a figure, each in a sentence; those without in the report's own words."""
    report, wording = knowledge.report, wording_in(question.language)
    figures = [entry.figure for entry in knowledge.figures]
    held = [[one for one in figures if start <= one.start < end] for start, end in spans]
    bare = [span for span, row in zip(spans, held, strict=True) if not row]
    return [
        *(
            wording.figure_statement(report, FigureGroup((one,), 1.0))
            for row in held
            for one in row
        ),
        *_quoted(question, report, heading, bare),
    ]


def _quoted(question: Question, report: Report, heading: str, spans: list[Span]) -> list[Statement]:
    wording = wording_in(question.language)
    return [
        wording.quote_statement(report, heading, span, at == 0) for at, span in enumerate(spans)
    ]


def _aims_from(knowledge: Knowledge, first: ClauseEntry) -> list[Span]:
    """The clauses of a sentence that begins with aims, and what goes on with figures after it.

    主要预期目标是：地区生产总值增长5%左右。规模以上工业增加值增长7.5%左右；…, or rows of a table.
    """
    text = knowledge.report.text
    numbers = [entry.figure.start for entry in knowledge.figures]
    end = text.find("\n", first.start)
    found: list[Span] = []
    for entry in knowledge.clauses:
        if entry.start < first.start:
            continue
        row = is_row(text[entry.start : entry.end])
        told = any(entry.start <= at < entry.end for at in numbers)
        if (entry.start > end and not row) or not (
            told or row or entry.sentence_start == first.sentence_start
        ):
            break
        if told or not row:  # not the table's head
            found.append((entry.start, entry.end))
    bare = len(found) > 1 and text[slice(*found[0])].rstrip().endswith(("：", ":"))
    return found[bare:]
