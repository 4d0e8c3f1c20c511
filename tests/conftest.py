"""The cache of the tests is their own, so that nothing a user drew earlier decides a test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of this session, also for the processes that tests start."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["ZACHETKA_CACHE"] = str(folder)
    return folder
