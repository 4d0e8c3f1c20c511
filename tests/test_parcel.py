"""A stream of replies is recognised as far as it is, byte for byte, the expected one, however it is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.calls import Known, Returned
from grader.parcel import Parcel, framed

KNOWN = [None if n % 7 == 3 else Known(b"%d" % n * (n % 5), Returned(n)) for n in range(40)]
PARCEL = Parcel([b""] * len(KNOWN), KNOWN)
FRAMES = [framed(one.reply if one else b"said otherwise") for one in KNOWN]


@given(first=st.integers(0, 39), count=st.integers(0, 40), cut=st.integers(0, 8), before=st.integers(0, 3))
def test_what_is_whole_and_expected_is_recognised(first: int, count: int, cut: int, before: int) -> None:
    stream = b"".join(FRAMES[first : first + count])
    data = b"x" * before + stream[: max(0, len(stream) - cut)]
    number, at = PARCEL.recognised(data, before, first)
    assert first <= number <= min(first + count, len(KNOWN))
    assert all(one is not None for one in KNOWN[first:number])
    assert data[before:at] == b"".join(FRAMES[first:number])


def test_a_whole_known_frame_is_always_recognised() -> None:
    for number, one in enumerate(KNOWN):
        found, _ = PARCEL.recognised(FRAMES[number] + b"and what differs", 0, number)
        assert found == number + (one is not None)


@given(number=st.integers(0, 39), place=st.integers(0, 30), bit=st.integers(0, 7))
def test_one_other_bit_is_not_recognised(number: int, place: int, bit: int) -> None:
    frame = bytearray(FRAMES[number])
    frame[place % len(frame)] ^= 1 << bit
    assert PARCEL.recognised(bytes(frame), 0, number) == (number, 0)
