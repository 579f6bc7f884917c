"""Finds the report's own words that answer a question which asks for no figure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.definitions import definition
from assistant.answers.events import event_of, is_unheld, tells_what_followed
from assistant.answers.kinds import (
    FIRM_NAMED,
    asks_firm,
    needed_words,
    tells_of_opening,
    without_kind_named,
)
from assistant.answers.listing import (
    admitted,
    counted,
    enumerated,
    introduced,
    is_heading,
    named_items,
    only_counts,
    under_heading,
)
from assistant.answers.named_works import named_works
from assistant.evidence.knowledge import ClauseEntry, Knowledge
from assistant.matching.asked import Asked, asked_of, tells, without_kind
from assistant.matching.matching import clause_score, names_unknown
from assistant.matching.quotes import Quote, quote, told_once
from assistant.matching.ranks import is_elsewhere
from assistant.matching.subject import heavy_topics
from assistant.matching.wanted import Wanted, wanted_words
from assistant.questions import asking, phrases
from assistant.questions.asked_unit import AskedUnit
from assistant.questions.period import Period, period_of
from assistant.questions.places import foreign_places, located, speaks_of
from assistant.questions.question import Aspect, Form, Question
from corpus.models import Part
from corpus.sentences import Span
from index.retriever import Hit

# What share of the question's words a clause must cover; less where the search found it too.
# Set on the dev questions.
_ENOUGH = 0.6
_ENOUGH_FOUND = 0.38
_FOUND = 3  # passages from the top that count as found
_LIST_CLOSE = 0.12  # items of a list may cover so much less than the best one
_LIST_MOST = 6
_INTRODUCES = 0.13  # "存在一些问题:一是…" before what only has the words
_ONE_CLOSE = 0.04  # the same where one thing is asked for
_HEAVY = 0.5  # the weight of words that every item of a list must share with the best
_TELLS = 0.3  # the weight of a word that says of what
_LEVEL = "[国省市]家?级"  # of what ranks: national-level zones are not all zones
_RANKED = "[省市县区州]$|百强"  # 地级市, 百强县市: who is ranked, not in what
_SHARED = 0.6  # and how much of the weight of such words
_LIST_HITS = 6  # passages that the items of a list may come from, beside the best one's section
# "Which company listed in Shenzhen?": one, though asked with which
_WHICH_ONE = re.compile(
    r"\bwhich (?:(?!\w+s\b)\w+ ){1,3}?(?:did|does|was|is|has|will|went|got|won|came|\w+ed)\b",
    re.IGNORECASE,
)
_AIMS = re.compile("(?:预期|主要|奋斗|发展)目标[^。；;，,]{0,6}[是为:：]")
_LEADING = re.compile(r"^(?:[—\d.、(（)）一二三四五六七八九十\s]+|是|全年|今年|全[省市县区])+")


def find_quotes(question: Question, knowledge: Knowledge, hits: list[Hit]) -> tuple[Quote, ...]:
    """The clauses that answer a question, best first; several for a list, else one.

    Args:
        hits: passages found for the question, best first.
    """
    report = knowledge.report
    question = located(question, knowledge)
    if any(not speaks_of(knowledge, place) for place in foreign_places(question, knowledge)):
        return ()
    wanted = without_kind(asked_of(question), wanted_words(question, knowledge))
    wanted = without_kind_named(question, wanted)
    period = period_of(question, report)
    if (
        not wanted
        or _only_done(question, wanted)
        or (period.years and not period.years & knowledge.years)
    ):
        return ()
    unknown = question.form is Form.FIGURE and names_unknown(wanted)
    event = event_of(question, wanted)
    if unknown or _asks_unheld(question, wanted) or (event and is_unheld(event)):
        return ()
    meaning = definition(question, knowledge, wanted)
    if meaning:
        return (Quote(meaning, "", 1.0),)
    if question.form is Form.LIST:
        lists = (admitted, counted, named_works)
        told = (read(question, knowledge, period, wanted) for read in lists)
        whole = next((spans for spans in told if spans), None)
        if whole:
            return tuple(Quote(span, "", 1.0) for span in whole)
    if question.form is Form.CLAUSE and asked_of(question) is None and not _whether(question):
        whole = admitted(question, knowledge, period, wanted)
        if whole:  # what shortcomings does the report admit to
            return tuple(Quote(span, "", 1.0) for span in whole)
    ranked = _ranked(knowledge, question, period, wanted, hits)
    if asks_firm(question):  # what else is said must tell which firm it is
        ranked = [row for row in ranked if all(word.stands_in(row[1].text) for word in wanted)]
        ranked = [row for row in ranked if FIRM_NAMED.search(row[1].text)] or ranked
    if not ranked or (question.form is Form.LIST and only_counts(question, ranked[0][1].text)):
        return ()
    if question.form is not Form.LIST:
        return (quote(report, ranked[0], wanted),)
    if _WHICH_ONE.search(question.text):
        ranked = [row for row in ranked if row[0] >= ranked[0][0] - _ONE_CLOSE]
    return _list(knowledge, ranked, wanted, hits)


# "When was the county (founded)?": a verb, which any clause may have of another thing
_VERB = re.compile(r"[a-z]+ed|born|built|begun|set up")


def _only_done(question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether it is asked when or by whom a thing was done, and nothing of which thing."""
    return asked_of(question) in (Asked.WHEN, Asked.WHERE, Asked.WHO) and all(
        not word.topic.terms and _VERB.fullmatch(word.topic.text) for word in wanted
    )


