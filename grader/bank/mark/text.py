"""Marking words: the accepted ones in either language, with their Russian inflections."""

from __future__ import annotations

from grader.bank.folding import fold
from grader.bank.inflect import forms
from grader.bank.marking import Marking, is_empty, one, unmarked
from grader.bank.questions.cloze import TextGap
from grader.bank.questions.text import TextQuestion
from grader.bank.texts import text
from grader.model import Text


def accepted(question: TextQuestion | TextGap) -> tuple[str, ...]:
    """Everything that counts as right, folded."""
    phrases = [*question.accept.ru, *question.accept.en]
    every = [form for phrase in phrases for form in (forms(phrase) if question.inflect else (phrase,))]
    return tuple(dict.fromkeys(map(fold, every)))


def rejected(question: TextQuestion | TextGap) -> list[tuple[tuple[str, ...], Text]]:
    """The known mistakes, folded, each with its reason; a form of one that is a right answer too does not count."""
    right = set(accepted(question))
    known = []
    for mistake in question.reject:
        exact = [fold(one) for one in mistake.texts]
        every = [fold(form) for one in mistake.texts for form in forms(one)] if question.inflect else []
        known.append(
            (tuple(dict.fromkeys([*exact, *(form for form in every if form not in right)])), text(mistake.why))
        )
    return known


def mark_text(question: TextQuestion | TextGap, response: object) -> Marking:
    """Right, or wrong with the author's reason where it is a known mistake."""
    if is_empty(response):
        return unmarked("one", "empty")
    if not isinstance(response, str):
        return unmarked("one", "malformed")
    folded = fold(response)
    for texts, why in rejected(question):
        if folded in texts:
            return one(False, why)
    return one(folded in accepted(question))
