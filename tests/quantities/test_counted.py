"""What a number counts: the noun phrase behind it, or what its neighbours say of a bare one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from compare.quantities import extract_quantities


def test_what_a_bare_number_counts_comes_from_its_neighbours() -> None:
    def counted(text: str) -> list[str | None]:
        return [q.counted for q in extract_quantities(text)]

    assert counted("The motion passed by 72 votes to 41.") == ["votes", "votes"]
    assert counted("The toll climbed to 83 from 77.") == ["toll", "toll"]
    assert counted("No fewer than six and no more than eight judges sat.") == ["judges", "judges"]
    assert counted("Up to 900 more nurses will join the 1,400 already there.") == ["nurses", "nurses"]
    assert counted("They found four 20-litre drums.") == ["drums", None]
    weights = extract_quantities("He went from 90 kilos to 78.")
    assert [(str(q.lower), q.unit) for q in weights] == [("90", "kilogram"), ("78", "kilogram")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They signed over 60 private and public sponsors.", "private and public sponsors"),
        ("She hit nine home runs.", "home runs"),
        ("It needs 400 fewer people.", "people"),
        ("The slide left two people dead.", "people"),
        ("It takes 36 small monthly rates.", "small monthly rates"),
        ("She set out three costly building plans.", "costly building plans"),
        ("Of the eight high risk zones none was new.", "high risk zones"),
        ("They charged 14 Ruritanian customs officers.", "Ruritanian customs officers"),
        ("The navy held 31 Syldavian and Bordurian smugglers.", "Syldavian and Bordurian smugglers"),
        ("They put 17 arrested smugglers on a bus.", "arrested smugglers"),
        ("It sold one new printed edition.", "new printed edition"),
        ("Tens of million of ballots were lost.", "ballots"),
        ("They found six AB 12 launchers.", "AB 12 launchers"),
        ("It sold more than the 415,000 analysts had predicted.", None),
        ("More than one ferry sank.", "ferry"),
        ("Police found three stolen vans.", "stolen vans"),
        ("Nine goals proves the point.", "goals"),
        ("She won two of the last decade's finals.", None),
        ("The blast hurt nine US sailors.", "US sailors"),
        ("They bought seven F-16s.", "F-16s"),
        ("They ordered eight Boeing 737s.", "Boeing 737s"),
        ("It has five open-to-sky terraces.", "open-to-sky terraces"),
        ("The ten most costly storms.", "costly storms"),
        ("They counted 3,210 newly reported cases.", "newly reported cases"),
        ("The board raised nine (9) issues.", "issues"),
        ("They scored six second-half goals.", "second-half goals"),
        ("A crowd of about 40,000 watched.", "crowd"),
        ("They put the toll at 40.", "toll"),
        ("He is a father of three.", None),
        ("She won two of her previous finals.", "finals"),
        ("They own 45 so-called express outlets.", "so-called express outlets"),
        ("It adds 1,500 well-paid jobs.", "well-paid jobs"),
        ("Four out-of-work actors came.", "out-of-work actors"),
        ("The fleet has 12 Airbus A320 jets.", "Airbus A320 jets"),
        ("One in-house lawyer left.", "in-house lawyer"),
        ("They demand the release of 20.", None),
    ],
)
def test_the_noun_phrase_that_is_counted(text: str, counted: str | None) -> None:
    (quantity,) = extract_quantities(text)
    assert quantity.counted == counted


def test_one_of_a_thing_in_so_many_is_a_share_where_no_verb_stands_before_it() -> None:
    (share,) = extract_quantities("One bed in three at the hospital is empty.")
    assert (share.kind, share.lower, share.counted) == ("fraction", Fraction(1, 3), "bed")
    assert [q.kind for q in extract_quantities("She scored one goal in three.")] == ["count", "count"]
