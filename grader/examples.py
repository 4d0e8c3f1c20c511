"""The examples of an exercise and the reference's answers: drawn once for a seed, then replayed to every submission."""

from __future__ import annotations

import hashlib
import inspect
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis
import numpy as np
from hypothesis import strategies as st

from grader import __version__, torchmodule, wire
from grader.annotations import fits, signature
from grader.cache import cache_folder, write
from grader.calls import Answer, Raised, Returned
from grader.code import checks, condition, mistake, predicate, reference
from grader.compare import describe_value
from grader.drawing import Source, draw, seed_of
from grader.model import Course, Exercise, ZachetkaError, message
from grader.moduleform import ModuleForm, form_of
from grader.properties import Arguments
from grader.show import show_answer, show_call, show_pair
from grader.strategies import arguments
from grader.trusted import answer_of

ORDINARY = 60
EDGE = 20
DISTINCT = 0.65
CODE = (
    *("examples", "drawing", "strategies", "annotations", "wire", "encode", "wireformat"),
    *("moduleform", "torchmodule"),
)


@dataclass(frozen=True, slots=True)
class Example:
    """The arguments of one call and the case it belongs to."""

    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    case: str


class Prepared:
    """What judging an exercise with a seed needs: examples, encoded calls, the reference's answers and its cost."""

    def __init__(self, course: Course, exercise: Exercise, seed: int) -> None:
        self.course = course
        self.exercise = exercise
        self.seed = seed
        self.checks: ModuleType = checks(course, exercise.topic)
        code = reference(course, exercise)
        self.form: ModuleForm | None = None
        if isinstance(code, type):
            self.form, self.signature = form_of(code)
        else:
            self.signature = signature(code)
            self._binds = inspect.signature(code)
        self.reference = self.answering(code)
        self._conditions: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {}

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

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """One source for each case and mode: pairwise distinct sizes, then any."""
        return tuple(self._sources())

    def _sources(self) -> Iterator[Source]:
        drawers = _drawers(self.checks)
        for case in self.exercise.cases:
            drawer = drawers.get((self.exercise.id, case.name)) or drawers.get((self.exercise.id, None))
            for distinct in (True, False):
                strategy = self._strategy(drawer, distinct).map(as_arguments).filter(self._belongs(case.name))
                name = f"{self.seed}/{self.exercise.id}/{case.name}/{distinct}"
                yield Source(
                    case.name, strategy, round(self._total(case.name) * (DISTINCT if distinct else 1)), seed_of(name)
                )

    def _total(self, case: str) -> int:
        return ORDINARY if case == self.exercise.cases[0].name else EDGE

    def _strategy(self, drawer: Callable[..., Any] | None, distinct: bool) -> st.SearchStrategy[Any]:
        if drawer is None:
            return arguments(self.signature, self.exercise.sizes, distinct)
        return st.composite(drawer)(distinct=distinct)

    def _belongs(self, case: str) -> Callable[[Arguments], bool]:
        return lambda example: self.case_of(example) == case

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

    @cached_property
    def _stored(self) -> tuple[Any, ...]:
        path = cache_folder() / f"{self.key}.examples"
        with suppress(OSError, wire.WireError):
            return tuple(wire.decode(path.read_bytes()))
        drawn = tuple(self._draw())
        answers = tuple(pack(self._answer(example)) for example in drawn)
        data = wire.encode((tuple((e.args, dict(e.kwargs), e.case) for e in drawn), answers))
        write(path, data)
        return tuple(wire.decode(data))

    def _draw(self) -> Iterator[Example]:
        drawn: Counter[str] = Counter()
        for source in self.sources:
            for one in draw(source)[: self._total(source.case) - drawn[source.case]]:
                drawn[source.case] += 1
                yield Example(one.args, one.kwargs, source.case)

    def _answer(self, example: Example) -> Answer:
        answer = answer_of(self.reference, self.call(example))
        named = self.bind(example)
        sizes = {name: value for name, value in named.items() if type(value) is int}
        for parameter in self.signature.parameters:
            if not fits(parameter.type, named[parameter.name], sizes):
                problem = message(
                    "the examples of {id} give {name} a value its annotation does not say",
                    id=self.exercise.id,
                    name=parameter.name,
                )
                raise ZachetkaError(problem, where=f"questions/{self.exercise.topic}/checks.py", status=3)
        if isinstance(answer, Returned) and not fits(self.signature.result, answer.value, sizes):
            got = describe_value(answer.value)
            problem = message(
                "reference {id} returns {got}, which its annotation does not say", id=self.exercise.id, got=got
            )
            raise ZachetkaError(problem, where=f"solutions/{self.exercise.module}.py", status=3)
        return answer

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """All examples in the order of the cases."""
        return tuple(Example(*one) for one in self._stored[0])

    @cached_property
    def expected(self) -> tuple[Answer, ...]:
        """The reference's answers, example by example."""
        return tuple(unpack(one) for one in self._stored[1])

    @cached_property
    def calls(self) -> tuple[bytes, ...]:
        """The examples as encoded calls."""
        return tuple(self.call(example) for example in self.examples)

    @cached_property
    def cpu_seconds(self) -> float:
        """The CPU time the reference needs for all examples on this machine."""
        began = time.process_time()
        for call in self.calls:
            answer_of(self.reference, call)
        return time.process_time() - began

    @cached_property
    def mistakes(self) -> Mapping[str, tuple[Answer, ...]]:
        """What each listed mistake answers to the same examples."""
        path = cache_folder() / f"{self.key}.mistakes"
        with suppress(OSError, wire.WireError):
            return {name: tuple(map(unpack, answers)) for name, answers in wire.decode(path.read_bytes()).items()}
        found = {}
        for one in self.exercise.mistakes:
            function = self.answering(mistake(self.course, self.exercise, one.name))
            found[one.name] = tuple(answer_of(function, call) for call in self.calls)
        write(path, wire.encode({name: tuple(map(pack, answers)) for name, answers in found.items()}))
        return found

    @cached_property
    def key(self) -> str:
        """What examples and answers depend on: versions, the declaration, the code of course and grader, the seed."""
        exercise = self.exercise
        names = [case.name for case in exercise.cases] + [one.name for one in exercise.mistakes]
        says = (
            __version__,
            hypothesis.__version__,
            np.__version__,
            exercise.id,
            exercise.function,
            names,
            exercise.sizes,
            self.seed,
        )
        digest = hashlib.sha256(repr(says).encode())
        here, root = Path(__file__).parent, self.course.root
        for path in (
            root / f"solutions/{exercise.module}.py",
            root / f"solutions/mistakes/{exercise.module}.py",
            root / f"questions/{exercise.topic}/checks.py",
            *(here / f"{name}.py" for name in CODE),
        ):
            # A topic may need no checks.py, and a new exercise has no mistakes yet.
            digest.update(hashlib.sha256(path.read_bytes() if path.exists() else b"").digest())
        return digest.hexdigest()


def as_arguments(value: Any) -> Arguments:
    """Arguments from what a drawer returned."""
    return value if isinstance(value, Arguments) else Arguments(tuple(value))


def _holds(predicate: Callable[..., Any], named: Mapping[str, Any]) -> bool:
    return bool(predicate(**{name: named[name] for name in _parameters(predicate)}))


@cache
def _parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(inspect.signature(function).parameters)


def _drawers(module: ModuleType) -> dict[tuple[str, str | None], Callable[..., Any]]:
    found = {}
    for value in vars(module).values():
        for exercises, case in getattr(value, "__draws__", ()):
            found.update({(name, case): value for name in exercises})
    return found


def pack(answer: Answer) -> tuple[Any, ...]:
    """An answer as plain values for the cache."""
    if isinstance(answer, Returned):
        return ("returned", answer.value)
    return ("raised", answer.kinds, answer.text)


def unpack(packed: Any) -> Answer:
    """The answer that `pack` made plain."""
    match packed:
        case ("returned", value):
            return Returned(value)
        case ("raised", tuple(kinds), str(text)):
            return Raised(kinds, text)
    raise wire.WireError("not a stored answer")
