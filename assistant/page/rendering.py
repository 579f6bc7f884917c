"""Answers, reports and checks as HTML in which nothing that a report or reader wrote is markup."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from assistant.evidence.sources import (
    Line,
    Reference,
    outline_entries,
    reference_of,
    report_lines,
    section_path,
)
from assistant.models import Answer, Citation, Language, Status
from assistant.page.export import answer_text
from assistant.page.interface import texts
from assistant.verifying.verification import Check, Verdict, Verification
from corpus.models import Report

_MARKER = re.compile(r"\[(\d+)\]")
_ROW = re.compile(r"\|(.+)\|")
_SHORT = 24  # characters of a figure that stays on one line with its verdict
_ITEM = re.compile(r"[-•]\s+(.+)")
SIGNS = {Verdict.SUPPORTED: "✓", Verdict.CONTRADICTED: "✗", Verdict.NOT_IN_REPORT: "?"}

WAITING = '<div class="waiting"><span>●</span><span>●</span><span>●</span></div>'


def escaped(text: str) -> str:
    """Text as HTML without line ends, since Markdown reads a blank line as the end of HTML."""
    return html.escape(text).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")


def head_html() -> str:
    """The page's head in both languages, of which the style sheet shows one."""
    return "".join(
        f'<div class="in-{one.value}"><div class="top"><h1>{texts(one)["name"]}</h1>'
        f"<p>{texts(one)['tagline']}</p>"
        f'<a href="?lang={other.value}" lang="{other.value}">{texts(one)["other_language"]}</a>'
        "</div></div>"
        for one, other in ((Language.ZH, Language.EN), (Language.EN, Language.ZH))
    )


def question_html(text: str) -> str:
    """A reader's question."""
    return f'<div class="asked">{escaped(text.strip())}</div>'


def failure_html(message: str) -> str:
    """What went wrong, in one block."""
    return f'<div class="failure">{escaped(message)}</div>'


def answer_html(answer: Answer, titles: dict[str, str]) -> str:
    """An answer with its markers as links, its sources, and what is copied with it.

    Args:
        answer: whole, or as far as it has come.
        titles: the reports' titles by id.
    """
    said = texts(answer.language)
    cited = {citation.marker: citation for citation in answer.citations}
    shown: list[str] = []
    if answer.resolved:
        shown.append(f'<p class="aside"><b>{said["resolved"]}</b> {escaped(answer.resolved)}</p>')
    if answer.status is Status.NOT_IN_REPORT:
        shown.append(f'<p class="unsaid"><span>{said["not_said"]}</span></p>')
    shown += _blocks(answer.text, cited)
    shown += [f'<p class="aside">{escaped(note)}</p>' for note in answer.notes]
    if answer.answered_by.startswith("llm:"):
        by = said["written_by_of"].format(name=answer.answered_by.removeprefix("llm:"))
        shown.append(f'<p class="aside">{escaped(by)}</p>')
    if answer.dropped:
        shown.append(_left_out(answer, said))
    if answer.citations:
        rows = "".join(_cited(citation, titles) for citation in answer.citations)
        opened = " open" if len(answer.citations) <= 3 else ""
        count = len(answer.citations)
        shown.append(
            f'<details class="cited"{opened}><summary>{said["sources"]} ({count})</summary>'
            f"<ol>{rows}</ol></details>"
        )
    shown.append(
        f'<button class="copy" type="button">{said["copy"]}</button>'
        f'<span class="copy-text">{escaped(answer_text(answer, titles))}</span>'
    )
    return f'<div class="answer" lang="{answer.language.value}">{"".join(shown)}</div>'


def report_html(report: Report, place: Reference | None, language: Language) -> str:
    """A whole report with its outline, and one place in it marked.

    Args:
        report: whose text is shown.
        place: a span of it; None marks nothing.
        language: of the page.
    """
    said = texts(language)
    at = place.start if place else -1
    path = section_path(report, at) if place else ()
    crumbs = " › ".join(html.escape(one) for one in path)
    told = [report.place, str(report.date or report.year or ""), report.speaker]
    about = " · ".join(html.escape(one) for one in told if one and one not in report.title)
    where = f"{said['position']} {place.start}–{place.end}" if place else ""
    entries = "".join(
        f'<li class="level-{min(level, 4)}"><a href="#at-{start}">{html.escape(label)}</a></li>'
        for level, label, start in outline_entries(report)
    )
    lines = "".join(_line(report, line, place) for line in report_lines(report, at))
    return (
        f'<article class="source" lang="zh" data-place="{place or ""}">'
        f"<header><h2>{html.escape(report.title)}</h2>"
        f'<p class="about">{about}</p>'
        + (f'<p class="crumbs">{crumbs} <small>{where}</small></p>' if place else "")
        + f'<button class="back" type="button">{said["back"]}</button></header>'
        f'<details class="outline"><summary lang="{language.value}">{said["outline"]}</summary>'
        f'<ul>{entries}</ul></details><div class="text" tabindex="0" '
        f'role="region" aria-label="{html.escape(report.title)}">{lines}</div></article>'
    )


def empty_html(message: str, more: str = "") -> str:
    """What stands where there is nothing yet."""
    return f'<div class="empty"><b>{escaped(message)}</b><p>{escaped(more)}</p></div>'


