"""Questions for money: what things named beside it are, and which of several sums is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence.knowledge import FigureEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.matching import coverage, figure_score
from assistant.matching.wanted import Wanted
from assistant.questions.asked_unit import AskedUnit, told_in
from assistant.questions.question import Form, Question
from corpus.models import Measure

_FUNDS = frozenset({AskedUnit.MONEY, AskedUnit.YUAN})
_FITS = 0.5  # what a figure must reach for the question's indicator to be the one asked for
_NAME = 0.8  # the weight of a name
_TELLS = 0.5  # the weight of a word that says what money is for
_SOLID = 0.2
_PURPOSE = 0.9  # what the words that it is for count
_FAR = 120  # characters after a sum that may tell what it is for
_SEVERAL = 2  # words that must stand by a sum which has no name of its own
# 掏了多少钱搞促消费, "how much did it chip in": what was paid, for which one word may do
_PAID = re.compile(
    r"[掏拿投贴][了出]*多少|自己[掏拿出花]|\b(?:chip(?:ped)?|pitch(?:ed)?|put) (?:in|up)\b|"
    r"\bown (?:pocket|money)|"
    # 投到民生实事的钱比去年多吗, "is more money going into"
    r"[花投用拿出筹][入到在][^,，。;；?？]{2,10}的?钱|\b(?:more|less) (?:money|funding|cash) go",
    re.IGNORECASE,
)
_PAYS_ITSELF = re.compile(
    r"自己[掏拿出花]|自筹|[掏贴][了出]*多少|\b(?:its|their|our) own (?:pocket|money|funds)",
    re.IGNORECASE,
)
# 其中县级自筹4600万元, 区本级投入2亿元: its own part of a sum
_OWN_PART = re.compile("自筹|本级|自有资金|自行(?:筹集|承担)")
# 社会消费品零售总额, 技术合同成交额: what others spent or took, and nobody paid in
_OF_OTHERS = re.compile("零售|销售|产值|总值|营收|营业|收入|成交|交易|出口|进口|贷款|存款")
# 年度计划投资, 总投资: what every project has
_OF_ANYTHING = re.compile("(?:年度|每年|计划|总)*投资(?:总?额)?")
# 每年投入, 新增安排, 筹集资金: sums, named by nothing else
PLAIN_SUM = re.compile(
    "(?:每年|年度|年均|计划|新增|共|总|累计|(?:[省市县区州]?本?级)?财政|[省市县区州]?本级)*(?:投入|投资|安排|筹集|拿出|出资|资金|投资总?额)+"
)
# 新引进重大项目121个,(立项投资总额)685亿元: of what is counted right before it
_AGREED = re.compile("(?:立项|协议|合同|意向|签约|计划)+总?(?:投资|资金)总?额?")
_COUNTED_BEFORE = re.compile(r"(?P<what>[^,，;；。、]{4,24}?)\d[\d.]*[余多]?[个家项][,，、]$")
# the 121 major projects, 69件民生实事: how many of what, said in passing
_COUNTED = re.compile(
    r"(?<![\d.,])(\d{2,5})(?=[个家户件项条座所][\u4e00-\u9fff])|"
    r"\b(?:the|these|those|its) (\d{2,5}) (?=[a-z])(?!yuan|rmb|million|billion|mu\b|km\b)",
    re.IGNORECASE,
)


def asks_money(question: Question) -> bool:
    """Whether a question wants a sum of money."""
    return question.unit in _FUNDS


def of_the_counted(pool: list[FigureEntry], question: Question) -> list[FigureEntry]:
    """The sums told where the number of things is that the question names, if any are.

    What did (the 121 major projects) cost: not what another 236 did.
    """
    found = _COUNTED.search(question.text) if asks_money(question) else None
    if not found or question.text.count(found[0]) > 1:
        return pool
    number = re.compile(rf"(?<![\d.]){found[1] or found[2]}(?![\d.%])")
    return [entry for entry in pool if number.search(entry.sentence)] or pool


def of_its_own(pool: list[FigureEntry], wanted: tuple[Wanted, ...]) -> list[FigureEntry]:
    """The sums that are not of a group in which the question names one: 华为、百度等一批企业….

    What the group or all of the year brought in, told further on in the sentence, is none of it.
    """
    names = [
        one
        for one in wanted
        if one.weight >= _NAME and not one.topic.terms and not one.topic.is_indicator
    ]
    return [
        entry
        for entry in pool
        if not told_in(entry.figure, AskedUnit.MONEY)
        or not any(_in_group(one, entry) for one in names)
    ]


def _in_group(word: Wanted, entry: FigureEntry) -> bool:
    if word.stands_in(entry.name):
        return False
    member = "|".join(re.escape(one) for one in word.alternatives)
    group = re.search(
        rf"(?:{member})[^,，;；。\d]*?(?:、[^,，;；。]*?)?等[^,，;；。]*", entry.sentence
    )
    return group is not None and entry.figure.text not in group[0]


def things_beside(
    wanted: tuple[Wanted, ...], pool: list[FigureEntry], question: Question, shared: bool
) -> tuple[Wanted, ...]:
    """What a question for money names, where that is no sum itself: money for 市场主体.

    An indicator that is counted in things is then what the money is for, and 计划投资 is that of
    what else the question names. Left as it is where a sum of the indicator fits.

    Args:
        pool: the figures in money.
    """
    if not asks_money(question) or any(figure_score(e, wanted, shared) >= _FITS for e in pool):
        return wanted
    others = any(not one.topic.is_indicator and one.weight >= _TELLS for one in wanted)
    return tuple(_plain(one) if others and _is_thing(one) else one for one in wanted)


def _is_thing(word: Wanted) -> bool:
    if not word.topic.is_indicator:
        return False
    counted = any(re.search("(?:总数|数量)$", one) for one in word.alternatives)
    return counted or _OF_ANYTHING.fullmatch(word.alternatives[0]) is not None


def _plain(word: Wanted) -> Wanted:
    names = word.alternatives
    if _OF_ANYTHING.fullmatch(names[0]):
        names = (*names, "投资")
    return replace(word, topic=replace(word.topic, terms=()), alternatives=names)


def by_purpose(
    scored: list[tuple[float, FigureEntry]],
    question: Question,
    wanted: tuple[Wanted, ...],
    knowledge: Knowledge,
) -> list[tuple[float, FigureEntry]]:
    """Scores with what a plain sum is said to be for: 投入(4.2亿元)推进实施…危桥改造以及….

    What follows it up to the next sum tells it, where that holds two of the question's words; or
    what is counted right before it.
    """
    if not asks_money(question):
        return scored
    if _PAYS_ITSELF.search(question.text):
        scored = [row for row in scored if not _OF_OTHERS.search(row[1].name)]
        scored = [(max(score, _own_part(one, wanted)), one) for score, one in scored]
    solid = sum(word.weight >= _SOLID for word in wanted)
    # compare the money for 民生实事: one of the two sums may be named by them alone
    paid = _PAID.search(question.text) or question.form is Form.COMPARISON
    least = 1 if solid == 1 and paid else _SEVERAL
    return [
        (max(score, _fits_purpose(entry, wanted, knowledge, least)), entry)
        for score, entry in scored
    ]


def _own_part(entry: FigureEntry, wanted: tuple[Wanted, ...]) -> float:
    """How well a sum fits that the place itself puts into what is asked for."""
    if not _OWN_PART.search(entry.name) or not told_in(entry.figure, AskedUnit.MONEY):
        return 0.0
    for_what = tuple(word for word in wanted if not _PAYS_ITSELF.search(word.topic.text))
    held = for_what and all(one.stands_in(entry.sentence) for one in for_what if one.held)
    return 1.0 if held else 0.0


def _fits_purpose(
    entry: FigureEntry, wanted: tuple[Wanted, ...], knowledge: Knowledge, least: int
) -> float:
    figure = entry.figure
    if figure.measure is not Measure.LEVEL or not told_in(figure, AskedUnit.MONEY):
        return 0.0
    counted = _COUNTED_BEFORE.search(entry.sentence.partition(entry.name)[0])
    if counted and _AGREED.fullmatch(entry.name):
        return _PURPOSE * coverage(wanted, ((counted["what"] + entry.name, 1.0),))
    if not PLAIN_SUM.fullmatch(entry.name):
        return 0.0
    text = knowledge.report.text
    rest = re.split(r"[。;；!！\n]", text[figure.end : figure.end + _FAR])[0]
    rest = folded_name(re.split(r"[,，][^,，]{0,12}\d[\d.]*[万亿]+元", rest)[0])
    held = [word for word in wanted if word.weight >= _SOLID and word.stands_in(rest)]
    if len(held) < least:
        return 0.0
    rest_of = tuple(word for word in wanted if not _OF_ANYTHING.fullmatch(word.topic.text))
    return _PURPOSE * coverage(rest_of, ((rest, 1.0), (entry.sentence, 0.5)))


def is_for(entry: FigureEntry, question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a sum without a name of its own is for what the question names: 每年投入3000万元."""
    figure = entry.figure
    if not asks_money(question) or figure.measure is not Measure.LEVEL:
        return False
    if not told_in(figure, AskedUnit.MONEY) or not PLAIN_SUM.fullmatch(entry.name):
        return False
    said = [one for one in wanted if one.weight >= _SOLID and one.stands_in(entry.sentence)]
    return len(said) >= _SEVERAL
