"""Turns a question that leans on the turn before into a full one, without a language model.

A follow-up either fills slots of the question before (那2021年呢? and retail sales?): it is put
together anew from period, target or achieved, measure and topic of both. Or it asks something
of its own about what the question before was about (改造了几座? when will it open?): it keeps its
words and is given the subject that it lacks. Nothing is taken where that would be wrong: a new
year does not keep the old year's "target", and a new subject with a question of its own keeps
nothing.
"""

from __future__ import annotations

import re

from assistant.follow_ups.completion import (
    asks_all,
    completed,
    dated,
    has_own_words,
    leaves_out,
    of_the_report,
    points_back,
    shared_out,
)
from assistant.follow_ups.elsewhere import elsewhere
from assistant.follow_ups.slots import in_slots, measures_for, period_in, weighed
from assistant.follow_ups.substitution import correction, named_item, replaced
from assistant.matching.report_head import DELIVERED, SPEAKER
from assistant.matching.subject import is_standing, subject_of, with_its_name
from assistant.models import Language, Turn
from assistant.questions import phrases
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.pieces import pieces_of
from assistant.questions.question import Form, Question
from assistant.questions.understanding import understand

_SHORT = 12  # Chinese signs, or 4 English words: so short a question without a cue leans too
_WORDS = 4
# What says at once that a question goes on: 那2021年呢?, "and for retail sales?"
_CUE = re.compile(
    r"^\s*(?:那么?(?![些个])|还有|以及|另外|其中|同期|换成|相比之下|"
    r"(?:(?:ok|okay|so|well)[,\s]+)?(?:and|what about|how about|but|also|then|same for|or)\b)",
    re.IGNORECASE,
)
# 学位呢?, "how many places did they add?": so only a brief one does
_WEAK_CUE = re.compile(r"呢\s*[?？。]?\s*$|\b(?:they|them|there)\b", re.IGNORECASE)
# 好的,那2022年呢? "Thanks. And exports?", "Sorry, 2022."
_MANNERS = re.compile(
    r"^(?:(?:好的?|嗯+|哦+|谢谢你?|多谢|明白了?|知道了|了解|收到|对了|抱歉|不好意思|不对|"
    r"thanks|thank you|ok(?:ay)?|great|got it|i see|right|sorry|oh|hmm|actually|wait)"
    r"[,，。.!！\s]+)+",
    re.IGNORECASE,
)
# 还有别的吗? the same question is asked again
_MORE = re.compile(
    r"还有(?:别的|其[他它]的?|什么)?(?:吗|呢)?[?？]?|(?:what|anything) else\s*\??", re.IGNORECASE
)
# How? after an aim or a problem
_HOW = re.compile(
    r"^\s*(?:and |but |so )?how(?: exactly| so| specifically| is that to be done)?\s*\?*$",
    re.IGNORECASE,
)
# "And the year before?": counted from the year that was asked about; not "up on the year before"
_YEAR_BEFORE = re.compile(
    r"(?<![比较同与跟])再?[前上]一年|(?<![前比较同与跟])上年|前年|"
    r"(?<!on )(?<!than )(?<!over )(?<!from )(?<!with )(?<!against )"
    r"\bthe (?:year before(?: that)?|previous year|preceding year|prior year)\b",
    re.IGNORECASE,
)


def resolve(question: str, history: tuple[Turn, ...]) -> str:
    """The question in full.

    Args:
        question: as asked.
        history: the turns before, oldest first.

    Returns:
        The question itself where it stands alone, or where nothing before it helps.
    """
    before = answer = ""
    for turn in history:
        if turn.role == "user" and turn.content.strip():
            before, answer = _resolved(turn.content, before, answer), ""
        elif turn.role == "assistant":
            answer = turn.content
    return _resolved(question, before, answer)


def question_parts(text: str) -> list[tuple[str, str]]:
    """The parts of a question, as said and as full questions: "…有多少个,投多少钱?" has two.

    Each part takes what it leaves open from the one before, as a follow-up does.
    """
    pieces = pieces_of(text)
    if len(pieces) < 2:
        return []
    full: list[str] = []
    for piece in pieces:
        full.append(_resolved(piece, full[-1] if full else ""))
    complete = all(understand(part).has_topic for part in full)
    return list(zip(pieces, full, strict=True)) if complete else []


