"""Where student code runs: a sandbox makes fresh workers, under every layer of isolation that was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from grader import launch
from grader.cache import cache_folder
from grader.child import Server, StartError
from grader.model import ZachetkaError, message

if TYPE_CHECKING:
    from grader.boot import Boot
    from grader.remote import Worker


def around(course: Path, isolation: str, hidden: Sequence[str] = ()) -> Sandbox:
    """A sandbox for submissions to a course, in which neither the course nor its answers can be read."""
    return Sandbox(isolation, hidden=[course, cache_folder(), *hidden])


class Sandbox:
    """A context manager that makes workers; ZachetkaError with status 3 where it cannot isolate as asked.

    `hidden` are paths no worker may read even where they lie among the interpreter's own files.
    """

    def __init__(self, isolation: str = "strict", hidden: Sequence[Path | str] = ()) -> None:
        if isolation not in ("strict", "process"):
            raise ZachetkaError(message("isolation={isolation} is neither strict nor process", isolation=isolation))
        self._strict = isolation == "strict"
        self._hidden = tuple(map(str, hidden))
        self._servers: dict[bool, Server] = {}
        self._early: Boot | None = None

    def begin(self) -> None:
        """Nothing; what takes long has begun, and is waited for when the sandbox is entered."""
        if self._strict and not self._servers:
            self._early = launch.begun(self._hidden)

    def __enter__(self) -> Sandbox:
        self._server(torch=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; every process is gone."""
        if self._early is not None:
            self._early.close(0.0)
            self._early = None
        while self._servers:
            self._servers.popitem()[1].close()

    @property
    def layers(self) -> Mapping[str, str]:
        """The state of each layer: `on`, or `off` and why."""
        return self._server(torch=False).layers

    def worker(self, torch: bool = False) -> Worker:
        """A fresh worker; torch is imported already where that is asked and torch is installed.

        A zygote that was killed, by the system for lack of memory perhaps, is replaced once.
        """
        from grader.remote import Worker

        torch = torch and find_spec("torch") is not None
        try:
            return Worker(self._server(torch=torch).child())
        except StartError:
            self._servers.pop(torch).close()
        try:
            return Worker(self._server(torch=torch).child())
        except StartError as error:
            raise ZachetkaError(message("no worker could be started: {why}", why=str(error)), status=3) from None

    def _server(self, *, torch: bool) -> Server:
        if torch not in self._servers:
            self._servers[torch] = self._started(torch)
        return self._servers[torch]

    def _started(self, torch: bool) -> Server:
        if not self._strict:
            return launch.process(torch)
        if torch or self._early is None:
            return launch.strict(self._hidden, torch)
        early, self._early = self._early, None
        return launch.strict(self._hidden, torch, early)
