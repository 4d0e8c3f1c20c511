"""Reading what strangers put into a folder: no link is followed, only regular files are opened, nothing blocks."""

from __future__ import annotations

import itertools
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.model import Message, message
from grader.names import shown

MOST_ENTRIES = 5_000
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_BY_DESCRIPTOR = os.open in os.supports_dir_fd
_KINDS = (
    (stat.S_ISLNK, message("a symbolic link")),
    (stat.S_ISFIFO, message("a named pipe")),
    (stat.S_ISSOCK, message("a socket")),
    (stat.S_ISDIR, message("a folder")),
    (stat.S_ISCHR, message("a device")),
    (stat.S_ISBLK, message("a device")),
)


class RefusedError(Exception):
    """Why something that was handed in is not read."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.id)
        self.why = why


@dataclass(frozen=True, slots=True)
class Folder:
    """An open directory. `fd` is -1 where the system cannot open files relative to a directory (Windows)."""

    path: Path
    fd: int

    def names(self) -> list[str]:
        """The names of its entries, sorted; names that are no UTF-8 hold surrogates."""
        with os.scandir(self.path if self.fd < 0 else self.fd) as entries:
            names = [entry.name for entry in itertools.islice(entries, MOST_ENTRIES + 1)]
        if len(names) > MOST_ENTRIES:
            raise RefusedError(message("a folder holds more than {limit} entries", limit=MOST_ENTRIES))
        return sorted(names)

    def mode(self, name: str) -> int:
        """The kind and permissions of an entry itself, never of what it points to."""
        if self.fd < 0:
            return os.lstat(self.path / name).st_mode
        return os.stat(name, dir_fd=self.fd, follow_symlinks=False).st_mode

    def open(self, name: str) -> int:
        """A descriptor of an entry; the caller looks at its kind before and after."""
        if self.fd < 0:
            return os.open(self.path / name, os.O_RDONLY | _FLAGS)
        return os.open(name, os.O_RDONLY | _FLAGS, dir_fd=self.fd)


@contextmanager
def opened(path: Path, inside: Folder | None = None) -> Iterator[Folder]:
    """A folder: one the instructor named, or one `inside` another, which must not be a link."""
    if not _BY_DESCRIPTOR:
        yield Folder(path, -1)
        return
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) if inside is None else inside.open(path.name)
    try:
        yield Folder(path, fd)
    finally:
        os.close(fd)


def read(folder: Folder, name: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; anything else is a RefusedError with its reason."""
    must_be_regular(folder.mode(name), name)  # a device is not even opened
    fd = folder.open(name)
    with os.fdopen(fd, "rb", closefd=True) as file:
        must_be_regular(os.fstat(fd).st_mode, name)
        data = file.read(limit + 1)
    if len(data) > limit:
        raise too_large(name, limit)
    return data


def too_large(name: str, limit: int) -> RefusedError:
    """The refusal of a file over its limit in bytes."""
    megabytes = limit // 1_000_000
    return RefusedError(message("{file} is larger than {megabytes} MB", file=shown(name), megabytes=megabytes))


def must_be_regular(mode: int, name: str) -> None:
    """Refuse what is no regular file, naming what it is instead."""
    if stat.S_ISREG(mode):
        return
    kind = next((words for is_kind, words in _KINDS if is_kind(mode)), message("a special file"))
    raise RefusedError(message("{file} is {kind}, not a regular file", file=shown(name), kind=kind))
