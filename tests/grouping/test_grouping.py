"""A pile of articles -> stories."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.grouping import Place, group_articles
from compare.grouping.found import Pair
from compare.grouping.neighbours import pairs_of
from compare.grouping.stories import stories_of
from compare.grouping.terms import read_terms
from tests.grouping.articles import BAKERY, FERRY, MUSEUM, article, pile


def groups(places: Iterable[Place]) -> list[list[int]]:
    """The rows of each story."""
    by_story: dict[str, list[int]] = {}
    for place in places:
        by_story.setdefault(place.story_id, []).append(place.row)
    return sorted(by_story.values())


def test_outlets_that_tell_one_event_in_their_own_words_are_one_story() -> None:
    assert groups(group_articles(pile(MUSEUM, FERRY))) == [[1, 2, 3], [4, 5]]


def test_two_fires_in_one_town_stay_two_stories() -> None:
    assert groups(group_articles(pile(MUSEUM, BAKERY))) == [[1, 2, 3], [4, 5]]


def test_an_article_that_nobody_else_has_stands_alone_without_cohesion() -> None:
    alone = group_articles(pile(MUSEUM, FERRY[:1]))[3]
    assert (alone.size, alone.copy_of, alone.cohesion) == (1, None, None)


def test_a_story_is_named_after_its_first_article() -> None:
    late = article(1, *MUSEUM[0], published="2024-05-08T10:00")
    early = article(2, *MUSEUM[1], published="2024-05-07T06:30")
    assert {place.story_id[:-9] for place in group_articles([late, early])} == {"2024-05-07-oldhaven-museum-lost-to-flames"}


def test_the_same_words_a_month_later_are_another_story() -> None:
    now, then = article(1, *FERRY[0], published="2024-05-07"), article(2, *FERRY[1], published="2024-06-20")
    assert groups(group_articles([now, then])) == [[1], [2]]
    assert groups(group_articles([now, then], window=60)) == [[1, 2]]


def test_an_article_without_a_date_joins_by_its_words() -> None:
    assert groups(group_articles([article(1, *FERRY[0], published="2024-05-07"), article(2, *FERRY[1])])) == [[1, 2]]


def test_a_copy_names_its_original_and_not_the_other_way_round() -> None:
    title, text = MUSEUM[0]
    copy, original = article(1, "Blaze", text, published="2024-05-08"), article(2, title, text, published="2024-05-07")
    assert [place.copy_of for place in group_articles([copy, original])] == [2, None]


def test_what_adds_a_paragraph_to_another_text_is_no_copy() -> None:
    title, text = MUSEUM[0]
    first = article(1, title, text, published="2024-05-07")
    longer = article(2, title, f"{text} {FERRY[0][1]}", published="2024-05-08")
    assert group_articles([first, longer])[1].copy_of is None


def test_of_two_texts_without_dates_the_one_that_holds_the_other_is_the_original() -> None:
    title, text = MUSEUM[0]
    short, long = article(1, title, text), article(2, title, f"{text} {MUSEUM[1][1]}")
    assert [place.copy_of for place in group_articles([short, long])] == [2, None]


def test_later_versions_under_one_address_belong_together_however_late() -> None:
    title, text = MUSEUM[0]
    half = text[: text.index("Nobody")]
    url = "https://www.example.org/museum-fire"
    first = article(1, title, text, "2024-05-07", url)
    later = article(2, "Museum fire: what we know", f"{half} {FERRY[0][1]}", "2024-09-01", f"{url}?page=1")
    elsewhere = article(3, "Museum fire: what we know", f"{half} {FERRY[0][1]}", "2024-09-01", "https://www.example.org/other")
    assert groups(group_articles([first, later])) == [[1, 2]]
    assert groups(group_articles([first, elsewhere])) == [[1], [3]]


def test_a_page_that_is_filled_anew_each_day_is_no_story() -> None:
    page = "https://www.example.org/live"
    assert groups(group_articles([article(1, *MUSEUM[0], url=page), article(2, *FERRY[0], url=page)])) == [[1], [2]]


def test_a_chain_of_articles_each_like_the_next_is_not_one_story() -> None:
    """Single linkage would join all six."""
    chain = [article(row, "", f"Text {row}") for row in range(1, 7)]
    found = [Pair(at, at + 1, 0.5) for at in range(5)]
    assert max(len(story.members) for story in stories_of(chain, found, 14.0)) == 2


@pytest.mark.parametrize("text", ["", "a", "7", "!!!", "\ud800", "一" * 50, "x " * 10_000])
def test_any_text_can_be_read(text: str) -> None:
    odd = [article(1, text, text), article(2, "", text), *(article(3 + k, *t) for k, t in enumerate(MUSEUM))]
    assert {place.row for place in group_articles(odd)} == {1, 2, 3, 4, 5}


def test_a_long_line_is_read_in_time_that_grows_with_it() -> None:
    assert len(read_terms("", "harbour-side 1,000 " * 50_000, "en").ids) < 10


def test_an_empty_pile_has_no_stories() -> None:
    assert group_articles([]) == ()


DAYS = st.lists(st.sampled_from([None, "2024-05-07", "2024-05-09T08:00", "2024-06-30"]), min_size=8, max_size=8)


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(8)), DAYS)
def test_the_order_of_the_rows_changes_nothing(order: list[int], days: list[str | None]) -> None:
    tellings = [*MUSEUM, *BAKERY, *FERRY, ("Ferry aground", FERRY[0][1])]
    plain = [article(at, *telling, published=day) for at, (telling, day) in enumerate(zip(tellings, days, strict=True))]
    assert group_articles([plain[k] for k in order]) == group_articles(plain)


TELLINGS = st.lists(st.tuples(st.sampled_from([*MUSEUM, *BAKERY, *FERRY]), st.integers(1, 28)), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(TELLINGS)
def test_every_article_has_one_place_and_no_story_outlasts_the_window(told: list[tuple[tuple[str, str], int]]) -> None:
    articles = [article(row, *telling, published=f"2024-05-{day:02}") for row, (telling, day) in enumerate(told)]
    places = group_articles(articles, window=7)
    assert [place.row for place in places] == list(range(len(told)))
    for members in groups(place for place in places if place.copy_of is None):
        days = [told[row][1] for row in members]
        assert max(days) - min(days) <= 7
    for place in places:
        assert place.copy_of is None or places[place.copy_of].story_id == place.story_id
        assert place.cohesion is None or 0 <= place.cohesion <= 1


def test_likeness_does_not_depend_on_who_comes_first() -> None:
    one, two = pile(FERRY)
    assert pairs_of([one, two], 14.0) == pairs_of([two, one], 14.0)
