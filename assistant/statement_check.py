"""Checks a claim that gives no figure: whether one clause of the report says all of it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import explanations_en, explanations_zh
from assistant.claims import blanked
from assistant.knowledge import ClauseEntry, Knowledge
from assistant.matching import Wanted, wanted_words
from assistant.models import Language
from assistant.places import foreign_places
from assistant.question import Question, understand
from assistant.statement import cite
from assistant.verification import Check, Verdict
from corpus.models import Part

_NOT = re.compile(
    r"没有|没能|未能|未(?=[完实达通获建成能])|不再|不是|并非|尚未|取消|停止|拒绝|失败|"
    r"无法|不(?=[断])|"
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
_LIGHT = frozenset("南昌县 全县 我县 政府 县政府 报告 工作 进行 开展 一个 一项".split())


def check_statement(text: str, language: Language, knowledge: Knowledge) -> Check:
    """One check for the whole text.

    Supported only where all content words stand in one clause that neither denies it nor tells
    of the other direction, and that speaks of the past where the claim does.
    """
    question = understand(text, language)
    wanted = _content(question, knowledge)
    entry = None
    if wanted and not foreign_places(question, knowledge) and _years_known(question, knowledge):
        entry = next((one for one in knowledge.clauses if _says(one, text, question, wanted)), None)
    wording = explanations_zh if language is Language.ZH else explanations_en
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return Check(
        text=text[start:end],
        start=start,
        end=end,
        indicator="",
        verdict=Verdict.SUPPORTED if entry else Verdict.NOT_IN_REPORT,
        slip=None,
        reported=None,
        citation=cite(knowledge.report, (entry.start, entry.end), 1) if entry else None,
        explanation=wording.statement(entry is not None),
    )


def _years_known(question: Question, knowledge: Knowledge) -> bool:
    return not question.years or set(question.years) <= knowledge.years


def _content(question: Question, knowledge: Knowledge) -> tuple[Wanted, ...]:
    """All words that say something; at least two, since one alone claims nothing."""
    kept = tuple(
        topic for topic in question.topics if topic.text not in _LIGHT and len(topic.text) > 1
    )
    wanted = wanted_words(replace(question, topics=kept), knowledge)
    return wanted if len(wanted) >= 2 else ()


def _says(entry: ClauseEntry, text: str, question: Question, wanted: tuple[Wanted, ...]) -> bool:
    held = entry.text
    if not all(any(one in held for one in word.alternatives) for word in wanted):
        return False
    plain = blanked(text, [(word.topic.start, word.topic.end) for word in wanted])
    if (_NOT.search(text) is None) != (_NOT.search(held) is None):
        return False
    if _turned(text, held):
        return False
    section = entry.section
    if section is None:
        return True
    years = set(question.years)
    if years and section.year and section.year not in years:
        return False
    planned = section.part is Part.PLAN
    aimed, done = _AIMED.search(text), _DONE.search(plain)
    return not (planned and not aimed) and not (not planned and aimed and not done)


def _turned(text: str, held: str) -> bool:
    """Whether the one tells of a rise and the other of a fall only."""
    up, down = _UP.search(text), _DOWN.search(text)
    rise, fall = _UP.search(held), _DOWN.search(held)
    return bool((up and not down and fall and not rise) or (down and not up and not fall))
