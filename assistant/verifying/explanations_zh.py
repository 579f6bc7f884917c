"""One plain Chinese sentence for what a check found."""

from __future__ import annotations

import re

from assistant.claims import Claimed
from assistant.verifying.verification import Slip
from corpus.models import Figure, Kind, Measure

_KINDS = {Kind.ACTUAL: "已完成的实绩", Kind.ESTIMATE: "预计数", Kind.TARGET: "目标"}


def stated(figure: Figure) -> str:
    """What the report says: "2021年地区生产总值增长8.7%"."""
    year = f"{figure.year}年" if figure.year else ""
    name = f"{year}{figure.scope or ''}{figure.indicator}"
    down = figure.value is not None and figure.value < 0
    move = ""
    if figure.measure is Measure.GROWTH:
        move = "下降" if down else "增长"
    elif figure.measure is Measure.CHANGE:
        point = figure.unit.endswith("百分点")
        move = "相差" if point else "减少" if down else "增加"
    elif figure.measure is Measure.SHARE and not re.search("占|比", figure.indicator):
        move = "占比"
    if figure.kind is Kind.TARGET:
        return f"{name}{move}目标为{figure.text.strip()}"
    expected = "预计" if figure.kind is Kind.ESTIMATE else ""
    return f"{name}{expected}{move}{figure.text.strip()}"


def supported(figure: Figure, rounded: bool) -> str:
    """The report says the same."""
    if rounded:
        return f"报告所列为{stated(figure)}，此处取整得当。"
    return f"与报告一致：{stated(figure)}。"


def contradicted(slip: Slip, claim: Claimed, figure: Figure) -> str:
    """What the claim gets wrong, and what the report says instead."""
    said = claim.text.strip()
    right = stated(figure)
    if slip is Slip.VALUE:
        return f"数值不符：报告所列为{right}，不是“{said}”。"
    if slip is Slip.UNIT:
        return f"单位或数量级不符：报告所列为{right}，不是“{said}”。"
    if slip is Slip.YEAR:
        year = f"{figure.year}年" if figure.year else "另一时期"
        other = f"，不是{claim.year}年的" if claim.year else ""
        return f"年份不符：这是{year}的数字{other}（报告：{right}）。"
    if slip is Slip.KIND:
        said_kind = _KINDS[claim.kind or Kind.ACTUAL]
        return f"性质不符：报告中这是{_KINDS[figure.kind]}，不是{said_kind}（报告：{right}）。"
    if slip is Slip.INDICATOR:
        of = f"{figure.scope or ''}{figure.indicator}"
        return f"指标不符：报告中“{figure.text.strip()}”说的是{of}（报告：{right}）。"
    if slip is Slip.SCOPE:
        whose = figure.scope or "本地"
        return f"范围不符：报告中这是{whose}的数字或在另一范围内的比较（报告：{right}）。"
    if slip is Slip.DIRECTION:
        return f"方向不符：报告所列为{right}。"
    if slip is Slip.QUALIFIER:
        return f"限定语不符：报告原文为“{figure.text.strip()}”，此处写作“{said}”（报告：{right}）。"
    return f"口径不符：报告所列为{right}，总量、增速、占比或位次不可混用。"


def moved(base: Figure, end: Figure) -> str:
    """That a move is told the wrong way round."""
    return f"方向不符：报告所列为{_from_to(base, end)}。"


def moved_by(base: Figure, end: Figure, slip: Slip | None) -> str:
    """That something moved by as much as a claim says, or not so much."""
    head = f"{_HEADS[slip]}，依据是报告所列" if slip else "可由报告所列两数算出："
    return f"{head}{_from_to(base, end)}。"


def compared(one: Figure, other: Figure, slip: Slip | None) -> str:
    """That one figure differs from another by as much as a claim says, or not so much."""
    head = f"{_HEADS[slip]}，依据是报告所列" if slip else "可由报告所列两数算出："
    return f"{head}{stated(one)}，{stated(other)}。"


def _from_to(base: Figure, end: Figure) -> str:
    return f"{end.scope or ''}{end.indicator}由{base.text.strip()}到{end.text.strip()}"


_HEADS = {
    Slip.VALUE: "数值不符",
    Slip.UNIT: "单位不符",
    Slip.YEAR: "年份不符",
    Slip.KIND: "性质不符",
    Slip.INDICATOR: "指标不符",
    Slip.SCOPE: "范围不符",
    Slip.DIRECTION: "方向不符",
    Slip.QUALIFIER: "限定语不符",
    Slip.MEASURE: "口径不符",
}


def mistaken(slip: Slip, figure: Figure, other: Figure) -> str:
    """That the claim's value is told of `other`, and what the report gives for what it names."""
    kind = f"，属{_KINDS[other.kind]}" if slip is Slip.KIND else ""
    return (
        f"{_HEADS[slip]}：“{other.text.strip()}”在报告中是{stated(other)}{kind}；"
        f"报告所列为{stated(figure)}。"
    )


def missing(claim: Claimed, nearest: Figure | None) -> str:
    """The report does not say, and what comes closest."""
    if nearest:
        return f"报告没有给出所说时期或口径的这一数字；最接近的是{stated(nearest)}。"
    return f"报告没有给出与“{claim.text.strip()}”相应的数字。"


_TOLD = {
    Slip.SCOPE: "范围不符：报告说的是另一处、另一级或另一市场的事，见引文。",
    Slip.DIRECTION: "报告的说法与此相反，见引文。",
    Slip.YEAR: "年份不符：报告说的不是这一年的事，见引文。",
    Slip.KIND: "性质不符：报告中计划的事与已完成的事不是一回事，见引文。",
}


def statement(found: bool, slip: Slip | None) -> str:
    """On a claim without figures."""
    if slip:
        return _TOLD[slip]
    return "报告原文有此表述。" if found else "报告中没有一处表述包含这一说法的全部内容。"
