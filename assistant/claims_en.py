"""Reads the figures of an English claim: what each is of, for when, reached or aimed at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant import phrases
from assistant.claims import Carried, Claimed, Line, blanked
from assistant.models import Language
from assistant.quantities_en import English, english_quantities
from assistant.question import understand
from corpus.glossary import load_glossary
from corpus.models import Kind, Measure
from corpus.sentences import Span

_IGNORE = re.IGNORECASE
_SENTENCE_END = re.compile(r"(?<!\bNo)(?<!\bU\.S)(?<!\bvs)(?<!\bapprox)[.!?](?=[\s\"”’)]|$)")
_BORDER = re.compile(
    r"[;:()—]|,(?!\d{3})|\s(?:while|whereas|but|although|though|which|whose|where|"
    r"compared with|compared to|versus|against|than)\s",
    _IGNORE,
)
_AND = re.compile(r"\s(?:and|with|plus|as well as|including)\s", _IGNORE)
_JOIN = re.compile(r"\s*(?:,|and|,\s*and|,?\s*and then)\s*", _IGNORE)
_YEAR = re.compile(
    r"(?P<base>\b(?:from|than|over|vs\.?|versus|compared (?:with|to)|against|since|on|"
    r"relative to|above|below)(?: the)?(?: (?:level|same period|figure)s?)?(?: (?:of|in|"
    r"for))?\s+)?"
    r"(?:(?<![\d.,$¥])(?P<year>(?:19[5-9]|20\d)\d)(?![\d%]|,\d|\.\d|\s*(?:yuan|kilomet|km|"
    r"square|mu\b|cameras))|"
    r"\b(?P<last>last year|the previous year|the year before|a year earlier)|"
    r"\b(?P<this>this year)|\b(?P<next>next year|the coming year))",
    _IGNORE,
)
_TARGET = re.compile(
    r"\b(?:target\w*|goals?|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|will|intends?|going to|"
    r"hopes?|hoping|objectives?|"
    r"aspires?|supposed to|pledge[sd]?|vow(?:s|ed)?|promise[sd]?|commit(?:s|ted)?|seeks?|"
    r"striv\w+|due to|calls? for|"
    r"called for|should|shall|set (?:for|at|to)|slated|scheduled|wants? to|ambition|"
    r"earmark\w*|budgeted|is to|are to|to be)\b",
    _IGNORE,
)
_INFINITIVE = re.compile(
    r"(?<!\bup)(?<!\bdown)(?<!\brose)(?<!\bfell)(?<!\bable)\s+to\s+(?:further\s+)?(?:add|"
    r"build|create|renovate|raise|hold|invest|"
    r"recruit|attract|bring|expand|cut|reduce|grow|increase|reach|exceed|complete|upgrade|"
    r"shorten|reclaim|screen|stage|open|set up|train|transfer|provide|spend|keep)\b",
    _IGNORE,
)
_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|estimated|projected|forecast|likely|anticipated|preliminar\w+)\b",
    _IGNORE,
)
_DONE = re.compile(
    r"\b(?:was|were|did|had|has|have|achieved|actual(?:ly)?|reached|grew|rose|fell|"
    r"climbed|jumped|expanded|increased|decreased|declined|"
    r"dropped|shrank|completed|attained|came|accomplished|built|added|created|renovated|"
    r"spent|invested|registered|recorded|gained|surged|"
    r"totall?ed|stood|hit|ranked|placed|granted|issued|handled|held|opened|signed|"
    r"introduced|attracted|exceeded|surpassed|topped|"
    r"delivered|vaccinated|resolved|advanced|cut|slid|slipped|slumped|won|became|took|"
    r"moved|earned|generated|brought|accounted|posted|hosted|ran|put|amounted|contributed|"
    r"made)\b",
    _IGNORE,
)
_UP = (
    "grew|grow|grows|growing|growth|rose|rise|rises|rising|risen|increase[sd]?|"
    "increasing|up|climb(?:ed)?|jump(?:ed)?|expand(?:ed)?|expansion|gain(?:ed)?|"
    "surge[d]?|advance[d]?|higher|above|faster|more|ahead|improv(?:ed|ement)|exceed(?:ed|"
    "ing)?|raised?|soared|boost(?:ed)?|outpac(?:ed|ing)|quicker|better|add"
)
_DOWN = (
    "fell|fall|falls|falling|fallen|drop(?:ped|s)?|decline[sd]?|declining|decrease[sd]?|"
    "down|shrank|shrunk|contract(?:ed|ion)|lower|below|slower|less|cut|cuts|"
    "reduc(?:ed|e|tion|ing)|shorten(?:ed|ing)?|compress(?:ed)?|slash(?:ed)?|slump(?:ed)?|"
    "slipped|slid|trim(?:med)?|behind|shed|lowered|saved"
)
_MOVE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", _IGNORE)
_MOVE_AFTER = re.compile(
    r"\s*(?:(?:year[- ]on[- ]year|annual|real|nominal|"
    r"GDP)\s+)?(?:[a-z-]+\s+){0,2}?(?:(?P<down>decrease|decline|drop|fall|reduction|cut|"
    r"lower|less|below|slower|contraction|down)|"
    r"(?P<up>increase|growth|rise|gain|higher|more|above|faster|jump|expansion|up))\b",
    _IGNORE,
)
_NOUN_STOP = re.compile(
    r"[,;:.()]|\s(?:in|by|during|with|to|from|at|on|after|before|while|was|were|is|are|"
    r"had|has|have|will|would|and|plus|as|that|which|who|this|last|"
    r"over|among|under|nationwide|across|within|through|up|down|against|compared|per|"
    r"respectively|be|being|been|found|got|year[- ]on[- ]year|came|took)\b",
    _IGNORE,
)
_LEADING_WORD = re.compile(
    r"^(?:(?:In|The|At|For|From|By|Of|And|With|While|But|Both|Across|Under|As|When|Last|This)\s+)+"
)


@dataclass
class _Context:
    """What a sentence and paragraph hand on."""

    subjects: list[str] = field(default_factory=list)
    kind: Kind | None = None
    known: bool = False  # whether `kind` was said
    year: int | None = None  # of the paragraph
    aimed: bool = False


def read_english(line: Line, year: int | None, carried: Carried) -> tuple[list[Claimed], Carried]:
    """The figures of a paragraph in English, and what it hands on to the next.

    Args:
        line: the paragraph.
        year: the year that the report plans, which "this year" is.
        carried: what the paragraph before hands on.
    """
    found: list[Claimed] = []
    context = _Context(year=carried.year, aimed=carried.aimed)
    quantities = english_quantities(line.text)
    for start, end in _sentences(line.text):
        own = [one for one in quantities if start <= one.start < end]
        found.extend(_sentence(line, (start, end), own, context, year))
    return found, Carried(context.year, context.aimed)


def _sentences(text: str) -> list[Span]:
    spans: list[Span] = []
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        spans.append((begin, match.end()))
        begin = match.end()
    if text[begin:].strip():
        spans.append((begin, len(text)))
    return spans


def _groups(text: str, own: list[English]) -> list[list[English]]:
    groups: list[list[English]] = []
    for one in own:
        last = groups[-1][-1] if groups else None
        alike = last and (last.unit, last.rank, last.fraction) == (one.unit, one.rank, one.fraction)
        if last and alike and _JOIN.fullmatch(text[last.end : one.start]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _sentence(
    line: Line, span: Span, own: list[English], context: _Context, plan: int | None
) -> list[Claimed]:
    text, (start, end) = line.text, span
    years = [(start + at, year) for at, year in _years(text[start:end], plan)]
    found: list[Claimed] = []
    context.kind, context.known = None, False
    since = start
    groups = _groups(text, own)
    for at, group in enumerate(groups):
        stop = groups[at + 1][0].start if at + 1 < len(groups) else end
        piece = _piece(text, since, stop, group, at + 1 < len(groups))
        kind = _kind(text, (since, piece[1]), piece, group, context, plan)
        year = _year(years, piece, group)
        if year is None and not years:
            year = context.year
        names = _subjects(text, since, piece, group, context)
        for name, one in zip(names, group, strict=True):
            found.append(_claimed(line, one, name, piece, (start, end), kind, year))
        since = piece[1] if piece[1] < stop else group[-1].end
    context.year = years[-1][1] if years else context.year
    rest = _without_terms(text[start:end])
    if _TARGET.search(rest):
        context.aimed = True
    elif years or _DONE.search(rest):
        context.aimed = False
    if not own and _content(text[start:end]):
        context.subjects = [text[start:end]]
    return found


def _piece(text: str, since: int, stop: int, group: list[English], more: bool) -> Span:
    """The stretch between borders around a group of quantities.

    A list of names may hold commas: before several quantities the stretch goes back further.
    """
    before = text[since : group[0].start]
    borders = list(_BORDER.finditer(before))
    if len(group) > 1:
        borders = [one for one in borders if one[0].strip() in (";", "(", ")", "while", "whereas")]
    begin = since + (borders[-1].end() if borders else 0)
    after = text[group[-1].end : stop]
    border = _BORDER.search(after)
    end = group[-1].end + (border.start() if border else len(after))
    if more and not border:
        joints = list(_AND.finditer(after))
        if joints:
            end = group[-1].end + joints[-1].start()
    elif not more and not border:
        end = stop
    return begin, end


def _years(text: str, plan: int | None) -> list[Span]:
    found: list[Span] = []
    for match in _YEAR.finditer(text):
        if match["base"] and not re.match(r"(?:against|over)\s+the", match["base"], _IGNORE):
            continue
        if match["year"]:
            found.append((match.start("year"), int(match["year"])))
        elif plan:
            step = -1 if match["last"] else 1 if match["next"] else 0
            found.append((match.start(), plan + step))
    return found


def _year(years: list[Span], piece: Span, group: list[English]) -> int | None:
    """The year named in the figure's own stretch, else the last before it, else the next."""
    inside = [year for at, year in years if piece[0] <= at < group[0].start]
    after = [year for at, year in years if group[-1].end <= at < piece[1]]
    before = [year for at, year in years if at < group[0].start]
    later = [year for at, year in years if at >= piece[1]]
    for row in (inside[-1:], after[:1], before[-1:], later[:1]):
        if row:
            return row[0]
    return None


