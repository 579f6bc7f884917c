"""Reads one clause: which quantity is said of which subject."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import bundles, indicators, place_words, scopes, words, works
from corpus.figures.carried import as_told, headed
from corpus.figures.clauses import Clause
from corpus.figures.context import Context, Said
from corpus.figures.counted import UNCOUNTED, noun_after, rate_of, with_new
from corpus.figures.indicators import Subject
from corpus.figures.quantities import Quantity
from corpus.figures.quantity_lists import listed_together

# 办复率和满意率均达到100%: one figure for each
# 营业收入1585亿元、工业总产值1530亿元，增幅分别为(15.5%和14.2%): the rates of what came before
_RATES_OF_EACH = re.compile(
    rf"[\s,，、]*(?:同比)?{words.GROWTH_HEAD.pattern.removesuffix('$')}[^,，]{{0,4}}?分别"
)
# 棚户区改造47.6万户(（套）)、老旧小区; 迈上5万亿(台阶)、五年增量超1万亿元
_PASSED_OVER = re.compile(r"[(（][^()（）]*[)）]|元?(?:台阶|大关)")
_EACH = re.compile("均|都|各|双双")
_UNDONE = re.compile("未(?!来|成年|就业)[\u4e00-\u9fff]{1,5}(?<![村户人口民镇乡县目程房])")
_RATE_OF = re.compile("(?P<of>[^、]*)[\u4e00-\u9fff]{2}率$")  # 搬迁(入住率)
_TOGETHER = re.compile("合计|共|总和|占")  # 东湖区、西湖区财政收入合计增长12%
_COUNTED_WITH = re.compile(r"\d+个[\u4e00-\u9fff]{1,6}[县市区镇乡]和$")
# 力争(集体经营性年收入)30万元以上的达到80%, 新签约项目58个，(亿元以上)31个
_CONDITION = re.compile(r"(?:\d[\d.]*[万亿]*[\u4e00-\u9fff]{1,3}|[万亿]元)以[上下]的?$")


def read_clause(context: Context, clause: Clause) -> list[Said]:
    """The quantities of a clause with their subjects; the context remembers what carries on."""
    text = context.report.text
    said: list[Said] = []
    since = clause.start
    span = (clause.start, clause.end)
    context.scope = scopes.concerned(text, span) or scopes.inherited(text, span, context.scope)
    if place_words.OWN_PLACE.match(text, clause.start):
        context.carried = [replace(one, scope=None) for one in context.carried]
    groups = listed_together(text, clause.quantities)
    for at, group in enumerate(groups):
        until = groups[at + 1][0].start if at + 1 < len(groups) else clause.end
        named = _named(context, clause, since, group, until)
        named = _listed(text, said, since, named)
        said.extend(named)
        context.opened = None
        since = max(group[-1].end, named[-1].until)
        aside = _PASSED_OVER.match(text, since, until)
        since = aside.end() if aside else since
        while since < until and text[since] in "、和及与等":
            since += 1
    if context.scope and context.scope == context.counted:
        context.scope = None  # 近四成县（市）财政自给率低于30%，(60岁及以上人口占比): of all again
    return said


def _listed(text: str, before: list[Said], since: int, named: list[Said]) -> list[Said]:
    """新增小巨人企业5户、高新技术企业25户: what is new in a list's first item is new in all.

    So is what is rebuilt: 开工改造棚户区560套、老旧小区18个.
    """
    first = before[-1].subject if before else None
    new = words.NEW_HEAD.match(first.name) if first else None
    if not new or text[since - 1] != "、" or words.IN_ALL.search(text[since : named[0].lead]):
        return named
    if named[0].subject and words.WHOLE_OF.match(text, named[0].subject.start):
        return named
    rebuilt = new[0].endswith("改造")
    return [
        replace(
            one,
            subject=replace(one.subject, name=new[0] + one.subject.name),
            since=before[-1].since,
        )
        if one.subject
        and not words.OWN_VERB.search(one.subject.name)
        and (not rebuilt or words.REBUILT.search(one.subject.name))
        else one
        for one in named
    ]


def _named(
    context: Context, clause: Clause, since: int, group: list[Quantity], until: int
) -> list[Said]:
    """The group's quantities with their subjects; remembers the subjects for what follows."""
    text = context.report.text
    first, last = group[0], group[-1]
    stop = (until, until < clause.end)
    after = noun_after(text, since, first, last, stop)
    if after is not None and _UNDONE.fullmatch(after.name):
        # 入住率98.6%，尚有(14户)未入住: no rate; but 发现问题97个未整改到位 are the problems
        rate = _RATE_OF.search(context.carried[-1].name) if context.carried else None
        after = replace(after, name=rate["of"] + after.name) if rate else None
    if after is not None:
        subject = works.measured(text, since, first, with_new(text, since, first, after))
        whose = subject.scope or scopes.outer(text, clause.start, first.start, context.report.place)
        subject = replace(subject, scope=whose or context.scope)
        # 在全省超过4.8万亿元的经济总量中占比达7.1%: an aside, of what is carried on
        aside = text[subject.end : subject.end + 1] == "中" and "在" in text[since : first.start]
        aside = aside or last.unit == "%"  # (85%)的任务落地: nothing more is said of the share
        # 增速居全市(11个)县（市、区）第4位: only what the place is one of
        aside = aside or place_words.RANKED_OF.search(text[since : first.start]) is not None
        towns = text[subject.start : subject.end].endswith("城市")  # all that are measured
        if last.unit in ("个", "成") and not towns and indicators.counts_places(text, last.end):
            context.scope = context.counted = text[first.start : subject.end]  # 3个县财政自给率
        if not aside:
            context.carried = [subject]
            context.named.append(subject)
        begin = min(subject.start, first.start)
        counted = words.RATE_OF.sub("", subject.name) if stop[1] else ""
        own = replace(subject, name=counted) if len(counted) >= 2 else subject
        owners = indicators.owners(text, since, first.start) if len(group) > 1 else []
        if len(owners) == len(group):
            context.carried = [replace(own, scope=owner) for owner in owners]
            begin = subject.start if subject.start < first.start else since
            return [
                Said(quantity, one, begin, subject.end, first.start)
                for quantity, one in zip(group, context.carried, strict=True)
            ]
        return [Said(one, own, begin, subject.end, first.start) for one in group]
    if len(group) > 1 and _RATES_OF_EACH.match(text, since, first.start):
        return _from_carried(context, since, group)
    names = _names_before(context, clause, since, first)
    each = len(names) == 1 and _EACH.search(text[names[0].end : first.start])
    several = len(context.carried) > 1 and (each or len(context.carried) == len(group))
    if len(names) == 1 and several and first.rank:
        names = context.carried  # 分别增长8.3%、10.9%，增速居全省(第三和第一)
    if names:
        each_of = works.of_each(text, clause.start, len(group), names, context.named)
        names = (
            each_of
            if len(each_of) > 1
            else [works.of_project(text, context.carried, clause, last, stop, one) for one in names]
        )
        return _pair(context, since, group, names)
    bracketed = works.before_bracket(text, clause) if clause.inside else None
    if bracketed and since == clause.start and not _EACH.search(text[since : first.start]):
        return _pair(context, since, group, [bracketed])
    of = words.WHOLE_BEFORE.match(text[since : first.start])
    if of and not words.RELATIVE.search(first.unit) and text[last.end : last.end + 1] == "的":
        base = indicators.whole(text, since + of.end(), first.start)
        base = replace(base, scope=of["wider"]) if base and of["wider"] else base
        return [_said(one, base, since, group) for one in group]
    return _from_carried(context, since, group)


