"""Sentences in Chinese around figures and quotes."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answers.figure_groups import FigureGroup, group_start
from assistant.answers.figure_words import (
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
from corpus.figures.words import GROWTH_HEAD
from corpus.models import Figure, Kind, Measure, Report
from corpus.sentences import Span
from corpus.units import normalise

# 占58.9%, 超过60亿元: what needs no verb before it
_TOLD_BARE = (
    *("占", "贡献", "恢复", "完成", "为", "相当", "超", "突破", "接近", "达"),
    *("不少于", "不低于", "不超过", "低于", "高于"),
)


def figure_statement(report: Report, group: FigureGroup) -> Statement:
    """One sentence for a group: "2021年地区生产总值为1195.6亿元，增长8.7%"."""
    first, *rest = group.figures
    deed = deed_span(report, first)
    if deed:
        return Statement(_told(report, first, deed), (deed,), (first,))
    start = group_start(group)
    end = max(figure.clause_end for figure in group.figures)
    heading = headed_by(report, first)
    text = f"在“{heading}”部分，{_said(report, first)}" if heading else _said(report, first)
    for figure in rest:
        if figure.measure in (Measure.GROWTH, Measure.LEVEL, Measure.SHARE):
            text += "，" + _added(report, figure)
    shown = [first, *(one for one in rest if one.text in text)]
    if group.before:
        when = f"{group.before.year}年" if group.before.year else "此前"
        text += f"，{when}为{_value(report, group.before)}"
        shown.append(group.before)
        start = min(start, group.before.clause_start)
        end = max(end, group.before.end)
    return Statement(text, ((start, end),), tuple(shown))


def _told(report: Report, figure: Figure, span: Span) -> str:
    run = run_of_years(report, figure)
    if run:
        said = quoted(report.text[slice(*run)])  # 连续5年居全国第一
        return f"关于{_name(figure)}，报告说“{said}”"
    when = f"{figure.year}年" if figure.year else ""
    when += ("的" if when else "") + "目标" if figure.kind is Kind.TARGET else ""
    about = f"关于{when}，报告说" if when else "报告说"
    return f"{about}“{quoted(report.text[slice(*span)])}”"


def _name(figure: Figure, part: str = "", verb: str = "") -> str:
    year = f"{figure.year}年" if figure.year else ""
    scope = figure.scope or ""
    scope = "" if figure.indicator.startswith(scope) else scope  # 东浦高新区列第47位
    return f"{year}{part}{scope}{verb}{figure.indicator}"


def _said(report: Report, figure: Figure) -> str:
    begun = since(report, figure)
    verb = verb_of(report, figure)
    name = (
        f"{begun}年以来{_name(figure, verb=verb)}"
        if begun
        else _name(figure, part_of_its_year(report, figure), verb)
    )
    if is_comparison(report, figure):
        aim = "的目标" if figure.kind is Kind.TARGET else ""
        return f"关于{name}{aim}，报告说“{quoted(_clause(report, figure))}”"
    yearly = averaged(report, figure)
    if figure.kind is Kind.TARGET:
        over = over_years(report, figure)
        return f"{name}的{yearly}{_aim(figure)}是{over}{_value(report, figure)}"
    expected = "预计" if figure.kind is Kind.ESTIMATE else ""
    if figure.measure is Measure.GROWTH:
        return f"{name}{expected}{_against(report, figure)}{yearly}{_moved(figure)}"
    if figure.measure is Measure.CHANGE:
        down = figure.value is not None and figure.value < 0
        moved = "减少" if down else "增加"
        return f"{name}{expected}{_against(report, figure)}{moved}{with_unit(figure)}"
    value = _value(report, figure)
    if figure.measure is Measure.RANK:
        return f"{name}{rank_is_of(report, figure)}{expected}居{value}"
    plain = verb or value.startswith(_TOLD_BARE) or _is_count(figure)
    return f"{name}{rank_is_of(report, figure)}{expected}{'' if plain else '为'}{value}"


def _is_count(figure: Figure) -> bool:
    """Things counted need no verb: 新建公厕406座; their number does: 企业总数为96户."""
    _, base = normalise(Decimal(1), figure.unit)
    return (
        not figure.indicator.endswith("数")
        and figure.measure is Measure.LEVEL
        and not re.search("元$|[%‰]|百分点|^$", base)
    )


def _aim(figure: Figure) -> str:
    if figure.measure is Measure.GROWTH and not figure.indicator.endswith(("幅", "增速", "率")):
        down = figure.value is not None and figure.value < 0
        return "下降目标" if down else "增长目标"
    if figure.measure is Measure.CHANGE and not re.search("[增减提降]", figure.indicator):
        down = figure.value is not None and figure.value < 0
        return "减少目标" if down else "增加目标"  # 最低标准提高20元: no 20元 in all
    return "目标"


def _moved(figure: Figure) -> str:
    if figure.unit == "番":
        return f"翻了{figure.text}"
    down = figure.value is not None and figure.value < 0
    if GROWTH_HEAD.search(figure.indicator) and (not down or figure.indicator.endswith("降幅")):
        return f"为{with_unit(figure).lstrip('-－')}"  # CPI涨幅为2.1%
    return f"{'下降' if down else '增长'}{with_unit(figure).lstrip('-－')}"


def _added(report: Report, figure: Figure) -> str:
    if said := hoped(report, figure):
        return said + with_unit(figure)
    if figure.measure is Measure.GROWTH:
        return _against(report, figure) + averaged(report, figure) + _moved(figure)
    value = _value(report, figure)
    return value if value.startswith(_TOLD_BARE) or _is_count(figure) else f"为{value}"


def _against(report: Report, figure: Figure) -> str:
    base = base_of(report, figure)
    return f"较{base}" if base else ""


def _value(report: Report, figure: Figure) -> str:
    """The quantity as the report writes it, with what it is a share of or a rank in."""
    if base := restored_to(report, figure):
        return f"恢复到{base}的{figure.text}"
    if aim := rate_of_aim(report, figure):
        return f"{aim}{figure.text}"
    if whole := share_of(report, figure):
        return whole + figure.text
    return ranked_among(report, figure) + each_of(report, figure) + with_unit(figure)


def _clause(report: Report, figure: Figure) -> str:
    return report.text[figure.clause_start : figure.clause_end]


def quote_statement(report: Report, heading: str, span: tuple[int, int], first: bool) -> Statement:
    """One sentence that gives the report's own words."""
    words = quoted(report.text[span[0] : span[1]])
    heading = named_part(heading, words)
    where = f"在“{quoted(heading)}”部分" if heading and first else ""
    lead = f"报告{where}指出" if first else "报告还提到"
    return Statement(f"{lead}：“{words}”", (span,))


