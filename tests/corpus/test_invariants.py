"""What holds for any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figures import extract_figures
from corpus.figures.quantities import find_quantities, fold
from corpus.models import CorpusError, Report
from corpus.passages import passages
from corpus.report import load_report, parse_report
from tests.corpus.conftest import FILLER
from tests.evals.test_golden import SECOND, SHIPPED, THIRD

LINES = [
    line for path in (SHIPPED, SECOND, THIRD) for line in load_report(path).text.split("\n") if line
]
PIECES = [piece for line in LINES for piece in line.replace("；", "，").split("，")]
MARKS = [
    "一、",
    "（一）",
    "1.",
    "——",
    "一是",
    "二是",
    "，",
    "。",
    "；",
    "：",
    "“",
    "”",
    "（",
    "）",
    "\n",
]
NUMBERS = [
    "8.7%",
    "1195.6亿元",
    "２０２２年",
    "十七个",
    "前20名",
    "第3位",
    "5%—6%",
    "1/5",
    " | ",
    "-",
]
SHUFFLED = st.lists(
    st.sampled_from(PIECES) | st.sampled_from(MARKS) | st.sampled_from(NUMBERS), max_size=40
).map("".join)
ANY = st.text(max_size=120) | SHUFFLED


def parsed(text: str) -> Report | None:
    try:
        return parse_report(FILLER + "\n" + text, "any")
    except CorpusError:
        return None


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_no_text_breaks_the_reader(text):
    report = parsed(text)
    if report is None:
        return
    for one in extract_figures(report):
        assert report.text[one.start : one.end] == one.text
        assert one.clause_start <= one.start < one.end <= one.clause_end <= len(report.text)
        assert one.indicator
        ranged = one.low is not None and one.high is not None and one.low < one.high
        assert (one.value is None) == ranged


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_sections_always_nest(text):
    report = parsed(text)
    if report is None:
        return
    ends = [len(report.text)]
    levels = [0]
    for one in report.sections:
        while levels[-1] >= one.level:
            levels.pop()
            ends.pop()
        assert one.start < one.end <= ends[-1]
        levels.append(one.level)
        ends.append(one.end)


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_passages_are_spans_that_never_cross_a_section(text):
    report = parsed(text)
    if report is None:
        return
    starts = [one.start for one in report.sections]
    for one in passages(report, 80):
        assert report.text[one.start : one.end] == one.text
        assert not any(one.start < start < one.end for start in starts)


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_reading_a_report_s_own_text_gives_the_same_text(text):
    report = parsed(text)
    if report is None:
        return
    again = parse_report(report.text, "any")
    assert again.text == report.text


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_quantities_are_ordered_and_apart(text):
    at = 0
    for one in find_quantities(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)
