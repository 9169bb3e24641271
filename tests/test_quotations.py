"""Which words stand in quotation marks, and whose they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Quotation
from compare.quotations import find_quotations
from compare.split import split_sentences


def quotations(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, split_sentences(text, "en"), "text")


def words(text: str) -> list[str]:
    return [q.text for q in quotations(text)]


def said(text: str) -> list[tuple[str | None, str | None]]:
    """Speaker and verb of each quotation."""
    return [(q.speaker, q.verb) for q in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        'Ms Bell said: "The bridge will stay shut."',
        "Ms Bell said: “The bridge will stay shut.”",
        "Ms Bell said: ‘The bridge will stay shut.’",
        "Ms Bell said: 'The bridge will stay shut.'",
        "Ms Bell said: «The bridge will stay shut.»",
        "Ms Bell said: „The bridge will stay shut.“",
        "Ms Bell said: ``The bridge will stay shut.''",
    ],
)
def test_all_kinds_of_marks(text: str) -> None:
    assert words(text) == ["The bridge will stay shut."]


def test_an_apostrophe_is_no_mark() -> None:
    assert words("It's the farmers' union that didn't sign, and the '90s are over.") == []


def test_a_possessive_does_not_close_a_quotation() -> None:
    assert words("‘The boys’ house is gone,’ she said.") == ["The boys’ house is gone,"]


def test_marks_within_marks_belong_to_the_outer_quotation() -> None:
    assert words("“He called it ‘a scandal’ and left,” she said.") == ["He called it ‘a scandal’ and left,"]


def test_inches_open_nothing() -> None:
    assert words('The plank was 6" wide. "It fits," he said.') == ["It fits,"]


def test_a_quotation_over_several_sentences_is_one() -> None:
    assert words("“We waited. Nobody came. We left,” said Ann Bell.") == ["We waited. Nobody came. We left,"]


def test_a_paragraph_that_opens_with_a_mark_again_goes_on() -> None:
    text = "“We waited all night.\n\n“Nobody came,” said Ann Bell."
    assert words(text) == ["We waited all night.\n\n“Nobody came,"]


def test_a_mark_that_is_never_closed_ends_with_its_sentence() -> None:
    text = "“We waited all night.\n\nThe mayor left at nine. He was tired.\n\n“I slept,” he said."
    assert words(text) == ["We waited all night.", "I slept,"]


def test_a_mark_that_is_never_closed_does_not_swallow_the_next_quotation() -> None:
    assert words('He said "we are done. Then he left. "Good," she said.') == ["we are done.", "Good,"]


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("“The dam is safe,” Ms Hale said.", "Ms Hale", "say"),
        ("“The dam is safe,” said Ms Hale.", "Ms Hale", "say"),
        ("Ms Hale said: “The dam is safe.”", "Ms Hale", "say"),
        ("According to Ms Hale, “the dam is safe”.", "Ms Hale", "according to"),
        ("“The dam is safe,” Peter Lind, 43, the mayor of Derby, said.", "Peter Lind", "say"),
        ("“The dam is safe,” said Peter Lind, who built it.", "Peter Lind", "say"),
        ("“The dam is safe,” his lawyer, Ann Bell, told reporters.", "Ann Bell", "tell"),
        ("“The dam is safe,” an engineer who had seen it said on Monday.", "an engineer", "say"),
        ("“The dam is safe,” the agency later added.", "the agency", "add"),
        ("“The dam is safe.”", None, None),
    ],
)
def test_the_speaker_stands_beside_the_words(text: str, speaker: str | None, verb: str | None) -> None:
    assert said(text) == [(speaker, verb)]


def test_a_pronoun_is_the_speaker_before() -> None:
    text = "“The dam is safe,” Ms Hale said. “It will hold,” she added."
    assert said(text) == [("Ms Hale", "say"), ("Ms Hale", "add")]


def test_a_sentence_that_is_all_quotation_goes_on_with_the_speaker() -> None:
    assert said("“The dam is safe,” Ms Hale said. “It will hold.”") == [("Ms Hale", "say"), ("Ms Hale", "say")]


def test_an_announced_quotation_in_the_next_paragraph() -> None:
    assert said("Ms Hale told the council:\n\n“The dam is safe. It will hold.”") == [("Ms Hale", "tell")]


def test_a_word_or_two_within_the_papers_own_sentence_is_no_utterance() -> None:
    assert [q.scare for q in quotations("The “safe zone” was hit. “No!” she cried.")] == [True, False]


def test_the_span_is_the_text() -> None:
    text = "At noon “we left”, she said, and “nobody saw us go”."
    assert [text[q.start : q.end] for q in quotations(text)] == words(text)


@given(st.text(alphabet="ab .,\n\"“”‘’'«»„", max_size=200))
def test_spans_are_in_order_and_hold_their_words(text: str) -> None:
    found = quotations(text)
    assert all(text[q.start : q.end] == q.text and q.text.strip() for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("unit", ['"a ', "“a ”", "' ", "said ", "x' "])
def test_the_quotations_of_a_long_line_stand_in_order(unit: str) -> None:
    from compare.model import Sentence

    text = unit * 20_000
    found = find_quotations(text, (Sentence(text, 0, len(text)),), "text")
    assert [q.start for q in found] == sorted(q.start for q in found)


def test_paragraphs_that_one_closing_mark_ends_are_one_quotation() -> None:
    text = 'She said: "I love the sea.\nIt is my home.\nI will never leave."\nThen she left.'
    assert words(text) == ["I love the sea.\nIt is my home.\nI will never leave."]
    unclosed = 'She said: "I love the sea.\nIt was cold.\n"I will leave," he said.'
    assert words(unclosed) == ["I love the sea.", "I will leave,"]
