"""An exercise with its code: what its examples are as calls, and as a student reads them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache, cached_property, partial
from types import ModuleType
from typing import Any

from grader import torchmodule, wire
from grader.annotations import Signature, signature
from grader.calls import Answer, Arguments, Example
from grader.code import checks, condition, lacking, predicate, reference
from grader.model import Course, Exercise, ZachetkaError
from grader.moduleform import ModuleForm, form_of
from grader.show import show_answer, show_call, show_pair


class Task:
    """An exercise of a course whose code is loaded when somebody looks at it. Raises ZachetkaError without PyTorch."""

    def __init__(self, course: Course, exercise: Exercise) -> None:
        self.course = course
        self.exercise = exercise
        lack = lacking(exercise)
        if lack is not None:
            raise ZachetkaError(lack, where=exercise.where, status=3)
        self._conditions: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {}

    @cached_property
    def checks(self) -> ModuleType:
        """The checks of the topic."""
        return checks(self.course, self.exercise.topic)

    @cached_property
    def _code(self) -> Callable[..., Any]:
        return reference(self.course, self.exercise)

    @cached_property
    def _form(self) -> tuple[ModuleForm | None, Signature]:
        code = self._code
        return form_of(code) if isinstance(code, type) else (None, signature(code))

    @property
    def form(self) -> ModuleForm | None:
        """How a PyTorch exercise is a function; None for a function."""
        return self._form[0]

    @property
    def signature(self) -> Signature:
        """What the reference promises."""
        return self._form[1]

    @cached_property
    def _binds(self) -> inspect.Signature:
        return inspect.signature(self._code)

    @cached_property
    def reference(self) -> Callable[..., Any]:
        """The function that answers this exercise's calls rightly."""
        return self.answering(self._code)

    def answering(self, code: Callable[..., Any]) -> Callable[..., Any]:
        """The function that answers this exercise's calls: a function itself, or a PyTorch module built and run."""
        return partial(torchmodule.run, code) if self.form else code

    def call(self, example: Arguments | Example) -> bytes:
        """The call that an example is, as bytes."""
        args = self.form.structured(example.args) if self.form else tuple(example.args)
        return wire.encode((args, dict(example.kwargs)))

    def shown(self, example: Arguments | Example) -> str:
        """The call that an example is, as a student reads it."""
        if self.form:
            return self.form.shown(self.exercise.function, example.args)
        return show_call(self.exercise.function, example.args, example.kwargs)

    def shown_answer(self, answer: Answer) -> str:
        """One answer as a student reads it."""
        return self.form.shown_answer(answer) if self.form else show_answer(answer)

    def shown_pair(self, expected: Answer, got: Answer) -> tuple[str, str]:
        """The answer wanted and the answer given, as a student reads them."""
        return self.form.shown_pair(expected, got) if self.form else show_pair(expected, got)

    def case_of(self, example: Arguments) -> str:
        """The last listed case whose predicate holds, else the first."""
        named = self.bind(example)
        for case in reversed(self.exercise.cases[1:]):
            if _holds(predicate(self.course, self.exercise, case.name), named):
                return case.name
        return self.exercise.cases[0].name

    def condition(self, name: str) -> tuple[Callable[..., Any], tuple[str, ...]]:
        """The property of that name, and the parameters of the reference that it looks at."""
        if name not in self._conditions:
            found = condition(self.course, self.exercise, name)
            self._conditions[name] = found, tuple(inspect.signature(found).parameters)
        return self._conditions[name]

    def bind(self, example: Arguments | Example) -> dict[str, Any]:
        """The arguments of an example by parameter name, defaults included."""
        if self.form:
            return dict(zip(self.signature.names, example.args, strict=True))
        bound = self._binds.bind(*example.args, **example.kwargs)
        bound.apply_defaults()
        return bound.arguments


def _holds(predicate: Callable[..., Any], named: Mapping[str, Any]) -> bool:
    return bool(predicate(**{name: named[name] for name in _parameters(predicate)}))


@cache
def _parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(inspect.signature(function).parameters)
