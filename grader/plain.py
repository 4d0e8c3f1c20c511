"""The nouns of a course from its plain data: dicts, lists, texts and numbers that are known to be valid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.model import (
    Allowance,
    Assignment,
    Case,
    Condition,
    Course,
    Exercise,
    Lesson,
    Mistake,
    Text,
    Tolerance,
    Topic,
)

Plain = Mapping[str, Any]


def course_of(root: Path, course: Plain, exercises: Sequence[Plain]) -> Course:
    """The course of a directory; an exercise's data has its `topic` and `where` beside the author's keys."""
    found = {plain["id"]: exercise_of(plain) for plain in exercises}
    return Course(
        root=root,
        title=text_of(course["title"]),
        topics=tuple(topic_of(plain) for plain in course["topics"]),
        exercises=found,
        assignments={plain["id"]: assignment_of(plain, found) for plain in course["assignments"]},
    )


def text_of(plain: Plain) -> Text:
    """A text in both languages, without the line break that YAML's `|` leaves at the end."""
    return Text(plain["ru"].strip(), plain["en"].strip())


def topic_of(plain: Plain) -> Topic:
    """A topic with its lessons."""
    lessons = tuple(
        Lesson(lesson["id"], text_of(lesson["title"]), tuple(lesson["before"])) for lesson in plain["lessons"]
    )
    return Topic(plain["id"], text_of(plain["title"]), lessons)


def assignment_of(plain: Plain, exercises: Mapping[str, Exercise]) -> Assignment:
    """An assignment: all exercises of its topics with weight 1, and single ones with their own, in study order."""
    weights = {name: 1.0 for name, exercise in exercises.items() if exercise.topic in plain["topics"]}
    weights |= plain["exercises"]
    ordered = {name: float(weights[name]) for name in exercises if name in weights}
    return Assignment(plain["id"], text_of(plain["title"]), ordered)


def exercise_of(plain: Plain) -> Exercise:
    """An exercise as the course declares it."""
    module, _, function = plain["reference"].partition(":")
    return Exercise(
        id=plain["id"],
        topic=plain["topic"],
        lesson=plain["lesson"],
        module=module,
        function=function,
        title=text_of(plain["title"]),
        statement=text_of(plain["statement"]),
        hints=tuple(map(text_of, plain["hints"])),
        cases=tuple(Case(case["case"], text_of(case["title"]), float(case["points"])) for case in plain["cases"]),
        conditions=tuple(
            Condition(condition["check"], text_of(condition["title"]), float(condition["penalty"]))
            for condition in plain["conditions"]
        ),
        mistakes=tuple(
            Mistake(mistake["mistake"], text_of(mistake["says"]), mistake["read"]) for mistake in plain["mistakes"]
        ),
        sizes={name: (low, high) for name, (low, high) in plain["sizes"].items()},
        tolerance=Tolerance(**plain["tolerance"]),
        limits=Allowance(**plain["limits"]),
        accepts={name: tuple(instead) for name, instead in plain["accepts"].items()},
        where=plain["where"],
    )
