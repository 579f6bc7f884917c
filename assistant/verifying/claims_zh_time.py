"""When a Chinese claim's figure is for, and whether it is told as reached or as aimed at."""

from __future__ import annotations

import re
from functools import lru_cache

import jieba.posseg

from assistant.claims import blanked
from corpus.figures.quantities import fold
from corpus.glossary import load_glossary
from corpus.header import chinese_number
from corpus.models import Figure, Kind
from index.lexical import tokenizer

# A year that only serves for comparison is no year of the figure: "恢复到2019年的112%".
YEAR = re.compile(
    r"(?P<base>比|较|同|与|由|从|自|超过|(?:恢复|相当)(?:到|于|至)了?|是(?=\d{4}年的\d)|(?<=[,，])是(?=\d{4}年的))?"
    r"(?P<year>\d{4}|[二一][〇零○一二三四五六七八九]{3})\s*年(?!代|版|底前|末前)"
    r"|(?P<last>(?<![比较同])(?:去年|上年|上一年))|(?P<this>今年|本年度?)|(?P<next>明年|下一年)"
)
# "目标是增长8%", "计划新建30座", "力争突破1900亿元"
_AIM = re.compile(
    "目标|预期(?!寿命)|计划(?!生育)|规划(?=到|建|新|在|用)|打算|力争|争取(?!到?(?:中央|上级|国家|省|地方|专项|资金|政策|各类))|力求|确保|准备|拟(?!定)|"
    "(?:根据|按照?|工作)(?:\\d{4}年|今年|明年)?的?(?:工作)?安排|任务|有望|提出要|"
    "(?:[,，]|^|[县市区省府])要(?!求|素|是|闻|点)|"
    "要(?=[新建达增改投引完做突超把将确有在力降减压提控保]|实现)"
)
# Measured against an aim, a figure is none itself: "完成年度目标的113%", "低于8%的预期目标"
_AGAINST = re.compile(
    "(?:完成|实现|达成|超过|超额|未达|没有达到|未能完成|占|高于|低于|好于|超出|达到|为)了?"
    "[^,，;；]{0,12}(?:目标|任务|计划(?=任务|的|数|[,，。;；\\d(（]|$))(?:任务)?(?:数|值)?"
    "(?:的(?=[^,，;；]{0,4}\\d))?"
)
_SOON = re.compile("(?<![即麻健大小中少上武战门干老])将(?![士军领帅官门近])")
# What 将 or 把 takes hold of: "将审批时限压缩至70个工作日" says nothing of when.
_TAKEN = re.compile(
    "[^,，;；]{2,16}(?:压缩|缩短|压减|提高|提升|降低|减少|增加|扩大|控制)(?:至|到|在|了)"
)
_WILL = re.compile(
    "继续|进一步|全面|重点|着力|大力|全力|集中|优先|陆续|再|会|于|在|为|向|以|从|通过|对|"
    "实施|新|建|增|达|投|引|完|开|推|打造|放映|举办|改造|启动|力争|有|超|突破|提供|发放|筹|盘活|"
    "培育|创|招|扩大|建立|设|组织|送|分|是|保持|稳定|不|安排|压|缩|降|减|控|提"
)
_EXPECTED = re.compile("预计|预估|有望|料将|预测")
_DONE = re.compile(
    "已经|已(?!纳入)|目前|现有|(?<!为)了(?!解|却)|实际(?:完成|增长|达到|为)|截至|成绩|回顾|过去一年|顺利完成|圆满完成"
)
# What is under way is neither reached nor promised: "加快推进6个老旧小区改造"
_ONGOING = re.compile(
    "加快|大力|全力|深入|扎实|统筹|推进|积极|持续|牢固|聚焦|加大|着力|推动|有序|精心|强化|坚持|稳步"
)
_CARRIED = re.compile("目标|预期(?!寿命)|计划(?!生育)|打算|力争|争取|确保")


def years(folded: str, plan: int | None) -> list[tuple[int, int]]:
    """The years that a text names, with where; those that only compare are left out.

    Args:
        plan: the year that the report plans, which 今年 is.
    """
    found: list[tuple[int, int]] = []
    for match in YEAR.finditer(folded):
        if match["base"]:
            continue
        if match["year"]:
            number = chinese_number(match["year"])
        else:
            step = -1 if match["last"] else 1 if match["next"] else 0
            number = plan + step if plan else None
        if number and 1949 <= number <= 2100:
            found.append((match.start(), number))
    return found


