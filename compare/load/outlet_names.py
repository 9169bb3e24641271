"""A line or a part of one -> whether it is the name of a newspaper, an agency or a broadcaster."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

LONGEST = 60
ADDRESS = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30})?\.(?:com|org|net|info|news|(?:com?\.)?[a-z]{2})")
"""A site's name by itself."""
SMALL = frozenset({"of", "the", "and", "&", "de", "del", "la", "le"})
WORDS_ALONE, WORDS_AFTER_THE = 3, 4
"""Words of a name at most; more of them, all with capitals, are the headline of a paper that sets its headlines so."""


@cache
def words(table: str) -> frozenset[str]:
    """The words of a table of `outlet_names.toml`, in lower case."""
    stored = tomllib.loads(files("compare.load").joinpath("outlet_names.toml").read_text(encoding="utf-8"))
    return frozenset(stored[table].lower().split())


def is_masthead(line: str) -> bool:
    """Whether a line by itself is an outlet's name: few words, all with capitals, one of them such as papers bear.

    >>> [is_masthead(x) for x in ("The Daily Example", "HARBOUR POST", "Senna News Agency", "Reuters", "Times of Senn")]
    [True, True, True, True, True]
    >>> is_masthead("harbour-post.example"), is_masthead("example.co.uk")
    (False, True)
    >>> [is_masthead(x) for x in ("World News", "Mayor Sues The Harbour Post", "Ferry aground, says post", "Harbour post")]
    [False, False, False, False]
    """
    if ADDRESS.fullmatch(line):
        return True
    named = line.split() if len(line) <= LONGEST else []
    if not named or not all(w[0].isupper() or w in SMALL for w in named) or not all(c.isalnum() or c in " &'’.-" for c in line):
        return False
    after_the = named[0].lower() == "the"
    name = [w.lower() for w in named[after_the:]]
    if len(name) < 2:
        return " ".join(name) in words("ends" if after_the else "alone")
    if len(name) > (WORDS_AFTER_THE if after_the else WORDS_ALONE) or not words("sections").isdisjoint(name):
        return False
    return name[-1] in words("ends") or name[0] in words("begins") or (name[0] in words("ends") and name[1] == "of")


def names_rubric(name: str) -> bool:
    """Whether what might be a person's name is a section's or says what the text is.

    >>> names_rubric("Press Release"), names_rubric("Local Sports"), names_rubric("Ana Ruiz")
    (True, True, False)
    """
    return not (words("genres") | words("sections")).isdisjoint(name.lower().split())


def names_outlet(name: str) -> bool:
    """Whether one of the names in a byline is a house's, not a person's.

    >>> names_outlet("Harbour Post"), names_outlet("the Associated Press"), names_outlet("Ana Ruiz")
    (True, True, False)
    """
    return any(name[-LONGEST:].lower().split()[-1] in words(table) for table in ("ends", "also", "alone"))