# "How many times was the ratio cut?": 两次降低, which no figure holds
_HOW_OFTEN = re.compile(r"\bhow many times\b|(?:多少|几)次", re.IGNORECASE)
_SO_OFTEN = re.compile(r"[一二两三四五六七八九十\d]次(?!产业|会议|全会|分配|代表|创业|供水)")
# "How long will contracts be extended?": 再延长30年, but no 2023年
_SO_LONG = re.compile(r"(?<!\d)\d{1,2}(?:年|个月|天|个?小时)(?![代底末初前来内])")
# "Above what turnover?": 年营收3亿元以上的企业
_SO_MUCH = re.compile(r"\d[\d.]*[万亿]?\S{0,4}?以[上下内]")
_NEARLY_ALL = 0.85


def quotes_counting(question: Question, knowledge: Knowledge, hits: list[Hit]) -> tuple[Quote, ...]:
    """The clause with nearly all that is asked and how often, how long or from what size on."""
    if question.form is not Form.FIGURE or question.aspect is not None:
        return ()
    often = _HOW_OFTEN.search(question.text)
    bound = asking.THRESHOLD.search(question.text)
    long = question.unit is AskedUnit.TIME and asking.HOW_LONG.search(question.text)
    if not (often or bound or long):
        return ()
    told = _SO_OFTEN if often else _SO_MUCH if bound else _SO_LONG
    wanted = [w for w in wanted_words(question, knowledge) if w.weight >= _HEAVY]
    text = knowledge.report.text
    return tuple(
        quote
        for quote in find_quotes(replace(question, form=Form.CLAUSE), knowledge, hits)
        if quote.score >= _NEARLY_ALL
        and wanted
        and all(word.stands_in(text[slice(*quote.span)]) for word in wanted)
        and told.search(text[slice(*quote.span)])
    )


# "What's the backlog of the shipyards?", but whatever has a name or a model
_WHAT_OF = re.compile(
    r"^what(?:'s|’s| is| was| are| were) the "
    r"(?!(?:\w+ )?(?:name|model|title|brand|type|kind|theme|slogan|date|time|place|location|venue|"
    r"purpose|aim|goal|point|reason|cause|result|outcome|status|progress|role|use)s?\b)"
    r"(?!model name\b)(?P<what>[a-z]+(?: [a-z]+)?) (?:of|at|for) ",
    re.IGNORECASE,
)


