"""Every submission under tests/students/ is graded through the public path and gets the verdict it must get."""

from __future__ import annotations

import os
import re
import resource
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest
from expectations import (
    PROJECT,
    STUDENTS,
    defined,
    expected,
    fault,
    handed_in,
    hostile_class,
    impatient_grader,
    told,
)
from hostile_world import hostile_world, left_behind, survivors
from students.generate import makers

from grader.batch import Batch, cores, make_grader
from grader.cache import cache_folder
from grader.load import load_course
from grader.model import LANGS, Report, SubmissionReport, Verdict
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

Reports = Mapping[str, SubmissionReport]
pytestmark = pytest.mark.timeout(1200)


def asked_for(request: pytest.FixtureRequest, parameter: str) -> set[str]:
    """What the chosen tests of this session want graded."""
    calls = [getattr(item, "callspec", None) for item in request.session.items if item.path == request.path]
    return {call.params[parameter] for call in calls if call is not None and parameter in call.params}


@pytest.fixture(scope="module")
def reports(request: pytest.FixtureRequest) -> Reports:
    """Reports on the honest and the wrong, all graded in one batch."""
    submissions = (replace(read_submission(STUDENTS / path), name=path) for path in asked_for(request, "path"))
    batch = Batch(partial(make_grader, PROJECT, SEED, "strict", None, ()), cores())
    return {report.submission: report for report in batch.grade(submissions)}


@pytest.fixture(scope="module")
def attacks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """Reports on the hostile, graded in one batch in a world worth attacking, which is as it was when they are done."""
    folder = tmp_path_factory.mktemp("hostile") / "class"
    names, wanted = hostile_class(folder), asked_for(request, "name")
    submissions = (one for one in intake(folder).read() if names[one.name] in wanted)
    blocking = [os.get_blocking(descriptor) for descriptor in range(3)]
    left, children = left_behind(), survivors()
    with hostile_world():
        batch = Batch(partial(impatient_grader, SEED), cores(), LONGEST)
        graded = list(batch.grade(submissions))
        assert survivors() <= children
    assert left_behind() == left
    assert [os.get_blocking(descriptor) for descriptor in range(3)] == blocking
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MOST_MEMORY
    return {names[report.submission]: report for report in graded}


# ---------------------------------------------------------------- honest


@pytest.mark.parametrize("path", [f"{folder}/{name}" for folder in ("right", "awkward") for name in handed_in(folder)])
def test_honest_submissions_get_full_marks(path: str, reports: Reports) -> None:
    report = reports[path]
    assert report.verdict == Verdict.ACCEPTED, told(report)
    assert report.score == report.max > 0
    course = load_course(PROJECT, cache_folder())
    assert defined(STUDENTS / path, course) <= {exercise.id for exercise in report.exercises}


def test_every_awkward_submission_says_why() -> None:
    assert sorted(expected("awkward")) == handed_in("awkward")


# ---------------------------------------------------------------- wrong


@pytest.mark.parametrize("path", [f"wrong/{name}" for name in handed_in("wrong")])
def test_wrong_submissions_fail_as_expected(path: str, reports: Reports) -> None:
    got = {
        one.id: {
            "verdict": str(one.verdict),
            "fails": sorted(check.name for check in one.checks if check.outcome == "failed"),
            "diagnosis": sorted(found.mistake for found in one.diagnosis),
        }
        for one in reports[path].exercises
    }
    wanted = {
        id: {
            "verdict": one["verdict"],
            "fails": sorted(one.get("fails", [])),
            "diagnosis": sorted(one.get("diagnosis", [])),
        }
        for id, one in WRONG[path.removeprefix("wrong/")].items()
    }
    assert got == wanted
    assert reports[path].verdict != Verdict.ACCEPTED


def test_every_wrong_submission_has_its_expectation() -> None:
    assert sorted(WRONG) == handed_in("wrong")


# ---------------------------------------------------------------- hostile


@pytest.mark.parametrize("name", ENTRIES)
def test_hostile_submissions_gain_nothing(name: str, attacks: Reports) -> None:
    assert not fault(attacks[name], ENTRIES[name]["allowed"])


@pytest.mark.parametrize("name", ENTRIES)
def test_no_report_carries_what_a_student_planted(name: str, attacks: Reports) -> None:
    report = Report(SEED, {}, (attacks[name],))
    for lang in LANGS:
        table = csv.render(report, lang)
        for shown in (text.render(report, lang), json.render(report, lang), table):
            assert not set(shown) & set(MEANT_TO_HARM)
            assert len(shown.encode("utf-8")) < LONGEST_REPORT
        assert not re.search(r"(?m)(^|,)\"?[=+@\t-]", table)
    assert submission_report(to_plain(attacks[name])) == attacks[name]


def test_the_corpus_is_whole() -> None:
    assert sorted(HOSTILE) == handed_in("hostile")
    assert sorted(GENERATED) == sorted(makers())
    classes = [entry["class"] for entry in ENTRIES.values()]
    assert all(classes.count(number) >= 7 for number in range(1, 9))
    assert len(classes) >= 200
