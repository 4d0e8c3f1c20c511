"""What a worker noted on the parameters of a PyTorch module, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from grader.model import Message, message

LONGEST = 80

Row = tuple[str, ...]


def remarks(notes: Any) -> tuple[Message, ...]:
    """What is to be said although it is right."""
    names = _names(_rows(notes), "linear")
    return (message("{names}: kept in a bias-free nn.Linear, so loaded transposed", names=names),) if names else ()


def fault(notes: Any) -> Message | None:
    """What makes it wrong, all of it in one sentence; None when nothing does."""
    joined: Message | None = None
    for said in _faults(_rows(notes)):
        joined = said if joined is None else message("{this}; {that}", this=joined, that=said)
    return joined


def _faults(rows: Sequence[Row]) -> Iterator[Message]:
    if missing := _names(rows, "missing"):
        yield message("missing parameters: {names} (each an nn.Parameter, made in __init__)", names=missing)
    if extra := _names(rows, "extra"):
        yield message("parameters that are not asked for: {names}", names=extra)
    if bias := _names(rows, "bias"):
        yield message(
            "{names}: this nn.Linear has a bias that is not asked for, so make it with bias=False", names=bias
        )
    for row in rows:
        match row:
            case ("linear" | "missing" | "extra" | "bias", _):
                pass
            case ("shape", name, got, expected):
                yield message(
                    "parameter {name} has shape {got} instead of {expected}", name=name, got=got, expected=expected
                )
            case ("kind", name):
                yield message("the class makes {name}, which is no nn.Module", name=name)
            case ("mode",):
                yield message("it answers otherwise after train() than after eval(), or by chance")
            case _:
                yield message("the answer is not of the promised form")


def _names(rows: Sequence[Row], kind: str) -> str:
    return ", ".join(row[1] for row in rows if row[0] == kind and len(row) == 2)


def _rows(notes: Any) -> list[Row]:
    """Notes as far as they are texts; a worker may send anything."""
    rows = notes if isinstance(notes, list) else [()]
    return [
        tuple(word[:LONGEST] for word in row)
        if isinstance(row, tuple) and row and all(isinstance(word, str) for word in row)
        else ("?",)
        for row in rows
    ]
