"""`python -m assistant verify` keeps the contract: JSON alone, exit codes, clear errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "WENJU_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "assistant", "verify", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_json_holds_the_contracts_fields_alone(home: Path) -> None:
    done = run(home, "2021年南昌县GDP增长8%。", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["verdict"] == "contradicted"
    assert "增长" in done.stdout
    check = found["checks"][0]
    wanted = {"text", "indicator", "verdict", "reported", "citation", "explanation"}
    assert wanted <= check.keys()
    assert check["reported"]["value"] == 8.7


def test_a_file_and_a_batch_are_read(home: Path, tmp_path: Path) -> None:
    article = tmp_path / "draft.md"
    article.write_text("# 草稿\n\n去年财政总收入156.8亿元。\n", encoding="utf-8")
    assert json.loads(run(home, "--file", str(article), "--json").stdout)["verdict"] == "supported"
    batch = tmp_path / "claims.jsonl"
    rows = [
        {"id": "a", "claim": "去年财政总收入156.8亿元。"},
        {"id": "b", "claim": "GDP fell 8.7%."},
    ]
    batch.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done = run(home, "--batch", str(batch), "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in found] == ["a", "b"]
    assert [row["verification"]["verdict"] for row in found] == ["supported", "contradicted"]


def test_bad_input_is_named_with_its_line(home: Path, tmp_path: Path) -> None:
    batch = tmp_path / "claims.jsonl"
    batch.write_text('{"id": 1, "claim": "GDP"}\n{"id": 2}\n', encoding="utf-8")
    done = run(home, "--batch", str(batch))
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr
    assert run(home).returncode == 2
    assert run(home, "x", "--report", "nope").returncode == 2
    assert "no such file" in run(home, "--file", str(tmp_path / "none.txt")).stderr
