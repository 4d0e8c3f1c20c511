"""Marking words: the accepted ones in either language, with their Russian inflections."""

from __future__ import annotations

from grader.bank.folding import fold
from grader.bank.inflect import forms
from grader.bank.marking import Marking, is_empty, one, unmarked
from grader.bank.questions.cloze import TextGap
from grader.bank.questions.text import TextQuestion
from grader.bank.texts import text


def accepted(question: TextQuestion | TextGap) -> tuple[str, ...]:
    """Everything that counts as right, folded."""
    phrases = [*question.accept.ru, *question.accept.en]
    every = [form for phrase in phrases for form in (forms(phrase) if question.inflect else (phrase,))]
    return tuple(dict.fromkeys(map(fold, every)))


def mark_text(question: TextQuestion | TextGap, response: object) -> Marking:
    """Right, or wrong with the author's reason where it is a known mistake."""
    if is_empty(response):
        return unmarked("one", "empty")
    if not isinstance(response, str):
        return unmarked("one", "malformed")
    folded = fold(response)
    for mistake in question.reject:
        if folded in map(fold, mistake.texts):
            return one(False, text(mistake.why))
    return one(folded in accepted(question))
