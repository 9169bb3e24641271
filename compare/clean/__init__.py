"""Version -> Document: which lines of the text are the story, and by which rule the others are not.

Nothing is deleted: an excluded line stays in the text, with its place and its rule. The rules are data (`boilerplate.toml`).
Precision comes first, for a lost sentence is a false omission, while a stray line is only an odd addition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from compare.clean.head import dateline, heading_rules
from compare.clean.lines import LONGEST_RULED, PARAGRAPH_WORDS, Line, lines_of
from compare.clean.rules import Rule, RuleBook, Rules, rules_for
from compare.clean.warnings import appended_warning, language_warning, share_warning
from compare.errors import InputError
from compare.language import detect_language
from compare.model import Document, Excluded, Version
from compare.settings import Settings

FEWEST_TEASERS = 3
REPLACED = {  # one for one, so that offsets which a caller holds stay true
    **dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], " "),
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"),
    **dict.fromkeys([0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\u2060"),
}
HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a line is excluded; `tail` if the rest of the text may go with it."""

    rule: str
    tail: bool = False


def clean(version: Version, id: str, label: str, settings: Settings) -> Document:
    """The document of a version: its text, the spans that are not the story, its language.

    Raises InputError for a version with neither text nor sentences.

    >>> version = Version(text="Two boats sank off the northern cape on Monday, the coast guard said.\\nRead more: Storms ahead")
    >>> document = clean(version, "A", "Wire", Settings())
    >>> [(document.text[x.start : x.end], x.rule) for x in document.excluded]
    [('Read more: Storms ahead', 'also read')]
    """
    if version.sentences is not None:
        return given_split(version, id, label)
    if version.text is None:
        raise InputError(f"{label}: neither text nor sentences; give a version one of the two")
    text = harmless(version.text)
    language = version.language or detect_language(text)
    lines = tuple(lines_of(text))
    excluded = excluded_spans(replace(version, text=text), lines, language, settings)
    gone = {x.start for x in excluded}
    told = [text[line.start : line.end] for line in lines if line.start not in gone]
    found = (*share_warning(text, excluded), *language_warning(text, language), *appended_warning(told, language))
    return Document(id, label, version, text, excluded, language=language, warnings=(*version.warnings, *found))


def given_split(version: Version, id: str, label: str) -> Document:
    """The document of a version whose sentences are given: joined by one space, none excluded."""
    sentences = [harmless(s) for s in version.sentences or ()]
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    text = " ".join(sentences)
    language = version.language or detect_language(text)
    warnings = (*version.warnings, *language_warning(text, language))
    return Document(id, label, version, text, spans=tuple(spans), language=language, warnings=warnings)


def harmless(text: str) -> str:
    """The text with characters that break or falsify a report replaced one for one.

    >>> harmless("a\\x00b\\ud800\\u202e!")
    'a b�\\u2060!'
    """
    return text.translate(REPLACED) if HARMFUL.search(text) else text


def excluded_spans(version: Version, lines: Sequence[Line], language: str | None, settings: Settings) -> tuple[Excluded, ...]:
    """What of a version's text is not the story, in order: lines, and the dateline.

    `exclude` of the settings holds over `keep`, `keep` over the rules.
    """
    text = version.text or ""
    unwanted = [re.compile(p) for p in settings.exclude]
    kept = [re.compile(p) for p in settings.keep]
    wanted = {i for i, line in enumerate(lines) if any(p.search(text[line.start : line.end]) for p in kept)}
    verdicts: dict[int, Verdict] = {}
    if not settings.keep_boilerplate:
        verdicts = {i: v for i, v in ruled_out(lines, language, version).items() if i not in wanted}
    for i, line in enumerate(lines):
        if any(p.search(text[line.start : line.end]) for p in unwanted):
            verdicts[i] = Verdict("exclude")
    spans = [Excluded(lines[i].start, lines[i].end, verdicts[i].rule) for i in sorted(verdicts)]
    opening = next((i for i, line in enumerate(lines) if line.prose and i not in verdicts), None)
    if opening is not None and opening not in wanted and not settings.keep_boilerplate:
        spans += [found for found in [dateline(text, lines[opening], rules_for(language))] if found]
    return tuple(sorted(spans, key=lambda x: x.start))


