"""What a reader should know of how a text was cleaned, and of what cannot be done with it: a line each."""

from __future__ import annotations

from collections.abc import Sequence

from compare.clean.second_story import second_story
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
    what = "mostly boilerplate" if gone >= NEARLY_ALL * total else "much boilerplate"
    lines = f"{len(excluded)} line{'s' * (len(excluded) != 1)}"
    return (f"{what}: {lines} excluded, {gone / total:.0%} of the words; see what was left out, or use --keep-boilerplate",)


def language_warning(text: str, language: str | None) -> tuple[str, ...]:
    """A warning if the text is in a language that the rules for claims do not know, with what is then not done."""
    code = (language or "").partition("-")[0].lower()
    if code == RULES_WRITTEN_FOR or (not code and len(text[:4_000].split()) < TELLING_WORDS):
        return ()
    what = f"in another language than English ({code})" if code else "in a language that is not recognised"
    return (f"{what}: compared by wording and figures; the rules for claims, hedges, attribution and quotations are English",)


def appended_warning(lines: Sequence[str], language: str | None) -> tuple[str, ...]:
    """A warning if the kept lines seem to hold another story after the first."""
    number = second_story(lines, language)
    if number is None:
        return ()
    start = " ".join(lines[number].split())[:80]
    return (f"another story seems to begin at “{start}”: hardly a word before it comes again; take it out if it is not this one",)
