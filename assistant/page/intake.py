"""Takes a report that a reader sends, without touching those that are held."""

from __future__ import annotations

import os
from pathlib import Path

from corpus.models import CorpusError, Report
from corpus.report import load_report
from corpus.store import Store


def take_report(store: Store, path: Path) -> Report:
    """Hold a file's report, under another id where a different report has the file's name.

    Args:
        store: where it is held.
        path: the file, as it was received.

    Raises:
        CorpusError: the file holds no report; its message names the file without its folder.
    """
    try:
        report = load_report(path)
        identifier, number = report.id, 1
        while identifier in store.ids() and store.get(identifier).sha256 != report.sha256:
            number += 1
            identifier = f"{report.id[:76]}-{number}"
        return store.add(path, None if number == 1 else identifier)
    except CorpusError as error:
        raise CorpusError(str(error).replace(f"{path.parent}{os.sep}", "")) from error
