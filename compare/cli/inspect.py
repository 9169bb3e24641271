"""`storycompare inspect`: one file -> what was read from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from compare.cli.options import chosen_settings, counted, print_out, read, reading_options, tell
from compare.errors import InputError

if TYPE_CHECKING:
    from compare.model import AnnotatedDocument

NOT_READ = (
    "outside_article", "running_heads", "footnotes", "endnotes", "comments", "mail_around", "attachment_unread",
    "from_attachment_alone",
)  # fmt: skip
"""The warnings, by their names in the catalogue of messages, that tell of words which were found and stand in no text."""


@click.command(short_help="Show what was read from one file.")
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
            tell(f"warning: {line}")
    shown = inspection_json(documents) if wanted == "json" else "\n\n".join(map(inspection_text, documents))
    print_out(f"{shown}\n".encode("utf-8", "replace"))


def inspection_json(documents: Sequence[AnnotatedDocument]) -> str:
    """The version's object, or {"versions": [...]} for a file that holds several."""
    import json

    from compare.plain import inspection_dict

    objects = [inspection_dict(d) for d in documents]
    return json.dumps(objects[0] if len(objects) == 1 else {"versions": objects}, ensure_ascii=False, indent=1)


def inspection_text(d: AnnotatedDocument) -> str:
    """What was read from one version, for a person."""
    from compare.messages import Message

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
    lines += [f"  {x.rule}: {' '.join(document.text[x.start : x.end].split())}" for x in document.excluded]
    unread = {f"warning.{name}" for name in NOT_READ}
    lines += [f"  outside the text: {w}" for w in version.warnings if isinstance(w, Message) and w.key in unread]
    lines += ["  nothing"] if lines[-1] == "Excluded" else []
    return "\n".join(lines)
