"""Values as short Python text that a student can paste: calls, answers, arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from grader.calls import Answer, Raised

LONGEST = 1500


def show_call(function: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """A call as Python text, its numbers exact."""
    given = [show(value, exact=True) for value in args]
    given += [f"{name}={show(value, exact=True)}" for name, value in kwargs.items()]
    return _cap(f"{function}({', '.join(given)})")


def show_pair(expected: Answer, got: Answer) -> tuple[str, str]:
    """Two answers as text, with as many digits as it takes to tell them apart."""
    short = show_answer(expected), show_answer(got)
    return short if short[0] != short[1] else (show_answer(expected, exact=True), show_answer(got, exact=True))


def show_answer(answer: Answer, *, exact: bool = False) -> str:
    """An answer as text: its value, or the exception as a raise statement."""
    if isinstance(answer, Raised):
        name = answer.kinds[0] if answer.kinds else "Exception"
        return _cap(f"raise {name}({answer.text!r})" if answer.text else f"raise {name}")
    return _cap(show(answer.value, exact=exact))


def show(value: Any, *, exact: bool = False) -> str:
    """A value as text; control and bidi characters of strings stay escaped."""
    match value:
        case np.ndarray():
            return _array(value, exact)
        case float():
            return repr(value) if exact else np.format_float_positional(value, 6, fractional=False, trim="0")
        case list():
            return f"[{', '.join(show(item, exact=exact) for item in value)}]"
        case tuple():
            inside = ", ".join(show(item, exact=exact) for item in value)
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        case dict():
            return "{" + ", ".join(f"{show(k)}: {show(v, exact=exact)}" for k, v in value.items()) + "}"
        case None | bool() | int() | str():
            return repr(value)
        case _:
            return f"<{getattr(value, 'kind', type(value).__name__)}>"


def _array(value: np.ndarray, exact: bool) -> str:
    options: dict[str, Any] = {"floatmode": "unique"} if exact else {"precision": 6, "suppress_small": False}
    text = np.array2string(value, separator=", ", threshold=120, max_line_width=10_000, **options)
    rows = " ".join(line.strip() for line in text.splitlines())
    dtype = ", dtype=bool" if value.dtype == bool and not value.size else ""
    return f"np.array({rows}{dtype})"


def _cap(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
