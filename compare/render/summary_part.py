"""Comparison -> page 1: the verdict, the counts, the versions, and what to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from compare.model import Comparison, Finding, FindingKind, Severity, Verdict
from compare.plain import aligned_share
from compare.render.findings_part import finding_view, of_kind, passage_views
from compare.render.legible import legible, shortened
from compare.render.material import CONTENT, Material, open_verdict
from compare.render.versions_part import matrix, version_view
from compare.render.views import FindingView, Summary
from compare.render.words import Words

TOP_FINDINGS = 4
"""As many as page 1 has room for beside four versions."""
MOST_NUMBERS = 20
"""Numbers of further findings that page 1 gives."""
TOP_PASSAGES = 3
TOP_PASSAGE_LENGTH = 90
SHARES_IN_TABLE = 6
"""Versions up to which their table has a column for the share of each; beyond, the shares have a table of their own."""
TOP_WORDINGS = 3
TOP_LENGTH = 170
"""Characters of a wording on page 1."""
TOP_EXPLANATION = 260


def summary(material: Material, linked: frozenset[int], told: Sequence[Finding]) -> Summary:
    """Page 1: what to look at first, and what was compared."""
    c, words = material.comparison, material.words
    standing = [f for f in c.shown if not f.dismissed]
    verdicts = Counter(f.difference.verdict for f in standing)
    dismissed = len(c.shown) - len(standing)
    hidden = len(c.findings) - len(c.shown)
    told_content = [f for f in of_kind(told, CONTENT) if not f.dismissed]
    first = top_findings([f for f in standing if f.number in linked], trifles=not told_content)
    top = tuple(top_finding(f, material) for f in first)
    grave = [f for f in told_content if f.difference.severity is not Severity.LOW]
    grave = grave if grave or top else told_content  # where nothing else asks for a look, what is added or left out does
    warnings = sum(len(d.document.warnings) for d in c.documents)
    shares = matrix(material)
    together = len(shares) <= SHARES_IN_TABLE
    return Summary(
        title=title_of(c, material),
        verdict=verdict_line(c, words),
        clean=not any(open_verdict(v) for v in verdicts),
        counts=counts(material, verdicts),
        made=words.phrase("made", when=words.when(c.made.isoformat())) if c.made else "",
        made_iso=c.made.isoformat() if c.made else None,
        versions=tuple(version_view(d, material, r.cells if together else ()) for d, r in zip(c.documents, shares, strict=True)),
        base=material.named(c.base),
        base_letter=c.base,
        top=top,
        more_top=further_numbers(standing, first, words),
        passages=passage_views(grave[:TOP_PASSAGES], material, TOP_PASSAGE_LENGTH),
        more_passages=words.count("more", len(grave) - TOP_PASSAGES) if len(grave) > TOP_PASSAGES else "",
        matrix=() if together else shares,
        hidden=words.count("not_shown", hidden) if hidden else "",
        dismissed=words.count("dismissed", dismissed) if dismissed else "",
        warnings=words.count("warnings", warnings) if warnings else "",
    )


def top_findings(findings: Sequence[Finding], *, trifles: bool = False) -> tuple[Finding, ...]:
    """The first findings that somebody has to look at; where they are few, those of low severity, too, that bear on a figure or
    on how sure a claim is.

    An article lost in a quotation stands there only with `trifles`, where nothing else does: of 33 such cards on the first
    pages of 261 dev stories an editor would have acted on two.
    """
    to_act_on = [f for f in findings if open_verdict(f.difference.verdict)]
    grave = [f for f in to_act_on if f.difference.severity is not Severity.LOW]
    worth = [f for f in to_act_on if f in grave or f.difference.figure or f.difference.kind is FindingKind.HEDGE_DROP]
    few = worth if worth or not trifles else to_act_on
    return tuple((grave if len(grave) >= TOP_FINDINGS else few)[:TOP_FINDINGS])


def further_numbers(findings: Sequence[Finding], first: Sequence[Finding], words: Words) -> str:
    """The numbers of what else somebody has to look at, in a phrase; empty where page 1 has all."""
    shown = {f.number for f in first}
    grave = [f for f in findings if open_verdict(f.difference.verdict) and f.difference.severity is not Severity.LOW]
    numbers = [f.number for f in grave if f.number not in shown]
    told = ", ".join(str(n) for n in numbers[:MOST_NUMBERS]) + (" …" if len(numbers) > MOST_NUMBERS else "")
    return words.phrase("further_numbers", numbers=told) if numbers else ""


def top_finding(finding: Finding, material: Material) -> FindingView:
    """A finding as page 1 tells it: where the wordings show the difference, the explanation gives at most a reason."""
    view = finding_view(finding, material, length=TOP_LENGTH, most=TOP_WORDINGS)
    if len(view.wordings) < 2:
        return replace(view, explanation=material.said(finding.difference.explanation, TOP_EXPLANATION))
    figure = next((f for f in material.comparison.figures if f.id == finding.difference.figure), None)
    explained = figure is not None and (finding.difference.verdict is Verdict.CHECK or figure.cause is not None)
    return replace(view, explanation=material.said(figure.reason if figure and explained else "", TOP_EXPLANATION))


def title_of(comparison: Comparison, material: Material) -> str:
    """The report's title, else the base version's, else one that counts the versions."""
    given = comparison.title or material.documents[comparison.base].document.title
    if given and legible(given).strip():
        return shortened(legible(given).strip(), 200)
    return material.words.phrase("comparison_of", count=material.words.count("versions", len(comparison.documents)))


def verdict_line(comparison: Comparison, words: Words) -> str:
    """The whole comparison in one line, on page 1 and in the terminal; what a reviewer dismissed does not count."""
    if not comparison.findings:
        rows = comparison.alignment.rows
        same = all(len(r.cells) == len(comparison.documents) and r.score == 0 for r in rows)
        return words.phrases["nothing" if same else "nothing_found"]
    if not comparison.shown:
        return words.phrases["nothing_shown"]
    verdicts = Counter(f.difference.verdict for f in comparison.shown if not f.dismissed)
    conflicts, checks = verdicts[Verdict.CONFLICT], verdicts[Verdict.CHECK]
    notes = verdicts[Verdict.NOTE] + verdicts[Verdict.RECONCILED]
    line = words.count("conflicts", conflicts) if conflicts else words.phrases["no_conflict"]
    if checks:
        line = f"{line}, {words.count('checks', checks)}"
    elif not conflicts:
        line = words.phrases["nothing_open"]
    return f"{line}; {words.count('notes', notes)}." if notes else f"{line}."


def counts(material: Material, verdicts: Counter[Verdict]) -> tuple[str, ...]:
    """The key counts beside those of the verdict, zeros left out."""
    words = material.words
    kinds = Counter(f.difference.kind for f in material.comparison.shown)
    measured = sum(f.verdict is not Verdict.SINGLE for f in material.comparison.figures)
    out = []
    for name, n in (
        ("reconciled", verdicts[Verdict.RECONCILED]),
        ("omissions", kinds[FindingKind.OMISSION]),
        ("additions", kinds[FindingKind.ADDITION]),
        ("moves", kinds[FindingKind.MOVED]),
        ("shared_figures", measured),
    ):
        if n:
            out.append(words.count(name, n))
    return (*out, words.phrase("aligned", share=words.whole_percent(aligned_share(material.comparison))))
