"""Names and signs -> units and currencies; a value in one unit -> the same in another.

The factors stand in `data/units.tsv`; a test checks each against pint. Currencies are never converted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from unicodedata import category

from compare.model import Number, QuantityKind
from compare.quantities.lexemes import Line, lexemes
from compare.quantities.lexicon import DATA

KINDS: Mapping[str, QuantityKind] = {"duration": "duration", "percent": "percent", "percentage point": "percentage_point"}
SPACED = frozenset("m g l p W V L %°º″".replace(" ", ""))
"""Signs of one character that may stand apart from their number, as those of currencies may; any other must touch it."""
TOUCHING = frozenset({"in"})
"""Signs of more characters that must touch their number too."""
COMMON = ("USD", "EUR", "GBP", "AUD", "CAD", "JPY", "CNY", "INR", "CHF", "NZD", "HKD")
POSSESSIVE = "'s"
"""A day's work, 20 year's imprisonment: behind a length of time only."""
NEAR = 60
"""Lexemes back in which an open quotation mark is looked for."""
PARTS = frozenset({"cent", "penny", "sen", "paisa", "kopeck"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: (value + offset) * factor is the value in its dimension's first unit."""

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction

    @property
    def kind(self) -> QuantityKind:
        return KINDS.get(self.dimension, "measure")


@dataclass(frozen=True, slots=True)
class Match:
    """A unit found in a text, up to lexeme `end`."""

    name: str
    kind: QuantityKind
    end: int


