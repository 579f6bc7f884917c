"""Works that a report names together, by the stage they are at: 开工绕城高速、南湖水库等项目."""

from __future__ import annotations

import re

from assistant.answers.listing import MOST
from assistant.evidence.knowledge import Knowledge
from assistant.matching.stages import BEGUN, DONE
from assistant.matching.wanted import Wanted
from assistant.questions.period import Period
from assistant.questions.question import Question
from corpus.sentences import Span

_HEAVY = 0.5  # words that weigh more say of what kind the works are: 水利项目
_WORKS_ZH = "(?:项目|工程)"
_WORKS = re.compile(rf"{_WORKS_ZH}|\b(?:projects?|works)\b", re.IGNORECASE)
_SO_MANY = r"\d[\d.]*[万千百]?[余多]?[个项件座条家所处套栋公]"  # 开工项目120个: no names
_ANY_WORK = re.compile(f"(?:重大|重点|大|市级|省级|建设)*{_WORKS_ZH}")


def named_works(
    question: Question, knowledge: Knowledge, period: Period, wanted: tuple[Wanted, ...]
) -> list[Span]:
    """The works that the report names at the stage asked for: 开工绕城高速、南湖水库等项目.

    Which projects are to be started is not told by what is said of others, that are finished.
    """
    # 今年要开工哪些大项目, "which projects were completed"
    stage = next((one for one in (BEGUN, DONE) if one.asked.search(question.text)), None)
    if stage is None or not _WORKS.search(question.text):
        return []
    said = [range(*one.span()) for one in stage.asked.finditer(question.text)]
    of_kind = [
        word
        for word in wanted
        if word.weight > _HEAVY
        and not any(word.topic.start in span for span in said)
        and not any(_ANY_WORK.fullmatch(one) for one in word.alternatives)
    ]
    names = rf"(?:(?!{_SO_MANY})[^，,。；;])*[、等][^，,。；;]*{_WORKS_ZH}(?!”)"
    # 推动机场迁建、三号线等一批重大项目(开工建设)
    named = re.compile(
        rf"(?<=[，,。；;：:\n])(?:(?:{stage.told}){names}|(?:推动|推进|确保|力争|促进|实现)?{names}(?:{stage.told}))"
    )
    found: list[Span] = []
    for entry in knowledge.clauses:
        section = entry.section
        if not section or not period.holds_part(section.part, section.year):
            continue
        for match in named.finditer(knowledge.report.text, entry.start, entry.end):
            if all(word.stands_in(match[0]) for word in of_kind):
                found.append(match.span())
    return found[:MOST]
