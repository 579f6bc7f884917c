"""Reads the figures of an English claim: what each is of, for when, reached or aimed at."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from assistant.claims import Carried, Claimed, Line
from assistant.models import Language
from assistant.quantities_en import English, english_quantities
from assistant.questions import place_words
from assistant.questions.understanding import understand
from assistant.verifying.claims_en_subjects import Context, noun_after, subjects_of
from assistant.verifying.claims_en_time import said_kind, without_terms, year_of, years_in
from assistant.verifying.claims_en_words import (
    AND,
    BORDER,
    DONE,
    IGNORE,
    JOIN,
    LEADING_WORD,
    MOVE,
    MOVE_AFTER,
    MOVED_SINCE,
    SENTENCE_END,
    TARGET,
    names_something,
)
from assistant.verifying.judgement import is_count
from corpus.models import Kind, Measure
from corpus.sentences import Span


def read_english(
    line: Line, own: frozenset[str], year: int | None, carried: Carried
) -> tuple[list[Claimed], Carried]:
    """The figures of a paragraph in English, and what it hands on to the next.

    Args:
        line: the paragraph.
        own: what the report's own place is called, in small letters.
        year: the year that the report plans, which "this year" is.
        carried: what the paragraph before hands on.
    """
    found: list[Claimed] = []
    context = Context(year=carried.year, aimed=carried.aimed, own=own)
    quantities = english_quantities(line.text)
    for start, end in _sentences(line.text):
        here = [one for one in quantities if start <= one.start < end]
        here = [one for one in here if not _names_a_list(line.text, one, here)]
        here = _with_units(line.text, here)
        found.extend(_sentence(line, (start, end), here, context, year))
    return found, Carried(context.year, context.aimed)


# "ranked 58th among China's (top 100 districts)": the list that something is placed in
_IN_LIST = re.compile(r"\s+(?:of|in|among|on)\b[^,;.]{0,40}$", IGNORE)


def _names_a_list(text: str, one: English, own: list[English]) -> bool:
    """Whether a rank is part of the name of what another one before it is placed in."""
    return one.rank and any(
        two.rank and two.end <= one.start and _IN_LIST.match(text[two.end : one.start])
        for two in own
    )


def _sentences(text: str) -> list[Span]:
    spans: list[Span] = []
    begin = 0
    for match in SENTENCE_END.finditer(text):
        spans.append((begin, match.end()))
        begin = match.end()
    if text[begin:].strip():
        spans.append((begin, len(text)))
    return spans


# "from 57.51 to 86.27 billion yuan"; "averaged 28 micrograms, and the aim is to hold it below 27"
_UNIT_LATER = re.compile(r"\s*(?:\bto|\band|,)\s+", IGNORE)


def _with_units(text: str, own: list[English]) -> list[English]:
    """The quantities of a sentence; a bare number has the unit of the one that it goes with."""
    found: list[English] = []
    for one, after in zip_longest(own, own[1:]):
        other = None
        if not (one.unit or one.rank or one.fraction):
            if after and _UNIT_LATER.fullmatch(text, one.end, after.start):
                other = after
            elif found and not _counts(text, one, after):
                other = found[-1]
        found.append(_in_unit_of(one, other) if other else one)
    return found


def _counts(text: str, one: English, after: English | None) -> bool:
    """Whether a bare number counts what follows; "61.2 billion for new materials" does not."""
    if one.value != one.written and re.match(r"\s+(?:for|in|from)\b", text[one.end :], IGNORE):
        return False
    return names_something(noun_after(text, one.end, after.start if after else len(text)))


_MOST_POINTS = 100


def _in_unit_of(one: English, other: English) -> English:
    if is_count(other.unit) or not (one.value and other.value and other.written):
        return one
    if other.unit in ("%", "百分点") and one.value > _MOST_POINTS:
        return one  # "jumped nearly 39 percent, to a little over 3,000"
    scaled = one.value != one.written  # "to pass 50 billion"
    value = one.value if scaled else one.value * other.value / other.written
    return replace(one, unit=other.unit, value=value)


def _groups(text: str, own: list[English]) -> list[list[English]]:
    groups: list[list[English]] = []
    for one in own:
        last = groups[-1][-1] if groups else None
        alike = last and (last.unit, last.rank, last.fraction) == (one.unit, one.rank, one.fraction)
        if last and alike and JOIN.fullmatch(text[last.end : one.start]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _sentence(
    line: Line, span: Span, own: list[English], context: Context, plan: int | None
) -> list[Claimed]:
    text, (start, end) = line.text, span
    years = [(start + at, year) for at, year in years_in(text[start:end], plan)]
    found: list[Claimed] = []
    context.kind, context.known, context.opens = None, False, True
    since, context.stop = start, end
    groups = _groups(text, own)
    for at, group in enumerate(groups):
        stop = groups[at + 1][0].start if at + 1 < len(groups) else end
        piece = _piece(text, since, stop, group, at + 1 < len(groups))
        kind = _kind(text, (since, piece[1]), piece, group[0].start, context)
        year = year_of(text, years, piece, group)
        past = context.known and context.kind is Kind.ACTUAL
        if year is None and not years and not (past and context.year == plan):
            year = context.year  # but "Exports rose 12%" goes on from no sentence on aims
        names = subjects_of(text, since, piece, group, context)
        context.told += [name for name in names if name and name not in context.told[-1:]]
        for name, one in zip(names, group, strict=True):
            for of in _both(name):
                found.append(_claimed(line, one, of, piece, (start, end), kind, year))
        context.opens = False
        since = piece[1] if piece[1] < stop else group[-1].end
    context.year = years[-1][1] if years else context.year
    rest = without_terms(text[start:end])
    if TARGET.search(rest):
        context.aimed = True
    elif years or DONE.search(rest):
        context.aimed = False
    if not own and names_something(text[start:end]):
        context.subjects = [text[start:end]]
    return found


# "incomes, urban and rural alike", "both urban and rural incomes": it is said of each
_URBAN_AND_RURAL = re.compile(
    r",?\s*\b(?:both\s+)?(?:(?:urban|town|city|rural|countryside)\s+and\s+"
    r"(?:rural|countryside|urban|town|city))\b(?:\s+alike\b)?,?",
    IGNORE,
)


def _both(name: str) -> tuple[str, ...]:
    """What a figure is said to be of, which is two things where it is of town and country."""
    if not _URBAN_AND_RURAL.search(name):
        return (name,)
    return tuple(_URBAN_AND_RURAL.sub(f" {side} ", name, count=1) for side in ("urban", "rural"))


def _piece(text: str, since: int, stop: int, group: list[English], more: bool) -> Span:
    """The stretch between borders around a group of quantities.

    A list of names may hold commas: before several quantities the stretch goes back further.
    """
    before = text[since : group[0].start]
    borders = list(BORDER.finditer(before))
    if len(group) > 1:
        borders = [one for one in borders if one[0].strip() in (";", "(", ")", "while", "whereas")]
    begin = since + (borders[-1].end() if borders else 0)
    after = text[group[-1].end : stop]
    border = BORDER.search(after)
    end = group[-1].end + (border.start() if border else len(after))
    if more and not border:
        joints = list(AND.finditer(after))
        if joints:
            end = group[-1].end + joints[-1].start()
    elif not more and not border:
        end = stop
    return begin, end


def _kind(text: str, around: Span, piece: Span, figure: int, context: Context) -> Kind | None:
    """Target, estimate or actual, by the figure's own stretch, else by what goes before it."""
    said = said_kind(text[slice(*piece)]) or said_kind(text[slice(*around)])
    if said:
        context.kind, context.known = said, True
        return said
    if context.known:
        return context.kind
    soon = re.search(r"\bthis year\b", text[slice(*around)], IGNORE)
    if soon or TARGET.search(text[around[0] : figure]):
        return None
    return Kind.TARGET if context.aimed else Kind.ACTUAL


