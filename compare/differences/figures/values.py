"""Figures -> Difference*: numbers, dates, units and bounds that differ between versions; one difference per figure."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import combinations

from compare.differences.changes import clauses, listed, merged
from compare.differences.figures.numerals import numeral_changes
from compare.figures.beside import nearest_state
from compare.figures.mentions import token_range
from compare.language import function_words
from compare.messages import Message, message, refilled
from compare.model import Compared, Difference, Evidence, Figure, FindingKind, Outcome, Quantity, Reading, Severity, Verdict
from compare.quantities import relate_quantities
from compare.quantities.lexicon import lexicon
from compare.times import parsed

FIXED = frozenset({"age", "date", "time", "ordinal", "score"})
"""Kinds that do not change as a story goes on: what differs there is to be checked, but is no update."""
APPROXIMATE = frozenset({"~", "~<", "~>"})
UPWARD, DOWNWARD = frozenset({">", ">=", "~>"}), frozenset({"<", "<=", "~<"})
WEEKDAYS = frozenset(name.casefold() for name in calendar.day_name)
POWERS_OF_TEN = frozenset(Fraction(10) ** k for k in range(-12, 13) if k)
"""Ratios between values that a changed magnitude gives: million for billion, lakh for crore, a zero too many."""
CARE = {"dead": 1.0, "hurt": 0.9, "missing": 0.85, "held": 0.75, "fled": 0.75, "infected": 0.8, "saved": 0.7}
"""How much a reader cares for a count of people, by what happened to them (set by hand: lives before liberty before loss)."""
CARE_OF_KIND = {"money": 0.65, "count": 0.6, "percent": 0.55, "measure": 0.5, "age": 0.5, "date": 0.45,
                "score": 0.3, "ordinal": 0.3, "time": 0.2}  # fmt: skip
MOST_VALUES = 4
"""Different values that an explanation tells; of more it tells how many lie between the least and the greatest."""


def figure_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each figure whose versions do not simply agree, in the order of the figures; then other numbers."""
    rows = {(v, i): row.number for row in compared.alignment.rows for v, cell in row.cells for i in cell}
    for figure in compared.figures:
        if figure.outcome not in (None, Outcome.EQUAL):
            yield difference(figure, compared, rows)
    yield from merged(numeral_changes(compared), compared)


@dataclass(frozen=True, slots=True)
class Label:
    """What a difference is called."""

    kind: FindingKind
    severity: Severity
    verdict: Verdict


def difference(figure: Figure, compared: Compared, rows: Mapping[tuple[str, int], int]) -> Difference:
    """The difference that a figure shows."""
    label = label_of(figure)
    copies = {d.id for d in compared.documents if d.document.duplicate_of}
    first = tuple(r for r in first_readings(figure) if r.version not in copies)  # a copy has no voice of its own
    first = tuple(sorted(first, key=lambda r: r.version != compared.base))
    return Difference(
        kind=label.kind,
        verdict=label.verdict,
        severity=label.severity,
        evidence=tuple(evidence_of(r, compared) for r in first),
        versions=tuple(r.version for r in first),
        explanation=explanation(figure, first, compared),
        row=most_common([rows[r.version, r.sentence] for r in figure.readings if (r.version, r.sentence) in rows]),
        figure=figure.id,
        weight=weight(figure, label, compared),
    )


def label_of(figure: Figure) -> Label:
    """Kind, severity and verdict, as the table of CONTRACT's finding kinds says."""
    a, b = differing_pair(figure)
    if figure.verdict is Verdict.RECONCILED:
        modifiers = {a.modifier, b.modifier}
        if figure.outcome is Outcome.MODIFIER_ONLY and "=" in modifiers and modifiers & APPROXIMATE:
            return Label(FindingKind.HEDGE_DROP, Severity.LOW, Verdict.NOTE)
        return Label(FindingKind.PRECISION_CHANGE, Severity.LOW, Verdict.RECONCILED)
    if figure.verdict is Verdict.CHECK:
        if figure.cause == "time" and not FIXED & {a.kind, b.kind}:
            return Label(FindingKind.UPDATED_COUNT, Severity.MEDIUM, Verdict.CHECK)
        return Label(FindingKind.FIGURE_CHECK, Severity.LOW, Verdict.CHECK)
    kind, severity = conflict_kind(a, b, figure)
    return Label(kind, severity, Verdict.CONFLICT)


