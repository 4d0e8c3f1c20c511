"""What the YAML parser means, in words an author can act on."""

from __future__ import annotations

import yaml

from grader.model import Message, message

PLAIN = {
    "mapping values are not allowed": message(
        "a colon stands where it cannot: put text with `: ` in it into quotes, and check the indentation"
    ),
    "found unknown escape character": message(
        "a backslash in double quotes: use single quotes, or write the text under `|`"
    ),
    "did not find expected key": message(
        "this line fits nothing above it: check the indentation, and put text that holds quotes into quotes"
    ),
    "did not find expected '-' indicator": message(
        "a list goes on here, but the line does not begin with `- `: check the indentation"
    ),
    "could not find expected ':'": message("a key without a colon: write `key: value`"),
    "block sequence entries are not allowed": message(
        "a `- ` stands where no list can begin: put it on a line of its own, and check the indentation"
    ),
    "did not find expected node content": message(
        "a bracket or a comma stands where a value is wanted: write the value, or put the text in quotes"
    ),
    "found incompatible YAML document": message("the `%YAML` line asks for another version: delete it"),
}
UNCLOSED = {
    "found unexpected end of stream": message("a quote is opened here and never closed"),
    "found unexpected document indicator": message("a quote is opened here and never closed"),
    "did not find expected ',' or ']'": message("a `[` is opened here, and then `,` or `]` is missing"),
    "did not find expected ',' or '}'": message("a `{{` is opened here, and then `,` or `}}` is missing"),
}


def explain(error: yaml.YAMLError, text: str) -> tuple[int, Message]:
    """The line (from 1) and the sentence of a parser's error."""
    problem = str(getattr(error, "problem", None) or error)
    line = min(_line(getattr(error, "problem_mark", None), 1), len(text.splitlines()))  # the end is past the last line
    for begin, words in UNCLOSED.items():
        if problem.startswith(begin):
            return _line(getattr(error, "context_mark", None), line), words
    if problem.startswith("found character that cannot start any token"):
        return line, _token(error, text)
    for begin, words in PLAIN.items():
        if problem.startswith(begin):
            return line, words
    return line, message("this is not YAML: {reason}", reason=problem)


def _token(error: yaml.YAMLError, text: str) -> Message:
    mark = getattr(error, "problem_mark", None)
    rows = text.split("\n")
    row = rows[mark.line] if mark is not None and mark.line < len(rows) else ""
    sign = row[mark.column] if mark is not None and mark.column < len(row) else ""
    if sign == "\t" or not sign:
        return message("a tab in the indentation: YAML wants spaces")
    return message("text cannot begin with {sign}: put it in quotes", sign=sign)


def _line(mark: yaml.Mark | None, default: int) -> int:
    return default if mark is None else int(mark.line) + 1
