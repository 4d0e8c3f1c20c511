"""What a signature promises: jaxtyping and list annotations as small frozen values."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

import numpy as np

Kind = Literal["float", "int", "bool"]


@dataclass(frozen=True, slots=True)
class Array:
    """An ndarray: the kind of its entries and its axes, as written (`docs`, `4*k`, `d/heads`, `...`, `3`)."""

    kind: Kind
    dims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A Python scalar or a string."""

    type: Literal["str", "int", "float", "bool"]


@dataclass(frozen=True, slots=True)
class Many:
    """A list, or a tuple of any length, of one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class Several:
    """A tuple of fixed length."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A dict with string keys."""

    value: Type


@dataclass(frozen=True, slots=True)
class Maybe:
    """A value or None."""

    inner: Type


@dataclass(frozen=True, slots=True)
class Passes:
    """What a PyTorch module gives: its outputs, the gradient of every parameter by name, notes on its parameters."""

    outputs: Several


Type = Array | Plain | Many | Several | Table | Maybe | Passes


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its name and type, and its default when it has one."""

    name: str
    type: Type
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters and the result of a reference."""

    parameters: tuple[Parameter, ...]
    result: Type

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters' names in order."""
        return tuple(parameter.name for parameter in self.parameters)


def signature(function: Callable[..., object], *, skip: int = 0, result: bool = True) -> Signature:
    """The signature of an annotated function; TypeError names the parameter that cannot be understood.

    `skip` leaves out leading parameters such as self; without `result` what comes back is not looked at.
    """
    hints = typing.get_type_hints(function)
    parameters = []
    for name, parameter in list(inspect.signature(function).parameters.items())[skip:]:
        if name not in hints:
            raise TypeError(f"parameter {name} has no annotation")
        kind = understand(hints[name], name)
        parameters.append(Parameter(name, kind, parameter.default is not inspect.Parameter.empty))
    if not result:
        return Signature(tuple(parameters), Several(()))
    if "return" not in hints:
        raise TypeError("the result has no annotation")
    return Signature(tuple(parameters), understand(hints["return"], "return"))


def understand(hint: Any, name: str) -> Type:
    """The type that an annotation means; TypeError when it is none of those the grader can draw and compare."""
    if hasattr(hint, "dim_str"):
        return Array(_kind(hint), tuple(hint.dim_str.split()))
    if hint in (str, int, float, bool):
        return Plain(hint.__name__)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is list or (origin is tuple and len(args) == 2 and args[1] is Ellipsis):
        return Many(understand(args[0], name))
    if origin is tuple:
        return Several(tuple(understand(arg, name) for arg in args))
    if origin is dict and args[0] is str:
        return Table(understand(args[1], name))
    if origin in (typing.Union, types.UnionType) and len(args) == 2 and type(None) in args:
        return Maybe(understand(next(arg for arg in args if arg is not type(None)), name))
    raise TypeError(f"{name}: {hint!r} is no annotation that inputs can be drawn from")


def _kind(hint: Any) -> Kind:
    dtypes = hint.dtypes
    if "float64" in dtypes:
        return "float"
    return "int" if "int64" in dtypes else "bool"


def is_name(dim: str) -> bool:
    """Whether an axis is a plain name, so that its size is drawn."""
    return dim.isidentifier()


def axis_names(kind: Type) -> tuple[str, ...]:
    """Every name an array type's axes mention, in order, also within expressions such as `4*k`."""
    match kind:
        case Array(_, dims):
            found = (word for dim in dims for word in _words(dim))
            return tuple(dict.fromkeys(found))
        case Many(inner) | Maybe(inner) | Table(inner):
            return axis_names(inner)
        case Several(items):
            return tuple(dict.fromkeys(name for item in items for name in axis_names(item)))
        case _:
            return ()


def _words(dim: str) -> list[str]:
    return [word for word in dim.translate(str.maketrans("*/+-()", "      ")).split() if word.isidentifier()]


def evaluate(dim: str, sizes: Mapping[str, int]) -> int:
    """The size of an axis written as an expression; ValueError when a division is not exact."""
    exact = {name: Fraction(size) for name, size in sizes.items()}
    value = Fraction(eval(compile(dim, "<axis>", "eval"), {"__builtins__": {}}, exact))
    if value.denominator != 1:
        raise ValueError(f"{dim} is not a whole number for {dict(sizes)}")
    return int(value)


def fits(kind: Type, value: Any, sizes: dict[str, int]) -> bool:
    """Whether a value is what a type promises; axes met for the first time are bound in `sizes`."""
    match kind:
        case Array(entries, dims):
            wanted = {"float": "f", "int": "i", "bool": "b"}[entries]
            return isinstance(value, np.ndarray) and value.dtype.kind == wanted and _axes_fit(dims, value.shape, sizes)
        case Plain(name):
            return type(value).__name__ == name
        case Many(item):
            return isinstance(value, list | tuple) and all(fits(item, one, sizes) for one in value)
        case Several(items):
            return (
                isinstance(value, tuple)
                and len(value) == len(items)
                and all(map(fits, items, value, [sizes] * len(items)))
            )
        case Table(inner):
            return isinstance(value, dict) and all(fits(inner, one, sizes) for one in value.values())
        case Maybe(inner):
            return value is None or fits(inner, value, sizes)
        case Passes(outputs):
            return isinstance(value, tuple) and len(value) == 3 and fits(outputs, value[0], sizes)


def _axes_fit(dims: tuple[str, ...], shape: tuple[int, ...], sizes: dict[str, int]) -> bool:
    if "..." in dims:
        before, after = dims[: dims.index("...")], dims[dims.index("...") + 1 :]
        last = len(shape) - len(after)
        return len(shape) >= len(dims) - 1 and _axes_fit(
            (*before, *after), (*shape[: len(before)], *shape[last:]), sizes
        )
    if len(dims) != len(shape):
        return False
    for dim, size in zip(dims, shape, strict=True):
        if is_name(dim):
            sizes.setdefault(dim, size)
        with suppress(NameError):
            if evaluate(dim, sizes) != size:
                return False
    return True


def describe(kind: Type) -> str:
    """A type in words a student reads in the shape table: `float (docs, terms)`, `list of str`."""
    match kind:
        case Array(entries, dims):
            inside = ", ".join(dim.replace("*", "·") for dim in dims)
            return f"{entries} ({inside}{',' if len(dims) == 1 else ''})"
        case Plain(name):
            return name
        case Many(item):
            return f"list of {describe(item)}"
        case Several(items):
            return "(" + ", ".join(describe(item) for item in items) + ")"
        case Table(value):
            return f"dict of str to {describe(value)}"
        case Maybe(inner):
            return f"{describe(inner)} or None"
        case Passes(Several(items)):
            return describe(items[0]) if len(items) == 1 else describe(Several(items))
