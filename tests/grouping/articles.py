"""Invented articles: two fires in one town, a ferry, an election; each told by several outlets in words of their own."""

from __future__ import annotations

import json
from pathlib import Path

from compare.grouping import Article, read_article
from compare.model import Version

STORIES = json.loads((Path(__file__).parent / "articles.json").read_text(encoding="utf-8"))
MUSEUM, BAKERY, FERRY = (tuple((title, text) for title, text in STORIES[name]) for name in ("museum", "bakery", "ferry"))


def article(row: int, title: str, text: str, published: str | None = None, url: str | None = None) -> Article:
    """An article as it comes from a row."""
    return read_article(Version(title=title, text=text, published=published, url=url), row)


def pile(*stories: tuple[tuple[str, str], ...], published: str | None = None) -> list[Article]:
    """The articles of some stories, numbered through."""
    told = [telling for story in stories for telling in story]
    return [article(row, title, text, published) for row, (title, text) in enumerate(told, start=1)]
