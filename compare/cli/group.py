"""`storycompare group`: a table of articles -> the same table with the story that each belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import UsageError, chosen_settings, counted, tell
from compare.errors import InputError

if TYPE_CHECKING:
    from compare.grouping import Article, Place
    from compare.settings import Settings

NAMED = 20
"""Bad rows, and single articles, that the summary names; it counts the rest."""
DOUBTFUL = 3
"""Stories that the summary names as the least sure."""
ADDED: dict[str, type] = {"story_id": str, "row": int, "copy_of": int, "story_size": int, "cohesion": float}
"""Columns that grouping adds; they come first, and take the place of those of an earlier run."""


@click.command(short_help="Group a table of articles into stories.")
@click.argument("articles", type=click.Path(path_type=Path), metavar="ARTICLES")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help=".jsonl, .csv or .parquet.")
@click.option(
    "--window", type=click.FloatRange(min=0, min_open=True), metavar="DAYS", help="Days that a story lasts at most (default: 14)."
)
@click.option(
    "--min-versions", type=click.IntRange(min=1), default=1, metavar="N", help="Leave out stories of fewer articles (default: 1)."
)
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings from a TOML file.")
@click.option("--encoding", metavar="NAME", help="Encoding of the table, where the guess is wrong.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing on stderr but failures.")
def group(
    articles: Path, output: Path, window: float | None, min_versions: int, config: Path | None, encoding: str | None, quiet: bool
) -> None:
    """Finds which articles tell the same story, and writes their rows again with a story_id, as batch takes them.

    ARTICLES is a .jsonl, .csv or .parquet table with a row for each article: its text, and title, outlet, published and url as
    far as they are known. A near-copy names the row of its original in copy_of; cohesion (0 to 1) says how alike the articles of
    a story are.
    """
    from compare.grouping import WINDOW, group_articles
    from compare.grouping.writing import check_ending, write_rows

    check_ending(output)
    if output.exists() and articles.exists() and output.resolve() == articles.resolve():
        raise UsageError(f"{output}: is the table of articles; give another name to what is written")
    settings = chosen_settings({"config": config, "encoding": encoding})
    problems: list[str] = []
    columns: dict[str, set[type]] = {}
    read = list(articles_in(articles, settings, problems, columns))
    if not read:
        raise InputError(f"{articles}: no article in it" + (f"; {problems[0]}" if problems else ""))
    places = {place.row: place for place in group_articles(read, window or WINDOW)}
    wanted = {row: place for row, place in places.items() if place.size >= min_versions}
    write_rows(output, placed_rows(articles, settings, wanted), kinds_of(columns))
    if not quiet:
        for line in summary(list(places.values()), problems, min_versions):
            tell(line)
        tell(f"written: {output}")


def articles_in(path: Path, settings: Settings, problems: list[str], columns: dict[str, set[type]]) -> Iterator[Article]:
    """The articles of the table without their texts. Notes what is wrong with other rows, and the types in each column."""
    from compare.grouping import read_article
    from compare.grouping.reading import read_rows

    for row in read_rows(path, settings):
        for name, value in row.values.items():
            columns.setdefault(name, set()).add(type(value))
        if row.version is None:
            problems.append(row.problem or "")
        else:
            yield read_article(row.version, row.number)


def kinds_of(columns: Mapping[str, set[type]]) -> dict[str, type]:
    """What each column of the new table holds: whole numbers, numbers, or text."""
    kinds = dict(ADDED)
    for name, found in columns.items():
        held = found - {type(None)}
        number = bool(held) and held <= {int, float}
        kinds.setdefault(name, str if not number else int if held == {int} else float)
    return kinds


def placed_rows(path: Path, settings: Settings, wanted: Mapping[int, Place]) -> Iterator[Mapping[str, object]]:
    """The rows again, with their places; the table is read a second time, for its texts were not kept."""
    from compare.grouping.reading import read_rows

    for row in read_rows(path, settings):
        if (place := wanted.get(row.number)) is not None:
            cohesion = None if place.cohesion is None else round(place.cohesion, 3)
            added = dict(zip(ADDED, (place.story_id, place.row, place.copy_of, place.size, cohesion), strict=True))
            yield added | {name: value for name, value in row.values.items() if name not in added}


def summary(places: Sequence[Place], problems: Sequence[str], min_versions: int) -> list[str]:
    """What a person at the terminal wants to know: how many stories, which articles stand alone, which stories are doubtful."""
    told = {place.story_id: place for place in places}
    sizes = Counter(place.size for place in told.values())
    singles = [story for story, place in told.items() if place.size == 1]
    copies = sum(place.copy_of is not None for place in places)
    lines = named("warning: {}", problems, "more rows hold no article")
    several = f"{len(told) - len(singles):,} told in two or more"
    lines.append(f"{counted(len(places), 'article')}, {copies:,} of them near-copies; of {len(told):,} stories {several}")
    if singles:
        lines += [f"{counted(len(singles), 'article')} alone:", *named("   {}", singles, "more")]
    doubtful = sorted((p.cohesion, p.story_id, p.size) for p in told.values() if p.cohesion is not None)[:DOUBTFUL]
    lines += [f"least sure: {story} ({counted(size, 'article')}, cohesion {cohesion:.2f})" for cohesion, story, size in doubtful]
    left_out = sum(n for size, n in sizes.items() if size < min_versions)
    return [*lines, f"left out: {left_out:,} stories of fewer than {min_versions} articles"] if left_out else lines


def named(form: str, items: Sequence[str], rest: str) -> list[str]:
    """A line for each of the first items, and one that counts the rest."""
    more = len(items) - NAMED
    return [*(form.format(item) for item in items[:NAMED]), *([f"   {more:,} {rest}"] if more > 0 else [])]
