"""The Python of a course, loaded by path: references, mistakes and checks.

Nothing is put on the import path: the modules get private names, so a solution can never shadow a library.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from types import FunctionType, ModuleType

from grader.directory import read_file
from grader.model import Course, Exercise, Message, ZachetkaError, message
from grader.problems import Problem, closest

Function = Callable[..., object]

LIBRARIES = sys.stdlib_module_names | {"grader", "hypothesis", "jaxtyping", "numpy", "scipy", "sklearn", "torch"}


def lacking(exercise: Exercise) -> Message | None:
    """What must be installed before the exercise can be graded, or None."""
    if exercise.is_module and find_spec("torch") is None:
        return message("exercise {id} needs PyTorch: pip install 'zachetka[torch]'", id=exercise.id)
    return None


def reference(course: Course, exercise: Exercise) -> Function:
    """The right implementation of an exercise: a function, or the class of a PyTorch module."""
    lack = lacking(exercise)
    if lack is not None:
        raise ZachetkaError(lack, where=exercise.where, status=3)
    return _function(course, exercise, f"solutions/{exercise.module}.py", exercise.function)


def mistake(course: Course, exercise: Exercise, name: str) -> Function:
    """The executable misconception of that name."""
    return _function(course, exercise, f"solutions/mistakes/{exercise.module}.py", name)


def checks(course: Course, topic: str) -> ModuleType:
    """The checks of a topic; an empty module when the topic needs none."""
    name = f"questions/{topic}/checks.py"
    return load_module(course, name) if os.path.lexists(course.root / name) else ModuleType("checks")


def predicate(course: Course, exercise: Exercise, name: str) -> Function:
    """The predicate that says which examples belong to a case other than `ordinary`."""
    return _function(course, exercise, f"questions/{exercise.topic}/checks.py", name)


def condition(course: Course, exercise: Exercise, name: str) -> Function:
    """The property of that name: the topic's own, else the shared one."""
    own = getattr(checks(course, exercise.topic), name, None)
    found = own if isinstance(own, FunctionType) else getattr(import_module("grader.properties"), name, None)
    if isinstance(found, FunctionType):
        return found
    return _function(course, exercise, f"questions/{exercise.topic}/checks.py", name)


def load_module(course: Course, name: str) -> ModuleType:
    """The module of a file of the course, such as `solutions/tfidf.py`; loaded once a process."""
    path = PurePosixPath(name)
    if path.parts[0] == "solutions" and path.stem in LIBRARIES:
        clash = message("a solution cannot be called {file}, a library has that name: rename it", file=path.name)
        raise ZachetkaError(clash, where=name)
    return _module(course.root.resolve(), name)


def forget() -> None:
    """Load every module anew when it is next asked for: its file has changed."""
    _module.cache_clear()


@cache
def _module(root: Path, name: str) -> ModuleType:
    data = read_file(root, name)
    if isinstance(data, Problem):
        raise ZachetkaError(data.message, where=name)
    path = root / name
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
    module = ModuleType(f"_course_{digest}_{PurePosixPath(name).stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # dataclasses and pickle look their module up
    try:
        exec(compile(data, str(path), "exec", dont_inherit=True), vars(module))
    except (Exception, SystemExit) as error:
        del sys.modules[module.__name__]
        broken = message(
            "{file} cannot be imported, {kind}: {text}; mend it, or what it needs",
            file=name,
            kind=type(error).__name__,
            text=_said(error),
        )
        raise ZachetkaError(broken, where=f"{name}:{_line(error, str(path))}") from error
    return module


def _said(error: BaseException) -> str:
    """The first line of what an exception says."""
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return next(iter(text.splitlines()), "")


def _line(error: BaseException, path: str) -> int:
    """The line of the file at which the exception left it."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno or 1
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _function(course: Course, exercise: Exercise, file: str, name: str) -> Function:
    module = load_module(course, file)
    found = getattr(module, name, None)
    if isinstance(found, FunctionType | type):
        return found
    if found is not None:
        kind = type(found).__name__
        other = message("'{name}' in {file} must be a function, but it is {kind}", name=name, file=file, kind=kind)
        raise ZachetkaError(other, where=exercise.where)
    functions = [key for key, value in vars(module).items() if isinstance(value, FunctionType)]
    if guess := closest(name, functions):
        near = message("{file} has no function '{name}': did you mean '{guess}'?", file=file, name=name, guess=guess)
        raise ZachetkaError(near, where=exercise.where)
    absent = message("{file} has no function '{name}': write it, or correct the name", file=file, name=name)
    raise ZachetkaError(absent, where=exercise.where)
