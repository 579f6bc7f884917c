"""Cuts what a language model writes into sentences, as it comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MARKER = re.compile(r"\s*[\[［【]\s*(\d{1,3}(?:\s*[,，、;]\s*\d{1,3})*)\s*[\]］】]")
_END = re.compile(
    r"[。！？]+[”’」』)）]*|"
    r"(?<!\bNo)(?<!\bU\.S)(?<!\bvs)(?<!\bapprox)(?<!\bMr)(?<!\bDr)(?<![A-Z]\.[A-Z])[.!?]+[\"”’)]*(?=\s|[\[［【]|$)|"
    r"\n+"
)
_MARKERS_AFTER = re.compile(rf"(?:{MARKER.pattern})*\s*")
# "- ", "* ", "1. ", "## ", "> " before a sentence, which markdown writes and a reader needn't see
_BULLET = re.compile(
    r"^\s*(?:[-*•·>#]+\s+|#+|\(?\d{1,2}[.)、](?!\d)\s*|[一二三四五六七八九十]{1,2}、)"
)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_STOPS = "。．.！!？?；; \t"


def spoken(pieces: Iterable[str]) -> Iterator[str]:
    """Sentences, each as soon as the one after it begins.

    Markers that stand behind the stop belong to the sentence before it; they are moved to its
    end. What a reasoning model thinks aloud, bullets and emphasis are left out.

    Args:
        pieces: the stream, cut anywhere.
    """
    text = ""
    for piece in pieces:
        text += piece
        if _thinking(text):
            continue
        text = _THOUGHT.sub("", text)
        while (cut := _next_end(text)) is not None:
            sentence, text = tidy(text[:cut]), text[cut:]
            if sentence:
                yield sentence
    rest = tidy(_THOUGHT.sub("", text))
    if rest:
        yield rest


def _thinking(text: str) -> bool:
    return "<think>" in text and "</think>" not in text


def _next_end(text: str) -> int | None:
    """Where the first sentence ends, once something stands behind it."""
    for match in _END.finditer(text):
        after = _MARKERS_AFTER.match(text, match.end())
        end = after.end() if after else match.end()
        # A marker may still be on its way, as may the rest of "3.5".
        if end >= len(text) or re.fullmatch(r"[\[［【]\s*[\d\s,，、;]*", text[end:]):
            return None
        if text[match.start()] in "\n" and not text[: match.start()].strip():
            continue
        return end
    return None


def tidy(sentence: str) -> str:
    """A sentence without its stop and without markdown; markers as [1], those behind it last."""
    plain = re.sub(r"\*\*|__|`", "", sentence).strip()
    plain = _BULLET.sub("", plain).strip()
    plain = MARKER.sub(lambda match: _markers(match[1]), plain)
    tail = ""
    while match := re.search(r"((?:\[\d+\])+)$", plain.rstrip(_STOPS)):
        stripped = plain.rstrip(_STOPS)
        tail = match[1] + tail
        plain = stripped[: match.start()]
    return plain.strip().rstrip(_STOPS).strip() + tail


def _markers(numbers: str) -> str:
    return "".join(f"[{number}]" for number in re.findall(r"\d+", numbers))