# 占全省的31.5%、(全国的)12.8%: of the same, in another whole
_OF_WIDER = re.compile("(?<=[、和])全[国省市县区州]的")


def _names_before(context: Context, clause: Clause, since: int, first: Quantity) -> list[Subject]:
    """The names that the text between two quantities gives, with what is carried put to heads."""
    text = context.report.text
    among = place_words.RANKED_AMONG.match(text[clause.start : first.start]) if first.rank else None
    named = place_words.RANKED_IN.match(text[clause.start : first.start]) if first.rank else None
    if named and not (context.scope and named["scope"].endswith(context.scope)):
        context.scope = named["scope"]
    begin, end = since, first.start
    if among and among.end("name") <= since - clause.start:
        begin, end = clause.start, clause.start + among.end("name")
    both = words.BOTH.search(text, begin, end)
    if both:
        # 规上工业增加值、固定资产投资、社会消费品零售总额三大指标分别: named right before
        listed_here = indicators.subjects(text, begin, both.start())
        of = (listed_here or context.named)[-"零一两三四五".index(both["count"]) :]
        return [indicators.joint(text, of)] if of and both["sum"] else of
    listed = place_words.AMONG.search(text, clause.start, first.start) if first.rank else None
    if listed and not among:
        begin, end = listed.span("name")
    names = indicators.subjects(text, begin, end)
    if not names or _OF_WIDER.fullmatch(text, since, first.start):
        return []
    carried = context.carried or context.previous
    within = text.startswith("其中", clause.start)
    of_places = scopes.of_places(names, carried, context.named, first.unit, within)
    if of_places:
        context.scope = "、".join(dict.fromkeys(one.scope or "" for one in of_places))
        return of_places
    names = bundles.of_giver(names, text, (clause.start, since), first)
    names = _completed_each(context, clause, names, first)
    names = bundles.of_the_same(names, carried)
    names = bundles.by_kind(bundles.of_partners(names, context.named, first.unit))
    measure = words.OWNED.search(carried[0].name) if carried else None
    if measure and (text[since - 1] in "、和" or words.MADE.fullmatch(names[-1].name)):
        names = _of_owner(names, carried[0].name[: measure.start()])
    if measure and first.unit.endswith("元") and _is_fellow(carried[0].name, measure, names):
        names = [replace(names[0], name=names[0].name + measure[0])]
    if within:
        names = bundles.parts_of(names, carried, measure[0] if measure else "", first.unit)
    if _CONDITION.match(names[0].name) and context.carried:
        told = [*context.carried, *reversed(context.named)]
        limited = bundles.of_limit(names[0], told)
        names = [limited or indicators.composed(context.carried, names[0])]
    names = scopes.of_town([_in_full(one, context.named) for one in names], context.scope)
    winner = place_words.WINNER.search(text[clause.start : names[0].start])
    outside = scopes.outer(text, clause.start, names[0].start, context.report.place)
    own = names[0].scope or (winner["scope"] if winner else outside)
    several = _COUNTED_WITH.search(text[clause.start : names[0].start]) if own else None
    if several:  # 在(14个市州城区和)临河新区增补学位
        names = [replace(one, scope=several[0] + (own or "")) for one in names]
    ranked = first.rank and own is not None and own.startswith("全")  # 在全国果品品牌中排第14位
    if own and not (outside or ranked) and not own.endswith(("市区", "城区", "县区")):
        context.scope = own
    return scopes.put(names, own or context.scope)


