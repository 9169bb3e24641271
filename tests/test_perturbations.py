"""One small change in an invented story: the findings that it raises, whatever its names, nouns and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from compare import Settings, Version, compare_versions
from tests.perturbations import ALARMS, FILLING, SILENCE, Words, words

EXAMPLES = 6
"""Drawn for each template: all templates together give some two hundred stories."""


def found(before: str, after: str, *, whole: bool) -> list[tuple[str, str, str]]:
    """Kind, verdict and severity of every finding; a whole story has other sentences around the changed one."""
    stories = [(FILLING[0], s, *FILLING[1:]) if whole else (s,) for s in (before, after)]
    versions = [Version(label=name, sentences=s) for name, s in zip(("Wire", "Post"), stories, strict=True)]
    findings = compare_versions(versions, Settings()).to_dict()["findings"]
    return [(f["kind"], f["verdict"], f["severity"]) for f in findings]


@pytest.mark.parametrize("name", sorted(ALARMS))
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(words())
def test_a_change_of_fact_is_found_at_its_kind(name: str, chosen: Words) -> None:
    change = ALARMS[name](chosen)
    for whole in (False, True):
        findings = found(change.before, change.after, whole=whole)
        assert change.expected & {kind for kind, _, _ in findings}, (change, findings)


@pytest.mark.parametrize("name", sorted(SILENCE))
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(words())
def test_a_change_of_wording_raises_no_alarm(name: str, chosen: Words) -> None:
    change = SILENCE[name](chosen)
    for whole in (False, True):
        findings = found(change.before, change.after, whole=whole)
        assert not [f for f in findings if f[1] == "conflict" or f[2] != "low"], (change, findings)
