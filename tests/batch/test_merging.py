"""Results become tables that are whole, or not there."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from compare.batch.merging import merged
from compare.batch.story import CannotGoOn, Result
from compare.batch.work import work_on
from tests.batch.tasks import numbered, task


@pytest.fixture(scope="module")
def compared() -> tuple[Result, ...]:
    return work_on([numbered(n) for n in range(1, 6)], task())


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """As on a disk that has room for so many bytes of each file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 10, 1_000])
def test_a_disk_too_full_for_a_table_is_told_and_no_piece_is_left(
    room: int, compared: tuple[Result, ...], tmp_path: Path
) -> None:
    with files_of_at_most(room), pytest.raises(CannotGoOn, match="make room, then carry on with --resume"):
        list(merged(compared, tmp_path))
    assert os.listdir(tmp_path) == []


def test_tables_that_are_given_up_on_a_full_disk_leave_no_piece(compared: tuple[Result, ...], tmp_path: Path) -> None:
    tables = merged(compared, tmp_path)
    with files_of_at_most(1_000):
        next(tables)
        tables.close()
    assert os.listdir(tmp_path) == []
