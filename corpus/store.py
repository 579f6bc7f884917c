"""The reports held in one folder, with their figures. Safe to read while another process writes."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from filelock import FileLock
from pydantic import TypeAdapter

from corpus import figures as figures_package
from corpus import passages as passages_module
from corpus.figures import extract_figures
from corpus.models import CorpusError, Figure, Passage, Report
from corpus.report import load_report, reread
from corpus.settings import get_settings

SHIPPED = Path(__file__).resolve().parent / "reports"
_FIGURES = TypeAdapter(tuple[Figure, ...])


@lru_cache(maxsize=1)
def _extractor_version() -> str:
    """A hash of the code and data that heads, sections and figures come from.

    Another one makes what is held of them stale.
    """
    digest = hashlib.sha256()
    folder = Path(figures_package.__file__).parent
    names = ("header.py", "headings.py", "outline.py", "periods.py", "glossary.toml")
    beside = (folder.parent / name for name in names)
    for path in (*sorted(folder.glob("*.py")), *beside):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Store:
    """Reports under ``home/reports/ID.json``, written whole or not at all."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._folder = home / "reports"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(
                f"{home}: can't be used as WENJU_HOME ({error.strerror}); name a folder that "
                "may be written to"
            ) from error
        self._lock = FileLock(home / "reports.lock")

    @property
    def home(self) -> Path:
        """The folder that holds all state."""
        return self._home

    def ids(self) -> tuple[str, ...]:
        """Ids of the reports held, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.json")))

    def get(self, identifier: str) -> Report:
        """One report; its head and sections are read anew where the code has changed.

        Raises:
            CorpusError: there is none with this id; the message names those that are held.
        """
        path = self._path(identifier)
        try:
            stamp = path.stat().st_mtime_ns
            return _read_report(path, stamp)
        except OSError as error:
            held = ", ".join(self.ids()) or "none; add one with: python -m corpus add FILE"
            raise CorpusError(f"no report {identifier!r}; held are: {held}") from error

    def reports(self) -> list[Report]:
        """All reports, by id."""
        return [self.get(identifier) for identifier in self.ids()]

    def add(self, path: Path | str, identifier: str | None = None) -> Report:
        """Read a file and hold its report.

        The same content again changes nothing; another version of a report that is held, of
        the same place and year under the same id, takes its place.

        Raises:
            CorpusError: the file holds no report, or another report has its id.
        """
        report = load_report(path, identifier)
        with self._lock:
            for held in self.reports():
                if held.sha256 == report.sha256 and identifier in (None, held.id):
                    return held
                if held.id == report.id and not _is_version(held, report):
                    raise CorpusError(
                        f"{path}: id {report.id!r} is held by another report, {held.title!r} of "
                        f"{held.year}; give this one another with --id, or remove that one first"
                    )
            figures = extract_figures(report)
            record = {
                "report": report.model_dump(mode="json"),
                "figures": [figure.model_dump(mode="json") for figure in figures],
                "extractor": _extractor_version(),
            }
            _write_whole(self._path(report.id), json.dumps(record, ensure_ascii=False))
        return report

    def remove(self, identifier: str) -> None:
        """Let go of a report.

        Raises:
            CorpusError: there is none with this id.
        """
        with self._lock:
            self.get(identifier)
            self._path(identifier).unlink()

    def figures(self, identifier: str) -> tuple[Figure, ...]:
        """The figures of one report in document order; found anew where the code has changed."""
        report = self.get(identifier)
        path = self._path(identifier)
        return _read_figures(path, path.stat().st_mtime_ns, report.sha256)

    def passages(self, identifier: str) -> tuple[Passage, ...]:
        """The passages of one report, of the size that the settings name."""
        return passages_module.passages(self.get(identifier), get_settings().passage_characters)

    def _path(self, identifier: str) -> Path:
        if "/" in identifier or identifier.startswith("."):
            raise CorpusError(f"report id {identifier!r} is not usable")
        return self._folder / f"{identifier}.json"


def _is_version(held: Report, report: Report) -> bool:
    return (held.place, held.year) == (report.place, report.year)


@lru_cache(maxsize=256)
def _read_report(path: Path, _stamp: int) -> Report:
    return _report_of(json.loads(path.read_text(encoding="utf-8")))


def _report_of(record: dict[str, Any]) -> Report:
    report = Report.model_validate(record["report"])
    return report if record.get("extractor") == _extractor_version() else reread(report)


@lru_cache(maxsize=256)
def _read_figures(path: Path, _stamp: int, _sha256: str) -> tuple[Figure, ...]:
    record = json.loads(path.read_text(encoding="utf-8"))
    if record.get("extractor") == _extractor_version():
        return _FIGURES.validate_python(record["figures"])
    return extract_figures(_report_of(record))


def _write_whole(path: Path, content: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def open_store(home: Path | None = None) -> Store:
    """The store in the folder that the settings name, filled with the shipped reports if new.

    Args:
        home: another folder than ``WENJU_HOME``.
    """
    settings = get_settings()
    folder = home or settings.home
    store = Store(folder)
    filled = folder / "reports" / ".filled"
    if not filled.exists():
        with FileLock(folder / "filling.lock"):
            if not filled.exists():
                if settings.shipped_reports and not store.ids():
                    for path in sorted(SHIPPED.glob("*.txt")):
                        store.add(path)
                filled.touch()
    return store
