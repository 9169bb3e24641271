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


def at_home(f: Found, line: Line) -> Found:
    """The figure with the currency of the one country named beside it that has such a one.

    >>> from compare.quantities.extract import extract_quantities as read
    >>> [read(text)[0].unit for text in ("Mexico lent 30 million pesos.", "They lent 30 million pesos.")]
    ['MXN', 'peso']
    """
    known = homes().get(f.unit or "") if f.kind == "money" else None
    if known is None:
        return f
    named = {known[x.low] for x in line.lexemes if x.low in known}
    return replace(f, unit=named.pop()) if len(named) == 1 else f
