"""A conversation as the page keeps it: what was asked, and what came of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Language, Turn
from assistant.page.interface import texts
from assistant.page.problems import explained
from assistant.page.rendering import WAITING, answer_html, failure_html, question_html
from corpus.models import CorpusError

_LOG = logging.getLogger("wenju")
_LONGEST = 2000  # characters of a question


@dataclass(frozen=True)
class Exchange:
    """A question with its answer, or with what went wrong; with neither while it is open."""

    question: str
    answer: Answer | None = None
    failure: str = ""


def converse(
    assistant: Assistant,
    before: list[Exchange],
    question: str,
    report: str | None,
    language: Language,
) -> Iterator[list[Exchange]]:
    """Ask one question and yield the conversation as its answer grows.

    Whatever goes wrong becomes one sentence in the conversation; the details of what was not
    foreseen are in the log.

    Args:
        assistant: who answers.
        before: the conversation so far.
        question: the reader's.
        report: the only report to ask, by id.
        language: of the page, for what goes wrong.
    """
    said = texts(language)
    yield [*before, Exchange(question)]
    if len(question) > _LONGEST:
        failure = said["too_long_of"].format(length=len(question), most=_LONGEST)
        yield [*before, Exchange(question, failure=failure)]
        return
    history = [
        turn
        for one in before
        if one.answer
        for turn in (
            Turn(role="user", content=one.question),
            Turn(role="assistant", content=one.answer.text),
        )
    ]
    try:
        asked = Request(question=question, report=report, history=tuple(history))
        for answer in assistant.stream(asked):
            yield [*before, Exchange(question, answer)]
    except CorpusError as error:
        yield [*before, Exchange(question, failure=explained(error, language))]
    except Exception:
        _LOG.exception("a question failed")
        yield [*before, Exchange(question, failure=said["failed_more"])]


def stopped(exchanges: list[Exchange], language: Language) -> list[Exchange]:
    """The conversation with its open question told as stopped."""
    if exchanges and not exchanges[-1].answer and not exchanges[-1].failure:
        told = texts(language)["stopped"]
        return [*exchanges[:-1], Exchange(exchanges[-1].question, failure=told)]
    return exchanges


def chat_messages(exchanges: list[Exchange], titles: dict[str, str]) -> list[dict[str, str]]:
    """The conversation as the messages of a chat, in HTML.

    Args:
        exchanges: the conversation.
        titles: the reports' titles by id.
    """
    messages: list[dict[str, str]] = []
    for one in exchanges:
        messages.append({"role": "user", "content": question_html(one.question)})
        if one.answer:
            messages.append({"role": "assistant", "content": answer_html(one.answer, titles)})
        elif one.failure:
            messages.append({"role": "assistant", "content": failure_html(one.failure)})
        else:
            messages.append({"role": "assistant", "content": WAITING})
    return messages
