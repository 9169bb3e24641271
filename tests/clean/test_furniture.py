"""What is no part of a story goes, by a rule with a name."""

from __future__ import annotations

import pytest

from compare.clean.lines import lines_of
from compare.clean.rules import rules_for
from tests.clean.story import STORY, cleaned, excluded, kept


def test_a_story_without_furniture_is_kept_whole() -> None:
    document = cleaned("\n\n".join(STORY))
    assert document.excluded == ()
    assert document.warnings == ()
    assert document.language == "en"


def test_a_paywall_of_another_house_goes_with_all_that_follows() -> None:
    wall = [
        "You have read all of your free stories for May.",
        "Log in to continue",
        "Harbour Post Basic",
        "$4.50",
        "per month",
        "$4.50/month",
        "Harbour Post Family",
        "Up to five readers, one account",
        "Crosswords, recipes and weekend magazine",
    ]
    document = cleaned("\n".join(STORY + wall))
    assert kept(document) == STORY
    rules = excluded(document)
    assert rules["You have read all of your free stories for May."] == "paywall"
    assert rules["$4.50/month"] == "price"
    assert rules["Crosswords, recipes and weekend magazine"] == "tail"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Subscribe now to read the full story", "paywall"),
        ("Already a subscriber? Log in", "paywall"),
        ("Subscribe now for €2 for the first month, then €14.50 a month until you cancel.", "paywall"),
        ("Subscribe now for only 9.90 a month and read 12 issues. Already a subscriber? Log in.", "paywall"),
        ("Subscribe from SEK 99 a month, cancel any time.", "paywall"),
        ("Subscribe to The Courier for just £2 a week for your first 12 weeks.", "paywall"),
        ("Annual plan: €120 per year (save 30%).", "price"),
        ("Share on Facebook | Share on X | Email this", "share bar"),
        ("€2,99/Monat", "price"),
        ("Facebook Twitter WhatsApp Email", "share bar"),
        ("Share this article", "share bar"),
        ("Share this story: Facebook, Mail", "share bar"),
        ("READ MORE: Senn harbour to be dredged", "also read"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Get the day's top stories delivered straight to your inbox.", "newsletter"),
        ("Disclaimer: This report was generated from an agency feed", "disclaimer"),
        ("© 2024 Harbour Post Ltd. All rights reserved.", "copyright"),
        ("{{ story.headline }}", "template left-over"),
        ("[caption id=12]A ferry[/caption]", "template left-over"),
        ("We use cookies to improve your visit.", "cookie notice"),
        ("Advertisement", "advertisement"),
        ("Story continues below", "advertisement"),
        ("Leave a comment", "comments"),
        ("Image 2 of 7", "page furniture"),
        ("The Aurora leaves Senn in a file picture. (AP Photo/Nils Berg)", "caption"),
        ("Photo: Nils Berg", "caption"),
        ("Additional reporting by Ola Nygaard in Senn", "byline"),
        ("(Reporting by Ola Nygaard; Editing by Pia Falk)", "byline"),
    ],
)
def test_furniture_between_paragraphs_has_its_rule(line: str, rule: str) -> None:
    document = cleaned("\n".join([*STORY[:2], line, *STORY[2:]]))
    assert excluded(document) == {line: rule}
    assert kept(document) == STORY


FURNITURE = [
    "With inputs from agencies",
    "Our reporter, Abuja",
    "(This story was produced from a syndicated feed and has not been edited by the newsroom of the Harbour Post.)",
    "Catch all the Business News and Latest News Updates on Harbour Post Live.",
    "WATCH: Drone pictures of the stranded ferry",
    "ALSO READ",
    "For more news and updates, visit our homepage.",
    "Do you have a story for us? Email desk@harbour.example or send a message on WhatsApp to our editors at any hour.",
    "If you have been affected by any of the issues in this story, help and support is available from the seamen's mission.",
    "For confidential support call the mission on 555 0123 or visit a local branch.",
    "Thanks for reading The Slow Ferry! Subscribe for free to receive new posts and support my work.",
    "Support independent journalism. Become a member today from $5 a month.",
    "Unlock this article with a subscription: €9.90 per month after a trial of 30 days",
    "Stay informed with the Harbour Brief, our free weekday newsletter.",
    "Your email address will not be published. Required fields are marked *",
    "The writer is a former ambassador. Views are personal.",
    "Divers wait on the pier in Senn on Wednesday, May 15, 2024, for the tide to turn. REUTERS/Nils Berg",
    "[File: Nils Berg/Reuters]",
    "Representational image",
    "Opens in a new window",
    "This site is protected by reCAPTCHA and the privacy policy and terms of service of its maker apply.",
    "-ENDS-",
    "By clicking Accept, you consent to the use of cookies by us and by all of our two hundred partners.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_of_many_houses_goes(line: str) -> None:
    assert line in excluded(cleaned("\n".join([*STORY, line])))


@pytest.mark.parametrize("line", FURNITURE)
def test_the_pieces_that_a_rule_needs_lose_no_line(line: str) -> None:
    """`needs` is for speed alone: where `holds` of a rule fits, one of the pieces is there."""
    book, form = rules_for(None), next(lines_of(line)).form
    for rule in (*book.anywhere.rules, *book.edge.rules, book.correction, book.speech):
        if rule.needs and rule.holds and rule.holds.search(form):
            assert any(piece in form.lower() for piece in rule.needs), rule.name


def test_every_rule_compiles_in_every_language() -> None:
    every, english = (rules_for(language).names for language in (None, "en"))
    assert every >= english >= {"paywall", "price", "share bar", "byline", "caption"}


@pytest.mark.parametrize("unit", ["word ", ".", "a few\n", " ", '"', "by A ", "Share ", "1:", "© ", "http", "- "])
def test_a_megabyte_of_one_unit_is_cleaned_or_kept(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert cleaned(text).version.text == text
