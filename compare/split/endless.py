"""Sentence -> the places where it is cut when it goes on without end: no writer's sentence, but a list, a table or an attack.

Every later stage may then count on sentences of a bounded length: what it does with one may take the square of that.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

LONGEST = 1_500
"""Characters of a sentence: twice the longest of 900 articles and releases that were looked at."""
SPACE = regex.compile(r"\s+")
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
GAP = regex.compile(rf"(?: (?<=[^\p{{L}}\p{{M}}\p{{N}}\s]) | (?<=[{UNSPACED}]\p{{M}}{{0,4}}) ) (?!\p{{M}})", regex.VERBOSE)
"""After a sign that is no part of a word, or after a letter of a script without spaces."""


def endless_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """The places that cut `text[start:end]` into pieces of at most LONGEST characters: at white space, else at a gap.

    A word longer than that stays whole, for its pieces would be other words and other numbers.

    >>> [*endless_cuts("word " * 500, 0, 2500)], [*endless_cuts("x" * 2500, 0, 2500)]
    ([1500], [])
    """
    while end - start > LONGEST:
        far = start + LONGEST
        cut = last(SPACE, text, start, far) or last(GAP, text, start, far) or after(text, far, end)
        if cut >= end:
            return
        yield cut
        start = cut


def last(pattern: regex.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Where the last match in the second half of `text[start:end]` ends."""
    return max((m.end() for m in pattern.finditer(text, start + (end - start) // 2, end)), default=None)


def after(text: str, start: int, end: int) -> int:
    """Where the first white space or gap after a place ends."""
    found = [m.end() for pattern in (SPACE, GAP) if (m := pattern.search(text, start, end))]
    return min(found, default=end)
