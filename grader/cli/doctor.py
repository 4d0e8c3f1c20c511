"""`zachetka doctor`: whether this machine can grade, layer by layer."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from grader import __version__
from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings
from grader.cli.status import CANNOT_WORK, DONE
from grader.model import Message, ZachetkaError, message
from grader.names import visible
from grader.words import say

if TYPE_CHECKING:
    from grader.doctor import Layer


@click.command(
    cls=Translated, help=spoken("Show whether this machine can grade: course, torch, each layer of isolation.")
)
@click.pass_obj
def command(settings: Settings, /) -> int:
    """The exit status: 0 when strict grading works here, 3 when it does not."""
    from grader.doctor import examine

    health = examine()
    rows = [*_machine(settings), *(_layer(layer) for layer in health.layers)]
    width = max(len(name) for name, _ in rows)
    for name, words in rows:
        print(visible(f"{name.ljust(width)}  {say(words, settings.lang)}"))
    print()
    if health.refused is not None:
        raise ZachetkaError(health.refused, status=CANNOT_WORK)
    print(say(message("This machine can grade untrusted submissions."), settings.lang))
    return DONE


def _layer(layer: Layer) -> tuple[str, Message]:
    """A layer with its state, and what would mend it."""
    if layer.on:
        return layer.name, Message("{state}", (("state", layer.state),))
    state = (
        layer.state if layer.remedy is None else message("{state}; {remedy}", state=layer.state, remedy=layer.remedy)
    )
    if layer.required:
        return layer.name, message("{state} (required)", state=state)
    return layer.name, message("{state} (best effort)", state=state)


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
