"""Digest* -> Survey: what all stories together say of outlets and kinds of finding, counted while the records pass by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from compare.batch.records import Digest, Row
from compare.model import Derivation, FindingKind

CARRIES = ("a denial", "a quotation", "a figure")
"""What makes a passage weigh; the columns of the table of omissions."""
PASSAGES = (FindingKind.ADDITION, FindingKind.OMISSION)
DERIVED = (Derivation.WHOLLY, Derivation.PARTIALLY)


@dataclass(slots=True)
class Omissions:
    """What one outlet leaves out of what others tell."""

    passages: int = 0
    carrying: Counter[str] = field(default_factory=Counter)
    """Passages by what they carry; one may carry several things."""


@dataclass(slots=True)
class Copies:
    """How often, and how closely, an outlet's versions stand next to another outlet's."""

    versions: int = 0
    later: int = 0
    """Those that came out after the one that they are closest to, as far as times tell."""
    verbatim: float = 0.0
    """Sum over the versions of the share of their words that stand there word for word."""


@dataclass(slots=True)
class Survey:
    """Counts over all stories; outlets are those of the versions, or their labels where no outlet is known."""

    stories: int = 0
    skipped: int = 0
    versions: int = 0
    conflicts: int = 0
    checks: int = 0
    findings: int = 0
    versions_of: Counter[str] = field(default_factory=Counter)
    """Versions of each outlet."""
    kinds: Counter[str] = field(default_factory=Counter)
    by_outlet: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Findings of a kind that an outlet takes part in, by what it has or by what it lacks."""
    omissions: dict[str, Omissions] = field(default_factory=dict)
    copies: dict[tuple[str, str], Copies] = field(default_factory=dict)
    """By outlet and the other outlet that it is closest to."""

    def add(self, record: Digest) -> None:
        """Counts one story in."""
        self.stories += 1
        self.skipped += record.story["status"] == "skipped"
        self.versions += len(record.versions)
        self.findings += len(record.findings)
        self.conflicts += record.story.get("conflicts", 0)
        self.checks += record.story.get("checks", 0)
        for version in record.versions:
            self.versions_of[version["outlet"]] += 1
            self.add_origin(version)
        for finding in record.findings:
            self.add_finding(finding)

    def add_finding(self, finding: Row) -> None:
        """Counts a finding for each outlet once, though it may have several versions."""
        self.kinds[finding["kind"]] += 1
        for name in dict.fromkeys((*finding["outlets"], *finding["absent_outlets"])):
            self.by_outlet[name, finding["kind"]] += 1
        if finding["kind"] in PASSAGES:
            for name in dict.fromkeys(finding["absent_outlets"]):
                left_out = self.omissions.setdefault(name, Omissions())
                left_out.passages += 1
                left_out.carrying.update(c for c in CARRIES if c in finding["carries"])

    def add_origin(self, version: Row) -> None:
        """Counts a version that is derived, wholly or in part, from another outlet's."""
        closest = version["closest_outlet"]
        if version["derivation"] not in DERIVED or closest in (None, version["outlet"]):
            return
        copied = self.copies.setdefault((version["outlet"], closest), Copies())
        copied.versions += 1
        copied.later += version["closest_is_earlier"] is True
        copied.verbatim += version["verbatim"]

    def top_outlets(self, most: int) -> list[str]:
        """The outlets with most versions, at most so many."""
        return [name for name, _ in sorted(self.versions_of.items(), key=lambda item: (-item[1], item[0]))[:most]]

    def top_kinds(self) -> list[str]:
        """The kinds that were found, in the order of the method's list."""
        return [str(kind) for kind in FindingKind if self.kinds[kind]]
