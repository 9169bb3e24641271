"""AnnotatedDocument* -> Alignment: which sentences of which versions tell the same.

For each pair of versions: `weights` says what words weigh, `candidates` finds the cells worth a look, `features` measures them,
`confidence` weighs the features, `context` looks again in the light of the other cells, `decode` chooses the links, `moves` marks
what changed its place. `collate` makes the rows of all versions from the links. `shortcut` spares pairs where there are many
versions; `explain` tells why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.align.candidates import find_candidates
from compare.align.collate import collate
from compare.align.confidence import odds
from compare.align.context import FirstLook, chance, find_context
from compare.align.decode import decode
from compare.align.explain import explained
from compare.align.features import find_features
from compare.align.moves import mark_moved
from compare.align.shortcut import ALL_PAIRS, NEIGHBOURS, linked_through, plan, turned
from compare.align.terms import Lexicon, Terms, read_terms
from compare.align.weights import weigh
from compare.messages import message
from compare.model import Alignment, AnnotatedDocument, Link, PairAlignment


def align(documents: Sequence[AnnotatedDocument], base: str, explain: bool = False) -> Alignment:
    """The links of every pair of documents and the rows made of them; `base` is the letter of the version that gives the order.

    The documents come in an order of their own, which must not hang on their letters. A version with the same words as an
    earlier one is aligned once. With `explain` each link says what its confidence is made of.
    """
    lexicon = Lexicon()
    terms = [read_terms(document, lexicon) for document in documents]
    first = [next(k for k, t in enumerate(terms) if t.words == terms[n].words) for n in range(len(terms))]
    chosen = plan(terms, sorted(set(first)), first[next(k for k, d in enumerate(documents) if d.id == base)])
    links = {(one, two): align_pair(terms[one], terms[two], explain) for one, two in chosen.direct}
    for (one, two), third in chosen.through.items():
        left, right = (links_of(links, x, y) for x, y in ((one, third), (third, two)))
        links[one, two] = moves_marked(terms[one], terms[two], linked_through(terms[one], terms[two], left, right))
    for k in set(first) if len(set(first)) < len(first) else ():
        links[k, k] = align_pair(terms[k], terms[k], explain)
    pairs = [
        PairAlignment(documents[one].id, documents[two].id, links_of(links, first[one], first[two]))
        for two in range(len(documents))
        for one in range(two)
    ]
    shortcut = message("warning.shortcut", all=ALL_PAIRS, nearest=NEIGHBOURS) if chosen.through else None
    return Alignment(tuple(pairs), collate(documents, pairs, base), shortcut)


def links_of(links: Mapping[tuple[int, int], tuple[Link, ...]], one: int, two: int) -> tuple[Link, ...]:
    """The links of one version with another, seen from either."""
    return links[one, two] if (one, two) in links else turned(links[two, one])


def align_pair(a: Terms, b: Terms, explain: bool = False) -> tuple[Link, ...]:
    """The links between two versions."""
    views = weigh(a, b)
    cells = find_candidates(a, b, views.stems)
    first = find_features(a, b, views, cells)
    look = FirstLook(odds(first, "same_first"), odds(first, "shared_first"))
    evidence = find_context(first, look, views.stems)
    links = decode(a, b, first, chance(odds(evidence, "same")), chance(odds(evidence, "shared")))
    return moves_marked(a, b, explained(links, evidence) if explain else links)


def moves_marked(a: Terms, b: Terms, links: Sequence[Link]) -> tuple[Link, ...]:
    """The links, marked where they moved."""
    return mark_moved(links, [sum(len(a.words[i]) for i in x.a) + sum(len(b.words[j]) for j in x.b) for x in links])
