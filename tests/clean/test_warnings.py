"""What a reader is told of a text that was cleaned."""

from __future__ import annotations

import pytest

from compare.clean import clean
from compare.model import Version
from compare.settings import Settings
from tests.clean.story import STORY, cleaned


def test_much_and_nearly_all_boilerplate_are_said() -> None:
    much = cleaned("\n".join([STORY[1], *["Get the day's news delivered straight to your inbox."] * 2]))
    assert "much boilerplate: 2 lines excluded" in much.warnings[0]
    paywalled = cleaned("\n".join(["A ferry ran aground", *["You have reached your limit of free articles this month."] * 5]))
    assert "mostly boilerplate" in paywalled.warnings[0]


FERRY = [
    "The ferry Aurora ran aground off the island of Senn on Tuesday night with 240 people on board, the coast guard said.",
    "Twelve passengers were treated for bruises in the school gym, and nobody was missing when the roll was called at dawn.",
    "The captain told the coast guard that the Aurora had struck a rock which every chart of the strait has shown for decades.",
    "The ferry company has promised to pay for the passengers’ hotel rooms in Senn until another ferry can take them home.",
    "Divers found a gash of four metres in the hull, and tugs will try to pull the Aurora off the rock at high tide on Friday.",
]

BANK = [
    "The central bank raised its main interest rate to 4.5 percent, the highest level in nine years, to slow rising prices.",
    "Economists had expected a smaller step, and shares in building firms and retailers fell sharply after the announcement.",
    "Mortgage holders will pay about sixty crowns more each month, according to estimates by the finance ministry in Halden.",
    "Governor Ilse Brandt said inflation had proved stubborn, and did not rule out further increases before the summer.",
    "Opposition politicians accused the government of leaving households alone with their bills and asked for lower taxes.",
]


def warnings(*lines: str, language: str | None = None) -> tuple[str, ...]:
    return clean(Version(text="\n".join(lines), language=language), "A", "Wire", Settings()).warnings


def test_another_story_after_the_first_is_named() -> None:
    assert warnings(*FERRY, "Rates rise to highest level in nine years", *BANK)[0].startswith(
        "another story seems to begin at “Rates rise to highest level in nine years”"
    )


def test_a_subheading_within_a_story_is_none() -> None:
    assert warnings(*FERRY[:3], "What the ferry company says", *FERRY[3:], *FERRY[:2]) == ()
    assert warnings(*FERRY, *BANK[:1]) == ()


@pytest.mark.parametrize("head", ["| Charter rates | Halden |", "- Halden bank notes", "14 Halden Street", "Halden Street,"])
def test_a_table_a_list_and_an_address_begin_no_story(head: str) -> None:
    assert warnings(*FERRY, head, *BANK) == ()
    table = [f"{word} Bank 4.{n} percent" for n, word in enumerate(" ".join(BANK).split())]
    assert warnings(*FERRY, "Rates by bank and month", *table) == ()


def test_what_is_not_done_in_another_language_is_said() -> None:
    german = "Die Fähre ist am Dienstag vor der Insel auf Grund gelaufen, und niemand wurde verletzt, wie die Wache mitteilte."
    assert warnings(german) == ("in another language than English (de): compared by wording and figures; the rules for claims,"
                                " hedges, attribution and quotations are English",)  # fmt: skip
    assert "(de)" in warnings(FERRY[0], language="de-AT")[0]
    assert warnings(FERRY[0]) == ()
    assert warnings("Senn 240") == ()
    assert warnings("blorp zant " * 40)[0].startswith("in a language that is not recognised")
