"""Brings the index up to date with the corpus; embeds only texts that it has no vector of."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tqdm import tqdm

from corpus import headings as headings_module
from corpus import outline as outline_module
from corpus import passages as passages_module
from corpus import periods as periods_module
from corpus import sentences as sentences_module
from corpus.models import Passage
from corpus.settings import get_settings
from corpus.store import Store
from index.chroma import Place, Row, Rows, open_rows
from index.embeddings import SentenceEmbeddings
from index.manifest import HeldReport, Manifest, Stamp, read_manifest, write_manifest

_BATCH = 32  # texts embedded between two writes: what a killed build loses at most
_log = logging.getLogger("wenju.index")


@dataclass(frozen=True)
class Built:
    """What a build did, in passages."""

    reports: int
    passages: int
    embedded: int  # distinct texts that the model was run on
    reused: int  # passages whose vector was there
    removed: int  # rows that are no longer part of the index


@dataclass(frozen=True)
class Location:
    """Where the index of one model and one size of passages is."""

    place: Place
    collection: str
    remembers: dict[str, str | int]  # what the collection's metadata says of its vectors
    manifest: Path


def stamps(store: Store) -> dict[str, Stamp]:
    """The state of each report's file; cheap enough to ask before each search."""
    found: dict[str, Stamp] = {}
    with os.scandir(store.home / "reports") as entries:
        for entry in entries:
            if entry.name.endswith(".json") and not entry.name.startswith("."):
                state = entry.stat()
                found[entry.name.removesuffix(".json")] = (state.st_mtime_ns, state.st_size)
    return dict(sorted(found.items()))


def locate(store: Store, embeddings: SentenceEmbeddings) -> Location:
    """Where the index is, or will be, for a model and the settings.

    Vectors of two models never meet: model, dimension and passage size are in the name.
    """
    settings = get_settings()
    folder = store.home / "index"
    place = Place(folder / "chroma", settings.chroma_url)
    short = hashlib.sha256(embeddings.name.encode()).hexdigest()[:6]
    size = settings.passage_characters
    name = (
        f"wenju-{_identity(folder)}-{short}-{embeddings.fingerprint}"
        f"-{embeddings.dimension}d-{size}c"
    )
    remembers: dict[str, str | int] = {
        "model": embeddings.name,
        "dimension": embeddings.dimension,
        "passage_characters": size,
    }
    return Location(place, name, remembers, folder / "manifests" / f"{name}@{place.key}.json")


def is_current(manifest: Manifest | None, now: dict[str, Stamp]) -> bool:
    """Whether a manifest speaks of the reports as they are."""
    return (
        manifest is not None
        and manifest.code == _code_version()
        and {name: held.stamp for name, held in manifest.reports.items()} == now
    )


def embedded_text(passage: Passage) -> str:
    """What is embedded for a passage: its part and section, what introduces it, and its text.

    The headings between the part and the section are left out, and the section's where the text
    says it: they would make a passage a quarter longer, and the build slower by as much.
    """
    headings = [*passage.section[:1], *passage.section[1:][-1:]]
    context = [heading for heading in headings if heading not in passage.text]
    return "\n".join([*context, passage.lead + passage.text])


def build(
    store: Store, embeddings: SentenceEmbeddings, location: Location, *, rebuild: bool = False
) -> Built:
    """Write the rows that are missing, then the manifest, then let go of rows that it lacks.

    The caller holds the build lock. Killed at any point, the former manifest and its rows stay
    as they were, and rows written so far are used by the next build.

    Args:
        store: the reports.
        embeddings: the model.
        location: as `locate` gives it.
        rebuild: embed all texts anew.
    """
    now = stamps(store)
    former = read_manifest(location.manifest)
    if former is None:
        _tell_of_change(location, embeddings)
    with open_rows(location.place, location.collection, location.remembers) as rows:
        present = rows.ids()
        kept = {} if rebuild else _unchanged(former, now, set(present))
        wanted: dict[str, dict[str, Passage]] = {
            report: {row_id(passage): passage for passage in store.passages(report)}
            for report in now
            if report not in kept
        }
        embedded, reused = _write(rows, wanted, [] if rebuild else present, embeddings)
        held = {
            report: kept.get(report) or HeldReport(stamp=stamp, rows=tuple(wanted[report]))
            for report, stamp in now.items()
        }
        manifest = Manifest(
            model=embeddings.name,
            dimension=embeddings.dimension,
            passage_characters=get_settings().passage_characters,
            code=_code_version(),
            reports=held,
        )
        write_manifest(location.manifest, manifest)
        # Searches hold what they have read, and read again where rows are gone.
        listed = set(manifest.rows)
        orphans = [row for row in present if row not in listed]
        rows.delete(orphans)
    already = sum(len(one.rows) for one in kept.values())
    return Built(len(held), len(manifest.rows), embedded, reused + already, len(orphans))


