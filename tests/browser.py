"""A browser for tests: it complains of errors in the console and of requests that leave the origin."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def start(playwright: Playwright) -> Browser:
    """Chromium without a window."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


class _Patient(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A page that is left hangs up on what it no longer needs."""


@dataclass(frozen=True, slots=True)
class Served:
    """A folder on the loopback interface."""

    folder: Path
    server: ThreadingHTTPServer

    @property
    def origin(self) -> str:
        """What every address of the site begins with."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def stop(self) -> None:
        """No more answers."""
        self.server.shutdown()
        self.server.server_close()


def serve(folder: Path) -> Served:
    """The folder, served until it is stopped."""
    server = _Patient(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return Served(folder, server)


@dataclass  # without slots: Playwright writes on whom it tells of events
class Watch:
    """What a page did that it should not."""

    origin: str
    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watches all pages of a context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("request", self._request)

    def _console(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.faults.append(f"{said.text} ({said.location})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.faults.append(f"a request to {request.url}")


@contextmanager
def reading(browser: Browser, served: Served, **options: Any) -> Iterator[Page]:
    """A page of a reader who has never been here; afterwards nothing may be wrong.

    Without a service worker, which would fetch the whole site every time, unless a test asks for one.
    """
    usual = {"base_url": served.origin, "viewport": {"width": 1000, "height": 900}, "service_workers": "block"}
    context = browser.new_context(**{**usual, **options})
    watch = Watch(served.origin)
    watch.over(context)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert not watch.faults, "\n".join(watch.faults)
