"""Lexemes behind a number -> the power of ten that it is multiplied by: 2.998 × 10^8, 6.02×10²³, 1.4×10−9."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from compare.quantities.lexemes import Line

RAISED = {raised: str(digit) for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")} | {"⁻": "-"}
TIMES = frozenset("×x*")
MOST = 40
"""The largest exponent of a size that a story tells."""


@dataclass(frozen=True, slots=True)
class Power:
    """A factor up to lexeme `end`."""

    factor: Decimal
    end: int


def power_of_ten(line: Line, i: int) -> Power | None:
    """The power of ten that starts with a sign of multiplication at lexeme i, or None.

    A small number behind 10 is an exponent only with a sign that says so: ^, raised digits, or × before and a minus between.
    """
    if line[i].text not in TIMES or line[i + 1].text != "10":
        return None
    j = i + 2
    raised = ""
    while len(raised) < 4 and line[j].glued and line[j].text in RAISED:
        raised, j = raised + RAISED[line[j].text], j + 1
    caret = line[j].text == "^" and line[j].glued
    j += caret
    minus = not raised and line[j].text == "-" and line[j].glued and line[j + 1].glued
    if not raised and (caret or (minus and line[i].text == "×" and "." in line[i - 1].text)):
        j += minus
        raised, j = ("-" if minus else "") + line[j].text, j + 1
    digits = raised.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 3) or int(digits) > MOST:
        return None
    return Power(Decimal(1).scaleb(int(raised)), j)
