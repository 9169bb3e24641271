"""The libraries that WeasyPrint draws with, found without asking a compiler where they are."""

from __future__ import annotations

import ctypes.util
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from compare.errors import RenderError


@contextmanager
def found_at_once() -> Iterator[None]:
    """Inside, a library that Linux has not under the very name asked for is taken to be missing.

    WeasyPrint asks for each by several names, and `libpango-1.0.so.0`, by which Linux has it, comes last. For each of the others
    ctypes would run ldconfig, gcc and ld, 50 processes and a fifth of a second for an import of half a second. Where there is no
    such loader (macOS, Windows), nothing is changed.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def import_weasyprint() -> None:
    """Imports WeasyPrint, which takes its libraries as it is imported. Raises RenderError where Pango is missing."""
    try:
        with found_at_once():
            import weasyprint  # noqa: F401  # whoever uses it imports it from now on
    except OSError as e:
        raise RenderError(f"PDF needs Pango, which is not installed ({first_line(e)}); {install_line()}") from None


def first_line(error: OSError) -> str:
    return (str(error).splitlines() or ["unknown error"])[0][:160]


def install_line() -> str:
    """What to type to get Pango."""
    if platform.system() == "Darwin":
        return "try: brew install pango"
    return "try: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
