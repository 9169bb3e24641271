"""What a sentence is: readable cases first, then what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Document, Excluded, Version
from compare.split import headline, sentences_of, split_sentences
from compare.split.endless import LONGEST


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


# A bar marks where a sentence ends.
STORIES = {
    "a title wants its name": "Gov. Ana Ruiz met Lt. Gen. Oskar Lund and Rev. Paul Ito.| They spoke for an hour.",
    "initials": "R. J. Marsh and Tess W. Oduya signed it.| So did J.K. Lind.",
    "an acronym before its noun": "The U.S. Treasury fined the U.K. branch.",
    "an acronym, then a starter": "The crew came home to the U.S.| The ship stayed.",
    "a firm": "Northgate Inc. Chief Executive Lea Brandt resigned.| Harbour Corp. shares rose.",
    "a time of day and its day": "The vote starts at 7 p.m. Tuesday.| Doors close at 9 p.m.| Guards will stay.",
    "a phrase of time opens a sentence": "At 5 a.m. Mr. Falk woke.| He left at 6 a.m.| Mr. Falk drove north.",
    "numbers": "No. 10 gave no comment on Art. 5 of the pact.| Prices rose 3.5 percent to $1.5 million.| 40 people were hurt.",
    "a date": "It began on Oct. 12, 2017.| On Nov. 3 it ended.",
    "degrees": "The valley reached 41 C.| Trains stopped.",
    "sentences within a quotation": "“We won.| We lost the north,” Col. Brandt said.| He left.",
    "a quotation's tail": "“Is it over?” Mayor Lund asked.| “Stop!” he cried.| Nobody moved.",
    "a quotation, then a sentence": "He called it “a farce.”| Others agreed.",
    "an aside after a quotation": "“We want a deal.”| The plan, Mayor Lund added, was fair.| “Is it?”| He added: “It is.”",
    "a credit below a pull quote": "“We won.| They did not.” Paul Ito, a fisherman from the northern shore",
    "a caption that lost its line": "The mayor with Paul Ito| The ferry was crowded when it sank.| It had left at noon.",
    "a heading that lost its line": "Results by Ward Ana Ruiz| In the Clare North ward, turnout fell.",
    "a title within a sentence": "The band played In the Loop and The Long Way.| Tess Oduya filmed The Man In the Tower.",
    "the label of a list of links": "Tags:| Ferries Harbour Weather",
    "a word that looks like an abbreviation": "She said “No.”| He said “No. 4.”| The price was £3.5bn.|That is high.",
    "brackets": "The aide (who quit in May.) was there.| The law failed (see p. 4).| It was redrafted.",
    "no space after the stop": "The vote was over.|The hall emptied.| Write to press@harbour.org or see www.harbour.co.uk now.",
    "no space before a quotation": 'She denied it.|"That is false," she said.',
    "an ellipsis": "“I am not sure... perhaps,” he said.| He waited...| Nothing came.",
    "words left out": "They called it “... a matter of weeks ...” in the note.| The note [...] was short.",
    "a dateline": "ST. MARTIN (Wire) — Police held a man.| He was not named.",
    "a heading in capitals of a style book": "U.S. And Northland To Sign New Trade Deal",
    "names with a stop of their own": "Yahoo! Sports reported it first.| Yahoo! shares fell.",
    "German": "Der Bürgermeister kam am 3. Oktober mit Dr. Weiß zur Brücke.| Die Brücke, d.h. ihr Rest, war gesperrt.",
    "German quotation marks": "»Wo sind wir?«| Der Fahrer schwieg.| „Hier.“| Die Tür ging auf.",
    "French": "M. Duval est arrivé avec Mme. Roy à la mairie de la ville.| Il n’a rien dit.",
    "Chinese": "车队离开了城市。|“我们赢了。”|他说：“没有人受伤。”|道路已经关闭。",
    "Hindi": "काफिला रात में शहर से निकला।| डॉ. राव ने कहा कि कोई घायल नहीं है।| सड़क बंद है।",
    "Arabic": "غادرت القافلة المدينة ليلا.| هل كان أحد يعلم؟| لا أحد يعرف.",
}


@pytest.mark.parametrize("marked", STORIES.values(), ids=STORIES.keys())
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


def test_lines_are_paragraphs() -> None:
    text = "Convoy leaves by night\nBy R. J. Marsh and Ana Ruiz\n\nThe plan:\n- A truce by Oct. 1\n- Safe passage\nIt held."
    assert cut(text) == ["Convoy leaves by night", "By R. J. Marsh and Ana Ruiz", "The plan:", "- A truce by Oct. 1",
                         "- Safe passage", "It held."]  # fmt: skip


def test_lines_broken_at_a_width_are_joined() -> None:
    text = (
        "The harbour was closed on Monday after a barge struck the old\n"
        "pier, and the master of the port said that it would stay so\n"
        "until divers had looked at the piles. No one was hurt.\n"
        "\n"
        "Two ferries were sent round by the north channel, which added\n"
        "an hour to the crossing. The line gave no date for an end.\n"
    )
    assert [s.replace("\n", " ") for s in cut(text)] == [
        "The harbour was closed on Monday after a barge struck the old pier, and the master of the port said that it would "
        "stay so until divers had looked at the piles.",
        "No one was hurt.",
        "Two ferries were sent round by the north channel, which added an hour to the crossing.",
        "The line gave no date for an end.",
    ]


def test_headlines_of_one_length_are_not_joined() -> None:
    lines = ["Harbour closed after barge strikes the pier", "Ferries sent round by the northern channel",
             "Divers look at the piles of the old pier", "Port master says nobody was hurt on Monday"]  # fmt: skip
    assert cut("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1) A truce 2) Safe passage 3) A vote", ["1) A truce", "2) Safe passage", "3) A vote"]),
        ("1. Raise the tax. 2. Cut spending. No exceptions.", ["1. Raise the tax.", "2. Cut spending.", "No exceptions."]),
        ("• A truce • Safe passage", ["• A truce", "• Safe passage"]),
        ("** The week ahead ** The vote is on Monday.", ["** The week ahead **", "The vote is on Monday."]),
        ("Mail press@harbour.org The port is shut.", ["Mail press@harbour.org", "The port is shut."]),
    ],
)
def test_items_that_run_on_in_one_line(text: str, items: list[str]) -> None:
    assert cut(text) == items


@pytest.mark.parametrize("text", ["| Port | Ships |", "| ----- | ----- |", "They met in 1. and 2. round."])
def test_what_looks_like_an_item_and_is_none(text: str) -> None:
    assert cut(text) == [text]


PIECES = st.sampled_from(
    [*"""The port shut|U.S.|Mr.|he said|Lee|12|3.5|. |.|!|?|…|...|"|“|”|’| |1) |2) |• |** |---|http://a.example|a@b.example|(|)"""
     .split("|"), "\n", "\r\n", "\n\n", "。", "字", "।", "है", "؟", "\u200b", "\x0c"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_every_character_but_space_stands_in_one_sentence(text: str) -> None:
    at = 0
    for sentence in split_sentences(text):
        assert sentence.start >= at
        assert not text[at : sentence.start].strip()
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        at = sentence.end
    assert not text[at:].strip()


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_same_text_has_the_same_sentences_twice(text: str) -> None:
    assert split_sentences(text) == split_sentences(text)


