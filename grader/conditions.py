"""Running properties: many at once in batches of calls, one call at a time while an example shrinks.

A property that was rehearsed with the reference is not run at all while a student replies byte for byte the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import cast

from grader.attempt import Student
from grader.calls import (
    Answer,
    Arguments,
    Disagreement,
    Ending,
    Example,
    Limits,
    Line,
    Property,
    Raised,
    Returned,
)
from grader.compare import raised
from grader.examples import Prepared
from grader.model import Message, message
from grader.parcel import Parcel
from grader.replies import answer_in

EXAMPLES = 24


@dataclass(frozen=True, slots=True)
class Finding:
    """That a property does not hold, with the call it asked last; `why` where the title does not say."""

    why: Message | None
    call: Arguments | None = None
    expected: Answer | None = None
    got: Answer | None = None


@dataclass(slots=True)
class Run:
    """One property at work on one example, or, as long as `script` says what comes next, not yet at work."""

    name: str
    example: Arguments | Example
    begin: Callable[[], Property]
    script: Sequence[Line] = ()
    place: int = 0
    body: Property | None = None
    asked: Arguments | None = None
    answer: Answer | None = None
    finding: Finding | None = None
    done: bool = False

    @property
    def line(self) -> Line | None:
        """What the script says next; None when there is no script, or no more."""
        return self.script[self.place] if self.script else None


def start(prepared: Prepared, name: str, example: Arguments | Example, script: Sequence[Line] = ()) -> Run:
    """A property about to ask its first call."""

    def begin() -> Property:
        function, wanted = prepared.condition(name)
        named = prepared.bind(example)
        return cast(Property, function(**{parameter: named[parameter] for parameter in wanted}))

    return Run(name, example, begin, script)


def ask_all(
    prepared: Prepared, runs: Sequence[Run], student: Student, limits: Limits, known: dict[int, Answer]
) -> Ending | None:
    """The ending that stopped the runs, or None; each run is advanced in rounds of one batch."""
    for number, run in enumerate(runs):
        if run.line is None:
            advance(run)
        if number in known and (run.line.plain if run.line else is_plain(run)):
            run.answer = known[number] if run.line else deepcopy(known[number])  # it may be shared by all submissions
    while waiting := [run for run in runs if not run.done]:
        unknown = [run for run in waiting if run.answer is None]
        if unknown:
            asked = student.ask(prepared.exercise.function, _parcel(prepared, runs, unknown), limits)
            for run, answer in zip(unknown, asked.answers, strict=False):
                run.answer = answer
            if asked.ending:
                stopped = unknown[len(asked.answers)]
                stopped.finding, stopped.done = Finding(asked.ending.why, stopped.asked), True
                return asked.ending
        for run in waiting:
            advance(run)
    return None


def _parcel(prepared: Prepared, runs: Sequence[Run], unknown: Sequence[Run]) -> Parcel:
    """What the runs ask now; as long as all follow their scripts it is the same for every submission."""

    def made() -> Parcel:
        lines = [run.line for run in unknown]
        calls = [line.call if line else _call(prepared, run) for line, run in zip(lines, unknown, strict=True)]
        return Parcel(calls, [line.known if line else None for line in lines])

    if all(run.script for run in runs):
        return prepared.parcel(f"{runs[0].name} {unknown[0].place}", made)
    return made()


def _call(prepared: Prepared, run: Run) -> bytes:
    assert run.asked is not None
    return prepared.call(run.asked)


def is_plain(run: Run) -> bool:
    """Whether the call asked is the example itself, whose answer is known."""
    asked, example = run.asked, run.example
    if asked is None or asked.kwargs or example.kwargs or len(asked.args) != len(example.args):
        return False
    return all(a is b for a, b in zip(asked.args, example.args, strict=True))


def advance(run: Run) -> None:
    """Nothing; the run has asked its next call or is done."""
    answer, run.answer = run.answer, None
    if run.script:
        if answer is run.script[run.place].known.answer:
            run.place += 1
            run.done = run.place == len(run.script)
            return
        _catch_up(run)
    try:
        if run.body is None:
            run.body = run.begin()
            run.asked = next(run.body)
        elif isinstance(answer, Raised):
            run.done, run.finding = True, Finding(raised(answer), run.asked, got=answer)
        elif answer is not None:
            run.asked = run.body.send(answer.value)
    except StopIteration:
        run.done = True
    except Disagreement as found:
        expected = None if found.expected is None else Returned(found.expected)
        got = answer if found.got is None else Returned(found.got)
        run.done, run.finding = True, Finding(None, run.asked, expected, got)
    except Exception:
        # The answer is not of the promised form, so the property could not even look at it.
        run.done, run.finding = True, Finding(message("the answer is not of the promised form"), run.asked, got=answer)


def _catch_up(run: Run) -> None:
    """Nothing; the property is at work, and has heard all that was as in the script."""
    heard, run.script = run.script[: run.place], ()
    advance(run)
    for line in heard:
        run.answer = answer_in(line.known.reply)  # its own copy: what is known is shared by all submissions
        advance(run)


def holds_for(prepared: Prepared, name: str, student: Student, limits: Limits) -> Callable[[Arguments], Finding | None]:
    """A function that says why the property fails for one example, or None."""

    def look(example: Arguments) -> Finding | None:
        run = start(prepared, name, example)
        ask_all(prepared, [run], student, limits, {})
        return run.finding

    return look


def ordinary(prepared: Prepared) -> Iterator[int]:
    """The numbers of the examples that conditions look at: some of the ordinary ones, of every size."""
    first = prepared.exercise.cases[0].name
    numbers = [n for n, case in enumerate(prepared.cases) if case == first]
    yield from numbers[:: max(1, len(numbers) // EXAMPLES)][:EXAMPLES]
