"""The golden tables hold what the reports say, and the extractor reaches them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.figures import extract_figures
from corpus.figures.spans_of_years import OVER_YEARS
from corpus.models import Figure, Qualifier, Report
from corpus.report import load_report
from evals.golden import GoldenFigure, Scores, describe, load_golden, score

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "corpus" / "reports" / "nanchang-county-2022.txt"
REPORTS = ROOT / "tests" / "reports"
SECOND = REPORTS / "linlan-2025.txt"
THIRD = REPORTS / "qingyan-2023.docx"
FOURTH = REPORTS / "daichuan-2022.txt"
FIFTH = REPORTS / "lanpu-2023.md"
# Short ones on the patterns of a banner's and a city's reports, read by who never saw the grammar.
OTHERS = (REPORTS / "chagan-2020.txt", REPORTS / "taijiang-2010.txt")

FLOORS = {
    "recall": 0.98,
    "precision": 0.98,
    "indicator": 0.95,
    "kind": 0.97,
    "year": 0.97,
    "qualifier": 0.95,
    "measure": 0.95,
}
# On reports of another place and year.
ALLOWANCE = 0.04


@pytest.fixture(
    scope="module",
    params=[SHIPPED, SECOND, THIRD, FOURTH, FIFTH, *OTHERS],
    ids=lambda path: path.stem,
)
def read(request: pytest.FixtureRequest) -> tuple[Report, tuple[GoldenFigure, ...]]:
    path: Path = request.param
    return load_report(path, path.stem), load_golden(path.stem)


def shares(scores: Scores) -> dict[str, float]:
    return {"recall": scores.recall, "precision": scores.precision, **scores.fields}


def figure(golden: GoldenFigure, **changes: object) -> Figure:
    fields = golden.model_dump(exclude={"also"}) | changes
    return Figure(report="r", clause_start=golden.start, clause_end=golden.end, **fields)


def test_each_golden_row_quotes_the_report(read):
    report, golden = read
    for row in golden:
        assert report.text[row.start : row.end] == row.text


def test_golden_rows_stand_in_document_order_and_only_share_a_span_by_name(read):
    _, golden = read
    assert [row.start for row in golden] == sorted(row.start for row in golden)
    keys = [(row.start, row.indicator) for row in golden]
    assert len(keys) == len(set(keys))


def test_each_golden_row_is_a_value_or_a_range(read):
    _, golden = read
    for row in golden:
        ranged = row.low is not None and row.high is not None and row.low < row.high
        assert (row.value is None) == ranged, row


def test_golden_kind_follows_the_period_that_is_spoken_of(read):
    report, golden = read
    assert report.year is not None
    for row in golden:
        if row.year is None:
            # added up over years, before a change, or aimed at over years: 分三年共
            ahead = OVER_YEARS.search(report.text[row.start - 16 : row.start])
            assert row.kind == "actual" or ahead, row
        elif row.kind == "target":
            # What was aimed at for the year under review is quoted beside what came of it.
            assert row.year >= report.year - 1, row
        else:
            assert row.year < report.year, row


def test_second_report_has_no_page_chrome_and_the_right_head():
    report = load_report(SECOND)
    assert (report.year, report.place) == (2025, "临澜市")
    for chrome in ("当前位置", "浏览次数", "打印", "备案号", "版权所有"):
        assert chrome not in report.text


def test_a_perfect_extractor_scores_one(read):
    _, golden = read
    scores = score(golden, [figure(row) for row in golden])
    assert set(shares(scores).values()) == {1.0}
    assert scores.strict_indicator == scores.exact_span == 1.0
    assert (scores.misses, scores.missed, scores.invented) == ((), (), ())


def test_each_slip_lowers_its_own_share_alone(read):
    _, golden = read
    first = golden[0]
    rest = [figure(row) for row in golden[1:]]
    slips = {
        "indicator": "别的指标",
        "qualifier": Qualifier.AT_MOST,
        "year": 1999,
        "scope": "别处",
    }
    for field, value in slips.items():
        scores = score(golden, [figure(first, **{field: value}), *rest])
        lowered = {name for name, share in shares(scores).items() if share < 1}
        assert lowered == {field}
        assert [miss.start for miss in scores.misses] == [first.start]


def test_wrong_value_or_unit_is_both_missed_and_invented(read):
    _, golden = read
    rest = [figure(row) for row in golden[1:]]
    for wrong in ({"value": 7}, {"unit": "个"}):
        scores = score(golden, [figure(golden[0], **wrong), *rest])
        assert scores.missed == (golden[0],)
        assert len(scores.invented) == 1
        assert golden[0].text in describe(scores)


def test_names_may_differ_by_a_particle_or_by_a_fair_other_name():
    golden = load_golden("nanchang-county-2022")
    row = next(row for row in golden if row.also)
    for name in (row.indicator, *row.also, " ".join(row.indicator)):
        assert score([row], [figure(row, indicator=name)]).fields["indicator"] == 1
    assert score([row], [figure(row, indicator=row.also[0])]).strict_indicator == 0


def test_rows_that_share_a_span_match_by_name_whatever_the_order():
    # 办复率和满意率均达到100%
    golden = [row for row in load_golden("nanchang-county-2022") if row.start == 5654]
    assert len(golden) == 2
    scores = score(golden, [figure(row) for row in reversed(golden)])
    assert scores.fields["indicator"] == 1


def test_nothing_found_in_nothing_is_no_error():
    scores = score([], [])
    assert (scores.recall, scores.precision) == (1, 1)


def test_the_extractor_reaches_the_golden_table(read):
    report, golden = read
    scores = score(golden, extract_figures(report))
    shipped = report.id == SHIPPED.stem
    allowance = 0.0 if shipped else ALLOWANCE
    below = {
        name: round(shares(scores)[name], 3)
        for name, floor in FLOORS.items()
        if shares(scores)[name] < floor - allowance
    }
    assert not below, describe(scores)
