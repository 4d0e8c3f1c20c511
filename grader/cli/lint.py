"""`zachetka lint`: whether the course keeps its promises."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import click

from grader.cli import options
from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import exercises_of
from grader.cli.settings import Settings
from grader.cli.status import DONE, FAILED
from grader.model import Course, Exercise, Message, ZachetkaError, message
from grader.names import visible
from grader.words import plural, say

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Problems = list[tuple[str, Message]]


@click.command(
    cls=Translated,
    help=spoken("Check the course: files, languages, code, and that every exercise tells right from wrong."),
)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]…")
@click.option(
    "--mutants", is_flag=True, help=spoken("Also grade mutants of every reference, and list those that get full marks.")
)
@click.option("--bank", is_flag=True, help=spoken("Check lessons, flashcards, questions and worked examples only."))
@click.pass_obj
def command(settings: Settings, /, exercises: tuple[str, ...], mutants: bool, bank: bool) -> int:
    """The exit status: 0 when nothing is wrong, 1 when something is, 2 when the course cannot be loaded."""
    course = settings.load()
    faults = 0 if exercises else _bank(settings, course)
    if bank:
        return FAILED if faults else DONE
    wanted = exercises_of(course, exercises) or list(course.exercises.values())
    found = 0
    for where, problem in _problems(course, wanted, bool(exercises)):
        found += 1
        print(visible(f"{where}: {say(problem, settings.lang)}"))
    if mutants and not found:
        from grader.cli.mutants import survivors

        with _processes(wanted) as pool:
            found += survivors(settings, course, wanted, pool)
    checked = plural("{n} exercise checked", "{n} exercises checked", len(wanted))
    problems = plural("{n} problem", "{n} problems", found)
    settings.note(message("{checked}: {problems}", checked=checked, problems=problems))
    return FAILED if found or faults else DONE


def _bank(settings: Settings, course: Course) -> int:
    """How many problems the bank has; each is printed, and then what each lesson holds."""
    from grader.bank.proof.census import census
    from grader.bank.proof.prove import prove

    bank, problems = prove(course)
    for problem in problems:
        print(visible(f"{problem.where}: {say(problem.message, settings.lang)}"))
    print(census(bank))
    settings.note(plural("{n} problem in the bank", "{n} problems in the bank", len(problems)))
    return len(problems)


def _problems(course: Course, exercises: Sequence[Exercise], some: bool) -> Iterator[tuple[str, Message]]:
    """First what needs no code to be run; an exercise whose code is not in order is not tried."""
    from grader.lint import lint

    broken = lint(course, [exercise.id for exercise in exercises] if some else None)
    yield from ((problem.where, problem.message) for problem in broken)
    if broken:
        return
    with _processes(exercises) as pool:
        for problems in pool.map(partial(_unsound, course), exercises):
            yield from problems


@contextmanager
def _processes(exercises: Sequence[Exercise]) -> Iterator[ProcessPoolExecutor]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from grader.crew import unshadowed

    number = min(os.cpu_count() or 1, len(exercises))
    with unshadowed(), ProcessPoolExecutor(number, get_context("spawn")) as pool:
        yield pool


def _unsound(course: Course, exercise: Exercise) -> Problems:
    """What is unsound about one exercise; it runs in a process of its own."""
    from grader.examples import Prepared
    from grader.soundness import unsound

    try:
        return [(exercise.where, problem) for problem in unsound(Prepared(course, exercise, options.SEED))]
    except ZachetkaError as error:
        return [(error.where or exercise.where, error.problem)]
