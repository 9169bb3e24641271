"""A word -> the number that it writes as one: dreiundzwanzig, zweihundertfünf, eintausendneunhundert."""

from __future__ import annotations

from compare.quantities.lexicon import Compound, Lexicon

LONGEST = 80
"""Letters; no number of a story is longer as one word."""


def number_as_one_word(word: str, lexicon: Lexicon) -> int | None:
    """The value of a number written as one word; None for any other word, and in a language that writes none so.

    >>> from compare.quantities.lexicon import lexicon
    >>> [number_as_one_word(x, lexicon("de")) for x in ("dreiundzwanzig", "zweihunderttausendfünf", "undzwanzig", "hund")]
    [23, 200005, None, None]
    """
    compound = lexicon.compound
    if compound is None or len(word) > LONGEST or not compound.pattern.fullmatch(word):
        return None
    return below_million(word, compound)


def below_million(word: str, compound: Compound) -> int | None:
    """Thousands, then what is below them."""
    for piece, value in compound.values.items():
        if value in (1000, 100) and piece in word:
            before, _, behind = word.partition(piece)
            count = below_million(before, compound) if before else 1
            rest = below_million(behind.removeprefix(compound.join), compound) if behind else 0
            if count is None or rest is None or not 0 < count < 1000 or not 0 <= rest < value:
                return None
            return count * value + rest
    return below_hundred(word, compound)


def below_hundred(word: str, compound: Compound) -> int | None:
    """One piece, or units joined to tens: drei-und-zwanzig."""
    if word in compound.values:
        return compound.values[word]
    unit, join, ten = word.partition(compound.join)
    units, tens = compound.values.get(unit, 0), compound.values.get(ten, 0)
    return tens + units if join and 0 < units < 10 and tens >= 20 and tens % 10 == 0 else None
