"""Reads the figures of a Chinese claim, with the grammar that the report's own are read by."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.claims import Carried, Claimed, Line, blanked
from assistant.models import Language
from assistant.verifying.claims_zh_time import (
    YEAR,
    carries_aim,
    is_firm,
    kind_of,
    names_place,
    only_verbs,
    year_of,
    years,
)
from corpus.figures import extract_figures
from corpus.figures.quantities import find_quantities, fold
from corpus.glossary import load_glossary
from corpus.models import Figure, Measure, Qualifier, Report
from corpus.sentences import Span, sentences
from corpus.units import normalise

_HEARSAY = re.compile(
    r"(?:根据|据|按照|按)?[^,，。;；]{0,14}(?:报告|材料)(?:中|里)?(?:显示|指出|提出|提到|明确|称|说|介绍|披露)?[,，:：]?"
)
_GROWTH_WORD = re.compile("增长|增速|增幅|涨幅|升幅|降幅|下降|回落")
_BELOW = re.compile(r"(?:不足|不到|未到|未达到?)\s*$")
# (低于去年)8.3%的实际增速: what is compared with is given, not bounded
_BESIDE = re.compile(
    "(?:[高低快慢多少]于|不及|超过)(?:去年|上年|20\\d\\d年|全[国省市])(?:平均|同期)?的?"
)
# A place where a clause begins: "鄱阳县新增…", "由云川市…"
_PLACE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在由据而但和与及是]))"
    r"(?P<name>(?P<zone>[\u4e00-\u9fff]{2,8}?(?:经开区|高新区|开发区|新区))|"
    r"(?P<stem>[\u4e00-\u9fff]{2,4}?)(?:自治[州县]|省|(?<![城都上])市(?!场)|县(?!域)|"
    r"(?<![地社小园景校灾片辖库城])区(?!域|间|级|位|块)))(?!长|委|本?级(?!财))"
)


def own_words(report: Report) -> tuple[str, ...]:
    """What a Chinese text calls the report's own place: 南昌县, 全县, 我县."""
    kind = report.place[-1:]
    if not kind:
        return ()
    return (report.place, *(which + kind for which in "全我本该"), kind + "里", kind + "内")


def read_chinese(
    line: Line, own: tuple[str, ...], year: int | None, carried: Carried
) -> tuple[list[Claimed], Carried]:
    """The figures of a paragraph in Chinese, and what it hands on to the next.

    Args:
        line: the paragraph.
        own: what the report's own place is called: "南昌县", "全县".
        year: the year that the report plans, which 今年 is.
        carried: what the paragraph before hands on.
    """
    folded = fold(line.text)
    text = blanked(folded, _said_apart(folded, own))
    figures = [_trimmed(one, folded) for one in extract_figures(_as_report(text))]
    found: list[Claimed] = []
    for start, end in sentences(folded):
        own_figures = [one for one in figures if start <= one.start < end]
        subject = ""
        for figure in own_figures:
            stop = min((o.start for o in own_figures if o.start > figure.start), default=end)
            lead = _LEAD.search(text[start : figure.clause_start])
            subject = _subject(text, figure, subject or (lead[0] if lead else ""))
            found.append(
                _claimed(line, (folded, text), figure, (start, stop, end), year, carried, subject)
            )
        sentence = _without_brackets(folded[start:end])
        named = years(sentence, year)
        carried = Carried(
            year=named[-1][1] if named else carried.year,
            aimed=carries_aim(sentence, carried.aimed, year),
        )
    return found, carried


def _without_brackets(text: str) -> str:
    """A year in brackets, "(2021年数据)", is of the figure before it only."""
    return blanked(text, [m.span() for m in re.finditer("[(（][^()（）]*[)）]", text)])


def _said_apart(folded: str, own: tuple[str, ...]) -> list[Span]:
    """Spans that are no part of an indicator's name: years, the own place, "据报告显示"."""
    spans = [m.span() for m in YEAR.finditer(folded) if not m["base"]]
    names = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    province = r"(?:[\u4e00-\u9fff]{2,3}省)?(?:[\u4e00-\u9fff]{2,4}市)?"
    for match in re.finditer(rf"{province}(?:{names})(?:县|的|在|将|计划|,|，)?", folded):
        if not re.search("占[到了]?$", folded[: match.start()]):  # 占全市的六成: of the whole
            spans.append(match.span())
    spans += [m.span() for stem in own for m in _stems(folded, stem[:-1])]
    spans += [
        m.span() for m in _HEARSAY.finditer(folded) if "报告" in m[0] and "," not in m[0][:-1]
    ]
    spans += [m.span() for m in re.finditer("预期(?!寿命)|(?:主要)?目标(?:是|为|值)?", folded)]
    return spans


def _stems(folded: str, stem: str) -> list[re.Match[str]]:
    """Where a claim calls the own place by its mere name, before an indicator: 临溆(经济增长)."""
    if len(stem) < _SHORTEST_STEM:
        return []
    found = re.finditer(rf"(?:(?<![\u4e00-\u9fff])|(?<=年)){re.escape(stem)}的?", folded)
    return [one for one in found if _opens_with_indicator(folded[one.end() :])]


