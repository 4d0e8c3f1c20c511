"""`zachetka start`: files to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.group import Translated
from grader.cli.language import spoken
from grader.cli.named import exercises_of
from grader.cli.settings import Settings
from grader.model import ZachetkaError, message


@click.command(
    cls=Translated,
    help=spoken("Write starter files with signature, statement and a first example, one file an exercise."),
)
@click.argument("exercises", nargs=-1, required=True, metavar="EXERCISE…")
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="D",
    help=spoken("Where to write them; the current directory without it."),
)
@click.pass_obj
def command(settings: Settings, /, exercises: tuple[str, ...], folder: Path) -> None:
    """Write the files, or none when one of them is there already."""
    from grader.first import first
    from grader.starter import outline, starter

    course = settings.load()
    wanted = {folder / f"{one.function}.py": one for one in exercises_of(course, exercises)}
    for path in wanted:
        if path.exists() or path.is_symlink():
            problem = message("the file is there already and was left as it is. Move it, or choose another --dir")
            raise ZachetkaError(problem, where=str(path))
    texts = {path: starter(outline(course, one), first(course, one), settings.lang) for path, one in wanted.items()}
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
        settings.note(message("{path} is written; when it is filled in: zachetka check {path}", path=str(path)))
