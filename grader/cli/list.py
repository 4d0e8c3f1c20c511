"""`zachetka list`: what the course has."""

from __future__ import annotations

from collections.abc import Iterator

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import LIST, must_be_known
from grader.cli.settings import Settings
from grader.model import Course, Exercise, Lang, Lesson, Topic, message
from grader.words import number, plural, say


@click.command(cls=Translated, help=spoken("List topics, lessons and exercises."))
@click.option("--topic", metavar="T", help=spoken("Only this topic."))
@click.pass_obj
def command(settings: Settings, /, topic: str | None) -> None:
    """Print the table of contents."""
    course = settings.load()
    if topic is not None:
        known = [one.id for one in course.topics]
        must_be_known(topic, known, message("there is no topic {name}", name=topic), LIST)
    for one in course.topics:
        if topic in (None, one.id):
            print("\n".join(_topic(one, course, settings.lang)), end="\n\n")


def _topic(topic: Topic, course: Course, lang: Lang) -> Iterator[str]:
    yield f"{topic.id}: {topic.title.within(lang)}"
    exercises = [exercise for exercise in course.exercises.values() if exercise.topic == topic.id]
    width = max((len(exercise.id) for exercise in exercises), default=0)
    for lesson in topic.lessons:
        yield f"  {_lesson(lesson, lang)}"
        yield from (_exercise(one, width, lang) for one in exercises if one.lesson == lesson.id)


def _lesson(lesson: Lesson, lang: Lang) -> str:
    return f"{lesson.title.within(lang)}  ({lesson.id})"


def _exercise(exercise: Exercise, width: int, lang: Lang) -> str:
    points = number(exercise.max, lang)
    if exercise.max == int(exercise.max):
        points = say(plural("{n} point", "{n} points", int(exercise.max)), lang)
    return f"    {exercise.id.ljust(width)}  {exercise.title.within(lang)}, {points}"
