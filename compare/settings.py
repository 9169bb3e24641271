"""What a user may tune, from keywords, a TOML file or the command line.

Constants that belong to one stage stand beside that stage, each with how it was chosen.
"""

from __future__ import annotations

import codecs
import hashlib
import json
import re
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from compare.errors import SettingsError

SeverityName = Literal["low", "medium", "high"]
CHOICES: dict[str, tuple[str, ...]] = {"min_severity": ("low", "medium", "high"), "page_size": ("A4", "Letter")}
UNSIGNED = (
    "templates", "theme", "language", "title", "page_size", "max_pages", "max_render_seconds", "max_render_megabytes",
    "min_severity", "explain", "max_characters",
)  # fmt: skip
"""Settings that change how a report looks, or whether a version is read, never what is found in it: no part of the signature."""
PATHS = ("templates", "theme")
"""Settings that name a file or folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings have a default. Raises SettingsError for a value that cannot be used."""

    base: str | None = None
    """Label (or letter) of the version that additions and omissions are stated against; None is the first."""
    title: str | None = None
    """Title of the report; None takes the story's or the base version's."""
    min_severity: SeverityName = "low"
    """The least severity that the report shows."""
    explain: bool = False
    """Say of each link between sentences what speaks for and against it; the JSON then has `why`."""
    keep_boilerplate: bool = False
    """Keep what the cleaning rules would exclude; `exclude` still holds."""
    exclude: tuple[str, ...] = ()
    """Regular expressions: a line in which one matches is excluded."""
    keep: tuple[str, ...] = ()
    """Regular expressions: a line in which one matches is never excluded by a rule."""
    encoding: str | None = None
    """Encoding of text files; None detects it."""
    max_bytes: int = 20_000_000
    """Largest input that is read, in bytes."""
    max_characters: int = 200_000
    """Longest text of a version: 30,000 words, three times the longest reportage. The time of a report grows with it."""
    max_seconds: int = 10
    """Seconds of processor time after which reading an input is given up; looked at between its parts: pages, rows, lines."""
    max_versions: int = 50
    """Most versions in one comparison."""
    page_size: Literal["A4", "Letter"] = "A4"
    max_pages: int = 200
    """Bound on the pages of the PDF; beyond it the alignment is left to the HTML and JSON, and the PDF says so."""
    max_render_seconds: int = 120
    """Seconds of processor time after which making a PDF is given up; looked at before each page. 200 pages take 20 to 40."""
    max_render_megabytes: int = 1_000
    """Memory that making a PDF may take, looked at before each page: 200 pages take 60 and 3 a page."""
    language: str = "en"
    """Language of the report's own words: one that report_templates/ has a catalogue of."""
    templates: str | None = None
    """Folder whose files stand in for those of the same name in report_templates/; None for none."""
    theme: str | None = None
    """TOML file with a newsroom's name, logo and accent colours (compare/render/theme.py); None for none."""

    def __post_init__(self) -> None:
        for name in ("base", "title", "encoding", "templates", "theme"):
            if not isinstance(getattr(self, name), str | None):
                raise SettingsError(f"setting {name!r}: expected text, found {getattr(self, name)!r}")
        for name in ("explain", "keep_boilerplate"):
            if not isinstance(getattr(self, name), bool):
                raise SettingsError(f"setting {name!r}: expected true or false, found {getattr(self, name)!r}")
        for name in ("exclude", "keep"):
            object.__setattr__(self, name, checked_patterns(name, getattr(self, name)))
        if self.encoding is not None:
            check_encoding(self.encoding)
        if self.templates is not None and not Path(self.templates).is_dir():
            raise SettingsError(f"setting 'templates': {self.templates!r} is no folder; give one that holds templates")
        if self.theme is not None and not Path(self.theme).is_file():
            raise SettingsError(f"setting 'theme': {self.theme!r} is no file; give the path of a theme file (TOML)")
        if self.language != "en":
            check_language(self.language)
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                found = getattr(self, name)
                raise SettingsError(f"setting {name!r}: expected one of {', '.join(allowed)}, found {found!r}")
        for name in (f.name for f in fields(self) if f.name.startswith("max_")):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise SettingsError(f"setting {name!r}: expected a whole number above zero, found {value!r}")

    def changed(self, **values: Any) -> Settings:
        """The settings with some values replaced."""
        return replace(self, **values)

    def signature(self) -> str:
        """12 hex digits that are the same for settings which find the same things."""
        values = {k: v for k, v in asdict(self).items() if k not in UNSIGNED}
        return hashlib.blake2b(json.dumps(values, sort_keys=True).encode(), digest_size=6).hexdigest()


def checked_patterns(name: str, patterns: object) -> tuple[str, ...]:
    """The regular expressions as a tuple. Raises SettingsError for what is none."""
    if not isinstance(patterns, list | tuple) or not all(isinstance(p, str) for p in patterns):
        raise SettingsError(f"setting {name!r}: expected a list of regular expressions, found {patterns!r}")
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as e:
            raise SettingsError(f"setting {name!r}: {pattern!r} is not a regular expression ({e})") from None
    return tuple(patterns)


def check_encoding(name: str) -> None:
    """Raises SettingsError for an encoding that Python does not know."""
    try:
        codecs.lookup(name)
    except LookupError:
        raise SettingsError(f"setting 'encoding': {name!r} is no known encoding; try utf-8 or cp1252") from None


def check_language(name: object) -> None:
    """Raises SettingsError for a language that the report's words do not stand in."""
    if name not in languages():
        raise SettingsError(f"setting 'language': expected one of {', '.join(languages())}, found {name!r}")


def languages() -> tuple[str, ...]:
    """The languages that the report's words stand in: English, and one for each catalogue beside it.

    >>> languages()
    ('de', 'en')
    """
    names = (file.name for file in files("compare.report_templates").iterdir())
    others = (name.removeprefix("words.").removesuffix(".toml") for name in names if fnmatchcase(name, "words.*.toml"))
    return tuple(sorted({"en", *others}))


def read_settings(path: Path) -> Settings:
    """Settings from a TOML file of `name = value` lines; paths in it start at its folder.

    Raises SettingsError naming the file and the value.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as e:
        raise SettingsError(f"{path}: cannot be read ({e.strerror}); give the path of a TOML file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise SettingsError(f"{path}: not a TOML file ({e})") from None
    known = {f.name for f in fields(Settings)}
    if unknown := sorted(set(values) - known):
        raise SettingsError(f"{path}: unknown setting {unknown[0]!r}; known are {', '.join(sorted(known))}")
    for name in PATHS:
        if isinstance(values.get(name), str):
            values[name] = str(path.parent / values[name])
    try:
        return Settings(**values)
    except SettingsError as e:
        raise SettingsError(f"{path}: {e}") from None
