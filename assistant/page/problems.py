"""What goes wrong, in the language of the page that says so."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from assistant.models import Language
from assistant.page.interface import texts

_PATH = Path(__file__).resolve().parent / "problems.toml"


@lru_cache(maxsize=1)
def _chinese() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = tomllib.loads(_PATH.read_text(encoding="utf-8"))["problem"]
    return tuple((re.compile(row["english"], re.DOTALL), row["chinese"]) for row in rows)


def explained(problem: Exception, language: Language) -> str:
    """An error's message in a language; what has no Chinese is told in general terms before it."""
    message = str(problem)
    if language is Language.EN:
        return message
    for english, said in _chinese():
        match = english.fullmatch(message)
        if match:
            return said.format(**match.groupdict(default=""))
    return f"{texts(language)['failed_with']}{message}"
