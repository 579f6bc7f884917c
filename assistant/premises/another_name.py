"""Another name in the very part that the report tells of: 与深圳福田区结对, where it is 南山区."""

from __future__ import annotations

import re

from assistant.evidence.knowledge import Knowledge
from assistant.evidence.names import folded_name
from assistant.matching.report_words import is_name
from assistant.matching.wanted import wanted_words
from assistant.premises.assertions import stated_at
from assistant.premises.premise_words import CONFIRMS, best_clause
from assistant.questions import phrases
from assistant.questions.places import foreign_places, own_names
from assistant.questions.question import Question
from assistant.questions.tagging import tagger
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_HEAVY = 0.25  # the weight of a word which a clause must have beside such a name
_SURE = 0.8  # that of a word that is a name
_TELLS = 0.5  # that of one which tells of which thing a name is the one chosen
_THING = 0.75  # that of one of them, at least
# 上交所, 江西农业大学
_A_BODY = re.compile("(?:交所|大学|学院|集团|银行|公司|医院|研究院)$|^中国(?:电信|移动|联通|铁塔)$")
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
_KIND = 2  # signs at a name's end that tell what it is a name of
# 变电站为什么建在武阳, 为什么找的是余干县, "Why was Wuyang chosen", "Why did China Telecom pick"
_CHOSEN = re.compile(
    r"(?:选[择中定]?|找|挑|(?:[定落建放设办]|落户|选址|布局)[在到])了?(?:的?是)?"
    r"(?P<zh>[\u4e00-\u9fff]{2,8}?(?=[建设作来当做承举,，。?？呢]|$))|"
    r"\bwhy (?:did|does|do|has|have|is|was|were|are) (?:the )?"
    r"(?P<en>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}) (?:get |being |been )?"
    r"(?:picked|picks?|cho[os]en?|chose|selected|select|settled? on|opt(?:ed)? for)\b",
    _IGNORE,
)


def with_another(question: Question, knowledge: Knowledge) -> Span | None:
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
    if not (given or narrower or stated_at(start, question.text)):
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
    return best_clause(rows, wanted)


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


def chosen_another(question: Question, knowledge: Knowledge) -> Span | None:
    """Why was Wuyang chosen for the substation? where 110千伏黄马变电站 is what is told of it.

    The one clause with all else that is asked; none anywhere may tell of the thing with the name.
    """
    chosen = _CHOSEN.search(question.text) if phrases.WHY.search(question.text) else None
    if chosen is None:
        return None
    start, end = chosen.span(chosen.lastgroup or 0)
    words = wanted_words(question, knowledge)
    names = [one for one in words if start <= one.topic.start < end]
    things = [
        one
        for one in words
        if not start <= one.topic.start < end
        and one.weight >= _TELLS
        and not phrases.WHY.search(one.topic.text)
    ]
    sure = any(one.weight >= _THING and one.topic.terms for one in things)
    if not names or not sure or not all(one.held for one in things):
        return None
    rows = [one for one in knowledge.clauses if all(it.stands_in(one.text) for it in things)]
    if len(rows) != 1 or any(one.stands_in(rows[0].sentence) for one in names):
        return None
    asked = set(re.findall(r"\d[\d.]*", question.text)) - {str(year) for year in question.years}
    if not asked <= set(re.findall(r"\d[\d.]*", rows[0].text)):
        return None
    return (rows[0].start, rows[0].end) if _names_one(rows[0].text, question, knowledge) else None


def _names_one(text: str, question: Question, knowledge: Knowledge) -> bool:
    """Whether a clause names a place or body that is neither the report's own nor asked of."""
    own = own_names(knowledge)
    return any(
        token.flag in ("ns", "nt", "nz", "nrt")
        and token.word not in own
        and token.word not in question.text
        for token in tagger().cut(text)
    )