HOSTILE = ["...", '"', '". ', "A. ", "aaa", "a. ", "。“", "“Go?” Lee Lee Lee ", "** a ", "\n", "\r ", "a@", "https://a", "x.  ",
           "   ", 'aa."A', "… A", "• a", "1) A 2) B ", "(", "¿", "\u200b", "U.S.", "Lee! "]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_hostile_line_is_split(unit: str) -> None:
    line = "x. " + unit * (300_000 // len(unit)) + "y"
    sentences = split_sentences(line)
    assert sentences[0].start == 0
    assert sentences[-1].end == len(line)


# ---- documents ----------------------------------------------------------------------------------------------------


def document(text: str, title: str | None = None, excluded: tuple[Excluded, ...] = (),
             spans: tuple[tuple[int, int], ...] | None = None) -> Document:  # fmt: skip
    return Document("A", "Wire", Version(text=text, title=title), text, excluded, spans)


def test_no_sentence_crosses_what_is_excluded() -> None:
    text = "The port shut on Monday SUBSCRIBE NOW and opened on Friday."
    start = text.index("SUBSCRIBE")
    sentences = sentences_of(document(text, excluded=(Excluded(start, start + 13, "paywall"),)))
    assert [s.text for s in sentences] == ["The port shut on Monday", "and opened on Friday."]
    assert all(text[s.start : s.end] == s.text for s in sentences)


def test_a_given_split_is_kept_as_given() -> None:
    text = "One. Two.  Three."
    spans = ((0, 9), (10, 10), (11, 17))
    assert [s.text for s in sentences_of(document(text, spans=spans))] == ["One. Two.", "", "Three."]


def test_a_headline_that_is_not_in_the_text_is_a_sentence() -> None:
    title = headline(document("The port shut on Monday.", title="  Barge strikes pier "))
    assert title is not None
    assert (title.text, title.start, title.end) == ("Barge strikes pier", 2, 20)


@pytest.mark.parametrize(
    "text",
    [
        "Barge strikes pier: ‘No one hurt’\nThe port shut on Monday.",
        "HARBOUR NEWS\nBarge Strikes Pier: 'No One Hurt'\nBy Ana Ruiz\nThe port shut on Monday.",
        "Barge strikes pier. No one hurt.\nThe port shut.",
    ],
)
def test_a_headline_with_which_the_text_opens_is_not_repeated(text: str) -> None:
    assert headline(document(text, title="Barge strikes pier: 'No one hurt'")) is None


def test_a_title_that_only_begins_like_the_text_is_a_headline() -> None:
    assert headline(document("The port shut on Monday after a barge struck it.", title="The port shut on Monday")) is not None


@pytest.mark.parametrize("title", [None, "", "  ", "***"])
def test_no_title_is_no_headline(title: str | None) -> None:
    assert headline(document("The port shut.", title=title)) is None


def test_a_given_split_that_opens_with_its_title_has_no_headline() -> None:
    spans = ((0, 18), (19, 33))
    assert headline(document("Barge strikes pier The port shut.", title="Barge strikes pier.", spans=spans)) is None


def test_a_title_longer_than_any_sentence_is_no_headline() -> None:
    assert headline(document("The port shut.", title="Barge strikes pier " * 200)) is None


@pytest.mark.parametrize("word", ["and then ", "桥倒了", "สะพาน", "(", "12, ", "a\u0301 "])
def test_what_goes_on_without_a_stop_is_cut_where_a_word_ends(word: str) -> None:
    text = word * (4 * LONGEST // len(word)) + "end."
    found = split_sentences(text)
    assert len(found) > 3
    assert max(len(s.text) for s in found) <= LONGEST
    assert "".join(s.text for s in found).replace(" ", "") == text.replace(" ", "")
    assert all(s.text == text[s.start : s.end] for s in found)
    assert not any(s.text[0] in "\u0301\u0e30\u0e32" for s in found)


@pytest.mark.parametrize("word", ["x", "9", "e\u0301\u0302"])
def test_a_word_without_end_stays_whole(word: str) -> None:
    giant = word * 2 * LONGEST
    assert cut(f"It said {giant} and left.") == [f"It said {giant}", "and left."]
