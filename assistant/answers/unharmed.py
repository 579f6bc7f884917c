"""Nobody died: what answers who asks how many did, where the report tells just that."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import Knowledge
from assistant.matching.wanted import wanted_words
from assistant.questions import phrases
from assistant.questions.days import day_named
from assistant.questions.harms import harms_told
from assistant.questions.question import Question
from corpus.sentences import Span

_SURE = 0.8  # the weight of a word that is a name
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
    asked = wanted_words(question, knowledge)
    wanted = [word for word in asked if word.held and word.weight >= _SURE]
    for one in knowledge.clauses:
        if not all(none.search(one.text) for none in nobody):
            continue
        whole = knowledge.report.text[one.sentence_start : one.sentence_end]
        if day.search(whole) if day else wanted and all(w.stands_in(whole) for w in wanted):
            return one.start, one.end
    return None
