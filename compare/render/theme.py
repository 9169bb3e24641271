"""A newsroom's theme file -> its name, logo and colours, all checked when they are read: a report never fails for them later.

The colours mark the head and the headings. Those that carry a meaning, of verdicts, additions and shares, stay as they are.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from compare.errors import SettingsError
from compare.render.contrast import READABLE, WHITE, contrast, is_colour, readable_on
from compare.render.legible import legible
from compare.render.logo import MAX_BYTES, Logo, NoLogo, read_logo
from compare.settings import Settings

DARK = "#14161a"
"""The dark page of the HTML report: --paper in screen.css."""
INK, DARK_INK = "#16181d", "#e8eaee"
"""--ink in screen.css: the accent of a theme that names none."""
LONGEST_NAME = 60
"""Characters of a name that stand in a running head beside title and part."""
LARGEST_FILE = 100_000
"""Bytes of a theme file that are read; four lines have a few hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How a newsroom's reports look. The fields are the names in the file."""

    name: str
    logo: Logo | None = None
    accent: str = INK
    """Colour on the white page, #rrggbb."""
    accent_dark: str = DARK_INK
    """Colour on the dark page."""


def theme_of(settings: Settings) -> Theme | None:
    """The theme that the settings name; None for none. Raises SettingsError."""
    return read_theme(Path(settings.theme)) if settings.theme is not None else None


def read_theme(path: Path) -> Theme:
    """The theme in a TOML file. Raises SettingsError naming the file, what was found and what to try."""
    values = read_values(path)
    known = [f.name for f in fields(Theme)]
    if unknown := sorted(set(values) - set(known)):
        raise SettingsError(f"{path}: unknown key {unknown[0]!r}; a theme has {', '.join(known)}")
    accent = colour(path, values, "accent", WHITE, "white")
    dark = colour(path, values, "accent_dark", DARK, "dark")
    return Theme(
        name=name_in(path, values),
        logo=logo_in(path, values),
        accent=accent or INK,
        accent_dark=dark or (readable_on(DARK, accent) if accent else DARK_INK),
    )


def read_values(path: Path) -> dict[str, object]:
    """What the file holds."""
    try:
        data = read_bounded(path, LARGEST_FILE)
        if len(data) > LARGEST_FILE:
            raise ValueError(f"more than {LARGEST_FILE:,} bytes")
        return tomllib.loads(data.decode("utf-8"))
    except OSError as e:
        raise SettingsError(f"{path}: cannot be read ({e.strerror}); give the path of a theme file") from None
    except (ValueError, RecursionError) as e:  # what TOML and UTF-8 forbid, and numbers of thousands of digits
        why = " ".join(str(e).split())[:120]
        raise SettingsError(f"{path}: not a TOML file ({why}); a theme has lines like accent = \"#0b4aa2\"") from None


def name_in(path: Path, values: dict[str, object]) -> str:
    """The newsroom's name."""
    given = values.get("name")
    if not isinstance(given, str) or not legible(given).strip():
        found = f"found {given!r}" if "name" in values else "found none"
        raise SettingsError(f"{path}: name: expected the newsroom's name, {found}; try name = \"The Harbour Gazette\"")
    name = legible(given).strip()
    if len(name) > LONGEST_NAME:
        raise SettingsError(f"{path}: name: {len(name):,} characters, and a running head has room for {LONGEST_NAME}; shorten it")
    return name


def colour(path: Path, values: dict[str, object], key: str, ground: str, page: str) -> str | None:
    """A colour that can be read on a page; None where the file gives none."""
    given = values.get(key)
    if given is None:
        return None
    if not is_colour(given):
        raise SettingsError(f"{path}: {key}: expected a colour as #rrggbb, found {str(given)[:40]!r}; try \"#0b4aa2\"")
    found = str(given).lower()
    ratio = contrast(found, ground)
    if ratio < READABLE:
        better = readable_on(ground, found)
        # rounded down: a ratio that is not enough must not read like one that is
        told = f"{int(ratio * 100) / 100:.2f}:1 on the {page} page ({ground}), and text needs {READABLE}:1"
        raise SettingsError(f"{path}: {key}: {found} has a contrast of {told}; try \"{better}\"")
    return found


def logo_in(path: Path, values: dict[str, object]) -> Logo | None:
    """The logo, from a file beside the theme's; None where the theme names none."""
    given = values.get("logo")
    if given is None:
        return None
    if not isinstance(given, str) or not given:
        raise SettingsError(f"{path}: logo: expected the path of an image, from this file's folder, found {str(given)[:40]!r}")
    file = path.parent / given
    try:
        return read_logo(read_bounded(file, MAX_BYTES))
    except OSError as e:
        raise SettingsError(f"{path}: logo: {file} cannot be read ({e.strerror}); give a path from the theme's folder") from None
    except NoLogo as e:
        raise SettingsError(f"{path}: logo: {file}: {e}") from None


def read_bounded(path: Path, limit: int) -> bytes:
    """A file's bytes, of those beyond the limit one more. Raises OSError for what cannot be read, or might never end: a pipe."""
    if "\0" in str(path) or (path.exists() and not path.is_file()):
        raise OSError(None, "not a file")
    with path.open("rb") as file:
        return file.read(limit + 1)
