"""How the server starts, and how it says that it can't."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from assistant.serving import accounts, check_address
from corpus.models import CorpusError
from corpus.settings import ROOT


def serve(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_accounts_are_read_and_malformed_ones_refused() -> None:
    assert accounts(None) is None
    assert accounts("") is None
    assert accounts("ann:secret, bob:pass:word") == [("ann", "secret"), ("bob", "pass:word")]
    for wrong in ("ann", "ann:", ":secret", "ann:secret,"):
        with pytest.raises(CorpusError, match="WENJU_AUTH"):
            accounts(wrong)


def test_a_port_in_use_and_an_address_of_another_machine_are_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CorpusError, match=f"{port} can't be listened on"):
            check_address("127.0.0.1", port)
    with pytest.raises(CorpusError, match="WENJU_HOST"):
        check_address("203.0.113.7", 7860)


@pytest.mark.parametrize(
    ("setting", "value"), [("WENJU_PORT", "many"), ("WENJU_PORT", "70000"), ("WENJU_AUTH", "ann")]
)
def test_a_malformed_setting_ends_in_one_sentence_and_exit_code_2(
    home: object, setting: str, value: str
) -> None:
    ended = serve(**{setting: value, "WENJU_HOME": str(home)})
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("error: ")
    assert setting in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
