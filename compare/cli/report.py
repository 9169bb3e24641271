"""`storycompare report`: several versions of one story -> the report's files."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.options import SEVERITIES, STDOUT, UsageError, chosen_settings, counted, print_out, read, reading_options, tell
from compare.cli.waiting import Waiting
from compare.errors import InputError

if TYPE_CHECKING:
    from compare.load import Inputs
    from compare.model import Comparison, Decision
    from compare.render import Format

TOP = 3
"""Findings that the summary names."""


@click.command(short_help="Compare versions of one story and write the report.")
@click.argument("files", nargs=-1, required=True, metavar="A B [C ...]")
@click.option(
    "-o", "--output", multiple=True, metavar="PATH", help="Where to write (repeatable); the ending picks the format, - is stdout."
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["pdf", "html", "json", "csv"]),
    help="Format (repeatable): for -o -, or report.<format> here.",
)
@click.option("--base", metavar="LABEL", help="Version that additions and omissions are stated against (default: the first).")
@click.option(
    "--label", "labels", multiple=True, metavar="TEXT", help="Label of a version (repeatable, in the order of the files)."
)
@click.option("--title", metavar="TEXT", help="Title of the report.")
@click.option("--min-severity", type=SEVERITIES, help="Least severity that the report shows (default: low).")
@click.option("--language", metavar="CODE", help="Language of the report's own words: en (default) or de.")
@click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Folder with templates or style sheets that stand in for ours of the same name.",
)
@click.option("--theme", type=click.Path(), metavar="FILE", help="Newsroom's name, logo and accent colour, from a TOML file.")
@click.option("--max-pages", type=click.IntRange(min=1), metavar="N", help="Pages beyond which a PDF leaves out the alignment.")
@click.option("--explain", is_flag=True, help="Have the JSON say what speaks for and against each link.")
@click.option("--fail-on", type=SEVERITIES, help="Exit with status 1 when a finding reaches this severity, shown or not.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A reviewer's decisions (TOML): applied, and written with every new finding open.",
)
@reading_options
def report(
    files: tuple[str, ...],
    output: tuple[str, ...],
    formats: tuple[Format, ...],
    base: str | None,
    labels: tuple[str, ...],
    title: str | None,
    min_severity: str | None,
    language: str | None,
    templates: str | None,
    theme: str | None,
    max_pages: int | None,
    explain: bool,
    fail_on: str | None,
    decisions: Path | None,
    quiet: bool,
    **reading: Any,
) -> int:
    """Compares two or more versions of one story and writes the report (report.pdf, unless told otherwise).

    Files may be text, saved web pages, Word, PDF, mail, CSV, Parquet or JSON; - is standard input. A story in one .json file may
    hold all versions.
    """
    from compare.api import now
    from compare.decisions import decided
    from compare.pipeline import compare_documents, sift, too_few

    settings = chosen_settings(
        reading, base=base, title=title, min_severity=min_severity, language=language, templates=templates, theme=theme,
        max_pages=max_pages, explain=explain,
    )  # fmt: skip
    targets = chosen_targets(output, formats)
    forbid_overwriting([*targets, *([str(decisions)] if decisions else [])], files)
    known = decisions_in(decisions, targets)
    with Waiting(sys.stderr, quiet=quiet) as waiting:
        inputs = read(files, settings)
        versions, unusable = sift(with_labels(inputs, labels), settings)
        problems = [*inputs.problems, *unusable]
        if len(versions) < 2:
            raise InputError("; ".join([*problems, too_few(versions)]))
        waiting.stage = "comparing"
        comparison = compare_documents(versions, settings, story_id=inputs.story_id, title=inputs.title, made=now())
        comparison = decided(comparison, known)
        waiting.stage = "laying out"
        written = write_outputs(comparison, targets, decisions_file(decisions, comparison, known), files)
    if not quiet:
        for line in (*(f"warning: {p}" for p in problems), *summary(comparison, written)):
            tell(line)
    return int(fail_on is not None and reaches(comparison, fail_on))


def reaches(comparison: Comparison, severity: str) -> bool:
    """Whether a finding, shown or not, reaches a severity and was not dismissed."""
    from compare.model import Severity

    least = Severity(severity).rank
    return any(f.difference.severity.rank >= least for f in comparison.findings if not f.dismissed)


def chosen_targets(output: Sequence[str], formats: Sequence[Format]) -> dict[str, Format]:
    """Format of each output path, "-" for stdout. Raises UsageError for options that do not go together."""
    from compare.errors import RenderError
    from compare.render import rendered_format

    if not output:
        return {f"report.{f}": f for f in dict.fromkeys(formats or ("pdf",))}
    targets: dict[str, Format] = {}
    for path in output:
        if path in targets:
            raise UsageError(f"-o {path}: given twice")
        try:
            if path == STDOUT:
                raise RenderError("-o -: needs exactly one -f pdf, html, json or csv")
            targets[path] = rendered_format(Path(path))
        except RenderError as e:
            if len(set(formats)) != 1:
                raise UsageError(str(e)) from None
            targets[path] = formats[0]
    if unused := [f for f in formats if f not in targets.values()]:
        raise UsageError(f"-f {unused[0]}: no -o takes this format; give -o a path that ends in .{unused[0]}")
    return targets


def forbid_overwriting(targets: Sequence[str], files: Sequence[str]) -> None:
    """Raises UsageError where something to write would take the place of an input."""
    for path in targets:
        for file in files:
            if path != STDOUT and file != STDOUT and Path(file).exists() and Path(path).resolve() == Path(file).resolve():
                raise UsageError(f"{path}: is one of the versions; give another name to what is written")


def decisions_in(path: Path | None, targets: dict[str, Format]) -> dict[str, Decision]:
    """The decisions in a file, by the id of their finding."""
    from compare.decisions import read_decisions

    if path is not None and any(name != STDOUT and Path(name).resolve() == path.resolve() for name in targets):
        raise UsageError(f"--decisions {path}: is given as an output, too; give one of them another name")
    return read_decisions(path) if path is not None else {}


def decisions_file(path: Path | None, comparison: Comparison, known: Mapping[str, Decision]) -> dict[Path, bytes]:
    """The file of decisions as it will be, with what is new in it; nothing where all is there."""
    from compare.decisions import undecided, with_entries

    if path is None or (path.exists() and not undecided(comparison.findings, known)):
        return {}
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return {path: with_entries(text, undecided(comparison.findings, known)).encode()}


def with_labels(inputs: Inputs, labels: Sequence[str]) -> list[Any]:
    """The versions with the labels of the command line, in order."""
    from dataclasses import replace

    if len(labels) > len(inputs.versions):
        raise UsageError(f"--label: {len(labels)} labels for {len(inputs.versions)} versions")
    labelled = [replace(version, label=label) for version, label in zip(inputs.versions, labels, strict=False)]
    return [*labelled, *inputs.versions[len(labels) :]]


def write_outputs(
    comparison: Comparison, targets: dict[str, Format], beside: Mapping[Path, bytes], read: Sequence[str]
) -> tuple[Path, ...]:
    """Renders every output, then puts all in place with what goes beside; stdout comes last. Gives the files written.

    Raises UsageError where one of several files of an output, such as x.figures.csv of x.csv, is a file that was read.
    """
    from compare.render import Rendered, render
    from compare.render.write import part_path, write_whole

    made = {path: render(comparison, wanted) for path, wanted in targets.items()}
    files = {Path(path): parts for path, parts in made.items() if path != STDOUT}
    forbid_overwriting([str(part_path(path, part.part)) for path, parts in files.items() for part in parts], read)
    written = write_whole(files | {path: (Rendered("", data),) for path, data in beside.items()})
    if STDOUT in made:
        print_out(made[STDOUT][0].data)
    return written


def summary(comparison: Comparison, written: Sequence[Path]) -> list[str]:
    """What a person at the terminal wants to know, in a few lines, counted as page 1 counts."""
    from compare.render.summary_part import verdict_line
    from compare.render.words import catalogue

    words = catalogue()
    lines = []
    for d in comparison.documents:
        base = ", the base" if d.id == comparison.base else ""
        lines.append(f"{d.id}  {d.label} ({counted(len(d.sentences), 'sentence')}, {counted(d.words, 'word')}{base})")
        lines += [f"   warning: {w}" for w in d.document.warnings]
    lines.append(verdict_line(comparison, words))
    if hidden := len(comparison.findings) - len(comparison.shown):
        lines.append(words.count("not_shown", hidden))
    top = [f for f in comparison.shown if not f.dismissed][:TOP]
    lines += [f"{f.number}. {f.difference.severity}: {f.difference.explanation}" for f in top]
    return lines + [f"written: {path}" for path in written]
