"""Where the words of a version come from."""

from __future__ import annotations

import re

from compare import Settings, Version, compare_versions
from compare.api import Report
from compare.model import Derivation, Lineage
from compare.render.html import render_html

WIRE = (
    "A ferry with 240 people aboard ran aground off Port Senna early on Tuesday, the coast guard said.",
    "Twelve passengers were treated for light injuries at the harbour clinic.",
    "The ferry had left the island of Marrow at half past four in thick fog.",
    "“The radar showed nothing in our way,” the captain told reporters.",
)
ADDED = "Fishermen from the old harbour brought blankets and hot soup to the pier all morning."
OTHER = "The regional choir won a prize in the capital for its songs about winter and wool."


def lineages(*versions: Version) -> dict[str, Lineage]:
    return {x.version: x for x in compare_versions(versions, Settings()).comparison.lineage}


def version(label: str, *sentences: str, day: str | None = None) -> Version:
    return Version(label=label, sentences=sentences, published=day)


def test_a_rewrite_took_most_and_added_a_sentence() -> None:
    edited = (WIRE[0].replace("early on Tuesday", "at dawn on Tuesday"), *WIRE[1:], ADDED)
    found = lineages(version("Wire", *WIRE, day="2024-05-14"), version("Post", *edited, day="2024-05-15"))
    post = found["B"]
    assert (post.closest, post.closest_is_earlier) == ("A", True)
    assert post.derivation is Derivation.PARTIALLY
    assert 0.7 < post.verbatim < 0.8
    assert 0 < post.rewritten < 0.05
    assert 0.2 < post.new < 0.25
    assert found["A"].closest_is_earlier is False
    assert found["A"].verbatim > 0.9
    assert found["A"].derivation is Derivation.NONE  # the wire cannot have taken from the paper of the day after


def test_of_several_the_one_with_most_of_its_words_that_is_not_younger() -> None:
    found = lineages(
        version("Wire", *WIRE, day="2024-05-14"),
        version("Post", *WIRE, ADDED, day="2024-05-15"),
        version("Mail", *WIRE[:3], ADDED, day="2024-05-16"),
    )
    assert {letter: x.closest for letter, x in found.items()} == {"A": "B", "B": "A", "C": "B"}
    assert [found[letter].derivation for letter in "ABC"] == [Derivation.NONE, Derivation.PARTIALLY, Derivation.WHOLLY]


def test_copies_are_one_voice() -> None:
    found = lineages(version("Wire", *WIRE), version("Copy", *WIRE), version("Post", *WIRE[:2], ADDED))
    assert set(found) == {"A", "C"}
    assert found["C"].closest == "A"
    assert found["A"].closest == "C"


def test_a_stranger_is_derived_from_nothing() -> None:
    found = lineages(version("Wire", *WIRE), version("Choir", OTHER))
    assert found["B"] == Lineage("B", None, None, 0.0, 0.0, Derivation.NONE)
    assert found["B"].new == 1


def test_shares_are_those_of_the_words_in_json_and_tables() -> None:
    report = compare_versions([version("Wire", *WIRE), version("Post", *WIRE[1:], ADDED)])
    told = report.to_dict()["lineage"]
    assert all(abs(x["verbatim"] + x["rewritten"] + x["new"] - 1) < 1e-6 for x in told)
    assert list(report.to_frame("lineage")["version"]) == ["A", "B"]


def told(report: Report) -> list[str]:
    """What the page says of each version as a whole."""
    page = render_html(report.comparison).decode().partition('id="lineage"')[2].partition("</table>")[0]
    return re.findall(r"<td>([^<]*)</td></tr>", page)


def test_a_version_is_called_derived_only_where_it_came_out_later() -> None:
    dated = compare_versions([version("Wire", *WIRE, day="2024-05-14"), version("Post", *WIRE, ADDED, day="2024-05-15")])
    assert told(dated) == ["came out first", "partially derived"]
    undated = compare_versions([version("Wire", *WIRE), version("Post", *WIRE, ADDED)])
    assert told(undated) == ["shares nearly all", "shares a part"]
