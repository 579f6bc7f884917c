"""What a claim says beside a right figure, and the report otherwise at that figure."""

from __future__ import annotations

import re

from assistant.claims import Claimed
from assistant.evidence.knowledge import FigureEntry
from assistant.verifying.claim_sides import sides_turned
from assistant.verifying.verification import Slip
from corpus.models import Kind

# 17件信访件(全部办结), where 仅剩一事(尚在推进)
_ALL_DONE = re.compile(
    r"(?:全部|全都|悉数|均|都)已?(?:得到)?(?:办结|完成|解决|整改|化解|建成|投产|竣工|完工|交付|销号)|"
    r"\b(?:all|fully|entirely)\b[^,;]*\b(?:resolved|completed|finished|settled|built)\b",
    re.IGNORECASE,
)
_LEFT = re.compile("仅剩|尚在|尚有|尚未|仍在|仍有|还有|除[^,，]{2,20}外")


# 362亿元的两大项目已(建成投产), where they are only 正式签约落户
_FINISHED = re.compile(
    r"(?<!未)(?:建成|竣工|完工|投产|投用|通车|投入使用|投入运营)|"
    r"\b(?:complet(?:ed|ion)|finished|up and running|in operation|came into (?:use|operation)|"
    r"(?:went|gone|came) on ?(?:stream|line)|went into (?:use|operation|production))\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    "签约|落户|开工|动工|启动|加快(?:建设|推进)|有序推进|稳步推进|扎实推进|在建|前期"
)
_ENDED = re.compile("建成|竣工|完工|投产|投用|通车|投入|完成|运营|结束")
# 6条生产线(尚未投产), where they are 全部投产
_UNDONE = re.compile(
    r"(?:尚未|还未|仍未|未能|还没有?|没有)[^,，]{0,4}(?:建成|竣工|完工|投产|投用|通车|投入|完成|运营)|"
    r"\b(?:yet to|not yet|have not|has not|had not|haven't|hasn't|failed to)\b",
    re.IGNORECASE,
)
# 49th, "its (worst showing ever)"; 列第49位,创历史最佳成绩
_BEST = re.compile(
    r"(?:历史|历年|有史以来)[^,，]{0,4}(?:最[好佳高优]|新高)|创新高|"
    r"\b(?:best|highest|strongest)\b[^,;.]*\b(?:ever|record|history|yet|years)\b|\brecord high\b",
    re.IGNORECASE,
)
_WORST = re.compile(
    r"(?:历史|历年|有史以来)[^,，]{0,4}(?:最[差低坏]|新低)|创新低|"
    r"\b(?:worst|lowest|weakest)\b[^,;.]*\b(?:ever|record|history|yet|years)\b|\brecord low\b",
    re.IGNORECASE,
)


def told_otherwise(claim: Claimed, entry: FigureEntry) -> Slip | None:
    """What a claim says beside a right figure and the report otherwise, at that figure.

    All done where some is left, built where it is begun, the worst where it is the best ever.
    """
    after = entry.stretch.split(entry.clause)[-1]
    if _ALL_DONE.search(claim.sentence) and _LEFT.search(after):
        return Slip.DIRECTION
    told = re.split("[,，;；]", after)[0]
    planned = claim.kind is Kind.TARGET or entry.figure.kind is Kind.TARGET
    begun = _BEGUN.search(entry.clause + told) and not _ENDED.search(entry.clause + told)
    if begun and not planned and _FINISHED.search(claim.frame):
        return Slip.KIND
    if (
        _UNDONE.search(claim.frame)
        and _ENDED.search(entry.clause + told)
        and not _LEFT.search(told)
    ):
        return Slip.DIRECTION
    if sides_turned(claim.sentence, entry.clause):
        return Slip.DIRECTION
    for one, other in ((_BEST, _WORST), (_WORST, _BEST)):
        if one.search(claim.sentence) and other.search(after) and not one.search(after):
            return Slip.DIRECTION
    return None
