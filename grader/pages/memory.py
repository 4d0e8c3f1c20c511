"""What a site remembers between two builds, by digests of what each thing was made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

Made = TypeVar("Made")
Key = tuple[object, ...]


@dataclass(slots=True)
class Memory:
    """Things made before; `keys` are those that the build under way has asked for."""

    kept: dict[Key, Any] = field(default_factory=dict)
    keys: set[Key] = field(default_factory=set)

    def made(self, key: Key, make: Callable[[], Made]) -> Made:
        """The thing of that key, made only when it is not there yet."""
        self.keys.add(key)
        if key not in self.kept:
            self.kept[key] = make()
        return cast(Made, self.kept[key])

    def forget(self) -> None:
        """Drop what the last build has not asked for."""
        self.kept = {key: made for key, made in self.kept.items() if key in self.keys}
        self.keys.clear()


def digest(parts: Iterable[object]) -> str:
    """A digest of values, by how they are written in Python."""
    return hashlib.sha256(repr(list(parts)).encode()).hexdigest()


def digest_of(root: Path, *patterns: str) -> str:
    """A digest of the files of a course that match."""
    found = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if path.is_file():
                found.update(f"{path.relative_to(root)}\0".encode())
                found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
