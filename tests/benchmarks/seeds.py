"""Whether the seed decides a grade: every right and wrong submission and every listed mistake, under many seeds.

    python tests/benchmarks/seeds.py [--seeds 20] [--first 0] [--jobs CORES]

Every right submission must get full marks and no wrong exercise may, whatever the seed; both counts are printed,
with the names that a diagnosis gave although tests/students/wrong/*.yaml does not expect them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parent.parent.parent
STUDENTS = ROOT / "tests/students"
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from expectations import expected, handed_in, said  # noqa: E402

from grader.batch import cores  # noqa: E402
from grader.grading import Grader  # noqa: E402
from grader.judge import Effort, judge  # noqa: E402
from grader.load import load_course  # noqa: E402
from grader.model import Course, SubmissionReport, Verdict  # noqa: E402
from grader.soundness import unsound  # noqa: E402
from grader.submissions import read_submission  # noqa: E402


@dataclass
class Count:
    """What one seed, or several, brought; `told` says in a line each what should not have been."""

    right: int = 0
    full: int = 0
    wrong: int = 0
    lucky: int = 0
    names: int = 0
    other: int = 0
    told: list[str] = field(default_factory=list)

    def add(self, more: Count) -> None:
        """Nothing; the counts are added."""
        for name in ("right", "full", "wrong", "lucky", "names", "other"):
            setattr(self, name, getattr(self, name) + getattr(more, name))

    def __str__(self) -> str:
        return (
            f"right with full marks {self.full} of {self.right}; wrong with full marks {self.lucky} of {self.wrong}; "
            f"diagnoses other than expected {self.other} of {self.names}"
        )


def under(seed: int) -> Count:
    """What all submissions and mistakes get under one seed; nothing is shrunk."""
    course, count = load_course(ROOT), Count()
    with patch("grader.judge.judge", partial(judge, effort=Effort(calls=0))), Grader(course, seed) as grader:
        for name in [f"{folder}/{name}" for folder in ("right", "awkward") for name in handed_in(folder)]:
            honest(count, grader.grade(read_submission(STUDENTS / name)), name)
        for name, wanted in expected("wrong").items():
            dishonest(count, grader.grade(read_submission(STUDENTS / "wrong" / name)), name, wanted)
        mistaken(count, course, grader)
    return count


def honest(count: Count, report: SubmissionReport, name: str) -> None:
    """Nothing; a right submission is counted."""
    count.right += 1
    if report.verdict == Verdict.ACCEPTED:
        count.full += 1
    else:
        count.told += [f"{name} {one.id}: {said(one)}" for one in report.exercises if one.verdict != Verdict.ACCEPTED]


def dishonest(count: Count, report: SubmissionReport, name: str, wanted: dict) -> None:
    """Nothing; the exercises of a wrong submission are counted."""
    for one in report.exercises:
        names = {found.mistake for found in one.diagnosis}
        count.wrong += wanted[one.id]["verdict"] != "accepted"
        count.names += 1
        if one.verdict == Verdict.ACCEPTED != wanted[one.id]["verdict"]:
            count.lucky += 1
            count.told.append(f"wrong/{name} {one.id}: accepted")
        if names != set(wanted[one.id].get("diagnosis", [])):
            count.other += 1
            count.told.append(f"wrong/{name} {one.id}: named {sorted(names)}")


def mistaken(count: Count, course: Course, grader: Grader) -> None:
    """Nothing; what lint says of an exercise under this seed is told: a mistake that passes, or is not named."""
    for exercise in course.exercises.values():
        count.told += [f"{exercise.id}: {problem}" for problem in unsound(grader.prepared(exercise))]


def counts(seeds: range, jobs: int) -> Iterator[tuple[int, Count]]:
    """The seeds as they are done, each with its count."""
    with ProcessPoolExecutor(jobs, get_context("spawn"), max_tasks_per_child=1) as pool:
        for done in as_completed(futures := {pool.submit(under, seed): seed for seed in seeds}):
            yield futures[done], done.result()


def main() -> int:
    """The exit status: 0 when no seed treated anybody unjustly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=cores())
    options = parser.parse_args()
    total = Count()
    for seed, count in counts(range(options.first, options.first + options.seeds), options.jobs):
        print(f"seed {seed}: {count}", *count.told, sep="\n    ", flush=True)
        total.add(count)
    print(f"{options.seeds} seeds: {total}")
    return int(total.full < total.right or total.lucky > 0)


if __name__ == "__main__":
    sys.exit(main())
