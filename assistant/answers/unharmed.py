"""Nobody died: what answers who asks how many did, where the report tells just that."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.matching.wanted import Wanted, wanted_words
from assistant.questions import phrases
from assistant.questions.days import day_named
from assistant.questions.harms import harms_told
from assistant.questions.period import period_of
from assistant.questions.question import Question
from corpus.sentences import Span, sentences

_SURE = 0.8  # the weight of a word that is a name
_BEFORE = 2  # sentences in which the event may be named: …遭遇强降雨，出现在青硖乡。…无一人死亡
# One flood is told as the rain that brought it, or as what was done against it: 防汛救灾
_WATER = re.compile("洪|暴雨|强降雨|防汛|内涝")
_HOW_MANY = re.compile(r"多少|几|\bhow many\b|\bdeath toll\b|\bnumber of\b", re.IGNORECASE)
_OR_NOT = re.compile(r"[死伤亡]人?了?没有?(?=[,，?？]|$)|有没有[^,，?？]{0,6}[死伤亡]")


def unharmed(question: Question, knowledge: Knowledge) -> Span | None:
    """The clause that says that nobody came to the harm asked for; None without one.

    How many died in the flood of July 24? 无一人死亡, where it is told of that flood.
    """
    text = question.text
    told = harms_told(text)
    if _OR_NOT.search(text):
        return None  # 死人没有: whether, and not how many
    if not told or not (_HOW_MANY.search(text) or phrases.WHY.search(text)):
        return None
    # 没有人员因灾死亡, 无一人伤亡, 零死亡, 人员零伤亡, 未造成人员伤亡; all that are asked for
    nobody = [
        re.compile(
            f"(?:没有|无|未[^,，;；。]{{0,4}})一?[人例名][^,，;；。]{{0,6}}(?:{one})|"
            f"(?<!医[务护]人员)零(?:{one})"
        )
        for one in told
    ]
    day = day_named(text)
    asked = (one for one in wanted_words(question, knowledge) if not harms_told(one.topic.text))
    wanted = [word for word in asked if word.held and word.weight >= _SURE]
    period = period_of(question, knowledge.report)
    for one in knowledge.clauses:
        if not all(none.search(one.text) for none in nobody):
            continue
        whole = knowledge.report.text[one.sentence_start : one.sentence_end]
        before = _told_before(one, knowledge.report.text)
        of_time = one.section and period.holds_part(one.section.part, one.section.year)
        if (
            day.search(whole)
            if day
            else of_time and wanted and all(_happened(w, whole, before) for w in wanted)
        ):
            return one.start, one.end
    return None


def _told_before(entry: ClauseEntry, text: str) -> str:
    """The sentence of a clause with those before it in its paragraph."""
    paragraph = text.rfind("\n", 0, entry.sentence_start) + 1
    before = sentences(text, paragraph, entry.sentence_start)[-_BEFORE:]
    return text[before[0][0] if before else entry.sentence_start : entry.sentence_end]


def _happened(word: Wanted, whole: str, told: str) -> bool:
    """Whether a sentence tells of what is asked of, or what is told before it of a flood."""
    flood = any(_WATER.search(one) for one in word.alternatives)
    return word.stands_in(whole) or (flood and _WATER.search(told) is not None)
