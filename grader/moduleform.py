"""How a PyTorch exercise is a function: sizes, parameters, inputs and upstream gradients, one after another."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.annotations import Array, Linears, Parameter, Several, Signature, Table, signature, understand
from grader.show import show


@dataclass(frozen=True, slots=True)
class ModuleForm:
    """The names of a module's parts, in the order in which an example holds them."""

    sizes: tuple[str, ...]
    parameters: tuple[str, ...]
    inputs: tuple[str, ...]
    upstream: tuple[str, ...]

    def structured(self, args: Sequence[Any]) -> tuple[Any, ...]:
        """The arguments of `torchmodule.run` after the class: sizes, parameters by name, inputs, upstream gradients."""
        a = len(self.sizes)
        b = a + len(self.parameters)
        c = b + len(self.inputs)
        return tuple(args[:a]), dict(zip(self.parameters, args[a:b], strict=True)), tuple(args[b:c]), tuple(args[c:])

    def shown(self, name: str, args: Sequence[Any]) -> str:
        """An example in words close to Python."""
        sizes, parameters, inputs, upstream = self.structured(args)
        parts = [f"{name}({', '.join(map(str, sizes))})"]
        parts += [f"{key} = {show(value, exact=True)}" for key, value in parameters.items()]
        parts += [f"{key} = {show(value, exact=True)}" for key, value in zip(self.inputs, inputs, strict=True)]
        parts += [f"{key} = {show(value, exact=True)}" for key, value in zip(self.upstream, upstream, strict=True)]
        return "; ".join(parts)


def form_of(module: type) -> tuple[ModuleForm, Signature]:
    """The form of a reference module and its signature as a function.

    The class annotates its parameters and the arguments of `__init__` and `forward`; TypeError names what lacks it.
    """
    sizes = signature(module.__init__, skip=1, result=False).parameters  # type: ignore[misc]
    hints = typing.get_type_hints(module)
    own = [name for name in inspect.get_annotations(module) if hasattr(hints[name], "dim_str")]
    parameters = tuple(Parameter(name, understand(hints[name], name)) for name in own)
    forward = signature(module.forward, skip=1)  # type: ignore[attr-defined]
    outputs = forward.result.items if isinstance(forward.result, Several) else (forward.result,)
    upstream = tuple(Parameter(f"d_{number}", kind) for number, kind in enumerate(outputs, 1))
    everything = (*sizes, *parameters, *forward.parameters, *upstream)
    result = Several((Several(outputs), Table(Array("float", ("...",))), Linears()))
    groups = (sizes, parameters, forward.parameters, upstream)
    names = (tuple(one.name for one in group) for group in groups)
    return ModuleForm(*names), Signature(everything, result)
