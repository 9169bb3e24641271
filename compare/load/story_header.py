"""What a story's first lines say of it -> a Version with headline, byline, agency and date, all of them guesses.

The lines stay in the text: a headline is a sentence like others, and the cleaning rules know bylines. Only what a reader would
take for a header is read: short lines before the first paragraph, and the dateline with which that begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.load.outlet_names import is_masthead, names_outlet, names_rubric
from compare.load.publication_date import WRITTEN_DAY, YEAR_LAST, iso_date, with_clock, written_day, year_last
from compare.model import Version

STDIN = "stdin"
DEEPEST = 8
"""Lines, not counting blank ones, among which the header stands: kicker, headline, two lines below it, byline, date, credit."""
MOST_LINES = 40
LOOKED_AT = 4_000
LONGEST = 200
"""Characters of a header's longest line."""
PROSE_WORDS = 12
HEADLINE_WORDS = range(3, 26)
STOP = re.compile(r"[.。।:]['\"”’»)\]]{0,3}$")
BETWEEN = re.compile(r"\s{0,3}[|•·]\s{0,3}|\s[-–—]{1,2}\s")
PARTICLE = "de|del|della|der|van|von|den|di|da|dos|la|le|bin|ibn|al|el|ben|ter"
PERSON = rf"[^\W\d_a-zß-ÿ][\w.'’-]{{0,30}}(?:\s(?:(?:{PARTICLE})\s){{0,2}}[^\W\d_a-zß-ÿ][\w.'’-]{{0,30}}){{1,4}}"
BYLINE = re.compile(
    rf"(?:By|BY|Written by|Reported by|Story by|Von|Par|Por):?\s"
    rf"(?P<names>{PERSON}(?:(?:,\s|\s(?:and|und|et|y|e|&)\s){PERSON}){{0,5}})"
    r"(?:,\s.{1,60}|\s(?:in|at|from)\s.{1,60})?"
)
SIGNED = re.compile(
    rf"(?P<names>{PERSON}),\s(?:[\w&'’-]{{1,20}}\s){{0,4}}(?:writer|reporter|correspondent|editor)(?:\s(?:in|at|from)\s.{{1,60}})?"
)
NAME_ALONE = re.compile(rf"(?P<name>(?=\S{{1,30}}(?:\s\S{{1,30}}){{1,2}}(?:\sin\s|$)){PERSON})(?:\sin\s[^\W\d_a-zß-ÿ].{{1,40}})?")
NAMES = re.compile(r",\s|\s(?:and|und|et|y|e|&)\s")
ROLE = re.compile(r"(?i)\b(?:writer|reporter|correspondent|editor|staff)s?$")
LABEL = re.compile(
    r"(?i)\b(?:first|last|originally|published|posted|updated?|modified|created|filed|issued|released|dated?|on|at|veröffentlicht|am|publié"
    r"|le|publicado|el|pubblicato|il)\b"
)
CLOCK = re.compile(
    r"(?i)\b(?:gmt|utc)[+-]\d{1,2}\b|\b\d{1,2} (?:minute|hour|day)s? ago\b"
    r"|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b\d{4} ?(?=gmt|utc)"
    r"|\b(?:gmt|utc|[a-z]?[sd]t|[cew]est|cet|ist|[ecmp][sd]?t)\b|[+-]\d{2}:?\d{2}\b"
)
WEEKDAY = re.compile(r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b")
NUMERIC_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{5,12}(?:Z|[+-]\d{2}:?\d{2})?)?|\b\d{4}/\d{1,2}/\d{1,2}\b")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
LATER = re.compile(r"(?i)updat|modif|correct")
DATELINE = re.compile(
    r"(?P<before>[^\W\d_a-zß-ÿ]{2}[^()\n–—]{0,70}?)?\s?\((?P<agency>[^\W\d_a-zß-ÿ][\w .&'’/-]{1,30})\)\s{0,2}[-–—:_]{1,2}\s"
    r"|(?P<dated>[^\W\d_a-zß-ÿ]{2}[^()\n–—]{0,60}?(?:19|20)\d{2}),?\s{0,2}[-–—]{1,2}\s"
)
SLUG = re.compile(
    r"(?:BC|AM|PM)-\S.{0,100}|[\w/&]{2,30}(?:-[\w/&]{1,30}){1,6},.{0,60}\d{3,4}|(?:eds?|editors?|slug|keyword|take|words?|wordcount)\s?:.{0,200}"
    r"|\((?:adds|updates|corrects|recasts|changes|writes through|with)\b[^()]{0,200}\)",
    re.IGNORECASE,
)
"""Lines above a headline that are for the desk: the name of the story, its length, what has changed in it."""
FIELD = re.compile(r"(?i)(headline|title|byline|author|date|published|source|outlet)\s?:\s{1,5}(\S.{0,198})")
FIELD_NAMES = {"headline": "title", "title": "title", "byline": "author", "author": "author", "date": "published",
               "published": "published", "source": "outlet", "outlet": "outlet"}  # fmt: skip
