"""What changed between two passages, as an editor would mark it: whole words, no scraps, no letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.render.redline import LONGEST, Run, Span, apart, redline, same_words, units_of

WORD = st.sampled_from(["the", "bridge", "fell", "14", "people", ",", "“council”", "said", "."])
WORDS = st.lists(WORD, min_size=1, max_size=25)


def written(old: str, new: str) -> str:
    """The redline as its signs are printed; "" for a passage that is shown without marks."""
    signs = {"": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return "".join(signs[r.change].format(r.text) for r in redline(old, new) or ())


def test_a_word_replaced() -> None:
    assert written("The council knew of it.", "The mayor knew of it.") == "The [-council-] [+mayor+] knew of it."


def test_a_word_added() -> None:
    assert written("The bridge fell on Tuesday.", "The old bridge fell on Tuesday.") == "The [+old+] bridge fell on Tuesday."


def test_a_word_dropped() -> None:
    assert written("He allegedly ignored two warnings.", "He ignored two warnings.") == "He [-allegedly-] ignored two warnings."


def test_the_end_dropped() -> None:
    assert written("The bridge is closed, he said.", "The bridge is closed.") == "The bridge is closed[-, he said-]."


def test_a_scrap_between_two_changes_is_not_kept() -> None:
    old, new = "Police said the men of Marlow fled on foot.", "Police said the crowd of onlookers fled on foot."
    assert written(old, new) == "Police said the [-men of Marlow-] [+crowd of onlookers+] fled on foot."


def test_another_number_is_a_whole_change() -> None:
    assert written("It hurt 1,400 people there.", "It hurt 1,700 people there.") == "It hurt [-1,400-] [+1,700+] people there."


def test_another_sentence_is_not_marked() -> None:
    assert redline("The bridge fell on Tuesday.", "A ferry carries walkers across now.") is None


def test_typography_is_no_change() -> None:
    assert same_words("“It’s closed,” he  said – twice", "\"It's closed,\" he said - twice")
    assert not same_words("He said.", "He said")


def test_figures_are_marked_within_changes() -> None:
    runs = redline("It injured 14 people.", "It injured 17 people.", [Span(11, 20, "differs")])
    assert runs is not None
    assert Run("17", "added", "differs") in runs
    assert Run(" people", "", "differs") in runs


def test_a_long_quotation_is_marked_where_it_differs() -> None:
    quote, other = "nobody knows what is happening in the town", "nobody knows what was happening in the town"
    assert [quote[s.start : s.end] for s in apart(quote, other, 0) if s.mark == "evidence"] == ["is"]


@given(WORDS, WORDS)
def test_the_new_text_can_be_read_off_the_marks(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    runs = redline(before, after)
    if runs is not None:
        kept = "".join(r.text for r in runs if r.change != "removed")
        assert kept.split() == after.split()
        assert all(r.text for r in runs)


@given(WORDS)
def test_a_text_against_itself_has_no_change(words: list[str]) -> None:
    text = " ".join(words)
    assert [r.text for r in redline(text, text) or ()] in ([text], [])
    assert same_words(text, text)


def test_a_megabyte_on_one_line_is_shown_whole() -> None:
    for line in ("x" * 1_000_000, "a." * 500_000, "a-" * 500_000, "“" * 1_000_000, " " * 1_000_000, "word, " * 170_000):
        assert redline(line, line + " more") is None
        assert not same_words(line, line + " more")
        assert bool(units_of(line[:LONGEST])) == bool(line.strip())
