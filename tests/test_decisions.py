"""What a reviewer decides is kept in a file, applied again, and shown."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.cli import main
from compare.decisions import HEAD, quoted, read_decisions
from compare.errors import SettingsError
from compare.model import Decision, DecisionState

ONE = "The ferry sank off Port Senna on Monday. It carried 40 people, police said. The mayor denied any fault."
TWO = "The ferry sank off Port Senna on Monday. It carried 52 people, police said."


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(ONE, encoding="utf-8")
    Path("two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["report", "one.txt", "two.txt", *arguments])
    return int(stop.value.code or 0)


def report() -> dict[str, Any]:
    assert run("-o", "r.json", "-o", "r.html", "--decisions", "d.toml") == 0
    loaded: dict[str, Any] = json.loads(Path("r.json").read_text(encoding="utf-8"))
    return loaded


def decide(text: str, kind: str, state: str, note: str) -> str:
    """The file's text after a reviewer edited the entry of a finding of that kind."""
    head, *entries = text.split("\n[[finding]]\n")
    at = next(k for k, entry in enumerate(entries) if f'about = "{kind}' in entry)
    entries[at] = entries[at].replace('state = "open"', f'state = "{state}"').replace('note = ""', f'note = "{note}"')
    return "\n[[finding]]\n".join((head, *entries))


def test_the_file_is_written_with_every_finding_open(story: Path) -> None:
    findings = report()["findings"]
    written = tomllib.loads(Path("d.toml").read_text(encoding="utf-8"))["finding"]
    assert {entry["id"] for entry in written} == {f["id"] for f in findings}
    assert {entry["state"] for entry in written} == {"open"}
    assert not any("decision" in f for f in findings)


def test_a_decision_is_applied_and_shown_and_the_file_stays_as_it_was(story: Path) -> None:
    before = report()["summary"]["conflicts"]
    edited = decide(Path("d.toml").read_text(encoding="utf-8"), "number_conflict", "dismissed", "two trips, says the harbour")
    Path("d.toml").write_text(edited + "# kept for the desk\n", encoding="utf-8")
    after = report()
    number = next(f for f in after["findings"] if f["kind"] == "number_conflict")
    assert number["decision"] == {"state": "dismissed", "note": "two trips, says the harbour"}
    assert after["summary"]["conflicts"] == before - 1
    html = Path("r.html").read_text(encoding="utf-8")
    assert "Dismissed by the reviewer: two trips, says the harbour" in html
    assert "1 finding was dismissed" in html
    assert Path("d.toml").read_text(encoding="utf-8") == edited + "# kept for the desk\n"


def test_a_finding_that_is_new_is_added_at_the_end(story: Path) -> None:
    report()
    edited = decide(Path("d.toml").read_text(encoding="utf-8"), "number_conflict", "confirmed", "called the harbour")
    Path("d.toml").write_text(edited, encoding="utf-8")
    Path("two.txt").write_text(TWO.replace("Monday", "Tuesday"), encoding="utf-8")
    after = report()
    text = Path("d.toml").read_text(encoding="utf-8")
    assert text.startswith(edited.rstrip("\n"))
    assert "date_conflict" in text[len(edited) :]
    assert next(f for f in after["findings"] if f["kind"] == "number_conflict")["decision"]["state"] == "confirmed"


def test_what_is_dismissed_fails_no_run(story: Path) -> None:
    assert run("-o", "r.json", "--fail-on", "high", "--decisions", "d.toml") == 1
    entries = tomllib.loads(Path("d.toml").read_text(encoding="utf-8"))["finding"]
    Path("d.toml").write_text("".join(f'[[finding]]\nid = "{e["id"]}"\nstate = "dismissed"\n' for e in entries), encoding="utf-8")
    assert run("-o", "r.json", "--fail-on", "high", "--decisions", "d.toml") == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("finding = 3", "expected [[finding]] entries alone"),
        ("[[finding]]\nstate = 'open'", "entry 1: no id"),
        ("[[finding]]\nid = 'a1'\nstate = 'maybe'", "entry 1: state 'maybe' is none of open, confirmed, dismissed"),
        ("[[finding]]\nid = 'a1'\nnotes = 'x'", "entry 1: unknown key 'notes'"),
        ("[[finding]]\nid = 'a1'\nnote = 3", "entry 1: expected lines of the form"),
        ("[[finding]]\nid = 'a1'\n[[finding]]\nid = 'a1'", "entry 2: finding 'a1' was decided above"),
        ("[[finding", "not a TOML file"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_nothing_is_written(
    story: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    Path("d.toml").write_text(text, encoding="utf-8")
    assert run("-o", "r.json", "--decisions", "d.toml") == 2
    error = capsys.readouterr().err
    assert error.startswith("storycompare: d.toml: ")
    assert told in error
    assert error.count("\n") == 1
    assert not Path("r.json").exists()
    assert Path("d.toml").read_text(encoding="utf-8") == text


def test_a_file_that_is_a_version_or_an_output_is_refused(story: Path) -> None:
    assert run("-o", "r.json", "--decisions", "one.txt") == 2
    assert run("-o", "r.json", "--decisions", "r.json") == 2
    assert Path("one.txt").read_text(encoding="utf-8") == ONE


def test_a_file_that_is_not_there_yet_decides_nothing(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.toml") == {}
    with pytest.raises(SettingsError, match="cannot be read"):
        read_decisions(tmp_path)


def test_an_open_entry_with_a_note_says_something() -> None:
    assert not Decision().told
    assert Decision(note="ask the harbour").told
    assert Decision(DecisionState.CONFIRMED).told


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_stand_in_the_file(text: str) -> None:
    assert tomllib.loads(f"{HEAD}about = {quoted(text)}\n")["about"] == text
