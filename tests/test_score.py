"""Ranks, lasting ids and pair similarity."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from compare.model import Difference, Evidence, FindingKind, Severity, Verdict
from compare.score import lasting_ids, rank, score
from tests.builders import compared, document

A = document("A", "The mayor opened the bridge.", "Ten people died.", "Ten people died.")
B = document("B", "The mayor opened the bridge.", "Twelve people died.", "Twelve people died.")
STORY = compared((A, B), "A1 B1", "A2 B2", "A3 B3")


def difference(
    severity: Severity = Severity.HIGH, verdict: Verdict = Verdict.CONFLICT, sentence: int = 1, weight: float = 0.5
) -> Difference:
    evidence = tuple(Evidence(d.id, sentence, d.sentences[sentence].start, d.sentences[sentence].end) for d in (A, B))
    return Difference(
        kind=FindingKind.NUMBER_CONFLICT,
        verdict=verdict,
        severity=severity,
        evidence=evidence,
        versions=("A", "B"),
        explanation="Ten against twelve.",
        row=sentence + 1,
        weight=weight,
    )


def test_severity_goes_before_verdict_and_verdict_before_weight() -> None:
    high_note = difference(Severity.HIGH, Verdict.NOTE, weight=0.0)
    high_conflict = difference(Severity.HIGH, Verdict.CONFLICT, weight=0.0)
    heavy_conflict = difference(Severity.HIGH, Verdict.CONFLICT, weight=1.0)
    low_conflict = difference(Severity.LOW, Verdict.CONFLICT, weight=1.0)
    ranked = rank([low_conflict, high_note, high_conflict, heavy_conflict], STORY)
    assert [f.difference for f in ranked] == [heavy_conflict, high_conflict, high_note, low_conflict]
    assert [f.number for f in ranked] == [1, 2, 3, 4]


@given(st.sampled_from(list(Severity)), st.sampled_from(list(Verdict)), st.floats(-1, 2))
def test_the_score_is_a_share_and_keeps_the_severities_apart(severity: Severity, verdict: Verdict, weight: float) -> None:
    one = score(difference(severity, verdict, weight=weight))
    assert severity.rank / 3 <= one < (severity.rank + 1) / 3


def test_the_same_words_twice_get_two_ids_that_do_not_depend_on_the_order_of_detection() -> None:
    first, second = difference(sentence=1), difference(sentence=2)
    ids = {f.difference.row: f.id for f in rank([first, second], STORY)}
    assert len(set(ids.values())) == 2
    assert {f.difference.row: f.id for f in rank([second, first], STORY)} == ids


def test_an_id_lasts_when_the_rest_of_the_story_changes() -> None:
    longer = document("A", "Snow fell overnight.", "The mayor opened the bridge.", "Ten people died.")
    other = compared((longer, B), "A1", "A2 B1", "A3 B2", "B3")
    evidence = (Evidence("A", 2, longer.sentences[2].start, longer.sentences[2].end), difference().evidence[1])
    (before,), (after,) = rank([difference()], STORY), rank([replace(difference(), evidence=evidence, row=3)], other)
    assert before.id == after.id


def test_ids_that_clash_grow() -> None:
    many = [f"finding {i}" for i in range(2000)]
    assert len(set(lasting_ids(many))) == len(many)
    assert all(len(i) >= 8 for i in lasting_ids(many))