# "3% of GDP", "80% of the city's market": what a share is of
_BASE = re.compile(
    r"\s*of\s+(?:its\s+|the\s+|total\s+|all\s+|regional\s+)*"
    r"(?P<whole>GDP|gross domestic product|(?:fixed[- ]asset )?investment|industrial output|"
    r"(?:general |public |fiscal |government |budget )*(?:expenditures?|spending|revenues?))\b",
    IGNORE,
)


# "half a percentage point slower (than the city average)": among what it is placed
_THAN = re.compile(r"[^,;.]*?\b(?:than|ahead of|behind)\b[^,;.]*", IGNORE)
_SPENT_ON = re.compile(r"\s+(?:on|in)\s+(?!20)", IGNORE)
# "the province's exports", "the city's GDP": whose a figure is, not among what it is placed
_WHOLE_OF = re.compile(
    r"(?<!among )(?<!of )(?<!in )\bthe (?:whole )?(?P<of>province|city|country|nation)['’]s\s+"
    r"(?!average|total|ranking|level|first|counties|districts|cities)",
    IGNORE,
)


def _whole_sign(word: str) -> str:
    return "n" if word.lower() in ("country", "nation") else word[0].lower()


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
    base = _BASE.match(after) if one.unit == "%" or one.fraction else None
    if base:
        name = name.replace(after.strip(), "").replace(base[0].strip(), "")
        spent = after[base.end() :]  # "2.1 percent of GDP on research and development"
        if _SPENT_ON.match(spent):
            name += spent
        measure, sign = Measure.SHARE, 0
    places = [
        re.sub(LEADING_WORD, "", place)
        for place in understand(text[sentence[0] : one.start] + " , " + after, Language.EN).places
    ]
    whole = _WHOLE_OF.search(before)
    if whole and not one.rank and names_something(before[whole.end() :]):
        places = ["全" + {"p": "省", "c": "市", "n": "国"}[_whole_sign(whole["of"])]]
    plain = without_terms(_WHOLE_OF.sub(" ", frame) if whole else frame)
    than = _THAN.match(text, one.end, sentence[1])
    if than and one.unit == "百分点":
        plain += than[0]
    wider = tuple(key for key in ("全国", "全省", "全市") if place_words.WIDER[key].search(plain))
    return Claimed(
        text=text[one.start : one.end],
        start=line.start + one.start,
        end=line.start + one.end,
        language=Language.EN,
        subject=name,
        base=base["whole"] if base else "",
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
        firm=re.search(r"\b(?:already|actual|actually|in fact|indeed)\b", frame, IGNORE)
        is not None,
        year=year,
        places=tuple(places[-1:]),
        wider=() if whole and not one.rank else wider,
        context=text[sentence[0] : piece[1]],
        sentence=text[slice(*sentence)],
    )


