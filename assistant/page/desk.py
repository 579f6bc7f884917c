"""What the page shows and hands out, made of the reports held: texts, tables, files."""

from __future__ import annotations

import hashlib
import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from assistant.evidence.knowledge import prepare
from assistant.evidence.sources import Reference
from assistant.models import Language
from assistant.page.examples import example_questions
from assistant.page.export import verification_markdown, verification_word
from assistant.page.figure_table import (
    Choice,
    Order,
    choose_rows,
    csv_table,
    excel_table,
    shown_table,
    table_rows,
    years_of,
)
from assistant.page.growth import growth_pairs, pairs_html, plot_table
from assistant.page.interface import texts
from assistant.page.problems import explained
from assistant.page.rendering import empty_html, report_html, verification_html
from assistant.verify import verify
from assistant.verifying.verification import Verification
from corpus.models import CorpusError, Kind, Part
from corpus.store import Store

_LOG = logging.getLogger("wenju")
_PARTS = (Part.REVIEW, Part.PLAN)
_LONGEST = 50_000  # characters of a draft


@dataclass(frozen=True)
class Listed:
    """Figures that fit a choice: as a table, in a sentence, and as files."""

    table: pd.DataFrame
    told: str
    csv: str
    excel: str


@dataclass(frozen=True)
class Plotted:
    """Growth targets beside the growth of the year before."""

    title: str
    bars: pd.DataFrame  # of `plot_table`
    table: str  # HTML
    years: list[int]  # that figures can be had of, the latest first


@dataclass(frozen=True)
class Checked:
    """A check of a draft as it is shown, with what can be handed out of it."""

    shown: str  # HTML
    found: Verification | None = None


class Desk:
    """Hands out what a store's reports hold. ``report`` is an id, or "" for all of them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._files = tempfile.TemporaryDirectory(prefix="wenju-")

    def titles(self) -> dict[str, str]:
        """The titles of the reports held, by id."""
        return {report.id: report.title for report in self.store.reports()}

    def report_choices(self, language: Language) -> list[tuple[str, str]]:
        """What can be chosen to read and ask: label and id; all of them where there are several."""
        held = [(title, identifier) for identifier, title in self.titles().items()]
        return held if len(held) == 1 else [(texts(language)["all_reports"], ""), *held]

    def field_choices(self, language: Language) -> dict[str, list[tuple[str, str]]]:
        """What figures can be chosen by: label and value of each kind, part and order."""
        said = texts(language)
        every = (said["any"], "")
        return {
            "kind": [every, *((said[f"kind_{one.value}"], one.value) for one in Kind)],
            "part": [every, *((said[f"part_{one.value}"], one.value) for one in _PARTS)],
            "order": [(said[f"order_{one.value}"], one.value) for one in Order],
        }

    def examples(self, report: str, language: Language) -> list[str]:
        """Questions that a report answers, the first one where none is chosen."""
        chosen = self._chosen(report)
        return example_questions(prepare(self.store, chosen[0]), language) if chosen else []

    def read(self, report: str, place: Reference | None, language: Language) -> str:
        """A report as HTML with one place marked; the first one where none is chosen.

        Raises:
            CorpusError: it is not held.
        """
        held = self.store.ids()
        if not held:
            return empty_html(texts(language)["no_report"])
        return report_html(self.store.get(report or held[0]), place, language)

    def list_figures(self, report: str, choice: Choice, language: Language) -> Listed:
        """The figures that fit a choice."""
        said = texts(language)
        rows = table_rows(self.store, self._chosen(report))
        chosen = choose_rows(rows, choice)
        told = said["shown_of"].format(all=len(rows), shown=len(chosen))
        return Listed(
            table=shown_table(chosen, language),
            told=told if chosen else said["none_shown"],
            csv=self._file("figures.csv", csv_table(chosen)),
            excel=self._file("figures.xlsx", excel_table(chosen)),
        )

    def plot(self, report: str, language: Language) -> Plotted:
        """Targets and growth of a report, the first one where none is chosen."""
        said = texts(language)
        chosen = self._chosen(report)
        shown = self.store.get(chosen[0]) if chosen else None
        pairs = growth_pairs(shown, self.store.figures(shown.id)) if shown else []
        year = shown.year if shown else None
        return Plotted(
            title=said["plot_of"].format(year=year, before=year - 1) if year and pairs else "",
            bars=plot_table(pairs, language),
            table=pairs_html(pairs, language) or empty_html(said["plot_none"]),
            years=years_of(table_rows(self.store, chosen)),
        )

    def check(self, draft: str, report: str, language: Language) -> Checked:
        """Check a draft; what goes wrong is told in one sentence."""
        said = texts(language)
        if not draft.strip():
            return Checked(empty_html(said["verify_empty"]))
        if len(draft) > _LONGEST:
            told = said["too_long_of"].format(length=len(draft), most=_LONGEST)
            return Checked(empty_html(told))
        try:
            found = verify(draft, self.store, report or None)
        except CorpusError as error:
            return Checked(empty_html(said["failed"], explained(error, language)))
        except Exception:
            _LOG.exception("a check failed")
            return Checked(empty_html(said["failed"], said["failed_more"]))
        return Checked(verification_html(found, language), found)

    def hand_out(self, found: Verification) -> tuple[str, str]:
        """A check as files, in Markdown and Word."""
        titles = self.titles()
        markdown = verification_markdown(found, titles).encode()
        word = verification_word(found, titles)
        return self._file("check.md", markdown), self._file("check.docx", word)

    def _chosen(self, report: str) -> tuple[str, ...]:
        return (report,) if report else self.store.ids()

    def _file(self, name: str, content: bytes) -> str:
        """A file of this content; the same one for the same content."""
        folder = Path(self._files.name) / hashlib.sha256(content).hexdigest()[:16]
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        return str(folder / name)