NO_HEADLINE = re.compile(
    r"(?i)(?:subscribe|sign|log|share|follow|click|skip|read|advert|menu|home|photo|image|dear|from|to|subject"
    r"|(?:posted|written|published|reported|updated|submitted|compiled|story|words|text)\s(?:by|on|at))\b"
)


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line before the story, and whether a blank one follows."""

    text: str
    blank_after: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a line, or a part of it, tells."""

    day: str | None = None
    later: bool = False
    """Whether it is the day of an update."""
    author: str | None = None
    outlet: str | None = None
    masthead: bool = False
    """Whether the outlet stands there by itself: it may as well be the headline of a story about it."""

    @property
    def is_time(self) -> bool:
        return self.author is None and self.outlet is None


def with_header(version: Version) -> Version:
    """The version with what its text's first lines say, where nothing better is known.

    >>> story = "Ferry aground off Senn\\n\\nBy Ana Ruiz\\n14 November 2017\\n\\nSENN (Atlas Wire) - A ferry ran aground."
    >>> version = with_header(Version(text=story))
    >>> version.title, version.author, version.published, version.outlet
    ('Ferry aground off Senn', 'Ana Ruiz', '2017-11-14', 'Atlas Wire')
    """
    header, opening = parted((version.text or "")[:LOOKED_AT])
    version, header = with_fields(version, [line for line in header if not SLUG.fullmatch(line.text)])
    headline = headline_in(header)
    told = [t for line in header if line.text != headline for t in told_by(line.text)]
    told += [Told(author=name) for name in [unmarked_byline(header, headline, version.text or "")] if name]
    years = {int(y) for line in header if line.text != headline for y in YEAR.findall(line.text)}
    year = years.pop() if len(years) == 1 else None
    dateline = DATELINE.match(opening)
    days = [t.day for t in sorted((t for t in told if t.day), key=lambda t: t.later)]
    days += [written_day(line.text, year) for line in header if line.text != headline and is_moment(line.text)]
    if dateline:
        days.append(written_day(dateline["before"] or dateline["dated"] or "", year))
    agency = dateline["agency"] if dateline else None
    outlets = (t.outlet for t in told if not t.masthead or headline or version.title)
    found = (
        ("title", version.title, headline),
        ("author", version.author, next((t.author for t in told if t.author), None)),
        ("outlet", version.outlet, next((name for name in outlets if name), agency)),
        ("published", version.published, next((day for day in days if day), None)),
    )
    title, author, outlet, published = (known or guess for _, known, guess in found)
    guessed = (*version.guessed, *(name for name, known, guess in found if guess and not known))
    label = version.label
    if "outlet" in guessed and version.outlet is None and version.path != STDIN:
        label = label or (version.path or "").rsplit("/", 1)[-1]  # many papers print one agency's story: that names none of them
    return replace(version, label=label, title=title, author=author, outlet=outlet, published=published, guessed=guessed)


def with_fields(version: Version, header: Sequence[HeaderLine]) -> tuple[Version, list[HeaderLine]]:
    """The version with what lines such as "HEADLINE: ..." say, two at least, and the lines that say nothing so."""
    fields = {FIELD_NAMES[m[1].lower()]: m[2].strip() for line in header if (m := FIELD.fullmatch(line.text))}
    if len(fields) < 2:
        return version, list(header)
    by = re.sub(r"(?i)^by\s", "", fields.get("author", "")) or None
    found = {**fields, "author": by, "published": iso_date(fields.get("published"))}
    guessed = (*version.guessed, *(name for name, value in found.items() if value and getattr(version, name) is None))
    told = replace(version, title=version.title or found.get("title"), author=version.author or by, guessed=guessed,
                   outlet=version.outlet or found.get("outlet"), published=version.published or found["published"])  # fmt: skip
    return told, [line for line in header if not FIELD.fullmatch(line.text)]