def conflict_kind(a: Quantity, b: Quantity, figure: Figure) -> tuple[FindingKind, Severity]:
    """What differs in a conflict, and how grave that is."""
    if {a.kind, b.kind} & {"date", "time"}:
        minor = "time" in (a.kind, b.kind) or any(q.text.casefold().strip(" .,") in WEEKDAYS for q in (a, b))
        return FindingKind.DATE_CONFLICT, Severity.MEDIUM if minor else Severity.HIGH
    if a.kind == b.kind == "ordinal":
        return FindingKind.ORDINAL_CONFLICT, Severity.MEDIUM
    if figure.cause == "sources":
        return FindingKind.ATTRIBUTED_CONFLICT, Severity.HIGH
    if figure.outcome is Outcome.INCOMPARABLE_UNIT or (a.unit != b.unit and a.lower == b.lower and a.upper == b.upper):
        return FindingKind.UNIT_CONFLICT, Severity.HIGH
    if figure.outcome is Outcome.BOUNDARY_CONFLICT:
        return FindingKind.BOUND_CONFLICT, Severity.MEDIUM
    for x, y in ((a, b), (b, a)):
        if x.modifier in UPWARD and y.modifier in DOWNWARD:
            near = x.modifier in APPROXIMATE or y.modifier in APPROXIMATE
            return FindingKind.BOUND_CONFLICT, Severity.MEDIUM if near else Severity.HIGH
    if "score" in (a.kind, b.kind):
        return FindingKind.NUMBER_CONFLICT, Severity.MEDIUM
    if ratio(a, b) in POWERS_OF_TEN:
        return FindingKind.MAGNITUDE_CONFLICT, Severity.HIGH
    return FindingKind.NUMBER_CONFLICT, Severity.HIGH


def ratio(a: Quantity, b: Quantity) -> Fraction | None:
    """Of two points; None where one is no point or zero."""
    x, y = (q.lower if q.lower is not None else q.upper for q in (a, b))
    return Fraction(x) / Fraction(y) if isinstance(x, Decimal) and isinstance(y, Decimal) and x and y else None


def differing_pair(figure: Figure) -> tuple[Quantity, Quantity]:
    """The first two readings of different versions that relate as the figure's outcome says."""
    first = first_readings(figure)
    pairs = [(a.quantity, b.quantity, relate_quantities(a.quantity, b.quantity)) for a, b in combinations(first, 2)]
    exact = [(a, b) for a, b, outcome in pairs if outcome is figure.outcome]
    other = [(a, b) for a, b, outcome in pairs if outcome is not Outcome.EQUAL]  # one slot is judged more strictly
    return (*exact, *other, (first[0].quantity, first[-1].quantity))[0]


def first_readings(figure: Figure) -> tuple[Reading, ...]:
    """The first reading of each version, in the order of the figure's readings."""
    seen: dict[str, Reading] = {}
    for reading in figure.readings:
        seen.setdefault(reading.version, reading)
    return tuple(seen.values())


def evidence_of(reading: Reading, compared: Compared) -> Evidence:
    field = compared.document(reading.version).sentences[reading.sentence].field
    return Evidence(reading.version, reading.sentence, reading.quantity.start, reading.quantity.end, field)


def explanation(figure: Figure, first: Sequence[Reading], compared: Compared) -> Message:
    """Who says what, in the versions' own words, and why it may be so."""
    wordings = grouped(first, lambda r: surface(r.quantity).casefold())
    values = wordings if len(wordings) <= MOST_VALUES else grouped(first, lambda r: value_of(r.quantity))
    ordered = in_time(values, compared) if figure.cause == "time" else in_order(values, compared.base)
    told = [telling(readings, compared) for readings in ordered]
    if len(told) > MOST_VALUES:
        told[MOST_VALUES - 1 : -1] = [message("values.between", n=len(told) - MOST_VALUES)]
    stopped = told[-1].endswith(".")  # "10 a.m." needs no other stop
    says = message("values.told_stopped" if stopped else "values.told", values=clauses(told))
    if figure.verdict is Verdict.CONFLICT and not figure.cause and len({r.quantity.unit for r in first}) == 1:
        return says
    # a reason that begins with two values has been told both of them just before
    why = refilled(figure.reason, {"figure.two": message("figure.they")}) if len(told) == 2 else figure.reason
    return message("values.told_why", told=says, why=why)


