"""The document that cleaning returns: its text, its spans, and what the user wants otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.clean import clean
from compare.errors import InputError
from compare.model import Version
from compare.settings import Settings
from tests.clean.story import STORY, cleaned, excluded


def test_keep_boilerplate_leaves_only_the_users_own_patterns() -> None:
    text = "\n".join([*STORY, "Advertisement", "Senn weather: rain"])
    assert excluded(cleaned(text, Settings(keep_boilerplate=True))) == {}
    own = Settings(keep_boilerplate=True, exclude=("^Senn weather",))
    assert excluded(cleaned(text, own)) == {"Senn weather: rain": "exclude"}


def test_keep_holds_over_the_rules_and_exclude_over_keep() -> None:
    text = "\n".join([*STORY, "Advertisement"])
    assert excluded(cleaned(text, Settings(keep=("^Advert",)))) == {}
    assert excluded(cleaned(text, Settings(keep=("^Advert",), exclude=("ment$",)))) == {"Advertisement": "exclude"}


def test_a_given_split_is_kept_and_nothing_is_excluded() -> None:
    version = Version(sentences=("The ferry ran aground.", "Advertisement", "Nobody is missing."), warnings=("read as cp1252",))
    document = clean(version, "B", "Wire", Settings())
    assert document.text == "The ferry ran aground. Advertisement Nobody is missing."
    assert document.spans is not None
    assert [document.text[start:end] for start, end in document.spans] == list(version.sentences or ())
    assert document.excluded == ()
    assert document.warnings == ("read as cp1252",)


def test_a_version_without_any_text_is_named() -> None:
    with pytest.raises(InputError, match="Wire: neither text nor sentences"):
        clean(Version(label="x"), "A", "Wire", Settings())


def test_harmful_characters_are_replaced_one_for_one() -> None:
    text = "The ferry\x00 ran \ud800aground\u202e at \x1b night."
    document = cleaned(text)
    assert len(document.text) == len(text)
    assert document.text == "The ferry  ran \ufffdaground\u2060 at   night."
    document.text.encode("utf-8")


@settings(deadline=None)  # the first text pays for the rules of all languages
@given(st.text(max_size=400), st.booleans())
def test_excluded_spans_are_in_order_and_inside_the_text(text: str, keep: bool) -> None:
    document = cleaned(text, Settings(keep_boilerplate=keep))
    at = 0
    for span in document.excluded:
        assert at <= span.start < span.end <= len(document.text)
        at = span.end
    assert len(document.text) == len(text)
    assert keep <= (not document.excluded)
