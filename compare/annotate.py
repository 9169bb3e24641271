"""Document -> AnnotatedDocument: tokens, quantities, names, quotations and statements, read once for every later stage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from compare.model import Annotated, AnnotatedDocument, Document, Field, Quotation, Sentence
from compare.names import find_names
from compare.quantities import extract_quantities
from compare.quotations import find_quotations
from compare.split import headline, sentences_of
from compare.statements import read_statement
from compare.tokens import tokenize


def annotate(document: Document) -> AnnotatedDocument:
    """The document's sentences with all that is read in them; a headline that stands nowhere in the text comes first."""
    title = headline(document)
    located: list[tuple[Field, Sentence]] = [("title", title)] if title else []
    located += [("text", s) for s in sentences_of(document)]
    quotations = (*(find_quotations(document.title or "", (title,), "title") if title else ()),
                  *find_quotations(document.text, tuple(s for f, s in located if f == "text"), "text"))  # fmt: skip
    names = find_names(tuple(s for _, s in located))
    first = 0 if title else 1
    sentences = tuple(
        Annotated(
            id=f"{document.id}{number}",
            version=document.id,
            field=field,
            text=sentence.text,
            start=sentence.start,
            end=sentence.end,
            tokens=tokenize(sentence.text, sentence.start),
            quantities=extract_quantities(sentence.text, published=document.version.published,
                                          language=document.language, offset=sentence.start),
            names=named,
            statement=read_statement(sentence, within(quotations, field, sentence.start, sentence.end), named),
        )
        for number, ((field, sentence), named) in enumerate(zip(located, names, strict=True), start=first)
    )  # fmt: skip
    return AnnotatedDocument(document, sentences, quotations)


def within(quotations: tuple[Quotation, ...], field: Field, start: int, end: int) -> tuple[Quotation, ...]:
    """The quotations of which some words stand between two places; they come by field and place, and none overlaps another."""
    first = bisect_right(quotations, (field == "text", start), key=lambda q: (q.field == "text", q.end))
    after = bisect_left(quotations, (field == "text", end), key=lambda q: (q.field == "text", q.start))
    return quotations[first:after]