_SHORTEST_STEM = 2


def _opens_with_indicator(text: str) -> bool:
    if text.startswith("经济") and not text.startswith(("经济开发", "经济技术", "经济协作")):
        return True
    first = next(iter(load_glossary().find(text[:_LONGEST_TERM])), None)
    return first is not None and not first.start and any(t.kind == "indicator" for t in first.terms)


_LONGEST_TERM = 20


def _trimmed(figure: Figure, folded: str) -> Figure:
    """What was made blank before a quantity is no part of it, nor is what it is compared by."""
    text = figure.text.lstrip().removeprefix("了")  # 翻(了两番多)
    beside = _BESIDE.match(folded, figure.start)
    if beside:
        text = folded[beside.end() : figure.end]
        figure = figure.model_copy(update={"qualifier": Qualifier.EXACT})
    return figure.model_copy(update={"text": text, "start": figure.end - len(text)})


def _as_report(text: str) -> Report:
    return Report(
        id="claim", title="", place="", year=None, date=None, speaker="", metadata={},
        source="", sha256="", text=text, sections=(),
    )  # fmt: skip


def _claimed(
    line: Line,
    texts: tuple[str, str],
    figure: Figure,
    around: tuple[int, int, int],
    year: int | None,
    carried: Carried,
    subject: str,
) -> Claimed:
    folded, text = texts
    begin, stop, end = around
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
    elif re.match("不到|不足", folded[figure.end :]):  # 翻了两番不到
        qualifier = Qualifier.NEARLY
    # Brackets before the figure are made blank; one that it stands in has no end yet.
    outside = _without_brackets(folded[: figure.start]) + folded[figure.start :]
    own_year = year_of(outside, figure, begin, stop, year)
    kind = kind_of(outside, figure, begin, stop, carried.aimed, year)
    names = re.sub("^[占居列].*", "", figure.scope or "")
    ratio = _RATIO.fullmatch(subject)
    places = _places(text, folded, figure, begin) or ((names,) if names else ())
    return Claimed(
        text=line.text[start : figure.end],
        start=line.start + start,
        end=line.start + figure.end,
        language=Language.ZH,
        subject=ratio["head"] if ratio else subject,
        base=(ratio["base"] or ratio["within"]).removeprefix("比") if ratio else "",
        frame=frame,
        value=values[0],
        low=values[1],
        high=values[2],
        unit=normalise(abs(figure.value or figure.low or Decimal(0)), figure.unit)[1],
        written=number,
        qualifier=qualifier,
        measure=_measure(text, figure),
        sign=_sign(figure),
        kind=kind,
        firm=is_firm(folded, figure, begin),
        year=own_year if own_year is not None else carried.year,
        places=places,
        wider=() if re.match("全[国省市]$", "".join(places)) else _wider(folded, figure, begin),
        context=frame + figure.indicator,
        sentence=folded[begin:end],
    )


def _frame(folded: str, figure: Figure, begin: int, stop: int) -> str:
    """The clause between commas that the figure stands in, up to the next figure."""
    before = re.split(r"[,，](?!\d{3})|[;；:：]", folded[begin : figure.start])[-1]
    after = re.split(r"[,，;；。:：]", folded[figure.end : stop])[0]
    return before + folded[figure.start : figure.end] + after


def _measure(text: str, figure: Figure) -> Measure | None:
    unit = normalise(abs(figure.value or figure.low or Decimal(0)), figure.unit)[1]
    if unit == "%" and figure.measure is Measure.CHANGE:
        return Measure.GROWTH  # 增长三成
    if figure.unit != "%" or figure.measure not in (Measure.LEVEL, Measure.SHARE):
        return figure.measure
    clause = re.split(r"[,，;；。]", text[max(0, figure.start - 30) : figure.start])[-1]
    if re.search("占(?!地(?!区))", clause):
        return Measure.SHARE
    to = re.search(r"(?:到|至)(?:了|约|近|超)*\s*$", clause)
    return Measure.GROWTH if _GROWTH_WORD.search(clause) and not to else None


def _sign(figure: Figure) -> int:
    if figure.measure not in (Measure.GROWTH, Measure.CHANGE):
        return 0
    return -1 if figure.value is not None and figure.value < 0 else 1


