"""Which clauses of a report tell what a question asks, and how well each fits it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.events import Event, event_of, tells_what_followed
from assistant.answers.kinds import needed_words, tells_of_opening
from assistant.answers.listing import enumerated, is_heading
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.asked import Asked, asked_of, asks_year, tells
from assistant.matching.matching import clause_score
from assistant.matching.numbered import Numbered, is_of_another, numbers_of
from assistant.matching.ranks import is_elsewhere
from assistant.matching.subject import heavy_topics
from assistant.matching.wanted import Wanted
from assistant.questions import asking, phrases, places_asked
from assistant.questions.period import Period
from assistant.questions.question import Aspect, Form, Question
from corpus.models import Part
from corpus.sentences import Span
from index.retriever import Hit

# What share of the question's words a clause must cover; less where the search found it too.
# Set on the dev questions.
_ENOUGH = 0.6
_ENOUGH_FOUND = 0.38
_FOUND = 3  # passages from the top that count as found
_INTRODUCES = 0.13  # "存在一些问题:一是…" before what only has the words
_HEAVY = 0.5  # the weight of a word that names what is asked of
_LEVEL = "[国省市]家?级"  # of what ranks: national-level zones are not all zones
_RANKED = "[省市县区州]$|百强"  # 地级市, 百强县市: who is ranked, not in what
_AIMS = re.compile("(?:预期|主要|奋斗|发展)目标[^。；;，,]{0,6}[是为:：]")
# (一)全年…, 一是…, but 一般公共预算收入
_LEADING = re.compile(
    r"^(?:[—\s]+|[(（]?[\d一二三四五六七八九十]+(?:[)）、.．]|是|要)|全年|今年|全[省市县区])+"
)


def _things(question: Question, wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The words of the report that name what is asked of: what is opened, and not 投用."""
    heavy = {one.start for one in heavy_topics(question)}
    return tuple(
        word for word in wanted if word.topic.start in heavy and word.held and word.weight >= _HEAVY
    )


def _names_thing(text: str, word: Wanted) -> bool:
    """Whether a text has a word, or all of it but the level that it begins with: (县)中医院."""
    short = (one[1:] for one in word.alternatives if len(one) > 3 and one[0] in "省市县区州")
    return word.stands_in(text) or any(one in text for one in short)


def inside(entry: ClauseEntry, passages: list[Span]) -> bool:
    """Whether a clause lies within one of some passages."""
    return any(start <= entry.start and entry.end <= end for start, end in passages)


def _about(entry: ClauseEntry, wanted: tuple[Wanted, ...], question: Question) -> bool:
    """Whether a clause is about the indicators that are asked for, not only names them.

    Who asks for a figure that the report does not give is told what it says of the indicator
    instead, where that is the clause's subject: "出口实现量稳质升".
    """
    indicators = [word.alternatives for word in wanted if word.topic.is_indicator]
    named = all(any(one in entry.text for one in names) for names in indicators)
    if question.form is not Form.FIGURE or not named:
        return named or question.form is Form.LIST
    if asking.RECORD.search(question.text) and asking.RECORD.search(entry.text):
        return True
    if question.aspect is Aspect.RANK:
        if places_asked.WHICH_PLACE.search(question.text):
            return False  # 哪个县排第一: what stands of our own place tells of no other
        if is_elsewhere(entry.sentence, question.wider):
            return False
        return phrases.PLACED.search(entry.text) is not None and _in_ranking(
            entry, wanted, question.text
        )
    if not question.target or question.wider:
        return False
    # the revenue of textiles, that of 安固县: whose it is, too
    whose = (w for w in wanted if not w.topic.is_indicator and (w.held or w.weight >= _HEAVY))
    if not all(word.stands_in(entry.text + entry.path) for word in whose):
        return False
    subject = _LEADING.sub("", entry.text)
    return any(subject.startswith(one) for names in indicators for one in names)


# 在国家级经开区综合排名中: what the ranking is called
_RANKING = re.compile("在(?P<name>[^,，]{2,20}?)(?:排名|排行|评比|考核|评价|榜)")


def _in_ranking(entry: ClauseEntry, wanted: tuple[Wanted, ...], asked: str) -> bool:
    """Whether a clause that tells a place is about what is asked: of the level, and the matter."""
    levels = [w for w in wanted if any(re.fullmatch(_LEVEL, one) for one in w.alternatives)]
    heavy = [w for w in wanted if w.weight >= _HEAVY and w.held and w not in levels]
    ranking = _RANKING.search(asked)
    start, end = ranking.span("name") if ranking else (0, 0)
    matters = [
        w
        for w in heavy
        if (w.topic.terms and not re.search(_RANKED, w.alternatives[0]))
        or start <= w.topic.start < end
    ]
    return all(word.stands_in(entry.text) for word in (*levels, *matters)) and (
        not heavy or any(word.stands_in(entry.text) for word in heavy)
    )


@dataclass(frozen=True)
class _Sought:
    """What a clause must have to answer a question, worked out once for all clauses."""

    question: Question
    wanted: tuple[Wanted, ...]
    period: Period
    asked: Asked | None
    things: tuple[Wanted, ...]  # that are asked of, when and by whom
    numbered: frozenset[Numbered]
    needed: list[re.Pattern[str]]
    event: Event | None
    measures: bool  # 主要预期目标是:…, which no one means by measures, nor what a name means
    against: bool  # a wider place is to be in it


