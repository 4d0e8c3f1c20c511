"""Lint: promises between the files of a course that loading does not look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_course import BANK, COURSE, COURSE_YAML, EXERCISES, FILES, edited, line_of, write_course

from grader.lint import lint
from grader.load import load_course
from grader.twins import differences
from grader.words import say

CHECKS_PY = "questions/sums/checks.py"
SOLUTION_PY = "solutions/sums.py"
MISTAKES_PY = "solutions/mistakes/sums.py"


def problems(root: Path) -> list[str]:
    """What lint says about a course, as lines of text."""
    return [str(problem) for problem in lint(load_course(root))]


def test_a_right_course_has_no_problems(tmp_path: Path) -> None:
    assert problems(write_course(tmp_path)) == []


# the file, a piece of it, what replaces it, the file and a piece of the line that must be named, the sentence
BROKEN = {
    "no editor line": (
        BANK,
        "../schemas/exercises.json",
        "exercises.json",
        BANK,
        "# yaml",
        "the first line must be `# yaml-language-server: $schema=../schemas/exercises.json`: add it",
    ),
    "no editor line in course.yaml": (
        COURSE_YAML,
        "# yaml",
        "# YAML",
        COURSE_YAML,
        "# YAML",
        "the first line must be `# yaml-language-server: $schema=schemas/course.json`",
    ),
    "no such reference": (
        BANK,
        "sums:row_sums",
        "sums:row_sum",
        BANK,
        "reference",
        "solutions/sums.py has no function 'row_sum': did you mean 'row_sums'?",
    ),
    "a reference without annotations": (
        SOLUTION_PY,
        'A: Float[np.ndarray, "n d"]',
        "A",
        SOLUTION_PY,
        "def row_sums",
        "'row_sums' must be fully annotated, but parameter A",
    ),
    "a result without annotation": (
        SOLUTION_PY,
        ' -> Float[np.ndarray, "n"]',
        "",
        SOLUTION_PY,
        "def row_sums",
        "'row_sums' must be fully annotated, but the result",
    ),
    "a half annotated tuple": (
        SOLUTION_PY,
        ' -> Float[np.ndarray, "n"]',
        " -> tuple",
        SOLUTION_PY,
        "def row_sums",
        "'row_sums' must be fully annotated, but return",
    ),
    "a solution that does not import": (
        SOLUTION_PY,
        "import numpy as np",
        "import nunpy as np",
        SOLUTION_PY,
        "nunpy",
        "solutions/sums.py cannot be imported, ModuleNotFoundError",
    ),
    "sizes of no axis": (
        BANK,
        "d: [1, 8]",
        "docs: [1, 8]",
        BANK,
        "sizes",
        "no axis of the reference is called 'docs': it has n, d, A",
    ),
    "a case without predicate": (
        BANK,
        "case: one_column",
        "case: two_columns",
        BANK,
        "two_columns",
        "questions/sums/checks.py has no function 'two_columns'",
    ),
    "a predicate of another argument": (
        CHECKS_PY,
        "def one_column(A):\n    return A",
        "def one_column(B):\n    return B",
        CHECKS_PY,
        "def one_column",
        "'one_column' asks for 'B', but the reference has A: name it alike",
    ),
    "a condition that is nowhere": (
        BANK,
        "check: doubles",
        "check: double",
        BANK,
        "check: double",
        "questions/sums/checks.py has no function 'double': did you mean 'doubles'?",
    ),
    "a condition that is no property": (
        BANK,
        "check: doubles",
        "check: one_column",
        BANK,
        "check: one_column",
        "'one_column' is no property: a property must `yield call(…)`",
    ),
    "a property of another argument": (
        CHECKS_PY,
        "def doubles(A):",
        "def doubles(A, axis):",
        CHECKS_PY,
        "def doubles",
        "'doubles' asks for 'axis', but the reference has A",
    ),
    "a mistake that is nowhere": (
        MISTAKES_PY,
        "def row_means",
        "def row_mean",
        BANK,
        "row_means",
        "solutions/mistakes/sums.py has no function 'row_means': did you mean 'row_mean'?",
    ),
    "a mistake called otherwise": (
        MISTAKES_PY,
        "def row_means(A)",
        "def row_means(A, axis=1)",
        MISTAKES_PY,
        "def row_means",
        "'row_means' is called (A, axis=1), but its reference (A): make them the same",
    ),
    "a checks.py that does not import": (
        CHECKS_PY,
        "from grader.properties import agree, call",
        "from grader.properties import agre",
        CHECKS_PY,
        "agre",
        "questions/sums/checks.py cannot be imported, ImportError",
    ),
    "two mistakes": (
        BANK,
        "    - {mistake: whole_sum, says: {ru: Сложили всё., en: You added everything.}, read: sums/adding#axis}\n",
        "",
        BANK,
        "  mistakes:",
        "'row-sums' has 2 mistakes: list at least 3",
    ),
    "a formula in one language": (
        BANK,
        "Получится $s_i = \\sum_j A_{ij}$",
        "Получится $s_j = \\sum_j A_{ij}$",
        BANK,
        "  statement:",
        "`statement` has $s_j = \\sum_j A_{ij}$ in Russian only: let both languages show the same formulas and code",
    ),
    "code in one language": (
        BANK,
        "Add up the rows of a matrix $A$: `row_sums(A)`",
        "Add up the rows of a matrix $A$",
        BANK,
        "  statement:",
        "`statement` has `row_sums(A)` in Russian only",
    ),
    "English under ru": (
        BANK,
        "ru: Вдоль какой оси складывать?",
        "ru: Along which axis do you add?",
        BANK,
        "Along",
        "`hints` has no Russian word under `ru:`: translate it",
    ),
    "Russian under en": (
        COURSE_YAML,
        "en: How to add?",
        "en: Как складывать?",
        COURSE_YAML,
        "Как",
        "`topics.lessons.title` is in Russian under `en:`: translate it",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_told_once(case: str, tmp_path: Path) -> None:
    file, old, new, where, piece, sentence = BROKEN[case]
    changes = edited(file, old, new)
    found = problems(write_course(tmp_path, changes))
    line = line_of((FILES | changes)[where], piece)
    assert [text for text in found if text.startswith(f"{where}:{line}: {sentence}")] == found[:1]
    assert len(found) <= 2


def test_a_file_that_does_not_import_is_told_once(tmp_path: Path) -> None:
    bank = EXERCISES.replace(
        "    - {check: doubles", "    - {check: halves, title: {ru: Половина, en: Half}}\n    - {check: doubles"
    )
    found = problems(write_course(tmp_path, {BANK: bank, CHECKS_PY: "import absent_library\n"}))
    assert len(found) == 1
    assert found[0].startswith(f"{CHECKS_PY}:1: questions/sums/checks.py cannot be imported, ModuleNotFoundError")


def test_one_exercise_may_be_looked_at_alone(tmp_path: Path) -> None:
    other = EXERCISES.split("\n", 1)[1].replace("row-sums", "column-sums").replace("sums:row_sums", "sums:absent")
    course = load_course(write_course(tmp_path, {BANK: EXERCISES + other}))
    assert lint(course, ["row-sums"]) == []
    assert [problem.line for problem in lint(course, ["column-sums"])] == [line_of(EXERCISES + other, "sums:absent")]


def test_an_assignment_without_exercises_is_told(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / BANK).unlink()
    where = f"{COURSE_YAML}:{line_of(COURSE, 'hw-sums')}"
    assert problems(root) == [f"{where}: the assignment 'hw-sums' has no exercise yet: write one for its topics"]


@pytest.mark.parametrize(
    ("ru", "en"),
    [
        ("TF-IDF", "TF-IDF"),
        ("Число $0{,}5$ и $\\text{где } x$.", "The number $0.5$ and $\\text{where } x$."),
        ('Слово `"кот"` и `len(a)`', 'The word `"cat"` and `len(a)`'),
        ("Цена \\$5 или 5\\$", "It costs \\$5"),
        ("Блок:\n```\n$x$ = 1\n```", "A block:\n```\n$y$ = 2\n```"),
        ("Слово «кот».", "The word «кот» and “собака”, «кошка», «котёнок», «щенок» in Russian."),
    ],
)
def test_languages_may_differ_in_words(ru: str, en: str) -> None:
    assert list(differences("title", ru, en)) == []


@pytest.mark.parametrize(
    ("ru", "en", "sentence"),
    [
        ("Пусть $x$ и $x$", "Let $x$ be", "`title` has $x$ in Russian only"),
        ("Пусть $x$", "Let $x$ and $$y$$ be", "`title` has $y$ in English only"),
        ("Ось `axis=1`", "The axis `axis=0`", "`title` has `axis=1` in Russian only"),
        ("…", "A title", "`title` is still to be written"),
        ("Урок", "::: answer\n…\n:::", "`title` is still to be written"),
    ],
)
def test_what_is_missing_in_a_language_is_told(ru: str, en: str, sentence: str) -> None:
    assert say(next(differences("title", ru, en)), "en").startswith(sentence)
