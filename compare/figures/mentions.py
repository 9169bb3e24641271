"""AnnotatedDocument* -> Mention*: every quantity of every version with the words around it that say what it measures.

The words are kept as stems with weights: a word close to the number tells more of it than a word far off in the sentence, and a
word that the whole article is about tells nothing of any one number in it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.figures.beside import (
    CLAUSE_BREAKS,
    CLOSE,
    anchor_of,
    bearer_of,
    denies,
    heading_of,
    is_lasting,
    is_left_out,
    is_of_before,
    is_pointing,
    nearest_state,
    pole_of,
    sex_of,
    step_of,
)
from compare.figures.concepts import concepts
from compare.figures.distance import Distance, distance_of
from compare.figures.nouns import noun_of
from compare.figures.saying import says_near
from compare.figures.stems import stem
from compare.figures.subjects import Subject, names_known, subject_of
from compare.model import Annotated, AnnotatedDocument, Number, Quantity
from compare.tokens import tokenize

FAMILIES = {"vague": "count", "percent": "share", "percentage_point": "share", "fraction": "share", "ratio": "share"}
"""Kinds that may measure the same thing in other words: hundreds and 200, half and 50%. Others stand alone."""
WHEN = frozenset({"date", "time"})
CLOSE_WEIGHT, CLAUSE_WEIGHT, SENTENCE_WEIGHT = 1.0, 0.7, 0.35
"""Words within CLOSE tokens of a number, in its clause, and elsewhere in its sentence count this much. Set by hand."""
YEAR = re.compile(r"\d{4}")
WINDOW = 60
"""Words to either side of a number that are looked at: a line of a million characters is no sentence."""
NOUN_WITHIN = 2
"""Words behind an ordinal among which the noun is looked for that it ranks: a second aircraft is not a second round."""

Weights = Mapping[str, float]
Given = tuple[Number | None, Number | None, str | None]
"""Bounds of a number, a date, or other words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity at its place, with what is said of it."""

    number: int
    """Its place among all mentions: by document, sentence, offset."""
    document: int
    """Index into the documents as given."""
    sentence: int
    quantity: Quantity
    value: Quantity
    """The quantity without its place, its text folded: equal for figures that are written alike."""
    first: int
    """Index of its first token within the sentence."""
    last: int
    """Index after its last token."""
    speaker: str | None
    family: str
    head: frozenset[str]
    """Stems of what is counted; the last word of it alone."""
    noun: str
    """That word itself, in lower case; "" where nothing is counted."""
    told: Weights
    """Stems of its sentence, by weight: 1 for a word close by that no other sentence of the version has."""
    near: Weights
    """The same, scaled so that the squares sum to 1."""
    close: Weights
    """Those within a few words of the number alone, likewise."""
    state: str | None
    """What happened to those counted: dead, hurt, missing ... (concepts.toml); None where nothing says so."""
    scopes: frozenset[str]
    """How far the count reaches, where its clause says so: local, national, world."""
    subject: Subject
    """Of whom or of what part it is told."""
    ends: bool
    """Does its clause tell of a plight that ends, such as a blackout: is a count of it one that falls?"""
    bearer: str
    """Key of the name that it stands behind, as an age does: "Ann Vale, 34,"; "" where none does."""
    of_saying: bool
    """Is it the day or time at which something was said, or sent out, rather than done?"""
    lasting: bool
    """Is it the day or time until which something lasts, rather than that on which it happens?"""
    left_out: bool
    """Does it count those of whom the rest is not told: "all but two"?"""
    pointing: bool
    """Does it stand alone for those named before: "the two went home"?"""
    alone: bool
    """Is it the only one of its family and unit in its sentence?"""
    distance: Distance | None
    """How long before publication it lies, where it is told so."""
    sex: str | None
    """Of an age: whether a word beside it says that it is a man's or a woman's."""
    paces: frozenset[str]
    """Periods that words close by name: 300 monthly visitors are as many a month (paces of concepts.toml)."""
    denied: bool
    """Does its clause deny something: "six of the 16 did not come"?"""
    heading: frozenset[str]
    """Of a distance: the points of the compass toward which it is told."""
    anchor: frozenset[str]
    """Of a distance: the words of the name that it is measured from."""
    of_before: bool
    """Is it said to be last year's, or last month's?"""
    years: frozenset[str]
    """The years that its clause names: a blast in 2019 is not this one."""
    pole: str | None
    """The word that makes it a gain or a loss: of a sum or a share the closest (poles of concepts.toml), of a count one beside it
    (more, moved); None where none does."""

    @property
    def given(self) -> Given:
        """What it says, whatever it counts; its words where it is neither a number nor a date, such as a score."""
        q = self.quantity
        bare = q.lower is None and q.upper is None
        return q.lower, q.upper, q.date or (self.value.text if bare else None)


def read_mentions(documents: Sequence[AnnotatedDocument]) -> tuple[Mention, ...]:
    """All quantities in order of document, sentence and place."""
    out: list[Mention] = []
    for index, document in enumerate(documents):
        language = document.document.language
        stems = [tuple(stem(t.norm, language) for t in s.tokens) for s in document.sentences]
        spread = Counter(word for words in stems for word in set(words))
        known = names_known(document.sentences)
        for at, sentence in enumerate(document.sentences):
            if sentence.quantities:
                out += mentions_of(sentence, at, index, stems[at], spread, known, len(out))
    return tuple(out)


def mentions_of(
    sentence: Annotated, at: int, document: int, stems: tuple[str, ...], spread: Counter[str], known: frozenset[str], number: int
) -> Iterable[Mention]:
    """The quantities of one sentence; `spread` counts its document's sentences with a stem, `known` are the words of names."""
    places = [token_range(sentence, q) for q in sentence.quantities]
    taken = {k for first, last in places for k in range(first, last)}
    clauses = clause_numbers(sentence)
    measures = Counter((family_of(q), q.unit) for q in sentence.quantities)
    for k, (q, (first, last)) in enumerate(zip(sentence.quantities, places, strict=True)):
        window = range(max(0, first - WINDOW), min(len(stems), last + WINDOW))
        words = {j: stems[j] for j in window if j not in taken}
        own = clauses[min(first, len(clauses) - 1)] if clauses else 0
        clause = {j: w for j, w in words.items() if clauses[j] == own}
        told = words_told(words, clause, first, last, spread)
        yield Mention(
            number=number + k,
            document=document,
            sentence=at,
            quantity=q,
            value=replace(q, start=0, end=0, text=" ".join(q.text.casefold().split())),
            first=first,
            last=last,
            speaker=sentence.statement.speaker,
            family=family_of(q),
            head=head_of(q) or ranked(q, [stems[j] for j in range(last, min(last + NOUN_WITHIN, len(stems))) if j in clause]),
            noun=noun_of(q),
            told=told,
            near=unit_length(told),
            close=unit_length({w: weight(w, spread) for j, w in words.items() if first - CLOSE <= j < last + CLOSE}),
            state=nearest_state(sentence, first, last, taken),
            scopes=frozenset(concepts("scopes")[t.norm] for j in clause if (t := sentence.tokens[j]).norm in concepts("scopes")),
            subject=subject_of(sentence, first, last, clause, known, money=q.lower if q.kind == "money" else None),
            ends=any(sentence.tokens[j].norm in concepts("plights") for j in clause),
            bearer=bearer_of(sentence, q),
            of_saying=q.kind in WHEN and says_near(sentence, first, last, clause),
            lasting=q.kind in WHEN and is_lasting(sentence, first),
            left_out=is_left_out(sentence, first),
            pointing=q.kind == "count" and not q.counted and is_pointing(sentence, first),
            alone=measures[family_of(q), q.unit] == 1,
            distance=distance_of(q, [t.norm for t in sentence.tokens[last : last + 1]]),
            sex=sex_of(sentence, first, last) if q.kind == "age" else None,
            paces=frozenset(concepts("paces")[t.norm] for j in clause if first - CLOSE <= j < last + CLOSE
                            and (t := sentence.tokens[j]).norm in concepts("paces")),
            denied=denies(sentence, clause),
            heading=heading_of(sentence, last) if q.kind == "measure" else frozenset(),
            anchor=anchor_of(sentence, last) if q.kind == "measure" else frozenset(),
            of_before=is_of_before(sentence, last),
            years=frozenset(x.date for x, (k, _) in zip(sentence.quantities, places, strict=True)
                            if x.date and YEAR.fullmatch(x.date) and clauses[min(k, len(clauses) - 1)] == own),
            pole=pole_of(sentence, first, last, clause) if q.kind in ("money", "percent") else step_of(sentence, first, last),
        )  # fmt: skip


