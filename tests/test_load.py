"""Loading a course: what a right one becomes, and that every wrong one is told where, what and how to mend it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from broken_entries import ENTRIES
from broken_rules import RULES
from little_course import BANK, COURSE, COURSE_YAML, EXERCISES, edited, line_of, write_course

from grader.directory import find_course
from grader.load import load_course
from grader.model import Allowance, Case, Text, Tolerance, ZachetkaError
from grader.problems import CourseErrors
from grader.words import say

BROKEN = ENTRIES | RULES
PROJECT = Path(__file__).resolve().parent.parent


def errors(root: Path) -> list[str]:
    """The problems of a course as lines of text."""
    with pytest.raises(CourseErrors) as raised:
        load_course(root)
    assert raised.value.status == 2
    return str(raised.value).split("\n")


def test_a_right_course_becomes_nouns(tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path))
    exercise = course.exercises["row-sums"]
    assert exercise.where == f"{BANK}:2"
    assert (exercise.topic, exercise.module, exercise.function) == ("sums", "sums", "row_sums")
    assert exercise.cases[1] == Case("one_column", Text("Один столбец", "One column"), 1.0)
    assert exercise.tolerance == Tolerance(1e-7, 1e-9)
    assert exercise.limits == Allowance(5.0, 128)
    assert exercise.sizes == {"n": (1, 6), "d": (1, 8)}
    assert exercise.accepts == {"ValueError": ("KeyError",)}
    assert exercise.statement.en.startswith("Add up")
    assert not exercise.statement.en.endswith("\n")
    assert exercise.max == 4.0
    assert course.assignments["hw-sums"].exercises == {"row-sums": 1.0}
    assert course.topics[0].lessons[0].id == "sums/adding"


def test_a_topic_may_have_no_exercises_yet(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / BANK).unlink()
    assert load_course(root).exercises == {}


def test_exercises_stand_in_study_order(tmp_path: Path) -> None:
    early = "topics:\n  - id: zeros\n    title: {ru: Нули, en: Zeros}\n    lessons:\n"
    early += "      - {id: zeros/zero, title: {ru: Нуль, en: Zero}}\n"
    changes = edited(COURSE_YAML, "topics:\n  -", early + "  -")
    bank = EXERCISES.replace("row-sums", "all-zeros").replace("sums:row_sums", "zeros:all_zeros")
    course = load_course(write_course(tmp_path, {**changes, "questions/zeros/exercises.yaml": bank}))
    assert list(course.exercises) == ["all-zeros", "row-sums"]


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_told(case: str, tmp_path: Path) -> None:
    file, old, new, piece, sentence = BROKEN[case]
    changes = edited(file, old, new)
    wanted = f"{file}:{line_of(changes[file], piece)}: {sentence}"
    assert wanted in errors(write_course(tmp_path, changes))


@pytest.mark.parametrize("case", sorted(BROKEN.keys() - {"a lesson under another topic"}))
def test_one_fault_is_told_once(case: str, tmp_path: Path) -> None:
    file, old, new, _, _ = BROKEN[case]
    assert len(errors(write_course(tmp_path, edited(file, old, new)))) == 1


def test_all_faults_are_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    course = COURSE.replace("en: Course", "eng: Course").replace("topics: [sums]", "topics: [sum]")
    bank = EXERCISES.replace("points: 3", "points: no").replace("lesson: sums/adding", "lesson: sums/ading")
    bank = bank.replace("check: doubles,", "check: doubles, check: doubles,")
    found = errors(write_course(tmp_path, {COURSE_YAML: course, BANK: bank}))
    assert [line.split(": ")[0] for line in found] == [
        f"{COURSE_YAML}:2",
        f"{COURSE_YAML}:12",
        f"{BANK}:3",
        f"{BANK}:18",
        f"{BANK}:21",
    ]


def test_two_errors_are_counted_in_the_sentence(tmp_path: Path) -> None:
    bank = EXERCISES.replace("points: 3", "points: no").replace("penalty: 0.5", "penalty: yes")
    with pytest.raises(CourseErrors) as raised:
        load_course(write_course(tmp_path, {BANK: bank}))
    assert say(raised.value.problem, "en").startswith(
        "errors in the course: 2; the first: `cases.points` must be a number"
    )
    assert raised.value.where == f"{BANK}:18"


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        (EXERCISES.replace("sums:row_sums", "sums:other"), f"{BANK}:26: 'row-sums' is already at {BANK}:2"),
        (EXERCISES.replace("id: row-sums", "id: other"), f"{BANK}:28: 'row_sums' is already at {BANK}:4"),
    ],
)
def test_ids_and_functions_differ(second: str, sentence: str, tmp_path: Path) -> None:
    bank = EXERCISES + second.split("\n", 1)[1]
    assert errors(write_course(tmp_path, {BANK: bank})) == [f"{sentence}: names must differ, choose another"]


def test_an_error_does_not_make_others_up(tmp_path: Path) -> None:
    weighed = COURSE.replace("topics: [sums]", "exercises: {row-sums: 2}")
    assert len(errors(write_course(tmp_path, {COURSE_YAML: weighed, BANK: "- id: [\n"}))) == 1
    assert len(errors(write_course(tmp_path, {COURSE_YAML: COURSE.replace("topics:\n", "topic:\n")}))) == 1


def test_a_folder_that_is_no_topic_is_named(tmp_path: Path) -> None:
    bank = EXERCISES.replace("row-sums", "other").replace("sums:row_sums", "sum:other")
    found = errors(write_course(tmp_path, {"questions/sum/exercises.yaml": bank}))
    assert found == ["questions/sum/exercises.yaml: the folder 'sum' is no topic: did you mean 'sums'?"]


@pytest.mark.parametrize("text", ["id: row-sums\n", "12\n", "null\n"])
def test_a_bank_is_a_list(text: str, tmp_path: Path) -> None:
    found = errors(write_course(tmp_path, {BANK: text}))
    assert found == [f"{BANK}:1: the file must be a list of exercises: begin each with `- id:`"]


def test_an_exercise_is_a_mapping(tmp_path: Path) -> None:
    found = errors(write_course(tmp_path, {BANK: "- row-sums\n"}))
    assert found == [f"{BANK}:1: `entry` must be a mapping of `name: value`, but it is 'row-sums'"]


@pytest.mark.parametrize(
    ("data", "where", "sentence"),
    [
        (b"", ":1", "the file is empty: write something into it, or delete it"),
        (b"# only a comment\n", ":1", "the file is empty: write something into it, or delete it"),
        ("- id: Суммы".encode("cp1251"), ":1", "the file is not UTF-8 (byte 0xd1): save it as UTF-8"),
        (b"- id: a\n  x: \xff", ":2", "the file is not UTF-8 (byte 0xff): save it as UTF-8"),
        (b"- id: a\0b", ":1", "the invisible character U+0000 is not allowed: delete it"),
        (b"- " * 100_000, ":1", "values are nested more than 32 deep: make the file flatter"),
        (b"#" * 4_000_001, "", "the file has 4000001 bytes, 4000000 are allowed: split it"),
    ],
)
def test_a_file_that_is_no_yaml_is_told(data: bytes, where: str, sentence: str, tmp_path: Path) -> None:
    assert errors(write_course(tmp_path, {BANK: data})) == [f"{BANK}{where}: {sentence}"]


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / BANK).unlink()
    (root / BANK).mkdir()
    assert errors(root) == [f"{BANK}: a file is wanted here, but this is a folder: rename the folder"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / BANK).unlink()
    os.mkfifo(root / BANK)
    assert errors(root) == [f"{BANK}: a file is wanted here, but this is a pipe or a device: put a regular file here"]


def test_a_link_out_of_the_course_is_refused(tmp_path: Path) -> None:
    root = write_course(tmp_path / "course")
    outside = tmp_path / "elsewhere.yaml"
    (root / BANK).rename(outside)
    (root / BANK).symlink_to(outside)
    assert errors(root) == [f"{BANK}: the link leads out of the course to {outside}: put the file itself here"]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / BANK).unlink()
    (root / BANK).symlink_to(root / "absent.yaml")
    assert errors(root)[0].startswith(f"{BANK}: the file cannot be read (No such file or directory)")


def test_course_yaml_is_looked_at_like_the_rest(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / COURSE_YAML).unlink()
    (root / COURSE_YAML).mkdir()
    assert errors(root) == [f"{COURSE_YAML}: a file is wanted here, but this is a folder: rename the folder"]


def test_a_directory_that_is_no_course(tmp_path: Path) -> None:
    with pytest.raises(ZachetkaError, match=r"is not a course: it has no questions/course\.yaml"):
        load_course(tmp_path)
    with pytest.raises(ZachetkaError, match="the directory does not exist"):
        load_course(tmp_path / "absent")


def test_the_course_is_found_beside_the_package_and_never_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_course(tmp_path))
    assert find_course(None) == PROJECT
    assert find_course(tmp_path) == tmp_path
    with pytest.raises(ZachetkaError) as raised:
        find_course(tmp_path / "questions")
    assert raised.value.status == 2


def test_the_course_of_the_project_loads_in_study_order() -> None:
    course = load_course(PROJECT)
    topics = ["corpus", "bow", "tfidf", "embeddings", "rnn", "gated", "attention"]
    assert [topic.id for topic in course.topics] == topics
    assert sum(len(topic.lessons) for topic in course.topics) == 14
    assert set(course.assignments["all"].exercises) == set(course.exercises)