def _without_terms(text: str) -> str:
    return blanked(text, [(m.start, m.end) for m in load_glossary().find(text)])


def _kind(
    text: str, around: Span, piece: Span, group: list[English], context: _Context, plan: int | None
) -> Kind | None:
    """Target, estimate or actual, by the figure's own stretch, else by what goes before it."""
    del plan
    said = None
    for begin, end in (piece, around):
        raw = text[begin:end]
        plain = _without_terms(raw)
        plain = re.sub(
            r"\b(?:beat|beating|met|meeting|exceed\w*|missing|missed|above|below)\s+(?:its|the|"
            r"their|a)?\s*(?:\w+\s+)?(?:target|goal)\w*",
            "",
            plain,
            flags=_IGNORE,
        )
        noun = re.search(r"\b(?:target|goal|aim|objective)s?\b", plain, _IGNORE)
        if _EXPECTED.search(plain) and not noun:
            said = Kind.ESTIMATE
        elif _TARGET.search(plain) or (_INFINITIVE.search(" " + plain) and not _DONE.search(plain)):
            said = Kind.TARGET
        elif _DONE.search(plain):
            said = Kind.ACTUAL
        if said:
            break
    if said:
        context.kind, context.known = said, True
        return said
    if context.known:
        return context.kind
    sentence = text[around[0] : group[0].start]
    if re.search(r"\bthis year\b", text[around[0] : piece[1]], _IGNORE) or _TARGET.search(sentence):
        return None
    return Kind.TARGET if context.aimed else Kind.ACTUAL


