"""Whether something happened, where the report says that it did not: 全年未发生较大以上安全事故."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.matching.wanted import wanted_words
from assistant.questions.period import period_of
from assistant.questions.question import Question
from corpus.models import Part
from corpus.sentences import Span

# 有没有发生重大安全事故, 出现过疫情吗, "were there any major accidents", "did any floods occur"
_ASKS = re.compile(
    r"(?:有没有|有无|是否|是不是)(?:再|又)?(?:发生|出现|暴发|爆发)|"
    r"(?:发生|出现|暴发|爆发)(?:了|过)?[^,，。?？]{1,14}(?:吗|么|没有?)[?？]?$|"
    r"(?:有没有|有无|是否有)[^,，。?？哪]{0,8}(?:事故|灾害|疫情|火灾)[?？]?$|"
    r"^(?:were|was|have|has) there (?:been )?(?:any|a|no)\b[^?]*"
    r"\b(?:accident|incident|disaster|fire|outbreak|case|epidemic|explosion)s?\b|"
    r"^did (?:any|a)\b[^?]*\b(?:happen|occur|break out|take place)\b",
    re.IGNORECASE,
)
# what did not happen follows: 未发生(较大以上安全事故)
_TOLD = re.compile("(?:未|没有?|无)(?:再)?(?:发生|出现)(?P<what>[^，,；;。]+)")
_CLASSES = re.compile("特别重大|重特大|重大|较大|一般")
_NAMES = 0.3  # the weight of a word that says what happened


def did_not_happen(question: Question, knowledge: Knowledge) -> Span | None:
    """The clause that says that what is asked about did not happen; None without one."""
    if not _ASKS.search(question.text):
        return None
    wanted = [w for w in wanted_words(question, knowledge) if w.weight >= _NAMES and w.topic.noun]
    period = period_of(question, knowledge.report)

    def is_told(entry: ClauseEntry) -> bool:
        part = entry.section.part if entry.section else Part.OPENING
        year = entry.section.year if entry.section else None
        said = _TOLD.search(entry.text)
        return (
            said is not None
            and period.holds_part(part, year)
            and all(word.stands_in(said["what"]) for word in wanted)
            and _covers(said["what"], question.text)
        )

    found = next((one for one in knowledge.clauses if is_told(one)), None) if wanted else None
    return (found.start, found.end) if found else None


def _covers(told: str, asked: str) -> bool:
    """Whether what did not happen takes in what is asked of: 较大以上 does 重大, but not 一般.

    Without a class all that happened is asked of, of which the gravest alone is no answer but the
    nearest; so it is with any food accident where those at work are told of.
    """
    said, given = _CLASSES.search(told), _CLASSES.search(asked)
    if given and given[0] == "一般" and said:
        return said[0] == "一般"
    kinds = re.findall("食品|火灾|交通|环境|药品|消防", asked)
    return all(one in told for one in kinds)