def _completed(
    context: Context, clause: Clause, names: list[Subject], first: Quantity
) -> list[Subject]:
    """The names with what is carried put to the last, where that is a head of something."""
    text, own = context.report.text, names[-1]
    carried = context.carried or context.previous
    if context.opened and words.OF_OPENED.fullmatch(own.name):
        carried = [context.opened]  # 经营主体增量提质，(总量)突破1000万户
    if kinds := bundles.priced(names, carried, first.unit):
        return kinds
    if of_work := works.part_of(own, carried):
        return [of_work]
    if works.is_length(own.name):
        return [works.of_work(text, context.start, clause, own)]
    of_each_place = len(names) > 1 and own.scope is not None
    if not of_each_place and works.is_of_another(text, carried, own, first):
        return [replace(own, name=(own.scope or "") + own.name)]
    when = words.QUARTERS.match(own.name)
    head = own.name[when.end() :] if when else own.name
    area = bool(carried) and carried[0].name.endswith("面积")
    part = area and re.search("其中[：:，,]?$", text[: carried[0].start]) is not None
    if part and head.startswith("总") and len(context.named) > 1:
        carried = context.named[-2:-1]  # 面积32.8万亩，其中挂果面积23.6万亩，(总产量)46.5万吨
    if head == "人次":  # 接待游客936万人次、收入82.6亿元，(人次)恢复到2019年的89%
        carried = [one for one in context.named if words.VISITS.search(one.name)][-1:] or carried
    if re.fullmatch(words.BARE_HEAD, head) and carried and not bundles.is_paid(head, carried):
        whole = headed(text, carried, replace(own, name=head))
        return [replace(whole, name=(when[0] if when else "") + whole.name)]
    stage = words.STAGE.fullmatch(own.name)
    if stage and not UNCOUNTED.search(first.unit):
        told = (one.stem or one.name for one in [*carried, *reversed(context.named)])
        of = next((words.NEW.sub("", one) for one in told if words.OF_STAGES.search(one)), "")
        of = words.AT_STAGE.sub("", of)
        return [replace(own, name=stage["stage"] + of, stem=of)]
    if not carried:
        return names
    if len(names) == 1:
        own = rate_of(carried[-1], own)
    return [*names[:-1], indicators.total_of(carried[0], own)]


