"""Times of publication as the versions give them -> which came first."""

from __future__ import annotations

from datetime import UTC, datetime


def earlier(a: str | None, b: str | None) -> int | None:
    """0 or 1 for the earlier of two times of publication; None where their order is not known. A mere date is any time of it."""
    times = [parsed(t) for t in (a, b)]
    if times[0] is None or times[1] is None:
        return None
    if len(a or "") <= len("2017-10-12") or len(b or "") <= len("2017-10-12"):
        days = [t.date() for t in times if t]
        return None if days[0] == days[1] else int(days[0] > days[1])
    return None if times[0] == times[1] else int(times[0] > times[1])


def parsed(time: str | None) -> datetime | None:
    """A time of publication, in UTC where it names no zone; None where it cannot be read."""
    try:
        when = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
