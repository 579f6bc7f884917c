"""What a question takes for granted of how a thing came out, where the report tells otherwise.

为什么地铁推迟开通? where it opened; "Why did the county drop out of the top 20?" where it moved
up into them; 南站已经投入使用,每天发多少趟车? where only its frame stands: the report's own words
deny it, with or without a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant import phrases
from assistant.knowledge import ClauseEntry, Knowledge, folded_name
from assistant.models import Language
from assistant.period import period_of
from assistant.question import Question, understand
from assistant.report_words import is_name
from assistant.wanted import Wanted, wanted_words
from corpus.models import Part
from corpus.sentences import Span

_IGNORE = re.IGNORECASE


@dataclass(frozen=True)
class _Outcome:
    """A way in which things come out, and how reports tell that they did not."""

    said: re.Pattern[str]  # in a question; of what is done, in a report, it bears the question out
    told: re.Pattern[str]  # in a report, of the same thing
    planned: bool  # whether what the report only plans denies it too


# 已经投入使用, "Now that it is open": 主体结构完工, 加快推进
_DONE = _Outcome(
    re.compile(
        r"(?<!没有)(?<!没)(?<!未)(?:投入使用|通车|开通|建成|竣工|投产|投用|获批|获评|创成|创建成|评上|"
        r"落成|启用|(?<!主体)(?<!主体结构)完工)|"
        r"\b(?:open(?:ed)?|completed|finished|built|approved|granted|"
        r"in (?:use|operation|service))\b",
        _IGNORE,
    ),
    re.compile(
        "争[创取]|力争|加快|推进|开工|在建|筹建|谋划|规划|主体(?:结构)?(?:封顶|完工)|启动|申[报请]|确保"
    ),
    planned=True,
)
_OUTCOMES = (
    _Outcome(  # 推迟开通, 没有评上, "failed to list": 开通运营, 获评, 上市
        re.compile(
            r"推迟|延[期迟误后]|拖延|拖了|烂尾|停工|搁[浅置]|失败|泡汤|落空|落选|无果|"
            r"(?<!有)没(?:有|能)?(?![?？吗呢]|$)|未(?:能|曾)|尚未|未(?=[完实达通获建成开竣投落])|无法|"
            r"\b(?:delay\w*|postpon\w*|stall\w*|not|never|failed?|failure|miss(?:ed)? out|"
            r"behind schedule|yet to|unable|no)\b|n['’]t\b",
            _IGNORE,
        ),
        re.compile(
            "开通|运营|通车|投[产用运]|投入使用|启用|开放|建成|竣工|完[工成]|上市|落户|落地|签[约订]|"
            "获[评得批奖]?|荣[获膺]|入[选围]|评[为上选]|成功|成为|摘得|办结|实现|新[增建引]|引进|达成|举办|跻身"
        ),
        planned=False,
    ),
    _Outcome(  # 移出百强县, "lost its title": 迈进前20名, 蝉联
        re.compile(
            r"移出|退出|[跌掉滑]出|除名|摘牌|落选|失去|丢[了掉失]|无缘|撤销|取消|"
            r"\b(?:los[et]|stripped|removed|delisted|(?:dropped|fell|fall|drop|kicked) out|revoked|"
            r"withdrawn)\b",
            _IGNORE,
        ),
        re.compile("迈[进入]|位[居列]|跻身|连升|前移|入选|获评|荣获|蝉联|巩固|保持|复[评审]|稳居"),
        planned=True,
    ),
    _Outcome(  # 不再发展, "scrapped": 深入推进, 持续
        re.compile(
            r"取消|停止|停办|放弃|不再|叫停|终止|暂停|废除|砍掉|中断|"
            r"\b(?:cancel\w*|scrap(?:ped)?|abandon\w*|halt\w*|stop(?:ped)?|suspend\w*|no longer|"
            r"gave up|give up|end(?:ed)?|dropp?(?:ed)?)\b",
            _IGNORE,
        ),
        re.compile(
            "持续|巩固|深入|大力|全面推|扎实|加快|坚持|继续|扩大|加大|深化|强化|推进|推行|实施"
        ),
        planned=True,
    ),
    _Outcome(  # 粮食减产, "shrank": 十八连丰, 稳步提升
        re.compile(
            r"减产|歉收|减少|下降|变差|下滑|倒退|滑坡|降低|萎缩|恶化|"
            r"\b(?:f[ae]ll(?:en)?|dropp?(?:ed)?|declin\w+|decreas\w+|shr[iau]nk|worse\w*|"
            r"deteriorat\w+|poor (?:\w+ )?harvests?)\b",
            _IGNORE,
        ),
        re.compile(
            "丰收|连[丰升增]|稳[步中]?[增升提有]|改善|好转|提[升高]|增[长加]|创新高|上升|优化"
        ),
        planned=False,
    ),
    _Outcome(  # 信访上升, "got worse": 下降, 零发生
        re.compile(
            r"上升|增[多加]|反弹|恶化|多发|频发|抬头|加剧|"
            r"\b(?:r[io]se(?:n)?|increas\w+|gr[eo]w|worse\w*|surg\w+|more frequent)\b",
            _IGNORE,
        ),
        re.compile("下降|减少|压降|遏制|零[发增]|化解|好转|改善|降[低至到]|清零"),
        planned=False,
    ),
    _DONE,
)
# 怎么处理, 有什么补救措施, "what was done": what one asks of a thing that went wrong
_AFTERMATH = re.compile(
    r"怎么办|怎么处理|如何(?:处理|应对|补救|挽回)|(?:补救|应对|挽回)|善后|谁(?:的责任|负责)|"
    r"\b(?:who (?:is|was) (?:to blame|responsible)|to blame|in response|remed\w+|make up for)\b",
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
_ASKS = re.compile(
    r"多少|什么|几|哪|怎|吗|\b(?:how|what|which|who|where|when|why)\b|[?？]$", _IGNORE
)
# Who gives an honour: 国家级, “省级全域旅游示范区”
_LEVELS = {
    "nation": re.compile(r"国家级?|全国|\b(?:national(?:-level)?|state-level)\b", _IGNORE),
    "province": re.compile(r"省级|全省|\bprovincial(?:-level)?\b", _IGNORE),
    "city": re.compile(r"市级|全市|\bmunicipal\b", _IGNORE),
}
_NAME = 5  # signs of a name that says alone what the honour is
_EITHER = re.compile(r"还是|\bor\b", _IGNORE)
_NUMBER = re.compile(r"\d[\d.]*")
# 百强县名单, 称号: what one is on or has
_HELD = re.compile(r"^(?:名单|名录|行列|称号|资格|titles?|lists?|ranks|status)$", _IGNORE)
# 在…评比中,位居第19位: an introduction, which says nothing yet
_OPENS = re.compile("(?:[中上里后]|方面|期间)$")
_TELLING = 0.3  # the weight of a word that the clause must have
_SUBJECT = 0.5  # of one of them at least
_BREAK = re.compile("[,，;；。]")


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
    years = period_of(question, knowledge.report).years
    if years and not years & knowledge.years:
        return None
    for said in _taken_for_granted(question):
        ways = [one for one in _OUTCOMES if one.said.search(said)]
        if len(ways) > 1:  # "why has it not opened": that it opened is not what is said
            ways = [one for one in ways if one is not _DONE]
        subject = _subject(said, question, knowledge) if ways else ()
        told = _told_of(subject, said, question, knowledge) if subject else []
        for way in ways:
            span = _denied(way, told)
            if span:
                return span
    return None


def _taken_for_granted(question: Question) -> list[str]:
    """The stretches of a question that take something for granted."""
    text = question.text.strip()
    when = phrases.WHEN.search(text) and _WAS_WHEN.search(text)
    if when or any(one.search(text) for one in (phrases.WHY, _AFTERMATH, _CONFIRMS)):
        return [text]
    pieces = [one for one in _BREAK.split(text) if one.strip()]
    told = [one for one in pieces if not _ASKS.search(one)]
    return told if len(told) < len(pieces) else []


@dataclass(frozen=True)
class _Told:
    """What a clause says of a thing: the stretch with its words."""

    span: Span
    words: str
    planned: bool


def _told_of(
    subject: tuple[Wanted, ...], said: str, question: Question, knowledge: Knowledge
) -> list[_Told]:
    """What the report says of a thing, by the whole name where a clause has it: 文化中心."""
    rows = [one for one in knowledge.clauses if _speaks(one, subject, question)]
    rows = [one for one in rows if _named_whole(one, subject, said)] or rows
    return [_Told(*_stretch(one, subject), _is_planned(one)) for one in rows]


def _denied(way: _Outcome, told: list[_Told]) -> Span | None:
    """The stretch of the report that tells it otherwise than a way of coming out."""
    if any(way.said.search(one.words) for one in told if not (way is _DONE and one.planned)):
        return None
    otherwise = (
        one.span for one in told if way.told.search(one.words) and (way.planned or not one.planned)
    )
    return next(otherwise, None)


def of_another_level(question: Question, knowledge: Knowledge) -> Span | None:
    """哪一年被认定为国家级产业集群? where it is 省级产业集群: an honour of another level."""
    for said in _taken_for_granted(question):
        asked = _levels(said)
        if len(asked) != 1:
            continue
        bare = _LEVELS[asked[0]].sub("", said)
        subject = _subject(bare, question, knowledge)
        if len(subject) < 2 and not any(len(word.topic.text) >= _NAME for word in subject):
            continue
        rows = [
            _stretch(one, subject) for one in knowledge.clauses if _speaks(one, subject, question)
        ]
        told = [(span, _levels(words)) for span, words in rows]
        if any(asked[0] in levels for _, levels in told):
            continue
        other = next((span for span, levels in told if levels), None)
        if other:
            return other
    return None


def _levels(text: str) -> list[str]:
    return [level for level, pattern in _LEVELS.items() if pattern.search(text)]


def _subject(said: str, question: Question, knowledge: Knowledge) -> tuple[Wanted, ...]:
    """The words of a stretch that say what a thing is, without those that say how it came out.

    () for too few, or where the report lacks one.

    The dictionary has many Chinese words for an English one, so only names and terms count.
    """
    english = question.language is Language.EN
    words = tuple(
        word
        for word in wanted_words(understand(said, question.language), knowledge)
        if (word.weight >= _TELLING or word.topic.terms)
        and not (english and not word.topic.terms and not is_name(word.topic.text))
        and not any(one.said.search(word.topic.text) for one in _OUTCOMES)
        and not any(one.search(word.topic.text) for one in (phrases.WHY, _AFTERMATH, _HELD))
    )
    known = all(word.held for word in words)
    return words if known and any(word.weight >= _SUBJECT for word in words) else ()


def _speaks(entry: ClauseEntry, subject: tuple[Wanted, ...], question: Question) -> bool:
    """Whether a clause is about the very thing, at the time that is asked of."""
    if entry.section is None:
        return False
    numbers = set(_NUMBER.findall(question.text)) - {str(year) for year in question.years}
    if not numbers <= set(_NUMBER.findall(entry.text)):
        return False
    if question.years and entry.section.year and entry.section.year not in question.years:
        return False
    return all(word.stands_in(entry.text) for word in subject)


def _named_whole(entry: ClauseEntry, subject: tuple[Wanted, ...], said: str) -> bool:
    """Whether words that stand side by side in a question do in a clause: 文化中心."""
    spans = sorted((word.topic.start, word.topic.end) for word in subject)
    return all(said[a:d] in entry.text for (a, b), (c, d) in pairwise(spans) if b == c)


def _is_planned(entry: ClauseEntry) -> bool:
    return entry.section is not None and entry.section.part is Part.PLAN


def _stretch(entry: ClauseEntry, subject: tuple[Wanted, ...]) -> tuple[Span, str]:
    """The part of a clause that has the subject's words: the whole where it is short."""
    text = entry.text
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
    return (entry.start + start, entry.start + end), folded_name(text[start:end])
