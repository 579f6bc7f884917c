"""Makes ready to serve: settings are checked first, then everything is loaded."""

from __future__ import annotations

import socket

from assistant.assistant import Assistant
from assistant.knowledge import prepare
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
