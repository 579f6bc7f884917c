"""Names what a quantity is a quantity of: noun phrases, lists of them, shared heads."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import jieba

from corpus.figures import place_words, words
from corpus.glossary import load_glossary
from corpus.sentences import Span

_LIST = re.compile(
    r"、|以及|(?<![温共缓饱])和(?!谐|平|解|睦|美[乡村家])|(?<![普涉危以])及(?!时|其|以|相关)|(?<![参给])与(?!会)"
)
_COUNTED = 24  # characters before their number in which places may be named
COMMAS = re.compile("、")  # 商业贷款、农村信用贷款与抵押贷款分别发放: two, not three
_GETS = re.compile("(?<=.{2})(?:追回|发放|兑现|提供)")
_SIZE = re.compile(
    "(?<=.{2})(?:(?:播种|种植)面积|总?产量|总产|总规模|(?:累计)?新[植栽种])$|(?:^|(?<=.{2}))[存出]栏量?$"
)
_QUOTED = re.compile(r"第?一、二、三(?=次?产)|“[^”]*”|《[^》]*》|[(（][^)）]*[)）]")


@dataclass(frozen=True)
class Subject:
    """A name with the span of the text that gives it."""

    name: str
    start: int
    end: int
    scope: str | None = None
    stem: str = ""  # what a head was put to: 规上工业企业 in 规上工业企业总数


@lru_cache(maxsize=1)
def _segmenter() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()


def _strip_head(text: str, start: int, end: int) -> int:
    while start < end:
        match = words.LEADING.match(text, start, end)
        if not match or match.end() == match.start():
            return start
        if match.end() - match.start() == 1 and not _is_word(text, start, end):
            return start
        start = match.end()
    return start


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the first character is a word: 共 is one in 共完成, none in 共同富裕."""
    return not "\u4e00" <= text[start] <= "\u9fff" or (
        len(next(_segmenter().cut(text[start : min(end, start + 8)]))) == 1
    )


def _strip_tail(text: str, start: int, end: int) -> int:
    while start < end:
        match = words.TRAILING.search(text[start:end])
        if not match or match.start() == match.end():
            return end
        # 企业数居(全省第一), 债务率为(78.6%)
        counted = re.search("[额量率值数][居为]$|[强县区市]排$", text[start:end])
        short = match[0] in "列居有多少升降获不又共到至为是在排" and not counted
        if short and not _ends_in_word(text[start:end]):
            return end
        end = start + match.start()
    return end


def _ends_in_word(text: str) -> bool:
    """Whether the last character is a word: 列 is none in 外贸班列."""
    return not "\u4e00" <= text[-1] <= "\u9fff" or (len(list(_segmenter().cut(text[-8:]))[-1]) == 1)


def phrase(text: str, start: int, end: int) -> Span:
    """The noun phrase in ``text[start:end]``: without adverbials before and verbs after it.

    "2022年全县地区生产总值预计实现" → the span of "地区生产总值". May be empty.
    """
    inside = place_words.WITHIN.search(text, start, end)  # 在全省营商环境评价中排名
    if inside and inside.end("name") - inside.start("name") >= 4:
        if place_words.NAMELESS_LIST.fullmatch(inside["name"]):
            return phrase(text, start, inside.start())
        return inside.span("name")
    while True:
        begin = _strip_head(text, start, end)
        stop = _strip_tail(text, begin, end)
        if (begin, stop) == (start, end):
            break
        start, end = begin, stop
    share = words.SHARE_OF.search(text[start:end])  # 国家级龙头企业数量总数占全市
    if share:
        end = start + share.start()
        return (start, _strip_tail(text, start, end)) if share.start() >= 2 else (start, start)
    return start, end


def _nameless(text: str, start: int, end: int) -> bool:
    """Whether a span holds no name but a comparison, a base, or a bare 目标."""
    while start < end and text[start] in " 、,，和":
        start += 1
    spans = ((start, end), (start, _strip_tail(text, start, end)), phrase(text, start, end))
    return any(words.NO_NAME.fullmatch(text, *span) is not None for span in spans)


