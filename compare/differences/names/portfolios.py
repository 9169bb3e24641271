"""Documents -> Difference*: one minister in charge of two things: "Education Minister Bell", "Ann Bell, the finance minister".

A full name needs no linked sentences. A version that gives a minister both portfolios, or both names of one, is silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from compare.differences.changes import Change, Wording, merged
from compare.lexicon import lines, title_words, word_class
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
)  # fmt: skip

REACH = 6
"""Words in front of a name, or behind it, among which an office stands."""


def portfolio_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each minister whom versions put in charge of different things."""
    return merged(changes(compared), compared)


def changes(compared: Compared) -> Iterator[Change]:
    """What each pair of versions shows of the ministers whom both name in full."""
    rows = {(v, i): r.number for r in compared.alignment.rows for v, cell in r.cells for i in cell}
    held = [ministers(d) for d in compared.documents if not d.document.duplicate_of]
    for mine, theirs in combinations(held, 2):
        for person in sorted(mine.keys() & theirs.keys()):
            (one, here), (other, there) = mine[person], theirs[person]
            if not one & other:
                row = rows.get((here.version, here.evidence[0].sentence))
                yield Change(kind=FindingKind.SUBJECT_CHANGE, verdict=Verdict.CHECK, severity=Severity.MEDIUM, a=here, b=there,
                             row=row, weight=0.6, reason=message("reason.other_office"))  # fmt: skip


def ministers(document: AnnotatedDocument) -> dict[str, tuple[frozenset[str], Wording]]:
    """By full name what a version puts each minister in charge of, with the first place where it does."""
    out: dict[str, tuple[frozenset[str], Wording]] = {}
    for index, sentence in enumerate(document.sentences):
        for name in sentence.names:
            for words in (before(sentence, name), behind(sentence, name)):
                if not (found := portfolio(words)):
                    continue
                start, end = min(words[0].start, name.start), max(words[-1].end, name.end)
                place = Evidence(document.id, index, start, end, sentence.field)
                known, first = out.get(name.key, (frozenset(), Wording(document.id, (place,), sentence.slice(start, end))))
                out[name.key] = known | found, first
    return {person: told for person, told in out.items() if " " in person}


def portfolio(words: Sequence[Token]) -> frozenset[str]:
    """What the minister in some words is in charge of, each by one word for all; nothing for one who no longer is, nor for
    a secretary of a minister."""
    norms = [t.norm for t in words]
    heads = sum(n in word_class("heads_of_ministries") for n in norms)
    if heads != 1 or title_words("no_more").intersection(norms):
        return frozenset()
    return frozenset(ministries()[n] for n in norms if n in ministries())


def before(sentence: Annotated, name: Name) -> list[Token]:
    """The office in front of a person's own name: titles within the name, and what leads up to them."""
    inside = [t for t in sentence.tokens if name.start <= t.start < name.end]
    last = max((i for i, t in enumerate(inside[:-1]) if t.norm in title_words("person")), default=-1)
    first = last + (3 if inside[last + 1].norm == "of" and last + 3 < len(inside) else 1)  # "Minister of Justice Ann Bell"
    own = inside[first].start
    near = [t for t in sentence.tokens if t.end <= own][-REACH:]
    return unbroken(sentence, near[::-1], own)[::-1]


def behind(sentence: Annotated, name: Name) -> list[Token]:
    """The office of an apposition: "Ann Bell, the minister for education,"."""
    after = [t for t in sentence.tokens if t.start >= name.end][:REACH]
    if not after or sentence.slice(name.end, after[0].start).strip() != ",":
        return []
    return unbroken(sentence, after, after[0].start)


def unbroken(sentence: Annotated, words: Sequence[Token], edge: int) -> list[Token]:
    """The words from an edge on as long as they may be an office's: no mark and no other small word stands between them."""
    out: list[Token] = []
    for token in words:
        gap = sentence.slice(token.end, edge) if token.end <= edge else sentence.slice(edge, token.start)
        known = token.norm in ministries() or token.norm in word_class("heads_of_ministries") | word_class("within_offices")
        if gap.strip(" -\u00a0" if out else " ,\u00a0") or not (known or token.norm in title_words("no_more")):
            break
        out.append(token)
        edge = token.start if token.end <= edge else token.end
    return out


@cache
def ministries() -> dict[str, str]:
    """Words for what a minister is in charge of, each with the first of its line."""
    return {word: line.split()[0] for line in lines("portfolios.txt") for word in line.split()}
