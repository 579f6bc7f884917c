"""What programs and agents may call over HTTP and MCP; the docstrings are shown to them."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from dataclasses import make_dataclass
from typing import Any

import gradio as gr
from pydantic import ValidationError

from assistant.assistant import Assistant, Request
from assistant.page.figure_table import Choice, choose_rows, table_rows
from assistant.verify import verify as verify_text
from corpus.models import CorpusError, Kind


class Endpoints:
    """The functions that the API page and the MCP server offer, over one assistant."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(
        self,
        question: str,
        report: str | None = None,
        language: str | None = None,
        history: list[dict[str, str]] | None = None,
    ) -> dict[str, Any]:
        """Answer a question from Chinese government work reports, with exact citations.

        Knows figures (achieved, expected and targeted), rankings, measures, people and dates that
        the reports hold. Every sentence of the answer carries markers such as [1] that point to
        verbatim quotes of the report with their offsets. What the reports do not say has status
        "not_in_report" and no figure.

        Args:
            question: In Chinese or English, at most 2000 characters, such as "2022年地区生产总值增长目标是多少?" or "What is the 2022 GDP growth target?".
            report: Id of the only report to ask; all reports held unless given.
            language: "zh" or "en", the language of the answer; the question's unless given.
            history: Earlier messages of the conversation, each with "role" ("user" or "assistant") and "content", so that "and in 2021?" is understood.

        Returns:
            An object with "question", "language", "status" ("answered" or "not_in_report"), "text", "citations" (marker, report, section, start, end, quote), "figures" (indicator, value, unit, qualifier, measure, kind, year, scope, citation), "answered_by" and "elapsed_ms".
        """  # noqa: E501, the description of an argument has to be one line
        try:
            asked = Request.model_validate(
                {
                    "question": question,
                    "report": report or None,
                    "language": language or None,
                    "history": tuple(history or ()),
                }
            )
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise CorpusError(f"{where}: {first['msg']}") from error
        return self._assistant.invoke(asked).model_dump(mode="json")

    def verify(self, claim: str, report: str | None = None) -> dict[str, Any]:
        """Check each figure of a claim or a whole article against government work reports.

        Says for each figure whether the report supports it, contradicts it (with the reported
        figure) or does not hold it, with a citation and one plain sentence of explanation in the
        claim's language. A target told as achieved, a wrong year, unit, place or indicator is
        contradicted.

        Args:
            claim: A sentence or an article, in Chinese or English, at most 50000 characters.
            report: Id of the only report to check against; all reports held unless given.

        Returns:
            An object with "claim", "verdict" ("supported", "contradicted" or "not_in_report") and "checks" (text, start, end, indicator, verdict, slip, reported, citation, explanation).
        """  # noqa: E501
        found = verify_text(claim, self._assistant.store, report or None)
        return found.model_dump(mode="json")

    def figures(
        self,
        report: str | None = None,
        words: str | None = None,
        kind: str | None = None,
        year: int | None = None,
    ) -> list[dict[str, Any]]:
        """List the figures of government work reports as data, each with its exact span.

        Args:
            report: Id of a report; all reports held unless given.
            words: Words that must occur in the indicator, the figure, its place or its clause, parted by spaces, such as "生产总值".
            kind: "actual", "estimate" or "target"; all unless given.
            year: The year that the figures speak of; all unless given.

        Returns:
            A list of objects with "report", "indicator", "value", "low", "high", "unit", "qualifier", "measure", "kind", "year", "scope", "text", "start" and "end".
        """  # noqa: E501
        if kind and kind not in tuple(Kind):
            known = ", ".join(one.value for one in Kind)
            raise CorpusError(f"no kind {kind!r}; there are {known}")
        store = self._assistant.store
        rows = table_rows(store, (report,) if report else store.ids())
        chosen = choose_rows(rows, Choice(words or "", Kind(kind) if kind else None, year))
        return [row.figure.model_dump(mode="json") for row in chosen]


def offered(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """An endpoint as Gradio offers it: bad input reaches the caller as a message."""

    @functools.wraps(endpoint)
    def call(*args: Any, **named: Any) -> Any:
        try:
            found = endpoint(*args, **named)
        except CorpusError as error:
            raise gr.Error(str(error), print_exception=False) from error
        return _spelled(found) if isinstance(found, dict) else [_spelled(one) for one in found]

    return call


def _spelled(fields: dict[str, Any]) -> Any:
    """An object that HTTP callers get as JSON, and MCP callers too, who get the repr of it."""
    by_name = {"__repr__": lambda _self: json.dumps(fields, ensure_ascii=False)}
    return make_dataclass("Result", list(fields), namespace=by_name, repr=False)(**fields)
