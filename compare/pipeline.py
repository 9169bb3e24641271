"""Versions, settings -> Comparison: a line per stage."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from compare.align import align
from compare.annotate import annotate
from compare.clean import clean
from compare.differences import find_differences
from compare.errors import InputError, SettingsError
from compare.figures import match_figures
from compare.lineage import lineage
from compare.messages import message
from compare.model import Alignment, AnnotatedDocument, Compared, Comparison, Document, Lineage, Version
from compare.score import rank
from compare.settings import Settings
from compare.similarity import pair_similarities

LONGEST_GIVEN = 10_000
"""Characters of a sentence in a split that was given and is kept as it is: three pages without a stop."""
SIGNS = str.maketrans("‘’‚‛“”„‟–—−", "''''" + '""""' + "---")
"""Forms of quotation marks and dashes that houses and programs put for one another."""


def compare_documents(
    versions: Sequence[Version],
    settings: Settings,
    *,
    story_id: str | None = None,
    title: str | None = None,
    made: datetime | None = None,
) -> Comparison:
    """The whole comparison of two or more versions of one story. Raises InputError or SettingsError."""
    documents = prepare(versions, settings)
    base = base_letter(documents, settings)
    annotated = tuple(annotate(document) for document in documents)
    ordered = canonical(annotated, base)
    alignment = align(ordered, base, explain=settings.explain)
    figures = match_figures(ordered, alignment)
    compared = Compared(ordered, alignment, figures, base)
    findings = rank(find_differences(compared), compared)
    return Comparison(
        story_id=story_id,
        title=settings.title or title,
        base=base,
        documents=tuple(d.warned(warnings_beside_others(d, annotated, alignment, base)) for d in annotated),
        alignment=alignment,
        similarities=pair_similarities(annotated, alignment),
        lineage=in_order(lineage(ordered, alignment), annotated),
        figures=figures,
        findings=findings,
        settings=settings,
        made=made,
    )


def in_order(found: Sequence[Lineage], documents: Sequence[AnnotatedDocument]) -> tuple[Lineage, ...]:
    """The lineages in the order of the input."""
    place = {d.id: number for number, d in enumerate(documents)}
    return tuple(sorted(found, key=lambda x: place[x.version]))


def canonical(documents: Sequence[AnnotatedDocument], base: str) -> tuple[AnnotatedDocument, ...]:
    """The documents by what they are, not by where they stood: the order of the input changes letters, not findings.

    The base comes first, then labels in order; of several copies the first in this order is the one that counts.
    """
    ordered = sorted(documents, key=lambda d: (d.id != base, d.label, d.document.text))
    letters_of: dict[str, list[str]] = {}
    for d in ordered:
        letters_of.setdefault(d.document.duplicate_of or d.id, []).append(d.id)
    original = {letter: copies[0] for copies in letters_of.values() for letter in copies}
    return tuple(
        replace(d, document=replace(d.document, duplicate_of=original[d.id] if original[d.id] != d.id else None))
        for d in ordered
    )


def warnings_beside_others(
    document: AnnotatedDocument, documents: Sequence[AnnotatedDocument], alignment: Alignment, base: str
) -> Iterator[str]:
    """What a reader should know of a version that only shows beside the others."""
    language = next(d.document.language for d in documents if d.id == base)
    if document.document.language and language and document.document.language != language:
        yield message("warning.other_language", own=document.document.language, base=language)
    if not any(pair.links for pair in alignment.pairs if document.id in (pair.a, pair.b)):
        yield message("warning.nothing_shared")


def prepare(versions: Sequence[Version], settings: Settings) -> tuple[Document, ...]:
    """The versions cleaned, with letters and labels of their own, repeated texts marked. Raises InputError."""
    if len(versions) < 2:
        raise InputError(too_few(versions))
    if len(versions) > settings.max_versions:
        most = settings.max_versions
        raise InputError(f"{len(versions)} versions: at most {most} are compared; give fewer, or raise max_versions")
    versions = [well_formed(v) for v in versions]
    labels = unique_labels(versions)
    cleaned = [clean(v, letters(i), label, settings) for i, (v, label) in enumerate(zip(versions, labels, strict=True))]
    for document in cleaned:
        if problem := unusable(document):
            raise InputError(problem)
    first: dict[str, Document] = {}
    return tuple(mark_duplicate(document, first) for document in cleaned)


def well_formed(version: Version) -> Version:
    """The version with lone surrogates replaced one for one, so that offsets stay and every output can be encoded."""
    changed: dict[str, Any] = {}
    for field in fields(version):
        value = getattr(version, field.name)
        if isinstance(value, str):
            changed[field.name] = sound(value)
        elif field.name == "sentences" and value is not None:
            changed["sentences"] = tuple(map(sound, value))
    return replace(version, **{name: value for name, value in changed.items() if value != getattr(version, name)})


