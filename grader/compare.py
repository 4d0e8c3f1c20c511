"""Whether answers agree with the reference: type-exact, and numbers within a tolerance, a whole batch at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader import notes
from grader.alike import alike
from grader.annotations import Array, Many, Maybe, Passes, Plain, Several, Table, Type
from grader.calls import Answer, Raised, Returned
from grader.model import Message, Tolerance, message

NEARLY = 1e-6
WIDER = {"float": "biuf", "int": "iu", "bool": "b"}
WORDS = {"f": "float", "i": "int", "u": "int", "b": "bool", "c": "complex"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether one answer is right; if not why, how far off it is at its worst number, and whether that is near."""

    ok: bool
    why: Message | None = None
    error: float | None = None
    allowed: float | None = None
    remarks: tuple[Message, ...] = ()
    nearly: bool = False


RIGHT = Agreement(True)


@dataclass(slots=True)
class Leaves:
    """The numbers of one pair of values, collected for one vectorised comparison."""

    expected: list[Any] = field(default_factory=list)
    got: list[Any] = field(default_factory=list)
    remarks: list[Message] = field(default_factory=list)


def compare(
    kind: Type,
    expected: Sequence[Answer],
    got: Sequence[Answer],
    tolerance: Tolerance,
    accepts: Mapping[str, Sequence[str]],
) -> list[Agreement]:
    """An agreement for each answer that was given, in order."""
    results: list[Agreement] = []
    pending: list[tuple[int, Leaves]] = []
    for index, (wanted, given) in enumerate(zip(expected, got, strict=False)):
        if wanted is given:
            results.append(RIGHT)
            continue
        leaves = Leaves()
        problem = _outcome(kind, wanted, given, accepts, leaves)
        results.append(Agreement(problem is None, problem, remarks=tuple(leaves.remarks)))
        if problem is None and leaves.got:
            pending.append((index, leaves))
    for (index, leaves), (error, allowed, nearly) in zip(pending, _differences(pending, tolerance), strict=True):
        if not error <= allowed:
            finite = error if np.isfinite(error) else None
            single = nearly and all(map(_single, leaves.got))
            why = _truths(leaves) or _off(error, allowed, nearly, single)
            results[index] = Agreement(False, why, finite, allowed, tuple(leaves.remarks), nearly)
    return results


def _outcome(
    kind: Type, wanted: Answer, given: Answer, accepts: Mapping[str, Sequence[str]], leaves: Leaves
) -> Message | None:
    match wanted, given:
        case Returned(), Returned():
            return _value(kind, wanted.value, given.value, leaves)
        case Returned(), Raised():
            return raised(given)
        case Raised(), Returned():
            got = describe_value(given.value)
            return message("{error} must be raised, but {got} was returned", error=wanted.kinds[0], got=got)
        case Raised(), Raised():
            return _same_error(wanted, given, accepts, leaves)
    raise AssertionError((wanted, given))


def raised(answer: Raised) -> Message:
    """The sentence for an exception that nobody asked for."""
    name = answer.kinds[0] if answer.kinds else "exception"
    text = answer.text or message("no message")
    if answer.where:
        return message("raised {error} at {where}: {text}", error=name, where=answer.where, text=text)
    return message("raised {error}: {text}", error=name, text=text)


def _same_error(wanted: Raised, given: Raised, accepts: Mapping[str, Sequence[str]], leaves: Leaves) -> Message | None:
    name = wanted.kinds[0]
    if name in given.kinds:
        return None
    if any(other in given.kinds for other in accepts.get(name, ())):
        leaves.remarks.append(message("raises {got}; {error} is what was asked for", got=given.kinds[0], error=name))
        return None
    return message("expected {error}, raised {got}", error=name, got=given.kinds[0] if given.kinds else "?")


