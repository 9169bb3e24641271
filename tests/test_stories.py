"""Whole comparisons of short stories: what a reader would expect, and what must always hold."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare import InputError, Report, Settings, SettingsError, Version, compare_versions
from tests.check_stories import check_every_quantity
from tests.invariants import check_report, without_letters

WIRE = Version(
    label="Wire",
    published="2024-03-04T09:00",
    title="Landslide closes pass",
    text=(
        "VALDORA (Wire) - A landslide closed the Orsa pass on Monday, killing at least 12 people, officials said.\n"
        "About 250 travellers were stranded in the village of Lenk.\n"
        "“We will clear the road by Friday,” said Marta Huber, the regional governor.\n"
        "The region denied that warnings had been ignored.\n"
        "Almost 50 trucks waited at the southern portal."
    ),
)
POST = Version(
    label="Post",
    published="2024-03-04T18:00",
    title="Governor vows to clear Orsa pass",
    text=(
        "A landslide closed the Orsa pass on Monday, killing at least 15 people, officials said.\n"
        "Some 250 travellers were stranded in the village of Lenk.\n"
        "“We will clear the road by Sunday,” said Marta Huber, the regional governor.\n"
        "50 trucks waited at the southern portal."
    ),
)
STORY = (WIRE, POST)


def kinds(report: Report) -> set[str]:
    return {f["kind"] for f in report.to_dict()["findings"]}


def test_a_changed_toll_an_altered_quotation_and_a_lost_denial_are_found() -> None:
    report = compare_versions(STORY)
    check_report(report.to_dict())
    check_every_quantity(report)
    assert {"quote_altered", "omission"} <= kinds(report)
    assert {"number_conflict", "updated_count"} & kinds(report)


def test_a_headline_joins_no_sentence_of_the_story() -> None:
    rows = compare_versions(STORY).to_dict()["alignment"]
    titles = {"A0", "B0"}
    assert all(len(cell) == 1 for row in rows for cell in row["cells"].values() if titles & set(cell))


def test_a_version_against_itself_has_no_findings() -> None:
    again = Version(label="Copy", text=WIRE.text, title=WIRE.title, published=WIRE.published)
    report = compare_versions([WIRE, again]).to_dict()
    check_report(report)
    assert report["findings"] == []
    assert report["versions"][1]["duplicate_of"] == "A"
    assert report["pairs"][0]["similarity"] == 1
    assert all(f["verdict"] in ("agree", "single") for f in report["figures"])


def test_a_copy_in_other_typography_is_a_copy_and_one_with_another_word_is_none() -> None:
    typed = (WIRE.text or "").replace("“", '"').replace("”", '"').replace("VALDORA", "Valdora").replace(" - ", " – ")
    report = compare_versions([WIRE, Version(label="Typed", text=typed, title=WIRE.title)]).to_dict()
    assert report["versions"][1]["duplicate_of"] == "A"
    assert any("form of signs" in warning for warning in report["versions"][1]["warnings"])
    edited = Version(label="Edited", text=typed.replace("stranded", "stuck"), title=WIRE.title)
    assert compare_versions([WIRE, edited]).to_dict()["versions"][1]["duplicate_of"] is None


def test_the_order_of_the_versions_changes_letters_only() -> None:
    third = Version(label="Mail", text="The Orsa pass is shut after a landslide killed 12 people. Drivers wait in Lenk.")
    want = None
    for order in permutations((*STORY, third)):
        report = compare_versions(order, Settings(base="Wire")).to_dict()
        check_report(report)
        want = want or without_letters(report)
        assert without_letters(report) == want


def test_the_same_input_gives_the_same_dict() -> None:
    assert compare_versions(STORY).to_dict() == compare_versions(STORY).to_dict()


def test_sentences_that_are_given_stay_as_given() -> None:
    split = ("One. Two!", "", "Subscribe now for 3 dollars", "Three")
    report = compare_versions([Version(label="A", sentences=split), POST]).to_dict()
    check_report(report)
    assert [s["text"] for s in report["versions"][0]["sentences"]] == list(split)
    assert report["versions"][0]["text"] == "One. Two!  Subscribe now for 3 dollars Three"
    assert report["versions"][0]["excluded"] == []


def test_labels_are_made_unique_and_do_not_depend_on_the_order() -> None:
    first, second = Version(label="Post", text="A one."), Version(label="Post", text="B two.")
    labels = {v["text"]: v["label"] for v in compare_versions([first, second]).to_dict()["versions"]}
    swapped = {v["text"]: v["label"] for v in compare_versions([second, first]).to_dict()["versions"]}
    assert labels == swapped
    assert sorted(labels.values()) == ["Post", "Post (2)"]


def test_unrelated_stories_share_nothing() -> None:
    other = Version(label="Recipe", text="Whisk four eggs with sugar. Fold in the flour and bake until golden.")
    report = compare_versions([WIRE, other]).to_dict()
    assert report["pairs"][0]["similarity"] == 0
    assert report["summary"]["conflicts"] == 0
    for version in report["versions"]:
        assert "shares no sentence with any other version: is it the same story?" in version["warnings"]


def test_another_language_than_the_base_is_warned_of() -> None:
    german = Version(label="Zeitung", language="de", text="Ein Erdrutsch hat den Orsa-Pass gesperrt, 12 Menschen starben.")
    report = compare_versions([Version(label="Wire", language="en", text=WIRE.text), german]).to_dict()
    check_report(report)
    assert not any("is written in" in w for w in report["versions"][0]["warnings"])
    assert any("is written in 'de', the base in 'en'" in w for w in report["versions"][1]["warnings"])


def test_min_severity_hides_and_counts() -> None:
    everything, high = compare_versions(STORY).to_dict(), compare_versions(STORY, Settings(min_severity="high")).to_dict()
    assert {f["severity"] for f in high["findings"]} == {"high"}
    assert high["summary"]["not_shown"] == len(everything["findings"]) - len(high["findings"]) > 0


def test_too_few_or_empty_versions_and_an_unknown_base_are_refused() -> None:
    with pytest.raises(InputError, match="needs two"):
        compare_versions([WIRE])
    with pytest.raises(InputError, match="Blank: no text"):
        compare_versions([WIRE, Version(label="Blank", text=" \n ")])
    with pytest.raises(InputError, match="Nothing"):
        compare_versions([WIRE, Version(label="Nothing")])
    with pytest.raises(SettingsError, match="no version has this label; the versions are A = 'Wire', B = 'Post'"):
        compare_versions(STORY, Settings(base="Mail"))


def test_frames_hold_the_same_findings() -> None:
    report = compare_versions(STORY)
    told = report.to_dict()
    assert list(report.to_frame("findings")["id"]) == [f["id"] for f in told["findings"]]
    assert len(report.to_frame("alignment")) == len(told["alignment"])
    assert len(report.to_frame("figures")) == sum(len(f["readings"]) for f in told["figures"])
    assert list(report.to_frame("versions")["label"]) == ["Wire", "Post"]
    assert len(report.to_frame("pairs")) == 1
    assert list(report.to_frame("evidence")["finding"].unique()) == [f["id"] for f in told["findings"]]
    with pytest.raises(SettingsError, match="no table 'rows'"):
        report.to_frame("rows")


def test_frames_of_a_story_without_findings_keep_their_columns() -> None:
    report = compare_versions([Version(label="A", text="Rain fell."), Version(label="B", text="Rain fell.")])
    assert list(report.to_frame("findings").columns)[:3] == ["number", "id", "kind"]
    assert report.to_frame("figures").empty


WORDS = st.sampled_from(
    "the a 12 13 about 3,500 $4m killed people trucks said “Yes” not may Huber Lenk on Monday 12 October denied . , ; \n".split(
        " "
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join).filter(lambda t: any(c.isalnum() for c in t))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_any_text_gives_a_report_that_keeps_the_contract(texts: list[str], shuffle: random.Random) -> None:
    versions = [Version(label=f"v{i}", text=text) for i, text in enumerate(texts)]
    report = compare_versions(versions, Settings(base="v0", keep_boilerplate=True)).to_dict()
    check_report(report)
    shuffled = list(versions)
    shuffle.shuffle(shuffled)
    assert without_letters(compare_versions(shuffled, Settings(base="v0", keep_boilerplate=True)).to_dict()) == without_letters(
        report
    )


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_against_itself_has_no_findings(text: str) -> None:
    report = compare_versions(
        [Version(label="x", text=text), Version(label="y", text=text)], Settings(keep_boilerplate=True)
    ).to_dict()
    check_report(report)
    assert report["findings"] == []


def test_links_explain_themselves_on_request() -> None:
    silent = compare_versions(STORY).to_dict()
    told = compare_versions(STORY, Settings(explain=True)).to_dict()
    check_report(told)
    assert not any("why" in link for link in silent["pairs"][0]["links"])
    reasons = [link.pop("why", None) for link in told["pairs"][0]["links"]]
    assert any(reasons)
    assert told == silent
