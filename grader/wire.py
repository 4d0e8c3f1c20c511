"""The bytes that cross between checker and worker: plain values and numeric arrays, nothing with behaviour.

A value is a tag byte and what follows; numbers and lengths are little-endian. Decoding believes nothing: every
length is held against the bytes that are left before anything is made.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from math import prod
from struct import Struct
from struct import error as StructError  # noqa: N812
from typing import Any

import numpy as np
from numpy import ndarray

from grader.encode import encode as encode
from grader.wireformat import (
    ARRAY,
    BIG,
    BOOL,
    DICT,
    DTYPES,
    FALSE,
    FLOAT,
    INT,
    KEY_DEPTH,
    LIST,
    MAX_AXES,
    MAX_DEPTH,
    MAX_EMPTY,
    MAX_INT_BYTES,
    MAX_KIND,
    MAX_ODD_KEYS,
    NONE,
    OPAQUE,
    TEXT,
    TRUE,
    TUPLE,
    is_key,
    volume,
)
from grader.wireformat import MAX_FRAME as MAX_FRAME
from grader.wireformat import Opaque as Opaque
from grader.wireformat import Oversize as Oversize
from grader.wireformat import WireError as WireError

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

_AXES = tuple(Struct(f"<{axes}Q") for axes in range(MAX_AXES + 1))
_size_at, _int_at, _float_at = (Struct(code).unpack_from for code in ("<I", "<q", "<d"))

Reader = Callable[[bytes, int, int], tuple[Any, int]]


def decode(data: bytes) -> Any:
    """The value of some bytes; arrays are fresh and writable. A WireError when they are not exactly one value."""
    try:
        value, end = _READERS[data[0]](data, 1, MAX_DEPTH)
    except (IndexError, KeyError, StructError, UnicodeDecodeError) as error:
        raise WireError(f"cut short or spoilt: {type(error).__name__}") from None
    if end != len(data):
        raise WireError(f"{len(data) - end} bytes too many")
    return value


def _read_size(data: bytes, at: int) -> tuple[int, int]:
    """A length that the rest of the data can hold, and where the rest begins."""
    size: int = _size_at(data, at)[0]
    if size > len(data) - at - 4:
        raise WireError(f"{size} announced, {len(data) - at - 4} bytes left")
    return size, at + 4


def _read_int(data: bytes, at: int, depth: int) -> tuple[int, int]:
    return _int_at(data, at)[0], at + 8


def _read_big(data: bytes, at: int, depth: int) -> tuple[int, int]:
    size, at = _read_size(data, at)
    if size > MAX_INT_BYTES:
        raise WireError(f"int of {size} bytes")
    return int.from_bytes(data[at : at + size], "little", signed=True), at + size


def _read_float(data: bytes, at: int, depth: int) -> tuple[float, int]:
    return _float_at(data, at)[0], at + 8


def _read_text(data: bytes, at: int, depth: int) -> tuple[str, int]:
    size, at = _read_size(data, at)
    return str(data[at : at + size], "utf-8"), at + size


def _read_opaque(data: bytes, at: int, depth: int) -> tuple[Opaque, int]:
    kind, at = _read_text(data, at, depth)
    if len(kind) > MAX_KIND:
        raise WireError(f"kind of {len(kind)} characters")
    return Opaque(kind), at


def _read_list(data: bytes, at: int, depth: int) -> tuple[list[Any], int]:
    count, at = _read_size(data, at)
    if depth == 0:
        raise WireError("nested too deeply")
    items = []
    for _ in range(count):
        item, at = _READERS[data[at]](data, at + 1, depth - 1)
        items.append(item)
    return items, at


def _read_tuple(data: bytes, at: int, depth: int) -> tuple[tuple[Any, ...], int]:
    items, at = _read_list(data, at, depth)
    return tuple(items), at


def _read_dict(data: bytes, at: int, depth: int) -> tuple[dict[Any, Any], int]:
    count, at = _read_size(data, at)
    if depth == 0:
        raise WireError("nested too deeply")
    found: dict[Any, Any] = {}
    odd = 0
    for _ in range(count):
        key, at = _READERS[data[at]](data, at + 1, KEY_DEPTH + 1)
        odd += type(key) is not str
        if odd > MAX_ODD_KEYS or not (type(key) is str or is_key(key)):
            raise WireError("keys that are no strings: too many, or strange ones")
        found[key], at = _READERS[data[at]](data, at + 1, depth - 1)
    if len(found) != count:
        raise WireError("a key twice")
    return found, at


def _read_array(data: bytes, at: int, depth: int) -> tuple[np.ndarray[Any, Any], int]:
    code, axes = data[at], data[at + 1]
    if code >= len(DTYPES) or axes > MAX_AXES:
        raise WireError(f"array of code {code} with {axes} axes")
    shape = _AXES[axes].unpack_from(data, at + 2)
    at += 2 + 8 * axes
    size, dtype = prod(shape), DTYPES[code]
    if not size:
        if volume(shape) > MAX_EMPTY:
            raise WireError("empty array with huge axes")
        return np.empty(shape, dtype), at
    end = at + dtype.itemsize * size
    if end > len(data):
        raise WireError(f"array of {end - at} bytes, {len(data) - at} left")
    if code == BOOL and data[at:end].translate(None, b"\0\1"):
        raise WireError("truth value that is neither 0 nor 1")
    return ndarray(shape, dtype, data, at).copy(), end


_READERS: dict[int, Reader] = {
    NONE: lambda data, at, depth: (None, at),
    TRUE: lambda data, at, depth: (True, at),
    FALSE: lambda data, at, depth: (False, at),
    INT: _read_int,
    BIG: _read_big,
    FLOAT: _read_float,
    TEXT: _read_text,
    OPAQUE: _read_opaque,
    LIST: _read_list,
    TUPLE: _read_tuple,
    DICT: _read_dict,
    ARRAY: _read_array,
}
