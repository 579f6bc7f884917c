"""Reads the figures of a Chinese claim, with the grammar that the report's own are read by."""

from __future__ import annotations

import re

from assistant import phrases
from assistant.claims import Claimed, Line, blanked
from assistant.models import Language
from corpus.figures import extract_figures
from corpus.figures.quantities import find_quantities, fold
from corpus.glossary import load_glossary
from corpus.header import chinese_number
from corpus.models import Figure, Kind, Measure, Qualifier, Report
from corpus.sentences import Span, sentences
from corpus.units import normalise

# 今年 in a claim is the year that the report plans, as it is in the report.
_YEAR = re.compile(
    r"(?P<base>比|较|同|与|由|从|自|超过)?(?P<year>\d{4}|[二一][〇零○一二三四五六七八九]{3})\s*年(?!代|版)"
    r"|(?P<last>(?<![比较同])(?:去年|上年|上一年))|(?P<this>今年|本年度?)|(?P<next>明年|下一年)"
)
_TARGET = re.compile(phrases.TARGET.pattern.split(r"|\b(?:targets")[0] + "|任务|部署")
_EXPECTED = re.compile("预计|预估|有望|料将")
_DONE = re.compile("已经|已(?!纳入)|了(?!解)|实绩|实际完成|截至|成绩|回顾|过去一年")
_HEARSAY = re.compile(
    r"(?:根据|据|按照|按)?[^,，。;；]{0,14}(?:报告|材料)(?:中|里)?(?:显示|指出|提出|提到|明确|称|说|介绍|披露)?[,，:：]?"
)
_GROWTH_WORD = re.compile("增长|增速|增幅|涨幅|升幅|降幅|下降|回落")
_BELOW = re.compile(r"(?:不足|不到|未到|未达到?)\s*$")
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:经开区|高新区|开发区|新区)|"
    r"[\u4e00-\u9fff]{2,4}?(?:自治[州县]|(?<!全)(?<!国)省|(?<![全城都])市(?!场|级|民|区|政|委|属|直|辖)|(?<![全各乡])县(?!级|域|道|委|政|区|本|属)"
    r"|(?<![全地社小园景校市灾片辖库])区(?!域|间|级|位|块))"
)


def read_chinese(line: Line, own: tuple[str, ...], year: int | None) -> list[Claimed]:
    """The figures of a paragraph in Chinese.

    Args:
        line: the paragraph.
        own: what the report's own place is called: "南昌县", "全县".
        year: the year that the report plans.
    """
    folded = fold(line.text)
    text = blanked(folded, _said_apart(folded, own))
    figures = [_trimmed(one) for one in extract_figures(_as_report(text))]
    borders = sentences(folded)
    found: list[Claimed] = []
    named: int | None = None
    aimed = False
    for start, end in borders:
        own_figures = [one for one in figures if start <= one.start < end]
        for figure in own_figures:
            stop = min((o.start for o in own_figures if o.start > figure.start), default=end)
            found.append(_claimed(line, folded, text, figure, (start, stop), year, (named, aimed)))
        years = _years(folded[start:end], year)
        named = years[-1][1] if years else named
        rest = _without_terms(folded[start:end])
        aimed = _TARGET.search(rest) is not None or (aimed and not years and not _DONE.search(rest))
    return found


def _said_apart(folded: str, own: tuple[str, ...]) -> list[Span]:
    """Spans that are no part of an indicator's name: years, the own place, "据报告显示"."""
    spans = [m.span() for m in _YEAR.finditer(folded) if not m["base"]]
    names = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    province = r"(?:[\u4e00-\u9fff]{2,3}省)?(?:[\u4e00-\u9fff]{2,4}市)?"
    for match in re.finditer(rf"{province}(?:{names})(?:县|的|在|将|计划|,|，)?", folded):
        spans.append((match.start(), match.end()))
    spans += [
        m.span() for m in _HEARSAY.finditer(folded) if "报告" in m[0] and "," not in m[0][:-1]
    ]
    spans += [m.span() for m in re.finditer("预期(?!寿命)|(?:主要)?目标(?:是|为|值)?", folded)]
    return spans


def _trimmed(figure: Figure) -> Figure:
    """What was made blank before a quantity is no part of it."""
    text = figure.text.lstrip()
    return figure.model_copy(update={"text": text, "start": figure.end - len(text)})


def _as_report(text: str) -> Report:
    return Report(
        id="claim", title="", place="", year=None, date=None, speaker="", metadata={},
        source="", sha256="", text=text, sections=(),
    )  # fmt: skip


def _claimed(
    line: Line,
    folded: str,
    text: str,
    figure: Figure,
    around: Span,
    year: int | None,
    carried: tuple[int | None, bool],
) -> Claimed:
    begin, stop = around
    frame = _frame(folded, figure, begin, stop)
    quantity = next((q for q in find_quantities(figure.text)), None)
    number = quantity.value if quantity else None
    values = [
        None if one is None else normalise(abs(one), figure.unit)[0]
        for one in (figure.value, figure.low, figure.high)
    ]
    start, qualifier = figure.start, figure.qualifier
    below = _BELOW.search(folded[begin : figure.start])
    if below and qualifier is Qualifier.EXACT:
        start, qualifier = begin + below.start(), Qualifier.NEARLY
    own_year = _year_of(folded, figure, begin, stop, year)
    kind = _kind_of(folded, figure, begin, stop, carried[1])
    names = figure.scope or ""
    return Claimed(
        text=line.text[start : figure.end],
        start=line.start + start,
        end=line.start + figure.end,
        language=Language.ZH,
        subject=_subject(text, figure),
        frame=frame,
        value=values[0],
        low=values[1],
        high=values[2],
        unit=normalise(abs(figure.value or figure.low or 0), figure.unit)[1],  # type: ignore[arg-type]
        written=number,
        qualifier=qualifier,
        measure=_measure(text, figure),
        sign=_sign(figure),
        kind=kind,
        year=own_year if own_year is not None else carried[0],
        places=_places(text, figure, begin) or ((names,) if names else ()),
        wider=_wider(folded, figure, begin),
        context=frame + figure.indicator,
    )


