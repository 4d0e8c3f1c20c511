"""The Python of a course: found by path, never by import, and told about when it is broken."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from little_course import BANK, CHECKS, MISTAKES, SOLUTION, edited, write_course

from grader import code
from grader.load import load_course
from grader.model import Course, Exercise, ZachetkaError


def little(tmp_path: Path, changes: dict[str, str | bytes] | None = None) -> tuple[Course, Exercise]:
    course = load_course(write_course(tmp_path, changes))
    return course, course.exercises["row-sums"]


def test_functions_are_found_where_the_course_keeps_them(tmp_path: Path) -> None:
    course, exercise = little(tmp_path)
    table = np.array([[1.0, 2.0, 4.0]])
    assert np.array_equal(code.reference(course, exercise)(table), [7.0])
    assert np.array_equal(code.mistake(course, exercise, "column_sums")(table), [1.0, 2.0, 4.0])
    assert code.predicate(course, exercise, "one_column")(table) is False
    assert code.condition(course, exercise, "doubles") is code.checks(course, "sums").doubles


def test_modules_are_private_and_loaded_once(tmp_path: Path) -> None:
    before = set(sys.modules)
    course, exercise = little(tmp_path)
    assert code.reference(course, exercise) is code.reference(course, exercise)
    assert not {"solutions", "sums", "checks"} & (set(sys.modules) - before)
    assert not list(tmp_path.rglob("__pycache__"))


def test_a_topic_may_need_no_checks(tmp_path: Path) -> None:
    course, _ = little(tmp_path)
    (tmp_path / "questions/sums/checks.py").unlink()
    assert not hasattr(code.checks(course, "sums"), "one_column")


def test_a_dataclass_with_late_annotations_loads(tmp_path: Path) -> None:
    late = (
        "from __future__ import annotations\nfrom dataclasses import dataclass\n\n\n@dataclass\nclass A:\n    b: int\n"
    )
    course, _ = little(tmp_path, {"questions/sums/checks.py": late})
    assert code.checks(course, "sums").A(1).b == 1


@pytest.mark.parametrize(
    ("text", "where", "sentence"),
    [
        ("x = 1\ny = x / 0\n", 2, "cannot be imported, ZeroDivisionError: division by zero"),
        ("def f():\n    raise KeyError('k')\n\n\nf()\n", 2, "cannot be imported, KeyError: 'k'"),
        ("import json\njson.loads('{')\n", 2, "cannot be imported, JSONDecodeError: Expecting property name"),
        ("def f(:\n    pass\n", 1, "cannot be imported, SyntaxError: invalid syntax"),
        ("import absent_library\n", 1, "cannot be imported, ModuleNotFoundError: No module named 'absent_library'"),
        ("\nraise SystemExit(0)\n", 2, "cannot be imported, SystemExit: 0"),
        ("x = '\0'\n", 1, "cannot be imported"),
    ],
)
def test_a_file_that_does_not_import_is_told_with_its_line(
    text: str, where: int, sentence: str, tmp_path: Path
) -> None:
    course, exercise = little(tmp_path, {"questions/sums/checks.py": text})
    with pytest.raises(ZachetkaError) as raised:
        code.predicate(course, exercise, "one_column")
    assert raised.value.where == f"questions/sums/checks.py:{where}"
    assert sentence in str(raised.value)


@pytest.mark.parametrize("name", ["numpy", "torch", "json"])
def test_a_solution_with_the_name_of_a_library_is_refused(name: str, tmp_path: Path) -> None:
    course, exercise = little(tmp_path, edited(BANK, "sums:row_sums", f"{name}:row_sums"))
    (tmp_path / f"solutions/{name}.py").write_text(SOLUTION)
    with pytest.raises(ZachetkaError, match=f"cannot be called {name}.py, a library has that name: rename it"):
        code.reference(course, exercise)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (edited(BANK, "sums:row_sums", "sums:row_sum"), "has no function 'row_sum': did you mean 'row_sums'?"),
        (
            edited(BANK, "sums:row_sums", "sums:zzz"),
            "solutions/sums.py has no function 'zzz': write it, or correct the name",
        ),
        (edited(BANK, "sums:row_sums", "sums:np"), "'np' in solutions/sums.py must be a function, but it is module"),
        (edited(BANK, "sums:row_sums", "absent:row_sums"), "the file cannot be read (No such file or directory)"),
    ],
)
def test_a_reference_that_is_not_there_is_told(changes: dict[str, str | bytes], sentence: str, tmp_path: Path) -> None:
    course, exercise = little(tmp_path, changes)
    with pytest.raises(ZachetkaError) as raised:
        code.reference(course, exercise)
    assert sentence in str(raised.value)
    assert raised.value.where


def test_code_outside_the_course_is_not_executed(tmp_path: Path) -> None:
    root = tmp_path / "course"
    course, exercise = little(root)
    (tmp_path / "outside.py").write_text("raise SystemExit\n")
    (root / "solutions/sums.py").unlink()
    (root / "solutions/sums.py").symlink_to(tmp_path / "outside.py")
    with pytest.raises(ZachetkaError, match="the link leads out of the course"):
        code.reference(course, exercise)


def test_shared_conditions_come_from_the_package(tmp_path: Path) -> None:
    course, exercise = little(tmp_path, {"questions/sums/checks.py": CHECKS + "\n\nrequire = None\n"})
    from grader import properties

    assert code.condition(course, exercise, "require") is properties.require
    with pytest.raises(ZachetkaError, match="has no function 'double': did you mean 'doubles'"):
        code.condition(course, exercise, "double")


def test_mistakes_are_named_after_their_functions(tmp_path: Path) -> None:
    course, exercise = little(tmp_path, {"solutions/mistakes/sums.py": MISTAKES.replace("row_means", "row_mean")})
    with pytest.raises(ZachetkaError, match=r"solutions/mistakes/sums\.py has no function 'row_means': did you mean"):
        code.mistake(course, exercise, "row_means")
