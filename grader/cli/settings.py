"""What the global options say, and what every command needs of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from grader.model import Course, Lang, Text, Words, ZachetkaError
from grader.names import visible
from grader.words import say


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

    @property
    def data(self) -> Path:
        """The folder of this user's answers and reviews; `ZACHETKA_DATA` moves it."""
        from platformdirs import user_data_path

        return Path(os.environ.get("ZACHETKA_DATA") or user_data_path("zachetka"))

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
