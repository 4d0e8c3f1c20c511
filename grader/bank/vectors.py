"""Answers and what they are worth, for the tests of both marking programs: this one and the site's.

`python -m grader.bank.vectors` writes tests/vectors/answers.json, from the samples and from the course's own bank.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from grader.bank.bank import Bank
from grader.bank.expressions import Scope
from grader.bank.key import key
from grader.bank.mark.any import mark
from grader.bank.questions.common import Question
from grader.bank.questions.generated import Generated
from grader.bank.ready import ready
from grader.bank.samples import SAMPLES
from grader.bank.sheets import sheet
from grader.bank.trials import MALFORMED, distractors, partial, spellings
from grader.bank.variants import variants
from grader.model import LANGS, Course, Lang
from grader.words import say

FILE = "tests/vectors/answers.json"
LANG: Lang = "ru"
FEW_SPELLINGS = 8
UNMARKED = {"prompt", "explain", "hints", "read", "difficulty", "model", "followups"}  # what marking does not look at
Case = dict[str, Any]


def cases(course: Course, bank: Bank) -> list[Case]:
    """Every kind of answer to the samples; right, wrong and partly right ones to one question a type of each topic."""
    found = list(chain.from_iterable(_thoroughly(question) for question in SAMPLES.values()))
    found += chain.from_iterable(_briefly(question) for question in _chosen(course, bank))
    return found


def _chosen(course: Course, bank: Bank) -> Iterator[Question]:
    """The first open question of each type in each topic, with its numbers; of a generated one the first variant."""
    scope, seen = Scope(course), set()
    for lesson in bank.lessons.values():
        for question in ready(lesson, scope).questions:
            kind = lesson.topic, question.type
            if question.visibility == "open" and kind not in seen:
                seen.add(kind)
                yield variants(question, scope)[0] if isinstance(question, Generated) else question


def _thoroughly(question: Question) -> Iterator[Case]:
    right = [key(question, lang) for lang in LANGS]
    wrong = [response for response, _ in distractors(question)]
    for response in [*right, *wrong, *partial(question), *spellings(question), *MALFORMED]:
        yield _case(question, response)


def _briefly(question: Question) -> Iterator[Case]:
    wrong = [response for response, _ in distractors(question)]
    some = list(spellings(question))[:FEW_SPELLINGS]
    for response in [key(question, LANG), *wrong, *partial(question), *some]:
        yield _case(question, response)


def _case(question: Question, response: object) -> Case:
    """`why` is the author's reason, `note` the name of one of ours."""
    marking = mark(question, response)
    parts = [
        {"part": part.part, "right": part.right, "why": say(part.why, LANG) or None, "note": part.note}
        for part in marking.parts
    ]
    shown = {name: value for name, value in sheet(question, LANG, str).items() if name not in UNMARKED}
    return {"sheet": shown, "response": response, "rule": marking.rule, "score": marking.score, "parts": parts}


def as_text(cases: list[Case]) -> str:
    """The cases as they are kept in their file, one a line."""
    rows = ",\n".join(json.dumps(case, ensure_ascii=False, sort_keys=True, allow_nan=False) for case in cases)
    return f"[\n{rows}\n]\n"


def main() -> None:
    """Writes the vectors of this checkout."""
    from grader.bank.load import load_bank
    from grader.load import load_course

    root = Path(__file__).resolve().parent.parent.parent
    course = load_course(root)
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_text(cases(course, load_bank(course))), encoding="utf-8")


if __name__ == "__main__":
    main()