def _value(kind: Type, wanted: Any, given: Any, leaves: Leaves) -> Message | None:
    if not _natural(kind, wanted):
        return (
            None if type(given) is type(wanted) and alike(given, wanted, rtol=0.0, atol=0.0) else _other(wanted, given)
        )
    match kind:
        case Array(entries):
            return _array(entries, wanted, given, leaves)
        case Plain("float"):
            if type(given) not in (int, float):
                return _other(wanted, given)
            leaves.expected.append(np.float64(wanted))
            leaves.got.append(np.float64(given))
            return None
        case Plain():
            return None if type(given) is type(wanted) and given == wanted else _other(wanted, given)
        case Many(item):
            return _items([item] * len(wanted), wanted, given, leaves)
        case Several(items):
            return _items(items, wanted, given, leaves)
        case Table(inner):
            if type(given) is not dict or given.keys() != wanted.keys():
                return _other(wanted, given)
            return _first(_value(inner, wanted[key], given[key], leaves) for key in wanted)
        case Maybe(inner):
            if wanted is None or given is None:
                return None if wanted is given else _other(wanted, given)
            return _value(inner, wanted, given, leaves)
        case Passes(outputs):
            return _passes(outputs, wanted, given, leaves)


def _passes(outputs: Several, wanted: Any, given: Any, leaves: Leaves) -> Message | None:
    """Notes first: where the parameters are others, nothing else was looked at."""
    if type(given) is not tuple or len(given) != 3:
        return _other(wanted, given)
    fault = notes.fault(given[2])
    if fault is not None:
        return fault
    leaves.remarks.extend(notes.remarks(given[2]))
    problem = _value(outputs, wanted[0], given[0], leaves)
    if problem is not None or type(given[1]) is not dict or given[1].keys() != wanted[1].keys():
        return problem or _other(wanted[1], given[1])
    lost, expected = ([name for name, one in value[1].items() if one is None] for value in (given, wanted))
    if lost != expected:
        return message("no gradient reaches {names}", names=", ".join(lost)) if lost else _other(wanted, given)
    names = [name for name in wanted[1] if name not in lost]
    return _first(_array("float", wanted[1][name], given[1][name], leaves) for name in names)


def _natural(kind: Type, wanted: Any) -> bool:
    """Whether a value has the form of its type: a mistake's answer may not."""
    match kind:
        case Array():
            return isinstance(wanted, np.ndarray) and wanted.dtype.kind in "biuf"
        case Plain("float"):
            return isinstance(wanted, float | int)
        case Many():
            return isinstance(wanted, list | tuple)
        case Several(items):
            return isinstance(wanted, list | tuple) and len(wanted) == len(items)
        case Table():
            return isinstance(wanted, dict)
        case Passes():
            return isinstance(wanted, tuple) and len(wanted) == 3 and notes.fault(wanted[2]) is None
        case _:
            return True


def _first(problems: Any) -> Message | None:
    return next((problem for problem in problems if problem is not None), None)


def _items(kinds: Sequence[Type], wanted: Any, given: Any, leaves: Leaves) -> Message | None:
    if type(given) not in (list, tuple):
        return _other(wanted, given)
    if len(given) != len(wanted):
        return message("number of items: expected {expected}, got {got}", expected=len(wanted), got=len(given))
    return _first(_value(kind, w, g, leaves) for kind, w, g in zip(kinds, wanted, given, strict=True))


def _array(entries: str, wanted: np.ndarray, given: Any, leaves: Leaves) -> Message | None:
    if type(given) is not np.ndarray or given.shape != wanted.shape or given.dtype.kind not in "biuf":
        return _other(wanted, given)
    if given.dtype.kind not in WIDER[entries] and not _lossless(entries, given):
        return _other(wanted, given)
    if given.dtype.kind not in {"float": "f", "int": "iu", "bool": "b"}[entries]:
        leaves.remarks.append(
            message("returns {got} where {expected} is promised", got=WORDS[given.dtype.kind], expected=entries)
        )
    leaves.expected.append(wanted)
    leaves.got.append(given)
    return None


def _lossless(entries: str, given: np.ndarray) -> bool:
    if not np.isfinite(given).all():
        return False
    if entries == "int":
        return given.dtype.kind == "f" and bool((given == np.rint(given)).all())
    return entries == "bool" and bool(((given == 0) | (given == 1)).all())


