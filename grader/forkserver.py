"""The checker's handle on a zygote that runs: ask it for workers, limit, kill and reap them."""

from __future__ import annotations

import array
import json
import os
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from grader.boot import Boot, Job
from grader.child import Exit, StartError

READY = b"\x01"
READY_SECONDS = 30.0
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class ForkServer:
    """A zygote that runs; its children die with it."""

    def __init__(self, start: Job | Boot) -> None:
        self._lock = Lock()
        self._dead: list[Fork] = []
        self._boot = start if isinstance(start, Boot) else Boot(start)
        self._control = self._boot.control
        try:
            hello = self._boot.greeting()
        except BaseException:
            self.close()
            raise
        self._version: str = hello["version"]
        self._layers: dict[str, str] = hello["layers"] | {"cgroup": self._boot.grouped}

    @property
    def layers(self) -> dict[str, str]:
        """The state of each layer."""
        return self._layers

    def python_is_ours(self) -> bool:
        """Whether the zygote runs the checker's own Python."""
        return self._version == sys.version

    def child(self) -> Fork:
        """A fresh fork that says it is locked down; StartError when it could not be."""
        self._bury()
        ours, theirs = socket.socketpair()
        with theirs:
            answer, descriptors = self._ask({"do": "fork"}, theirs.fileno())
        fork = Fork(self, ours, answer["pid"], descriptors[0])
        ours.settimeout(READY_SECONDS)
        try:
            said = ours.recv(1 << 10)
        except OSError as error:
            said = str(error).encode()
        if said != READY:
            raise StartError(f"a worker could not be locked down: {said.decode()} (status {fork.kill().status})")
        ours.setblocking(False)
        return fork

    def _ask(self, order: dict[str, Any], *descriptors: int) -> tuple[dict[str, Any], list[int]]:
        """The zygote's answer and the descriptors that came with it."""
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
        try:
            with self._lock:
                self._control.sendmsg([json.dumps(order).encode()], rights)
                data, received, _, _ = socket.recv_fds(self._control, 1 << 12, 1)
        except OSError as error:
            raise StartError(f"the zygote is gone: {error}") from None
        except BaseException:
            self._control.close()  # interrupted between order and answer: the next answer would be the wrong one
            raise
        if not data:
            raise StartError("the zygote is gone")
        return json.loads(data), list(received)

    def limit(self, pid: int, size: int) -> None:
        """Nothing; a child may grow to `size` bytes."""
        self._ask({"do": "limit", "pid": pid, "size": size})

    def reap(self, pid: int) -> Exit:
        """How a child ended; waits for its end. A child of a dead zygote was killed with it."""
        try:
            answer, _ = self._ask({"do": "reap", "pid": pid})
        except StartError:
            return Exit(-signal.SIGKILL, 0.0)
        return Exit(answer["status"], answer["cpu"])

    def retire(self, fork: Fork) -> None:
        """Nothing; a killed child is reaped when it has ended, without anybody waiting for it."""
        self._dead.append(fork)
        self._bury()

    def _bury(self) -> None:
        dying, self._dead = self._dead, []
        for fork in dying:
            if fork.ended(0.0) or len(dying) > 8:
                fork.kill()
            else:
                self._dead.append(fork)

    def close(self) -> None:
        """Nothing; the zygote and its children are gone."""
        for fork in self._dead:
            fork.forget()
        self._boot.close(10.0)


class Fork:
    """A worker forked by a zygote. It stays a zombie until it is reaped here, so its process id stays its own."""

    def __init__(self, server: ForkServer, channel: socket.socket, inner: int, handle: int) -> None:
        self._server = server
        self.channel = channel
        self._inner = inner
        self._handle = handle
        self.pid = _pid_of(handle)
        self._cpu = 0.0
        self._exit: Exit | None = None

    def cpu(self) -> float:
        """Seconds of processor time of the process and its threads, by the kernel's clock of it."""
        with suppress(OSError):
            self._cpu = time.clock_gettime((~self.pid << 3) | 2)
        return self._cpu

    def allow(self, megabytes: int) -> None:
        """Nothing; the process may grow by so much from what it has now. StartError when that cannot be ensured."""
        try:
            pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[0])
            self._server.limit(self._inner, pages * PAGE + (megabytes << 20))
        except (OSError, StartError) as error:
            if not self.ended(1.0):
                raise StartError(f"memory cannot be limited: {error}") from None

    def ended(self, within: float) -> bool:
        """Whether the process ended within so many seconds."""
        poll = select.poll()
        poll.register(self._handle, select.POLLIN)
        return bool(poll.poll(within * 1000))

    def kill(self) -> Exit:
        """How the process ended; it is gone."""
        if self._exit is None:
            self._stop()
            self._exit = self._server.reap(self._inner)
            self.forget()
        return self._exit

    def discard(self) -> None:
        """Nothing; the process is killed, and nobody waits for it."""
        if self._exit is None:
            self._stop()
            self._server.retire(self)

    def _stop(self) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def forget(self) -> None:
        """Nothing; our descriptors are closed."""
        self.channel.close()
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _pid_of(handle: int) -> int:
    """The process id, as we see it, of the process a pidfd stands for."""
    for line in Path(f"/proc/self/fdinfo/{handle}").read_text().splitlines():
        if line.startswith("Pid:"):
            return int(line.split()[1])
    raise StartError("this system does not tell process ids of descriptors")
