"""The name by which questions ask for a figure's indicator, where the report words it as a deed."""

from __future__ import annotations

import re

from corpus.glossary import load_glossary
from corpus.models import Figure, Measure

# 全社会研发投入占生产总值的(3.46%): named as reports name the ratio
_OF_GDP = re.compile(
    "占(?:全[国省市县区州])?(?:地区|国内)?(?:生产总值|GDP)的?(?:比重|比例)?"
    "(?:提高|提升|上升|增加)?[为达到至约超]*$"
)
_PART = re.compile("占比[重例]?[为达到约至超]*$")
# 全年(产原煤)436万吨: how much of it was produced
_PRODUCES = re.compile("(?:共|年)?生?产(?P<what>[\u4e00-\u9fff]{2,6})")
# 矿业税收占全市税收比重: 矿业税收占比
_OF_THE_SAME = re.compile(
    r"(?P<part>.{2,}?(?P<what>[\u4e00-\u9fff]{2,6}))占(?:全[国省市县区州])?(?P=what)(?:总[量额])?的?(?:比重|比例)"
)


def measure_name(name: str, figure: Figure, text: str) -> str:
    """The indicator's name, as reports name the measure: 产原煤 is 原煤产量.

    Args:
        name: the indicator, spelled as terms are.
        figure: whose it is.
        text: the report's.
    """
    before = text[figure.clause_start : figure.start]
    if figure.measure is Measure.SHARE and "占" not in name and _OF_GDP.search(before):
        return f"{name}占地区生产总值比重"
    if figure.measure is Measure.SHARE and _PART.search(before):
        # 其中税收收入6.4亿元，占比(64.9%)
        shares = (f"{one}占比" for one in (name, name.removesuffix("收入")))
        name = next((one for one in shares if load_glossary().knows(one)), name)
    same = _OF_THE_SAME.fullmatch(name)
    if same:
        return f"{same['part']}占比"
    made = _PRODUCES.fullmatch(name)
    if made and load_glossary().knows(f"{made['what']}产量"):
        return f"{made['what']}产量"
    return name
