"""Checks a claim that gives no figure: whether one sentence of the report says the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answers.statement import cite
from assistant.claims import blanked
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.wanted import Wanted, wanted_words
from assistant.models import Language
from assistant.questions.period import year_of_statement
from assistant.questions.places import foreign_places
from assistant.questions.question import Question
from assistant.questions.understanding import understand
from assistant.verifying import explanations_en, explanations_zh
from assistant.verifying.statement_place import (
    frame_fits,
    is_rank,
    place_fits,
    places_in,
    without_grades,
)
from assistant.verifying.statement_subject import of_another, order_of, sign_of
from assistant.verifying.statement_time import Time, time_fits, time_of
from assistant.verifying.verification import Check, Slip, Verdict
from corpus.models import Part
from corpus.sentences import Span

_NOT = re.compile(
    r"没有|没能|未能|未(?![来央必免婚知名])|不再|不是|并非|尚未|取消|停止|拒绝|失败|"
    r"无法|不(?!断|仅|但|少|久|同|超|低|高)|"
    r"\b(?:not|no|never|without|failed|fails?|cancel\w*|abandon\w*|stopped|halt\w*|"
    r"refus\w+|n't|lost|unable|yet to)\b|n't\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"增|升|提高|扩大|加强|加快|改善|上涨|\b(?:rose|grew|increase\w*|improv\w+|expand\w*|"
    r"rais\w+|up)\b",
    re.I,
)
_DOWN = re.compile(
    r"降|减|下滑|回落|缩|恶化|放缓|\b(?:fell|declin\w+|decreas\w+|reduc\w+|shr[iau]nk\w*|"
    r"worsen\w*|cut|down|slow\w*)\b",
    re.I,
)
_AIMED = re.compile(
    r"将|计划|拟|力争|争取|确保|目标|今年|\b(?:will|plans?|aims?|to be|intends?|targets?|"
    r"going to)\b",
    re.I,
)
_DONE = re.compile(
    r"已|了|完成|建成|投产|\b(?:has|have|was|were|had|completed|opened|built|won|became)\b", re.I
)
_LIGHT = frozenset(
    "全县 全市 全区 全省 我县 我市 我区 政府 报告 工作 进行 开展 一个 一项 一家".split()
)
# A number that is part of no name: not 4号线, 5G, 4A, "Line 4", “03专项”
_BARE_NUMBER = re.compile(
    r"(?<![\dA-Za-z“\"'’.])(?<!No\. )(?<![A-Z][a-z]{2} )(?<![A-Z][a-z]{3} )(?<![A-Z][a-z]{4} )"
    r"(?<![A-Z][a-z]{5} )(?<![A-Z][a-z]{6} )"
    r"\d[\d.,]*(?![\d.]*\s*(?:号|国道|省道|级|年|月|日|[A-Za-z]))"
)
_YEAR = re.compile(r"(?:19|20)\d\d\s*年?")
_HONOUR = re.compile("示范|百强|先进|典范|标杆|文明|试点|强[县市区]$")  # 全国科普示范县 is no place
_NUMBER = re.compile(r"\d[\d.]*")
# What such reports say of things in many words, both languages side by side: told by one word,
# it is told by another.
_DEEDS = tuple(
    (re.compile(said, re.IGNORECASE), re.compile(told))
    for said, told in (
        (
            r"评为|获评|荣获|获得|授予|入选|列入|认定|摘得|命名|"
            r"\b(?:named|recogni[sz]ed|awarded|includ\w+|select\w*|list\w*|designat\w+|rated|won|"
            r"honou?red)\b",
            "评为|获评|荣获|获得|授予|入选|列入|认定|摘得|命名|成为",
        ),
        (
            r"运营|投运|启用|开通|通车|投产|投用|投入使用|开幕|开放|"
            r"\b(?:open\w*|operation\w*|service|launch\w*|traffic|gone|went|started)\b",
            "运营|投运|启用|开通|通车|投产|投用|投入使用|开幕|开放",
        ),
        (
            r"完工|竣工|建成|完成|\b(?:complet\w+|finish\w+|built)\b",
            "完工|竣工|建成|完成",
        ),
        (
            r"建立|签订|签署|达成|合作|\b(?:sign\w*|form\w*|establish\w*|agreement|partnership|"
            r"enter\w*|struck)\b",
            "建立|签订|签署|达成",
        ),
        ("升格|升级|获批|晋升|晋级", "升格|升级|获批|晋升|晋级"),
        (r"登陆|上市|挂牌|\b(?:listed|went public|floated)\b", "登陆|上市|挂牌"),
    )
)
_SAME = (
    *_DEEDS,
    *(
        (re.compile(said, re.IGNORECASE), re.compile(told))
        for said, told in (
            ("居民|群众|市民|百姓|村民", "居民|群众|市民|百姓|村民"),
            (r"\bfestival\b", "节(?![约能水点奏省])"),
            (r"\bflowers?\b", "花(?!园|费)"),
            (r"\belectronics?\b", "电子"),
        )
    ),
)
# What a plan says of a thing that a statement tells as finished, by whatever word.
_FINISHED = re.compile("完工|竣工|建成|通车|投产|投用|启用|开通|运营|开工|启动建设")
_FINISHED_BY = re.compile(
    r"完工|竣工|建成|通车|投产|投用|启用|开通|运营|投入使用|"
    r"\b(?:complet\w+|finish\w+|built|open\w*|operation\w*|traffic)\b",
    re.IGNORECASE,
)
# Chinese names in Latin letters: Xiangtang, Huawei
_SYLLABLES = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[iu]?a(?:ng?|i|o)?|i?ong|[iu]?e(?:ng?|i|r)?|[iu]?o(?:u)?|"
    r"i(?:n|ng|u)?|u(?:n|i)?|v))+"
)
# Shares of a statement's words that one sentence of the report must hold. English ones are
# looked up in a dictionary, which has not each of them.
_ENOUGH = {Language.ZH: 0.85, Language.EN: 0.7}


@dataclass(frozen=True)
class _Said:
    """A statement, read."""

    text: str
    plain: str  # without its dates and places
    language: Language
    wanted: tuple[Wanted, ...]
    time: Time
    places: frozenset[str]
    apart: bool  # whether it names a place or a market, which are no words of `wanted`
    done: bool  # whether it tells outright of what has been done


def check_statement(text: str, language: Language, knowledge: Knowledge) -> Check:
    """One check for the whole text.

    Supported only where one sentence holds all names and nouns of the statement and nearly all
    its other words, neither denies it nor tells of the other direction, of the same time, place
    and rank, and speaks of the past where the statement does. Where it holds the words but does
    one of these, the statement is contradicted. A number without unit is never supported: it may
    be of anything.
    """
    said = _read(text, language, knowledge)
    found: list[tuple[Span, Slip | bool]] = []
    ordered = order_of(text, said.time.years, knowledge) if said else None
    if ordered:
        found = [(ordered[1], ordered[0] or Slip.DIRECTION)]
    elif said:
        rows = knowledge.clauses
        found = [((one.start, one.end), _judged(one, said, knowledge)) for one in rows]
    found = sorted((one for one in found if one[1]), key=lambda one: one[1] is not True)
    span, judged = found[0] if found else (None, False)
    slip = judged if isinstance(judged, Slip) else None
    wording = explanations_zh if language is Language.ZH else explanations_en
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    verdict = Verdict.CONTRADICTED if slip else Verdict.SUPPORTED
    return Check(
        text=text[start:end],
        start=start,
        end=end,
        indicator="",
        verdict=verdict if span else Verdict.NOT_IN_REPORT,
        slip=slip,
        reported=None,
        citation=cite(knowledge.report, span, 1) if span else None,
        explanation=wording.statement(span is not None, slip),
    )


def _read(text: str, language: Language, knowledge: Knowledge) -> _Said | None:
    """A statement with its words, time and places; None where no sentence can bear it out."""
    report = knowledge.report
    time, rest = time_of(text, language, year_of_statement(report, text))
    places, plain = places_in(rest, knowledge)
    question = understand(without_grades(_POINTING.sub(_blank, plain)), language)
    apart = bool(places) or without_grades(plain) != plain
    wanted = _content(question, knowledge, apart)
    numbers = _BARE_NUMBER.search(_YEAR.sub("", plain)) is not None
    named = tuple(one for one in question.places if not _HONOUR.search(one))
    foreign = bool(foreign_places(replace(question, places=named), knowledge))
    if not wanted or numbers or foreign or not (time.moments or _years_known(time, knowledge)):
        return None
    others = blanked(plain, [(word.topic.start, word.topic.end) for word in wanted])
    past = bool(time.years) and report.year is not None and max(time.years) < report.year
    done = past or _DONE.search(others) is not None
    return _Said(text, plain, language, wanted, time, places, apart, done)


def _years_known(time: Time, knowledge: Knowledge) -> bool:
    text = knowledge.report.text
    return all(year in knowledge.years or f"{year}年" in text for year in time.years)


# "该板块", "that market": what was named before
_POINTING = re.compile("[该这那][\u4e00-\u9fff]{2}")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _judged(entry: ClauseEntry, said: _Said, knowledge: Knowledge) -> Slip | bool:
    """Whether a sentence says the same; the slip where it tells the matter otherwise."""
    report = knowledge.report
    sentence = folded_name(report.text[entry.start : entry.end])
    planned = entry.section is not None and entry.section.part is Part.PLAN
    finished = said.done and _FINISHED_BY.search(said.text)
    loose = bool(planned and finished and not _AIMED.search(said.text))
    held = _stretch(sentence, said, loose)
    if not held:
        return False
    signs = sign_of(said.text), sign_of(held)
    if signs[0] and signs[0] != signs[1]:
        return Slip.DIRECTION if signs[1] else False
    if _another_did(said, held):
        return Slip.SCOPE if _FIRST.search(said.text) and _FIRST.search(held) else False
    fits = (
        time_fits(said.time, held, entry.section, report.year),
        place_fits(said.places, sentence, held, knowledge),
        frame_fits(said.text, held),
    )
    slips = [one for one in fits if isinstance(one, Slip)]
    if loose:  # a plan contradicts what is said to be done, of whatever year
        return Slip.KIND if set(slips) <= {Slip.YEAR} else False
    slip = _slip(planned, held, said, report.year)
    if slip and said.done and slips == [Slip.YEAR]:
        slips = []
    if False in fits or len(slips) + (slip is not None) > 1:
        return False
    return slip or (slips[0] if slips else True)


_FIRST = re.compile(r"[首第][一家个]|唯一|\b(?:first|only)\b", re.IGNORECASE)


def _another_did(said: _Said, held: str) -> bool:
    """Whether a stretch tells the statement's deed of something else in a list."""
    if said.language is not Language.ZH:
        return False
    names = [word for word in said.wanted if not _is_deed(word)]
    first = min(names, key=lambda word: word.topic.start, default=None)
    deeds = [told for one, told in _DEEDS if one.search(said.text)]
    return first is not None and of_another(held, first.alternatives, deeds)


