"""The glossary as the product uses it: on sentences of real reports and questions on them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.glossary import KINDS, Term, load_glossary

LINLAN = Path(__file__).parents[1] / "reports" / "linlan-2025.txt"
# Words of grammar and of asking: a name made of them alone would be found in any question.
STOP = frozenset(
    """a an the of in on at to for by with from and or as is are was were be been it its this that
    these those there what which who how much many do does did has have had will would can no any
    some all each more most than so such only please tell me total number amount rate share ratio
    growth increase level value figure year percent report""".split()
)


def _terms(text: str) -> set[str]:
    return {term.zh for match in load_glossary().find(text) for term in match.terms}


def test_holds_a_thousand_terms_of_each_kind() -> None:
    terms = load_glossary().terms
    assert len(terms) >= 1000
    assert {term.kind for term in terms} == set(KINDS)


def test_no_chinese_name_stands_for_two_things_that_the_other_names() -> None:
    """An alias may be shared, but the name of one term is no alias of another."""
    terms = load_glossary().terms
    counts = Counter(term.zh for term in terms)
    assert [zh for zh, count in counts.items() if count > 1] == []
    aliases = {alias for term in terms for alias in term.zh_aliases}
    assert sorted(aliases & counts.keys()) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_name_is_found_as_its_own_term(language: str) -> None:
    missed = []
    for term in load_glossary().terms:
        for name in _names(term, language):
            found = load_glossary().find(name)
            whole = [m for m in found if (m.start, m.end) == (0, len(name)) and term in m.terms]
            if not whole and len(name) > 1:
                missed.append((term.zh, name))
    assert missed == []


def _names(term: Term, language: str) -> tuple[str, ...]:
    return (term.zh, *term.zh_aliases) if language == "zh" else (term.en, *term.en_aliases)


def test_no_english_name_is_of_stop_words_only() -> None:
    bare = [
        (term.zh, name)
        for term in load_glossary().terms
        for name in (term.en, *term.en_aliases)
        if all(word in STOP for word in re.findall("[a-z0-9]+", name.lower()))
    ]
    assert bare == []
