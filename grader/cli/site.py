"""`zachetka site`: the study site, built into a folder or shown while the course is written."""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.group import Parts, Translated
from grader.cli.language import spoken
from grader.cli.settings import Settings
from grader.model import ZachetkaError, message
from grader.words import plural

if TYPE_CHECKING:
    from grader.pages.site import Site

PORT = 8000
WATCHED = ("questions", "solutions", "site")


@click.group(cls=Parts, help=spoken("Build the study site, or show it on this machine."))
def command() -> None:
    """What can be done with the site."""


@command.command(cls=Translated, help=spoken("Build the site into a folder; any web server can serve it."))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help=spoken("The folder of the site; what is no longer part of it is deleted there."),
)
@click.option("--lang", "langs", default="ru,en", metavar="ru,en", help=spoken("The languages of the site."))
@click.option(
    "--base-url",
    default="",
    metavar="U",
    help=spoken("Where the site will be, such as https://example.org/nlp/; search engines need to know."),
)
@click.pass_obj
def build(settings: Settings, /, out: Path, langs: str, base_url: str) -> None:
    """Write the site and say how much it is."""
    built(settings, out, langs, base_url)


def built(settings: Settings, out: Path, langs: str = "ru,en", base_url: str = "") -> None:
    """The site in a folder; a line says how many pages it has."""
    from grader.pages.publish import publish
    from grader.pages.site import site

    began = time.perf_counter()
    files = site(settings.load(), tuple(langs.split(",")), base_url).files()
    publish(files, out)
    pages = sum(path.endswith(".html") for path in files)
    seconds = time.perf_counter() - began
    number = plural("{n} page", "{n} pages", pages)
    settings.note(message("{pages} in {seconds:.1f} s: {path}", pages=number, seconds=seconds, path=str(out)))


@command.command(cls=Translated, help=spoken("Show the site on this machine; pages reload when the course changes."))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, metavar="N", help=spoken("The port, 8000 without it.")
)
@click.option("--lang", "langs", default="ru,en", metavar="ru,en", help=spoken("The languages of the site."))
@click.pass_obj
def serve(settings: Settings, /, port: int, langs: str) -> None:
    """Serve until interrupted."""
    from grader.pages.serve import Changes, server, watch
    from grader.pages.site import site

    made = site(settings.load(), tuple(langs.split(",")), "")
    changes, stop = Changes(), threading.Event()
    with tempfile.TemporaryDirectory(prefix="zachetka-site-") as name:
        folder = Path(name)
        _publish(settings, made, folder, search=True)
        try:
            web = server(folder, changes, port)
        except OSError as error:
            busy = message("port {port} cannot be had ({reason}): choose another --port", port=port,
                           reason=error.strerror or str(error))  # fmt: skip
            raise ZachetkaError(busy) from error
        threading.Thread(target=web.serve_forever, daemon=True).start()
        settings.note(message("The site: http://127.0.0.1:{port}/ (Ctrl-C ends it)", port=str(web.server_port)))

        def rebuild(paths: set[Path]) -> None:
            if _rebuilt(settings, made, folder, paths):
                changes.tell()

        try:
            watch([made.course.root / one for one in WATCHED], rebuild, stop)
        except KeyboardInterrupt:
            stop.set()
        web.shutdown()


def _publish(settings: Settings, made: Site, folder: Path, *, search: bool) -> None:
    from grader.pages.publish import publish

    began = time.perf_counter()
    publish(made.files(), folder, search=search)
    settings.note(message("built in {seconds:.2f} s", seconds=time.perf_counter() - began))


def _rebuilt(settings: Settings, made: Site, folder: Path, paths: set[Path]) -> bool:
    """Whether the site was built again; a mistake in the course is said, and the pages stay as they were."""
    from dataclasses import replace

    from grader.code import forget

    if any(path.suffix == ".py" for path in paths):
        forget()
    try:
        _publish(settings, replace(made, course=settings.load()), folder, search=False)
        return True
    except ZachetkaError as error:
        settings.note(message("{where}: {problem}", where=error.where or "site", problem=error.problem))
        return False
