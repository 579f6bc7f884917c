"""The language model that the settings name, and its words as they come."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from queue import Empty, Queue
from threading import Thread

import httpx
import openai
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from corpus.settings import Settings

_LOG = logging.getLogger(__name__)
_CONNECT = 5.0  # seconds until a server that doesn't take the call counts as down
_LONGEST = 1200  # tokens of an answer; what goes on longer has lost the thread


class Failure(StrEnum):
    """Why a language model gave no answer."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    QUOTA = "quota"
    DENIED = "denied"
    BROKEN = "broken"  # an error of the server, or what is no answer of such a server
    CUT = "cut"  # the stream ended before the answer did
    EMPTY = "empty"


_STATUS = {
    401: Failure.DENIED,
    403: Failure.DENIED,
    402: Failure.QUOTA,
    429: Failure.QUOTA,
    408: Failure.SLOW,
    504: Failure.SLOW,
}


class ModelError(Exception):
    """The language model gave no answer, or not all of one."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(f"{failure.value}: {detail}" if detail else failure.value)
        self.failure = failure


@dataclass
class Usage:
    """Tokens read and written, added up over the calls for one answer.

    A server tells at the end of a stream. Of one that is not read to its end, the pieces that
    came are counted, which are a token each, and what it read is left out.
    """

    tokens: int = 0


@dataclass(frozen=True)
class _Piece:
    text: str
    tokens: int
    finished: bool


def open_model(settings: Settings, name: str | None = None) -> BaseChatModel | None:
    """The model of the settings, or another of the same server; None where none is set.

    Args:
        settings: ``llm_base_url`` and ``llm_model`` must both be set.
        name: a model in place of ``llm_model``.
    """
    model = name or settings.llm_model
    if not model or not settings.llm_base_url:
        if model or settings.llm_base_url:
            _LOG.warning("WENJU_LLM_BASE_URL and WENJU_LLM_MODEL go together; one is not set")
        return None
    return ChatOpenAI(
        model=model,
        base_url=settings.llm_base_url,
        # Never the key that the environment holds for another server.
        api_key=settings.llm_api_key or SecretStr("none"),
        temperature=0,
        max_completion_tokens=_LONGEST,
        max_retries=0,  # a second try would double the time that a reader waits
        timeout=httpx.Timeout(settings.llm_timeout, connect=_CONNECT),
        stream_usage=True,
        use_responses_api=False,
    )


def written(
    model: BaseChatModel, messages: list[BaseMessage], usage: Usage, until: list[float]
) -> Iterator[str]:
    """What a model writes, piece by piece.

    The model is read on a thread of its own, so that the deadline holds whatever its server
    does, be it that it sends a sign of life for ever. Once nobody reads on, the connection is
    closed, so that the server stops too.

    Args:
        model: any chat model.
        messages: the conversation to continue.
        usage: is added to.
        until: one `time.monotonic` that may be put off while the words come.

    Raises:
        ModelError: the server can't be reached, refuses, breaks off, or takes too long.
    """
    pieces: Queue[_Piece | Exception | None] = Queue()
    stop = _start(_read(model, messages, pieces))
    finished, untold = False, 0
    try:
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, until[0] - time.monotonic()))
            except Empty:
                raise ModelError(Failure.SLOW) from None
            if piece is None:
                break
            if isinstance(piece, Exception):
                raise _as_failure(piece)
            usage.tokens += piece.tokens
            untold = 0 if piece.tokens else untold + bool(piece.text)
            finished = finished or piece.finished
            if piece.text:
                yield piece.text
    finally:
        stop()
        usage.tokens += untold
    if not finished:
        raise ModelError(Failure.CUT)


@lru_cache(maxsize=1)
def _loop() -> asyncio.AbstractEventLoop:
    """The event loop that all models are read in; only there can a wait be broken off."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, daemon=True, name="llm").start()
    return loop


def _start(reading: Coroutine[None, None, None]) -> Callable[[], None]:
    """Start to read, in the caller's context; returns what breaks it off."""
    loop = _loop()
    tasks: list[asyncio.Task[None]] = []  # held here, since the loop holds none

    def start() -> None:
        tasks.append(loop.create_task(reading))

    def cancel() -> None:
        for task in tasks:
            task.cancel()

    def stop() -> None:
        loop.call_soon_threadsafe(cancel)

    loop.call_soon_threadsafe(start, context=contextvars.copy_context())
    return stop


async def _read(
    model: BaseChatModel, messages: list[BaseMessage], pieces: Queue[_Piece | Exception | None]
) -> None:
    try:
        async for chunk in model.astream(messages):
            used = getattr(chunk, "usage_metadata", None)
            pieces.put(
                _Piece(
                    text=str(chunk.text),
                    tokens=int(used["total_tokens"]) if used else 0,
                    finished=bool(chunk.response_metadata.get("finish_reason")),
                )
            )
        pieces.put(None)
    except Exception as error:  # whatever it is, the reader gets an answer
        pieces.put(error)


def _as_failure(error: Exception) -> ModelError:
    """The failure behind an exception. Only its type is told: its text may hold what was sent."""
    # By name, since the client's transport library may be httpx or its successor.
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if isinstance(error, openai.APIStatusError):
        code = error.status_code
        failure = _STATUS.get(code, Failure.BROKEN)
        return ModelError(failure, f"HTTP {code}")
    if kinds & {"APITimeoutError", "TimeoutException", "TimeoutError"}:
        failure = Failure.SLOW
    elif kinds & {"RemoteProtocolError", "ReadError"}:
        failure = Failure.CUT
    elif kinds & {"APIConnectionError", "TransportError", "OSError"}:
        failure = Failure.UNREACHABLE
    else:
        failure = Failure.BROKEN
    return ModelError(failure, type(error).__name__)
