"""What all tests share: a cache and data of their own, and how they are dealt to processes that run side by side."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

# What takes longest starts first, so that no process is left with it at the end.
LONG = (
    *("test_students_as_user.py", "test_students.py", "test_browser.py", "test_packaging.py", "test_repeat.py"),
    "test_as_user.py",
)
# Tests that any process may take; all others stay with their file, whose fixtures they share.
LOOSE = ("test_right_submissions", "test_awkward_submissions", "test_wrong_submissions")

# Who starts the tests in the background ignores Ctrl-C, and so would every process that a test interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def own_cache(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of this session, also for the processes that tests start: nothing a user did decides a test."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if hasattr(request.config, "workerinput") else base) / "cache"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o777)  # some tests grade as another user
    os.environ["ZACHETKA_CACHE"] = str(folder)
    os.environ["ZACHETKA_DATA"] = str(tmp_path_factory.mktemp("data"))
    return folder


@pytest.fixture(scope="session")
def torch() -> Any:
    """PyTorch with a single thread, imported when a test first asks for it."""
    import torch

    torch.set_num_threads(1)
    return torch


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Nothing; the tests are in the order in which they start."""

    def place(item: pytest.Item) -> int:
        if item.path.name in LONG and not item.name.startswith(LOOSE):
            return LONG.index(item.path.name)
        return len(LONG) + item.name.startswith(LOOSE)

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """What deals tests to processes: those of a file together, loose ones as processes are free."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file, _, name = nodeid.partition("::")
            return nodeid if name.startswith(LOOSE) else file

    return Scheduling(config, log)