def row_id(passage: Passage) -> str:
    """Names a row by what is embedded and, after the dash, by all that the row says."""
    everything = passage.model_dump_json()
    return f"{_content(passage)}-{hashlib.sha256(everything.encode()).hexdigest()[:16]}"


def _content(passage: Passage) -> str:
    return hashlib.sha256(embedded_text(passage).encode()).hexdigest()[:32]


def _unchanged(
    former: Manifest | None, now: dict[str, Stamp], present: set[str]
) -> dict[str, HeldReport]:
    if former is None or former.code != _code_version():
        return {}
    return {
        report: held
        for report, held in former.reports.items()
        if now.get(report) == held.stamp and present.issuperset(held.rows)
    }


def _write(
    rows: Rows,
    wanted: dict[str, dict[str, Passage]],
    present: list[str],
    embeddings: SentenceEmbeddings,
) -> tuple[int, int]:
    """Write the wanted rows that are missing; how many texts were embedded, how many rows not."""
    there = set(present)
    missing = [
        (name, passage)
        for passages in wanted.values()
        for name, passage in passages.items()
        if name not in there
    ]
    same = {row.split("-")[0]: row for row in present}
    held = (same[key] for _, passage in missing if (key := _content(passage)) in same)
    known = rows.read(list(dict.fromkeys(held)))  # two reports may share a paragraph
    vectors = {name.split("-")[0]: row.vector for name, row in known.items()}
    copies = [
        Row(name, passage, vectors[key])
        for name, passage in missing
        if (key := _content(passage)) in vectors
    ]
    rows.write(copies)
    fresh: dict[str, list[tuple[str, Passage]]] = {}
    for name, passage in missing:
        if _content(passage) not in vectors:
            fresh.setdefault(embedded_text(passage), []).append((name, passage))
    _embed(rows, fresh, embeddings)
    total = sum(len(passages) for passages in wanted.values())
    return len(fresh), total - sum(len(these) for these in fresh.values())


def _embed(
    rows: Rows, fresh: dict[str, list[tuple[str, Passage]]], embeddings: SentenceEmbeddings
) -> None:
    # Texts of like length side by side, so that a batch is not padded to its longest.
    texts = sorted(fresh, key=len, reverse=True)
    with tqdm(total=len(texts), desc="embedding", unit="passage", disable=not texts) as progress:
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            vectors = embeddings.encode_documents(batch)
            rows.write(
                [
                    Row(name, passage, vector)
                    for text, vector in zip(batch, vectors, strict=True)
                    for name, passage in fresh[text]
                ]
            )
            progress.update(len(batch))


def _tell_of_change(location: Location, embeddings: SentenceEmbeddings) -> None:
    wanted = (embeddings.name, embeddings.dimension, get_settings().passage_characters)
    paths = location.manifest.parent.glob("*.json")
    held = {
        (other.model, other.dimension, other.passage_characters)
        for path in paths
        if (other := read_manifest(path)) is not None
    }
    if held and wanted not in held:
        _log.warning(
            "the index held is of model %s (%d dimensions, passages of %d characters); the "
            "settings now say %s (%d dimensions, %d characters): building it anew, in a "
            "collection of its own",
            *min(held),
            *wanted,
        )


@lru_cache(maxsize=1)
def _code_version() -> str:
    """A hash of the code that rows come from: with another one they are looked at again."""
    digest = hashlib.sha256()
    modules = (headings_module, outline_module, passages_module, periods_module, sentences_module)
    for file in (*(module.__file__ for module in modules), __file__):
        digest.update(Path(str(file)).read_bytes())
    return digest.hexdigest()[:16]


def _identity(folder: Path) -> str:
    """A name for this home, so that two homes can share a server."""
    path = folder / "identity"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        temporary = folder / f"identity.{secrets.token_hex(4)}"
        temporary.write_text(secrets.token_hex(4), encoding="ascii")
        # Where another process was first, its name holds.
        with contextlib.suppress(FileExistsError):
            os.link(temporary, path)
        temporary.unlink()
    return path.read_text(encoding="ascii")
