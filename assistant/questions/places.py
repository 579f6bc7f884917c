"""Places that a question names, held against the place that a report is of."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pypinyin import lazy_pinyin

from assistant.evidence.knowledge import Knowledge
from assistant.evidence.place_stems import ZONE_KIND, place_stem
from assistant.evidence.spelling import spellings
from assistant.questions import asking
from assistant.questions.question import Aspect, Question
from assistant.questions.tagging import is_known_place
from corpus.header import COUNTRY
from corpus.sentences import Span

_KIND_OF = dict(
    zip(
        "县市省区州旗镇乡",
        "county city province district prefecture banner town township".split(),
        strict=True,
    )
)
_COUNTRY = {"我国", "china", "country"}
_THE_STATE = {"国家", "全国", "我国", "the state", "state", "nation", "the nation", "country"}
KINDS = frozenset(_KIND_OF.values())
_TOWNS = ("town", "township")  # of which a report speaks where they lie within its place


def split_place(place: str) -> tuple[str, str]:
    """A place's stem and kind: "鄱阳县" is (鄱阳, county), "Poyang County" is (poyang, county)."""
    if re.match("[\u4e00-\u9fff]", place):
        stem = place.removesuffix("村") if place.endswith("村") else place_stem(place)
        return stem, _KIND_OF.get(place[len(stem) :][-1:], "") if len(place) > len(stem) else ""
    words = place.lower().split()
    kind = words[-1] if words[-1] in KINDS else "zone"
    first = kind == "zone" or "autonomous" in words  # Jinxia Hui Autonomous County
    return re.sub("[^a-z]", "", "".join(words[:1] if first else words[:-1])), kind


def split_known(place: str, knowledge: Knowledge) -> tuple[str, str]:
    """`split_place`, but a report's own place is never cut: 淮州 is 淮州市, not a 州."""
    own = knowledge.report.place
    stem = place_stem(own)
    known = stem and re.fullmatch(f"{stem}(?:自治)?{own[-1:]}?", place)
    return (stem, "") if known or (own and place == own) else split_place(place)


_ALL_OF = {"province": "全省", "city": "全市", "prefecture": "全州"}
_WIDER = {
    "county": ("city", "province", "prefecture"),
    "district": ("city", "province"),
    "banner": ("city", "province"),
    "city": ("province",),
}


def own_kind(own: frozenset[str]) -> str:
    """The kind of a report's own place among its names: county, city; "" where it has none."""
    return next((name for name in own if name in KINDS), "")


def located(question: Question, knowledge: Knowledge) -> Question:
    """The question with a wider place that it compares with as such: 全省 for Jiangxi province.

    Ranks, shares and gaps are told within or against wider places, which reports do not name.
    """
    # 海陵市青岩区, as its report calls it: where its own place lies
    own, text = knowledge.report.place, knowledge.report.text
    lies_in = {p for p in question.places if f"{p}{own}" in question.text and f"{p}{own}" in text}
    if lies_in:
        left = tuple(one for one in question.places if one not in lies_in)
        topics = tuple(one for one in question.topics if one.text not in {own, *lies_in})
        question = replace(question, places=left, topics=topics)
    if own == COUNTRY:
        # 国家去年出口多少, "the state": the report's own place, as 全国 is
        topics = tuple(one for one in question.topics if one.text.lower() not in _THE_STATE)
        beyond = tuple(one for one in question.wider if one != "全国")
        question = replace(question, topics=topics, wider=beyond)
    if question.aspect is not Aspect.GAP and not _is_within_wider(question):
        return question
    wider = {one: name for one in question.places if (name := _all_of(one, knowledge))}
    wider |= _own_province(question, knowledge)
    if not wider:
        return question
    spans = [match.span() for one in wider for match in re.finditer(re.escape(one), question.text)]
    return replace(
        question,
        places=tuple(one for one in question.places if one not in wider),
        wider=tuple(dict.fromkeys([*question.wider, *wider.values()])),
        topics=tuple(
            one
            for one in question.topics
            if not any(start <= one.start < end for start, end in spans)
        ),
    )


def _is_within_wider(question: Question) -> bool:
    """Whether a place within a wider place is asked for, a share of it, or years in a row there."""
    ranked = question.aspect in (Aspect.RANK, Aspect.SHARE)
    return ranked or asking.RUN_OF_YEARS.search(question.text) is not None


# 江西(第一), 在江西(排第几), "in Jiangxi", "in Jiangxi's 2021 survey of …"
_WITHIN_ZH = "(?=省?[内的]?(?:[排第最居首位领]|[?？,，]|$))"
_WITHIN_EN = r"(?<=\b(?:in|of) )|(?<=\bacross )|(?<=\bwithin )"