def _asks_unheld(question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether the very thing asked for is nowhere in the report, whatever it says of its owner."""
    head = _WHAT.match(question.text)  # a thing that the field has names for
    if head and any(
        word.topic.terms and word.topic.end == head.end() and not word.held for word in wanted
    ):
        return True
    heavy = {one.start for one in heavy_topics(question)}
    named = [word for word in wanted if word.topic.start in heavy]
    plain = question.form is Form.CLAUSE and asked_of(question) is None
    if plain and named and not any(word.held for word in named):
        return True  # were the owners paid: what of all that others were is another matter
    if any(word.held for word in wanted) and all(
        not word.held or _HAPPENS.fullmatch(word.topic.text) for word in wanted
    ):
        return True  # did any strikes occur: what of all that did not is another matter
    asked, taken = _WHAT_OF.match(question.text), asking.HOW_TAKEN.search(question.text)
    start, end = asked.span("what") if asked else (0, 0)
    if taken:
        start, end = taken.start() - 1, taken.start()
    words = [word for word in wanted if word.topic.start < end and start < word.topic.end]
    return bool(words) and not any(word.held for word in words)


def names_unheld(question: Question, knowledge: Knowledge) -> bool:
    """Whether a list or a description is asked for of a matter that the report never names.

    财政体制怎么调整, where it has 财政自给率 and no 体制.
    """
    return question.form is Form.LIST and any(
        not word.held and word.weight >= _TELLS and word.topic.noun
        for word in wanted_words(question, knowledge)
    )


_HAPPENS = re.compile("发生|出现|occur(?:red)?|happen(?:ed)?", re.IGNORECASE)
# What is the mayor's mobile (phone number)?
_WHAT = re.compile(
    r"^what(?:'s|’s| is| was| are| were) [^,?.]*?"
    r"(?= (?:of|for|in|at|on|during|to|by|from|with) |\W*$)",
    re.IGNORECASE,
)


def _whether(question: Question) -> bool:
    return phrases.WHETHER.search(question.frame) is not None


def _list(
    knowledge: Knowledge,
    ranked: list[tuple[float, ClauseEntry]],
    wanted: tuple[Wanted, ...],
    hits: list[Hit],
) -> tuple[Quote, ...]:
    """What the best clause introduces or stands over, else the clauses that are as good."""
    best, first = ranked[0]
    text = knowledge.report.text
    opens = (  # 办好实事。一是…。十是…。 before what concludes: 一桩桩实事让群众得到实惠
        entry
        for _, entry in ranked
        if entry.section == first.section
        and _shares(entry, first, wanted)
        and enumerated(text, entry.sentence_end)
    )
    first = next(opens, first)
    heading = first.heading
    items = named_items(knowledge, first, introduced(knowledge, first), wanted)
    if not items and is_heading(first):
        items = under_heading(knowledge, first)[:_LIST_MOST]
    if items:
        return tuple(Quote(span, heading, best) for span in items)
    found = [(hit.passage.start, hit.passage.end) for hit in hits[:_LIST_HITS]]
    chosen = [
        (score, entry)
        for score, entry in ranked
        if score >= best - _LIST_CLOSE
        and not is_heading(entry)
        and (entry.section == first.section or _inside(entry, found))
        and _shares(entry, first, wanted)
    ][:_LIST_MOST]
    chosen.sort(key=lambda row: row[1].start)
    return told_once(quote(knowledge.report, row, wanted, at_least=2) for row in chosen)


def _shares(entry: ClauseEntry, first: ClauseEntry, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a clause has the words that make the best one an answer, not only a common one."""
    heavy = [word for word in wanted if word.weight >= _HEAVY and word.stands_in(first.text)]
    held = sum(word.weight for word in heavy if word.stands_in(entry.text))
    return held >= _SHARED * sum(word.weight for word in heavy)


def _inside(entry: ClauseEntry, passages: list[Span]) -> bool:
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
        if asking.WHICH_PLACE.search(question.text):
            return False  # 哪个县排第一: what stands of our own place tells of no other
        if is_elsewhere(entry.sentence, question.wider):
            return False
        return phrases.PLACED.search(entry.text) is not None and _in_ranking(
            entry, wanted, question.text
        )
    if not question.target or question.wider:
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


def _ranked(
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
    asked = asked_of(question)
    if asked is Asked.WHY:  # this year's delay has its reason in what is told of last year
        period = Period(frozenset(), None)
    # 主要预期目标是:…, which no one means by measures
    # nor what a name means
    measures = question.form is Form.LIST and not phrases.AIM.search(question.text)
    if question.form is Form.FIGURE and question.target and question.aspect is not Aspect.RANK:
        # 出口实现量稳质升: an aim without a figure is told by the indicator's name alone.
        wanted = tuple(word for word in wanted if word.topic.is_indicator) or wanted
    needed = needed_words(question)
    event = event_of(question, wanted)
    against = phrases.AGAINST_WIDER.search(question.frame) and question.form is Form.CLAUSE
    against = against and bool(question.wider)
    for entry in knowledge.clauses:
        part = entry.section.part if entry.section else Part.OPENING
        year = entry.section.year if entry.section else None
        if not period.holds_part(part, year):
            continue
        if against and not any(name in entry.text for name in question.wider):
            continue
        if is_heading(entry) and question.form is not Form.LIST:
            continue
        if entry.section is None and not _is_sentence(entry):
            continue  # the title and the lines below it
        if measures and (_AIMS.search(entry.sentence) or "名词解释" in entry.path):
            continue
        score = clause_score(entry, wanted)
        enough = _ENOUGH_FOUND if _inside(entry, top) else _ENOUGH
        if score < enough or not _about(entry, wanted, question):
            continue
        if asked and not tells(asked, entry.text, question, wanted):
            continue
        if (
            tells_of_opening(entry.text, question)
            or (event and not tells_what_followed(entry, event))
            or not all(pattern.search(entry.text) for pattern in needed)
        ):
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
