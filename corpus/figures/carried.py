"""What a clause before was about, as what stands before a quantity says it anew."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import indicators, words
from corpus.figures.context import Context
from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity
from corpus.glossary import load_glossary

# 畜牧业以(肉牛)为主，年末存栏8.7万头; (苹果)受倒春寒影响，总产21.3万吨
_RAISED = re.compile(
    "以(?P<mostly>[\u4e00-\u9fff]{2,8})为主$|(?P<struck>[\u4e00-\u9fff]{2,8}?)受[^,，]{2,16}(?:影响|冲击)$"
)


# 粮食再获(丰收)，总产量13742亿斤
_HARVEST = re.compile(
    "(?:全[国省市县区州])?(?P<head>[\u4e00-\u9fff]{2,5}?)(?:生产)?(?:[再又喜实连][\u4e00-\u9fff]{0,3})?"
    "(?:获得?|现|夺)(?:了)?[大好]?丰收$"
)


def opened(text: str, start: int, end: int) -> Subject | None:
    """What a clause without figures tells of, whose size or yield may follow it."""
    crop = _HARVEST.fullmatch(text, start, end)
    if crop:
        return Subject(crop["head"], *crop.span("head"))
    raised = _RAISED.search(text, start, end)
    if raised is None:
        return indicators.opening(text, start, end)
    name = raised["mostly"] or raised["struck"]
    at = raised.start(raised.lastgroup or 0)
    known = any(one.start == 0 and one.end == len(name) for one in load_glossary().find(name))
    return Subject(name, at, raised.end()) if known else None


def as_told(
    context: Context, carried: list[Subject], since: int, group: list[Quantity]
) -> list[Subject]:
    """The subjects carried on, by the names that the words before a quantity give them.

    总数达682家，(净增)113家 is of what is new of them.

    Args:
        since: where the words begin, in the report's text.
        group: the quantities that are said of them.
    """
    text = context.report.text
    before = text[since : group[0].start]
    if words.AT_THE_END.search(before):
        carried = [one for one in context.named if words.NEW.match(one.name)][:1] or carried
    if words.IN_ALL.search(before):
        carried = [replace(one, name=words.ALL_NEW.sub("", one.name)) for one in carried]
    new = words.NEW_OF.search(before)
    if new:  # 总数达682家，(净增)113家
        carried = [
            replace(one, name=new["new"] + words.ALL_OF.sub("", one.name))
            for one in carried
            if not one.name.startswith("新")
        ] or carried
    per = words.PER_HEAD.match(before)
    if per:
        # 新增体育场地面积14.8万平方米，(人均)达到2.71平方米: of all the area; but a flow is its own
        plain = [
            (one, words.NEW.sub("", one.name) if one.name.endswith("面积") else one.name)
            for one in carried
        ]
        carried = [
            one if per["per"] in name else replace(one, name=per["per"] + name)
            for one, name in plain
        ]
    stage = words.NEXT_STAGE.match(before)
    if stage:
        carried = [
            replace(one, name=words.STAGE_ENDS.sub("", one.name) + stage["stage"])
            for one in carried
            if not (words.HEAD_NOUN.search(one.name) or words.RATE.search(one.name))
        ]
    in_time = words.IN_TIME.match(text, group[-1].end)
    if in_time:
        names = (one.name + in_time[0] for one in carried)
        carried = [
            replace(one, name=name, end=in_time.end())
            for name, one in zip(names, carried, strict=True)
        ]
    if carried and context.named and _is_of_no_rate(before, group[0]):
        counted = [one for one in context.named if not words.RATE.search(one.name)]
        carried = counted[-1:] if words.RATE.search(carried[-1].name) and counted else carried
    return carried


def _is_of_no_rate(before: str, quantity: Quantity) -> bool:
    """Whether a count is a change: 出生人口3.82万人、出生率6.5‰，比上年(增加2300人)."""
    return (
        not words.RELATIVE.search(quantity.unit) and words.COUNT_CHANGED.search(before) is not None
    )
