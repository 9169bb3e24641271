"""A PDF that takes too long, too much memory or too many pages is given up, in one line, and leaves nothing behind."""

from __future__ import annotations

import logging
import re
import tempfile
import threading
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from compare.errors import RenderError
from compare.model import Comparison
from compare.render import limits
from compare.render.limits import Limits, TooManyPages, at_most_pages, memory, within_limits
from compare.render.pdf import lay_out, render_pdf
from compare.settings import Settings
from tests.render.invented_story import retold


@cache
def long_story() -> Comparison:
    """Two versions that fill a dozen pages."""
    story = retold(2, tuple(f"Sentence {n} of a long story about a bridge that gave way over the weir." for n in range(240)))
    rows = tuple(replace(row, moved=("B",)) for row in story.alignment.rows)
    return replace(story, alignment=replace(story.alignment, rows=rows))


def limited(**values: int) -> Comparison:
    return replace(long_story(), settings=Settings(**values))  # type: ignore[arg-type]  # the whole numbers among the settings


@pytest.fixture
def slow_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if each look at the clock came a second after the last."""
    seconds = iter(range(100_000))
    monkeypatch.setattr(time, "thread_time", lambda: float(next(seconds)))


@pytest.mark.usefixtures("slow_pages")
def test_beyond_the_time_one_line_says_what_was_reached_and_what_to_try() -> None:
    with pytest.raises(RenderError) as found:
        render_pdf(limited(max_render_seconds=12))
    *_, tried = str(found.value).partition("; ")
    assert re.match(r"PDF: page \d was not reached within 12 s; ", str(found.value))
    assert tried == "try -f html, or a lower --max-pages, or raise max_render_seconds"


def test_beyond_the_memory_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    held = iter(range(0, 10**12, 20_000_000))
    monkeypatch.setattr(limits, "memory", lambda: next(held))
    with pytest.raises(RenderError, match=r"^PDF: more than 90 MB of memory in use before .*try -f html.*max_render_megabytes$"):
        render_pdf(limited(max_render_megabytes=90))


@pytest.mark.usefixtures("slow_pages")
def test_a_limit_holds_in_a_thread_too() -> None:
    said: list[str] = []

    def work() -> None:
        try:
            render_pdf(limited(max_render_seconds=4))
        except RenderError as e:
            said.append(str(e))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(said) == 1
    assert "within 4 s" in said[0]


@pytest.mark.usefixtures("slow_pages")
def test_what_is_given_up_leaves_no_file_and_the_next_report_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(RenderError):
        render_pdf(limited(max_render_seconds=4))
    assert list(tmp_path.iterdir()) == []
    assert render_pdf(retold(2)).startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []


def test_the_limits_of_one_thread_are_not_those_of_another() -> None:
    with within_limits(Settings(max_render_seconds=1)):
        seen: list[Limits | None] = []
        thread = threading.Thread(target=lambda: seen.append(limits.LIMITS.get()))
        thread.start()
        thread.join()
    assert seen == [None]


def test_pages_beyond_the_last_are_never_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[str] = []
    monkeypatch.setattr(Limits, "check", lambda self, name: reached.append(name))
    with within_limits(Settings()), at_most_pages(3), pytest.raises(TooManyPages):
        lay_out("<p style='break-after: page'>one page</p>" * 50, "A4")
    assert [name for name in reached if name != "the first page"] == ["page 1", "page 2", "page 3"]


def test_nobody_is_told_of_the_steps_who_did_not_ask(caplog: pytest.LogCaptureFixture) -> None:
    with within_limits(Settings()):
        lay_out("<p>text</p>", "A4")
        assert caplog.records == []
        with caplog.at_level(logging.INFO, "weasyprint"):
            lay_out("<p>text</p>", "A4")
    assert any("Page 1" in r.getMessage() for r in caplog.records)


def test_memory_is_what_the_process_holds_now() -> None:
    before = memory()
    block = bytearray(50_000_000)
    grown = memory()
    assert grown - before > 40_000_000
    del block
    if limits.STATUS.exists():
        assert memory() < grown - 40_000_000


def test_processor_time_counts_not_the_time_of_day() -> None:
    with within_limits(Settings(max_render_seconds=1)):
        time.sleep(1.1)
        found = limits.LIMITS.get()
        assert found is not None
        found.check("page 2")
