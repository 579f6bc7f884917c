"""The figures that a question gives as facts, and the stretch of it that gives each."""

from __future__ import annotations

import re

from assistant.answers.figure_groups import DURATIONS
from assistant.claims import Claimed, lines
from assistant.evidence.knowledge import Knowledge
from assistant.questions import phrases, places_asked, times
from assistant.questions.question import Question, language_of
from assistant.verify import read_claims
from corpus.models import Qualifier
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_ANY = re.compile(
    r"\d|[一二两三四五六七八九十]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|"
    r"third|half|\w+th)\b",
    _IGNORE,
)
# 是8.7%还是9.7%, "8% or 8.5%": nothing is asserted
_CHOICE = re.compile(
    r"\d[^,，。?？]*(?:还是|或者?|\bor\b)\s*(?!more|above|so\b)[^,，。?？]*\d", _IGNORE
)
_IN_A_ROW = re.compile(r"连续|\b(?:consecutive|straight|in a row|running)\b", _IGNORE)
_QUOTES = "'\"‘’“”"
BOUNDS = (
    Qualifier.AT_LEAST,
    Qualifier.AT_MOST,
    Qualifier.MORE_THAN,
    Qualifier.NEARLY,
)


def asserted(question: Question, knowledge: Knowledge) -> list[Claimed]:
    """The figures that a question gives as facts; none that it asks for or lets choose from.

    Nor whose they are: which county ranks first.
    """
    text = question.text
    if places_asked.BEST_PART.search(text):
        return []
    if not _ANY.search(times.YEAR.sub("", text)) or _CHOICE.search(text):
        return []
    language = language_of(text)
    # as long, so that offsets stay: 为什么 is no part of a name, nor what stands behind a dash
    plain = phrases.WHY.sub(lambda why: " " * len(why[0]), text)
    plain = _IS_IT_NOT.sub("  ", plain)
    plain = _WHERE_TO.sub(lambda asks: "," + " " * (len(asks[0]) - 1), plain)
    plain = _TENTHS.sub(lambda part: f"{_DIGITS[part[1]]}{_DIGITS[part[2]]}%", plain)
    plain = _DASH.sub(lambda dash: f" ;{' ' * (len(dash[0]) - 2)}", plain)
    plain = _PARTICLES.sub(lambda end: " " * len(end[0]), plain)
    read = [one for line in lines(plain) for one in read_claims(line, knowledge, language)[0]]
    return [one for one in read if _is_asserted(one, text)]


# 去年(不是)提高了1.9个百分点吗: who asks so takes it for granted
_IS_IT_NOT = re.compile("不是(?=[^,，。?？]{2,30}吗)")
# 新增的3600个托位(都分在哪些乡镇): what is asked of what is counted
_WHERE_TO = re.compile(
    r"(?:都|又|各|分别|主要)?[\u4e00-\u9fff]{0,2}(?:在|到|给|于)了?(?:哪|谁|什么)[^,，。?？]*[?？]?$"
)
_TENTHS = re.compile("([一两二三四五六七八九])成([一二三四五六七八九半])")  # 一成五 is 15%
_DIGITS = {sign: str(at) for at, sign in enumerate("零一二三四五六七八九")} | {"两": "2", "半": "5"}
_WHICH = re.compile(r"(?:\bwhich|\bwhat|哪)$", re.IGNORECASE)


def _is_asserted(claim: Claimed, text: str) -> bool:
    before, after = text[: claim.start].rstrip(), text[claim.end :].lstrip()
    if before[-1:] in _QUOTES and before and after[:1] in _QUOTES:
        return False  # '152' is a name
    if _WHICH.search(before):
        return False  # "which two schools": the asker counts, the report may not
    if claim.unit in DURATIONS and not _IN_A_ROW.search(claim.frame):
        return False
    # "which towns took in over 5 million yuan?" filters, it asserts nothing
    asks = phrases.ASKS.search(phrases.WHY.sub("", clause_of(claim, text)))
    return not (claim.qualifier in BOUNDS and asks and not phrases.WHETHER.search(text))


# 已经达到240家(了吧)?: what stands behind a number is what is counted, which no particle is
_PARTICLES = re.compile(r"了?[吗吧呢么啊](?=\s*(?:[,，?？]|$))")
_DASH = re.compile(r"\s[—–-]\s")
BREAK = re.compile(rf"[,，](?!\d{{3}})|[;；。?？!！]|\.(?=\s|$)|{_DASH.pattern}")


def _stretch_at(place: int, text: str) -> Span:
    """The stretch of a question between its breaks that holds a place."""
    before, after = BREAK.split(text[:place])[-1], BREAK.split(text[place:])[0]
    return place - len(before), place + len(after)


def stated_at(place: int, text: str) -> bool:
    """Whether a place is in a stretch that asks nothing, before one that does: A上市了,募了多少?"""
    start, end = _stretch_at(place, text)
    return not phrases.ASKS.search(text[start:end]) and phrases.ASKS.search(text[end:]) is not None


def clause_of(claim: Claimed, text: str) -> str:
    """The stretch of a question between its breaks that gives a figure."""
    return text[slice(*_stretch_at(claim.start, text))]
