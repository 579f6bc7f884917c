"""Sets a year's growth targets beside the growth of the year before."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from assistant.answers.english_figures import english_cell
from assistant.evidence.names import folded_name
from assistant.evidence.sources import Reference
from assistant.models import Language
from assistant.page.interface import texts
from corpus.glossary import load_glossary
from corpus.models import Figure, Kind, Measure, Report


@dataclass(frozen=True)
class GrowthPair:
    """An indicator with its growth in one year and the growth aimed at for the next."""

    before: Figure
    target: Figure

    def name(self, language: Language) -> str:
        """What the indicator is called, in English where the glossary knows it."""
        english = load_glossary().english(self.target.indicator)
        if language is Language.EN and english:
            return english[:1].upper() + english[1:]
        return self.target.indicator


def growth_pairs(report: Report, figures: Iterable[Figure]) -> list[GrowthPair]:
    """The indicators of the report's own place that have both, in the order of the targets.

    Args:
        report: its year is the targets' year.
        figures: of the report.
    """
    if report.year is None:
        return []
    grown: dict[str, Figure] = {}
    aimed: dict[str, Figure] = {}
    for figure in figures:
        if figure.measure is not Measure.GROWTH or figure.unit != "%" or figure.scope:
            continue
        key = _key(figure.indicator)
        if figure.kind is Kind.TARGET and figure.year == report.year:
            aimed.setdefault(key, figure)
        elif figure.kind is not Kind.TARGET and figure.year == report.year - 1:
            grown.setdefault(key, figure)
    return [GrowthPair(grown[key], target) for key, target in aimed.items() if key in grown]


def plot_table(pairs: list[GrowthPair], language: Language) -> pd.DataFrame:
    """Two bars for each pair, side by side: ``indicator``, ``growth`` in %, ``series``.

    Bars of one category are stacked by the plot, which would show a sum that means nothing,
    so each bar is a category of its own; the second bears no name.
    """
    said = texts(language)
    rows: list[tuple[str, float, str]] = []
    for number, pair in enumerate(pairs, start=1):
        grown = said["plot_growth_of"].format(year=pair.before.year)
        aimed = said["plot_target_of"].format(year=pair.target.year)
        rows.append((pair.name(language), float(_middle(pair.before)), grown))
        rows.append(("\u200b" * number, float(_middle(pair.target)), aimed))
    return pd.DataFrame(rows, columns=["indicator", "growth", "series"])


def pairs_html(pairs: list[GrowthPair], language: Language) -> str:
    """The same as a table that can be read aloud, each figure a link to its place."""
    if not pairs:
        return ""
    said = texts(language)
    first = pairs[0]
    grown = said["plot_growth_of"].format(year=first.before.year)
    aimed = said["plot_target_of"].format(year=first.target.year)
    rows = "".join(
        f"<tr><td>{html.escape(pair.name(language))}</td><td>{_link(pair.before, language)}</td>"
        f"<td>{_link(pair.target, language)}</td></tr>"
        for pair in pairs
    )
    return (
        f'<table class="pairs"><tr><th>{said["indicator"]}</th><th>{grown}</th>'
        f"<th>{aimed}</th></tr>{rows}</table>"
    )


def _key(indicator: str) -> str:
    term = load_glossary().by_zh(indicator)
    return term.zh if term else folded_name(indicator)


def _middle(figure: Figure) -> Decimal:
    if figure.value is not None:
        return figure.value
    assert figure.low is not None
    assert figure.high is not None
    return (figure.low + figure.high) / 2


def _link(figure: Figure, language: Language) -> str:
    place = Reference(figure.report, figure.clause_start, figure.clause_end)
    shown = english_cell(figure) if language is Language.EN else figure.text
    return f'<a class="cite" href="{place}">{html.escape(shown)}</a>'
