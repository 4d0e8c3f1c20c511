"""Calling student code so that no hook it sets outlives the call."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from typing import Any

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

_settrace, _setprofile = sys.settrace, sys.setprofile


def unhooked(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """What a student's function returns; tracing and profiling are off again, before any function of ours is called."""
    try:
        return function(*args, **kwargs)
    finally:
        try:  # noqa: SIM105 (suppress is a function, which the hook would be told of)
            _setprofile(None)
        except BaseException:
            pass  # a hook that raises is gone by that
        _settrace(None)
