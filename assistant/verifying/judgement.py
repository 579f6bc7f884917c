"""Holds a claim's figure against one of the report: what, if anything, it gets wrong."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from assistant.answers.figure_words import part_of_its_year
from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.models import Language
from assistant.number_words import NUMBERS
from assistant.questions import asking, phrases
from assistant.verifying.claim_scope import scope_fits
from assistant.verifying.verification import Slip
from corpus.glossary import load_glossary
from corpus.header import chinese_number
from corpus.models import Figure, Kind, Measure, Qualifier
from corpus.periods import told_part_of_year
from corpus.units import normalise

_RATE = re.compile("率|比重|占比|比例|比率|度$|强度|份额")
# “十四五”头四年, "over its first four years"
_SPAN = re.compile(
    r"年均|累计|以来|年来|[近这过头]去?[两三四五六七八九十]年|"
    r"\b(?:average|cumulative\w*|over the (?:past|last)|in total|since|"
    r"(?:two|three|four|five) years)\b",
    re.IGNORECASE,
)
# "由9.1万元提高到…", "from 16.8 to …": what a longer time began with
_FROM = re.compile(r"[由从]|\bfrom\b", re.IGNORECASE)
_LONGEST_SPAN = 60  # years
_AROUND = 150  # characters before a figure that may say of what time it is
_LOWER = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_TELLING, _LARGE = 3, 1000  # digits that a large number keeps when it is rounded unsaid
_NEAR = Decimal("0.05")  # how far "about" and "nearly" may be from the figure, as a share of it
_COARSE = Decimal("0.2")  # how far above "more than" a simple fraction growth may be
_UNDER = Decimal("0.1")  # the same of "below": 0.94% is below 1%
# Units that English puts no word for, or one that the noun itself is: doses, people, villages.
_COUNTED = frozenset("人 人次 人份 剂 例 对 村 标箱 批 批次 番".split())


def base_value(figure: Figure) -> tuple[Decimal | None, str]:
    """A figure's value in base units, without sign; a fraction as a percentage."""
    if figure.value is None:
        return None, normalise(Decimal(1), figure.unit)[1]
    number, unit = normalise(abs(figure.value), figure.unit)
    if not unit and figure.measure is Measure.SHARE:
        return number * 100, "%"
    return number, unit


def claimed_value(claim: Claimed) -> tuple[Decimal | None, str]:
    """A claim's value in base units, without sign; a fraction as a percentage."""
    ratio = claim.measure in (Measure.SHARE, Measure.GROWTH)
    if claim.value is not None and not claim.unit and ratio:
        return claim.value * 100, "%"
    return claim.value, claim.unit


def is_count(unit: str) -> bool:
    """Whether a unit only counts: 家, 所, 人; not 元, 公里, %."""
    if not unit or unit in _COUNTED or unit.startswith("连"):
        return True
    known = load_glossary().unit(unit)
    return known is not None and not known.plural


def _same_unit(claim: Claimed, figure: Figure) -> bool:
    """Whether two units are one; plain counters stand for each other, and English has none."""
    _, unit = base_value(figure)
    said = claimed_value(claim)[1]
    if said == unit:
        return True
    if claim.measure is Measure.RANK or figure.measure is Measure.RANK:
        return claim.measure is figure.measure  # 第1名 is 第1位
    if claim.language is Language.EN:
        return is_count(said) and is_count(unit) and (not said or said in figure.indicator)
    plain = {said, unit} & _COUNTED or "" in (said, unit)
    return is_count(said) and is_count(unit) and (not plain or said in figure.indicator)


def comparable(claim: Claimed, figure: Figure) -> bool:
    """Whether the two may be the same statement but for a slip."""
    if (claim.measure is Measure.RANK) != (figure.measure is Measure.RANK):
        return False
    if _same_unit(claim, figure):
        return (claim.value is None) == (figure.value is None)
    if claim.written is None or figure.value is None:
        return False
    return claim.written == _written(figure) or claim.value == base_value(figure)[0]


