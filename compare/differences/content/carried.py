"""Sentence -> Fact*: what it carries that readers would miss: a denial, an accusation, a toll, a quotation, a figure, a source.

A figure that stands in another sentence of the other version is not lost with a passage, nor is a quotation: what counts is
what its readers never learn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from compare.annotate import within
from compare.differences.names.one_name import bare
from compare.figures.beside import nearest_state
from compare.figures.mentions import token_range
from compare.language import function_words
from compare.lexicon import lines, sections, word_class, words
from compare.model import Annotated, AnnotatedDocument, Quantity, Quotation
from compare.tokens import tokenize

WEIGHT = {
    "a denial": 0.35, "a toll": 0.3, "an accusation": 0.3, "a reply": 0.3, "a quotation": 0.25, "a figure": 0.15,
    "a named source": 0.1, "a name": 0.05,
}  # fmt: skip
"""How much a reader would miss, by what a passage carries (set by hand: lives, and what was said in defence, before colour)."""
RUN = 3
"""Words in a row by which a quotation is found again."""
FOUND = 0.5
"""Least share of a quotation's runs that another version has for it to have the quotation."""
FEWEST_WORDS = 5
"""Words of a quotation below which it is a turn of phrase."""
REACH = 4
"""Words behind a verb of denial among which its object begins."""
REFUSED = 3
"""Words before a verb of denial among which a negation, or "could", takes it back: who did not deny it, never
would, or may yet, has not denied it."""
SEVERAL = 2
"""Words of self-praise that make a quotation a pleasantry, where none does so alone."""
DESCRIBING = ("date", "time", "ordinal", "age", "duration")
"""Kinds of quantity that tell when, in which place and how old: they describe, and count for no figure."""
TOLLS = ("dead", "hurt", "missing", "held", "fled", "saved", "infected")
"""What may have happened to people whose number is a toll."""

Run = tuple[str, ...]
Value = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """What a version has anywhere: its words, runs of words and values."""

    keys: frozenset[object]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a sentence carries, by its name in WEIGHT, and what of it must stand in a version that has it."""

    name: str
    keys: frozenset[object]
    least: float
    """Least share of the keys; one of them at least must always stand there."""

    def lost(self, stock: Stock) -> bool:
        """Whether a version has it nowhere."""
        held = len(self.keys & stock.keys)
        return not held or held < self.least * len(self.keys)


def load(carries: Iterable[str]) -> float:
    """How much a reader would miss in what carries these, 0 for nothing."""
    return sum(WEIGHT[name] for name in carries)


def names_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The names of some facts, once each, the gravest first."""
    held = frozenset(f.name for f in facts)
    return tuple(name for name in WEIGHT if name in held)


def stock_of(document: AnnotatedDocument) -> Stock:
    """All words, runs of words and values of a version."""
    norms = [t.norm for s in document.sentences for t in s.tokens]
    values = {value_of(q) for s in document.sentences for q in s.quantities}
    accusations = {a for s in document.sentences for a in accusing_words(s)}
    return Stock(frozenset(norms) | runs_of(norms) | values | accusations)


def runs_of(norms: Sequence[str]) -> frozenset[object]:
    """Each run of RUN words; the whole of what is shorter."""
    return frozenset(tuple(norms[i : i + RUN]) for i in range(max(1, len(norms) - RUN + 1)))


def value_of(quantity: Quantity) -> Value:
    return quantity.lower, quantity.upper, quantity.unit


def facts_of(document: AnnotatedDocument, index: int) -> Iterator[Fact]:
    """What one sentence of a version carries."""
    sentence = document.sentences[index]
    runs = runs_of([t.norm for t in sentence.tokens])
    for name, carried in (("a denial", is_denial), ("a reply", is_reply)):
        if carried(sentence):
            yield Fact(name, runs, FOUND)
    for accusation in accusing_words(sentence):
        yield Fact("an accusation", frozenset({accusation}), 1.0)
    for quotation in utterances(document, [sentence]):
        norms = [t.norm for t in tokenize(quotation.text)]
        if len(norms) >= FEWEST_WORDS and not is_pleasantry(norms):
            yield Fact("a quotation", runs_of(norms), FOUND)
    for quantity in sentence.quantities:
        if quantity.kind not in DESCRIBING:
            yield Fact("a toll" if is_toll(sentence, quantity) else "a figure", frozenset({value_of(quantity)}), 1.0)
    if source := source_words(sentence):
        yield Fact("a named source", frozenset(source), 1.0)
    for name_held in sentence.names:
        yield Fact("a name", frozenset(bare(name_held)), 0.0)


