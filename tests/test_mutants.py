"""Mutants show what the checks of a course would not notice; those that are listed as equivalent really are."""

from __future__ import annotations

from pathlib import Path

import pytest
from equivalence import refuted
from little_course import edited, write_course
from naming import named

from grader.cache import cache_folder
from grader.examples import Prepared
from grader.load import load_course
from grader.mutation import equivalents, mutants_of, mutate

COURSE = load_course(Path(__file__).parent.parent, cache_folder())
LISTED = {id: len(changes) for topic in COURSE.topics for id, changes in equivalents(COURSE, topic.id).items()}
INPUTS = 500  # tests/benchmarks/equivalents.py draws 100,000


@pytest.mark.parametrize("id", LISTED)
def test_no_listed_equivalent_differs(id: str) -> None:
    assert not list(refuted(Prepared(COURSE, COURSE.exercises[id], 0), INPUTS, 1))


def test_whatever_differs_is_refuted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equivalence.listed", mutants_of)
    prepared = Prepared(COURSE, COURSE.exercises["l2-normalize"], 0)
    assert len(list(refuted(prepared, INPUTS, 1))) == len(mutants_of(prepared)) - LISTED["l2-normalize"]


SURVIVES = ("return A.sum(axis=1) / 1", "return A.sum(axis=1) * 1")
EQUIVALENT = """\
- exercise: row-sums
  before: {}
  after: {}
  reason: because
"""


def little(folder: Path, *listed: tuple[str, str]) -> Prepared:
    """The little course with a reference that has a mutant which is right too, and a list of equivalents."""
    solution = edited("solutions/sums.py", "A.sum(axis=1)", "A.sum(axis=1) / 1")
    entries = "".join(EQUIVALENT.format(*change) for change in listed)
    course = load_course(write_course(folder, {**solution, "questions/sums/equivalents.yaml": entries}))
    return Prepared(course, course.exercises["row-sums"], 0)


def test_a_mutant_with_full_marks_survives_unless_it_is_listed(tmp_path: Path) -> None:
    found = mutate(little(tmp_path / "one"))
    assert SURVIVES in [(mutant.before, mutant.after) for mutant in found.survivors]
    assert found.killed == found.total - len(found.survivors) > 0
    listed = mutate(little(tmp_path / "other", SURVIVES))
    assert (listed.equivalent, listed.total, listed.killed) == (1, found.total, found.killed)
    assert not listed.vain


def test_an_entry_is_vain_when_the_checks_notice_the_mutant_or_there_is_none(tmp_path: Path) -> None:
    noticed, none = (SURVIVES[0], "return A.mean(axis=1) / 1"), (SURVIVES[0], "return A.sum(axis=1) / 3")
    assert set(mutate(little(tmp_path, noticed, none)).vain) == {noticed, none}


def test_a_name_is_true_when_other_seeds_give_it_too() -> None:
    first, *rest = (Prepared(COURSE, COURSE.exercises["smooth-idf"], seed) for seed in range(3))
    found = {what: (given, false) for what, given, false in named(first, rest)}
    assert set(first.mistakes) < found.keys()  # some mutants are listed mistakes
    assert all(what in found[what][0] for what in first.mistakes)
    assert not any(false for _, false in found.values())


def test_a_name_that_fits_one_seed_by_chance_is_false(monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = (Prepared(COURSE, COURSE.exercises["smooth-idf"], seed) for seed in range(2))
    name = next(iter(first.mistakes))
    monkeypatch.setattr(other, "mistakes", {one: answers[::-1] for one, answers in other.mistakes.items()})
    assert name in {one for _, _, false in named(first, [other]) for one in false}
