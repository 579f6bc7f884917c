"""Checks a claim that gives no figure: whether one sentence of the report says the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from pypinyin import lazy_pinyin

from assistant import explanations_en, explanations_zh
from assistant.claims import blanked
from assistant.knowledge import ClauseEntry, Knowledge, folded_name
from assistant.models import Language
from assistant.places import foreign_places
from assistant.question import Question, understand
from assistant.statement import cite
from assistant.verification import Check, Slip, Verdict
from assistant.wanted import Wanted, wanted_words
from corpus.models import Part

_NOT = re.compile(
    r"没有|没能|未能|未(?=[完实达通获建成能])|不再|不是|并非|尚未|取消|停止|拒绝|失败|"
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
_SAME = tuple(
    (re.compile(said, re.IGNORECASE), re.compile(told))
    for said, told in (
        (
            r"评为|获评|荣获|获得|授予|入选|列入|认定|摘得|命名|"
            r"\b(?:named|recogni[sz]ed|awarded|includ\w+|select\w*|list\w*|designat\w+|rated|won|"
            r"honou?red)\b",
            "评为|获评|荣获|获得|授予|入选|列入|认定|摘得|命名|成为",
        ),
        (
            r"运营|投运|启用|开通|通车|投产|投用|投入使用|"
            r"\b(?:open\w*|operation\w*|service|launch\w*|traffic|gone|went|started)\b",
            "运营|投运|启用|开通|通车|投产|投用|投入使用",
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
    )
)
# Chinese names in Latin letters: Xiangtang, Huawei
_SYLLABLES = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[iu]?a(?:ng?|i|o)?|i?ong|[iu]?e(?:ng?|i|r)?|[iu]?o(?:u)?|"
    r"i(?:n|ng|u)?|u(?:n|i)?|v))+"
)
# Shares of a statement's words that one sentence of the report must hold. English ones are
# looked up in a dictionary, which has not each of them.
_ENOUGH = {Language.ZH: 0.85, Language.EN: 0.7}


def check_statement(text: str, language: Language, knowledge: Knowledge) -> Check:
    """One check for the whole text.

    Supported only where one sentence holds all names and nouns of the statement and nearly all
    its other words, neither denies it nor tells of the other direction, and speaks of the past
    where the statement does. Where it holds the words but does one of these, the statement is
    contradicted. A number without unit is never supported: it may be of anything.
    """
    question = understand(text, language)
    wanted = _content(question, knowledge)
    found: list[tuple[ClauseEntry, Slip | None]] = []
    numbers = _BARE_NUMBER.search(_YEAR.sub("", text)) is not None
    places = tuple(one for one in question.places if not _HONOUR.search(one))
    foreign = bool(foreign_places(replace(question, places=places), knowledge))
    elsewhen = not _years_known(question, knowledge)
    if wanted and not (numbers or foreign or elsewhen):
        plain = blanked(text, [(word.topic.start, word.topic.end) for word in wanted])
        for one in knowledge.clauses:
            sentence = folded_name(knowledge.report.text[one.start : one.end])
            if _holds(sentence, text, wanted, language):
                held = _around(sentence, wanted)
                found.append((one, _slip(one, held, text, plain, question)))
    found.sort(key=lambda one: one[1] is not None)
    entry, slip = found[0] if found else (None, None)
    wording = explanations_zh if language is Language.ZH else explanations_en
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    verdict = Verdict.CONTRADICTED if slip else Verdict.SUPPORTED
    return Check(
        text=text[start:end],
        start=start,
        end=end,
        indicator="",
        verdict=verdict if entry else Verdict.NOT_IN_REPORT,
        slip=slip,
        reported=None,
        citation=cite(knowledge.report, (entry.start, entry.end), 1) if entry else None,
        explanation=wording.statement(entry is not None, slip),
    )


def _years_known(question: Question, knowledge: Knowledge) -> bool:
    return not question.years or set(question.years) <= knowledge.years


def _content(question: Question, knowledge: Knowledge) -> tuple[Wanted, ...]:
    """All words that say something; at least two, since one alone claims nothing."""
    kept = tuple(
        topic for topic in question.topics if topic.text not in _LIGHT and len(topic.text) > 1
    )
    wanted = wanted_words(replace(question, topics=kept), knowledge)
    spelled = tuple(_spelled(word, knowledge) for word in wanted)
    return spelled if len(spelled) >= 2 else ()


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
    names = _names(knowledge.report.sha256, knowledge.report.text).get(key, ())
    return replace(word, alternatives=(*word.alternatives, *names))


@lru_cache(maxsize=8)
def _names(_sha256: str, text: str) -> Mapping[str, tuple[str, ...]]:
    """Two to four signs of a report in a row, by their Latin spelling without tones."""
    table: dict[str, set[str]] = defaultdict(set)
    sound = {sign: lazy_pinyin(sign)[0] for sign in set(re.findall("[\u4e00-\u9fff]", text))}
    for run in re.findall("[\u4e00-\u9fff]{2,}", text):
        for at in range(len(run)):
            for size in (2, 3, 4):
                part = run[at : at + size]
                if len(part) == size:
                    table["".join(sound[sign] for sign in part)].add(part)
    return {spelled: tuple(parts) for spelled, parts in table.items()}


def _holds(held: str, text: str, wanted: tuple[Wanted, ...], language: Language) -> bool:
    """Whether a sentence holds enough of a statement's words, and all that name something."""
    if not set(_NUMBER.findall(_YEAR.sub("", text))) <= set(_NUMBER.findall(held)):
        return False
    total = said = 0.0
    words = 0
    for word in wanted:
        there = any(one and one in held for one in word.alternatives)
        if not there:
            there = any(one.search(word.topic.text) and told.search(held) for one, told in _SAME)
        strict = word.topic.terms or word.topic.noun if language is Language.ZH else _is_name(word)
        if strict and not there:
            return False
        total += word.weight
        said += word.weight if there else 0.0
        words += there
    return words >= 2 and said >= _ENOUGH[language] * total


def _around(held: str, wanted: tuple[Wanted, ...]) -> str:
    """The stretch between commas that holds the words found."""
    spots = [
        (held.find(one), held.find(one) + len(one))
        for word in wanted
        for one in word.alternatives
        if one and one in held
    ]
    start = max(held.rfind(sign, 0, min(a for a, _ in spots)) for sign in ",，;；。") + 1
    last = max(b for _, b in spots)
    ends = [at for sign in ",，;；。" if (at := held.find(sign, last)) >= 0]
    return held[start : min(ends, default=len(held))]


def _slip(entry: ClauseEntry, held: str, text: str, plain: str, question: Question) -> Slip | None:
    """What a sentence with the statement's words tells otherwise."""
    if (_NOT.search(text) is None) != (_NOT.search(held) is None) or _turned(text, held):
        return Slip.DIRECTION
    section = entry.section
    if section is None:
        return None
    years = set(question.years)
    if years and section.year and section.year not in years:
        return Slip.YEAR
    planned = section.part is Part.PLAN
    aimed, done = _AIMED.search(text), _DONE.search(plain)
    if (planned and not aimed) or (not planned and aimed and not done):
        return Slip.KIND
    return None


def _turned(text: str, held: str) -> bool:
    """Whether the one tells of a rise and the other of a fall only."""
    up, down = _UP.search(text), _DOWN.search(text)
    rise, fall = _UP.search(held), _DOWN.search(held)
    return bool((up and not down and fall and not rise) or (down and not up and rise and not fall))
