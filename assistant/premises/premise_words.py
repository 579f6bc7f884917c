"""What a question takes for granted in words, not in figures, and the report says otherwise.

Another name in the very part that the report tells of, and nothing done where all was.
"""

from __future__ import annotations

import re

from assistant.evidence.knowledge import ClauseEntry, Knowledge, folded_name
from assistant.matching.matching import clause_score
from assistant.matching.report_words import is_name
from assistant.matching.wanted import Wanted, wanted_words
from assistant.quantities_en import MONTHS
from assistant.questions import phrases
from assistant.questions.harms import harms_told
from assistant.questions.places import foreign_places
from assistant.questions.question import Question
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_FITS = 0.6  # what a clause must have of the question's other words
_HEAVY = 0.25  # the weight of such a word, of which there must be two
_SEVERAL = 2
_KIND = 2  # signs at a name's end that tell what it is a name of
_SURE = 0.8  # the weight of a word that is a name
# 上交所, 江西农业大学
_A_BODY = re.compile("(?:交所|大学|学院|集团|银行|公司|医院|研究院)$")

# 一件都没完成, "none of the 12 items was completed"
_NONE = re.compile(
    r"(?:一|半|哪怕一)[个件项家座所条]也?都?(?:没|未|不)|没有?一[个件项家座所条]|"
    r"(?:全|统统)都?(?:没|未)|哪[几些]?[个件项][^,，?？]{0,6}(?:没|未)(?!有?[?？吗]|$)|"
    r"\bnone of\b|\bnot (?:a single|one)\b|\bno(?: \w+){1,2} (?:was|were|got|has|have)\b|"
    r"\bfailed to (?:complete|finish|deliver) any\b|"
    r"\b(?:were|was|are|is|remain(?:ed|s)?|left) (?:left )?"
    r"(?:unfinished|undone|incomplete|unfulfilled)\b",
    _IGNORE,
)
_COMPLETED = re.compile(
    r"完成|建成|办结|竣工|落实|兑现|"
    r"\b(?:un|in)?(?:complet|finish|deliver|fulfil|done|built|achiev|carried out)\w*|\bundone\b",
    _IGNORE,
)
_ALL_DONE = re.compile(
    "(?:全面|全部|均已?|悉数|如期|圆满|顺利|都已?)(?:完成|建成|办结|竣工|落实|兑现)"
)
_NUMBER = re.compile(r"\d[\d.]*")
# 听说和福田区结对了,对吧 ; "hasn't it?", "Was it Alibaba that": asks to confirm
CONFIRMS = re.compile(
    r"[对是真]吗|对吧|是吧|是不是|没错吧|对不对|吧[?？]?$|吗[?？]?$|"
    r"^\s*(?:was|were|is|are|did|does|do|has|have|will)\b|"
    r"\b(?:isn|wasn|hasn|haven|didn|doesn|aren|weren|won)['’]t (?:it|they|that)\b|\bright\?|"
    r"\bi (?:heard|read|hear)\b",
    _IGNORE,
)
# 与京东集团开展全面战略合作, 与深圳南山区结对: who it is done with
_WITH = re.compile(
    r"[与和同跟][\u4e00-\u9fffA-Za-z]{2,16}?(?:开展|签订|签署|签约|建立|结对|合作|共建|联合|达成)"
)
# 签约, 合作: what is done with many; alone it denies nobody else
_COMMON = re.compile("合作|签约|签订|签署|协议|结对|企业|公司|项目|集团|建立|联合")
_BODY = re.compile(
    r"[与和同跟找](?P<name>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:开展|签订|签署|签约|建立|结[了成]?对|合作|共建|"
    r"联合|达成|签[了下])"
)


_HOW_MANY = re.compile(r"多少|几|\bhow many\b|\bdeath toll\b|\bnumber of\b", _IGNORE)
# "the July 24 flood", 8月9日: reports write “8·09”
_DAY = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])(?:月|[·.])(?P<d>[0-3]?\d)日?|"
    r"\b(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? (?P<day>[0-3]?\d)\b|"
    r"\b(?P<first>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?"
    r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b",
    _IGNORE,
)

# 家长要交多少钱, "how much will parents have to pay"
_PEOPLE_PAY = re.compile(
    r"(?:家长|居民|群众|老?百姓|患者|病人|村民|农户|学生|老人|市民|个人|自己|我们?)[^,，。?？]{0,8}"
    r"[交付掏出花](?:多少|几)|"
    r"\bhow much\b[^,?]{0,12}\b(?:parents|residents|households|families|patients|villagers|people|"
    r"students|users|elderly|we|i)\b(?: \w+){0,3} (?:pay|be charged)\b",
    _IGNORE,
)
# 所需经费由区财政承担, 免费向群众开放
_PAID = re.compile(
    "(?:经费|费用|资金|成本)[^,，;；。]{0,6}由[^,，;；。]{2,14}?(?:承担|负担|保障|支付|兜底|解决)|"
    "(?<!减)免费|不再?收[取]?费|免收"
)
_YUAN = re.compile(r"\d[\d.]*[万亿]?元")


def denied_in_words(question: Question, knowledge: Knowledge) -> Span | None:
    """The clause that says otherwise; None where the report denies nothing of the question."""
    return (
        _all_done(question, knowledge)
        or _unharmed(question, knowledge)
        or _paid_by_others(question, knowledge)
        or _with_another(question, knowledge)
    )


