"""One folder of state for all tests, filled with the shipped report, so that nothing is shared
with the developer's own and each package is built once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["ANONYMIZED_TELEMETRY"] = "False"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
for name in [name for name in os.environ if name.startswith("WENJU_")]:
    del os.environ[name]
os.environ["WENJU_STRICT"] = "1"

from corpus.models import Report
from corpus.settings import get_settings
from corpus.store import Store, open_store

SHIPPED = "nanchang-county-2022"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("wenju")
    os.environ["WENJU_HOME"] = str(folder)
    get_settings.cache_clear()
    yield folder
    del os.environ["WENJU_HOME"]
    get_settings.cache_clear()


@pytest.fixture(scope="session")
def store(home: Path) -> Store:
    return open_store(home)


@pytest.fixture(scope="session")
def report(store: Store) -> Report:
    return store.get(SHIPPED)
