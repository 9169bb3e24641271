"""AnnotatedDocument* -> Alignment: which sentences of which versions tell the same.

For each pair of versions: `candidates` finds the cells worth a look, `features` measures them, `confidence` weighs the features,
`context` looks again in the light of the other cells, `decode` chooses the links, `moves` marks what changed its place. `collate`
makes the rows of all versions from the links.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.candidates import find_candidates, weigh
from compare.align.collate import collate
from compare.align.confidence import odds
from compare.align.context import FirstLook, chance, find_context
from compare.align.decode import decode
from compare.align.features import find_features
from compare.align.moves import mark_moved
from compare.align.terms import VIEWS, Lexicon, Terms, read_terms
from compare.model import Alignment, AnnotatedDocument, Link, PairAlignment


def align(documents: Sequence[AnnotatedDocument], base: str) -> Alignment:
    """The links of every pair of documents and the rows made of them; `base` is the letter of the version that gives the order.

    The documents come in an order of their own, which must not hang on their letters. All pairs are aligned, however many
    versions there are; a version with the same words as an earlier one is aligned once.
    """
    lexicon = Lexicon()
    terms = [read_terms(document, lexicon) for document in documents]
    first = [next(k for k, t in enumerate(terms) if t.words == terms[n].words) for n in range(len(terms))]
    known: dict[tuple[int, int], tuple[Link, ...]] = {}
    pairs = []
    for two in range(len(documents)):
        for one in range(two):
            key = (first[one], first[two])
            if key not in known:
                known[key] = align_pair(terms[key[0]], terms[key[1]])
            pairs.append(PairAlignment(documents[one].id, documents[two].id, known[key]))
    return Alignment(tuple(pairs), collate(documents, pairs, base))


def align_pair(a: Terms, b: Terms) -> tuple[Link, ...]:
    """The links between two versions."""
    views = {name: weigh(a, b, name) for name in VIEWS}
    cells = find_candidates(a, b, views["stems"])
    first = find_features(a, b, views, cells)
    look = FirstLook(odds(first, "same_first"), odds(first, "shared_first"))
    evidence = find_context(first, look, views["stems"])
    links = decode(a, b, first, chance(odds(evidence, "same")), chance(odds(evidence, "shared")))
    return mark_moved(links, [sum(len(a.words[i]) for i in x.a) + sum(len(b.words[j]) for j in x.b) for x in links])
