"""Which folders a worker must be able to read: the interpreter's, its libraries', and the system's libraries."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Collection, Iterable, Iterator
from importlib.machinery import PathFinder

from grader.isolation.mounts import within

SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/gnu/store")
FILES = ("/etc/ld.so.cache",)
LIBRARIES = ("numpy", "torch")


def search_path() -> list[str]:
    """The entries of `sys.path` a worker gets: the standard library, and whatever holds numpy and torch."""
    standard = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    wanted = [entry for entry in map(_absolute, sys.path) if any(within(entry, home) for home in standard)]
    zipped = f"python{sys.version_info.major}{sys.version_info.minor}.zip"
    wanted += [entry for entry in map(_absolute, sys.path) if os.path.basename(entry) == zipped]
    wanted += [home for name in LIBRARIES if (home := _home(name)) is not None]
    return [entry for entry in dict.fromkeys(map(_absolute, sys.path)) if entry in wanted]


def _absolute(entry: str) -> str:
    return os.path.abspath(entry)


def _home(name: str) -> str | None:
    """The entry of `sys.path` that holds a library, which is not imported for that."""
    spec = PathFinder.find_spec(name)
    if spec is None or spec.origin is None:
        return None
    return os.path.dirname(os.path.dirname(os.path.abspath(spec.origin)))


def readable(path: Iterable[str]) -> list[str]:
    """Folders and files to bind, under the names they are asked by and under their real ones."""
    prefixes = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix]
    own = [os.path.join(prefix, name) for prefix in prefixes for name in ("lib", "lib64")]
    return sorted(set(_names([*SYSTEM, *FILES, *own, *path])))


def concealed(paths: Iterable[str]) -> list[str]:
    """What must not be read, under both its names."""
    return sorted(set(_names(paths)))


def _names(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if os.path.exists(path):
            yield os.path.abspath(path)
            yield os.path.realpath(path)


def closed_to_others(paths: Collection[str]) -> str | None:
    """The first folder on the way to one of the paths that only its owner may enter, or None."""
    for path in paths:
        while path != os.path.dirname(path):
            if os.path.isdir(path) and not os.stat(path).st_mode & 0o001:
                return path
            path = os.path.dirname(path)
    return None
