"""A command line from its arguments to its exit status: what goes wrong is one sentence on stderr."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress

import click

from grader.cli.group import root
from grader.cli.language import preferred, speak
from grader.cli.settings import Settings
from grader.cli.status import CANNOT_WORK, INTERRUPTED, WRONG_INPUT
from grader.model import LANGS, Lang, Message, ZachetkaError, message
from grader.names import visible
from grader.words import say


def run(args: Sequence[str]) -> int:
    """The exit status of a command line."""
    args = list(args)
    lang = _language(args)
    speak(lang)
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()  # None where they were closed
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a locale without Cyrillic garbles, it does not crash
    try:
        _require_a_place()
        status = root.main(args, prog_name="zachetka", standalone_mode=False, obj=Settings(None, lang))
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except BrokenPipeError:
        _silence(sys.stdout)
        return 128 + 13
    except (KeyboardInterrupt, click.Abort):
        _tell("", message("interrupted"), lang)
        return INTERRUPTED
    except Exception as error:
        return _failed(error, lang, verbose=not {"-v", "--verbose"}.isdisjoint(args))


def _require_a_place() -> None:
    """Nothing, or an error when the working directory has been deleted: no name in it could be found."""
    try:
        os.getcwd()
    except FileNotFoundError:
        raise ZachetkaError(message("the working directory no longer exists. Go to one that does")) from None


def _failed(error: Exception, lang: Lang, verbose: bool) -> int:
    """Tell what happened; the exit status that belongs to it."""
    if verbose and not isinstance(error, click.ClickException):
        traceback.print_exception(error)
    match error:
        case click.exceptions.NoArgsIsHelpError():
            print(error.ctx.get_help() if error.ctx else "", file=sys.stderr)
            return WRONG_INPUT
        case click.ClickException():
            _tell("", _usage(error), lang)
            return WRONG_INPUT
        case ZachetkaError():
            for where, problem in _problems(error):
                _tell(where, problem, lang)
            return error.status
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            _tell(str(error.filename or ""), message("the disk is full. Make room and run it again"), lang)
            _silence(sys.stdout)
            return CANNOT_WORK
        case OSError():
            _tell(str(error.filename or ""), Message("{reason}", (("reason", error.strerror or str(error)),)), lang)
            _silence(sys.stdout)
            return WRONG_INPUT if error.filename else CANNOT_WORK
    what = f"{type(error).__name__}: {error}"
    _tell("", message("the program failed ({error}). Run it again with -v and report what it shows", error=what), lang)
    return CANNOT_WORK


def _problems(error: ZachetkaError) -> list[tuple[str, Message]]:
    problems = getattr(error, "problems", ())  # a course tells all of its errors at once
    return [(problem.where, problem.message) for problem in problems] or [(error.where, error.problem)]


def _usage(error: click.ClickException) -> Message:
    """Click's sentence on one line, and where to read how it should be."""
    words = " ".join(error.format_message().split()).rstrip(".")
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "zachetka"
    return message("{words}. See `{command} --help`", words=words, command=command)


def _tell(where: str, problem: Message, lang: Lang) -> None:
    text = say(problem, lang)
    stop = "" if text.endswith((".", "!", "?", "…")) else "."
    print(visible(f"{where}: {text}{stop}" if where else f"{text}{stop}"), file=sys.stderr)


def _nowhere() -> io.TextIOWrapper:
    return open(os.devnull, "w", encoding="utf-8")


def _silence(stream: object) -> None:
    """Nobody reads on, so what is left in the buffer goes nowhere, without a second error at exit."""
    if isinstance(stream, io.TextIOWrapper):
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _language(args: Sequence[str]) -> Lang:
    """The language before click has read the arguments: errors on the way are told in it."""
    for option, value in zip(args, [*args[1:], ""], strict=False):
        said = value if option == "--lang" else option.removeprefix("--lang=") if option.startswith("--lang=") else ""
        for lang in LANGS:
            if said == lang:
                return lang
    return preferred(os.environ)
