"""Comparison -> ReportView: the parts of a report in the order in which they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.model import Comparison, Finding, FindingKind
from compare.render.alignment_part import alignment_part, anchors_of, grouped_rows
from compare.render.appendix_part import appendix
from compare.render.figures_part import chosen_figures, figures_part
from compare.render.findings_part import content_part, of_kind, other_findings, passages, severity_groups
from compare.render.material import CONTENT, PASSAGES, Bounds, Material
from compare.render.order_part import order_pictures
from compare.render.summary_part import summary
from compare.render.versions_part import lineage_line
from compare.render.views import AlignmentPart, ReportView, Setting
from compare.render.words import catalogue


def report_view(comparison: Comparison, bounds: Bounds, left_out: str = "") -> ReportView:
    """All that a report shows. `left_out` says why there is no alignment, where the bounds leave none."""
    groups = grouped_rows(comparison) if bounds.alignment else ()
    material = Material(comparison, catalogue(comparison.settings.language), bounds, anchors_of(groups))
    figures = chosen_figures(material)
    material.figure_numbers.update({f.id: n for n, f in enumerate(figures, start=1)})
    shown = comparison.shown
    others = other_findings(shown, material)
    told = told_passages(shown, material)
    in_blocks = [f for f in shown if f.difference.figure in material.figure_numbers]
    linked = [f.number for f in (*others[: bounds.findings], *told, *in_blocks)]
    hidden = len(others) - bounds.findings
    return ReportView(
        summary=summary(material, frozenset(linked), told),
        figures=figures_part(material, figures),
        findings=severity_groups(others[: bounds.findings], material),
        more_findings=material.words.count("more_findings", hidden) if hidden > 0 else "",
        content=content_part(shown, told, material),
        moved=passages(of_kind(told, [FindingKind.MOVED]), material),
        more_moved=more_moved(shown, told, material),
        order=order_pictures(material),
        lineage=tuple(lineage_line(x, material) for x in comparison.lineage),
        kinds=tuple(Setting(material.words.kinds[k], k) for k in FindingKind if of_kind(shown, [k])),
        alignment=alignment_part(material, groups, linked) if bounds.alignment else AlignmentPart((), False, (), left_out),
        appendix=appendix(material),
    )


def told_passages(shown: Sequence[Finding], material: Material) -> list[Finding]:
    """The additions, omissions and moves that there is room for, first by rank."""
    content = [f for kind in sorted(CONTENT) for f in most_telling(of_kind(shown, [kind]), material)]
    content.sort(key=lambda f: f.number)
    return [*content[: material.bounds.passages], *of_kind(shown, PASSAGES - CONTENT)[: material.bounds.moves]]


def more_moved(shown: Sequence[Finding], told: Sequence[Finding], material: Material) -> str:
    """How many moved passages are not told."""
    hidden = len(of_kind(shown, [FindingKind.MOVED])) - len(of_kind(told, [FindingKind.MOVED]))
    return material.words.count("more_passages", hidden) if hidden else ""


def most_telling(findings: Sequence[Finding], material: Material) -> list[Finding]:
    """The first findings by rank, as many as each version may have; a passage counts for all that it is about."""
    told: Counter[str] = Counter()
    out = []
    for f in findings:
        about = f.difference.absent_from if f.difference.kind is FindingKind.OMISSION else f.difference.versions
        if any(told[letter] < material.bounds.per_version for letter in about):
            told.update(about)
            out.append(f)
    return out