def _content(question: Question, knowledge: Knowledge, placed: bool) -> tuple[Wanted, ...]:
    """All words that say something; at least two, since one alone claims nothing of no place."""
    kept = tuple(
        topic
        for topic in question.topics
        if topic.text not in _LIGHT
        and len(topic.text) > 1
        and not (_NOT.search(topic.text) or is_rank(topic.text))
    )
    wanted = wanted_words(replace(question, topics=kept), knowledge)
    spelled = tuple(_spelled(word, knowledge) for word in wanted)
    return spelled if len(spelled) + placed >= 2 else ()


def _is_name(word: Wanted) -> bool:
    """A Chinese name in Latin letters."""
    text = re.sub("['’]s$", "", word.topic.text)
    return (
        text[0].isupper()
        and not word.topic.terms
        and len(text) > 3
        and _SYLLABLES.fullmatch(text.lower()) is not None
    )


def _spelled(word: Wanted, knowledge: Knowledge) -> Wanted:
    """With what the report may spell so, for a Latin name: Xiangtang is 向塘."""
    text = word.topic.text
    if not (text[0].isupper() and text.isascii()) or word.topic.terms:
        return word
    key = re.sub("['’]s$|[^a-z]", "", text.lower())
    names = knowledge.spelled.get(key, ())
    return replace(word, alternatives=(*word.alternatives, *names))


