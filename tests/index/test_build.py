"""Builds: only what changed, never a mix, never a broken index."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.settings import ROOT, get_settings
from corpus.store import Store
from index.build import locate
from index.chroma import open_rows
from index.manifest import read_manifest
from index.retriever import Index, open_index
from index.snapshot import load_snapshot
from tests.index.conftest import NORTH, SOUTH, MakeHome, add


def _use_model(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("WENJU_EMBEDDING_MODEL", name)
    get_settings.cache_clear()


def _rows(store: Store, index: Index) -> set[str]:
    location = locate(store, index.embeddings)
    with open_rows(location.place, location.collection, location.remembers) as rows:
        return set(rows.ids())


def test_nothing_is_embedded_twice(make_home: MakeHome, tmp_path: Path) -> None:
    store = make_home(north=NORTH)
    index = open_index(store)
    first = index.build()
    assert first.embedded == first.passages > 5
    assert index.build().embedded == 0
    add(store, tmp_path, "south", SOUTH)
    second = index.build()
    assert second.embedded == second.passages - first.passages
    assert index.build(rebuild=True).embedded == second.passages


def test_reports_that_share_their_paragraphs_are_built(make_home: MakeHome, tmp_path: Path) -> None:
    store = make_home(north=NORTH)
    index = open_index(store)
    first = index.build()
    add(store, tmp_path, "copy", NORTH)  # a draft, or the same report from another page
    add(store, tmp_path, "third", NORTH)
    built = index.build()
    assert built.embedded == 0
    assert built.passages == 3 * first.passages


def test_an_edit_embeds_the_edited_passage_only(make_home: MakeHome, tmp_path: Path) -> None:
    store = make_home(north=NORTH)
    index = open_index(store)
    before = index.build()
    store.remove("north")
    # All that follows moves by some characters; its vectors are still the same.
    add(store, tmp_path, "north", NORTH.replace("326.4亿元", "326.45亿元(现价)"))
    after = index.build()
    assert after.embedded == 1
    assert after.passages == before.passages
    hit = index.search("地区生产总值完成多少亿元", 1, report="north", year=2023)[0]
    assert "326.45亿元" in hit.passage.text
    report = store.get("north")
    for hit in index.search("工作", 100):
        assert hit.passage.text == report.text[hit.passage.start : hit.passage.end]


def test_a_removed_report_vanishes(make_home: MakeHome) -> None:
    store = make_home(north=NORTH, south=SOUTH)
    index = open_index(store)
    index.ensure_current()
    store.remove("south")
    assert {hit.passage.report for hit in index.search("港口货物吞吐量", 100)} == {"north"}
    assert len(_rows(store, index)) == index.status().passages


def test_a_search_sees_what_another_process_added(make_home: MakeHome, tmp_path: Path) -> None:
    store = make_home(north=NORTH)
    index = open_index(store)
    index.ensure_current()
    path = tmp_path / "south.txt"
    path.write_text(SOUTH, encoding="utf-8")
    for command in (["corpus", "add", str(path)], ["index", "build"]):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)
    assert index.status().up_to_date
    assert index.search("海上风电", 1)[0].passage.report == "south"


def test_while_another_process_builds_the_last_state_is_searched(
    make_home: MakeHome, tmp_path: Path
) -> None:
    store = make_home(north=NORTH, south=SOUTH)
    index = open_index(store)
    index.ensure_current()
    store.remove("south")
    add(store, tmp_path, "third", SOUTH.replace("港口", "机场"))
    with FileLock(store.home / "index" / "build.lock"):
        found: list[str] = []
        # A lock can be taken twice in one thread.
        thread = threading.Thread(
            target=lambda: found.extend(h.passage.report for h in index.search("吞吐量", 100))
        )
        thread.start()
        thread.join(10)
        assert set(found) == {"north"}  # what is removed is not shown, even so
    assert {hit.passage.report for hit in index.search("吞吐量", 100)} == {"north", "third"}


def test_another_model_has_a_collection_of_its_own(
    make_home: MakeHome,
    other_model: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = make_home(north=NORTH)
    bundled = open_index(store)
    bundled.build()
    assert not caplog.records
    _use_model(monkeypatch, str(other_model))
    other = open_index(store)
    assert not other.status().up_to_date
    built = other.build()
    assert built.embedded == built.passages
    assert "bundled (384 dimensions" in caplog.text
    assert "(16 dimensions" in caplog.text
    assert other.status().dimensions == 16
    assert other.search("粮食总产量")
    location = locate(store, other.embeddings)
    assert location.collection != locate(store, bundled.embeddings).collection
    assert {row.shape for row in load_snapshot(location).vectors} == {(16,)}
    # The former one is as it was.
    _use_model(monkeypatch, "bundled")
    assert open_index(store).build().embedded == 0


def test_a_model_trained_anew_under_its_name_is_another_model(
    other_model: Path, make_home: MakeHome
) -> None:
    from sentence_transformers import SentenceTransformer

    from index.embeddings import SentenceEmbeddings

    store = make_home(north=NORTH)
    model = SentenceTransformer(str(other_model), device="cpu")
    before = locate(store, SentenceEmbeddings("mine", model))
    model[0].embedding.weight.data += 1.0
    after = locate(store, SentenceEmbeddings("mine", model))
    assert before.collection != after.collection


def test_the_models_own_prompts_are_used(other_model: Path) -> None:
    from index.embeddings import load_embeddings

    embeddings = load_embeddings(str(other_model))
    asked = embeddings.encode_query("粮食")
    as_document = embeddings.encode_documents(["问:粮食"])[0]
    assert asked == pytest.approx(as_document, abs=1e-6)


def test_another_passage_size_is_built_anew(
    make_home: MakeHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_home(north=NORTH)
    before = open_index(store).build()
    monkeypatch.setenv("WENJU_PASSAGE_CHARACTERS", "50")
    get_settings.cache_clear()
    assert open_index(store).build().passages > before.passages


def test_rows_lost_by_chroma_are_written_again(make_home: MakeHome) -> None:
    store = make_home(north=NORTH)
    index = open_index(store)
    built = index.build()
    location = locate(store, index.embeddings)
    with open_rows(location.place, location.collection, location.remembers) as rows:
        rows.delete(rows.ids()[:3])
    assert not index.status().up_to_date
    assert len(open_index(store).search("工作", 100)) == built.passages
    assert index.status().up_to_date


def _kill_after_first_batch(home: Path) -> None:
    """Start a build in a process of its own and kill it once some rows are written."""
    process = subprocess.Popen(
        [sys.executable, "-m", "index", "build"],
        cwd=ROOT,
        env={**os.environ, "WENJU_HOME": str(home)},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    assert process.stderr is not None
    told = b""
    while not re.search(rb"\b[1-9]\d*/\d\d", told):  # 32/99, the first of several batches
        read = os.read(process.stderr.fileno(), 200)
        assert read, f"the build ended before it could be killed: {told!r}"
        told += read
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stderr.close()


def test_a_killed_build_loses_nothing(make_home: MakeHome) -> None:
    store = make_home(north=NORTH)
    index = open_index(store)
    index.build()
    location = locate(store, index.embeddings)
    before = load_snapshot(location)
    rows_before = _rows(store, index)
    shipped = ROOT / "corpus" / "reports" / "nanchang-county-2022.txt"
    store.add(shipped)
    _kill_after_first_batch(store.home)

    assert _rows(store, index) > rows_before, "some rows were written"
    assert read_manifest(location.manifest) == before.manifest
    assert load_snapshot(location).passages == before.passages

    finished = open_index(store).build()
    new = finished.passages - len(before.passages)
    assert 0 < finished.embedded < new, "what the killed build embedded is used"
    assert len(_rows(store, index)) == finished.passages
    assert index.status().up_to_date
    assert index.search("2022年地区生产总值增长目标", 3)


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.1])
def test_a_build_killed_at_any_moment_can_be_finished(
    make_home: MakeHome, other_model: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    store = make_home(north=NORTH)
    _use_model(monkeypatch, str(other_model))
    ready = store.home / "ready"
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from pathlib import Path; from corpus.store import open_store; "
            "from index.retriever import open_index; index = open_index(open_store()); "
            f"Path({str(ready)!r}).touch(); index.build()",
        ],
        cwd=ROOT,
    )
    while not ready.exists():
        assert process.poll() is None
        time.sleep(0.005)
    time.sleep(seconds)
    process.kill()
    process.wait()
    index = open_index(store)
    hits = index.search("粮食总产量", 100)
    assert len(hits) == len(store.passages("north")) == len(_rows(store, index))
