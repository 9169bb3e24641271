"""Rows of the collation -> tables of cells with what changed marked; runs of unchanged rows become one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.model import AnnotatedDocument, Comparison, Field, Row
from compare.render.legible import legible, shortened
from compare.render.material import Material, SentenceAt, at, open_verdict
from compare.render.redline import Mark, Run, Span, marked, redline, same_words
from compare.render.views import AlignmentPart, AlignmentRow, AlignmentTable, Cell, Reference

MOST_COLUMNS = 5
"""Versions that stand side by side; with more, the base stands beside all variants."""
ROWS_PER_TABLE = 250
"""Beyond that a table is set as several, each with a head of its own, which may then stand in the middle of a page."""
SAMPLE_LENGTH = 90
"""Characters that show where a collapsed run begins."""
LINKS_PER_ROW = 4
"""Findings that a row links to."""

RowRun = tuple[Row, ...]


def grouped_rows(comparison: Comparison) -> tuple[RowRun, ...]:
    """The rows in order, neighbours that are the same in every version in one run; the others alone."""
    documents = {d.id: d for d in comparison.documents}
    out: list[list[Row]] = []
    open_run = False
    for row in comparison.alignment.rows:
        same = unchanged(row, documents)
        if same and open_run:
            out[-1].append(row)
        else:
            out.append([row])
        open_run = same
    return tuple(tuple(run) for run in out)


def unchanged(row: Row, documents: Mapping[str, AnnotatedDocument]) -> bool:
    """Whether every version tells the row in the same words at the same place."""
    if len(row.cells) < len(documents) or row.moved:
        return False
    first, *others = [cell_text(documents[letter], indices) for letter, indices in row.cells]
    return all(same_words(first, other) for other in others)


def cell_text(document: AnnotatedDocument, indices: Sequence[int]) -> str:
    return " ".join(document.sentences[i].text for i in indices)


def anchors_of(groups: Sequence[RowRun]) -> dict[int, str]:
    """For each row's number the anchor of the line that shows it."""
    return {row.number: f"row-{run[0].number}" for run in groups for row in run}


def alignment_part(material: Material, groups: Sequence[RowRun], linked: Sequence[int]) -> AlignmentPart:
    """The tables; `linked` are the numbers of the findings that the report shows."""
    findings = findings_by_row(material, frozenset(linked))
    wanted = frozenset(findings) | figure_rows(material)
    marks = figure_marks(material)
    lines = [line(run, material, findings, wanted, marks) for run in groups]
    return AlignmentPart(columns(material), not side_by_side(material), tuple(tables(lines, material)), "")


def tables(lines: Sequence[AlignmentRow], material: Material) -> Iterator[AlignmentTable]:
    for i in range(0, len(lines), ROWS_PER_TABLE):
        chunk = lines[i : i + ROWS_PER_TABLE]
        first, last = chunk[0].number.split("–")[0], chunk[-1].number.split("–")[-1]
        name = material.words.phrase("row", n=first) if first == last else material.words.phrase("rows", n=f"{first}–{last}")
        yield AlignmentTable(name, tuple(chunk))


def side_by_side(material: Material) -> bool:
    return len(material.documents) <= MOST_COLUMNS


def columns(material: Material) -> tuple[str, ...]:
    if side_by_side(material):
        return tuple(material.named(letter) for letter in material.documents)
    return material.named(material.comparison.base), material.words.phrases["variants"]


def findings_by_row(material: Material, linked: frozenset[int]) -> dict[int, list[int]]:
    """Numbers of the findings on each line, by the number of the line's first row."""
    out: dict[int, list[int]] = {}
    for f in material.comparison.shown:
        if f.difference.row is not None and f.number in linked:
            out.setdefault(line_number(f.difference.row, material), []).append(f.number)
    return out


def line_number(row: int, material: Material) -> int:
    return int(material.row_anchors[row].removeprefix("row-")) if row in material.row_anchors else row


def figure_rows(material: Material) -> frozenset[int]:
    """Lines that a figure of the report links to."""
    shown = [f for f in material.comparison.figures if f.id in material.figure_numbers]
    readings = [min(f.readings, key=lambda r: (material.place[r.version], r.sentence, r.quantity.start)) for f in shown]
    rows = [material.row_of.get(at(r)) for r in readings]
    return frozenset(line_number(n, material) for n in rows if n is not None)


def figure_marks(material: Material) -> dict[SentenceAt, list[Span]]:
    """The figures of each sentence, to be boxed; heavier where versions differ on them."""
    out: dict[SentenceAt, list[Span]] = {}
    for figure in material.comparison.figures:
        mark: Mark = "differs" if open_verdict(figure.verdict) else "figure"
        for r in figure.readings:
            out.setdefault(at(r), []).append(Span(r.quantity.start, r.quantity.end, mark))
    return {place: sorted(spans, key=lambda s: (s.start, s.end)) for place, spans in out.items()}


