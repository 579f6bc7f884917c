"""Holds the words before a figure to those of the report: which way it went, of what it is a part.

The grammar of figures reads the direction of growth only. What rose *to* a level, a count that
fell *by* some, and the whole of a share are told by the words alone.
"""

from __future__ import annotations

import re

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.models import Language
from corpus.glossary import load_glossary
from corpus.models import Kind, Measure

_CLAUSE = re.compile(r"[,，](?!\d{3})|[;；。:：]|\.\s")
# 提高到, 增至, 净增 / 降至, 压缩至; not 高于, 低于, which only compare
_UP_ZH = "增长|增加|增至|净增|新增|提高|提升|上升|上涨|升至|扩大|扩展|拓展"
_DOWN_ZH = "下降|减少|降低|降至|降到|下滑|回落|缩小|缩短|压减|压缩|压降|精简"
_MOVED_ZH = re.compile(f"(?P<up>{_UP_ZH})|(?P<down>{_DOWN_ZH})")
_MOVED_EN = re.compile(
    r"\b(?:(?P<up>rose|ris(?:e|es|ing|en)|grew|grow\w*|increas\w+|climb\w*|expand\w*|jump\w*|up)|"
    r"(?P<down>fell|fall\w*|drop\w*|declin\w+|decreas\w+|down|shrank|reduc\w+|cut|shorten\w*))\b",
    re.IGNORECASE,
)
_NO_MOVE = re.compile(r"(?:speed\w*|set|built|build\w*|made|mak\w+|open\w*) up", re.IGNORECASE)
# 占GDP比重达到(2.31%), 占一般公共预算支出的(81.2%)
_WHOLE = re.compile(
    r"占(?!地(?!区)|比)(?P<whole>[\u4e00-\u9fffA-Za-z]{2,14}?)的?(?:比重|比例|份额|比)?"
    r"(?:提高|上升|增加|预计|已|将|达|到|为|约|近|超过?|至)*$"
)
# 目标是增长(6%), "the target is (6%)"
_CALLED_AIM = re.compile(r"目标(?:是|为|值为?)|\btargets? (?:is|was|of)\b", re.IGNORECASE)


def direction_differs(
    claim: Claimed, sentence: str, entry: FigureEntry, knowledge: Knowledge
) -> bool:
    """Whether a sentence has a figure rise that the report has fall, or the reverse."""
    said = _moved(_before(sentence, claim.start), claim.language)
    reported = _moved(_in_report(entry, knowledge), Language.ZH)
    return said * reported < 0


def whole_differs(claim: Claimed, sentence: str, entry: FigureEntry, knowledge: Knowledge) -> bool:
    """Whether a share is told as one of another whole: 占财政总收入…2.31% for 占GDP…2.31%."""
    said = _WHOLE.search(_before(sentence, claim.start))
    reported = _WHOLE.search(_in_report(entry, knowledge)) or _WHOLE.search(entry.name)
    if said is None or reported is None or entry.figure.measure is not Measure.SHARE:
        return False
    one, two = said["whole"], reported["whole"]
    if one in two or two in one:
        return False
    return not _terms(one) & _terms(two)


def called_an_aim(claim: Claimed, sentence: str, entry: FigureEntry) -> bool:
    """Whether what is no target is called one in so many words: 目标是增长4.6%."""
    if entry.figure.kind is Kind.TARGET or entry.figure.measure is Measure.CHANGE:
        return False
    return _CALLED_AIM.search(_before(sentence, claim.start)) is not None


def _terms(name: str) -> set[str]:
    return {term.zh for match in load_glossary().find(name) for term in match.terms}


def _before(sentence: str, start: int) -> str:
    """What stands before a position in its clause."""
    return _CLAUSE.split(sentence[:start])[-1]


def _in_report(entry: FigureEntry, knowledge: Knowledge) -> str:
    start = entry.figure.start
    return _CLAUSE.split(knowledge.report.text[max(0, start - 40) : start])[-1]


def _moved(text: str, language: Language) -> int:
    """1 up, -1 down, by the last word that tells; 0 where none does."""
    pattern = _MOVED_ZH if language is Language.ZH else _MOVED_EN
    found = list(pattern.finditer(_NO_MOVE.sub(" ", text)))
    if not found:
        return 0
    return 1 if found[-1]["up"] else -1
