"""Text -> its lines, in the form in which the rules of cleaning look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

PROSE_WORDS = 12
"""A line of as many words that ends in a stop is taken for a sentence of the story: no soft rule drops it."""
TAIL_PROSE_WORDS = 7
"""The same after the story's last long sentence: a short one there still holds off the cut of the tail."""
PARAGRAPH_WORDS = 20
"""A line of as many words is more than the title of another story, whatever it ends with: the cut of the tail leaves it."""
LONGEST_RULED = 1_000
"""Characters of the longest line that a rule looks at: furniture is short, and a line may have a megabyte."""
FOLD = str.maketrans("‘’‚“”„\u00a0\u202f\u2009\u3000", "'''\"\"\"    ")
ENDS = " \t•·▪►▶→←»«›‹>*#|–—"
"""Bullets, arrows and rules at the ends of a line, which a rule need not know."""
BULLETS = ("- ", "* ", "• ", "· ")
STOP = re.compile(r"[.!?…。！？।۔]['\"”’»)\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, or a paragraph where the text is hard-wrapped; `form` is what the rules look at."""

    start: int
    end: int
    form: str
    words: int
    finished: bool
    bullet: bool = False

    @property
    def prose(self) -> bool:
        """Whether it is a long finished sentence; an item of a list may be a teaser, however it ends."""
        return self.finished and self.words >= PROSE_WORDS and not self.bullet

    @property
    def holds_off(self) -> bool:
        """Whether the tail cannot begin before it; a question may be the title of another story."""
        return self.finished and self.words >= TAIL_PROSE_WORDS and not self.bullet and not self.form.endswith("?")


def lines_of(text: str) -> Iterator[Line]:
    """The lines that are not blank, without the white space around them; paragraphs where the text is hard-wrapped."""
    separator = r"\n[ \t\r]*\n" if is_wrapped(text) else r"\n"
    at = 0
    for end in (*(m.start() for m in re.finditer(separator, text)), len(text)):
        part = text[at:end]
        if solid := part.strip():
            start = at + part.index(solid[0])
            words = solid.split()
            finished = STOP.search(solid[-8:]) is not None
            yield Line(start, start + len(solid), form_of(solid, words), len(words), finished, solid.startswith(BULLETS))
        at = end


def form_of(solid: str, words: list[str]) -> str:
    """What the rules look at: plain quotation marks, single blanks, no bullets at the ends; the start of a very long line."""
    if len(solid) > LONGEST_RULED:
        words = solid[: LONGEST_RULED + 1].split()
    folded = " ".join(words)
    if not folded.isascii():
        folded = " ".join(folded.translate(FOLD).split())
    return folded.strip(ENDS) or folded


def is_wrapped(text: str) -> bool:
    """Whether sentences run on over line ends, as in mail and old wire copy: most lines that are followed by another one
    without a blank line are 45 to 100 characters long and end in the middle of a sentence."""
    lines = text[:20_000].split("\n")
    inner = [a for a, b in pairwise(lines) if a.strip() and b.strip()]
    running = [a for a in inner if 45 <= len(a.rstrip()) <= 100 and not STOP.search(a.rstrip()[-8:])]
    return len(inner) >= 4 and 3 * len(running) > 2 * len(inner)
