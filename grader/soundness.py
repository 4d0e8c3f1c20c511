"""Whether an exercise grades soundly: right code passes, wrong code fails, and every check can fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from grader.annotations import Array, Many, Maybe, Passes, Plain, Several, Table, Type, axis_names, fits
from grader.attempt import attempt
from grader.calls import Returned
from grader.code import mistake
from grader.diagnose import answer_alike
from grader.examples import Prepared
from grader.judge import Effort, judge
from grader.model import ExerciseReport, Message, message
from grader.trusted import Trusted

QUICK = Effort(calls=0)


def unsound(prepared: Prepared) -> Iterator[Message]:
    """A sentence for each way in which an exercise does not grade soundly."""
    reference = _graded(prepared, prepared.reference)
    for check in reference.checks:
        if check.outcome != "passed":
            yield message("the reference fails {check}: {why}", check=check.name, why=check.why or "")
    yield from _few_examples(prepared)
    yield from _few_distinct(prepared)
    wrong = {}
    for one in prepared.exercise.mistakes:
        function = mistake(prepared.course, prepared.exercise, one.name)
        wrong[one.name] = _graded(prepared, prepared.answering(function))
    yield from _mistakes(prepared, wrong)
    first = prepared.exercise.cases[0].name
    for name, function in constants(prepared).items():
        if not attempt(prepared, Trusted(function)).failures(prepared, first):
            yield message("a student who always answers {name} passes {check}", name=name, check=first)
    yield from _never_failed(prepared, wrong)


def _graded(prepared: Prepared, function: Callable[..., Any]) -> ExerciseReport:
    return judge(prepared, Trusted(function), "", QUICK)


def _few_examples(prepared: Prepared) -> Iterator[Message]:
    for case in prepared.exercise.cases:
        drawn = sum(example.case == case.name for example in prepared.examples)
        if drawn < 5:
            yield message(
                "case {case} draws {n} examples: widen its predicate or draw it with @draws", case=case.name, n=drawn
            )


def _few_distinct(prepared: Prepared) -> Iterator[Message]:
    """The sizes of at least half of the examples must be pairwise distinct and above 1, or transposes go unseen."""
    if len({name for p in prepared.signature.parameters for name in axis_names(p.type)}) < 2:
        return
    distinct = 0
    for example in prepared.examples:
        sizes: dict[str, int] = {}
        named = prepared.bind(example)
        for parameter in prepared.signature.parameters:
            fits(parameter.type, named[parameter.name], sizes)
        distinct += len(set(sizes.values())) == len(sizes) and min(sizes.values()) > 1
    if 2 * distinct < len(prepared.examples):
        total = len(prepared.examples)
        yield message("only {n} of {total} examples have pairwise distinct sizes above 1", n=distinct, total=total)


def _mistakes(prepared: Prepared, reports: Mapping[str, ExerciseReport]) -> Iterator[Message]:
    for name, report in reports.items():
        if all(check.outcome == "passed" for check in report.checks):
            yield message("mistake {name} passes every check", name=name)
        elif name not in {found.mistake for found in report.diagnosis}:
            yield message("mistake {name} is not named in its own diagnosis", name=name)
        errors = {"" if isinstance(one, Returned) else one.kinds[0] for one in prepared.mistakes[name]}
        if errors.isdisjoint({"", "ValueError"}):  # which NumPy raises for shapes that do not fit
            yield message("mistake {name} answers nothing: it raises {error}", name=name, error=min(errors))
    for one, other in combinations(reports, 2):
        if answer_alike(prepared, prepared.mistakes[one], prepared.mistakes[other]):
            yield message("mistakes {one} and {other} answer alike on every example", one=one, other=other)


def _never_failed(prepared: Prepared, wrong: Mapping[str, ExerciseReport]) -> Iterator[Message]:
    failed = {check.name for report in wrong.values() for check in report.checks if check.outcome == "failed"}
    checks = [case.name for case in prepared.exercise.cases] + [one.name for one in prepared.exercise.conditions]
    for check in checks:
        if check not in failed:
            yield message("no mistake fails {check}: add one that does, or delete the check", check=check)


def constants(prepared: Prepared) -> dict[str, Callable[..., Any]]:
    """Students who know nothing: an empty list, zeros, ones or blanks of the right form, each of the arguments."""
    answers = dict(zip(prepared.calls, prepared.expected, strict=True))

    def formed(fill: float) -> Callable[..., Any]:
        from grader import wire

        def answer(*args: Any, **kwargs: Any) -> Any:
            expected = answers.get(wire.encode((args, kwargs)))
            return blank(prepared.signature.result, expected.value if isinstance(expected, Returned) else None, fill)

        return answer

    students: dict[str, Callable[..., Any]] = {
        "[]": lambda *args, **kwargs: [],
        "None": lambda *args, **kwargs: None,
        "zeros": formed(0.0),
        "ones": formed(1.0),
    }
    for number, name in enumerate(prepared.signature.names):
        students[name] = lambda *args, number=number, **kwargs: args[number] if number < len(args) else None
    return students


def blank(kind: Type, value: Any, fill: float) -> Any:
    """A value of the form of another, all its numbers alike and its words empty."""
    match kind:
        case Array():
            return np.full_like(value, fill) if isinstance(value, np.ndarray) else None
        case Plain(name):
            return {"str": "", "int": int(fill), "float": fill, "bool": bool(fill)}[name]
        case Many(item):
            return [blank(item, one, fill) for one in value or ()]
        case Several(items):
            return tuple(map(blank, items, value or [None] * len(items), [fill] * len(items)))
        case Table(item):
            return {key: blank(item, one, fill) for key, one in (value or {}).items()}
        case Maybe(inner):
            return None if value is None else blank(inner, value, fill)
        case Passes(outputs):
            results, gradients, _ = value or (None, {}, [])
            empty = {name: np.full_like(one, fill) for name, one in (gradients or {}).items()}
            return blank(outputs, results, fill), empty, []
