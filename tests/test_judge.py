"""From answers to a report: points, penalties, counterexamples, verdicts; with trusted students."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from little_course import BANK, edited, write_course

from grader.attempt import REPEATED
from grader.calls import Answers, Ending, Limits, Returned
from grader.examples import Prepared
from grader.judge import Effort, judge
from grader.load import load_course
from grader.model import CheckReport, ExerciseReport, Verdict, ZachetkaError, message
from grader.parcel import Parcel
from grader.soundness import unsound
from grader.trusted import Trusted


def prepared(root: Path, seed: int = 3) -> Prepared:
    course = load_course(root)
    return Prepared(course, next(iter(course.exercises.values())), seed)


@pytest.fixture
def little(tmp_path: Path) -> Prepared:
    return prepared(write_course(tmp_path))


def graded(little: Prepared, function: Callable[..., Any]) -> ExerciseReport:
    return judge(little, Trusted(function), "hw.py")


def check(report: ExerciseReport, name: str) -> CheckReport:
    return next(one for one in report.checks if one.name == name)


def test_the_reference_gets_full_marks(little: Prepared) -> None:
    report = graded(little, little.reference)
    assert (report.verdict, report.score, report.max) == (Verdict.ACCEPTED, 4.0, 4.0)
    assert {one.outcome for one in report.checks} == {"passed"}
    assert [one.name for one in report.checks][-2:] == ["leaves_arguments_alone", "same_twice"]


def test_a_wrong_edge_case_loses_only_that_case(little: Prepared) -> None:
    report = graded(little, lambda A: A.sum(axis=1) * (1 if A.shape[1] > 1 else 2))
    assert (report.verdict, report.score) == (Verdict.PARTIAL, 3.0)
    assert [one.name for one in report.checks if one.outcome == "failed"] == ["one_column"]
    found = check(report, "one_column").counterexample
    assert found is not None
    assert found.shrunk
    assert found.call == "row_sums(np.array([[1.]]))"
    assert (found.expected, found.got) == ("np.array([1.])", "np.array([2.])")


def test_an_edge_case_brings_nothing_to_who_fails_the_ordinary_one(little: Prepared) -> None:
    report = graded(little, lambda A: A.sum(axis=1) if A.shape[1] == 1 else A.max(axis=1))
    assert (report.verdict, report.score) == (Verdict.WRONG_ANSWER, 0.0)
    assert check(report, "one_column").outcome == "not_run"


def test_a_mistake_is_named_only_when_it_explains_every_answer(little: Prepared) -> None:
    def sometimes(A: np.ndarray) -> np.ndarray:
        return A.mean(axis=1) if len(A) > 1 else A.sum(axis=1) + 1

    named = graded(little, lambda A: A.sum(axis=1) / A.shape[1])
    assert [one.mistake for one in named.diagnosis] == ["row_means"]
    assert graded(little, sometimes).diagnosis == ()


def test_a_mistake_that_only_raises_is_told_by_its_words(tmp_path: Path) -> None:
    def raising(words: str) -> Any:
        def raises(A: np.ndarray) -> np.ndarray:
            raise ValueError(words)

        return raises

    only_raises = edited("solutions/mistakes/sums.py", "return A.mean(axis=1)", 'raise ValueError("shapes do not fit")')
    course = prepared(write_course(tmp_path, only_raises))
    assert [one.mistake for one in graded(course, raising("shapes do not fit")).diagnosis] == ["row_means"]
    assert graded(course, raising("no equal division")).diagnosis == ()


def test_the_simplest_failure_is_no_rounding_where_others_are_far_off(little: Prepared) -> None:
    report = graded(little, lambda A: A.sum(axis=1) * (2 if np.abs(A).max() > 1 else 1 + 1e-6))
    why = check(report, "ordinary").why
    assert why is not None
    assert why.id == "off by {error}, allowed {allowed}"
    nearly = check(graded(little, lambda A: A.sum(axis=1) * (1 + 1e-6)), "ordinary").why
    assert nearly is not None
    assert nearly.id.startswith("nearly agrees")


def test_a_changed_argument_costs_its_penalty(little: Prepared) -> None:
    def in_place(A: np.ndarray) -> np.ndarray:
        sums = A.sum(axis=1)
        A += 1
        return sums

    report = graded(little, in_place)
    assert (report.verdict, report.score) == (Verdict.PARTIAL, 3.0)
    assert check(report, "leaves_arguments_alone").outcome == "failed"


def test_an_answer_that_remembers_is_inconsistent(little: Prepared) -> None:
    class Remembers:
        calls = 0

        def __call__(self, A: np.ndarray) -> np.ndarray:
            self.calls += 1
            return A.sum(axis=1) + (self.calls > 90)

    report = graded(little, Remembers())
    assert report.verdict == Verdict.INCONSISTENT
    assert report.score < report.max


class Leaves(Trusted):
    """Answers so many calls of each batch, then is gone."""

    def __init__(self, function: Callable[..., Any], most: int) -> None:
        super().__init__(function)
        self._most = most

    def ask(self, name: str, calls: Sequence[bytes] | Parcel, limits: Limits) -> Answers:
        answers = super().ask(name, calls, limits).answers
        gone = Ending(Verdict.CRASHED, message("it is gone")) if len(answers) > self._most else None
        return Answers(answers[: self._most], gone, 0.0)


@pytest.mark.parametrize("wrong", [False, True])
def test_whenever_a_student_leaves_there_is_a_report_and_no_full_marks(little: Prepared, wrong: bool) -> None:
    calls = len(little.calls) + len(range(len(little.calls) - 1, -1, -(len(little.calls) // REPEATED)))
    students = [Leaves(lambda A: A.sum(axis=1) + wrong * (A.size > 9), most) for most in range(calls + 1)]
    verdicts = [judge(little, student, "hw.py", Effort(calls=3)).verdict for student in students]
    assert {Verdict.ACCEPTED, Verdict.INTERNAL_ERROR}.isdisjoint(verdicts[:-1])
    assert (verdicts[-1] == Verdict.ACCEPTED) is not wrong


def test_the_verdict_of_nothing_right_tells_errors_from_answers(little: Prepared) -> None:
    def raises(A: np.ndarray) -> np.ndarray:
        raise IndexError("out of range")

    def fills_memory(A: np.ndarray) -> np.ndarray:
        raise MemoryError

    assert graded(little, raises).verdict == Verdict.RUNTIME_ERROR
    assert graded(little, fills_memory).verdict == Verdict.MEMORY_LIMIT
    assert graded(little, lambda A: A.tolist()).verdict == Verdict.WRONG_ANSWER


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (lambda A: 3 * A.sum(axis=1), "constant factor"),
        (lambda A: A.sum(axis=1) - 1, "right up to a constant: "),
        (lambda A: np.round(A.sum(axis=1), 2), "rounded to"),
    ],
)
def test_a_near_miss_gets_a_sentence(little: Prepared, function: Callable[..., Any], said: str) -> None:
    assert any(said in remark.id for remark in graded(little, function).remarks)


def test_a_failing_property_shows_its_call_and_takes_its_penalty(little: Prepared) -> None:
    # Right on everything that is drawn, wrong on the doubled matrix that only the property asks for.
    drawn = {A.tobytes() for A in (example.args[0] for example in little.examples)}

    def only_drawn(A: np.ndarray) -> np.ndarray:
        return A.sum(axis=1) if A.tobytes() in drawn else np.zeros(len(A))

    report = judge(little, Trusted(only_drawn), "hw.py", Effort(calls=0))
    assert (report.verdict, report.score) == (Verdict.PARTIAL, 3.5)
    found = check(report, "doubles").counterexample
    assert found is not None
    assert found.call.startswith("row_sums(np.array(")


def test_the_same_seed_gives_the_same_report_and_another_one_does_not(tmp_path: Path) -> None:
    root = write_course(tmp_path)

    def wrong(A: np.ndarray) -> np.ndarray:
        return A.sum(axis=1) ** 2

    reports = [judge(prepared(root, seed), Trusted(wrong), "hw.py", Effort(calls=0)) for seed in (1, 1, 2)]
    assert reports[0] == reports[1]
    assert prepared(root, 1).calls != prepared(root, 2).calls


def test_most_examples_have_distinct_sizes(little: Prepared) -> None:
    shapes = [example.args[0].shape for example in little.examples if example.case == "ordinary"]
    assert sum(n != d and min(n, d) > 1 for n, d in shapes) >= len(shapes) / 2


def test_a_sound_course_has_nothing_to_mend(little: Prepared) -> None:
    said = [one.id for one in unsound(little)]
    assert said == ["no mistake fails {check}: add one that does, or delete the check"] * 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("return A.mean(axis=1)", "return A.sum(axis=1)", "passes every check"),
        ("return A.mean(axis=1)", "return A.sum(axis=0) + 0", "answer alike"),
        ("return A.mean(axis=1)", "return -A.tolist()", "answers nothing"),
    ],
)
def test_an_unsound_mistake_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    root = write_course(tmp_path, edited("solutions/mistakes/sums.py", old, new))
    assert any(said in one.id for one in unsound(prepared(root)))


def test_a_property_the_reference_fails_is_named(tmp_path: Path) -> None:
    root = write_course(tmp_path, edited("questions/sums/checks.py", "agree(twice, 2 * once)", "agree(twice, once)"))
    assert any("the reference fails" in one.id for one in unsound(prepared(root)))


def test_points_that_nothing_earns_are_named(tmp_path: Path) -> None:
    root = write_course(tmp_path, edited("solutions/sums.py", "return A.sum(axis=1)", "return np.zeros(len(A))"))
    assert any("who always answers" in one.id for one in unsound(prepared(root)))


def test_a_reference_against_its_annotation_is_located(tmp_path: Path) -> None:
    root = write_course(tmp_path, edited("solutions/sums.py", "return A.sum(axis=1)", "return A.sum(axis=0)"))
    with pytest.raises(ZachetkaError, match="row-sums") as raised:
        _ = prepared(root).expected
    assert raised.value.where == "solutions/sums.py"


def test_a_case_that_is_never_drawn_is_named(tmp_path: Path) -> None:
    root = write_course(tmp_path, edited("questions/sums/checks.py", "A.shape[1] == 1", "A.shape[1] == 99"))
    assert any("widen its predicate" in one.id for one in unsound(prepared(root)))
    assert BANK


def test_a_property_runs_only_where_a_reply_differs(little: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    assert graded(little, little.reference).verdict == Verdict.ACCEPTED  # rehearsed by now
    begun: list[str] = []
    original = little.condition

    def watched(name: str) -> Any:
        begun.append(name)
        return original(name)

    monkeypatch.setattr(little, "condition", watched)
    assert graded(little, little.reference).verdict == Verdict.ACCEPTED
    assert begun == []
    report = graded(little, lambda A: little.reference(A) * (1 + 1e-12))
    assert report.verdict == Verdict.ACCEPTED
    assert "doubles" in begun


def test_a_property_sees_the_answers_before_the_first_that_differs(little: Prepared) -> None:
    report = graded(little, lambda A: little.reference(A) + (np.abs(A).max(initial=0) > 3))
    assert check(report, "ordinary").outcome == "passed"
    assert check(report, "doubles").outcome == "failed"


def test_what_is_known_is_not_changed_by_a_property(little: Prepared) -> None:
    before = [one.value.copy() for one in little.expected if isinstance(one, Returned)]
    graded(little, lambda A: little.reference(A) * (1 + 1e-12))
    graded(little, lambda A: A.sum(axis=0))
    after = [one.value for one in little.expected if isinstance(one, Returned)]
    assert all(np.array_equal(a, b) for a, b in zip(before, after, strict=True))
