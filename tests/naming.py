"""Whether what a report names is true: a name given under one seed must be given under others too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from grader.code import mistake
from grader.diagnose import diagnose
from grader.examples import Prepared
from grader.mutation import answering, in_time, mutants_of
from grader.nearmiss import near_misses
from grader.trusted import answer_of
from grader.words import say


def names(prepared: Prepared, function: Callable[..., Any]) -> frozenset[str]:
    """The mistakes and near misses that the answers of a wrong function are told to be."""
    answers = list(map(partial(answer_of, function), prepared.calls))
    first = [n for n, case in enumerate(prepared.cases) if case == prepared.exercise.cases[0].name]
    near = near_misses([prepared.expected[n] for n in first], [answers[n] for n in first])
    return frozenset({found.mistake for found in diagnose(prepared, answers)} | {say(one, "en") for one in near})


def wrong(prepared: Prepared) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Everything wrong that is known of an exercise: its mutants, by what they change, and its mistakes."""
    for mutant in mutants_of(prepared):
        function = in_time(partial(answering, prepared, mutant))
        if function is not None:
            yield mutant.diff, function
    for one in prepared.exercise.mistakes:
        yield one.name, prepared.answering(mistake(prepared.course, prepared.exercise, one.name))


def named(prepared: Prepared, others: Sequence[Prepared]) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """What is named: whose answers, the names, and those of them that other seeds do not give."""
    for one in (prepared, *others):
        assert one.mistakes  # drawn and answered before anything is timed
    for what, function in wrong(prepared):
        given = in_time(partial(names, prepared, function)) or frozenset()
        if given:
            kept = [in_time(partial(names, other, function)) or frozenset() for other in others]
            yield what, given, given - frozenset.intersection(*kept)
