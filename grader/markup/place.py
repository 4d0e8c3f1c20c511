"""Where a text stands in the course, and what it may refer to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from grader.model import Message
from grader.problems import Problem


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to; `kind` becomes its class."""

    url: str
    kind: str = ""


Resolver = Callable[[str], Target | None]
# A figure or a widget for a box without text: (word, id) to HTML, None where there is none of that id.
Placer = Callable[[str, str], str | None]


def nowhere(link: str) -> None:
    """A resolver that knows no page."""


def nothing(word: str, name: str) -> None:
    """A placer that has nothing to place."""


@dataclass(frozen=True, slots=True)
class Place:
    """The file and the line a text begins on, how its links resolve, and the problems found so far."""

    file: str
    line: int = 1
    resolve: Resolver = nowhere
    place: Placer = nothing
    problems: list[Problem] = field(default_factory=list)

    def complain(self, words: Message, below: int = 0) -> None:
        """Note a problem so many lines below the first."""
        self.problems.append(Problem(self.file, self.line + below, words))
