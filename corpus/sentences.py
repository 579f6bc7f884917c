"""Sentence and clause borders of Chinese prose, as spans."""

from __future__ import annotations

import re

Span = tuple[int, int]

NOTE = re.compile(r"[①-⑳]\s*")  # a footnote's sign, in the text and before the note

_CLOSERS = "”’」』）)】》"
_CLAUSE_END = "；;"
_OPENERS_TO_CLOSERS = {"（": "）", "(": ")", "“": "”", "《": "》", "「": "」", "【": "】"}


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of ``text[start:end]``.

    A sentence ends with 。！？ outside brackets and quotes, or with the line. Together the
    spans hold every character that is no space or line end.

    Returns:
        Half-open spans in order, stripped of surrounding space; none is empty.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    depth: list[str] = []
    at = start
    while at < stop:
        char = text[at]
        if char == "\n":
            _append(spans, text, begin, at)
            begin, depth = at + 1, []
        elif char in _OPENERS_TO_CLOSERS:
            depth.append(_OPENERS_TO_CLOSERS[char])
        elif depth and char == depth[-1]:
            depth.pop()
            # “……。” : the stop inside the quote ends the sentence too.
            if not depth and at > start and text[at - 1] in "。！？":
                _append(spans, text, begin, at + 1)
                begin = at + 1
        elif char in "。！？!?" and not depth:
            while at + 1 < stop and text[at + 1] in _CLOSERS + "。！？!?":
                at += 1
            _append(spans, text, begin, at + 1)
            begin = at + 1
        at += 1
    _append(spans, text, begin, stop)
    return spans


def clauses(text: str, start: int, end: int) -> list[Span]:
    """Spans of the clauses of one sentence, split at semicolons outside brackets and quotes.

    Each clause keeps its semicolon, so that the clauses together are the sentence.
    """
    spans: list[Span] = []
    begin = start
    depth: list[str] = []
    for at in range(start, end):
        char = text[at]
        if char in _OPENERS_TO_CLOSERS:
            depth.append(_OPENERS_TO_CLOSERS[char])
        elif depth and char == depth[-1]:
            depth.pop()
        elif char in _CLAUSE_END and not depth:
            _append(spans, text, begin, at + 1)
            begin = at + 1
    _append(spans, text, begin, end)
    return spans


def after_last(marks: str, text: str, end: int, since: int = 0) -> int:
    """Where a text goes on after the last of some marks in ``text[since:end]``.

    Returns:
        The position behind the mark, ``since`` where there is none.
    """
    return max(since, max(text.rfind(mark, since, end) for mark in marks) + 1)


def opens_note(text: str, position: int) -> bool:
    """Whether a position is where a footnote begins, before or behind its sign."""
    sign = NOTE.match(text, text.rfind("\n", 0, position) + 1)
    return sign is not None and sign.start() <= position <= sign.end()


def noted(text: str, position: int) -> str:
    """What a footnote that holds a position is about: its head, and the clause with its sign.

    ② “美莎”：8月27日在我区登陆… says more of 9号台风“美莎”②正面影响. Empty outside of notes.
    """
    start = text.rfind("\n", 0, position) + 1
    sign = NOTE.match(text, start)
    at = text.find(text[start], 0, start) if sign else -1
    if at < 0:
        return ""
    begin = after_last("，,。；;：:、\n", text, at)
    head = re.compile("[^：:，,。；;\n]*[：:]").match(text, start + 1)
    return text[begin:at] + (head[0] if head else "")


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
