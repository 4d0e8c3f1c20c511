"""What is gathered from one submission, under limits on size and number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from grader.folder import RefusedError
from grader.model import Message, Source, message

LIMITS: Mapping[str, int] = {".py": 5_000_000, ".ipynb": 25_000_000}
WHOLE = 50_000_000
MOST_FILES = 200
MOST_ENTRIES = 20_000
DEEPEST = 5
MOST_REMARKS = 20
_IGNORED = frozenset({"__MACOSX", "__pycache__"})


def ignored(name: str) -> bool:
    """Whether an entry is rubbish that systems and editors leave behind."""
    return name.startswith(".") or name in _IGNORED


def limit_of(name: str) -> int | None:
    """How many bytes a file of this name may have; None when it is no source."""
    return LIMITS.get(PurePosixPath(name).suffix.lower())


@dataclass(slots=True)
class Basket:
    """Sources so far by name, and what is to be remarked."""

    sources: dict[str, bytes] = field(default_factory=dict)
    remarks: list[Message] = field(default_factory=list)
    size: int = 0
    entries: int = 0

    def put(self, name: str, data: bytes) -> None:
        """Keep a file; a RefusedError when the submission grows too large."""
        self.size += len(data)
        self.sources[name] = data
        if self.size > WHOLE:
            raise RefusedError(message("the files are larger than {limit} MB together", limit=WHOLE // 1_000_000))
        if len(self.sources) > MOST_FILES:
            raise RefusedError(message("there are more than {limit} .py and .ipynb files", limit=MOST_FILES))

    def look_at(self, names: list[str]) -> list[str]:
        """The names worth a look; a RefusedError when there have been too many entries."""
        self.entries += len(names)
        if self.entries > MOST_ENTRIES:
            raise RefusedError(message("there are more than {limit} files and folders in it", limit=MOST_ENTRIES))
        return [name for name in names if not ignored(name)]

    def remark(self, said: Message) -> None:
        """Say something once, and of many things the first."""
        if len(self.remarks) < MOST_REMARKS and said not in self.remarks:
            self.remarks.append(said)

    def result(self) -> tuple[Source, ...]:
        """The sources in name order, relative to the deepest folder that holds them all."""
        shared = _shared_folder(self.sources)
        return tuple(Source(name[len(shared) :], self.sources[name]) for name in sorted(self.sources))


def digest(sources: Iterable[Source]) -> str:
    """The SHA-256 of names and bytes, each preceded by its length."""
    sha = hashlib.sha256()
    for source in sources:
        for part in (source.name.encode("utf-8", "surrogateescape"), source.data):
            sha.update(len(part).to_bytes(8, "little"))
            sha.update(part)
    return sha.hexdigest()


def _shared_folder(names: Iterable[str]) -> str:
    folders = [PurePosixPath(name).parts[:-1] for name in names]
    shared = []
    for level in zip(*folders, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0] + "/")
    return "".join(shared)