def subjects(text: str, start: int, end: int, marks: re.Pattern[str] = _LIST) -> list[Subject]:
    """The names that a clause's beginning gives, with shared heads and scope put to each.

    Args:
        text: the report's text.
        start, end: the span before the clause's first quantity.
        marks: what stands between the items of a list.

    Returns:
        One subject for each item of a list ("城镇居民、农村居民人均年可支配收入" gives two),
        none where the span holds only verbs and adverbs.
    """
    begin, stop = phrase(text, start, end)
    if stop - begin < 2 or _nameless(text, start, end):
        return []
    whose = begin
    scope, begin = _scope(text, begin, stop)
    others, begin = _further_scopes(text, begin, stop) if scope else ([], begin)
    if scope:
        begin, stop = phrase(text, begin, stop)
    if scope and others:
        name = _clean(text[begin:stop])
        owners = (scope, *others) if len(name) >= 2 else ()
        return [Subject(name, whose, stop, owner) for owner in owners]
    items = _items(text, begin, stop, marks)
    names = _owned(expand(_summed([_clean(text[a:b]) for a, b in items])))
    return [
        Subject(name, whose if scope else a, b, scope)
        for name, (a, b) in zip(names, items, strict=True)
        if len(name) >= 2
    ]


def whole(text: str, start: int, end: int) -> Subject | None:
    """The span as one subject, lists and all; None where it names nothing."""
    begin, stop = phrase(text, start, end)
    if stop - begin < 2 or _nameless(text, start, end):
        return None
    whose = begin
    scope, begin = _scope(text, begin, stop)
    if scope:
        begin, stop = phrase(text, begin, stop)
    name = _clean(text[begin:stop])
    first = whose if scope else begin
    return Subject(name, first, stop, scope) if len(name) >= 2 else None


def following(text: str, start: int, end: int, before_quantity: bool) -> Subject | None:
    """The noun that a quantity counts: "(30座)装配式公厕", "(4712名)脱贫群众实现就业".

    Args:
        before_quantity: the span ends at another quantity, so that a list's "和" ends the noun.
    """
    if text[start : start + 1] == "的":
        start += 1
    bracket = re.compile("[(（][^()（）]{1,6}[)）]").match(text, start, end)
    if bracket:
        start = bracket.end()  # 保障性住房3.6万套（间）
    if text[start - 1 : start + 1] == "人民":
        return Subject("人民", start - 1, start + 1)  # 近560万人民
    hidden = _hidden(text[start:end])
    places = place_words.COUNTED_PLACES.match(hidden)
    if places:
        end, hidden = start + places.end("noun"), places["noun"]
    match = words.NOUN_END.search(hidden)
    if match and match[0] == "、" and match.start() == 1:
        match = words.NOUN_END.search(hidden, 2)  # 32件省、市民生实事
    stop = start + match.start() if match else end
    joint = words.JOINT_NOUN.match(hidden)
    if match and match[0] == "、" and joint and joint.end() > match.start():
        stop = start + joint.end()
    listing = _LIST.search(hidden, 0, stop - start) if before_quantity else None
    # 5.01万名农民工(追回欠薪)6.83亿元: whose it is, and what they get
    listing = listing or (_GETS.search(hidden, 0, stop - start) if before_quantity else None)
    if listing and listing.start() >= 2:
        stop = start + listing.start()
    stop -= len(hidden[: stop - start]) - len(hidden[: stop - start].rstrip("等的"))
    while stop > start and text[stop - 1] in " 、":
        stop -= 1
    name = re.sub(
        r"(?<=[\u4e00-\u9fff]{4})(?<![高同中初平])等[\u4e00-\u9fff]{2,6}$",
        "",
        _clean(text[start:stop]),
    )
    if not name or words.NO_NOUN.match(name) or words.NO_NAME.fullmatch(name):
        return None
    fares = words.FARES.match(text, stop, end)
    if fares:  # 2.2万户(居民喜迁新居): so many who did, not all of them
        name = name + fares["out"] if fares["out"] else fares[0] + name
        stop = fares.end()
    return Subject(name, start, stop)


def counts_places(text: str, start: int) -> bool:
    """Whether what follows a quantity are places that an indicator is then said of.

    近四成(县（市）财政自给率低于30%): the share is one of places, the rate is theirs.
    """
    hidden = _hidden(text[start : start + 40])
    return place_words.COUNTED_PLACES.match(hidden) is not None


