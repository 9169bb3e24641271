"""What is read in a sentence: tokens, quantities, names, who says it and how surely, what is quoted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from compare.model.texts import Document, Field

Number = Decimal | Fraction
QuantityKind = Literal[
    "count", "measure", "money", "percent", "percentage_point", "fraction", "ratio", "age",
    "duration", "date", "time", "score", "ordinal", "vague",
]  # fmt: skip
Modifier = Literal["=", "~", "~<", "~>", "<", "<=", ">", ">="]


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
