"""The course directory: where it is, and its files as bytes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from grader.model import Message, ZachetkaError, message
from grader.problems import Problem

COURSE_FILE = "questions/course.yaml"
MAX_BYTES = 4_000_000


def find_course(option: Path | None) -> Path:
    """The directory named by `--course`; else the course of the wheel; else that of the checkout.

    Never the working directory: a course is code that is executed.
    """
    package = Path(__file__).resolve().parent
    inside = package / "_course"
    root = option if option is not None else inside if inside.is_dir() else package.parent
    require_course(root, status=2 if option is not None else 3)
    return root.resolve()


def require_course(root: Path, status: int = 2) -> None:
    """Nothing, or an error when the directory is no course."""
    if not os.path.lexists(root):
        absent = message("there is no course at {path}: the directory does not exist", path=str(root))
        raise ZachetkaError(absent, status=status)
    if not os.path.lexists(root / COURSE_FILE):
        other = message("{path} is not a course: it has no {file}", path=str(root), file=COURSE_FILE)
        raise ZachetkaError(other, status=status)


def read_file(root: Path, name: str) -> bytes | Problem:
    """The bytes of one file of the course, or why they cannot be had. `name` is relative, with slashes."""
    try:
        wrong = _refused(root, root / name)
        return Problem(name, 0, wrong) if wrong else (root / name).read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        words = message("the file cannot be read ({reason}): check that it is there and its permissions", reason=reason)
        return Problem(name, 0, words)


def _refused(root: Path, path: Path) -> Message | None:
    target = path.resolve()
    if not target.is_relative_to(root.resolve()):
        return message("the link leads out of the course to {target}: put the file itself here", target=str(target))
    state = path.stat()
    if stat.S_ISDIR(state.st_mode):
        return message("a file is wanted here, but this is a folder: rename the folder")
    if not stat.S_ISREG(state.st_mode):
        return message("a file is wanted here, but this is a pipe or a device: put a regular file here")
    if state.st_size > MAX_BYTES:
        return message("the file has {size} bytes, {limit} are allowed: split it", size=state.st_size, limit=MAX_BYTES)
    return None
