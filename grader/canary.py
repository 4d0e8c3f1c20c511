"""Real attacks from inside a worker, and a look at it from outside, before any submission is let in."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.calls import Ending, Limits, Returned
from grader.child import ENVIRONMENT
from grader.model import Source
from grader.remote import Worker
from grader.wire import encode

ATTACKS = Path(__file__).with_name("attacks.py")
LIMITS = Limits(cpu_seconds=5.0, wall_seconds=30.0, megabytes=64, reply_bytes=1 << 16)
HONEST = ("knows", "works")
PRIVILEGES = ("CapInh", "CapPrm", "CapEff", "CapAmb")

Attack = tuple[str, tuple[object, ...]]


def attacks(secret: str, port: int, hidden: Collection[str] = ()) -> Iterator[Attack]:
    """Names of attacks, and what they get."""
    library = os.path.dirname(os.__file__)
    for path in (secret, str(ATTACKS), "/etc/shadow", "/etc/passwd", "/proc/self/status", "/proc/1/environ"):
        yield "reads", (path,)
    for path in ("/", "/proc", "/home", "/tmp", "/sys"):
        yield "lists", (path,)
    for path in hidden:
        yield "reads_within", (path,)  # landlock alone lets their names be seen
    for path in ("/", "/tmp", "/dev", "/dev/shm", library):
        yield "writes", (os.path.join(path, "zachetka-canary"),)
    yield "changes_mode", (library,)
    yield "connects", (port,)
    yield "sends_datagram", (port,)
    for name in ("forks", "executes", "signals", "becomes_root", "raises_limits", "inherits_descriptors"):
        yield name, ()
    yield "takes_memory", (2 * LIMITS.megabytes,)


def attack(worker: Worker, hidden: Collection[str]) -> list[str]:
    """What got through, in words: nothing where the cage holds. The worker is gone afterwards."""
    try:
        names = sorted({name for name, _ in attacks("", 0, ["."])} | set(HONEST))
        loaded = worker.load([Source(ATTACKS.name, ATTACKS.read_bytes())], names, LIMITS)
        if isinstance(loaded, Ending):
            return [f"it could not be loaded: {loaded.why}"]
        if loaded.errors or set(loaded.found) != set(names):
            return [f"it could not be loaded: {loaded.errors}"]
        with _bait() as (secret, port):
            through = [_named(one) for one in attacks(secret, port, hidden) if _answer(worker, *one) is not False]
        return [*through, *_honest(worker), *_outside(worker.pid)]
    finally:
        worker.close()


def _named(attack: Attack) -> str:
    return " ".join(map(str, (attack[0], *attack[1])))


def _answer(worker: Worker, name: str, args: tuple[object, ...]) -> object:
    """What a function of the canary returned; False when it raised, the ending when it ended."""
    answers = worker.call(name, [encode((args, {}))], LIMITS)
    if answers.ending is not None:
        return answers.ending
    answer = answers.answers[0]
    return answer.value if isinstance(answer, Returned) else False


def _honest(worker: Worker) -> Iterator[str]:
    if _answer(worker, "works", ()) is not True:
        yield "the interpreter's own files cannot be read"
    known = _answer(worker, "knows", ())
    if not isinstance(known, list) or not set(known) <= {*ENVIRONMENT, "LC_CTYPE"}:
        yield f"the environment is not empty: {known}"


def _outside(pid: int) -> Iterator[str]:
    """What the kernel says of the process, which no namespace can make up."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    facts = {name: value.split() for name, _, value in (line.partition(":") for line in lines)}
    if "0" in facts["Uid"] or "0" in facts["Gid"]:
        yield "it runs as root"
    if any(int(facts[name][0], 16) for name in PRIVILEGES):
        yield "it has capabilities"
    if facts.get("NoNewPrivs") != ["1"]:
        yield "no_new_privs is not set"
    if facts.get("Seccomp") != ["2"]:
        yield "no seccomp filter is loaded"


@contextmanager
def _bait() -> Iterator[tuple[str, int]]:
    """A file that only we may read, and a port on which somebody listens."""
    with tempfile.NamedTemporaryFile() as secret, socket.socket() as listener:
        secret.write(b"secret")
        secret.flush()
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield secret.name, listener.getsockname()[1]
