"""Run something as an ordinary user, also where everything belongs to root and lies in root's own home."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parent.parent
UID = 1000
NEWNS, MS_BIND, MS_REC, MS_PRIVATE = 0x00020000, 4096, 0x4000, 0x40000


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may do anything, so tests of permissions step down for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(UID)
    try:
        yield
    finally:
        os.seteuid(0)


def run_as_user(
    argv: Sequence[str | Path], readable: Iterable[str | Path] = (), *, timeout: float = 280.0
) -> subprocess.CompletedProcess[str]:
    """What a command did as uid 1000, with the project, the interpreter and `readable` open to it.

    Folders on the way that only root may enter are replaced by open ones in a mount namespace of its own. Where the
    tests themselves run as an ordinary user, the command is simply run.
    """
    command = list(map(str, argv))
    with tempfile.TemporaryDirectory() as home:
        if os.getuid() == 0:
            os.chown(home, UID, UID)
            paths = [str(path) for path in (*_own(), *readable)]
            command = [sys.executable, "-B", __file__, *paths, "--", *command]
        environment = os.environ | {"HOME": home, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(PROJECT)}
        return subprocess.run(
            command, env=environment, cwd=PROJECT, capture_output=True, text=True, timeout=timeout, check=False
        )


def _own() -> set[str]:
    """The interpreter, the libraries and the project."""
    inside = [entry for entry in sys.path if entry and os.path.exists(entry)]
    return {sys.prefix, sys.base_prefix, sys.executable, str(PROJECT), *map(os.path.abspath, inside)}


def _closed(path: str) -> str | None:
    """The highest folder on the way to a path that others may not enter."""
    ways = [str(folder) for folder in reversed(Path(path).parents)]
    return next((folder for folder in ways if not os.stat(folder).st_mode & stat.S_IXOTH), None)


def _open_up(paths: Iterable[str]) -> None:
    """Nothing; closed folders on the way to the paths hold these paths and nothing else, for us alone."""
    from grader.isolation import libc

    libc.call("unshare", NEWNS)
    libc.call("mount", b"none", b"/", None, MS_REC | MS_PRIVATE, None)
    wanted = {path: folder for path in paths if (folder := _closed(os.path.realpath(path))) is not None}
    real = {os.path.realpath(path): folder for path, folder in wanted.items()}
    handles = {path: os.open(path, os.O_PATH) for path in sorted(real)}
    for folder in set(real.values()):
        libc.call("mount", b"none", os.fsencode(folder), b"tmpfs", 0, b"mode=755")
    for path, handle in handles.items():
        if os.path.exists(path):
            continue  # inside one that is bound already
        os.makedirs(path if stat.S_ISDIR(os.fstat(handle).st_mode) else os.path.dirname(path), exist_ok=True)
        if not os.path.exists(path):
            Path(path).touch()
        libc.call("mount", f"/proc/self/fd/{handle}".encode(), os.fsencode(path), None, MS_BIND | MS_REC, None)


def main() -> None:
    """Never returns: the command takes our place."""
    sys.path.insert(0, str(PROJECT))
    at = sys.argv.index("--")
    _open_up(sys.argv[1:at])
    os.setgroups([])
    os.setresgid(UID, UID, UID)
    os.setresuid(UID, UID, UID)
    os.execv(sys.argv[at + 1], sys.argv[at + 1 :])


if __name__ == "__main__":
    main()
