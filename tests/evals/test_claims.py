"""The claim sets are fair, and the check of claims keeps its floors on the held-out part."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.verifying.verification import Slip, Verdict
from corpus.models import CorpusError
from corpus.settings import ROOT
from corpus.store import Store, open_store
from evals.claims import load_claims, score_systems

FOLDER = ROOT / "evals" / "claims"


def test_the_sets_are_balanced() -> None:
    dev, held = (load_claims(FOLDER / f"{part}.jsonl") for part in ("dev", "heldout"))
    both = (*dev, *held)
    assert len(both) >= 160
    assert len({claim.claim for claim in both}) == len(both)
    assert len(held) * 3 >= len(both)
    assert len(set(Counter(claim.language for claim in both).values())) == 1
    assert len(set(Counter(claim.verdict for claim in both).values())) == 1
    assert {claim.slip for claim in held if claim.slip} == set(Slip)
    for claim in both:
        assert (claim.slip is not None) == (claim.verdict is Verdict.CONTRADICTED)


@pytest.fixture(scope="module")
def scores(store: Store) -> dict[str, dict[str, dict[str, float]]]:
    return score_systems(FOLDER / "heldout.jsonl", store)


def test_held_out_claims_are_judged_right_and_none_falsely_supported(
    scores: dict[str, dict[str, dict[str, float]]],
) -> None:
    ours = scores["wenju"]
    assert ours["all"]["accuracy"] >= 0.95
    assert ours["all"]["false_supported"] == 0
    assert ours["all"]["slip_named"] >= 0.9
    for language in ("zh", "en"):
        assert ours[language]["accuracy"] >= 0.92


def test_looking_for_the_number_alone_supports_what_is_false(
    scores: dict[str, dict[str, dict[str, float]]],
) -> None:
    naive = scores["number-match"]["all"]
    assert naive["false_supported"] >= 10
    assert naive["accuracy"] < scores["wenju"]["all"]["accuracy"] - 0.3


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text('{"id": "a", "claim": "x", "language": "zh", "verdict": "maybe"}\n')
    with pytest.raises(CorpusError, match="line 1: verdict"):
        load_claims(path)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, float]]]:
    store = open_store(tmp_path_factory.mktemp("reports"))
    for name in ("yunchuan-2024.html", "qingyan-2023.docx"):
        store.add(ROOT / "tests" / "reports" / name)
    return score_systems(FOLDER / "other_reports.jsonl", store)


def test_articles_on_several_reports_hold_no_false_support_and_hardly_a_false_alarm(
    elsewhere: dict[str, dict[str, dict[str, float]]],
) -> None:
    ours = elsewhere["wenju"]
    assert ours["all"]["false_supported"] == 0
    assert ours["all"]["contradicted_precision"] >= 0.97
    assert ours["zh"]["accuracy"] >= 0.89
    assert ours["en"]["accuracy"] >= 0.78


def test_claims_by_a_reader_who_never_saw_the_code_are_judged_on_first_sight(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path)
    for name in ("zhaoxi-2019.txt", "linxu-2022.html"):
        store.add(ROOT / "tests" / "reports" / name)
    ours = score_systems(FOLDER / "first_sight.jsonl", store)["wenju"]
    assert ours["all"]["false_supported"] == 0
    assert ours["all"]["contradicted_precision"] == 1
    assert ours["zh"]["accuracy"] >= 0.9
    assert ours["en"]["accuracy"] >= 0.9


def test_claims_on_whole_reports_hold_no_false_support(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for name in (
        "yanxi-city-2023.txt",
        "ningyu-2026.html",
        "pingzhang-2019.md",
        "chacuo-2022.txt",
        "dongpu-2025.md",
        "cenjiang-2016.html",
        "zhiling-2023.txt",
        "huaxia-2023.txt",
        "hengyue-2025.docx",
        "luopu-2022.md",
        "yunque-2024.html",
        "pingxu-2023.txt",
        "huaichuan-2020.txt",
        "duozhou-2025.html",
        "xiuchuan-2022.docx",
        "liqiao-2023.txt",
        "yanling-2024.html",
        "yunbo-2020.txt",
        "xihe-2025.md",
        "jingyue-2026.md",
        "meixi-2018.txt",
        "hailing-2023.md",
    ):
        store.add(ROOT / "tests" / "reports" / name)
    ours = score_systems(FOLDER / "long_reports.jsonl", store)["wenju"]
    assert ours["all"]["false_supported"] == 0
    assert ours["all"]["accuracy"] >= 0.75
