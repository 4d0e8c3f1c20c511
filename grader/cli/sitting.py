"""A learner at a quiz: each question is asked, answered, told and kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from grader.bank.answers import grade_answer
from grader.bank.marking import WHOLE
from grader.bank.questions.open import Open
from grader.bank.session import Item, NotUnderstood, answer, prompts
from grader.cli.settings import Settings
from grader.cli.terminal import show
from grader.diary import ANSWERS, add
from grader.model import SubmissionReport, Words, message
from grader.render import quiz
from grader.render.paper import INK, PENCIL
from grader.report_io import to_plain
from grader.words import say

HINT = "?"


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
        entry = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "lesson": item.lesson,
            "question": item.declared,
            "seed": self.seed,
            "seconds": round(seconds, 1),
            "response": response,
            "report": to_plain(report),
        }
        path = self.settings.data / ANSWERS
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
        return say(words, self.settings.lang)
