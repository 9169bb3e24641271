"""Additions, omissions and moves: before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from compare.differences.content.additions import content_differences
from compare.model import Compared, Difference, FindingKind, Link, Relation, Severity
from tests.builders import compared, document

LEAD = "The mayor opened the new bridge on Tuesday."
COST = "It cost $4.2 million to build."
DENIAL = "The contractor denied that the work was late."
COLOUR = "A brass band played."


def found(material: Compared) -> list[Difference]:
    return list(content_differences(material))


def told(differences: list[Difference]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(d.kind, d.versions, d.absent_from) for d in differences]


def test_what_the_base_has_and_another_lacks_is_an_omission() -> None:
    a, b = document("A", LEAD, COST), document("B", LEAD)
    (one,) = found(compared((a, b), "A1 B1", "A2"))
    assert (one.kind, one.versions, one.absent_from, one.row) == (FindingKind.OMISSION, ("A",), ("B",), 2)
    assert "“It cost $4.2 million to build.”" in one.explanation
    assert one.explanation.startswith("Version B leaves out: ")


def test_what_only_another_version_has_is_an_addition() -> None:
    a, b = document("A", LEAD), document("B", LEAD, COST)
    assert told(found(compared((a, b), "A1 B1", "B2"))) == [("addition", ("B",), ("A",))]


def test_neighbours_with_the_same_fate_are_one_passage() -> None:
    a, b = document("A", LEAD, COST, COLOUR, DENIAL), document("B", LEAD)
    (one,) = found(compared((a, b), "A1 B1", "A2", "A3", "A4"))
    assert [e.sentence for e in one.evidence] == [1, 2, 3]


def test_a_passage_breaks_where_a_shared_sentence_stands_between() -> None:
    a, b = document("A", COST, LEAD, COLOUR), document("B", LEAD)
    assert len(found(compared((a, b), "A1", "A2 B1", "A3"))) == 2


def test_one_finding_tells_of_all_versions_that_lack_a_passage() -> None:
    a, b, c = document("A", LEAD, COST), document("B", LEAD), document("C", LEAD)
    assert told(found(compared((a, b, c), "A1 B1 C1", "A2"))) == [("omission", ("A",), ("B", "C"))]


def test_another_language_neither_adds_nor_leaves_out() -> None:
    a, b = document("A", LEAD, COST), document("B", LEAD, COLOUR)
    english, german = (replace(d, document=replace(d.document, language=code)) for d, code in ((a, "en"), (b, "de")))
    assert found(compared((english, german), "A1 B1", "A2", "B2")) == []
    assert len(found(compared((english, b), "A1 B1", "A2", "B2"))) == 2


def test_an_addition_that_two_versions_share_is_told_once() -> None:
    a, b, c = document("A", LEAD), document("B", LEAD, COST), document("C", LEAD, COST)
    assert told(found(compared((a, b, c), "A1 B1 C1", "B2 C2"))) == [("addition", ("B", "C"), ("A",))]


def test_a_denial_lost_from_an_edited_text_weighs_most() -> None:
    a, b = document("A", LEAD, DENIAL, COST, COLOUR), document("B", LEAD, COST, COLOUR)
    (one,) = found(compared((a, b), "A1 B1", "A2", "A3 B2", "A4 B3"))
    assert one.severity is Severity.HIGH


def test_trivia_lost_from_an_edited_text_weighs_least() -> None:
    a, b = document("A", LEAD, COLOUR, COST), document("B", LEAD, COST)
    (one,) = found(compared((a, b), "A1 B1", "A2", "A3 B2"))
    assert one.severity is Severity.LOW


def test_what_another_outlet_did_not_tell_is_no_alarm() -> None:
    a, b = document("A", LEAD, COST, COLOUR), document("B", "Rain fell.", "It was cold.", LEAD)
    assert {d.severity for d in found(compared((a, b), "B1", "B2", "A1 B3", "A2", "A3"))} == {Severity.LOW}


def test_a_moved_passage_is_one_finding_that_says_where_it_stands() -> None:
    a, b = document("A", LEAD, COST, COLOUR), document("B", COST, COLOUR, LEAD)
    (one,) = found(compared((a, b), "A1* B3*", "A2 B1", "A3 B2"))
    assert one.kind is FindingKind.MOVED
    assert "Sentence 1 of Version A stands as sentence 3 of Version B" in one.explanation
    assert [(e.version, e.sentence) for e in one.evidence] == [("A", 0), ("B", 2)]


def test_nothing_differs_nothing_found() -> None:
    a, b = document("A", LEAD, COST), document("B", LEAD, COST)
    assert found(compared((a, b), "A1 B1", "A2 B2")) == []


def test_a_denial_left_out_beside_the_accusation_is_above_low_between_outlets() -> None:
    accused = "The union accused the contractor of paying its crew late."
    a = document("A", "A band played as the bridge was opened.", accused, DENIAL, COST)
    b = document("B", "Crowds came to see it.", "A union has accused the contractor of paying late.", "Boats passed below.")
    rows = ("A1", "A2 B2", "A3", "A4", "B1", "B3")
    (denial,) = (d for d in found(compared((a, b), *rows)) if DENIAL in d.explanation)
    assert denial.severity is Severity.MEDIUM
    whole = compared((a, b), *rows)
    (pair,) = whole.alignment.pairs
    part = Link((2,), (1,), 0.2, 0.5, Relation.PARTIAL)  # who denies an accusation names it: that is no part of the denial
    linked = replace(whole, alignment=replace(whole.alignment, pairs=(replace(pair, links=(*pair.links, part)),)))
    (denial,) = (d for d in found(linked) if DENIAL in d.explanation)
    assert (denial.severity, denial.in_part) == (Severity.MEDIUM, ())
    silent = document("B", "Crowds came to see it.", "A union has thanked the contractor for its work.", "Boats passed below.")
    assert all(d.severity is Severity.LOW for d in found(compared((a, silent), *rows)))


def test_a_passage_of_which_another_version_has_a_part_is_no_alarm() -> None:
    a, b = document("A", LEAD, DENIAL, COST, COLOUR), document("B", LEAD, COST, COLOUR, "It was a hard winter.")
    whole = compared((a, b), "A1 B1", "A2", "A3 B2", "A4 B3", "B4")
    (pair,) = whole.alignment.pairs
    part = Link((1,), (3,), 0.2, 0.5, Relation.PARTIAL)
    linked = replace(whole, alignment=replace(whole.alignment, pairs=(replace(pair, links=(*pair.links, part)),)))
    assert found(whole)[0].severity is Severity.HIGH
    omission, _ = found(linked)
    assert omission.severity is Severity.LOW
    assert omission.explanation.startswith("Version B has only a part of: “The contractor denied")


def test_a_sentence_that_another_version_merged_with_its_neighbour_is_not_left_out() -> None:
    a, b = document("A", LEAD, COST), document("B", "The mayor opened the new bridge on Tuesday, which cost $4.2 million.")
    split = compared((a, b), "A1", "A2 B1")
    (pair,) = split.alignment.pairs
    merged = Link((0, 1), (0,), 0.8, 0.9, Relation.EDITED)
    linked = replace(split, alignment=replace(split.alignment, pairs=(replace(pair, links=(merged,)),)))
    assert told(found(split)) == [("omission", ("A",), ("B",))]
    assert found(linked) == []


def test_a_figure_or_quotation_that_stands_elsewhere_is_not_missed() -> None:
    a, b = document("A", LEAD, COST, COLOUR), document("B", LEAD, "For $4.2 million the town has its river back.", COLOUR)
    (omitted, _) = found(compared((a, b), "A1 B1", "A2", "B2", "A3 B3"))
    assert "a figure" not in omitted.explanation
    quotation = "“The old bridge was a danger to us all,” Ann Bell said."
    c = document("C", LEAD, COST, quotation)
    d = document("D", LEAD, COST, "Ann Bell, who is 61, felt that the old bridge was a danger to us all, and wept.")
    (omitted, _) = found(compared((c, d), "C1 D1", "C2 D2", "C3", "D3"))
    assert "a quotation" not in omitted.explanation
    assert omitted.in_part == ("D",)


def test_a_reply_weighs_more_than_a_name() -> None:
    reply, name = "The contractor declined to comment on Friday.", "It stands near Orby."
    a, b = document("A", LEAD, reply, COST, name), document("B", LEAD, COST)
    first, second = found(compared((a, b), "A1 B1", "A2", "A3 B2", "A4"))
    assert "(with a reply" in first.explanation
    assert first.weight > second.weight


CLAIM = "Ann Bell said that 31 workers were hurt when the north pier gave way."
ELSEWHERE = "Bell spoke of 31 hurt workers: the pier gave way at its north end, and the town wants to know why it did."
PADDING = tuple(f"Hall {n} was full of people who had come to hear the council talk." for n in range(3))


def outlets(*versions: Sequence[str], published: Sequence[str | None] = ()) -> Compared:
    """Versions of different outlets that share their first sentence; the second of A and B is one passage."""
    days = [*published, *[None] * len(versions)]
    documents = tuple(document("ABCDEFG"[n], LEAD, *v, published=days[n]) for n, v in enumerate(versions))
    told = [d.id for d in documents if len(d.sentences) > 1 and d.sentences[1].text == CLAIM]
    singles = [f"{d.id}{i + 1}" for d in documents for i in range(2 if d.id in told else 1, len(d.sentences))]
    return compared(documents, " ".join(f"{d.id}1" for d in documents), " ".join(f"{x}2" for x in told), *singles)


def severity_of_claim(material: Compared) -> Severity:
    return next(d.severity for d in found(material) if d.row == 2)


def test_what_most_outlets_tell_and_one_does_not_is_worth_a_look() -> None:
    assert severity_of_claim(outlets((CLAIM,), (CLAIM,), PADDING)) is Severity.MEDIUM
    assert severity_of_claim(outlets((CLAIM,), (CLAIM,), PADDING, PADDING)) is Severity.LOW


def test_an_outlet_that_tells_it_in_other_words_does_not_leave_it_out() -> None:
    material = outlets((CLAIM,), (CLAIM,), (*PADDING, ELSEWHERE))
    assert severity_of_claim(material) is Severity.LOW
    (one,) = [d for d in found(material) if d.row == 2]
    assert (one.absent_from, one.in_part) == (("C",), ("C",))
    assert one.explanation.startswith("Version C has only a part of: ")


def test_an_outlet_that_came_out_before_the_others_leaves_nothing_out() -> None:
    days = ("2031-05-04", "2031-05-04", "2031-05-03")
    assert severity_of_claim(outlets((CLAIM,), (CLAIM,), PADDING, published=days)) is Severity.LOW
    assert severity_of_claim(outlets((CLAIM,), (CLAIM,), PADDING, published=days[::-1])) is Severity.MEDIUM


def test_a_brief_leaves_out_much_of_everything() -> None:
    a, b = (document(letter, LEAD, CLAIM, *PADDING) for letter in "AB")
    material = compared((a, b, document("C", LEAD)), "A1 B1 C1", "A2 B2", *(f"A{n} B{n}" for n in (3, 4, 5)))
    assert {d.severity for d in found(material)} == {Severity.LOW}


def test_what_only_one_outlet_carries_of_a_shared_passage_does_not_count() -> None:
    told, otherwise = "The works office declined to comment on the pier.", "The works office runs the pier for the town."
    a, b, c = document("A", LEAD, told), document("B", LEAD, otherwise), document("C", LEAD, *PADDING)
    assert severity_of_claim(compared((a, b, c), "A1 B1 C1", "A2 B2", "C2", "C3", "C4")) is Severity.LOW


def test_an_explanation_names_no_more_versions_than_a_sentence_bears() -> None:
    (one,) = [d for d in found(outlets((CLAIM,), *[PADDING[:1]] * 6)) if d.row == 2]
    assert one.explanation.startswith("Version B, Version C, Version D and 3 others leave out: ")


def test_the_sentence_that_carries_most_is_quoted() -> None:
    a, b = document("A", LEAD, COLOUR, DENIAL), document("B", LEAD)
    (one,) = found(compared((a, b), "A1 B1", "A2", "A3"))
    start = "Version B leaves out 2 sentences with a denial and a named source, the weightiest: “The contractor denied"
    assert one.explanation.startswith(start)


REJECTION = "The builder's lawyer called the claims baseless."


def test_a_denial_is_quoted_before_a_witness_with_a_name() -> None:
    witness = "“We waited for the crew for two hours,” said Tilda Rehm, a nurse from Altfeld."
    a, b = document("A", LEAD, witness, DENIAL), document("B", LEAD)
    (one,) = found(compared((a, b), "A1 B1", "A2", "A3"))
    assert f"the weightiest: “{DENIAL}”" in one.explanation


def test_no_heading_is_quoted_where_a_sentence_is_there() -> None:
    a, b = document("A", LEAD, "13:40", "Rain held up the guests for some minutes."), document("B", LEAD)
    (one,) = found(compared((a, b), "A1 B1", "A2", "A3"))
    assert one.explanation == "Version B leaves out 2 sentences: “Rain held up the guests for some minutes.”."


@pytest.mark.parametrize(
    ("stand", "otherwise"),
    [
        (DENIAL, "It denied delays."),
        (DENIAL, REJECTION),
        ("The contractor declined to comment.", "Nobody at the firm could be reached on Friday: it did not return calls."),
        ("Ann Bell denied the charge.", "Bell, 61, has pleaded not guilty."),
    ],
)
def test_a_stand_told_without_any_of_its_words_is_not_missed(stand: str, otherwise: str) -> None:
    a, b = document("A", LEAD, stand, COST, COLOUR), document("B", LEAD, COST, COLOUR, otherwise)
    (omission, _) = found(compared((a, b), "A1 B1", "A2", "A3 B2", "A4 B3", "B4"))
    assert omission.severity is Severity.LOW
    assert omission.explanation.endswith("; sentence 4 of Version B may tell the like.")


def test_what_a_denial_denies_is_no_accusation_that_others_leave_out() -> None:
    stand, quotation = "Ann Bell denied that the work was late.", "“We kept to every rule,” the builder said."
    a = document("A", LEAD, stand, quotation, COST, COLOUR)
    b = document("B", LEAD, COST, COLOUR, "Bell called the accusations of fraud baseless.")
    omission, addition = found(compared((a, b), "A1 B1", "A2", "A3", "A4 B2", "A5 B3", "B4"))
    assert omission.explanation.startswith("Version B leaves out: “‘We kept to every rule")
    assert (addition.severity, "an accusation" in addition.explanation) == (Severity.LOW, False)


def test_the_stand_of_somebody_else_or_one_that_tells_another_sentence_is_no_counterpart() -> None:
    a = document("A", LEAD, "Ann Bell denied the charge.", REJECTION, COST)
    b = document("B", LEAD, "Carl Dorn rejected these reports.", REJECTION, COST)
    (omission, _) = found(compared((a, b), "A1 B1", "A2", "B2", "A3 B3", "A4 B4"))
    assert omission.severity is Severity.HIGH
    assert "may tell the like" not in omission.explanation


def test_a_version_that_has_a_part_of_another_sentence_has_none_of_the_one_that_is_quoted() -> None:
    a, b = document("A", LEAD, COLOUR, DENIAL, COST), document("B", LEAD, "Brass was heard.")
    whole = compared((a, b), "A1 B1", "A2", "A3", "A4", "B2")
    (pair,) = whole.alignment.pairs
    part = Link((1,), (1,), 0.2, 0.5, Relation.PARTIAL)
    linked = replace(whole, alignment=replace(whole.alignment, pairs=(replace(pair, links=(*pair.links, part)),)))
    omission, _ = found(linked)
    assert omission.explanation.startswith("Version B leaves out 2 sentences with a denial, a figure and a named source")
    assert omission.in_part == ()


def test_of_many_passages_the_weightiest_stay_above_low() -> None:
    extras = [f"Some {n} wells ran dry, said Ann B{'e' * n}ll of Port Anwen." for n in range(11, 31)]
    kept = [f"The choir of hall {n} sang on and on into the night for all who came." for n in range(20)]
    a = document("A", *kept)
    b = document("B", *(s for pair in zip(kept, extras, strict=True) for s in pair))
    rows = [x for n in range(20) for x in (f"A{n + 1} B{2 * n + 1}", f"B{2 * n + 2}")]
    severities = [d.severity for d in found(compared((a, b), *rows))]
    assert severities.count(Severity.MEDIUM) == 8
    assert severities.count(Severity.LOW) == 12


def test_a_large_part_that_was_cut_from_a_text_is_worth_a_look() -> None:
    part = [f"Hall {n} of Port Anwen has {n} doors and a roof of slate." for n in range(20, 50)]
    a, b = document("A", LEAD, COLOUR, *part), document("B", LEAD, COLOUR)
    rows = ["A1 B1", "A2 B2", *(f"A{n}" for n in range(3, 33))]
    (one,) = found(compared((a, b), *rows))
    assert one.severity is Severity.LOW  # a brief of another house, for all that is known
    a, b = (replace(d, document=replace(d.document, version=replace(d.document.version, outlet="Post"))) for d in (a, b))
    (one,) = found(compared((a, b), *rows))
    assert one.severity is Severity.MEDIUM
    assert one.explanation.startswith("Version B leaves out 30 sentences with a figure and a name, the weightiest: ")


def test_a_label_that_stands_elsewhere_has_not_moved() -> None:
    a, b = document("A", "Closed for now.", LEAD, COST), document("B", LEAD, COST, "Closed for now.")
    assert found(compared((a, b), "A1* B3*", "A2 B1", "A3 B2")) == []


def test_versions_of_one_outlet_are_listed_by_their_numbers() -> None:
    labels = ("Ministry, Senn", "Ministry, Senn (2)", "Ministry, Senn (3)")
    documents = [document(x, LEAD, *([COST] if x == "A" else [])) for x in "ABC"]
    documents = [replace(d, document=replace(d.document, label=label)) for d, label in zip(documents, labels, strict=True)]
    (one,) = found(compared(tuple(documents), "A1 B1 C1", "A2"))
    assert one.explanation.startswith("Ministry, Senn (2) and (3) leave out: ")
