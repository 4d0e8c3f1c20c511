"""Stand-ins for modules that are not installed here, so that an import nobody needs is no reason for a zero."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import FunctionType, ModuleType
from typing import Any

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

_OPERATORS = (
    *("getitem", "setitem", "delitem", "contains", "enter", "lt", "le", "gt", "ge", "neg", "pos", "abs", "invert"),
    *(side + name for side in ("", "r") for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")),
    *(side + name for side in ("", "r") for name in ("matmul", "and", "or", "xor", "lshift", "rshift")),
)
_NEVER = ("int", "float", "complex", "index", "array")


class StandIn:
    """Gives another one when it is used while files are loaded; afterwards every use but an attribute's name raises."""

    loading = True

    def __init__(self, missing: str) -> None:
        self._missing = missing

    def __getattr__(self, name: str) -> StandIn:
        if name.startswith("__") and name != "__version__":
            raise AttributeError(name)
        return StandIn(self._missing)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """While loading, the function or class that is decorated with it, and else another stand-in."""
        used = _use(self)
        if len(args) == 1 and not kwargs and type(args[0]) in (FunctionType, type):
            return args[0]
        return used

    def __iter__(self) -> Any:
        _use(self)
        return iter(())

    def __len__(self) -> int:
        _use(self)
        return 0

    def __exit__(self, *_: object) -> None:
        """Nothing: an exception inside goes on."""

    def __mro_entries__(self, _: object) -> tuple[type, ...]:
        _use(self)
        return ()

    def __instancecheck__(self, _: object) -> bool:
        return False

    __subclasscheck__ = __instancecheck__


def _use(stand_in: StandIn, *_: object) -> StandIn:
    missing = stand_in._missing
    if StandIn.loading:
        return StandIn(missing)
    raise ModuleNotFoundError(f"{missing} is not installed here", name=missing)


def _never(stand_in: StandIn, *_: object, **__: object) -> None:
    missing = stand_in._missing
    raise ModuleNotFoundError(f"{missing} is not installed here", name=missing)


def _answers(method: Callable[..., Any], names: Sequence[str]) -> None:
    for name in names:
        setattr(StandIn, f"__{name}__", lambda self, *args, **kwargs: method(self, *args, **kwargs))


_answers(_use, _OPERATORS)
_answers(_never, _NEVER)


class StandIns:
    """The importer of stand-ins, and the names it stands in for at the moment."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._made: list[str] = []

    def find_spec(self, name: str) -> ModuleSpec | None:
        """Where a stand-in comes from; None for any other module."""
        for missing in self.names:
            if name == missing or name.startswith(missing + "."):
                return ModuleSpec(name, self, is_package=True)  # type: ignore[arg-type]
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The stand-in of a module, which need not be a module."""
        self._made.append(spec.name)
        return StandIn(next(name for name in self.names if spec.name.startswith(name)))  # type: ignore[return-value]

    def exec_module(self, _: ModuleType) -> None:
        """Nothing: there is nothing to run."""

    def withdraw(self, kept: int) -> None:
        """Nothing; what was added after the first `kept` names cannot be imported any more."""
        del self.names[kept:]
        gone = [name for name in self._made if self.find_spec(name) is None]
        for name in gone:
            sys.modules.pop(name, None)
            self._made.remove(name)
