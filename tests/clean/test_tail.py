"""Where a story ends, and what goes with all that follows."""

from __future__ import annotations

from tests.clean.story import STORY, cleaned, excluded


def test_who_wrote_it_is_no_part_of_the_story_but_a_reporter_in_it_is() -> None:
    about = "Ola Nygaard is a senior reporter for the Harbour Post, for which she has covered the islands since 2011."
    assert excluded(cleaned("\n".join([*STORY, about]))) == {about: "byline"}
    named = "The police also spoke to a passenger named Nygaard, who had filmed the last minutes on the bridge with her phone."
    assert excluded(cleaned("\n".join([*STORY, named, about]))) == {}


def test_a_reference_of_paragraph_length_outlives_the_tail() -> None:
    reference = (
        "More information: P. Falk et al. Groundings in narrow straits and the tides of spring, Handbook of Pilotage for"
        " Ferries and Other Vessels of Shallow Draught (2018), doi 10.1000/5555"
    )
    assert reference not in excluded(cleaned("\n".join([*STORY, "Explore further", "Tides of spring", reference])))


def test_a_short_last_sentence_holds_off_the_cut() -> None:
    """A newsletter box in the middle of an interview does not take the rest with it."""
    rest = ["“I ran for it, and I did not look back.”", "“Then the second wave came in.”"]
    document = cleaned("\n".join([*STORY, "Sign up for our newsletter", *rest]))
    assert excluded(document) == {"Sign up for our newsletter": "newsletter"}


def test_a_closing_list_that_nothing_introduces_goes() -> None:
    teasers = ["- Senn harbour to be dredged", "- Captain was tired, says union", "- Ferry fares to rise in May"]
    assert list(excluded(cleaned("\n".join([*STORY, *teasers])))) == teasers
    for before in ("What is known:", "Ferry accidents off Senn"):
        assert excluded(cleaned("\n".join([*STORY, before, *teasers]))) == {}
    facts = [f"{line}, the union said on Friday." for line in teasers]
    assert excluded(cleaned("\n".join([*STORY, *facts]))) == {}


def test_a_text_of_short_lines_alone_is_not_cut() -> None:
    results = ["Senn 2, Marrow 1", "Sign up for our newsletter", *(f"Club {n} 3, Rovers {n}" for n in range(20))]
    assert excluded(cleaned("\n".join([STORY[0], *results]))) == {"Sign up for our newsletter": "newsletter"}