def family_of(quantity: Quantity) -> str:
    return FAMILIES.get(quantity.kind, quantity.kind)


def token_range(sentence: Annotated, quantity: Quantity) -> tuple[int, int]:
    """Indices of the tokens of the quantity's number and unit, half-open: what is counted is a word like others. May be empty."""
    first = bisect_right(sentence.tokens, quantity.start, key=lambda t: t.end)
    last = bisect_left(sentence.tokens, quantity.end, key=lambda t: t.start)
    counted = [t.norm for t in tokenize(quantity.counted or "")]
    if counted and first + len(counted) < last and [t.norm for t in sentence.tokens[last - len(counted) : last]] == counted:
        last -= len(counted)
    return first, max(first, last)


def clause_numbers(sentence: Annotated) -> list[int]:
    """For each token the number of its clause: clauses end at punctuation, but not between two tokens without a space."""
    out, current, end = [], 0, sentence.start
    for token in sentence.tokens:
        gap = sentence.slice(end, token.start) if end <= token.start else ""
        if any(c in CLAUSE_BREAKS for c in gap) and gap.strip() != gap:
            current += 1
        out.append(current)
        end = token.end
    return out


def words_told(words: Mapping[int, str], clause: Mapping[int, str], first: int, last: int, spread: Counter[str]) -> Weights:
    """Weights above zero of the sentence's stems: by their distance from the number, and by how few sentences have them."""
    out: dict[str, float] = {}
    for j, word in words.items():
        distance = first - j if j < first else j - last + 1
        place = CLOSE_WEIGHT if distance <= CLOSE else CLAUSE_WEIGHT if j in clause else SENTENCE_WEIGHT
        out[word] = max(out.get(word, 0.0), place * weight(word, spread))
    return {word: w for word, w in out.items() if w > 0}