def _clean(name: str) -> str:
    name = re.sub(r"[(（][^)）]*$|^[^(（]*[)）]", "", name)
    name = re.sub(r"[(（](?:下同|同口径|含[^)）]*|不含[^)）]*)[)）]", "", name)
    name = re.sub(r"[两三四五六七八九十]大[\u4e00-\u9fff]{0,4}产业$", "", name)
    name = re.sub(r"(?<=评价|排名|考核|评比|测评|评估)中$", "", name)
    name = re.sub(r"(?<=.{2})分别(?:实现|完成|达到|达|为)?", "", name)
    # 规上工业企业(实现)利润: what the companies made, not that they did
    name = re.sub("(?<=企业|工业|产业|行业|经济)(?:实现|完成)(?=.{2})", "", name)
    name = re.sub(r"(?<=.{3})(?<!基本)(?<!违法)(?<!生态)建设(?:工程)?$", "", name)
    return name.replace(" ", "").strip("的、,，")


def _scope(text: str, start: int, end: int) -> tuple[str | None, int]:
    """Whose figure it is, where a place stands before the indicator."""
    match = place_words.SCOPE.match(text, start, end)
    if not match and (
        words.HEAD_NOUN.search(text[start:end]) or place_words.PLACES.match(text, start, end)
    ):
        match = place_words.PLACE.match(text, start, end)
    if not match or match.end() > end - 2:
        return None, start
    if place_words.LISTING.search(text[start:end]) and not match["scope"].endswith("街道"):
        return None, start
    scope, stop = match["scope"], match.end()
    within = (
        place_words.PLACE.match(text, stop, end - 2) if scope.endswith(("市", "州", "盟")) else None
    )
    if within:  # 东湾市(澄江区)投入财政援助资金
        scope, stop = scope + within["scope"], within.end()
    if text[stop : stop + 1] == "的":
        stop += 1
    return scope, stop


def _further_scopes(text: str, start: int, end: int) -> tuple[list[str], int]:
    """More places of a list: 青沅县(、石埠县、凤栖县)分别完成地区生产总值, and where it ends."""
    found: list[str] = []
    while text[start : start + 1] in ("、", "和", "与"):
        match = place_words.SCOPE.match(text, start + 1, end) or place_words.PLACE.match(
            text, start + 1, end
        )
        if not match:
            break
        found.append(match["scope"])
        start = match.end()
    return found, start


def owners(text: str, start: int, end: int) -> list[str]:
    """The places that each have one of a list: 洪桥镇、罗塘镇分别建设(2000亩和1500亩)蔬菜基地."""
    counted = place_words.COUNTED_OWNERS.search(text[max(0, start - _COUNTED) : end])
    if counted:
        return [name + counted["kind"] for name in counted["names"].split("、")]
    begin, _ = phrase(text, start, end)
    if not place_words.PLACES.match(text, begin, end):
        return []
    first, at = _scope(text, begin, end)
    return [first, *_further_scopes(text, at, end)[0]] if first else []


def _hidden(text: str) -> str:
    """The text with quotes and brackets made opaque, offsets kept."""
    return _QUOTED.sub(lambda match: "□" * len(match[0]), text)


def _items(text: str, start: int, end: int, marks: re.Pattern[str]) -> list[Span]:
    """Spans of the items of a list, quotes and brackets kept whole."""
    hidden = _hidden(text[start:end])
    spans: list[Span] = []
    begin = 0
    for match in marks.finditer(hidden):
        if match.start() > begin:
            spans.append((start + begin, start + match.start()))
        begin = match.end()
    if begin < len(hidden):
        spans.append((start + begin, end))
    return spans


def _summed(names: list[str]) -> list[str]:
    """新能源电池, 纺织服装四大主导产业营业收入 → 新能源电池产业营业收入, 纺织服装产业营业收入."""
    summed = words.SUMMED.search(names[-1]) if len(names) > 1 else None
    if not summed or not names[-1][summed.end() :]:
        return names
    head = summed["kind"] + names[-1][summed.end() :]
    return [*(name + head for name in names[:-1]), names[-1][: summed.start()] + head]


def _owned(names: list[str]) -> list[str]:
    """生产安全事故起数, 死亡人数 → 生产安全事故死亡人数; 规上工业营业收入, 利润 → 规上工业利润."""
    measure = words.OWNED.search(names[0]) if names else None
    owner = names[0][: measure.start()] if measure else ""
    if len(owner) < 2:
        return names
    return [names[0], *(owner + one if words.SHARED_OWNER.match(one) else one for one in names[1:])]


def expand(names: list[str]) -> list[str]:
    """Give each item of a list the head that only the last one bears.

    "城镇居民", "农村居民人均年可支配收入" → "城镇居民人均年可支配收入", …; "生猪", "能繁母猪存栏" →
    "生猪存栏", …; items that are whole by themselves stay.
    """
    if len(names) < 2:
        return names
    last = names[-1]
    return [*(_completed(name, last) for name in names[:-1]), last]


