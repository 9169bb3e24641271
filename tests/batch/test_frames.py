"""compare_stories: a frame of versions in, frames over all stories out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest

from compare import Frames, InputError, SettingsError, compare_stories
from tests.batch.invented_batches import rows_of, story


def versions() -> pd.DataFrame:
    return pd.DataFrame([*rows_of([story(n) for n in range(4)]), {"story_id": "alone", "outlet": "Wire", "text": "Only one."}])


def two_versions() -> pd.DataFrame:
    """Those of one story."""
    return versions().iloc[[0, 4]]


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
    frame = two_versions().assign(story_id=7, date=dates, published=None, title=titles)
    frames = compare_stories(frame)
    assert list(frames.stories["story_id"]) == ["7"]
    assert frames.versions["published"].iloc[0].startswith("2024-03-04")
    assert list(frames.versions["title"])[1] == "Fire in the harbour"


def test_an_empty_frame_gives_empty_frames() -> None:
    frames = compare_stories(versions().iloc[:0])
    assert [len(getattr(frames, name)) for name in Frames.__slots__] == [0, 0, 0, 0]
    assert "absent_outlets" in frames.findings


def test_a_row_without_a_key_is_named_not_lost() -> None:
    frame = versions().assign(story_id=pd.Series([1, 1, 2, 2, 3, 3]))
    stories = compare_stories(frame).stories
    assert list(stories["story_id"].iloc[:3]) == ["1", "2", "3"], "a gap makes floats of numbers"
    assert list(stories["status"]) == ["compared"] * 3 + ["skipped"] * 3
    assert list(stories["where"].iloc[3:]) == ["row 6", "row 7", "row 8"]
    assert stories["reason"].iloc[3:].str.contains("says which story").all()


def test_a_column_that_is_midnight_throughout_holds_days() -> None:
    days, times = pd.to_datetime(["2024-03-04", "2024-03-05"]), pd.to_datetime(["2024-03-04 00:00", "2024-03-04 08:30"])
    known = times.tz_localize("UTC")
    for column, expected in ((days, "2024-03-04"), (times, "2024-03-04T00:00:00"), (known, "2024-03-04T00:00:00+00:00")):
        found = compare_stories(two_versions().assign(published=column)).versions
        assert found["published"].iloc[0] == expected


def test_lists_of_sentences_may_be_arrays_as_parquet_gives_them() -> None:
    frame = two_versions()
    listed = frame.drop(columns="text").assign(sentences=frame["text"].map(lambda text: np.array(text.split("\n"))))
    assert list(compare_stories(listed).stories["status"]) == ["compared"]


def test_the_key_may_be_a_category_or_stand_in_the_index() -> None:
    frame = versions()
    expected = compare_stories(frame).stories
    odd = [frame.astype({"story_id": "category"}), frame.set_index("story_id"), frame.set_axis([0] * len(frame), axis=0)]
    for given in odd:
        pd.testing.assert_frame_equal(compare_stories(given).stories, expected)
    by_number = compare_stories(frame.rename(columns={"story_id": 7}), story_key="7").stories
    pd.testing.assert_frame_equal(by_number, expected)


def test_what_no_frame_of_versions_is_is_refused_in_a_line() -> None:
    frame = versions()
    for given, found in (
        (frame.drop(columns="text"), "no column of text"),
        (pd.concat([frame, frame[["text"]]], axis=1), "two columns are named text"),
        (frame["text"], "expected a DataFrame"),
        (frame.to_dict("records"), "found list"),
    ):
        with pytest.raises(InputError, match=found):
            compare_stories(given)  # type: ignore[arg-type]  # the point
    with pytest.raises(SettingsError, match="workers"):
        compare_stories(frame, workers=0)


def test_a_frame_without_a_key_is_refused() -> None:
    with pytest.raises(InputError, match="story_key"):
        compare_stories(versions().drop(columns="story_id"))
    with pytest.raises(InputError, match="no column 'event'"):
        compare_stories(versions(), story_key="event")
