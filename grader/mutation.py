"""Whether the checks of an exercise notice small faults: its mutants are graded, and those with full marks survive."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any, TypeVar

import numpy as np

from grader.attempt import agree
from grader.directory import read_file
from grader.examples import Prepared
from grader.judge import Effort, judge
from grader.model import Course, Verdict, ZachetkaError, message
from grader.mutants import Mutant, mutants
from grader.problems import Problem
from grader.trusted import Trusted, answer_of
from grader.yamlfile import parse

FEW = 8
QUICK = Effort(calls=0)
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Mutation:
    """What became of an exercise's mutants; `equivalent` are those listed by hand, `vain` idle entries of the list."""

    total: int
    equivalent: int
    survivors: tuple[Mutant, ...]
    vain: tuple[tuple[str, str], ...] = ()

    @property
    def killed(self) -> int:
        """How many got less than full marks."""
        return self.total - self.equivalent - len(self.survivors)


class _TooLong(BaseException):
    """Raised by the alarm: mutants catch Exception."""


def mutate(prepared: Prepared) -> Mutation:
    """The mutants of an exercise's reference, graded."""
    known = equivalents(prepared.course, prepared.exercise.topic).get(prepared.exercise.id, {})
    found = mutants_of(prepared)
    # What is drawn and computed once is no mutant's time.
    judge(prepared, Trusted(prepared.reference), "", QUICK)
    alive = [mutant for mutant in found if survives(prepared, mutant)]
    listed = [mutant for mutant in alive if (mutant.before, mutant.after) in known]
    vain = tuple(known.keys() - {(mutant.before, mutant.after) for mutant in listed})
    return Mutation(len(found), len(listed), tuple(mutant for mutant in alive if mutant not in listed), vain)


def mutants_of(prepared: Prepared) -> list[Mutant]:
    """The mutants of an exercise's reference; other references that it calls have mutants of their own."""
    others = {one.function for one in prepared.course.exercises.values()} - {prepared.exercise.function}
    return mutants(source_of(prepared), prepared.exercise.function, others)


def source_of(prepared: Prepared) -> str:
    """The text of the file that holds the reference."""
    data = read_file(prepared.course.root, f"solutions/{prepared.exercise.module}.py")
    if isinstance(data, Problem):
        raise ZachetkaError(data.message, where=data.where)
    return data.decode("utf-8")


def survives(prepared: Prepared, mutant: Mutant) -> bool:
    """Whether a mutant gets full marks."""
    # Nearly all differ within a few calls; only the rest are worth a whole judgement.
    return bool(in_time(lambda: _seems_right(prepared, mutant)) and in_time(lambda: _is_right(prepared, mutant), 5))


def _seems_right(prepared: Prepared, mutant: Mutant) -> bool:
    function = answering(prepared, mutant)
    few = range(0, len(prepared.calls), max(1, len(prepared.calls) // FEW))
    answers = [answer_of(function, prepared.calls[n]) for n in few]
    return all(one.ok for one in agree(prepared, [prepared.expected[n] for n in few], answers))


def _is_right(prepared: Prepared, mutant: Mutant) -> bool:
    return judge(prepared, Trusted(answering(prepared, mutant)), "", QUICK).verdict == Verdict.ACCEPTED


def answering(prepared: Prepared, mutant: Mutant) -> Callable[..., Any]:
    """The function that answers an exercise's calls as a mutant would."""
    return prepared.answering(load(mutant, prepared.exercise.function))


def load(mutant: Mutant, name: str) -> Callable[..., Any]:
    """The function or class of a mutant's text."""
    space: dict[str, Any] = {"__name__": f"mutant_{name}"}
    exec(compile(mutant.text, f"<mutant {mutant.name}>", "exec"), space)
    found: Callable[..., Any] = space[name]
    return found


Reasons = Mapping[tuple[str, str], str]


def equivalents(course: Course, topic: str) -> dict[str, Reasons]:
    """The mutants that are right after all: for each exercise (before, after) to the reason."""
    name = f"questions/{topic}/equivalents.yaml"
    data = read_file(course.root, name)
    if isinstance(data, Problem):
        return {}
    document = parse(data, name)
    found: dict[str, dict[tuple[str, str], str]] = {}
    for entry in document.value if isinstance(document.value, list) else ():
        if not isinstance(entry, dict) or set(entry) != {"exercise", "before", "after", "reason"}:
            wanted = message("an equivalent mutant has exercise, before, after and reason, nothing else")
            raise ZachetkaError(wanted, where=name)
        found.setdefault(entry["exercise"], {})[entry["before"], entry["after"]] = entry["reason"]
    return {exercise: dict(reasons) for exercise, reasons in found.items()}


def in_time(act: Callable[[], Outcome], seconds: int = 1) -> Outcome | None:
    """What an action returns; None when it fails, or takes more processor time than that."""
    try:
        with _alarm(seconds):
            return act()
    except (_TooLong, Exception):
        return None


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    """An end to a mutant that loops; processor time, so that a busy machine kills none."""

    def strike(number: int, frame: FrameType | None) -> None:
        # What Hypothesis hangs on the garbage collector would swallow it; the next one comes soon.
        if frame is None or frame.f_code.co_name != "gc_callback":
            raise _TooLong

    before = signal.signal(signal.SIGVTALRM, strike)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.1)
    try:
        with np.errstate(all="ignore"):
            yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
