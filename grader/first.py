"""The first example of each exercise, as its starter shows it. To draw one takes a second, so a course keeps them.

`python -m grader.first` writes questions/first.json anew; what is not kept there is drawn.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from grader.model import Course, Exercise

if TYPE_CHECKING:
    from grader.examples import Prepared

KEPT = "questions/first.json"
SEED = 0
LINE = 100
CUT = re.compile(r"\.\.\.|…")


def first(course: Course, exercise: Exercise) -> list[str]:
    """The call and its answer, line by line."""
    return kept(course.root).get(exercise.id) or drawn(course, exercise)


def kept(root: Path) -> Mapping[str, list[str]]:
    """What a course keeps, by exercise."""
    path = root / KEPT
    found: Mapping[str, list[str]] = json.loads(path.read_bytes()) if path.is_file() else {}
    return found


def drawn(course: Course, exercise: Exercise) -> list[str]:
    """The example, drawn."""
    from grader.examples import Prepared  # Hypothesis is slow to import

    return _shown(Prepared(course, exercise, SEED))


def _shown(prepared: Prepared) -> list[str]:
    """The one of the first of the ordinary case that says most, within a line or among the shortest quarter."""
    ordinary = prepared.exercise.cases[0].name
    numbers = [n for n, example in enumerate(prepared.examples) if example.case == ordinary]
    pairs = [
        (prepared.shown(prepared.examples[n]), prepared.shown_answer(prepared.expected[n]))
        for n in numbers[: 1 + len(numbers) // 2]
    ]
    pairs.sort(key=lambda pair: len(pair[0]))
    short = pairs[: max(1 + len(pairs) // 4, sum(len(call) <= LINE for call, _ in pairs))]
    call, answer = max(short, key=lambda pair: (not CUT.search(" ".join(pair)), sum(map(_said, pair))))
    if prepared.form:
        return [*(f">>> {one}" for one in call.split("; ")), *(f"# {one}" for one in answer.split("; "))]
    return [f">>> {call}", answer]


def _said(text: str) -> int:
    return len(set(re.findall(r"[\w.-]+", text)))


def main() -> None:
    """Draws the first examples of this checkout."""
    from grader.directory import find_course
    from grader.load import load_course

    root = find_course(None)
    course = load_course(root)
    found = {exercise.id: drawn(course, exercise) for exercise in course.exercises.values()}
    (root / KEPT).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
