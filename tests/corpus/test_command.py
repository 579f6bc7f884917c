"""The commands as outside scripts call them: output, exit codes, and what is held after."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.__main__ import app
from corpus.command import run
from corpus.settings import ROOT, get_settings
from corpus.store import Store
from tests.corpus import files

FIGURE = (
    "report indicator value low high unit qualifier measure kind year scope text start end".split()
)


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Outcome]


@pytest.fixture
def command(tmp_path, monkeypatch, capsys) -> Iterator[Command]:
    """Runs ``python -m corpus …`` in this process, in an empty folder of state."""
    monkeypatch.setenv("WENJU_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WENJU_SHIPPED_REPORTS", "0")
    get_settings.cache_clear()

    def call(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["corpus", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run(app)
        return Outcome(int(str(ended.value.code)), *capsys.readouterr())

    yield call
    monkeypatch.undo()
    get_settings.cache_clear()


@pytest.fixture
def text_file(tmp_path) -> Path:
    path = tmp_path / "yunshan-2022.txt"
    path.write_text(files.TEXT, encoding="utf-8")
    return path


def test_add_prints_a_line_for_each_report(command, text_file):
    outcome = command("add", text_file, "--json")
    assert outcome.code == 0
    assert outcome.rows == [
        {
            "report": "yunshan-2022",
            "title": files.LINES[0],
            "year": 2022,
            "place": "云山县",
            "characters": len(files.TEXT),
            "passages": 3,
            "figures": 5,
        }
    ]
    assert outcome.out.isascii() is False


def test_the_same_content_again_changes_nothing(command, text_file, tmp_path):
    first = command("add", text_file, "--json")
    held = tmp_path / "home" / "reports" / "yunshan-2022.json"
    stamp = held.stat().st_mtime_ns
    word = files.write_docx(tmp_path / "copy.docx")
    for again in (text_file, word):
        assert command("add", again, "--json").rows == first.rows
    assert held.stat().st_mtime_ns == stamp
    assert [row["report"] for row in command("list", "--json").rows] == ["yunshan-2022"]


def test_another_version_of_a_report_takes_its_place(command, text_file):
    command("add", text_file)
    text_file.write_text(files.TEXT.replace("8.7%", "8.8%"), encoding="utf-8")
    assert command("add", text_file).code == 0
    assert "8.8%" in command("text", "yunshan-2022").out


def test_another_report_under_a_held_id_is_refused(command, text_file):
    command("add", text_file)
    text_file.write_text(files.TEXT.replace("云山县", "海西市"), encoding="utf-8")
    outcome = command("add", text_file)
    assert outcome.code == 2
    assert "held by another report" in outcome.err
    assert "--id" in outcome.err
    assert command("add", text_file, "--id", "haixi").code == 0
    assert [row["place"] for row in command("list", "--json").rows] == ["海西市", "云山县"]


def test_a_folder_is_added_and_what_can_t_be_read_is_named(command, tmp_path):
    folder = tmp_path / "reports"
    (folder / "deeper").mkdir(parents=True)
    files.write_docx(folder / "a.docx")
    (folder / "deeper" / "b.txt").write_text(files.TEXT.replace("云山县", "海西市"), "utf-8")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "ignored.xyz").write_text("")
    outcome = command("add", folder, "--json")
    assert outcome.code == 2
    assert [row["report"] for row in outcome.rows] == ["a", "b"]
    assert "bad.pdf" in outcome.err
    assert "ignored" not in outcome.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "absent.txt"], "absent.txt: no such file"),
        (["text", "absent"], "no report 'absent'; held are: none"),
        (["remove", "absent"], "no report 'absent'"),
        (["outline", "../etc/passwd"], "not usable"),
        (["figures", "--report", "absent"], "no report 'absent'"),
        (["figures", "--format", "xml"], "Invalid value"),
        (["nonsense"], "No such command"),
        (["add"], "Missing argument"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_input_is_one_sentence_and_code_2(command, arguments, words):
    outcome = command(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert words in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1
    assert "Traceback" not in outcome.err


def test_an_empty_folder_and_a_bad_id_are_refused(command, tmp_path, text_file):
    (tmp_path / "empty").mkdir()
    assert "holds no" in command("add", tmp_path / "empty").err
    assert "not usable" in command("add", text_file, "--id", "../x").err
    assert "--id names one report" in command("add", text_file, text_file, "--id", "x").err


def test_text_is_the_canonical_text(command, text_file):
    command("add", text_file)
    assert command("text", "yunshan-2022").out == files.TEXT + "\n"


def test_outline_in_both_forms(command, text_file):
    command("add", text_file)
    rows = command("outline", "yunshan-2022", "--json").rows
    assert [(row["level"], row["number"], row["heading"]) for row in rows] == [
        (1, "一、", "2021年工作回顾"),
        (1, "二、", "2022年工作安排"),
    ]
    for row in rows:
        assert files.TEXT[row["start"] : row["end"]].startswith(row["number"] + row["heading"])
    assert command("outline", "yunshan-2022").out == "一、2021年工作回顾\n二、2022年工作安排\n"


def test_figures_in_all_forms(command, text_file):
    command("add", text_file)
    rows = command("figures", "--report", "yunshan-2022", "--format", "json").rows
    assert [row["text"] for row in rows] == ["1195.6亿元", "8.7%", "第一", "7.5%以上", "5万人以上"]
    for row in rows:
        assert list(row)[: len(FIGURE)] == FIGURE
        assert files.TEXT[row["start"] : row["end"]] == row["text"]
    assert rows[0] == rows[0] | {
        "report": "yunshan-2022",
        "indicator": "地区生产总值",
        "value": 1195.6,
        "low": None,
        "unit": "亿元",
        "qualifier": "exact",
        "measure": "level",
        "kind": "actual",
        "year": 2021,
        "scope": None,
    }
    table = list(csv.DictReader(io.StringIO(command("figures", "--format", "csv").out)))
    assert [row["text"] for row in table] == [row["text"] for row in rows]
    assert "地区生产总值" in command("figures").out


def test_remove_lets_go(command, text_file):
    command("add", text_file)
    assert command("remove", "yunshan-2022").code == 0
    assert command("list", "--json").rows == []


def test_an_add_that_is_cut_off_leaves_what_was(command, text_file, tmp_path, monkeypatch):
    command("add", text_file)
    text_file.write_text(files.TEXT.replace("8.7%", "8.8%"), encoding="utf-8")

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("corpus.store.os.replace", cut_off)
    assert command("add", text_file).code == 1
    assert "8.7%" in command("text", "yunshan-2022").out
    assert sorted(path.name for path in (tmp_path / "home" / "reports").iterdir()) == [
        ".filled",
        "yunshan-2022.json",
    ]


def test_half_written_files_of_a_killed_process_are_no_reports(command, text_file, tmp_path):
    command("add", text_file)
    (tmp_path / "home" / "reports" / ".killed.tmp").write_text("{")
    assert len(command("list", "--json").rows) == 1


def test_figures_are_found_anew_when_the_code_has_changed(command, text_file, tmp_path):
    command("add", text_file)
    held = tmp_path / "home" / "reports" / "yunshan-2022.json"
    record = json.loads(held.read_text(encoding="utf-8"))
    held.write_text(json.dumps(record | {"extractor": "older", "figures": []}), encoding="utf-8")
    assert len(Store(tmp_path / "home").figures("yunshan-2022")) == 5


def test_sections_are_read_anew_where_the_code_has_changed(command, text_file, tmp_path):
    command("add", text_file)
    made = Store(tmp_path / "home").get("yunshan-2022")
    held = tmp_path / "home" / "reports" / "yunshan-2022.json"
    record = json.loads(held.read_text(encoding="utf-8"))
    stale = record["report"] | {"sections": [], "place": "云", "year": 1999}
    held.write_text(json.dumps(record | {"extractor": "older", "report": stale}), encoding="utf-8")
    assert Store(tmp_path / "home").get("yunshan-2022") == made


def test_the_module_runs_and_a_new_folder_holds_the_shipped_report(tmp_path):
    environment = {**os.environ, "WENJU_HOME": str(tmp_path / "new")}
    environment.pop("WENJU_SHIPPED_REPORTS", None)
    ended = subprocess.run(
        [sys.executable, "-m", "corpus", "list", "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0
    assert [json.loads(line)["report"] for line in ended.stdout.splitlines()] == [
        "nanchang-county-2022"
    ]
