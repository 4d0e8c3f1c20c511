"""What the global options say, and what every command needs of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from grader.model import Course, Lang, Message, Text, Words, ZachetkaError, message
from grader.names import visible
from grader.words import say

if TYPE_CHECKING:
    from grader.model import Exercise


@dataclass(frozen=True, slots=True)
class Settings:
    """The course directory that was named, the language, and whether to show tracebacks."""

    course: Path | None
    lang: Lang
    verbose: bool = False

    def load(self) -> Course:
        """The course; unchanged since last time it comes from the cache."""
        from grader.cache import cache_folder
        from grader.directory import find_course
        from grader.load import load_course

        return load_course(find_course(self.course), cache_folder())

    def titles(self) -> Mapping[str, Text]:
        """The titles of the exercises by id; none when the course cannot be had, for reports are read anywhere."""
        with suppress(ZachetkaError):
            return titles(self.load())
        return {}

    def note(self, words: Words) -> None:
        """A sentence beside the output, on stderr."""
        print(visible(say(words, self.lang)), file=sys.stderr)


def titles(course: Course) -> Mapping[str, Text]:
    """The titles of the exercises by id, in study order."""
    return {exercise.id: exercise.title for exercise in course.exercises.values()}


def chosen(course: Course, ids: Iterable[str]) -> list[Exercise]:
    """The exercises of these ids; a ZachetkaError that offers the nearest id when there is none."""
    for id in ids:
        absent = message("there is no exercise {name}", name=id)
        must_be_known(id, course.exercises, absent, message("See `zachetka list`"))
    return [course.exercises[id] for id in dict.fromkeys(ids)]


def must_be_known(name: str, names: Iterable[str], absent: Message, remedy: Message) -> None:
    """Nothing, or a ZachetkaError with the nearest name, and with the remedy where none is near."""
    from grader.problems import closest

    names = list(names)
    if name not in names:
        near = closest(name, names)
        remedy = message("Did you mean {near}?", near=near) if near else remedy
        raise ZachetkaError(message("{problem}. {remedy}", problem=absent, remedy=remedy))


def color(stream: TextIO) -> bool:
    """Whether a stream is a terminal that wants colour."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int | None:
    """The columns of a terminal; None in a pipe."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else None
    except (OSError, ValueError):
        return None