def _unharmed(question: Question, knowledge: Knowledge) -> Span | None:
    """How many died in the flood of July 24? where 无一人死亡 is told of it."""
    text = question.text
    told = harms_told(text)
    if not told or not (_HOW_MANY.search(text) or phrases.WHY.search(text)):
        return None
    # 没有人员因灾死亡, 无一人伤亡, 零死亡, 未造成人员伤亡; all that are asked for
    nobody = [
        re.compile(
            f"(?:没有|无|未[^,，;；。]{{0,4}})一?[人例名][^,，;；。]{{0,6}}(?:{one})|零(?:{one})"
        )
        for one in told
    ]
    day = _day(question.text)
    asked = wanted_words(question, knowledge)
    wanted = [word for word in asked if word.held and word.weight >= _SURE]
    for one in knowledge.clauses:
        if not all(none.search(one.text) for none in nobody):
            continue
        whole = knowledge.report.text[one.sentence_start : one.sentence_end]
        if day.search(whole) if day else wanted and all(w.stands_in(whole) for w in wanted):
            return one.start, one.end
    return None


def _paid_by_others(question: Question, knowledge: Knowledge) -> Span | None:
    """How much must parents pay? where 所需经费由区财政承担, or 免费, is told of the thing."""
    if not _PEOPLE_PAY.search(question.text):
        return None
    telling = [
        word
        for word in wanted_words(question, knowledge)
        if word.weight >= _SURE and not _PEOPLE_PAY.search(word.topic.text)
    ]
    if not telling or not all(word.held for word in telling):
        return None
    for one in knowledge.clauses:
        paid = _PAID.search(one.text) and not _YUAN.search(one.text)
        if paid and all(word.stands_in(one.text) for word in telling):
            return one.start, one.end
    return None


def _day(text: str) -> re.Pattern[str] | None:
    """How reports write the day that a question names an event by: 8·09, 8月9日."""
    found = _DAY.search(text)
    if found is None:
        return None
    name = found["name"] or found["month"]
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(found["m"])
    day = int(found["day"] or found["first"] or found["d"])
    return re.compile(rf"(?<!\d)0?{month}(?:[·•.．]|月)0?{day}(?!\d)")


def _all_done(question: Question, knowledge: Knowledge) -> Span | None:
    """人大票决的12件民生事项去年一件都没完成? where they were 全面完成."""
    text = question.text
    if not _NONE.search(text) or not _COMPLETED.search(text):
        return None
    numbers = set(_NUMBER.findall(text)) - {str(year) for year in question.years}
    wanted = tuple(w for w in wanted_words(question, knowledge) if w.held)
    rows = [
        one
        for one in knowledge.clauses
        if _ALL_DONE.search(one.text) and numbers <= set(_NUMBER.findall(one.text))
    ]
    return _best(rows, wanted)


def _with_another(question: Question, knowledge: Knowledge) -> Span | None:
    """与深圳福田区结对 where it is 与深圳南山区: another name in the same part."""
    names = _names_unheld(question, knowledge)
    if len(names) != 1:
        return None
    start, end = names[0]
    words = wanted_words(question, knowledge)
    wanted = tuple(w for w in words if w.held and not start <= w.topic.start < end)
    narrower = any(is_name(one.topic.text) for one in wanted if one.topic.text.isascii())
    granted = (CONFIRMS, phrases.WHY, phrases.WHEN)  # when did it list on the other exchange
    given = any(one.search(question.text) for one in granted)
    if not (given or narrower):
        return None
    terms = next((w.topic.terms for w in words if w.topic.start == start), ())
    alike = _alike(terms[0].zh if terms else question.text[start:end])
    telling = [w for w in wanted if not any(_COMMON.search(one) for one in w.alternatives)]
    rows = [
        one
        for one in knowledge.clauses
        if (alike and alike.search(one.text))
        or (
            _WITH.search(one.text)
            and any(w.weight >= _HEAVY and w.stands_in(one.text) for w in telling)
        )
    ]
    return _best(rows, wanted)


def _alike(name: str) -> re.Pattern[str] | None:
    """Names of the same kind, by their last two signs: 上交所, 深交所; None for a short one."""
    if len(name) < _KIND + 1 or name.isascii():
        return None
    return re.compile(rf"[\u4e00-\u9fff]{re.escape(name[-_KIND:])}")


def _names_unheld(question: Question, knowledge: Knowledge) -> list[Span]:
    """Where a question names a body or place that the report never does."""
    text = question.text
    found = [
        match.span()
        for place in foreign_places(question, knowledge)
        for match in re.finditer(re.escape(place), text)
        if not knowledge.holds(folded_name(place))
    ]
    for word in wanted_words(question, knowledge):
        span = (word.topic.start, word.topic.end)
        latin = word.topic.text.isascii() and is_name(word.topic.text)
        name = word.topic.terms[0].zh if word.topic.terms else word.topic.text
        body = _A_BODY.search(name) and word.weight >= _SURE
        taken = any(a <= span[0] < b for a, b in found)
        own = body or (latin and word.topic.start and not word.topic.terms)
        if own and not word.held and not taken:
            found.append(span)
    for match in _BODY.finditer(text):
        span = match.span("name")
        taken = any(a < span[1] and span[0] < b for a, b in found)
        if not taken and not knowledge.holds(folded_name(match["name"])):
            found.append(span)
    return found


def _best(rows: list[ClauseEntry], wanted: tuple[Wanted, ...]) -> Span | None:
    """The clause with most of the words, where it has enough of them."""
    heavy = [word for word in wanted if word.weight >= _HEAVY]
    fitting = [
        (clause_score(one, wanted), one)
        for one in rows
        if sum(word.stands_in(one.text) for word in heavy) >= _SEVERAL
    ]
    best = max(fitting, key=lambda row: row[0], default=None)
    return (best[1].start, best[1].end) if best and best[0] >= _FITS else None
