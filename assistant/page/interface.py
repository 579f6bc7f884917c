"""What the page says, in the reader's language."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.models import Language

if TYPE_CHECKING:
    from gradio import Request

_PATH = Path(__file__).resolve().parent / "interface.toml"


@lru_cache(maxsize=2)
def texts(language: Language) -> dict[str, str]:
    """All texts of the page in one language, by name."""
    read = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {name: both[language.value] for name, both in read.items()}


def wanted_language(chosen: str | None, accepted: str | None) -> Language:
    """The language for a reader.

    Args:
        chosen: what the page's address asks for (``?lang=en``), if anything.
        accepted: the browser's Accept-Language header.
    """
    first = (chosen or (accepted or "").split(",")[0]).strip().lower()
    return Language.ZH if first.startswith("zh") else Language.EN


def language_for(request: Request) -> Language:
    """The language for the reader who makes a request."""
    return wanted_language(request.query_params.get("lang"), request.headers.get("accept-language"))
