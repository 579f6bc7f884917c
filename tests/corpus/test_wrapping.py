"""A report is the same however its lines are broken: set to a width, paged, or all on one line."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from corpus.figures import extract_figures
from corpus.models import Report
from corpus.report import load_report, parse_report
from corpus.wrapping import unwrapped
from tests.evals.test_golden import SHIPPED

PARAGRAPHS = load_report(SHIPPED).text.split("\n")


def wrapped(width: int, between: str = "\n") -> str:
    """Each paragraph in lines of so many signs."""
    return between.join(
        "\n".join(one[at : at + width] for at in range(0, len(one), width)) for one in PARAGRAPHS
    )


def paged(size: int) -> str:
    """Pages of so many signs, each ended by its number and a line that all have."""
    text = "\n".join(PARAGRAPHS)
    pages = [text[at : at + size] for at in range(0, len(text), size)]
    return "".join(f"{page}\n— {at} —\n会议文件\n" for at, page in enumerate(pages, start=1))


def told(report: Report) -> Counter[tuple[object, ...]]:
    return Counter(
        (one.value, one.unit, one.kind, one.year, one.measure) for one in extract_figures(report)
    )


LAID = {
    "set to 38 signs": wrapped(38),
    "set to 60 signs, a line between": wrapped(60, "\n\n"),
    "a space for each line's end": " ".join(PARAGRAPHS),
    "no line's end at all": "".join(PARAGRAPHS),
    "pages": paged(1000),
}


@pytest.mark.parametrize("laid", LAID.values(), ids=LAID.keys())
def test_the_figures_and_periods_are_the_same_however_it_is_laid_out(laid: str) -> None:
    report = parse_report(laid, "laid")
    plain = load_report(SHIPPED)
    assert (report.place, report.year, report.date) == (plain.place, plain.year, plain.date)
    assert report.speaker == plain.speaker
    apart = told(plain) - told(report)
    assert apart.total() <= 3  # a page may end between a heading's number and its words
    assert re.sub(r"\s", "", report.text).startswith(re.sub(r"\s", "", "".join(PARAGRAPHS))[:200])


def test_a_stretch_with_its_lines_broken_is_put_together_where_the_rest_is_whole() -> None:
    whole = "全年实施重点项目168个，完成投资143.6亿元，其中新开工57个、竣工41个，储备充足。"
    broken = [
        "坚持财政再紧也不紧民生，民生支出147.3亿元，占一般公共预",
        "算支出的79%，新建学校17所，新增学位9450个，累计发放各类救",
        "助资金4.87亿元，改造老旧小区62个。",
        "新增养老床位860张，建成社区食堂24个，惠及群众5300户，扩大",
        "供给。",
    ]
    assert unwrapped([whole] * 6 + broken + [whole]) == [
        *([whole] * 6),
        "".join(broken[:3]),
        "".join(broken[3:]),
        whole,
    ]
