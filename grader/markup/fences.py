"""The fences of a text, `::: name rest` … `:::`: whether each is known, opened and closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.model import Message, message
from grader.problems import closest

# The word that opens a box, and whether a title or an id must follow it.
NAMES = {"answer": False, "misreading": True, "note": True, "example": True, "explore": True, "practise": False}
_FENCE = re.compile(r" {0,3}:::+\s*(\S*)\s*(.*)")
_CODE = re.compile(r" {0,3}(```+|~~~+)")


def misplaced(text: str) -> Iterator[tuple[int, Message]]:
    """Every fence that will not do: its line, from 0, and what is wrong with it."""
    opened: list[int] = []
    code = ""
    for number, line in enumerate(text.splitlines()):
        mark = _CODE.match(line)
        if mark and (not code or line.strip() == code):
            code = "" if code else mark[1]
        fence = None if code or mark else _FENCE.match(line)
        if fence is None:
            continue
        name, rest = fence.groups()
        if name:
            opened.append(number)
            yield from ((number, words) for words in _wrong(name, rest))
        elif opened:
            opened.pop()
        else:
            yield number, message("this ::: closes nothing: delete it, or open a box above")
    yield from ((number, message("this box is not closed: end it with a line of :::")) for number in opened)


def _wrong(name: str, rest: str) -> Iterator[Message]:
    if name not in NAMES:
        near = closest(name, NAMES)
        if near:
            yield message("there is no box '{name}'. Did you mean {near}?", name=name, near=near)
        else:
            yield message("there is no box '{name}': there are {names}", name=name, names=", ".join(NAMES))
    elif NAMES[name] and not rest:
        yield message("::: {name} needs a title or an id after it", name=name)
    elif not NAMES[name] and rest:
        yield message("::: {name} stands alone on its line: move '{rest}' into the box", name=name, rest=rest)
