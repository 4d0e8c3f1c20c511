"""A control group that caps the number of threads of all workers together, where the tree is ours to write."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from grader.isolation.rlimits import THREADS

PREFIX = "zachetka-"


class Group:
    """A group for one zygote and what it forks; OSError where none can be made."""

    def __init__(self, pid: int) -> None:
        ours = _ours()
        _sweep(ours)
        self._folder = ours / f"{PREFIX}{pid}"
        self._folder.mkdir()
        try:
            (self._folder / "pids.max").write_text(str(THREADS))
            (self._folder / "cgroup.procs").write_text(str(pid))
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Nothing; the group is gone, a moment after the last process in it."""
        for _ in range(50):
            with suppress(OSError):
                self._folder.rmdir()
                return
            time.sleep(0.01)


def _sweep(folder: Path) -> None:
    """Nothing; groups that killed graders left behind are gone."""
    for old in folder.glob(f"{PREFIX}*"):
        if not Path("/proc", old.name.removeprefix(PREFIX)).exists():
            with suppress(OSError):
                old.rmdir()


def _ours() -> Path:
    """The folder of our own group for the pids controller; OSError where somebody else manages it.

    A tree has one writer: the root group where there is no manager, or a group its manager has delegated.
    """
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        for mounted in _mounts("pids" if controllers else "unified"):
            folder = Path(mounted + path)
            if (controllers and "pids" in controllers.split(",") and path == "/") or _delegated(folder):
                return folder
    raise OSError("no group with the pids controller is ours to write")


def _mounts(kind: str) -> list[str]:
    """Where the hierarchy of a controller is mounted."""
    found = []
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        left, right = line.split(" - ", 1)
        system, _, options = right.split(" ", 2)
        if (kind == "unified" and system == "cgroup2") or (system == "cgroup" and kind in options.split(",")):
            found.append(left.split()[4])
    return found


def _delegated(folder: Path) -> bool:
    """Whether a manager gave us the tree below a unified group, with the pids controller."""
    try:
        given = os.getxattr(folder, "user.delegate") == b"1"
        return given and "pids" in (folder / "cgroup.subtree_control").read_text().split()
    except OSError:
        return False
