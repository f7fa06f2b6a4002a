"""Options that several verbs share; nothing is imported here that --help can do without."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[F], F]


def _setting(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not value.partition("=")[0].strip() or "=" not in value:
            raise click.BadParameter(f"{value!r} isn't PATH=VALUE, as in title=Welcome or vars.organization=Northwind")
        if any("\ud800" <= character <= "\udfff" for character in value):  # bytes that the system can't read as letters
            raise click.BadParameter(f"{value!r} holds something that is no letter; type it again")
    return values


def named(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """The name of a new file; a usage error where there is none."""
    if not re.split(r"[/\\]", value.removesuffix(".yaml").removesuffix(".yml"))[-1].strip(" ."):
        raise click.BadParameter("give it a name, as in night-shift")
    return value


def _folder(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("it names no folder; write -o . for the one you work in")
    return value


_SELECTING: Sequence[Decorator[Any]] = (
    click.argument("outlines", nargs=-1, required=True, metavar="OUTLINE..."),
    click.option("--client", "clients", multiple=True, metavar="ID|FILE", help="A client's own version; repeat it for several."),
    click.option("--all-clients", is_flag=True, help="Each client's version of the workshops that its file names."),
    click.option("--brand", default="", metavar="NAME|FILE", help="Another brand than leap."),
    click.option("--template", default="", metavar="FILE", help="A .pptx or .potx in whose look the deck is built."),
    click.option(
        "--paper",
        type=click.Choice(["a4", "letter"], case_sensitive=False),
        help="The paper of workbook, guide and all else that is printed; the brand's own if left out.",
    ),
    click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="PATH=VALUE",
        callback=_setting,
        help="Replace a value: title=…, vars.name=…, slides.ID.key=…",
    ),
)
_SHAPING: Sequence[Decorator[Any]] = (
    click.option("--large-print", is_flag=True, help="The workbook in 14 points."),
    click.option("--ink-saver", is_flag=True, help="Paper without filled grounds: outlines, black and grey."),
    click.option("--without-optional", is_flag=True, help="Leave out the slides and sections that are marked optional."),
    click.option("--safe-fonts", is_flag=True, help="Fonts that every computer has, in the deck."),
)
_REPORTING: Sequence[Decorator[Any]] = (
    click.option("--strict", is_flag=True, help="Let any finding stop it, warnings too."),
    click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How the outcome is told."),
    click.option("--traceback", is_flag=True, help="Show where a fault of leapdeck's own arose; it ends everything then."),
)
out_option: Decorator[Any] = click.option(
    "-o", "--out", default="dist", show_default=True, metavar="DIR", callback=_folder, help="The folder to write into."
)
force_option: Decorator[Any] = click.option("--force", is_flag=True, help="Overwrite files that are open or were changed by hand.")


def selecting(command: F) -> F:
    """Add the options of a Selection to a verb."""
    return _with((*_SELECTING, *_SHAPING), command)


def selecting_or_template(command: F) -> F:
    """The same, where `--template` alone is something to look at too."""
    return _with((click.argument("outlines", nargs=-1, metavar="OUTLINE..."), *_SELECTING[1:], *_SHAPING), command)


def reporting(command: F) -> F:
    """Add `--strict`, `--format` and `--traceback` to a verb."""
    return _with(_REPORTING, command)


def _with(options: Sequence[Decorator[Any]], command: F) -> F:
    return reduce(lambda made, option: option(made), reversed(options), command)
