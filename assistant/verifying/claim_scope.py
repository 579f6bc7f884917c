"""Whose figure a claim tells of, and among what it is placed, held against the report's."""

from __future__ import annotations

import re

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.models import Language
from assistant.questions.places import own_kind, own_names, split_known
from corpus.models import Figure, Measure

_ZONE = re.compile(r"(?:经开区|高新区|开发区|新区|园区|\bzone|\barea)$", re.IGNORECASE)
_WIDE = {
    "全国": "全国|国家|国字|中国",
    "全省": "全省|省",
    "全市": "全市|(?<![城上超门都])市(?!场|民|体|政)",
}
_COMPARING = (Measure.RANK, Measure.SHARE, Measure.CHANGE)  # with 全市, 全省 as their frame


def figure_scope(entry: FigureEntry, knowledge: Knowledge) -> str | None:
    """Whose figure it is: its own scope, or a place of the report named in its clause."""
    figure = entry.figure
    if figure.scope:
        return figure.scope
    text = knowledge.report.text
    before = re.split("[,，;；。\n]", text[max(0, figure.start - 60) : figure.start])[-1]
    return next(
        (
            scope
            for scope in knowledge.scopes
            if scope in before
            and not (figure.measure in _COMPARING and re.fullmatch("全[国省市县区]", scope))
        ),
        None,
    )


def claim_scope(claim: Claimed, knowledge: Knowledge, own: frozenset[str]) -> str | None:
    """Whose figure a claim says it is; None for the report's own place."""
    kind = own_kind(own)
    if not claim.places and claim.language is Language.ZH:
        return _scope_named(claim.subject + claim.frame, knowledge)
    for place in claim.places:
        if place == "全" + (knowledge.report.place[-1:] or "?"):
            continue
        stem, of = split_known(place, knowledge)
        zone = _ZONE.search(place) is not None and place != knowledge.report.place
        if stem in own and of in (kind, "") and not zone:
            continue
        return next((s for s in knowledge.scopes if _is_scope(s, place, stem, knowledge)), place)
    if claim.language is Language.EN:
        told = claim.subject + " " + claim.frame
        for word in re.findall("[A-Z][a-z]+", told):
            named = knowledge.places.get(word.lower())
            if named in knowledge.scopes and word.lower() not in own:
                return named
        return _unnamed_zone(told, knowledge)
    return None


def _scope_named(told: str, knowledge: Knowledge) -> str | None:
    """The one place of the report that a claim names by its beginning: 南渡港 of 南渡港物流园."""
    place = knowledge.report.place
    found = [
        scope
        for scope in knowledge.scopes
        if len(scope) > _STEM
        and _beginning(scope, place) in told
        and place[:2] not in scope[:_STEM]
        and scope[0] != "全"
    ]
    return found[0] if len(found) == 1 else None


_STEM = 3  # signs by which a place is told


def _beginning(scope: str, place: str) -> str:
    """What tells a place: 南渡港; all of 县经济开发区, since 县经济 is the whole county's too."""
    return scope if scope[0] == place[-1:] else scope[:_STEM]


# "The high-tech zone produced …": the report may speak of only one
_UNNAMED_ZONES = (
    (
        re.compile(r"\bhigh-?tech(?:nology)?(?: (?:development|industrial))? (?:zone|park)", re.I),
        "高新区",
    ),
    (re.compile(r"\beconomic(?: and technological)?(?: development)? zone", re.I), "经开区"),
)


def _unnamed_zone(told: str, knowledge: Knowledge) -> str | None:
    for zone, kind in _UNNAMED_ZONES:
        held = [scope for scope in knowledge.scopes if scope.endswith(kind)]
        if len(held) == 1 and zone.search(told):
            return held[0]
    return None


def _is_scope(scope: str, place: str, stem: str, knowledge: Knowledge) -> bool:
    if scope in place or (place in scope and not _is_part(scope, place)):
        return True
    words_of = stem if stem.isascii() else ""
    return any(
        name == scope and len(spelled) > 3 and words_of.startswith(spelled)
        for spelled, name in knowledge.places.items()
    )


def _is_part(scope: str, place: str) -> bool:
    """Whether a place named whole is but that which another is in: 楚宁市 of 楚宁市江夏湖区."""
    rest = scope.removeprefix(place)
    return rest != scope and place[-1] in "省市州县区" and rest.endswith(tuple("区县市镇乡村道"))


_TOWN = ("市区", "城区", "中心城区", "主城区", "县城")
_URBAN = re.compile(
    r"市区|城区|县城|\b(?:urban|downtown|city proper|city cent(?:er|re))\b", re.IGNORECASE
)


def scope_fits(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether both are of one place, and placed within the same wider one."""
    said = claim_scope(claim, knowledge, own_names(knowledge))
    reported = figure_scope(entry, knowledge)
    if said is None and reported in _TOWN and _URBAN.search(claim.subject + claim.frame):
        said = reported
    local = (
        reported is None
        or reported.endswith("本级")
        or reported.endswith("全" + (knowledge.report.place[-1:] or "?"))
    )
    if said is None and not local:
        return False
    if said is not None and said != reported:
        if reported is not None and not local:
            return False
        if reported is None and entry.name.startswith(said):  # (陶瓷产业园)二期总投资
            return _frame_fits(claim, entry, knowledge)
        start = knowledge.report.text.rfind("。", 0, entry.figure.start)
        before = knowledge.report.text[max(start, 0) : entry.figure.start]
        # "占全省1/5", "全市第一" place a figure within the whole and make it none of it
        if entry.figure.measure in _COMPARING and said in before:
            return _frame_fits(claim, entry, knowledge)
        whose = rf"(?<![占居在于比为]){re.escape(said)}(?!第|首|平均|[\d一二三四五六七八九十]|唯一)"
        if not re.search(whose, before):
            return False
    return _frame_fits(claim, entry, knowledge)


# 分别高于全国、全省(3.7个)和1.9个百分点
_MORE_BEHIND = re.compile(
    r"(?:[、和与及]\s*(?:第?[\d.]+|第[一二三四五六七八九十])[^\d,，;；。、和与及]*)*"
)


def _own_of(named: list[str], text: str, figure: Figure, before: str) -> str:
    """Of several places told 分别 the one that goes with a figure, else the nearest before it."""
    behind = _MORE_BEHIND.match(text, figure.end)
    after = len(re.findall("[、和与及]", behind[0])) if behind and "分别" in before else 0
    return named[-1 - after] if after < len(named) else named[-1]


def _frame_fits(claim: Claimed, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Among what it is ranked or shared: first in the city is not first in the province."""
    figure = entry.figure
    text = knowledge.report.text
    before = re.split("[,，;；。\n]", text[max(0, figure.start - 60) : figure.start])[-1]
    named = re.findall("全[国省市]", before)
    if not named and figure.measure is Measure.RANK:
        named = re.findall("全[国省市]", entry.name)  # 全国…百强县市评比中,位居第19位
    own = "全" + knowledge.report.place[-1:]
    wider = tuple(one for one in claim.wider if one != own)
    if figure.measure in _COMPARING:
        close = re.search("全([国省市])[^全]{0,12}$", before)
        if not wider:
            return figure.measure is not Measure.RANK or not re.search("全[国省市]$", before)
        if figure.measure is Measure.RANK or close:
            return bool(named) and _own_of(named, text, figure, before) in wider
    around = text[figure.clause_start : figure.clause_end] + before + entry.name
    return all(re.search(_WIDE[one], around) for one in wider)