def line(
    run: RowRun,
    material: Material,
    findings: Mapping[int, Sequence[int]],
    wanted: frozenset[int],
    marks: Mapping[SentenceAt, Sequence[Span]],
) -> AlignmentRow:
    """One line of the tables."""
    row = run[0]
    base = material.documents[material.comparison.base]
    collapsed = unchanged(row, material.documents) and len(material.documents) > 1
    alone = len(row.cells) == 1
    numbers = findings.get(row.number, ())
    texts = tuple(legible(cell_text(base, r.cell(base.id))) for r in run) if collapsed else ()
    return AlignmentRow(
        number=str(row.number) if len(run) == 1 else f"{row.number}–{run[-1].number}",
        anchor=f"row-{row.number}" if row.number in wanted else None,
        findings=tuple(Reference(str(n), f"finding-{n}") for n in numbers[:LINKS_PER_ROW]),
        cells=() if collapsed else tuple(cells(row, material, marks)),
        alone=material.words.phrase("only_in", letter=material.named(row.versions[0])) if alone and not collapsed else "",
        unchanged=unchanged_text(texts, material) if collapsed else "",
        text=texts,
        absent="" if side_by_side(material) or alone or collapsed else absent_letters(row, material),
    )


def unchanged_text(texts: Sequence[str], material: Material) -> str:
    count = material.words.count("unchanged", len(texts))
    return f"{count}: {material.words.quoted(shortened(texts[0], SAMPLE_LENGTH))}"


def absent_letters(row: Row, material: Material) -> str:
    """Who does not tell a row, where these are fewer than those who do; the others can be seen."""
    absent = [letter for letter in material.documents if letter not in row.versions]
    return material.letters(absent) if 0 < len(absent) < len(row.versions) else ""


def cells(row: Row, material: Material, marks: Mapping[SentenceAt, Sequence[Span]]) -> Iterator[Cell]:
    """The row's cells: one a version side by side, else the base's and then the variants, equal ones together."""
    letters = material.in_order(row.versions)
    base = material.comparison.base if material.comparison.base in letters else letters[0]
    shown = {letter: cell(letter, base, row, material, marks) for letter in letters}
    if len(letters) == 1:
        yield shown[base]
    elif side_by_side(material):
        for letter in material.documents:
            yield shown[letter] if letter in shown else absent_cell(letter, material)
    else:
        yield shown[base] if base == material.comparison.base else absent_cell(material.comparison.base, material)
        rest = [letter for letter in letters if letter != base] if base == material.comparison.base else letters
        yield from variants([shown[letter] for letter in rest], material)


def variants(found: Sequence[Cell], material: Material) -> Iterator[Cell]:
    """Cells of the same words and note under the letters of all that have them."""
    voices: dict[Cell, list[str]] = {}
    for c in found:
        voices.setdefault(Cell("", c.note, c.runs, True, c.language, c.direction), []).append(c.letters)
    for c, letters in voices.items():
        yield Cell(material.letters(letters), c.note, c.runs, True, c.language, c.direction)


def absent_cell(letter: str, material: Material) -> Cell:
    return Cell(letter, material.words.phrase("not_told", letter=letter), (), False, None, "ltr")


def cell(letter: str, base: str, row: Row, material: Material, marks: Mapping[SentenceAt, Sequence[Span]]) -> Cell:
    """What a version has in the row, marked against the base's words."""
    document = material.documents[letter]
    text, spans = text_with_spans(document, row.cell(letter), marks)
    notes = [material.words.phrases["headline"]] if field_of(document, row.cell(letter)) == "title" else []
    if letter in row.moved:
        notes.append(moved_note(letter, row, material))
    runs: tuple[Run, ...] | None = tuple(marked(text, 0, len(text), spans))
    if letter != base:
        against = cell_text(material.documents[base], row.cell(base))
        if same_words(against, text):
            notes.append(material.words.phrase("same_as", letter=base))
            runs = ()
        elif (changed := redline(against, text, spans)) is not None:
            runs = changed
        else:
            notes.append(material.words.phrases["reworded"])
    if not runs:  # then all that stands there are our own words
        return Cell(letter, "; ".join(notes), (), True, None, "ltr")
    return Cell(letter, "; ".join(notes), runs, True, material.language(letter), material.directions[letter])


def field_of(document: AnnotatedDocument, indices: Sequence[int]) -> Field:
    return document.sentences[indices[0]].field


def text_with_spans(
    document: AnnotatedDocument, indices: Sequence[int], marks: Mapping[SentenceAt, Sequence[Span]]
) -> tuple[str, list[Span]]:
    """The sentences' text joined by spaces, and the marked figures at their places in it."""
    texts: list[str] = []
    spans: list[Span] = []
    at = 0
    for i in indices:
        sentence = document.sentences[i]
        shift = at - sentence.start
        spans += [Span(s.start + shift, s.end + shift, s.mark) for s in marks.get(SentenceAt(document.id, i), ())]
        texts.append(sentence.text)
        at += len(sentence.text) + 1
    return " ".join(texts), spans


def moved_note(letter: str, row: Row, material: Material) -> str:
    """Where in its own version a moved passage stands."""
    first = row.cell(letter)[0]
    before = material.row_of.get(SentenceAt(letter, first - 1)) if first else None
    if before is None:
        return material.words.phrase("moved_first", letter=letter)
    return material.words.phrase("moved", letter=letter, row=material.words.phrase("row", n=str(before)))


