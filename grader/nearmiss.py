"""What an answer lacks to be right, found for any exercise: a transpose, a factor, an order, more decimals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from grader.alike import alike
from grader.calls import Answer, Returned
from grader.model import Message, message

DECIMALS = range(2, 7)
Pair = tuple[Any, Any]


def near_misses(expected: Sequence[Answer], got: Sequence[Answer]) -> tuple[Message, ...]:
    """The sentences that are true of every answer and of none that is right as it stands."""
    pairs = [
        (wanted.value, given.value)
        for wanted, given in zip(expected, got, strict=True)
        if isinstance(wanted, Returned) and isinstance(given, Returned)
    ]
    if len(pairs) < len(expected) or not pairs:
        return ()
    return tuple(found for look in (_transposed, _scaled, _shifted, _rounded, _reordered) for found in look(pairs))


def _same(got: Any, expected: Any) -> bool:
    return alike(got, expected, rtol=1e-7, atol=1e-9)


def _everywhere(pairs: Sequence[Pair], change: Callable[[Any], Any]) -> bool:
    """Whether the change makes every wrong answer right, and some are wrong."""
    wrong = [(wanted, given) for wanted, given in pairs if not _same(given, wanted)]
    return bool(wrong) and all(_same(change(given), wanted) for wanted, given in wrong)


def _numbers(pairs: Sequence[Pair]) -> bool:
    return all(isinstance(one, np.ndarray) and one.dtype.kind in "iuf" for pair in pairs for one in pair) and all(
        wanted.shape == given.shape for wanted, given in pairs
    )


def _transposed(pairs: Sequence[Pair]) -> Iterator[Message]:
    if all(isinstance(given, np.ndarray) and given.ndim > 1 for _, given in pairs) and _everywhere(
        pairs, lambda given: np.swapaxes(given, -1, -2)
    ):
        yield message("right up to a transpose: the last two axes are swapped")


def _scaled(pairs: Sequence[Pair]) -> Iterator[Message]:
    if not _numbers(pairs):
        return
    wanted, given = (np.concatenate([np.ravel(pair[side]) for pair in pairs]).astype(float) for side in (0, 1))
    at = int(np.argmax(np.abs(wanted)))
    if not np.isfinite(given).all() or not wanted[at] or not given[at]:
        return
    factor = given[at] / wanted[at]
    if abs(factor - 1) > 1e-6 and np.allclose(given, factor * wanted, rtol=1e-7, atol=1e-9 * abs(factor)):
        yield message(
            "right up to a constant factor: every number is {factor} times the right one", factor=f"{factor:.6g}"
        )


def _shifted(pairs: Sequence[Pair]) -> Iterator[Message]:
    if not _numbers(pairs):
        return
    wanted, given = (np.concatenate([np.ravel(pair[side]) for pair in pairs]).astype(float) for side in (0, 1))
    if not np.isfinite(given).all():
        return
    shift = float(given[0] - wanted[0])
    if abs(shift) > 1e-6 and np.allclose(given - wanted, shift, rtol=1e-7, atol=1e-9):
        yield message("right up to a constant: every number is {shift} more than the right one", shift=f"{shift:.6g}")


def _rounded(pairs: Sequence[Pair]) -> Iterator[Message]:
    if not _numbers(pairs) or not any(given.dtype.kind == "f" for _, given in pairs):
        return
    if all(_same(given, wanted) for wanted, given in pairs):
        return
    for decimals in DECIMALS:
        if all(np.allclose(given, np.round(wanted, decimals), rtol=0, atol=1e-12) for wanted, given in pairs):
            yield message("equals the right answer rounded to {decimals} decimals: do not round", decimals=decimals)
            return


def _reordered(pairs: Sequence[Pair]) -> Iterator[Message]:
    if all(isinstance(one, list | tuple) for pair in pairs for one in pair):
        wrong = [(wanted, given) for wanted, given in pairs if not _same(given, wanted)]
        if wrong and all(_in_another_order(*pair) for pair in wrong):
            yield message("the right items in another order")


def _in_another_order(wanted: Sequence[Any], given: Sequence[Any]) -> bool:
    return len(wanted) == len(given) and sorted(map(repr, wanted)) == sorted(map(repr, given))
