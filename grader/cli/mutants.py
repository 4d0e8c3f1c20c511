"""What `zachetka lint --mutants` prints: how many mutants of each reference are noticed, and which are not."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial
from typing import TYPE_CHECKING

from grader.cli.options import SEED
from grader.cli.settings import Settings
from grader.model import Course, Exercise, message
from grader.words import say

if TYPE_CHECKING:
    from grader.mutation import Mutation


def survivors(settings: Settings, course: Course, exercises: Sequence[Exercise], pool: Executor) -> int:
    """How many mutants got full marks or are listed in vain; a line an exercise is printed, and what they change."""
    killed = counted = faults = 0
    for exercise, mutation in zip(exercises, pool.map(partial(_mutation, course), exercises), strict=True):
        killed, counted = killed + mutation.killed, counted + mutation.total - mutation.equivalent
        faults += len(mutation.survivors) + len(mutation.vain)
        words = message(
            "{killed} killed, {survived} survived, {equivalent} equivalent",
            killed=f"{mutation.killed:4}",
            survived=f"{len(mutation.survivors):3}",
            equivalent=f"{mutation.equivalent:3}",
        )
        print(f"{exercise.id:32} {say(words, settings.lang)}", flush=True)
        for diff in (mutant.diff for mutant in mutation.survivors):
            print("    " + diff.replace("\n", "\n    "))
        for before, after in mutation.vain:
            vain = message(
                "listed as equivalent, and is not or is no mutant: {before} → {after}", before=before, after=after
            )
            print("    " + say(vain, settings.lang))
    share = f"{100 * killed / max(1, counted):.1f}"
    settings.note(
        message("{killed} of {counted} mutants that differ get less than full marks: {share} %",
                killed=killed, counted=counted, share=share)
    )  # fmt: skip
    return faults


def _mutation(course: Course, exercise: Exercise) -> Mutation:
    from grader.examples import Prepared
    from grader.mutation import mutate

    return mutate(Prepared(course, exercise, SEED))