def _content(text: str) -> bool:
    """Whether a stretch names anything, beyond verbs, years and places."""
    return bool(topics_of(text))


def topics_of(text: str) -> list[str]:
    """The words of a stretch of English that may name an indicator."""
    plain = blanked(text, [m.span() for m in _YEAR.finditer(text)])
    names = [(m.start, m.end) for m in load_glossary().find(plain)]
    kept: list[str] = []
    for topic in understand(plain, Language.EN).topics:
        inside = any(a <= topic.start and topic.end <= b for a, b in names)
        word = topic.text.lower()
        if not inside and (not re.search("[a-z]", word) or _VERB.fullmatch(word)):
            continue
        if not inside and (_MOVE.fullmatch(word) or phrases.ENGLISH_PLACE.search(topic.text)):
            continue
        kept.append(topic.text)
    return kept


_VERB = re.compile(
    rf"(?:{_DONE.pattern}|{_TARGET.pattern}|{_EXPECTED.pattern})|(?:county|city|province|"
    r"nanchang|district|government|local|authorities|officials|"
    r"region|worth|valued?|some|respectively|alone|further|roughly|nearly|almost|least|"
    r"fewer|consecutive|row|strong|strongly|sharply|slightly|"
    r"steadily|robust|significant\w*|latest|full-year|whole|entire|together|combined|each|"
    r"every|overall|following|include[sd]?|including|accounting|"
    r"pegged|fixed|recorded|says|said|shows?|showed|announced|according|meanwhile|"
    r"compared|earlier|previous|set|sets|put|puts|per|cent|percent|"
    r"number|numbers|total|totals|annual|annually|yearly|year-on-year|rate|rates|pace|"
    r"also|now|still|first|second|time|times|place|spot|position|"
    r"rank\w*|no|top|nationwide|nationally|national|province-wide|provincial|province's|"
    r"city's|county's|country's|county-wide|its|their|new|newly|additional|more|extra|"
    r"than|"
    r"while|but|as|well|over|up|down|last|next|this|these|out|see|saw|seen|brought|"
    r"bringing|hitting|reaching|making|mark|amount\w*|figure\w*|level|"
    r"share|proportion|percentage|part|one|two|three|half|third|fifth|quarter|of|growing|"
    r"rising|falling|adding|building|renovating|completing|creating|"
    r"add|adds|build|builds|create|creates|renovate|complete|completes|open|opens|raise|"
    r"raises|spend|spends|invest|invests|hold|holds|reach|reaches|"
    r"increase[sd]?|increasing|decreas\w+|reduc\w+|cut|cuts|cutting|shorten\w*|totall?ing|"
    r"totall?ed|ended|end|finished|began|start\w*|ran|running|"
    r"attract\w*|recruit\w*|introduc\w*|bring|brings|provide[sd]?|providing|offer(?:s|ed|"
    r"ing)?|issue[sd]?|issuing|grant(?:s|ed)?|handl\w+|resolv\w+|"
    r"upgrad(?:ed|ing)|organi[sz]\w+|stag(?:e|ed|ing)|set|setting|host\w*|deal\w*|dealt|"
    r"administer\w*|carr(?:y|ied|ying)|conduct\w*|receiv\w+|signed|signing|"
    r"report(?:s|ed)?|stand\w*|stood|equal\w*|equivalent|account\w*|represent\w*|contribut\w+)",
    _IGNORE,
)


