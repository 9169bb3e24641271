"""Puts rendered files in place: every one whole, or none of them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from compare.errors import RenderError
from compare.render import Rendered


def write_whole(outputs: Mapping[Path, tuple[Rendered, ...]]) -> tuple[Path, ...]:
    """Writes every file beside its place first, then moves all of them there; gives the paths written.

    Raises RenderError naming the path that cannot be written; the files that stood there before are then still there.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for target, files in outputs.items():
            for file in files:
                path = part_path(target, file.part)
                staged.append((stage(path, file.data), path))
        for draft, path in staged:
            put(draft, path)
    finally:
        for draft, _ in staged:
            draft.unlink(missing_ok=True)
    return tuple(path for _, path in staged)


def part_path(target: Path, part: str) -> Path:
    """The path of one of a format's files: x.csv and "figures" give x.figures.csv."""
    return target.with_name(f"{target.stem}.{part}{target.suffix}") if part else target


def stage(path: Path, data: bytes) -> Path:
    """The path of a finished draft in the folder of `path`. Raises RenderError."""
    if path.is_dir():
        raise RenderError(f"{path}: is a folder; give the name of a file")
    draft: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        draft = Path(name)
        with os.fdopen(number, "wb") as f:
            f.write(data)
        draft.chmod(0o666 & ~current_umask())
    except OSError as e:
        if draft:
            draft.unlink(missing_ok=True)
        raise RenderError(f"{path}: cannot be written ({e.strerror}); nothing was written") from None
    return draft


def put(draft: Path, path: Path) -> None:
    """Moves a draft to its place. Raises RenderError."""
    try:
        draft.replace(path)
    except OSError as e:
        raise RenderError(f"{path}: cannot be written ({e.strerror})") from None


def current_umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
