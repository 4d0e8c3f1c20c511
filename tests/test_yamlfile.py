"""Reading YAML: the traps of YAML 1.1 do not bite, and no bytes bring anything but located problems."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.words import say
from grader.yamlfile import MAX_VALUES, parse

SCRAPS = """- |a: |{|}|[|]|&x |*x|!!map |'|"|>|? |: |,|#|\\|1e9|~|<<: |ё|@|%|`|%YAML 1.1|---|..."""
PIECES = st.sampled_from([*SCRAPS.split("|"), "|\n", "\n", "\n  ", "\r", "\t", "\n---\n", "\ufeff", "\u2028", "\0"])


def test_values_are_what_they_look_like() -> None:
    text = """
    numbers: [1e-7, 1.0e-7, -3, +4, .5, 1., 0]
    texts: [no, on, yes, off, y, 12:30, 010, 0x1f, 1_000, 2026-01-31, .inf, '3', "true", <<, =]
    truth: [true, False]
    nothing: [null, ~, ]
    no: 1
    1: 2
    """
    assert parse(text.encode(), "f").value == {
        "numbers": [1e-7, 1e-7, -3, 4, 0.5, 1.0, 0],
        "texts": [
            "no",
            "on",
            "yes",
            "off",
            "y",
            "12:30",
            "010",
            "0x1f",
            "1_000",
            "2026-01-31",
            ".inf",
            "3",
            "true",
            "<<",
            "=",
        ],
        "truth": [True, False],
        "nothing": [None, None],
        "no": 1,
        "1": 2,
    }


def test_each_part_has_its_line() -> None:
    document = parse(b"# top\na:\n  - b: 1\n    c: |\n      text\n  - d\n", "f")
    first, second = ("a", 0), ("a", 1)
    assert document.lines == {(): 2, ("a",): 2, first: 3, (*first, "b"): 3, (*first, "c"): 4, second: 6}
    assert document.line(("a", 0, "absent", 7)) == 3


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    document = parse("\ufeffa: 1\r\nb: ё\r\n".encode(), "f")
    assert document.value == {"a": 1, "b": "ё"}
    assert document.line(("b",)) == 2


def test_aliases_stand_for_what_they_name() -> None:
    assert parse(b"a: &x {n: 1}\nb: *x\n", "f").value == {"a": {"n": 1}, "b": {"n": 1}}


def test_a_billion_laughs_are_not_unfolded() -> None:
    rows = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    document = parse("\n".join(rows).encode(), "f")
    assert document.value is None
    assert [str(problem) for problem in document.problems] == [
        f"f:5: the file holds more than {MAX_VALUES} values: use fewer aliases, or split it"
    ]


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a: 1\nb: 'x\nc: d\n", 2, "a quote is opened here and never closed"),
        ("a: 1\nb: {x: 1\nc: 2\n", 2, "a `{` is opened here, and then `,` or `}` is missing"),
        ("a: @x", 1, "text cannot begin with @: put it in quotes"),
        ('a: "$\\q$"', 1, "a backslash in double quotes: use single quotes, or write the text under `|`"),
        ("a: 1\n  b\n c: 2", 3, "a colon stands where it cannot"),
        ("- a\nb: c", 2, "a list goes on here, but the line does not begin with `- `"),
        ("a: *x", 1, "nothing above is called &x: put text that begins with * in quotes"),
        ("&a [*a]", 1, "nothing above is called &a"),
        ("? [a]\n: b", 1, "a key must be a plain word: write `name: value`"),
        ("a: 1\n---\nb: 2", 2, "a second document begins at `---`: a file holds one document, delete the line"),
        ("%YAML 3.0\n---\na", 1, "the `%YAML` line asks for another version: delete it"),
        ("a: ]", 1, "a bracket or a comma stands where a value is wanted"),
        ("a: \u2028", 1, "the invisible character U+2028 is not allowed: delete it"),
    ],
)
def test_what_is_no_yaml_is_told_in_a_sentence(text: str, line: int, sentence: str) -> None:
    (problem,) = parse(text.encode(), "f").problems
    assert problem.line == line
    assert say(problem.message, "en").startswith(sentence)


def located(data: bytes) -> None:
    """Nothing, when the reader returns and every problem names a line that exists."""
    document = parse(data, "f")
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= problem.line <= lines for problem in document.problems)
    assert all(1 <= line <= lines for line in document.lines.values())
    assert all(str(problem) for problem in document.problems)


@given(st.binary(max_size=200))
@example(b"\xff\xfea\x00")
@example(b"a: \xed\xa0\x80")
def test_any_bytes_are_read_or_refused_with_a_line(data: bytes) -> None:
    located(data)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_scraps_of_yaml_are_read_or_refused_with_a_line(text: str) -> None:
    located(text.encode())


@given(st.recursive(st.text("abc ё", min_size=1) | st.integers(-9, 9), lambda inner: st.lists(inner, max_size=4)))
def test_flow_lists_are_read_as_json_would(value: object) -> None:
    import json

    assert parse(json.dumps(value, ensure_ascii=False).encode(), "f").value == value
