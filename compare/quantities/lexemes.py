"""Text -> Lexeme*: words, numerals and marks with their places, as the grammar of quantities reads them.

Unlike the tokens for matching, a numeral here keeps all that is written in it (4:35, 12/10/2017, 1,234.5), a hyphen is a mark
of its own, and every mark stands in the list, because "(17)", "$17" and "17%" are different things.
"""

from __future__ import annotations

import re
from typing import NamedTuple

FOLD = str.maketrans({
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2012": "-", "\u2015": "\u2014",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\uff0c": ",", "\uff0e": ".", "\uff05": "%", "\uff04": "$",
    "\u2044": "/",
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
})  # fmt: skip
"""One character for one, so that places stay what they are."""

PATTERN = re.compile(
    r"""
      (?P<number> \d++ (?: [.,:/]\u2060? \d++ )*+ )
    | (?P<word>   (?: [A-Za-z] \. ){2,8} (?! [A-Za-z] )          # a.m.  U.S.
                | [^\W\d_¼-¾⅐-⅞]++ (?: ' [^\W\d_¼-¾⅐-⅞]++ )*+ )
    | (?P<mark>   \n | [^\s\w] | _ | [^\W_] )                    # the last: ½, ² and their like
    """,
    re.VERBOSE,
)


LONGEST_WORD = 12
"""Characters in front of a number among which a month's name stands."""


class Lexeme(NamedTuple):
    """A word, numeral or mark of a text."""

    text: str
    low: str
    """In lower case."""
    start: int
    end: int
    kind: str
    """number, word or mark."""
    glued: bool
    """Nothing stands between it and the one before."""


THIN_GROUPS = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
SPACED_GROUPS = re.compile(
    r"""
    (?<! [\d.,:/#-] ) (?<! \d[ ] ) (?: \b | (?<= \b R ) )   # not behind a number; R for rand touches its own
    [1-9] \d{0,2} (?: [ ] \d{3} ){1,2}
    (?= [ ][a-z] | % | [.,;:)”’"']* (?: \s | $ ) (?! \s* \d ) )
    (?! [ ][A-Z] )                                          # not: twelve 737 MAX
    """,
    re.VERBOSE,
)
MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""How the names of months begin: "on 12 May 500 people", in the American order, groups no digits."""
ZERO_GROUPS = re.compile(r"(?<=\d) (?=000(?!\d))")


def fold(text: str, grouping: str = ",") -> str:
    """The text with one form for quotation marks, hyphens, spaces and digits; every character keeps its place.

    A space that groups digits becomes the mark that does so in the language: a fixed one always, a common one before 000
    (20 000) and in a number that stands between words (12 500 jobs). The space of "20, 000" becomes a word joiner, which ties
    the number together.
    """
    if not text.isascii():
        text = THIN_GROUPS.sub(grouping, text).translate(FOLD)
    text = SPACED_GROUPS.sub(lambda m: m.group() if follows_month(text, m.start()) else m.group().replace(" ", grouping), text)
    if " 000" not in text:
        return text
    torn = re.compile(rf"(?<=\d){re.escape(grouping)} (?=000(?!\d))")
    return torn.sub(grouping + "\u2060", ZERO_GROUPS.sub(grouping, text))


def follows_month(text: str, start: int) -> bool:
    """Whether the word in front of a number may be a month's name.

    >>> follows_month("On May 12 500 came", 7), follows_month("Some 12 500 came", 5)
    (True, False)
    """
    before = text[max(0, start - LONGEST_WORD) : start].split()
    return bool(before) and before[-1][:1].isupper() and before[-1][:3].lower() in MONTHS


def lexemes(folded: str) -> list[Lexeme]:
    """The lexemes of a folded text, in order.

    >>> [x.text for x in lexemes("on October 12by 4:35 a.m., $1.2bn")]
    ['on', 'October', '12', 'by', '4:35', 'a.m.', ',', '$', '1.2', 'bn']
    """
    out = []
    last = -1
    for m in PATTERN.finditer(folded):
        start, end = m.span()
        text = m.group()
        out.append(Lexeme(text, text.lower(), start, end, m.lastgroup or "mark", start == last))
        last = end
    return out


END = Lexeme("", "", 0, 0, "mark", False)
"""Stands for what lies before the first and behind the last lexeme."""


class Line:
    """The lexemes of a text; asked beyond either end it gives `END`, so that no rule needs to look at the bounds."""

    __slots__ = ("language", "length", "lexemes", "text")

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.language = language
        self.lexemes = lexemes(text)
        self.length = len(self.lexemes)

    def __getitem__(self, i: int) -> Lexeme:
        return self.lexemes[i] if 0 <= i < self.length else END

    def phrase(self, i: int, j: int) -> str:
        """Lexemes i to j in lower case, one space between those that do not touch."""
        parts = self.lexemes[max(i, 0) : j]
        if len(parts) == 1:
            return parts[0].low
        return "".join([x.low if x.glued or k == 0 else " " + x.low for k, x in enumerate(parts)])

    def ends_sentence(self, i: int) -> bool:
        """Whether the lexeme is a full stop or the like, or the end of a line."""
        x = self[i]
        return x is END or x.text == "\n" or (x.text in ".!?" and not self[i + 1].glued)
