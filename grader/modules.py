"""The files of a submission as real modules: in memory, importable from each other, each run once."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import PurePosixPath
from types import CodeType, ModuleType
from typing import Any

from grader.remarks import Remark, failure, message
from grader.running import Runner, Unreadable
from grader.standin import StandIn

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

FOLDER = "/submission/"
RESERVED = frozenset({"numpy", "torch", "scipy"})

_namespace = vars(ModuleType)["__dict__"].__get__


@dataclass(eq=False, slots=True)
class Entry:
    """A file of the submission, or a folder without `__init__.py`, and what became of it."""

    file: str
    name: str
    data: bytes
    is_package: bool = False
    module: ModuleType | None = None
    namespace: dict[str, Any] = field(default_factory=dict)
    codes: list[CodeType] = field(default_factory=list)
    failed: bool = False

    @property
    def path(self) -> str:
        """Where the student's code believes that it lies."""
        return FOLDER + self.file


class Modules:
    """The importer of a submission's files, and what is to be said of them."""

    def __init__(self, sources: Iterable[tuple[str, bytes]], taken: Collection[str]) -> None:
        self.errors: list[Remark] = []
        self.remarks: list[Remark] = []
        self.finished: list[Entry] = []
        self.entries = self._entries(sources, RESERVED.union(taken))
        self._runner: Runner[Entry] = Runner(self.remarks, {entry.name.partition(".")[0] for entry in self.entries})
        self._by_name = {entry.name: entry for entry in self.entries}
        self._aliases = _aliases(self.entries, RESERVED.union(taken))
        self._import = import_module

    @property
    def files(self) -> dict[str, str]:
        """What the student calls a file or a cell, by the file name in its code objects."""
        return self._runner.files

    def owner(self, code: CodeType) -> Entry | None:
        """The file whose text the code is from, if any."""
        return self._runner.owners.get(code.co_filename)

    def load(self) -> None:
        """Nothing; every file has run, or there is an error that says why not."""
        sys.meta_path.insert(0, self)
        sys.argv = [self.entries[0].path] if self.entries else [""]
        for entry in self.entries:
            try:
                self._import(entry.name)
            except BaseException as error:
                self._failed(entry, error)
        StandIn.loading = False

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Where a module comes from, for Python's import system; None when it is none of ours."""
        entry = self._by_name.get(name)
        if entry is not None:
            spec = ModuleSpec(name, self, origin=entry.path, is_package=entry.is_package)  # type: ignore[arg-type]
            spec.has_location = True
            return spec
        if name in self._aliases:
            return ModuleSpec(name, self)  # type: ignore[arg-type]
        return self._runner.stand_ins.find_spec(name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """None: Python makes the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Nothing; the file has run in the module. What it raises stays inside, unless it is no Python at all."""
        name: str = _namespace(module)["__name__"]
        if name in self._aliases:
            sys.modules[name] = self._import(self._aliases[name].name)
            return
        entry = self._by_name[name]
        entry.module, entry.namespace = module, _namespace(module)
        try:
            self._runner.run(entry)
        except BaseException as error:
            self._failed(entry, error)
            raise
        finally:
            self.finished.append(entry)

    def get_source(self, name: str) -> str:
        """The text of a module's file, for linecache and inspect."""
        return self._runner.source(self._by_name[name])

    def is_package(self, name: str) -> bool:
        """Whether a module of ours is a folder."""
        return self._by_name[name].is_package

    def _failed(self, entry: Entry, error: BaseException) -> None:
        if entry.failed:
            return
        entry.failed = True
        if type(error) is Unreadable:
            self.errors.append(error.remark)
        else:
            self.errors.append(message("{where}: {kind}: {text}", **failure(error, entry.file, self.files)))

    def _entries(self, sources: Iterable[tuple[str, bytes]], taken: Collection[str]) -> list[Entry]:
        entries: dict[str, Entry] = {}
        for file, data in sorted(sources, key=lambda source: (not source[0].endswith(".py"), source[0])):
            name, is_package = _module_name(file, entries, taken)
            entries[name] = Entry(file, name, data, is_package)
        for entry in list(entries.values()):
            for folder in _folders(entry):
                entries.setdefault(folder.name, folder)
        return sorted(entries.values(), key=lambda entry: entry.file)


def _parts(file: str) -> list[str]:
    return [part.replace(".", "_") for part in PurePosixPath(file).with_suffix("").parts if part != "/"]


def _module_name(file: str, used: Collection[str], taken: Collection[str]) -> tuple[str, bool]:
    """The name under which a file is loaded, and whether it is the `__init__` of a package."""
    parts = _parts(file)
    is_package = len(parts) > 1 and parts[-1] == "__init__" and file.endswith(".py")
    if is_package:
        parts.pop()
    if parts[0] in taken or parts[0] == "__init__":
        parts[0] = f"submitted_{parts[0]}"
    name = ".".join(parts)
    while name in used:
        name += "_"
    return name, is_package


def _folders(entry: Entry) -> Iterator[Entry]:
    """Packages without a file of their own, for the folders a file lies in."""
    parts = entry.name.split(".")
    for end in range(1, len(parts)):
        name = ".".join(parts[:end])
        yield Entry("/".join(_parts(entry.file)[:end]) + "/__init__.py", name, b"", is_package=True)


def _aliases(entries: Sequence[Entry], taken: Collection[str]) -> dict[str, Entry]:
    """Modules inside folders by their bare names: a student may have worked inside the folder."""
    top = {entry.name for entry in entries if "." not in entry.name}
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        package, _, stem = entry.name.rpartition(".")
        if package and stem not in top and stem not in taken:
            found.setdefault(stem, []).append(entry)
    return {stem: same[0] for stem, same in found.items() if len(same) == 1}
