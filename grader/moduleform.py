"""How a PyTorch exercise is a function: sizes, parameters, inputs and upstream gradients, one after another."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader import notes
from grader.alike import alike
from grader.annotations import Parameter, Passes, Several, Signature, signature, understand
from grader.calls import Answer, Returned
from grader.show import capped, show, show_answer, show_pair

Parts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ModuleForm:
    """The parts of a module as parameters of a function, in the order in which an example holds them."""

    sizes: tuple[Parameter, ...]
    parameters: tuple[Parameter, ...]
    inputs: tuple[Parameter, ...]
    upstream: tuple[Parameter, ...]

    def structured(self, args: Sequence[Any]) -> tuple[Any, ...]:
        """The arguments of `torchmodule.run` after the class: sizes, parameters by name, inputs, upstream gradients."""
        a = len(self.sizes)
        b = a + len(self.parameters)
        c = b + len(self.inputs)
        named = zip(self.parameters, args[a:b], strict=True)
        return tuple(args[:a]), {one.name: value for one, value in named}, tuple(args[b:c]), tuple(args[c:])

    def shown(self, name: str, args: Sequence[Any]) -> str:
        """An example as Python that a student can paste."""
        sizes, parameters, inputs, upstream = self.structured(args)
        parts = ["torch.set_default_dtype(torch.float64)", f"m = {name}({', '.join(map(str, sizes))})"]
        parts += [f"m.{key}.data = {_tensor(value)}" for key, value in parameters.items()]
        parts.append(f"y = m({', '.join(map(_tensor, inputs))})")
        given = [_tensor(value) for value in upstream]
        back = f"y.backward({given[0]})" if len(given) == 1 else f"torch.autograd.backward(y, ({', '.join(given)}))"
        return capped("; ".join([*parts, back]))

    def shown_answer(self, answer: Answer) -> str:
        """An answer as text: all outputs and gradients."""
        parts = self._parts(answer)
        return show_answer(answer) if parts is None else _listed(parts)

    def shown_pair(self, expected: Answer, got: Answer) -> tuple[str, str]:
        """Two answers as text, of each the outputs and gradients in which they differ."""
        wanted, given = self._parts(expected), self._parts(got)
        if wanted is None:
            return show_pair(expected, got)
        if given == {}:
            return "", ""
        if given is None:
            return _listed(wanted), show_answer(got)
        unlike = [key for key, value in wanted.items() if not alike(given.get(key), value, rtol=1e-9, atol=1e-11)]
        chosen = [{key: one[key] for key in unlike or one if key in one} for one in (wanted, given)]
        short = _listed(chosen[0]), _listed(chosen[1])
        return short if short[0] != short[1] else (_listed(chosen[0], exact=True), _listed(chosen[1], exact=True))

    def _parts(self, answer: Answer) -> Parts | None:
        """Outputs and gradients by what Python calls them; none where there are notes only; None for another value."""
        match answer:
            case Returned((None, None, list())):
                return {}
            case Returned((tuple(outputs), dict(gradients), list(said))) if notes.fault(said) is None:
                names = ["y"] if len(outputs) == 1 else [f"y[{number}]" for number in range(len(outputs))]
                return dict(zip(names, outputs, strict=True)) | {f"m.{k}.grad": v for k, v in gradients.items()}
        return None


def _tensor(value: Any, *, exact: bool = True) -> str:
    return show(value, exact=exact).replace("np.array(", "torch.tensor(", 1)


def _listed(parts: Parts, *, exact: bool = False) -> str:
    return capped("; ".join(f"{key} = {_tensor(value, exact=exact)}" for key, value in parts.items()))


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
    form = ModuleForm(sizes, parameters, forward.parameters, upstream)
    everything = (*sizes, *parameters, *forward.parameters, *upstream)
    return form, Signature(everything, Passes(Several(outputs)))
