"""Running properties: many at once in batches of calls, one call at a time while an example shrinks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from grader.attempt import Student
from grader.calls import Answer, Ending, Limits, Raised, Returned
from grader.compare import raised
from grader.examples import Example, Prepared
from grader.model import Message, message
from grader.properties import Arguments, Call, Disagreement, Property

EXAMPLES = 24


@dataclass(frozen=True, slots=True)
class Finding:
    """That a property does not hold, with the call it asked last; `why` where the title does not say."""

    why: Message | None
    call: Call | None = None
    expected: Answer | None = None
    got: Answer | None = None


@dataclass(slots=True)
class Run:
    """One property at work on one example."""

    example: Arguments | Example
    body: Property
    asked: Call | None = None
    answer: Answer | None = None
    finding: Finding | None = None
    done: bool = False


def start(prepared: Prepared, name: str, example: Arguments | Example) -> Run:
    """A property about to ask its first call."""
    function, wanted = prepared.condition(name)
    named = prepared.bind(example)
    body = function(**{parameter: named[parameter] for parameter in wanted})
    return Run(example, cast(Property, body))


def ask_all(
    prepared: Prepared, runs: Sequence[Run], student: Student, limits: Limits, known: dict[int, Answer]
) -> Ending | None:
    """The ending that stopped the runs, or None; each run is advanced in rounds of one batch."""
    for number, run in enumerate(runs):
        _advance(run)
        if run.asked is not None and _plain(run) and number in known:
            run.answer = known[number]
    while waiting := [run for run in runs if not run.done]:
        unknown = [run for run in waiting if run.answer is None]
        if unknown:
            calls = [prepared.call(run.asked) for run in unknown if run.asked]
            asked = student.ask(prepared.exercise.function, calls, limits)
            for run, answer in zip(unknown, asked.answers, strict=False):
                run.answer = answer
            if asked.ending:
                stopped = unknown[len(asked.answers)]
                stopped.finding, stopped.done = Finding(asked.ending.why, stopped.asked), True
                return asked.ending
        for run in waiting:
            _advance(run)
    return None


def _plain(run: Run) -> bool:
    """Whether the call asked is the example itself, whose answer is known."""
    asked, example = run.asked, run.example
    if asked is None or asked.kwargs or example.kwargs or len(asked.args) != len(example.args):
        return False
    return all(a is b for a, b in zip(asked.args, example.args, strict=True))


def _advance(run: Run) -> None:
    """Nothing; the run has asked its next call or is done."""
    answer, run.answer = run.answer, None
    try:
        if answer is None:
            run.asked = next(run.body)
        elif isinstance(answer, Raised):
            run.done, run.finding = True, Finding(raised(answer), run.asked, got=answer)
        else:
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
    numbers = [n for n, example in enumerate(prepared.examples) if example.case == first]
    yield from numbers[:: max(1, len(numbers) // EXAMPLES)][:EXAMPLES]