def _resolved(text: str, before: str, answer: str = "") -> str:
    if not before:
        return text
    item = named_item(text, answer)
    if item:
        return item
    text = _MANNERS.sub("", text) or text
    if _MORE.fullmatch(text):
        return before
    corrected = correction(text, before)
    if corrected:
        before, meant = corrected
        if not meant:
            return before
        text = f"{meant}呢?" if understand(meant).language is Language.ZH else f"And {meant}?"
    previous = understand(before)
    asked = understand(_dated(text, previous))
    if SPEAKER.search(before) or DELIVERED.search(before):
        return of_the_report(asked) if _leans(asked, previous) else text
    if not previous.has_topic:
        return text
    there = elsewhere(asked, previous)
    if there:
        return there
    named = with_its_name(asked, previous)
    if named != asked.text:
        return dated(understand(named), _carried(asked, previous))
    if not _leans(asked, previous):
        return text
    parts = question_parts(before) if asked.has_period and not asked.has_topic else []
    if len(parts) > 1 and not has_own_words(asked):
        return "".join(_in_full(asked, understand(part)) for _, part in parts)
    return _in_full(asked, previous)


def _dated(text: str, previous: Question) -> str:
    """The text with "the year before" as the year that it is."""
    if not previous.has_period:
        return re.sub(r"(?i)\bthe year before(?: that)?\b", "last year", text)
    if len(previous.years) == 1:
        return _YEAR_BEFORE.sub(f"{previous.years[0] - 1}", text)
    english = previous.relative == (0,) and understand(text).language is Language.EN
    return _YEAR_BEFORE.sub("last year", text) if english else text


def _leans(asked: Question, previous: Question) -> bool:
    """Whether a question needs the one before."""
    text = asked.text
    if SPEAKER.search(text) or DELIVERED.search(text):
        return False
    if leaves_out(asked, previous) or points_back(asked):
        return True
    if asked.form in (Form.LIST, Form.CLAUSE) and any(
        pattern.search(text) for pattern in (phrases.LIST, phrases.WHO, phrases.WHERE)
    ):
        return False
    words = len(re.findall("[A-Za-z]+", text))
    english = asked.language is Language.EN
    brief = words <= 2 * _WORDS if english else len(text) <= _SHORT
    weak = brief and (has_own_words(asked) or not english) and _WEAK_CUE.search(text)
    if _CUE.search(text) or weak:
        return True
    short = words <= _WORDS if english else len(text) <= _SHORT
    return short and not (asked.has_period or asked.form is Form.FIGURE or has_own_words(asked))


def _in_full(asked: Question, previous: Question) -> str:
    lacks = leaves_out(asked, previous)
    held = weighed(asked, previous) if lacks else None
    if held:
        return held
    shared = shared_out(asked, previous, period_in(previous, asked.language))
    if shared:
        return shared
    if lacks and asked.form is Form.COMPARISON:  # with another year, or another place
        return completed(asked, previous, period_in(previous, asked.language))
    if lacks and _HOW.match(asked.text):
        return measures_for(subject_of(previous), previous)
    if points_back(asked) or (lacks and (has_own_words(asked) or asked.has_topic)):
        return completed(asked, previous, _carried(asked, previous))
    if has_own_words(asked):
        period = _carried(asked, previous)
        return dated(asked, period) if period else asked.text
    return (None if lacks else replaced(asked, previous)) or in_slots(asked, previous, lacks)


def _carried(asked: Question, previous: Question) -> str:
    """The period of the question before, where the follow-up may be about it too."""
    other = (asked.target or asked.actual) and asked.target != previous.target
    if (
        asked.has_period
        or other
        or (asks_all(asked.text) and asked.unit is not AskedUnit.MONEY)  # but 总共投多少钱
        or asked.form is not Form.FIGURE
        or is_standing(asked)
    ):
        return ""
    return period_in(previous, asked.language)