def year_of(folded: str, figure: Figure, begin: int, stop: int, plan: int | None) -> int | None:
    """The year named last before a figure in its sentence, else right after it."""
    clause = re.split("[,，;；]", folded[begin : figure.start])[-1]
    if plan and re.search("目前|现有", clause):
        return plan - 1  # "2027年将达到600家,目前为287家"
    before = years(folded[begin : figure.start], plan)
    if before:
        return before[-1][1]
    after = years(re.split(r"[,，;；。]", folded[figure.end : stop])[0], plan)
    return after[0][1] if after else None


def without_terms(text: str) -> str:
    """Words such as 计划 that stand within a name, “双百计划”, say nothing of a figure's kind."""
    names = [(m.start, m.end) for m in load_glossary().find(text)]
    names += [m.span() for m in re.finditer(r"[“\"《][^“”\"《》\d]{2,8}[”\"》]", text)]
    return blanked(text, names)


def aims(text: str) -> bool:
    """Whether a stretch, terms of the field left out, tells of what is to be."""
    plain = _AGAINST.sub("", text)
    return _AIM.search(plain) is not None or _will(plain)


def _will(text: str) -> bool:
    """Whether 将 is the future's, not what takes hold of a thing: "将新建", "将审批时限压缩到"."""
    for match in _SOON.finditer(text):
        rest = text[match.end() :]
        if _WILL.match(rest):
            return True
        if not _TAKEN.match(rest) and _tags_as_verb(rest[:8]):
            return True
    return False


@lru_cache(maxsize=1)
def _tagger() -> jieba.posseg.POSTokenizer:
    return jieba.posseg.POSTokenizer(tokenizer())


def names_place(stem: str) -> bool:
    """Whether what stands before 县, 市 or 省 may be a name: 鄱阳, 云川; not 新增, 引进, 各."""
    tokens = list(_tagger().cut(stem))
    return len(tokens) > 1 or tokens[0].flag[:1] not in ("v", "d", "a", "m", "r", "p", "c", "f")


def only_verbs(text: str) -> bool:
    """Whether a stretch names nothing: "筹集", "计划投入"."""
    return all(one.flag.startswith("v") and one.flag != "vn" for one in _tagger().cut(text))


def _tags_as_verb(text: str) -> bool:
    first = next(iter(_tagger().cut(text)), None)
    return first is not None and first.flag[:1] in ("v", "d", "p") and first.flag != "vn"


def kind_of(
    folded: str, figure: Figure, begin: int, stop: int, carried: bool, plan: int | None
) -> Kind | None:
    """Target, estimate or actual; None where the claim leaves it open.

    Open it is where only 今年 tells of the time, where the only 计划 is part of a name
    (年度计划投资), where what stands before told of aims, and where something is under way.

    Args:
        folded: the paragraph; `begin` and `stop` are the figure's stretch within it.
        carried: whether the sentences before told of aims.
        plan: the year that the report plans.
    """
    before = folded[begin : figure.start]
    marks = [m.start() for m in YEAR.finditer(before) if not m["base"]]
    since = max((before.rfind(sign, 0, marks[-1]) for sign in ",，;；"), default=0) if marks else 0
    window = before[max(since, 0) :]
    after = re.split(r"[,，;；。]", folded[figure.end : stop])[0]
    plain = without_terms(window)
    last = re.split(r"[,，;；]", plain)[-1]
    following = re.match(r"(?:[^\d]|\d{4}年){0,8}(?:目标|任务)", without_terms(after))
    if _EXPECTED.search(re.split("[;；]", plain)[-1]):
        return Kind.ESTIMATE
    done = _DONE.search(last) or _DONE.match(after.removeprefix("的")) or after[:3] == "的实际"
    if following or (aims(plain) and not done):
        return Kind.TARGET
    if done:
        return Kind.ACTUAL
    own = year_of(folded, figure, begin, stop, plan)
    if own and plan and own > plan:
        return Kind.TARGET
    if aims(window) or re.search("今年|本年", window):
        return None
    if own is None and (carried or _ONGOING.search(before)):
        return None
    return Kind.ACTUAL


def is_firm(folded: str, figure: Figure, begin: int) -> bool:
    """Whether a figure's clause says outright that it was reached: 已, 实际."""
    clause = re.split(r"[,，;；]", folded[begin : figure.start])[-1]
    return re.search("已(?!纳入)|实际(?!利用|使用|到位)|截至", clause) is not None


def carries_aim(text: str, carried: bool, plan: int | None) -> bool:
    """Whether what follows a sentence may still be about aims, though it doesn't say so."""
    folded = fold(text)
    rest = _AGAINST.sub("", without_terms(folded))
    if _CARRIED.search(rest) and not _DONE.search(rest):
        return True
    named = [year for _, year in years(folded, plan)]
    if plan and named and max(named) >= plan and _will(rest):
        return True
    return carried and not named and not _DONE.search(rest)
