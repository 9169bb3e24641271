"""The time of making, which a user can hold still."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from compare.errors import SettingsError


def now() -> datetime:
    """The time of making: SOURCE_DATE_EPOCH if it is set, so that the same input gives the same bytes; else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f"SOURCE_DATE_EPOCH={epoch!r}: expected seconds since 1970") from None