def _own_province(question: Question, knowledge: Knowledge) -> dict[str, str]:
    """The province that a report is of, where the question names it as what it ranks within."""
    province = _province_of(knowledge.report.text)
    if not province or province in own_names(knowledge):
        return {}
    spelled = "|".join(one.capitalize() for one in spellings(province))
    found = re.search(
        rf"{province}{_WITHIN_ZH}|(?:{_WITHIN_EN})(?:{spelled})\b(?! [A-Z])", question.text
    )
    return {found[0]: "全省"} if found else {}


@lru_cache(maxsize=64)
def _province_of(text: str) -> str:
    """The one province that a report names: 江西 of 依托江西省; "" where it names none or more."""
    told = re.findall("([\u4e00-\u9fff]{2,3})省(?![级会])", text)
    named = {one[-size:] for one in told for size in (2, 3) if is_known_place(one[-size:])}
    return named.pop() if len(named) == 1 else ""


def _all_of(place: str, knowledge: Knowledge) -> str | None:
    own = own_names(knowledge)
    kind = own_kind(own)
    stem, of = split_known(place, knowledge)
    return _ALL_OF.get(of) if of in _WIDER.get(kind, ()) and stem else None


@lru_cache(maxsize=64)
def _spelled(place: str) -> frozenset[str]:
    stem = place_stem(place)
    spelled = spellings(stem)
    kind = _KIND_OF.get(place[-1:], "") or spelled[0]
    names = {place, stem, *spelled, kind, f"{stem}{place[-1:]}"}
    if place == COUNTRY:
        names |= _COUNTRY
    if "自治" in place:
        names |= {place[-3:], f"{stem}{place[-3:]}", f"autonomous {kind}"}
    return frozenset(names)


# 市五届人大一次会议, 现在我代表县人民政府: whose report it is where the title does not say
_WHOSE = re.compile(
    "([省市县区州旗镇乡])(?:人民政府|[一二三四五六七八九十]{1,3}届人(?:大|民代表大会))"
)


def own_whole(knowledge: Knowledge) -> str:
    """What a report calls the whole of its own place: 全县; "" where it is of no known kind."""
    report = knowledge.report
    kind = report.place[-1:]
    if not kind:
        told = _WHOSE.search(report.text)
        kind = told[1] if told else ""
    return f"全{kind}" if kind else ""


def own_names(knowledge: Knowledge) -> frozenset[str]:
    """What the report's own place is called: 南昌县, 南昌, nanchang, county."""
    place = knowledge.report.place
    return _spelled(place) | _whole_region(place, knowledge.report.text) if place else frozenset()


@lru_cache(maxsize=64)
def _whole_region(place: str, text: str) -> frozenset[str]:
    """全疆, as a report of 新疆 calls the whole of it; nothing where the report does not."""
    name = f"全{place_stem(place)[-1:]}"
    return frozenset({name}) if text.count(name) > 1 else frozenset()


def own_zone_spans(text: str, knowledge: Knowledge) -> list[Span]:
    """Where a question names the zone that the report is of, its kind said in short or in full."""
    place = knowledge.report.place
    if not re.search(f"{ZONE_KIND}$", place):
        return []
    return [one.span() for one in re.finditer(f"{place_stem(place)}{ZONE_KIND}", text)]


def _latin(name: str) -> str:
    return "".join(lazy_pinyin(name))


def foreign_places(question: Question, knowledge: Knowledge) -> tuple[str, ...]:
    """Places that a question names and that are not the report's own, nor within it.

    Nanchang City is not Nanchang County: a name with another kind of place is another place.
    """
    own = own_names(knowledge)
    kind = own_kind(own)
    found: list[str] = []
    for place in question.places:
        stem, of = split_known(place, knowledge)
        if stem in own and of in (kind, ""):
            continue
        if of in _WIDER.get(kind, ()) and _is_within_wider(question):
            continue  # a rank within Jiangxi province, a share of it
        if any((stem and stem in _latin(scope)) or stem in scope for scope in knowledge.scopes):
            continue
        if of in _TOWNS and stem in knowledge.report.text:
            continue
        found.append(place)
    return tuple(found)


def speaks_of(knowledge: Knowledge, place: str) -> bool:
    """Whether a report speaks of another place at all: "鄱阳县", "Poyang County".

    A namesake of the report's own place of another kind it does not: what it says, it says of
    its own.
    """
    stem, _ = split_known(place, knowledge)
    if stem in own_names(knowledge):
        return False
    return not stem or stem in knowledge.report.text or stem in knowledge.places
