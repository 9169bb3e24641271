"""One here, several there: "a soldier" and "two soldiers"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.differences.figures.articles import article_differences
from compare.model import AnnotatedDocument, FindingKind, Severity, Verdict
from tests.differences.linked import linked, quoted


@pytest.mark.parametrize(
    ("one", "several", "words"),
    [
        ("Police said a soldier died in Orby.", "Police said two soldiers died in Orby.", ["a soldier", "two soldiers"]),
        ("A man was held in Orby on Sunday.", "Three men were held in Orby on Sunday.", ["A man", "Three men"]),
        ("A young Danish cook drowned in May.", "Two Danish cooks drowned in May.", ["A young Danish cook", "Two Danish cooks"]),
        ("A bomb went off near the school.", "Two bombs went off near the school.", ["A bomb", "Two bombs"]),
        ("The fire killed a nurse and hurt six.", "The fire killed two nurses and hurt six.", ["a nurse", "two nurses"]),
        ("Ann Bell and her brother stay in jail.", "Ann Bell and three men stay in jail.", ["her brother", "three men"]),
    ],
)  # fmt: skip
def test_one_by_its_article_is_not_several(one: str, several: str, words: list[str]) -> None:
    assert quoted(article_differences, one, several) == [words]
    assert quoted(article_differences, several, one) == [words[::-1]]


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("A few soldiers were killed in Orby.", "Two soldiers were killed in Orby."),
        ("A number of soldiers were killed in Orby.", "Two soldiers were killed in Orby."),
        ("A soldier said on Sunday that the road was mined.", "Two soldiers said on Sunday that the road was mined."),
        ("A soldier and a nurse were killed in Orby.", "Two soldiers were killed in Orby."),
        ("The blast killed a horse in Orby.", "The blast killed two soldiers in Orby."),
    ],
)
def test_what_may_be_as_many_is_no_difference(one: str, several: str) -> None:
    assert quoted(article_differences, one, several) == []


def test_a_version_that_gives_the_number_elsewhere_has_it() -> None:
    one = ["A man was held in Orby on Sunday.", "The three men will be heard on Monday."]
    assert quoted(article_differences, one, "Three men were held in Orby on Sunday.") == []


def test_the_same_noun_is_a_conflict_and_another_is_to_be_checked() -> None:
    (same,) = article_differences(linked("The fire killed a nurse in Orby.", "The fire killed two nurses in Orby."))
    (other,) = article_differences(linked("The fire killed a nurse in Orby.", "The fire killed two women in Orby."))
    assert (same.kind, same.verdict, same.severity) == (FindingKind.NUMBER_CONFLICT, Verdict.CONFLICT, Severity.HIGH)
    assert (other.kind, other.verdict, other.severity) == (FindingKind.NUMBER_CONFLICT, Verdict.CHECK, Severity.MEDIUM)


def test_versions_of_two_days_may_both_be_right() -> None:
    compared = linked("The fire killed a nurse in Orby.", "The fire killed two nurses in Orby.")
    first, second = compared.documents
    (told,) = article_differences(replace(compared, documents=(dated(first, "2031-05-01"), dated(second, "2031-05-02"))))
    assert (told.kind, told.verdict) == (FindingKind.UPDATED_COUNT, Verdict.CHECK)


def dated(read: AnnotatedDocument, published: str) -> AnnotatedDocument:
    """The document as of a day."""
    return replace(read, document=replace(read.document, version=replace(read.document.version, published=published)))
