"""Figures -> blocks of those that versions give differently, lines of those on which they agree, lists of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from compare.lexicon import word_class
from compare.model import Figure, Finding, Reading, Verdict
from compare.render.findings_part import finding_view
from compare.render.legible import legible, shortened
from compare.render.material import LONGEST_SAYING, Material, at
from compare.render.number_line import number_line
from compare.render.redline import Span
from compare.render.views import AgreedFigure, AgreedFigures, FigureBlock, FiguresPart, ReadingView, Reference, SingleFigures
from compare.render.words import Words, capitalised

ORDER = (Verdict.CONFLICT, Verdict.CHECK, Verdict.RECONCILED, Verdict.AGREE)
SENTENCE_LENGTH = 320
"""Characters of the sentence around a reading."""
NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital letter."""
SINGLES_LENGTH = 1_500
"""Characters of the list of figures that one version has alone."""


class Told(NamedTuple):
    """What makes two readings one line: the words of the sentence, the figure in them, and who says it."""

    sentence: str
    value: str
    speaker: str


def ordered_figures(figures: Sequence[Figure], shown: Sequence[Finding]) -> list[Figure]:
    """The figures of several versions in the order of the findings about them; those without any last, gravest first.

    Page 1 tells the findings in that order, so that the numbers of figures rise there too.
    """
    first: dict[str, int] = {}
    for f in shown:
        if f.difference.figure:
            first.setdefault(f.difference.figure, f.number)
    several = [f for f in figures if f.verdict in ORDER]
    return sorted(several, key=lambda f: (first.get(f.id, len(shown) + 1), ORDER.index(f.verdict), f.id))


def chosen_figures(material: Material) -> list[Figure]:
    """The figures that the report has room for, in order."""
    ordered = ordered_figures(material.comparison.figures, material.comparison.shown)
    about = {f.difference.figure for f in material.comparison.shown}
    blocks = [f for f in ordered if f.verdict is not Verdict.AGREE or f.id in about]
    agreed = [f for f in ordered if f.verdict is Verdict.AGREE and f.id not in about]
    return [*blocks[: material.bounds.figures], *agreed[: material.bounds.agreed]]


def figures_part(material: Material, chosen: Sequence[Figure]) -> FiguresPart:
    """The part on figures; `chosen` are those that the material has numbers for."""
    about: dict[str, list[Finding]] = {}
    for finding in material.comparison.shown:
        if finding.difference.figure:
            about.setdefault(finding.difference.figure, []).append(finding)
    several = sum(f.verdict in ORDER for f in material.comparison.figures)
    return FiguresPart(
        blocks=tuple(block(f, about.get(f.id, []), material) for f in chosen if is_block(f, about)),
        agreed=agreed_figures([f for f in chosen if not is_block(f, about)], material),
        singles=singles(material),
        more=material.words.count("more_figures", several - len(chosen)) if several > len(chosen) else "",
    )


def is_block(figure: Figure, about: dict[str, list[Finding]]) -> bool:
    return figure.verdict is not Verdict.AGREE or figure.id in about


def block(figure: Figure, findings: Sequence[Finding], material: Material) -> FigureBlock:
    """A figure with a line for each reading."""
    words = material.words
    number = material.figure_numbers[figure.id]
    readings = readings_of(figure, material)
    hidden = len(readings) - material.bounds.wordings
    row = row_of(figure, material)
    views = [finding_view(f, material) for f in findings]
    said = any(says_why(f.difference.explanation, figure) for f in findings)
    return FigureBlock(
        anchor=f"figure-{number}",
        number=number,
        referent=title_of(figure, words),
        verdict=words.verdicts[figure.verdict],
        tone=figure.verdict,
        reason=material.said("" if said else figure.reason),
        outcome=words.outcomes[figure.outcome] if figure.outcome and not legible(figure.reason) else "",
        findings=tuple(replace(view, row=None) if view.row == row else view for view in views),
        readings=readings[: material.bounds.wordings],
        more=words.count("more", hidden) if hidden > 0 else "",
        row=row,
        line=number_line(figure, material),
    )


def says_why(explanation: str, figure: Figure) -> bool:
    """Whether an explanation ends with the figure's own reason, and is short enough for its end to be shown.

    The reason's first words may differ there: "They fit; Wire is more precise.".
    """
    return 0 < len(figure.reason) < len(explanation) <= LONGEST_SAYING and explanation.endswith(figure.reason.rpartition("” ")[2])


def title_of(figure: Figure, words: Words) -> str:
    """What is measured; where the text does not say, the first reading."""
    referent = legible(figure.referent).strip()
    return shortened(referent, 80) if referent else words.quoted(shortened(legible(figure.readings[0].quantity.text), 60))


def in_order(figure: Figure, material: Material) -> list[Reading]:
    return sorted(figure.readings, key=lambda r: (material.place[r.version], r.sentence, r.quantity.start))


