"""`zachetka new`: what it begins loads at once, and lint says what is still to be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from little_bank import CARDS, QUIZ, write_bank

from grader.author import QUESTIONS
from grader.bank.kinds import KINDS
from grader.bank.proof.prove import prove
from grader.cli.group import root
from grader.load import load_course
from grader.model import ZachetkaError
from grader.words import say


def new(course: Path, *words: str) -> str:
    """What `zachetka new` says; it must end well."""
    done = CliRunner().invoke(root, ["--lang", "en", "--course", str(course), "new", *words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def problems(course: Path) -> list[str]:
    return [str(problem) for problem in prove(load_course(course))[1]]


def test_there_is_a_blank_for_each_type() -> None:
    assert set(KINDS) == set(QUESTIONS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_question_waits_to_be_written(kind: str, tmp_path: Path) -> None:
    course = write_bank(tmp_path)
    assert "quiz.yaml is written" in new(course, "question", "sums/adding", kind, "q-new")
    found = problems(course)
    assert all(problem.startswith(QUIZ) for problem in found)
    assert any("still to be written" in problem for problem in found)


def test_a_new_flashcard_keeps_the_others(tmp_path: Path) -> None:
    course = write_bank(tmp_path)
    before = (course / CARDS).read_text()
    new(course, "flashcard", "sums/adding", "card-new")
    assert (course / CARDS).read_text().startswith(before)
    assert all("still to be written" in problem for problem in problems(course))


def test_a_new_topic_and_its_exercise_load(tmp_path: Path) -> None:
    course = write_bank(tmp_path)
    new(course, "topic", "products", "multiplying")
    new(course, "exercise", "products", "row-products")
    loaded = load_course(course)
    assert [topic.id for topic in loaded.topics] == ["sums", "products"]
    assert loaded.exercises["row-products"].lesson == "products/multiplying"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("flashcard", "sums/addin", "card-new"), "did you mean 'sums/adding'?"),
        (("flashcard", "sums/adding", "Card New"), "is no id"),
        (("exercise", "sum", "row-products"), "did you mean 'sums'?"),
        (("topic", "sums", "multiplying"), "cannot be a new topic"),
    ],
)
def test_what_cannot_be_begun_is_said_and_nothing_is_written(
    words: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    course = write_bank(tmp_path)
    before = {path: path.read_bytes() for path in course.rglob("*.*") if path.is_file()}
    done = CliRunner().invoke(root, ["--lang", "en", "--course", str(course), "new", *words])
    assert isinstance(done.exception, ZachetkaError)
    assert sentence in say(done.exception.problem, "en")
    assert {path: path.read_bytes() for path in course.rglob("*.*") if path.is_file() and path in before} == before
