"""A grader for one run: it turns a submission into a report, and keeps what every submission shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from grader.calls import Ending, Found, Loaded
from grader.code import lacking
from grader.model import (
    Course,
    Exercise,
    ExerciseReport,
    Message,
    Submission,
    SubmissionReport,
    Verdict,
    ZachetkaError,
    message,
)
from grader.sandbox import Sandbox, around
from grader.student import Student

if TYPE_CHECKING:
    from grader.examples import Prepared

GRAVEST = (
    Verdict.INTERNAL_ERROR,
    Verdict.CRASHED,
    Verdict.TIME_LIMIT,
    Verdict.MEMORY_LIMIT,
    Verdict.OUTPUT_LIMIT,
    Verdict.INCONSISTENT,
    Verdict.RUNTIME_ERROR,
    Verdict.WRONG_ANSWER,
    Verdict.UNREADABLE,
    Verdict.MISSING,
)


class Grader:
    """A context manager whose `grade` gives the report on a submission; ZachetkaError when it cannot work."""

    def __init__(
        self,
        course: Course,
        seed: int,
        isolation: str = "strict",
        *,
        assignment: str | None = None,
        exercises: Sequence[str] = (),
        hidden: Sequence[str] = (),
        sandbox: Sandbox | None = None,
    ) -> None:
        self._course = course
        self._seed = seed
        self._wanted = _wanted(course, assignment, exercises)
        for id in self._wanted:
            lack = lacking(course.exercises[id])
            if lack is not None:
                raise ZachetkaError(lack, status=3)
        self._prepared: dict[str, Prepared] = {}
        self._sandbox = sandbox or around(course.root, isolation, hidden)

    def __enter__(self) -> Grader:
        # Starting the sandbox is waiting for another process; the judge is imported meanwhile.
        judging = Thread(target=import_module, args=("grader.judge",))
        judging.start()
        self._sandbox.__enter__()
        judging.join()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sandbox.__exit__(kind, error, trace)

    @property
    def layers(self) -> Mapping[str, str]:
        """The state of each layer of isolation."""
        return self._sandbox.layers

    def grade(self, submission: Submission) -> SubmissionReport:
        """The report on a submission, whatever it does."""
        if submission.refused:
            return self._nothing(submission, Verdict.REFUSED, submission.refused)
        exercises = {self._course.exercises[id].function: id for id in self._wanted or self._course.exercises}
        student = Student(self._sandbox, submission, exercises)
        try:
            loaded = student.load()
            if isinstance(loaded, Ending) and loaded.verdict == Verdict.TIME_LIMIT:
                loaded = student.load()
            if isinstance(loaded, Ending):
                return self._nothing(submission, loaded.verdict, loaded.why)
            return self._report(submission, student, loaded, exercises)
        finally:
            student.close()

    def prepared(self, exercise: Exercise) -> Prepared:
        """The examples and answers of an exercise, drawn or read once."""
        from grader.examples import Prepared

        if exercise.id not in self._prepared:
            self._prepared[exercise.id] = Prepared(self._course, exercise, self._seed)
        return self._prepared[exercise.id]

    def _report(
        self, submission: Submission, student: Student, loaded: Loaded, exercises: Mapping[str, str]
    ) -> SubmissionReport:
        reports = []
        for function, id in exercises.items():
            found = loaded.found.get(function)
            exercise = self._course.exercises[id]
            if found is not None and (self._wanted or is_meant(found, exercise)):
                reports.append(self._judge(exercise, student, found.file, found.remarks))
            elif self._wanted:
                reports.append(
                    self._absent(id, Verdict.UNREADABLE if loaded.errors else Verdict.MISSING, loaded.errors)
                )
        remarks = (*submission.remarks, *loaded.errors, *loaded.remarks)
        if not reports:
            absent = Verdict.UNREADABLE if loaded.errors else Verdict.MISSING
            why = message("no function of the catalogue was found; see `zachetka list`")
            return self._nothing(submission, absent, *remarks, why)
        return self._sum(submission, _verdict(reports), reports, remarks)

    def _judge(self, exercise: Exercise, student: Student, file: str, remarks: Sequence[Message]) -> ExerciseReport:
        from grader.judge import judge

        lack = lacking(exercise)
        if lack is not None:  # nobody asked for it, so the rest goes on
            return ExerciseReport(exercise.id, Verdict.INTERNAL_ERROR, 0.0, exercise.max, file, lack)
        try:
            report = judge(self.prepared(exercise), student, file)
        except ZachetkaError:
            raise
        except Exception as error:
            why = message("the grader failed: {error}", error=f"{type(error).__name__}: {error}")
            return ExerciseReport(exercise.id, Verdict.INTERNAL_ERROR, 0.0, exercise.max, file, why)
        return replace(report, remarks=(*remarks, *report.remarks))

    def _nothing(self, submission: Submission, verdict: Verdict, *why: Message) -> SubmissionReport:
        reports = [self._absent(id, verdict, why) for id in self._wanted]
        return self._sum(submission, verdict, reports, (*submission.remarks, *why))

    def _absent(self, id: str, verdict: Verdict, why: Sequence[Message]) -> ExerciseReport:
        return ExerciseReport(id, verdict, 0.0, self._course.exercises[id].max, why=next(iter(why), None))

    def _sum(
        self, submission: Submission, verdict: Verdict, reports: Sequence[ExerciseReport], remarks: Sequence[Message]
    ) -> SubmissionReport:
        weight = {report.id: self._wanted.get(report.id, 1.0) for report in reports}
        return SubmissionReport(
            submission=submission.name,
            sha256=submission.sha256,
            verdict=verdict,
            score=round(sum(weight[report.id] * report.score for report in reports), 6),
            max=round(sum(weight[report.id] * report.max for report in reports), 6),
            exercises=tuple(reports),
            remarks=tuple(dict.fromkeys(remarks)),
        )


def _wanted(course: Course, assignment: str | None, exercises: Sequence[str]) -> Mapping[str, float]:
    """The exercises that count whether handed in or not, each with its weight; empty when none were named."""
    if assignment is not None and assignment not in course.assignments:
        known = ", ".join(course.assignments)
        raise ZachetkaError(message("assignment {id} is not in the course; it has {known}", id=assignment, known=known))
    for id in exercises:
        if id not in course.exercises:
            raise ZachetkaError(message("exercise {id} is not in the course; see `zachetka list`", id=id))
    weights = dict(course.assignments[assignment].exercises) if assignment is not None else {}
    return weights | {id: weights.get(id, 1.0) for id in exercises}


def is_meant(found: Found, exercise: Exercise) -> bool:
    """Whether what was found is there for this exercise: any class may have the name of a module."""
    return found.kind == "module" or not exercise.is_module


def _verdict(reports: Sequence[ExerciseReport]) -> Verdict:
    verdicts = {report.verdict for report in reports}
    if len(verdicts) == 1:
        return verdicts.pop()
    if any(report.score > 0 for report in reports):
        return Verdict.PARTIAL
    return next(verdict for verdict in GRAVEST if verdict in verdicts)
