"""Makes ready to serve: settings are checked first, then everything is loaded."""

from __future__ import annotations

import base64
import secrets
import socket

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.assistant import Assistant
from assistant.evidence.knowledge import prepare
from assistant.verify import verify
from corpus.models import CorpusError


def accounts(auth: str | None) -> list[tuple[str, str]] | None:
    """The users and passwords that WENJU_AUTH names; None where it is not set.

    Raises:
        CorpusError: it has another form than "user:password,…".
    """
    if not auth:
        return None
    pairs = [one.strip().partition(":") for one in auth.split(",")]
    if not all(user and password for user, _, password in pairs):
        raise CorpusError('setting WENJU_AUTH: write "user:password", several parted by commas')
    return [(user, password) for user, _, password in pairs]


class McpLogin:
    """Asks callers of the MCP server for an account, by HTTP's Basic scheme.

    Gradio's own login guards the page and its API, but not the MCP server.
    """

    def __init__(self, app: ASGIApp, pairs: list[tuple[str, str]]) -> None:
        self._app = app
        self._accepted = [f"Basic {_base64(f'{user}:{password}')}" for user, password in pairs]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with 401."""
        if scope["type"] == "http" and scope["path"].startswith("/gradio_api/mcp"):
            given = Headers(scope=scope).get("authorization", "")
            if not any(
                secrets.compare_digest(given.encode(), one.encode()) for one in self._accepted
            ):
                headers = {"WWW-Authenticate": 'Basic realm="wenju"'}
                refused = PlainTextResponse("log in with an account of WENJU_AUTH", 401, headers)
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def check_address(host: str, port: int) -> None:
    """See that a port can be listened on.

    Raises:
        CorpusError: it can't; says which settings to change.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        raise CorpusError(
            f"{host}:{port} can't be listened on ({error.strerror}); set WENJU_HOST and "
            "WENJU_PORT to an address of this machine and a port that is free"
        ) from error


def warm(assistant: Assistant) -> None:
    """Bring the index up to date, and load what the first reader would else wait for."""
    store = assistant.store
    assistant.index.ensure_current()
    for identifier in store.ids():
        text = prepare(store, identifier).report.text
        assistant.index.search(text[:100], report=identifier)
        verify(text[:500], store, identifier)
        verify("In 2020 it grew by 1%.", store, identifier)