def _completed_each(
    context: Context, clause: Clause, names: list[Subject], first: Quantity
) -> list[Subject]:
    """The names completed; a yield told of each of several is that of each of them.

    苹果、马铃薯面积分别达到21.6万亩、14.5万亩，(产量分别为)18.2万吨、24.6万吨.
    """
    head, carried = names[0], context.carried
    told = "分别" in context.report.text[head.end : first.start] and len(names) == 1
    if told and len(carried) > 1 and words.PRODUCED.fullmatch(head.name):
        each = (replace(indicators.composed([one], head), scope=one.scope) for one in carried)
        return [replace(one, scope=head.scope or one.scope) for one in each]
    return _completed(context, clause, names, first)


def _of_owner(names: list[Subject], owner: str) -> list[Subject]:
    """One measure beside another of the same owner: 规上工业营业收入1628亿元、(利润)117亿元."""
    if len(owner) < 2 or not words.OWNED.fullmatch(names[-1].name):
        return names
    return [replace(names[-1], name=owner + names[-1].name)]


def _in_full(short: Subject, named: list[Subject]) -> Subject:
    """其中(电子信息)下降5.2%, after 电子信息产业营业收入86.4亿元: told of by its beginning."""
    for one in reversed(named):
        rest = one.name.removeprefix(short.name)
        measure = words.OWNED.search(rest) if rest != one.name else None
        if measure and rest[: measure.start()] in ("", "产业", "行业"):
            return replace(short, name=one.name, scope=short.scope or one.scope)
    return short


def _is_fellow(owner: str, measure: re.Match[str], names: list[Subject]) -> bool:
    """Whether what is named is of the owner's kind: A产业营业收入130亿元，(B产业)突破46亿元."""
    own, other = words.FELLOW.search(owner[: measure.start()]), words.FELLOW.search(names[0].name)
    return len(names) == 1 and own is not None and other is not None and own[0] == other[0]


