"""What a clause before was about, as what stands before a quantity says it anew."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import bundles, indicators, place_words, scopes, words
from corpus.figures.clauses import Clause
from corpus.figures.context import Context
from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity
from corpus.glossary import load_glossary
from corpus.sentences import opens_note

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


# 固定资产投资、进出口总额两项指标(未达预期)
_SEVERAL_AIMS = re.compile(
    r"(?P<each>[^，,；;。\d]{4,}?)[两三四五六](?:项|大|个)(?:主要|核心|经济|预期)*指标(?=未|没|不及|低于|超|均|都|全部|达)"
)


def carry(context: Context, clause: Clause) -> None:
    """Remember what a clause without quantities is about: "在…评比中,(位居第19位)"."""
    text = context.report.text
    span = (clause.start, clause.end)
    context.scope = scopes.concerned(text, span) or scopes.inherited(text, span, context.scope)
    inside = place_words.WITHIN.search(text, clause.start, clause.end)
    if inside and not place_words.NAMELESS_LIST.fullmatch(inside["name"]):
        subject = indicators.whole(text, clause.start, clause.end)
        quoted = re.search("”(?:和|、|及)“", text[clause.start : clause.end])
        names = indicators.subjects(text, clause.start, clause.end) if quoted else []
        names = scopes.put(names or ([subject] if subject else []), context.scope)
        context.carried = names or context.carried
        return
    if opens_note(text, clause.start) and text[clause.end : clause.end + 1] in ":：":
        # ③ 综合保税区二期：(规划面积)1.43平方公里
        name = text[clause.start : clause.end].lstrip()
        context.carried = [Subject(name.strip("“”"), clause.end - len(name), clause.end)]
        return
    listed = place_words.IN_LIST.search(text, clause.start, clause.end)
    if listed and place_words.RANKS.search(
        listed["name"]
    ):  # 连续第4年入列全国百强区，(位次)升至第37位
        context.carried = [Subject(listed["name"], *listed.span("name"))]
        return
    context.opened = opened(text, *span)
    said = text[slice(*span)]
    if several := _SEVERAL_AIMS.match(said):  # 原定目标分别为5%、6%、8%: of each of them
        context.carried = indicators.subjects(text, span[0], span[0] + several.end("each"))
        return
    if priced := bundles.priced_head(text, span):
        context.carried = scopes.put([priced], context.scope)
        return
    topic = words.TOPIC.search(said) or words.PASSED.match(said)
    if topic:
        head = next(name for name, said in topic.groupdict().items() if said)
        since = clause.start + (topic.start(head) if head == "merged" else 0)
        subject = indicators.whole(text, since, clause.start + topic.end(head))
        if head == "begun":  # 万亿产业、先进制造业集群从无到有，分别达2个、3个
            context.items = indicators.subjects(text, clause.start, clause.start + topic.end(head))
        if subject and context.carried and re.fullmatch(words.BARE_HEAD, subject.name):
            subject = headed(text, context.carried, subject)
        context.carried = scopes.put([subject] if subject else [], context.scope) or context.carried


def headed(text: str, carried: list[Subject], own: Subject) -> Subject:
    """A head such as 总数 or 增速 with what is carried on as what it is of."""
    # a 降幅 (that narrows) is not the same as the growth (that gets less)
    # and 金额 is what 技术合同成交额 is
    growth = words.GROWTH_HEAD.search(own.name) and not own.name.endswith("降幅")
    if growth or (own.name == "金额" and carried[-1].name.endswith("额")):
        # 总量居全州第3位，(增速)居第2位: how it grew, of which no total ranks
        name = words.TOTAL_OF.sub("", indicators.joint(text, carried).name)
        return replace(own, name=name, start=carried[0].start)
    composed = indicators.composed(carried, own)
    return replace(composed, scope=own.scope or carried[0].scope)
