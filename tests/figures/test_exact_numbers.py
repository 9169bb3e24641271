"""Numbers that nobody rounds: prices to the cent, rates to two decimals."""

from __future__ import annotations

import pytest

from compare.figures import match_figures
from tests.builders import aligned, document


def verdict(a: str, b: str) -> str:
    """Of the only figure of two linked sentences."""
    documents = [document("A", a), document("B", b)]
    (figure,) = match_figures(documents, aligned(documents, "A1 B1"))
    return str(figure.verdict)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("12.50 euros", "12 euros", "conflict"),
        ("£4.50", "£4", "conflict"),
        ("9.99 euros", "10 euros", "reconciled"),
        ("$36.75", "$37", "reconciled"),
        ("$4.50", "about $4", "reconciled"),
        ("$412.60", "$413", "reconciled"),
        ("$1.25 million", "$1.3 million", "reconciled"),
    ],
)
def test_a_small_price_with_its_cents_is_rounded_by_a_fiftieth_at_most(a: str, b: str, expected: str) -> None:
    told = "A seat on the night ferry costs {} this season."
    assert verdict(told.format(a), told.format(b)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("remaining unchanged at 1.62%", "increasing to 1.63%", "conflict"),
        ("remaining unchanged at 1.62%", "increasing to 2.62%", "check"),
        ("remaining unchanged at 1.6%", "increasing to 1.7%", "check"),
    ],
)
def test_two_rates_that_differ_by_hundredths_are_one_rate_however_it_moved(a: str, b: str, expected: str) -> None:
    told = "The savings bank of Orby wrote off old loans to farmers, with its allowance for losses"
    assert verdict(f"{told} {a}.", f"{told} {b}.") == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("About 61% of the dockers backed the strike.", "About 51% of the dockers backed the strike.", "conflict"),
        ("About 250 dockers backed the strike.", "Some 220 dockers backed the strike.", "conflict"),
        ("About 61% of the dockers backed the strike.", "About 60% of the dockers backed the strike.", "reconciled"),
        ("Some 5,000 dockers backed the strike.", "About 6,000 dockers backed the strike.", "reconciled"),
    ],
)
def test_two_rough_numbers_further_apart_than_they_are_rounded_differ(a: str, b: str, expected: str) -> None:
    assert verdict(a, b) == expected
