"""Which boxes stand in the margin, level with the paragraph before them: those that have room there.

The room is estimated from the lengths of texts, in pixels of a wide screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

ASIDES = ("container_misreading_open", "container_note_open")
MARGIN, COLUMN = (35, 21), (72, 30)  # characters a line, and its height
GUIDE = 330  # what stands at the top of the margin is at most so high, and a line for each section
TITLE = 170
_LATEX = re.compile(r"\\[a-zA-Z]+|[\\{}^_$&]")


def beside(state: StateCore) -> None:
    """Wrap each box that has room, with the block before it, in one element."""
    blocks = _blocks(state.tokens)
    sections = sum(token.type == "heading_open" and token.tag == "h2" for token in state.tokens)
    above, free = float(TITLE), float(GUIDE + 26 * sections)
    moved: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(blocks):
        kind = state.tokens[start].type
        before = blocks[number - 1] if number else None
        if kind in ASIDES and before and state.tokens[before[0]].type == "paragraph_open":
            level = above - _height(state.tokens[slice(*before)], COLUMN)
            height = 50 + _height(state.tokens[start:end], MARGIN)
            if level > free and height < above - level + _room(state.tokens, blocks[number + 1 :]):
                moved.append((before[0], end))
                free = level + height
                continue
        above += _height(state.tokens[start:end], COLUMN)
    for start, end in reversed(moved):
        state.tokens[end:end] = [Token("beside_close", "div", -1)]
        state.tokens[start:start] = [Token("beside_open", "div", 1)]


def _room(tokens: Sequence[Token], following: Sequence[tuple[int, int]]) -> float:
    """How much of the column follows until the next box."""
    room = 0.0
    for start, end in following:
        if tokens[start].type in (*ASIDES, "container_practise_open"):
            return room
        room += _height(tokens[start:end], COLUMN)
    return room


def _height(tokens: Sequence[Token], measure: tuple[int, int]) -> float:
    wide, high = measure
    height = 0.0
    for token in tokens:
        if token.type == "inline":
            height += (len(_LATEX.sub("", token.content)) // wide + 1) * high + 12
        elif token.type == "math_block":
            height += 90
        elif token.type == "fence":
            height += 22 * token.content.count("\n") + 40
        elif token.type in ("container_example_open", "container_explore_open"):
            height += 400
    return height


def _blocks(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The outermost blocks: where each begins and ends."""
    found, start = [], 0
    for number, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0:
            start = number
        if token.level == 0 and token.nesting <= 0:
            found.append((start, number + 1))
    return found
