"""Answers and checks as plain text and Markdown, with quotes and positions."""

from __future__ import annotations

from assistant.models import Answer
from assistant.sources import citation_label
from assistant.verification import Verification

_MARKS = {"supported": "✓", "contradicted": "✗", "not_in_report": "?"}


def answer_text(answer: Answer) -> str:
    """An answer with its citations, ready to be pasted."""
    lines = [answer.question, "", answer.text]
    if answer.citations:
        lines.append("")
    for citation in answer.citations:
        quote = citation.quote.replace("\n", " ")
        lines.append(f"{citation_label(citation)}: {quote}")
    return "\n".join(lines)


def verification_markdown(verification: Verification) -> str:
    """A check of a draft as Markdown: a line for each figure, with quote and position."""
    lines = [f"# {verification.verdict.value}", "", _quoted(verification.claim), ""]
    for check in verification.checks:
        mark = _MARKS[check.verdict.value]
        lines.append(f"- {mark} **{_escaped(check.text)}** ({check.verdict.value})")
        lines.append(f"  {_escaped(check.explanation)}")
        if check.citation:
            one = check.citation
            where = " › ".join(one.section) or one.report
            lines.append(f"  > {_escaped(one.quote)}")
            lines.append(f"  > — {one.report}, {_escaped(where)}, {one.start}-{one.end}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {_escaped(line)}" for line in text.split("\n"))


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|" else sign for sign in text)
