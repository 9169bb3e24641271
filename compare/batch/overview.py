"""Digest* -> index.html over all stories: what they hold, outlet by outlet, and a table of them that leads to their reports.

The page is one file that asks for nothing. Without JavaScript it shows the first stories and leads to further pages of them;
with it, all can be searched and sorted in the page, drawn a screenful at a time, so that fifty thousand stay usable.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO

from compare.batch.records import Digest, as_line
from compare.batch.story import CannotGoOn
from compare.batch.summary import write_summary
from compare.batch.survey import Survey
from compare.batch.tallies import Tallies, tallies
from compare.render.html import environment, hash_of, style, theme_style
from compare.render.theme import Theme, theme_of
from compare.render.words import catalogue
from compare.settings import Settings
from compare.version import __version__

ON_A_PAGE = 500
"""Stories on a page without JavaScript: as long as a page stays quick to draw and to search by the browser."""
IN_MEMORY = 100_000
"""Stories that the search in the page covers: 20 MB of page. Beyond, the tables are the tool."""
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """A story in the index."""

    number: int
    name: str
    outlets: str
    versions: int
    conflicts: int
    checks: int
    findings: int
    reason: str
    """Why it was skipped; empty for one that was compared."""
    reports: tuple[str, ...]


FIELDS = tuple(field.name for field in fields(Entry))
"""`dataclasses.asdict` would copy every value of fifty thousand entries."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the index."""

    number: int
    pages: int
    first: int
    last: int
    stories: int


def write_overview(records: Iterable[Digest], folder: Path, made: datetime, settings: Settings) -> None:
    """Writes index.html, its further pages and summary.pdf. Raises CannotGoOn where they cannot be written."""
    survey = Survey()
    entries = folder / ".entries.jsonl"
    try:
        with entries.open("w", encoding="utf-8") as file:
            for record in records:
                survey.add(record)
                entry = entry_of(record)
                file.write(as_line({name: getattr(entry, name) for name in FIELDS}) + "\n")
        write_index(entries, folder, survey, made, theme_of(settings))
        write_summary(survey, folder / "summary.pdf", made, settings)
    except OSError as e:
        raise CannotGoOn(f"{folder}: cannot be written ({e.strerror}); make room, then carry on with --resume") from None
    finally:
        entries.unlink(missing_ok=True)


def entry_of(record: Digest) -> Entry:
    """The story as the index shows it."""
    story = record.story
    title = story.get("title") or ""
    shown = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"
    known = " · ".join(part for part in (shown, story["story_id"]) if part) or story["where"]
    return Entry(
        number=story["number"],
        name=known if len(known) <= 2 * LONGEST_TITLE else f"{known[: 2 * LONGEST_TITLE]}…",
        outlets=", ".join(dict.fromkeys(story.get("outlets", ()))),
        versions=story.get("versions", 0),
        conflicts=story.get("conflicts", 0),
        checks=story.get("checks", 0),
        findings=story.get("findings", 0),
        reason=f"{story['where']}: {story['reason']}" if story["reason"] else "",
        reports=tuple(story.get("reports", ())),
    )


def write_index(entries: Path, folder: Path, survey: Survey, made: datetime, theme: Theme | None) -> None:
    """Writes the pages of the index, first as drafts, so that a page that is there is whole."""
    counts = tallies(survey)
    pages = max(1, -(-survey.stories // ON_A_PAGE))
    with ExitStack() as stack:
        shown = entries_in(stack.enter_context(entries.open(encoding="utf-8")))
        for number in range(1, pages + 1):
            found = list(islice(shown, ON_A_PAGE))
            page = Page(number, pages, found[0].number if found else 0, found[-1].number if found else 0, survey.stories)
            path = folder / page_name(number)
            draft = path.with_name(f".{path.name}.draft")
            stack.callback(draft.unlink, missing_ok=True)
            with entries.open(encoding="utf-8") as again, draft.open("w", encoding="utf-8") as out:
                write_page(out, page, found, again if number == 1 else None, counts, made, theme)
            draft.replace(path)
        remove_pages_after(pages, folder)


def write_page(
    out: IO[str],
    page: Page,
    found: list[Entry],
    everything: IO[str] | None,
    counts: Tallies,
    made: datetime,
    theme: Theme | None,
) -> None:
    """Writes a page; the first has the counts, and all stories as data for its script."""
    script = style("batch.js")
    css = style("screen.css") + style("batch.css") + theme_style("screen_theme.css", theme)
    values = {
        "page": page, "entries": found, "counts": counts if everything else None, "made": made, "words": catalogue(),
        "version": __version__, "css": css, "theme": theme, "script": script if everything else "",
        "script_hash": hash_of(script), "data": data_lines(everything) if everything else (), "page_name": page_name,
        "covered": min(page.stories, IN_MEMORY),
    }  # fmt: skip
    for part in environment().get_template("batch.html").stream(**values):
        out.write(part.encode("utf-8", "replace").decode())


def entries_in(file: IO[str]) -> Iterator[Entry]:
    """The entries of the file, one at a time."""
    for line in file:
        values = json.loads(line)
        yield Entry(**{**values, "reports": tuple(values["reports"])})


def data_lines(file: IO[str]) -> Iterator[str]:
    """The stories as JSON for the script, a line each; no letter in it ends a script."""
    for number, line in enumerate(islice(file, IN_MEMORY)):
        values = list(json.loads(line).values())
        text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        yield ("," if number else "") + text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e") + "\n"


def page_name(number: int) -> str:
    """The file of a page of the index."""
    return "index.html" if number == 1 else f"index-{number:04d}.html"


def remove_pages_after(last: int, folder: Path) -> None:
    """Removes pages that an earlier run with more stories left."""
    for path in sorted(folder.glob("index-[0-9]*.html")):
        if path.name > page_name(last) or last == 1:
            path.unlink()
