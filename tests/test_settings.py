"""Settings: what is accepted, and what a bad value is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import SettingsError
from compare.settings import Settings, read_settings


def test_a_file_sets_values(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text('min_severity = "high"\nexclude = ["^Sponsored"]\n')
    assert read_settings(path) == Settings(min_severity="high", exclude=("^Sponsored",))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("colour = 1", "unknown setting 'colour'"),
        ('min_severity = "grave"', "expected one of low, medium, high, found 'grave'"),
        ('exclude = "("', "expected a list of regular expressions"),
        ('exclude = ["("]', "is not a regular expression"),
        ("max_pages = 0", "expected a whole number above zero"),
        ("keep_boilerplate = 3", "expected true or false"),
        ("title = 3", "expected text"),
        ('encoding = "latin-99"', "no known encoding"),
        ("min_severity = ", "not a TOML file"),
    ],
)
def test_a_bad_value_is_named_with_its_file(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(content)
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml: cannot be read"):
        read_settings(tmp_path / "none.toml")


def test_the_signature_changes_with_what_is_found_not_with_how_it_looks() -> None:
    plain = Settings().signature()
    assert Settings(title="A title", page_size="Letter", min_severity="high").signature() == plain
    assert Settings(keep_boilerplate=True).signature() != plain
