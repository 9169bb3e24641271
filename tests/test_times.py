"""Which of two times of publication came first."""

from __future__ import annotations

import pytest

from compare.times import earlier


@pytest.mark.parametrize(
    ("one", "two", "first"),
    [
        ("2024-05-14", "2024-05-15", 0),
        ("2024-05-15T01:00:00+03:00", "2024-05-14T23:00:00Z", 0),
        ("2024-05-15T08:00", "2024-05-15T07:59", 1),
        ("2024-05-15", "2024-05-15T07:59", None),
        ("2024-05-15T08:00", "2024-05-15T08:00", None),
        (None, "2024-05-15", None),
        ("last spring", "2024-05-15", None),
    ],
)
def test_a_mere_date_is_any_time_of_its_day(one: str | None, two: str | None, first: int | None) -> None:
    assert earlier(one, two) == first
    assert earlier(two, one) == (None if first is None else 1 - first)
