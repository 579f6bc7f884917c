"""A Chroma server in place of the embedded one."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.models import CorpusError
from corpus.settings import get_settings
from index.build import locate
from index.chroma import open_rows
from index.retriever import open_index
from tests.index.conftest import NORTH, SOUTH, MakeHome, add


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = _free_port()
    folder = tmp_path_factory.mktemp("chroma-server")
    process = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("chroma")),
            "run",
            *("--host", "127.0.0.1", "--port", str(port), "--path", str(folder)),
        ],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while True:
        assert process.poll() is None, "the server ended"
        assert time.monotonic() < deadline, "the server does not answer"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def _use_server(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("WENJU_CHROMA_URL", url)
    get_settings.cache_clear()


def test_index_on_a_server(
    make_home: MakeHome, server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = make_home(north=NORTH)
    _use_server(monkeypatch, server)
    index = open_index(store)
    assert index.build().embedded == index.status().passages
    assert index.status().chroma == server
    assert not (store.home / "index" / "chroma").exists()
    assert "326.4亿元" in index.search("2023年地区生产总值", 1, year=2023)[0].passage.text
    add(store, tmp_path, "south", SOUTH)
    assert index.search("海上风电", 1)[0].passage.report == "south"
    store.remove("south")
    assert {hit.passage.report for hit in index.search("海上风电", 100)} == {"north"}
    # A server that lost its rows gets them again.
    location = locate(store, index.embeddings)
    with open_rows(location.place, location.collection, location.remembers) as rows:
        rows.delete(rows.ids())
    assert not index.status().up_to_date
    assert open_index(store).search("粮食总产量", 1)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        (f"http://127.0.0.1:{_free_port()}", "no Chroma server answers at http"),
        ("localhost:8000", "write it like http"),
        ("http://localhost:port", "write it like http"),
    ],
)
def test_a_server_that_does_not_answer_is_named(
    make_home: MakeHome, monkeypatch: pytest.MonkeyPatch, url: str, message: str
) -> None:
    store = make_home(north=NORTH)
    _use_server(monkeypatch, url)
    with pytest.raises(CorpusError, match=message):
        open_index(store).search("粮食")
