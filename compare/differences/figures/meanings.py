"""Figures -> Difference*: one number, but not of the same: 26 crew or 26 pirates, what one raid took or what five raids did.

No comparison of numbers sees these, as the numbers agree. Both are to check: the words may be the source's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare.differences.changes import clauses, listed, quoted
from compare.differences.content.carried import by_first_word, phrases_in
from compare.lexicon import sections, word_class
from compare.lexicon.opposites import excluding, sides
from compare.messages import message
from compare.model import (
    Annotated,
    Compared,
    Difference,
    Evidence,
    Figure,
    FindingKind,
    Reading,
    Severity,
    Verdict,
)

AGREED = frozenset({Verdict.AGREE, Verdict.RECONCILED})
LEAST_FIGURES = 2
"""Figures of two sentences that must agree before one sentence is taken to give a total for what the other gives as one haul."""
DAYS = frozenset(day + s for day in "monday tuesday wednesday thursday friday saturday sunday".split() for s in ("", "s"))
Place = tuple[str, int]
"""A version and the index of a sentence."""


def meaning_differences(compared: Compared) -> Iterable[Difference]:
    """A difference for each count whose versions call the counted another thing, and for each total told as a single haul."""
    originals = {d.id for d in compared.documents if not d.document.duplicate_of}
    figures = [f for f in compared.figures if f.verdict in AGREED and any(r.quantity.kind == "count" for r in f.readings)]
    rows = {(v, i): row.number for row in compared.alignment.rows for v, cell in row.cells for i in cell}
    for figure in figures:
        yield from other_label(figure, [r for r in figure.readings if r.version in originals], compared, rows)
    yield from totals(figures, originals, compared, rows)


# ---- what the counted are called ------------------------------------------------------------------------------------


def other_label(
    figure: Figure, readings: Sequence[Reading], compared: Compared, rows: Mapping[Place, int]
) -> Iterator[Difference]:
    """The difference in what versions call the people of one count, where a version has no other word for them."""
    words: dict[str, set[str]] = {}
    for r in readings:
        words.setdefault(r.version, set()).update(label for label in [label_of(r)] if label)
    called = {v: held for v, held in words.items() if held}
    plain = {v for v, mine in called.items() if any(judges(x, y) for x in mine for other in called.values() for y in other)}
    judged = {v for v, mine in called.items() if any(judges(y, x) for x in mine for other in called.values() for y in other)}
    told = [r for side in (plain - judged, judged - plain) for r in firsts(readings, side, compared)]
    sides_told = [[r for r in told if r.version in side] for side in (plain - judged, judged - plain)]
    if not all(sides_told):
        return
    parts = [message("wording.has", who=labels(side, compared), n=len(side), words=quoted(side[0].quantity.text))
             for side in sides_told]  # fmt: skip
    yield difference(told, message("values.other_label", wordings=clauses(parts)), figure, compared, rows)


def label_of(reading: Reading) -> str | None:
    """The word for the people counted, if it is one that may judge them."""
    last = (reading.quantity.counted or "").casefold().split()[-1:]
    return last[0] if last and last[0] in sides("labels.txt") else None


def judges(one: str, other: str) -> bool:
    """Whether the first word is of those that say what people are, and the second of those that call them guilty."""
    return excluding("labels.txt", one, other) and min(sides("labels.txt")[one]) < min(sides("labels.txt")[other])


# ---- totals -----------------------------------------------------------------------------------------------------------


def totals(
    figures: Sequence[Figure], originals: set[str], compared: Compared, rows: Mapping[Place, int]
) -> Iterator[Difference]:
    """A difference for each sentence that gives for one event what the sentences of other versions give for several."""
    summed: dict[Place, dict[Place, list[Figure]]] = {}
    for figure in figures:
        counts = [r for r in figure.readings if r.quantity.kind == "count" and r.version in originals]
        over = [r for r in counts if is_total(sentence_of(r, compared))]
        for single in (r for r in counts if is_single(r, compared)):
            for total in (r for r in over if r.version != single.version):
                held = summed.setdefault((single.version, single.sentence), {})
                held.setdefault((total.version, total.sentence), []).append(figure)
    for single_place, held in summed.items():
        sure = [place for place, shared in held.items() if len(shared) >= LEAST_FIGURES]
        if sure:
            figure = held[sure[0]][0]
            places = (single_place, *sure)
            told = first_of_each(r for place in places for r in figure.readings if (r.version, r.sentence) == place)
            which = quoted(" ".join(told[0].quantity.text.split()))
            one, several = labels(told[:1], compared), labels(told[1:], compared)
            why = message("values.total", value=which, single=one, others=several, n=len(told) - 1)
            yield difference(told, why, figure, compared, rows)


def is_single(reading: Reading, compared: Compared) -> bool:
    """Whether a reading is of one event, as far as its sentence and its neighbours show."""
    sentence = sentence_of(reading, compared)
    periods = word_class("periods") | word_class("calendar") - DAYS
    return periods.isdisjoint(t.norm for t in sentence.tokens) and not any(is_total(s) for s in around(reading, compared))


def is_total(sentence: Annotated) -> bool:
    """Whether a sentence sums up over several events or a time: "so far", "in their five operations"."""
    phrases = tuple(sections("grammar.toml")["sums_up"].strip().splitlines())
    if any(phrases_in([t.norm for t in sentence.tokens], by_first_word(phrases))):
        return True
    several = (q for q in sentence.quantities if q.kind == "count" and q.lower is not None and q.lower > 1)
    return any((q.counted or "").casefold().split()[-1:][0] in word_class("events") for q in several if q.counted)


def around(reading: Reading, compared: Compared) -> Sequence[Annotated]:
    """A reading's sentence and its neighbours."""
    return compared.document(reading.version).sentences[max(0, reading.sentence - 1) : reading.sentence + 2]


# ---- the difference ---------------------------------------------------------------------------------------------------


def difference(
    told: Sequence[Reading], explanation: str, figure: Figure, compared: Compared, rows: Mapping[Place, int]
) -> Difference:
    """What is told of some readings of one figure."""
    return Difference(
        kind=FindingKind.SUBJECT_CHANGE,
        verdict=Verdict.CHECK,
        severity=Severity.MEDIUM,
        evidence=tuple(evidence_of(r, compared) for r in told),
        versions=tuple(r.version for r in told),
        explanation=explanation,
        row=min((rows[r.version, r.sentence] for r in told if (r.version, r.sentence) in rows), default=None),
        figure=figure.id,
        weight=0.5,
    )


def evidence_of(reading: Reading, compared: Compared) -> Evidence:
    q, field = reading.quantity, sentence_of(reading, compared).field
    return Evidence(reading.version, reading.sentence, q.start, q.end, field)


def firsts(readings: Sequence[Reading], versions: set[str], compared: Compared) -> list[Reading]:
    """The first reading with a label of each version, in the order of the versions."""
    found = [r for d in compared.documents if d.id in versions for r in readings if r.version == d.id and label_of(r)]
    return first_of_each(found)


def first_of_each(readings: Iterable[Reading]) -> list[Reading]:
    """One reading for each version: the first."""
    seen: dict[str, Reading] = {}
    for reading in readings:
        seen.setdefault(reading.version, reading)
    return list(seen.values())


def labels(readings: Sequence[Reading], compared: Compared) -> str:
    return listed([compared.document(r.version).label for r in readings])


def sentence_of(reading: Reading, compared: Compared) -> Annotated:
    return compared.document(reading.version).sentences[reading.sentence]
