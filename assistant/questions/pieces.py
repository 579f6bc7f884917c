"""Where a text of several questions is to be cut: "…有多少个,投多少钱?" asks two."""

from __future__ import annotations

import re

from assistant.models import Language
from assistant.questions import phrases, place_words, times
from assistant.questions.question import language_of
from assistant.questions.terms import find_terms
from corpus.sentences import Span

# "有多少个,年度计划投多少钱", "how many … and how much …"
_BETWEEN = re.compile(
    r"[,，](?!\d{3}(?!\d))\s*|[;；?？]\s*|、(?=[^、]{0,8}(?:多[少大长]|几[个家所条]))|"
    # 存款多少贷款多少, but not 从多少增加到多少, 多少亿元
    r"(?<=[\u4e00-\u9fff]{2}多少)(?=(?![万亿元人个家户吨亩公米名次天所条张套辆件项增降减到至变提升下上跌涨的比同较])"
    r"[\u4e00-\u9fff]{2,10}多少)|"
    # how dependent on coal, power and steel is it — what share do they make up
    r"\s*[—–]+\s*(?=(?:how|what|which|who|when|where)\b)|"
    r"\s+and\s+(?=(?:(?:worth|at|for|by|to|from) )?(?:how|what|which|who|when))",
    re.IGNORECASE,
)
# 报告里有没有写出口总额, "does the report give exports": whether it says a thing, not what
_ONLY_WHETHER = re.compile(
    r"^(?:请问|这份|那么?)*(?:政府工作)?(?:报告|文件|文中|全文)(?:里面?|中|上)?(?:到底)?(?:有没有|是否|有无)"
    r"(?:明确)?(?:写|说|提|公布|给出|披露|讲|列)|"
    r"^(?:does|did) the (?:report|speech|document) (?:say|give|mention|state|tell|specify)"
    r"(?! how| wh)",
    re.IGNORECASE,
)
# 各多少? 是目标还是已完成? "and by how much each": of what the piece before names
_OF_THOSE = re.compile(
    r"(?:这?两个?[数者]字?)?(?:各自?|分别)(?:又?是|有|为|增长|涨了?)?(?:多少|几)\w{0,4}|"
    r"(?:哪[个边]|谁)更?[快慢多少高低大小好]|(?:[这那]?个?[\d.万亿%]*|这?个?数字?)是.{1,10}还是.{1,10}|"
    r"报告[里中]?(?:有没有|是否)[写说提讲][明到过]?|(?:幅度|变化)是?有?多[大少高]|"
    r"(?:and\s+)?(?:by )?how (?:much|many)(?: (?:is|was|are|were))? each(?: of them)?|"
    # which sector grew fastest, and at what rate
    r"(?:and )?(?:at|by) what (?:rate|pace|speed|percentage)|"
    r"是不是.{1,6}了|(?:and\s+)?what (?:are|were) (?:the|their) (?:two )?(?:growth )?"
    r"(?:rates|figures|numbers|values)|"
    r"(?:and\s+)?which (?:one )?(?:is|was|grew|rose|did) (?:\w+er|more)|"
    # …, from what to what? …, 最后改了多少? … and how long now?
    r"(?:and )?from what to what|(?:and )?how (?:long|many|much)(?: is it)? now|"
    r"[从由](?:多少|几)[^,，]{0,8}?[到至](?:多少|几)\w{0,3}|"
    # …, 比2022年实际挣的多吗
    r"比(?:20\d\d年|[上去前]一?年)[^,，]{0,8}?[快慢多少高低大小好]了?(?:吗|没有?|还是\w{1,3})|"
    r"(?:最[后终]|后来|结果|实际)[^,，多几]{0,4}了?(?:多少|几)\w{0,3}",
    re.IGNORECASE,
)
_TWO_SIDES = r"\bor\b|\bthan\b|还是|[和与跟比]|目标|\b(?:targets?|goals?)\b"
_EITHER_ZH = re.compile("是.{1,10}还是")
# What asks in English: "how many …", "did they …", but not "the road, which opened in 2021"
_QUESTION_EN = re.compile(r"\b(?:how|what|which|who|whom|whose|when|where|why)\b", re.IGNORECASE)
_VERB_FIRST = re.compile(
    r"(?:did|does|do|was|were|is|are|has|have|had|will|can)\b",
    re.IGNORECASE,
)
_SIDE = (
    r"(?:total |overall |planned |installed |daily |annual |floor |bed )?(?:cost|price tag|price|"
    r"investment|budget|length|capacity|size|area|number of beds)"
)
# "What's the price tag and capacity of the plant?": two sides of one thing
_PAIR = re.compile(
    rf"^(?P<ask>what(?:['’]s| is| are| was| were| will be)) the (?P<one>{_SIDE}) and (?:the )?"
    rf"(?P<other>{_SIDE})(?P<of> (?:of|for) .+)$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:which|who|whom|whose|when|where)\b", re.IGNORECASE)


def pieces_of(text: str) -> list[str]:
    """The questions in a text, each in its own words; one where there is nothing to cut."""
    pair = _PAIR.match(text)
    if pair:
        return [f"{pair['ask']} the {pair[side]}{pair['of']}" for side in ("one", "other")]
    return _joined(_pieces(text))


def _joined(pieces: list[str]) -> list[str]:
    """Pieces with 报告有没有写…的金额 put to the question after it: it asks for nothing else."""
    found: list[str] = []
    for piece in pieces:
        if found and _ONLY_WHETHER.match(found[-1]) and not _asks_more(found[-1]):
            found[-1] += f",{piece}"
        else:
            found.append(piece)
    return found


def _asks_more(piece: str) -> bool:
    rest = _ONLY_WHETHER.sub("", piece)
    return phrases.ASKS.search(rest) is not None


