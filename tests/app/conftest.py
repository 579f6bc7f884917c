"""One real server for all tests of the page, in a process of its own, over the shared folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from assistant.assistant import Assistant, open_assistant
from corpus.settings import ROOT
from corpus.store import Store

CHROMIUM = shutil.which("chromium")
ARGUMENTS = (
    "--no-sandbox --headless --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@pytest.fixture(scope="session")
def server(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    log = tmp_path_factory.mktemp("log") / "server.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=os.environ | {"WENJU_HOME": str(home), "WENJU_PORT": str(port)},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _await(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _await(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"the server did not come up:\n{log.read_text()}")


@pytest.fixture(scope="session")
def assistant(store: Store) -> Assistant:
    return open_assistant(store)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


class Visit:
    """A reader's visit, which notes what should not happen."""

    def __init__(self, context: BrowserContext, address: str, query: str = "") -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        self.address = address
        self.page: Page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss())
        )
        self.page.goto(f"{address}/{query}")
        self.page.wait_for_selector("#panel article")
        # The last of what is loaded, after which nothing moves any more.
        self.page.wait_for_selector("#chat .examples button, #chat button.example")

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.outside.append(url)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def ask(self, question: str) -> str:
        """Ask, and return the answer's text without its sources."""
        before = self.page.locator("#chat .answer, #chat .failure").count()
        self.page.locator("#question textarea").fill(question)
        self.page.locator("#question textarea").press("Enter")
        shown = self.page.locator("#chat .answer, #chat .failure").nth(before)
        shown.wait_for()
        self.page.wait_for_selector("#question button.submit-button")
        return " ".join(shown.locator("> p, > ul, > table").all_inner_texts())

    def tab(self, number: int) -> None:
        self.page.get_by_role("tab").nth(number).click()

    def marked(self) -> str:
        """The text that is highlighted in the source panel."""
        return "".join(self.page.locator("#panel mark").all_text_contents())


@pytest.fixture
def visit(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit in the language and size that the test names by ``reader``."""
    mark = request.node.get_closest_marker("reader")
    wanted = dict(mark.kwargs) if mark else {}
    query = wanted.pop("query", "")
    options = {"locale": "zh-CN", "viewport": {"width": 1280, "height": 800}} | wanted
    context = browser.new_context(**options)
    visited = Visit(context, server, query)
    yield visited
    context.close()
    assert visited.outside == []
    assert visited.errors == []
    assert visited.dialogs == []
