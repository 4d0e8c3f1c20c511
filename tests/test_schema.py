"""The JSON Schemas that editors use are those of the models."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_course import COURSE, EXERCISES

from grader.editors import FOLDER, as_text, schemas
from grader.yamlfile import parse

PROJECT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", schemas())
def test_the_files_are_up_to_date(name: str) -> None:
    kept = (PROJECT / FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert kept == as_text(schemas()[name]), "run `python -m grader.editors`"


@pytest.mark.parametrize(("name", "text"), [("course", COURSE), ("exercises", EXERCISES)])
def test_a_right_course_has_only_keys_of_the_schema(name: str, text: str) -> None:
    schema = schemas()[name]
    check(parse(text.encode(), name).value, schema, schema["$defs"])


def check(value: object, schema: dict, known: dict) -> None:
    """Walks a value along a schema, as an editor does."""
    schema = known[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(value, dict) and "properties" in schema:
        assert schema["additionalProperties"] is False
        assert set(schema.get("required", ())) <= set(value) <= set(schema["properties"])
        for key, part in value.items():
            check(part, schema["properties"][key], known)
    elif isinstance(value, list):
        for part in value:
            check(part, schema["items"], known)
