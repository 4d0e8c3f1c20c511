"""A worker's process as the checker sees it: a channel, a clock, and an end."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import Protocol

# Set by us alone: an environment is where secrets are.
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",  # the order of a set of words must not change a report
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}


class StartError(Exception):
    """A process could not be started or locked down; the text says what failed."""


@dataclass(frozen=True, slots=True)
class Exit:
    """How a process ended: its status, or minus the signal; and all the processor time it took."""

    status: int
    cpu_seconds: float


class Child(Protocol):
    """A process that serves requests on a channel."""

    @property
    def channel(self) -> socket.socket:
        """The checker's end of the channel."""

    @property
    def pid(self) -> int:
        """The process id as the checker sees it."""

    def cpu(self) -> float:
        """Seconds of processor time the process has taken, with all its threads."""

    def allow(self, megabytes: int) -> None:
        """Nothing; the process may grow by so much from what it has now."""

    def ended(self, within: float) -> bool:
        """Whether the process ended within so many seconds."""

    def kill(self) -> Exit:
        """How the process ended; it is gone."""

    def discard(self) -> None:
        """Nothing; the process is killed, and nobody waits for it."""


class Server(Protocol):
    """Whoever makes children."""

    @property
    def layers(self) -> dict[str, str]:
        """The state of each layer its children are under."""

    def python_is_ours(self) -> bool:
        """Whether its children run the checker's own Python."""

    def child(self) -> Child:
        """A fresh process."""

    def close(self) -> None:
        """Nothing; every process is gone."""