# "比全市平均水平高(0.9个百分点)", "增长": what is compared or moved was named before.
_STOPS = ",，;；。 "
_NAMELESS = re.compile(
    "(?:这次|此次|本次)?"
    "(?:比|较|与|同|高于|低于|快于|慢于|优于|在|[居列]|拿下|位[居列]|名列|排[在名到]|摘得|[夺获]得|勇夺|跃居)?"
    "(?:全[国省市县区](?:各[县市区]+)?|上年|年初|同期)*"
    "中?(?:平均)?(?:水平|增速|增幅)?"
    "(?:高出?|低|快|慢|多|少)?|"
    # 五年(合计投下)406.2亿元
    "(?:[两三四五六七八九十]年[来间里]?)?(?:合计|累计|共计?|总共|一共|总计)(?:投下|投入|完成|实现|达到?|花)?了?|"
    "(?:同比|比上年|增长|下降|增幅|增速|达到?|为|占)+"
)
_RESIDENCE = re.compile("(城镇|农村|城市)(?:居民)?")
_RESIDENTS = re.compile("城镇|农村|城市")
# 服务业增加值占生产总值的比重, 服务业增加值在经济总量里的比重
_RATIO = re.compile(
    r"(?P<head>.{2,}?)(?:占(?!地(?!区))(?P<base>比|(?!比).+?)的?(?:比重|比例|份额|比)?|"
    r"在(?P<within>.{2,8}?)[里中内]?的?(?:比重|比例|份额|占比))(?:提高|提升|达|为)?到?$"
)
# 水利只安排投(500亿): what is put in is investment
_PUT_IN = re.compile("(?:[只仅才就]|一?共|总共)*(?:安排|计划|准备|打算)?投了?$")
_LEADING = re.compile(
    "^(?:(?:预计|计划|力争|争取|确保|打算|继续|将|拟|要|共(?!同|建|享|青)|其中|累计|今年|全年|年度)(?!投资))+"
)


_LATELY = re.compile("(?<=.{2})(?:如今|现在|眼下|目前)(?:已经?)?$")
_ADDED = re.compile(
    "(?:一年|全年|当年|又|就|还|再|共|总共|里|内)*(?:新?添|净?多出?|增|新增|净增|增加)了?"
)
_DRAWN = re.compile("新?(?:引进|招引|签约|开工|设立|培育)")
# What the clause before is about, where a figure's own names nothing: 在全国百强县榜单上,(排第36位)
_LEAD = re.compile(r"(?:(?<=^)|(?<=[,，;；:：]))[^,，;；:：]+(?=[,，:：]\s*$)")


def _subject(text: str, figure: Figure, before: str) -> str:
    """The name that the claim gives; the clause where it gives none of its own.

    Args:
        before: the name of the figure before it in the sentence, else the clause before it.
    """
    name = re.sub(
        "(?<=.{2})(?:不到?|超过?)$", "", figure.indicator.replace(" ", "")
    )  # 税收占比(不到七成)
    name = _LATELY.sub("", _PUT_IN.sub("投资", name))
    if before and _ADDED.fullmatch(name):
        # 规上工业企业超过400家,一年就添了(73家)
        return "新增" + re.sub("(?<=.{2})总[数量]$", "", before)
    if before and _DRAWN.fullmatch(name):
        return before + name  # 给“152”项目设了上限:新引进不超过(10个)
    if before and (_NAMELESS.fullmatch(name) or name == "—"):
        return before
    residence = _RESIDENCE.fullmatch(name)
    if residence and _RESIDENTS.search(before):
        return _RESIDENTS.sub(residence[1], before)  # 城镇居民收入61580元,农村(33264元)
    short = _LEADING.sub("", name)
    if len(short) < 2 or (only_verbs(short) and not load_glossary().find(short)):
        around = text[figure.clause_start : figure.start] + text[figure.end : figure.clause_end]
        after = re.split(r"[,，;；。]", text[max(figure.end, figure.clause_end) :])[0]
        short = _LEADING.sub("", around.replace(" ", "")) + after.replace(" ", "")
        if before and only_verbs(short.strip(_STOPS)):
            return before  # "…1796.9亿元;2022年力争突破1900亿元"
    if short == "经济":  # 经济年均增长(7.4%)
        return "经济增长" if figure.measure is Measure.GROWTH else "经济总量"
    return short or name


def _places(text: str, folded: str, figure: Figure, begin: int) -> tuple[str, ...]:
    """Whose figure it is: the place named last where a clause before it begins.

    The whole province or city is one too where the clause begins with it ("全省出口下降3%"), unless
    something is placed or compared within it ("全省第二", "全市平均水平").
    """
    found = [
        match["name"]
        for match in _PLACE.finditer(text, begin, figure.start)
        if not re.match(
            "[全我本该各与和同跟向对比较占居列位排]|[一二三四五六七八九十\\d]", match["name"]
        )
        and not re.search("百强|县市|县区|全[国省市县区]$", match["name"])
        and not re.search(r"[与和同跟向对比较至往]$", text[begin : match.start()])
        and (match["zone"] or names_place(match["stem"]))
    ]
    clause = re.split(r"[,，;；。]", folded[begin : figure.start])[-1]
    whole = re.match(
        r"(?:\d{4}年|去年|今年|全年|\s)*(全[国省市])(?!平均|率先|首|第|唯一|最|前|的?第)", clause
    )
    if whole and figure.measure is not Measure.RANK and "占" not in clause:
        return (whole[1],)
    return (found[-1],) if found else ()


def _wider(folded: str, figure: Figure, begin: int) -> tuple[str, ...]:
    """Among what it is ranked or compared: 全省 in "全市第一,全省第二"; the nearest before it."""
    clause = re.split(r"[,，;；。]", folded[begin : figure.start])[-1]
    found = re.findall("全[国省市]", clause)
    return tuple(found[-1:])
