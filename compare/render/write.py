"""Puts rendered files in place: every one whole, or none of them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from operator import methodcaller
from pathlib import Path
from typing import BinaryIO

from compare.errors import RenderError
from compare.render import Rendered


def write_whole(outputs: Mapping[Path, tuple[Rendered, ...]]) -> tuple[Path, ...]:
    """Writes every file beside its place first, then moves all of them there; gives the paths written.

    A link is followed to its file, and a pipe or device is written to as it is, after all files are in place. Raises RenderError
    naming the path that cannot be written; the files that stood there before are then still there.
    """
    wanted = [(part_path(target, file.part), file.data) for target, files in outputs.items() for file in files]
    streams = [(path, data) for path, data in wanted if is_stream(path)]
    forbid_two_in_one(wanted)
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in wanted:
            if not is_stream(path):
                staged.append((stage(path, methodcaller("write", data)), path))
        for draft, path in staged:
            put(draft, path)
    finally:
        for draft, _ in staged:
            draft.unlink(missing_ok=True)
    for path, data in streams:
        pour(path, data)
    return tuple(path for path, _ in wanted)


def write_streamed(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Writes one file that `fill` makes bit by bit, then moves it to its place. Raises RenderError, and what `fill` raises."""
    draft = stage(path, fill)
    try:
        put(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def forbid_two_in_one(wanted: Sequence[tuple[Path, bytes]]) -> None:
    """Raises RenderError where two outputs are the same file, as x.csv's figures and x.figures.csv are."""
    places: set[Path] = set()
    for path, _ in wanted:
        place = path.resolve()
        if place in places and not is_stream(path):
            raise RenderError(f"{path}: two of the outputs would be this file; give one of them another name")
        places.add(place)


def is_stream(path: Path) -> bool:
    """Is the path something else than a file or a folder: a pipe, a terminal, /dev/null?"""
    return path.exists() and not path.is_file() and not path.is_dir()


def pour(path: Path, data: bytes) -> None:
    """Writes to a pipe or device. Raises RenderError."""
    try:
        path.write_bytes(data)
    except OSError as e:
        raise RenderError(f"{path}: cannot be written ({e.strerror})") from None


def part_path(target: Path, part: str) -> Path:
    """The path of one of a format's files: x.csv and "figures" give x.figures.csv."""
    return target.with_name(f"{target.stem}.{part}{target.suffix}") if part else target


def stage(path: Path, fill: Callable[[BinaryIO], object]) -> Path:
    """The path of a finished draft in the folder of `path`. Raises RenderError, and what `fill` raises."""
    if path.is_dir():
        raise RenderError(f"{path}: is a folder; give the name of a file")
    if not path.parent.is_dir():
        raise RenderError(f"{path}: cannot be written, for its folder does not exist; make it, or name another")
    draft: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.resolve().parent)
        draft = Path(name)
        with os.fdopen(number, "wb") as f:
            fill(f)
        draft.chmod(0o666 & ~current_umask())
    except BaseException as e:
        if draft:
            draft.unlink(missing_ok=True)
        if isinstance(e, OSError):
            raise RenderError(f"{path}: cannot be written ({e.strerror or e}); nothing was written") from None
        raise
    return draft


def put(draft: Path, path: Path) -> None:
    """Moves a draft to its place. Raises RenderError."""
    try:
        draft.replace(path.resolve())
    except OSError as e:
        raise RenderError(f"{path}: cannot be written ({e.strerror})") from None


def current_umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