def _completed(name: str, last: str) -> str:
    head = words.HEAD_NOUN.search(last)
    whole = words.HEAD_NOUN.search(name)
    # 基本养老保险、基本医疗保险参保率: what ends the one is not what ends the list
    kind = (
        whole
        and whole[0] in ("保险", "企业", "项目", "人口")
        and whole[0] in last[: -len(whole[0])]
    )
    if not name or (whole and not kind) or not head:
        return name
    quoted = re.match("“[^”]*”(?=.)", last)
    if quoted:  # 道德模范、“中国好人”(数量): the head stands behind the quote
        return name + last[quoted.end() :]
    for size in range(len(name), 0, -1):
        at = last.find(name[-size:])
        if at >= 0 and at + size < len(last):
            return name + last[at + size :]
    shared = words.SHARED_KIND.search(last)
    if shared and not name.endswith(shared[0]):
        return name + last[shared.start() :]
    # 基本养老、医疗保险参保率: the last word of the one stands where the other's first does
    size = len(list(_segmenter().cut(name))[-1])
    one = size == 1  # 本外币存、贷|款余额: one sign for one sign
    while not one and size < len(last) and len(next(_segmenter().cut(last[size:]))) == 1:
        size += 1  # 二氧化硫、化学需氧|量|排放量: not within a word
    if size < len(last):
        return name + last[size:]
    # 黄金、白银、镍|产量: the list's last is shorter than what stands before its head
    return name + head[0] if 2 <= len(head[0]) < len(last) else name


def opening(text: str, start: int, end: int) -> Subject | None:
    """The name that a clause without figures opens with: (经营主体)增量提质."""
    begin, _ = phrase(text, start, end)
    found = next(iter(load_glossary().find(text[begin:end])), None)
    if not found or all(term.kind != "indicator" for term in found.terms):
        return None
    before = _clean(text[begin : begin + found.end])  # (市场)经营主体
    if found.start > 4 or _LIST.search(before):
        return None
    return Subject(before, begin, begin + found.end)


def is_term(name: str) -> bool:
    """Whether a name has a term of the field in it."""
    return next(iter(load_glossary().find(name)), None) is not None


def composed(carried: list[Subject], own: Subject) -> Subject:
    """A head such as 总数 or 总量 with the subject that it is of: "规上工业企业" + "总数"."""
    stems = (words.NEW.sub("", one.stem or one.name) for one in carried)
    stem = "、".join(_SIZE.sub("", one) for one in stems)
    if words.PRODUCED.fullmatch(own.name):
        # 茶叶面积33.6万亩，(产值)18.4亿元 ; 粮食生产稳中有增，(播种面积)38.4万亩
        stem = re.sub("(?<=.{2})(?:面积|生产|产值)$", "", stem)
        if carried[0].scope:  # 石堰产业园入驻企业31家，(实现产值)48.3亿元: the park's
            stem = re.sub("^入[驻园]企业$", "", stem)
    start = min(one.start for one in carried)
    return replace(own, name=stem + own.name, start=start, stem=stem)


def joint(text: str, names: list[Subject]) -> Subject:
    """Several subjects as one: as the report writes them where they stand together."""
    first, last = names[0], names[-1]
    if len(names) == 1:
        return first
    gaps = (text[a.end : b.start] for a, b in pairwise(names))
    together = all(_LIST.fullmatch(gap) for gap in gaps)
    name = _clean(text[first.start : last.end]) if together else ""
    if first.scope:
        name = name.removeprefix(first.scope).removeprefix("的")
    # 三个镇的(茶园面积)，占全市的56.6%: of all the three
    scopes = dict.fromkeys(one.scope for one in names if one.scope)
    return replace(
        first,
        name=name or "、".join(dict.fromkeys(one.name for one in names)),
        end=last.end,
        scope="、".join(scopes) or None,
    )


def total_of(part: Subject, own: Subject) -> Subject:
    """新增发电装机4178万千瓦、(总装机)9157万千瓦 → 发电总装机: the same of all, not of the new."""
    stem = words.NEW.sub("", part.name).removesuffix(own.name[1:])
    if part.name.endswith(own.name):  # 大桥总投资13亿元；隧道开工，(总投资)21亿元: another's
        return own
    if not words.WHOLE_OF.match(own.name) or not part.name.endswith(own.name[1:]) or not stem:
        return own
    return replace(own, name=stem + own.name)
