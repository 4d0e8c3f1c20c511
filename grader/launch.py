"""Start a zygote as well isolated as this machine allows, and refuse where a required layer is missing."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from grader.child import ENVIRONMENT, Server, StartError
from grader.isolation.plan import Plan
from grader.model import ZachetkaError, message

if TYPE_CHECKING:
    from grader.boot import Boot, Job

PACKAGE = str(Path(__file__).parent)
MACHINES = ("x86_64", "aarch64")
CLOCKS = {"cpu clock": "on", "wall clock": "on", "byte caps": "on"}
REQUIRED = ("uid", "no_new_privs", "seccomp", "files", "rlimits", "cpu clock", "wall clock", "byte caps", "canary")
NAMESPACES = ("mount", "pid", "network", "ipc", "uts", "cgroup", "user")
LAYERS = (*REQUIRED, "landlock", "cgroup", *[f"{name} namespace" for name in NAMESPACES])


def strict(hidden: Sequence[str], torch: bool, early: Boot | None = None) -> Server:
    """A server of children under every required layer, proved by the canary; `early` is one that starts already."""
    from grader.forkserver import ForkServer

    faults: list[str] = []
    for job in _jobs(hidden, torch, faults):
        try:
            server = ForkServer(early if early is not None and early.job == job else job)
        except StartError as error:
            faults.append(f"{job.plan.road}: {error}")
            continue
        return proved(server, job.plan, job.hidden)
    problem = message(
        "strict isolation needs files closed by a mount namespace or landlock ({faults}): "
        "allow user namespaces to this user, or start as root, or use Linux 5.13 or newer",
        faults="; ".join(faults),
    )
    raise ZachetkaError(problem, status=3)


def begun(hidden: Sequence[str]) -> Boot | None:
    """A zygote that starts while others work; None where it cannot, which `strict` will tell."""
    with suppress(ZachetkaError, StartError):
        from grader.boot import Boot

        for job in _jobs(hidden, False, []):
            return Boot(job)
    return None


def _jobs(hidden: Sequence[str], torch: bool, faults: list[str]) -> Iterator[Job]:
    """What a zygote is told, for each way to isolate that this user has; `faults` grows with the others."""
    from grader.boot import Job
    from grader.isolation import trees

    code = filter_code()
    path = trees.search_path()
    readable = trees.readable(path)
    # A second copy may be installed beside numpy while a checkout runs.
    copies = [os.path.join(folder, "grader") for folder in sys.path if folder]
    concealed = trees.concealed([PACKAGE, *filter(os.path.isdir, copies), *hidden])
    for plan in plans():
        if plan.uid is not None and plan.road != "root" and (folder := trees.closed_to_others(readable)):
            faults.append(f"{plan.road}: only root may enter {folder}, where the interpreter lies")
        else:
            yield Job(plan, path, readable, concealed, code, torch)


def filter_code() -> bytes:
    """The compiled filter of system calls; ZachetkaError where this machine cannot have one."""
    if sys.platform != "linux" or platform.machine() not in MACHINES:
        system = f"{sys.platform} {platform.machine()}"
        problem = message(
            "strict isolation needs Linux on x86-64 or aarch64, this is {system}: "
            "grade there, or check your own work with --isolation process",
            system=system,
        )
        raise ZachetkaError(problem, status=3)
    from grader.isolation import seccomp

    try:
        return seccomp.compiled()
    except (ImportError, RuntimeError, OSError) as error:
        problem = message(
            "strict isolation needs seccomp ({error}): "
            "install libseccomp (Debian: apt install libseccomp2) and pyseccomp (pip install pyseccomp)",
            error=str(error),
        )
        raise ZachetkaError(problem, status=3) from None


def plans() -> Iterator[Plan]:
    """Ways to isolate, the best first; root becomes a user that no account has."""
    from grader.isolation import privileges

    uid = None
    if os.getuid() == 0 or os.geteuid() == 0:
        try:
            uid = privileges.spare_user()
        except OSError as error:
            why = str(error)
            problem = message("strict isolation needs a spare user ({why}): start as an ordinary user", why=why)
            raise ZachetkaError(problem, status=3) from None
        yield Plan("root", uid)
    yield Plan("user", uid)
    yield Plan("landlock", uid)


def proved(server: Server, plan: Plan, hidden: Collection[str]) -> Server:
    """The server once the canary is dead; ZachetkaError, and no server, when something got through."""
    from grader import canary
    from grader.remote import Worker

    try:
        through = list(canary.attack(Worker(server.child()), hidden))
        if not server.python_is_ours():
            through.append("another Python than the grader's was started")
        if through:
            problem = message(
                "strict isolation does not hold on this machine, the canary got through ({what}): "
                "grade on another machine, and please report this",
                what="; ".join(through),
            )
            raise ZachetkaError(problem, status=3)
    except BaseException as error:
        server.close()
        if isinstance(error, StartError):
            problem = message("strict isolation could not be set up ({why}); see `zachetka doctor`", why=str(error))
            raise ZachetkaError(problem, status=3) from None
        raise
    files = " and ".join(name for name in ("mount namespace", "landlock") if server.layers.get(name) == "on")
    server.layers.update(CLOCKS, uid="on", seccomp="on", rlimits="on", canary="on", files=f"on: {files}")
    return _told(server, f"off: not with {plan.road}")


def process(torch: bool) -> Server:
    """A server of plain child processes, for one's own code on one's own machine."""
    if sys.platform != "linux":
        from grader.spawner import Spawner

        return plain(Spawner(ENVIRONMENT))
    from grader.boot import Job
    from grader.forkserver import ForkServer
    from grader.isolation import trees

    try:
        server = ForkServer(Job(Plan("process", None), trees.search_path(), [], [], b"", torch))
    except StartError as error:
        raise ZachetkaError(message("no worker process can be started: {why}", why=str(error)), status=3) from None
    server.layers.update(CLOCKS, rlimits="on")
    return plain(server)


def plain(server: Server) -> Server:
    """The server; of the layers it lacks it says that nobody asked for them."""
    return _told(server, "off: process isolation was asked for")


def _told(server: Server, absent: str) -> Server:
    """The server, its layers in order."""
    ordered = {name: server.layers.get(name, absent) for name in LAYERS}
    server.layers.clear()
    server.layers.update(ordered)
    return server
