"""The examples show what examples/README.md says was planted in them, and nothing that was not."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from compare.cli import storycompare

EXAMPLES = Path(__file__).parent.parent / "examples"
RAQQA = tuple(EXAMPLES / "raqqa" / name for name in ("long-report.txt", "wire.txt", "outlet.html", "update.json"))
QUIET = tuple(EXAMPLES / "quiet" / name for name in ("mainland-courier.txt", "island-weekly.txt"))


@cache
def report_on(files: tuple[Path, ...]) -> dict[str, Any]:
    """The JSON report of the command line."""
    done = CliRunner().invoke(storycompare, ["report", *map(str, files), "-o", "-", "-f", "json", "-q"])
    assert done.exit_code == 0, done.output
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def findings(kind: str, *words: str) -> list[dict[str, Any]]:
    """Findings of this kind in whose evidence all of these words stand."""
    told = [(f, " | ".join(e["text"] for e in f["evidence"])) for f in report_on(RAQQA)["findings"] if f["kind"] == kind]
    return [f for f, evidence in told if all(word in evidence for word in words)]


def figure(*texts: str) -> dict[str, Any]:
    """The one figure that has these readings, in the order of the versions that give one."""
    figures: list[dict[str, Any]] = report_on(RAQQA)["figures"]
    found = [f for f in figures if [r["text"] for r in f["readings"]] == list(texts)]
    assert len(found) == 1, [[r["text"] for r in f["readings"]] for f in figures]
    return found[0]


def test_thirteen_and_thirty_buses_are_in_conflict() -> None:
    assert figure("13 buses", "13 buses", "30 buses", "13 buses")["verdict"] == "conflict"
    (found,) = findings("number_conflict", "30 buses")
    assert found["severity"] == "high"


@pytest.mark.parametrize(
    ("kind", "words", "severity"),
    [
        ("quote_altered", ["respected it", "supported it"], "high"),
        ("hedge_drop", ["allegedly"], "high"),
        ("attribution_drop", ["250 fighters"], "medium"),
        ("tone_change", ["claims"], "low"),
        ("omission", ["The Syrian Democratic Forces (SDF)"], "high"),
        ("addition", ["The affair will embarrass governments"], "low"),
        ("moved", ["The Syrian Democratic Forces (SDF)"], "low"),
    ],
)
def test_a_planted_difference_is_found(kind: str, words: list[str], severity: str) -> None:
    found = findings(kind, *words)
    assert len(found) == 1, [(f["kind"], [e["text"] for e in f["evidence"]]) for f in report_on(RAQQA)["findings"]]
    assert found[0]["severity"] == severity


def test_a_range_and_its_conversion_are_reconciled() -> None:
    length = figure("six to seven kilometres", "between six and seven kilometres", "about four miles", "six to seven kilometres")
    assert length["verdict"] == "reconciled"
    assert [(r["lower"], r["upper"]) for r in length["readings"] if r["unit"] == "kilometre"] == [("6", "7")] * 3


def test_a_rounding_is_reconciled() -> None:
    readings = {r["version"]: r["text"] for f in report_on(RAQQA)["figures"] for r in f["readings"] if "civilians" in r["text"]}
    assert readings == {"A": "1,487 civilians", "B": "About 1,500 civilians", "D": "1,487 civilians"}
    assert figure(*readings.values())["verdict"] == "reconciled"


def test_almost_fifty_and_fifty_trucks_are_no_conflict() -> None:
    assert figure("almost 50 trucks", "almost 50 trucks", "50 trucks", "almost 50 trucks")["outcome"] == "modifier_only"


def test_a_later_count_of_drivers_is_an_update_and_no_conflict() -> None:
    (found,) = findings("updated_count", "Fourteen", "Eleven")
    assert found["verdict"] == "check"
    assert [f["referent"] for f in report_on(RAQQA)["figures"] if f["verdict"] == "conflict"] == ["buses"]


def test_no_price_or_offer_of_the_paywall_is_a_figure() -> None:
    readings = [r for f in report_on(RAQQA)["figures"] for r in f["readings"]]
    assert not [r["text"] for r in readings if r["kind"] == "money"]
    outlet = report_on(RAQQA)["versions"][2]
    told = " ".join(s["text"] for s in outlet["sentences"])
    furniture = ("a week", "subscri", "Renews", "crossword", "cookies", "Also read", "inbox", "Ferry", "All rights", "min read")
    assert [words for words in furniture if words in told] == []


def test_the_saved_page_gives_its_metadata() -> None:
    outlet = report_on(RAQQA)["versions"][2]
    declared = [outlet[name] for name in ("outlet", "author", "published")]
    assert declared == ["Harbour Post", "Martin Sale", "2017-11-15T06:10:00+00:00"]


def test_the_quiet_story_has_no_finding() -> None:
    report = report_on(QUIET)
    assert report["findings"] == []
    assert {f["verdict"] for f in report["figures"]} == {"agree"}
    assert report["pairs"][0]["similarity"] > 0.9
