"""The file a student starts from: signature, statement, shapes and a first example, for each exercise."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from grader.annotations import Array, Linears, Many, Maybe, Parameter, Plain, Several, Table, Type, describe
from grader.examples import Prepared
from grader.model import Lang, message
from grader.show import show_answer, show_call
from grader.words import say


def starter(prepared: Sequence[Prepared], lang: Lang) -> str:
    """The text of a starter file for some exercises."""
    functions = [_function(one, lang) for one in prepared]
    imports = "import numpy as np\n" if any("np." in one for one in functions) else ""
    head = "from __future__ import annotations\n" + (f"\n{imports}" if imports else "")
    return "\n\n".join([head, *functions])


def _function(prepared: Prepared, lang: Lang) -> str:
    exercise = prepared.exercise
    parameters = ", ".join(map(_parameter, prepared.signature.parameters))
    said = [
        exercise.title.within(lang) + ".",
        "",
        *_wrapped(exercise.statement.within(lang)),
        "",
        *shapes(prepared, lang),
        "",
        *_example(prepared),
    ]
    doc = textwrap.indent(
        "\n".join(said).replace("\\", "\\\\").replace('"""', "'''"), "    ", lambda line: bool(line.strip())
    )
    result = _python(prepared.signature.result)
    return f'def {exercise.function}({parameters}) -> {result}:\n    """{doc.lstrip()}\n    """\n    ...\n'


def _wrapped(statement: str) -> list[str]:
    return [
        line for part in statement.splitlines() for line in (textwrap.wrap(part, 100, break_long_words=False) or [""])
    ]


def shapes(prepared: Prepared, lang: Lang) -> list[str]:
    """One line a parameter and one for the result: `counts: int (docs, terms)`."""
    rows = [f"{one.name}: {describe(one.type)}" for one in prepared.signature.parameters]
    return [*rows, f"{say(message('returns'), lang)}: {describe(prepared.signature.result)}"]


def _example(prepared: Prepared) -> list[str]:
    first = prepared.exercise.cases[0].name
    numbers = [n for n, example in enumerate(prepared.examples) if example.case == first]
    number = min(numbers[1 : len(numbers) // 2] or numbers, key=lambda n: (len(prepared.calls[n]), n))
    example = prepared.examples[number]
    call = show_call(prepared.exercise.function, example.args, example.kwargs)
    return [f">>> {call}", show_answer(prepared.expected[number])]


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
        case Linears():
            return "list[str]"
