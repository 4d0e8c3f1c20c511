"""The JSON Schemas that editors use: `python -m grader.editors` writes them to questions/schemas/."""

from __future__ import annotations

import json
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from grader.bank.example import Example
from grader.bank.flashcard import Flashcard
from grader.bank.kinds import KINDS
from grader.bank.term import Term
from grader.schema import CourseEntry, ExerciseEntry

FOLDER = "questions/schemas"


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file, by its name without the suffix."""
    question: Any = Annotated[reduce(or_, KINDS.values()), Field(discriminator="type")]
    kinds = {
        "exercises": ExerciseEntry,
        "flashcards": Flashcard,
        "quiz": question,
        "examples": Example,
        "glossary": Term,
    }
    return {"course": CourseEntry.model_json_schema(), **{name: _list(name, kind) for name, kind in kinds.items()}}


def _list(name: str, kind: Any) -> dict[str, Any]:
    entries: Any = list.__class_getitem__(kind)
    return {**TypeAdapter(entries).json_schema(), "title": f"{name}.yaml"}


def as_text(schema: dict[str, Any]) -> str:
    """A schema as it is kept in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> None:
    """Writes the schemas of this checkout."""
    folder = Path(__file__).resolve().parent.parent / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / f"{name}.json").write_text(as_text(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
