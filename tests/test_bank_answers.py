"""The course's own questions: each is answered right by its key, and wrong by each of its distractors."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.bank.expressions import Scope
from grader.bank.key import key
from grader.bank.load import load_bank
from grader.bank.mark.any import mark
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.ready import ready
from grader.bank.sheets import sheet
from grader.bank.trials import distractors
from grader.bank.variants import variants
from grader.load import load_course
from grader.model import LANGS

ROOT = Path(__file__).parent.parent
COURSE = load_course(ROOT)
BANK = load_bank(COURSE)
SCOPE = Scope(COURSE)
SEEDS = 20


def concrete(question: Question) -> list[Question]:
    """The question itself, or its variants for many seeds."""
    if not isinstance(question, Generated):
        return [question]
    return [variant for seed in range(SEEDS) for variant in variants(question, SCOPE, seed)]


@pytest.mark.parametrize("lesson", BANK.lessons)
def test_keys_are_right_and_distractors_wrong(lesson: str) -> None:
    for declared in ready(BANK.lessons[lesson], SCOPE).questions:
        for question in concrete(declared):
            for lang in LANGS:
                marking = mark(question, key(question, lang))
                assert marking.score == 1.0, (question.id, key(question, lang), marking)
            for response, why in distractors(question):
                marking = mark(question, response)
                assert not marking.right, (question.id, response)
                told = {part.why for part in marking.parts if not part.right}
                assert why is None or why in told, (question.id, response, marking)


@pytest.mark.parametrize("lesson", BANK.lessons)
def test_every_open_question_has_a_sheet_that_hides_nothing(lesson: str) -> None:
    for question in ready(BANK.lessons[lesson], SCOPE).questions:
        if question.visibility == "exam":
            continue
        found = variants(question, SCOPE) if isinstance(question, Generated) else ()
        for lang in LANGS:
            shown = sheet(question, lang, str, variants=found)
            if question.type == "cloze":
                assert all(f'data-gap="{name}"' in shown["html"] for name in shown["gaps"]), question.id
