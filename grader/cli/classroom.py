"""A class graded into a run folder: the work of `grade` and `demo`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from grader.batch import Batch, cores, make_grader
from grader.cli import options
from grader.cli.bar import Progress
from grader.cli.settings import Settings
from grader.cli.status import CANNOT_WORK, DONE, INTERRUPTED
from grader.fingerprint import fingerprint
from grader.model import Course, Report, Submission, Verdict, ZachetkaError, message
from grader.store import Store, writing
from grader.submissions import Intake


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of a run; None leaves the choice to the run folder or the machine."""

    assignment: str | None = None
    jobs: int | None = None
    seed: int | None = None
    isolation: options.Isolation | None = None


def grade(settings: Settings, handed_in: Intake, out: Path, wish: Wish) -> tuple[int, Report]:
    """Grade what was handed in; the exit status and the report of the whole run."""
    course = settings.load()
    _must_lie_apart(handed_in, out)
    level = options.isolation_of(settings, wish.isolation)
    with writing(out) as store:
        seed = _seed(store, wish)
        store.begin(seed, wish.assignment, [entry.name for entry in handed_in.entries])
        run = Run(store, handed_in, fingerprint(course.root, seed, wish.assignment, level))
        batch = _batch(course, run, seed, level, wish)
        with Progress(settings, len(handed_in.entries)) as progress:
            try:
                run.go(batch, progress)
            except KeyboardInterrupt:
                progress.interrupted(out)
                return INTERRUPTED, store.report()
        report = store.report()
    verdicts = {submission.verdict for submission in report.submissions}
    return CANNOT_WORK if Verdict.INTERNAL_ERROR in verdicts else DONE, report


@dataclass(frozen=True, slots=True)
class Run:
    """What is graded, where it is kept, and the key of what grades it."""

    store: Store
    handed_in: Intake
    key: str

    def go(self, batch: Batch, progress: Progress) -> None:
        """Grade what is not finished, and keep every report at once."""
        with closing(batch.grade(self._unfinished(progress))) as reports:
            for report in reports:
                self.store.isolated(batch.layers)
                self.store.keep(report, self.key)
                progress.graded(report)

    def _unfinished(self, progress: Progress) -> Iterator[Submission]:
        for submission in self.handed_in.read():
            if self.store.finished(submission.name, submission.sha256, self.key):
                progress.known()
            else:
                yield submission


def _batch(course: Course, run: Run, seed: int, level: options.Isolation, wish: Wish) -> Batch:
    hidden = (str(run.handed_in.root.resolve()), str(run.store.folder.resolve()))
    factory = partial(make_grader, course.root, seed, level, wish.assignment, hidden)
    return Batch(factory, wish.jobs or cores())


def _seed(store: Store, wish: Wish) -> int:
    """The seed of the run: as it was begun, as it was asked for, or drawn."""
    facts = store.facts()
    if "seed" not in facts:
        return secrets.randbelow(2**31) if wish.seed is None else wish.seed
    seed, begun = int(facts["seed"]), facts["assignment"]
    if wish.seed not in (None, seed):
        problem = message(
            "the run was begun with --seed {seed}. Leave --seed out, or choose another --out", seed=str(seed)
        )
        raise ZachetkaError(problem, where=str(store.folder))
    if begun is None and wish.assignment is not None:
        problem = message("the run was begun without an assignment. Leave --assignment out, or choose another --out")
        raise ZachetkaError(problem, where=str(store.folder))
    if begun != wish.assignment:
        problem = message(
            "the run was begun with --assignment {name}. Say so again, or choose another --out", name=begun
        )
        raise ZachetkaError(problem, where=str(store.folder))
    return seed


def _must_lie_apart(handed_in: Intake, out: Path) -> None:
    """A run among the submissions would be taken for one of them next time."""
    if handed_in.is_folder and out.resolve().is_relative_to(handed_in.root.resolve()):
        problem = message(
            "the run would lie among the submissions. Choose an --out beside {folder}", folder=str(handed_in.root)
        )
        raise ZachetkaError(problem, where=str(out))
