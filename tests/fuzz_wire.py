"""A seeded mutation fuzzer of the wire: `python tests/fuzz_wire.py 1000000 [seed]`.

Nothing but a WireError may escape from decoding, what decodes encodes to a frame that decodes, and memory stays small.
"""

from __future__ import annotations

import random
import resource
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from grader import wire

SEEDS: tuple[object, ...] = (
    None,
    [True, False, 0, -1, 2**63 - 1, -(2**63), 2**64, -(2**700), 0.0, -0.0, float("nan"), float("inf"), ""],
    ("returned", np.arange(12.0).reshape(3, 4), False),
    ("raised", ["KeyError", "LookupError"], "нет", "hw.py:12", True),
    ((np.eye(3, dtype=bool), np.zeros((0, 5)), np.array(1.5)), {"mask": None}),
    ([["кот", "cat"], [], ["ё"] * 20],),
    {"a": 1, "ключ": [{}, {"b": (1.5, None)}], 3: "x", (1, ("y",)): 0},
    [np.arange(5, dtype=code) for code in ("i1", "u2", "i4", "u8", "f2", "f4", "c8", "c16")],
    [wire.Opaque("torch.Tensor"), [[[[[[[[]]]]]]]]],
    ("load", [("hw.py", np.frombuffer(b"def f(): pass", np.uint8))], ["f"]),
)
LENGTHS = tuple(size.to_bytes(width, "little") for width in (1, 4, 8) for size in (0, 1, 32, 33, 127, 255))
HUGE = tuple(size.to_bytes(8, "little") for size in (2**31, 2**32 - 1, 2**32, 2**40, 2**62, 2**63, 2**64 - 1))


def mutated(draw: random.Random, frames: list[bytes]) -> bytes:
    """One of the frames with a few changes."""
    data = bytearray(draw.choice(frames))
    for _ in range(draw.randrange(1, 4)):
        at = draw.randrange(len(data) + 1)
        match draw.randrange(7):
            case 0:
                data[at : at + 1] = draw.randbytes(1)
            case 1:
                data[at : at + 1] = draw.choice(b"NTFiIfs[({ao").to_bytes(1, "little")
            case 2:
                del data[at : at + draw.randrange(1, 9)]
            case 3:
                data[at:at] = draw.randbytes(draw.randrange(1, 9))
            case 4:
                piece = draw.choice(LENGTHS if draw.random() < 0.6 else HUGE)
                data[at : at + len(piece)] = piece
            case 5:
                other = draw.choice(frames)
                start = draw.randrange(len(other))
                data[at:at] = other[start : start + draw.randrange(1, 40)]
            case _:
                del data[at:]
    return bytes(data)


def fuzz(count: int, seed: int = 0) -> tuple[int, float]:
    """How many of `count` mutated frames were values all the same, and the growth of memory in megabytes."""
    draw = random.Random(seed)
    frames = [wire.encode(value) for value in SEEDS]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    valid = 0
    for _ in range(count):
        data = mutated(draw, frames)
        try:
            value = wire.decode(data)
        except wire.WireError:
            continue
        valid += 1
        if valid % 16 == 0:
            again = wire.encode(value)
            assert wire.encode(wire.decode(again)) == again, data
    return valid, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


if __name__ == "__main__":
    total = int(sys.argv[1])
    survivors, growth = fuzz(total, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    print(f"{total} frames, {survivors} of them values, {growth:.0f} MB more at the peak")
