"""A course from its directory: every error at once, and an unchanged course from a cache."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader import __version__
from grader.cache import write
from grader.directory import COURSE_FILE, read_file, require_course
from grader.model import Course
from grader.plain import course_of
from grader.problems import CourseErrors, Problem

BANK = "exercises.yaml"
# What decides how a course is read; a change of any of these makes a cached course stale.
READERS = ("load", "plain", "schema", "faults", "rules", "validate", "yamlfile", "yamlerrors")

Files = Mapping[str, bytes | Problem]
Plain = dict[str, Any]


def load_course(root: Path, cache: Path | None = None) -> Course:
    """The course in a directory, or CourseErrors with everything that is wrong with it.

    `cache` is a folder (`grader.cache.cache_folder()`) that keeps what was read: an unchanged course then needs
    neither YAML nor pydantic, milliseconds instead of a fifth of a second.
    """
    require_course(root)
    files = course_files(root)
    if cache is None:
        plain = _checked(files)
        return course_of(root, plain["course"], plain["exercises"])
    kept = cache / f"course-{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]}.json"
    key = _fingerprint(files)
    try:
        plain = json.loads(kept.read_bytes())
        if plain["key"] == key:
            return course_of(root, plain["course"], plain["exercises"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass  # not there yet, or broken: it is written anew
    plain = _checked(files)
    write(kept, json.dumps({"key": key, **plain}, ensure_ascii=False).encode())
    return course_of(root, plain["course"], plain["exercises"])


def course_files(root: Path) -> Files:
    """The YAML files of a course by their names, course.yaml first; a problem where one cannot be read."""
    questions = root / "questions"
    folders = sorted(path.name for path in questions.iterdir() if path.is_dir() and os.path.lexists(path / BANK))
    names = [COURSE_FILE, *(f"questions/{folder}/{BANK}" for folder in folders)]
    return {name: read_file(root, name) for name in names}


def _checked(files: Files) -> Plain:
    """The plain data of the course, checked; pydantic and yaml are imported only here."""
    from grader.validate import validated

    plain, problems = validated(files)
    if problems:
        raise CourseErrors(problems)
    return plain


def _fingerprint(files: Files) -> str:
    """A digest of everything the loaded course depends on."""
    digest = hashlib.sha256(__version__.encode())
    sources = Path(__file__).parent
    for name in READERS:
        digest.update((sources / f"{name}.py").read_bytes())
    for name, data in files.items():
        digest.update(f"\0{name}\0".encode())
        digest.update(hashlib.sha256(data if isinstance(data, bytes) else b"").digest())
    return digest.hexdigest()
