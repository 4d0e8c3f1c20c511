"""Every submission under tests/students/ is graded through the public path and gets the verdict it must get."""

from __future__ import annotations

import os
import re
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from expectations import STUDENTS, defined, expected, fault, handed_in, told, with_short_limits
from hostile_world import hostile_world, left_behind, survivors
from students.generate import makers

from grader.cache import cache_folder
from grader.grading import Grader
from grader.load import load_course
from grader.model import LANGS, Course, Report, Submission, SubmissionReport, Verdict
from grader.render import csv, json, text
from grader.report_io import submission_report, to_plain
from grader.submissions import intake, read_submission

SEED = 7
HOSTILE = expected("hostile")
GENERATED = HOSTILE.pop("generated")
ENTRIES = dict(sorted(HOSTILE.items())) | GENERATED
WRONG = expected("wrong")
LONGEST = 150.0
LONGEST_REPORT = 200_000
MOST_MEMORY = 2_000_000  # kilobytes
MEANT_TO_HARM = "\x1b\x07\x9b\x90\u202e\u2066\u200f\u2028\x00\x08\r"

Grade = Callable[[Submission], SubmissionReport]


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(STUDENTS.parent.parent, cache_folder())


@pytest.fixture(scope="module")
def grader(course: Course) -> Iterator[Grader]:
    with Grader(course, SEED) as grader:
        yield grader


@pytest.fixture(scope="module")
def warden(course: Course) -> Iterator[Grader]:
    """A grader with little patience in a world worth attacking, which is as it was when it is done."""
    blocking = [os.get_blocking(descriptor) for descriptor in range(3)]
    before, children = set(left_behind()), survivors()
    with hostile_world():
        with Grader(with_short_limits(course), SEED) as grader:
            yield grader
        assert set(left_behind()) == before
        assert survivors() <= children
    assert [os.get_blocking(descriptor) for descriptor in range(3)] == blocking
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MOST_MEMORY


@pytest.fixture(scope="module")
def attacked(warden: Grader) -> Callable[[Submission], SubmissionReport]:
    """The report on a hostile submission, which is graded only once."""
    known: dict[str, SubmissionReport] = {}

    def grade(submission: Submission) -> SubmissionReport:
        if submission.name not in known:
            began = time.monotonic()
            known[submission.name] = warden.grade(submission)
            assert time.monotonic() - began < LONGEST
        return known[submission.name]

    return grade


# ---------------------------------------------------------------- honest


def assert_full_marks(report: SubmissionReport, ids: set[str]) -> None:
    assert report.verdict == Verdict.ACCEPTED, told(report)
    assert report.score == report.max > 0
    assert ids <= {exercise.id for exercise in report.exercises}


@pytest.mark.parametrize("name", handed_in("right"))
def test_right_submissions_get_full_marks(name: str, grader: Grader, course: Course) -> None:
    path = STUDENTS / "right" / name
    assert_full_marks(grader.grade(read_submission(path)), defined(path, course))


@pytest.mark.parametrize("name", handed_in("awkward"))
def test_awkward_submissions_get_full_marks(name: str, grader: Grader, course: Course) -> None:
    path = STUDENTS / "awkward" / name
    assert_full_marks(grader.grade(read_submission(path)), defined(path, course))


def test_every_awkward_submission_says_why() -> None:
    assert sorted(expected("awkward")) == handed_in("awkward")


# ---------------------------------------------------------------- wrong


@pytest.mark.parametrize("name", handed_in("wrong"))
def test_wrong_submissions_fail_as_expected(name: str, grader: Grader) -> None:
    report = grader.grade(read_submission(STUDENTS / "wrong" / name))
    got = {
        one.id: {
            "verdict": str(one.verdict),
            "fails": sorted(check.name for check in one.checks if check.outcome == "failed"),
            "diagnosis": sorted(found.mistake for found in one.diagnosis),
        }
        for one in report.exercises
    }
    wanted = {
        id: {
            "verdict": one["verdict"],
            "fails": sorted(one.get("fails", [])),
            "diagnosis": sorted(one.get("diagnosis", [])),
        }
        for id, one in WRONG[name].items()
    }
    assert got == wanted
    assert report.verdict != Verdict.ACCEPTED


def test_every_wrong_submission_has_its_expectation() -> None:
    assert sorted(WRONG) == handed_in("wrong")


# ---------------------------------------------------------------- hostile


def submission_of(name: str, directory: Path) -> Submission:
    """A hostile submission, read as a batch reads it; one that no disk should hold is made first."""
    if name in HOSTILE:
        return read_submission(STUDENTS / "hostile" / name)
    makers()[name](directory)
    (submission,) = intake(directory).read()
    return submission


@pytest.mark.parametrize("name", ENTRIES)
def test_hostile_submissions_gain_nothing(name: str, attacked: Grade, tmp_path: Path) -> None:
    assert not fault(attacked(submission_of(name, tmp_path)), ENTRIES[name]["allowed"])


def test_the_corpus_is_whole() -> None:
    assert sorted(HOSTILE) == handed_in("hostile")
    assert sorted(GENERATED) == sorted(makers())
    classes = [entry["class"] for entry in ENTRIES.values()]
    assert all(classes.count(number) >= 7 for number in range(1, 9))
    assert len(classes) >= 200


@pytest.mark.parametrize("name", ENTRIES)
def test_no_report_carries_what_a_student_planted(name: str, attacked: Grade, warden: Grader, tmp_path: Path) -> None:
    planted = attacked(submission_of(name, tmp_path))
    report = Report(SEED, warden.layers, (planted,))
    for lang in LANGS:
        table = csv.render(report, lang)
        for shown in (text.render(report, lang), json.render(report, lang), table):
            assert not set(shown) & set(MEANT_TO_HARM)
            assert len(shown.encode("utf-8")) < LONGEST_REPORT
        assert not re.search(r"(?m)(^|,)\"?[=+@\t-]", table)
    assert submission_report(to_plain(planted)) == planted
