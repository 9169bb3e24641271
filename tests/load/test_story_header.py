"""Headline, byline, agency and date that stand above a story in plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.clean import clean
from compare.load import read_source
from compare.load.inputs import Source
from compare.load.story_header import with_header
from compare.model import Version
from compare.settings import Settings
from compare.split import headline

PROSE = "The ferry Aurora ran aground off the island of Senn on Tuesday with 240 people on board."


def told(header: str, path: str | None = None) -> Version:
    return with_header(Version(text=f"{header}{PROSE}\n", path=path))


def test_headline_byline_and_date_are_guesses_and_stay_in_the_text() -> None:
    text = f"Ferry aground off Senn\n\nBy Hannah Orde in Senn\n14 November 2017\n\n{PROSE}\n"
    version = read_source(Source("story.txt", text.encode()), Settings()).versions[0]
    assert (version.title, version.author, version.published) == ("Ferry aground off Senn", "Hannah Orde", "2017-11-14")
    assert version.guessed == ("title", "author", "published")
    assert version.text == text


@pytest.mark.parametrize(
    "header",
    [
        "14 November 2017\n",
        "By Ana Ruiz\nPublished: Tue 14 Nov 2017, 09.30 GMT\n\n",
        "Updated: Nov 15, 2017 3:20 PM EST | Published November 14th, 2017\n",
        "By Ana Ruiz, 14 November 2017\n",
        "BEIRUT, Nov. 14, 2017 (AP) — ",
        "BEIRUT, 14 November 2017 - ",
        "2017/11/14\n",
        "Nov 14 (Wire)\n© 2017 Wire\n\n",
    ],
)
def test_a_full_date_above_the_story_is_its_day_of_publication(header: str) -> None:
    version = told(header)
    assert (version.published or "")[:10] == "2017-11-14"
    assert "published" in version.guessed


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        ("14 November 2017, 08:10\n", "2017-11-14T08:10:00"),
        ("Nov 14, 2017 8.10 p.m.\n", "2017-11-14T20:10:00"),
        ("14.11.2017 | 21:10 Uhr\n", "2017-11-14T21:10:00"),
        ("By Ana Ruiz\nPublished: Tue 14 Nov 2017, 0930 GMT\n", "2017-11-14T09:30:00+00:00"),
        ("Updated: Nov 15, 2017 3:20 PM | Published November 14, 2017 7 am\n", "2017-11-14T07:00:00"),
        ("Updated: Nov 15, 2017 3:20 PM | Published November 14, 2017\n", "2017-11-14"),
        ("14 November 2017, 08:10 IST\n", "2017-11-14"),
        ("14 November 2017, 08:10 GMT+8\n", "2017-11-14"),
        ("14 November 2017, 25:10\n", "2017-11-14"),
        ("14 November 2017, 08:10, updated 09:30\n", "2017-11-14"),
    ],
)
def test_the_time_beside_the_day_says_which_revision_came_first(header: str, moment: str) -> None:
    assert told(header).published == moment


@pytest.mark.parametrize(
    "header",
    [
        "BEIRUT, Nov 14 (Wire) - ",
        "Nov 14\n\n",
        "Nine dead in May 3, 2017 attack\n\n",
        "31 June 2017\n",
        "The fair opened on 14 November 2017 and nobody has seen the likes of it since then in Senn.\n",
        "",
    ],
)
def test_a_day_without_a_year_or_in_a_sentence_is_none(header: str) -> None:
    assert told(header).published is None


@pytest.mark.parametrize(
    ("header", "author", "outlet"),
    [
        ("By Ana Ruiz and Jo Poe, Harbour Post\n", "Ana Ruiz, Jo Poe", "Harbour Post"),
        ("By ANA RUIZ, Staff Writer\n", "ANA RUIZ", None),
        ("By The Associated Press\n", None, "The Associated Press"),
        ("By Maria de la Cruz\n", "Maria de la Cruz", None),
        ("(Reuters) - ", None, "Reuters"),
        ("SENN, Norrland (Atlas Wire) -- ", None, "Atlas Wire"),
        ("By Friday the crews had left\n\n", None, None),
        ("By land and by sea\n\n", None, None),
        ("The ship (Aurora) - a ferry - ", None, None),
    ],
)
def test_bylines_and_agencies(header: str, author: str | None, outlet: str | None) -> None:
    version = told(header)
    assert (version.author, version.outlet) == (author, outlet)


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Ferry aground off Senn\n\n", "Ferry aground off Senn"),
        ("WORLD NEWS\nFerry aground: who is to blame?\nBy Ana Ruiz\n", "Ferry aground: who is to blame?"),
        ("Ferry aground off Senn\n14 November 2017\n", "Ferry aground off Senn"),
        ("Ferry aground off Senn\n", None),
        ("A ferry ran aground off Senn.\n\n", None),
        ("Subscribe now to read on\n\n", None),
        ("senn and its ferries\n\n", None),
        ("Ferry\n\n", None),
        ("Posted by newsdesk\n\n", None),
    ],
)
def test_a_headline_has_no_stop_and_something_other_than_the_story_after_it(header: str, title: str | None) -> None:
    assert told(header).title == title


@pytest.mark.parametrize(
    ("header", "title", "author", "outlet", "day"),
    [
        ("The Daily Example\n14 May, 21:10\n\nFerry aground\n\n", None, None, None, None),
        ("The Daily Post\n14 May, 21:10\n\nFerry hit rock\n\nBy Jo Poe\n", "Ferry hit rock", "Jo Poe", "The Daily Post", None),
        ("Ferry aground off Senn\nHarbour Post\n14.05.2024\n", "Ferry aground off Senn", None, "Harbour Post", "2024-05-14"),
        ("HARBOUR POST | 5/14/2024\nFerry aground off Senn\n", "Ferry aground off Senn", None, "HARBOUR POST", "2024-05-14"),
        ("Ferry aground off Senn\nJo Poe, transport correspondent\n", "Ferry aground off Senn", "Jo Poe", None, None),
        ("Ferry aground off Senn\nJo Poe\n14 May 2024\n", "Ferry aground off Senn", "Jo Poe", None, "2024-05-14"),
        ("Ferry aground off Senn\nThe Aurora\n14 May 2024\n", "Ferry aground off Senn", None, None, "2024-05-14"),
        ("Mayor Sues Harbour Post\n\n", "Mayor Sues Harbour Post", None, None, None),
        ("Breaking News\nFerry aground off Senn\n14 May 2024\n", "Ferry aground off Senn", None, None, "2024-05-14"),
        ("Harbour Post · Local news · 3 May 2024\nFerry hit rock\n", "Ferry hit rock", None, "Harbour Post", "2024-05-03"),
        ("Ferry hit rock - Harbour Post\n3 May 2024\n", "Ferry hit rock - Harbour Post", None, None, "2024-05-03"),
        ("Ferry hit rock\nPress Release\n3 May 2024\n", "Ferry hit rock", None, None, "2024-05-03"),
        ("The Times\nFerry hit rock\nJo Poe in Senn\n3 May 2024\n", "Ferry hit rock", "Jo Poe", "The Times", "2024-05-03"),
        ("senn-courier.com\nFerry hit rock\nJo Poe\nCourier Staff\nMay 3, 2024, 9 p.m. ET\n", "Ferry hit rock", "Jo Poe",
         "senn-courier.com", "2024-05-03"),
        ("Ferry aground off Senn\n4/5/2024\n", "Ferry aground off Senn", None, None, None),
    ],
)  # fmt: skip
def test_the_head_of_a_paper(header: str, title: str | None, author: str | None, outlet: str | None, day: str | None) -> None:
    version = told(header)
    assert (version.title, version.author, version.outlet, version.published) == (title, author, outlet, day)


def test_a_headline_that_stands_in_the_text_is_no_sentence_of_its_own() -> None:
    version = told("Ferry aground off Senn\n\nBy Ana Ruiz\n\n")
    assert version.title is not None
    assert headline(clean(version, "A", "A", Settings())) is None


def test_what_is_known_is_not_guessed() -> None:
    known = Version(text=f"Ferry aground off Senn\n\n14 November 2017\n\n{PROSE}", title="Ferry", published="2017-11-15")
    assert with_header(known) == known


def test_the_agency_of_a_dateline_does_not_take_the_place_of_the_files_name() -> None:
    assert told("SENN (Reuters) - ", path="drafts/post.txt").label == "post.txt"
    assert told("SENN (Reuters) - ", path="stdin").label == ""


@given(st.text(max_size=300))
def test_any_text_is_kept(text: str) -> None:
    assert with_header(Version(text=text)).text == text


@pytest.mark.parametrize("text", ["a " * 500_000, "\n" * 1_000_000, "By " + "Aa " * 300_000, "AA " * 300_000, "May 1 " * 200_000])
def test_a_megabyte_of_one_unit_is_kept(text: str) -> None:
    assert with_header(Version(text=text)).text == text


def test_lines_for_the_desk_are_passed_over() -> None:
    text = "BC-Senn-Ferry, 2nd Ld,0345\n\nFerry aground off Senn\n\nEds: UPDATES.\n\nBy Ana Ruiz\n\nSENN (AP) _ A ferry."
    version = with_header(Version(text=text, path="ferry.txt"))
    assert (version.title, version.author, version.outlet) == ("Ferry aground off Senn", "Ana Ruiz", "AP")


def test_fields_of_a_desk_s_system_are_read() -> None:
    text = "SLUG: FERRY-1\nDATE: 14 May 2024\nBYLINE: By Ana Ruiz\nHEADLINE: Ferry aground off Senn\n\nA ferry ran aground."
    version = with_header(Version(text=text))
    assert (version.title, version.author, version.published) == ("Ferry aground off Senn", "Ana Ruiz", "2024-05-14")
    assert set(version.guessed) == {"title", "author", "published"}


def test_a_headline_below_the_menu_of_a_page_is_found() -> None:
    menu = "Skip to content\nHarbour Post\nSubscribe\nHome\nWorld\nSport\n\n"
    head = "Ferry aground off Senn\nAna Ruiz\nTue 14 May 2024 21.40 CEST\nShare\n\n"
    version = with_header(Version(text=f"{menu}{head}A ferry ran aground."))
    assert (version.title, version.published) == ("Ferry aground off Senn", "2024-05-14")