def weight(word: str, spread: Counter[str]) -> float:
    """How much a stem tells: nothing for a function word, less the more sentences of the article have it."""
    return 0.0 if not word else 1.0 / (1.0 + math.log(max(1, spread[word])))


def unit_length(weights: Mapping[str, float]) -> Weights:
    """The weights above zero, scaled so that their squares sum to 1."""
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {word: w / length for word, w in weights.items() if w > 0} if length else {}


def cosine(a: Weights, b: Weights) -> float:
    """Of two vectors of unit length: 1 for the same words, 0 for none shared."""
    if len(b) < len(a):
        a, b = b, a
    return sum(w * b[word] for word, w in a.items() if word in b)


def in_common(a: Weights, b: Weights) -> float:
    """How much two sentences have in common, as far as both say it of their numbers: the lesser weights of shared words."""
    return sum(min(w, b[word]) for word, w in a.items() if word in b)


def head_of(quantity: Quantity) -> frozenset[str]:
    """Stem of the last word of what is counted; empty where nothing is."""
    words = (quantity.counted or "").casefold().split()
    return frozenset({stem(words[-1])} - {""}) if words else frozenset()


def ranked(quantity: Quantity, behind: Iterable[str]) -> frozenset[str]:
    """Stems of the words behind an ordinal, one of which it ranks; empty for any other kind."""
    return frozenset(behind) - {""} if quantity.kind == "ordinal" else frozenset()
