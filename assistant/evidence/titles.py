"""What a sentence stands under: its headings, and a title within its paragraph."""

from __future__ import annotations

import re

from corpus.models import Report
from corpus.outline import section_at
from corpus.sentences import Span

# 招商引资成效显著。依托…: a short sentence within a paragraph that others stand under
_TITLE = re.compile("[\u4e00-\u9fff“”‘’]{4,14}。")


def paths_over(report: Report, spans: list[Span]) -> dict[int, str]:
    """By where a sentence starts, the headings over it and the title that it follows."""
    found: dict[int, str] = {}
    title, last = "", 0
    for start, end in spans:
        section = section_at(report.sections, start)
        if "\n" in report.text[last:start]:
            title = ""
        found[start] = "".join(section.path if section else ()) + title
        if _TITLE.fullmatch(report.text, start, end):
            title = report.text[start:end]
        last = end
    return found
