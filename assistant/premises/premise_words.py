"""What a question takes for granted in words, not in figures, and the report says otherwise.

Nothing done where all was, somebody hurt where nobody was, paid by those who do not pay.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answers.unharmed import unharmed
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.matching.matching import clause_score
from assistant.matching.report_head import delivery
from assistant.matching.wanted import Wanted, wanted_words
from assistant.number_words import NUMBERS
from assistant.premises.why_not import beats
from assistant.questions import phrases
from assistant.questions.days import day_named
from assistant.questions.period import period_of
from assistant.questions.question import Question
from corpus.header import chinese_number
from corpus.models import Measure
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_FITS = 0.6  # what a clause must have of the question's other words
_HEAVY = 0.25  # the weight of such a word, of which there must be two
_SEVERAL = 2
_SURE = 0.8  # the weight of a word that is a name

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
NUMBER = re.compile(r"\d+(?:\.\d+)*")  # 2022 in "since 2022."
# 听说和福田区结对了,对吧 ; "hasn't it?", "Was it Alibaba that": asks to confirm
CONFIRMS = re.compile(
    r"[对是真]吗|对吧|是吧|是不是|没错吧|对不对|吧[?？]?$|吗[?？]?$|"
    r"^\s*(?:was|were|is|are|did|does|do|has|have|will)\b|"
    r"\b(?:isn|wasn|hasn|haven|didn|doesn|aren|weren|won)['’]t (?:it|they|that)\b|\bright\?|"
    r"\bi (?:heard|read|hear)\b",
    _IGNORE,
)

# 怎么下滑了, 怎么反而涨了, 怎么定成了3天, "what made it fail": asks why, in common speech
HOW_COME = re.compile(
    r"怎么(?!样|办)(?:反[而倒]|又|倒|[^,，;；。?？怎]{1,8}了(?:[?？呢啊]|$)|"
    r"[^,，;；。?？怎]{0,4}[定变降涨改搞弄掉退压][成到为]了?)|"
    r"\bwhat (?:made|caused|forced|drove|(?:is|was|lies|lay) behind)\b",
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
        or (unharmed(question, knowledge) if phrases.WHY.search(question.text) else None)
        or _paid_by_others(question, knowledge)
        or _of_another_length(question, knowledge)
        or _on_another_day(question, knowledge)
        or _short_of_aim(question, knowledge)
    )


# 社零增速(是怎么)超过年初目标的, "how did it manage to beat the target"
_MANAGED = re.compile(r"怎么(?!样)|如何|靠什么|\bhow (?:did|could|has|have|was|were)\b", _IGNORE)
_BELOW = re.compile("(?:低于|少于|不及|未达|比)[^,，;；。]{0,6}(?:目标|计划|预期)[^,，;；。]{0,4}$")


def _short_of_aim(question: Question, knowledge: Knowledge) -> Span | None:
    """Why did retail sales beat the target? where they came to 低于年初目标5.6个百分点."""
    granted = phrases.WHY.search(question.text) or _MANAGED.search(question.text)
    if not granted or not beats(question):
        return None
    asked = [word for word in wanted_words(question, knowledge) if word.topic.is_indicator]
    if len(asked) != 1:
        return None
    told = (
        one.figure
        for one in knowledge.figures
        if one.figure.measure is Measure.CHANGE
        and (one.figure.value or 0) < 0
        and asked[0].stands_in(one.name)
        and _BELOW.search(one.before)
    )
    short = next(told, None)
    return (short.clause_start, short.clause_end) if short else None


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


# 要两天, "take two days", 3个工作日
_LENGTH = re.compile(
    r"(?P<zh>\d+|[一两二三四五六七八九十])个?(?P<unit>工作日|[天日](?![、.])|小时|分钟|秒)|"
    r"\b(?P<en>\d+|"
    + "|".join(NUMBERS)
    + r") (?:(?:working|business|full|whole|entire) )*(?P<of>day|hour|minute|second)s?\b",
    _IGNORE,
)
_UNITS = {"day": "天", "hour": "小时", "minute": "分钟", "second": "秒", "日": "天", "工作日": "天"}
_SHORTER = re.compile(
    r"[缩压减]|快了|少了|\b(?:cut|by|shorter|faster|reduc\w+|shorten\w*|off)\b", _IGNORE
)


def _of_another_length(question: Question, knowledge: Knowledge) -> Span | None:
    """Why still two days to set up a company? where it is to take 2个小时."""
    text = question.text
    said = list(_LENGTH.finditer(text))
    granted = any(one.search(text) for one in (phrases.WHY, CONFIRMS, HOW_COME))
    if len(said) != 1 or not granted or _SHORTER.search(text):
        return None
    number, unit = said[0]["zh"] or said[0]["en"], (said[0]["unit"] or said[0]["of"]).lower()
    value = NUMBERS.get(number.lower()) or chinese_number(number) or int(number)
    asked = [word for word in wanted_words(question, knowledge) if word.topic.is_indicator]
    period = period_of(question, knowledge.report)
    told = [
        one.figure
        for one in knowledge.figures
        if len(asked) == 1
        and asked[0].stands_in(one.name)
        and one.figure.value is not None
        and _unit_of_time(one.figure.unit)
    ]
    timed = [one for one in told if period.holds(one)] or told
    lengths = {(one.value, _unit_of_time(one.unit)) for one in told}
    if len(timed) != 1 or (Decimal(value), _UNITS.get(unit, unit)) in lengths:
        return None
    return timed[0].clause_start, timed[0].clause_end


def _unit_of_time(unit: str) -> str:
    plain = unit.removeprefix("个")
    plain = _UNITS.get(plain, plain)
    return plain if plain in _UNITS.values() else ""


def _on_another_day(question: Question, knowledge: Knowledge) -> Span | None:
    """Why was the report put off until 12 March? where it was given on 2月12日."""
    day = day_named(question.text)
    granted = phrases.WHY.search(question.text) or CONFIRMS.search(question.text)
    line = delivery(question, knowledge.report) if day and granted else None
    date = knowledge.report.date
    if line is None or date is None or (day and day.search(f"{date.month}月{date.day}日")):
        return None
    return line


def _all_done(question: Question, knowledge: Knowledge) -> Span | None:
    """人大票决的12件民生事项去年一件都没完成? where they were 全面完成."""
    text = question.text
    if not _NONE.search(text) or not _COMPLETED.search(text):
        return None
    numbers = set(NUMBER.findall(text)) - {str(year) for year in question.years}
    wanted = tuple(w for w in wanted_words(question, knowledge) if w.held)
    rows = [
        one
        for one in knowledge.clauses
        if _ALL_DONE.search(one.text) and numbers <= set(NUMBER.findall(one.text))
    ]
    return best_clause(rows, wanted)


def best_clause(rows: list[ClauseEntry], wanted: tuple[Wanted, ...]) -> Span | None:
    """The clause with most of the words, where it has enough of them."""
    heavy = [word for word in wanted if word.weight >= _HEAVY]
    fitting = [
        (clause_score(one, wanted), one)
        for one in rows
        if sum(word.stands_in(one.text) for word in heavy) >= _SEVERAL
    ]
    best = max(fitting, key=lambda row: row[0], default=None)
    return (best[1].start, best[1].end) if best and best[0] >= _FITS else None
