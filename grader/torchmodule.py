"""Running a PyTorch module: build it, give it parameters by name, run it forward and backward.

It runs beside student code in a worker and beside the reference in the checker. It holds no secret: what it is
given, the checker has sent.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

globals()["__builtins__"] = dict(vars(builtins))  # out of a student's reach

Numbers = np.ndarray


class WrongParameters(Exception):
    """The module's parameters are not those that were asked for; the text names them."""


def run(
    kind: Any,
    init: Sequence[int],
    parameters: Mapping[str, Numbers],
    inputs: Sequence[Any],
    upstream: Sequence[Numbers],
) -> tuple[Any, Any, list[str]]:
    """The outputs, the gradient of every parameter by name, and the names that were given to an nn.Linear.

    The module is converted to double. `upstream` are the gradients of the outputs.
    """
    import torch

    module = kind(*init).double()
    slots, linear = _slots(module, parameters)
    with torch.no_grad():
        for name, value in parameters.items():
            given = torch.tensor(value)
            slots[name].copy_(given.T if name in linear else given)
    outputs = module(*(None if one is None else torch.tensor(one) for one in inputs))
    several = outputs if isinstance(outputs, tuple | list) else (outputs,)
    if not all(isinstance(one, torch.Tensor) for one in several):
        return outputs, {}, linear
    gradients = _gradients(several, upstream, slots)
    turned = {name: _array(one.T if one is not None and name in linear else one) for name, one in gradients.items()}
    return tuple(_array(one) for one in several), turned, linear


def _gradients(outputs: Sequence[Any], upstream: Sequence[Numbers], slots: Mapping[str, Any]) -> dict[str, Any]:
    import torch

    pairs = [(o, torch.tensor(u)) for o, u in zip(outputs, upstream, strict=False) if o.requires_grad]
    if not pairs or any(o.shape != u.shape for o, u in pairs):
        return dict.fromkeys(slots)
    roots, given = zip(*pairs, strict=True)
    found = torch.autograd.grad(roots, list(slots.values()), given, allow_unused=True)
    return dict(zip(slots, found, strict=True))


def _array(tensor: Any) -> Numbers | None:
    return None if tensor is None else np.array(tensor.detach().numpy())


def _slots(module: Any, wanted: Mapping[str, Numbers]) -> tuple[dict[str, Any], list[str]]:
    """The module's own parameters by wanted name, and which of them are the weights of a bias-free nn.Linear."""
    import torch

    own = dict(module.named_parameters())
    linear = [name for name in wanted if _bare_linear(torch, getattr(module, name, None)) and f"{name}.weight" in own]
    slots = {name: own.pop(f"{name}.weight" if name in linear else name, None) for name in wanted}
    said = [f"{name} is missing" for name, slot in slots.items() if slot is None]
    said += [f"{name} is not asked for" for name in own]
    for name, slot in slots.items():
        shape = tuple(reversed(wanted[name].shape)) if name in linear else wanted[name].shape
        if slot is not None and tuple(slot.shape) != shape:
            said.append(f"{name} has shape {tuple(slot.shape)} where {shape} is asked for")
    if said:
        raise WrongParameters("; ".join(said))
    return slots, linear


def _bare_linear(torch: Any, part: Any) -> bool:
    return type(part) is torch.nn.Linear and part.bias is None
