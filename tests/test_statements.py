"""Who says a sentence, in what tone, and how surely."""

from __future__ import annotations

import pytest

from compare.model import Sentence, Statement
from compare.names import find_names
from compare.quotations import find_quotations
from compare.statements import read_statement


def statement(text: str, start: int = 0) -> Statement:
    sentence = Sentence(text, start, start + len(text))
    shifted = " " * start + text
    return read_statement(sentence, find_quotations(shifted, (sentence,), "text"), find_names((sentence,))[0])


def cues(text: str, kind: str) -> list[str]:
    return [text[c.start : c.end] for c in statement(text).cues if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "speaker", "verb", "tone"),
    [
        ("The bridge is sound, the engineer said.", "the engineer", "say", "neutral"),
        ("A resident said the bridge is sound.", "A resident", "say", "neutral"),
        ("The engineer claimed the bridge is sound.", "The engineer", "claim", "doubting"),
        ("Peter Lind insisted that the bridge is sound.", "Peter Lind", "insist", "assertive"),
        ("According to police in the north, the bridge is sound.", "police in the north", "according to", "neutral"),
        ("The firm has repeatedly denied that the dam leaks.", "The firm", "deny", "assertive"),
        ("It said the bridge is sound.", "It", "say", "neutral"),
        ("Detectives believe the guard acted alone.", "Detectives", "believe", "neutral"),
        ("The line admitted fans had been warned.", "The line", "admit", "assertive"),
        ("The hospital admitted 20 patients.", None, None, None),
        ("The clerk admitted he knew of the fans.", "The clerk", "admit", "assertive"),
        ("Schools will shut if the snow continues, the council said.", "the council", "say", "neutral"),
        ("The bridge is sound.", None, None, None),
        ("Organisers put the number far higher.", "Organisers", "put", "neutral"),
        ("The fire chief estimates damage at $2 million.", "The fire chief", "estimate", "neutral"),
        ("The mayor put the keys on the table.", None, None, None),
        ("The Gazette first reported the leak, and nobody knew.", None, None, None),
        ("The leak, which The Gazette first reported, is old.", "The Gazette", "report", "neutral"),
        ("The Gazette interviewed three women who claimed that the dam leaks.", "three women", "claim", "doubting"),
        ("Anna Kovac (D-Calif.), the chair, said the dam leaks.", "Anna Kovac", "say", "neutral"),
        ("Peter Lind, D-Pa., manager of the team, said the dam leaks.", "Peter Lind", "say", "neutral"),
        ("The threat to them around the hour she said it was hers.", "she", "say", "neutral"),
        ("Peter Lind closed with his remarks, and left.", None, None, None),
        ("Peter Lind came home to the United States, and left.", None, None, None),
        ("The firm added 200 jobs.", None, None, None),
        ("The state and county agencies met.", None, None, None),
        ("The mayor was told to leave.", None, None, None),
    ],
)
def test_who_says_it(text: str, speaker: str | None, verb: str | None, tone: str | None) -> None:
    found = statement(text)
    assert (found.speaker, found.verb, found.tone) == (speaker, verb, tone)


def test_a_verb_within_quoted_words_is_not_the_papers() -> None:
    assert statement("“He said it was over,” Ms Hale recalled.").speaker == "Ms Hale"


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("He did not sign, and never will.", "negation", ["not", "never"]),
        ("He didn’t sign.", "negation", ["didn’t"]),
        ("He failed to sign.", "negation", ["failed to"]),
        ("He allegedly stole the car.", "hedge", ["allegedly"]),
        ("The plant may close.", "hedge", ["may"]),
        ("About 40 boats sank.", "hedge", ["About"]),
        ("The firm denied it.", "denial", ["denied"]),
        ("The plant must close.", "modal", ["must"]),
        ("The plant closed.", "hedge", []),
    ],
)
def test_cues(text: str, kind: str, found: list[str]) -> None:
    assert cues(text, kind) == found


def test_a_word_like_may_may_be_a_month() -> None:
    assert cues("The vote on 12 May is off.", "hedge") == []
    assert cues("It rose in May.", "hedge") == []


def test_strength_tells_legal_weight() -> None:
    strength = {c.strength for c in statement("The suspected arsonist fled.").cues}
    assert strength == {"strong"}


def test_places_count_in_the_whole_text() -> None:
    found = statement("The engineer said it may close.", start=10)
    assert found.speaker_span == (10, 22)
    assert [(c.start, c.end) for c in found.cues if c.kind == "hedge"] == [(31, 34)]


def test_the_earliest_name_before_several_functions_is_the_source() -> None:
    assert statement("“It held,” Captain Ann Bell, Chief Officer, Defence, said.").speaker == "Captain Ann Bell"


@pytest.mark.parametrize("unit", ["who said ", "said, ", "Ann Bell, ", "according to x, "])
def test_a_long_line_has_no_source_of_thousands_of_words(unit: str) -> None:
    assert len((statement(unit * 10_000).speaker or "").split()) < 100
