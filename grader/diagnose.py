"""Which listed mistake explains every answer of a student."""

from __future__ import annotations

from collections.abc import Sequence

from grader.annotations import Array, Many, Maybe, Several, Table, Type
from grader.calls import Answer, Raised, Returned
from grader.compare import compare
from grader.examples import Prepared
from grader.model import Diagnosis

FEW = 4


def diagnose(prepared: Prepared, answers: Sequence[Answer]) -> tuple[Diagnosis, ...]:
    """The mistakes whose answers are the student's on all examples; none when an answer is lacking."""
    if len(answers) < len(prepared.examples):
        return ()
    return tuple(
        Diagnosis(mistake.name, mistake.says, mistake.read)
        for mistake in prepared.exercise.mistakes
        if answer_alike(prepared, prepared.mistakes[mistake.name], answers)
    )


def answer_alike(prepared: Prepared, one: Sequence[Answer], other: Sequence[Answer]) -> bool:
    """Whether two series of answers to the examples are the same, whatever kind of number they use."""
    if words(one) != words(other) and not any(isinstance(answer, Returned) for answer in one):
        return False  # where nothing but errors is left to compare, their class alone says little
    kind, tolerance = any_number(prepared.signature.result), prepared.exercise.tolerance
    # Most pairs differ at once: a few answers spare the comparison of all.
    return all(
        agreement.ok
        for part in (slice(FEW), slice(FEW, None))
        for agreement in compare(kind, one[part], other[part], tolerance, {})
    )


def words(answers: Sequence[Answer]) -> list[str]:
    """The texts of the errors among answers."""
    return [answer.text for answer in answers if isinstance(answer, Raised)]


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
        case Table(value):
            return Table(any_number(value))
        case _:
            return kind
