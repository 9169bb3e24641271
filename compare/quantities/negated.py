"""A bound behind a negation -> the other bound: "does not sell fewer than ten" is at least ten.

"More than" after "not" has two readings: "did not cost more than 50" is at most 50, "did not pay more than 50 workers" tells of
more than 50 workers. It is turned only where a verb of size stands directly before it, or a modal makes it a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from compare.model import Modifier
from compare.quantities.approximators import TURNED
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import Lexicon

FAR_LIMIT = 7
"""Lexemes back from a bound to the "cannot" that turns it round."""
FAR_SUBJECT = 5
"""Lexemes back from a verb to the "no driver", "none of the drivers" that it is about."""


def under_negation(modifier: Modifier, line: Line, i: int, lexicon: Lexicon) -> Modifier:
    """The bound whose phrase starts at lexeme i, turned round where it is denied: cannot serve more than eight years.

    "Has not paid in more than eight years" stays as it is: a preposition ties the bound to something else.
    """
    before, words = line[i - 1], lexicon.words
    if modifier not in TURNED or before.kind != "word" or before.low in words["persons"] | words["of_determiners"]:
        return modifier  # cannot admit anyone under 18, cannot feed the more than 300 guests
    return TURNED[modifier] if limited(line, i, lexicon) or denied(modifier, line, i, lexicon) else modifier


def limited(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether something may not be so: cannot, must not; no driver may, nobody can."""
    words = lexicon.words
    for k in range(i - 1, i - 1 - FAR_LIMIT, -1):
        low = line[k].low
        if low in words["cannot"] or (low in words["not"] and line[k - 1].low in words["modals"]):
            return True
        if low in words["permitting"]:
            return about_nobody(line, k, lexicon) is not None
        if line[k].kind != "word" or (low in lexicon.nouns.stops and low not in words["under_modal"]):
            return False
    return False


def denied(modifier: Modifier, line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether the verb directly before the bound at lexeme i is negated: did not lose, has never cost, no town lost."""
    words = lexicon.words
    verb = i - 1 - (line[i - 1].low in words["by"])  # did not rise by more than 3%
    sized = line[verb].low in words["size_verbs"]
    if not sized and not (modifier == "<" and verb == i - 1 and line[i].low in words["lesser"]):
        return False
    k = verb - 1
    while line[k].low in words["inside_verbs"]:
        k -= 1
    if line[k].low in words["not"] | words["denying"]:
        return True
    nobody = about_nobody(line, k + 1, lexicon)
    return nobody is not None and (sized or line[nobody].low not in words["no"])


def about_nobody(line: Line, verb: int, lexicon: Lexicon) -> int | None:
    """The lexeme that makes the subject before a verb nobody, if any: nobody, none of the drivers, no driver; not: no doubt."""
    words = lexicon.words
    found = next((k for k in subject(line, verb, lexicon) if line[k].low in words["nobody"]), None)
    return None if found is None or line[found + 1].low in words["no_denial"] else found


def subject(line: Line, verb: int, lexicon: Lexicon) -> Iterator[int]:
    """The lexemes of the subject that ends before a verb, as far as it is short."""
    inside = lexicon.words["nobody"] | lexicon.words["of"] | lexicon.words["of_determiners"]
    tied = lexicon.nouns.stops - inside
    return takewhile(lambda k: line[k].kind == "word" and line[k].low not in tied, range(verb - 1, verb - 1 - FAR_SUBJECT, -1))
