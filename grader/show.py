"""Values as short Python text that a student can paste: calls, answers, arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import Any

import numpy as np

from grader.calls import Answer, Raised

LONGEST = 1500
LARGEST = 10**100
EDGE = 3  # so many numbers of a long axis are shown at its beginning and at its end


def show_call(function: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """A call as Python text, its numbers exact."""
    given = [show(value, exact=True) for value in args]
    given += [f"{name}={show(value, exact=True)}" for name, value in kwargs.items()]
    return capped(f"{function}({', '.join(given)})")


def show_pair(expected: Answer, got: Answer) -> tuple[str, str]:
    """Two answers as text, with as many digits as it takes to tell them apart."""
    short = show_answer(expected), show_answer(got)
    return short if short[0] != short[1] else (show_answer(expected, exact=True), show_answer(got, exact=True))


def show_answer(answer: Answer, *, exact: bool = False) -> str:
    """An answer as text: its value, or the exception as a raise statement."""
    if isinstance(answer, Raised):
        name = answer.kinds[0] if answer.kinds else "Exception"
        return capped(f"raise {name}({answer.text!r})" if answer.text else f"raise {name}")
    return capped(show(answer.value, exact=exact))


def show(value: Any, *, exact: bool = False) -> str:
    """A value as text; control and bidi characters of strings stay escaped."""
    match value:
        case np.ndarray():
            return _array(value, exact)
        case float():
            return _float(value, exact)
        case list():
            return f"[{_joined(show(item, exact=exact) for item in value)}]"
        case tuple():
            inside = _joined(show(item, exact=exact) for item in value)
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        case dict():
            return "{" + _joined(f"{show(k)}: {show(v, exact=exact)}" for k, v in value.items()) + "}"
        case int() if abs(value) > LARGEST:
            return f"<int, {value.bit_length()} bits>"
        case None | bool() | int() | str():
            return repr(value)
        case _:
            return f"<{getattr(value, 'kind', type(value).__name__)}>"


def _joined(parts: Iterable[str]) -> str:
    """The parts with commas between, no more of them than anybody is shown: a student may answer with a million."""
    shown, length = [], 0
    for part in parts:
        shown.append(part)
        length += len(part)
        if length > LONGEST:
            break
    return ", ".join(shown)


def _array(value: np.ndarray, exact: bool) -> str:
    if prod(min(size, 2 * EDGE) for size in value.shape) > LONGEST:  # NumPy leaves out the middle of long axes only
        return f"<array of shape {value.shape}>"
    number: Any = {"float_kind": lambda one: _float(float(one), exact)}
    text = np.array2string(
        value, separator=", ", threshold=120, edgeitems=EDGE, max_line_width=10_000, formatter=number
    )
    return f"np.array({' '.join(line.strip() for line in text.splitlines())})"


def _float(value: float, exact: bool) -> str:
    """A float with six digits or all of them, and a point where it is whole: `0.333333`, `1.`, `1e-09`, `nan`."""
    text = repr(value).removesuffix(".0") if exact else f"{value:.6g}"
    return f"{text}." if text.lstrip("-").isdigit() else text


def capped(text: str) -> str:
    """A text as it is, or its beginning where it is very long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
