"""What a worker's replies mean; whatever is no reply is a WireError, and nothing of it is believed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from grader.calls import Answer, Found, Loaded, Raised, Returned
from grader.model import Message, Words
from grader.wire import Oversize, WireError, decode, encode

MOST_MESSAGES = 100
LONGEST = 2000


def answer_in(frame: bytes) -> Answer:
    """The answer to a call; Oversize when the worker says that it was too large to send."""
    match decode(frame):
        case ("returned", value, bool(changed)):
            return Returned(value, changed)
        case ("raised", [*kinds], str(text), str(where), bool(changed)) if _texts(kinds):
            return Raised(tuple(kinds), text, where, changed)
        case ("oversize", nbytes):
            raise _oversize(nbytes)
    raise WireError("no answer to a call")


def reply_of(value: object) -> bytes:
    """The reply of a worker whose call returned this value and left its arguments alone."""
    return encode(("returned", value, False))


def loaded(frame: bytes, names: Collection[str]) -> Loaded:
    """What loading brought, as far as it was asked for."""
    match decode(frame):
        case ("loaded", [*found], errors, remarks):
            all_found = {one.name: one for one in map(_found, found) if one.name in names}
            return Loaded(all_found, _messages(errors), _messages(remarks))
        case ("oversize", nbytes):
            raise _oversize(nbytes)
    raise WireError("no answer to loading")


def _oversize(nbytes: object) -> Exception:
    """A size is believed only where a worker could have it."""
    if type(nbytes) is int and 0 <= nbytes < 1 << 63:
        return Oversize(nbytes)
    return WireError("no size")


def _found(value: Any) -> Found:
    match value:
        case (str(name), str(file), ("function" | "class" | "module" | "other") as kind, remarks):
            return Found(name, file, kind, _messages(remarks))
    raise WireError("no name that was found")


def _messages(value: Any) -> tuple[Message, ...]:
    if type(value) not in (list, tuple) or len(value) > MOST_MESSAGES:
        raise WireError("no list of messages")
    return tuple(map(_message, value))


def _message(value: Any) -> Message:
    match value:
        case (str(id), dict(args)) if len(id) <= LONGEST and all(map(_is_word, args.values())) and _texts(args):
            return Message(id, tuple(sorted(args.items())))
    raise WireError("no message")


def _is_word(value: Words) -> bool:
    return type(value) in (int, float) or (type(value) is str and len(value) <= LONGEST)


def _texts(values: Collection[Any] | Mapping[Any, Any]) -> bool:
    return len(values) <= MOST_MESSAGES and all(type(value) is str for value in values)
