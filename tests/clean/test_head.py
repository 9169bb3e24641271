"""What stands above a story: who wrote it, where, when and for whom."""

from __future__ import annotations

import pytest

from compare.model import Document
from compare.settings import Settings
from tests.clean.story import STORY, cleaned, excluded, kept


def test_a_byline_that_names_an_agency_is_no_caption() -> None:
    text = "\n".join(("By Ola Nygaard, Associated Press", *STORY))
    assert excluded(cleaned(text)) == {"By Ola Nygaard, Associated Press": "byline"}


@pytest.mark.parametrize(
    "line", ["By Ola Nygaard and Pia Falk", "Published May 14, 2024 at 9:40 p.m.", "14 May 2024 21:40 GMT", "Tue 14 May 2024"]
)
def test_bylines_and_times_are_furniture_before_the_story_only(line: str) -> None:
    assert line in excluded(cleaned("\n".join([line, *STORY])))
    assert excluded(cleaned("\n".join([*STORY[:2], line, *STORY[2:]]))) == {}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("THE HARBOUR POST", "outlet"),
        ("Harbour Post | 14 May, 21:10", "outlet"),
        ("14 May, 21:10", "timestamp"),
        ("Last updated: 9.10pm, 14 May", "timestamp"),
        ("Wednesday, 15 May", "timestamp"),
        ("14.05.2024 21:10", "timestamp"),
        ("Ana Ruiz", "byline"),
        ("Ana Ruiz, transport correspondent", "byline"),
        ("Harbour Post - Ana Ruiz - May 14", "outlet"),
        ("World news", "section"),
        ("Page A1", "section"),
        ("HARBOUR POST — June 3, 2024", "outlet"),
        ("Harbour Post, June 3, 2024", "outlet"),
        ("Harbour Post · Local news · 3 June 2024", "outlet"),
        ("Ana Ruiz in Senn", "byline"),
        ("Senn Courier Staff", "byline"),
        ("June 3, 2024 9:15 PM GMT+1 Updated 2 days ago", "timestamp"),
        ("Author: Ana Ruiz", "header"),
        ("Headline: Ferry aground off Senn", "header"),
    ],
)
def test_what_is_known_of_a_version_is_no_part_of_its_story(line: str, rule: str) -> None:
    def headed(*text: str) -> Document:
        return cleaned("\n".join(text), title="Ferry aground off Senn", outlet="Harbour Post", author="Ana Ruiz and Jo Poe")

    assert excluded(headed("Ferry aground off Senn", line, *STORY)) == {line: rule}
    assert excluded(headed(*STORY[:2], line, *STORY[2:])) == {}


@pytest.mark.parametrize(
    "line",
    ["Evening Courier", "May and the seven dwarves", "Inquiry to sit on 14 May", "14", "1 May 2024 - 3 June 2024", "Ruiz sues",
     "Author: missing"],
)
def test_a_line_above_the_story_of_which_nothing_is_known_stays(line: str) -> None:
    assert excluded(cleaned("\n".join([line, *STORY]), outlet="Harbour Post", author="Ana Ruiz")) == {}


def test_a_headline_stays_whatever_it_is_made_of() -> None:
    assert excluded(cleaned("\n".join(["14 May", *STORY]), title="14 May", outlet="14 May")) == {}


@pytest.mark.parametrize(
    "dateline",
    ["May 3 (Wire) - ", "SENN, 3 May (Wire) – ", "SENN BAY, Norrland, May 14, 2024 (Atlas) -- ", "SENN, Oct. 4 — ",
     "ST. SENN, Tuesday, May 3 - "],
)
def test_the_day_in_a_dateline_is_no_day_of_the_story(dateline: str) -> None:
    document = cleaned("\n".join([dateline + STORY[0], *STORY[1:]]))
    assert excluded(document) == {dateline: "dateline"}
    assert kept(document) == STORY


@pytest.mark.parametrize("start", ["SENN (Atlas) – ", "On Tuesday, May 3 – a feast – ", "SENN, May 3 raid – ", "Lund, 3 May – "])
def test_what_is_no_dateline_with_a_day_stays(start: str) -> None:
    assert excluded(cleaned("\n".join([start + STORY[0], *STORY[1:]]))) == {}


def test_a_dateline_is_kept_where_the_user_wants_its_line() -> None:
    text = "SENN, 3 May (Agency) – " + "\n".join(STORY)
    assert cleaned(text, Settings(keep=("aground",))).excluded == ()
    assert cleaned(text, Settings(keep_boilerplate=True)).excluded == ()
