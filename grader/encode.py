"""Encoding: exact types are looked at, storage of builtin classes is read, no code of a stranger's class is run."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from math import prod
from struct import Struct
from typing import Any

import numpy as np
from numpy import ndarray

from grader.wireformat import (
    ARRAY,
    BIG,
    BOOL,
    DICT,
    DTYPES,
    FLOAT,
    INT,
    KEY_DEPTH,
    LIST,
    MAX_AXES,
    MAX_DEPTH,
    MAX_EMPTY,
    MAX_FRAME,
    MAX_INT_BYTES,
    MAX_KIND,
    MAX_ODD_KEYS,
    OPAQUE,
    TEXT,
    TUPLE,
    Opaque,
    Oversize,
    is_key,
    volume,
)

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

_CODES = {dtype: code for code, dtype in enumerate(DTYPES)}
_OWN = {id(dtype): code for code, dtype in enumerate(DTYPES)}  # looked up sooner: nearly all arrays have these objects
_BY_SIZE = {(dtype.kind, dtype.itemsize): code for code, dtype in enumerate(DTYPES)}
_WIDE = {"f": _CODES[np.dtype("<f8")], "c": _CODES[np.dtype("<c16")]}
_OTHER_ARRAYS = {"O": "object", "U": "str", "T": "str", "S": "bytes", "V": "records", "M": "dates", "m": "durations"}
_ONE_OR_ZERO = bytes([0]) + bytes([1]) * 255
_HEADS = tuple(Struct(f"<BBB{axes}Q") for axes in range(MAX_AXES + 1))
_sized, _number, _real = Struct("<BI").pack, Struct("<Bq").pack, Struct("<Bd").pack
_flags, _module, _qualname = (type.__dict__[f"__{name}__"].__get__ for name in ("flags", "module", "qualname"))
_TUPLE, _STR, _DICT = 1 << 26, 1 << 28, 1 << 29  # flags by which Python itself knows subclasses of these

Writer = Callable[[list[bytes], Any, int, int], int]


def encode(value: object, cap: int = MAX_FRAME) -> bytes:
    """The bytes of a value; an Oversize before anything large is made when they would be more than `cap`."""
    parts: list[bytes] = []
    try:
        _write(parts, value, cap, MAX_DEPTH)
    except Oversize as over:
        raise Oversize(cap + over.nbytes) from None
    return b"".join(parts)


def encode_returned(value: object, changed: bool, cap: int) -> bytes:
    """The bytes of `("returned", value, changed)`, sooner."""
    parts = [_RETURNED]
    try:
        _write(parts, value, cap - len(_RETURNED) - 1, MAX_DEPTH - 1)
    except Oversize as over:
        raise Oversize(cap + over.nbytes) from None
    parts.append(b"T" if changed else b"F")
    return b"".join(parts)


def _write(parts: list[bytes], value: Any, room: int, depth: int) -> int:
    """The room that is left; each writer takes its bytes off it, and an Oversize tells how many are lacking."""
    writer = _WRITERS.get(id(type(value)))
    if writer is None:
        flags = _flags(type(value))
        if flags & _TUPLE:
            return _write_items(parts, tuple.__getitem__(value, slice(None)), room, depth)
        if flags & _DICT:
            return _write_dict(parts, value, room, depth)
        return _write_opaque(parts, kind_of(type(value)), room)
    return writer(parts, value, room, depth)


def _put(parts: list[bytes], data: bytes, room: int) -> int:
    room -= len(data)
    if room < 0:
        raise Oversize(-room)
    parts.append(data)
    return room


def _write_none(parts: list[bytes], value: None, room: int, depth: int) -> int:
    return _put(parts, b"N", room)


def _write_bool(parts: list[bytes], value: Any, room: int, depth: int) -> int:
    return _put(parts, b"T" if value else b"F", room)


def _write_int(parts: list[bytes], value: int, room: int, depth: int) -> int:
    if -(2**63) <= value < 2**63:
        return _put(parts, _number(INT, value), room)
    size = value.bit_length() // 8 + 1
    if size > MAX_INT_BYTES:
        return _write_opaque(parts, f"int of {size} bytes", room)
    return _put(parts, _sized(BIG, size) + value.to_bytes(size, "little", signed=True), room)


def _write_float(parts: list[bytes], value: float, room: int, depth: int) -> int:
    return _put(parts, _real(FLOAT, value), room)


def _write_text(parts: list[bytes], value: str, room: int, depth: int) -> int:
    if len(value) > room:
        raise Oversize(len(value) - room)
    try:
        data = value.encode()
    except UnicodeEncodeError:
        return _write_opaque(parts, "str with a lone surrogate", room)
    return _put(parts, _sized(TEXT, len(data)) + data, room)


def _write_items(parts: list[bytes], value: Any, room: int, depth: int) -> int:
    if len(value) > room:
        raise Oversize(len(value) - room)
    if depth == 0:
        return _write_opaque(parts, f"{type(value).__name__} nested too deeply", room)
    items = value[:]  # a snapshot: another thread may be changing the list
    room = _put(parts, _sized(LIST if type(value) is list else TUPLE, len(items)), room)
    for item in items:
        room = _WRITERS.get(id(type(item)), _write)(parts, item, room, depth - 1)
    return room


def _write_dict(parts: list[bytes], value: dict[Any, Any], room: int, depth: int) -> int:
    size = dict.__len__(value)
    if 2 * size > room:
        raise Oversize(2 * size - room)
    if depth == 0:
        return _write_opaque(parts, "dict nested too deeply", room)
    items = list(dict.items(value))
    for key, _ in items:
        if not is_key(key):
            return _write_opaque(parts, f"dict with a key of type {kind_of(type(key))}", room)
    if sum(type(key) is not str for key, _ in items) > MAX_ODD_KEYS:
        return _write_opaque(parts, f"dict with more than {MAX_ODD_KEYS} keys that are no strings", room)
    room = _put(parts, _sized(DICT, len(items)), room)
    for key, item in items:
        room = _write(parts, item, _write(parts, key, room, KEY_DEPTH + 1), depth - 1)
    return room


def _write_array(parts: list[bytes], value: np.ndarray[Any, Any], room: int, depth: int) -> int:
    dtype, shape = value.dtype, value.shape
    code = _OWN.get(id(dtype))
    if code is None:
        code = _CODES.get(dtype)
    if code is None:
        code = _BY_SIZE.get((dtype.kind, dtype.itemsize), _WIDE.get(dtype.kind))
        if code is None:
            return _write_opaque(parts, f"array of {_OTHER_ARRAYS.get(dtype.kind, 'strange things')}", room)
    if len(shape) > MAX_AXES:
        return _write_opaque(parts, f"array with {len(shape)} axes", room)
    head, kind = _HEADS[len(shape)], DTYPES[code]
    size = prod(shape)
    nbytes = head.size + kind.itemsize * (size or volume(shape))
    if (nbytes > room) if size else (volume(shape) > MAX_EMPTY):
        raise Oversize(max(1, nbytes - room))
    if dtype is not kind:
        value = value.astype(kind)
    data = value.tobytes()
    if code == BOOL:
        data = data.translate(_ONE_OR_ZERO)
    room -= head.size + len(data)
    if room < 0:
        raise Oversize(-room)
    parts += head.pack(ARRAY, code, len(shape), *shape), data
    return room


def _write_opaque(parts: list[bytes], kind: str, room: int) -> int:
    data = kind[:MAX_KIND].encode("utf-8", "replace")
    return _put(parts, _sized(OPAQUE, len(data)) + data, room)


def kind_of(kind: type) -> str:
    """The full name of a type, printable and short; no code of its own is run for it."""
    module = module_of(kind)
    name = plain(_qualname(kind))
    return name if module == "builtins" else plain(f"{module}.{name}")


def module_of(kind: type) -> str:
    """The name of the module a type says it is from; `?` when it says nothing sensible."""
    try:
        module = _module(kind)
    except AttributeError:
        return "?"
    return plain(module) if _flags(type(module)) & _STR else "?"


def plain(text: str, most: int = MAX_KIND) -> str:
    """A text, or an instance of a subclass of str, as a short str whose characters all print."""
    text = str.__getitem__(text, slice(most))
    return text if text.isprintable() else "".join(char if char.isprintable() else "?" for char in text)


_SCALARS: dict[Callable[[Any], Any], tuple[Any, Any]] = {
    bool: (_write_bool, "?"),
    int: (_write_int, "bhilqBHILQ"),
    float: (_write_float, "efdg"),
}


def _converted(convert: Callable[[Any], Any], writer: Writer) -> Writer:
    return lambda parts, value, room, depth: writer(parts, convert(value), room, depth)


# Keyed by identity: looking a type up by itself would call the __hash__ of its metaclass.
_WRITERS: dict[int, Writer] = {
    id(type(None)): _write_none,
    id(bool): _write_bool,
    id(int): _write_int,
    id(float): _write_float,
    id(str): _write_text,
    id(list): _write_items,
    id(tuple): _write_items,
    id(dict): _write_dict,
    id(ndarray): _write_array,
    id(np.str_): _converted(lambda text: str.__getitem__(text, slice(None)), _write_text),
    id(Opaque): lambda parts, value, room, depth: _write_opaque(parts, value.kind, room),
}
for _convert, (_writer, _chars) in _SCALARS.items():
    for _char in _chars:
        _WRITERS[id(np.dtype(_char).type)] = _converted(_convert, _writer)
_RETURNED = _sized(TUPLE, 3) + encode("returned")
