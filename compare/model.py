"""Every value that passes between the stages, in the order in which the pipeline makes them.

All are frozen, slotted dataclasses with tuples inside. Offsets are string indices (code points), half-open. They count in
the version's `text`, or in its `title` where `field` is "title".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from compare.settings import Settings

Number = Decimal | Fraction
Field = Literal["text", "title"]
QuantityKind = Literal[
    "count", "measure", "money", "percent", "percentage_point", "fraction", "ratio", "age",
    "duration", "date", "time", "score", "ordinal", "vague",
]  # fmt: skip
Modifier = Literal["=", "~", "~<", "~>", "<", "<=", ">", ">="]


# ---- load, clean, split -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a story, as read or as given: all that was decoded, nothing taken away yet."""

    label: str = ""
    text: str | None = None
    """The whole text; None when `sentences` is given."""
    sentences: tuple[str, ...] | None = None
    """A split that is kept as given; the text is then these joined by one space."""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as far as it is known; kept as given where it cannot be parsed."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, declared; None lets the split stage detect it."""
    path: str | None = None
    sha256: str | None = None
    """Of the bytes that were read; of the text in UTF-8 for a version that came from no file."""
    guessed: tuple[str, ...] = ()
    """Names of the metadata fields above that were guessed, not declared by the source."""
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.sentences is not None:  # a list is what people write
            object.__setattr__(self, "sentences", tuple(self.sentences))


@dataclass(frozen=True, slots=True)
class Excluded:
    """A span of the text that is not part of the story, and the name of the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """A version with its letter, a unique label, and what of its text is kept."""

    id: str
    """Its letter in the report: A, B, ... Z, AA; by order of input."""
    label: str
    version: Version
    text: str
    excluded: tuple[Excluded, ...] = ()
    """In order, not overlapping."""
    spans: tuple[tuple[int, int], ...] | None = None
    """The sentences' places where the split was given."""
    language: str | None = None
    warnings: tuple[str, ...] = ()
    duplicate_of: str | None = None
    """Letter of the earlier version that this one repeats."""

    @property
    def title(self) -> str | None:
        return self.version.title

    def kept(self) -> Iterator[tuple[int, int]]:
        """Spans of the text between the excluded ones, in order."""
        at = 0
        for x in self.excluded:
            if at < x.start:
                yield at, x.start
            at = x.end
        if at < len(self.text):
            yield at, len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: `text` is the slice `start:end` of it."""

    text: str
    start: int
    end: int


# ---- annotate -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number: no punctuation, no space. `norm` is the form for matching, `text[start:end]` the one to show."""

    start: int
    end: int
    norm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure in prose. `lower` and `upper` are equal for a point, None at the open end of a bound and for a date."""

    kind: QuantityKind
    start: int = 0
    end: int = 0
    text: str = ""
    """The whole surface, with modifier and unit."""
    lower: Number | None = None
    upper: Number | None = None
    modifier: Modifier = "="
    """`~` about, `~<` almost, `~>` just over, `<` `<=` `>` `>=` bounds."""
    grain: Number | None = None
    """Place of the last digit written: 3,500 has 100, 4.20 has 0.01."""
    direction: Literal["up", "down"] | None = None
    unit: str | None = None
    """ISO 4217 code for money, singular unit name such as `kilometre`, `percent`; None for a bare count."""
    per: str | None = None
    counted: str | None = None
    """Head noun phrase of what is counted, such as `family members`."""
    date: str | None = None
    """ISO 8601 or TIMEX3 value of a date or time."""

    def __post_init__(self) -> None:
        for name in ("lower", "upper", "grain"):
            value = getattr(self, name)
            if value is not None and not isinstance(value, (Decimal, Fraction)):
                object.__setattr__(self, name, Decimal(str(value)))
        if self.grain is None:
            object.__setattr__(self, "grain", grain_of(self.lower if self.lower is not None else self.upper))


def grain_of(value: Number | None) -> Number | None:
    """The place of the last digit that is not a trailing zero: 3500 -> 100, 12 -> 1, 4.2 -> 0.1; None for a fraction."""
    if not isinstance(value, Decimal) or not value.is_finite():
        return None
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


class Outcome(StrEnum):
    """How two quantities about the same thing relate, mildest first."""

    EQUAL = "equal"
    EQUAL_CONVERTED = "equal_converted"
    CONSISTENT_ROUNDED = "consistent_rounded"
    MODIFIER_ONLY = "modifier_only"
    MORE_PRECISE = "more_precise"
    CONSISTENT_OVERLAP = "consistent_overlap"
    BOUNDARY_CONFLICT = "boundary_conflict"
    INCOMPARABLE_UNIT = "incomparable_unit"
    CONTRADICTORY = "contradictory"

    @property
    def gravity(self) -> int:
        """0 for the mildest."""
        return list(Outcome).index(self)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person, place or organisation in a sentence; `key` is the same for its variants in one document."""

    start: int
    end: int
    text: str
    key: str
    kind: Literal["person", "place", "organisation", "other"] = "other"


