"""What the YAML files below tests/students/ expect of each submission there, and how a report is held against it."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from grader.model import Allowance, Course, ExerciseReport, SubmissionReport, Verdict

STUDENTS = Path(__file__).parent / "students"
SHORT = Allowance(seconds=0.5, megabytes=256)


def expected(folder: str) -> dict[str, Any]:
    """What the YAML files of a folder say, by submission."""
    found: dict[str, Any] = {}
    for path in sorted((STUDENTS / folder).glob("*.yaml")):
        found |= yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return found


def handed_in(folder: str) -> list[str]:
    """The file names of the submissions of a folder."""
    names = (path.name for path in (STUDENTS / folder).iterdir())
    return sorted(name for name in names if not name.startswith((".", "_")) and not name.endswith((".yaml", ".md")))


def defined(path: Path, course: Course) -> set[str]:
    """The exercises whose functions the Python files of an honest submission bind at their top level."""
    ids = {exercise.function: exercise.id for exercise in course.exercises.values()}
    files = [path] if path.suffix == ".py" else sorted(path.glob("*.py"))
    names = {name for file in files for node in ast.parse(file.read_bytes()).body for name in bound(node)}
    return {ids[name] for name in names & ids.keys()}


def bound(node: ast.stmt) -> list[str]:
    """The names that a statement binds."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
    return []


def with_short_limits(course: Course) -> Course:
    """The course with little time for each exercise: most attacks only want to waste it."""
    exercises = {id: replace(exercise, limits=SHORT) for id, exercise in course.exercises.items()}
    return replace(course, exercises=exercises)


def fault(report: SubmissionReport, allowed: list[str]) -> str:
    """Why a hostile submission got away with something; empty when it did not."""
    if report.verdict not in allowed:
        return f"{report.verdict} instead of {' or '.join(allowed)}: {told(report)}"
    if any(exercise.verdict == Verdict.INTERNAL_ERROR for exercise in report.exercises):
        return f"the grader itself failed: {told(report)}"
    if report.verdict == Verdict.ACCEPTED:
        return ""
    if report.max and report.score >= report.max:
        return f"full marks for {report.verdict}: {told(report)}"
    if report.score and not {"accepted", "partial", "inconsistent"} & set(allowed):
        return f"{report.score} of {report.max} points: {told(report)}"
    return ""


def told(report: SubmissionReport) -> str:
    """A report in a few words."""
    exercises = [f"{one.id}: {one.verdict} {one.score}/{one.max} {said(one)}" for one in report.exercises]
    return "; ".join([*exercises, *(str(remark) for remark in report.remarks)])[:2000]


def said(report: ExerciseReport) -> str:
    """The checks that were not passed, each with its reason and counterexample."""
    failed = [check for check in report.checks if check.outcome != "passed"]
    return " ".join(f"[{check.name} {check.outcome} {check.why} {check.counterexample}]" for check in failed) or str(
        report.why
    )
