"""A report read as if its years were in digits, and no spaces stood about its numbers.

由 2015 年的 1 086 亿元: word processors put spaces between Chinese signs and digits, and between
groups of digits; 二〇一五年 is as long as 2015年. The canonical text keeps them; the grammar of
figures reads a copy, and what it finds is placed in the text itself again.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from corpus.models import Figure, Report

# 由 2015 年的 338.7 亿元, 6.8 ％
_LOOSE = re.compile(r"(?<=[\u4e00-\u9fff，。、；：“（]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff％%‰℃])")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")  # 1 086 亿元

_WRITTEN_YEAR = re.compile("[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")  # 二〇一五年
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def closed(report: Report) -> Report | None:
    """The report in digits, without loose spaces; None where it is so already.

    Sections are moved.
    """
    gaps = _gaps(report.text)
    plain = _WRITTEN_YEAR.sub(lambda year: year[0].translate(_DIGITS), report.text)
    if not gaps and plain == report.text:
        return None
    sections = tuple(
        one.model_copy(
            update={
                "start": one.start - bisect_right(gaps, one.start - 1),
                "end": one.end - bisect_right(gaps, one.end - 1),
            }
        )
        for one in report.sections
    )
    ends = [*gaps, len(report.text)]
    text = "".join(plain[a:b] for a, b in zip([0, *(g + 1 for g in gaps)], ends, strict=True))
    return report.model_copy(update={"text": text, "sections": sections})


def reopened(figures: tuple[Figure, ...], report: Report) -> tuple[Figure, ...]:
    """Figures of the closed copy, placed in the report's own text."""
    gaps = set(_gaps(report.text))
    # where each sign of the copy, and its end, stands in the text
    places = [at for at in range(len(report.text) + 1) if at not in gaps]
    return tuple(_moved(one, places, report.text) for one in figures)


def _gaps(text: str) -> list[int]:
    """Where the loose spaces stand."""
    found = {one.start() for one in _LOOSE.finditer(text)}
    for group in _GROUPED.finditer(text):
        found.update(at for at in range(*group.span()) if text[at] == " ")
    return sorted(found)


def _moved(figure: Figure, places: list[int], text: str) -> Figure:
    """A figure whose spans end behind their last sign, not behind a space that follows it."""
    spans = {
        "start": places[figure.start],
        "end": places[figure.end - 1] + 1,
        "clause_start": places[figure.clause_start],
        "clause_end": places[figure.clause_end - 1] + 1,
    }
    return figure.model_copy(update={**spans, "text": text[spans["start"] : spans["end"]]})
