"""What the words around a quantity make of it: measure and sign, kind, year."""

from __future__ import annotations

import re

from corpus.figures.quantities import Quantity, fold
from corpus.figures.words import GROWTH_HEAD
from corpus.header import chinese_number
from corpus.models import Kind, Measure, Part

_UP = (
    "增长|增加|增|上升|提高|提升|扩大|高于|快于|高出|超出|多于|净增|增值|前移|跃升|上移|"
    "攀升|提前|升|涨|上涨|翻|高|快|多|扩增|拓展|正增长|延长"
)
_DOWN = (
    "下降|减少|降低|回落|压减|压缩|缩短|缩减|下滑|收窄|低于|少于|慢于|后移|降|负增长|"
    "削减|调减|跌|下跌|低|少|慢|减|下调"
)
# "同比增长(8.7%)", "下降了(21.6%)"; with 到 or 至 ("提高至(92.1%)") the quantity is a level.
_MOVE = re.compile(
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?:幅度?)?(?:了|约|近|超|为|分别|均|各|\s)*"
    rf"(?P<to>到|至|达|为)?(?:第)?$"
)
_SHARE = re.compile(
    r"(?:占(?!地|用|道|补)[^,，;；]*|比重|占比|份额|比例)(?:约|为|达|达到|超|均|已|分别|"
    r"提高到|提升至|\s)*$"
)
_RATE_NAME = re.compile(r"(?:率|度|比重|占比|比例|份额)$")
_COMPARED = re.compile(
    r"(?:高于|低于|快于|高出|慢于|超出|多于|少于|好于|(?:比|较)[^,，;；]*?(?:高|低|快|慢|"
    r"多|少|提高|降低|提升|上升|下降|增加|减少|扩大|回落))[^,，;；]*$"
)
_PERCENT = ("%", "‰")

_ESTIMATE = re.compile("预计|预期|有望|初步预测|预估")
# "预计全年地区生产总值增长5.5%,…": said before the subject, it is said of all that follows
_ALL_ESTIMATED = re.compile(
    r"(?:^|[，,:：])[^，,;；。]{0,6}预计(?!实现|完成|达|增|为|可|将|新|突破)[^;；。]*$"
)
_DONE = re.compile("已(?!经?成为)|目前|现有|截至(?!20)|此前|累计已")
_AIM_AFTER = re.compile(r"\s*的?(?:年度|年初|预期|全年|既定|发展|增长|工作|目标任务)*目标")
_AIM_BEFORE = re.compile(
    r"(?:目标(?:值|任务)?|任务)(?:是|为|:|：|定为|设定为|[^,，;；。]{0,10}为)[^,，;；。]{0,12}$"
)

_YEAR = re.compile(
    r"(?P<base>比|较|同|与|由|从|自|以)?(?P<digits>\d{4}|[二一][〇零○一二三四五六七八九]{3})\s*年"
    r"(?!代|版)(?:的?[^,，;；。]{0,8}?(?P<since>以来|起))?"
)
_RELATIVE = re.compile(r"(?<![比较同超])(?:去年|上年|上一年)(?!同期|末的|同)")
_SPAN_OF_YEARS = re.compile(
    r"(?:过去|近|这|[^第])?[二两三四五六七八九十]年(?:来|间|累计|共(?!重|建))|过去[两三四五]年"
)
_PLAN_END = re.compile(r"[“\"]?十([一二三四五六七八九])五[”\"]?(?:规划)?(?:期?末|时?期末)")


