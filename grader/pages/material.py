"""What a site is made of: the course with everything computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.bank.bank import Bank, LessonBank
from grader.bank.expressions import Scope
from grader.bank.load import load_bank
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.questions.open import Open
from grader.bank.ready import ReadyLesson, ready
from grader.bank.variants import variants
from grader.model import Course, Exercise, Topic, ZachetkaError
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


def material(course: Course) -> Material:
    """The material of a course; CourseErrors with everything that cannot be read or computed."""
    bank = load_bank(course)
    scope = Scope(course)
    problems: list[Problem] = []
    lessons = {}
    drawn: dict[str, tuple[Question, ...]] = {}
    for lesson in bank.lessons.values():
        try:
            lessons[lesson.id] = ready(lesson, scope)
            drawn |= {one.id: variants(one, scope) for one in generated(lesson)}
        except ZachetkaError as error:
            problems.append(Problem(f"questions/{lesson.id}", 0, error.problem))
    if problems:
        raise CourseErrors(problems)
    return Material(course, bank, lessons, drawn)


def generated(lesson: LessonBank) -> list[Generated]:
    """The questions of a lesson that have variants and may be shown."""
    return [one for one in lesson.questions if isinstance(one, Generated) and one.visibility == "open"]


def asked(lesson: ReadyLesson) -> list[Question]:
    """The questions of a lesson's quiz: what belongs to an exam is not shown."""
    return [one for one in lesson.questions if one.visibility == "open" and not isinstance(one, Open)]


def discussed(lesson: ReadyLesson) -> list[Open]:
    """The interview questions of a lesson."""
    return [one for one in lesson.questions if one.visibility == "open" and isinstance(one, Open)]
