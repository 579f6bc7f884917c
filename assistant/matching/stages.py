"""The stage of a work that is asked of, and how reports tell of it: begun, built, in use."""

from __future__ import annotations

import re
from dataclasses import dataclass

_IGNORE = re.IGNORECASE


@dataclass(frozen=True)
class Stage:
    """How questions ask of a stage, and the words by which reports tell that it is reached."""

    asked: re.Pattern[str]
    told: str  # a pattern


BEGUN = Stage(
    re.compile(
        r"开了?工|动工|开建|上马|破土|\b(?:start\w*|begin\w*|beg[au]n|br[eo]ak\w* ground|"
        r"broke ground|get\w* under ?way)(?: (?:construction|building|work)\b)?",
        _IGNORE,
    ),
    "(?:新)?(?:开工|动工|开建)(?:建设)?",
)
DONE = Stage(
    re.compile(
        r"建成|竣工|完工|投用|投产|通车|建好|投入(?:使用|运营)|启用|完成|"
        r"\b(?:complet(?:ed|ing|ion)|finish|into (?:use|service|operation))",
        _IGNORE,
    ),
    "(?:全面|如期|全线)?(?:建成|竣工|完工|投用|投产|通车|通航|启用|投运|开通)",
)
# 什么时候发电, "when will it open", "start generating power": in use, beyond what is built
_IN_USE = re.compile(
    r"发电|并网|开放|开业|开园|开馆|营业|运营|投运|用上|\b(?:open\w*|generat\w+|operat\w+|in use|"
    r"in service|running|trains run|ready)\b",
    _IGNORE,
)
_USED = f"{DONE.told}|发电|并网|开放|开业|开园|开馆|开诊|开学|营业|运营|完成|使用|验收|交付|入住"
_BEFORE = re.compile("开工|动工|开建|奠基|启动|获批|批复|立项|招标|前期|可研|主体|封顶|投资")


def is_of_other_stage(question: str, told: str) -> bool:
    """Whether a clause dates but an earlier stage than the one asked for: no 开工 for 发电.

    Args:
        question: that asks when.
        told: what dates the thing in the clause.
    """
    told = re.sub("完成(?=[^，,]{0,4}投资)", "", told)  # 年内完成投资6.5亿元 opens nothing
    finished = _IN_USE.search(question) or DONE.asked.search(question)
    return finished is not None and _BEFORE.search(told) is not None and not re.search(_USED, told)
