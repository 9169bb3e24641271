"""Change* between pairs of versions -> Difference* over all of them: one finding for a passage, whatever the number of versions.

Two changes belong together when they are of one kind and meet in a version. Versions with the same words are named together,
the base's wording first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from compare.messages import Message, message, refilled
from compare.model import Compared, Difference, Evidence, FindingKind, Severity, Verdict
from compare.tokens import tokenize

GRAVITY = (Verdict.NOTE, Verdict.RECONCILED, Verdict.CHECK, Verdict.CONFLICT)
LONGEST_WORDING = 120
"""Characters of a wording that an explanation quotes."""
MARK = regex.compile(r"(?P<opening>(?<![^\s(\[—–…])[\"“„])|[\"“”„]")


@dataclass(frozen=True, slots=True)
class Wording:
    """What one version says at a place."""

    version: str
    evidence: tuple[Evidence, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference in wording between two versions."""

    kind: FindingKind
    verdict: Verdict
    severity: Severity
    a: Wording
    b: Wording
    row: int | None
    weight: float = 0.5
    reason: str = ""
    """What the difference is, as the end of a sentence: "these exclude each other"; slots that hold "{a}" or "{b}" stand for who
    has which words."""
    telling: str = ""
    """Key of the whole sentence in place of that, where each side has a part of its own in it: its slots a and b are the versions
    of either side, first and second their words."""


def merged(changes: Iterable[Change], compared: Compared) -> Iterable[Difference]:
    """A difference for each group of changes that meet, in the order of their first change."""
    listed_changes = list(changes)
    first_of = list(range(len(listed_changes)))

    def first(number: int) -> int:
        while first_of[number] != number:
            first_of[number] = number = first_of[first_of[number]]
        return number

    for one, other in meetings(listed_changes):
        low, high = sorted((first(one), first(other)))
        first_of[high] = low
    groups: dict[int, list[Change]] = {}
    for number, change in enumerate(listed_changes):
        groups.setdefault(first(number), []).append(change)
    for group in groups.values():
        yield difference_of(group, compared)


