"""What the commands share: options, settings, reading, the form of numbers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.errors import CompareError
from compare.settings import Settings, read_settings

if TYPE_CHECKING:
    from compare.load import Inputs

STDOUT = "-"
SEVERITIES = click.Choice(["low", "medium", "high"])


class UsageError(CompareError):
    """Options that do not go together."""


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how files are read, shared by all commands."""
    for option in reversed((
        click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings from a TOML file."),
        click.option("--keep-boilerplate", is_flag=True, help="Keep what the cleaning rules would exclude."),
        click.option("--exclude", multiple=True, metavar="REGEX", help="Exclude every line in which this matches (repeatable)."),
        click.option("--encoding", metavar="NAME", help="Encoding of text files, where the guess is wrong."),
        click.option("-q", "--quiet", is_flag=True, help="Print nothing on stderr but failures."),
    )):  # fmt: skip
        command = option(command)
    return command


def chosen_settings(reading: dict[str, Any], **values: Any) -> Settings:
    """Settings from the configuration file, with the command line's on top. A theme that cannot be used is told of here."""
    config = reading.pop("config")
    settings = read_settings(config) if config else Settings()
    given = {k: v for k, v in (reading | values).items() if v not in (None, False, ())}
    if "exclude" in given:
        given["exclude"] = (*settings.exclude, *given["exclude"])
    chosen = settings.changed(**given)
    if chosen.theme is not None:
        from compare.render.theme import theme_of

        theme_of(chosen)
    return chosen


def read(files: Sequence[str], settings: Settings) -> Inputs:
    """What the files hold; `-` is standard input."""
    from compare.load import read_inputs

    if list(files).count(STDOUT) > 1:
        raise UsageError("-: standard input can be read only once")
    return read_inputs(files, settings, stdin=sys.stdin.buffer)


def print_out(data: bytes) -> None:
    """Writes to standard output. Raises RenderError where it cannot take all."""
    from compare.errors import RenderError

    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as e:
        raise RenderError(f"standard output: cannot be written ({e.strerror})") from None


def tell(line: str) -> None:
    """Writes a line to standard error, if that takes it: a full disk under a log takes nothing from a report that is made."""
    with suppress(OSError):
        click.echo(line, err=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "note"), counted(2400, "word")
    ('1 note', '2,400 words')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
