"""Running a PyTorch module: build it, give it parameters by name, run it forward and backward.

It runs beside student code in a worker and beside the reference in the checker. It holds no secret: what it is
given, the checker has sent. What it needs of torch is bound before student code runs.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.encode import kind_of
from grader.wireformat import Opaque

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

_mro = type.__dict__["__mro__"].__get__

Numbers = np.ndarray
Note = tuple[str, ...]
MOST_NOTES = 20


@dataclass(frozen=True, slots=True)
class Tools:
    """What is used of torch, as it was before anybody could change it."""

    module: Any
    linear: Any
    parameter: Any
    tensor: Any
    make: Callable[..., Any]
    backward: Callable[..., Any]
    no_grad: Callable[..., Any]
    enable_grad: Callable[..., Any]


_bound: list[Tools] = []


def bind() -> None:
    """Nothing; the tools are taken from torch if somebody has imported it."""
    torch = sys.modules.get("torch")
    if torch is not None and not _bound:
        backward = torch.autograd.Variable._execution_engine.run_backward
        modules = torch.nn.Module, torch.nn.Linear, torch.nn.Parameter
        _bound.append(Tools(*modules, torch.Tensor, torch.tensor, backward, torch.no_grad, torch.enable_grad))


def makes_modules(kind: Any) -> bool:
    """Whether a class is derived from nn.Module; no code of its own is run for it."""
    bind()
    return bool(_bound) and any(base is _bound[0].module for base in _mro(kind))


def _tools() -> Tools:
    if not _bound:
        import torch

        torch.set_num_threads(1)
        bind()
    return _bound[0]


@dataclass(frozen=True, slots=True)
class Task:
    """A module to run: its parameters by wanted name, and what it is given."""

    module: Any
    slots: Mapping[str, Any]
    linear: frozenset[str]
    parameters: Mapping[str, Numbers]
    inputs: Sequence[Numbers | None]
    upstream: Sequence[Numbers]


@dataclass(frozen=True, slots=True)
class Pass:
    """Outputs and gradients as numbers; `tensors` is what the module was given, after it has run."""

    outputs: tuple[Any, ...]
    gradients: dict[str, Numbers | None]
    tensors: Sequence[Any]


def run(
    kind: Any,
    init: Sequence[int],
    parameters: Mapping[str, Numbers],
    inputs: Sequence[Numbers | None],
    upstream: Sequence[Numbers],
) -> tuple[tuple[Any, ...] | None, dict[str, Numbers | None] | None, list[Note]]:
    """The outputs, the gradient of every parameter by name, and notes; only notes when it could not be run.

    The module is converted to double and must answer alike in training and in evaluation. `upstream` are the
    gradients of the outputs. What it changes in place is changed in `parameters` and `inputs`.
    """
    tools = _tools()
    module = kind(*init)
    if not isinstance(module, tools.module):
        return None, None, [("kind", type(module).__name__)]
    tools.module.double(module)
    slots, notes = find(tools, module, parameters)
    linear = frozenset(name for word, name, *_ in notes if word == "linear")
    if len(notes) > len(linear):
        return None, None, notes
    task = Task(module, slots, linear, parameters, inputs, upstream)
    passes = [_pass(tools, task, training) for training in (True, False)]
    _, after = find(tools, module, parameters)
    if after != notes:
        return None, None, after
    for one in passes:
        _show_changes(one, task)
    if not _same(*passes):
        return None, None, [*notes, ("mode",)]
    return passes[0].outputs, passes[0].gradients, notes


def _pass(tools: Tools, task: Task, training: bool) -> Pass:
    task.module.train(training)
    tensors = [None if one is None else tools.make(one) for one in task.inputs]
    with tools.no_grad():
        for name, value in task.parameters.items():
            given = tools.make(value)
            task.slots[name].copy_(given.T if name in task.linear else given)
    with tools.enable_grad():
        found = task.module(*tensors)
        several = tuple(found) if len(task.upstream) > 1 and isinstance(found, tuple | list) else (found,)
        gradients = _gradients(tools, several, task) if training else {}
    outputs = tuple(_plain(tools, one) for one in several)
    kept = [slot.detach().T if name in task.linear else slot.detach() for name, slot in task.slots.items()]
    return Pass(outputs, gradients, [*tensors, *kept])


def _gradients(tools: Tools, outputs: Sequence[Any], task: Task) -> dict[str, Numbers | None]:
    """The gradient of every parameter; None where none arrives."""
    found: dict[str, Numbers | None] = dict.fromkeys(task.slots)
    pairs = [
        (output, tools.make(given))
        for output, given in zip(outputs, task.upstream, strict=False)
        if isinstance(output, tools.tensor) and output.requires_grad and tuple(output.shape) == given.shape
    ]
    leaves = {name: slot for name, slot in task.slots.items() if slot.requires_grad}
    if not pairs or not leaves:
        return found
    roots, given = zip(*pairs, strict=True)
    arrived = tools.backward(roots, given, False, False, tuple(leaves.values()), True, accumulate_grad=False)
    for name, gradient in zip(leaves, arrived, strict=True):
        if gradient is not None:
            found[name] = _plain(tools, gradient.T if name in task.linear else gradient)
    return found


def _plain(tools: Tools, value: Any) -> Any:
    """Numbers of a tensor; of anything else, an array too, only what it is."""
    if isinstance(value, tools.tensor):
        return np.array(value.detach().numpy())
    if isinstance(value, tuple | list):
        return tuple(_plain(tools, one) for one in value)
    return None if value is None else Opaque(kind_of(type(value)))


def _same(one: Pass, other: Pass) -> bool:
    """Whether two passes gave the same outputs, up to the rounding of another order of sums."""
    return len(one.outputs) == len(other.outputs) and all(map(_alike, one.outputs, other.outputs))


def _alike(one: Any, other: Any) -> bool:
    if type(one) is not np.ndarray or type(other) is not np.ndarray:
        return type(one) is type(other)
    if one.shape != other.shape:
        return False
    return one.tobytes() == other.tobytes() or np.allclose(one, other, 1e-9, 1e-11, equal_nan=True)


def _show_changes(done: Pass, task: Task) -> None:
    """Nothing; numbers that were sent are what the module made of them."""
    for array, tensor in zip((*task.inputs, *task.parameters.values()), done.tensors, strict=True):
        if array is not None:
            now = tensor.numpy()
            if now.dtype == array.dtype and now.tobytes() != array.tobytes():
                array[...] = now


# ---------------------------------------------------------------- parameters


def find(tools: Tools, module: Any, wanted: Mapping[str, Numbers]) -> tuple[dict[str, Any], list[Note]]:
    """The module's own parameters by wanted name, and what is to be said of them.

    The weight of a bias-free nn.Linear counts under the name of the layer and is noted as `linear`; every other note
    is a fault: `missing`, `bias`, `extra`, `shape`.
    """
    own = dict(_named(module))
    slots: dict[str, Any] = {}
    notes: list[Note] = []
    for name, value in wanted.items():
        layer = module._modules.get(name)
        linear = type(layer) is tools.linear
        slot = own.pop(f"{name}.weight" if linear else name, None)
        if slot is None:
            notes.append(("missing", name))
        elif linear and own.pop(f"{name}.bias", None) is not None:
            notes.append(("bias", name))
        else:
            slots[name] = slot
            notes += _formed(name, slot, value.shape, linear)
    notes += [("extra", name) for name in own]
    return slots, notes[:MOST_NOTES]


def _formed(name: str, slot: Any, shape: tuple[int, ...], linear: bool) -> Iterator[Note]:
    wanted = shape[::-1] if linear else shape
    if tuple(slot.shape) != wanted:
        yield "shape", name, str(tuple(slot.shape)), str(wanted)
    elif linear:
        yield "linear", name


def _named(module: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every parameter with its full name, by the tables in which torch keeps them; one that is shared comes once."""
    seen: set[int] = set()
    for name, parameter in _walk(module, prefix):
        if id(parameter) not in seen:
            seen.add(id(parameter))
            yield name, parameter


def _walk(module: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for name, parameter in module._parameters.items():
        if parameter is not None:
            yield prefix + name, parameter
    for name, part in module._modules.items():
        if part is not None:
            yield from _walk(part, f"{prefix}{name}.")
