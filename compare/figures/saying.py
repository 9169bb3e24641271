"""Annotated sentence, the place of a date -> is it the day on which something was said, rather than done?"""

from __future__ import annotations

from collections.abc import Iterable

from compare.figures.concepts import concepts
from compare.language import function_words
from compare.model import Annotated

SAYING_WITHIN = 3
"""Words to either side of a date among which a word of saying tells that it is the day of a statement, wherever names stand."""
WINDOW = 60
"""Words before a date that are looked at: a line of a million characters is no sentence."""


def says_near(sentence: Annotated, first: int, last: int, clause: Iterable[int]) -> bool:
    """Does a word of saying lead up to the date in its clause, past names alone, or stand within three words of it?

    "Said on Friday", "told Fox News on Monday", "in a Monday interview".
    """
    near = {*range(first - SAYING_WITHIN, last + SAYING_WITHIN), leading_word(sentence, first)}
    return any(j in near and sentence.tokens[j].norm in concepts("saying") for j in clause)


def leading_word(sentence: Annotated, place: int) -> int:
    """Place of the last word before a place that is neither a function word nor part of a name; -1 where there is none."""
    for k in range(place - 1, max(place - WINDOW, 0) - 1, -1):
        token = sentence.tokens[k]
        silent = token.norm in function_words("en") and token.norm not in concepts("saying")
        if not silent and not any(n.start <= token.start < n.end for n in sentence.names):
            return k
    return -1
