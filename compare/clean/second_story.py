"""Lines of a story -> where another story begins, if one was copied along with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from compare.language import function_words
from compare.tokens import tokenize

HEADLINE_WORDS = range(3, 21)
LEAST_WORDS = 80
"""Words of running text on either side: of two shorter passages even parts of one story may share nothing."""
SENTENCE_WORDS = 8
"""Words from which a line that ends in a stop is running text, not a row of a table, an address or an item of a list."""
MOST_SHARED = 0.18
"""Most words, of those in the poorer part, that two stories share. In articles of the web the two sides of a subheading share
more in 78 of 80; in two articles put together a headline parts less in 81 of 100."""
MOST_NAMES = 1
"""Names that two stories of one day may have in common: a country, a weekday."""
LETTERS = 6
"""Letters by which words are compared, so that their endings matter less."""
MOST_LINES = 2_000
MOST_CHARACTERS = 200_000
"""Lines and characters of the longest text that is looked through: a long report has 300 and 60,000."""
STOP = re.compile(r"[.!?…:。！？।]['\"”’»)\]]{0,3}$")
ITEM = re.compile(r"[^\w\"'“‘«¿¡]|\w{1,2}[.)] |\d+ ")
"""How an item of a list, a row of a table or an address begins."""
NAME = re.compile(r"(?<=[^\W\d_A-Z,] )[A-Z]\w{3,}")


@dataclass(frozen=True, slots=True)
class Content:
    """What a line is about: its words, shortened, and the names in the middle of its sentences."""

    words: frozenset[str]
    names: frozenset[str]


def second_story(lines: Sequence[str], language: str | None) -> int | None:
    """Index of the line, looking like a headline, after which hardly a word of what stands before comes again; None without one.

    >>> second_story(["One story.", "Its end."], "en") is None
    True
    """
    common = function_words(language)
    if len(lines) > MOST_LINES or sum(map(len, lines)) > MOST_CHARACTERS:
        return None
    sizes = [len(line.split()) for line in lines]
    if not common or sum(sizes) < 2 * LEAST_WORDS:
        return None
    running = [len(x.split()) if ends(x) and not ITEM.match(x) else 0 for x in lines]
    running = [size if size >= SENTENCE_WORDS else 0 for size in running]
    told = (0, *accumulate(running))
    contents = [content(line, common) for line in lines]
    before = tuple(accumulate(contents, both))
    after = tuple(accumulate(reversed(contents), both))[::-1]
    shares: dict[int, float] = {}
    for i in range(1, len(lines)):
        if sizes[i] in HEADLINE_WORDS and is_headline(lines, i) and min(told[i], told[-1] - told[i]) >= LEAST_WORDS:
            first, second = before[i - 1], after[i]
            fewest = min(len(first.words), len(second.words))
            if fewest and len(first.names & second.names) <= MOST_NAMES:
                shares[i] = len(first.words & second.words) / fewest
    best = min(shares, key=lambda i: (shares[i], i), default=None)
    return best if best is not None and shares[best] <= MOST_SHARED else None


def is_headline(lines: Sequence[str], i: int) -> bool:
    """Whether the line may be a headline: it begins like none of a list, has no stop, and running text follows before long."""
    line = lines[i]
    if ends(line) or line.endswith((",", "|")) or ITEM.match(line) or line[:1].islower():
        return False
    return any(ends(after) and not ITEM.match(after) for after in lines[i + 1 : i + 4])


def ends(line: str) -> bool:
    return STOP.search(line[-8:]) is not None


def content(line: str, common: frozenset[str]) -> Content:
    """The line's words that carry its meaning, and its names."""
    norms = (token.norm for token in tokenize(line))
    words = frozenset(n[:LETTERS] for n in norms if len(n) > 3 and n not in common and not n[0].isdigit())
    return Content(words, frozenset(NAME.findall(line)))


def both(a: Content, b: Content) -> Content:
    return Content(a.words | b.words, a.names | b.names)