def sound(text: str) -> str:
    """The text with U+FFFD for every lone surrogate."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def inspect_version(version: Version, settings: Settings) -> AnnotatedDocument:
    """One version as a comparison would read it."""
    version = well_formed(version)
    return annotate(clean(version, "A", unique_labels([version])[0], settings))


def sift(versions: Sequence[Version], settings: Settings) -> tuple[list[Version], list[str]]:
    """The versions that hold a story that can be compared, and a line for each one that does not."""
    problems = [unusable(clean(v, "A", unique_labels([v])[0], settings)) for v in versions]
    return [v for v, problem in zip(versions, problems, strict=True) if problem is None], [p for p in problems if p]


def too_few(versions: Sequence[Version]) -> str:
    """What to say of one version or none: a comparison needs two. The one is named as the user knows it.

    >>> too_few([Version(label="Wire", text="A tug sank.")])
    '1 usable version (Wire), and a comparison needs two'
    """
    found = f"1 usable version ({versions[0].path or unique_labels(versions)[0]})" if versions else "no usable versions"
    return f"{found}, and a comparison needs two"


def unusable(document: Document) -> str | None:
    """What to say of a document that cannot be compared; None for one that can."""
    return nothing_kept(document) or endless(document)


def endless(document: Document) -> str | None:
    """What to say of a split that was given with a sentence longer than any stage is made for; we cut our own."""
    longest = max((end - start for start, end in document.spans or ()), default=0)
    if longest <= LONGEST_GIVEN:
        return None
    name = document.version.path or document.label
    found = f"a sentence of {longest:,} characters among those given, above the limit of {LONGEST_GIVEN:,}"
    return f"{name}: {found}; give the text, and it is split here"


def nothing_kept(document: Document) -> str | None:
    """What to say of a document that has no story in it; None for one that has."""
    if any(document.text[start:end].strip() for start, end in document.kept()):
        return None
    if not document.text.strip():
        problem = "no text; give a file that holds the story"
    elif any(x.rule == "exclude" for x in document.excluded):
        problem = "nothing is left of it; storycompare inspect shows what exclude and the rules leave out"
    else:
        problem = "nothing but boilerplate; try --keep-boilerplate"
    return f"{document.version.path or document.label}: {problem}"


def kept_text(document: Document) -> str:
    """The story's text, with one space for all white space."""
    return " ".join(" ".join(document.text[start:end].split()) for start, end in document.kept())


def mark_duplicate(document: Document, first: dict[str, Document]) -> Document:
    """The document, marked with the earlier one whose kept text it repeats; remembers the first of each text.

    A near-copy counts, too: one that differs in capitals, spaces or the form of quotation marks and dashes alone.
    """
    kept = kept_text(document)
    earlier = first.setdefault(unicodedata.normalize("NFKC", kept).translate(SIGNS).casefold(), document)
    if earlier is document:
        return document
    key = "warning.same_text" if kept_text(earlier) == kept else "warning.near_same_text"
    warning = message(key, letter=earlier.id, label=earlier.label)
    return replace(document, duplicate_of=earlier.id, warnings=(*document.warnings, warning))


def letters(index: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ...

    >>> letters(0), letters(25), letters(26), letters(52)
    ('A', 'Z', 'AA', 'BA')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def unique_labels(versions: Sequence[Version]) -> tuple[str, ...]:
    """A label for each version, as given, else its outlet, file name or "version"; repeated ones get a number.

    Versions of one label are numbered by time and text, so that another order of input changes no label.
    """
    wanted = [(v.label or v.outlet or (v.path or "").rsplit("/", 1)[-1] or "version").strip() for v in versions]
    times = Counter(wanted)
    order = sorted(range(len(versions)), key=lambda i: (wanted[i], age_and_text(versions[i]), i))
    taken = {label for label, n in times.items() if n == 1}
    out = list(wanted)
    for i in order:
        if times[wanted[i]] > 1:
            number, label = 1, wanted[i]
            while label in taken:
                number += 1
                label = f"{wanted[i]} ({number})"
            taken.add(label)
            out[i] = label
    return tuple(out)


def age_and_text(version: Version) -> tuple[str, str]:
    """Puts versions of one label in order: by time of publication, then by what they hold."""
    return version.published or "", version.text or " ".join(version.sentences or ())


def base_letter(documents: Sequence[Document], settings: Settings) -> str:
    """Letter of the base version: the one labelled as the settings say, or else lettered so; the first by default."""
    if settings.base is None:
        return documents[0].id
    for field in ("label", "id"):
        for document in documents:
            if getattr(document, field) == settings.base:
                return document.id
    known = ", ".join(f"{d.id} = {d.label!r}" for d in documents)
    raise SettingsError(f"base {settings.base!r}: no version has this label; the versions are {known}")