def _stands(word: Wanted, held: str, sentence: str, loose: bool) -> bool:
    """Whether a stretch of a sentence has a word, all its parts (上市的企业) or another for it."""
    if any(one and one in held for one in word.alternatives):
        return True
    said = word.topic.text
    parts = said.split("的")
    if len(parts) > 1 and all(len(one) > 1 and one in sentence for one in parts):
        return any(one in held for one in parts)
    if _ON_TIME.fullmatch(said) and _UNFINISHED.search(held):
        return True
    if loose and _FINISHED_BY.fullmatch(said) and _FINISHED.search(held):
        return True
    return any(one.search(said) and told.search(held) for one, told in _SAME)


# Words that many things are called by: 63个(项目)建成投产 says nothing of one of others.
_BLAND = re.compile(
    r"项目|工程|建设|企业|工作|产业|基地|平台|活动|单位|\b(?:projects?|works?|enterprises?)\b", re.I
)


def _is_deed(word: Wanted) -> bool:
    """Whether a word tells what was done with a thing: 通车, "opened"; others do so of others."""
    return _BLAND.fullmatch(word.topic.text) is not None or any(
        one.fullmatch(word.topic.text) for one, _ in _DEEDS
    )


def _stretch(sentence: str, said: _Said, loose: bool) -> str:
    """The stretch between commas that holds a statement's words; "" where none holds enough.

    All that name something must stand in it. What was done counts only beside a name: of
    路基完成85%,南门大桥建成通车 the roadbed is not opened.
    """
    numbers = set(_NUMBER.findall(_YEAR.sub("", without_grades(said.plain))))
    if not numbers <= set(_NUMBER.findall(sentence)):
        return ""
    pieces = [one for one in re.split("(?<=[,，;；])", sentence) if one]
    holding = [[w for w in said.wanted if _stands(w, one, sentence, loose)] for one in pieces]
    for at, words in enumerate(holding):
        if all(map(_is_deed, words)) and not _GOES_ON.match(pieces[at]):
            holding[at] = []
    there = [word for word in said.wanted if any(word in words for words in holding)]
    total = held = 0.0
    for word in said.wanted:
        strict = word.topic.terms or word.topic.noun
        if said.language is Language.EN:
            strict = _is_name(word)
        if strict and word not in there:
            return ""
        total += word.weight
        held += word.weight if word in there else 0.0
    if len(there) + said.apart < 2 or held < _ENOUGH[said.language] * total:
        return ""
    spans = (
        (end - begin, begin, end)
        for begin in range(len(pieces))
        for end in range(begin + 1, len(pieces) + 1)
        if all(any(word in words for words in holding[begin:end]) for word in there)
    )
    _, begin, end = min(spans)
    while end < len(pieces) and _IS.match(pieces[end]):
        end += 1
    return "".join(pieces[begin:end]).rstrip(",，;；")


