"""Indicators are found by their usual names, whatever the report calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.glossary import load_glossary
from evals.names import ask_names, load_names
from tests.assistant.conftest import REPORTS, open_over


def test_every_indicator_of_the_list_is_a_term() -> None:
    known = {name for term in load_glossary().terms for name in (term.zh, *term.zh_aliases)}
    listed = {one.indicator for one in load_names()}
    assert len(listed & known) > 0.95 * len(listed), listed - known


@pytest.mark.parametrize("name", ["lanhai-2025.md", "canglan-2021.txt"])
def test_usual_names_find_the_figures(tmp_path: Path, name: str) -> None:
    assistant = open_over(tmp_path, REPORTS / name)
    rows = list(ask_names(assistant, name.split(".")[0], load_names()))
    assert len(rows) > 80
    assert sum(row.found for row in rows) > 0.93 * len(rows)