def grouped(readings: Sequence[Reading], key: Callable[[Reading], Hashable]) -> list[list[Reading]]:
    """The readings that have one key together, in order."""
    groups: dict[Hashable, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(key(reading), []).append(reading)
    return list(groups.values())


def telling(readings: Sequence[Reading], compared: Compared) -> Message:
    """One value with the versions that give it: "Wire and Post say 50 people"."""
    who = [compared.document(r.version).label for r in readings]
    return message("values.says", who=listed(who), n=len(who), value=within_sentence(readings[0], compared))


def within_sentence(reading: Reading, compared: Compared) -> str:
    """A quantity's words as they stand in the middle of a sentence: "about 400", "eleven others", but "May" and "Rs 400"."""
    text, document = surface(reading.quantity), compared.document(reading.version).document
    known = lexicon(document.language or "en")
    first = text.replace("-", " ").split(" ")[0]
    if known.capital_nouns or reading.quantity.kind in ("date", "time") or (len(first) > 1 and first.isupper()):
        return text
    return text[:1].lower() + text[1:] if first.casefold() in opening_words(known.language) else text


@cache
def opening_words(language: str) -> frozenset[str]:
    """Words that are no names and may open a quantity."""
    return lexicon(language).starters | function_words(language)


def value_of(quantity: Quantity) -> Quantity:
    """What a quantity says, without its place and wording; a date that was not made out is known by its words."""
    words = quantity.text.casefold() if quantity.lower is None and quantity.upper is None else ""
    return replace(quantity, start=0, end=0, text=words, counted=None)


def in_time(values: list[list[Reading]], compared: Compared) -> list[list[Reading]]:
    """The values as they were published, first things first; as `in_order` where a version has no time."""
    times = {d.id: parsed(d.document.version.published) for d in compared.documents}
    if any(times[r.version] is None for readings in values for r in readings):
        return in_order(values, compared.base)
    return sorted(values, key=lambda readings: min(t for r in readings if (t := times[r.version])))


def in_order(values: list[list[Reading]], base: str) -> list[list[Reading]]:
    """The base version's value, then the others from the least to the greatest, as far as they have one unit."""
    quantities = [readings[0].quantity for readings in values]
    sizes = [q.lower if q.lower is not None else q.upper for q in quantities]
    comparable = None not in sizes and len({q.unit for q in quantities}) == 1

    def place(k: int) -> tuple[bool, float, int]:
        return all(r.version != base for r in values[k]), float(sizes[k] or 0) if comparable else 0.0, k

    return [values[k] for k in sorted(range(len(values)), key=place)]


def surface(quantity: Quantity) -> str:
    """The quantity's words with what is counted."""
    text = " ".join(quantity.text.split())
    counted = quantity.counted or ""
    return text if not counted or counted.casefold() in text.casefold() else f"{text} {counted}"


def most_common(numbers: Sequence[int]) -> int | None:
    return min(numbers, key=lambda n: (-numbers.count(n), n)) if numbers else None


def weight(figure: Figure, label: Label, compared: Compared) -> float:
    """How much a reader would care: people before money before weekdays; differences of form least."""
    care = max(care_for(r, compared) for r in figure.readings)
    return round(care * (0.3 if label.verdict in (Verdict.RECONCILED, Verdict.NOTE) else 1.0), 3)


def care_for(reading: Reading, compared: Compared) -> float:
    q = reading.quantity
    of_kind = CARE_OF_KIND.get(q.kind, 0.4)
    if q.kind not in ("count", "vague"):
        return of_kind
    return CARE.get(state_of(reading, compared) or "", of_kind)


def state_of(reading: Reading, compared: Compared) -> str | None:
    """What happened to those whom a reading counts; None where nothing near says so."""
    sentence = compared.document(reading.version).sentences[reading.sentence]
    first, last = token_range(sentence, reading.quantity)
    return nearest_state(sentence, first, last, set(range(first, last)))
