"""A currency's name that several countries share -> the currency of the country that the sentence names: pesos in Mexico.

Where no country is named, or two are, the name stands for itself and is never converted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from compare.quantities.found import Found
from compare.quantities.lexemes import Line
from compare.quantities.units import rows


@cache
def homes() -> Mapping[str, Mapping[str, str]]:
    """Name of a currency -> a word that names a country -> the ISO 4217 code of its currency."""
    out: dict[str, dict[str, str]] = {}
    for name, code, words in rows("currency_homes.tsv"):
        out.setdefault(name, {}).update(dict.fromkeys(words.split(","), code))
    return out


@cache
def may_be(name: str | None) -> frozenset[str]:
    """The currencies that a shared name may stand for; none for any other unit."""
    return frozenset(homes().get(name or "", {}).values())


def at_home(found: list[Found], line: Line) -> list[Found]:
    """The figures, each with the currency of the one country named in the line that has such a one.

    >>> from compare.quantities.extract import extract_quantities as read
    >>> [read(text)[0].unit for text in ("Mexico lent 30 million pesos.", "They lent 30 million pesos.")]
    ['MXN', 'peso']
    """
    meant: dict[str | None, str] = {}
    for name, known in homes().items():
        if any(f.unit == name for f in found):
            named = {known[x.low] for x in line.lexemes if x.low in known}
            meant |= {name: named.pop()} if len(named) == 1 else {}
    return [replace(f, unit=meant[f.unit]) if f.unit in meant else f for f in found] if meant else found
