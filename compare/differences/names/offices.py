"""Alignment -> Difference*: one person with two offices: "assistant district attorney", "district attorney".

A word in front of an office makes another office of it. Newspapers drop such a word at second mention, so that all mentions
of the person in a version are read: a difference is what one version always says and the other never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from compare.differences.changes import Change, Wording, merged
from compare.differences.names.one_name import Bare, bare, same_name
from compare.differences.words import collations
from compare.language import function_words
from compare.lexicon import sections, title_words
from compare.messages import message
from compare.model import (
    Annotated,
    AnnotatedDocument,
    Compared,
    Difference,
    Evidence,
    FindingKind,
    Name,
    Severity,
    Token,
    Verdict,
)

LONGEST_OFFICE = 6
"""Words of an office and of what changes it: "acting deputy assistant district attorney"."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a version calls a person in one place."""

    head: str
    changed_by: frozenset[str]
    """The words that make another office of it; of "former", "retired", "ex" the first stands for all."""
    courtesy: bool
    """A bare title before the name ("Senator Bell"), which newspapers also give to those who once held it, or an apposition
    ("Bell, the senator who"), which may be of the time that is told."""
    wording: Wording


def office_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each person who has another office in another version."""
    return merged(changes(compared), compared)


def changes(compared: Compared) -> Iterator[Change]:
    """What each pair of versions shows of the people whom linked passages name in both."""
    seen: set[tuple[str, str, Bare, Bare]] = set()
    held = {d.id: offices_by_person(d) for d in compared.documents}
    for link in collations(compared):
        for mine, theirs in pairs_of_people(link.a.sentences, link.b.sentences):
            one, other = held[link.a.version].get(mine.key, []), held[link.b.version].get(theirs.key, [])
            key = (link.a.version, link.b.version, bare(mine)[-1:], bare(theirs)[-1:])
            if key not in seen and (pair := other_office(one, other)):
                seen.add(key)
                light = pair[0].changed_by ^ pair[1].changed_by <= {"acting"}  # whoever acts in an office has its powers
                severity = Severity.LOW if light else Severity.MEDIUM
                yield Change(kind=FindingKind.SUBJECT_CHANGE, verdict=Verdict.CHECK, severity=severity,
                             a=pair[0].wording, b=pair[1].wording, row=link.row, weight=0.6,
                             reason=message("reason.other_office"))  # fmt: skip


def pairs_of_people(mine: Iterable[Annotated], theirs: Iterable[Annotated]) -> Iterator[tuple[Name, Name]]:
    """Names of two passages that end alike and may be one."""
    others = [n for s in theirs for n in s.names if n.kind in ("person", "other")]
    for name in (n for s in mine for n in s.names if n.kind in ("person", "other")):
        for other in others:
            one, two = bare(name), bare(other)
            if one[-1] == two[-1] and same_name(one, two):
                yield name, other


def other_office(mine: list[Office], theirs: list[Office]) -> tuple[Office, Office] | None:
    """The first offices of one head that differ by a word that one version always has and the other never."""
    for one in mine:
        for other in theirs:
            if one.head != other.head or one.changed_by == other.changed_by:
                continue
            ours, others = ({o.changed_by for o in held if o.head == one.head} for held in (mine, theirs))
            if len(ours) > 1 or len(others) > 1 or not (one.changed_by < other.changed_by or other.changed_by < one.changed_by):
                continue
            plain = one if one.changed_by < other.changed_by else other
            if not (plain.courtesy and one.changed_by ^ other.changed_by <= {"former"}):
                return one, other
    return None


# ---- reading offices -------------------------------------------------------------------------------------------------


def offices_by_person(document: AnnotatedDocument) -> dict[str, list[Office]]:
    """For each name's key what the version calls the person, in the order of the text."""
    out: dict[str, list[Office]] = {}
    for index, sentence in enumerate(document.sentences):
        if sentence.field == "title" or not sentence.text.rstrip("”\"’') ").endswith((".", "!", "?")):
            continue  # headlines leave out what makes them long
        for name in sentence.names:
            for words in (words_before(sentence, name), words_after(sentence, name)):
                if office := office_of(document.id, index, sentence, name, words):
                    out.setdefault(name.key, []).append(office)
    return out