# "accounted for 14.5% of the provincial total"
_SHARED = re.compile(
    r"\b(?:account\w* for|mak(?:e|es|ing) up|made up|represent\w*|contribut\w+|share|proportion)\b",
    IGNORE,
)
# "stood at 92.1%": a level, where "a GDP target of 7.5%" is open
_STANDS = re.compile(
    r"\b(?:stood at|stands at|reached|came to|totall?ed|amounted to|averaged)\b", IGNORE
)


# "up 2.1%, well below the (8%) target", "short of its (6.5%) goal": no move by that much
_AIM_BEHIND = re.compile(r"\s*(?:[a-z-]+\s+){0,2}?(?:target|goal)", IGNORE)
_SHORT_OF = re.compile(
    r"\b(?:below|above|under|over|beyond|behind|than|beat\w*|exceed\w*)\s+(?:its|the|their|an?)\s+"
    r"(?:[a-z-]+\s+){0,2}$",
    IGNORE,
)


# "below the target of (about 6.5%)": the aim itself
_AIMED_AT = re.compile(
    r"\b(?:miss\w*|above|below|short of|exceed\w*)\s+(?:its|the|their|a)\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:target|goal)s?\s+(?:of|at)\s+$",
    IGNORE,
)
# "That growth rate was 1.2 percentage points above …"
_MORE_THAN = re.compile(
    r"\s*(?:\w+\s+)?(?:(?P<down>less|fewer|lower)|(?P<up>more|higher))\s+"
    r"than\s+(?:in\s+|that of\s+)?(?:last|a|the|in|its|20\d\d)\b",
    IGNORE,
)
_COMPARED = re.compile(
    r"\s*(?:\w+\s+)?(?:above|below|higher|lower|faster|slower|more|less|fewer)\b", IGNORE
)