def measure_of(before: str, quantity: Quantity, name: str) -> tuple[Measure, int]:
    """What a quantity measures, and its sign.

    Args:
        before: the text from the clause's beginning to the quantity, brackets left out.
        name: the clause's own indicator, "" where it has none.

    Returns:
        The measure, and -1 where the report tells of a decrease by that much, else 1.
    """
    text = fold(before).rstrip(" ")
    move = _MOVE.search(text)
    moved = move is not None and not (move["to"] and move["to"] != "为")
    sign = -1 if moved and move is not None and move["down"] else 1
    if quantity.rank:
        return Measure.RANK, 1
    if quantity.unit.endswith("百分点"):
        compared = _COMPARED.search(text)
        lower = compared and re.search(rf"{_DOWN}", compared[0]) and not moved
        return Measure.CHANGE, -1 if lower else sign
    if quantity.unit in ("番", "倍"):
        return Measure.GROWTH, sign
    if quantity.unit in _PERCENT:
        return _percentage(text, name, moved), sign
    if _SHARE.search(text) and quantity.unit in ("", "成"):
        return Measure.SHARE, 1
    if moved and move is not None and (move.start() > 0 or not name):
        adjacent = re.search(rf"(?:{_DOWN}|{_UP})(?:了|约|近|超|\s)*$", text)
        if adjacent and not text.endswith(("新增", "净增")):
            return Measure.CHANGE, sign
    return (Measure.SHARE if quantity.unit in ("", "成") else Measure.LEVEL), 1


def _percentage(text: str, name: str, moved: bool) -> Measure:
    if GROWTH_HEAD.search(name) or re.search(r"(?:增速|增幅|增长率)[^,，]{0,8}$", text):
        return Measure.GROWTH
    if moved:
        return Measure.GROWTH
    if _SHARE.search(text) or re.search(r"(?:比重|占比|比例|份额)$", name):
        return Measure.SHARE
    return Measure.LEVEL


def kind_of(
    part: Part, year: int | None, period: int | None, sentence: str, clause: str, after: str
) -> Kind:
    """Whether a quantity was reached, is expected, or is aimed at.

    Args:
        part: of the section.
        year: that the quantity speaks of.
        period: the year that the part speaks of.
        sentence: the text from the sentence's beginning to the quantity.
        clause: the text from the subject to the quantity.
        after: what follows the quantity.
    """
    if _AIM_AFTER.match(after) or _AIM_BEFORE.search(clause):
        return Kind.TARGET
    if part is Part.PLAN:
        past = year is not None and period is not None and year < period
        return Kind.ACTUAL if past or _DONE.search(clause) else Kind.TARGET
    if year is not None and period is not None and year > period and part is Part.REVIEW:
        return Kind.TARGET
    expected = _ESTIMATE.search(clause) or _ALL_ESTIMATED.search(sentence)
    return Kind.ESTIMATE if expected else Kind.ACTUAL


def year_of(sentence: str, clause: str, period: int | None, plan_year: int | None) -> int | None:
    """The year that a quantity speaks of.

    Args:
        sentence: the text from the sentence's beginning to the quantity.
        clause: the part of it from the clause's beginning.
        period: the year that the section speaks of.
        plan_year: the year that the report plans.

    Returns:
        The year named last before the quantity, unless it is only compared with; else the
        section's. None for a figure of several years together.
    """
    folded = fold(sentence)
    if re.search("[由从](?!事|来)$", folded):
        return None  # 高新技术企业由(112户)增加到147户: a value of some time before
    if _SPAN_OF_YEARS.search(fold(clause)) or (
        _SPAN_OF_YEARS.search(folded) and not _YEAR.search(folded) and period is None
    ):
        return None
    year = period
    at = -1
    for match in _YEAR.finditer(folded):
        found = chinese_number(match["digits"])
        if not found or not 1949 <= found <= 2100 or match["since"]:
            continue
        if match["base"] in ("比", "较", "同", "与", "自", "以"):
            continue
        if (
            re.search("(?:恢复到|相当于|为|是)$", folded[: match.start()])
            and folded[match.end() :] == "的"
        ):
            continue  # 恢复到2019年的(118%)
        if match["base"] in ("由", "从") and match.start() < len(folded) - len(clause):
            continue
        if match["base"] in ("由", "从") and re.search(r"(?:到|至)\S{0,6}$", folded[match.end() :]):
            continue  # 由2020年的35%提高到(42%)
        year, at = found, match.start()
    for match in _PLAN_END.finditer(folded):
        if match.start() > at:
            year, at = 1955 + 5 * (10 + "一二三四五六七八九".index(match[1]) + 1), match.start()
    for match in _RELATIVE.finditer(folded):
        if match.start() > at and plan_year:
            year, at = plan_year - 1, match.start()
    return year
