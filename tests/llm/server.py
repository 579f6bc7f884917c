"""A chat server on loopback that speaks OpenAI's protocol and plays whatever model is needed."""

from __future__ import annotations

import json
import re
import select
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """What the server does with one request."""

    text: str = ""
    status: int = 200
    pause: float = 0.0  # seconds before each piece
    wait: float = 0.0  # seconds before anything
    pings: float = 0.0  # seconds for which it only sends signs of life
    cut: int | None = None  # breaks off after so many pieces
    raw: str | None = None  # sent in place of a stream


@dataclass
class Asked:
    """What a request holds."""

    messages: list[dict[str, str]]
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def question(self) -> str:
        return re.split(r"(?:问题|Question): ", self.messages[1]["content"])[-1]

    @property
    def is_repair(self) -> bool:
        return len(self.messages) > 2

    @property
    def passages(self) -> list[tuple[int, str]]:
        """The numbered passages that it gives."""
        block = self.messages[1]["content"].split("</passages>")[0]
        return [
            (int(m[1]), m[2]) for m in re.finditer(r"(?ms)^\[(\d+)\] (.*?)(?=^\[\d+\] |\Z)", block)
        ]

    def number_of(self, text: str) -> int:
        """The passage that holds a text; 98 where none does."""
        return next((number for number, held in self.passages if text in held), 98)


Behaviour = Callable[[Asked], Reply]


class ScriptedServer:
    """Serves chat completions by a function of what is asked."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.asked: list[Asked] = []
        self.left = threading.Event()  # a caller hung up before its reply was whole
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                body = json.loads(self.rfile.read(size))
                asked = Asked(
                    body["messages"], {name.lower(): value for name, value in self.headers.items()}
                )
                owner.asked.append(asked)
                try:
                    _serve(self, owner.behaviour(asked), body)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True
                    owner.left.set()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> ScriptedServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _serve(handler: BaseHTTPRequestHandler, reply: Reply, body: dict[str, Any]) -> None:
    _pause(handler, reply.wait)
    if reply.status != 200 or reply.raw is not None:
        told = reply.raw or json.dumps({"error": {"message": "scripted", "type": "scripted"}})
        handler.send_response(reply.status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(told.encode())))
        handler.end_headers()
        handler.wfile.write(told.encode())
        return
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    until = time.monotonic() + reply.pings
    while time.monotonic() < until:
        _send(handler, ": still here\n\n")
        time.sleep(0.1)
    pieces = re.findall(r"(?s).{1,7}", reply.text)
    for at, piece in enumerate(pieces):
        if reply.cut is not None and at >= reply.cut:
            return
        _pause(handler, reply.pause)
        _event(handler, {"content": piece}, None)
    _event(handler, {}, "stop")
    if body.get("stream_options", {}).get("include_usage"):
        words = sum(len(m["content"]) for m in body["messages"]) // 2 + len(pieces)
        usage = {"prompt_tokens": words - len(pieces), "completion_tokens": len(pieces),
                 "total_tokens": words}  # fmt: skip
        _data(handler, {"choices": [], "usage": usage})
    _send(handler, "data: [DONE]\n\n")


def _pause(handler: BaseHTTPRequestHandler, seconds: float) -> None:
    """Think for a while, unless the caller hangs up, as llama.cpp does."""
    if seconds and select.select([handler.connection], [], [], seconds)[0]:
        raise BrokenPipeError


def _event(handler: BaseHTTPRequestHandler, delta: dict[str, str], finish: str | None) -> None:
    choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}
    _data(handler, {"choices": [choice]})


def _data(handler: BaseHTTPRequestHandler, fields: dict[str, Any]) -> None:
    chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    _send(handler, f"data: {json.dumps({**chunk, **fields}, ensure_ascii=False)}\n\n")


def _send(handler: BaseHTTPRequestHandler, text: str) -> None:
    handler.wfile.write(text.encode())
    handler.wfile.flush()
