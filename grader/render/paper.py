"""Lines for a terminal: text that strangers chose is made safe, then laid out by rich."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from grader.model import Lang, Verdict, Words, message
from grader.names import visible
from grader.words import number, say

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text as Line

WIDTH = 100
INK, PENCIL, SOFT = "magenta", "red", "dim"  # the record book: marks in violet ink, corrections in red pencil
MARKS = {"passed": ("✓", INK), "failed": ("✗", PENCIL), "not_run": ("–", SOFT)}
VERDICTS = {
    Verdict.ACCEPTED: message("accepted"),
    Verdict.PARTIAL: message("partly right"),
    Verdict.WRONG_ANSWER: message("wrong answer"),
    Verdict.RUNTIME_ERROR: message("run-time error"),
    Verdict.TIME_LIMIT: message("out of time"),
    Verdict.MEMORY_LIMIT: message("out of memory"),
    Verdict.OUTPUT_LIMIT: message("too much output"),
    Verdict.CRASHED: message("crashed"),
    Verdict.MISSING: message("not handed in"),
    Verdict.UNREADABLE: message("cannot be loaded"),
    Verdict.REFUSED: message("refused"),
    Verdict.INCONSISTENT: message("answers change"),
    Verdict.INTERNAL_ERROR: message("the grader failed"),
}


def line(words: Words | None, lang: Lang, style: str = "") -> Line:
    """Words as one safe line."""
    from rich.text import Text as Line

    return Line(visible(say(words, lang)), style=style)


def score(points: float, most: float, lang: Lang) -> str:
    """«3,5 / 4»."""
    return f"{number(points, lang)} / {number(most, lang)}"


def printed(parts: Iterable[RenderableType], width: int, color: bool) -> str:
    """What rich makes of the parts, without spaces at line ends."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "".join(f"{text.rstrip()}\n" for text in capture.get().splitlines())
