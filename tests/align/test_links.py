"""Which sentences of two versions are linked, and how."""

from __future__ import annotations

import pytest

from tests.align.pictures import aligned, links, picture

STORY = [
    "The ferry Aurora left Vigo harbour at dawn on Tuesday with 212 passengers.",
    "Its captain, Marta Lind, had reported a fault in the port engine the night before.",
    "Fishermen heard an explosion shortly after seven o'clock.",
    '"We saw smoke, then people in the water," said Pedro Salas, who pulled nine of them aboard.',
    "Nobody was killed, the coastguard said.",
    "The owner has suspended all sailings until an inquiry is finished.",
]
ELSEWHERE = [
    "Wheat prices climbed for a third week on the Chicago exchange.",
    "Traders blamed a dry spring in the northern plains.",
    "Analysts at Corvex expect harvests to recover by autumn.",
]


def test_a_version_against_itself_is_one_identical_link_a_sentence() -> None:
    alignment = aligned({"A": STORY, "B": STORY})
    assert links(alignment) == [f"A{k} ~ B{k} identical" for k in range(1, 7)]
    assert picture(alignment) == "\n".join(f"A{k} = B{k}" for k in range(1, 7))


def test_unrelated_texts_share_nothing() -> None:
    assert links(aligned({"A": STORY, "B": ELSEWHERE})) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The crash left 12 people dead.", "The crash left 13 people dead."),
        ("The minister denied the report.", "The minister confirmed the report."),
        ("The soldiers left the city on Monday.", "The civilians left the city on Monday."),
        ("Almost 50 trucks were seen.", "50 trucks were seen."),
        ("The council did not approve the plan.", "The council approved the plan."),
    ],
)
def test_one_word_or_number_changed_is_an_edited_link(one: str, two: str) -> None:
    assert links(aligned({"A": [one], "B": [two]})) == ["A1 ~ B1 edited"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("He denied it.", "She went home."),
        ("Rain fell in Leeds.", "A bank failed in Ohio."),
        ("He said that he would not go.", "They said that it was a good day."),
    ],
)
def test_sentences_that_share_only_small_words_are_not_linked(one: str, two: str) -> None:
    assert links(aligned({"A": [one], "B": [two]})) == []


def test_a_split_sentence_is_linked_with_both_halves() -> None:
    halves = [*STORY]
    halves[3:4] = [
        '"We saw smoke, then people in the water," said Pedro Salas.',
        "Mr Salas pulled nine of them aboard.",
    ]
    assert picture(aligned({"A": STORY, "B": halves})) == "A1 = B1\nA2 = B2\nA3 = B3\nA4 ~ B4 B5\nA5 = B6\nA6 = B7"


def test_merged_sentences_are_linked_together() -> None:
    merged = [*STORY]
    merged[1:3] = [
        "Its captain, Marta Lind, had reported a fault in the port engine the night before, and fishermen heard an explosion "
        "shortly after seven o'clock."
    ]
    assert picture(aligned({"A": STORY, "B": merged})) == "A1 = B1\nA2 A3 ~ B2\nA4 = B3\nA5 = B4\nA6 = B5"


def test_a_trimmed_quotation_is_still_linked() -> None:
    trimmed = [*STORY]
    trimmed[3] = 'Mr Salas, a fisherman, said they "saw smoke, then people in the water".'
    assert any(line.startswith("A4 ~ B4") for line in links(aligned({"A": STORY, "B": trimmed})))


def test_a_moved_block_is_found_as_moved_and_the_longer_one_stays() -> None:
    moved = [STORY[4], STORY[5], *STORY[:4]]
    assert picture(aligned({"A": STORY, "B": moved})) == "A1 = B3\nA2 = B4\nA3 = B5\nA4 = B6\nA5 = B1*\nA6 = B2*"


def test_a_sentence_repeated_in_one_version_is_linked_once() -> None:
    alignment = aligned({"A": [*STORY, STORY[4]], "B": STORY})
    assert sum("B5" in line for line in links(alignment)) == 1
    assert picture(alignment).count("A5") + picture(alignment).count("A7") == 2


def test_sentences_without_a_word_are_linked_when_they_are_the_same() -> None:
    assert links(aligned({"A": ["* * *"], "B": ["* * *"]})) == ["A1 ~ B1 identical"]


@pytest.mark.parametrize("sentences", [[], ["..."], ["One sentence."]])
def test_empty_versions_have_no_links(sentences: list[str]) -> None:
    assert links(aligned({"A": sentences, "B": []})) == []


MAYOR = "The mayor of Vigo, Ines Castro, went to the quay at noon and spoke with relatives of the passengers."
HOTEL = "Three buses took relatives of the passengers to a hotel, where Ines Castro had set up a telephone line."


def test_what_two_tellings_share_is_a_partial_link_and_leaves_the_rows_alone() -> None:
    alignment = aligned({"A": [*ELSEWHERE[:2], MAYOR], "B": [HOTEL, "Schools stay shut until Monday."]})
    assert links(alignment) == ["A3 ~ B1 partial"]
    assert all(len(row.cells) == 1 for row in alignment.rows)


def test_what_a_revision_adds_tells_nothing_of_what_it_drops() -> None:
    revised = [
        "The ferry Aurora had left Vigo harbour at dawn on Tuesday with 212 passengers and a crew of nine.",
        "Its captain, Marta Lind, had reported a serious fault in the port engine the evening before.",
        "Fishermen say they heard an explosion shortly after seven o'clock.",
        '"We saw smoke, then many people in the water," said one of them, Pedro Costa, who pulled nine of them aboard.',
        "Nobody at all was killed, the coastguard said later.",
        "The owner has now suspended all its sailings until an inquiry is finished.",
    ]
    found = links(aligned({"A": [*STORY, MAYOR], "B": [HOTEL, *revised]}))
    assert found == [f"A{k} ~ B{k + 1} edited" for k in range(1, 7)]


def test_every_link_says_how_alike_and_how_sure() -> None:
    edited = ["The ferry Aurora left Vigo harbour at noon on Tuesday with 221 passengers.", *STORY[1:]]
    first, *rest = aligned({"A": STORY, "B": edited}).pairs[0].links
    assert first.relation == "edited"
    assert first.similarity == pytest.approx(11 / 13)
    assert 0.9 < first.confidence < 1
    assert all(link.confidence == link.similarity == 1 for link in rest)
