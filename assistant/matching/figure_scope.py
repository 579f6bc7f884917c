"""Whose a figure is and of which time: the tests that a figure passes before it may answer."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name, key_of
from assistant.evidence.place_stems import place_stem
from assistant.evidence.spelling import spellings
from assistant.matching.wanted import Wanted
from assistant.questions import asking, phrases, places_asked, times
from assistant.questions.asked_unit import SO_MANY
from assistant.questions.period import Period
from assistant.questions.places import own_names, own_whole, split_known
from assistant.questions.question import Aspect, Form, Question
from corpus.figures.place_words import PLACE_ALONE
from corpus.figures.quantities import fold
from corpus.glossary import names
from corpus.models import Kind, Measure

_NAMES = 0.6  # the weight of a term that says which ranking is meant
_LEAST = 2  # characters that name a zone
# 高新区去年工业总产值: no other zone's
# 武汉都市圈(经济总量): of several cities, none of which is asked for by its name alone
_REGION = re.compile("都市圈|城市群|经济圈|经济带")
_REGION_ASKED = re.compile(
    f"{_REGION.pattern}|metropolitan|agglomeration|cluster|circle|belt|region", re.IGNORECASE
)
# 增速列六县市(前)两位, 居各县区(首位)
_LEADS = re.compile(r"[列居排][^,，;；。]{0,12}(?:前|第一|首)|领跑|领先|最[快高大多]")
_TOWN = re.compile("[镇乡]$")
_ZONE = re.compile(
    "高新区|经开区|开发区|综保区|(?:综合)?保税区|工业园|产业园(?!区)|物流园|科技园|新区|街道"
)
# "how does it compare with 2021", 和去年相比: the year is what is compared with
_BASE = re.compile(
    r"(?:[与和跟同较比于]|\b(?:with|to|than|against|from|over|on|exceed|beat|match)"
    r"(?: in| that of| the| for)*)\s*(?:\d{4}|去年|上年|上一年|(?:last|previous) year)",
    re.IGNORECASE,
)


def _in_full(name: str) -> str:
    return name.replace("综保区", "综合保税区")


def in_scope(entry: FigureEntry, question: Question, knowledge: Knowledge) -> bool:
    """A figure of a wider place answers only who asks for that place."""
    scope = entry.figure.scope
    if not all(_of_place(entry, place, knowledge) for place in question.places):
        return False
    asked_part = _part_asked(question.text)
    if asked_part and question.aspect is not Aspect.RANK:
        part = scope is not None and not scope.startswith("全") and _is_such(scope, asked_part)
        listed = entry.figure.start in knowledge.told_by_place
        return part and (listed or _LEADS.search(entry.sentence) is not None)
    if scope and _REGION.search(scope) and not _REGION_ASKED.search(question.text):
        return False
    own = own_whole(knowledge)
    # 临港综合保税区进出口多少: the own place's name is a part of the zone's
    called = scope is not None and _ZONE.search(scope) is not None and scope in question.text
    if scope and not called and (own in question.wider or _names_own(question, knowledge)):
        return scope == own
    zone = _ZONE.search(question.text) if scope else None
    if zone and scope and _in_full(zone[0]) not in _in_full(scope + entry.clause):
        return False
    asked = [name for name in question.wider if name != own]
    if asked and not _with_wider(question):
        return scope in asked or any(name in entry.figure.indicator for name in asked)
    beside = question.form is Form.COMPARISON and scope in asked  # 跟全市比谁快: of both
    return scope is None or not scope.startswith("全") or scope == own or beside


@lru_cache(maxsize=64)
def _part_asked(text: str) -> str:
    """Which of the parts is asked for, as the question says: (哪个镇)最大; else ""."""
    found = places_asked.BEST_PART.search(text)
    return found["part"] if found else ""


def _is_such(scope: str, part: str) -> bool:
    """Whether a place is such a part: a zone is no town, nor a county."""
    if re.search("[镇乡]|town", part, re.IGNORECASE):
        return re.search("[镇乡]|街道", scope) is not None
    return not _ZONE.search(scope) or re.search("地方|place", part, re.IGNORECASE) is not None


def _with_wider(question: Question) -> bool:
    """Whether a wider place is what a question compares with: 占全省多少, 比全市快多少."""
    return question.aspect in (Aspect.SHARE, Aspect.RANK, Aspect.GAP) or any(
        pattern.search(question.frame)
        for pattern in (phrases.SHARE, phrases.AGAINST_WIDER, asking.RUN_OF_YEARS)
    )


def of_zone(entry: FigureEntry, zones: list[str]) -> bool:
    """Whether a figure is said of one of the zones that a question names, if it names any.

    The county's GDP is not that of 小蓝经开区, of which the report gives other figures.
    """
    scope = entry.figure.scope or ""
    if _TOWN.search(scope) and zones:  # 白芒镇、枫渡镇分别建成8600亩、5200亩: each its own
        return any(zone in scope for zone in zones)
    told = scope + entry.path + entry.stretch
    return not zones or any(zone in told for zone in zones)


# (经济)开发区, (高新技术产业)园区, (省级工业)园区: what kind of zone, no name of its own
_KIND_ONLY = re.compile(
    "(?:国家级|省级|市级|县级)?(?:循环经济|经济|技术|高新|工业|产业|农业|科技|现代|旅游|化工|物流|生态|"
    "文化|新兴|创新|创业|示范|集中|集聚)+"
)


def zones_named(question: Question, knowledge: Knowledge) -> list[str]:
    """What tells of each zone or town that a question names and the report has figures of."""
    said = {name for topic in question.topics for name in (topic.text, *names(topic.terms))}
    said |= {knowledge.places.get(topic.text.lower(), "") for topic in question.topics}
    # 梅西工业集中区 is no 产业园, though 工业园区 may be called either
    called = {name for t in question.topics for name in (t.text, *(one.zh for one in t.terms))}
    capitals = {word.lower() for word in re.findall(r"\b[A-Z][a-z]+", question.text)}
    own = own_names(knowledge)
    found: list[str] = []
    named, kinds = set[str](), set[str]()  # of zones by their own names, of any
    for zone in knowledge.scopes:
        kind = _ZONE.search(zone)
        stem = zone[: kind.start()] if kind else split_known(zone, knowledge)[0]
        if _KIND_ONLY.fullmatch(stem):
            stem = zone  # 经济开发区 is not named by 经济总量
        elif stem in own or zone.startswith("全") or len(stem) < _LEAST:
            stem = ""  # 县工业园区 is not named by 全县
        spelled = bool(stem) and not capitals.isdisjoint(spellings(stem))
        if stem and (stem in folded_name(question.text) or (kind and zone in said) or spelled):
            found.append(stem)
            named.add(kind[0] if kind else "")
        elif kind and any(one.endswith(kind[0]) for one in called):
            kinds.add(kind[0])
    return [*found, *sorted(kinds - named)]  # 南港街道 is not any 街道


def _names_own(question: Question, knowledge: Knowledge) -> bool:
    """Whether a question says that it is of the report's own place: 咱们市, 全县, the county's."""
    own = own_names(knowledge)
    kind = knowledge.report.place[-1:]
    told = re.search(f"(?:我们?|咱们?|本|全){kind}", question.text) if kind else None
    return told is not None or any(
        split_known(place, knowledge)[0] in own for place in question.places
    )


def _of_place(entry: FigureEntry, place: str, knowledge: Knowledge) -> bool:
    """Whether a figure is said of a place within the report's own, which the question names."""
    stem, _ = split_known(place, knowledge)
    if not stem or stem in own_names(knowledge):
        return True
    scope = entry.figure.scope or ""
    parts = all(map(PLACE_ALONE.fullmatch, scope.split("、")))  # each place has its own
    told = scope if parts else scope + entry.clause
    named = knowledge.places.get(stem, stem)
    if not scope and _opens(entry, stem):
        return True
    return stem in told or place_stem(named) in told


