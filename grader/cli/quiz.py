"""`zachetka quiz`: questions of the course, one at a time."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings, color, must_be_known, width
from grader.model import Course, ZachetkaError, message

if TYPE_CHECKING:
    from grader.bank.bank import LessonBank
    from grader.bank.session import Item
    from grader.model import SubmissionReport, Words

KINDS = "single multiple number text order match cloze table shape line generated open"
HINT = "?"


@click.command(
    cls=Translated,
    help=spoken("Ask questions of the course, one at a time. `?` shows a hint, Ctrl-D ends."),
)
@click.argument("place", required=False, metavar="[TOPIC|LESSON]")
@click.option("--type", "kind", type=click.Choice(KINDS.split()), help=spoken("Only questions of this type."))
@click.option(
    "--number", type=click.IntRange(1), default=10, metavar="N", help=spoken("How many questions; 10 without it.")
)
@click.option(
    "--seed", type=click.IntRange(0), metavar="N", help=spoken("What questions and their numbers are drawn from.")
)
@click.pass_obj
def command(settings: Settings, /, place: str | None, kind: str | None, number: int, seed: int | None) -> None:
    """Ask, tell, and show the score at the end."""
    from grader.bank.expressions import Scope
    from grader.bank.session import items

    course = settings.load()
    seed = random.SystemRandom().randrange(2**31) if seed is None else seed
    found = items(lessons_at(course, place), Scope(course), seed, kind, number)
    if not found:
        raise ZachetkaError(message("there is no such question yet. Leave out --type, or choose another lesson"))
    sitting = Sitting(settings, len(found), seed)
    try:
        for item in found:
            sitting.ask(item)
    except (EOFError, KeyboardInterrupt):
        print()
    sitting.end()


def lessons_at(course: Course, place: str | None) -> list[LessonBank]:
    """The lessons of a topic, or one lesson, or all; a ZachetkaError when there is none of that name."""
    from grader.bank.load import load_bank

    names = {topic.id: [lesson.id for lesson in topic.lessons] for topic in course.topics}
    names |= {lesson: [lesson] for lessons in list(names.values()) for lesson in lessons}
    if place is not None:
        absent = message("there is no topic or lesson {name}", name=place)
        must_be_known(place, names, absent, message("See `zachetka list`"))
    bank = load_bank(course)
    wanted = list(bank.lessons) if place is None else names[place]
    return [bank.lessons[name] for name in wanted]


@dataclass
class Sitting:
    """What has been asked and answered so far."""

    settings: Settings
    total: int
    seed: int
    reports: list[SubmissionReport] = field(default_factory=list)
    kept: bool = True

    def ask(self, item: Item) -> None:
        """One question, until it is answered."""
        from grader.bank.answers import grade_answer
        from grader.bank.questions.open import Open
        from grader.render import quiz
        from grader.render.paper import INK, PENCIL

        lang, question = self.settings.lang, item.question
        show(f"{len(self.reports) + 1}/{self.total}  {item.lesson}")
        show(quiz.asked(item, lang) + "\n")
        begun = time.monotonic()
        response = self.responses(item)
        report = grade_answer(question, response, lang, seed=self.seed).submissions[0]
        self.reports.append(report)
        self.keep(item, response, report, time.monotonic() - begun)
        print()
        show(quiz.told(item, report.exercises[0], lang) + "\n", INK if report.score == report.max else PENCIL)
        if isinstance(question, Open):
            show(quiz.follow_ups(question, lang) + "\n")

    def responses(self, item: Item) -> object:
        """What is answered at the prompts of a question, put together."""
        from grader.bank.questions.open import Open
        from grader.bank.session import WHOLE, prompts
        from grader.render import quiz

        question, lang = item.question, self.settings.lang
        hints = (quiz.plain(hint, lang) for hint in question.hints)
        if isinstance(question, Open):
            self.typed(quiz.task(item, WHOLE, lang), hints)
            return self.understood(item, WHOLE, quiz.model(question, lang), hints)
        parts = prompts(question)
        given = {part: self.understood(item, part, quiz.task(item, part, lang), hints) for part in parts}
        return given[WHOLE] if parts == [WHOLE] else {part: one for part, one in given.items() if one is not None}

    def understood(self, item: Item, part: str, task: str, hints: Iterator[str]) -> object:
        """The answer typed at one prompt; asked again until it can be understood."""
        from grader.bank.session import NotUnderstood, answer

        while True:
            try:
                return answer(item, part, self.typed(task, hints))
            except NotUnderstood as error:
                task = self.said(error.why)

    def typed(self, task: str, hints: Iterator[str]) -> str:
        """A line that was typed, hints given on the way."""
        show(task)
        while (line := input("> ")).strip() == HINT:
            show(next(hints, self.said(message("There is no further hint."))))
        return line

    def keep(self, item: Item, response: object, report: SubmissionReport, seconds: float) -> None:
        """Note the answer in the diary; where that cannot be written it is said once."""
        from grader.diary import ANSWERS, add, data_folder
        from grader.report_io import to_plain

        entry = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "lesson": item.lesson,
            "question": item.declared,
            "seed": self.seed,
            "seconds": round(seconds, 1),
            "response": response,
            "report": to_plain(report),
        }
        path: Path = data_folder() / ANSWERS
        try:
            add(path, entry)
        except OSError as error:
            if self.kept:
                reason = error.strerror or str(error)
                self.settings.note(message("Answers are not kept: {path}: {reason}.", path=str(path), reason=reason))
            self.kept = False

    def end(self) -> None:
        """The score."""
        if not self.reports:
            show(self.said(message("Nothing was answered.")))
            return
        earned = sum(report.score for report in self.reports)
        most = sum(report.max for report in self.reports)
        share = 100 * earned / most
        words = message("Score: {earned} of {most} ({share:.0f} %).", earned=round(earned, 2), most=most, share=share)
        show(self.said(words))

    def said(self, words: Words) -> str:
        """Words in the language of this sitting."""
        from grader.words import say

        return say(words, self.settings.lang)


def show(text: str, ink: str = "") -> None:
    """Print a text, folded at the width of the terminal, its first line in colour where there is any."""
    from grader.render.quiz import wrapped

    first, stop, rest = wrapped(text, min(width(sys.stdout) or 100, 100)).partition("\n")
    print((click.style(first, fg=ink, bold=True) if ink and color(sys.stdout) else first) + stop + rest)
