"""Comparison -> ReportView: the parts of a report in the order in which they are read."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version

from compare.model import AnnotatedDocument, Comparison, Derivation, Finding, FindingKind, Lineage, Severity, Verdict
from compare.render.alignment_part import alignment_part, anchors_of, grouped_rows
from compare.render.figures_part import chosen_figures, figures_part
from compare.render.findings_part import (
    content_part,
    finding_view,
    of_kind,
    other_findings,
    passage_views,
    passages,
    severity_groups,
)
from compare.render.legible import legible, shortened, web_link
from compare.render.material import CONTENT, PASSAGES, Bounds, Material, open_verdict
from compare.render.order_part import order_pictures
from compare.render.views import (
    AlignmentPart,
    Appendix,
    ExcludedText,
    FindingView,
    LineageLine,
    MatrixCell,
    MatrixRow,
    ReportView,
    Setting,
    Summary,
    VersionView,
)
from compare.render.words import Words, catalogue
from compare.settings import Settings
from compare.version import __version__

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
EXCLUDED_LENGTH = 300
SOFTWARE = ("weasyprint", "rapidfuzz", "numpy", "trafilatura")
"""Packages that what is found, or how it looks, depends on."""


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


# ---- page 1 -------------------------------------------------------------------------------------------------------


def summary(material: Material, linked: frozenset[int], told: Sequence[Finding]) -> Summary:
    """Page 1: what to look at first, and what was compared."""
    c, words = material.comparison, material.words
    standing = [f for f in c.shown if not f.dismissed]
    verdicts = Counter(f.difference.verdict for f in standing)
    dismissed = len(c.shown) - len(standing)
    hidden = len(c.findings) - len(c.shown)
    first = top_findings([f for f in standing if f.number in linked])
    top = tuple(top_finding(f, material) for f in first)
    told_content = [f for f in of_kind(told, CONTENT) if not f.dismissed]
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


def top_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The first findings that somebody has to look at; those of low severity only where there are few others."""
    to_act_on = [f for f in findings if open_verdict(f.difference.verdict)]
    grave = [f for f in to_act_on if f.difference.severity is not Severity.LOW]
    return tuple((grave if len(grave) >= TOP_FINDINGS else to_act_on)[:TOP_FINDINGS])


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
        return replace(view, explanation=shortened(view.explanation, TOP_EXPLANATION))
    figure = next((f for f in material.comparison.figures if f.id == finding.difference.figure), None)
    explained = figure is not None and (finding.difference.verdict is Verdict.CHECK or figure.cause is not None)
    return replace(view, explanation=shortened(legible(figure.reason), TOP_EXPLANATION) if figure and explained else "")


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
    from compare.plain import aligned_share

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


def version_view(document: AnnotatedDocument, material: Material, shares: tuple[MatrixCell, ...]) -> VersionView:
    """A version's line in the table."""
    d, v = document.document, document.document.version
    base = material.comparison.base
    left_out = sum(len(d.text[x.start : x.end].split()) for x in d.excluded)
    return VersionView(
        letter=d.id,
        label=legible(d.label),
        is_base=d.id == base,
        outlet=legible(v.outlet) if v.outlet and v.outlet not in d.label else None,
        title=shortened(legible(v.title), 160) if v.title else None,
        author=shortened(legible(v.author), 120) if v.author else None,
        published=material.words.when(legible(v.published)) if v.published else None,
        guessed="published" in v.guessed,
        words=material.words.number(document.words),
        excluded=material.words.number(left_out),
        shares=shares,
        hash=(v.sha256 or "")[:8],
        url=web_link(v.url),
        warnings=tuple(shortened(legible(w), 600) for w in d.warnings),
        language=material.language(d.id),
        direction=material.directions[d.id],
    )


def matrix(material: Material) -> tuple[MatrixRow, ...]:
    """Of each version's words, the share that stands in each of the others."""
    similarities = material.comparison.similarities
    known = {(s.a, s.b): s.a_in_b for s in similarities} | {(s.b, s.a): s.b_in_a for s in similarities}

    def cell(a: str, b: str) -> MatrixCell:
        share = known.get((a, b), 0.0)
        return MatrixCell("–", None) if a == b else MatrixCell(material.words.whole_percent(share), min(9, int(share * 10)))

    return tuple(MatrixRow(a, material.labels[a], tuple(cell(a, b) for b in material.documents)) for a in material.documents)


def lineage_line(lineage: Lineage, material: Material) -> LineageLine:
    """A version's line in the table of lineage."""
    words = material.words
    alone = len(material.comparison.lineage) == 1  # the others are its copies
    closest = material.named(lineage.closest) if lineage.closest else words.phrases["only_copies" if alone else "no_closest"]
    if lineage.closest_is_earlier is not None:
        order = "earlier" if lineage.closest_is_earlier else "later"
        closest = f"{closest} ({words.phrases[order]})"
    return LineageLine(
        who=material.named(lineage.version),
        closest=closest,
        verbatim=words.whole_percent(lineage.verbatim),
        rewritten=words.whole_percent(lineage.rewritten),
        new=words.whole_percent(lineage.new),
        derivation=words.derivations[derivation_key(lineage)],
    )


def derivation_key(lineage: Lineage) -> str:
    """The catalogue's key for what a version is as a whole: to be derived it must have come out after what it is closest to."""
    if lineage.closest_is_earlier is False:
        return "first"
    undated = lineage.closest_is_earlier is None and lineage.derivation is not Derivation.NONE
    return f"shares_{lineage.derivation}" if undated else str(lineage.derivation)


# ---- appendix -----------------------------------------------------------------------------------------------------


def appendix(material: Material) -> Appendix:
    """What was left out, and how the report was made."""
    c, words = material.comparison, material.words
    excluded = [
        ExcludedText(d.id, words.rule(x.rule), shortened(legible(d.document.text[x.start : x.end]).strip(), EXCLUDED_LENGTH))
        for d in c.documents
        for x in d.document.excluded
    ]
    hidden = len(excluded) - material.bounds.excluded
    return Appendix(
        excluded=tuple(excluded[: material.bounds.excluded]),
        more_excluded=words.count("more", hidden) if hidden > 0 else "",
        method=tuple(words.method["steps"]),
        shortcut=legible(c.alignment.shortcut or ""),
        settings=settings_shown(c.settings, material),
        software=(Setting("storycompare", __version__), Setting("Python", platform.python_version()), *packages()),
    )


def settings_shown(settings: Settings, material: Material) -> tuple[Setting, ...]:
    """The settings that were changed, and the signature of all."""
    words = material.words
    plain = asdict(Settings())
    changed = [
        Setting(words.settings.get(name, name), legible(", ".join(value) if isinstance(value, tuple) else str(value)))
        for name, value in asdict(settings).items()
        if value != plain[name]
    ]
    return (*changed, Setting(words.settings["signature"], settings.signature()))


def packages() -> tuple[Setting, ...]:
    """Names and versions of the packages the result depends on, those that are installed."""
    out = []
    for name in SOFTWARE:
        try:
            out.append(Setting(name, version(name)))
        except PackageNotFoundError:
            continue
    return tuple(out)


