"""A site on this machine that follows its course: pages reload when a file of the course has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

RELOAD = b"""const changes = new EventSource("/_changes");
changes.onmessage = () => location.reload();
"""
TAG = b'<script type="module" src="/_reload.js"></script></head>'


class Changes:
    """A number that grows with every build; `wait` blocks until it is another."""

    def __init__(self) -> None:
        self._number = 0
        self._changed = threading.Condition()

    def tell(self) -> None:
        """Wake all who wait."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """The number now, at the latest after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen, seconds)
            return self._number

    @property
    def number(self) -> int:
        """The number now."""
        return self._number


class Handler(SimpleHTTPRequestHandler):
    """Files of the folder; pages come with the script that reloads them."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, changes: Changes, folder: Path) -> None:
        self.changes = changes
        super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """One answer."""
        path = self.path.partition("?")[0]
        if path == "/_changes":
            return self._follow()
        if path == "/_reload.js":
            return self._send(200, "text/javascript", RELOAD)
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        if file.is_dir():
            return super().do_GET()
        if not file.is_file():
            return self._page(404, Path(str(self.directory)) / "404.html")
        return self._page(200, file) if file.suffix == ".html" else super().do_GET()

    def _page(self, status: int, file: Path) -> None:
        self._send(status, "text/html; charset=utf-8", file.read_bytes().replace(b"</head>", TAG, 1))

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _follow(self) -> None:
        """A line for every build, until the page is closed."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = self.changes.number
        try:
            while True:
                now = self.changes.wait(seen, 15)
                self.wfile.write(b": waiting\n\n" if now == seen else b"data: changed\n\n")
                self.wfile.flush()
                seen = now
        except OSError:
            return  # the reader has left

    def end_headers(self) -> None:
        """Nothing is kept by the browser while a course is written."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


def server(folder: Path, changes: Changes, port: int) -> ThreadingHTTPServer:
    """A server of a folder, on this machine only."""
    made = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, changes=changes, folder=folder))
    made.daemon_threads = True
    return made


def watch(folders: list[Path], rebuild: Callable[[set[Path]], None], stop: threading.Event) -> None:
    """Call `rebuild` with what has changed in the folders, until `stop` is set."""
    from watchfiles import watch as changes

    for found in changes(*(folder for folder in folders if folder.is_dir()), stop_event=stop, debounce=60, step=20):
        rebuild({Path(path) for _, path in found})
