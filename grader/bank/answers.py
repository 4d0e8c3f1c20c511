"""A quiz answer as a report: the same value that a code submission ends in."""

from __future__ import annotations

import hashlib
import json

from grader.bank.key import key
from grader.bank.mark.any import mark
from grader.bank.marking import WHOLE, Marking, Part, earned, worth
from grader.bank.parts import part_title
from grader.bank.questions.common import Question
from grader.bank.reasons import RULES
from grader.bank.responses import response_shown
from grader.bank.texts import text
from grader.model import (
    CheckReport,
    Counterexample,
    ExerciseReport,
    Lang,
    Message,
    Report,
    SubmissionReport,
    Verdict,
    Words,
    message,
)

POINTS = 1.0


def grade_answer(question: Question, response: object, lang: Lang, *, seed: int = 0) -> Report:
    """The report on a response to a concrete question: one point, its parts as checks.

    `lang` is the language in which the answers are shown; every sentence can be read in both. A variant of a generated
    question was drawn from `seed`.
    """
    marking = mark(question, response)
    exercise = _exercise(question, response, marking, lang)
    digest = hashlib.sha256(json.dumps(response, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    whole = SubmissionReport(question.id, digest, exercise.verdict, exercise.score, exercise.max, (exercise,))
    return Report(seed, {}, (whole,))


def verdict(marking: Marking) -> Verdict:
    """The word on a marking."""
    if marking.right:
        return Verdict.ACCEPTED
    if all(part.note == "empty" for part in marking.parts):
        return Verdict.MISSING
    return Verdict.PARTIAL if marking.score > 0 else Verdict.WRONG_ANSWER


def _exercise(question: Question, response: object, marking: Marking, lang: Lang) -> ExerciseReport:
    shown = Counterexample(
        call=text(question.prompt).within(lang),
        expected=response_shown(question, key(question, lang), lang),
        got=response_shown(question, response, lang),
        shrunk=False,
    )
    return ExerciseReport(
        id=question.id,
        verdict=verdict(marking),
        score=POINTS * marking.score,
        max=POINTS,
        why=_explained(question),
        checks=tuple(_check(question, marking, part, shown) for part in marking.parts),
        remarks=() if marking.rule == "one" else (RULES[marking.rule],),
    )


def _check(question: Question, marking: Marking, part: Part, shown: Counterexample) -> CheckReport:
    """A part that takes points away is a condition, any other a case; of `all` no part counts alone."""
    share = POINTS / worth(marking.parts)
    together = marking.rule in ("one", "all") and not marking.right
    return CheckReport(
        name=part.part or "answer",
        kind="case" if part.weight > 0 else "condition",
        title=part_title(question, part.part),
        outcome="passed" if part.right else "failed",
        points=0.0 if together else share * max(earned(part), 0.0),
        max=share * max(part.weight, 0.0),
        penalty=share * max(-earned(part), 0.0),
        why=_told(part),
        counterexample=shown if part.part == WHOLE and not part.right else None,
    )


def _told(part: Part) -> Message | None:
    if part.detail is not None:
        return message(
            "This cannot be read as a number: {problem}. Numbers are written like 0.41, 1 000, 40 %, 2/3 or 1.5·10^-3.",
            problem=part.detail,
        )
    return _message(part.reason)


def _explained(question: Question) -> Message | None:
    """Why the right answer is right, where the question says so."""
    explain = getattr(question, "explain", None)
    return _message(None if explain is None else text(explain))


def _message(words: Words | None) -> Message | None:
    """Words as the one sentence of a message."""
    return words if words is None or isinstance(words, Message) else Message("{words}", (("words", words),))
