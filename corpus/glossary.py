"""The field's terms in Chinese and English, read from glossary.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from corpus.english_names import (
    SILENT,
    WORD,
    base_forms,
    is_owner,
    is_possessive,
    lookup_key,
    stem_of,
    stems_of,
    turned_around,
    without_verb,
)
from corpus.models import CorpusError

PATH = Path(__file__).resolve().parent / "glossary.toml"
KINDS = ("indicator", "policy", "body", "place", "region", "industry", "general")


@dataclass(frozen=True)
class Term:
    """A name of the field in Chinese with its standard English, and what else it is called."""

    zh: str
    en: str
    kind: str  # one of KINDS
    zh_aliases: tuple[str, ...]
    en_aliases: tuple[str, ...]


@dataclass(frozen=True)
class TermMatch:
    """Terms found in a text; several where the words name several ("fiscal revenue")."""

    terms: tuple[Term, ...]
    start: int
    end: int
    alias: str


@dataclass(frozen=True)
class Everyday:
    """An everyday word in a text with the words that reports use for it: earn, 收入."""

    words: tuple[str, ...]
    start: int
    end: int


_Match = TypeVar("_Match", TermMatch, Everyday)


@dataclass(frozen=True)
class Unit:
    """A unit as reports write it, without multiple: 元, 平方米, 个."""

    zh: str
    base: str
    factor: Decimal  # in base units
    singular: str  # English; "" where English needs no counter
    plural: str


_MEASURED = ("indicator", "industry")  # kinds of terms that are measured


class Glossary:
    """Terms, units and multiples, with search in both languages."""

    def __init__(
        self,
        terms: tuple[Term, ...],
        units: tuple[Unit, ...],
        multiples: dict[str, Decimal],
        affixes: dict[str, str],
        everyday: dict[str, tuple[str, ...]],
        apart: dict[str, tuple[str, ...]],
    ) -> None:
        self.terms = terms
        self.units = units
        self.multiples = multiples
        self._affixes = affixes
        self._apart = apart
        self._by_unit = {unit.zh.lower(): unit for unit in units}
        self._zh: dict[str, list[Term]] = {}
        self._en: dict[tuple[str, ...], list[Term]] = {}
        for term in terms:
            for name in (term.zh, *term.zh_aliases):
                _append(self._zh, name, term)
            for name in (term.en, *term.en_aliases):
                _append(self._en, lookup_key(stems_of(name)), term)
        plain = list(self._en.items())
        self._en_turned: set[tuple[str, ...]] = set()
        for key, found in plain:
            for turned in turned_around(key):
                if turned not in self._en:
                    self._en[turned] = found
                    self._en_turned.add(turned)
        self._longest_zh = max(map(len, self._zh))
        self._longest_en = max(map(len, self._en))
        self._said_zh = {key: words for key, words in everyday.items() if not key.isascii()}
        self._said_en = {stems_of(key): words for key, words in everyday.items() if key.isascii()}
        self._said_stems = {stem for stems in self._said_en for stem in stems}
        self._found = lru_cache(maxsize=8192)(self._find)
        self._most_said_zh = max(map(len, self._said_zh), default=0)
        self._most_said_en = max(map(len, self._said_en), default=0)

    def unit(self, zh: str) -> Unit | None:
        """The unit of this name, without multiple."""
        return self._by_unit.get(zh.lower())  # GWh, GWH

    def compounds(self, words: Iterable[str]) -> tuple[str, ...]:
        """Words of another matter that some words stand in: 思路, 线路 for 路."""
        return tuple(one for word in words for one in self._apart.get(word, ()))

    def by_zh(self, name: str) -> Term | None:
        """The term with this Chinese name or alias."""
        found = self._zh.get(name)
        return found[0] if found else None

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """Terms in a text, longest first at each place, none overlapping, in order.

        English is matched by whole words, without regard to case, plural, hyphen or British
        spelling. A verb at an alias's end is not in the match: "investment" of "investment grow".
        """
        return self._found(text)

    def _find(self, text: str) -> tuple[TermMatch, ...]:
        return tuple(_apart([*self._find_zh(text), *self._find_en(text)]))

    def knows(self, name: str) -> bool:
        """Whether a Chinese word is a name, or within one, that the field has: 减负."""
        return any(name in one for one in (*self._zh, *self._said_zh))

    def everyday(self, text: str) -> list[Everyday]:
        """Everyday words in a text that reports have words of their own for, in order.

        Longest first at each place, none overlapping; whole words in English, without regard to
        case and plural.
        """
        return _apart([*self._everyday_zh(text), *self._everyday_en(text)])

    def said_of(self, word: str) -> tuple[str, ...]:
        """The words that reports have for one of everyday, which may be a single sign: 粮, 粮食."""
        return self._said_zh.get(word, ())

    def _everyday_zh(self, text: str) -> Iterator[Everyday]:
        for at in range(len(text)):
            for size in range(min(self._most_said_zh, len(text) - at), 1, -1):
                words = self._said_zh.get(text[at : at + size])
                if words:
                    yield Everyday(words, at, at + size)
                    break

    def _everyday_en(self, text: str) -> Iterator[Everyday]:
        words = [one for one in WORD.finditer(text) if not is_possessive(text, one)]
        stems = [stem_of(word[0]) for word in words]
        forms = [self._said_form(stem) for stem in stems]
        for at in range(len(words)):
            for size in range(min(self._most_said_en, len(words) - at), 0, -1):
                rows = (tuple(row[at : at + size]) for row in (stems, forms))
                found = next(filter(None, map(self._said_en.get, rows)), None)
                if found:
                    yield Everyday(found, words[at].start(), words[at + size - 1].end())
                    break

    def _said_form(self, stem: str) -> str:
        """The form that everyday words are kept in: build of building, evacuate of evacuated."""
        if (stem,) in self._said_en:
            return stem
        return next((form for form in base_forms(stem) if form in self._said_stems), stem)

    def english(self, name: str) -> str | None:
        """The standard English of a Chinese name; None where the glossary does not know it.

        A name that is a term with a usual word before or after it is put together:
        新增公办幼儿园 is "newly added public kindergartens".
        """
        term = self.by_zh(name)
        if term:
            return term.en
        for affix, pattern in self._affixes.items():
            rest = name.removeprefix(affix) if name.startswith(affix) else name.removesuffix(affix)
            if rest != name and len(rest) >= 2:
                inner = self.english(rest)
                if inner:
                    return pattern.format(inner)
        return None

    def _find_zh(self, text: str) -> list[TermMatch]:
        found: list[TermMatch] = []
        at = 0
        while at < len(text):
            for size in range(min(self._longest_zh, len(text) - at), 1, -1):
                name = text[at : at + size]
                terms = self._zh.get(name)
                inside = name[0].isascii() and _inside_word(text, at, at + size)
                if terms and not inside and not self._in_compound(text, name, at):
                    found.append(TermMatch(tuple(terms), at, at + size, name))
                    at += size - 1
                    break
            at += 1
        return found

    def _in_compound(self, text: str, name: str, at: int) -> bool:
        """Whether a name stands within a word of another matter: 一产 in 一镇一产业."""
        return any(
            text.startswith(one, max(0, at - one.index(name))) for one in self._apart.get(name, ())
        )

    def _find_en(self, text: str) -> list[TermMatch]:
        words = [
            one
            for one in WORD.finditer(text)
            if not is_possessive(text, one) and not is_owner(text, one)
        ]
        stems = [stem_of(word[0]) for word in words]
        found: list[TermMatch] = []
        at = 0
        while at < len(words):
            for size in range(min(self._longest_en + 2, len(words) - at), 0, -1):
                if size > 1 and stems[at + size - 1] in SILENT:
                    continue
                key = lookup_key(tuple(stems[at : at + size]))
                terms = self._en.get(key)
                rest = stems[at + size - 1 :]
                turned = key in self._en_turned and self._starts_longer(rest, _MEASURED)
                # the public (kindergartens)
                if turned or (size > 1 and stems[at] == "the" and self._starts_longer(rest)):
                    continue
                named = without_verb(stems[at : at + size])
                start, end = words[at].start(), words[at + named - 1].end()
                if terms and text[start:end].upper() not in self._zh:
                    found.append(TermMatch(tuple(terms), start, end, text[start:end]))
                    at += named - 1
                    break
            at += 1
        return found

    def _starts_longer(self, stems: list[str], kinds: tuple[str, ...] = ()) -> bool:
        """Whether a name's last word is the first of another: growth of (industrial) investment.

        But income of the collective (economy) is what it seems.
        """
        most = min(self._longest_en, len(stems))
        longer = (self._en.get(lookup_key(tuple(stems[:size])), []) for size in range(2, most + 1))
        return any(not kinds or term.kind in kinds for terms in longer for term in terms)


def _apart(matches: list[_Match]) -> list[_Match]:
    """The longest match at each place, in order, none overlapping."""
    found: list[_Match] = []
    for match in sorted(matches, key=lambda one: (one.start, -one.end)):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return found


def _append(table: dict[Any, list[Term]], key: Any, term: Term) -> None:
    row = table.setdefault(key, [])
    if term not in row:
        row.append(term)


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(re.match("[A-Za-z]", before) or re.match("[A-Za-z]", after))


@lru_cache(maxsize=1)
def load_glossary() -> Glossary:
    """The glossary, read once.

    Raises:
        CorpusError: glossary.toml is malformed; the message says which entry and how.
    """
    try:
        data = tomllib.loads(PATH.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CorpusError(f"{PATH}: can't be read as TOML ({error})") from error
    terms = tuple(
        _term(name, kind, row) for kind in KINDS for name, row in data.get(kind, {}).items()
    )
    return Glossary(
        terms,
        tuple(_unit(name, row) for name, row in data["unit"].items()),
        {name: Decimal(number) for name, number in data["multiple"].items()},
        data["affix"],
        {key: _strings(key, "words", words) for key, words in data["word"].items()},
        {key: _strings(key, "compounds", words) for key, words in data["apart"].items()},
    )


def _strings(name: str, field: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise CorpusError(f"{PATH}: {field} of {name} must be a list of strings")
    return tuple(value)


def _term(name: str, kind: str, row: dict[str, object]) -> Term:
    english = _strings(name, "en", row.get("en"))
    if not english:
        raise CorpusError(f"{PATH}: {name} has no English")
    return Term(name, english[0], kind, _strings(name, "zh", row.get("zh", [])), english[1:])


def _unit(name: str, row: dict[str, Any]) -> Unit:
    try:
        singular, plural = row["en"]
        return Unit(name, row["base"], Decimal(row["factor"]), singular, plural)
    except (KeyError, ValueError, InvalidOperation) as error:
        raise CorpusError(f"{PATH}: unit {name} needs base, factor and two forms in en") from error


def names(terms: Iterable[Term]) -> tuple[str, ...]:
    """All Chinese names of some terms, the standard one of each first."""
    return tuple(dict.fromkeys(name for term in terms for name in (term.zh, *term.zh_aliases)))
