"""What sets a thing apart from others like it, which a figure must share to be an answer.

A zone's exports are not the county's, leading enterprises of the province are not those of the
city, and of 3,022 patents 3,022 is not how many were of one sort.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.knowledge import FigureEntry, Knowledge, folded_name
from assistant.places import own_names, split_known
from assistant.question import Question
from assistant.report_words import is_name
from assistant.spelling import spellings
from assistant.wanted import Wanted
from corpus.units import normalise

# 省级以上龙头企业, "provincial-level", "at the national level"
_LEVELS = {
    "国": r"国家级|\b(?:national|state)[- ]level\b|\bat (?:the )?national level\b",
    "省": r"省级|\bprovincial[- ]level\b|\bat (?:the )?provincial level\b",
    "市": r"市级|\b(?:municipal|city)[- ]level\b|\bat (?:the )?(?:municipal|city) level\b",
    "县": r"县级(?!市)|\bcounty[- ]level\b(?! cit)|\bat (?:the )?county level\b",
}
_LEVEL = {key: re.compile(pattern, re.IGNORECASE) for key, pattern in _LEVELS.items()}
_QUOTED = re.compile('[“「『"‘]([^”」』"’]{2,20})[”」』"’]')
# "Of the 18 stations, how many …", 那5个项目, 18个派出所中有几个: the number is known already
_GIVEN = re.compile(
    r"\bof the (?P<of>\d[\d,]*(?:\.\d+)?)\b|"
    r"那(?P<those>\d[\d.]*)(?P<times>[万亿]?)[个家所座项条名件]|"
    r"(?P<all>\d[\d.]*)(?P<many>[万亿]?)[余多]?[个家所座项条名件][^,，]{1,12}[中里][,，]?(?=.*(?:多少|几))",
    re.IGNORECASE,
)


# "How much profit did …": what is asked for
_NO_THING = (
    "are|is|was|were|did|do|does|will|would|has|have|had|can|of|money|cash|funding|in|went|goes|"
    "it|they|the|this|that|each"
)
_HOW_MUCH = re.compile(
    rf"\bhow much (?P<thing>(?!(?:{_NO_THING})\b)[a-z-]+(?: (?!(?:{_NO_THING})\b)[a-z-]+){{0,3}})",
    re.IGNORECASE,
)


def is_set_apart(
    entry: FigureEntry, question: Question, knowledge: Knowledge, wanted: tuple[Wanted, ...]
) -> bool:
    """Whether a figure is of another thing than the question for all that the words are alike."""
    return (
        _of_another_owner(entry, wanted, knowledge)
        or _of_another_measure(entry, question, wanted)
        or _of_another_part(entry, question, knowledge)
        or _of_another_level(entry, question)
        or _of_another_name(entry, question, knowledge)
        or _is_given(entry, question)
    )


def _of_another_part(entry: FigureEntry, question: Question, knowledge: Knowledge) -> bool:
    """Whether the question names a zone or town that has figures of its own, and this is none."""
    named = [scope for scope in knowledge.scopes if _names(question, scope, knowledge)]
    told = (entry.figure.scope or "") + entry.name + entry.sentence
    return bool(named) and not any(split_known(one, knowledge)[0] in told for one in named)


def _names(question: Question, scope: str, knowledge: Knowledge) -> bool:
    stem, _ = split_known(scope, knowledge)
    if scope.startswith("全") or len(stem) < 2 or stem in own_names(knowledge):
        return False
    if stem in folded_name(question.text):
        return True
    said = {word.lower() for word in re.findall(r"\b[A-Z][a-z]+", question.text)}
    return any(sound in said for sound in spellings(stem))


def _of_another_owner(entry: FigureEntry, wanted: tuple[Wanted, ...], knowledge: Knowledge) -> bool:
    """Whether the question names what the report speaks of, but not in the figure's paragraph."""
    named = [
        word
        for word in wanted
        if word.held and is_name(word.topic.text) and word.topic.text.lower() in knowledge.spelled
    ]
    text = knowledge.report.text
    start = text.rfind("\n", 0, entry.figure.start) + 1
    end = text.find("\n", entry.figure.start)
    told = folded_name(text[start : end if end >= 0 else len(text)]) + entry.path
    return any(not word.stands_in(told) for word in named)


def _of_another_level(entry: FigureEntry, question: Question) -> bool:
    asked = {key for key, pattern in _LEVEL.items() if pattern.search(question.text)}
    told = {key for key, pattern in _LEVEL.items() if pattern.search(entry.name)}
    return bool(asked) and bool(told) and not asked & told


def _of_another_name(entry: FigureEntry, question: Question, knowledge: Knowledge) -> bool:
    """Whether the question quotes a name that the report has, but not where the figure stands."""
    told = entry.name + (entry.figure.scope or "") + entry.sentence + entry.path
    names = (folded_name(match[1]) for match in _QUOTED.finditer(question.text))
    return any(knowledge.holds(name) and name not in told for name in names)


def _of_another_measure(entry: FigureEntry, question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether the question says how much of what it asks for, and the figure's words have none."""
    asked = _HOW_MUCH.search(question.text)
    if not asked:
        return False
    start, end = asked.span("thing")
    things = [w for w in wanted if start <= w.topic.start < end and w.topic.noun]
    told = entry.name + entry.stretch
    return bool(things) and not any(word.stands_in(told) for word in things)


def _is_given(entry: FigureEntry, question: Question) -> bool:
    """Whether the question gives the value itself, as that of all of which it asks for some."""
    value = entry.figure.value
    if value is None:
        return False
    own, _ = normalise(abs(value), entry.figure.unit)
    return any(_number(match) == own for match in _GIVEN.finditer(question.text))


def _number(match: re.Match[str]) -> Decimal:
    said = (match["of"] or match["those"] or match["all"]).replace(",", "").strip(".")
    return normalise(Decimal(said), f"{match['times'] or match['many'] or ''}个")[0]
