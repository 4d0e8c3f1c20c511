"""The nouns of the project: what a course holds and what a report says. All values are frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

Lang = Literal["ru", "en"]
LANGS: tuple[Lang, ...] = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of the course in both languages."""

    ru: str
    en: str

    def within(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.ru if lang == "ru" else self.en


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the grader: an English template that gettext translates, and what fills it."""

    id: str
    args: tuple[tuple[str, Words], ...] = ()


Words = Text | Message | str | int | float


def message(template: str, /, **args: Words) -> Message:
    """A message whose template is found by the extractor of the gettext catalogues."""
    return Message(template, tuple(sorted(args.items())))


class ZachetkaError(Exception):
    """An error the user can mend: one sentence, where it is, and what to do."""

    def __init__(self, problem: Message, *, where: str = "", status: int = 2) -> None:
        super().__init__(problem.id.format(**dict(problem.args)))
        self.problem = problem
        self.where = where
        self.status = status


# ---------------------------------------------------------------- course


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a number may be off: |got - expected| <= atol + rtol * |expected|.

    The default lets every right float64 computation through, and no answer that went through float32: rounding to
    single precision is off by up to 6e-8.
    """

    rtol: float = 1e-9
    atol: float = 1e-11


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one exercise may use: CPU seconds of one batch of calls, and megabytes beside the interpreter."""

    seconds: float = 2.0
    megabytes: int = 256


@dataclass(frozen=True, slots=True)
class Case:
    """A named part of the examples on which agreement with the reference brings points."""

    name: str
    title: Text
    points: float


@dataclass(frozen=True, slots=True)
class Condition:
    """A property that explains an error and takes points away when it fails."""

    name: str
    title: Text
    penalty: float = 1.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """An executable misconception: what it tells a student, and where to read on."""

    name: str
    says: Text
    read: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One function to write, as the course declares it. `where` is file:line of the declaration."""

    id: str
    topic: str
    lesson: str
    module: str
    function: str
    title: Text
    statement: Text
    hints: tuple[Text, ...]
    cases: tuple[Case, ...]
    conditions: tuple[Condition, ...]
    mistakes: tuple[Mistake, ...]
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    tolerance: Tolerance = Tolerance()
    limits: Allowance = Allowance()
    accepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    where: str = ""

    @property
    def is_module(self) -> bool:
        """Whether it asks for a PyTorch module; only classes begin with a capital letter."""
        return self.function[:1].isupper()

    @property
    def max(self) -> float:
        """The points of all cases."""
        return sum(case.points for case in self.cases)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page of the course; its id is `topic/name`. `before` are the lessons to read first."""

    id: str
    title: Text
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A folder of `questions/` in study order."""

    id: str
    title: Text
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Exercises that are handed in together, each with its weight."""

    id: str
    title: Text
    exercises: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Course:
    """A course directory, loaded."""

    root: Path
    title: Text
    topics: tuple[Topic, ...]
    exercises: Mapping[str, Exercise]
    assignments: Mapping[str, Assignment]


# ---------------------------------------------------------------- submissions


@dataclass(frozen=True, slots=True)
class Source:
    """One file that was handed in, as bytes; nobody but the worker looks inside."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Submission:
    """What one student handed in. `refused` says why it was not read at all."""

    name: str
    sources: tuple[Source, ...]
    sha256: str
    remarks: tuple[Message, ...] = ()
    refused: Message | None = None


# ---------------------------------------------------------------- reports


class Verdict(StrEnum):
    """The one word on an exercise or a submission, as judge servers say it."""

    ACCEPTED = "accepted"
    PARTIAL = "partial"
    WRONG_ANSWER = "wrong_answer"
    RUNTIME_ERROR = "runtime_error"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    OUTPUT_LIMIT = "output_limit"
    CRASHED = "crashed"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    REFUSED = "refused"
    INCONSISTENT = "inconsistent"
    INTERNAL_ERROR = "internal_error"


Outcome = Literal["passed", "failed", "not_run"]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """The shortest call found that fails, with the answer wanted and the answer given."""

    call: str
    expected: str
    got: str
    shrunk: bool


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What one case or condition said. `error` and `allowed` are absolute, at the worst number."""

    name: str
    kind: Literal["case", "condition"]
    title: Text
    outcome: Outcome
    points: float = 0.0
    max: float = 0.0
    penalty: float = 0.0
    why: Message | None = None
    error: float | None = None
    allowed: float | None = None
    counterexample: Counterexample | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A mistake that explains every answer of the student."""

    mistake: str
    says: Text
    read: str


@dataclass(frozen=True, slots=True)
class ExerciseReport:
    """What became of one exercise of one submission."""

    id: str
    verdict: Verdict
    score: float
    max: float
    file: str = ""
    why: Message | None = None
    cpu_seconds: float = 0.0
    checks: tuple[CheckReport, ...] = ()
    diagnosis: tuple[Diagnosis, ...] = ()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class SubmissionReport:
    """What became of one submission."""

    submission: str
    sha256: str
    verdict: Verdict
    score: float
    max: float
    exercises: tuple[ExerciseReport, ...] = ()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A run: its seed, what isolated it, and one report a submission."""

    seed: int
    isolation: Mapping[str, str]
    submissions: tuple[SubmissionReport, ...]
    assignment: str | None = None