def _frame(folded: str, figure: Figure, begin: int, stop: int) -> str:
    """The clause between commas that the figure stands in, up to the next figure."""
    before = re.split(r"[,，](?!\d{3})|[;；:：]", folded[begin : figure.start])[-1]
    after = re.split(r"[,，;；。:：]", folded[figure.end : stop])[0]
    return before + folded[figure.start : figure.end] + after


def _years(folded: str, plan: int | None) -> list[tuple[int, int]]:
    """The years that a text names, with where, comparisons left out."""
    found: list[tuple[int, int]] = []
    for match in _YEAR.finditer(folded):
        if match["base"]:
            continue
        if match["year"]:
            number = chinese_number(match["year"])
        else:
            step = -1 if match["last"] else 1 if match["next"] else 0
            number = plan + step if plan else None
        if number and 1949 <= number <= 2100:
            found.append((match.start(), number))
    return found


def _year_of(folded: str, figure: Figure, begin: int, stop: int, plan: int | None) -> int | None:
    before = _years(folded[begin : figure.start], plan)
    if before:
        return before[-1][1]
    after = _years(re.split(r"[,，;；。]", folded[figure.end : stop])[0], plan)
    return after[0][1] if after else None


def _without_terms(text: str) -> str:
    """Words such as 计划 that stand within an indicator's name say nothing of its kind."""
    return blanked(text, [(m.start, m.end) for m in load_glossary().find(text)])


def _kind_of(folded: str, figure: Figure, begin: int, stop: int, aimed: bool) -> Kind | None:
    """Target, estimate or actual; None where only the year (今年) or a name (计划投资) tells."""
    before = folded[begin : figure.start]
    marks = [m.start() for m in _YEAR.finditer(before) if not m["base"]]
    since = max((before.rfind(sign, 0, marks[-1]) for sign in ",，;；"), default=0) if marks else 0
    window = before[max(since, 0) :]
    after = re.split(r"[,，;；。]", folded[figure.end : stop])[0]
    plain = re.sub(
        r"(?:完成|实现|达成|超过)了?[^,，;；]{0,10}(?:目标|任务)", "", _without_terms(window)
    )
    last = re.split(r"[,，;；]", plain)[-1]
    following = re.match(r"(?:[^\d]|\d{4}年){0,8}(?:目标|任务)", _without_terms(after))
    if _EXPECTED.search(plain):
        return Kind.ESTIMATE
    done = _DONE.search(last) or _DONE.match(after)
    if following or (_TARGET.search(plain) and not done):
        return Kind.TARGET
    if done:
        return Kind.ACTUAL
    if _TARGET.search(window) or re.search("今年|本年", window):
        return None
    return Kind.TARGET if aimed and not marks else Kind.ACTUAL


def _measure(text: str, figure: Figure) -> Measure | None:
    if figure.unit != "%" or figure.measure not in (Measure.LEVEL, Measure.SHARE):
        return figure.measure
    clause = re.split(r"[,，;；。]", text[max(0, figure.start - 30) : figure.start])[-1]
    to = re.search(r"(?:到|至)(?:了|约|近|超)*\s*$", clause)
    return Measure.GROWTH if _GROWTH_WORD.search(clause) and not to else None


def _sign(figure: Figure) -> int:
    if figure.measure not in (Measure.GROWTH, Measure.CHANGE):
        return 0
    return -1 if figure.value is not None and figure.value < 0 else 1


def _subject(text: str, figure: Figure) -> str:
    """The name that the claim gives; the clause where it gives none of its own."""
    name = figure.indicator
    if len(name) < 2 or name == "—":
        name = text[figure.clause_start : figure.start] + text[figure.end : figure.clause_end]
    return name.replace(" ", "")


def _places(text: str, figure: Figure, begin: int) -> tuple[str, ...]:
    """The place named last before a figure, unless something is done with it (与鄱阳县合作)."""
    found = [
        match[0]
        for match in _PLACE.finditer(text, begin, figure.start)
        if not re.match("[与和同跟向对在全各国比较]|[一二三四五六七八九十\\d]", match[0])
        and not re.search("百强|县市|县区", match[0])
        and not re.search(r"[与和同跟向对比较在至往]$", text[begin : match.start()])
    ]
    return (found[-1],) if found else ()


def _wider(folded: str, figure: Figure, begin: int) -> tuple[str, ...]:
    """Among what it is ranked or compared: 全省 in "全市第一,全省第二"; the nearest before it."""
    clause = re.split(r"[,，;；。]", folded[begin : figure.start])[-1]
    found = re.findall("全[国省市]", clause)
    return tuple(found[-1:])
