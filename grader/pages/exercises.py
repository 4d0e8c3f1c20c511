"""The pages of the exercises: what is asked, what helps, and what has been got wrong before."""

from __future__ import annotations

from grader.markup.program import program
from grader.model import Exercise
from grader.pages import address as at
from grader.pages.facts import facts
from grader.pages.page import Page
from grader.pages.press import Press, plain


def exercise_page(press: Press, exercise: Exercise) -> tuple[Page, str]:
    """The page of an exercise, and the starter file that it offers."""
    known = facts(press.material.course, exercise, press.lang)
    where = exercise.where
    statement = press.blocks(exercise.statement, where)
    page = Page(
        path=at.exercise(exercise.id),
        template="exercise",
        title=exercise.title.within(press.lang),
        description=plain(statement)[:300],
        section="exercises",
        kind="exercise",
        content={
            "exercise": exercise,
            "statement": statement,
            "shapes": known.shapes,
            "starter": f"{exercise.function}.py" if known.starter else "",
            "hints": [press.blocks(hint, where) for hint in exercise.hints],
            "cases": [(press.say(case.title, where), case.points) for case in exercise.cases],
            "conditions": [(press.say(one.title, where), one.penalty) for one in exercise.conditions],
            "mistakes": [(press.blocks(one.says, where), _link(press, one.read)) for one in exercise.mistakes],
            "solution": program(known.solution),
            "lesson": press.material.bank.lessons[exercise.lesson],
            "topic": press.material.topic(exercise.lesson),
        },
    )
    return page, known.starter


def _link(press: Press, read: str) -> str:
    target = press.resolve(read)
    return target.url if target else press.url(at.lesson(read.partition("#")[0]))


def exercises_page(press: Press, title: str, description: str) -> Page:
    """The list of all exercises by topic."""
    course = press.material.course
    return Page(
        path="exercises/",
        template="exercises",
        title=title,
        description=description,
        section="exercises",
        content={"topics": [(topic, press.material.exercises(topic.id)) for topic in course.topics]},
    )
