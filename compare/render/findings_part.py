"""Findings -> what the report shows of them: with wordings, by severity, and the passages that not all versions tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.model import Finding, FindingKind, Severity
from compare.render.legible import legible
from compare.render.material import CONTENT, PASSAGES, Material
from compare.render.views import ContentPart, FindingView, Passage, Reference, SeverityGroup, VersionContent, Wording
from compare.render.words import capitalised, ranges

WORDING_LENGTH = 420
"""Characters of a sentence that a finding quotes."""


def finding_view(finding: Finding, material: Material, *, length: int = WORDING_LENGTH, most: int | None = None) -> FindingView:
    """A finding with its wordings, at most `most` of them."""
    d, words = finding.difference, material.words
    wordings = material.wordings(finding, length)
    most = most or material.bounds.wordings
    figure = material.figure_numbers.get(d.figure) if d.figure else None
    return FindingView(
        number=finding.number,
        anchor=f"finding-{finding.number}",
        kind=words.kinds[d.kind],
        severity=words.severities[d.severity],
        verdict=words.verdicts[d.verdict],
        tone=d.verdict,
        level=d.severity,
        family=d.kind,
        versions=tuple(material.in_order((*d.versions, *d.absent_from))),
        explanation=material.said(d.explanation),
        wordings=most_telling(wordings, most),
        more=words.count("more", len(wordings) - most) if len(wordings) > most else "",
        absent=material.letters(d.absent_from),
        row=material.row(d.row),
        figure=Reference(words.phrase("figure", n=str(figure)), f"figure-{figure}") if figure else None,
        decision=decision_line(finding, material),
        dismissed=finding.dismissed,
    )


def most_telling(wordings: Sequence[Wording], most: int) -> tuple[Wording, ...]:
    """At most so many wordings in their order, each of the words that a finding is about before any of them again.

    Five papers write of Kessel and one of Kassel: the one is what the finding is about.
    """
    first: dict[str, int] = {}
    for i, wording in enumerate(wordings):
        first.setdefault(" ".join(r.text for r in wording.runs if r.mark == "evidence").casefold(), i)
    telling = list(first.values())
    again = [i for i in range(len(wordings)) if i not in first.values()]
    return tuple(wordings[i] for i in sorted([*telling, *again][:most]))


def decision_line(finding: Finding, material: Material) -> str:
    """What a reviewer made of the finding, in words; empty where nobody has said anything."""
    decision = finding.decision
    if not decision.told:
        return ""
    state = material.words.decisions[decision.state]
    return f"{state}: {legible(decision.note)}" if decision.note else f"{state}."


def severity_groups(findings: Sequence[Finding], material: Material) -> tuple[SeverityGroup, ...]:
    """Findings that are neither passages nor in a figure's block, gravest first."""
    out = []
    for severity in reversed(Severity):
        chosen = [f for f in findings if f.difference.severity is severity]
        if chosen:
            views = tuple(finding_view(f, material) for f in chosen)
            out.append(SeverityGroup(material.words.severities[severity], severity, views))
    return tuple(out)


def of_kind(findings: Iterable[Finding], kinds: Iterable[FindingKind]) -> list[Finding]:
    wanted = frozenset(kinds)
    return [f for f in findings if f.difference.kind in wanted]


def content_part(findings: Sequence[Finding], shown: Sequence[Finding], material: Material) -> ContentPart:
    """Additions and omissions: a line per version with numbers of all `findings`, then the passages of those `shown`."""
    words = material.words
    hidden = len(of_kind(findings, CONTENT)) - len(of_kind(shown, CONTENT))
    return ContentPart(
        versions=version_contents(findings, material),
        left_out=passages(of_kind(shown, [FindingKind.OMISSION]), material),
        added=passages(of_kind(shown, [FindingKind.ADDITION]), material),
        more=words.count("more_passages", hidden) if hidden else "",
    )  # fmt: skip


def version_contents(findings: Sequence[Finding], material: Material) -> tuple[VersionContent, ...]:
    """What each version leaves out and adds against the base; versions with the same in one line."""
    voices: dict[VersionContent, list[str]] = {}
    for letter in material.documents:
        if letter != material.comparison.base:
            voices.setdefault(version_content(letter, findings, material), []).append(letter)
    return tuple(replace(content, who=capitalised(material.who(letters))) for content, letters in voices.items())


def version_content(letter: str, findings: Sequence[Finding], material: Material) -> VersionContent:
    """What one version leaves out and adds against the base, still without a name."""
    left_out = [f for f in of_kind(findings, [FindingKind.OMISSION]) if letter in f.difference.absent_from]
    added = [f for f in of_kind(findings, [FindingKind.ADDITION]) if letter in f.difference.versions]
    return VersionContent(
        who="",
        left_out=material.words.count("passages", len(left_out)) if left_out else material.words.phrases["none"],
        left_out_numbers=ranges([f.number for f in left_out]),
        added=material.words.count("passages", len(added)) if added else material.words.phrases["none"],
        added_numbers=ranges([f.number for f in added]),
    )


def passages(findings: Sequence[Finding], material: Material) -> tuple[Passage, ...]:
    """The passages by severity, then in the order of the rows, so that they read as the story does."""
    ordered = sorted(findings, key=lambda f: (-f.difference.severity.rank, f.difference.row or 0, f.number))
    return passage_views(ordered, material, material.bounds.passage_length)


def passage_views(findings: Sequence[Finding], material: Material, length: int) -> tuple[Passage, ...]:
    """Passages in the order given, each with so many characters of its text."""
    return tuple(
        Passage(
            finding=finding_view(f, material, length=length),
            told_by=material.letters(f.difference.versions),
            not_told_by=material.letters([v for v in f.difference.absent_from if v not in f.difference.in_part]),
            in_part=material.letters(f.difference.in_part),
            size=material.words.count("sentences", f.difference.sentences) if f.difference.sentences > 1 else "",
        )
        for f in findings
    )


def other_findings(findings: Sequence[Finding], material: Material) -> list[Finding]:
    """Findings that are told neither with a figure nor as a passage."""
    return [
        f for f in findings if f.difference.kind not in PASSAGES and f.difference.figure not in material.figure_numbers
    ]  # fmt: skip
