"""What a report says that a name means: in its glossary, 名词解释, or beside the name."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.matching import NAME, coverage
from assistant.matching.wanted import Wanted
from assistant.questions import phrases
from assistant.questions.question import Question
from corpus.sentences import Span

_ENOUGH = 0.7  # of the question's words the name that is defined must have so much

# “一主两优”说的是哪几个产业, "what does zero-waste city mean"
_ASKS = re.compile(
    r"什么是|是什么(?:意思|东西|概念|$|[?？])|是啥|啥叫|什么叫|叫什么|意思|含义|指的?(?:是)?(?:什么|哪|啥)|"
    r"[说合]的?是(?:什么|哪|啥)|怎么理解|怎么解释|定义|"
    r"\b(?:mean(?:s|t|ing)?|stands? for|refers? to|definition|defined?|what is an?\b|what's an?\b|"
    r"explain)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“「『\"'‘]([^”」』\"'’]{2,20})[”」』\"'’]")
# 2.“一主两优”：指以…为主导产业; “三保”，即保基本民生、保工资、保运转
_DEFINES = re.compile(
    r"(?:^|[，,；;。\n])(?:\d{1,2}[.．、]\s*)?(?P<name>[^，,；;。：:\n（(]{2,24})\s*"
    r"(?:[:：]\s*(?:是指|指|即|是)?|[,，（(]\s*(?:即|指|是指)|是指|(?<=[”」])指)"
)
_MEANING = re.compile(r"是指|指(?!标|数|导|示|挥|南|引|向|出|定|尖)|即")


def definition(question: Question, knowledge: Knowledge, wanted: tuple[Wanted, ...]) -> Span | None:
    """The sentence that says what the name in a question means, if the report has one."""
    if not _ASKS.search(question.text) or not bare_of_figures(question):
        return None
    quoted = [folded_name(one) for one in _QUOTED.findall(question.text)]
    best: tuple[float, Span] | None = None
    for entry in knowledge.clauses:
        text = knowledge.report.text[entry.sentence_start : entry.sentence_end]
        for match in _DEFINES.finditer(text):
            meant = text[match.end("name") : match.end() + 3]
            if not _MEANING.search(meant) and "名词解释" not in entry.path:
                continue
            name = folded_name(match["name"])
            score = coverage(wanted, ((name, NAME),))
            if quoted:
                score = 1.0 if any(one in name for one in quoted) else 0.0
            if score >= _ENOUGH and (best is None or score > best[0]):
                best = score, (entry.sentence_start, entry.sentence_end)
    return best[1] if best else None


def bare_of_figures(question: Question) -> bool:
    """Whether a question asks for no quantity: 意思是多少 is none of a name."""
    return phrases.HOW_MANY.search(question.frame) is None or bool(_QUOTED.search(question.text))
