"""A reviewer's decisions on findings, kept in a TOML file from run to run.

A finding keeps its id while its evidence stays the same, so that a decision finds it again. What a reviewer wrote in the file is
never changed: new findings are added at its end.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from compare.errors import SettingsError
from compare.model import Comparison, Decision, DecisionState, Finding

HEAD = """\
# Decisions on the findings of a comparison, kept from run to run.
# state: "open", "confirmed" or "dismissed". note: what the report shall say of it. Findings that are new are added at the end.
"""
KEYS = frozenset(("id", "state", "note", "about"))


def read_decisions(path: Path) -> dict[str, Decision]:
    """Decisions by the id of their finding; none if the file does not exist yet. Raises SettingsError naming file and entry."""
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as e:
        raise SettingsError(f"{path}: cannot be read ({e.strerror}); give the path of a TOML file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise SettingsError(f"{path}: not a TOML file ({e}); mend it, or name a new file to begin anew") from None
    entries = stored.pop("finding", [])
    if stored or not isinstance(entries, list):
        raise SettingsError(f"{path}: not a file of decisions: expected [[finding]] entries alone")
    decisions: dict[str, Decision] = {}
    for number, entry in enumerate(entries, start=1):
        try:
            id, decision = decision_from(entry)
        except ValueError as e:
            raise SettingsError(f"{path}: entry {number}: {e}") from None
        if id in decisions:
            raise SettingsError(f"{path}: entry {number}: finding {id!r} was decided above")
        decisions[id] = decision
    return decisions


def decision_from(entry: object) -> tuple[str, Decision]:
    """The finding's id and the decision of an entry. Raises ValueError saying what is wrong."""
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise ValueError("expected lines of the form name = 'text'")
    if unknown := sorted(set(entry) - KEYS):
        raise ValueError(f"unknown key {unknown[0]!r}; known are id, state, note and about")
    if not entry.get("id"):
        raise ValueError("no id; it says which finding is meant")
    state = entry.get("state", DecisionState.OPEN)
    if state not in [str(x) for x in DecisionState]:
        raise ValueError(f"state {state!r} is none of open, confirmed, dismissed")
    return entry["id"], Decision(DecisionState(state), entry.get("note", "").strip())


def decided(comparison: Comparison, decisions: Mapping[str, Decision]) -> Comparison:
    """The comparison with the decisions on its findings; those on other findings have no effect."""
    found = tuple(replace(f, decision=decisions.get(f.id, f.decision)) for f in comparison.findings)
    return replace(comparison, findings=found)


def undecided(findings: Sequence[Finding], decisions: Mapping[str, Decision]) -> tuple[Finding, ...]:
    """The findings that the file does not have yet."""
    return tuple(f for f in findings if f.id not in decisions)


def with_entries(text: str, findings: Sequence[Finding]) -> str:
    """The file's text with an open entry for each of the findings at its end; a new file gets a head that explains it."""
    entries = [entry_of(finding) for finding in findings]
    start = text if text.strip() else HEAD
    return "\n".join((start.rstrip("\n"), *entries)) + "\n" if entries else start


def entry_of(finding: Finding) -> str:
    """An open entry; `about` is for the reviewer alone."""
    d = finding.difference
    about = f"{d.kind}, {d.severity}: {' '.join(d.explanation.split())}"
    return f'\n[[finding]]\nid = "{finding.id}"\nstate = "{DecisionState.OPEN}"\nnote = ""\nabout = {quoted(about)}'


def quoted(text: str) -> str:
    """A basic string of TOML, which JSON's strings are but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
