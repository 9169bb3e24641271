"""A headline says again what the story tells: it joins no group, wherever it stands."""

from __future__ import annotations

import pytest

from compare import Version, compare_versions

HEADLINE = "Dam operator ignored warnings before flood, inspectors say"
LEAD = (
    "The operator of the Lysna dam ignored two written warnings in the months before it overflowed and killed 23 people,"
    " according to a report by state inspectors seen by the agency."
)
RETOLD = (
    "The operator of the Lysna dam ignored three written warnings before it overflowed and killed 32 people,"
    " a leaked report shows."
)
REST = "The report, which runs to 114 pages, says that a sluice gate no longer closed."


@pytest.mark.parametrize("inside", [True, False])
def test_the_lead_is_linked_without_the_headline(inside: bool) -> None:
    text = f"{LEAD}\n\n{REST}\n"
    a = Version(label="Wire", title=HEADLINE, text=f"{HEADLINE}\n\n{text}" if inside else text)
    b = Version(label="Post", title="Bosses were warned", text=f"{RETOLD}\n\nThe 114-page report says a gate did not close.\n")
    report = compare_versions([a, b]).to_dict()
    assert [link for pair in report["pairs"] for link in pair["links"] if len(link["a"]) + len(link["b"]) > 2] == []
    told = {f["explanation"] for f in report["findings"] if f["severity"] == "high"}
    assert told == {
        "Wire says two written warnings; Post says three written warnings.",
        "Wire says 23 people; Post says 32 people.",
    }
