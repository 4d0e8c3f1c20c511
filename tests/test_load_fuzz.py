"""Whatever an author writes at whatever place of a bank, loading ends in a course or in located sentences."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from little_course import BANK, COURSE, COURSE_YAML, EXERCISES

from grader.validate import validated
from grader.yamlfile import parse

RIGHT: dict[str, Any] = {COURSE_YAML: parse(COURSE.encode(), "f").value, BANK: parse(EXERCISES.encode(), "f").value}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False)
    | st.sampled_from(
        ["", " ", "ru", "en", "id", "sums", "sums/adding", "row-sums", "ordinary", "{x}", "a#b", "ё", "0"]
    )
)
KEYS = st.sampled_from(
    ["id", "ru", "en", "case", "points", "title", "topics", "lessons", "hints", "read", "", "x", "{x}"]
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


def places(value: Any, spot: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a document."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [spot, *(place for name, part in parts for place in places(part, (*spot, name)))]


def put(value: Any, spot: tuple[Any, ...], new: Any) -> Any:
    """The document with another value at one place."""
    if not spot:
        return new
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    changed = {name: put(part, spot[1:], new) if name == spot[0] else part for name, part in parts}
    return changed if isinstance(value, dict) else list(changed.values())


@settings(deadline=None)
@given(st.data())
def test_any_value_at_any_place_is_loaded_or_told(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(RIGHT)))
    changed = put(RIGHT[file], data.draw(st.sampled_from(places(RIGHT[file]))), data.draw(VALUES))
    texts = {name: json.dumps(value, ensure_ascii=False, indent=1) for name, value in (RIGHT | {file: changed}).items()}
    _, problems = validated({name: text.encode() for name, text in texts.items()})
    for problem in problems:
        assert problem.file in texts
        assert 0 <= problem.line <= texts[problem.file].count("\n") + 1
        assert str(problem)