# "up by (almost a fifth)", "fell (a third)"; not "rose to a fifth of all spending"
_BY = re.compile(
    r"\b(?:up|down|gr[eo]w|rose|rise|fell|fall|jump(?:ed)?|climb(?:ed)?|dropp?(?:ed)?|declined?|"
    r"increased?|decreased?|surged?|shrank)(?: by)?(?: an?)?\s*$",
    IGNORE,
)
# "The economy added (119.56 billion yuan)": a rise, not what it came to
_OF_VALUE = re.compile(r"\s*(?:yuan\s+)?(?:of|in)\s+value\b", IGNORE)  # value added
_ADDED = re.compile(r"\badd(?:ed|ing|s)?\s+(?:another\s+|some\s+)?$", IGNORE)


def _measure(one: English, before: str, after: str) -> tuple[Measure | None, int]:
    if one.rank:
        return Measure.RANK, 0
    if one.fraction and not _BY.search(before):
        return Measure.SHARE, 0
    if _AIMED_AT.search(before):
        return (None if one.unit == "%" else Measure.LEVEL), 0
    before = without_terms(before)  # "above the designated size" tells of no rise
    if _AIM_BEHIND.match(after):
        before = _SHORT_OF.sub("", before)
    moves = list(MOVE.finditer(before))
    last = moves[-1] if moves else None
    pattern = MOVE_AFTER if one.unit in ("%", "百分点") else _MORE_THAN
    follow = pattern.match(after)
    if follow and (not last or (one.unit != "%" and _COMPARED.match(after))):
        sign = -1 if follow["down"] else 1
        return (Measure.GROWTH if one.unit == "%" else Measure.CHANGE), sign
    if one.unit == "%" and _SHARED.search(before):
        return Measure.SHARE, 0
    return _moved(one, before, after, last)


def _moved(
    one: English, before: str, after: str, last: re.Match[str] | None
) -> tuple[Measure | None, int]:
    """What a figure is by the last word of a move before it, if any."""
    if one.unit == "元" and _ADDED.search(before) and not _OF_VALUE.match(after):
        return Measure.CHANGE, 1
    if not last:
        if one.unit == "百分点":
            return Measure.CHANGE, 0
        if one.unit == "%" and not _STANDS.search(before):
            return None, 0
        return Measure.LEVEL, 0
    sign = -1 if last["down"] else 1
    tail = before[last.end() :]
    if one.fraction:
        return Measure.GROWTH, sign
    noun = re.search(r"growth|increase|decline|reduction", last[0], IGNORE)
    to = re.search(r"\b(?:to|at)\b|\bfrom\s*$", tail) is not None
    if one.unit == "%":
        return (None, 0) if to and not noun else (Measure.GROWTH, sign)
    if one.unit == "百分点":
        return Measure.CHANGE, sign
    by = re.search(r"\bby\b(?: an?\b)?(?: net\b)?\s*$", tail)
    if not tail.strip():  # "(up) 1.72 billion yuan since the start of the year"
        by = MOVED_SINCE.match(after)
    if by or (noun and re.fullmatch(r"\s*of\s*", tail)):
        return Measure.CHANGE, sign
    return Measure.LEVEL, 0
