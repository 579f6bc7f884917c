"""The chat on the page: its components and what happens in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.evidence.sources import reference_of
from assistant.page.conversation import Exchange, chat_messages, converse, stopped
from assistant.page.desk import Desk
from assistant.page.feedback import keep_feedback
from assistant.page.interface import language_for, texts

PRIVATE: dict[str, Any] = {"api_visibility": "private"}


class ChatPane:
    """A conversation with the assistant."""

    def __init__(self, assistant: Assistant, desk: Desk, make: Callable[..., Any]) -> None:
        """Build the components within a page.

        Args:
            assistant: who answers.
            desk: of the same reports.
            make: makes a component with texts in the reader's language.
        """
        self.assistant = assistant
        self.desk = desk
        self.exchanges = gr.State([])
        self.busy = gr.State(False)
        self.chat = make(gr.Chatbot, label="chat_label")(
            elem_id="chat",
            height="calc(100dvh - 262px)",
            show_label=False,
            buttons=[],
            latex_delimiters=[],
            layout="bubble",
            group_consecutive_messages=False,
        )
        self.question = make(gr.Textbox, label="question", placeholder="question_hint")(
            elem_id="question", show_label=False, max_lines=5, submit_btn=True
        )
        self.new = make(gr.Button, value="new_conversation")(size="sm", elem_id="new", min_width=10)

    def wire(self, report: gr.Dropdown, panel: gr.HTML) -> None:
        """Connect the components.

        Args:
            report: chooses the report that is asked.
            panel: shows what an answer is taken from.
        """
        talk = [self.exchanges, self.chat, self.question, self.busy]
        before = [self.exchanges, report, self.busy]
        # A language model may take long, and a reader is not to wait for another's answer. The
        # browser takes a stopped event for a running one, so that "once" would bar the next.
        together: dict[str, Any] = {
            "concurrency_limit": 16,
            "concurrency_id": "ask",
            "trigger_mode": "multiple",
            **PRIVATE,
        }
        answering = [
            self.question.submit(
                self.ask, [self.question, *before], talk, show_progress="hidden", **together
            ),
            self.chat.example_select(self.ask_example, before, talk, **together),
            self.chat.retry(self.ask_again, before, talk, **together),
        ]
        for event in answering:
            event.then(self.show_source, self.exchanges, panel, show_progress="hidden", **PRIVATE)
        self.question.stop(self.stop, self.exchanges, talk, cancels=answering, **PRIVATE)
        for event in (self.new.click, self.chat.clear):
            event(self.restart, None, talk, cancels=answering, **PRIVATE)
        self.chat.like(self.rate, self.exchanges, None, **PRIVATE)

    def ask(
        self,
        question: str | None,
        exchanges: list[Exchange],
        report: str,
        busy: bool,
        request: gr.Request,
    ) -> Iterator[dict[Any, Any]]:
        """Answer a question, sentence by sentence, unless another is being answered."""
        if busy or not question or not question.strip():
            return
        language = language_for(request)
        titles = self.desk.titles()
        box = gr.update(value="", submit_btn=False, stop_btn=True)
        for grown in converse(self.assistant, exchanges, question, report or None, language):
            messages = chat_messages(grown, titles)
            yield {
                self.exchanges: grown,
                self.chat: messages,
                self.question: box,
                self.busy: True,
            }
            box = gr.skip()
        yield {self.question: _waiting(), self.busy: False}

    def ask_example(
        self,
        exchanges: list[Exchange],
        report: str,
        busy: bool,
        event: gr.SelectData,
        request: gr.Request,
    ) -> Iterator[dict[Any, Any]]:
        """Answer the example that was chosen."""
        yield from self.ask(event.value["text"], exchanges, report, busy, request)

    def ask_again(
        self, exchanges: list[Exchange], report: str, busy: bool, request: gr.Request
    ) -> Iterator[dict[Any, Any]]:
        """Answer the last question anew."""
        if exchanges:
            yield from self.ask(exchanges[-1].question, exchanges[:-1], report, busy, request)

    def show_source(self, exchanges: list[Exchange], request: gr.Request) -> Any:
        """Open what the last answer cites first, without waiting for its marker to be followed."""
        answer = exchanges[-1].answer if exchanges else None
        if not answer or not answer.citations:
            return gr.skip()
        place = reference_of(answer.citations[0])
        return self.desk.read(place.report, place, language_for(request))

    def stop(self, exchanges: list[Exchange], request: gr.Request) -> dict[Any, Any]:
        """Wait no longer for an answer."""
        left = stopped(exchanges, language_for(request))
        messages = chat_messages(left, self.desk.titles())
        return {
            self.exchanges: left,
            self.chat: messages,
            self.question: _waiting(),
            self.busy: False,
        }

    def restart(self) -> dict[Any, Any]:
        """An empty conversation."""
        return {self.exchanges: [], self.chat: [], self.question: _waiting(), self.busy: False}

    def rate(self, exchanges: list[Exchange], event: gr.LikeData, request: gr.Request) -> None:
        """Keep a like or dislike."""
        at = event.index if isinstance(event.index, int) else event.index[0]
        answer = exchanges[at // 2].answer if at // 2 < len(exchanges) else None
        if answer and isinstance(event.liked, bool):
            keep_feedback(self.desk.store.home, answer, event.liked)
            gr.Info(texts(language_for(request))["thanks"], duration=2)


def _waiting() -> Any:
    """The question's box, waiting."""
    return gr.update(submit_btn=True, stop_btn=False)
