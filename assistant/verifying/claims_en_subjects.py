"""What each figure of an English claim is of, in the claim's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.quantities_en import English
from assistant.verifying.claims_en_words import IGNORE, NOUN_STOP, names_something, topics_of
from corpus.glossary import load_glossary
from corpus.models import Kind
from corpus.sentences import Span


@dataclass
class Context:
    """What a sentence and paragraph hand on."""

    subjects: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)  # all that figures were of, in order
    kind: Kind | None = None
    known: bool = False  # whether `kind` was said
    year: int | None = None  # of the paragraph
    aimed: bool = False
    stop: int = 0  # where the sentence ends
    opens: bool = False  # whether no figure of the sentence has been read yet
    own: frozenset[str] = frozenset()  # what the report's own place is called


def noun_after(text: str, start: int, end: int) -> str:
    """What a count counts: "406 (new public toilets) in 2021"."""
    after = text[start:end]
    terms = [(m.start, m.end) for m in load_glossary().find(after)]  # "suggestions from deputies"
    stop = next(
        (
            one
            for one in NOUN_STOP.finditer(after)
            if not any(a <= one.start() < b for a, b in terms)
        ),
        None,
    )
    if (
        stop
        and re.match(r"\s(?:to|in)\b", stop[0], IGNORE)
        and not names_something(after[: stop.start()])
    ):
        stop = None
    return after[: stop.start()] if stop else after


def subjects_of(
    text: str, since: int, piece: Span, group: list[English], context: Context
) -> list[str]:
    """What each quantity of a group is of, in the claim's words."""
    first, last = group[0], group[-1]
    before, after = text[piece[0] : first.start], text[last.end : piece[1]]
    if len(group) > 1:
        names = _paired(before, len(group))
        if not names and not names_something(before):
            names = _respective(text, group, piece, context)
        if names:
            context.subjects = names
            return names
    residence = _residence(text, last.end)
    if residence and not re.search(r"\b(?:urban|rural)\b", before, IGNORE):
        income = before if names_something(before) else (context.subjects or [""])[0]
        context.subjects = [income]
        return [f"{residence} {income.strip()}"] * len(group)
    if last.unit == "年" and not names_something(before):
        return [text[last.end : context.stop]]  # "For five years running, villagers' incomes …"
    if _IN_A_ROW.match(after):
        return [before + " " + noun_after(text, last.end, piece[1])]
    counted = _counted(text, piece, last, before)
    if counted:
        known = context.subjects[0] if context.subjects else ""
        if all(_PROJECTS.fullmatch(one) for one in topics_of(counted)):
            counted += " " + known  # "8.77 billion for public welfare, spent on 70 projects"
        context.subjects = [counted]
        return [counted] * len(group)
    return _named(text[since : piece[0]], before, after, group, context)


def _respective(text: str, group: list[English], piece: Span, context: Context) -> list[str]:
    """What a list is of that names nothing itself: "…, up 11% and 12.6% respectively"."""
    if len(context.subjects) == len(group):
        return context.subjects
    if len(context.told) >= len(group):
        return context.told[-len(group) :]
    # Each of several is of something else; which is not to be told.
    return [""] * len(group) if "respectively" in text[group[-1].end : piece[1] + 20] else []


_PROJECTS = re.compile("projects?|works?|measures?|tasks?|items?", IGNORE)


def _counted(text: str, piece: Span, last: English, before: str) -> str:
    """What a count counts, where that stands behind it."""
    bare = not last.unit and not last.fraction
    if not bare and last.unit not in ("人", "剂", "标箱", "人次"):
        return ""
    noun = noun_after(text, last.end, piece[1])
    named_before = names_something(before) and noun.lstrip().lower().startswith("of ")
    if not names_something(noun) or named_before:
        return ""
    return noun + (" " + text[last.start : last.end] if not bare else "")


# Deeds that stand for an indicator: what shoppers spend are retail sales, what is taken in from
# tourists is tourism revenue.
_DEEDS = (
    (re.compile(r"\b(?:shoppers|consumers)\b[^,;]*\bspent\b", IGNORE), "", " retail sales "),
    (
        re.compile(r"\b(?:turn(?:s|ed)? out|produce[sd]?|ma(?:kes?|de))\b", IGNORE),
        r"\s*worth of (?:goods|products)\b",
        " output value ",
    ),
    (
        re.compile(
            r"\b(?:t(?:ake|ook|aken)|br(?:ing|ought)|earn(?:ed)?|ma[dk]e)\b(?: in\b)?.*$",
            IGNORE,
        ),
        r"\s*(?:from|off) (?:tourism|tourists|visitors)\b",
        " tourism revenue ",
    ),
    (
        re.compile("$"),
        r"\s*(?:(?:is|are|was|were|will|to|be|been|has|have)\s+)*invested\b",
        " investment ",
    ),
)


