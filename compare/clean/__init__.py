"""Version -> Document: which lines of the text are the story, and by which rule the others are not.

Nothing is deleted: an excluded line stays in the text, with its place and its rule. The rules are data (`boilerplate.toml`).
Precision comes first, for a lost sentence is a false omission, while a stray line is only an odd addition.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise, takewhile

from compare.clean.warnings import appended_warning, language_warning, share_warning
from compare.errors import InputError
from compare.language import detect_language
from compare.model import Document, Excluded, Version
from compare.settings import Settings

PROSE_WORDS = 12
"""A line of as many words that ends in a stop is taken for a sentence of the story: no soft rule drops it."""
TAIL_PROSE_WORDS = 7
"""The same after the story's last long sentence: a short one there still holds off the cut of the tail."""
FEWEST_TEASERS = 3
LONGEST_RULED = 1_000
"""Characters of the longest line that a rule looks at: furniture is short, and a line may have a megabyte."""
FOLD = str.maketrans("‘’‚“”„\u00a0\u202f\u2009\u3000", "'''\"\"\"    ")
ENDS = " \t•·▪►▶→←»«›‹>*#|–—"
"""Bullets, arrows and rules at the ends of a line, which a rule need not know."""
STOP = re.compile(r"[.!?…。！？।۔]['\"”’»)\]]{0,3}$")
REPLACED = {  # one for one, so that offsets which a caller holds stay true
    **dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], " "),
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"),
    **dict.fromkeys([0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\u2060"),
}
HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, or a paragraph where the text is hard-wrapped; `form` is what the rules look at."""

    start: int
    end: int
    form: str
    words: int
    finished: bool

    bullet: bool = False

    @property
    def prose(self) -> bool:
        """Whether it is a long finished sentence; an item of a list may be a teaser, however it ends."""
        return self.finished and self.words >= PROSE_WORDS and not self.bullet

    @property
    def holds_off(self) -> bool:
        """Whether the tail cannot begin before it; a question may be the title of another story."""
        return self.finished and self.words >= TAIL_PROSE_WORDS and not self.bullet and not self.form.endswith("?")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `boilerplate.toml` with its patterns of some languages in one expression each."""

    name: str
    whole: re.Pattern[str] | None
    starts: re.Pattern[str] | None
    holds: re.Pattern[str] | None
    long: bool
    edge: bool
    tail: bool

    def fits(self, form: str) -> bool:
        return bool(
            (self.whole and self.whole.fullmatch(form.rstrip(" .:!…")))
            or (self.starts and self.starts.match(form))
            or (self.holds and self.holds.search(form))
        )


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
    excluded = excluded_spans(text, language, settings)
    gone = {x.start for x in excluded}
    told = [text[line.start : line.end] for line in lines_of(text) if line.start not in gone]
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


def excluded_spans(text: str, language: str | None, settings: Settings) -> tuple[Excluded, ...]:
    """The lines that are not the story, in order; `exclude` of the settings holds over `keep`, `keep` over the rules."""
    lines = tuple(lines_of(text))
    unwanted = [re.compile(p) for p in settings.exclude]
    kept = [re.compile(p) for p in settings.keep]
    wanted = {i for i, line in enumerate(lines) if any(p.search(text[line.start : line.end]) for p in kept)}
    verdicts: dict[int, Verdict] = {}
    if not settings.keep_boilerplate:
        verdicts = {i: v for i, v in ruled_out(lines, language).items() if i not in wanted}
    for i, line in enumerate(lines):
        if any(p.search(text[line.start : line.end]) for p in unwanted):
            verdicts[i] = Verdict("exclude")
    return tuple(Excluded(lines[i].start, lines[i].end, verdicts[i].rule) for i in sorted(verdicts))


def ruled_out(lines: Sequence[Line], language: str | None) -> dict[int, Verdict]:
    """Verdicts on lines by their index: first each line by itself, then those at the edges, then the tail."""
    rules = rules_for(language)
    anywhere = first_fitting([r for r in rules if not r.edge])
    out = {i: verdict for i, line in enumerate(lines) if (verdict := anywhere(line)) is not None}
    prose = [i for i, line in enumerate(lines) if line.prose and i not in out]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    at_edges = first_fitting([r for r in rules if r.edge])
    for i in (*range(first), *range(max(last + 1, first), len(lines))):
        if i not in out and (verdict := at_edges(lines[i])) is not None:
            out[i] = verdict
    out |= unintroduced_list(lines, out, last)
    return out | tail(lines, out, last)


def first_fitting(rules: Sequence[Rule]) -> Callable[[Line], Verdict | None]:
    """A function of a line to the verdict of the first rule that fits it; lines that repeat are looked at once."""

    @cache
    def verdict(form: str, prose: bool) -> Verdict | None:
        return next((Verdict(r.name, r.tail) for r in rules if (r.long or not prose) and r.fits(form)), None)

    return lambda line: verdict(line.form, line.prose) if line.end - line.start <= LONGEST_RULED else None


def unintroduced_list(lines: Sequence[Line], out: Mapping[int, Verdict], last_prose: int) -> dict[int, Verdict]:
    """Verdicts on a list right after the last long sentence that nothing introduces: the titles of other stories.

    A list of the story has a colon or a heading before it, or items that are sentences.
    """
    items = list(takewhile(lambda i: lines[i].bullet, (i for i in range(last_prose + 1, len(lines)) if i not in out)))
    if last_prose < 0 or len(items) < FEWEST_TEASERS or 2 * sum(lines[i].finished for i in items) >= len(items):
        return {}
    return {i: Verdict("also read") for i in items}


def tail(lines: Sequence[Line], out: Mapping[int, Verdict], last_prose: int) -> dict[int, Verdict]:
    """Verdicts on all lines after the story's end, where a rule that marks an end fits a line after the last sentence.

    The cut never takes more words than it leaves: a text of short lines alone has no visible end.
    """
    if last_prose < 0:
        return {}
    ending = max([last_prose, *(i for i, x in enumerate(lines) if i not in out and x.holds_off)])
    start = next((i for i in sorted(out) if i > ending and out[i].tail), None)
    if start is None:
        return {}
    cut = {i: Verdict("tail") for i in range(start, len(lines)) if i not in out and lines[i].form}
    return cut if sum(lines[i].words for i in cut) <= sum(line.words for line in lines[:start]) else {}


def lines_of(text: str) -> Iterator[Line]:
    """The lines that are not blank, without the white space around them; paragraphs where the text is hard-wrapped."""
    separator = r"\n[ \t\r]*\n" if is_wrapped(text) else r"\n"
    at = 0
    for end in (*(m.start() for m in re.finditer(separator, text)), len(text)):
        part = text[at:end]
        if solid := part.strip():
            start = at + len(part) - len(part.lstrip())
            folded = " ".join(solid[: LONGEST_RULED + 1].translate(FOLD).split())
            finished = STOP.search(solid[-8:]) is not None
            form = folded.strip(ENDS) or folded
            yield Line(start, start + len(solid), form, len(solid.split()), finished, solid.startswith(("- ", "* ", "• ", "· ")))
        at = end


def is_wrapped(text: str) -> bool:
    """Whether sentences run on over line ends, as in mail and old wire copy: most lines that are followed by another one
    without a blank line are 45 to 100 characters long and end in the middle of a sentence."""
    lines = text[:20_000].split("\n")
    inner = [a for a, b in pairwise(lines) if a.strip() and b.strip()]
    running = [a for a in inner if 45 <= len(a.rstrip()) <= 100 and not STOP.search(a.rstrip()[-8:])]
    return len(inner) >= 4 and 3 * len(running) > 2 * len(inner)


@cache
def entries() -> tuple[Mapping[str, object], ...]:
    """The entries of `boilerplate.toml`, in its order, which decides between two rules that fit."""
    return tuple(tomllib.loads(files("compare.clean").joinpath("boilerplate.toml").read_text(encoding="utf-8"))["rule"])


def tables(entry: Mapping[str, object]) -> dict[str, dict[str, list[str]]]:
    """An entry's patterns by language."""
    return {code: table for code, table in entry.items() if isinstance(table, dict)}


def rules_for(language: str | None) -> tuple[Rule, ...]:
    """The rules with the patterns for a language; with all patterns where it is not known."""
    known = dict.fromkeys(code for entry in entries() for code in tables(entry))
    if language is None:
        return rules_in(tuple(known))
    return rules_in(tuple(dict.fromkeys(code for code in ("any", "en", language[:2]) if code in known)))


@cache
def rules_in(codes: tuple[str, ...]) -> tuple[Rule, ...]:
    made = (rule_in(entry, codes) for entry in entries())
    return tuple(rule for rule in made if rule.whole or rule.starts or rule.holds)


def rule_in(entry: Mapping[str, object], codes: tuple[str, ...]) -> Rule:
    """A rule of an entry, with the patterns of some languages joined."""
    by_language = tables(entry)

    def joined(place: str) -> re.Pattern[str] | None:
        patterns = [p for code in codes for p in by_language.get(code, {}).get(place, ())]
        return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None

    return Rule(
        name=str(entry["name"]),
        whole=joined("whole"),
        starts=joined("starts"),
        holds=joined("holds"),
        long=bool(entry.get("long")),
        edge=entry.get("place") == "edge",
        tail=bool(entry.get("tail")),
    )
