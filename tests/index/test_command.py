"""The command line, as outside scripts call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.settings import ROOT
from index.retriever import Index


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "index", *arguments],
        cwd=ROOT,
        env={**os.environ, "WENJU_HOME": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_search_prints_a_passage_a_line(home: Path, shipped: Index) -> None:
    done = _run(home, "search", "2022年地区生产总值增长目标", "-k", "3", "--json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["rank"] for row in rows] == [1, 2, 3]
    fields = {"rank", "score", "report", "section", "start", "end", "text"}
    assert all(set(row) == fields for row in rows)
    expected = shipped.search("2022年地区生产总值增长目标", 3)
    assert [row["text"] for row in rows] == [hit.passage.text for hit in expected]
    assert rows[0]["section"][0] == "2022年工作安排"


def test_a_batch_is_answered_in_its_order(home: Path, shipped: Index, tmp_path: Path) -> None:
    questions = {"z": "幼儿园", "a": "地区生产总值", "m": "What is the GDP?"}
    file = tmp_path / "queries.jsonl"
    lines = [json.dumps({"id": name, "query": one}) for name, one in questions.items()]
    file.write_text("\n".join([*lines[:1], "", *lines[1:]]), encoding="utf-8")
    done = _run(home, "search", "--batch", str(file), "-k", "2", "--json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["z", "a", "m"]
    for row in rows:
        expected = [hit.passage.start for hit in shipped.search(questions[row["id"]], 2)]
        assert [hit["start"] for hit in row["results"]] == expected


def test_status_and_build(home: Path, shipped: Index) -> None:
    status = json.loads(_run(home, "status", "--json").stdout)
    assert status == {
        "reports": 1,
        "passages": shipped.status().passages,
        "embedding_model": "bundled",
        "dimensions": 384,
        "chroma": str(home / "index" / "chroma"),
        "up_to_date": True,
    }
    built = _run(home, "build")
    assert built.returncode == 0
    assert "0 texts embedded" in built.stdout


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("search", "工业", "--report", "elsewhere"), "no report 'elsewhere'"),
        (("search", "工业", "-k", "0"), "-k is 0"),
        (("search", ""), "the query is empty"),
        (("search",), "give a query"),
        (("search", "工业", "--mode", "magic"), "magic"),
        (("search", "--batch", "no-such-file"), "no-such-file"),
        (("search", "--batch", "{batch}"), "bad.jsonl, line 2"),
    ],
)
def test_bad_input_ends_with_2_and_a_sentence(
    home: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    batch = tmp_path / "bad.jsonl"
    batch.write_text('{"id": "1", "query": "工业"}\n{"id": "2"}\n', encoding="utf-8")
    done = _run(home, *(one.format(batch=batch) for one in arguments))
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_a_model_that_is_not_there_ends_with_2(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENJU_EMBEDDING_MODEL", "no-such-model")
    done = _run(home, "search", "工业")
    assert done.returncode == 2
    assert "no-such-model" in done.stderr
    assert "Traceback" not in done.stderr