# "(49th) in the survey of public safety was the county's worst showing"
_PREDICATE = re.compile(r"\s(?:was|is|were|are)\s", IGNORE)


def _by_deed(before: str, after: str) -> str:
    """The name of a figure that a deed stands for, "" for none."""
    for deed, follows, name in _DEEDS:
        if deed.search(before) and re.match(follows, after, IGNORE):
            return deed.sub(name, before)
    return ""


def _named(lead: str, before: str, after: str, group: list[English], context: Context) -> list[str]:
    """The name before a figure, else behind it, else the one that goes on from before."""
    last = group[-1]
    deed = _by_deed(before, after) if last.unit == "元" else ""
    if deed:
        known = context.subjects[0] if context.subjects else lead
        context.subjects = [deed if names_something(before) else known + deed]
    elif last.rank and (names_something(before) or names_something(after)):
        context.subjects = [before + " " + _PREDICATE.split(after)[0]]
    elif names_something(before, context.own if _IT.search(before) else frozenset()):
        of = re.match(r"\s*(?:of|for|worth of|in)\b", after) and not last.fraction
        context.subjects = [before + (" " + after if of and names_something(after) else "")]
    elif (
        not last.fraction
        and names_something(after)
        and not re.match(r"\s*(?:of|in) the (?:province|city|county)", after)
    ):
        context.subjects = [after]
    elif names_something(lead):
        context.subjects = [lead]
    elif context.opens and _OWN_GROWTH.match(lead + before + " % " + after):
        context.subjects = ["GDP growth"]
    elif len(context.subjects) > 1 and len(group) == 1:
        return [", ".join(context.subjects)]
    name = context.subjects[0] if context.subjects else before
    if re.search(r"\btotal\b", before, IGNORE) and not names_something(before):
        name += " total"  # "…, bringing the total to 412"
    return [name] * len(group)


# "…, Zhaoxi wants to cut it by (3%)": what was named before
_IT = re.compile(r"\b(?:it|them|that figure)\b", IGNORE)
# "This year the city aims for growth of (about 6%)", "it targets (above 6.5%) growth"
_OWN_GROWTH = re.compile(
    r"[^,;]*\b(?:it|(?i:county|city|district|province|government|officials|leaders)|[A-Z][a-z]+)\s+"
    r"(?:\w+\s+){0,3}?(?:aim|target|expect|set|plan|forecast|project|pledge|seek|want|hope)\w*\b"
    r"(?:[^,;]*\bgrowth\b[^,;%]{0,30}%|[^,;%]*%\s+(?:economic\s+)?growth\b)"
)
_IN_A_ROW = re.compile(r"\s+(?:consecutive|straight|successive)\b", IGNORE)
_RESIDENCE = re.compile(
    r"(?:(?!\band\b|\bwhile\b)[^;.]|\.\d){0,40}?\b(?:in|for|among)\s+(?:the\s+)?(urban|rural)\b",
    IGNORE,
)


def _residence(text: str, at: int) -> str:
    """ "urban" or "rural", said after a figure: "rose 5.1% to 47,862 yuan in urban areas"."""
    match = _RESIDENCE.match(text, at)
    return match[1].lower() if match else ""


def _paired(before: str, count: int) -> list[str]:
    """The names of a list: "exports and FDI", "urban and rural disposable incomes"."""
    shared = re.search(
        r"\b(urban|rural)\s+(?:and|,)\s+(rural|urban)\s+(?P<head>[a-z][\w -]*)", before, IGNORE
    )
    if shared and count == 2:
        return [f"{shared[1]} {shared['head']}", f"{shared[2]} {shared['head']}"]
    terms = [m for m in load_glossary().find(before) if any(t.kind == "indicator" for t in m.terms)]
    if len(terms) == count:
        return [before[m.start : m.end] for m in terms]
    items = [one for one in re.split(r",\s*and\s|,|\sand\s", before) if names_something(one)]
    return items if len(items) == count else []
