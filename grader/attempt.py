"""What a student answers to the examples of an exercise, case by case, through kills and one retry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from grader.calls import Answer, Answers, Ending, Limits, Raised
from grader.compare import RIGHT, Agreement, compare
from grader.examples import Prepared
from grader.model import Verdict
from grader.parcel import Parcel

REPEATED = 12
SLOWER = 200
WALL = 5
REPLY_BYTES = 1 << 20  # in memory up to forty times as much


class Student(Protocol):
    """Whoever answers calls: a submission in a worker, or trusted code in this process."""

    def ask(self, name: str, calls: Sequence[bytes] | Parcel, limits: Limits) -> Answers:
        """Answers to encoded calls, up to the first that ended the worker; those that a parcel knows by themselves."""

    def ask_afresh(self, name: str, call: bytes, limits: Limits) -> Answer | None:
        """The answer of somebody who has answered nothing before; None when there is none."""


@dataclass(slots=True)
class Attempt:
    """Answers and agreements by example number; `ended` tells which example of a case killed the worker, and how."""

    answers: dict[int, Answer] = field(default_factory=dict)
    agreements: dict[int, Agreement] = field(default_factory=dict)
    ended: dict[str, tuple[int, Ending]] = field(default_factory=dict)
    unsteady: int | None = None
    cpu_seconds: float = 0.0

    def failures(self, prepared: Prepared, case: str) -> list[int]:
        """The numbers of a case's examples that were answered wrongly."""
        return [n for n, a in self.agreements.items() if not a.ok and prepared.cases[n] == case]


def limits_of(prepared: Prepared, *, generous: bool = False) -> Limits:
    """What one batch may use; generously 200 times what the reference needs here, which is measured if it matters."""
    seconds = prepared.exercise.limits.seconds
    if not generous:
        return _limits(prepared, seconds)
    wider = partial(_widest, prepared)
    return replace(_limits(prepared, seconds), wider=wider)


def _widest(prepared: Prepared) -> Limits:
    return _limits(prepared, max(prepared.exercise.limits.seconds, SLOWER * prepared.cpu_seconds))


def _limits(prepared: Prepared, seconds: float) -> Limits:
    return Limits(seconds, WALL * seconds + 2, prepared.exercise.limits.megabytes, REPLY_BYTES)


def attempt(prepared: Prepared, student: Student) -> Attempt:
    """The student's answers to all examples, and to some of them a second time."""
    result = Attempt()
    total = len(prepared.examples)
    repeated = range(total - 1, -1, -max(1, total // REPEATED))
    order = [*range(total), *repeated]
    second: dict[int, Answer] = {}
    limits, retried, at = limits_of(prepared), False, 0
    while at < len(order):
        asked = student.ask(prepared.exercise.function, _parcel(prepared, tuple(order[at:])), limits)
        result.cpu_seconds += asked.cpu_seconds
        for place, answer in enumerate(asked.answers, at):
            (result.answers if place < total else second)[order[place]] = answer
        at += len(asked.answers)
        if asked.ending is None:
            break
        if asked.ending.verdict == Verdict.TIME_LIMIT and not retried:
            limits, retried = limits_of(prepared, generous=True), True
            continue
        if at >= total:
            result.unsteady = order[at]  # it was answered before
            break
        case = prepared.cases[order[at]]
        result.ended[case] = (order[at], asked.ending)
        if case == prepared.exercise.cases[0].name:
            break
        while at < total and prepared.cases[at] == case:
            at += 1
        order = order[:total]  # what killed one worker is not asked again
    _judge(prepared, result, second)
    return result


def _parcel(prepared: Prepared, numbers: tuple[int, ...]) -> Parcel:
    """The calls of some examples; those of all are made once."""

    def made() -> Parcel:
        return Parcel([prepared.calls[n] for n in numbers], [prepared.known[n] for n in numbers])

    return prepared.parcel("examples", made) if numbers[:1] == (0,) else made()


def _judge(prepared: Prepared, result: Attempt, second: dict[int, Answer]) -> None:
    result.agreements = agreements(prepared, result.answers)
    again = agreements(prepared, second)
    result.unsteady = next((n for n in again if again[n].ok != result.agreements[n].ok), result.unsteady)


def agreements(prepared: Prepared, answers: dict[int, Answer]) -> dict[int, Agreement]:
    """An agreement with the reference for each answered example."""
    doubtful = [n for n, answer in answers.items() if answer is not prepared.expected[n]]
    expected, got = ([one[n] for n in doubtful] for one in (prepared.expected, answers))
    found = dict(zip(doubtful, agree(prepared, expected, got), strict=True)) if doubtful else {}
    return {n: found.get(n, RIGHT) for n in answers}


def agree(prepared: Prepared, expected: Sequence[Answer], got: Sequence[Answer]) -> list[Agreement]:
    """Agreements under the exercise's own tolerance and exceptions."""
    exercise = prepared.exercise
    return compare(prepared.signature.result, expected, got, exercise.tolerance, exercise.accepts)


def settle(prepared: Prepared, student: Student, result: Attempt) -> None:
    """Nothing; `unsteady` is set when the first wrong answer is right from a worker that answered nothing before."""
    wrong = next((n for n, agreement in result.agreements.items() if not agreement.ok), None)
    if result.unsteady is not None or wrong is None:
        return
    alone = student.ask_afresh(prepared.exercise.function, prepared.calls[wrong], limits_of(prepared))
    if alone is None:
        return
    if agree(prepared, [prepared.expected[wrong]], [alone])[0].ok:
        result.unsteady = wrong


def out_of_memory(answer: Answer) -> bool:
    """Whether an answer is the exception of a full memory."""
    return isinstance(answer, Raised) and "MemoryError" in answer.kinds
