"""The file a student starts from: signature, statement, shapes and a first example."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from grader.annotations import (
    Array,
    Many,
    Maybe,
    Parameter,
    Passes,
    Plain,
    Several,
    Signature,
    Table,
    Type,
    describe,
    signature,
)
from grader.code import reference
from grader.model import Course, Exercise, Lang, message
from grader.moduleform import ModuleForm, form_of
from grader.words import say

IMPORTS = {"np.": "import numpy as np\n", "nn.Module": "import torch\nfrom torch import nn\n"}


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be said of an exercise before examples are drawn."""

    exercise: Exercise
    signature: Signature
    form: ModuleForm | None


def outline(course: Course, exercise: Exercise) -> Outline:
    """The outline of an exercise."""
    code = reference(course, exercise)
    if isinstance(code, type):
        form, shape = form_of(code)
        return Outline(exercise, shape, form)
    return Outline(exercise, signature(code), None)


def starter(about: Outline, example: Sequence[str], lang: Lang) -> str:
    """The text of the starter file of an exercise, with an example as lines."""
    code = _class(about, about.form, example, lang) if about.form else _function(about, example, lang)
    imports = [text for mark, text in IMPORTS.items() if mark in code]
    head = "from __future__ import annotations\n" + "".join(["\n" * bool(imports), *imports])
    return f"{head}\n\n{code}"


def _function(about: Outline, example: Sequence[str], lang: Lang) -> str:
    parameters = ", ".join(map(_parameter, about.signature.parameters))
    result = _python(about.signature.result)
    return f"def {about.exercise.function}({parameters}) -> {result}:\n{_doc(about, example, lang)}    ...\n"


def _class(about: Outline, form: ModuleForm, example: Sequence[str], lang: Lang) -> str:
    """A class whose constructor and forward pass are to be filled in."""
    init, forward = (", ".join(["self", *map(_parameter, part)]) for part in (form.sizes, form.inputs))
    result = _python(about.signature.result)
    methods = [
        f"    def __init__({init}) -> None:\n        super().__init__()\n        ...\n",
        f"    def forward({forward}) -> {result}:\n        ...\n".replace("np.ndarray", "torch.Tensor"),
    ]
    return "\n".join([f"class {about.exercise.function}(nn.Module):\n{_doc(about, example, lang)}", *methods])


def _doc(about: Outline, example: Sequence[str], lang: Lang) -> str:
    """The docstring: title, statement, shapes and an example."""
    exercise = about.exercise
    said = [
        exercise.title.within(lang) + ".",
        "",
        *_wrapped(exercise.statement.within(lang)),
        "",
        *shapes(about, lang),
        "",
        *example,
    ]
    doc = textwrap.indent(
        "\n".join(said).replace("\\", "\\\\").replace('"""', "'''"), "    ", lambda line: bool(line.strip())
    )
    return f'    """{doc.lstrip()}\n    """\n'


def _wrapped(statement: str) -> list[str]:
    return [
        line for part in statement.splitlines() for line in (textwrap.wrap(part, 100, break_long_words=False) or [""])
    ]


def shapes(about: Outline, lang: Lang) -> list[str]:
    """One line a parameter and one for the result: `counts: int (docs, terms)`."""
    form = about.form
    parameters = about.signature.parameters
    if form:
        parameters = (*form.sizes, *form.parameters, *form.inputs)
    own = {one.name: "nn.Parameter, " for one in form.parameters} if form else {}
    rows = [f"{one.name}: {own.get(one.name, '')}{describe(one.type)}" for one in parameters]
    return [*rows, f"{say(message('returns'), lang)}: {describe(about.signature.result)}"]


def _parameter(parameter: Parameter) -> str:
    return f"{parameter.name}: {_python(parameter.type)}" + (" = None" if parameter.optional else "")


def _python(kind: Type) -> str:
    match kind:
        case Array():
            return "np.ndarray"
        case Plain(name):
            return name
        case Many(item):
            return f"list[{_python(item)}]"
        case Several(items):
            return f"tuple[{', '.join(map(_python, items))}]"
        case Table(value):
            return f"dict[str, {_python(value)}]"
        case Maybe(inner):
            return f"{_python(inner)} | None"
        case Passes(Several(items)):
            return _python(items[0] if len(items) == 1 else Several(items))
