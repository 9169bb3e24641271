"""Which sentence pairs are worth a closer look, and that their number stays in bounds."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.candidates import NEAREST, find_candidates
from compare.align.cells import Cells
from compare.align.terms import Lexicon, read_terms
from compare.align.weights import weigh
from tests.align.pictures import document

SYLLABLES = ("ba", "do", "fe", "gu", "ka", "lo", "mi")


def name(number: int) -> str:
    """A word of its own for each number."""
    return "".join(SYLLABLES[number // 7**k % 7] for k in range(4))


def candidates(one: Sequence[str], two: Sequence[str]) -> Cells:
    lexicon = Lexicon()
    a, b = (read_terms(document(letter, sentences), lexicon) for letter, sentences in (("A", one), ("B", two)))
    return find_candidates(a, b, weigh(a, b).stems)


HARBOURS = [f"The ferry to {name(k)} leaves at noon." for k in range(400)]


def test_sentences_that_share_only_what_hundreds_have_are_looked_up_all_the_same() -> None:
    found = candidates([f"Rain keeps every ferry in {name(k)[::-1]}." for k in range(400)], HARBOURS)
    assert set(found.i.tolist()) == set(range(400))


def test_a_rare_word_finds_its_sentence_among_hundreds_of_the_same_make() -> None:
    found = candidates([f"Today no ferry goes to {name(k)}." for k in (7, 200, 399)], HARBOURS)
    assert {(0, 7), (1, 200), (2, 399)} <= set(zip(found.i.tolist(), found.j.tolist(), strict=True))


def test_hundreds_of_sentences_of_one_make_have_few_candidates_each() -> None:
    asked = [f"At noon the ferry to {name(k + 1)} leaves." for k in range(400)]
    assert len(candidates(asked, HARBOURS)) <= 2 * NEAREST * len(asked)