def _written(figure: Figure) -> Decimal | None:
    return None if figure.value is None else abs(figure.value)


def slips(claim: Claimed, entry: FigureEntry, knowledge: Knowledge, slipped: bool) -> list[Slip]:
    """Everything that the claim gets wrong if it means this figure; empty where it is right.

    Args:
        slipped: whether the figure is of something near to what the claim names only.
    """
    figure = entry.figure
    found: list[Slip] = []
    wrong = _value_slip(claim, figure)
    if wrong:
        found.append(wrong)
    if not _measure_fits(claim, figure):
        found.append(Slip.MEASURE)
    elif claim.sign and _sign(figure) and claim.sign != _sign(figure):
        found.append(Slip.DIRECTION)
    if not _year_fits(claim, entry, knowledge):
        found.append(Slip.YEAR)
    if not _is_standing(claim, figure) and not kind_fits(claim.kind, figure.kind, claim.firm):
        found.append(Slip.KIND)
    if not scope_fits(claim, entry, knowledge):
        found.append(Slip.SCOPE)
    if slipped or not _ranked_alike(claim, entry):
        found.append(Slip.INDICATOR)
    return found


_PACE = re.compile(
    r"增|速|幅|涨|降|\b(?:gr[eo]w\w*|rose|rise|up|increas\w+|fast\w*|pace|rate|expan\w+)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile("总量|规模|总额|总值")


def _ranked_alike(claim: Claimed, entry: FigureEntry) -> bool:
    """Whether both are ranks of growth, or none: 增速居全市第2位 does not place the economy."""
    if entry.figure.measure is not Measure.RANK:
        return True
    told = re.split("[,，;；]", entry.clause)[-1]
    if re.search("增速|增幅", told):
        pace = _PACE.search(claim.frame)
        return _PACE.search(claim.sentence) is not None and not (
            _WHOLE.search(claim.frame) and not pace
        )
    return not (re.search("总量|总额", told) and re.search("增速|增幅", claim.frame))


def _year_fits(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether both speak of one year, or both of several ("年均增长6.4%", "五年来累计…")."""
    year = entry.figure.year
    if _part_of_year(claim) != part_of_its_year(knowledge.report, entry.figure):
        return False
    # 五年年均增长7.4%,其中今年增长(8.6%): the average of years is told in the figure's own words
    told = entry.sentence if year is None else re.split("[,，;；]", entry.clause)[-1]
    if asking.YEARLY.search(claim.frame) and not asking.YEARLY.search(told):
        return False
    if year is not None:
        return claim.year in (None, year) and not _sums_up(claim, entry, knowledge)
    if not any(one.figure.year for one in knowledge.figures):
        return True
    if _SPAN.search(claim.sentence):
        return not _lengths_differ(claim, entry.figure, knowledge)
    return claim.year is None and (not _adds_up(entry) or _FROM.search(claim.frame) is not None)


def _adds_up(entry: FigureEntry) -> bool:
    """Whether a figure is told of several years: in its own clause, or 五年来 before it.

    累计投入41.6亿元,(118个)贫困村全部出列: only what is put in is added up.
    """
    before = entry.sentence.split(entry.clause)[0]
    return _SPAN.search(entry.clause) is not None or _EVER_SINCE.search(before) is not None


_EVER_SINCE = re.compile("以来|年来|[近这过]去?[两三四五六七八九十]年")
_QUARTERS = {"first": "一", "second": "二", "third": "三", "fourth": "四"}
_EN_PART = re.compile(
    r"\b(?P<n>first|second|third|fourth) (?P<of>quarter|half)\b|\b(?:Q(?P<q>[1-4])|H(?P<h>[12]))\b",
    re.IGNORECASE,
)


def _part_of_year(claim: Claimed) -> str:
    """The quarter, half or months that a claim's figure is of, as a report would call them."""
    start = claim.sentence.find(claim.frame)
    before = claim.sentence[: max(start, 0)]
    if claim.language is Language.ZH:
        told = re.sub("^[,，]|\\s", "", before + claim.frame.split(claim.text)[0])
        return told_part_of_year(told, re.split("[,，]", told)[-1])
    match = _EN_PART.search(claim.frame) or _EN_PART.search(before)
    if match is None:
        return ""
    if match["of"] == "half" or match["h"]:
        return "上半年" if (match["n"] or match["h"]).lower() in ("first", "1") else "下半年"
    return (_QUARTERS.get((match["n"] or "").lower()) or " 一二三四"[int(match["q"])]) + "季度"


_LENGTH = re.compile(
    r"(?P<zh>[两二三四五六七八九十\d]+)年(?=[来间里内共累增提上下降减,，]|[\u4e00-\u9fff]{0,6}以来)|"
    r"(?:[近这过头]去?|实施)(?P<past>[两二三四五六七八九十\d]+)年|"
    r"\b(?P<en>\w+)[- ]years?\b",
    re.IGNORECASE,
)


def _lengths(text: str) -> set[int]:
    """How many years the spans of time in a text have: 五年来, "the past five years"."""
    found: set[int] = set()
    for match in _LENGTH.finditer(text):
        said = match["zh"] or match["past"] or ""
        number = NUMBERS.get((match["en"] or "").lower())
        if said:
            number = int(said) if said.isdigit() else chinese_number(said.replace("两", "二"))
        if number and number < _LONGEST_SPAN:
            found.add(number)
    return found


def spans_years(text: str) -> bool:
    """Whether a text speaks of several years: 五年来, "since 2016"."""
    return bool(_lengths(text)) or _SPAN.search(text) is not None or "五年" in text


# "五年累计完成(288.6亿元)", "a total of … over five years"
_SUMMED = re.compile(r"累计|一?共|合计|\b(?:total\w*|cumulative\w*|altogether)\b", re.IGNORECASE)


def _sums_up(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether the claim tells a sum or growth over years, and the figure is of one year only."""
    summed = _SUMMED.search(claim.frame) or claim.measure in (Measure.GROWTH, Measure.CHANGE)
    if not summed or not _lengths(claim.frame):
        return False
    text = knowledge.report.text
    return not _lengths(text[max(0, entry.figure.start - _AROUND) : entry.figure.start])


def _lengths_differ(claim: Claimed, figure: Figure, knowledge: Knowledge) -> bool:
    """Whether the claim speaks of ten years, the report of five."""
    said = _lengths(claim.sentence)
    text = knowledge.report.text
    reported = _lengths(text[max(0, figure.start - _AROUND) : figure.start])
    return bool(said and reported) and not said & reported


def _sign(figure: Figure) -> int:
    if figure.measure not in (Measure.GROWTH, Measure.CHANGE) or figure.value is None:
        return 0
    return -1 if figure.value < 0 else 1


def kind_fits(said: Kind | None, reported: Kind, firm: bool) -> bool:
    """Expected may be an estimate or a target; what is not said to be either is a fact.

    Args:
        firm: whether the claim says outright that it is reached (已完成, "actually"); without
            that, what the report estimates for a year that has gone by may be told plainly.
    """
    if said is None or said is reported:
        return True
    if said is Kind.ESTIMATE:
        return reported is Kind.TARGET
    return said is Kind.ACTUAL and reported is Kind.ESTIMATE and not firm


# what a work takes in all, begun or not: "has a total investment of", but no 完成总投资
_OF_THE_WHOLE = re.compile("总投资|总造价|全长|占地|^设置?床位|建筑面积")
_SPENT = re.compile(
    r"完成|已投|\b(?:spent|completed|has cost|have cost|was invested)\b", re.IGNORECASE
)


def _is_standing(claim: Claimed, figure: Figure) -> bool:
    """Whether what is claimed is no result: a work's total investment stands before it is built."""
    whole = asking.IN_TOTAL.search(claim.sentence) and _OF_THE_WHOLE.search(figure.indicator)
    return whole is not None and not _SPENT.search(claim.sentence)


def _measure_fits(claim: Claimed, figure: Figure) -> bool:
    said, reported = claim.measure, figure.measure
    if reported is Measure.CHANGE and base_value(figure)[1] == "%":
        reported = Measure.GROWTH  # 增长近三成
    if said is None:
        return reported is not Measure.RANK
    if said is reported:
        return True
    if {said, reported} == {Measure.SHARE, Measure.LEVEL}:
        return True
    if figure.unit == "%" and reported is Measure.LEVEL and said is Measure.GROWTH:
        return _RATE.search(figure.indicator) is None  # 低于8%左右的预期目标: of growth
    new = phrases.NEW.search(figure.indicator) is not None
    grown = re.search("增长", claim.frame) is not None
    return new and not grown and {said, reported} == {Measure.CHANGE, Measure.LEVEL}


def _value_slip(claim: Claimed, figure: Figure) -> Slip | None:
    if not _same_unit(claim, figure):
        return Slip.UNIT
    if claim.value is None or figure.value is None:
        low, _ = normalise(figure.low or Decimal(0), figure.unit)
        high, _ = normalise(figure.high or Decimal(0), figure.unit)
        if (claim.low, claim.high) != (low, high):
            return Slip.VALUE
        return None if claim.qualifier is figure.qualifier else Slip.QUALIFIER
    said, _ = claimed_value(claim)
    reported, _ = base_value(figure)
    assert said is not None
    assert reported is not None
    wrong = compare(said, claim.qualifier, reported, figure.qualifier)
    if wrong is Slip.VALUE and not claim.unit and claim.measure is Measure.GROWTH:
        more = claim.qualifier in _LOWER and 0 < reported - said <= said * _COARSE
        return None if more else wrong  # "up by more than a quarter": 28.6%
    if wrong is Slip.VALUE and _shifted(said, reported):
        return Slip.UNIT
    return wrong


def _shifted(said: Decimal, reported: Decimal) -> bool:
    """Whether only the multiple is wrong: 万元 for 亿元, million for billion."""
    if not said or not reported or said == reported:
        return False
    ratio = (said / reported).normalize()
    return ratio.as_tuple().digits == (1,) and len(reported.normalize().as_tuple().digits) > 1


def compare(
    said: Decimal, bound: Qualifier, reported: Decimal, given: Qualifier = Qualifier.EXACT
) -> Slip | None:
    """Judge value and qualifier as an editor would."""
    if given is not Qualifier.EXACT:
        if said != reported:
            return Slip.VALUE
        return None if bound is given or {bound, given} <= set(_LOWER) else Slip.QUALIFIER
    if said == reported:
        return None if bound in (Qualifier.EXACT, Qualifier.ABOUT) else Slip.QUALIFIER
    if not reported:
        return Slip.VALUE
    off = (said - reported) / reported
    if bound is Qualifier.EXACT:
        # 1195.6亿元 told flat as 1200亿元: right only with a word that says it is rounded
        if abs(off) > _NEAR or not _rounds(said, reported, ROUND_HALF_UP):
            return Slip.VALUE
        # 46349元 as 4.63万元 is no more than the usual way to write it
        close = len(said.normalize().as_tuple().digits) >= _TELLING and said >= _LARGE
        return None if close else Slip.QUALIFIER
    if bound is Qualifier.ABOUT:
        right = abs(off) <= _NEAR and _rounds(said, reported, ROUND_HALF_UP)
    elif bound in _LOWER:
        right = off < 0 and _rounds(said, reported, ROUND_FLOOR)
    else:
        near = _UNDER if bound is Qualifier.AT_MOST else _NEAR
        right = 0 < off <= near and _rounds(said, reported, ROUND_CEILING)
    return None if right else Slip.VALUE


def _rounds(said: Decimal, reported: Decimal, mode: str) -> bool:
    """Whether the one is the other, rounded to some number of digits."""
    digits = len(reported.normalize().as_tuple().digits)
    for kept in range(1, digits):
        place = Decimal(1).scaleb(reported.adjusted() - kept + 1)
        if (reported / place).to_integral_value(mode) * place == said:
            return True
    return False