CueKind = Literal["negation", "hedge", "modal", "denial"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that changes how surely, or whether, something is said."""

    start: int
    end: int
    kind: CueKind
    strength: Literal["strong", "medium", "weak"] = "medium"


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says a sentence, how, and how surely."""

    speaker: str | None = None
    """The source's name or description as it stands in the text; None for the paper's own voice."""
    speaker_span: tuple[int, int] | None = None
    verb: str | None = None
    """Lemma of the verb or phrase of attribution: say, claim, deny, "according to"."""
    tone: Literal["neutral", "doubting", "assertive"] | None = None
    cues: tuple[Cue, ...] = ()
    verb_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, without their marks; they may run over several sentences of one field."""

    start: int
    end: int
    text: str
    field: Field = "text"
    speaker: str | None = None
    speaker_span: tuple[int, int] | None = None
    verb: str | None = None
    scare: bool = False
    """A word or two in quotation marks within the paper's own sentence; no utterance."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with all that was read in it."""

    id: str
    """The version's letter and a number from 1: "A5"; "A0" for a headline that does not stand in the text."""
    version: str
    field: Field
    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    statement: Statement

    def slice(self, start: int, end: int) -> str:
        """The text at offsets of the version's field, which must lie inside the sentence."""
        return self.text[start - self.start : end - self.start]


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with its sentences (headline first, if it is one of them) and quotations."""

    document: Document
    sentences: tuple[Annotated, ...]
    quotations: tuple[Quotation, ...]

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def label(self) -> str:
        return self.document.label

    def warned(self, warnings: Iterable[str]) -> AnnotatedDocument:
        """The same with more warnings on its document."""
        return replace(self, document=replace(self.document, warnings=(*self.document.warnings, *warnings)))

    @property
    def words(self) -> int:
        """Words of the kept text, the headline's included where it is a sentence."""
        return sum(len(s.tokens) for s in self.sentences)


# ---- align --------------------------------------------------------------------------------------------------------


class Relation(StrEnum):
    """What two linked passages are to each other."""

    IDENTICAL = "identical"
    EDITED = "edited"
    PARAPHRASE = "paraphrase"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of one version that tell what sentences of another tell; indices into `AnnotatedDocument.sentences`."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    similarity: float
    """Share of words kept in order between the two merged texts; 1 is identical."""
    confidence: float
    """Calibrated probability that the link is right."""
    relation: Relation
    moved: bool = False
    why: tuple[tuple[str, float], ...] = ()
    """What the confidence is made of, on request: groups of features, each with what it adds to the log-odds."""

    @property
    def shape(self) -> str:
        return f"{'1' if len(self.a) == 1 else 'n'}-{('1' if len(self.b) == 1 else 'm' if len(self.a) > 1 else 'n')}"


@dataclass(frozen=True, slots=True)
class PairAlignment:
    """The links between two versions, by letter."""

    a: str
    b: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the collation: the sentences of each version that tell the same; absent versions have no cell."""

    number: int
    """From 1, in the order of the base version with other content slotted in."""
    cells: tuple[tuple[str, tuple[int, ...]], ...]
    """(version letter, sentence indices), in the order of the documents."""
    score: float
    """1 minus the mean similarity of the row's links; 1 for a row of one version."""
    moved: tuple[str, ...] = ()

    def cell(self, version: str) -> tuple[int, ...]:
        return next((indices for letter, indices in self.cells if letter == version), ())

    @property
    def versions(self) -> tuple[str, ...]:
        return tuple(letter for letter, _ in self.cells)


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs and the N-way collation made of them. Every sentence stands in exactly one row."""

    pairs: tuple[PairAlignment, ...]
    rows: tuple[Row, ...]
    shortcut: str | None = None
    """Names the shortcut taken for many versions, for the report's account of its method."""


# ---- figures ------------------------------------------------------------------------------------------------------


class Verdict(StrEnum):
    """What the versions' readings, or a difference between them, amount to."""

    CONFLICT = "conflict"
    CHECK = "check"
    RECONCILED = "reconciled"
    NOTE = "note"
    AGREE = "agree"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version gives for a figure, where, and on whose word."""

    version: str
    sentence: int
    """Index into the version's sentences."""
    quantity: Quantity
    speaker: str | None = None


Cause = Literal["time", "sources", "parts", "owner", "poles"]


@dataclass(frozen=True, slots=True)
class Figure:
    """Quantities of one or more versions that measure the same thing."""

    id: str
    referent: str
    """What is measured, in words of the text: "fighters"."""
    unit: str | None
    readings: tuple[Reading, ...]
    outcome: Outcome | None
    """The gravest between two versions; None where only one version gives it ("single")."""
    verdict: Verdict
    reason: str = ""
    """Why the verdict is what it is, in one sentence, with the arithmetic where there is any."""
    cause: Cause | None = None
    """What may explain values that differ: a later count, two sources, a sum and its parts, perhaps another owner."""


# ---- differences, score -------------------------------------------------------------------------------------------


class Severity(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 low, 1 medium, 2 high."""
        return list(Severity).index(self)


class FindingKind(StrEnum):
    """Kinds of finding, as in docs/method.md."""

    NUMBER_CONFLICT = "number_conflict"
    MAGNITUDE_CONFLICT = "magnitude_conflict"
    UNIT_CONFLICT = "unit_conflict"
    BOUND_CONFLICT = "bound_conflict"
    DATE_CONFLICT = "date_conflict"
    ORDINAL_CONFLICT = "ordinal_conflict"
    ATTRIBUTED_CONFLICT = "attributed_conflict"
    UPDATED_COUNT = "updated_count"
    FIGURE_CHECK = "figure_check"
    PRECISION_CHANGE = "precision_change"
    PREDICATE_CONFLICT = "predicate_conflict"
    NEGATION_FLIP = "negation_flip"
    SUBJECT_CHANGE = "subject_change"
    HEDGE_DROP = "hedge_drop"
    QUOTE_ALTERED = "quote_altered"
    QUOTE_TRIMMED = "quote_trimmed"
    TONE_CHANGE = "tone_change"
    QUOTE_ADDED = "quote_added"
    ATTRIBUTION_DROP = "attribution_drop"
    ATTRIBUTION_CHANGE = "attribution_change"
    NAME_CHANGE = "name_change"
    NAME_VARIANT = "name_variant"
    ADDITION = "addition"
    OMISSION = "omission"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a version; its text is always sliced from there."""

    version: str
    sentence: int
    """Index into the version's sentences."""
    start: int
    end: int
    field: Field = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a detector found, before it is ranked and gets its id."""

    kind: FindingKind
    verdict: Verdict
    severity: Severity
    evidence: tuple[Evidence, ...]
    """One or more places per version that takes part; all versions of `versions` appear."""
    versions: tuple[str, ...]
    explanation: str
    """One sentence that a person can read, with the versions' own words."""
    absent_from: tuple[str, ...] = ()
    in_part: tuple[str, ...] = ()
    """Those of `absent_from` that share a fact or quotation with the passage elsewhere."""
    row: int | None = None
    figure: str | None = None
    heart: int | None = None
    """Of a passage, the index of the sentence that carries most, in the version that its evidence begins with."""
    sentences: int = 1
    """Of a passage, how many of its sentences those who lack that one have no part of."""
    weight: float = 0.5
    """0..1 within its severity: how much a reader would care; decides the rank."""


@dataclass(frozen=True, slots=True)
class Compared:
    """All that a detector of differences looks at. `documents` stand in an order that does not depend on the input's."""

    documents: tuple[AnnotatedDocument, ...]
    alignment: Alignment
    figures: tuple[Figure, ...]
    base: str
    """Letter of the base version."""

    def document(self, version: str) -> AnnotatedDocument:
        return next(d for d in self.documents if d.id == version)


class DecisionState(StrEnum):
    """What a reviewer made of a finding."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's word on a finding."""

    state: DecisionState = DecisionState.OPEN
    note: str = ""

    @property
    def told(self) -> bool:
        """Whether it says anything."""
        return self.state is not DecisionState.OPEN or bool(self.note)


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference with its rank and a lasting id."""

    id: str
    number: int
    """A reader's number, 1 for the first by rank."""
    score: float
    """0..1 by severity, verdict and weight; falls with rank."""
    difference: Difference
    decision: Decision = Decision()

    @property
    def dismissed(self) -> bool:
        return self.decision.state is DecisionState.DISMISSED


@dataclass(frozen=True, slots=True)
class PairSimilarity:
    """How much two versions share, by words; `a_in_b` is the share of A's words that stand in B."""

    a: str
    b: str
    similarity: float
    a_in_b: float
    b_in_a: float


class Derivation(StrEnum):
    """How much of a version stands in the one it is closest to (METER)."""

    WHOLLY = "wholly"
    PARTIALLY = "partially"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where the words of a version come from, as far as the other versions show it; shares of its words, 0..1."""

    version: str
    closest: str | None
    """The version that has most of its words; None where none has any of its sentences."""
    closest_is_earlier: bool | None
    """Whether that one was published before it; None where their times do not say."""
    verbatim: float
    """Words in the same order in sentences that are the same or edited."""
    rewritten: float
    """Other words of sentences that the closest version tells, too; what remains is new."""
    derivation: Derivation

    @property
    def new(self) -> float:
        return max(0.0, 1.0 - self.verbatim - self.rewritten)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a report says: plain values, nothing formatted."""

    story_id: str | None
    title: str | None
    base: str
    """Letter of the version that additions and omissions are stated against."""
    documents: tuple[AnnotatedDocument, ...]
    """By order of input, so by letter."""
    alignment: Alignment
    similarities: tuple[PairSimilarity, ...]
    lineage: tuple[Lineage, ...]
    """Of every version that is no copy."""
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    """All of them, by rank; `shown` leaves out those below the wanted severity."""
    settings: Settings
    made: datetime | None = None
    """When the report was made; printed in PDF and HTML, in no other format."""

    @property
    def shown(self) -> tuple[Finding, ...]:
        wanted = Severity(self.settings.min_severity).rank
        return tuple(f for f in self.findings if f.difference.severity.rank >= wanted)

    def document(self, version: str) -> AnnotatedDocument:
        return next(d for d in self.documents if d.id == version)