def otherwise(said: str) -> str:
    """A sentence of what the report says, as what denies the question."""
    return f"报告的说法不同：{said}"


def among_listed(said: str) -> str:
    """Sentences of the first or the last of the places of which the report gives figures."""
    return f"在报告列出数字的各地中，{said}"


def instead(said: str) -> str:
    """A sentence of what the report says where it neither says nor denies what is asked."""
    return f"报告没有这样说，原文是：{said}"


def instead_aim(said: str) -> str:
    """The same of a stretch that gives targets."""
    return f"报告没有这样说，提出的目标是：{said}"


def header_statement(report: Report, span: tuple[int, int]) -> Statement:
    """One sentence that gives a line of the report's head: who, when and where."""
    words = quoted(report.text[span[0] : span[1]])
    return Statement(f"报告开头写明：“{words}”", (span,))


def not_in_report(what: str, nearest: bool) -> str:
    """That the report does not say."""
    closest = "，最接近的内容见此" if nearest else ""
    return f"报告没有说明{what}{closest}" if what else f"报告没有说明这一点{closest}"


def missing(years: tuple[int, ...], names: tuple[str, ...], target: bool) -> str:
    """What a refusal names: "2023年地区生产总值的目标"."""
    when = "、".join(f"{year}年" for year in years)
    if names or target:
        return f"{when}{'、'.join(names)}{'的目标' if target else ''}"
    return f"{when}的情况" if when else ""


def unanswered(parts: list[str]) -> str:
    """A note on the parts of a question that the report does not answer."""
    return "报告没有说明：" + "；".join(parts)


def no_aim(year: int) -> str:
    """A note to who asks whether a year's target was met, which the report doesn't give."""
    return f"报告没有给出{year}年的目标值"
