"""Link -> Clause*: a denial that only one of two linked sentences has: "admitted the breach but denied that it was warned".

What somebody said in defence is the last thing to cut. Another version that denies or answers anything in the linked sentences,
or where it tells of the matter, has not cut it.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.differences.claims.accusations import crimes
from compare.differences.content.carried import denies, is_denial
from compare.differences.content.retold import Retold
from compare.differences.slot_words import breaks
from compare.differences.words import Collation, Side
from compare.figures.stems import stem
from compare.lexicon import word_class, words
from compare.model import Annotated, AnnotatedDocument, Relation

LEAST_CONTENT = 2
"""Words of weight of a denial and what is denied."""
WITHIN = 3
"""Words behind a verb of denial among which its object begins."""


def denied_clauses(link: Collation, retold: Retold) -> Iterator[tuple[Side, tuple[int, int], Side]]:
    """The clauses of denial of either side that the other lacks: side, words, and the side that lacks them."""
    if link.link.relation in (Relation.IDENTICAL, Relation.PARTIAL):
        return
    for side, other in ((link.a, link.b), (link.b, link.a)):
        if any(answers(s) for s in other.sentences):
            continue
        for span in clauses(side):
            told = frozenset(w for n in side.norms[slice(*span)] if (w := stem(n)))
            if len(told) >= LEAST_CONTENT and not answered(told, other.document, retold):
                yield side, span, other


def clauses(side: Side) -> Iterator[tuple[int, int]]:
    """The runs of words from a verb of denial to the next mark, with the small word that leads to it."""
    at = 0
    for sentence in side.sentences:
        denials = {c.start for c in sentence.statement.cues if c.kind == "denial"}
        for i, token in enumerate(sentence.tokens):
            first = at + i
            if token.start in denials and sentence.field == "text" and denies(sentence, i) and of_a_claim(side, first + 1):
                last = first + 1
                while not breaks(side, last):
                    last += 1
                leads = i > 0 and side.norms[first - 1] in word_class("leads_to_denial")
                yield (first - leads, last)
        at += len(sentence.tokens)


def of_a_claim(side: Side, place: int) -> bool:
    """Whether what stands at a place is a claim or a deed: "that it", "any role", "having known", "the allegations", "arson"."""
    near = side.norms[place : place + WITHIN]
    opens = near[:1] and (near[0] in word_class("opens_denied") or near[0].endswith("ing"))
    return bool(opens or not (words("claims.txt") | crimes().keys()).isdisjoint(near))


def answered(told: frozenset[str], document: AnnotatedDocument, retold: Retold) -> bool:
    """Whether a version answers where it tells of the matter."""
    places = retold.terms_at(told, document.id)
    return any(answers(s) for i, s in enumerate(document.sentences) if i in places)


def answers(sentence: Annotated) -> bool:
    """Whether a sentence denies or negates something."""
    return is_denial(sentence) or any(c.kind == "negation" for c in sentence.statement.cues)