def office_of(version: str, index: int, sentence: Annotated, name: Name, words: list[Token]) -> Office | None:
    """The office that some words give; None where they end with none."""
    while words and words[-1].norm in title_words("no_office"):
        words = words[:-1]
    norms = [t.norm for t in words]
    behind = norms[-1:] if len(norms) > 1 else []
    if len(norms) > 1 and norms[-1] in title_words("after_office"):
        norms = [*norms[:-2], norms[-1], norms[-2]]
    if not norms or norms[-1] not in offices():
        return None
    after = title_words("after_office")
    by = [i for i, n in enumerate(norms[:-1]) if changes_office(n, norms[-1]) and (n not in after or n in behind)]
    first, changed_by = min(by, default=len(norms) - 1), frozenset(changing()[norms[i]] for i in by)
    start, end = min(words[first].start, name.start), max(words[-1].end, name.end)
    place = Evidence(version, index, start, end, sentence.field)
    courtesy = words[0].start > name.end or (capital(sentence, words[-1]) and not any(capital(sentence, t) for t in words[:-1]))
    return Office(norms[-1], changed_by, courtesy, Wording(version, (place,), sentence.slice(start, end)))


def changes_office(word: str, head: str) -> bool:
    """Whether a word makes another office of the one it stands before: a "deputy sergeant" is a deputy who is a sergeant, and
    who ran for an office may be called its candidate or its former candidate."""
    if head in title_words("rank"):
        return word in changing() and changing()[word] != "deputy"
    return word in changing() and not (head in title_words("candidacy") and changing()[word] == "former")


def capital(sentence: Annotated, token: Token) -> bool:
    return sentence.slice(token.start, token.end)[:1].isupper()


def words_before(sentence: Annotated, name: Name) -> list[Token]:
    """The words in front of a person's own name, back to a mark or a small word; titles within the name count as such."""
    inside = [t for t in sentence.tokens if name.start <= t.start < name.end]
    no_names = title_words("person") | title_words("after_office")
    last_title = max((i for i, t in enumerate(inside[:-1]) if t.norm in no_names), default=-1)
    end = inside[last_title + 1].start
    before = [t for t in sentence.tokens if t.end <= end][-LONGEST_OFFICE:]
    out: list[Token] = []
    for token in reversed(before):
        gap = sentence.slice(token.end, out[-1].start if out else end)
        if gap.strip(" -.\u00a0") or token.norm in function_words("en"):
            break
        out.append(token)
    return out[::-1]


def words_after(sentence: Annotated, name: Name) -> list[Token]:
    """The words of an apposition: "Ann Bell, an assistant district attorney in Leeds, said"."""
    after = [t for t in sentence.tokens if t.start >= name.end]
    if not after or sentence.slice(name.end, after[0].start).strip() != ",":
        return []
    while after and (after[0].norm in ("a", "an", "the", "then", "who", "was", "is") or after[0].norm.isdigit()):
        after = after[1:]
    out: list[Token] = []
    for token in after[: LONGEST_OFFICE + 1]:
        if (out and sentence.slice(out[-1].end, token.start).strip(" -.\u00a0")) or token.norm in function_words("en"):
            break
        out.append(token)
    ends = [i for i, t in enumerate(out) if t.norm in offices()]
    return out[: ends[-1] + 1] if ends else []


@cache
def offices() -> frozenset[str]:
    """Words for an office that a person can hold."""
    return title_words("person") | title_words("office")


@cache
def changing() -> dict[str, str]:
    """Words that make another office of the one they stand before, each with the one that stands for it."""
    return {w: line.split()[0] for line in sections("titles.toml")["changing"].splitlines() for w in line.split()}
