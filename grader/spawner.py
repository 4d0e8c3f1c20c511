"""Workers as plain processes, each started afresh: what macOS and Windows can have."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from grader.child import Exit

BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from grader.solo import main; main()"
KEPT = ("SYSTEMROOT", "PATH", "TEMP", "TMPDIR")  # without these neither system starts a program
PIECE = 1 << 16


class Spawner:
    """A server of plain processes; only wall clock and byte caps hold them."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment | {name: os.environ[name] for name in KEPT if name in os.environ}
        self._children: list[Spawned] = []
        self._layers = {"wall clock": "on", "byte caps": "on"}

    @property
    def layers(self) -> dict[str, str]:
        """The state of each layer."""
        return self._layers

    def python_is_ours(self) -> bool:
        """True: every child is an exec of the checker's own Python."""
        return True

    def child(self) -> Spawned:
        """A fresh process."""
        self._children = [child for child in self._children if not child.ended(0.0)]
        self._children.append(Spawned(self._environment))
        return self._children[-1]

    def close(self) -> None:
        """Nothing; every process is gone."""
        for child in self._children:
            child.kill()


class Spawned:
    """A process whose pipes are pumped through a socket, the one thing every system can wait for."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-B", "-c", BOOT, str(Path(__file__).parent.parent)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.pid = self._process.pid
        self.channel, self._far = socket.socketpair()
        self.channel.setblocking(False)
        self._pumps = [Thread(target=pump, daemon=True) for pump in (self._pump_in, self._pump_out)]
        for pump in self._pumps:
            pump.start()

    def _pump_in(self) -> None:
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):
            while data := self._far.recv(PIECE):
                self._process.stdin.write(data)
                self._process.stdin.flush()

    def _pump_out(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError):
            while data := os.read(self._process.stdout.fileno(), PIECE):
                self._far.sendall(data)
            self._far.shutdown(socket.SHUT_WR)

    def cpu(self) -> float:
        """Zero: not every system tells it, so the wall clock alone ends endless loops."""
        return 0.0

    def allow(self, megabytes: int) -> None:
        """Nothing; memory is not limited."""

    def ended(self, within: float) -> bool:
        """Whether the process ended within so many seconds."""
        try:
            self._process.wait(within)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> Exit:
        """How the process ended; it is gone."""
        self._process.kill()
        status = self._process.wait()
        self.channel.close()
        for pump in self._pumps:
            pump.join()
        self._far.close()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        return Exit(status, 0.0)

    def discard(self) -> None:
        """Nothing; the process is gone."""
        self.kill()