def meetings(changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    """Numbers of changes of one kind that overlap in a version: enough pairs of them to join all that do."""
    places: dict[tuple[FindingKind, str, int], list[tuple[int, int, int]]] = {}
    for number, change in enumerate(changes):
        for e in (*change.a.evidence, *change.b.evidence):
            places.setdefault((change.kind, e.version, e.sentence), []).append((e.start, e.end, number))
    for held in places.values():
        held.sort()
        _, reach, last = held[0]
        for start, end, number in held[1:]:
            if start < reach:
                yield last, number
            if end > reach:
                reach, last = end, number


def difference_of(group: Sequence[Change], compared: Compared) -> Difference:
    """The difference that a group of changes makes, told by the gravest of them."""
    gravest = max(group, key=lambda c: (c.severity.rank, GRAVITY.index(c.verdict), c.weight))
    told = told_by(gravest, group)
    wordings = first_of_each_version([*told, *(w for c in group for w in (c.a, c.b))])
    order = {d.id: (d.id != compared.base, n) for n, d in enumerate(compared.documents)}
    wordings.sort(key=lambda w: order[w.version])
    return Difference(
        kind=gravest.kind,
        verdict=gravest.verdict,
        severity=gravest.severity,
        evidence=tuple(e for w in wordings for e in w.evidence),
        versions=tuple(w.version for w in wordings),
        explanation=explained(gravest, group, wordings, told, compared),
        row=gravest.row,
        weight=gravest.weight,
    )


def told_by(gravest: Change, group: Sequence[Change]) -> list[Wording]:
    """The wordings of the gravest change, and those that others of the group set against the same words.

    Two changes may meet in one quotation and yet be of other words of it: those would tell nothing beside these.
    """
    partners: dict[tuple[str, str], list[Wording]] = {}
    for c in group:
        partners.setdefault((c.a.version, normal(c.a.words)), []).append(c.b)
        partners.setdefault((c.b.version, normal(c.b.words)), []).append(c.a)
    told = {gravest.a.version: gravest.a, gravest.b.version: gravest.b}
    queue = [gravest.a, gravest.b]
    for wording in queue:
        for partner in partners.get((wording.version, normal(wording.words)), ()):
            if partner.version not in told:
                told[partner.version] = partner
                queue.append(partner)
    return queue


def first_of_each_version(wordings: Sequence[Wording]) -> list[Wording]:
    """One wording for each version: the first."""
    seen: dict[str, Wording] = {}
    for wording in wordings:
        seen.setdefault(wording.version, wording)
    return list(seen.values())


def explained(
    gravest: Change, group: Sequence[Change], wordings: Sequence[Wording], told: Sequence[Wording], compared: Compared
) -> Message:
    """One sentence: "Wire and Post have “rose”; Mail has “fell”: these exclude each other."."""
    if gravest.telling:
        return told_by_sides(gravest, group, wordings, compared)
    others = [w for w in wordings if w not in told]
    groups: dict[str, list[Wording]] = {}
    for wording in (w for w in wordings if w in told):
        groups.setdefault(normal(wording.words), []).append(wording)
    labels = {words: listed([compared.document(w.version).label for w in same]) for words, same in groups.items()}
    parts = [message("wording.has", who=labels[words], n=len(same), words=quoted(shortened(same[0].words)))
             for words, same in groups.items()]  # fmt: skip
    if others:
        names = listed([compared.document(w.version).label for w in others])
        parts.append(message("wording.differs", who=names, n=len(others)))
    sides = {"{a}": labels[normal(gravest.a.words)], "{b}": labels[normal(gravest.b.words)]}
    return message("wording.because", wordings=clauses(parts), reason=refilled(gravest.reason, sides))


def told_by_sides(gravest: Change, group: Sequence[Change], wordings: Sequence[Wording], compared: Compared) -> Message:
    """One sentence in the words of the gravest change, with the versions that are on either side of a change like it."""
    like = [c for c in group if c.telling == gravest.telling]
    second = {c.b.version for c in like} - {gravest.a.version}
    first = {c.a.version for c in like} - second
    a, b = (listed([compared.document(w.version).label for w in wordings if w.version in side]) for side in (first, second))
    first_words, second_words = quoted(shortened(gravest.a.words)), quoted(shortened(gravest.b.words))
    return message("wording.sentence", told=message(gravest.telling, a=a, b=b, first=first_words, second=second_words))


def normal(words: str) -> str:
    """Words without what is mere form, to find those that say the same."""
    return " ".join(t.norm for t in tokenize(words))


def listed(names: Sequence[str]) -> Message:
    """Names as a sentence lists them; semicolons part names that have commas of their own.

    >>> listed(["Wire", "Post", "Mail"]), listed(["Wire", "Post, late edition"])
    ('Wire, Post and Mail', 'Wire; and Post, late edition')
    """
    return message("row.long_names" if any("," in name for name in names) else "row.names", row=tuple(names))


def clauses(told: Sequence[str]) -> Message:
    """Parts of a sentence one after the other, parted by semicolons."""
    return message("row.clauses", row=tuple(told))


def shortened(words: str) -> str:
    """Words on one line, cut at a word where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_WORDING else f"{line[:LONGEST_WORDING].rsplit(' ', 1)[0]} …"


def quoted(words: str) -> Message:
    """Words in quotation marks; marks within them become single ones, as in print.

    >>> quoted('a "green" wall, she said: "Now')
    '“a ‘green’ wall, she said: ‘Now”'
    """
    pieces: list[str] = []
    at = 0
    for mark in MARK.finditer(words):
        pieces += (words[at : mark.start()], message("wording.opening" if mark["opening"] else "wording.closing"))
        at = mark.end()
    return message("wording.quoted", words=message("row.pieces", row=(*pieces, words[at:])) if pieces else words)
