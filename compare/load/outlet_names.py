"""A line or a part of one -> whether it is the name of a newspaper, an agency or a broadcaster."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

LONGEST = 60
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

    >>> [is_masthead(x) for x in ("The Daily Example", "HARBOUR POST", "Senna News Agency", "Reuters")]
    [True, True, True, True]
    >>> [is_masthead(x) for x in ("World News", "Mayor Sues The Harbour Post", "Ferry aground, says post", "Harbour post")]
    [False, False, False, False]
    """
    named = line.split() if len(line) <= LONGEST else []
    if not named or not all(w[0].isupper() or w in SMALL for w in named) or not all(c.isalnum() or c in " &'’.-" for c in line):
        return False
    after_the = named[0].lower() == "the"
    name = [w.lower() for w in named[after_the:]]
    if len(name) < 2:
        return " ".join(name) in words("alone")
    if len(name) > (WORDS_AFTER_THE if after_the else WORDS_ALONE) or not words("sections").isdisjoint(name):
        return False
    return name[-1] in words("ends") or name[0] in words("begins")


def names_outlet(name: str) -> bool:
    """Whether one of the names in a byline is a house's, not a person's.

    >>> names_outlet("Harbour Post"), names_outlet("the Associated Press"), names_outlet("Ana Ruiz")
    (True, True, False)
    """
    return any(name[-LONGEST:].lower().split()[-1] in words(table) for table in ("ends", "also", "alone"))