def _other(wanted: Any, given: Any) -> Message:
    expected, got = describe_value(wanted), describe_value(given)
    if expected == got:
        return message("expected another value")
    return message("expected {expected}, got {got}", expected=expected, got=got)


def describe_value(value: Any) -> str | Message:
    """The type and shape of a value: `float array (3, 4)`, `list of length 2`, `None`, `torch.Tensor`."""
    if isinstance(value, np.ndarray):
        entries = WORDS.get(value.dtype.kind, str(value.dtype))
        return message("{entries} array {shape}", entries=entries, shape=str(value.shape))
    if isinstance(value, list | tuple | dict):
        return message("{kind} of length {length}", kind=type(value).__name__, length=len(value))
    if value is None:
        return "None"
    return str(value.kind) if hasattr(value, "kind") else type(value).__name__


def _differences(pending: Sequence[tuple[int, Leaves]], tolerance: Tolerance) -> list[tuple[float, float, bool]]:
    """For each pair of values its worst number: how far off, how far allowed, and whether all nearly agree."""
    if not pending:
        return []
    lengths = [sum(part.size for part in leaves.got) for _, leaves in pending]
    expected = _flat([part for _, leaves in pending for part in leaves.expected])
    got = _flat([part for _, leaves in pending for part in leaves.got])
    with np.errstate(all="ignore"):
        error = np.abs(got - expected)
        error[np.isnan(error)] = np.inf
        error[(got == expected) | (np.isnan(got) & np.isnan(expected))] = 0.0
        allowed = np.where(np.isfinite(expected), tolerance.atol + tolerance.rtol * np.abs(expected), 0.0)
        if (error <= allowed).all():
            return [(0.0, 0.0, True)] * len(pending)
        excess = np.where(error <= allowed, 0.0, error / allowed)
    worst = []
    start = 0
    for length in lengths:
        part = slice(start, start + length)
        start += length
        if not length:
            worst.append((0.0, 0.0, True))
            continue
        at = int(np.argmax(excess[part]))
        # Where even tiny numbers count, each is measured by itself.
        largest = np.abs(expected[part]).max() if tolerance.atol else 0.0
        scale = np.abs(expected[part]) * 10 + largest
        nearly = bool((error[part] <= NEARLY * scale).all())
        worst.append((float(error[part][at]), float(allowed[part][at]), nearly))
    return worst


def _flat(parts: Sequence[Any]) -> np.ndarray:
    return np.concatenate([np.ravel(part) for part in parts]).astype(np.float64, copy=False)


def _truths(leaves: Leaves) -> Message | None:
    """Truth values are not off by a number: some of them are wrong."""
    if any(part.dtype.kind != "b" for part in leaves.expected):
        return None
    wrong = sum(int(np.sum(got != expected)) for got, expected in zip(leaves.got, leaves.expected, strict=True))
    return message("wrong entries: {wrong} of {all}", wrong=wrong, all=sum(part.size for part in leaves.expected))


def _single(got: Any) -> bool:
    """Whether numbers are such as single precision holds: those of a rounded or shifted answer hardly ever are."""
    with np.errstate(all="ignore"):
        return bool((np.float32(got) == got).all())


def _off(error: float, allowed: float, nearly: bool, single: bool) -> Message:
    if not np.isfinite(error):
        return message("the answer holds a number that is not finite")
    if single:
        return message(
            "agrees only to single precision: off by {error}, allowed {allowed}; "
            "compute in float64, without rounding and without an epsilon",
            error=f"{error:.1e}",
            allowed=f"{allowed:.1e}",
        )
    if nearly:
        return message(
            "nearly agrees: off by {error}, allowed {allowed}; perhaps float32, rounding or a small number added",
            error=f"{error:.1e}",
            allowed=f"{allowed:.1e}",
        )
    return message("off by {error}, allowed {allowed}", error=f"{error:.2g}", allowed=f"{allowed:.1e}")
