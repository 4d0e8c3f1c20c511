"""The layers in their order: what the zygote does to itself once, and what each fork does before student code."""

from __future__ import annotations

import os
from collections.abc import Collection

from grader.isolation import landlock, libc, mounts, namespaces, privileges, rlimits, seccomp
from grader.isolation.plan import Plan


def enter(plan: Plan) -> dict[str, str]:
    """The state of the namespaces after entering them; a new process namespace begins with the next fork.

    Root keeps its rights until its mounts are made: an interpreter below root's home can be bound by root only.
    """
    if plan.uid is not None and plan.road != "root":
        privileges.become(plan.uid)
        libc.prctl(libc.PR_SET_DUMPABLE, 1)  # else /proc/self belongs to root and the id maps cannot be written
    match plan.road:
        case "root":
            return namespaces.enter(user=False)
        case "user":
            return namespaces.enter(user=True)
        case _:
            return {}


def settle() -> None:
    """Nothing; the first process of a process namespace has its own session and dies with its parent."""
    os.setsid()
    privileges.die_with_parent()


def close(plan: Plan, trees: Collection[str], hidden: Collection[str]) -> dict[str, str]:
    """The state of the layers that close files and privileges; OSError when one that was counted on fails."""
    if plan.road == "process":
        return {}
    if plan.road in ("root", "user"):
        mounts.enclose(trees, hidden)
    if plan.road == "root" and plan.uid is not None:
        privileges.become(plan.uid)
        privileges.die_with_parent()
    privileges.drop_capabilities()
    privileges.no_new_privileges()
    privileges.undumpable()
    return {"no_new_privs": "on", "landlock": _landlock(required=plan.road == "landlock")}


def _landlock(*, required: bool) -> str:
    try:
        landlock.version()
    except OSError as error:
        if required:
            raise
        return f"off: {error.strerror}"
    return "on"


def limit_memory(pid: int, size: int) -> None:
    """Nothing; the process may grow to `size` bytes."""
    rlimits.memory(pid, size)


class Lock:
    """What each fork applies to itself; everything slow is prepared here, once."""

    def __init__(self, rules: int | None, code: bytes | None, count_threads: bool) -> None:
        self._rules = rules
        self._filter = seccomp.program(code) if code else None
        self._count_threads = count_threads

    def apply(self, channel: int, place: int) -> None:
        """Nothing; only `channel`, now at `place`, and the standard streams stay open. Seccomp comes last."""
        privileges.die_with_parent()
        if self._rules is not None:
            landlock.restrict(self._rules)
        if channel != place:
            os.dup2(channel, place, inheritable=False)
        os.closerange(place + 1, 256)
        rlimits.apply(count_threads=self._count_threads)
        if self._filter is not None:
            seccomp.load(self._filter)