def parted(text: str) -> tuple[list[HeaderLine], str]:
    """The short lines at the text's beginning, and the first paragraph after them; a word or two, as in a menu, do not count."""
    header: list[HeaderLine] = []
    counted = 0
    for text_line in text.split("\n"):
        line = text_line.strip()
        if not line and header:
            header[-1] = replace(header[-1], blank_after=True)
        elif line:
            prose = len(line.split()) >= PROSE_WORDS and (STOP.search(line[-8:]) is not None or len(line) > LONGEST)
            if prose or DATELINE.match(line) or counted == DEEPEST or len(header) == MOST_LINES:
                return header, line[:LONGEST]
            header.append(HeaderLine(line, blank_after=False))
            counted += len(line.split()) in HEADLINE_WORDS and not SLUG.fullmatch(line)
    return header, ""


def headline_in(header: Sequence[HeaderLine]) -> str | None:
    """The first line or the second that may be a headline, menus and what tells of outlet, author or day passed over: it has no
    stop, and a blank line after it, or one of those beside it."""
    tells = [2 * len(list(told_by(line.text))) > len(BETWEEN.split(line.text)) for line in header]
    tried = 0
    for number, line in enumerate(header):
        if len(line.text.split()) in HEADLINE_WORDS and not NO_HEADLINE.match(line.text) and not tells[number]:
            tried += 1
            low = line.text[0].islower() or STOP.search(line.text[-8:]) is not None or len(line.text) > LONGEST
            beside = any(tells[max(0, number - 1) : number + 3])
            if not low:
                return line.text if beside or (line.blank_after and number - sum(tells[:number]) < 2) else None
        if tried == 2:
            break
    return None


def told_by(line: str) -> Iterator[Told]:
    """What the parts of a line tell; a part that holds anything else tells nothing."""
    parts = BETWEEN.split(line)
    days = [full_day(part) for part in parts]
    for part, day in zip(parts, days, strict=True):
        day = day and with_clock(day, line if len(days) - days.count(None) == 1 else part)
        rest = without_moment(part)
        if not rest:
            if day or WRITTEN_DAY.search(part) or YEAR_LAST.search(part):
                yield Told(day=day, later=LATER.search(part) is not None)
        elif is_masthead(rest):
            yield Told(day, outlet=rest, masthead=len(rest.split()) > 1)
        elif byline := BYLINE.fullmatch(rest) or SIGNED.fullmatch(rest):
            people = [n for n in NAMES.split(byline["names"]) if not ROLE.search(n)]
            persons = [n for n in people if not names_outlet(n)]
            yield Told(day, author=", ".join(persons) or None, outlet=next((n for n in people if names_outlet(n)), None))


def unmarked_byline(header: Sequence[HeaderLine], headline: str | None, text: str) -> str | None:
    """The name that stands alone below the headline, right above or below the day, of which the story never speaks."""
    texts = [line.text for line in header]
    below = texts.index(headline) + 1 if headline in texts else len(texts)
    for number in range(below, len(texts)):
        beside = [t for line in (*texts[number - 1 : number], *texts[number + 1 : number + 3]) for t in told_by(line)]
        found = NAME_ALONE.fullmatch(texts[number])
        if found is None or not any(t.is_time for t in beside) or names_outlet(found["name"]) or names_rubric(found["name"]):
            continue
        if not any(text.count(word, 0, LOOKED_AT) > 1 for word in found["name"].split()):
            return found["name"]
    return None


def full_day(text: str) -> str | None:
    """The day that stands in the text with its year, in ISO 8601."""
    numeric = NUMERIC_DAY.search(text)
    return iso_date(numeric.group()) if numeric else year_last(text) or written_day(text)


def without_moment(text: str) -> str:
    """The text without dates, times of day, and words such as "Updated on"; a byline's own words stay."""
    for pattern in (NUMERIC_DAY, YEAR_LAST, WRITTEN_DAY, CLOCK, WEEKDAY):
        text = pattern.sub(" ", text)
    bare = " ".join(text.split()).strip(" ,.:;()[]/-–—")
    return bare if LABEL.sub("", bare).strip(" ,.:;") else ""


def is_moment(line: str) -> bool:
    """Whether a line holds a day, perhaps without its year, and nothing but an agency beside it: "Nov 14 (Atlas Wire)"."""
    return WRITTEN_DAY.search(line) is not None and not without_moment(re.sub(r"\([^()]{2,30}\)", "", line))