def _noun_after(text: str, start: int, end: int) -> str:
    """What a count counts: "406 (new public toilets) in 2021"."""
    after = text[start:end]
    stop = _NOUN_STOP.search(after)
    if (
        stop
        and re.match(r"\s(?:to|in)\b", stop[0], _IGNORE)
        and not _content(after[: stop.start()])
    ):
        stop = None
    return after[: stop.start()] if stop else after


def _subjects(
    text: str, since: int, piece: Span, group: list[English], context: _Context
) -> list[str]:
    """What each quantity of a group is of, in the claim's words."""
    first, last = group[0], group[-1]
    before, after = text[piece[0] : first.start], text[last.end : piece[1]]
    if len(group) > 1:
        names = _paired(before, len(group))
        if not names and len(context.subjects) == len(group) and not _content(before):
            names = context.subjects
        if names:
            context.subjects = names
            return names
    bare = not last.unit and not last.fraction
    counted = bare or last.unit in ("人", "剂", "标箱", "人次")
    if counted:
        noun = _noun_after(text, last.end, piece[1])
        if _content(noun) and not (_content(before) and noun.lstrip().lower().startswith("of ")):
            name = noun + (" " + text[last.start : last.end] if not bare else "")
            context.subjects = [name]
            return [name] * len(group)
    if last.rank and (_content(before) or _content(after)):
        context.subjects = [before + " " + after]
    elif _content(before):
        of = re.match(r"\s*(?:of|for|worth of|in)\b", after) and not last.fraction
        context.subjects = [before + (" " + after if of and _content(after) else "")]
    elif (
        not last.fraction
        and _content(after)
        and not re.match(r"\s*(?:of|in) the (?:province|city|county)", after)
    ):
        context.subjects = [after]
    else:
        lead = text[since : piece[0]]
        if _content(lead):
            context.subjects = [lead]
        elif len(context.subjects) > 1 and len(group) == 1:
            return [", ".join(context.subjects)]
    name = context.subjects[0] if context.subjects else before
    return [name] * len(group)


