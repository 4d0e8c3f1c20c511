"""The root command: it imports a subcommand when it is named, and shows help in the reader's language."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from grader import __version__
from grader.cli.language import spoken, translated
from grader.cli.settings import Settings
from grader.model import Lang

LEARN = ("list", "start", "check", "hint", "quiz", "review", "progress")
COMMANDS = (*LEARN, "grade", "report", "lint", "new", "site", "doctor", "demo")


def language(ctx: click.Context) -> Lang:
    """The language of this command line."""
    settings: Settings = ctx.find_root().obj
    return settings.lang


class Translated(click.Command):
    """A command whose help is translated when it is shown."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The sentence on top."""
        own = self.help
        self.help = translated(own, language(ctx))
        super().format_help_text(ctx, formatter)
        self.help = own

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and for a group its commands."""
        own = [(option, option.help) for option in self.get_params(ctx) if isinstance(option, click.Option)]
        for option, text in own:
            option.help = translated(text, language(ctx))
        super().format_options(ctx, formatter)
        for option, text in own:
            option.help = text


class Parts(Translated, click.Group):
    """A group whose commands are listed in the reader's language."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line a command: the first sentence of its help."""
        found = [command for name in self.list_commands(ctx) if (command := self.get_command(ctx, name))]
        with formatter.section(translated(spoken("Commands"), language(ctx))):
            formatter.write_dl([(str(one.name), _first(translated(one.help, language(ctx)))) for one in found])


class Root(Parts):
    """A group whose commands are modules beside this one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of a course's life."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, imported now; None when there is none of that name."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"grader.cli.{name}").command
        command.name = name
        return command


def _first(text: str) -> str:
    """The first of some sentences."""
    first, stop, _ = text.partition(". ")
    return first + stop.strip()


@click.group(
    cls=Root,
    help=spoken("Grade student code for the foundations of NLP, and practise it."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--lang",
    type=click.Choice(["ru", "en"]),
    help=spoken("Language of everything that is said; the locale decides without it."),
)
@click.option(
    "--course",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=spoken("Course directory; without it, the course that came with the program."),
)
@click.option("-v", "--verbose", is_flag=True, help=spoken("Show the traceback of an internal error."))
@click.version_option(__version__, message="zachetka %(version)s", help=spoken("Show the version and exit."))
@click.pass_context
def root(ctx: click.Context, /, lang: Lang | None, course: Path | None, verbose: bool) -> None:
    """Global options."""
    ctx.obj = Settings(course, lang or language(ctx), verbose)