def ruled_out(lines: Sequence[Line], language: str | None, version: Version) -> dict[int, Verdict]:
    """Verdicts on lines by their index: first each line by itself, then those at the edges, then the head, then the tail.

    A correction or a disclosure is no part of the story's body, so that furniture may stand at its edge behind it, but stays.
    """
    book = rules_for(language)
    kept = {i for i, line in enumerate(lines) if line.end - line.start <= LONGEST_RULED and book.correction.fits(line.form)}
    anywhere = first_fitting(book.anywhere, book.anywhere_long, book.speech)
    out = {i: verdict for i, line in enumerate(lines) if i not in kept and (verdict := anywhere(line)) is not None}
    prose = [i for i, line in enumerate(lines) if line.prose and i not in out and i not in kept]
    while prose and (verdict := biography(lines, prose, book)) is not None:
        out[prose.pop()] = verdict
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    at_edges = first_fitting(book.edge, book.edge_long, book.speech)
    for i in (*range(first), *range(max(last + 1, first), len(lines))):
        if i not in out and i not in kept and (verdict := at_edges(lines[i])) is not None:
            out[i] = verdict
    for i, name in heading_rules(lines, first, version, book):
        if i not in out and i not in kept:
            out[i] = Verdict(name)
    out |= unintroduced_list(lines, out, kept, last)
    return out | tail(lines, out, kept, last)


def first_fitting(rules: Rules, long: Rules, speech: Rule) -> Callable[[Line], Verdict | None]:
    """A function of a line to the verdict of the first rule that fits it, of `long` for a long finished sentence, none for what
    somebody says; lines that repeat are looked at once."""

    @cache
    def verdict(form: str, prose: bool) -> Verdict | None:
        rule = (long if prose else rules).first(form)
        return None if rule is None or speech.fits(form) else Verdict(rule.name, rule.tail)

    return lambda line: verdict(line.form, line.prose) if line.end - line.start <= LONGEST_RULED else None


def biography(lines: Sequence[Line], prose: Sequence[int], book: RuleBook) -> Verdict | None:
    """A verdict on the story's last long sentence if it tells who wrote it: somebody of whom no sentence before speaks."""
    form = lines[prose[-1]].form
    rule = book.closing.first(form) if len(form) <= LONGEST_RULED else None
    if rule is None or len(prose) < 2:
        return None
    surname = form.split()[1]
    return None if any(surname in lines[i].form for i in prose[:-1]) else Verdict(rule.name)


def unintroduced_list(lines: Sequence[Line], out: Mapping[int, Verdict], kept: Set[int], last_prose: int) -> dict[int, Verdict]:
    """Verdicts on a list right after the last long sentence that nothing introduces: the titles of other stories.

    A list of the story has a colon or a heading before it, or items that are sentences.
    """
    after = (i for i in range(last_prose + 1, len(lines)) if i not in out and i not in kept)
    items = list(takewhile(lambda i: lines[i].bullet, after))
    if last_prose < 0 or len(items) < FEWEST_TEASERS or 2 * sum(lines[i].finished for i in items) >= len(items):
        return {}
    return {i: Verdict("also read") for i in items}


def tail(lines: Sequence[Line], out: Mapping[int, Verdict], kept: Set[int], last_prose: int) -> dict[int, Verdict]:
    """Verdicts on all lines after the story's end, where a rule that marks an end fits a line after the last sentence.

    The cut never takes more words than it leaves: a text of short lines alone has no visible end.
    """
    if last_prose < 0:
        return {}
    ending = max([last_prose, *(i for i, x in enumerate(lines) if i not in out and i not in kept and x.holds_off)])
    start = next((i for i in sorted(out) if i > ending and out[i].tail), None)
    if start is None:
        return {}
    after = (i for i in range(start, len(lines)) if i not in out and i not in kept)
    cut = {i: Verdict("tail") for i in after if lines[i].words < PARAGRAPH_WORDS or lines[i].bullet}
    return cut if sum(lines[i].words for i in cut) <= sum(line.words for line in lines[:start]) else {}