def readings_of(figure: Figure, material: Material) -> tuple[ReadingView, ...]:
    """The readings in the order of the versions, equal ones in one line."""
    grouped: dict[Told, list[Reading]] = {}
    for r in in_order(figure, material):
        grouped.setdefault(told(r, material), []).append(r)
    return tuple(
        ReadingView(
            who=material.who(r.version for r in readings),
            value=legible(readings[0].quantity.text),
            wording=material.wording(at(readings[0]), [span(readings[0])], SENTENCE_LENGTH),
            speaker=legible(line.speaker),
        )
        for line, readings in grouped.items()
    )


def told(reading: Reading, material: Material) -> Told:
    """By what a reading is joined with others."""
    if material.bounds.by_value:
        return Told("", " ".join(reading.quantity.text.casefold().split()), "")
    sentence = material.sentence(at(reading)).text
    return Told(" ".join(sentence.split()), reading.quantity.text, source_of(reading, material))


def source_of(reading: Reading, material: Material) -> str:
    """Who says a reading, as it stands within a sentence: "a count kept at the camp", though "A count" began its own.

    Nobody where a pronoun says it, or those who are counted: "Eleven of them said".
    """
    speaker, sentence = reading.speaker or "", material.sentence(at(reading))
    start, end = sentence.statement.speaker_span or (0, 0)
    if speaker.lower() in word_class("pronouns") or (start < reading.quantity.end and reading.quantity.start < end):
        return ""
    opens = end > 0 and not sentence.slice(sentence.start, start).strip("“\"‘'(—– ")
    named = any(n.start <= start < n.end for n in sentence.names)
    noun = material.documents[reading.version].document.language in NOUNS_WITH_CAPITALS
    word = speaker.partition(" ")[0][1:].islower() or speaker.startswith("A ")
    return f"{speaker[0].lower()}{speaker[1:]}" if opens and word and not named and not noun else speaker


def span(reading: Reading) -> Span:
    return Span(reading.quantity.start, reading.quantity.end, "evidence")


def row_of(figure: Figure, material: Material) -> Reference | None:
    return material.row(material.row_of.get(at(in_order(figure, material)[0])))


def agreed_figures(figures: Sequence[Figure], material: Material) -> tuple[AgreedFigures, ...]:
    """The figures on which versions agree, by who gives them, those of most versions first."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        groups.setdefault(tuple(material.in_order(r.version for r in figure.readings)), []).append(figure)
    order = sorted(groups, key=lambda letters: (-len(letters), [material.place[x] for x in letters]))
    linked = len(figures) <= material.bounds.agreed_links
    return tuple(
        AgreedFigures(
            capitalised(material.letters(letters)),
            one_link_a_row([agreed_figure(f, material, linked) for f in by_row(groups[letters], material)]),
        )
        for letters in order
    )


def one_link_a_row(figures: Sequence[AgreedFigure]) -> tuple[AgreedFigure, ...]:
    """The figures with the row named behind the last of those that stand in it."""
    following = [*figures[1:], None]
    return tuple(
        replace(f, row=None) if after is not None and after.row == f.row else f
        for f, after in zip(figures, following, strict=True)
    )


def by_row(figures: Sequence[Figure], material: Material) -> list[Figure]:
    """The figures in the order in which the story tells them."""
    return sorted(figures, key=lambda f: (material.row_of.get(at(in_order(f, material)[0]), 0), f.id))


def agreed_figure(figure: Figure, material: Material, linked: bool) -> AgreedFigure:
    """A figure with every way in which it is written, and its row, with a link or only by number."""
    written: dict[str, str] = {}
    for r in in_order(figure, material):
        text = legible(r.quantity.text)
        written.setdefault(text.casefold(), text)
    values = " / ".join(written.values())
    counted = any(r.quantity.counted for r in figure.readings)
    referent = title_of(figure, material.words) if counted else ""
    named = not referent or referent.casefold() in values.casefold()
    row = row_of(figure, material)
    return AgreedFigure(values if named else f"{referent}: {values}", row if row is None or linked else replace(row, anchor=None))


def times(values: Sequence[str]) -> list[str]:
    """The values in order, each once.

    >>> times(["Sunday", "12 boats", "Sunday"])
    ['2 × Sunday', '12 boats']
    """
    return [f"{n} × {value}" if n > 1 else value for value, n in Counter(values).items()]


def singles(material: Material) -> tuple[SingleFigures, ...]:
    """For each version the figures that no other gives, as they stand in it."""
    alone: dict[str, list[str]] = {}
    for figure in material.comparison.figures:
        if figure.verdict is Verdict.SINGLE:
            for r in figure.readings[:1]:
                alone.setdefault(r.version, []).append(legible(r.quantity.text))
    return tuple(
        SingleFigures(
            who=material.named(letter),
            count=material.words.count("figures", len(alone[letter])),
            values=shortened("; ".join(times(alone[letter])), SINGLES_LENGTH),
        )
        for letter in material.documents
        if letter in alone
    )
