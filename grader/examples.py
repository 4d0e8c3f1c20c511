"""The examples of an exercise and the reference's answers: drawn once for a seed, then replayed to every submission."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from grader import wire
from grader.annotations import fits
from grader.cache import cache_folder, write
from grader.calls import Answer, Example, Known, Line, Raised, Returned
from grader.code import mistake
from grader.compare import RIGHT, compare, describe_value
from grader.key import key
from grader.model import Course, Exercise, ZachetkaError, message
from grader.parcel import Parcel
from grader.replies import reply_of
from grader.task import Task
from grader.trusted import answer_of

if TYPE_CHECKING:
    from grader.drawing import Source


class Prepared(Task):
    """What judging an exercise with a seed needs: examples, encoded calls, the reference's answers and its cost."""

    def __init__(self, course: Course, exercise: Exercise, seed: int) -> None:
        super().__init__(course, exercise)
        self.seed = seed
        self._kept: dict[str, Any] = {}
        self._parcels: dict[str, Parcel] = {}
        self.scripts: dict[str, list[tuple[Line, ...]]] = {}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """One source for each case and mode: pairwise distinct sizes, then any."""
        from grader.sources import sources  # a drawn exercise that nobody fails does without Hypothesis

        return tuple(sources(self.exercise, self.seed, self.signature, self.checks, self.case_of))

    def kept(self, what: str, make: Callable[[], Any]) -> Any:
        """Plain values that depend on the key alone: from memory, else from the cache, else made and kept."""
        if what not in self._kept:
            path = cache_folder() / f"{self.key}.{what}"
            with suppress(OSError, wire.WireError):
                self._kept[what] = wire.decode(path.read_bytes())
                return self._kept[what]
            data = wire.encode(make())
            write(path, data)
            self._kept[what] = wire.decode(data)
        return self._kept[what]

    def parcel(self, what: str, make: Callable[[], Parcel]) -> Parcel:
        """A batch that every submission is asked, made once."""
        if what not in self._parcels:
            self._parcels[what] = make()
        return self._parcels[what]

    @property
    def _stored(self) -> tuple[Any, ...]:
        return tuple(self.kept("examples", self._drawn))

    def _drawn(self) -> tuple[Any, ...]:
        """Examples, answers, calls and replies."""
        from grader.sources import drawn

        examples = [Example(one.args, one.kwargs, case) for one, case in drawn(self.exercise, self.sources)]
        answers = [self._answer(example) for example in examples]
        return (
            tuple((e.args, dict(e.kwargs), e.case) for e in examples),
            tuple(map(pack, answers)),
            tuple(packed(self.call(example)) for example in examples),
            tuple(map(self._reply, answers)),
        )

    def _reply(self, answer: Answer) -> Any:
        """The bytes that bring an answer; None when even then it must be looked at."""
        if not isinstance(answer, Returned):
            return None
        reply = reply_of(answer.value)
        again = Returned(wire.decode(reply)[1])
        exercise = self.exercise
        (agreement,) = compare(self.signature.result, [answer], [again], exercise.tolerance, exercise.accepts)
        return packed(reply) if agreement == RIGHT else None

    def _answer(self, example: Example) -> Answer:
        answer = answer_of(self.reference, self.call(example))
        named = self.bind(example)
        sizes = {name: value for name, value in named.items() if type(value) is int}
        for parameter in self.signature.parameters:
            if not fits(parameter.type, named[parameter.name], sizes):
                problem = message(
                    "the examples of {id} give {name} a value its annotation does not say",
                    id=self.exercise.id,
                    name=parameter.name,
                )
                raise ZachetkaError(problem, where=f"questions/{self.exercise.topic}/checks.py", status=3)
        if isinstance(answer, Returned) and not fits(self.signature.result, answer.value, sizes):
            got = describe_value(answer.value)
            problem = message(
                "reference {id} returns {got}, which its annotation does not say", id=self.exercise.id, got=got
            )
            raise ZachetkaError(problem, where=f"solutions/{self.exercise.module}.py", status=3)
        return answer

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """All examples in the order of the cases."""
        return tuple(Example(*one) for one in self._stored[0])

    @cached_property
    def expected(self) -> tuple[Answer, ...]:
        """The reference's answers, example by example."""
        return tuple(unpack(one) for one in self._stored[1])

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The case of each example."""
        return tuple(one[2] for one in self._stored[0])

    @cached_property
    def calls(self) -> tuple[bytes, ...]:
        """The examples as encoded calls."""
        return tuple(call.tobytes() for call in self._stored[2])

    @cached_property
    def drawn(self) -> str:
        """A digest of the examples: what is kept about them belongs to no others."""
        return hashlib.sha256(b"".join(self.calls)).hexdigest()[:16]

    @cached_property
    def known(self) -> tuple[Known | None, ...]:
        """The expected answers, each with the reply that brings it."""
        replies = self._stored[3]
        return tuple(
            None if reply is None else Known(reply.tobytes(), answer)
            for reply, answer in zip(replies, self.expected, strict=True)
        )

    @cached_property
    def cpu_seconds(self) -> float:
        """The CPU time the reference needs for all examples on this machine."""
        began = time.process_time()
        for call in self.calls:
            answer_of(self.reference, call)
        return time.process_time() - began

    @cached_property
    def mistakes(self) -> Mapping[str, tuple[Answer, ...]]:
        """What each listed mistake answers to the same examples."""
        kept = self.kept(f"{self.drawn}.mistakes", self._mistaken)
        return {name: tuple(map(unpack, answers)) for name, answers in kept.items()}

    def _mistaken(self) -> dict[str, tuple[Any, ...]]:
        found = {}
        for one in self.exercise.mistakes:
            function = self.answering(mistake(self.course, self.exercise, one.name))
            found[one.name] = tuple(pack(answer_of(function, call)) for call in self.calls)
        return found

    @cached_property
    def key(self) -> str:
        """What all that is kept depends on."""
        return key(self.course, self.exercise, self.seed)


def packed(data: bytes) -> np.ndarray:
    """Bytes as the wire can carry them."""
    return np.frombuffer(data, np.uint8)


def pack(answer: Answer) -> tuple[Any, ...]:
    """An answer as plain values for the cache."""
    if isinstance(answer, Returned):
        return ("returned", answer.value)
    return ("raised", answer.kinds, answer.text)


def unpack(packed: Any) -> Answer:
    """The answer that `pack` made plain."""
    match packed:
        case ("returned", value):
            return Returned(value)
        case ("raised", tuple(kinds), str(text)):
            return Raised(kinds, text)
    raise wire.WireError("not a stored answer")
