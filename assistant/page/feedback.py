"""What readers liked and disliked, kept in a local file for the evals."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from filelock import FileLock

from assistant.models import Answer


def keep_feedback(home: Path, answer: Answer, liked: bool) -> None:
    """Append a line to ``feedback.jsonl`` in the folder of state: the answer and its rating."""
    row = {
        "time": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "liked": liked,
        "answer": answer.model_dump(mode="json"),
    }
    with (
        FileLock(home / "feedback.lock"),
        (home / "feedback.jsonl").open("a", encoding="utf-8") as file,
    ):
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
