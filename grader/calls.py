"""What the checker asks of a worker and what it learns: calls, limits, answers, endings."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from grader.model import Message, Verdict


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one call."""

    args: tuple[Any, ...]
    kwargs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """The arguments of one call and the case it belongs to."""

    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    case: str


Property = Generator[Arguments, Any, None]


class Disagreement(Exception):
    """A property does not hold. `expected` is None where there is no single right value."""

    def __init__(self, got: object, expected: object = None) -> None:
        super().__init__("the property does not hold")
        self.got = got
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may use; `reply_bytes` caps one reply, `wider` tells at the last moment what more is allowed."""

    cpu_seconds: float
    wall_seconds: float
    megabytes: int
    reply_bytes: int
    wider: Callable[[], Limits] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Returned:
    """A value came back; `changed` when the call changed its arguments."""

    value: object
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception came back: class names of its MRO (most special first), its text, and `file:line`."""

    kinds: tuple[str, ...]
    text: str = ""
    where: str = ""
    changed: bool = False


Answer = Returned | Raised


@dataclass(frozen=True, slots=True)
class Known:
    """A right answer, and the bytes of the reply that brings it: who sends these needs no comparison."""

    reply: bytes
    answer: Answer


@dataclass(frozen=True, slots=True)
class Line:
    """A call that a property asked of the reference, what came back, and whether the call is the example itself."""

    call: bytes
    known: Known
    plain: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a worker stopped before it had answered, from facts only the checker sees."""

    verdict: Verdict
    why: Message


@dataclass(frozen=True, slots=True)
class Found:
    """Where a wanted name was found in a submission."""

    name: str
    file: str
    kind: Literal["function", "class", "module", "other"]
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a submission brought: the wanted names, and files that did not load."""

    found: Mapping[str, Found]
    errors: tuple[Message, ...] = ()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers in the order asked; fewer than asked when there is an ending."""

    answers: tuple[Answer, ...]
    ending: Ending | None
    cpu_seconds: float
