"""Cache and data of the tests are their own: nothing a user drew or answered earlier decides a test, or is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of this session, also for the processes that tests start."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["ZACHETKA_CACHE"] = str(folder)
    os.environ["ZACHETKA_DATA"] = str(folder / "data")
    return folder
