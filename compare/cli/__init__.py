"""The command line. The only folder that prints or exits; a file is a command, `options.py` what they share."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from compare.cli.batch import batch
from compare.cli.group import group
from compare.cli.inspect import inspect
from compare.cli.options import UsageError, tell
from compare.cli.report import report
from compare.errors import CompareError
from compare.version import __version__

SELDOM = (100_000, 50, 100)
"""Thresholds of Python's cycle collector: a command is over in seconds and leaves few cycles; saves 7% of a report's time."""


def run() -> None:
    """The program: `main`, then out at once. Python would first take the report apart, object by object: a tenth of the time.

    Where there were other processes, what is registered for the end is done first: their socket in the temporary folder is
    removed. Dask has threads to end, too, and is left to Python.
    """
    open_missing_streams()
    try:
        main()
        status: int | str | None = 0
    except SystemExit as e:
        status = e.code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens any more, the disk is full, or `main` closed the stream
        pass
    if "distributed" in sys.modules:
        sys.exit(status)
    if "multiprocessing.util" in sys.modules:
        atexit._run_exitfuncs()
    os._exit(status if isinstance(status, int) else 0)


def open_missing_streams() -> None:
    """Puts nothing in the place of each standard stream that is closed, lest a file of ours gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115  open to the end


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits: 0 done, 1 a finding reached --fail-on, 2 an expected failure, told in one line."""
    gc.set_threshold(*SELDOM)
    try:
        status = storycompare.main(args=arguments, prog_name="storycompare", standalone_mode=False)
    except CompareError as e:
        fail(str(e), e.exit_code)
    except click.NoSuchOption as e:
        fail(dashed_file(sys.argv[1:] if arguments is None else arguments) or e.format_message(), 2)
    except click.ClickException as e:
        fail(e.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        fail("stopped; nothing was written", 130)
    except BrokenPipeError:  # the reader of a pipe went away: not our failure
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)


def dashed_file(arguments: Sequence[str]) -> str | None:
    """What to do where an argument that was taken for an option is the name of a file."""
    name = next((a for a in arguments if a.startswith("-") and os.path.isfile(a)), None)
    return f"{name}: a file whose name begins like an option; give ./{name}" if name else None


def fail(message: str, status: int) -> None:
    """Prints one line on stderr and exits."""
    tell(f"storycompare: {' '.join(message.split())}")
    sys.exit(status)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, "--version", prog_name="storycompare", message="%(prog)s %(version)s")
@click.pass_context
def storycompare(context: click.Context) -> None:
    """Compares versions of one news story and reports additions, omissions and numeric discrepancies."""
    if context.invoked_subcommand is None:
        raise UsageError("no command; try storycompare report A B -o report.pdf, or storycompare --help")


for command in (report, batch, group, inspect):
    storycompare.add_command(command)
