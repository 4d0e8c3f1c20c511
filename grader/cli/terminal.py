"""What the terminal at the other end of a stream can show."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click


def color(stream: TextIO) -> bool:
    """Whether a stream is a terminal that wants colour."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int | None:
    """The columns of a terminal; None in a pipe."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else None
    except (OSError, ValueError):
        return None


def show(text: str, ink: str = "") -> None:
    """Print a text, folded at the width of the terminal, its first line in colour where there is any."""
    from grader.render.paper import WIDTH
    from grader.render.quiz import wrapped

    first, stop, rest = wrapped(text, min(width(sys.stdout) or WIDTH, WIDTH)).partition("\n")
    print((click.style(first, fg=ink, bold=True) if ink and color(sys.stdout) else first) + stop + rest)
