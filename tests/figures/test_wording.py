"""The arithmetic beside a figure, in the words of the text."""

from __future__ import annotations

import pytest

from compare.figures.wording import converted
from compare.quantities import extract_quantities


@pytest.mark.parametrize(("a", "b", "told"), [
    ("5 miles", "8 kilometres", "5 miles is 8.05 kilometres."),
    ("6.6 feet", "about two metres", "6.6 feet is 2.01 metres."),
    ("200 miles", "about a hundred and seventy nautical miles", "200 miles is 174 nautical miles."),
    ("10 gallons", "45 litres", "10 gallons is 45.5 litres."),  # in Britain
    ("10 gallons", "38 litres", "10 gallons is 37.9 litres."),
    ("30 kg", "30 kg", None),
    ("30 kg", "30 km", None),
    ("$5", "£5", None),
])  # fmt: skip
def test_conversion_is_told_in_the_unit_of_the_other(a: str, b: str, told: str | None) -> None:
    (one,), (other,) = extract_quantities(a), extract_quantities(b)
    assert converted(one, other) == told
