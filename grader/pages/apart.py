"""Work in a process of its own, where the system can fork one."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")


def apart(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin the work; what comes back waits for its result. Where it fails it is done here, to fail here."""
    if "fork" not in get_all_start_methods():
        return work
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_send, args=(work, theirs), daemon=True)
    child.start()
    theirs.close()

    def result() -> Result:
        try:
            done: Result = pickle.loads(ours.recv_bytes())
        except EOFError:
            return work()
        finally:
            ours.close()
            child.join()
        return done

    return result


def _send(work: Callable[[], object], theirs: Connection) -> None:
    """The result, or nothing: the pipe is closed when the process ends."""
    try:
        theirs.send_bytes(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
    except Exception:
        theirs.close()