def _sought(question: Question, period: Period, wanted: tuple[Wanted, ...]) -> _Sought:
    asked = asked_of(question)
    if asked is Asked.WHY:  # this year's delay has its reason in what is told of last year
        period = Period(frozenset(), None)
    if question.form is Form.FIGURE and question.target and question.aspect is not Aspect.RANK:
        # 出口实现量稳质升: an aim without a figure is told by the indicator's name alone.
        wanted = tuple(word for word in wanted if _is_name(word, question.text)) or wanted
    against = phrases.AGAINST_WIDER.search(question.frame) and question.form is Form.CLAUSE
    return _Sought(
        question=question,
        wanted=wanted,
        period=period,
        asked=asked,
        things=_things(question, wanted) if asked and asked is not Asked.WHY else (),
        # 去年开通的是3号线吧: who asks whether is told of the other
        numbered=numbers_of(question.text) if asked else frozenset(),
        needed=needed_words(question),
        event=event_of(question, wanted),
        measures=question.form is Form.LIST and not phrases.AIM.search(question.text),
        against=bool(against and question.wider),
    )


_AIM_ITSELF = re.compile(
    r"预期|指标|目标|任务|计划|\b(?:targets?|goals?|aims?|plans?)\b", re.IGNORECASE
)


def _is_name(word: Wanted, asked: str) -> bool:
    """Whether a word names an indicator, or whose it is: textiles, 安固县."""
    topic = word.topic
    if _AIM_ITSELF.search(topic.text):
        return False  # 出口的(预期指标)
    placed = re.match("[县市区旗州镇乡]|街道", asked[topic.end :]) is not None
    return placed or (topic.noun and (topic.is_indicator or not topic.words))


def _may_answer(entry: ClauseEntry, sought: _Sought) -> bool:
    """Whether a clause is of the time that is asked for, and prose that may tell of it."""
    part = entry.section.part if entry.section else Part.OPENING
    year = entry.section.year if entry.section else None
    question = sought.question
    return (
        sought.period.holds_part(part, year)
        and not (sought.against and not any(name in entry.text for name in question.wider))
        and not (is_heading(entry) and question.form is not Form.LIST)
        and (entry.section is not None or _is_sentence(entry))  # the title and the lines below it
        and not (sought.measures and (_AIMS.search(entry.sentence) or "名词解释" in entry.path))
    )


def _tells(entry: ClauseEntry, sought: _Sought, report: str) -> bool:
    """Whether a clause with the question's words tells what is asked, and of nothing else."""
    question, text = sought.question, entry.text
    if sought.asked and not tells(
        sought.asked, _with_asides(entry, sought.asked, question, report), question, sought.wanted
    ):
        return False
    if sought.things and not any(_names_thing(text + entry.path, one) for one in sought.things):
        return False
    return (
        not tells_of_opening(text, question)
        and not is_of_another(text, sought.numbered)
        and not (sought.event and not tells_what_followed(entry, sought.event))
        and all(pattern.search(text) for pattern in sought.needed)
    )


def _with_asides(entry: ClauseEntry, asked: Asked, question: Question, report: str) -> str:
    """A clause with what it has in brackets, for when and where: 办好文化节(7月在赤宁县举办)."""
    if asked not in (Asked.WHEN, Asked.WHERE) or asks_year(question):
        return entry.text
    whole = folded_name(report[entry.start : entry.end])
    return _BRACKETS.sub("，", whole) if _BRACKETS.search(whole) else entry.text


_BRACKETS = re.compile("[()（）]")


def rank_clauses(
    knowledge: Knowledge,
    question: Question,
    period: Period,
    wanted: tuple[Wanted, ...],
    hits: list[Hit],
) -> list[tuple[float, ClauseEntry]]:
    """Clauses by how much of the question they cover; the search's order decides between equals."""
    found: list[tuple[float, float, ClauseEntry]] = []
    places = {(hit.passage.start, hit.passage.end): 1 / (10 + hit.rank) for hit in hits}
    top = [(hit.passage.start, hit.passage.end) for hit in hits[:_FOUND]]
    sought = _sought(question, period, wanted)
    for entry in knowledge.clauses:
        if not _may_answer(entry, sought):
            continue
        score = clause_score(entry, sought.wanted)
        enough = _ENOUGH_FOUND if inside(entry, top) else _ENOUGH
        if score < enough or not _about(entry, sought.wanted, question):
            continue
        if not _tells(entry, sought, knowledge.report.text):
            continue
        if question.form is Form.LIST:
            score += _listing(entry, knowledge.report.text)
        bonus = max(
            (value for (a, b), value in places.items() if a <= entry.start and entry.end <= b),
            default=0.0,
        )
        found.append((score, bonus, entry))
    found.sort(key=lambda row: (-(row[0] + row[1]), row[2].start))
    return [(score, entry) for score, _, entry in found]


# 4月28日，管委会主任张三在工作会议上作报告。全文如下：
# ; 现在，我代表市人民政府，向大会报告工作，请予审议
_GIVEN = re.compile("(?:会议?|大会)上?作(?:了)?[^，,。]{0,8}报告|我代表[^。]{2,24}报告|请予?审议")


def _is_sentence(entry: ClauseEntry) -> bool:
    """Whether it is prose, and not what tells when and by whom the report was given."""
    return re.search("[。；;！!]", entry.sentence) is not None and not _GIVEN.search(entry.sentence)


def _listing(entry: ClauseEntry, text: str) -> float:
    """What a clause gains as an answer to which: one that introduces what is asked for most."""
    if enumerated(text, entry.sentence_end):
        return _INTRODUCES
    if is_heading(entry):
        return -_INTRODUCES
    return _INTRODUCES if re.search("[:：](?!“)|：$", entry.text) else 0.0