def utterances(document: AnnotatedDocument, sentences: Sequence[Annotated]) -> list[Quotation]:
    """The quotations of which some words stand in the sentences, labels of a word or two left out."""
    found = dict.fromkeys(q for s in sentences for q in within(document.quotations, s.field, s.start, s.end))
    return [q for q in found if not q.scare]


def has_quotation(stock: Stock, quotation: Quotation) -> bool:
    """Whether a version has most of a quotation's words, in marks or not."""
    return not Fact("a quotation", runs_of([t.norm for t in tokenize(quotation.text)]), FOUND).lost(stock)


def is_toll(sentence: Annotated, quantity: Quantity) -> bool:
    """Whether a quantity counts people who died, were hurt, are missing, were arrested, fled or were saved."""
    if quantity.kind not in ("count", "vague") or quantity.unit is not None:
        return False
    first, last = token_range(sentence, quantity)
    return nearest_state(sentence, first, last, set(range(first, last))) in TOLLS


def is_denial(sentence: Annotated) -> bool:
    """Whether a sentence denies something that was said: who rejects a bill, or is denied bail, does not."""
    cues = {c.start for c in sentence.statement.cues if c.kind == "denial"}
    return any(denies(sentence, i) for i, t in enumerate(sentence.tokens) if t.start in cues)


def denies(sentence: Annotated, place: int) -> bool:
    """Whether the verb or noun of denial at a place has a claim for its object; to deny and a denial need none."""
    norms = [t.norm for t in sentence.tokens]
    if taken_back(sentence, place):
        return False
    if norms[place].startswith("reject"):
        return not words("claims.txt").isdisjoint(norms[place + 1 : place + 1 + REACH])
    refused = place > 0 and norms[place - 1] in word_class("forms_of_be")
    return not refused and word_class("can_be_refused").isdisjoint(norms[place + 1 : place + 1 + REACH])


def taken_back(sentence: Annotated, place: int) -> bool:
    """Whether a negation stands before a verb of denial in the same clause, or a verb by which it may yet be denied."""
    cues = sentence.statement.cues
    possible = {c.start for c in cues if c.kind == "modal"} & {c.start for c in cues if c.kind == "hedge"}
    negated = {c.start for c in cues if c.kind == "negation"} | possible
    for token in reversed(sentence.tokens[max(0, place - REFUSED) : place]):
        if token.norm in ("and", "but"):
            return False
        if token.start in negated:
            return True
    return False


def is_reply(sentence: Annotated) -> bool:
    """Whether a sentence gives the other side's word, an admission or a correction."""
    return any(phrases_in([t.norm for t in sentence.tokens], by_first_word(lines("replies.txt"))))


def accusing_words(sentence: Annotated) -> Iterator[object]:
    """The words by which a sentence tells of an accusation, as keys: a version that has them somewhere tells of the matter."""
    for phrase in phrases_in([t.norm for t in sentence.tokens], by_first_word(lines("accusations.txt"))):
        yield phrase[0] if len(phrase) == 1 else phrase


def is_pleasantry(norms: Sequence[str]) -> bool:
    """Whether words thank, congratulate or praise their speaker.

    >>> is_pleasantry("we are thrilled to open a second bakery in leeds".split())
    True
    >>> is_pleasantry("the second bakery will open in may if the council agrees".split())
    False
    """
    alone, several = pleasantries()
    return any(phrases_in(norms, by_first_word(alone))) or len(several.intersection(norms)) >= SEVERAL


@cache
def pleasantries() -> tuple[tuple[str, ...], frozenset[str]]:
    """The phrases that make a pleasantry alone, and the words of which several do."""
    stored = sections("pleasantries.toml")
    return tuple(stored["alone"].strip().splitlines()), frozenset(stored["several"].split())


def phrases_in(norms: Sequence[str], phrases: dict[str, tuple[Run, ...]]) -> Iterator[Run]:
    """The phrases that stand in some words."""
    for i, norm in enumerate(norms):
        for phrase in phrases.get(norm, ()):
            if tuple(norms[i : i + len(phrase)]) == phrase:
                yield phrase


@lru_cache(maxsize=8)
def by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[Run, ...]]:
    """Phrases, as words, by their first word."""
    split = [tuple(phrase.split()) for phrase in phrases]
    return {p[0]: tuple(q for q in split if q[0] == p[0]) for p in split}


def source_words(sentence: Annotated) -> frozenset[str]:
    """The words of weight of a sentence's source; none for a pronoun."""
    held = frozenset(t.norm for t in tokenize(sentence.statement.speaker or ""))
    return held - function_words("en") - word_class("pronouns")