_IS = re.compile("(?:均|也|并)?(?:为|成为|系|是|位?[列居])")  # …,为全省唯一
# …,并投入使用: what a piece goes on to tell of what was named before
_GOES_ON = re.compile("并|且|现|已|目前|正式|全部|全面|随后|于|均|都")


# 仅剩复绿一事尚在推进: of what is said to be done
_UNFINISHED = re.compile("尚在|仍在|还在|有待|尚需|仅剩|滞后|进展缓慢|延至|推迟|延期|延后")
_ON_TIME = re.compile("如期|按期|按时|顺利|圆满")


def _slip(planned: bool, held: str, said: _Said, plan: int | None) -> Slip | None:
    """What a sentence with the statement's words tells otherwise."""
    if _denies(said.text) != _denies(held) or _turned(said.text, held):
        return Slip.DIRECTION
    if said.done and _UNFINISHED.search(held) and not _UNFINISHED.search(said.text):
        return Slip.DIRECTION
    ahead = plan and said.time.years and min(said.time.years) >= plan and not said.done
    aimed = ahead or _AIMED.search(said.text)
    if (planned and not aimed) or (not planned and aimed and not said.done):
        return Slip.KIND
    return None


# 结束了不通高铁的历史: what has come to an end is no more
_ENDED = re.compile(
    r"结束|告别|摆脱|\b(?:end(?:ed|ing)? (?:its|the|an?)|no longer|farewell)\b", re.I
)


def _denies(text: str) -> bool:
    """Whether a text says no to its matter; to say that a lack has ended is to say yes."""
    if not _ENDED.search(text):
        return _NOT.search(text) is not None
    return len(_NOT.findall(_ENDED.sub("", text))) % 2 == 0


def _turned(text: str, held: str) -> bool:
    """Whether the one tells of a rise and the other of a fall only."""
    up, down = _UP.search(text), _DOWN.search(text)
    rise, fall = _UP.search(held), _DOWN.search(held)
    return bool((up and not down and fall and not rise) or (down and not up and rise and not fall))