def rows(name: str) -> list[list[str]]:
    """The cells of a table of the stage's data, without its comment lines."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def factor(text: str) -> Fraction:
    """A factor as written in the table: 0.3048, 5/9, 1852/3600, 1e-9."""
    top, _, bottom = text.partition("/")
    return Fraction(top) / Fraction(bottom or "1")


@cache
def units() -> Mapping[str, Unit]:
    """All units of measure, by name."""
    table = rows("units.tsv")
    return {name: Unit(name, dimension, factor(size), Fraction(offset)) for name, dimension, size, offset, _, _ in table}


@cache
def names(language: str = "en") -> Mapping[str, tuple[str, QuantityKind]]:
    """Words in lower case -> unit or currency and kind; every form of them."""
    out: dict[str, tuple[str, QuantityKind]] = {}
    if language != "en":
        for name, listed in rows(f"names_{language}.tsv"):
            kind = units()[name].kind if name in units() else "money"
            out |= dict.fromkeys(listed.split(","), (name, kind))
        return out
    for name, dimension, *_, listed in rows("units.tsv"):
        out |= dict.fromkeys((word.replace("-", " ") for word in spelled(listed)), (name, KINDS.get(dimension, "measure")))
        if dimension == "duration":
            out |= dict.fromkeys((f"{word}{POSSESSIVE}" for word in listed.split(",")), (name, "duration"))
    for name, _, _, listed in rows("currencies.tsv"):
        out |= dict.fromkeys(spelled(listed), (name, "money"))
    return out


def spelled(listed: str) -> list[str]:
    """The names of a cell, each with its plural in -s unless the next one is the plural: "foot,feet", "yen,yen"."""
    given = listed.split(",") if listed else []
    irregular = {a for a, b in pairwise(given) if a == b or b in IRREGULAR_PLURALS}
    return [*given, *(x + "s" for x in given if x not in irregular and x not in IRREGULAR_PLURALS and " " not in x[-2:])]


IRREGULAR_PLURALS = frozenset({
    "feet", "inches", "centuries", "pence", "pennies", "euros", "zlotys", "reais", "lei", "stone", "leva", "millennia",
    "meticais",
})  # fmt: skip


@cache
def signs() -> Mapping[str, tuple[str, QuantityKind]]:
    """Signs and abbreviations as written -> unit or currency and kind."""
    out: dict[str, tuple[str, QuantityKind]] = {}
    for name, dimension, _, _, listed, _ in rows("units.tsv"):
        out |= dict.fromkeys(filter(None, listed.split(",")), (name, KINDS.get(dimension, "measure")))
    for name, _, listed, _ in rows("currencies.tsv"):
        out |= dict.fromkeys(filter(None, listed.split(",")), (name, "money"))
    return out


@cache
def small_signs() -> Mapping[str, tuple[str, QuantityKind]]:
    """Signs of several letters in lower case, where no two mean different things: 12kwh, 5ghz."""
    meant: dict[str, set[tuple[str, QuantityKind]]] = {}
    for sign, found in signs().items():
        if len(sign) > 1 and sign.isalpha():
            meant.setdefault(sign.lower(), set()).add(found)
    return {sign: next(iter(found)) for sign, found in meant.items() if len(found) == 1}


@cache
def first_words(language: str = "en") -> Mapping[str, int]:
    """First lexemes of all names and signs behind a number -> lexemes of the longest one, with marks between its words."""
    out: dict[str, int] = {}
    for name in (*names(language), *signs(), *small_signs()):
        parts = lexemes(name)
        out[parts[0].text] = max(out.get(parts[0].text, 1), 2 * len(parts) - 1)
    return out


@cache
def currencies() -> frozenset[str]:
    """ISO 4217 codes, and the names of parts of a currency."""
    return frozenset(row[0] for row in rows("currencies.tsv"))


@cache
def currency_signs() -> Mapping[str, str]:
    """What may stand before an amount -> ISO 4217 code; the commonest codes in lower case too, the others are often words."""
    table = [row for row in rows("currencies.tsv") if row[0] not in PARTS]
    out = {sign: name for name, _, listed, _ in table for sign in listed.split(",") if sign}
    return out | {code.lower(): code for code in COMMON}


@cache
def letter_signs() -> Mapping[str, str]:
    """Letters that may touch a sum of money -> ISO 4217 code."""
    return {row[0]: row[1] for row in rows("letter_signs.tsv")}


def unit_after(line: Line, i: int) -> Match | None:
    """The longest unit or currency that starts at lexeme i, directly behind a number."""
    first, known = line[i], first_words(line.language)
    if inch_mark(line, i):
        return Match("inch", "measure", i + 1)
    if first.kind == "number" or (first.low not in known and first.text not in known):
        return None
    longest = min(max(known.get(first.low, 1), known.get(first.text, 1)), line.length - i)
    for length in range(longest, 0, -1):
        low = line.phrase(i, i + length)
        named = names(line.language)
        found = named.get(low) or named.get(low.replace(". ", " ").replace("-", " "))
        if found is None:
            written = line.text[line[i].start : line[i + length - 1].end].replace(". ", " ")
            found = signs().get(written) or signs().get(written.replace("-", " "))  # 2,350-sq-ft
            found = found or (small_signs().get(low) if line[i].glued else None)
            if found and not line[i].glued and must_touch(line, i, written):
                found = None
            behind = line[i + length]
            if found and behind.glued and (behind.kind == "number" or (written[-1].isalpha() and behind.kind == "word")):
                found = None
        if found:
            return Match(*found, i + length)
    return None


def must_touch(line: Line, i: int, written: str) -> bool:
    """Whether the sign at lexeme i is a unit only where it touches its number: 5K, 3in; but 3 in. wide, 50 ₭."""
    if written in TOUCHING:
        return not (line[i + 1].text == "." and line[i + 1].glued and line[i + 2].text[:1].islower())
    return len(written) == 1 and written not in SPACED and category(written) != "Sc"


def inch_mark(line: Line, i: int) -> bool:
    """Whether the straight quotation mark at lexeme i means inches: it touches a number, and none is open before it."""
    if line[i].text != '"' or not behind_number(line, i) or line[i + 1].glued or line[i + 1].kind != "word":
        return False
    return sum(line[k].text == '"' and not behind_number(line, k) for k in range(max(i - NEAR, 0), i)) % 2 == 0


def behind_number(line: Line, i: int) -> bool:
    """Whether lexeme i touches a number in digits before it."""
    return line[i].glued and line[i - 1].kind == "number"


def currency_before(line: Line, i: int) -> Match | None:
    """The currency that stands before the number at lexeme i; its `end` is the lexeme at which it starts."""
    for length in (3, 2, 1):
        if i - length < 0:
            continue
        written = line.text[line[i - length].start : line[i - 1].end]
        code = currency_signs().get(written)
        if code is None and "$" in written[1:]:
            tight = written.replace(" ", "").upper()
            code = currency_signs().get(tight) or currency_signs().get(tight[:-1] if len(tight) == 4 else "")
        if code and written[:1].isalpha() and line[i - length].glued and line[i - length - 1].kind != "mark":
            code = None
        if code and not (length > 1 and written[0] in "aA" and line[i - length + 1].glued is False):
            return Match(code, "money", i - length)
    return None


def convert(value: Number, unit: str, other: str) -> Fraction | None:
    """The value in another unit of the same dimension; None where there is no way between the two.

    >>> convert(Fraction(10), "kilometre", "metre")
    Fraction(10000, 1)
    """
    a, b = units().get(unit), units().get(other)
    if a is None or b is None or a.dimension != b.dimension:
        return None
    return (Fraction(value) + a.offset) * a.factor / b.factor - b.offset
