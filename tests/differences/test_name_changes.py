"""Another name in the same place, and names that are spelt differently."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.differences.names.slots import name_differences
from compare.model import Alignment, Relation
from tests.differences.linked import kinds, linked, quoted


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Anna Kovac won the seat.", "Peter Lind won the seat.", ["name_change"]),
        ("The train stopped in Leeds.", "The train stopped in Derby.", ["name_change"]),
        ("Anna Kovac won the seat.", "Marlow won the seat.", ["name_change"]),
        ("Police held one Iranian there.", "Police held one Iraqi there.", ["name_change"]),
        ("Anna Kovac won the seat.", "Residents won the seat.", []),
        ("Anna Kovac won the seat.", "Nurse won the seat.", []),
        ("Anna Kovac won the seat.", "Kovac won the seat.", []),
        ("Police in the port held an American there.", "Police in the port held a British man there.", ["name_change"]),
        ("The talks in Iran failed.", "The talks in Iraq failed.", ["name_change"]),
        ("Anna Kovac won the seat.", "Anna Kovacs won the seat.", ["name_variant"]),
        ("Musa Karimov spoke.", "Moussa Karimov spoke.", ["name_variant"]),
        ("Volodymyr Shevchenko spoke.", "Vladimir Shevchenko spoke.", ["name_variant"]),
        ("Anna Kovac won the seat.", "Ms Kovac won the seat.", []),
        ("Professor Stephen Hale won the seat.", "Professor Steven Hale won the seat.", ["name_variant"]),
        ("Mohamed Elmasry won the seat.", "Mohammed El-Masry won the seat.", ["name_variant"]),
        ("Ron Delucca won the seat.", "Ron De Lucca won the seat.", []),
        ("The Bureau of Harbour Safety is looking on.", "The BHS is looking on.", []),
        ("Bill Hale won the seat.", "William Hale won the seat.", []),
        ("Peter Hale won the seat.", "Peter Hale Jr. won the seat.", []),
        ("The World Health Organization agreed.", "The WHO agreed.", []),
        ("The U.N. envoy agreed.", "The United Nations envoy agreed.", []),
        ("The team from Holland won.", "The Dutch team won.", []),
        ("They met in Kyiv on Monday.", "They met in Kiev on Monday.", []),
        ("Anna Kovac met Peter Lind.", "Peter Lind met Anna Kovac.", []),
        ("The mayor won the seat.", "Anna Kovac won the seat.", []),
        ("By Anna Kovac in Leeds.", "By Peter Lind in Leeds.", []),
        ("The Arts Centre was shut.", "The Arts Center was shut.", []),
        ("“We left,” Anna Kovac said.", "“We left,” Peter Lind said.", []),
        ("A Leninist paper was read.", "A Leninism paper was read.", []),
        ("They asked the Hill Dweller vote.", "They asked Hill Dwellers vote.", []),
        ("The hearing paper: read the Hearing Paper now.", "The hearing paper: read the Port Bill now.", []),
        ("In May 2011 Anna Kovac won the seat.", "In June 2012 Peter Lind won the seat.", []),
    ],
)
def test_names_before_and_after(before: str, after: str, found: list[str]) -> None:
    assert kinds(name_differences, before, after) == found


def test_a_spelling_shows_in_sentences_worded_anew() -> None:
    before, after = "Nobody in town had seen Katrin Osterby since noon.", "Katryn Osterby vanished."
    assert kinds(name_differences, before, after, relation=Relation.PARTIAL) == ["name_variant"]


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        ("Sergei Orlov won the seat.", "Sergey Orlov won the seat.", "low"),
        ("They stopped in Hawkshead.", "They stopped in Hawksheed.", "low"),
        ("Aid reached Khan Yunis on foot.", "Aid reached Khan Younis on foot.", "low"),
        ("Moammar Qasim won the seat.", "Muammar Qassem won the seat.", "low"),
        ("The march from Kairouan was long.", "The march from Qayrawan was long.", "low"),
        ("They stopped on Garret Island.", "They stopped on Garrett Island.", "low"),
        ("Anna Kovac won the seat.", "Anna Kovacs won the seat.", "medium"),
        ("Peter Smith won the seat.", "Peter Smyth won the seat.", "medium"),
    ],
)
def test_house_styles_and_slips_in_places_are_trifles(before: str, after: str, severity: str) -> None:
    assert [str(d.severity) for d in name_differences(linked(before, after))] == [severity]


def test_a_spelling_that_both_versions_use_is_two_people() -> None:
    before = ["Katrin Osterby vanished.", "Katryn Osterby wept."]
    after = ["Katryn Osterby vanished.", "Katryn Osterby wept."]
    assert "name_variant" not in kinds(name_differences, before, after)


def test_one_finding_for_a_spelling_that_comes_again_and_again() -> None:
    before = ["Katrin Osterby left.", "The town missed Katrin Osterby."]
    after = ["Katryn Osterby left.", "The town missed Katryn Osterby."]
    assert kinds(name_differences, before, after) == ["name_variant"]


def test_the_evidence_is_the_name() -> None:
    assert quoted(name_differences, "The train stopped in Leeds.", "The train stopped in Derby.") == [["Leeds", "Derby"]]


def test_versions_that_agree_are_named_together() -> None:
    stories = ["The train stopped in Leeds.", "The train stopped in Derby.", "The train stopped in Leeds."]
    (found,) = name_differences(linked(*stories))
    assert found.explanation.startswith("Version A and Version C have “Leeds”; Version B has “Derby”")


def test_names_a_letter_apart_in_one_place_are_spellings() -> None:
    for one, other in (("Ana Rudd", "Ana Rudde"), ("Rudd", "Rudde")):
        before, after = f"The council fined {one} on Friday.", f"The council fined {other} on Friday."
        assert kinds(name_differences, before, after) == ["name_variant"]


def test_accents_and_endings_make_no_other_name() -> None:
    for one, other in (("Orbán Bay", "Orban Bay"), ("Marlonia", "Marlonian")):
        before, after = f"The fleet of {one} sailed on Friday.", f"The fleet of {other} sailed on Friday."
        assert kinds(name_differences, before, after) == []


def test_an_abbreviated_name_is_the_same_name() -> None:
    before, after = "The climbers died on Tarn Mount Hale in winter.", "The climbers died on Mt Hale in winter."
    assert kinds(name_differences, before, after) == []


def test_a_place_within_the_other_is_no_other_place() -> None:
    before = ["A man was charged with arson in Orrinshire.", "He lives in Orby, Orrinshire."]
    after = ["A man was charged with arson in Orby.", "He lives alone."]
    assert kinds(name_differences, before, after) == []
    assert "name_change" in kinds(name_differences, before[:1], after[:1])


def test_one_award_of_the_awards_is_no_spelling() -> None:
    before, after = "She won a Quillan Award in the spring.", "She won twice at the Quillan Awards in the spring."
    assert kinds(name_differences, before, after) == []


def test_another_numeral_is_another_thing() -> None:
    before, after = "They found maps of Canal War I in the cellar.", "They found maps of Canal War II in the cellar."
    assert kinds(name_differences, before, after) == ["name_change"]
    assert kinds(name_differences, "The court freed Ivo Lind III on Friday.", "The court freed Ivo Lind on Friday.") == []


def test_what_another_version_joins_is_no_other_place() -> None:
    charged = "A man was charged with arson in {} on Friday."
    versions = [charged.format("Orrinshire")], [charged.format("Orby")], ["Rain fell.", "He is from Orby, Orrinshire."]
    assert kinds(name_differences, *versions) == []


def test_places_in_other_relations_may_both_be_right() -> None:
    before, after = "The navy sank a vessel in the Gulf of Orby.", "The navy sank a vessel off Keldara."
    assert kinds(name_differences, before, after) == []


def test_a_spelling_is_told_once_for_a_full_and_a_short_name() -> None:
    a = ["Ann Kovac opened the mill.", "Kovac then left.", "The town clapped."]
    b = ["Ann Kovacs opened the mill.", "Kovacs then left.", "The town clapped."]
    (found,) = name_differences(linked(a, b))
    assert "“Ann Kovac”" in found.explanation
    assert "“Ann Kovacs”" in found.explanation


def test_the_spelling_that_is_shown_is_of_the_person_meant() -> None:
    a = ["Imo Abu Askhar fled.", "Hale Abu Askhar stayed in the old town by the sea."]
    b = ["It rained.", "Hale Abu Askar stayed in the old town by the sea."]
    (found,) = name_differences(linked(a, b))
    assert "“Hale Abu Askhar”" in found.explanation


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Marlow won the match on Sunday.", "Orby won the match on Sunday.", [("name_change", "check")]),
        ("Siemens won the match on Sunday.", "Alstom won the match on Sunday.", [("name_change", "conflict")]),
        ("Rain stopped the match on Sunday.", "Snow stopped the match on Sunday.", []),
        ("Growth slowed a little in May.", "Inflation slowed a little in May.", []),
        ("Fans left the match on Sunday.", "Players left the match on Sunday.", []),
        ("Oil prices fell on Sunday.", "Gold prices fell on Sunday.", []),
    ],
)
def test_lone_words_that_can_only_be_names(before: str, after: str, found: list[tuple[str, str]]) -> None:
    assert [(str(d.kind), str(d.verdict)) for d in name_differences(linked(before, after))] == found


def apart(before: str, after: str) -> list[str]:
    """Kinds and severities of the names of two versions, none of whose sentences are linked."""
    compared = linked(before, after)
    return [f"{d.kind} {d.severity}" for d in name_differences(replace(compared, alignment=Alignment((), ())))]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("The inquiry was led by Ingrid Halvorsen.", "For years Ingrid Halvorson had warned them.", ["name_variant medium"]),
        ("They met on Halloran Street.", "A van burned in Haloran Street.", ["name_variant low"]),
        ("It was led by Katrin Osterby.", "For years Katryn Osterby had warned them.", ["name_variant low"]),  # or her sister
        ("It was led by Ahmed Khan.", "For years Ahmad Khan had warned them.", ["name_variant low"]),
        ("It was led by Ingrid Halvorsen.", "For years Ingrid Halvorson and Ingrid Halvorsen had warned them.", []),
        ("They applied to the Harbour Fund.", "For years the Harbour Funds paid them.", []),
        ("They read the New York papers.", "For years the New Yorker warned them.", []),
        ("It was led by Halvorsen.", "For years Halvorson had warned them.", []),  # one word may have a namesake
    ],
)
def test_spellings_of_a_full_name_show_wherever_it_stands(before: str, after: str, found: list[str]) -> None:
    assert apart(before, after) == found
