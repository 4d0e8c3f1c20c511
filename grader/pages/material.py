"""What a site is made of: the course with everything computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from grader.bank.bank import Bank, LessonBank
from grader.bank.expressions import Scope
from grader.bank.load import load_bank
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.questions.open import Open
from grader.bank.ready import ReadyLesson, ready
from grader.bank.variants import variants
from grader.model import Course, Exercise, Topic, ZachetkaError
from grader.pages.memory import Memory, digest_of
from grader.problems import CourseErrors, Problem


@dataclass(frozen=True, slots=True)
class Material:
    """A course, its bank, and each lesson as a reader gets it, in study order."""

    course: Course
    bank: Bank
    lessons: Mapping[str, ReadyLesson]
    variants: Mapping[str, tuple[Question, ...]] = field(repr=False)

    def topic(self, lesson: str) -> Topic:
        """The topic of a lesson."""
        return next(topic for topic in self.course.topics if any(one.id == lesson for one in topic.lessons))

    def exercises(self, topic: str) -> list[Exercise]:
        """The exercises of a topic, in study order."""
        return [one for one in self.course.exercises.values() if one.topic == topic]


def material(course: Course, memory: Memory) -> Material:
    """The material of a course; CourseErrors with everything that cannot be read or computed."""
    bank = load_bank(course)
    scope = Scope(course)
    code = digest_of(course.root, "solutions/**/*.py")
    problems: list[Problem] = []
    lessons = {}
    drawn: dict[str, tuple[Question, ...]] = {}
    for lesson in bank.lessons.values():
        key = ("material", lesson.id, lesson.title, lesson.before, code, lesson_digest(course, lesson.id))
        try:
            lessons[lesson.id], own = memory.made(key, partial(_lesson, lesson, scope))
            drawn |= own
        except ZachetkaError as error:
            problems.append(Problem(f"questions/{lesson.id}", 0, error.problem))
    if problems:
        raise CourseErrors(problems)
    return Material(course, bank, lessons, drawn)


def lesson_digest(course: Course, id: str) -> str:
    """A digest of everything that an author writes of a lesson."""
    return digest_of(course.root, f"questions/{id}/*")


def _lesson(lesson: LessonBank, scope: Scope) -> tuple[ReadyLesson, dict[str, tuple[Question, ...]]]:
    return ready(lesson, scope), {one.id: variants(one, scope) for one in generated(lesson)}


def generated(lesson: LessonBank) -> list[Generated]:
    """The questions of a lesson that have variants and may be shown."""
    return [one for one in lesson.questions if isinstance(one, Generated) and one.visibility == "open"]


def asked(lesson: ReadyLesson) -> list[Question]:
    """The questions of a lesson's quiz: what belongs to an exam is not shown."""
    return [one for one in lesson.questions if one.visibility == "open" and not isinstance(one, Open)]


def discussed(lesson: ReadyLesson) -> list[Open]:
    """The interview questions of a lesson."""
    return [one for one in lesson.questions if one.visibility == "open" and isinstance(one, Open)]
