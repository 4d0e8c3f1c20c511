"""Whether two values are the same but for rounding: what properties ask, and who looks for near misses."""

from __future__ import annotations

from typing import Any

import numpy as np


def alike(got: Any, expected: Any, *, rtol: float, atol: float) -> bool:
    """Whether two values have the same structure and numbers that agree."""
    if isinstance(expected, list | tuple):
        return (
            isinstance(got, list | tuple)
            and len(got) == len(expected)
            and all(alike(g, e, rtol=rtol, atol=atol) for g, e in zip(got, expected, strict=True))
        )
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and got.keys() == expected.keys()
            and all(alike(got[key], expected[key], rtol=rtol, atol=atol) for key in expected)
        )
    if isinstance(expected, np.ndarray | float | np.floating):
        if not isinstance(got, np.ndarray | int | float) or np.shape(got) != np.shape(expected):
            return False
        return _near(got, expected, rtol, atol) or bool(np.allclose(got, expected, rtol=rtol, atol=atol))
    return not isinstance(got, np.ndarray | list | tuple | dict) and bool(got == expected)


def _near(got: Any, expected: Any, rtol: float, atol: float) -> bool:
    """Whether all is finite and near: what nearly always holds, found out sooner than NumPy does."""
    got, expected = np.asarray(got), np.asarray(expected)
    if got.dtype.kind not in "iuf" or expected.dtype.kind != "f":
        return False
    with np.errstate(all="ignore"):
        near = (np.abs(got - expected) <= atol + rtol * np.abs(expected)).all()
    return bool(near and np.isfinite(expected).all())
