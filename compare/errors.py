"""What can go wrong in a way that we expect. Each class carries the exit status of the command line.

An expected failure is a `CompareError` whose message names the file or story, what was found, and what to try.
Anything else that is raised is a bug and keeps its traceback.
"""


class CompareError(Exception):
    """Any expected failure."""

    exit_code = 2


class InputError(CompareError):
    """A version that cannot be read, or too few of them."""


class SettingsError(CompareError):
    """A setting, option or configuration file that cannot be used."""


class RenderError(CompareError):
    """A report that cannot be rendered or written."""
