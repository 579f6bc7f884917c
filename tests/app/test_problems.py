"""What goes wrong with a file is said on the page in the language of its reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.models import Language
from assistant.page.problems import explained
from corpus.models import CorpusError
from corpus.report import load_report
from corpus.store import Store

BAD = {
    "short.txt": b"hello",
    "broken.pdf": b"%PDF-1.4 nothing",
    "broken.docx": b"nothing",
    "table.xyz": b"x",
    "renamed.txt": b"%PDF-1.4 \0\1\2",
    "empty.txt": b"",
    "bytes.txt": bytes(range(256)) * 9,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_explained_in_both_languages(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    with pytest.raises(CorpusError) as caught:
        load_report(path)
    chinese = explained(caught.value, Language.ZH)
    assert name in chinese
    assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", chinese.replace(str(path), "")), chinese
    assert explained(caught.value, Language.EN) == str(caught.value)


def test_a_report_that_is_gone_is_explained_in_chinese(store: Store) -> None:
    with pytest.raises(CorpusError) as caught:
        store.get("no-such-report")
    assert "no-such-report”已不在库中" in explained(caught.value, Language.ZH)
    assert "held are" not in explained(caught.value, Language.ZH)


def test_a_cause_without_chinese_keeps_its_own_words() -> None:
    assert explained(CorpusError("disk is full"), Language.ZH).endswith("disk is full")
