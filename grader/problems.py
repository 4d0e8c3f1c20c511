"""Problems of a course: where each is, what is wrong, and what mends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grader.model import Message, ZachetkaError, message
from grader.words import say


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one place of the course; `line` is 0 where a whole file is meant."""

    file: str
    line: int
    message: Message

    @property
    def where(self) -> str:
        """`file:line`, or the file alone."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        return f"{self.where}: {say(self.message, 'en')}"


class CourseErrors(ZachetkaError):
    """Everything that keeps a course from being loaded, in the order of its files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        if len(self.problems) == 1:
            super().__init__(first.message, where=first.where)
            return
        count = len(self.problems)
        super().__init__(
            message("errors in the course: {count}; the first: {first}", count=count, first=first.message),
            where=first.where,
        )

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or "" when none is near."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def shown(value: object, width: int = 60) -> str:
    """A value of a YAML file as one short line, in the spelling of YAML."""
    match value:
        case None | True | False:
            text = {None: "null", True: "true", False: "false"}[value]
        case str():
            text = f"'{' '.join(value.split())}'"
        case list():
            text = f"[{', '.join(shown(item, 20) for item in value[:4])}{', …' if len(value) > 4 else ''}]"
        case dict():
            text = f"{{{', '.join(f'{key}: …' for key in list(value)[:4])}{', …' if len(value) > 4 else ''}}}"
        case _:
            text = str(value)
    return text if len(text) <= width else f"{text[: width - 2]}…{text[-1]}"


def remedy(name: str, known: Iterable[str]) -> Message:
    """What to do about a name that nothing has: to write the nearest one, where one is near."""
    guess = closest(name, known)
    if guess:
        return message("did you mean '{guess}'?", guess=guess)
    return message("correct the name, or add it where such names are defined")
