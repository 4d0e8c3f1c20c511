"""The wire: what goes in comes out, what is strange is refused, and no bytes do harm."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict, UserDict, defaultdict, namedtuple
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from fuzz_wire import SEEDS, fuzz
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader import wire
from grader.wire import Opaque, Oversize, WireError

CALM = settings(max_examples=1_000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
MANY = settings(CALM, max_examples=10_000)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**200), 2**200) | st.floats() | st.text(st.characters(codec="utf-8"))
)
ARRAYS = hnp.arrays(
    st.sampled_from([np.dtype(code) for code in "?bhilBHILefdFD"]), hnp.array_shapes(min_dims=0, min_side=0, max_side=4)
)
KEYS = SCALARS | st.tuples(SCALARS, SCALARS)
VALUES = st.recursive(
    SCALARS | ARRAYS | st.builds(Opaque, st.text("abc.", max_size=20)),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def alike(a: Any, b: Any) -> bool:
    """Whether two values have the same types, shapes and bits all through."""
    if type(a) is not type(b):
        return False
    match a:
        case np.ndarray():
            return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
        case list() | tuple():
            return len(a) == len(b) and all(map(alike, a, b))
        case dict():
            return alike(list(a), list(b)) and alike(list(a.values()), list(b.values()))
        case float():
            return (math.isnan(a) and math.isnan(b)) or (a == b and math.copysign(1, a) == math.copysign(1, b))
        case _:
            return bool(a == b)


@CALM
@given(VALUES)
def test_what_goes_in_comes_out(value: object) -> None:
    data = wire.encode(value)
    back = wire.decode(data)
    assert alike(back, value)
    assert wire.encode(back) == data


def splice(frame: bytes, at: float, junk: bytes) -> bytes:
    """A frame whose bytes are overwritten from some place on."""
    cut = int(at * len(frame))
    return frame[:cut] + junk + frame[cut + len(junk) :]


@MANY
@given(
    st.binary(max_size=60)
    | st.builds(splice, st.sampled_from([wire.encode(value) for value in SEEDS]), st.floats(0, 1), st.binary())
)
def test_bytes_give_a_value_or_a_wire_error(data: bytes) -> None:
    with suppress(WireError):
        value = wire.decode(data)
        assert alike(wire.decode(wire.encode(value)), value)


def test_a_million_mutated_frames() -> None:
    valid, megabytes = fuzz(1_000_000)
    assert valid > 10_000
    assert megabytes < 64


@pytest.mark.parametrize("value", SEEDS)
def test_every_cut_and_every_tail_is_refused(value: object) -> None:
    data = wire.encode(value)
    for end in range(len(data)):
        with pytest.raises(WireError):
            wire.decode(data[:end])
    with pytest.raises(WireError):
        wire.decode(data + b"N")


def head(code: int, *shape: int, data: bytes = b"") -> bytes:
    return bytes([ord("a"), code, len(shape)]) + b"".join(size.to_bytes(8, "little") for size in shape) + data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Z",
        head(11, 2**32, 2**32),
        head(11, 2**63, 2, data=b"x" * 16),
        head(11, 2**64 - 1),
        head(11, 0, 2**62),
        head(1, *[1] * 33, data=b"x"),
        head(99, 1, data=b"x" * 8),
        head(0, 2, data=b"\x01\x02"),
        b"[\xff\xff\xff\xff",
        b"s\x02\x00\x00\x00\xff\xff",
        b"s\x03\x00\x00\x00\xed\xa0\x80",
        b"I\x01\x20\x00\x00" + b"\0" * 8193,
        b"{\x02\x00\x00\x00TNTN",
        b"{\x01\x00\x00\x00[\x00\x00\x00\x00N",
        b"{\x01\x00\x00\x00" + head(4, data=b"x" * 8) + b"N",
        b"[\x01\x00\x00\x00" * 33 + b"N",
        b"[\x01\x00\x00\x00" * 100_000 + b"N",
        b"(\x01\x00\x00\x00" * 33 + b"N",
        b"o\xff\x00\x00\x00" + b"x" * 255,
    ],
    ids=lambda data: repr(data[:16]),
)
def test_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode(data)


def test_keys_that_could_be_made_to_collide_are_few() -> None:
    many = dict.fromkeys(range(1001))
    assert wire.decode(wire.encode(many)) == Opaque("dict with more than 1000 keys that are no strings")
    body = b"".join(wire.encode(key) + b"N" for key in many)
    with pytest.raises(WireError, match="too many"):
        wire.decode(b"{" + len(many).to_bytes(4, "little") + body)
    assert len(wire.decode(wire.encode({str(number): number for number in range(5000)}))) == 5000


def test_arrays_are_fresh_writable_and_aligned() -> None:
    for offset in range(8):
        _, array = wire.decode(wire.encode(("x" * offset, np.arange(6.0).reshape(2, 3))))
        assert array.flags.writeable
        assert array.flags.aligned
        assert array.flags.owndata
        array += 1


@pytest.mark.parametrize(
    ("array", "same"),
    [
        (np.arange(6.0).reshape(2, 3).T, np.arange(6.0).reshape(2, 3).T.copy()),
        (np.arange(9)[::-3], np.array([8, 5, 2])),
        (np.arange(3, dtype=">f8"), np.arange(3.0)),
        (np.arange(3, dtype=">i2"), np.arange(3, dtype="i2")),
        (np.broadcast_to(1.5, (2, 2)), np.full((2, 2), 1.5)),
        (np.arange(3, dtype=np.longdouble), np.arange(3.0)),
        (np.arange(3, dtype=np.clongdouble), np.arange(3, dtype="c16")),
        (np.zeros(2, np.dtype("f8", metadata={"a": object()})), np.zeros(2)),
        (np.array([0, 1, 2, 255], "u1").view(bool), np.array([False, True, True, True])),
        (np.array(2.5), np.array(2.5)),
        (np.zeros((0, 3)), np.zeros((0, 3))),
    ],
    ids=str,
)
def test_arrays_of_any_layout(array: np.ndarray, same: np.ndarray) -> None:
    assert alike(wire.decode(wire.encode(array)), same)


@pytest.mark.parametrize(
    ("scalar", "plain"),
    [(np.float64(0.1), 0.1), (np.float32(0.5), 0.5), (np.float16(2), 2.0), (np.longdouble(3), 3.0)]
    + [(np.str_("да"), "да")]
    + [(np.dtype(code).type(7), 7) for code in "bhilqBHILQ"]
    + [(np.True_, True), (np.False_, False)],
)
def test_numpy_scalars_are_python_ones(scalar: object, plain: object) -> None:
    assert alike(wire.decode(wire.encode([scalar])), [plain])


Point = namedtuple("Point", "x y")


class Liar:
    __class__ = list  # type: ignore[assignment]


class Elsewhere:
    __module__ = "torch\n\x1b[31m"
    __qualname__ = "Tensor" * 100


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (object(), "object"),
        ((n for n in ()), "generator"),
        (1j, "complex"),
        (b"x", "bytes"),
        ({1}, "set"),
        (len, "builtin_function_or_method"),
        (UserDict(), "collections.UserDict"),
        (np.ma.zeros(2), "numpy.ma.MaskedArray"),
        (np.zeros(1).view(np.recarray), "numpy.rec.recarray"),
        (np.datetime64(0, "s"), "numpy.datetime64"),
        (np.array([None]), "array of object"),
        (np.array(["a"]), "array of str"),
        (np.zeros(1, "f8,i4"), "array of records"),
        (np.zeros(1, "M8[s]"), "array of dates"),
        ("\ud800", "str with a lone surrogate"),
        (10**10000, "int of 4153 bytes"),
        ({object(): 1}, "dict with a key of type object"),
        ({"\udc00": 1}, "dict with a key of type str"),
        ({np.int64(1): 1}, "dict with a key of type numpy.int64"),
        (Liar(), "test_wire.Liar"),
        (Elsewhere(), "torch??[31m." + ("Tensor" * 100)[:108]),
    ],
    ids=lambda value: value if type(value) is str and value.isascii() else "",
)
def test_strange_things_have_a_kind(value: object, kind: str) -> None:
    assert wire.decode(wire.encode([value])) == [Opaque(kind)]


def test_tuples_of_any_class_are_tuples() -> None:
    assert alike(wire.decode(wire.encode(Point(1, Point(2, 3)))), (1, (2, 3)))


@pytest.mark.parametrize(
    "value", [OrderedDict(a=1), Counter("a"), defaultdict(list, a=1)], ids=lambda one: type(one).__name__
)
def test_dicts_of_any_class_are_dicts(value: dict[str, int]) -> None:
    assert alike(wire.decode(wire.encode([value])), [{"a": 1}])


def test_no_code_of_a_class_is_run() -> None:
    def bite(*args: object) -> Any:
        raise SystemExit

    ways = ("eq", "hash", "bool", "len", "iter", "getitem", "getattribute", "repr", "str", "array", "index")
    traps = {f"__{name}__": bite for name in ways} | dict.fromkeys(("items", "keys", "values", "copy"), bite)
    bites = type("Bites", (type,), {f"__{name}__": bite for name in ("hash", "eq", "getattribute")})
    plain, child, pair, table = (
        bites(name, bases, dict(traps)) for name, bases in (("A", ()), ("B", (list,)), ("C", (tuple,)), ("D", (dict,)))
    )
    value = [object.__new__(plain), list.__new__(child), tuple.__new__(pair, (1, 2)), dict.__new__(table)]
    dict.__setitem__(value[-1], "a", 1)
    assert wire.decode(wire.encode(value)) == [Opaque("test_wire.A"), Opaque("test_wire.B"), (1, 2), {"a": 1}]


def test_a_list_that_contains_itself_ends() -> None:
    loop: list[object] = []
    loop.append(loop)
    value = wire.decode(wire.encode(loop))
    for _ in range(32):
        [value] = value
    assert value == Opaque("list nested too deeply")


def test_thirty_nested_pairs_are_too_much() -> None:
    pair: list[object] = ["слово"]
    for _ in range(30):
        pair = [pair, pair]
    with pytest.raises(Oversize) as caught:
        wire.encode(pair, 100_000)
    assert 100_000 < caught.value.nbytes < 101_000


@pytest.mark.parametrize(
    "value",
    [
        np.broadcast_to(0.0, (2**40,)),
        np.broadcast_to(0.0, (2**30, 2**29)),
        np.lib.stride_tricks.as_strided(np.zeros(1), (2**59,), (0,)),
        np.broadcast_to(np.longdouble(0), (2**40,)),
        np.empty((0, 2**40)),
        [0] * 2_000_000,
        dict.fromkeys(range(600_000)),
        "x" * 2_000_000,
        [np.zeros(100_000), np.zeros(100_000)],
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_too_large_is_refused_before_it_is_made(value: object) -> None:
    with pytest.raises(Oversize) as caught:
        wire.encode(value, 1 << 20)
    assert caught.value.nbytes > 1 << 20


def test_the_cap_is_exact() -> None:
    for value in SEEDS:
        size = len(wire.encode(value))
        assert len(wire.encode(value, size)) == size
        with pytest.raises(Oversize):
            wire.encode(value, size - 1)


def test_an_integer_that_crosses_can_be_shown() -> None:
    largest = 2 ** (8 * 1024 - 1) - 1
    assert len(str(wire.decode(wire.encode(-largest)))) < 4300
    assert wire.decode(wire.encode(largest + 1)) == Opaque("int of 1025 bytes")
