"""Names given by the user -> Source: bytes within the size limit, of regular files and stdin only, never blocking."""

from __future__ import annotations

import os
import re
import stat
from typing import BinaryIO

from compare.errors import InputError
from compare.load.inputs import Source, Unreadable
from compare.settings import Settings

URL = re.compile(r"(?:https?|ftp|file):/{1,3}|www\.[a-z0-9-]{1,63}\.[a-z]", re.IGNORECASE)
NOT_FILES = (
    (stat.S_ISDIR, "a folder", "give the files in it"),
    (stat.S_ISFIFO, "a named pipe", "save its output to a file, or give it on stdin as -"),
    (stat.S_ISSOCK, "a socket", "give a file"),
    (stat.S_ISCHR, "a device", "give a file"),
    (stat.S_ISBLK, "a device", "give a file"),
)


def open_source(name: str, settings: Settings, stdin: BinaryIO | None) -> Source:
    """The bytes behind a name, `-` being stdin.

    Raises InputError for a URL, which is not fetched; Unreadable for what is no regular file, is too large or cannot be opened.
    """
    if name == "-":
        if stdin is None:
            raise Unreadable("-: nothing stands on stdin; pipe a text into the command, or give a file")
        return Source("stdin", within_limit("stdin", stdin.read(settings.max_bytes + 1), settings))
    if URL.match(name) and not os.path.exists(name):
        raise InputError(f"{name}: an address, and nothing is fetched from the network; save the page first and give its file")
    try:
        found = os.stat(name)
        for is_kind, what, instead in NOT_FILES:
            if is_kind(found.st_mode):
                raise Unreadable(f"{name}: {what}, not a file; {instead}")
        if found.st_size > settings.max_bytes:
            raise too_large(name, found.st_size, settings)
        with open(name, "rb") as file:
            return Source(name, within_limit(name, file.read(settings.max_bytes + 1), settings))
    except FileNotFoundError:
        why = "a link that leads nowhere" if os.path.islink(name) else "no such file"
        raise Unreadable(f"{name}: {why}; check the path") from None
    except PermissionError:
        raise Unreadable(f"{name}: may not be read; ask for permission to read it, or copy it") from None
    except (OSError, ValueError) as e:  # ValueError: a NUL in the name
        raise Unreadable(f"{name!r}: cannot be opened ({getattr(e, 'strerror', None) or e}); check the path") from None


def within_limit(name: str, data: bytes, settings: Settings) -> bytes:
    """The bytes; a file may have grown since its size was read, and stdin has none."""
    if len(data) > settings.max_bytes:
        raise too_large(name, None, settings)
    return data


def too_large(name: str, size: int | None, settings: Settings) -> Unreadable:
    found = f"{size:,} bytes" if size is not None else f"more than {settings.max_bytes:,} bytes"
    instead = "raise max_bytes, or cut the file down to the story"
    return Unreadable(f"{name}: {found}, above the limit of {settings.max_bytes:,}; {instead}")
