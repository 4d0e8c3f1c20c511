"""Which file of a submission defines a name; looking runs none of the student's code."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Collection, Iterable
from types import CodeType, FunctionType, ModuleType
from typing import Any

from grader.modules import Entry, Modules
from grader.remarks import Remark, message
from grader.standin import StandIn
from grader.torchmodule import makes_modules

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

_NOTHING = object()
_TYPE = 1 << 31  # the flag by which Python itself knows subclasses of type
_flags = type.__dict__["__flags__"].__get__
_namespace = vars(ModuleType)["__dict__"].__get__
_class_namespace = vars(type)["__dict__"].__get__

Row = tuple[str, str, str, list[Remark]]


def find(modules: Modules, names: Iterable[str]) -> tuple[dict[str, Any], list[Row]]:
    """The things found by name, and for each its name, file, kind, and remarks."""
    things: dict[str, Any] = {}
    rows: list[Row] = []
    for name in names:
        try:
            homes = _homes(modules, name)
        except Exception:  # a key of a namespace that bites
            continue
        if homes:
            entry, thing = homes[-1]
            things[name] = thing
            rows.append((name, entry.file, _kind(thing), _remarks(name, entry, homes)))
    return things, rows


def _homes(modules: Modules, name: str) -> list[tuple[Entry, Any]]:
    """The files that define a name, in name order, and what each defines; an import from a sibling defines nothing."""
    homes: dict[int, tuple[Entry, Any]] = {}
    for entry in modules.finished:
        thing = entry.namespace.get(name, _NOTHING)
        if thing is _NOTHING or type(thing) in (ModuleType, StandIn):
            continue
        if id(thing) not in homes or _owner(thing, modules) is entry:
            homes[id(thing)] = entry, thing
    own = [(entry, thing) for entry, thing in homes.values() if not _imported(thing, modules)]
    return sorted(own, key=lambda home: modules.entries.index(home[0]))


def _owner(thing: Any, modules: Modules) -> Entry | None:
    """The file whose text a plain function is from; None for anything else."""
    return modules.owner(thing.__code__) if type(thing) is FunctionType else None


def _imported(thing: Any, modules: Modules) -> bool:
    """Whether some module that is not the student's has this very object."""
    if not callable(thing) or _owner(thing, modules) is not None:
        return False
    own = {id(entry.namespace) for entry in modules.entries}
    return any(thing is value for space in _foreign(own) for value in list(space.values()))


def _foreign(own: Collection[int]) -> Iterable[dict[str, Any]]:
    for module in list(sys.modules.values()):
        try:
            space = _namespace(module)
        except TypeError:  # anything may stand in sys.modules
            continue
        if id(space) not in own:
            yield space


def _kind(thing: Any) -> str:
    if _flags(type(thing)) & _TYPE:
        return "module" if makes_modules(thing) or _would_make_modules(thing) else "class"
    return "function" if callable(thing) else "other"


def _would_make_modules(thing: Any) -> bool:
    """Whether a class was derived from something that is not installed here, as nn.Module may be."""
    bases = _class_namespace(thing).get("__orig_bases__")
    return type(bases) is tuple and any(type(base) is StandIn for base in bases)


def _remarks(name: str, entry: Entry, homes: list[tuple[Entry, Any]]) -> list[Remark]:
    remarks: list[Remark] = []
    blanks = {"name": name, "file": entry.file}
    if len(homes) > 1:
        files = ", ".join(home.file for home, _ in homes)
        remarks.append(message("{name} is defined in {files}; the one in {file} counts", files=files, **blanks))
    times = sum(type(part) is CodeType and part.co_name == name for code in entry.codes for part in code.co_consts)
    if times > 1:
        said = message("{name} is defined {times} times in {file}; the last that ran counts", times=times, **blanks)
        remarks.append(said)
    return remarks
