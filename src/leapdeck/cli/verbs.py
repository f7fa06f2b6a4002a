"""The verbs, each loaded when it is used."""

from __future__ import annotations

import errno
import os
from importlib import import_module

import click

from leapdeck import __version__

VERBS = ("build", "check", "diff", "new", "new-client", "list", "schema", "preview")
"""Each is the `command` of the module of its name, in the order in which --help shows them."""


USUAL, WIDEST = 80, 100
"""Columns of a terminal: where it doesn't say, and as many as can be read with ease."""


class Verbs(click.Group):
    """A group that imports a verb only when it is asked for, and tells what a person can cause without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One verb; None where there is none of that name."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"leapdeck.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb of the first argument; a usage error that names the nearest one where there is none."""
        if args and not args[0].startswith("-") and args[0] not in VERBS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], VERBS, 1)
            ctx.fail(f"There is no verb {args[0]!r}; did you mean {near[0]}?" if near else f"There is no verb {args[0]!r}.")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; what stops it ends with exit status 1."""
        try:
            result: object = super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # click ends quietly where nobody reads on
                raise
            click.echo(f"leapdeck: {error}", err=True)
        except Exception as error:  # noqa: BLE001  # which of them is ours is looked up only now: --help can do without
            _tell(error)
        else:
            return result
        raise click.exceptions.Exit(1)


def _tell(error: Exception) -> None:
    """Print what a LeapdeckError holds; raise any other error again."""
    from leapdeck.cli.report import findings_text
    from leapdeck.diagnostics import LeapdeckError

    if not isinstance(error, LeapdeckError):
        raise error
    click.echo(findings_text(error.diagnostics), err=True)


def _width() -> int:
    """How wide help is set; what click would look up with a module that takes a tenth of the time of --help to load."""
    try:
        return min(os.get_terminal_size().columns, WIDEST) - 2
    except OSError:
        return USUAL - 2


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _width()})
@click.version_option(__version__, message="leapdeck %(version)s")
def leapdeck() -> None:
    """Make a PowerPoint deck, a workbook and a facilitator's guide from a workshop outline."""
