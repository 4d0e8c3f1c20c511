"""A course of one exercise on disk, and variations of it that are wrong in one place."""

from __future__ import annotations

from pathlib import Path

COURSE = """\
# yaml-language-server: $schema=schemas/course.json
title: {ru: Курс, en: Course}
topics:
  - id: sums
    title: {ru: Суммы, en: Sums}
    lessons:
      - id: sums/adding
        title: {ru: Как складывать?, en: How to add?}
assignments:
  - id: hw-sums
    title: {ru: Задание, en: Homework}
    topics: [sums]
"""

EXERCISES = """\
# yaml-language-server: $schema=../schemas/exercises.json
- id: row-sums
  lesson: sums/adding
  reference: sums:row_sums
  title: {ru: Суммы строк, en: Row sums}
  statement:
    ru: |
      Сложите строки матрицы $A$: `row_sums(A)`. Получится $s_i = \\sum_j A_{ij}$.
    en: |
      Add up the rows of a matrix $A$: `row_sums(A)`. The result is $s_i = \\sum_j A_{ij}$.
  sizes: {n: [1, 6], d: [1, 8]}
  tolerance: {rtol: 1e-7, atol: 1.0e-9}
  limits: {seconds: 5, megabytes: 128}
  accepts: {ValueError: [KeyError]}
  hints:
    - {ru: Вдоль какой оси складывать?, en: Along which axis do you add?}
  cases:
    - {case: ordinary, points: 3, title: {ru: Обычные матрицы, en: Ordinary matrices}}
    - {case: one_column, points: 1, title: {ru: Один столбец, en: One column}}
  conditions:
    - {check: doubles, penalty: 0.5, title: {ru: Удвоение, en: Doubling}}
  mistakes:
    - {mistake: column_sums, says: {ru: Складывали столбцы., en: You added columns.}, read: sums/adding#axis}
    - {mistake: whole_sum, says: {ru: Сложили всё., en: You added everything.}, read: sums/adding#axis}
    - {mistake: row_means, says: {ru: Взяли среднее., en: You took the mean.}, read: sums/adding#axis}
"""

SOLUTION = '''\
"""Sums."""

import numpy as np
from jaxtyping import Float


def row_sums(A: Float[np.ndarray, "n d"]) -> Float[np.ndarray, "n"]:
    """s_i = sum over j of A_ij."""
    return A.sum(axis=1)
'''

MISTAKES = '''\
"""What students write instead."""

import numpy as np


def column_sums(A):
    return A.sum(axis=0)


def whole_sum(A):
    return np.full(len(A), A.sum())


def row_means(A):
    return A.mean(axis=1)
'''

CHECKS = '''\
"""Cases and properties of sums."""

from grader.properties import agree, call


def one_column(A):
    return A.shape[1] == 1


def doubles(A):
    once = yield call(A)
    twice = yield call(2 * A)
    agree(twice, 2 * once)
'''

FILES = {
    "questions/course.yaml": COURSE,
    "questions/sums/exercises.yaml": EXERCISES,
    "questions/sums/checks.py": CHECKS,
    "solutions/sums.py": SOLUTION,
    "solutions/mistakes/sums.py": MISTAKES,
}
BANK = "questions/sums/exercises.yaml"
COURSE_YAML = "questions/course.yaml"


def write_course(root: Path, changes: dict[str, str | bytes] | None = None) -> Path:
    """The little course in a directory, with some of its files replaced."""
    for name, content in (FILES | (changes or {})).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def edited(file: str, old: str, new: str) -> dict[str, str]:
    """One file of the little course with a piece of it replaced."""
    assert FILES[file].count(old) == 1, f"{old!r} is in {file} {FILES[file].count(old)} times"
    return {file: FILES[file].replace(old, new)}


def line_of(text: str, piece: str) -> int:
    """The number of the first line that holds a piece."""
    return next(number for number, line in enumerate(text.split("\n"), 1) if piece in line)
