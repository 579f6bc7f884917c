"""What readers liked and disliked, kept in a local file for the evals."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from filelock import FileLock


def keep_feedback(home: Path, question: str, answer: str, liked: bool) -> None:
    """Append a line to ``feedback.jsonl`` in the folder of state."""
    row = {
        "time": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "question": question,
        "answer": answer,
        "liked": liked,
    }
    with (
        FileLock(home / "feedback.lock"),
        (home / "feedback.jsonl").open("a", encoding="utf-8") as file,
    ):
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
