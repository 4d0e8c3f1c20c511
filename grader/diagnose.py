"""Which listed mistake explains every answer of a student."""

from __future__ import annotations

from collections.abc import Sequence

from grader.annotations import Array, Many, Maybe, Several, Type
from grader.calls import Answer
from grader.compare import compare
from grader.examples import Prepared
from grader.model import Diagnosis


def diagnose(prepared: Prepared, answers: Sequence[Answer]) -> tuple[Diagnosis, ...]:
    """The mistakes whose answers are the student's on all examples; none when an answer is lacking."""
    if len(answers) < len(prepared.examples):
        return ()
    kind = any_number(prepared.signature.result)
    tolerance = prepared.exercise.tolerance
    return tuple(
        Diagnosis(mistake.name, mistake.says, mistake.read)
        for mistake in prepared.exercise.mistakes
        if all(a.ok for a in compare(kind, prepared.mistakes[mistake.name], answers, tolerance, {}))
    )


def any_number(kind: Type) -> Type:
    """The type with arrays of any number: a mistake may well answer with another dtype."""
    match kind:
        case Array(_, dims):
            return Array("float", dims)
        case Many(item):
            return Many(any_number(item))
        case Several(items):
            return Several(tuple(map(any_number, items)))
        case Maybe(inner):
            return Maybe(any_number(inner))
        case _:
            return kind