# 园区, 市场, 乡村, 全县: none of them another place's name
_PLACE_ENDS = re.compile("(?<![全园景社片辖])[县市州旗镇乡区](?![场民域村级居容])")


def _opens(entry: FigureEntry, stem: str) -> bool:
    """Whether what leads to a figure tells of a place, and of no other after it.

    松巴回族乡建成养殖场14座，年出栏9.6万只 ; 金峡回族自治县发展冷水鱼养殖，年产量4200吨.
    """
    if stem not in entry.stretch:
        return False
    before = entry.stretch.partition(folded_name(entry.figure.text))[0]
    _, named, after = before.rpartition(stem)
    return bool(named) and len(_PLACE_ENDS.findall(after)) == 1


def in_period(entry: FigureEntry, period: Period, question: Question) -> bool:
    """Whether a figure is of the time asked for; comparisons are of several, unless they say."""
    if question.form is Form.COMPARISON and not _of_one_year(question):
        named = len(question.years) + len(question.relative)
        return named < 2 or entry.figure.year is None or entry.figure.year in period.years
    return period.holds(entry.figure)


def _of_one_year(question: Question) -> bool:
    """Whether a comparison is within one year: how do the two incomes compare in 2021."""
    named = len(question.years) + len(question.relative)
    return named == 1 and not question.target and not _BASE.search(question.text)


def of_part_of_year(entry: FigureEntry, question: Question) -> bool:
    """A figure of the whole year answers nobody who asks for a quarter, nor the other way."""
    asks, part = times.parts_asked(question.text), entry.part_of_year
    if not asks and entry.figure.kind is not Kind.TARGET:
        return not part
    return all(told.search(part or entry.clause) is not None for told in asks)


