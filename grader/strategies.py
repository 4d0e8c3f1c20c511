"""From annotations to Hypothesis strategies whose values are short, readable and shrink to simple ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import hypothesis.strategies as st
import numpy as np
from hypothesis.extra import numpy as hnp

from grader.annotations import (
    Array,
    Many,
    Maybe,
    Parameter,
    Passes,
    Plain,
    Several,
    Signature,
    Table,
    Type,
    axis_names,
    evaluate,
    is_name,
)

Draw = Callable[..., Any]

POOL = (
    "кот", "любит", "молоко", "собака", "мясо", "на", "дереве", "ёж", "и", "сидит",
    "cat", "the", "sat", "on", "mat", "nlp",
)  # fmt: skip
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz"
SEPARATORS = (" ", " ", " ", ", ", ". ", "! ", "\n", " — ", "-", "_", "'", "  ", "/", "…", "?")


@cache
def words() -> st.SearchStrategy[str]:
    """Lower-case words, Cyrillic or Latin, mostly from a small pool so that they repeat."""
    return st.one_of(st.sampled_from(POOL), st.sampled_from(POOL), st.text(LETTERS, min_size=1, max_size=6))


@cache
def tokens(low: int = 0, high: int = 10) -> st.SearchStrategy[list[str]]:
    """Lists of words."""
    return st.lists(words(), min_size=low, max_size=high)


@cache
def documents(
    low: int = 0, high: int = 6, *, shortest: int = 0, longest: int = 8
) -> st.SearchStrategy[list[list[str]]]:
    """Lists of lists of words; some documents are empty unless `shortest` says otherwise."""
    return st.lists(tokens(shortest, longest), min_size=low, max_size=high)


@cache
@st.composite
def texts(draw: Draw, high: int = 10) -> str:
    """Running text: words in three cases, numbers, punctuation, `_`, line breaks; may be empty."""
    parts: list[str] = []
    for word in draw(st.lists(words(), max_size=high)):
        parts.append(draw(st.sampled_from((str.lower, str.capitalize, str.upper)))(word))
        parts.append(draw(st.sampled_from((*SEPARATORS, "2", " 24 "))))
    return "".join(parts)


@cache
def numbers(low: float = -3.0, high: float = 3.0) -> st.SearchStrategy[float]:
    """Thousandths between two bounds: short to print, dense enough that no two computations agree by chance."""
    return st.integers(round(low * 1000), round(high * 1000)).map(lambda n: n / 1000)


def booleans() -> st.SearchStrategy[bool]:
    """True or False."""
    return st.booleans()


def arrays(
    shape: Sequence[int], elements: st.SearchStrategy[Any], dtype: Any = np.float64
) -> st.SearchStrategy[np.ndarray]:
    """Arrays of a shape whose entries are drawn one by one."""
    return hnp.arrays(dtype, tuple(shape), elements=elements, fill=st.nothing())


def entries(shape: Sequence[int], table: Sequence[Any], dtype: Any) -> st.SearchStrategy[np.ndarray]:
    """Arrays whose entries stand in a table, the simplest first: one draw of bytes is quick."""
    lookup, size = np.array(table, dtype), math.prod(shape)
    width = 1 if len(table) <= 256 else 2

    def fill(raw: bytes) -> np.ndarray:
        numbers = np.frombuffer(raw, f">u{width}")
        filled: np.ndarray = lookup[numbers % len(lookup)].reshape(tuple(shape))
        return filled

    return st.binary(min_size=width * size, max_size=width * size).map(fill)


@cache
def thousandths(low: float, high: float) -> tuple[float, ...]:
    """All thousandths between two bounds, those with fewer digits first, then those nearer to zero."""
    steps = range(round(low * 1000), round(high * 1000) + 1)
    simple = sorted(steps, key=lambda n: (n % 1000 != 0, n % 100 != 0, n % 10 != 0, abs(n), n < 0))
    return tuple(n / 1000 for n in simple)


@cache
def matrix(*shape: int, low: float = -3.0, high: float = 3.0) -> st.SearchStrategy[np.ndarray]:
    """Float arrays of thousandths."""
    return entries(shape, thousandths(low, high), np.float64)


@cache
def counts(*shape: int, high: int = 5) -> st.SearchStrategy[np.ndarray]:
    """Arrays of counts, about a third of them zero."""
    return entries(shape, (*range(high + 1), *range(high + 1), 0, 0), np.int64)


def sizes(draw: Draw, names: Sequence[str], bounds: Mapping[str, tuple[int, int]], distinct: bool) -> dict[str, int]:
    """A size for each name within its bounds; with `distinct` all different and above 1 where the bounds allow."""
    chosen: dict[str, int] = {}
    for name in names:
        low, high = bounds.get(name, (1, 6))
        allowed = [n for n in range(max(low, 2), high + 1) if n not in chosen.values()] if distinct else []
        chosen[name] = draw(st.sampled_from(allowed) if allowed else st.integers(low, high))
    return chosen


def arguments(
    signature: Signature, bounds: Mapping[str, tuple[int, int]], distinct: bool
) -> st.SearchStrategy[tuple[Any, ...]]:
    """Positional arguments for a signature: sizes first, then a value for each parameter."""

    @st.composite
    def build(draw: Draw) -> tuple[Any, ...]:
        whole = [p.name for p in signature.parameters if p.type == Plain("int")]
        axes = [name for p in signature.parameters for name in axis_names(p.type)]
        chosen = sizes(draw, list(dict.fromkeys([*axes, *whole])), bounds, distinct)
        return tuple(draw(value(parameter, chosen)) for parameter in signature.parameters)

    return build()


def value(parameter: Parameter, chosen: Mapping[str, int]) -> st.SearchStrategy[Any]:
    """Values of one parameter, given the sizes."""
    if parameter.name == "vocabulary" and parameter.type == Many(Plain("str")):
        return st.lists(words(), max_size=10, unique=True)
    if parameter.type == Plain("int"):
        return st.just(chosen[parameter.name])
    return of_type(parameter.type, chosen)


def of_type(kind: Type, chosen: Mapping[str, int]) -> st.SearchStrategy[Any]:
    """Values of a type, given the sizes of its axes."""
    match kind:
        case Array(entries, dims):
            return _array(entries, dims, chosen)
        case Plain("str"):
            return texts()
        case Plain("int"):
            return st.integers(0, 9)
        case Plain("float"):
            return numbers(0.001, 3.0)
        case Plain():
            return st.booleans()
        case Many(Plain("str")):
            return tokens()
        case Many(inner):
            return st.lists(of_type(inner, chosen), max_size=6)
        case Several(items):
            return st.tuples(*(of_type(item, chosen) for item in items))
        case Table(inner):
            return st.dictionaries(words(), of_type(inner, chosen), max_size=4)
        case Maybe(inner):
            return st.one_of(st.none(), of_type(inner, chosen))
        case Passes():
            raise TypeError("no argument is a result of a module")


@st.composite
def _array(draw: Draw, kind: str, dims: tuple[str, ...], chosen: Mapping[str, int]) -> np.ndarray:
    shape: list[int] = []
    for dim in dims:
        if dim == "...":
            shape += draw(st.lists(st.integers(1, 3), max_size=2))
        else:
            shape.append(chosen[dim] if is_name(dim) else evaluate(dim, chosen))
    strategies = {
        "float": lambda: matrix(*shape),
        "int": lambda: counts(*shape),
        "bool": lambda: entries(shape, (False, True), np.bool_),
    }
    drawn: np.ndarray = draw(strategies[kind]())
    return drawn
