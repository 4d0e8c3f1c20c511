"""Where the examples of an exercise come from: for each case a strategy of the course, or one from the annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

from hypothesis import strategies as st

from grader.annotations import Signature
from grader.calls import Arguments
from grader.drawing import Source, draw, seed_of
from grader.model import Exercise
from grader.strategies import arguments

ORDINARY = 60
EDGE = 20
DISTINCT = 0.65

CaseOf = Callable[[Arguments], str]


def sources(
    exercise: Exercise, seed: int, signature: Signature, checks: ModuleType, case_of: CaseOf
) -> Iterator[Source]:
    """One source for each case and mode: pairwise distinct sizes, then any."""
    drawers = _drawers(checks)
    for case in exercise.cases:
        drawer = drawers.get((exercise.id, case.name)) or drawers.get((exercise.id, None))
        for distinct in (True, False):
            strategy = _strategy(exercise, signature, drawer, distinct).map(as_arguments)
            belonging = strategy.filter(_belongs(case.name, case_of))
            count = round(_total(exercise, case.name) * (DISTINCT if distinct else 1))
            name = f"{seed}/{exercise.id}/{case.name}/{distinct}"
            yield Source(case.name, belonging, count, seed_of(name))


def drawn(exercise: Exercise, found: tuple[Source, ...]) -> Iterator[tuple[Arguments, str]]:
    """The examples, each with its case: what the first source of a case lacks comes from the second."""
    counts: dict[str, int] = {}
    for source in found:
        for one in draw(source)[: _total(exercise, source.case) - counts.get(source.case, 0)]:
            counts[source.case] = counts.get(source.case, 0) + 1
            yield one, source.case


def as_arguments(value: Any) -> Arguments:
    """Arguments from what a drawer returned."""
    return value if isinstance(value, Arguments) else Arguments(tuple(value))


def _total(exercise: Exercise, case: str) -> int:
    return ORDINARY if case == exercise.cases[0].name else EDGE


def _strategy(
    exercise: Exercise, signature: Signature, drawer: Callable[..., Any] | None, distinct: bool
) -> st.SearchStrategy[Any]:
    if drawer is None:
        return arguments(signature, exercise.sizes, distinct)
    return st.composite(drawer)(distinct=distinct)


def _belongs(case: str, case_of: CaseOf) -> Callable[[Arguments], bool]:
    return lambda example: case_of(example) == case


def _drawers(module: ModuleType) -> Mapping[tuple[str, str | None], Callable[..., Any]]:
    found = {}
    for value in vars(module).values():
        for exercises, case in getattr(value, "__draws__", ()):
            found.update({(name, case): value for name in exercises})
    return found
