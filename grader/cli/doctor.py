"""`zachetka doctor`: whether this machine can grade, layer by layer."""

from __future__ import annotations

import platform
from collections.abc import Iterator

import click

from grader import __version__
from grader.cli.group import Translated
from grader.cli.language import sentence
from grader.cli.settings import Settings
from grader.model import Message, ZachetkaError, message
from grader.names import visible
from grader.words import say

FIT = 0


@click.command(
    cls=Translated, help=sentence("Show what this machine can do: the course, torch, and each layer of isolation.")
)
@click.pass_obj
def command(settings: Settings, /) -> int:
    """The exit status: 0 when strict grading works here, 3 when it does not."""
    from grader.sandbox import Sandbox

    rows = list(_machine(settings))
    fault: ZachetkaError | None = None
    try:
        with Sandbox("strict") as sandbox:
            rows += [(name, Message("{state}", (("state", state),))) for name, state in sandbox.layers.items()]
    except ZachetkaError as error:
        fault = error
    width = max(len(name) for name, _ in rows)
    for name, state in rows:
        print(visible(f"{name.ljust(width)}  {say(state, settings.lang)}"))
    print()
    if fault is not None:
        raise fault
    print(say(message("This machine can grade untrusted submissions."), settings.lang))
    return FIT


def _machine(settings: Settings) -> Iterator[tuple[str, Message]]:
    yield "zachetka", Message(__version__)
    yield "Python", Message(f"{platform.python_version()}, {platform.system()} {platform.machine()}")
    yield "torch", _torch()
    course = settings.load()
    root, count = str(course.root), len(course.exercises)
    yield say(message("course"), settings.lang), message("{path}, exercises: {count}", path=root, count=count)


def _torch() -> Message:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Message(version("torch"))
    except PackageNotFoundError:
        return message("not installed: submissions that import it fail. pip install 'zachetka[torch]'")
