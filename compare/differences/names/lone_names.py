"""Slot -> Located: a lone word at a sentence's beginning that can only be a name.

A capital proves nothing there. But a singular noun needs an article to be a subject, so that what stands without one, and is no
plural, no stuff (rain, debt) and no word of action (growth, hunting), is a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from compare.differences.names.one_name import bare
from compare.differences.words import Collation, Side, Slot
from compare.language import function_words
from compare.lexicon import irregular_bases, lines, title_words, word_class
from compare.model import Name

LEAST_AFTER = 3
"""Equal words that must follow a lone word in a name's place."""
LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Located:
    """A name with the index of its sentence."""

    sentence: int
    name: Name


def lone_name(link: Collation, slot: Slot, side: Side, partner: Located | None) -> Located | None:
    """The one word that opens a passage in the place of the other's full name, where it can be no plural and no known noun."""
    if partner is None or len(bare(partner.name)) < 2 or partner.name.kind in ("organisation", "place"):
        return None
    span = slot.a if side is link.a else slot.b
    return None if span != (0, 1) or side.norms[0].endswith("s") else word_as_name(link, slot, side)


def lone_names(link: Collation, slot: Slot) -> tuple[Located, Located] | None:
    """The words that open both sides, where a verb follows and neither can be anything but a name: "Marlow won", "Orby won"."""
    openings = (link.a.norms[0], link.b.norms[0]) if slot.a == slot.b == (0, 1) else ()
    if not openings or not follows_verb(link.a) or any(is_stuff(word) or word.endswith("s") for word in openings):
        return None
    mine, theirs = word_as_name(link, slot, link.a), word_as_name(link, slot, link.b)
    return (mine, theirs) if mine and theirs else None


def word_as_name(link: Collation, slot: Slot, side: Side) -> Located | None:
    """The first word of a passage, unless a version writes it in small letters somewhere, or it is a known noun."""
    word, token = side.norms[0], side.tokens[0]
    common = word in function_words("en") | title_words("person") | kinds_of_people()
    lower = {t.norm for d in (link.a.document, link.b.document) for s in d.sentences for t in s.tokens
             if s.slice(t.start, t.end).islower()}  # fmt: skip
    if common or word in lower or not side.words(0, 1).istitle() or slot.after < LEAST_AFTER:
        return None
    return Located(side.homes[0], Name(token.start, token.end, side.words(0, 1), word, "person"))


def follows_verb(side: Side) -> bool:
    """Whether the second word is a verb with an ending, or an auxiliary: "Marlow won", not "Oil prices"."""
    word = side.norms[1] if len(side.norms) > 1 else ""
    return word in word_class("finite_verbs") or word in irregular_bases() or (word.endswith("ed") and len(word) > LEAST_LETTERS)


def is_stuff(word: str) -> bool:
    """Whether a word is of stuff, or of an action by its ending, and may stand without an article."""
    return len(word) < LEAST_LETTERS or word in word_class("stuff") or word.endswith(tuple(word_class("endings_of_actions")))


@cache
def kinds_of_people() -> frozenset[str]:
    """Nouns that tell what people are or do, in all forms."""
    lists = ("people.txt", "rivals.txt", "deeds.txt", "sources.txt", "antonyms.txt")
    nouns = frozenset(w for name in lists for line in lines(name) for w in line.split())
    return nouns | word_class("plural_without_s") | word_class("calendar")