def _paired(before: str, count: int) -> list[str]:
    """The names of a list: "exports and FDI", "urban and rural disposable incomes"."""
    shared = re.search(
        r"\b(urban|rural)\s+(?:and|,)\s+(rural|urban)\s+(?P<head>[a-z][\w -]*)", before, _IGNORE
    )
    if shared and count == 2:
        return [f"{shared[1]} {shared['head']}", f"{shared[2]} {shared['head']}"]
    terms = [m for m in load_glossary().find(before) if any(t.kind == "indicator" for t in m.terms)]
    if len(terms) == count:
        return [before[m.start : m.end] for m in terms]
    items = [one for one in re.split(r",\s*and\s|,|\sand\s", before) if _content(one)]
    return items if len(items) == count else []


def _claimed(
    line: Line,
    one: English,
    name: str,
    piece: Span,
    sentence: Span,
    kind: Kind | None,
    year: int | None,
) -> Claimed:
    text = line.text
    before, after = text[piece[0] : one.start], text[one.end : piece[1]]
    measure, sign = _measure(one, before, after)
    frame = text[piece[0] : piece[1]]
    places = [
        re.sub(_LEADING_WORD, "", place)
        for place in understand(text[sentence[0] : one.start] + " , " + after, Language.EN).places
    ]
    wider = tuple(key for key in ("全国", "全省", "全市") if phrases.WIDER[key].search(frame))
    return Claimed(
        text=text[one.start : one.end],
        start=line.start + one.start,
        end=line.start + one.end,
        language=Language.EN,
        subject=name,
        base="",
        frame=frame,
        value=one.value,
        low=one.low,
        high=one.high,
        unit=one.unit,
        written=one.written,
        qualifier=one.qualifier,
        measure=measure,
        sign=sign,
        kind=kind,
        year=year,
        places=tuple(places[-1:]),
        wider=wider,
        context=text[sentence[0] : piece[1]],
    )


def _measure(one: English, before: str, after: str) -> tuple[Measure | None, int]:
    if one.rank:
        return Measure.RANK, 0
    if one.fraction:
        return Measure.SHARE, 0
    moves = list(_MOVE.finditer(before))
    last = moves[-1] if moves else None
    follow = _MOVE_AFTER.match(after) if one.unit in ("%", "百分点") else None
    if follow and not last:
        sign = -1 if follow["down"] else 1
        return (Measure.GROWTH if one.unit == "%" else Measure.CHANGE), sign
    if not last:
        return (
            (Measure.CHANGE, 0)
            if one.unit == "百分点"
            else ((None, 0) if one.unit == "%" else (Measure.LEVEL, 0))
        )
    sign = -1 if last["down"] else 1
    tail = before[last.end() :]
    noun = re.search(r"growth|increase|decline|reduction", last[0], _IGNORE)
    to = re.search(r"\b(?:to|at)\b", tail) is not None
    if one.unit == "%":
        return (None, 0) if to and not noun else (Measure.GROWTH, sign)
    if one.unit == "百分点":
        return Measure.CHANGE, sign
    if re.search(r"\bby\b\s*$", tail.rstrip() + " ") or (noun and re.fullmatch(r"\s*of\s*", tail)):
        return Measure.CHANGE, sign
    return Measure.LEVEL, 0
