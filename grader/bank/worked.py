"""Worked examples with their numbers: what each step says and shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from grader.bank.entry import BothLists
from grader.bank.example import Example, Step
from grader.bank.expressions import Scope
from grader.model import Text, ZachetkaError, message

Kind = Literal["table", "matrix", "heatmap", "bars", "line", "value", "text"]
LabelPair = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a diagram."""

    label: Text
    values: tuple[float, ...]
    bound: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Values and how they are shown; `values` is a nested list. Labels are by language."""

    kind: Kind
    values: Any
    rows: LabelPair | None = None
    columns: LabelPair | None = None
    digits: int = 3
    curves: tuple[Curve, ...] = ()
    x: Text | None = None
    y: Text | None = None
    start: int = 0
    log: bool = False
    alt: Text | None = None


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """What a step says, and what it shows beside it."""

    say: Text
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class Worked:
    """A worked example; `names` are all its values, for numbers in prose."""

    id: str
    title: Text
    steps: tuple[WorkedStep, ...]
    names: Mapping[str, Any] = field(repr=False)


def work(example: Example, scope: Scope) -> Worked:
    """The example with everything computed; a course error when something cannot be."""
    names = scope.inputs(example.inputs)
    steps = []
    for step in example.steps:
        computed = scope.compute(step.compute, names) if step.compute else {}
        names |= computed
        last = next(reversed(computed), None)
        shown = _shown(step, names, last, scope) if step.show else None
        steps.append(WorkedStep(Text(step.say.ru, step.say.en), shown))
    return Worked(example.id, Text(example.title.ru, example.title.en), tuple(steps), names)


def _shown(step: Step, names: Mapping[str, Any], last: str | None, scope: Scope) -> Shown:
    assert step.show is not None
    expression = step.value or last
    if expression is None and not step.lines:
        raise ZachetkaError(message("the step shows nothing: add `compute:` or `value:`"))
    values = _plain(scope.value(expression, names)) if expression and not step.lines else None
    shown = Shown(
        kind=step.show,
        values=values,
        rows=_labels(step.rows, names, scope),
        columns=_labels(step.columns, names, scope),
        digits=step.digits,
        curves=tuple(
            Curve(_text(line.label), tuple(map(float, _plain(scope.value(line.values, names)))), line.bound)
            for line in step.lines
        ),
        x=_text(step.x) if step.x else None,
        y=_text(step.y) if step.y else None,
        start=step.start,
        log=step.scale == "log",
        alt=_text(step.alt) if step.alt else None,
    )
    _check(shown)
    return shown


def _text(entry: Any) -> Text:
    return Text(entry.ru, entry.en)


def _plain(value: Any) -> Any:
    """Arrays as nested lists, NumPy's numbers as Python's."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _labels(labels: BothLists | str | None, names: Mapping[str, Any], scope: Scope) -> LabelPair | None:
    if labels is None:
        return None
    if isinstance(labels, str):
        found = tuple(str(label) for label in scope.value(labels, names))
        return {"ru": found, "en": found}
    return {"ru": tuple(labels.ru), "en": tuple(labels.en)}


def _check(shown: Shown) -> None:
    """Nothing, or an error when the values do not fit the way they are shown."""
    depth = np.ndim(np.array(shown.values, dtype=object)) if isinstance(shown.values, list) else 0
    wanted = {"table": (2,), "heatmap": (2,), "matrix": (1, 2), "bars": (1,), "value": (0,)}.get(shown.kind)
    if wanted and depth not in wanted:
        raise ZachetkaError(
            message("`show: {kind}` cannot show an array with {depth} axes", kind=shown.kind, depth=depth)
        )
    sizes = np.shape(np.array(shown.values, dtype=object)) if depth else ()
    along = {"rows": 0, "columns": depth - 1}
    for name, labels in (("rows", shown.rows), ("columns", shown.columns)):
        if labels is not None and depth and (depth > 1 or name == "columns"):
            _count(name, labels, sizes[along[name]])


def _count(name: str, labels: LabelPair, size: int) -> None:
    lengths: Sequence[int] = sorted({len(one) for one in labels.values()})
    if lengths != [size]:
        raise ZachetkaError(
            message("`{name}` has {count} labels for {size}: make them equal in both languages", name=name,
                    count=lengths[0], size=size)
        )  # fmt: skip
