"""Expressions of the course: Python over named values, with references and listed mistakes by name.

A course is code that is executed anyway, so an author's expression may be too; what learners type is parsed elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import FunctionType
from typing import Any

import numpy as np

from grader.code import load_module
from grader.model import Course, ZachetkaError, message
from grader.problems import closest

CALL = re.compile(r"\b([a-z_]+)([:!])([A-Za-z_]\w*)(?=\()")
ASSIGNMENT = re.compile(r"\s*([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\s*=(?!=)\s*(.+)", re.DOTALL)
FOLDERS = {":": "solutions", "!": "solutions/mistakes"}

Names = Mapping[str, Any]


def sigmoid(x: Any) -> Any:
    """1 / (1 + e^-x), element by element."""
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


LIBRARY: dict[str, Any] = {
    "np": np,
    "ln": np.log,
    "log": np.log,
    "log2": np.log2,
    "log10": np.log10,
    "exp": np.exp,
    "sqrt": np.sqrt,
    "tanh": np.tanh,
    "pi": np.pi,
    "e": np.e,
    "sigmoid": sigmoid,
}


class Scope:
    """What expressions of one course can name."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.topics = {exercise.module for exercise in course.exercises.values()}

    def function(self, topic: str, mark: str, name: str) -> Callable[..., Any]:
        """A reference (`:`) or a listed mistake (`!`) of a topic; a course error when there is none."""
        file = f"{FOLDERS[mark]}/{topic}.py"
        if topic not in self.topics:
            unknown = message("unknown topic '{name}' in `{call}`", name=topic, call=f"{topic}{mark}{name}")
            raise ZachetkaError(unknown)
        module = load_module(self.course, file)
        found = getattr(module, name, None)
        if callable(found):
            return found  # type: ignore[no-any-return]
        functions = [key for key, value in vars(module).items() if isinstance(value, FunctionType)]
        guess = closest(name, functions) or PurePosixPath(file).name
        raise ZachetkaError(
            message("{file} has no function '{name}': did you mean '{guess}'?", file=file, name=name, guess=guess)
        )

    def value(self, expression: str, names: Names) -> Any:
        """The value of an expression; a course error says what is wrong with it."""
        space = {**LIBRARY, **names, "_function": self.function}
        source = CALL.sub(lambda call: "_function({!r}, {!r}, {!r})".format(*call.groups()), expression.strip())
        try:
            with np.errstate(all="ignore"):
                return eval(compile(source, "<expression>", "eval"), {"__builtins__": __builtins__, **space})
        except ZachetkaError:
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise ZachetkaError(
                message("`{expression}` cannot be computed ({reason})", expression=expression, reason=reason)
            ) from error

    def inputs(self, inputs: Mapping[str, object]) -> dict[str, Any]:
        """Inputs as values: text is an expression over the inputs before it, lists of numbers become arrays."""
        names: dict[str, Any] = {}
        for name, value in inputs.items():
            names[name] = self.value(value, names) if isinstance(value, str) else _array(value)
        return names

    def compute(self, lines: str, names: Names) -> dict[str, Any]:
        """The values that lines of the form `name = expression` or `a, b = expression` compute, in their order."""
        computed: dict[str, Any] = {}
        for line in filter(str.strip, lines.splitlines()):
            found = ASSIGNMENT.fullmatch(line)
            if found is None:
                raise ZachetkaError(message("`{line}` is no `name = expression`", line=line.strip()))
            targets = [target.strip() for target in found[1].split(",")]
            value = self.value(found[2], {**names, **computed})
            computed.update(zip(targets, value, strict=True) if len(targets) > 1 else [(targets[0], value)])
        return computed


def _array(value: object) -> object:
    """A list of numbers, or of lists of numbers, as an array; anything else as it is."""
    if not isinstance(value, list) or not value:
        return value
    flat = value
    while isinstance(flat[0], list) and flat[0]:
        flat = [item for row in flat if isinstance(row, list) for item in row]
    numeric = all(isinstance(item, int | float | bool) for item in flat)
    return np.array(value) if numeric else value
