"""Works that a report names together, by the stage they are at: 开工绕城高速、南湖水库等项目."""

from __future__ import annotations

import re

from assistant.answers.listing import MOST
from assistant.evidence.knowledge import Knowledge
from assistant.matching.wanted import Wanted
from assistant.questions.period import Period
from assistant.questions.question import Question
from corpus.sentences import Span

_HEAVY = 0.5  # words that weigh more say of what kind the works are: 水利项目
# 今年要开工哪些大项目, "which projects were completed": at which stage, and how reports say so
_STAGES = (
    (
        re.compile(
            r"开了?工|动工|开建|上马|破土|\b(?:start\w*|begin\w*|beg[au]n|br[eo]ak\w* ground|"
            r"broke ground|get\w* under ?way)(?: (?:construction|building|work)\b)?",
            re.IGNORECASE,
        ),
        "(?:新)?(?:开工|动工|开建)(?:建设)?",
    ),
    (
        re.compile(
            r"建成|竣工|完工|投用|投产|通车|建好|投入(?:使用|运营)|启用|完成|"
            r"\b(?:complet(?:ed|ing|ion)|finish|into (?:use|service|operation))",
            re.IGNORECASE,
        ),
        "(?:全面|如期|全线)?(?:建成|竣工|完工|投用|投产|通车|启用|投运|开通)",
    ),
)
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
    stage = next(((ask, told) for ask, told in _STAGES if ask.search(question.text)), None)
    if stage is None or not _WORKS.search(question.text):
        return []
    said = [range(*one.span()) for one in stage[0].finditer(question.text)]
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
        rf"(?<=[，,。；;：:\n])(?:(?:{stage[1]}){names}|(?:推动|推进|确保|力争|促进|实现)?{names}(?:{stage[1]}))"
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
