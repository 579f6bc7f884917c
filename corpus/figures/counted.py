"""The noun that a quantity counts, where it stands after it: 新建(30座)装配式公厕."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import indicators, place_words, words
from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity, in_a_row
from corpus.models import Qualifier

_FUND = re.compile("(?:资金|基金|债券|国债|专项债|贷款|补贴|补助)$")
_POWER = re.compile("千瓦$|兆瓦$")
# 中央环保督察反馈的(29个)问题: whose they are
_RAISED_BY = re.compile("(?<=反馈|移交|交办|通报|指出|提出|发现|曝光|查出|征集)的$")
_MATTERS = frozenset(("问题", "事项", "线索", "意见", "建议", "隐患"))
UNCOUNTED = re.compile(r"(?:%|‰|百分点|倍|番|连.|成|年|月|天|日|小时|分钟|秒)$|^$")


def noun_after(
    text: str, since: int, first: Quantity, last: Quantity, until: tuple[int, bool]
) -> Subject | None:
    """The counted noun where it stands after the quantity, else None."""
    listed = place_words.IN_LIST.match(text, last.end)
    if last.unit == "年" and listed and in_a_row(text, first.start):
        whose = place_words.PLACE.search(text, since, first.start)
        return Subject(listed["name"], *listed.span("name"), whose["scope"] if whose else None)
    clause_start = max(text.rfind(mark, 0, first.start) for mark in "，；。\n")
    ahead = text[clause_start + 1 : first.start]
    part = last.unit in ("%", "成") and text[last.end : last.end + 1] == "的"
    if part and words.GIVES.search(ahead):
        return indicators.following(text, last.end, *until)
    if last.unit == "%" and first is last and words.SHARE_OPENS.fullmatch(ahead):
        bounded = last.qualifier is not Qualifier.EXACT
        of = text[last.end : last.end + 1] == "的"
        start = last.end + 1 if of else last.end if bounded else until[0]
        rest = text[start : until[0]]
        long = 4 <= len(rest) <= 24 and not words.NO_SHARE.match(rest)
        return indicators.whole(text, start, until[0]) if long else None
    places = last.unit == "成" and indicators.counts_places(text, last.end)
    if last.rank or (UNCOUNTED.search(last.unit) and not places):
        return None
    following = indicators.following(text, last.end, *until)
    if following is None:
        return None
    raised = _RAISED_BY.search(text, since, first.start)
    if raised and following.name in _MATTERS:
        whole = indicators.whole(text, since, raised.start())
        return replace(following, name=whole.name + following.name) if whole else following
    before = indicators.whole(text, since, first.start)
    if before is None or words.COUNTED_AFTER.search(text[since : first.start]):
        return following
    # 莫日格旗(50万千瓦)风电: one work, no wind power in all
    work = re.sub(r"^\d{1,2}月、", "", before.name)  # 风电8月、外送通道(120万千瓦)风电11月
    verb = words.OWN_VERB.search(work) or words.LEADING.match(work + following.name)
    if _POWER.search(last.unit) and not verb:
        return replace(following, name=work + following.name, start=before.start)
    money = re.search(r"元$", last.unit) is not None
    named = words.HEAD_NOUN.search(before.name) is not None
    fund = len(before.name) == 2 and _FUND.search(following.name)  # 设立(100亿元)专项资金
    verb_only = money and (text[last.end] == "的" or fund) and not named
    return following if verb_only or not (money or named) else None


def with_new(text: str, since: int, first: Quantity, noun: Subject) -> Subject:
    """新建 (30座) 装配式公厕 → 新建装配式公厕: new ones are not all that there are."""
    head = re.match(
        r"[\s、和及与]*(?:力争|确保|全年|累计|共|预计|并)*(?P<new>新增建设|新建、改扩建|"
        r"新(?:增|建|引进|设立|开通|签约|改建|开工|认定|培育|入驻|招|落户)|净增|再新增|增发)",
        text[since : first.start],
    )
    if not head:
        return noun
    return replace(noun, name=head["new"] + noun.name, start=since + head.start("new"))


def rate_of(part: Subject, own: Subject) -> Subject:
    """高考本科上线1874人、(上线率)53.6% → 高考本科上线率: of what was counted just before.

    So is 综合利用率 after 磷石膏综合利用量.
    """
    counted = re.sub("[量数]$", "", words.NEW.sub("", part.name))
    done = own.name.removesuffix("率")
    named = len(done) >= 2 and done != own.name and counted.endswith(done)
    return replace(own, name=counted + "率") if named else own
