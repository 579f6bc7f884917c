"""Texts as HTML and Markdown that show them as they are: nothing in a report is markup."""

from __future__ import annotations

import html
import re

from assistant.models import Answer, Status
from assistant.sources import OutlineEntry, Source
from assistant.verification import Verification

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$^:=])")
_MARKER = re.compile(r"\\\[(\d+)\\\]")


def plain_markdown(text: str) -> str:
    """Markdown that shows a text letter by letter."""
    escaped = _MARKDOWN.sub(r"\\\1", html.escape(text, quote=False))
    return escaped.replace("\n", "  \n")


def answer_markdown(answer: Answer, turn: int) -> str:
    """An answer with its markers as links to ``#cite-TURN-MARKER``, which the page listens to."""
    text = plain_markdown(answer.text)
    linked = _MARKER.sub(rf"[\[\1\]](#cite-{turn}-\1)", text)
    if answer.status is Status.NOT_IN_REPORT:
        linked = f"❔ {linked}"
    said = [linked]
    if answer.resolved:
        said.insert(0, f"*{plain_markdown('→ ' + answer.resolved)}*")
    said += [f"*{plain_markdown(note)}*" for note in answer.notes]
    return "\n\n".join(said)


def source_html(source: Source) -> str:
    """A source with its quote marked."""
    path = " › ".join(source.path)
    return (
        f'<article class="source"><header><b>{html.escape(source.title)}</b>'
        f"<div>{html.escape(path)}</div>"
        f"<small>{html.escape(source.report)} · {source.start}–{source.end}</small></header>"
        f"<p>{_lines(source.before)}<mark tabindex='-1'>{_lines(source.quote)}</mark>"
        f"{_lines(source.after)}</p></article>"
    )


def outline_html(entries: list[OutlineEntry]) -> str:
    """A table of contents."""
    rows = "".join(
        f'<li style="margin-left:{(entry.level - 1) * 1.1}em">{html.escape(entry.label)}</li>'
        for entry in entries
    )
    return f'<ul class="outline">{rows}</ul>'


def verification_html(verification: Verification) -> str:
    """A draft with each figure marked by its verdict; the explanation shows on hover and focus."""
    text = verification.claim
    parts: list[str] = []
    at = 0
    for number, check in enumerate(verification.checks):
        if check.start < at:
            continue
        parts.append(_lines(text[at : check.start]))
        parts.append(
            f'<a class="check {check.verdict.value}" href="#check-{number}" '
            f'title="{html.escape(check.explanation)}">{_lines(text[check.start : check.end])}</a>'
        )
        at = check.end
    parts.append(_lines(text[at:]))
    rows = "".join(
        f'<li class="{check.verdict.value}"><b>{html.escape(check.text[:80])}</b> '
        f"{html.escape(check.explanation)}</li>"
        for check in verification.checks
    )
    return f'<div class="draft">{"".join(parts)}</div><ul class="checks">{rows}</ul>'


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
