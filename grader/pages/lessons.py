"""The page of a lesson: its text with worked examples, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable

from grader.bank.page import EXPLORABLES
from grader.bank.ready import ReadyLesson
from grader.bank.worked import Worked
from grader.markup.place import Placer
from grader.model import Lesson, message
from grader.pages import address as at
from grader.pages.material import asked, discussed
from grader.pages.page import Page
from grader.pages.pictures.picture import figure
from grader.pages.press import Press, plain
from grader.words import say

LONG = 7000  # characters: a lesson with more is set closer on paper, to stay on two pages


def lesson_page(press: Press, lesson: ReadyLesson) -> Page:
    """The page, with links to the lessons before and after it."""
    source = lesson.pages.get(press.lang)
    order = [one for topic in press.material.course.topics for one in topic.lessons]
    number = next(n for n, one in enumerate(order) if one.id == lesson.bank.id)
    rendered = press.page(source.source, source.file, lesson.bank.id, _placer(press, lesson)) if source else None
    html = rendered.html if rendered else ""
    return Page(
        path=at.lesson(lesson.bank.id),
        template="lesson",
        title=lesson.bank.title.within(press.lang),
        description=summary(html),
        section="lessons",
        kind="lesson",
        content={
            **_parts(html),
            "sections": [one for one in rendered.headings if one.level == 2] if rendered else [],
            "long": len(plain(html)) > LONG,
            "topic": press.material.topic(lesson.bank.id),
            "number": number + 1,
            "count": len(order),
            "lesson": lesson.bank,
            "needed": _known(order, lesson.bank.before),
            "previous": order[number - 1] if number else None,
            "next": order[number + 1] if number + 1 < len(order) else None,
            "cards": len(lesson.cards),
            "questions": len(asked(lesson)),
            "interview": len(discussed(lesson)),
        },
    )


def _parts(html: str) -> dict[str, str]:
    """The answer, and what follows it: on a phone the contents of a lesson stand between them."""
    end = html.find("</div>") + len("</div>\n") if html.startswith('<div class="answer">') else 0
    return {"answer": html[:end], "text": html[end:]}


def summary(html: str) -> str:
    """The answer of a lesson as its description."""
    start, end = html.find('<div class="answer">'), html.find("</div>")
    text = plain(html[html.find("</p>", start) : end]) if start >= 0 else ""
    return text if len(text) <= 300 else f"{text[:297].rsplit(' ', 1)[0]} …"


def _known(order: Iterable[Lesson], ids: Iterable[str]) -> list[Lesson]:
    wanted = set(ids)
    return [one for one in order if one.id in wanted]


def _placer(press: Press, lesson: ReadyLesson) -> Placer:
    def place(word: str, name: str) -> str | None:
        if word == "explore":
            return explorable(press, name) if name in EXPLORABLES else None
        found = next((one for one in lesson.examples if one.id == name), None)
        return worked(press, found) if found else None

    return place


def explorable(press: Press, name: str) -> str:
    """The place of a widget; the script fills it."""
    waiting = say(message("This figure can be changed by hand when the script of the page has run."), press.lang)
    return f'<div class="explore" data-explore="{name}"><p class="waiting">{waiting}</p></div>'


def worked(press: Press, example: Worked) -> str:
    """A worked example: numbered steps with what each shows."""
    where = press.place("example", example.id)
    steps = "".join(
        f'<li><div class="say">{press.blocks(step.say, where)}</div>'
        f"{figure(step.shown, press.lang) if step.shown else ''}</li>"
        for step in example.steps
    )
    label = say(message("Example"), press.lang)
    title = press.say(example.title, where)
    return (
        f'<section class="example" id="example-{example.id}" aria-labelledby="example-{example.id}-title">'
        f'<p class="label">{label}</p><h3 id="example-{example.id}-title">{title}</h3>'
        f'<ol class="steps">{steps}</ol></section>'
    )
