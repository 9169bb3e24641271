"""A terminal is told what takes long; a file, a pipe and a quiet user are not."""

from __future__ import annotations

import io
import time

import pytest

from compare.cli.waiting import Waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, *, quiet: bool = False, patience: float = 0.01, work: float = 0.3) -> str:
    with Waiting(stream, quiet=quiet, patience=patience) as waiting:
        waiting.stage = "comparing"
        time.sleep(work)
    return stream.getvalue()


def test_a_terminal_sees_what_is_being_done_and_then_a_free_line() -> None:
    shown = told(Terminal())
    assert "comparing, 0 s" in shown
    *_, blank, end = shown.split("\r")
    assert blank.strip() == end == ""


def test_quick_work_says_nothing() -> None:
    assert told(Terminal(), patience=30, work=0) == ""


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO(), False), (Terminal(), True)])
def test_no_terminal_and_no_quiet_user_are_disturbed(stream: io.StringIO, quiet: bool) -> None:
    assert told(stream, quiet=quiet) == ""


def failing_work(stream: io.StringIO) -> None:
    with Waiting(stream, quiet=False, patience=0.01):
        time.sleep(0.3)
        raise ValueError("no story")


def test_the_line_goes_when_the_work_fails() -> None:
    stream = Terminal()
    with pytest.raises(ValueError, match="no story"):
        failing_work(stream)
    assert stream.getvalue().endswith("\r")
