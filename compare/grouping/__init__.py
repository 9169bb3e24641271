"""Articles of many outlets in one pile -> stories: which of them tell the same event, and which copy another.

`reading` gives the rows of a table, `terms` an article as numbers; `ties` finds copies and later versions of one article,
`neighbours` the pairs that tell alike, `stories` joins them; `writing` writes the rows with what was found. An article's place
does not depend on the order of the rows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from compare.grouping.found import Article, Place
from compare.grouping.neighbours import pairs_of
from compare.grouping.stories import Story, stories_of
from compare.grouping.terms import read_terms
from compare.grouping.ties import Tie, ties_of
from compare.model import Version
from compare.times import parsed

__all__ = ["WINDOW", "Article", "Place", "group_articles", "read_article"]

WINDOW = 14.0
"""Days that a story lasts at most, unless told otherwise; benchmarks/README.md has others beside it."""
SECONDS = 86_400
ADDRESS = re.compile(r"\A(?:https?://)?(?:www\.|m\.)?([^?#\s]{1,2000})", re.IGNORECASE)
NAME = 56
"""Characters of day and title in a story's id."""


def read_article(version: Version, row: int) -> Article:
    """What is known of an article, without its text."""
    text = version.text if version.text is not None else " ".join(version.sentences or ())
    title = version.title or ""
    when = parsed(version.published)
    known = "\0".join((title, text, version.published or "", version.url or "", version.outlet or ""))
    return Article(
        row=row,
        terms=read_terms(title, text, version.language),
        day=when.timestamp() / SECONDS if when else None,
        address=address(version.url),
        name=name(when.date().isoformat() if when else "", title or text[:NAME]),
        digest=hashlib.blake2b(known.encode("utf-8", "replace"), digest_size=4).hexdigest(),
        length=len(text),
    )


def address(url: str | None) -> str:
    """The address without its scheme, "www.", query and fragment; "" for none, and for the front page of a site.

    >>> address("https://www.example.org/fire?from=app"), address("http://example.org/")
    ('example.org/fire', '')
    """
    found = ADDRESS.match((url or "").strip())
    host, _, path = found.group(1).rstrip("/").partition("/") if found else ("", "", "")
    return f"{host.lower()}/{path}" if path else ""


def name(day: str, title: str) -> str:
    """Day and title as one word.

    >>> name("2017-11-13", "Bridge closed: 3 held, say police")
    '2017-11-13-bridge-closed-3-held-say-police'
    """
    words = "-".join([day, *re.findall(r"[^\W_]{1,40}", title.lower())]).strip("-")
    return words if len(words) <= NAME else words[:NAME].rpartition("-")[0]


def group_articles(articles: Iterable[Article], window: float = WINDOW) -> tuple[Place, ...]:
    """The place of each article, by row. `window` is the number of days, above 0, that a story lasts at most."""
    ordered = sorted(articles, key=lambda article: article.order)
    tied = ties_of(ordered, window)
    originals = [place for place, tie in enumerate(tied) if tie is None]
    kept = [ordered[place] for place in originals]
    told = stories_of(kept, pairs_of(kept, window), window)
    followers: dict[int, list[int]] = {}
    for place, tie in enumerate(tied):
        if tie is not None:
            followers.setdefault(tie.original, []).append(place)
    out: list[Place] = []
    for story in told:
        members = [originals[m] for m in story.members]
        out += places(story, sorted([*members, *(f for m in members for f in followers.get(m, ()))]), ordered, tied)
    return tuple(sorted(out, key=lambda place: place.row))


def places(story: Story, members: Sequence[int], ordered: Sequence[Article], tied: Sequence[Tie | None]) -> list[Place]:
    """The places of the members of a story. One article with nothing but its copies is as sure as can be."""
    first = ordered[members[0]]
    cohesion = 1.0 if story.cohesion is None and len(members) > 1 else story.cohesion
    out = []
    for member in members:
        tie = tied[member]
        copied = ordered[tie.copy_of].row if tie is not None and tie.copy_of is not None else None
        out.append(Place(ordered[member].row, f"{first.name}-{first.digest}", len(members), copied, cohesion))
    return out
