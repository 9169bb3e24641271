"""One small change in an invented story: the findings that it raises, whatever its names, nouns and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import Settings, Version, compare_versions
from tests.perturbations import ALARMS, ARTICLE, FILLING, SILENCE, Words, words

EXAMPLES = 4
"""Drawn for each template: all templates together give some three hundred stories."""
AROUND = {"alone": ((), ()), "in a note": (FILLING[:1], FILLING[1:]), "in an article": (ARTICLE[:4], ARTICLE[4:])}
"""What stands before and after the changed sentence."""


def found(before: str, after: str, around: str) -> list[tuple[str, str, str]]:
    """Kind, verdict and severity of every finding in two stories that are the same around one sentence."""
    opening, closing = AROUND[around]
    stories = [(*opening, s, *closing) for s in (before, after)]
    versions = [Version(label=name, sentences=s) for name, s in zip(("Wire", "Post"), stories, strict=True)]
    findings = compare_versions(versions, Settings()).to_dict()["findings"]
    return [(f["kind"], f["verdict"], f["severity"]) for f in findings]


@pytest.mark.parametrize("name", sorted(ALARMS))
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(words(), st.sampled_from(sorted(AROUND)))
def test_a_change_of_fact_is_found_at_its_kind(name: str, chosen: Words, around: str) -> None:
    change = ALARMS[name](chosen)
    findings = found(change.before, change.after, around)
    assert change.expected & {kind for kind, _, _ in findings}, (change, findings)


@pytest.mark.parametrize("name", sorted(SILENCE))
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(words(), st.sampled_from(sorted(AROUND)))
def test_a_change_of_wording_raises_no_alarm(name: str, chosen: Words, around: str) -> None:
    change = SILENCE[name](chosen)
    findings = found(change.before, change.after, around)
    assert not [f for f in findings if f[1] == "conflict" or f[2] != "low"], (change, findings)