def of_whole_year(
    rows: list[tuple[float, FigureEntry]], question: Question
) -> list[tuple[float, FigureEntry]]:
    """Without what a quarter is to bring, where the year's own aim is told: 一季度力争增长18%."""

    def of(entry: FigureEntry) -> tuple[object, ...]:
        figure = entry.figure
        of_what = key_of(entry.name), figure.scope, figure.year
        return (*of_what, figure.kind is Kind.TARGET, figure.measure, figure.unit)

    if times.parts_asked(question.text):
        return rows
    full = {of(entry) for _, entry in rows if not entry.part_of_year}
    return [row for row in rows if not row[1].part_of_year or of(row[1]) not in full]


# 比2011年分别增加(8886元和4583元), 较2017年的42微克/立方米下降(31%): not how it grew in the year
_ON_EARLIER = re.compile(
    r"[比较](?P<year>\d{4})年[^,，;；。]{0,16}?(?:增[加长]?|下降|减少|降低|提高|提升|上升)"
    r"(?:了|\d[^,，;；。]*[、和])?$"
)


def is_on_earlier(entry: FigureEntry, question: Question) -> bool:
    """Whether an increase is on a year long past, for who asks how a thing grew in one year."""
    on = _ON_EARLIER.search(entry.before)
    year = entry.figure.year
    long_past = on is not None and year is not None and int(on["year"]) < year - 1
    asked = question.spans_years or (on is not None and on["year"] in question.text)
    return long_past and question.has_period and not asked


def of_since(entry: FigureEntry, question: Question) -> bool:
    """What came about since a year answers who asks since that year: 2014年以来累计脱贫."""
    asked = (one["zh"] or one["en"] for one in asking.SINCE.finditer(fold(question.text)))
    told = fold(entry.sentence)
    return all(year in told for year in asked)


# 5A景区, "4A scenic spots": of which class
_CLASS = re.compile(r"(?<![A-Za-z\d])[1-5]A(?![A-Za-z])")


def of_class(entry: FigureEntry, question: Question) -> bool:
    """How many 5A sights there are is not told by those of 3A."""
    asked, told = _CLASS.findall(question.text), _CLASS.findall(fold(entry.clause))
    return not asked or not told or any(one in told for one in asked)


# "How many doctors per thousand residents?", 每千人有多少张床位: a ratio
_PER = re.compile(
    r"\b(?:per|(?:for|to) (?:every|each)|every) (?:hundred |ten )?(?:thousand|10{2,5}|1,000|10,000|"
    r"100,000|hundred|million)\b(?! (?:yuan|rmb|tons?|tonnes?)\b)|"
    rf"{SO_MANY}(?![吨元])",
    re.IGNORECASE,
)
RATIO_TOLD = re.compile(rf"{SO_MANY}|(?<![\d.余多])[千万]人")


@lru_cache(maxsize=64)
def asks_ratio(text: str) -> bool:
    """Whether it is asked how many there are to so many people."""
    return _PER.search(text) is not None


def of_ratio(entry: FigureEntry, question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """How many there are to a thousand people is not told by how many there are.

    Nor is how many a thing has, the new campus or the hospital, by how many there are to them.
    """
    if asks_ratio(question.text):
        return RATIO_TOLD.search(entry.name + entry.clause) is not None
    return not RATIO_TOLD.search(entry.name) or all(
        word.stands_in(entry.name)
        for word in wanted
        if word.topic.terms and word.held and word.weight >= _NAMES
    )


def of_average(entry: FigureEntry, question: Question) -> bool:
    """Where growth in an average year is asked for, only that; none of a single year."""
    moved = entry.figure.measure not in (Measure.LEVEL, Measure.SHARE)  # 高于全市0.7个百分点 too
    asked = moved and asking.YEARLY.search(question.text) is not None
    return not asked or re.search("年均|年平均", entry.before) is not None


@lru_cache(maxsize=64)
def _of_run_of_years(text: str) -> bool:
    return asking.RUN_OF_YEARS.search(text) is not None


def of_run(entry: FigureEntry, question: Question) -> bool:
    """Where years in a row are asked for, only those; of 连续12年稳居第一, the place's own."""
    if not _of_run_of_years(question.text):
        return True
    if entry.figure.unit != "年" and "连" not in entry.figure.unit:
        return False
    if not phrases.RANK.search(question.text):
        return True
    after = entry.clause.partition(folded_name(entry.figure.text))[2]
    return phrases.PLACED.search(re.split("[,，;；。]", after)[0]) is not None


def of_ranking(entry: FigureEntry, question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """A place in 县域经济百强 answers nobody who asks for 数字经济百强, which has a name too."""
    if question.aspect is not Aspect.RANK:
        return True
    told = entry.name + entry.sentence
    return all(
        word.stands_in(told)
        for word in wanted
        if word.topic.terms and word.held and word.weight >= _NAMES and not word.topic.is_indicator
    )
