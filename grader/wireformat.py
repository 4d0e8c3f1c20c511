"""The format of the wire: its values, tags, number types and limits."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from typing import Any

import numpy as np

# Functions look names up here, in this and the other modules beside a student, whose patches of builtins miss them.
globals()["__builtins__"] = dict(vars(builtins))

MAX_FRAME = 2**32 - 1
MAX_DEPTH = 32
MAX_INT_BYTES = 1024  # fewer digits than `str` refuses to write (4300)
MAX_AXES = 32
MAX_EMPTY = 1 << 20  # the axes of an empty array multiply to at most this, so that a sum over one stays small
MAX_KIND = 120
MAX_ODD_KEYS = 1000  # keys that are no strings can be chosen to collide
KEY_DEPTH = 4

NONE, TRUE, FALSE, INT, BIG, FLOAT, TEXT, LIST, TUPLE, DICT, ARRAY, OPAQUE = b"NTFiIfs[({ao"
_NUMBERS = ["?", "i1", "<i2", "<i4", "<i8", "u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16"]
DTYPES = tuple(np.dtype(code) for code in _NUMBERS)
BOOL = 0


class WireError(Exception):
    """Bytes that are no value."""


class Oversize(Exception):
    """A value that needs at least `nbytes`, more than allowed."""

    def __init__(self, nbytes: int) -> None:
        super().__init__(f"needs {nbytes} bytes or more")
        self.nbytes = nbytes


@dataclass(frozen=True, slots=True)
class Opaque:
    """What cannot cross, by the name of its kind: `torch.Tensor`, `generator`, `array of object`."""

    kind: str


def is_key(key: Any, depth: int = KEY_DEPTH) -> bool:
    """Whether a key of a dict may cross: it is hashed and compared without a stranger's code, here and there."""
    kind = type(key)
    if kind is str:
        return bool(key.isascii() or key.encode("utf-8", "replace").decode() == key)
    if kind is int:
        return bool(key.bit_length() < 8 * MAX_INT_BYTES)
    if kind is tuple:
        return depth > 0 and all(is_key(part, depth - 1) for part in key)
    return kind is float or kind is bool or key is None


def volume(shape: tuple[int, ...]) -> int:
    """The product of the axes, empty ones counted as 1, in integers that do not overflow."""
    product = 1
    for size in shape:
        product *= size or 1
    return product