def _pieces(text: str) -> list[str]:
    """The text cut where a question ends and another begins.

    What asks nothing, and what only asks how much each is, stays with the piece beside it.
    """
    english = language_of(text) is Language.EN
    borders = [(0, 0), *(match.span() for match in _BETWEEN.finditer(text))]
    ends = [*(start for start, _ in borders[1:]), len(text)]
    found: list[tuple[int, int, bool]] = []
    for (cut, start), end in zip(borders, ends, strict=True):
        said, mark = text[start:end].strip(" 。.?？"), text[cut:start].strip()
        asks = _asks(said, mark, english)
        led = text[:cut].endswith("呢")  # 2024年呢,上限是多少?
        goes_on = mark in (",", "，") and (led or _VERB_FIRST.match(said))
        goes_on = bool(goes_on or phrases.AND_MORE.match(said))
        if found and (goes_on or not (asks and found[-1][2]) or _of_both(said, text[:cut])):
            if len(found) < 2 or goes_on:  # 是不是定低了 would be no part of what is asked before
                found[-1] = (found[-1][0], end, asks or found[-1][2])
        elif said:
            found.append((start, end, asks))
    return [text[start:end].strip() for start, end, _ in found]


def _of_both(said: str, before: str) -> bool:
    """Whether "by how much" is the distance of two things that are named before."""
    bare = re.fullmatch(
        r"(?:and )?(?:by how (?:much|many)|how far (?:off|short)|"
        r"what (?:is|was) the (?:gap|shortfall|difference))|"
        # did sales meet the goal, (and by how much did growth miss or beat it)
        r"(?:and )?by how (?:much|many) .{3,60}\b(?:miss|beat|exceed|fall short)\b.{0,30}|"
        r"[还差相]+了?多少|[快慢多少高低]多少",
        said,
        re.IGNORECASE,
    )
    return bare is not None and re.search(_TWO_SIDES, before) is not None


def _asks(said: str, mark: str, english: bool) -> bool:
    """Whether a piece of a question asks by itself.

    Args:
        said: 年度计划投多少钱
        mark: what it is cut off by; a comma may stand before what only tells of a thing.
        english: the question's language.
    """
    if _OF_THOSE.fullmatch(said):
        return _EITHER_ZH.search(said) is not None and not mark
    if not english:
        return phrases.ASKS.search(said) is not None or _EITHER_ZH.search(said) is not None
    if _VERB_FIRST.match(said) or said.lower().startswith("and "):
        return phrases.ASKS.search(said) is not None
    return _QUESTION_EN.search(said) is not None and not (mark == "," and _RELATIVE.match(said))


# "The government boasts about its finances. (How much …?)", 都说财政好。(去年收入多少?)
_OPENING = re.compile(r"^[^?？\d\"“‘「『]{8,160}?[.!。！](?:\s+|(?<=[。！]))(?=\S)")
# What makes a question of what was said before it; "it" may be of what the question itself names
_BACK = re.compile(
    r"\b(?P<it>it|its|they|them|their)\b|"
    r"\b(?:these|those|such|ones?|he|she|his|her|(?<!are )(?<!is )(?<!were )there|this(?! year)|"
    r"that(?! (?:year|is)))\b|它|[这那此该其](?!年)|上述",
    re.IGNORECASE,
)
# ASEAN, the US: a name, be it the first word or in capitals
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|[A-Z]{2,}")
# "Only manufacturing interests me", 我只问农村的情况: what narrows the question
_NARROWS = re.compile(
    r"\b(?:only|just|not|but|except|exclud\w+|without|rather|instead|compare\w*|versus|concerns?|"
    r"specifically|mean|need|want|tell|give|targets?|goals?|results?|growth|rates?|totals?|per|"
    r"dollars?|yuan|percent|share|level|asking about|talking about|forget)\b|"
    r"[只仅光单]|不算|除了|不含|不包括|而不是|我[想要]|关心|[想要]知道|目标|实际|增速|增长|总量|人均|占比|"
    r"比较|相比|对比|五年|三年|累计|美元|季度|半年|月",
    re.IGNORECASE,
)
_WHOLES = frozenset("county city district province prefecture government report".split())
_MATTERS = ("indicator", "policy", "place", "industry")  # kinds of terms that name a matter


def idle_opening(text: str) -> list[Span]:
    """What of a statement before a question says nothing of what it asks; times in it are kept.

    Only where the question names a matter of the field by itself, points back to nothing, and
    nothing that the statement says tells one such matter from another: a name, a number.
    """
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else ""
    if not opening or phrases.ASKS.search(rest) is None:
        return []
    own = [one for one in find_terms(rest) if any(term.kind in _MATTERS for term in one.terms)]
    named = min((one.end for one in own), default=0)
    if any(not back["it"] or back.start() < named for back in _BACK.finditer(rest)):
        return []
    said = opening[0]
    names = _NAME.search(said) or place_words.CHINESE_PLACE.search(said)
    again = {word.lower() for word in re.findall("[A-Za-z]{4,}", said)} & {
        word.lower() for word in re.findall(r"\bthe ([A-Za-z]{4,})", rest)
    }
    if not own or names or again - _WHOLES:  # the (bridge), of which was said which one it is
        return []
    same = {term.zh for one in own for term in one.terms}
    about = [
        term.zh
        for one in find_terms(said)
        for term in one.terms
        if not any(term.zh[:2] in zh for zh in same)  # finances, total fiscal revenue
    ]
    # cross-border trade is booming (how much did trade grow), only manufacturing interests me
    if about or _NARROWS.search(said):
        return []
    kept = [one.span() for one in times.RELATIVE.finditer(said)]
    edges = [0, *(edge for span in kept for edge in span), opening.end()]
    return list(zip(edges[::2], edges[1::2], strict=True))