def verification_html(verification: Verification, language: Language) -> str:
    """A draft with its figures marked, and a card for each with what the report says."""
    said = texts(language)
    counted = "".join(
        f'<span class="verdict {verdict.value}">{SIGNS[verdict]} '
        f"{said[f'verdict_{verdict.value}']} "
        f"<b>{sum(one.verdict is verdict for one in verification.checks)}</b></span>"
        for verdict in Verdict
    )
    draft: list[str] = []
    at = 0
    for number, check in enumerate(verification.checks, start=1):
        if check.start < at:  # two checks of one span: the card tells of the second
            continue
        draft.append(escaped(verification.claim[at : check.start]))
        draft.append(_mark(check, number, said))
        at = check.end
    draft.append(escaped(verification.claim[at:]))
    cards = "".join(_card(check, at, said) for at, check in enumerate(verification.checks, start=1))
    told = verification.language.value
    return (
        f'<div class="verdicts" role="status">{counted}</div>'
        f'<div class="draft" lang="{told}">{"".join(draft)}</div>'
        f'<ol class="checks" lang="{told}">{cards}</ol>'
    )


def _blocks(text: str, cited: dict[int, Citation]) -> list[str]:
    """The lines of an answer as paragraphs, lists and tables."""
    shown: list[str] = []
    kind = ""
    for line in filter(None, (one.strip() for one in text.split("\n"))):
        row, item = _ROW.fullmatch(line), _ITEM.fullmatch(line)
        wanted = "table" if row else "ul" if item else ""
        if kind and wanted != kind:
            shown.append(f"</{kind}>")
        if wanted and wanted != kind:
            shown.append(f"<{wanted}>")
        if row and not re.fullmatch(r"[\s|:-]+", line):
            tag = "td" if kind == "table" else "th"
            cells = (_linked(cell.strip(), cited) for cell in row[1].split("|"))
            shown.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>")
        elif item:
            shown.append(f"<li>{_linked(item[1], cited)}</li>")
        elif not row:
            shown.append(f"<p>{_linked(line, cited)}</p>")
        kind = wanted
    return [*shown, f"</{kind}>"] if kind else shown


def _linked(text: str, cited: dict[int, Citation]) -> str:
    def link(match: re.Match[str]) -> str:
        citation = cited.get(int(match[1]))
        if citation is None:
            return match[0]
        path = _one_line(" › ".join(citation.section))
        return f'<a class="cite" href="{reference_of(citation)}" title="{path}">[{match[1]}]</a>'

    return _MARKER.sub(link, escaped(text))


def _one_line(text: str) -> str:
    return html.escape(" ".join(text.split()))


def _left_out(answer: Answer, said: dict[str, str]) -> str:
    """What a language model wrote and the report does not hold, struck out, with why."""
    rows = "".join(
        f"<li><del>{escaped(one.text)}</del> {escaped(one.reason)}</li>" for one in answer.dropped
    )
    told = said["left_out_of"].format(count=len(answer.dropped))
    return f'<details class="cited"><summary>{told}</summary><ol>{rows}</ol></details>'


def _cited(citation: Citation, titles: dict[str, str]) -> str:
    title = titles.get(citation.report, citation.report)
    named = (title,) if len(titles) > 1 or not citation.section else ()
    path = " › ".join((*named, *citation.section))
    return (
        f'<li><a class="cite" href="{reference_of(citation)}">[{citation.marker}]</a> '
        f'<q lang="zh">{escaped(citation.quote)}</q> '
        f'<span class="path" lang="zh">{_one_line(path)}</span></li>'
    )


def _line(report: Report, line: Line, place: Reference | None) -> str:
    start, end = (place.start, place.end) if place else (-1, -1)
    cuts = {line.start, line.end, max(line.start, start), min(line.end, end)}
    cuts |= {cut for first, last, _ in line.headings for cut in (first, last)}
    ordered = sorted(cut for cut in cuts if line.start <= cut <= line.end)
    parts: list[str] = []
    for a, b in pairwise(ordered):
        part = html.escape(report.text[a:b])
        if start <= a and b <= end:
            part = f'<mark tabindex="-1">{part}</mark>'
        heading = next((one for one in line.headings if one[0] <= a and b <= one[1]), None)
        if heading:
            anchor = f' id="at-{heading[0]}"' if a == heading[0] else ""
            part = f"<b{anchor}>{part}</b>"
        parts.append(part)
    level = min(line.level, 4)
    tag = f"h{level + 2}" if level else "p"
    near = ' class="near"' if line.near else ""
    return f"<{tag}{near}>{''.join(parts)}</{tag}>"


def _mark(check: Check, number: int, said: dict[str, str]) -> str:
    """A figure of a draft: its verdict in colour and word, its explanation as a tip."""
    word = said[f"verdict_{check.verdict.value}"]
    target = f'href="{reference_of(check.citation)}"' if check.citation else 'href="#check"'
    label = f"{check.text}: {word}. {check.explanation}"
    short = " data-short" if len(check.text) <= _SHORT else ""
    return (
        f'<a class="check {check.verdict.value}"{short} {target} '
        f'aria-label="{html.escape(label)}">'
        f"{escaped(check.text)}<sup>{SIGNS[check.verdict]}{word}</sup>"
        f'<span class="tip"><b>{number}. {word}</b><br>{escaped(check.explanation)}</span></a>'
    )


def _card(check: Check, number: int, said: dict[str, str]) -> str:
    verdict = check.verdict.value
    word = f"{SIGNS[check.verdict]} {said[f'verdict_{verdict}']}"
    shown = check.text if len(check.text) <= 80 else check.text[:80] + "…"
    quote = ""
    if check.citation:
        path = " › ".join(check.citation.section)
        quote = (
            f'<div class="said" lang="zh"><a class="cite" href="{reference_of(check.citation)}">'
            f"{escaped(check.citation.quote)}</a>"
            f'<span class="path">{html.escape(path)}</span></div>'
        )
    return (
        f'<li class="{verdict}"><div><span class="number">{number}</span> '
        f'<b>{escaped(shown)}</b> <span class="verdict {verdict}">{word}</span></div>'
        f"<div>{escaped(check.explanation)}</div>{quote}</li>"
    )
