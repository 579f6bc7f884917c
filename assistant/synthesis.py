"""Answers questions over several matters one by one, each with its own citation."""

from __future__ import annotations

from assistant.question import Question


def subjects(question: Question) -> list[str]:
    """The question asked of each of its matters; empty where it has but one."""
    del question
    return []
