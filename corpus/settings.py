"""Settings, read from environment variables that begin with WENJU_."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What can be set from outside; each field is WENJU_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="WENJU_", frozen=True)

    home: Path = ROOT / ".wenju"
    shipped_reports: bool = True
    passage_characters: int = Field(default=200, ge=50, le=2000)
    embedding_model: str = "bundled"
    chroma_url: str | None = None
    llm_model: str | None = None
    llm_base_url: str | None = None
    llm_api_key: SecretStr | None = None
    llm_timeout: float = Field(default=30, gt=0, le=600)  # seconds to the first sentence
    llm_total_timeout: float = Field(default=90, gt=0, le=3600)  # seconds to the last
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)
    strict: bool = False  # raise where an answer isn't grounded, in place of refusing; for tests
    auth: str | None = None  # "user:password,…"


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings of this process, read once.

    Raises:
        pydantic.ValidationError: a variable holds a value of the wrong form.
    """
    return Settings()
