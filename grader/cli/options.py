"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import sys
from typing import Literal

import click

from grader.cli.language import spoken
from grader.cli.settings import Settings
from grader.model import message

SEED = 0  # of everything that is not graded for marks
Isolation = Literal["strict", "process"]

assignment = click.option(
    "--assignment", metavar="A", help=spoken("The assignment of the course that is graded: what is missing counts.")
)
seed = click.option(
    "--seed",
    type=click.IntRange(0),
    metavar="N",
    help=spoken("What the examples are drawn from; the same seed gives the same report."),
)
isolation = click.option(
    "--isolation",
    type=click.Choice(["strict", "process"]),
    help=spoken("How student code is shut in: every layer of the sandbox (strict), or a process of its own only."),
)


def level_of(option: Isolation | None) -> Isolation:
    """What was asked for; without it strict where the system can do it."""
    return option or ("strict" if sys.platform == "linux" else "process")


def isolation_of(settings: Settings, option: Isolation | None) -> Isolation:
    """The level, and never less than strict without saying so."""
    level = level_of(option)
    if level == "process":
        settings.note(message("The code runs in a process of its own without a sandbox: use this for code you trust."))
    return level
