"""What a question takes for granted of how a thing came out, where the report tells otherwise.

为什么地铁推迟开通? where it opened; "Why did the county drop out of the top 20?" where it moved
up into them; 南站已经投入使用,每天发多少趟车? where only its frame stands: the report's own words
deny it, with or without a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, product

from assistant.claims import blanked
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.evidence.outcomes import DONE, LATE, OUTCOMES, Outcome
from assistant.matching.report_words import is_name
from assistant.matching.wanted import Wanted, wanted_words
from assistant.models import Language
from assistant.premises.premise_words import HOW_COME, NUMBER
from assistant.questions import phrases, times
from assistant.questions.period import period_of
from assistant.questions.places import located, own_names
from assistant.questions.question import Aspect, Question
from assistant.questions.understanding import understand
from corpus.models import Part
from corpus.sentences import Span

_IGNORE = re.IGNORECASE


# 怎么处理, 有什么补救措施, "what was done": what one asks of a thing that went wrong
_AFTERMATH = re.compile(
    r"怎么办|怎么处理|如何(?:处理|应对|补救|挽回)|(?:补救|应对|挽回)|善后|谁(?:的责任|负责)|"
    r"\b(?:who (?:is|was) (?:to blame|responsible)|to blame|in response|remed\w+|make up for|"
    r"what (?:was|has been|is being|did \w+(?: \w+)?) do(?:ne)? (?:after|about|when|once)|"
    r"how (?:did|does|has|will) [^,?]* (?:cope|respond|react|deal)\w*)\b",
    _IGNORE,
)
# 听说…推迟了,对吧: asks to confirm
_CONFIRMS = re.compile(
    r"[对是真]吗|对吧|是吧|没错吧|对不对|真的假的|吧(?:[?？]|$)|^(?:听说|据说|有人说)|\bright\?|"
    r"\b(?:is it true|i (?:heard|read|hear))\b",
    _IGNORE,
)
# 是哪个月获批的, "when did it open": a time of what was done
_WAS_WHEN = re.compile(
    r"[的了][^,，。?？]{0,16}[?？]?$|^\s*(?:when|which \w+) (?:did|was|were)\b", _IGNORE
)
# 市场去年开业以后生意怎么样: what stands before is said to be so
_SINCE = re.compile(
    # 学校关停以后学生去了哪里, but 开通后每天停几趟车 supposes it
    r"^(?P<said>[^,，]{4,}?)(?:以后|之后|后)[,，]?(?![^,，]*(?:[会能将要]|每[天日年月]))"
    r"(?=[^,，]*(?:怎|多少|几|哪|什么))"
)
# "Where did the pupils go after the school was closed?"
_SINCE_EN = re.compile(
    r"^(?:what|where|how|who|which|when)\b[^,?]*(?:\b(?:after|now that|since)|, with)\s+"
    r"(?P<said>[^,?]{8,})\??$",
    _IGNORE,
)
# 推迟到2023年: a time that the question only supposes
_PUT_OFF = re.compile(
    r"(?:推迟|延[期迟后]|拖|顺延)[到至](?P<zh>20\d\d)|"
    r"(?:delayed|postponed|put off|pushed back) (?:un)?til(?:l)? (?P<en>20\d\d)|"
    r"(?:delayed|postponed|put off|pushed back) to (?P<to>20\d\d)",
    _IGNORE,
)
# 哪个县把它挤下了第一, "which county pushed it out of first place": that it lost its place
_OUSTED = re.compile(
    r"(?:谁|哪一?[个家座]?[\u4e00-\u9fff]{0,2})(?:把[^,，?？]*[挤赶拉]|取代)|"
    r"\b(?:which|who|what)\b.{0,20}\b(?:push|knock|edg|forc|bump|replac|overt[ao])\w*\b",
    _IGNORE,
)
_GRANTED = (phrases.WHY, HOW_COME, _AFTERMATH, _CONFIRMS, _OUSTED)
_ASKS = re.compile(
    r"多少|什么|几|哪|怎|吗|\b(?:how|what|which|who|where|when|why)\b|[?？]$", _IGNORE
)
# 工业增速垫底: how many firms there are tells nothing of the pace
_PACE = re.compile(r"增[速幅]|\b(?:growth|pace)\b", _IGNORE)
_GREW = re.compile("增[速长幅]|[上下]降")
# Who gives an honour: 国家级, “省级全域旅游示范区”
_LEVELS = {
    "nation": re.compile(r"国家级?|全国|\b(?:national(?:-level)?|state-level)\b", _IGNORE),
    "province": re.compile(r"省级|全省|\bprovincial(?:-level)?\b", _IGNORE),
    "city": re.compile(r"市级|全市|\bmunicipal\b", _IGNORE),
}
# and which prize it is: 一等奖, "only second prize"
_GRADES = {
    "first": re.compile(r"一等奖|\bfirst[ -](?:class )?(?:prize|award)s?\b", _IGNORE),
    "second": re.compile(r"二等奖|\bsecond[ -](?:class )?(?:prize|award)s?\b", _IGNORE),
    "third": re.compile(r"三等奖|\bthird[ -](?:class )?(?:prize|award)s?\b", _IGNORE),
    "gold": re.compile(r"金[奖牌]|\bgold(?: medal)?s?\b", _IGNORE),
    "silver": re.compile(r"银[奖牌]|\bsilver(?: medal)?s?\b", _IGNORE),
}
# 全国科技创新百强县市(排名)前移至第37位: what tells of a place
_PLACE = re.compile(rf"排名|位次|名次|{phrases.PLACED.pattern}")
_NAME = 5  # signs of a name that says alone what the honour is
_EITHER = re.compile(r"还是|\bor\b", _IGNORE)
# 百强县名单, 称号, 冠军: what one is on or has
_HELD = re.compile(
    r"^(?:名单|名录|行列|称号|资格|冠军|金牌|champion\w*|titles?|lists?|ranks|status)$", _IGNORE
)
# 全省县区第二: among whom
_AMONG = re.compile(
    "^(?:各|全[省市国])?(?:县区|区县|县市区|市县|市州|地级市|设区市|省份|城市|县份)$|"
    r"^(?:all )?(?:the )?(?:counties|districts|cities|provinces)(?: and (?:counties|districts))?$",
    _IGNORE,
)
# 低于全市平均: what it is held against
_MEAN = re.compile(r"^(?:平均(?:水平|值|数)?|水平|(?:\w+ )*average|mean)$", _IGNORE)
# 在…评比中,位居第19位; 风电因手续未批复,推迟至8月投产: an introduction, which says nothing yet
_OPENS = re.compile("(?:[中上里后]|方面|期间)$|(?<!原)[因受](?!此)[^,，;；。]{3,}$")
# and what it came to in a row: 总产量达18.9万吨(,实现“十一连增”), 产量1.39万亿斤(,再创历史新高);
# how it moved: 进出口总额19.6亿元(,下降7.3%)
_EACH = re.compile(
    "[,，](?:再|又|连续)?(?:创|刷新)[^,，。；;]{0,8}(?:新高|纪录)|"
    "[,，](?:比上年|同比)?(?:增长|下降|提高|减少|上升|降低)\\d[\\d.]*%|"
    "[,，、](?:(?:比上年|同比)?分别(?:增|下|上|提|减)|(?:实现|获得?)?[“「]?[一二三四五六七八九十]+连[增升丰])"
)
# 新建游泳馆(,总投资9600万元,12月底前完成主体工程): what it costs, and how far it is to get
_GOES_ON = re.compile(
    r"(?:[,，](?:(?:计划|概算)?总?投资|占地|(?:总)?建筑面积|全长)[^,，;；。]{0,20})?"
    r"[,，](?:力争|确保|计划|预计|年[内底]|\d{1,2}月底?前|[上下]半年)[^,，;；。]*|"
    # 排名大幅前移(,位居全省第49位,创历史最佳成绩)
    r"[,，](?:位?[居列]|排[名在]?|名列)[^,，;；。]{0,8}第[\d一二三四五六七八九十]+[位名]?"
    r"(?:[,，]创[^,，。;；]{0,6}(?:最[佳好高优]|新高)[^,，。;；]{0,4})?|"
    # 综保区进出口值39.4亿元、增长52.1%(,在全国综保区绩效评估中由C类升为B类)
    r"[,，]在[^,，。;；]{2,20}(?:评估|评价|考核|评比|测评|排名)[中里][^,，;；。]*"
)
_NO_SUBJECT = (phrases.WHY, _AFTERMATH, _HELD, _AMONG, _MEAN)
_TELLING = 0.3  # the weight of a word that the clause must have
_SUBJECT = 0.5  # of one of them at least
_SURE = 0.7  # that of a word that can stand for the subject alone
_LONG = 3  # signs of a Chinese name that does: 南外环
_BREAK = re.compile(r"[,，](?!\d{3}(?!\d))|[;；。]|\.(?=\s|$)|\s[-–—]\s")


def otherwise_told(question: Question, knowledge: Knowledge) -> Span | None:
    """The clause that tells that a thing came out otherwise than the question takes for granted.

    None where the question takes nothing for granted, where the report does not speak of the
    very thing, and where it bears the question out anywhere.

    Args:
        question: what was asked; of no other place than the report's.
        knowledge: the report that it is of.
    """
    if _EITHER.search(question.text):
        return None
    years = period_of(question, knowledge.report).years - _supposed(question)
    if years and not years & knowledge.years:
        return None
    for said in _taken_for_granted(question):
        ways = [one for one in OUTCOMES if one.said.search(said)]
        if len(ways) > 1:  # "why has it not opened": that it opened is not what is said
            ways = [one for one in ways if one is not DONE]
        subject = _subject(said, question, knowledge) if ways else ()
        told = _told_of(subject, said, question, knowledge) if subject else []
        if question.aspect is Aspect.RANK:
            told = [one for one in told if _PLACE.search(one.words)]
        if _PACE.search(said):
            told = [one for one in told if _GREW.search(one.words)]
        for way in ways:
            span = _denied(way, told)
            if span:
                return span
    return None


def _supposed(question: Question) -> set[int]:
    """The years to which a question says that a thing was put off."""
    return {int(one[one.lastgroup or 0]) for one in _PUT_OFF.finditer(question.text)}


def _taken_for_granted(question: Question) -> list[str]:
    """The stretches of a question that take something for granted."""
    text = question.text.strip()
    since = _SINCE.match(text) or _SINCE_EN.match(text)
    if since:
        return [since["said"]]
    when = phrases.WHEN.search(text) and _WAS_WHEN.search(text)
    pieces = [one for one in _BREAK.split(text) if one.strip()]
    told = [one for one in pieces if not _ASKS.search(one)]
    told = told if len(told) < len(pieces) else []
    if when or any(one.search(text) for one in _GRANTED):
        # it opened last year, (so why is it still jammed?): the whole, or what stands before
        return [text, *(one for one in told if DONE.said.search(one))]
    return told


@dataclass(frozen=True)
class _Told:
    """What a clause says of a thing: the stretch with its words."""

    span: Span
    words: str
    planned: bool
    asked: bool  # whether it is of a year that the question names


def _told_of(
    subject: tuple[Wanted, ...], said: str, question: Question, knowledge: Knowledge
) -> list[_Told]:
    """What the report says of a thing, by the whole name where a clause has it: 文化中心."""
    rows = [one for one in knowledge.clauses if _speaks(one, subject, question)]
    rows = [one for one in rows if _named_whole(one, subject, said)] or rows
    years = period_of(question, knowledge.report).years
    told = [
        _Told(
            *_stretch(one, subject, knowledge),
            _is_planned(one),
            (one.section is not None and one.section.year in years)
            or (question.target and _is_planned(one)),  # "why will it be cut?"
        )
        for one in rows
    ]
    return [one for one in told if not _of_a_part(one.span, subject, question, knowledge)]


def _of_a_part(
    span: Span, subject: tuple[Wanted, ...], question: Question, knowledge: Knowledge
) -> bool:
    """Whether the figures of a stretch are a park's or a town's that the question does not name."""
    owners = {
        one.figure.scope for one in knowledge.figures if span[0] <= one.figure.start < span[1]
    }
    return bool(owners) and not any(
        one is None
        or one.startswith("全")
        or one in question.text
        or any(word.stands_in(one) for word in subject)
        for one in owners
    )


def _denied(way: Outcome, told: list[_Told]) -> Span | None:
    """The stretch of the report that tells it otherwise than a way of coming out."""
    if any(way.said.search(one.words) for one in told if not (way is DONE and one.planned)):
        return None
    otherwise = [
        one
        for one in told
        if way.told.search(one.words) and (way.planned or one.asked or not one.planned)
    ]
    otherwise = [one for one in otherwise if one.asked] or otherwise
    done = [one.span for one in otherwise if not one.planned]
    planned = min((one.span for one in otherwise), key=lambda it: it[1] - it[0], default=None)
    return done[0] if done else planned


def of_another_level(question: Question, knowledge: Knowledge) -> Span | None:
    """哪一年被认定为国家级产业集群? where it is 省级产业集群: an honour of another level.

    Or another prize: 为什么只得了二等奖? where it is 一等奖.
    """
    for said, scale in product(_taken_for_granted(question), (_LEVELS, _GRADES)):
        asked = _levels(said, scale)
        if len(asked) != 1:
            continue
        bare = scale[asked[0]].sub("", said)
        subject = _subject(bare, question, knowledge)
        if len(subject) < 2 and not any(len(word.topic.text) >= _NAME for word in subject):
            continue
        rows = [one for one in knowledge.clauses if _speaks(one, subject, question)]
        # 市级以上龙头企业发展到101家,(国家级龙头企业数量总数占全市31%)
        pieces = (piece for one in rows for piece in _BREAK.split(one.text))
        told_of = (it for it in pieces if all(word.stands_in(it) for word in subject))
        if any(asked[0] in _levels(piece, scale) for piece in told_of):
            continue
        told = [
            (span, _levels(words, scale))
            for span, words in (_stretch(one, subject, knowledge) for one in rows)
        ]
        other = next((span for span, levels in told if levels), None)
        if other:
            return other
    return None


def _levels(text: str, scale: dict[str, re.Pattern[str]]) -> list[str]:
    return [level for level, pattern in scale.items() if pattern.search(text)]


def _subject(said: str, question: Question, knowledge: Knowledge) -> tuple[Wanted, ...]:
    """The words of a stretch that say what a thing is, without those that say how it came out.

    () for too few, or where the report lacks one.

    The dictionary has many Chinese words for an English one, so only names and terms count.
    """
    english = question.language is Language.EN
    own = own_names(knowledge)
    asked = located(understand(said, question.language), knowledge)  # first (in Jiangxi)
    # a year behind (schedule), who (pushed) it off the top
    manner = [one.span() for way in (LATE.said, _OUSTED) for one in way.finditer(said)]
    words = tuple(
        word
        for word in wanted_words(asked, knowledge)
        if (word.weight >= _TELLING or word.topic.terms)
        and not (
            english
            and not word.topic.terms
            and not is_name(word.topic.text)
            and not (word.held and word.weight >= _SURE)
        )
        and not any(one.said.search(word.topic.text) for one in OUTCOMES)
        and not any(start <= word.topic.start < end for start, end in manner)
        and not any(one.search(word.topic.text) for one in _NO_SUBJECT)
        and word.topic.text.removesuffix("队") not in own  # 山东队 of Shandong
    )
    if english and len(words) == 1 and _ONE_OF.search(said[: words[0].topic.start]):
        return ()  # the third bridge: of which one is told, any bridge's clause does not say
    held = tuple(word for word in words if word.held)
    # 连丰的纪录: a light word that the report does not have, beside a telling one
    sure = any(word.weight >= _SURE for word in held)
    known = all(word.held or (sure and word.weight < _SUBJECT) for word in words)
    telling = any(
        word.weight >= _SUBJECT
        or _is_long(word.topic.text)
        # the South Outer Ring Road, 南外环; the ranking of innovation, which is often spoken of
        or (
            (word.topic.text[0].isupper() or question.aspect is Aspect.RANK)
            and any(_is_long(one.zh) for one in word.topic.terms)
        )
        for word in held
    )
    return held if known and telling else ()


_ONE_OF = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh) $", _IGNORE)


def _is_long(name: str) -> bool:
    return len(name) >= _LONG and not name.isascii()


_STILL = re.compile(
    r"[还仍]没|尚未|至今|到现在|\bstill (?:(?:is|has|does) ?)?(?:n['’]t|not)\b|\byet\b", _IGNORE
)


def _speaks(entry: ClauseEntry, subject: tuple[Wanted, ...], question: Question) -> bool:
    """Whether a clause is about the very thing, at the time that is asked of."""
    if entry.section is None:
        return False
    # 10-year fishing ban: a number within a term's name is none of the clause's
    named = [(word.topic.start, word.topic.end) for word in subject if word.topic.terms]
    said = question.text if question.language is Language.ZH else blanked(question.text, named)
    numbers = set(NUMBER.findall(times.ENGLISH_PLAN.sub(" ", said))) - {
        str(year) for year in question.years
    }
    if not numbers <= set(NUMBER.findall(entry.text)):
        return False
    still = _STILL.search(question.text)  # not open in 2026 yet: what opened before was open then
    years = set() if still else {*question.years} - _supposed(question)
    if years and entry.section.year and entry.section.year not in years:
        return False
    return all(word.stands_in(entry.text) for word in subject)


def _named_whole(entry: ClauseEntry, subject: tuple[Wanted, ...], said: str) -> bool:
    """Whether words that stand side by side in a question do in a clause: 文化中心."""
    spans = sorted((word.topic.start, word.topic.end) for word in subject)
    return all(said[a:d] in entry.text for (a, b), (c, d) in pairwise(spans) if b == c)


def _is_planned(entry: ClauseEntry) -> bool:
    return entry.section is not None and entry.section.part is Part.PLAN


def _stretch(
    entry: ClauseEntry, subject: tuple[Wanted, ...], knowledge: Knowledge
) -> tuple[Span, str]:
    """The part of a clause that has the subject's words: the whole where it is short."""
    text = entry.text
    if len(text) != entry.end - entry.start:  # 100 %, 规上工业: folded, it is of another length
        text = knowledge.report.text[entry.start : entry.end]
        if not all(word.stands_in(text) for word in subject):
            return (entry.start, entry.end), entry.text
    places = [
        [
            (one.start(), one.end())
            for name in word.alternatives
            if name
            for one in re.finditer(re.escape(name), text)
        ]
        for word in subject
    ]
    anchor = min((spots for spots in places if spots), key=len)[0]
    spots = [min(one, key=lambda spot: abs(spot[0] - anchor[0])) for one in places if one]
    first, last = min(a for a, _ in spots), max(b for _, b in spots)
    start = max((one.end() for one in _BREAK.finditer(text, 0, first)), default=0)
    ends = [*(one.start() for one in _BREAK.finditer(text, last)), len(text)]
    end = next((one for one in ends if not _OPENS.search(text[start:one])), ends[-1])
    if _EACH.search(text, end):  # 班列940列,标箱6.1万个,分别增长…: the move stands behind
        end = len(text)
    goes_on = _GOES_ON.match(text, end)
    end = goes_on.end() if goes_on else end
    return (entry.start + start, entry.start + end), folded_name(text[start:end])
