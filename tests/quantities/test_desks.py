"""Sentences as sport, business, weather, court and other desks write them: every figure with its span, value, unit and noun.

The tables beside this file (`*_en.txt`, `desks_de.txt`) are read like a page: a sentence, then a line for each figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from compare.model import Number, Quantity
from compare.quantities import extract_quantities


@dataclass(frozen=True)
class Case:
    """A sentence and its figures, as they stand in a table."""

    sentence: str
    figures: tuple[str, ...]


def cases(table: str) -> list[Case]:
    """The cases of a table."""
    out: list[Case] = []
    for line in (Path(__file__).parent / f"{table}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            out[-1] = Case(out[-1].sentence, (*out[-1].figures, line.strip()))
        elif line and not line.startswith("#"):
            out.append(Case(line, ()))
    return out


def number(value: Number | None) -> str:
    """A value in digits, a third as 1/3, an open end as nothing."""
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def told(q: Quantity) -> str:
    """A figure as a line of the table."""
    size = number(q.lower) if q.lower == q.upper else f"{number(q.lower)}..{number(q.upper)}"
    value = f"{'' if q.modifier == '=' else q.modifier + ' '}{q.date or size}"
    unit = f"{q.unit or ''}{f' per {q.per}' if q.per else ''}".strip()
    return " | ".join([q.text, q.kind, value, unit, q.counted or ""]).rstrip(" |")


ENGLISH = [case for table in ("desks_en", "first_read_en", "more_desks_en", "fresh_desks_en") for case in cases(table)]


@pytest.mark.parametrize("case", ENGLISH, ids=lambda case: case.sentence[:40])
def test_figures_of_an_english_sentence(case: Case) -> None:
    assert tuple(map(told, extract_quantities(case.sentence))) == case.figures


@pytest.mark.parametrize("case", cases("desks_de"), ids=lambda case: case.sentence[:40])
def test_figures_of_a_german_sentence(case: Case) -> None:
    assert tuple(map(told, extract_quantities(case.sentence, language="de"))) == case.figures


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(cases("desks_en")) >= 140
    assert len(cases("first_read_en")) >= 250
    assert len(cases("desks_de")) >= 40
