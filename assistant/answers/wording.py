"""The sentences of an answer in its language."""

from __future__ import annotations

from types import ModuleType

from assistant.answers import wording_en, wording_zh
from assistant.models import Language


def wording_in(language: Language) -> ModuleType:
    """The module that words answers in a language; both have the same functions."""
    return wording_zh if language is Language.ZH else wording_en
