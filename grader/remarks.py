"""What a worker says about a submission: sentences with their blanks, and exceptions in words that are safe to send."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from types import TracebackType

from grader.encode import module_of, plain

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

Remark = tuple[str, dict[str, str | int]]

MOST_KINDS = 30
LONGEST = 500
LONGEST_BLANK = 1800  # holds a file's name with all its folders

_mro = type.__dict__["__mro__"].__get__
_name = type.__dict__["__name__"].__get__
_traceback = BaseException.__dict__["__traceback__"].__get__
_BUILT_IN = {name: value for name, value in vars(builtins).items() if isinstance(value, type)}


def message(template: str, /, **blanks: str | int) -> Remark:
    """A sentence for the checker, found by the extractor of the gettext catalogues as a Message is."""
    return template, {name: clean(v, LONGEST_BLANK) if type(v) is str else v for name, v in blanks.items()}


def clean(text: str, most: int = LONGEST) -> str:
    """A text that every encoding can carry, not too long."""
    return text[:most].encode("utf-8", "backslashreplace").decode()[:most]


def kinds(error: BaseException) -> list[str]:
    """The class names of an exception, most special first. A bare name of a built-in class is that class."""
    found = []
    for kind in _mro(type(error))[:-1][:MOST_KINDS]:
        name = plain(_name(kind))
        impostor = name in _BUILT_IN and _BUILT_IN[name] is not kind
        found.append(f"{module_of(kind)}.{name}" if impostor else name)
    return found


def text_of(error: BaseException) -> str:
    """What an exception says, short; nothing when it cannot say it."""
    try:
        return clean(str.__getitem__(str(error), slice(LONGEST)))
    except BaseException:
        return ""


def place_of(error: BaseException, files: Mapping[str, str]) -> tuple[str, int]:
    """The file, as the student calls it, and the line of the deepest frame in the student's files."""
    place = "", 0
    step: TracebackType | None = _traceback(error)
    while step is not None:
        file = files.get(step.tb_frame.f_code.co_filename)
        if file is not None:
            place = file, step.tb_lineno
        step = step.tb_next
    return place


def where(error: BaseException, files: Mapping[str, str]) -> str:
    """`file:line` of the deepest frame in the student's files, or nothing."""
    file, line = place_of(error, files)
    return f"{file}:{line}" if file else ""


def failure(error: BaseException, file: str, files: Mapping[str, str]) -> dict[str, str | int]:
    """The blanks `where`, `kind` and `text` of a sentence on an exception."""
    place, text = where(error, files), text_of(error)
    if isinstance(error, SyntaxError) and not place:  # found by the compiler, so there is no frame
        place, text = f"{files.get(error.filename or '', file)}:{error.lineno or 1}", error.msg
    return {"where": place or file, "kind": kinds(error)[0], "text": text}
