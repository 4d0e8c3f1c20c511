"""Whether the functions an exercise names are there and fit its reference."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any

from grader import code
from grader.annotations import Signature, axis_names, signature
from grader.model import Course, Exercise, Message, ZachetkaError, message
from grader.moduleform import form_of
from grader.problems import Problem, closest
from grader.yamlfile import Document, Spot

Function = Callable[..., Any]
OPEN = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


def code_problems(course: Course, exercise: Exercise, bank: Document, spot: Spot) -> Iterator[Problem]:
    """Problems of one exercise that need its Python to be loaded but not to be run."""
    if code.lacking(exercise):
        return  # whoever runs it will be told
    found = yield from _found(code.reference, (course, exercise), bank, (*spot, "reference"))
    if found is None:
        return
    yield from _annotations(course, exercise, found, bank, spot)
    for number, case in list(enumerate(exercise.cases))[1:]:
        place = (*spot, "cases", number)
        predicate = yield from _found(code.predicate, (course, exercise, case.name), bank, place)
        if predicate is not None:
            yield from _parameters(course, found, predicate)
    for number, condition in enumerate(exercise.conditions):
        place = (*spot, "conditions", number)
        check = yield from _found(code.condition, (course, exercise, condition.name), bank, place)
        if check is not None:
            yield from _generator(check, bank, place)
            yield from _parameters(course, found, check)
    for number, mistake in enumerate(exercise.mistakes):
        place = (*spot, "mistakes", number)
        wrong = yield from _found(code.mistake, (course, exercise, mistake.name), bank, place)
        if wrong is not None:
            yield from _same_call(course, found, wrong)


def _found(
    find: Function, args: Sequence[Any], bank: Document, spot: Spot
) -> Generator[Problem, None, Function | None]:
    """The function, after yielding a problem at its declaration or in the file that cannot be imported."""
    try:
        found: Function = find(*args)
        return found
    except ZachetkaError as error:
        file, _, line = error.where.partition(":")
        if file.endswith(".py"):
            yield Problem(file, int(line or 0), error.problem)
        else:
            yield bank.problem(spot, error.problem)
        return None


def _annotations(course: Course, exercise: Exercise, found: Function, bank: Document, spot: Spot) -> Iterator[Problem]:
    try:
        promised = _promised(found)
    except (TypeError, NameError) as error:
        words = message("'{name}' must be fully annotated, but {reason}", name=found.__name__, reason=str(error))
        yield _at(course, found, words)
        return
    kinds = [parameter.type for parameter in promised.parameters]
    known = dict.fromkeys([*(axis for kind in kinds for axis in axis_names(kind)), *promised.names])
    for name in exercise.sizes:
        if name not in known:
            yield bank.problem((*spot, "sizes", name), _unknown_size(name, list(known)))


def _promised(found: Function) -> Signature:
    """The signature of a function, or of a PyTorch module as a function."""
    return form_of(found)[1] if isinstance(found, type) else signature(found)


def _unknown_size(name: str, known: Sequence[str]) -> Message:
    guess = closest(name, known)
    if guess:
        return message("no axis of the reference is called '{name}': did you mean '{guess}'?", name=name, guess=guess)
    names = ", ".join(known)
    return message("no axis of the reference is called '{name}': it has {names}", name=name, names=names)


def _parameters(course: Course, found: Function, check: Function) -> Iterator[Problem]:
    """A check asks for arguments by the names they have in the reference."""
    try:
        known = list(_promised(found).names)
    except (TypeError, NameError):  # that is told already
        return
    for name, parameter in inspect.signature(check).parameters.items():
        if name not in known and parameter.kind not in OPEN:
            alike = message(
                "'{check}' asks for '{name}', but the reference has {names}: name it alike",
                check=check.__name__,
                name=name,
                names=", ".join(known),
            )
            yield _at(course, check, alike)


def _generator(check: Function, bank: Document, spot: Spot) -> Iterator[Problem]:
    if not inspect.isgeneratorfunction(check):
        other = message("'{check}' is no property: a property must `yield call(…)`", check=check.__name__)
        yield bank.problem(spot, other)


def _same_call(course: Course, found: Function, wrong: Function) -> Iterator[Problem]:
    right, given = _heading(found), _heading(wrong)
    if right != given:
        unlike = message(
            "'{name}' is called {given}, but its reference {right}: make them the same",
            name=wrong.__name__,
            given=given,
            right=right,
        )
        yield _at(course, wrong, unlike)


def _heading(function: Function) -> str:
    """Parameter names and defaults, as in a call; of a module those of both calls."""
    if isinstance(function, type):
        return " … ".join(_heading(getattr(function, name)) for name in ("__init__", "forward"))
    bare = [one.replace(annotation=one.empty) for one in inspect.signature(function).parameters.values()]
    return str(inspect.Signature(bare))


def _at(course: Course, function: Function, words: Message) -> Problem:
    """A problem at the first line of a function."""
    code = (function.__init__ if isinstance(function, type) else function).__code__  # type: ignore[misc]
    file, root = code.co_filename, f"{course.root.resolve()}/"
    name = file.removeprefix(root) if file.startswith(root) else file.rpartition("/")[2]
    return Problem(name, code.co_firstlineno, words)
