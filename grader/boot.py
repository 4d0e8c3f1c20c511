"""A zygote as it starts: its process, the job it is told, and what it says once it is isolated."""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from grader.child import ENVIRONMENT, StartError
from grader.isolation.cgroup import Group
from grader.isolation.plan import Plan

START_SECONDS = 120.0
BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from grader.zygote import main; main(int(sys.argv[2]))"


@dataclass(frozen=True, slots=True)
class Job:
    """What a zygote is told: how to isolate itself, what stays readable, and what to import."""

    plan: Plan
    path: list[str]
    trees: list[str]
    hidden: list[str]
    filter: bytes
    torch: bool

    def packed(self) -> bytes:
        """The job as the zygote reads it."""
        return json.dumps(asdict(self) | {"filter": base64.b64encode(self.filter).decode()}).encode()


class Boot:
    """A zygote that starts and has its job; nobody has waited for it yet. StartError when it cannot even start."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = _start(theirs.fileno())
        self.group, self.grouped = _group(self.process.pid)
        self.control.settimeout(START_SECONDS)
        try:
            self.control.send(job.packed())
        except OSError as error:
            self.close(0.0)
            raise StartError(f"the zygote does not answer: {error}") from None

    def greeting(self) -> dict[str, Any]:
        """What the zygote says of itself once it is isolated; StartError when it could not be."""
        try:
            hello: dict[str, Any] = json.loads(self.control.recv(1 << 16) or b"{}")
        except (TimeoutError, ConnectionError) as error:
            raise StartError(f"the zygote does not answer: {error}") from None
        if "error" in hello:
            raise StartError(hello["error"])
        if not hello:
            raise StartError(self._last_words())
        return hello

    def _last_words(self) -> str:
        assert self.process.stderr is not None
        status = self.process.wait()
        said = self.process.stderr.read()[-400:].decode(errors="replace").strip()
        return f"the zygote ended with status {status}: {said}"

    def close(self, patience: float) -> None:
        """Nothing; the zygote and its children are gone. Closing the control socket is its order to end."""
        with suppress(OSError):
            self.control.shutdown(socket.SHUT_RDWR)  # a copy of it may live on in a fork of ours
        self.control.close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.process.stderr is not None:
            self.process.stderr.close()
        if self.group is not None:
            self.group.close()


def _start(control: int) -> subprocess.Popen[bytes]:
    """The zygote's process, in a session of its own so that Ctrl-C is ours to handle."""
    home = str(Path(__file__).parent.parent)
    return subprocess.Popen(
        [sys.executable, "-P", "-s", "-B", "-c", BOOT, home, str(control)],
        env=ENVIRONMENT,
        cwd="/",
        pass_fds=[control],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _group(pid: int) -> tuple[Group | None, str]:
    """A control group for the zygote where one can be had, and its state."""
    try:
        return Group(pid), "on: pids"
    except OSError as error:
        return None, f"off: {error.strerror or error}"  # the same words in every run: it is part of the report
