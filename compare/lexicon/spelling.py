"""Words in one spelling: British and American forms, so that a house style is no difference."""

from __future__ import annotations

from functools import cache

import regex

from compare.lexicon import lines

ENDINGS = (
    (regex.compile(r"(?<=\p{L}{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (regex.compile(r"(?<=\p{L}{3})ys(?=(?:e|es|ed|er|ers|ing)$)"), "yz"),
    (regex.compile(r"(?<=\p{L}{2})our(?=(?:s|ed|er|ers|ing|ful|able|ite|hood)?$)"), "or"),
    (regex.compile(r"(?<=\p{L}[bct])re(?=s?$)"), "er"),
    (regex.compile(r"(?<=\p{L}{2})ll(?=(?:ed|er|ers|ing)$)"), "l"),
    (regex.compile(r"(?<=\p{L}{3})ogue(?=s?$)"), "og"),
    (regex.compile(r"(?<=\p{L})[ao]e(?=\p{L}{3})"), "e"),
)
"""Patterns of British spelling with what American has; they need not make words, only the same for both."""


@cache
def pairs() -> dict[str, str]:
    """Single words with the spelling that stands for them."""
    return {other: line.split()[0] for line in lines("spellings.txt") for other in line.split()[1:]}


def one_spelling(word: str) -> str:
    """A word in normal form as both spellings would be written.

    >>> one_spelling("organisation") == one_spelling("organization"), one_spelling("centre"), one_spelling("programme")
    (True, 'center', 'program')
    """
    if word in pairs():
        return pairs()[word]
    for pattern, replacement in ENDINGS:
        word = pattern.sub(replacement, word)
    return word
