"""The bank of the course itself: how much it holds, that no rule is broken, and that no sentence is borrowed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from grader.bank.bank import Bank, LessonBank
from grader.bank.expressions import Scope
from grader.bank.load import load_bank
from grader.bank.proof.prove import prove
from grader.bank.questions.generated import Generated
from grader.bank.variants import variants
from grader.load import load_course

ROOT = Path(__file__).parent.parent
COURSE = load_course(ROOT)
BANK: Bank = load_bank(COURSE)
SHINGLES = Path(__file__).parent / "source.shingles"  # made by shingles.py from the document the course mirrors
SEEDS = 20

lessons = pytest.mark.parametrize("lesson", BANK.lessons.values(), ids=list(BANK.lessons))


def test_no_rule_is_broken() -> None:
    assert [str(problem) for problem in prove(COURSE)[1]] == []


@lessons
def test_a_lesson_holds_enough(lesson: LessonBank) -> None:
    open_to_all = [question for question in lesson.questions if question.visibility == "open"]
    types = Counter(question.type for question in open_to_all)
    assert len(lesson.cards) >= 12
    assert sum(types.values()) - types["open"] >= 10
    assert len(types) - ("open" in types) >= 5
    assert types["generated"] >= 1
    assert types["open"] >= 1
    assert lesson.examples
    assert set(lesson.pages) == {"ru", "en"}


def test_the_course_holds_enough() -> None:
    questions = [question for lesson in BANK.lessons.values() for question in lesson.questions]
    assert sum(len(lesson.cards) for lesson in BANK.lessons.values()) >= 168
    assert sum(question.type != "open" for question in questions) >= 140
    assert sum(question.type == "generated" for question in questions) >= 42
    assert len(BANK.terms) >= 40


def generated() -> dict[str, Generated]:
    found = (question for lesson in BANK.lessons.values() for question in lesson.questions)
    return {question.id: question for question in found if isinstance(question, Generated)}


@pytest.mark.parametrize("name", generated())
def test_a_generated_question_has_variants_for_every_seed(name: str) -> None:
    scope, question = Scope(COURSE), generated()[name]
    for seed in range(SEEDS):
        found = variants(question, scope, seed)
        assert len({variant.prompt.ru for variant in found}) == question.variants
        assert found == variants(question, scope, seed)


def shingles(text: str) -> set[str]:
    """Eight words in a row, each row as a short hash, so that the test need not hold the document itself."""
    words = re.findall(r"\w+", text.lower().replace("ё", "е"))
    rows = (" ".join(words[place : place + 8]) for place in range(len(words) - 7))
    return {hashlib.sha256(row.encode()).hexdigest()[:12] for row in rows}


@lessons
def test_no_sentence_of_the_source_is_copied(lesson: LessonBank) -> None:
    source = set(SHINGLES.read_text().split())
    assert len(source) > 3000
    for path in sorted((ROOT / "questions" / lesson.id).iterdir()):
        borrowed = shingles(path.read_text(encoding="utf-8")) & source
        assert not borrowed, path
