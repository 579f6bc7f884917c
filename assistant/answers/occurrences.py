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
    r"^(?:were|was|have|has) there (?:been )?(?:any|a|no)\b|"
    r"^did (?:any|a)\b[^?]*\b(?:happen|occur|break out|take place)\b",
    re.IGNORECASE,
)
_TOLD = re.compile("(?:未|没有?|无)(?:再)?(?:发生|出现)|零(?:发生|事故|火灾)")
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
            and all(word.stands_in(entry.text) for word in wanted)
        )

    found = next((one for one in knowledge.clauses if is_told(one)), None) if wanted else None
    return (found.start, found.end) if found else None
