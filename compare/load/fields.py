"""A mapping with names of any corpus -> Version: aliases resolved, values brought to text, what does not fit said."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from compare.load.decoding import neutral
from compare.load.inputs import Source, Unreadable
from compare.load.publication_date import as_declared
from compare.messages import Message, message
from compare.model import Version

Choose = Callable[[Sequence[str]], Sequence[str]]
"""The columns of a table -> those that are wanted. May raise InputError for a table that is of no use."""
METADATA = ("label", "title", "outlet", "author", "published", "url", "language")


@cache
def field_names() -> dict[str, str]:
    """The field that each known name means; the names folded."""
    table = tomllib.loads(files("compare.load").joinpath("column_names.toml").read_text(encoding="utf-8"))
    return {folded(name): field for field, names in table.items() for name in names}


@cache
def preference() -> dict[str, int]:
    return {name: at for at, name in enumerate(field_names())}


def folded(name: str) -> str:
    """A name as it is compared.

    >>> folded("Article_Body"), folded("source.name")
    ('articlebody', 'sourcename')
    """
    return "".join(c for c in name.lower() if c not in " _-.")


def by_field(values: Mapping[str, object]) -> dict[str, object]:
    """The values under the names of our fields; of several names for one field the first in the table wins."""
    known, order = field_names(), preference()
    names = sorted((folded(n), n) for n in values if folded(n) in known)
    names.sort(key=lambda pair: order[pair[0]])
    out: dict[str, object] = {}
    for fold, name in names:
        if values[name] not in (None, "", [], ()):
            out.setdefault(known[fold], values[name])
    return out


def all_columns(names: Sequence[str]) -> Sequence[str]:
    return names


def known_columns(names: Sequence[str]) -> Sequence[str]:
    """Those columns that hold a field of ours.

    >>> known_columns(["", "Body", "score", "outlet"])
    ['Body', 'outlet']
    """
    return [name for name in names if by_field({name: "x"})]


def check_columns(names: Iterable[str], where: str) -> None:
    """Raises Unreadable if no column holds a text."""
    if by_field(dict.fromkeys(names, "x")).keys().isdisjoint(("text", "sentences")):
        found = ", ".join(names)[:200] or "none"
        raise Unreadable(f"{where}: no column of text; the columns are {found}: name one of them text")


def version_from_fields(values: Mapping[str, object], source: Source, where: str) -> Version:
    """A Version of `text` or `sentences` and metadata. Raises Unreadable, naming `where`, without them."""
    found = by_field(values)
    warnings: list[str] = []
    metadata: dict[str, str] = {}
    for name in METADATA:
        if name in found:
            if (value := as_text(found[name])) is not None:
                metadata[name] = value
            else:
                warnings.append(message("warning.left_out", field=name, found=kind_of(found[name])))
    made = Version(
        label=metadata.get("label", ""),
        title=metadata.get("title"),
        outlet=metadata.get("outlet"),
        author=metadata.get("author"),
        published=as_declared(metadata.get("published")),
        url=metadata.get("url"),
        language=metadata.get("language"),
        path=source.name,
        sha256=source.sha256,
        warnings=tuple(warnings),
    )
    text, sentences = found.get("text"), found.get("sentences")
    if sentences is not None:
        if not isinstance(sentences, Sequence) or isinstance(sentences, str) or not all(isinstance(s, str) for s in sentences):
            raise Unreadable(f"{where}: sentences must be a list of texts, found {kind_of(sentences)}")
        split = tuple(s for s in (neutral(s).strip() for s in sentences) if s)
        if split:
            return replace(made, sentences=split)
    if text is None:
        raise Unreadable(f"{where}: neither text nor sentences; found {', '.join(sorted(map(str, values))[:12]) or 'nothing'}")
    if not isinstance(text, str):
        raise Unreadable(f"{where}: text must be a text, found {kind_of(text)}")
    if not text.strip():
        raise Unreadable(f"{where}: no text in it; give a version with the story's text")
    return replace(made, text=neutral(text))


def as_text(value: object) -> str | None:
    """A metadata value in one line; names out of lists and objects; None for what is no text.

    >>> as_text(["Ana Gil", {"name": "Jo Poe"}]), as_text(20240501), as_text(True)
    ('Ana Gil, Jo Poe', '20240501', None)
    """
    if isinstance(value, str):
        return " ".join(neutral(value).split()) or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping):
        return as_text(value.get("name"))
    if isinstance(value, Sequence):
        parts = [as_text(v) for v in value[:20] if isinstance(v, (str, Mapping))]
        return ", ".join(p for p in parts if p) or None
    return None


def plain_cell(cell: object) -> object:
    """A cell as JSON would have it: dates as text, and nothing where pandas writes "not a number"."""
    if isinstance(cell, float) and cell != cell:
        return None
    return cell.isoformat() if isinstance(cell, (date, datetime)) else cell


def kind_of(value: object) -> Message:
    """What to call a JSON value in a message."""
    names = {bool: "value.truth", int: "value.number", float: "value.number", str: "value.text", list: "value.list",
             dict: "value.object"}  # fmt: skip
    return message("value.mixed_list" if isinstance(value, list) and value else names.get(type(value), "value.nothing"))