def _pair(context: Context, since: int, group: list[Quantity], names: list[Subject]) -> list[Said]:
    begin = names[0].start
    text = context.report.text
    scope = names[0].scope
    if len(names) == 1 and len(group) > 1:
        names = bundles.each_in_one(names[0], len(group))
    owners = (scope or "").split("、")
    if len(names) == 1 and len(group) == len(owners) > 1:
        names = [replace(names[0], scope=owner) for owner in owners]
    if len(names) == 1 and len(group) > 1:
        opens = text[since - 1] in "，," and not words.RELATIVE.search(group[0].unit)
        before = text[since : names[0].start] if opens else ""
        said = before, text[names[0].end : group[0].start]
        names = bundles.of_each_before(names[0], context.named, len(group), said)
    if len(names) > len(group) > 1 and "分别" in text[since : group[0].start]:
        wider = indicators.subjects(text, since, group[0].start, indicators.COMMAS)
        names = scopes.put(wider, scope) if len(wider) == len(group) else names
    if len(names) != len(group):
        one = indicators.whole(text, since, group[0].start)
        placed = len({name.name for name in names}) == 1 < len(names)
        # 学前教育毛入园率、高中毛入学率超过93%: no rate is of two things together
        rates = all(re.search("^(?!.*等).*(?<!比)率$", one.name) for one in names)
        # 赤宁县、合曲县6.8%, 沙柳县和金河县不低于6%: of each of them
        apart = not _TOGETHER.search(text[since : group[0].start])
        rates = rates or (placed and apart and group[0].unit == "%")
        if len(group) == 1 and (rates or _EACH.search(text[names[-1].end : group[0].start])):
            context.carried = names
            return [_said(group[0], name, begin, group) for name in names]
        named = indicators.joint(text, names) if placed else one
        joined = named if named and placed else replace(named or names[-1], scope=scope)
        if len(group) > 1 and len(names) == 1:
            joined = replace(names[0], scope=scope)
        context.carried, context.items = [joined], names
        context.named.append(joined)
        return [_said(quantity, joined, joined.start, group) for quantity in group]
    context.carried, context.items = names, []
    context.named.extend(names)
    return [
        _said(quantity, name, begin, group) for quantity, name in zip(group, names, strict=True)
    ]


def _said(quantity: Quantity, subject: Subject | None, since: int, group: list[Quantity]) -> Said:
    """One of a list; the text about it runs to the list's end, since "分别" pairs the whole."""
    # 分别提高0.12个百分点和(2.7件)
    of_first = (
        group[0].unit[-3:] == "百分点"
        or words.RELATIVE.search(group[0].unit) is None
        or words.RELATIVE.search(quantity.unit)
    )
    # 增长8.2%、(突破6000亿元): not by so much
    return Said(
        quantity, subject, since, group[-1].end, group[0].start if of_first else quantity.start
    )


def _from_carried(context: Context, since: int, group: list[Quantity]) -> list[Said]:
    text = context.report.text
    carried = context.carried
    if not carried and words.WHEN_ONLY.fullmatch(text[since : group[0].start]):
        carried = context.carried = context.previous
    each = len(group) == 1 and _EACH.search(text[since : group[0].start]) is not None
    if len(carried) == 1 and (each or len(context.items) == len(group) > 1):
        carried = context.items or carried
    if len(group) > 1 and len(carried) != len(group) and len(context.named) >= len(group):
        carried = context.named[-len(group) :]
    carried = as_told(context, carried, since, group)
    if words.IN_ALL.search(text[since : group[0].start]) and len(carried) == 1:
        context.carried = carried  # 新引进总部企业6家，累计达19家，(占全市22%): of all of them
    if not carried:
        of = works.told_before(text, context.start, group[0].start)
        context.carried = [of] if of else carried
        return [_said(one, of, since, group) for one in group]
    if len(group) == 1 and group[0].unit not in ("%", "个百分点") and not group[0].rank:
        context.named += [one for one in carried[:1] if one.name not in _names(context.named[-1:])]
    begin = min(one.start for one in carried)
    # 发放低保、五保资金680万元，惠及1120户2035人: two counts of one
    apart = len(group) > 1 and group[0].end == group[1].start
    if len(carried) == len(group) and not apart:
        return [
            _said(quantity, name, begin, group)
            for quantity, name in zip(group, carried, strict=True)
        ]
    if each:
        return [_said(group[0], name, begin, group) for name in carried]
    joined = indicators.joint(text, carried)
    return [_said(quantity, joined, begin, group) for quantity in group]


def _names(subjects: list[Subject]) -> list[str]:
    return [words.NEW.sub("", one.name) for one in subjects] + [one.name for one in subjects]
