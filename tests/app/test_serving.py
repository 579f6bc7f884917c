"""How the server starts, and how it says that it can't."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from assistant.page.serving import McpLogin, accounts, check_address
from corpus.models import CorpusError
from corpus.settings import ROOT


def test_accounts_are_read_and_malformed_ones_refused() -> None:
    assert accounts(None) is None
    assert accounts("") is None
    assert accounts("ann:secret, bob:pass:word") == [("ann", "secret"), ("bob", "pass:word")]
    for wrong in ("ann", "ann:", ":secret", "ann:secret,"):
        with pytest.raises(CorpusError, match="WENJU_AUTH"):
            accounts(wrong)


def test_the_mcp_server_is_behind_the_accounts_too() -> None:
    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("served")(scope, receive, send)

    client = TestClient(McpLogin(inner, [("ann", "secret")]))
    for account in (None, ("ann", "wrong"), ("bob", "secret")):
        assert client.post("/gradio_api/mcp/", auth=account).status_code == 401
    assert client.post("/gradio_api/mcp/", auth=("ann", "secret")).text == "served"
    assert client.get("/").text == "served", "Gradio's own login guards the rest"


def test_a_port_in_use_and_an_address_of_another_machine_are_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CorpusError, match=f"{port} can't be listened on"):
            check_address("127.0.0.1", port)
    with pytest.raises(CorpusError, match="WENJU_HOST"):
        check_address("203.0.113.7", 7860)


def test_a_malformed_setting_ends_in_one_sentence_and_exit_code_2(home: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=os.environ | {"WENJU_PORT": "many", "WENJU_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("error: setting WENJU_PORT")
    assert len(ended.stderr.splitlines()) == 1
