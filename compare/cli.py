"""The command line: `storycompare report` and `storycompare inspect`. The only file that prints or exits."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.errors import CompareError, InputError
from compare.settings import Settings, read_settings
from compare.version import __version__

if TYPE_CHECKING:
    from compare.load import Inputs
    from compare.model import AnnotatedDocument, Comparison, Decision
    from compare.render import Format

STDOUT = "-"
SEVERITIES = click.Choice(["low", "medium", "high"])
SELDOM = (100_000, 50, 100)
"""Thresholds of Python's cycle collector: a command is over in seconds and leaves few cycles; saves 7% of a report's time."""
TOP = 3
"""Findings that the summary names."""


class UsageError(CompareError):
    """Options that do not go together."""


def run() -> None:
    """The program: `main`, then out at once. Python would first take the report apart, object by object: a tenth of the time."""
    try:
        main()
        status: int | str | None = 0
    except SystemExit as e:
        status = e.code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):  # nobody listens any more, or `main` closed the stream
        pass
    os._exit(status if isinstance(status, int) else 0)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits: 0 done, 1 a finding reached --fail-on, 2 an expected failure, told in one line."""
    gc.set_threshold(*SELDOM)
    try:
        status = storycompare.main(args=arguments, prog_name="storycompare", standalone_mode=False)
    except CompareError as e:
        fail(str(e), e.exit_code)
    except click.ClickException as e:
        fail(e.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        fail("stopped; nothing was written", 130)
    except BrokenPipeError:  # the reader of a pipe went away: not our failure
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)


def fail(message: str, status: int) -> None:
    """Prints one line on stderr and exits."""
    click.echo(f"storycompare: {' '.join(message.split())}", err=True)
    sys.exit(status)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, "--version", prog_name="storycompare", message="%(prog)s %(version)s")
@click.pass_context
def storycompare(context: click.Context) -> None:
    """Compares versions of one news story and reports additions, omissions and numeric discrepancies."""
    if context.invoked_subcommand is None:
        raise UsageError("no command; try storycompare report A B -o report.pdf, or storycompare --help")


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how files are read, shared by all commands."""
    for option in reversed((
        click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings from a TOML file."),
        click.option("--keep-boilerplate", is_flag=True, help="Keep what the cleaning rules would exclude."),
        click.option("--exclude", multiple=True, metavar="REGEX", help="Exclude every line in which this matches (repeatable)."),
        click.option("--encoding", metavar="NAME", help="Encoding of text files, where the guess is wrong."),
        click.option("-q", "--quiet", is_flag=True, help="Print nothing on stderr but failures."),
    )):  # fmt: skip
        command = option(command)
    return command


@storycompare.command(short_help="Compare versions of one story and write the report.")
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
    explain: bool,
    fail_on: str | None,
    decisions: Path | None,
    quiet: bool,
    **reading: Any,
) -> int:
    """Compares two or more versions of one story and writes the report (report.pdf, unless told otherwise).

    Files may be text, saved web pages, or JSON; - is standard input. A story in one .json file may hold all versions.
    """
    from compare.api import now
    from compare.decisions import decided
    from compare.model import Severity
    from compare.pipeline import compare_documents, sift

    settings = chosen_settings(reading, base=base, title=title, min_severity=min_severity, explain=explain)
    targets = chosen_targets(output, formats)
    forbid_overwriting([*targets, *([str(decisions)] if decisions else [])], files)
    known = decisions_in(decisions, targets)
    inputs = read(files, settings)
    versions, unusable = sift(with_labels(inputs, labels), settings)
    problems = [*inputs.problems, *unusable]
    if len(versions) < 2:
        found = f"{len(versions) or 'no'} usable version{'s' * (len(versions) != 1)}, and a comparison needs two"
        raise InputError("; ".join([*problems, found]))
    comparison = compare_documents(versions, settings, story_id=inputs.story_id, title=inputs.title, made=now())
    comparison = decided(comparison, known)
    written = write_outputs(comparison, targets, decisions_file(decisions, comparison, known))
    if not quiet:
        for line in (*(f"warning: {p}" for p in problems), *summary(comparison, written)):
            click.echo(line, err=True)
    wanted = Severity(fail_on).rank if fail_on else None
    standing = [f for f in comparison.findings if not f.dismissed]
    return int(wanted is not None and any(f.difference.severity.rank >= wanted for f in standing))


@storycompare.command(short_help="Show what was read from one file.")
@click.argument("file", metavar="A")
@click.option("-f", "--format", "wanted", type=click.Choice(["text", "json"]), default="text", help="text (default) or json.")
@reading_options
def inspect(file: str, wanted: str, quiet: bool, **reading: Any) -> None:
    """Shows what was read from one file: kept and excluded text and why, sentences, figures, quotations."""
    from compare.pipeline import inspect_version

    settings = chosen_settings(reading)
    inputs = read((file,), settings)
    if not inputs.versions:
        raise InputError("; ".join(inputs.problems) or f"{file}: holds no version")
    documents = [inspect_version(version, settings) for version in inputs.versions]
    if not quiet:
        for line in inputs.problems:
            click.echo(f"warning: {line}", err=True)
    click.echo(inspection_json(documents) if wanted == "json" else "\n\n".join(map(inspection_text, documents)))


def chosen_settings(reading: dict[str, Any], **values: Any) -> Settings:
    """Settings from the configuration file, with the command line's on top."""
    config = reading.pop("config")
    settings = read_settings(config) if config else Settings()
    given = {k: v for k, v in (reading | values).items() if v not in (None, False, ())}
    if "exclude" in given:
        given["exclude"] = (*settings.exclude, *given["exclude"])
    return settings.changed(**given)


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


