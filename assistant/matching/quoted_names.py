"""Names in quotation marks with a number in them, and what a report lists under such a name."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import Knowledge
from assistant.evidence.names import folded_name
from assistant.evidence.spelling import spellings
from assistant.matching.report_words import alternatives_of, is_name
from assistant.questions import times
from assistant.questions.question import Question
from assistant.questions.topics import Topic
from corpus.sentences import Span

# but not city dwellers(' pay - what')s the amount
_QUOTED = re.compile("(?:[“「『\"]|(?<![A-Za-z])[‘'])([^”」』\"’']{2,60})[”」』\"’']")
# Cai Yuan Xin Dai Tong, Xue Liang: capitals, each before a syllable or two
_SPELLED = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{1,11}(?:[ -][A-Z][a-z]{1,11})+(?![A-Za-z])")
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_SIGNS = "一二三四五六七八九十"
_FULL, _SLIGHT = 2, 1
# “三个100%”分别指什么, "what are the 'four major programmes'"
_ASKS = re.compile(
    r"指的?(?:是)?(?:什么|哪|啥)|(?:是|有|包括|包含)(?:了)?(?:什么|哪|啥)|"
    r"\bwhat (?:exactly )?(?:are|were) the\s*[“\"'‘]|\bwhat do(?:es)? (?:the|its)?\s*[“\"'‘]|"
    r"\b(?:which|what) .{2,40}\bmake up the\s*[“\"'‘]",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"per ?cent|%", re.IGNORECASE)
_FIRST = (2, 3)  # signs of a name's first word
_ITEMS = 2  # a list has so many at least


def report_name(question: Question, span: Span, knowledge: Knowledge) -> str | None:
    """The report's own name for one of an English question, by its sound or with a number.

    "Caiyuan Xindaitong" is “财园信贷通”, and so is "Caiyuan Credit Link". "20 Measures Benefiting
    Agriculture" is “惠农20条”: the number is the same, and a word of the one has a sign of the
    other. None where no name of the report fits, or several do as well.
    """
    said = question.text[span[0] : span[1]]
    numbers = _numbers(said)
    words = [
        _without_sound(alternatives_of(one, knowledge))
        for one in question.topics
        if span[0] <= one.start < span[1]
        and not one.text[0].isdigit()
        and one.text.lower() not in _NUMBERS
    ]
    if not numbers:
        return _sounding(said, knowledge, words)
    scores: dict[str, int] = {}
    for found in _QUOTED.finditer(knowledge.report.text):
        name = folded_name(found[1])
        if not any(re.search(rf"(?<![\d{_SIGNS}]){one}(?![\d{_SIGNS}])", name) for one in numbers):
            continue
        rest = re.sub(rf"[\d{_SIGNS}]", "", name)
        scores[name] = sum(_likeness(one, rest) for one in words)
        if _PERCENT.search(said) and re.search("%|百分百", name):  # the "three 100-percents"
            scores[name] += _FULL
    best = max(scores.values(), default=0)
    fitting = [name for name, score in scores.items() if score == best]
    return fitting[0] if best and len(fitting) == 1 else None


def _sounding(said: str, knowledge: Knowledge, words: list[tuple[str, ...]]) -> str | None:
    """The one name in quotation marks that a report spells so.

    Else the one of which the first word does and the rest means the same: "Caiyuan Credit Link".
    """
    names = {folded_name(one[1]) for one in _QUOTED.finditer(knowledge.report.text)}
    sound = re.sub("[^a-z]", "", said.lower())
    found = [name for name in names if sound in spellings(name)]
    first, _, rest = said.partition(" ")
    if not found and first and rest and is_name(first):
        found = [
            name
            for name in names
            for size in _FIRST
            if first.lower() in spellings(name[:size])
            and any(_likeness(one, name[size:]) for one in words)
        ]
    return found[0] if len(found) == 1 else None


def _numbers(said: str) -> tuple[str, ...]:
    """A number of a name as Chinese may write it: four is 四 or 4."""
    found = re.search(rf"\d+|\b(?:{'|'.join(_NUMBERS)})\b", said, re.IGNORECASE)
    if not found:
        return ()
    value = int(found[0]) if found[0].isdigit() else _NUMBERS.index(found[0].lower()) + 1
    return (str(value), _SIGNS[value - 1]) if 0 < value <= len(_SIGNS) else (str(value),)


def _without_sound(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in names if not one.isascii())


def _likeness(names: tuple[str, ...], name: str) -> int:
    if any(len(one) > 1 and one in name for one in names):
        return _FULL
    return _SLIGHT if any(set(one) & set(name) for one in names) else 0


def listed_under(question: Question, knowledge: Knowledge) -> Span | None:
    """The stretch that lists what a name stands for: "A、B、C等“三个100%”"."""
    if not _ASKS.search(question.text):
        return None
    for quoted in _QUOTED.finditer(question.text):
        said = quoted[1]
        if times.FIVE_YEARS.fullmatch(said):
            continue  # “十二五”规划有哪几项: a time, which lists nothing
        name = (
            report_name(question, quoted.span(1), knowledge)
            if said.isascii() or re.search("[A-Za-z]{3}", said)
            else folded_name(said)
        )
        span = _list_before(knowledge, name) if name and re.search(rf"[\d{_SIGNS}]", name) else None
        if span:
            return span
    return None


def _list_before(knowledge: Knowledge, name: str) -> Span | None:
    """A、B、C(等)“name”: from the comma before the first to the name's end."""
    text = knowledge.report.text
    for found in _QUOTED.finditer(text):
        if folded_name(found[1]) != name:
            continue
        before = re.split(r"[，,；;。:：\n]", text[: found.start()])[-1]
        if before.count("、") >= _ITEMS - 1:
            return found.start() - len(before), found.end()
    return None


def quoted_names(question: Question) -> tuple[Span, ...]:
    """Where an English question has a name in quotation marks, or spelled: Xue Liang."""
    quoted = [
        one.span(1) for one in _QUOTED.finditer(question.text) if re.search("[A-Za-z]{3}", one[1])
    ]
    spelled = (one.span() for one in _SPELLED.finditer(question.text))
    return (*quoted, *(one for one in spelled if not any(a <= one[0] < b for a, b in quoted)))


def in_quotation_marks(text: str, start: int) -> bool:
    """Whether a word of a question stands in a name that it quotes: the "oyster loans"."""
    return any(one.start(1) <= start < one.end(1) for one in _QUOTED.finditer(text))


def as_topic(question: Question, span: Span) -> Topic:
    """A quoted name as one word of the question."""
    return Topic(question.text[span[0] : span[1]], (), *span)
