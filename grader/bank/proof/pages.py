"""Rules for lessons: their build, their twins, and that every link leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from grader.bank.bank import Bank, LessonBank
from grader.bank.page import EXPLORABLES, Page, Part
from grader.markup.fences import NAMES
from grader.model import LANGS, Course, message
from grader.problems import Problem, closest
from grader.twins import differences


def page_faults(lesson: LessonBank, bank: Bank, course: Course) -> Iterator[Problem]:
    """What is wrong with the pages of a lesson."""
    for page in lesson.pages.values():
        yield from _build(page, lesson)
        yield from _links(page, bank, course)
    if set(lesson.pages) == set(LANGS):
        yield from _twins(lesson.pages["ru"], lesson.pages["en"])


def anchors(lesson: LessonBank) -> Collection[str]:
    """The anchors of a lesson; those of its Russian page, the twins are compared elsewhere."""
    return lesson.pages["ru"].anchors if "ru" in lesson.pages else ()


def _build(page: Page, lesson: LessonBank) -> Iterator[Problem]:
    names = [part.name for part in page.containers]
    if names[:1] != ["answer"]:
        yield Problem(page.file, 1, message("a lesson begins with `::: answer`, the answer in two sentences"))
    if names[-1:] != ["practise"]:
        yield Problem(page.file, 1, message("a lesson ends with `::: practise`, links to its exercises"))
    if "misreading" not in names:
        yield Problem(page.file, 1, message("a lesson has a `::: misreading` box: which claim do people make wrongly?"))
    for part in page.containers:
        if part.name not in NAMES:
            guess = closest(part.name, NAMES) or ", ".join(NAMES)
            yield Problem(page.file, part.line, message("unknown box '{name}': did you mean '{guess}'?", name=part.name,
                                                        guess=guess))  # fmt: skip
        if part.name == "explore" and part.more not in EXPLORABLES:
            yield Problem(page.file, part.line, message("unknown explorable '{name}': there are {known}",
                                                        name=part.more, known=", ".join(EXPLORABLES)))  # fmt: skip
    for part in page.headings:
        if not part.more:
            yield Problem(page.file, part.line, message("the heading '{name}' has no anchor: end it with {{#anchor}}",
                                                        name=part.name))  # fmt: skip
    yield from _placed(page, lesson)


def _placed(page: Page, lesson: LessonBank) -> Iterator[Problem]:
    placed = [part for part in page.containers if part.name == "example"]
    known = [example.id for example in lesson.examples]
    for part in placed:
        if part.more not in known:
            words = message("this lesson has no worked example '{name}': write it in examples.yaml", name=part.more)
            yield Problem(page.file, part.line, words)
    for name in known:
        count = sum(part.more == name for part in placed)
        if count != 1:
            words = message("the worked example '{name}' is placed {count} times: place it once, `::: example {name}`",
                            name=name, count=count)  # fmt: skip
            yield Problem(page.file, 1, words)


def _links(page: Page, bank: Bank, course: Course) -> Iterator[Problem]:
    for part in page.links:
        if part.name.startswith("https://"):
            continue
        if not leads_somewhere(part.name, bank, course, page):
            words = message("the link '{target}' leads nowhere: correct it", target=part.name)
            yield Problem(page.file, part.line, words)


def leads_somewhere(target: str, bank: Bank, course: Course, page: Page | None = None) -> bool:
    """Whether a link of the course has an end: a lesson (and its anchor), an exercise or a term."""
    kind, _, name = target.partition(":")
    if kind == "exercise":
        return name in course.exercises
    if kind == "term":
        return ("term", name) in bank.places
    lesson, _, anchor = target.partition("#")
    if not lesson and page is not None:
        return anchor in page.anchors
    return lesson in bank.lessons and (not anchor or anchor in anchors(bank.lessons[lesson]))


def _twins(ru: Page, en: Page) -> Iterator[Problem]:
    for words in differences("lesson", ru.source, en.source):
        yield Problem(en.file, 1, words)
    for what, one, other in (
        ("anchor", ru.headings, en.headings),
        ("box", ru.containers, en.containers),
    ):
        yield from _same(what, en.file, one, other)


def _same(what: str, file: str, ru: tuple[Part, ...], en: tuple[Part, ...]) -> Iterator[Problem]:
    def key(part: Part) -> str:
        return part.more if what == "anchor" else part.name

    for one, other in zip(ru, en, strict=False):
        if key(one) != key(other):
            words = message("here stands the {what} '{name}', but '{other}' in Russian: let both pages have the same",
                            what=what, name=key(other), other=key(one))  # fmt: skip
            yield Problem(file, other.line, words)
            return
    if len(ru) != len(en):
        words = message("the page has {count} of {what}, the Russian one {other}: let both have the same", what=what,
                        count=len(en), other=len(ru))  # fmt: skip
        yield Problem(file, 1, words)


def read_faults(bank: Bank, course: Course) -> Iterator[Problem]:
    """Exercises whose mistakes send students to a place that is not there."""
    for exercise in course.exercises.values():
        for mistake in exercise.mistakes:
            lesson = bank.lessons.get(mistake.read.partition("#")[0])
            if lesson and lesson.pages and not leads_somewhere(mistake.read, bank, course):
                file, _, line = exercise.where.partition(":")
                words = message("the mistake '{name}' sends to {read}, which is not there", name=mistake.name,
                                read=mistake.read)  # fmt: skip
                yield Problem(file, int(line or 0), words)