def read(files: Sequence[str], settings: Settings) -> Inputs:
    """What the files hold; `-` is standard input."""
    from compare.load import read_inputs

    if list(files).count(STDOUT) > 1:
        raise UsageError("-: standard input can be read only once")
    return read_inputs(files, settings, stdin=sys.stdin.buffer)


def with_labels(inputs: Inputs, labels: Sequence[str]) -> list[Any]:
    """The versions with the labels of the command line, in order."""
    from dataclasses import replace

    if len(labels) > len(inputs.versions):
        raise UsageError(f"--label: {len(labels)} labels for {len(inputs.versions)} versions")
    labelled = [replace(version, label=label) for version, label in zip(inputs.versions, labels, strict=False)]
    return [*labelled, *inputs.versions[len(labels) :]]


def write_outputs(comparison: Comparison, targets: dict[str, Format], beside: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Renders every output, then puts all in place with what goes beside; stdout comes last. Gives the files written."""
    from compare.render import Rendered, render
    from compare.render.write import write_whole

    made = {path: render(comparison, wanted) for path, wanted in targets.items()}
    files = {Path(path): parts for path, parts in made.items() if path != STDOUT}
    written = write_whole(files | {path: (Rendered("", data),) for path, data in beside.items()})
    if STDOUT in made:
        print_bytes(made[STDOUT][0].data)
    return written


def print_bytes(data: bytes) -> None:
    """Writes to standard output. Raises RenderError where it cannot take all."""
    from compare.errors import RenderError

    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as e:
        raise RenderError(f"standard output: cannot be written ({e.strerror})") from None


def summary(comparison: Comparison, written: Sequence[Path]) -> list[str]:
    """What a person at the terminal wants to know, in a few lines."""
    lines = []
    for d in comparison.documents:
        base = ", the base" if d.id == comparison.base else ""
        lines.append(f"{d.id}  {d.label} ({counted(len(d.sentences), 'sentence')}, {counted(d.words, 'word')}{base})")
        lines += [f"   warning: {w}" for w in d.document.warnings]
    count = Counter(str(f.difference.verdict) for f in comparison.findings if not f.dismissed)
    if comparison.findings:
        told = [f"{count['conflict']} in conflict", f"{count['check']} to check", f"{count['reconciled']} reconciled"]
        lines.append(", ".join([*told, counted(count["note"], "note")]))
    else:
        lines.append("no difference worth a finding")
    top = [f for f in comparison.shown if not f.dismissed][:TOP]
    lines += [f"{f.number}. {f.difference.severity}: {f.difference.explanation}" for f in top]
    return lines + [f"written: {path}" for path in written]


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "note"), counted(2400, "word")
    ('1 note', '2,400 words')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def inspection_json(documents: Sequence[AnnotatedDocument]) -> str:
    """The version's object, or {"versions": [...]} for a file that holds several."""
    import json

    from compare.plain import inspection_dict

    objects = [inspection_dict(d) for d in documents]
    return json.dumps(objects[0] if len(objects) == 1 else {"versions": objects}, ensure_ascii=False, indent=1)


def inspection_text(d: AnnotatedDocument) -> str:
    """What was read from one version, for a person."""
    version, document = d.document.version, d.document
    size = f"{counted(len(d.sentences), 'sentence')}, {counted(d.words, 'word')}"
    lines = [f"{d.label}: {size}, language {document.language or 'unknown'}"]
    for name in ("title", "outlet", "author", "published", "url"):
        if value := getattr(version, name):
            lines.append(f"  {name}: {value}{' (guessed)' if name in version.guessed else ''}")
    lines += [f"  warning: {w}" for w in document.warnings]
    lines.append("Sentences")
    for s in d.sentences:
        lines.append(f"  {s.id}  {' '.join(s.text.split())}")
        lines += [f"        figure: {' '.join(q.text.split())} ({q.kind})" for q in s.quantities]
    lines.append("Quotations")
    spoken = [q for q in d.quotations if not q.scare]
    lines += [f"  {q.speaker or 'no speaker found'}: “{' '.join(q.text.split())}”" for q in spoken] or ["  none"]
    lines.append("Excluded")
    lines += [f"  {x.rule}: {' '.join(document.text[x.start : x.end].split())}" for x in document.excluded] or ["  nothing"]
    return "\n".join(lines)
