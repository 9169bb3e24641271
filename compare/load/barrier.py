"""Lines read from a page -> what they are in place of a story: a page that asks for JavaScript or a human, or for consent."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

BLOCKED_WORDS = 80
"""A page of fewer words that asks for JavaScript, cookies or a proof of being human is a barrier and no story."""
CONSENT_WORDS = 600
"""A page of fewer words most of which stand in lines that ask for consent is a dialogue and no story."""
FEWEST_LINES = 2
"""Lines that ask for consent; one alone may be a sentence of a brief."""
LONGEST_LINE = 1_000
"""Characters of a line that are looked at."""


def barrier(lines: Sequence[str]) -> str | None:
    """What a page holds in place of a story; None for a story.

    >>> barrier(["We value your privacy", "We and our 90 partners store cookies on your device.", "Accept all"])
    'a request for consent to cookies, and no story'
    >>> barrier(["The council asked the firm for consent.", "It had stored cookies."]) is None
    True
    """
    counted = [(line[:LONGEST_LINE].strip(), len(line.split())) for line in lines]
    total = sum(words for _, words in counted)
    if total < BLOCKED_WORDS and any(pattern("blocked").search(line) for line, _ in counted):
        return "a page that asks for JavaScript, cookies or a human, and no story"
    asking = [words for line, words in counted if pattern("consent").search(line)] if total < CONSENT_WORDS else []
    return "a request for consent to cookies, and no story" if len(asking) >= FEWEST_LINES and 2 * sum(asking) > total else None


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One pattern of all that `barriers.toml` has under a name."""
    stored = tomllib.loads(files("compare.load").joinpath("barriers.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{one})" for one in stored[name]), re.IGNORECASE)
