"""Where student code runs: a sandbox makes fresh workers, under every layer of isolation that was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType

from grader import launch
from grader.child import Server, StartError
from grader.model import ZachetkaError, message
from grader.remote import Worker

__all__ = ["Sandbox", "Worker"]


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

    def __enter__(self) -> Sandbox:
        self._server(torch=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
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
            start = launch.strict if self._strict else launch.process
            self._servers[torch] = start(self._hidden, torch)
        return self._servers[torch]
