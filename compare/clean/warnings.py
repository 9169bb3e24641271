"""What a reader should know of how a text was cleaned, and of what cannot be done with it: a line each."""

from __future__ import annotations

from collections.abc import Sequence

from compare.clean.second_story import second_story
from compare.messages import message
from compare.model import Excluded

MUCH = 0.4
NEARLY_ALL = 0.85
"""Shares of words excluded from which a reader is warned."""
RULES_WRITTEN_FOR = "en"
TELLING_WORDS = 50
"""Words from which a text has a language that can be told; a shorter one is no reason for a warning."""


def share_warning(text: str, excluded: Sequence[Excluded]) -> tuple[str, ...]:
    """A warning if much of the text was excluded."""
    total = len(text.split())
    gone = sum(len(text[x.start : x.end].split()) for x in excluded)
    if gone <= MUCH * total:
        return ()
    key = "warning.mostly_boilerplate" if gone >= NEARLY_ALL * total else "warning.much_boilerplate"
    return (message(key, n=len(excluded), percent=f"{100 * gone / total:.0f}"),)


def language_warning(text: str, language: str | None) -> tuple[str, ...]:
    """A warning if the text is in a language that the rules for claims do not know, with what is then not done."""
    code = (language or "").partition("-")[0].lower()
    if code == RULES_WRITTEN_FOR or (not code and len(text[:4_000].split()) < TELLING_WORDS):
        return ()
    return (message("warning.not_english", language=code) if code else message("warning.no_language"),)


def appended_warning(lines: Sequence[str], language: str | None) -> tuple[str, ...]:
    """A warning if the kept lines seem to hold another story after the first."""
    number = second_story(lines, language)
    if number is None:
        return ()
    start = message("wording.quoted", words=" ".join(lines[number].split())[:80])
    return (message("warning.second_story", start=start),)
