"""compare_stories: a frame of versions in, frames over all stories out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from compare import Frames, InputError, compare_stories
from tests.batch.invented_batches import rows_of, story


def versions() -> pd.DataFrame:
    return pd.DataFrame([*rows_of([story(n) for n in range(4)]), {"story_id": "alone", "outlet": "Wire", "text": "Only one."}])


def test_stories_come_out_in_the_order_in_which_they_appear() -> None:
    frames = compare_stories(versions())
    assert list(frames.stories["story_id"]) == ["fire-0", "fire-1", "fire-2", "fire-3", "alone"]
    assert list(frames.stories["status"]) == ["compared"] * 4 + ["skipped"]
    assert "needs two" in frames.stories["reason"].iloc[4]
    assert set(frames.versions["outlet"]) == {"Wire", "Post"}


def test_findings_name_outlets_so_that_questions_are_short() -> None:
    frames = compare_stories(versions())
    tolls = frames.findings[frames.findings["kind"] == "number_conflict"]
    assert list(tolls["story_id"]) == ["fire-1", "fire-3"]
    denials = frames.findings[frames.findings["explanation"].str.contains("a denial")].explode("absent_outlets")
    assert denials["absent_outlets"].value_counts().to_dict() == {"Post": 4}
    dead = frames.figures[(frames.figures["story_id"] == "fire-1") & (frames.figures["kind"] == "count")]
    assert {11.0, 12.0} <= set(dead["low"])


def test_whoever_works_the_frames_are_the_same() -> None:
    frame = versions()
    alone = compare_stories(frame)
    with ThreadPoolExecutor(2) as executor:
        others = [compare_stories(frame, executor=executor), compare_stories(frame, workers=2)]
    for other in others:
        for name in Frames.__slots__:
            pd.testing.assert_frame_equal(getattr(alone, name), getattr(other, name))


def test_times_numbers_and_gaps_of_a_frame_are_understood() -> None:
    dates = pd.to_datetime(pd.Series(["2024-03-04", None], index=[0, 4]))
    titles = pd.Series([None, "Fire in the harbour"], index=[0, 4])
    frame = versions().iloc[[0, 4]].assign(story_id=7, date=dates, published=None, title=titles)
    frames = compare_stories(frame)
    assert list(frames.stories["story_id"]) == ["7"]
    assert frames.versions["published"].iloc[0].startswith("2024-03-04")
    assert list(frames.versions["title"])[1] == "Fire in the harbour"


def test_an_empty_frame_gives_empty_frames() -> None:
    frames = compare_stories(versions().iloc[:0])
    assert [len(getattr(frames, name)) for name in Frames.__slots__] == [0, 0, 0, 0]
    assert "absent_outlets" in frames.findings


def test_a_frame_without_a_key_is_refused() -> None:
    with pytest.raises(InputError, match="story_key"):
        compare_stories(versions().drop(columns="story_id"))
    with pytest.raises(InputError, match="no column 'event'"):
        compare_stories(versions(), story_key="event")
